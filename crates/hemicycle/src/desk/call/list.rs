//! All calls, and the form that draws up another.

use std::sync::Arc;

use forum::call::{About, Call, Command as Step, Gate, Mode, Said, Stage};
use forum::{CallId, Command, MeetingId, Refusal};
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

use super::{moment, order, proposals};
use crate::call::said;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Sheet, Typed};
use crate::site::content::{name, tagged};
use crate::site::visit::venue;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("calls-title");
    let calls = &visit.forum().call.calls;
    let main = html! {
        p.over { a href=(visit.to("desk")) { (lang.text("desk-title")) } }
        h1 { (title) }
        (sheet.refusal())
        @if calls.is_empty() { p.lead { (lang.text("calls-none")) } }
        ul.rows { @for call in calls.values().rev() { li { (row(visit, call)) } } }
        h2 { (lang.text("calls-new")) }
        @if visit.forum().series.meetings.is_empty() {
            p { (lang.text("calls-no-meeting")) " " a href=(visit.to("desk")) { (lang.text("desk-title")) } }
        } @else { (new(visit, &sheet)) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn row(visit: &Visit, call: &Arc<Call>) -> Markup {
    let lang = visit.lang();
    let (title, tag) = said::title(call, lang);
    let of = |stage| proposals(visit.forum(), call.id).filter(|proposal| proposal.stage == stage).count();
    let counts = [("drafts", of(Stage::Draft).into()), ("submitted", of(Stage::Submitted).into())];
    let meeting = visit.forum().series.meetings.get(&call.meeting);
    html! {
        span {
            a href=(visit.to(format!("desk/calls/{}", call.id))) { (tagged(title, tag, lang)) }
            @if let Some(meeting) = meeting { " " small { (name(&meeting.title, lang)) } }
        }
        small { (standing(visit, call)) }
        small { (lang.text_with("calls-counts", counts)) }
        a href=(visit.to(format!("desk/calls/{}/proposals", call.id))) aria-label={ (lang.text("calls-proposals")) ": " (title) } {
            (lang.text("calls-proposals")) }
    }
}

/// Where a call stands now: drawn up, to be opened, open, or closed.
pub(super) fn standing(visit: &Visit, call: &Call) -> Markup {
    let (lang, now) = (visit.lang(), Timestamp::now());
    let zone = visit.forum().series.meetings.get(&call.meeting).map(|meeting| venue(meeting));
    let at = |at: Timestamp| moment(at, zone.as_ref().unwrap_or(&jiff::tz::TimeZone::UTC), lang);
    let Gate { opens, closes } = call.about.gate;
    html! {
        @if !call.announced { (lang.text("calls-not-announced")) }
        @else if now < opens { (lang.text("calls-opens")) " " (at(opens)) }
        @else if now < closes { (lang.text("calls-open-until")) " " (at(closes)) }
        @else { (lang.text("calls-closed")) " " (at(closes)) }
    }
}

/// What a call gathers, to choose from.
pub(super) fn modes(visit: &Visit) -> Vec<(String, String)> {
    let lang = visit.lang();
    vec![
        ("sessions".to_owned(), lang.text("calls-mode-sessions")),
        ("issues".to_owned(), lang.text("calls-mode-issues")),
    ]
}

fn new(visit: &Visit, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("draw-up", 0);
    let mut meetings: Vec<_> = visit.forum().series.meetings.values().collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.first_day, meeting.id)));
    let latest = meetings.first().map(|meeting| meeting.id.to_string()).unwrap_or_default();
    let all: Vec<_> =
        meetings.iter().map(|meeting| (meeting.id.to_string(), meeting.title.clone())).collect();
    let today = jiff::tz::TimeZone::UTC.to_datetime(Timestamp::now()).date();
    let body = html! {
        (act.line("text", "title", &lang.text("calls-new-title"), ""))
        (act.choice("meeting", &lang.text("calls-meeting"), &latest, &all))
        (act.choice("mode", &lang.text("calls-mode"), "sessions", &modes(visit)))
        (act.line("date", "opens-day", &lang.text("calls-opens-day"), &today.to_string()))
        (act.line("text", "opens", &lang.text("calls-opens-time"), "09:00"))
        (act.line("date", "closes-day", &lang.text("calls-closes-day"), &today.saturating_add(6.weeks()).to_string()))
        (act.line("text", "closes", &lang.text("calls-closes-time"), "23:59"))
        p.soft { (lang.text("calls-new-hint")) }
        (act.send(&lang.text("calls-draw-up")))
    };
    act.form("desk", &body)
}

/// The form of that page.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    if form.get("do") != "draw-up" {
        return Err(No::NotFound);
    }
    let meeting = MeetingId(form.needed("meeting")?);
    let known = visit.forum().series.meetings.get(&meeting).ok_or(No::NotFound)?;
    let mode = match form.get("mode") {
        "sessions" => Mode::Sessions,
        "issues" => Mode::Issues,
        _ => return Err(No::NotFound),
    };
    let title = form.get("title").trim().to_owned();
    if title.is_empty() {
        return Err(Refusal::Empty { field: "title".into() }.into());
    }
    let about = About {
        title: Said::from([(visit.lang().tag().to_owned(), title)]),
        introduction: Said::new(),
        how_decided: Said::new(),
        gate: order::gate(form, known)?,
        told_by: None,
        open: false,
    };
    let next = visit.forum().call.calls.keys().next_back().map_or(1, |last| last.0 + 1);
    let order = Order::from(Command::from(Step::AddCall { meeting, mode, about }));
    Ok(Order { to: Some(visit.to(format!("desk/calls/{}", CallId(next)))), ..order })
}
