//! The pages of a generated Kyoto, as a browser without scripts gets them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use forum::Actor;
use forum::{Command, PersonId, people, programme, series};
use platform::writer::Key;
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::app::{App, Where, forum_in};
use crate::router::router;
use crate::scenario::kyoto;

mod hidden;
mod hostile;
mod mine;
mod paper;
mod screens;
mod small;
mod statistics;

/// A site with one forum.
struct Site {
    app: Arc<App>,
    runtime: tokio::runtime::Runtime,
    _folder: TempDir,
}

/// What a browser got.
struct Got {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    bytes: Vec<u8>,
}

impl Got {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }
}

impl Site {
    /// A site whose forum has no acts yet.
    fn empty() -> Site {
        let folder = tempfile::tempdir().unwrap();
        let place = Where { data: folder.path().to_owned(), database: None };
        let app = App::open(&place).unwrap();
        app.begin("igf").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Site { app: Arc::new(app), runtime, _folder: folder }
    }

    /// A site with a Kyoto of some size.
    fn of(people: usize, sessions: usize) -> Site {
        let site = Site::empty();
        let name = kyoto::Name { seed: kyoto::SEED, people, sessions };
        let plan = kyoto::plan(kyoto::SEED, people, sessions);
        kyoto::build(&plan, name, &site.app.writer("igf").unwrap(), |_, _| {}).unwrap();
        site
    }

    fn get(&self, address: &str, headers: &[(&str, &str)]) -> Got {
        self.ask(Request::get(address), headers, Body::empty())
    }

    /// Sends a form, as a browser does.
    fn post(&self, address: &str, headers: &[(&str, &str)], fields: &str) -> Got {
        let request =
            Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, headers, Body::from(fields.to_owned()))
    }

    fn ask(&self, mut request: Builder, headers: &[(&str, &str)], body: Body) -> Got {
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        self.runtime.block_on(async {
            let answer = router(Arc::clone(&self.app)).oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Got { status: parts.status, headers: parts.headers, bytes }
        })
    }

    fn page(&self, address: &str, cookies: &str) -> String {
        let got = self.get(address, &[("Cookie", cookies)]);
        assert_eq!(got.status, StatusCode::OK, "{address}");
        got.text().to_owned()
    }

    fn give(&self, key: &str, command: impl Into<Command>) {
        self.runtime
            .block_on(self.app.give_as("igf", Actor::Secretariat, Key::new(key).unwrap(), command.into()))
            .unwrap();
    }

    fn meeting(&self) -> String {
        let state = self.app.state("igf").unwrap();
        let slug = &forum_in(&state).series.meetings[&kyoto::MEETING].slug;
        format!("/igf/meetings/{slug}")
    }
}

/// The values of an attribute, in the order of the page.
fn attributes<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.match_indices(&start).filter_map(|(at, found)| page[at + found.len()..].split('"').next()).collect()
}

#[test]
fn every_link_leads_to_a_page_that_keeps_the_rules_of_all_pages() {
    let site = Site::of(300, 40);
    for (language, direction) in [("en", "ltr"), ("ar", "rtl")] {
        let mut seen = BTreeSet::from(["/igf".to_owned()]);
        let mut waiting = vec!["/igf".to_owned()];
        while let Some(address) = waiting.pop() {
            let got = site.get(&address, &[("Cookie", &format!("lang={language}; zone=Europe/Paris"))]);
            assert_eq!(got.status, StatusCode::OK, "{address}");
            // A file is no page; its own tests read it.
            if got.headers.contains_key(header::CONTENT_DISPOSITION) {
                continue;
            }
            let page = got.text();
            assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")), "{address}");
            assert_eq!(page.matches("<h1").count(), 1, "{address} has one heading of its own");
            assert_eq!(page.matches("<main ").count(), 1, "{address}");
            for forbidden in [" style=", "<style", "<script", " src=", "onclick", "@import"] {
                assert!(!page.contains(forbidden), "{address} has {forbidden}");
            }
            let policy = got.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
            for link in attributes(page, "href").into_iter().filter(|link| link.starts_with("/igf")) {
                // Another language is another page, and is walked through for itself.
                let link = link.replace("&amp;", "&");
                if !link.contains("lang=") && seen.insert(link.clone()) {
                    waiting.push(link);
                }
            }
        }
        assert!(seen.len() > 200, "only {} pages were reached", seen.len());
    }
}

