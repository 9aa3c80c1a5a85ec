//! How many proposals came in on which day: a picture, and the same as a table.

use forum::call::{Call, views};
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan as _};
use maud::{Markup, html};

use super::gates;
use crate::site::Visit;
use jiff::tz::TimeZone;
use platform::languages::Direction;

/// Most days that stand beside each other; of longer calls the last ones.
const DAYS_MAX: usize = 60;
/// The height of the picture in its own units.
const HEIGHT: u64 = 80;
/// The width of a day.
const DAY: usize = 6;

/// The figures of a call by day, and in all.
pub(super) fn counts(visit: &Visit, call: &Call) -> Markup {
    let lang = visit.lang();
    let counted = views::counts_by_day(visit.forum(), call.id);
    let total: usize = counted.iter().map(|(_, count)| count).sum();
    let says = lang.text_with("propose-so-many", [("count", total.into())]);
    html! {
        h2 { (lang.text("propose-counts")) }
        p { (says) }
        @if total > 0 {
            (picture(visit, &all_days(call, &counted), &says))
            details {
                summary { (lang.text("propose-by-day")) }
                div.table-wrap { table.table {
                    thead { tr { th scope="col" { (lang.text("desk-day")) } th.n scope="col" { (lang.text("propose-submitted")) } } }
                    tbody { @for (day, count) in &counted { tr { th scope="row" { (lang.date(*day)) } td.n { (lang.number(*count as i64)) } } } }
                } }
            }
        }
    }
}

/// Every day from the opening to today or to the closing, with those on which nothing came.
fn all_days(call: &Call, counted: &[(Date, usize)]) -> Vec<(Date, usize)> {
    let gate = gates::widest(call);
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    let last =
        counted.last().map_or(day(gate.opens), |(day, _)| *day).max(day(gate.closes.min(Timestamp::now())));
    let first = day(gate.opens).min(counted.first().map_or(last, |(day, _)| *day));
    let first = first.max(last.saturating_sub(Span::new().days(DAYS_MAX as i64 - 1)));
    let days = first.series(1.day()).take_while(|day| *day <= last);
    days.map(|day| (day, counted.iter().find(|(other, _)| *other == day).map_or(0, |(_, count)| *count)))
        .collect()
}

/// A column for each day; the numbers stand in the table below it.
fn picture(visit: &Visit, days: &[(Date, usize)], says: &str) -> Markup {
    let most = days.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1) as u64;
    let width = days.len() * DAY;
    let mirrored = visit.lang().direction() == Direction::RightToLeft;
    let column = |nth: usize, count: usize| {
        let height = (count as u64 * HEIGHT).div_ceil(most);
        let x = if mirrored { width - (nth + 1) * DAY } else { nth * DAY };
        (x, HEIGHT - height, height)
    };
    let title = visit.lang().text("propose-by-day");
    html! {
        svg.days viewBox={ "0 0 " (width) " " (HEIGHT) } preserveAspectRatio="none" role="img" aria-label={ (title) ": " (says) } {
            @for (nth, (_, count)) in days.iter().enumerate() {
                @let (x, y, height) = column(nth, *count);
                rect x=(x) y=(y) width=(DAY - 1) height=(height) {}
            }
        }
    }
}
