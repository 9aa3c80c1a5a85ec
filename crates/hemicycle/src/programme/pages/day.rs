//! A day of a programme: the days to choose from, the filter, and the sessions as a list or as a grid.

use std::collections::BTreeSet;
use std::sync::Arc;

use forum::TrackId;
use forum::programme::views::published;
use forum::programme::{Choices, Session, Version};
use forum::series::Meeting;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::languages::key;

use super::{Asked, View, filters, grid, list};
use crate::programme::mine::{self, Mine};
use crate::site::clock::Clock;
use crate::site::content::name;
use crate::site::sessions::colour_of;
use crate::site::{NotFound, Page, Part, Visit};

/// What the parts of a day's page need to know.
pub(super) struct Day<'a> {
    pub(super) visit: &'a Visit,
    pub(super) meeting: &'a Meeting,
    pub(super) version: &'a Version,
    pub(super) clock: Clock,
    pub(super) date: Date,
    /// The sessions that the reader asks for.
    pub(super) sessions: Vec<&'a Arc<Session>>,
    /// What the reader chose.
    pub(super) mine: Mine,
}

/// The programme of a meeting on a day; without one, today's if the meeting is on, else the first day's.
pub fn page(
    visit: &Visit,
    slug: &str,
    date: Option<Date>,
    asked: &Asked,
    now: Timestamp,
) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(slug)?;
    let clock = Clock::of(visit, meeting);
    let Some(version) = published(visit.forum(), meeting.id) else { return Ok(unpublished(visit, meeting)) };
    let days = version.days(&clock.venue);
    let today = Some(clock.day(now)).filter(|today| days.contains(today));
    let date = date.or(today).or_else(|| days.first().copied()).ok_or(NotFound)?;
    if !days.contains(&date) && !(meeting.first_day..=meeting.last_day).contains(&date) {
        return Err(NotFound);
    }
    let all = on(version, date, &clock);
    let filter = &asked.filter;
    let sessions: Vec<_> = all.iter().copied().filter(|session| filter.fits(version, session)).collect();
    let found = match filter.is_empty() {
        true => lang.text_with("filter-sessions", [("count", all.len().into())]),
        false => {
            lang.text_with("filter-found", [("count", sessions.len().into()), ("all", all.len().into())])
        }
    };
    let none = sessions.is_empty();
    let form = filters::form(visit, version, &Choices::among(&all), asked);
    let day = Day { visit, meeting, version, clock, date, sessions, mine: mine::of(visit, meeting) };
    let main = html! {
        p.over {
            a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) }
        }
        h1.day { (lang.day(date)) }
        (tabs(&day, days.iter().copied(), asked))
        (form)
        (tracks(&day, &all, asked))
        (bar(&day, &found))
        (mine::form(visit, meeting))
        @if none {
            p.lead { (lang.text(if all.is_empty() { key("nothing-on-this-day") } else { key("nothing-found-on-this-day") })) }
        } @else if asked.view == View::Grid {
            (grid::grid(&day))
        } @else {
            (list::list(&day))
        }
        (around(&day, &days, asked))
    };
    let title = lang
        .text_with("programme-title", [("day", lang.day(date).into()), ("meeting", (&meeting.title).into())]);
    Ok(Page { title, part: Part::Programme, main })
}

/// The sessions of a day in the order of time: those that have begun the day before and still run after midnight, and
/// those that begin on it.
fn on<'a>(version: &'a Version, date: Date, clock: &Clock) -> Vec<&'a Arc<Session>> {
    let (begins, _) = clock.bounds(date);
    let runs_on = |session: &&Arc<Session>| {
        session.placed().is_some_and(|(_, start, end)| start < begins && begins < end)
    };
    let mut sessions: Vec<_> = version.in_order().into_iter().filter(runs_on).collect();
    sessions.extend(version.on(date, &clock.venue));
    sessions
}

