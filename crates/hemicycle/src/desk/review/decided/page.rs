//! The page that everybody may read.

use forum::review::Settings;
use maud::{Markup, html};

use super::figures::Both;
use super::{Decided, Line};
use crate::app::App;
use crate::desk::review::about::{Reviewed, criterion, criterion_help, reason};
use crate::desk::review::figures::Figures;
use crate::desk::review::selection::{dimension_name, trait_named};
use crate::desk::review::table::{VERDICTS, verdict_key, verdict_name};
use crate::review::choosing::Dimension;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(in crate::desk::review) fn page(app: &App, visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let settings = of.settled()?;
    let decided = Decided::of(app, &visit.slug, visit.forum(), of.call.id).ok_or(NotFound)?;
    let values = [
        ("submitted", decided.submitted.into()),
        ("reviewed", decided.reviewed.into()),
        ("reviews", decided.reviews.into()),
    ];
    let title = lang.text("review-decided-title");
    let main = html! {
        p.over { a href=(visit.to(format!("calls/{}", of.call.id))) { (of.title()) } }
        h1 { (title) }
        p.lead { (lang.text_with("review-decided-lead", values)) }
        p.prose { (lang.text("review-decided-how")) }
        p.soft { (lang.text("review-decided-few")) }
        section { h2 { (lang.text("review-decided-verdicts")) } (verdicts(&decided, visit)) }
        section { h2 { (lang.text("review-criteria")) } (criteria(settings, visit)) }
        section { h2 { (lang.text("review-decided-means")) } (means(&decided, visit)) }
        @if !decided.reasons.is_empty() {
            section { h2 { (lang.text("review-decided-reasons")) }
                (counted(&decided.reasons, visit, |key| reason(settings, key, lang))) }
        }
        section { h2 { (lang.text("review-balance")) }
            @for (dimension, rows) in decided.balance.iter().filter(|(_, rows)| !rows.is_empty()) { (balance(&of, *dimension, rows)) } }
    };
    Ok(Page { title, part: Part::Call, main })
}

fn verdicts(decided: &Decided, visit: &Visit) -> Markup {
    let lang = visit.lang();
    counted(&decided.verdicts, visit, |key| {
        let verdict = VERDICTS.into_iter().find(|verdict| verdict_key(*verdict) == key);
        verdict.map_or_else(|| key.to_owned(), |verdict| verdict_name(verdict, lang))
    })
}

fn criteria(settings: &Settings, visit: &Visit) -> Markup {
    let lang = visit.lang();
    let whole: u32 = settings.criteria.iter().map(|one| one.weight).sum();
    html! {
        dl.facts { @for one in &settings.criteria {
            @let share = (u64::from(one.weight) * 100 + u64::from(whole) / 2) / u64::from(whole.max(1));
            dt { (criterion(one, lang)) }
            dd { (lang.text_with("review-share", [("share", share.into())])) @if let Some(help) = criterion_help(one, lang) { " · " (help) } }
        } }
    }
}

fn means(decided: &Decided, visit: &Visit) -> Markup {
    // A range runs from left to right in every script.
    let figures = Figures::of(visit.lang());
    counted(&decided.means, visit, |key| {
        let from: f64 = key.parse().unwrap_or_default();
        if from >= 5.0 {
            figures.two(5.0)
        } else {
            format!("\u{2066}{}–{}\u{2069}", figures.two(from), figures.two(from + 0.49))
        }
    })
}

/// Lines with their numbers, each with a bar as long as its share of the largest.
fn counted(lines: &[Line], visit: &Visit, called: impl Fn(&str) -> String) -> Markup {
    let most = lines.iter().filter_map(|line| line.count).max().unwrap_or_default().max(1);
    html! {
        div.table-wrap { table.table { tbody { @for line in lines { tr {
            th scope="row" { (called(&line.key)) }
            td.n { (number(line.count, visit)) }
            td { (bar(line.count, most)) }
        } } } } }
    }
}

fn balance(of: &Reviewed<'_>, dimension: Dimension, rows: &[Both]) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    html! {
        div.table-wrap { table.table {
            caption { (dimension_name(dimension, lang)) }
            thead { tr { th scope="col" { span.away { (dimension_name(dimension, lang)) } }
                th.n scope="col" { (lang.text("review-decided-submitted")) } th.n scope="col" { (lang.text("review-accepted")) } } }
            tbody { @for row in rows { tr {
                th scope="row" { (trait_named(of, dimension, &row.key)) }
                td.n { (number(row.submitted, visit)) } td.n { (number(row.accepted, visit)) }
            } } }
        } }
    }
}

fn number(count: Option<usize>, visit: &Visit) -> Markup {
    let lang = visit.lang();
    html! {
        @match count {
            Some(count) => (lang.number(i64::try_from(count).unwrap_or_default())),
            None => { span aria-hidden="true" { "·" } span.away { (lang.text("review-decided-hidden")) } },
        }
    }
}

/// A bar without a stylesheet of its own: public pages have only the common one.
fn bar(count: Option<usize>, most: usize) -> Markup {
    html! {
        @if let Some(count) = count {
            svg viewBox="0 0 100 8" width="160" height="13" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect x="0" y="0" width=(count * 100 / most) height="8" fill="currentColor" opacity="0.6" {}
            }
        }
    }
}
