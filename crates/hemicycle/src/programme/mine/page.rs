//! The page of one's own programme, or of one that somebody shared.

use super::agenda::{Agenda, Entry, Item};
use super::code::CHOICES_MAX;
use super::{FORM, Mine, anchor, button, form, of, on_device};
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::sessions::colour;
use crate::site::{NotFound, Page, Part, Visit, names};
use forum::programme::views::published;
use forum::programme::{Place, Session, Version};
use forum::series::Meeting;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::languages::key;

/// What the parts of the page need to know.
struct Context<'a> {
    visit: &'a Visit,
    meeting: &'a Meeting,
    latest: &'a Version,
    clock: Clock,
    /// What the reader chose.
    mine: Mine,
    /// Whether the reader has signed in.
    in_account: bool,
    /// Whether the page shows what the reader chose, and not what somebody shared.
    own: bool,
}

/// The reader's own programme, or what the address shares with `?s=`.
pub(super) fn page(visit: &Visit, slug: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(slug)?;
    let programme = visit.forum().programme.meetings.get(&meeting.id).ok_or(NotFound)?;
    let latest = published(visit.forum(), meeting.id).ok_or(NotFound)?;
    let (clock, mine) = (Clock::of(visit, meeting), of(visit, meeting));
    let shared = visit.reader.asked("s");
    let theirs = Mine::of(shared);
    let own = shared.is_empty();
    let shown = if own { &mine } else { theirs.as_ref().unwrap_or(&mine) };
    let agenda = Agenda::of(programme, shown, &clock.venue);
    let title = lang.text(if own { key("mine-title") } else { key("mine-shared-title") });
    let shown_code = shown.code();
    let in_account = visit.visitor.person().is_some();
    let context = Context { visit, meeting, latest, clock, mine: mine.clone(), in_account, own };
    let main = html! {
        p.over { a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) } }
        h1 { (title) }
        (form(visit, meeting))
        @if theirs.is_err() {
            p.lead { (lang.text("mine-bad-link")) }
        } @else {
            (notices(&context, &agenda, shown))
            @if !own && !shown.is_empty() { (take_over(&context, &shown_code)) }
            @for (day, items) in &agenda.days { (on(&context, *day, items)) }
            (gone(&context, &agenda))
            @if own && !shown.is_empty() { (onwards(&context, &shown_code)) }
        }
    };
    Ok(Page { title, part: Part::Programme, main })
}

/// What there is to know before one reads on: how many there are, whose times these are, what overlaps or has moved.
fn notices(context: &Context<'_>, agenda: &Agenda<'_>, shown: &Mine) -> Markup {
    let (visit, lang) = (context.visit, context.visit.lang());
    let times = agenda.days.keys().next().zip(agenda.days.keys().next_back());
    let changed = agenda.moved + agenda.gone.len();
    html! {
        @if shown.is_empty() {
            p.lead { (lang.text("mine-empty")) }
            p { a href=(visit.to_meeting(context.meeting, "programme")) { (lang.text("mine-to-programme")) } }
        } @else {
            p.bar {
                b { (lang.text_with("filter-sessions", [("count", shown.len().into())])) }
                @if let Some((first, last)) = times {
                    span { (context.clock.named(context.clock.bounds(*first).0, context.clock.bounds(*last).1, lang)) }
                }
            }
        }
        @if context.own { (offer(context)) }
        @if context.own && !shown.is_empty() {
            p.prose.soft { (lang.text(if context.in_account { key("mine-kept-account") } else { key("mine-kept") })) }
        }
        @if context.own && shown.is_full() {
            p.note { (lang.text_with("mine-full", [("count", CHOICES_MAX.into())])) }
        }
        @if agenda.clashes > 0 { p.note { (lang.text_with("mine-clashes", [("count", agenda.clashes.into())])) } }
        @if changed > 0 {
            p.note { (lang.text_with("mine-changed", [("count", changed.into())]))
                @if context.own { " " button form=(FORM) name="seen" value="1" { (lang.text("mine-seen")) } } }
        }
    }
}

/// To whoever has signed in: what they chose on this device before, to be joined with what they have.
fn offer(context: &Context<'_>) -> Markup {
    let lang = context.visit.lang();
    let before = on_device(context.visit, context.meeting);
    html! {
        @if context.in_account && !before.is_empty() {
            div.note {
                p { (lang.text_with("mine-before", [("count", before.len().into())])) }
                p {
                    button form=(FORM) name="join" value="1" { (lang.text("mine-join")) } " "
                    button.quiet form=(FORM) name="leave" value="1" { (lang.text("mine-leave")) }
                }
            }
        }
    }
}

/// A day of the programme.
fn on(context: &Context<'_>, day: Date, items: &[Item<'_>]) -> Markup {
    let (visit, lang) = (context.visit, context.visit.lang());
    html! {
        h2.day { a href=(visit.to_meeting(context.meeting, format!("programme/{day}"))) { (lang.day(day)) } }
        @for item in items {
            @match item {
                Item::Session(entry) => (session(context, day, entry)),
                Item::Free(from, until) => (free(context, day, *from, *until)),
            }
        }
    }
}

