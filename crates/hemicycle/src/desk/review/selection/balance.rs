//! The balance of a set: what there is of each group, region, gender, theme and kind, beside what was proposed and what is
//! wished.

use maud::{Markup, html};
use platform::languages::Locale;

use super::set::{Set, fields};
use crate::desk::review::about::Reviewed;
use crate::desk::review::results::Seen;
use crate::desk::review::shown::theme_name;
use crate::review::choosing::{Dimension, Trait};

/// What a dimension is called.
pub(in crate::desk::review) fn dimension_name(dimension: Dimension, lang: &Locale) -> String {
    match dimension {
        Dimension::Group => lang.text("review-by-group"),
        Dimension::Region => lang.text("review-by-region"),
        Dimension::Gender => lang.text("review-by-gender"),
        Dimension::FirstTime => lang.text("review-by-first-time"),
        Dimension::Theme => lang.text("review-theme"),
        Dimension::Kind => lang.text("review-by-kind"),
    }
}

/// What a trait is called.
pub(super) fn trait_name(of: &Reviewed<'_>, one: &Trait) -> String {
    trait_named(of, one.dimension, &one.key)
}

/// What a trait is called, by its dimension and key.
pub(in crate::desk::review) fn trait_named(of: &Reviewed<'_>, dimension: Dimension, key: &str) -> String {
    let lang = of.visit.lang();
    let known = |name: String| if lang.has(&name) { lang.text(&name) } else { key.to_owned() };
    match dimension {
        Dimension::Group => known(format!("group-{key}")),
        Dimension::Region => known(format!("region-{key}")),
        Dimension::Gender => known(format!("gender-{key}")),
        Dimension::FirstTime => lang.text("review-first-time"),
        Dimension::Theme => theme_name(of.call, Some(key), lang),
        Dimension::Kind => crate::call::said::kind(key, lang),
    }
}

/// The table: for each trait how many are in the set and among all, and how many are wished.
pub(super) fn table(of: &Reviewed<'_>, seen: &Seen<'_>, set: &Set) -> Markup {
    let lang = of.visit.lang();
    let numbered: Vec<(usize, &Trait)> = set.traits.iter().enumerate().collect();
    let (inside, all) = (set.chosen.len().max(1), seen.lines.len().max(1));
    html! {
        p.soft { (lang.text("review-balance-hint")) }
        div.balance { @for rows in numbered.chunk_by(|one, other| one.1.dimension == other.1.dimension) {
            table.table {
                caption { (dimension_name(rows[0].1.dimension, lang)) }
                thead { tr {
                    th scope="col" { span.away { (dimension_name(rows[0].1.dimension, lang)) } }
                    th.n scope="col" { (lang.text("review-in-set")) } td {}
                    th scope="col" { (lang.text("review-least")) } th scope="col" { (lang.text("review-most-short")) }
                } }
                tbody { @for (nth, one) in rows {
                    @let (is, of_all) = set.count(*nth);
                    (row(of, set, *nth, one, (is, inside), (of_all, all)))
                } }
            }
        } }
    }
}

fn row(
    of: &Reviewed<'_>,
    set: &Set,
    nth: usize,
    one: &Trait,
    is: (usize, usize),
    all: (usize, usize),
) -> Markup {
    let lang = of.visit.lang();
    let (least, most) = fields(one);
    let wish = set.wishes.get(&nth).copied().unwrap_or_default();
    let value = |wish: Option<u32>| wish.map(|wish| wish.to_string()).unwrap_or_default();
    let short = |wish: (Option<u32>, Option<u32>)| {
        let count = u32::try_from(is.0).unwrap_or(u32::MAX);
        wish.0.is_some_and(|least| count < least) || wish.1.is_some_and(|most| count > most)
    };
    let called = trait_name(of, one);
    html! {
        tr data-trait=(nth) class=[short(wish).then_some("broken")] {
            th scope="row" { (called) }
            td.n { output { (is.0) } small { " / " (all.0) } }
            td { svg.range viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect.of x="0" y="7" width=(all.0 * 100 / all.1) height="4" {}
                rect.in x="0" y="1" width=(is.0 * 100 / is.1) height="5" {}
            } }
            td { input type="number" min="0" name=(least) value=(value(wish.0)) aria-label={ (called) ": " (lang.text("review-least")) }; }
            td { input type="number" min="0" name=(most) value=(value(wish.1)) aria-label={ (called) ": " (lang.text("review-most-short")) }; }
        }
    }
}
