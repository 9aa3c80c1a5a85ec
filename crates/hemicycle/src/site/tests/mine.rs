//! "My programme" as a browser without scripts uses it: it presses buttons and keeps cookies.

use axum::http::{HeaderMap, StatusCode, header};
use forum::programme;

use super::small::{MEETING, PROGRAMME, autumn, publish};
use super::{Site, attributes};
use crate::app::forum_in;
use forum::people::{self, NewPerson};
use forum::programme::views::expected;
use forum::{PersonId, RoomId, SessionId};
use platform::sign_in::{By, Command, Secret};

const MINE: &str = "/igf/meetings/autumn/mine";

/// Presses a button: the answer's place and the cookie that the browser has then.
fn press(site: &Site, cookie: &str, fields: &str) -> (String, String) {
    let body = format!("back=%2Figf%2Fmeetings%2Fautumn%2Fprogramme%2F2026-10-25%3Fview%3Dgrid&{fields}");
    let got = site.post(MINE, &[("Cookie", cookie)], &body);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{fields}");
    (got.headers[header::LOCATION].to_str().unwrap().to_owned(), kept(&got.headers))
}

/// The cookie of an answer as a browser sends it back.
fn kept(headers: &HeaderMap) -> String {
    let set = headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.ends_with("; SameSite=Lax; HttpOnly"), "{set}");
    assert!(set.contains("; Path=/igf/meetings/autumn; Max-Age="), "{set}");
    set.split(';').next().unwrap().to_owned()
}

/// Three sessions on one day: the second overlaps the first by half an hour, the third begins two hours later.
fn three() -> Site {
    let site = autumn(
        "Europe/Zurich",
        &[("2026-10-25T09:00:00Z", 60), ("2026-10-25T12:00:00Z", 30), ("2026-10-26T09:00:00Z", 60)],
    );
    site.give(
        "second-room",
        programme::Command::OpenRoom { meeting: MEETING, name: "Room E".into(), seats: None, origin: None },
    );
    let (session, room) = (SessionId(2), RoomId(2));
    let start = "2026-10-25T09:30:00Z".parse().unwrap();
    site.give("overlap", programme::Command::PlaceSession { session, room, start });
    publish(&site, "second", "");
    site
}

#[test]
fn a_session_is_chosen_on_a_day_and_removed_again_with_the_reader_kept_where_they_were() {
    let site = three();
    let day = format!("{PROGRAMME}/2026-10-25");
    assert!(site.page(&day, "").contains("aria-label=\"Add S 1\""));
    let (place, cookie) = press(&site, "", "add=1");
    assert_eq!(place, format!("{day}?view=grid#s1"));
    assert!(cookie.starts_with("mine-igf.autumn=") && cookie.len() < 30, "{cookie}");
    for view in ["", "?view=grid"] {
        let page = site.page(&format!("{day}{view}"), &cookie);
        assert!(page.contains("aria-label=\"Remove S 1\"") && page.contains("aria-label=\"Add S 2\""));
        assert!(page.contains(" id=\"s1\"") && page.contains("My programme (1)"));
    }
    assert!(site.page("/igf/meetings/autumn/sessions/s-1", &cookie).contains("Remove from my programme"));
    let (_, cookie) = press(&site, &cookie, "remove=1");
    assert_eq!(cookie, "mine-igf.autumn=");
    assert!(site.page(MINE, &cookie).contains("You have not chosen any session yet"));
}

#[test]
fn the_page_names_what_overlaps_by_how_long_and_what_time_is_free() {
    let site = three();
    let (_, cookie) = press(&site, "", "add=1");
    let page = site.page(MINE, &cookie);
    assert!(!page.contains("Overlaps"), "one session overlaps nothing");
    let (_, cookie) = press(&site, &cookie, "add=2");
    let (_, cookie) = press(&site, &cookie, "add=3");
    let page = site.page(MINE, &format!("{cookie}; zone=Asia/Tokyo"));
    assert!(page.contains("Two of these sessions overlap"));
    assert_eq!(page.matches("Overlaps for 30 min with").count(), 2, "said beside both");
    assert!(page.contains("<b>3 sessions</b>"));
    // Switzerland has set its clocks back on the morning of that day; Tokyo does not.
    assert!(page.contains("<small>18:00</small>") && page.contains("Japan Standard Time"), "{page}");
    let (session, room, start) = (SessionId(2), RoomId(2), "2026-10-25T12:30:00Z".parse().unwrap());
    site.give("later", programme::Command::PlaceSession { session, room, start });
    publish(&site, "third", "");
    let page = site.page(MINE, &cookie);
    assert!(!page.contains("Overlaps") && page.contains(": 2 h 30 min"), "{page}");
}