fn free(context: &Context<'_>, day: Date, from: Timestamp, until: Timestamp) -> Markup {
    let (lang, clock) = (context.visit.lang(), &context.clock);
    let minutes = from.duration_until(until).as_mins();
    let args = [
        ("from", clock.time(from, day, lang).into()),
        ("to", clock.time(until, day, lang).into()),
        ("length", names::length(minutes, lang).into()),
    ];
    html! { p.soft.free { (lang.text_with("mine-free", args)) } }
}

fn session(context: &Context<'_>, day: Date, entry: &Entry<'_>) -> Markup {
    let (visit, lang, clock) = (context.visit, context.visit.lang(), &context.clock);
    let session = entry.session;
    let Some((room, start, end)) = session.placed() else { return html! {} };
    html! {
        section.slot #(anchor(session.id)) {
            h3 {
                time datetime=(start) { (clock.time(start, day, lang)) }
                @if let Some(theirs) = clock.theirs(start, day, lang) { " " small { (theirs) } }
            }
            ul.list.one { li class=(colour(context.latest, session)) {
                h3 { (title(context, session)) }
                p {
                    b { (name(&session.code, lang)) }
                    @if let Some(room) = context.latest.rooms.get(&room) { " · " (name(&room.name, lang)) }
                    " · " (lang.text_with("until", [("time", clock.time(end, day, lang).into())]))
                }
                @for (other, minutes) in &entry.overlaps {
                    p.warn { (lang.text_with("mine-overlap", [("length", names::length(*minutes, lang).into())])) " "
                        a href={ "#" (anchor(other.id)) } { (name(&other.code, lang)) " " (words(&other.title, &other.language, lang)) } }
                }
                @if let Some((version, before)) = entry.before { (moved(context, version, before, session)) }
                (button(visit, &context.mine, session))
            } }
        }
    }
}

/// Where and when a session was, or how long, when it was chosen.
fn moved(context: &Context<'_>, version: &Version, before: &Session, now: &Session) -> Markup {
    let lang = context.visit.lang();
    html! {
        @if let Some(place) = before.place.filter(|_| before.place != now.place) {
            p.warn { (lang.text_with("mine-moved", [("place", placed(context, version, place).into())])) }
        }
        @if before.minutes != now.minutes {
            p.warn { (lang.text_with("mine-length", [("length", names::length(before.minutes.into(), lang).into())])) }
        }
    }
}

/// A place as a version names it.
fn placed(context: &Context<'_>, version: &Version, place: Place) -> String {
    let (lang, clock) = (context.visit.lang(), &context.clock);
    let day = clock.day(place.start);
    let room = version.rooms.get(&place.room).map_or("", |room| &room.name);
    let args = [
        ("day", lang.day_short(day).into()),
        ("time", clock.time(place.start, day, lang).into()),
        ("room", room.into()),
    ];
    lang.text_with("place-in-time", args)
}

fn title(context: &Context<'_>, session: &Session) -> Markup {
    let visit = context.visit;
    html! {
        a href=(visit.to_meeting(context.meeting, format!("sessions/{}", session.slug))) {
            (words(&session.title, &session.language, visit.lang()))
        }
    }
}

/// What was chosen and is no longer on the programme: named as it was when it last stood there.
fn gone(context: &Context<'_>, agenda: &Agenda<'_>) -> Markup {
    let (visit, lang) = (context.visit, context.visit.lang());
    html! {
        @if !agenda.gone.is_empty() {
            h2 { (lang.text("mine-gone-title")) }
            ul.list.one {
                @for session in &agenda.gone {
                    li #(anchor(session.id)) {
                        h3 { del { (words(&session.title, &session.language, lang)) } }
                        p {
                            b { (name(&session.code, lang)) }
                            @if let Some(place) = session.place {
                                " " (lang.text_with("mine-gone-was", [("place", placed(context, context.latest, place).into())]))
                            }
                        }
                        @if context.own { (button(visit, &context.mine, session)) }
                    }
                }
            }
        }
    }
}

/// What to do with one's own: share it, take it along, forget it.
fn onwards(context: &Context<'_>, code: &str) -> Markup {
    let (visit, lang) = (context.visit, context.visit.lang());
    html! {
        section.onwards {
            h2 { (lang.text("mine-share-title")) }
            p.prose { (lang.text("mine-share-why")) }
            p {
                a href=(visit.to_meeting(context.meeting, format!("mine?s={code}"))) { (lang.text("mine-share-link")) }
                " · " a href=(visit.to_meeting(context.meeting, format!("mine.ics?s={code}"))) { (lang.text("mine-calendar")) }
            }
            p { button.quiet form=(FORM) name="clear" value="1" {
                (lang.text(if context.in_account { key("mine-clear-account") } else { key("mine-clear") }))
            } }
        }
    }
}

/// What to do with somebody else's: take it over.
fn take_over(context: &Context<'_>, code: &str) -> Markup {
    let (visit, lang) = (context.visit, context.visit.lang());
    html! {
        p {
            button form=(FORM) name="take" value=(code) { (lang.text("mine-take")) }
            " " (super::link(visit, context.meeting, &context.mine))
        }
        p.prose.soft { (lang.text("mine-take-why")) }
    }
}
