//! The selection desk: a set of proposals under a budget of places, its balance, the best balanced set, and deciding.
//!
//! The set stands in the address of the page, so that it can be kept, sent and compared, and nothing is decided by looking.

mod balance;
mod best;
mod order;
mod set;
mod stood;

use forum::review::Settings;
use maud::{Markup, html};

use super::about::{Reviewed, reason};
use super::figures::Figures;
use super::results::{Line, Seen, band_key, band_name};
use super::shown::theme_name;
use super::table;
use crate::app::App;
use crate::desk::form::{Sheet, Typed};
use crate::site::content::tagged;
use crate::site::{NotFound, Page, Part, Visit};

pub(super) use balance::{dimension_name, trait_named};
pub(super) use order::read;
use set::Set;

/// The page.
pub(super) fn page(app: &App, visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let title = lang.text("review-selection-title");
    let Some(settings) = of.settings else {
        let main = html! { (of.ways()) h1 { (title) } p.lead { (lang.text("review-not-settled")) } };
        return Ok(Page { title, part: Part::Review, main });
    };
    let results = app.computed().results(&visit.slug, visit.forum(), of.call.id).ok_or(NotFound)?;
    let seen = Seen::of(&of, &results);
    let sheet = Sheet::new(visit, typed);
    let asked = Set::asked(&of, &seen, typed);
    let best = (visit.reader.asked("best") == "yes" && seen.withheld == 0)
        .then(|| best::find(&of, &results, &asked, settings.places));
    let set = match &best {
        Some(Ok(found)) => asked.with(found.best.chosen.iter().copied()),
        _ => asked.clone(),
    };
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        @if seen.withheld > 0 { p { (lang.text_with("review-withheld", [("count", seen.withheld.into())])) } }
        @if let Some(best) = &best { (best::shown(&of, &seen, &asked, best)) }
        form.selection #decide-0 method="post" action=(of.to("selection")) {
            div.stay.places { (places(&set, settings, &of)) }
            details open { summary { (lang.text("review-balance")) } (balance::table(&of, &seen, &set)) }
            p.tools {
                button name="ask" value="look" { (lang.text("review-balance-show")) }
                @if seen.withheld == 0 { button.quiet name="ask" value="best" { (lang.text("review-best-do")) } }
            }
            (list(&seen, &set))
            (decide(&seen, &sheet, settings))
        }
    };
    Ok(Page { title, part: Part::Review, main })
}

/// How many places are given of how many there are.
fn places(set: &Set, settings: &Settings, of: &Reviewed<'_>) -> Markup {
    let lang = of.visit.lang();
    html! {
        b { (lang.text("review-chosen")) " " output data-chosen { (set.chosen.len()) } " / " (settings.places) }
        progress max=(settings.places.max(1)) value=(set.chosen.len()) aria-label=(lang.text("review-chosen")) {}
    }
}

/// The proposals in the order of the ranking, each with a box that puts it into the set.
fn list(seen: &Seen<'_>, set: &Set) -> Markup {
    let (of, lang) = (seen.of, seen.of.visit.lang());
    let figures = Figures::of(lang);
    html! {
        div.table-wrap.results tabindex="0" role="region" aria-label=(lang.text("review-proposals")) {
            table.table {
                thead { tr {
                    th scope="col" { (lang.text("review-in")) } th scope="col" { (lang.text("review-rank")) }
                    th scope="col" { (lang.text("review-proposal")) } th scope="col" { (lang.text("review-corrected")) }
                    th scope="col" { (lang.text("review-theme")) } th scope="col" { (lang.text("review-band")) } th scope="col" { (lang.text("review-decision")) }
                } }
                tbody { @for line in &seen.lines { (row(of, line, set, &figures)) } }
            }
        }
    }
}

fn row(of: &Reviewed<'_>, line: &Line<'_>, set: &Set, figures: &Figures) -> Markup {
    let (lang, id) = (of.visit.lang(), line.shown.id);
    let traits = set.traits_of(id);
    let scored = line.row.n > 0;
    let (first, last) = line.row.ranks;
    html! {
        tr {
            td { input type="checkbox" name="in" value=(id) checked[set.chosen.contains(&id)] data-traits=(traits) aria-label=(line.shown.code); }
            td { @if scored { bdi dir="ltr" { (first) @if first != last { "–" (last) } } } @else { "–" } }
            th scope="row" { a href={ (of.to("decisions")) "?proposal=" (id) } { span.code { (line.shown.code) } " " (tagged(&line.shown.title, "", lang)) } }
            td { @if scored { (table::bar(line.row)) span.n { (figures.two(line.row.corrected)) } } @else { "–" } }
            td { (theme_name(of.call, line.shown.theme.as_deref(), lang)) }
            td data-band=(band_key(line.row.band)) { (band_name(line.row.band, lang)) }
            td { (decided(of, line)) }
        }
    }
}

fn decided(of: &Reviewed<'_>, line: &Line<'_>) -> Markup {
    let lang = of.visit.lang();
    let decision = of.visit.forum().review.decisions.get(&line.shown.id);
    html! {
        @if let Some(decision) = decision {
            (table::verdict_name(decision.verdict, lang)) small { " · " (super::decisions::state_name(decision.state, lang)) }
        }
    }
}

/// Decides the whole set at once: what is ticked is accepted, and what becomes of the rest is said with its reason.
fn decide(seen: &Seen<'_>, sheet: &Sheet<'_>, settings: &Settings) -> Markup {
    let of = seen.of;
    let lang = of.visit.lang();
    let act = sheet.act("decide", 0);
    let rest = [
        ("leave".to_owned(), lang.text("review-rest-leave")),
        ("waiting".to_owned(), lang.text("review-waiting")),
        ("declined".to_owned(), lang.text("review-declined")),
    ];
    html! {
        section.desk {
            h2 { (lang.text("review-decide-set")) }
            p.soft { (lang.text("review-decide-hint")) }
            (act.hidden())
            input type="hidden" name="shown" value=(stood::stood(of.visit.forum(), seen.lines.iter().map(|line| line.shown.id)));
            (act.prose("accepted_note", &lang.text("review-note-accepted"), 2, ""))
            (act.choice("rest", &lang.text("review-rest"), "leave", &rest))
            fieldset.reasons { legend { (lang.text("review-reasons")) }
                @for one in &settings.reasons { label.tick {
                    input type="checkbox" name="reasons" value=(one.key) checked[act.ticked("reasons", &one.key, false)];
                    span { (reason(settings, &one.key, lang)) } } } }
            (act.prose("note", &lang.text("review-note"), 2, ""))
            button { (lang.text("review-decide-do")) }
        }
    }
}
