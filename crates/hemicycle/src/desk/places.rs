//! Why a session is where it is, and where else it could be: every place with its price.

use std::sync::Arc;

use forum::programme::Session;
use maud::{Markup, html};
use platform::languages::Locale;
use timetable::constraints::Level;
use timetable::model::{Board, Brief, Placement};
use timetable::prices::{Alternative, Share, here};
use timetable::search::Cost;

use super::form::{Sheet, Typed};
use super::plan::said::{self, Said};
use super::plan::{Planned, instance};
use super::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// How many places are shown at first, and how many when somebody asks for more.
const SHOWN: usize = 16;
const SHOWN_MAX: usize = 150;

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let session = draft.programme.by_slug(visit.part("session")).ok_or(NotFound)?;
    let sheet = Sheet::new(visit, typed);
    let planned = instance(visit.forum(), draft.meeting.id);
    let title = lang.text_with("plan-places-title", [("session", session.code.as_str().into())]);
    let index = planned.sessions.binary_search(&session.id);
    let main = html! {
        (draft.ways())
        h1 { (title) }
        p.lead { a href=(draft.to(&format!("sessions/{}", session.slug))) { (name(told::title(session), lang)) } }
        (sheet.refusal())
        @if let Ok(index) = index {
            @let brief = Brief::new(&planned.instance);
            @let board = Board::with(&brief, &planned.draft);
            (why_here(&draft, &planned, &board, (session, index)))
            (lock(&draft, &sheet, session))
            (where_else(&draft, &sheet, &planned, &board, (session, index)))
        } @else { p { (lang.text("desk-withdrawn")) } }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn why_here(
    draft: &Draft<'_>,
    planned: &Planned,
    board: &Board<'_>,
    (session, index): (&Arc<Session>, usize),
) -> Markup {
    let lang = draft.visit.lang();
    let said = Said::of(draft, planned, &planned.draft);
    let shares = here(board, index);
    let clock = Clock::of(draft.visit, draft.meeting);
    let place =
        session.placed().and_then(|(room, start, _)| Some((draft.programme.rooms.get(&room)?, start)));
    html! {
        section {
            h2 { (lang.text("plan-here")) }
            @if let Some((room, start)) = place {
                p { (name(&room.name, lang)) " · " (lang.moment(start, &clock.venue)) }
            } @else { p { (lang.text("desk-no-place")) } }
            @if place.is_some() && shares.is_empty() { p.soft { (lang.text("plan-here-fine")) } }
            @if place.is_some() { ul { @for share in &shares { li { (reason(&said, share, lang)) } } } }
        }
    }
}

/// What speaks against a place, and at what price.
fn reason(said: &Said<'_>, share: &Share, lang: &Locale) -> Markup {
    html! {
        b { (said::constraint(share.constraint, lang)) } " "
        @if share.level == Level::Hard { span.warn { (lang.text("plan-hard")) } } @else { small { (price(share.cost, lang)) } }
        @for fact in share.facts.iter().take(8) { br; (said.item(fact)) }
    }
}

/// A change of the price, in words.
fn price(cost: Cost, lang: &Locale) -> String {
    match cost.soft {
        0 => lang.text("plan-same"),
        less if less < 0 => lang.text_with("plan-saves", [("price", (-less).into())]),
        more => lang.text_with("plan-costs", [("price", more.into())]),
    }
}

/// Whether it keeps its place, and the button that says otherwise.
pub(super) fn lock(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Session) -> Markup {
    let lang = draft.visit.lang();
    let locked = draft.programme.demands.locked.contains(&session.id);
    html! {
        @if locked {
            p { (lang.text("plan-locked-hint")) }
            (sheet.act("unlock", 0).button("quiet", &lang.text("plan-unlock")))
        } @else if session.place.is_some() {
            (sheet.act("lock", 0).button("quiet", &lang.text("plan-lock")))
        }
    }
}

fn where_else(
    draft: &Draft<'_>,
    sheet: &Sheet<'_>,
    planned: &Planned,
    board: &Board<'_>,
    (session, index): (&Arc<Session>, usize),
) -> Markup {
    let lang = draft.visit.lang();
    let (open, broken) = planned.elsewhere(board, index);
    let most = if draft.visit.reader.asked("all").is_empty() { SHOWN } else { SHOWN_MAX };
    let movable = !draft.programme.demands.locked.contains(&session.id);
    let more = draft.to(&format!("sessions/{}/places?all=yes", session.slug));
    html! {
        section {
            h2 { (lang.text("plan-there")) }
            @if open.is_empty() { p { (lang.text("plan-there-none")) } } @else { p.soft { (lang.text("plan-there-hint")) } }
            ul.rows { @for (n, other) in (1..).zip(open.iter().take(most)) {
                li { (alternative(draft, sheet, planned, (n, other), movable)) }
            } }
            @if open.len() > most && most == SHOWN {
                p { a href=(more) { (lang.text_with("plan-more", [("count", (open.len() - most).into())])) } }
            } @else { (told::left_out(lang, open.len(), most)) }
            @if !broken.is_empty() {
                details {
                    summary { (lang.text_with("plan-broken", [("count", broken.len().into())])) }
                    ul.rows { @for (n, other) in (1_001..).zip(broken.iter().take(most)) {
                        li { (alternative(draft, sheet, planned, (n, other), movable)) }
                    } }
                    (told::left_out(lang, broken.len(), most))
                }
            }
        }
    }
}

fn alternative(
    draft: &Draft<'_>,
    sheet: &Sheet<'_>,
    planned: &Planned,
    (n, other): (u32, &Alternative),
    movable: bool,
) -> Markup {
    let lang = draft.visit.lang();
    let clock = Clock::of(draft.visit, draft.meeting);
    let Placement { start, room } = other.place;
    let (room_id, start) = (planned.rooms[room], planned.times[start]);
    let where_to = format!("{} · {}", planned.instance.rooms[room].name, lang.moment(start, &clock.venue));
    let swap =
        other.swap.map(|other| (planned.sessions[other], planned.instance.sessions[other].name.clone()));
    let text = match &swap {
        Some((_, code)) => lang.text_with("plan-swap", [("session", code.as_str().into())]),
        None => lang.text("plan-move"),
    };
    let reasons = || other.reasons.iter().filter(|reason| reason.change.hard == 0);
    html! {
        span {
            (name(&where_to, lang)) " "
            @for reason in other.broken() { span.warn { (said::constraint(reason.constraint, lang)) } " " }
            b { (price(other.change, lang)) }
            @for reason in reasons() { br; small { (said::constraint(reason.constraint, lang)) ": " (price(reason.change, lang)) } }
        }
        @if movable {
            (sheet.act("move", n).form("bare", &html! {
                input type="hidden" name="at" value={ (room_id) "@" (start) };
                @if let Some((session, _)) = &swap { input type="hidden" name="with" value=(session); }
                button.quiet aria-label={ (text) ": " (where_to) } { (text) }
            }))
        }
    }
}
