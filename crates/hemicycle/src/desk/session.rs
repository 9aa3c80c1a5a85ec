//! A session as those who make the programme edit it.

use std::sync::Arc;

use forum::programme::{Place, Session};
use maud::{Markup, html};

use super::form::{Sheet, Typed};
use super::told::{self, Draft};
use super::{call, needs, places, when};
use crate::site::clock::Clock;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit, names};

/// The page of one session.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let session = draft.programme.by_slug(visit.part("session")).ok_or(NotFound)?;
    let sheet = Sheet::new(visit, typed);
    let title = format!("{} · {}", session.code, told::title(session));
    let main = html! {
        (draft.ways())
        h1.long { (name(&title, lang)) }
        (sheet.refusal())
        (grown_from(visit, session))
        @if session.withdrawn {
            p.lead { (lang.text("desk-withdrawn")) }
            (sheet.act("reinstate", 0).button("", &lang.text("desk-reinstate")))
        } @else {
            div.halves {
                section { h2 { (lang.text("desk-session-said")) } (said(&draft, &sheet, session)) }
                div {
                    section { h2 { (lang.text("fact-where")) } (place(&draft, &sheet, session)) }
                    section { h2 { (lang.text("plan-needs")) } (needs::session(&draft, &sheet, session)) }
                    section { h2 { (lang.text("plan-order")) } (needs::order(&draft, &sheet, session)) }
                    section { h2 { (lang.text("session-people")) } (people(&draft, &sheet, session)) }
                    section { h2 { (lang.text("desk-withdraw")) }
                        p.soft { (lang.text("desk-withdraw-hint")) }
                        (sheet.act("withdraw", 0).button("quiet", &lang.text("desk-withdraw"))) }
                }
            }
        }
        (told::known_people(visit))
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// The way back to the proposal, or the team, that a session was.
fn grown_from(visit: &Visit, session: &Session) -> Markup {
    let lang = visit.lang();
    let origin = session.origin.as_ref();
    let of = |system: &str| origin.filter(|origin| origin.system == system).map(|origin| origin.id.as_str());
    html! {
        @if let Some(id) = of(call::PROPOSAL) { p { a href=(visit.to(format!("desk/proposals/{id}"))) { (lang.text("calls-its-proposal")) } } }
        @if let Some(id) = of(call::TEAM) { p { a href=(visit.to(format!("teams/{id}"))) { (lang.text("calls-its-team")) } } }
    }
}

fn said(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Session) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("edit", 0);
    let track = session.track.map(|track| track.to_string()).unwrap_or_default();
    let summary = session.summary.as_ref().map(|words| words.or_empty()).unwrap_or_default();
    let body = html! {
        (act.line("text", "title", &lang.text("desk-session-title"), session.title.or_empty()))
        (act.prose("abstract", &lang.text("desk-session-abstract"), 8, summary))
        p.soft { (lang.text("markdown-hint")) }
        (act.choice("kind", &lang.text("filter-type"), &session.kind, &told::kinds(&session.kind, lang)))
        (act.line("number", "minutes", &lang.text("desk-session-minutes"), &session.minutes.to_string()))
        (act.choice("track", &lang.text("filter-track"), &track, &told::tracks(&draft.programme, lang)))
        (act.choice("language", &lang.text("filter-language"), &session.language, &told::languages(&session.language)))
        (act.line("text", "format", &lang.text("filter-format"), session.format.as_deref().unwrap_or_default()))
        (act.send(&lang.text("desk-save")))
    };
    act.form("desk", &body)
}

fn place(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Arc<Session>) -> Markup {
    let lang = draft.visit.lang();
    let clock = Clock::of(draft.visit, draft.meeting);
    let act = sheet.act("place", 0);
    let Place { room, start } = session.place.unwrap_or(Place {
        room: draft.programme.rooms.keys().next().copied().unwrap_or(forum::RoomId(0)),
        start: when::moment(draft.meeting, draft.meeting.first_day, jiff::civil::time(9, 0, 0, 0)),
    });
    let day = clock.day(start);
    let days: Vec<_> =
        when::days(draft.meeting).into_iter().map(|day| (day.to_string(), lang.day(day))).collect();
    let time = clock.venue.to_datetime(start).time().strftime("%H:%M").to_string();
    let body = html! {
        (act.choice("room", &lang.text("filter-room"), &room.to_string(), &told::rooms(&draft.programme, lang)))
        (act.choice("day", &lang.text("desk-day"), &day.to_string(), &days))
        (act.line("text", "time", &lang.text("grid-time"), &time))
        (act.send(&lang.text("desk-place")))
    };
    html! {
        @if session.place.is_none() { p.soft { (lang.text("desk-no-place")) } }
        (act.form("desk", &body))
        @if session.place.is_some() { (sheet.act("unplace", 0).button("quiet", &lang.text("desk-unplace"))) }
        p.soft { (clock.named_once(start, start, lang)) }
        p { a href=(draft.to(&format!("sessions/{}/places", session.slug))) { (lang.text("plan-go-places")) } }
        (places::lock(draft, sheet, session))
    }
}

fn people(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Session) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let act = sheet.act("give-role", 0);
    let body = html! {
        (act.line("text", "people", &lang.text("desk-person-name"), ""))
        (act.choice("role", &lang.text("desk-role"), "speaker", &told::roles(lang)))
        (act.send(&lang.text("desk-give-role")))
    };
    html! {
        ul.rows {
            @for (nth, (role, person)) in (1..).zip(&session.roles) {
                @let who = told::person_name(visit, *person);
                li {
                    span { (name(&who, lang)) " " small { (names::role(*role, lang)) } }
                    (sheet.act("take-role", nth).form("bare", &html! {
                        input type="hidden" name="person" value=(person); input type="hidden" name="role" value=(role.key());
                        button.quiet aria-label={ (lang.text("desk-remove")) ": " (who) } { (lang.text("desk-remove")) }
                    }))
                }
            }
        }
        (act.form("desk", &body))
    }
}
