//! The front of a forum, a series with its archive, a meeting.

use forum::SeriesId;
use forum::people::views::{by_group, counts};
use forum::programme::Version;
use forum::programme::views::published;
use forum::reference::groups::StakeholderGroup;
use forum::series::{Meeting, views};
use forum::settings::Key;
use maud::{Markup, html};
use platform::languages::key;

use crate::site::content::{name, paragraphs};
use crate::site::seats::{Share, hemicycle};
use crate::site::visit::venue;
use crate::site::{NotFound, Page, Part, Visit, calls, names};

/// The front of a forum: the meeting whose programme is the latest, and all series with their meetings.
pub fn front(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let series = views::all(visit.forum());
    let main = html! {
        @match visit.latest_programme() {
            Some(meeting) => (hero(visit, meeting)),
            None => h1 { (name(visit.name(), lang)) },
        }
        (calls::teasers(visit, None))
        @if let Some(notice) = visit.forum().settings.text(Key::Notice) { (paragraphs(notice, lang)) }
        @for (id, series) in &series {
            h2 { a href=(visit.to(format!("series/{}", series.slug))) { (name(&series.name, lang)) } }
            (archive(visit, *id))
        }
        @if series.is_empty() { p.lead { (lang.text("forum-empty")) } }
    };
    Ok(Page { title: visit.name().to_owned(), part: Part::Elsewhere, main })
}

/// A series and the archive of its meetings.
pub fn series(visit: &Visit, slug: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let (id, series) = visit.forum().series.series_by_slug(slug).ok_or(NotFound)?;
    let meetings = views::meetings(visit.forum(), id).len();
    let main = html! {
        @if visit.name() != series.name { p.over { (name(visit.name(), lang)) } }
        h1 { (name(&series.name, lang)) }
        p.lead { (lang.text_with("series-meetings", [("count", meetings.into())])) }
        (archive(visit, id))
        p.prose.soft { (lang.text("figures-note")) }
        @if meetings > 1 { p { a href=(visit.to("statistics")) { (lang.text("statistics-years-title")) } } }
    };
    Ok(Page { title: series.name.clone(), part: Part::Meetings, main })
}

/// A meeting: where and when, its programme, who is on it, what was counted.
pub fn meeting(visit: &Visit, slug: &str) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(slug)?;
    let counted = counts(visit.forum(), meeting.id);
    let figures = [
        (key("counted-registered"), counted.registered),
        (key("counted-badges"), counted.badges),
        (key("counted-online"), counted.online),
        (key("counted-took-part"), counted.took_part),
    ];
    let main = html! {
        (hero(visit, meeting))
        (calls::teasers(visit, Some(meeting.id)))
        @if !meeting.figures.is_empty() || counted.registered > 0 {
            h2 { (lang.text("figures-title")) }
            p.prose.soft { (lang.text("figures-note")) }
            div.table-wrap { table.table {
                thead { tr { th scope="col" { (lang.text("figure-column")) } th scope="col" { (lang.text("source-column")) } } }
                tbody {
                    @for figure in &meeting.figures {
                        tr { th scope="row" { (names::figure(figure.metric, figure.count, figure.at_least, lang)) }
                            td { small { (name(&figure.source, lang)) } } }
                    }
                    @if counted.registered > 0 {
                        @for (what, count) in figures {
                            tr { th scope="row" { (lang.text_with(what, [("count", count.into())])) }
                                td { small { (lang.text("figure-from-record")) } } }
                        }
                    }
                }
            } }
        }
        @if counted.registered > 0 || published(visit.forum(), meeting.id).is_some() {
            p { a href=(visit.to_meeting(meeting, "statistics")) { (lang.text("statistics-title")) } }
        }
    };
    Ok(Page { title: meeting.title.clone(), part: Part::Meetings, main })
}

/// A meeting at a glance.
fn hero(visit: &Visit, meeting: &Meeting) -> Markup {
    let lang = visit.lang();
    let version = published(visit.forum(), meeting.id);
    html! {
        div.two.hero {
            div {
                p.over {
                    @if let Some(place) = names::place(meeting, lang) { (place) " · " }
                    (lang.date_range(meeting.first_day, meeting.last_day))
                }
                h1 { (name(&meeting.title, lang)) }
                p.lead { (lang.text("forum-lead")) }
                @if let Some(version) = version {
                    (doors(visit, meeting, version))
                } @else {
                    p { (lang.text("programme-not-published")) }
                }
            }
            @if let Some(version) = version.filter(|version| shares(visit, version).iter().any(|share| share.colour > 0)) {
                (hemicycle(&lang.text("people-by-group"), &shares(visit, version), |n| lang.number(n as i64)))
            }
        }
    }
}

fn doors(visit: &Visit, meeting: &Meeting, version: &Version) -> Markup {
    let lang = visit.lang();
    let organisations = holders(version);
    let days = version.days(&venue(meeting)).len();
    let door = |address: String, number: usize, what: String| {
        html! {
            li { a href=(address) { b { (lang.number(number as i64)) } " " (what) } }
        }
    };
    html! {
        ul.doors {
            (door(visit.to_meeting(meeting, "programme"), version.sessions.len(),
                lang.text_with("door-sessions", [("count", version.sessions.len().into()), ("days", days.into())])))
            (door(visit.to("people"), version.people.len(),
                lang.text_with("door-people", [("count", version.people.len().into())])))
            @if organisations > 0 {
                (door(visit.to("organisations"), organisations,
                    lang.text_with("door-organisations", [("count", organisations.into())])))
            }
        }
    }
}

/// How many organisations hold a session.
fn holders(version: &Version) -> usize {
    let holders = version.sessions.values().flat_map(|session| session.organisers.iter());
    holders.collect::<std::collections::BTreeSet<_>>().len()
}

fn shares(visit: &Visit, version: &Version) -> Vec<Share> {
    let groups = by_group(visit.forum(), version.people.iter().copied());
    let colour =
        |group| StakeholderGroup::ALL.iter().position(|known| Some(*known) == group).map_or(0, |n| n + 1);
    let share =
        |(group, count)| Share { name: names::group(group, visit.lang()), count, colour: colour(group) };
    groups.into_iter().map(share).collect()
}

/// The meetings of a series, the latest first, with what was published about them.
fn archive(visit: &Visit, series: SeriesId) -> Markup {
    let lang = visit.lang();
    html! {
        div.table-wrap { table.table.archive {
            thead { tr {
                th.n scope="col" { (lang.text("number-column")) }
                th scope="col" { (lang.text("place-column")) }
                th scope="col" { (lang.text("dates-column")) }
                th scope="col" { (lang.text("published-column")) }
            } }
            tbody {
                @for meeting in views::meetings(visit.forum(), series) {
                    tr {
                        td.n { @if let Some(number) = meeting.number { (lang.number(number.into())) } }
                        th scope="row" { a href=(visit.to_meeting(meeting, "")) { (names::place(meeting, lang).unwrap_or_else(|| meeting.title.clone())) } }
                        td { (lang.date_range(meeting.first_day, meeting.last_day)) }
                        td { small { @for (nth, figure) in meeting.figures.iter().enumerate() {
                            @if nth > 0 { " · " }
                            (names::figure(figure.metric, figure.count, figure.at_least, lang))
                        } } }
                    }
                }
            }
        } }
    }
}
