//! A session: what it is about, when and where, who takes part, who holds it.

use forum::people::views::person;
use forum::programme::views::published;
use forum::programme::{Role, Session, Version};
use forum::series::Meeting;
use forum::{PersonId, Viewer};
use maud::{Markup, html};

use crate::programme::mine;
use crate::site::clock::Clock;
use crate::site::content::{name, person_name, prose, tagged, words};
use crate::site::sessions::line;
use crate::site::{NotFound, Page, Part, Visit, names};

/// How many other sessions of the same track a page points to.
const MORE: usize = 5;

/// The page of a session on the published programme.
pub fn page(visit: &Visit, meeting: &str, session: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(meeting)?;
    let version = published(visit.forum(), meeting.id).ok_or(NotFound)?;
    let session = version.by_slug(session).ok_or(NotFound)?;
    let clock = Clock::of(visit, meeting);
    let day = session.place.map(|place| clock.day(place.start));
    let main = html! {
        p.over {
            a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) }
            @if let Some(day) = day {
                " · " a href=(visit.to_meeting(meeting, format!("programme/{day}"))) { (lang.day(day)) }
            }
        }
        h1.long { (words(&session.title, &session.language, lang)) }
        div.two {
            // First in the document: on a phone, when and where come before what and who.
            aside {
                (facts(visit, meeting, version, session, &clock))
                (mine::wide_button(visit, meeting, &mine::of(visit, meeting), session))
            }
            div {
                @if let Some(summary) = &session.summary { (prose(summary, &session.language, lang)) }
                (people(visit, session))
            }
        }
        (more(visit, meeting, version, session, &clock))
    };
    let title = session.title.text().map_or_else(|| session.code.clone(), ToOwned::to_owned);
    Ok(Page { title, part: Part::Programme, main })
}

fn people(visit: &Visit, session: &Session) -> Markup {
    let lang = visit.lang();
    // Each person once, where their first role puts them.
    let mut everybody: Vec<(PersonId, Vec<Role>)> = Vec::new();
    for wanted in Role::ALL {
        for (role, id) in session.roles.iter().filter(|(role, _)| *role == wanted) {
            match everybody.iter_mut().find(|(known, _)| known == id) {
                Some((_, roles)) => roles.push(*role),
                None => everybody.push((*id, vec![*role])),
            }
        }
    }
    html! {
        @if !session.roles.is_empty() {
            h2 { (lang.text("session-people")) }
            ul.people {
                @for (id, roles) in &everybody { (participant(visit, *id, roles)) }
            }
        }
    }
}

fn participant(visit: &Visit, id: PersonId, roles: &[Role]) -> Markup {
    let lang = visit.lang();
    html! {
        @if let Some(view) = person(visit.forum(), id, Viewer::Public) {
            li {
                a href=(visit.to(format!("people/{id}"))) { (person_name(&view.person.name, lang)) }
                p {
                    (names::roles(roles, lang))
                    @if let Some((_, organisation)) = view.organisation { " · " (name(&organisation.name, lang)) }
                }
            }
        }
    }
}

fn facts(visit: &Visit, meeting: &Meeting, version: &Version, session: &Session, clock: &Clock) -> Markup {
    let lang = visit.lang();
    let room = session.place.and_then(|place| version.rooms.get(&place.room));
    let track = session.track.and_then(|track| version.tracks.get(&track));
    let on_day = |asked: String| {
        session
            .place
            .map(|place| visit.to_meeting(meeting, format!("programme/{}?{asked}", clock.day(place.start))))
    };
    html! {
        dl.facts {
            (when(visit, meeting, session, clock))
            @if let Some(room) = room {
                dt { (lang.text("fact-where")) }
                dd { a href=[on_day(format!("room={}", room.slug))] { (name(&room.name, lang)) }
                    @if let Some(seats) = room.seats {
                        br; small { (lang.text_with("room-seats", [("count", seats.into())])) }
                    } }
            }
            dt { (lang.text("filter-type")) } dd { (names::session_type(&session.kind, lang)) }
            dt { (lang.text("fact-code")) } dd { (name(&session.code, lang)) }
            @if let Some(track) = track {
                dt { (lang.text("filter-track")) }
                dd { a href=[on_day(format!("track={}", track.slug))] { (name(&track.name, lang)) } }
            }
            dt { (lang.text("filter-language")) }
            dd { (tagged(names::language(&session.language), &session.language, lang)) }
            @if let Some(format) = &session.format {
                dt { (lang.text("filter-format")) } dd { (names::format(format, lang)) }
            }
            (holders(visit, session))
        }
    }
}

fn when(visit: &Visit, meeting: &Meeting, session: &Session, clock: &Clock) -> Markup {
    let lang = visit.lang();
    let calendar = visit.to_meeting(meeting, format!("sessions/{}.ics", session.slug));
    html! {
        @if let (Some((_, start, end)), Some(span)) = (session.placed(), clock.span(session, lang)) {
            dt { (lang.text("fact-when")) }
            dd {
                time datetime=(start) { (lang.date_with_weekday(clock.day(start))) br; (span) }
                br; small { (lang.zone(&clock.venue, start)) }
                br; small { a href=(calendar) { (lang.text("session-calendar")) } }
            }
            @if let (Some(reader), Some(from), Some(until)) =
                (&clock.reader, clock.theirs(start, clock.day(start), lang), clock.theirs(end, clock.day(start), lang)) {
                dt { (lang.text("fact-for-you")) }
                dd {
                    (lang.text_with("time-range", [("from", from.into()), ("to", until.into())]))
                    br; small { (lang.zone(reader, start)) }
                }
            }
        }
    }
}

fn holders(visit: &Visit, session: &Session) -> Markup {
    let lang = visit.lang();
    let organisations = &visit.forum().people.organisations;
    html! {
        @if !session.organisers.is_empty() {
            dt { (lang.text("fact-held-by")) }
            dd { ul {
                @for id in &session.organisers {
                    @if let Some(organisation) = organisations.get(id) {
                        li { a href=(visit.to(format!("organisations/{id}"))) { (name(&organisation.name, lang)) } }
                    }
                }
            } }
        }
    }
}

/// What comes next on the same track, for somebody who follows a theme through the week.
fn more(visit: &Visit, meeting: &Meeting, version: &Version, session: &Session, clock: &Clock) -> Markup {
    let lang = visit.lang();
    let start = session.place.map(|place| place.start);
    let sessions = version.in_order();
    let next = sessions.iter().filter(|other| {
        other.id != session.id
            && other.track == session.track
            && other.place.map(|place| place.start) >= start
    });
    let next: Vec<_> = next.take(if session.track.is_some() { MORE } else { 0 }).collect();
    html! {
        @if !next.is_empty() {
            h2 { (lang.text("session-more")) }
            ul.list.one { @for other in next { (line(visit, (meeting, version), other, clock, "")) } }
        }
    }
}