#[test]
fn what_moved_or_was_withdrawn_since_it_was_chosen_is_said_until_it_was_seen() {
    let site = three();
    let (_, cookie) = press(&site, "", "add=1");
    let (_, cookie) = press(&site, &cookie, "add=3");
    assert!(!site.page(MINE, &cookie).contains("since"));
    let (session, room, start) = (SessionId(1), RoomId(1), "2026-10-25T14:00:00Z".parse().unwrap());
    site.give("move", programme::Command::PlaceSession { session, room, start });
    site.give("withdraw", programme::Command::WithdrawSession { session: SessionId(3) });
    assert!(!site.page(MINE, &cookie).contains("since"), "a draft is nobody's business");
    publish(&site, "third", "");
    let page = site.page(MINE, &cookie);
    assert!(page.contains("2 sessions have changed since they were chosen"), "{page}");
    assert!(page.contains("When it was chosen it was: ") && page.contains("Room D"));
    assert!(page.contains("No longer on the programme") && page.contains("<del>Session 3</del>"));
    let (_, cookie) = press(&site, &cookie, "seen=1");
    let page = site.page(MINE, &cookie);
    assert!(!page.contains("since") && !page.contains("<del>") && page.contains("Session 1"), "{page}");
}

#[test]
fn a_shared_link_shows_a_choice_to_others_who_may_take_it_over_into_their_own() {
    let site = three();
    let (_, mine) = press(&site, "", "add=1");
    let (_, mine) = press(&site, &mine, "add=2");
    let page = site.page(MINE, &mine);
    let link = *attributes(&page, "href").iter().find(|link| link.contains("mine?s=")).unwrap();
    let (_, theirs) = press(&site, "", "add=3");
    let shared = site.page(link, &theirs);
    assert!(shared.contains("A programme shared with you") && shared.contains("Session 2"));
    assert!(!shared.contains("Session 3"), "the own choice is another page");
    let code = link.split("s=").nth(1).unwrap();
    let (_, both) = press(&site, &theirs, &format!("take={code}"));
    assert!(site.page(MINE, &both).contains("<b>3 sessions</b>"));
    let cut = site.page(&format!("{MINE}?s={}", &code[..code.len() - 1]), "");
    assert!(cut.contains("This link cannot be read"));
}

#[test]
fn what_nobody_could_choose_is_refused_and_nothing_leads_away_from_the_site() {
    let site = three();
    for fields in ["add=99", "add=x", "add=", "remove=x", "take=!"] {
        let got = site.post(MINE, &[], fields);
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{fields}");
        assert!(!got.headers.contains_key(header::SET_COOKIE), "{fields}");
    }
    for back in
        ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Figf%2Fmeetings%2Fautumnal", "%0D%0A", ""]
    {
        let got = site.post(MINE, &[], &format!("back={back}&add=1"));
        assert_eq!(got.headers[header::LOCATION], MINE, "{back}");
    }
    for cookie in ["mine-igf.autumn=!!!", "mine-igf.autumn=", "mine-igf.autumn=\"BBB\"", "mine-igf.autumn"] {
        assert!(site.page(MINE, cookie).contains("You have not chosen any session yet"), "{cookie}");
    }
    assert_eq!(site.post("/igf/meetings/nowhere/mine", &[], "add=1").status, StatusCode::NOT_FOUND);
    assert_eq!(site.post(MINE, &[], &"x".repeat(100_000)).status, StatusCode::SEE_OTHER, "no form, no wish");
}

#[test]
fn a_page_that_a_browser_has_is_fetched_again_once_another_session_is_chosen() {
    let site = three();
    let (_, cookie) = press(&site, "", "add=1");
    let tag = |cookie: &str| site.get(MINE, &[("Cookie", cookie)]).headers[header::ETAG].clone();
    let (_, more) = press(&site, &cookie, "add=2");
    assert_ne!(tag(&cookie), tag(&more));
    assert_eq!(tag(&cookie), tag(&cookie));
}

/// Signs somebody in: the cookie of their session.
fn signed_in(site: &Site, member: u64) -> String {
    let (link, session) = (Secret::random(), Secret::random());
    let lasts = jiff::SignedDuration::from_hours(1);
    let address = format!("person-{member}@example.org");
    let ask = Command::AskLink { link: link.digest(), address, member: None, lasts };
    let open = Command::OpenSession {
        link: link.digest(),
        session: session.digest(),
        member,
        device: "a browser".into(),
        lasts,
    };
    for command in [ask, open] {
        site.app.gate().give_and_wait("igf", By::House, command).unwrap().unwrap();
    }
    format!("session-igf={}", session.reveal())
}

