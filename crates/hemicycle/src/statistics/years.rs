//! A forum over the years: what was published about each of its meetings, metric by metric. Figures that count
//! different things stand in different charts, and are never added up.

use super::chart::{Bar, Caption, bars};
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit, names};
use forum::reference::meetings::Metric;
use forum::series::{Figure, Meeting, views};
use maud::{Markup, html};
use platform::languages::{Direction, key};
use std::sync::Arc;

/// Every metric, with the name of its figures and the sentence on what they count.
const METRICS: [(Metric, &str, &str); 6] = [
    (Metric::Registered, key("metric-registered"), key("means-registered")),
    (Metric::Approved, key("metric-approved"), key("means-approved")),
    (Metric::BadgeCollected, key("metric-badges"), key("means-badges")),
    (Metric::OnSite, key("metric-on-site"), key("means-on-site")),
    (Metric::JoinedOnline, key("metric-online"), key("means-online")),
    (Metric::TookPart, key("metric-took-part"), key("means-took-part-published")),
];

/// The figures that were published about a forum's meetings.
pub fn page(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let series = views::all(visit.forum());
    let mut meetings: Vec<&Arc<Meeting>> =
        series.iter().flat_map(|(id, _)| views::meetings(visit.forum(), *id)).collect();
    meetings.sort_by_key(|meeting| (meeting.first_day, meeting.id));
    if meetings.is_empty() {
        return Err(NotFound);
    }
    let main = html! {
        h1 { (lang.text("statistics-years-title")) }
        p.lead { (lang.text("figures-note")) }
        ul.choices {
            @for meeting in meetings.iter().rev().filter(|meeting| is_recorded(visit, meeting)) {
                li { a href=(visit.to_meeting(meeting, "statistics")) { (name(&meeting.title, lang)) } }
            }
        }
        div.figures { @for metric in METRICS { (chart(visit, &meetings, metric)) } }
    };
    Ok(Page { title: lang.text("statistics-years-title"), part: Part::Meetings, main })
}

/// Whether a meeting has figures of its own here, beside those that others published.
fn is_recorded(visit: &Visit, meeting: &Meeting) -> bool {
    !super::tables::tables(visit.forum(), meeting).is_empty()
}

fn chart(visit: &Visit, meetings: &[&Arc<Meeting>], (metric, title, means): (Metric, &str, &str)) -> Markup {
    let lang = visit.lang();
    let of = |meeting: &&Arc<Meeting>| -> Vec<Figure> {
        meeting.figures.iter().filter(|figure| figure.metric == metric).cloned().collect()
    };
    let found: Vec<(&Arc<Meeting>, Figure)> = meetings
        .iter()
        .flat_map(|meeting| of(meeting).into_iter().map(|figure| (*meeting, figure)))
        .collect();
    let bar = |(meeting, figure): &(&Arc<Meeting>, Figure)| Bar {
        label: called(visit, meeting),
        says: names::figure(metric, figure.count, figure.at_least, lang),
        value: figure.count.into(),
    };
    let all: Vec<Bar> = found.iter().map(bar).collect();
    let description: Vec<String> = all.iter().map(|bar| format!("{}: {}", bar.label, bar.says)).collect();
    let (title, description, id) =
        (lang.text(title), description.join("; "), format!("years-{}", metric.key()));
    let mirrored = lang.direction() == Direction::RightToLeft;
    html! {
        @if !all.is_empty() {
            figure.figure {
                figcaption { h2 { (title) } }
                (bars(&Caption { id: &id, title: &title, description: &description, mirrored }, &all))
                p.soft { (lang.text(means)) }
                details { summary { (lang.text("statistics-table")) } (table(visit, &title, &found)) }
            }
        }
    }
}

/// A meeting in a few words: its year and its place.
fn called(visit: &Visit, meeting: &Meeting) -> String {
    let place = names::place(meeting, visit.lang()).unwrap_or_else(|| meeting.title.clone());
    format!("{} · {place}", meeting.first_day.year())
}

fn table(visit: &Visit, title: &str, found: &[(&Arc<Meeting>, Figure)]) -> Markup {
    let lang = visit.lang();
    html! {
        div.table-wrap { table.table {
            caption.away { (title) }
            thead { tr {
                th scope="col" { (lang.text("place-column")) }
                th scope="col" { (lang.text("figure-column")) }
                th scope="col" { (lang.text("source-column")) }
            } }
            tbody {
                @for (meeting, figure) in found { tr {
                    th scope="row" { a href=(visit.to_meeting(meeting, "")) { (called(visit, meeting)) } }
                    td { (names::figure(figure.metric, figure.count, figure.at_least, lang)) }
                    td { small { (name(&figure.source, lang)) } }
                } }
            }
        } }
    }
}
