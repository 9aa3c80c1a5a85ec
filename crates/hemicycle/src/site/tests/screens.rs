//! Signs at doors and screens in foyers: by a clock that is asked for, and by the one on the wall.

use super::*;

/// The room with most sessions, and the beginning and end of the first that is followed by another on its day.
fn room_with_two(site: &Site) -> (String, String, String) {
    let data = site.get(&format!("/api{}/programme", site.meeting()), &[]);
    let programme: serde_json::Value = serde_json::from_slice(&data.bytes).unwrap();
    let sessions = programme["sessions"].as_array().unwrap();
    let at = |session: &serde_json::Value, field: &str| session[field].as_str().unwrap().to_owned();
    for one in sessions {
        let next = sessions.iter().find(|next| {
            next["room"] == one["room"]
                && at(next, "start") >= at(one, "end")
                && at(next, "start")[..10] == at(one, "start")[..10]
        });
        if next.is_some() {
            let room =
                programme["rooms"].as_array().unwrap().iter().find(|room| room["id"] == one["room"]).unwrap();
            return (room["slug"].as_str().unwrap().to_owned(), at(one, "start"), at(one, "end"));
        }
    }
    panic!("Kyoto has no room with two sessions on a day");
}

#[test]
fn a_sign_shows_a_session_from_its_beginning_until_it_ends_and_then_the_next() {
    let site = Site::of(300, 60);
    let (room, start, end) = room_with_two(&site);
    let sign = |at: &str| -> serde_json::Value {
        let address = format!("/api{}/rooms/{room}?at={at}", site.meeting());
        serde_json::from_slice(&site.get(&address, &[]).bytes).unwrap()
    };
    let during = sign(&start);
    assert_eq!(during["now"]["start"], start.as_str());
    assert!(during["next"]["start"].as_str().unwrap() >= end.as_str());
    let after = sign(&end);
    assert_ne!(after["now"]["id"], during["now"]["id"], "it is over at its end");
    assert_eq!(after["now"].is_null(), during["next"]["start"] != end.as_str());
    // The page says the same.
    let title =
        during["now"]["title"].as_str().unwrap().split(['&', '\'', '"', '<']).next().unwrap().to_owned();
    let page = site.page(&format!("{}/rooms/{room}?at={start}&view=screen", site.meeting()), "");
    let now = page.split("<section").nth(1).unwrap();
    assert!(now.contains("class=\"now") && now.contains(&title), "{now}");
    let page = site.page(&format!("{}/rooms/{room}?at={end}&view=screen", site.meeting()), "");
    assert!(!page.split("<section").nth(1).unwrap().contains(&title));
}

#[test]
fn a_screen_loads_itself_anew_and_a_page_for_readers_does_not() {
    let site = Site::of(300, 60);
    let (room, start, _) = room_with_two(&site);
    let refresh = |rest: &str| {
        let got = site.get(&format!("{}/{rest}", site.meeting()), &[]);
        assert_eq!(got.status, StatusCode::OK, "{rest}");
        assert!(!got.text().contains("http-equiv"), "a header says it, not the page");
        got.headers.get(header::REFRESH).map(|value| value.to_str().unwrap().to_owned())
    };
    assert_eq!(refresh(&format!("rooms/{room}?view=screen")).as_deref(), Some("60"));
    assert_eq!(refresh(&format!("rooms/{room}")), None);
    assert_eq!(
        refresh(&format!("rooms/{room}?view=screen&at={start}")),
        None,
        "a clock that is set stands still"
    );
    assert_eq!(refresh("now?view=screen").as_deref(), Some("60"));
}

#[test]
fn a_page_about_now_is_another_once_something_has_begun() {
    let site = Site::of(300, 60);
    let (room, start, end) = room_with_two(&site);
    let tag = |at: &str| {
        let got = site.get(&format!("{}/rooms/{room}?at={at}", site.meeting()), &[]);
        got.headers[header::ETAG].to_str().unwrap().to_owned()
    };
    assert_eq!(tag(&start), tag(&start));
    assert_ne!(tag(&start), tag(&end));
}

#[test]
fn all_rooms_of_a_foyer_come_up_page_by_page() {
    let site = Site::of(300, 200);
    let (_, start, _) = room_with_two(&site);
    let data = site.get(&format!("/api{}/now?at={start}", site.meeting()), &[]);
    let now: serde_json::Value = serde_json::from_slice(&data.bytes).unwrap();
    let kyoto = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let day = |at: &str| kyoto.to_datetime(at.parse::<jiff::Timestamp>().unwrap()).date();
    let soon = |room: &&serde_json::Value| {
        !room["now"].is_null() || room["next"]["start"].as_str().is_some_and(|next| day(next) == day(&start))
    };
    let expected = now["rooms"].as_array().unwrap().iter().filter(soon).count();
    assert!(expected > 6, "enough for two pages");
    let mut seen = BTreeSet::new();
    for nth in 1..=expected.div_ceil(6) {
        let page = site.page(&format!("{}/now?view=screen&at={start}&page={nth}", site.meeting()), "");
        seen.extend(page.split("<h2>").skip(1).map(|part| part.split("</h2>").next().unwrap().to_owned()));
    }
    assert_eq!(seen.len(), expected, "{seen:?}");
}

#[test]
fn what_is_not_there_has_no_sign() {
    let site = Site::of(50, 20);
    for rest in ["rooms/nowhere", "rooms/%00"] {
        assert_eq!(
            site.get(&format!("{}/{rest}", site.meeting()), &[]).status,
            StatusCode::NOT_FOUND,
            "{rest}"
        );
    }
    let wrong = site.get(&format!("/api{}/now?at=tomorrow", site.meeting()), &[]);
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.text().contains("\"at\""), "{}", wrong.text());
}

#[test]
fn there_is_a_sheet_of_paper_for_every_room_and_day_with_sessions() {
    let site = Site::of(300, 60);
    let state = site.app.state("igf").unwrap();
    let version = forum_in(&state).programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let venue = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let sheets: BTreeSet<_> = version
        .sessions
        .values()
        .filter_map(|session| session.placed())
        .map(|(room, start, _)| (room, venue.to_datetime(start).date()))
        .collect();
    let page = site.page(&format!("{}/rooms?view=print", site.meeting()), "");
    assert_eq!(page.matches("<section class=\"sheet").count(), sheets.len());
}
