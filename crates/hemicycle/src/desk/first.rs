//! The front of the desk: the meetings, and for the one in the making the steps that lead to its published programme.

use std::sync::Arc;

use forum::SeriesId;
use forum::programme::Programme;
use forum::programme::views::published;
use forum::series::{Meeting, Series};
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};
use platform::languages::key;

use super::form::{Sheet, Typed};
use super::told::Draft;
use super::{board, call, frame, meeting};
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let sheet = Sheet::new(visit, typed);
    let meetings = visit.forum().series.meetings.values();
    let making = meetings.max_by_key(|meeting| meeting.id);
    let finished = making.is_some_and(|meeting| published(visit.forum(), meeting.id).is_some());
    let title = lang.text("desk-title");
    let main = html! {
        h1 { (title) }
        p.bar { a href=(visit.to("desk/settings")) { (lang.text("desk-settings-title")) } " · "
            a href=(visit.to("desk/import")) { (lang.text("desk-import-title")) } }
        (sheet.refusal())
        @if finished { (done(visit, making)) } @else { p.lead { (lang.text("desk-first-lead")) }
            p { a href=(visit.to("desk/import")) { (lang.text("desk-import-way")) } } (steps(visit, typed, &sheet, making)) }
        (all(visit))
        @if making.is_some() { (call::todo(visit)) }
        @if finished {
            details { summary { (lang.text("desk-another-meeting")) } (announce(visit, &sheet)) }
        }
        @if let Some((id, series)) = visit.forum().series.series.iter().next() {
            @if making.is_some() { details { summary { (lang.text("desk-step-series")) } (rename(visit, &sheet, *id, series)) } }
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// The meetings, the latest first, each with its programme.
fn all(visit: &Visit) -> Markup {
    let lang = visit.lang();
    let mut meetings: Vec<&Arc<Meeting>> = visit.forum().series.meetings.values().collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.first_day, meeting.id)));
    let to = |meeting: &Meeting, rest: &str| visit.to(format!("desk/meetings/{}/{rest}", meeting.slug));
    html! {
        @if !meetings.is_empty() {
            h2 { (lang.text("desk-meetings")) }
            ul.rows {
                @for meeting in meetings.iter().take(40) {
                    li {
                        a href=(to(meeting, "programme")) { (name(&meeting.title, lang)) }
                        small { (lang.date_range(meeting.first_day, meeting.last_day)) }
                        a href=(to(meeting, "details")) aria-label={ (lang.text("desk-meeting-title")) ": " (meeting.title) } { (lang.text("desk-meeting-title")) }
                    }
                }
            }
        }
    }
}

/// That the programme of the latest meeting is published, and where it is.
fn done(visit: &Visit, making: Option<&Arc<Meeting>>) -> Markup {
    let lang = visit.lang();
    html! {
        @if let Some(meeting) = making {
            p.lead { (lang.text("desk-first-done")) }
            ul.choices {
                li { a href=(visit.to_meeting(meeting, "programme")) { (lang.text("desk-published-see")) } }
                li { a href=(visit.to(format!("desk/meetings/{}/programme", meeting.slug))) { (lang.text("desk-board-title")) } }
                li { a href=(visit.to("")) { (lang.text("desk-front")) } }
            }
        }
    }
}

/// One step of the way.
struct Step {
    title: String,
    is_done: bool,
    body: Markup,
}

/// The steps: those that are done, the next one, and what comes after.
fn steps(visit: &Visit, typed: &Typed, sheet: &Sheet<'_>, making: Option<&Arc<Meeting>>) -> Markup {
    let lang = visit.lang();
    let series = visit.forum().series.series.iter().next();
    let mut all = vec![
        Step {
            title: lang.text("desk-step-series"),
            is_done: series.is_some(),
            body: match series {
                None => found(visit, sheet),
                Some((id, series)) => rename(visit, sheet, *id, series),
            },
        },
        Step {
            title: lang.text("desk-step-meeting"),
            is_done: making.is_some(),
            body: match making {
                None => announce(visit, sheet),
                Some(meeting) => {
                    let to = visit.to(format!("desk/meetings/{}/details", meeting.slug));
                    html! { p { (name(&meeting.title, lang)) ", " (lang.date_range(meeting.first_day, meeting.last_day)) " "
                    a href=(to) { (lang.text("desk-change")) } } }
                }
            },
        },
    ];
    match making.and_then(|meeting| draft(visit, meeting)) {
        Some(draft) => all.extend(of_programme(&draft, typed)),
        None => {
            let keys = [
                key("desk-step-rooms"),
                key("desk-step-grid"),
                key("desk-step-sessions"),
                key("desk-step-place"),
                key("desk-step-publish"),
            ];
            let later = |key: &str| Step { title: lang.text(key), is_done: false, body: html! {} };
            all.extend(keys.into_iter().map(later));
        }
    }
    let next = all.iter().position(|step| !step.is_done);
    html! {
        ol.steps {
            @for (nth, step) in all.iter().enumerate() {
                li.is-done[step.is_done] aria-current=[(Some(nth) == next).then_some("step")] {
                    details open[Some(nth) == next] {
                        summary { h2 { (step.title) } @if step.is_done { small { (lang.text("desk-step-done")) } } }
                        (step.body)
                    }
                }
            }
        }
    }
}