fn tabs(day: &Day<'_>, days: impl Iterator<Item = Date>, asked: &Asked) -> Markup {
    let (visit, lang) = (day.visit, day.visit.lang());
    let to =
        |date: Date, view| visit.to_meeting(day.meeting, format!("programme/{date}{}", asked.query(view)));
    let grid = asked.view == View::Grid;
    html! {
        div.tabs {
            nav aria-label=(lang.text("nav-days")) {
                @for date in days {
                    a href=(to(date, asked.view)) aria-current=[(date == day.date).then_some("date")] { (lang.day_short(date)) }
                }
            }
            nav.end aria-label=(lang.text("nav-views")) {
                a href=(to(day.date, View::List)) aria-current=[(!grid).then_some("true")] { (lang.text("view-list")) }
                a href=(to(day.date, View::Grid)) aria-current=[grid.then_some("true")] { (lang.text("view-grid")) }
                (mine::link(visit, day.meeting, &day.mine))
            }
        }
    }
}

/// The tracks of the day, with the colours that they have in it: a key to the colours, and the shortest way to follow a
/// theme. The chosen track leads back to all.
fn tracks(day: &Day<'_>, all: &[&Arc<Session>], asked: &Asked) -> Markup {
    let (visit, lang) = (day.visit, day.visit.lang());
    let on_day: BTreeSet<TrackId> = all.iter().filter_map(|session| session.track).collect();
    let tracks = day.version.tracks.iter().filter(|(id, _)| on_day.contains(id));
    let to = |slug: &str| {
        let query = asked.with_track(slug).query(asked.view);
        visit.to_meeting(day.meeting, format!("programme/{}{query}", day.date))
    };
    html! {
        @if on_day.len() > 1 {
            ul.key.tracks aria-label=(lang.text("filter-track")) {
                @for (id, track) in tracks {
                    @let chosen = asked.filter.track == track.slug.as_str();
                    li class=(colour_of(day.version, Some(*id))) {
                        a href=(to(if chosen { "" } else { track.slug.as_str() })) aria-current=[chosen.then_some("true")] {
                            (name(&track.name, lang))
                        }
                    }
                }
            }
        }
    }
}

/// At the end of a day: the days around it.
fn around(day: &Day<'_>, days: &BTreeSet<Date>, asked: &Asked) -> Markup {
    let (visit, lang) = (day.visit, day.visit.lang());
    let to =
        |date: &Date| visit.to_meeting(day.meeting, format!("programme/{date}{}", asked.query(asked.view)));
    let before = days.range(..day.date).next_back();
    let after = days.range(day.date..).find(|date| **date != day.date);
    html! {
        nav.tabs.around aria-label=(lang.text("nav-days-around")) {
            @if let Some(date) = before { a href=(to(date)) rel="prev" { (lang.day(*date)) } }
            @if let Some(date) = after { a.end href=(to(date)) rel="next" { (lang.day(*date)) } }
        }
    }
}

/// Under the filter: how much was found, whose times these are, and which version this is.
fn bar(day: &Day<'_>, found: &str) -> Markup {
    let (visit, lang) = (day.visit, day.visit.lang());
    let (begins, ends) = day.clock.bounds(day.date);
    let published = lang.date(day.clock.day(day.version.at));
    let version = [("label", (&day.version.label).into()), ("date", published.into())];
    html! {
        p.bar {
            b { (found) }
            span { (day.clock.named(begins, ends, lang)) }
            a href=(visit.to_meeting(day.meeting, "programme/versions")) { (lang.text_with("version-of", version)) }
            a href=(visit.to_meeting(day.meeting, "now")) { (lang.text("now-title")) }
            a href=(visit.to_meeting(day.meeting, "exports")) { (lang.text("exports-link")) }
        }
    }
}

fn unpublished(visit: &Visit, meeting: &Meeting) -> Page {
    let lang = visit.lang();
    let main = html! {
        p.over { a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) } }
        h1 { (lang.text("nav-programme")) }
        p.lead { (lang.text("programme-not-published")) }
    };
    Page { title: lang.text("nav-programme"), part: Part::Programme, main }
}
