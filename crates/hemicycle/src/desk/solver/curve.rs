//! What a run has come to cost, second by second: a drawing, and the same as a table.

use maud::{Markup, html};
use platform::languages::Locale;
use timetable::search::Cost;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 140.0;
/// Most rows of the table.
const ROWS_MAX: usize = 12;

/// The drawing: wishes not met, as they became fewer. As long as a demand is not met, the line is another one.
pub(super) fn drawing(curve: &[(f64, Cost)], seconds: f64, draft: Cost, lang: &Locale) -> Markup {
    let costs = || curve.iter().map(|(_, cost)| cost.soft);
    let (Some(least), Some(most)) = (costs().min(), costs().max()) else { return html! {} };
    let shown = |cost: i64| (least..=most).contains(&cost);
    let x = |at: f64| at / seconds.max(0.001) * WIDTH;
    let y = |cost: i64| HEIGHT * (1.0 - (cost - least) as f64 / ((most - least).max(1)) as f64);
    let label =
        lang.text_with("run-curve", [("from", lang.number(most).into()), ("to", lang.number(least).into())]);
    html! {
        figure.curve {
            svg viewBox={ "-4 -4 " (WIDTH + 8.0) " " (HEIGHT + 8.0) } role="img" aria-label=(label) preserveAspectRatio="none" {
                @if shown(draft.soft) {
                    path.draft d={ "M0 " (round(y(draft.soft))) "H" (WIDTH) } {}
                }
                path.broken d=(steps(curve, seconds, true, x, y)) {}
                path d=(steps(curve, seconds, false, x, y)) {}
            }
            figcaption { (label) }
        }
    }
}

/// A stair from point to point, where demands are broken or where they are not.
fn steps(
    curve: &[(f64, Cost)],
    seconds: f64,
    broken: bool,
    x: impl Fn(f64) -> f64,
    y: impl Fn(i64) -> f64,
) -> String {
    let ends = curve.iter().skip(1).map(|(at, _)| *at).chain([seconds]);
    let stairs = curve.iter().zip(ends).filter(|((_, cost), _)| (cost.hard > 0) == broken);
    stairs
        .map(|((at, cost), end)| format!("M{} {}H{}", round(x(*at)), round(y(cost.soft)), round(x(end))))
        .collect()
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The same as a table, at a dozen points.
pub(super) fn table(curve: &[(f64, Cost)], lang: &Locale) -> Markup {
    let every = curve.len().div_ceil(ROWS_MAX).max(1);
    let last = curve.len().saturating_sub(1);
    let rows = curve.iter().enumerate().filter(|(nth, _)| nth % every == 0 || *nth == last);
    html! {
        details {
            summary { (lang.text("run-curve-table")) }
            table.table {
                thead { tr {
                    th scope="col" { (lang.text("run-seconds")) }
                    th.n scope="col" { (lang.text("run-demands")) }
                    th.n scope="col" { (lang.text("run-wishes")) }
                } }
                tbody { @for (_, (at, cost)) in rows {
                    tr { th scope="row" { (lang.number(at.round() as i64)) } td.n { (lang.number(cost.hard)) } td.n { (lang.number(cost.soft)) } }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_drawn_from_its_first_second_to_its_last_and_told_in_a_table() {
        let cost = |hard, soft| Cost { hard, soft };
        let curve: Vec<_> =
            (0..40).map(|n| (f64::from(n), cost(i64::from(n < 5), 100 - i64::from(n)))).collect();
        let lang = &crate::languages::languages().all().next().unwrap().clone();
        let drawn = drawing(&curve, 50.0, cost(0, 80), lang).into_string();
        assert!(drawn.contains("H600"), "it goes on to the end: {drawn}");
        assert!(drawn.contains("class=\"broken\"") && drawn.contains("class=\"draft\""), "{drawn}");
        let table = table(&curve, lang).into_string();
        assert!((10..=15).contains(&table.matches("<tr>").count()), "{table}");
        assert!(drawing(&[], 1.0, Cost::ZERO, lang).into_string().is_empty());
    }
}