fn draft<'a>(visit: &'a Visit, meeting: &'a Arc<Meeting>) -> Option<Draft<'a>> {
    let programme: Programme = visit.forum().programme.meetings.get(&meeting.id).cloned().unwrap_or_default();
    let version = programme.as_version();
    Some(Draft { visit, meeting, programme, version })
}

/// From rooms to a published programme. The forms are those of other pages, and lead back here.
fn of_programme(draft: &Draft<'_>, typed: &Typed) -> [Step; 5] {
    let (visit, lang, programme) = (draft.visit, draft.visit.lang(), &draft.programme);
    let frame = Sheet::of_page(visit, typed, draft.to("rooms"));
    let board = Sheet::of_page(visit, typed, draft.to("programme"));
    let standing = programme.sessions.values().filter(|session| !session.withdrawn).count();
    let unplaced = programme.unplaced().count();
    let more = |rest: &str, count: usize, key: &str| {
        html! {
            p { (lang.text_with(key, [("count", count.into())])) " " a href=(draft.to(rest)) { (lang.text("desk-change")) } }
        }
    };
    [
        Step {
            title: lang.text("desk-step-rooms"),
            is_done: !programme.rooms.is_empty(),
            body: match programme.rooms.len() {
                0 => frame::paste_rooms(draft, &frame),
                count => more("rooms", count, key("desk-rooms-count")),
            },
        },
        Step {
            title: lang.text("desk-step-grid"),
            is_done: !programme.slots.is_empty(),
            body: match programme.slots.len() {
                0 => html! { p.soft { (lang.text("desk-grid-hint")) } (frame::grid(draft, &frame, true)) },
                count => more("rooms", count, key("desk-slots-count")),
            },
        },
        Step {
            title: lang.text("desk-step-sessions"),
            is_done: standing > 0,
            body: match standing {
                0 => html! {
                    p.soft { (lang.text("desk-sessions-hint")) }
                    (board::paste(&board, visit, programme))
                },
                count => more("programme", count, key("filter-sessions")),
            },
        },
        Step {
            title: lang.text("desk-step-place"),
            is_done: standing > 0 && unplaced == 0,
            body: html! {
                p.soft { (lang.text("desk-fill-hint")) }
                @if unplaced > 0 { (board.act("fill", 0).button("", &lang.text("desk-fill"))) }
                p { (lang.text_with("desk-unplaced", [("count", unplaced.into())])) " "
                    a href=(draft.to("programme")) { (lang.text("desk-by-hand")) } }
            },
        },
        Step {
            title: lang.text("desk-step-publish"),
            is_done: false,
            body: html! { p { a.go href=(draft.to("publish")) { (lang.text("desk-publish-title")) } } },
        },
    ]
}

fn found(visit: &Visit, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("found", 0);
    act.form("desk", &html! { (act.line("text", "name", &lang.text("desk-series-name"), "")) (act.send(&lang.text("desk-next"))) })
}

fn rename(visit: &Visit, sheet: &Sheet<'_>, SeriesId(id): SeriesId, series: &Series) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("series", id);
    act.form("desk", &html! { (act.line("text", "name", &lang.text("desk-series-name"), &series.name)) (act.send(&lang.text("desk-save"))) })
}

/// A meeting to announce. What is proposed is only so that the fields show what belongs there.
fn announce(visit: &Visit, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("announce", 0);
    let zone = visit.reader.zone.as_ref().and_then(|zone| zone.iana_name()).unwrap_or("UTC").to_owned();
    let today = jiff::tz::TimeZone::UTC.to_datetime(Timestamp::now()).date();
    let day = today.saturating_add(3.months()).to_string();
    let body = html! {
        (act.line("text", "title", &lang.text("desk-meeting-name"), ""))
        (meeting::fields(visit, act, &meeting::Known { first_day: day.clone(), last_day: day, zone, ..Default::default() }))
        (act.send(&lang.text("desk-next")))
    };
    act.form("desk", &body)
}
