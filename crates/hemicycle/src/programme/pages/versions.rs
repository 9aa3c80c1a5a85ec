//! The published versions of a programme, and what changed from each to the next.

use std::sync::Arc;

use forum::people::views::person;
use forum::programme::views::{Changed, Difference, changes, versions};
use forum::programme::{Place, Role, Version};
use forum::series::Meeting;
use forum::{PersonId, Viewer};
use maud::{Markup, html};

use crate::site::clock::Clock;
use crate::site::content::{name, prose, words};
use crate::site::{NotFound, Page, Part, Visit, names};

/// All versions, the latest first.
pub fn list(visit: &Visit, meeting: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(meeting)?;
    let clock = Clock::of(visit, meeting);
    let all = versions(visit.forum(), meeting.id);
    let main = html! {
        (over(visit, meeting))
        h1 { (lang.text("versions-title")) }
        p.lead { (lang.text("versions-lead")) }
        @if all.is_empty() { p { (lang.text("programme-not-published")) } }
        ul.list.one {
            @for (nth, version) in all.iter().enumerate() {
                li {
                    h2 { a href=(visit.to_meeting(meeting, format!("programme/versions/{}", version.number))) {
                        (lang.text_with("version-name", [("label", (&version.label).into())]))
                    } }
                    p { (lang.moment(version.at, &clock.venue)) " · " (summary(visit, all.get(nth + 1).copied(), version)) }
                    @if let Some(note) = &version.note { p { (words(note, "", lang)) } }
                }
            }
        }
    };
    Ok(Page { title: lang.text("versions-title"), part: Part::Programme, main })
}

fn summary(visit: &Visit, earlier: Option<&Arc<Version>>, version: &Version) -> String {
    match earlier {
        Some(earlier) => {
            visit.lang().text_with("version-changed", [("count", changes(earlier, version).len().into())])
        }
        None => visit.lang().text_with("filter-sessions", [("count", version.sessions.len().into())]),
    }
}

/// One version: what changed since the one before it.
pub fn version(visit: &Visit, meeting: &str, number: u32) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(meeting)?;
    let clock = Clock::of(visit, meeting);
    let all = versions(visit.forum(), meeting.id);
    let position = all.iter().position(|version| version.number == number).ok_or(NotFound)?;
    let (version, earlier) = (all[position], all.get(position + 1).copied());
    let title = lang.text_with("version-name", [("label", (&version.label).into())]);
    let all_versions = visit.to_meeting(meeting, "programme/versions");
    let main = html! {
        (over(visit, meeting))
        h1 { (title) }
        p.bar { span { (lang.moment(version.at, &clock.venue)) } a href=(all_versions) { (lang.text("versions-title")) } }
        (changed(visit, meeting, earlier.map(Arc::as_ref), version))
    };
    Ok(Page { title, part: Part::Programme, main })
}

/// What a version says of itself, and what changed since an earlier one.
pub fn changed(visit: &Visit, meeting: &Meeting, earlier: Option<&Version>, version: &Version) -> Markup {
    let (lang, clock) = (visit.lang(), Clock::of(visit, meeting));
    let changed = earlier.map(|earlier| changes(earlier, version)).unwrap_or_default();
    html! {
        @if let Some(note) = &version.note { (prose(note, "", lang)) }
        @match earlier {
            None => p.lead { (lang.text_with("version-first", [("count", version.sessions.len().into())])) },
            Some(earlier) => {
                h2 { (lang.text_with("version-since", [("label", (&earlier.label).into()), ("count", changed.len().into())])) }
                ul.list.one { @for change in &changed { (one(visit, meeting, &clock, version, earlier, change)) } }
            }
        }
    }
}

fn over(visit: &Visit, meeting: &Meeting) -> Markup {
    html! {
        p.over {
            a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, visit.lang())) }
            " · " a href=(visit.to_meeting(meeting, "programme")) { (visit.lang().text("nav-programme")) }
        }
    }
}

fn one(
    visit: &Visit,
    meeting: &Meeting,
    clock: &Clock,
    to: &Version,
    from: &Version,
    changed: &Changed,
) -> Markup {
    let lang = visit.lang();
    let session = &changed.session;
    let removed = changed.differences.contains(&Difference::Removed);
    let title = words(&session.title, &session.language, lang);
    html! {
        li {
            h3 {
                @if removed { del { (title) } } @else {
                    a href=(visit.to_meeting(meeting, format!("sessions/{}", session.slug))) { (title) }
                }
            }
            p { b { (name(&session.code, lang)) } }
            ul.changes { @for difference in &changed.differences { li { (said(visit, clock, to, from, difference, |id| who(visit, id))) } } }
        }
    }
}

/// A difference as a sentence, in which people have the names that the reader may know.
pub(crate) fn said(
    visit: &Visit,
    clock: &Clock,
    to: &Version,
    from: &Version,
    difference: &Difference,
    who: impl Fn(PersonId) -> String,
) -> String {
    let lang = visit.lang();
    let role = |person: PersonId, role: Role| {
        [("person", who(person).into()), ("role", names::role(role, lang).into())]
    };
    match difference {
        Difference::Added => lang.text("change-added"),
        Difference::Removed => lang.text("change-removed"),
        Difference::Moved { from: old, to: new } => {
            let (old, new) = (place(visit, clock, from, *old), place(visit, clock, to, *new));
            lang.text_with("change-moved", [("from", old.into()), ("to", new.into())])
        }
        Difference::Length { from, to } => {
            lang.text_with("change-length", [("from", (*from).into()), ("to", (*to).into())])
        }
        Difference::Title { from } => match from.title.text() {
            Some(title) => lang.text_with("change-title", [("title", title.into())]),
            None => lang.text("change-title-erased"),
        },
        Difference::Description => lang.text("change-description"),
        Difference::Joined(person, given) => lang.text_with("change-joined", role(*person, *given)),
        Difference::Left(person, given) => lang.text_with("change-left", role(*person, *given)),
    }
}

/// A place of a version in words: day, time and room.
pub(crate) fn place(visit: &Visit, clock: &Clock, version: &Version, place: Place) -> String {
    let lang = visit.lang();
    let room = version.rooms.get(&place.room).map(|room| room.name.clone()).unwrap_or_default();
    let day = clock.day(place.start);
    let (time, day) = (clock.time(place.start, day, lang), lang.day_short(day));
    lang.text_with("place-in-time", [("day", day.into()), ("time", time.into()), ("room", room.into())])
}

/// The name of a person, if they may be shown: who has left the programme may no longer be.
fn who(visit: &Visit, id: PersonId) -> String {
    let view = person(visit.forum(), id, Viewer::Public);
    let name = view.and_then(|view| view.person.name.text().map(ToOwned::to_owned));
    name.unwrap_or_else(|| visit.lang().text("somebody"))
}