/// A button, pressed by somebody who has signed in.
fn press_as(site: &Site, cookies: &str, fields: &str) -> axum::http::HeaderMap {
    let got = site.post(MINE, &[("Cookie", cookies), ("Sec-Fetch-Site", "same-origin")], fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{fields}: {}", got.text());
    got.headers
}

#[test]
fn what_is_chosen_in_an_account_is_the_same_on_every_device_and_counted() {
    let site = three();
    for name in ["Amina", "Ines"] {
        site.give(name, people::Command::AddPerson(NewPerson { name: name.into(), ..NewPerson::default() }));
    }
    let (phone, laptop, another) = (signed_in(&site, 1), signed_in(&site, 1), signed_in(&site, 2));
    let headers = press_as(&site, &phone, "add=1");
    assert!(!headers.contains_key(header::SET_COOKIE), "the device keeps nothing");
    press_as(&site, &phone, "add=1");
    press_as(&site, &another, "add=1");
    assert!(site.page(MINE, &laptop).contains("Session 1"));
    assert!(site.page(MINE, "").contains("You have not chosen any session yet"));
    let count = || expected(forum_in(&site.app.state("igf").unwrap()), SessionId(1));
    assert_eq!(count(), 2);
    press_as(&site, &laptop, "remove=1");
    assert_eq!(count(), 1);
    let (session, room, start) = (SessionId(1), RoomId(1), "2026-10-25T14:00:00Z".parse().unwrap());
    site.give("move", programme::Command::PlaceSession { session, room, start });
    publish(&site, "third", "");
    assert!(site.page(MINE, &another).contains("When it was chosen it was: "));
    press_as(&site, &another, "seen=1");
    assert!(!site.page(MINE, &another).contains("When it was chosen it was: "));
    site.give("erase", people::Command::ErasePerson { person: PersonId(2) });
    assert_eq!(count(), 0);
}

#[test]
fn what_was_chosen_before_signing_in_is_offered_to_be_joined_and_then_forgotten() {
    let site = three();
    let person = NewPerson { name: "Amina Diallo".into(), ..NewPerson::default() };
    site.give("person", people::Command::AddPerson(person));
    let (_, device) = press(&site, "", "add=1");
    let (_, device) = press(&site, &device, "add=2");
    let cookies = format!("{}; {device}", signed_in(&site, 1));
    press_as(&site, &cookies, "add=2");
    let page = site.page(MINE, &cookies);
    assert!(page.contains("You chose 2 sessions on this device before you signed in"), "{page}");
    assert!(page.contains("<b>One session</b>"));
    let headers = press_as(&site, &cookies, "join=1");
    assert_eq!(kept(&headers), "mine-igf.autumn=");
    let account = cookies.split(';').next().unwrap();
    let page = site.page(MINE, account);
    assert!(page.contains("<b>2 sessions</b>") && !page.contains("before you signed in"));
    let headers = press_as(&site, &cookies, "leave=1");
    assert_eq!(kept(&headers), "mine-igf.autumn=");
}

#[test]
fn a_calendar_of_ones_own_has_the_ids_of_the_whole_and_tells_what_was_withdrawn() {
    let site = three();
    let (_, cookie) = press(&site, "", "add=1");
    let (_, cookie) = press(&site, &cookie, "add=3");
    let page = site.page(MINE, &cookie);
    let link = *attributes(&page, "href").iter().find(|link| link.contains("mine.ics?s=")).unwrap();
    let uids = |text: &str| -> std::collections::BTreeSet<String> {
        text.lines().filter(|line| line.starts_with("UID")).map(ToOwned::to_owned).collect()
    };
    let got = site.get(link, &[]);
    assert_eq!(got.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    let whole = site.page(&format!("{PROGRAMME}.ics"), "");
    let mine = uids(got.text());
    assert_eq!(mine.len(), 2);
    assert!(mine.is_subset(&uids(&whole)));
    site.give("withdraw", programme::Command::WithdrawSession { session: SessionId(3) });
    publish(&site, "third", "");
    let later = site.page(link, "");
    assert_eq!(uids(&later), mine);
    assert!(later.contains("STATUS:CANCELLED"));
    assert_eq!(site.get(&format!("{MINE}.ics?s=!"), &[]).status, StatusCode::NOT_FOUND);
}