#[test]
fn a_first_visit_to_a_day_fits_into_fourteen_kilobytes_and_two_requests() {
    let site = Site::of(2_000, 300);
    let first = site.page(&format!("{}/programme", site.meeting()), "");
    let days: BTreeSet<&str> =
        attributes(&first, "href").into_iter().filter(|to| to.contains("/programme/2023")).collect();
    assert!(days.len() >= 5, "{days:?}");
    let weight = |address: &str, language: &str| {
        let cookie = format!("lang={language}; zone=America/Argentina/Buenos_Aires");
        site.get(address, &[("Cookie", &cookie), ("Accept-Encoding", "gzip")]).bytes.len()
    };
    let sheets = attributes(&first, "href").into_iter().filter(|to| to.starts_with("/assets/"));
    let sheets: Vec<&str> = sheets.collect();
    assert_eq!(sheets.len(), 1, "the page and one stylesheet: {sheets:?}");
    let sheet = weight(sheets[0], "en");
    let mut heaviest = (0, String::new());
    // A reader who has chosen sessions is on no first visit, but whoever is has the buttons to choose with.
    assert!(first.contains("name=\"add\""));
    for day in days {
        for view in ["", "?view=grid"] {
            for language in ["en", "fr", "ar"] {
                let address = format!("{}{view}", day.split('?').next().unwrap());
                heaviest =
                    heaviest.max((weight(&address, language) + sheet, format!("{address} in {language}")));
            }
        }
    }
    assert!(heaviest.0 <= 14 * 1024, "{heaviest:?}, of which the stylesheet is {sheet}");
}

#[test]
fn a_day_has_the_same_sessions_as_a_list_and_as_a_grid_whose_cells_fill_it() {
    let site = Site::of(300, 120);
    let state = site.app.state("igf").unwrap();
    let version = programme::views::published(forum_in(&state), kyoto::MEETING).unwrap();
    let tokyo = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    for day in version.days(&tokyo) {
        let address = format!("{}/programme/{day}", site.meeting());
        let (list, grid) = (site.page(&address, ""), site.page(&format!("{address}?view=grid"), ""));
        for session in version.on(day, &tokyo) {
            let link = format!("/sessions/{}\"", session.slug);
            assert_eq!((list.matches(&link).count(), grid.matches(&link).count()), (1, 1), "{link} on {day}");
        }
        fills(&grid);
    }
}

/// Lays the cells of the grid out as a browser does: no cell may lie on another one, and no place may stay open.
fn fills(page: &str) {
    let columns = page.matches("<th scope=\"col\"").count();
    let body = page.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let rows: Vec<&str> = body.split("<tr>").skip(1).collect();
    let mut taken: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let span =
        |cell: &str, name| attributes(cell, name).first().map_or(1, |span| span.parse::<usize>().unwrap());
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        for start in cells.match_indices("<t").map(|(at, _)| &cells[at..]).filter(|c| !c.starts_with("<time"))
        {
            let tag = start.split('>').next().unwrap();
            while taken.contains_key(&(row, column)) {
                column += 1;
            }
            for (down, across) in
                (0..span(tag, "rowspan")).flat_map(|d| (0..span(tag, "colspan")).map(move |a| (d, a)))
            {
                *taken.entry((row + down, column + across)).or_default() += 1;
            }
        }
    }
    assert_eq!(taken.len(), rows.len() * columns, "every place of the grid is covered");
    assert!(taken.values().all(|count| *count == 1), "and only once");
}

