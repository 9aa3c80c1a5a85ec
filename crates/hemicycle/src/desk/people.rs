//! When people can take part in a meeting, and how: only those who run the forum see it.

use std::collections::BTreeMap;

use forum::PersonId;
use forum::people::Attendance;
use maud::{Markup, html};
use platform::languages::offset_name;

use super::demand::clock;
use super::form::{Sheet, Typed};
use super::stretches;
use super::told::{self, Draft};
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit, zones};

/// Most people of whom nothing was said that are listed.
const LISTED_MAX: usize = 100;

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let refused = typed.form.get("id").parse().ok().filter(|_| typed.form.get("do") == "person");
    let asked = visit.reader.asked("person").parse().ok().or(refused).map(PersonId);
    let asked = asked.filter(|id| visit.forum().people.persons.contains_key(id));
    let title = lang.text("plan-people-title");
    let find = sheet.act("find", 0);
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        p.soft { (lang.text("plan-people-hint")) }
        @if let Some(person) = asked { (one(&draft, &sheet, person)) }
        (find.form("line", &html! {
            (find.line("text", "people", &lang.text("desk-person-name"), ""))
            (find.send(&lang.text("plan-person-find")))
        }))
        (everybody(&draft))
        (told::known_people(visit))
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// The form of one person.
fn one(draft: &Draft<'_>, sheet: &Sheet<'_>, person: PersonId) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let act = sheet.act("person", person.0);
    let said = draft.programme.demands.people.get(&person).cloned().unwrap_or_default();
    let zone = said.zone.clone().unwrap_or_default();
    let theirs = clock(visit, draft.meeting, person, said.zone.as_deref());
    let known = theirs.iana_name().unwrap_or("UTC").to_owned();
    let mut all = vec![(
        String::new(),
        lang.text_with("plan-person-zone-none", [("zone", lang.zone_city(&known).into())]),
    )];
    let now = jiff::Timestamp::now();
    all.extend(zones::choices(now).into_iter().map(|(zone, offset)| {
        (zone.to_owned(), format!("{} {}", offset_name(offset), lang.zone_city(zone)))
    }));
    if !all.iter().any(|(known, _)| *known == zone) {
        all.push((zone.clone(), zone.clone()));
    }
    let registered = visit.forum().people.participation(draft.meeting.id, person);
    let registered = match registered.map(|known| known.attendance) {
        Some(Attendance::Online) => lang.text("plan-person-online"),
        Some(Attendance::OnSite) => lang.text("plan-person-on-site"),
        None => lang.text("plan-person-not-registered"),
    };
    let ways = vec![
        (String::new(), lang.text_with("plan-person-as-registered", [("how", registered.into())])),
        ("yes".to_owned(), lang.text("plan-person-online")),
        ("no".to_owned(), lang.text("plan-person-on-site")),
    ];
    let online = said.online.map_or("", |online| if online { "yes" } else { "no" });
    let body = html! {
        (act.choice("online", &lang.text("plan-person-how"), online, &ways))
        (act.choice("zone", &lang.text("plan-person-zone"), &zone, &all))
        (act.prose("away", &lang.text("plan-person-away"), 4, &stretches::written(&said.away, &theirs)))
        p.soft.whole { (lang.text("plan-stretch-hint")) " " (lang.text("plan-person-clock")) }
        (act.send(&lang.text("desk-save")))
    };
    html! { section { h2 { (name(&told::person_name(visit, person), lang)) } (act.form("desk", &body)) } }
}

/// Everybody who must be present somewhere, with what was said of them.
fn everybody(draft: &Draft<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let mut people: BTreeMap<PersonId, usize> = BTreeMap::new();
    for session in draft.programme.sessions.values().filter(|session| !session.withdrawn) {
        let mut present: Vec<PersonId> =
            session.roles.iter().filter(|(role, _)| role.is_present()).map(|(_, person)| *person).collect();
        present.sort();
        present.dedup();
        present.into_iter().for_each(|person| *people.entry(person).or_default() += 1);
    }
    let said = &draft.programme.demands.people;
    for person in said.keys() {
        people.entry(*person).or_default();
    }
    let mut people: Vec<(PersonId, usize, String)> =
        people.into_iter().map(|(id, sessions)| (id, sessions, told::person_name(visit, id))).collect();
    people.sort_by_key(|(id, _, called)| (!said.contains_key(id), lang.sort_key(called)));
    // Of whom nothing was said there may be a thousand; they are found by name.
    let most = said.len() + LISTED_MAX;
    html! {
        @if people.is_empty() { p { (lang.text("plan-people-none")) } }
        table.table {
            thead { tr {
                th scope="col" { (lang.text("desk-person-name")) }
                th scope="col" { (lang.text("plan-people-sessions")) }
                th scope="col" { (lang.text("plan-person-away")) }
            } }
            tbody { @for (id, sessions, called) in people.iter().take(most) {
                tr {
                    th scope="row" { a href=(draft.to(&format!("people?person={id}"))) { (name(called, lang)) } }
                    td { (lang.number(i64::try_from(*sessions).unwrap_or(i64::MAX))) }
                    td { @if let Some(said) = said.get(id) { (away(draft, *id, said)) } }
                }
            } }
        }
        (told::left_out(lang, people.len(), most))
    }
}

fn away(draft: &Draft<'_>, person: PersonId, said: &forum::programme::demands::Availability) -> Markup {
    let lang = draft.visit.lang();
    let theirs = clock(draft.visit, draft.meeting, person, said.zone.as_deref());
    html! {
        @match said.online {
            Some(true) => { (lang.text("plan-person-online")) " " },
            Some(false) => { (lang.text("plan-person-on-site")) " " },
            None => {},
        }
        @for (nth, stretch) in said.away.iter().take(6).enumerate() {
            @if nth > 0 { br; }
            bdi { (stretches::line(stretch, &theirs)) }
        }
        @if said.away.len() > 6 { " …" }
    }
}