#[test]
fn pages_show_the_published_programme_and_nothing_of_the_draft_or_of_whom_was_erased() {
    let site = Site::of(300, 40);
    let state = site.app.state("igf").unwrap();
    let version = programme::views::published(forum_in(&state), kyoto::MEETING).unwrap();
    let session = version.sessions.values().find(|session| !session.roles.is_empty()).unwrap();
    let address = format!("{}/sessions/{}", site.meeting(), session.slug);
    let edit = programme::SessionEdit { title: Some("A secret of the draft".into()), ..Default::default() };
    site.give("draft", programme::Command::AmendSession { session: session.id, edit });
    for address in [address.as_str(), "/igf/search?q=secret+of+the+draft"] {
        assert!(!site.page(address, "").contains(">A secret of the draft<"), "{address}");
    }
    let (_, person) = session.roles[0];
    let name = forum_in(&state).people.persons[&person].name.text().unwrap().to_owned();
    assert!(site.page(&address, "").contains(&name));
    site.give("erase", people::Command::ErasePerson { person });
    for address in [address, format!("/igf/people/{person}"), "/igf/people".to_owned()] {
        assert!(!site.page(&address, "").contains(&name), "{address} still shows {name}");
    }
    let private = (1..).map(PersonId).find(|id| !version.people.contains(id)).unwrap();
    assert_eq!(site.get(&format!("/igf/people/{private}"), &[]).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_page_is_filtered_and_a_reader_elsewhere_sees_their_own_time_beside_the_venues() {
    let site = Site::of(300, 80);
    let programme = format!("{}/programme/2023-10-10", site.meeting());
    let whole = site.page(&programme, "zone=Europe/Paris");
    let kinds =
        attributes(whole.split("name=\"type\"").nth(1).unwrap().split("</select>").next().unwrap(), "value");
    let kind = kinds.iter().find(|kind| !kind.is_empty()).unwrap();
    let count = |page: &str| page.matches("<h3>").count();
    let some = site.page(&format!("{programme}?type={kind}"), "zone=Europe/Paris");
    assert!(count(&some) > 0 && count(&some) < count(&whole));
    let none = site.page(&format!("{programme}?q=zzzz&type=%00"), "");
    assert_eq!(count(&none), 0);
    assert!(none.contains("Nothing on this day"));
    // 09:30 in Kyoto is 02:30 in Paris.
    let start = attributes(&whole, "datetime")[0].parse::<jiff::Timestamp>().unwrap();
    let there = start.in_tz("Europe/Paris").unwrap().strftime("%H:%M").to_string();
    assert!(whole.contains(&format!("<small>{there}</small>")), "{there}");
    assert!(
        whole.contains("Japan Standard Time (UTC+9)")
            && whole.contains("Central European Summer Time (UTC+2)")
    );
}

#[test]
fn a_browser_that_has_a_page_or_the_stylesheet_is_not_sent_it_again() {
    let site = Site::of(300, 40);
    let first = site.get("/igf", &[]);
    let known = first.headers[header::ETAG].to_str().unwrap().to_owned();
    assert_eq!(site.get("/igf", &[("If-None-Match", &known)]).status, StatusCode::NOT_MODIFIED);
    assert_eq!(site.get("/igf", &[("If-None-Match", &known), ("Cookie", "lang=fr")]).status, StatusCode::OK);
    for known in [&known, "*"] {
        let gone = site.get("/igf/people/99999", &[("If-None-Match", known)]);
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "{known}");
    }
    let sheet = attributes(first.text(), "href").into_iter().find(|to| to.starts_with("/assets/")).unwrap();
    let got = site.get(sheet, &[]);
    assert!(got.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert_eq!(site.get("/assets/hemicycle-0.css", &[]).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_forum_that_was_built_anew_has_other_pages_even_after_as_many_acts() {
    let tag = |name: &str| {
        let site = Site::empty();
        site.give("series", series::Command::FoundSeries { slug: "forum".into(), name: name.into() });
        site.get("/igf", &[]).headers[header::ETAG].to_str().unwrap().to_owned()
    };
    assert_ne!(tag("Forum of the Lakes"), tag("Forum of the Hills"));
}

#[test]
fn what_is_not_there_is_said_in_the_readers_language_with_a_way_on() {
    let site = Site::of(300, 40);
    let meeting = site.meeting();
    let outside =
        ["/igf/people/abc", "/igf/people/99999999999", "/igf/meetings/x", "/igf/nothing/here", "/x/y"];
    // Also what could be read as another form of an address that leads somewhere.
    let of_programme = [
        "2023-13-01",
        "1999-01-01",
        "20231009",
        "2023-10-09T00:00",
        "+2023-10-09",
        "versions/+1",
        "versions/01",
    ];
    let people = ["/igf/people/+1", "/igf/people/01", "/igf/organisations/01"];
    let addresses = outside.into_iter().chain(people).map(ToOwned::to_owned);
    for address in addresses.chain(of_programme.map(|rest| format!("{meeting}/programme/{rest}"))) {
        let got = site.get(&address, &[("Accept-Language", "fr")]);
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{address}");
        assert!(got.text().contains("<html lang=\"fr\""), "{address}");
    }
}
