//! The best balanced set, beside the one that is ticked, and what each wish costs.

use std::collections::BTreeSet;

use forum::ProposalId;
use maud::{Markup, html};

use super::balance::trait_name;
use super::set::{Set, settled};
use crate::desk::review::about::Reviewed;
use crate::desk::review::figures::Figures;
use crate::desk::review::results::Seen;
use crate::desk::review::shown::code_of;
use crate::review::choosing::{Best, Question, Target, TradeOff};
use crate::review::results::Results;
use selection::choose::Problem;

/// The best set, and what each wish costs.
pub(super) struct Found {
    pub(super) best: Best,
    trade_offs: Vec<TradeOff>,
}

/// Looks for it.
pub(super) fn find(of: &Reviewed<'_>, results: &Results, asked: &Set, places: u32) -> Result<Found, Problem> {
    let (forum, targets) = (of.visit.forum(), asked.targets());
    let question = Question::of(forum, of.call.id, results, places, &targets, &settled(of));
    let question = question.ok_or(Problem::Places { taken: 0, places: 0 })?;
    let best = question.best()?;
    let trade_offs = question.trade_offs(&best)?;
    Ok(Found { best, trade_offs })
}

/// What was found, in words.
pub(super) fn shown(
    of: &Reviewed<'_>,
    seen: &Seen<'_>,
    asked: &Set,
    found: &Result<Found, Problem>,
) -> Markup {
    let lang = of.visit.lang();
    let figures = Figures::of(lang);
    let points = |thousandths: i64| figures.two(thousandths as f64 / 1000.0);
    let Ok(Found { best, trade_offs }) = found else {
        return html! { div.refused { p { (lang.text("review-best-none")) } } };
    };
    let worth = |chosen: &BTreeSet<ProposalId>| -> f64 {
        let lines = seen.lines.iter().filter(|line| line.row.n > 0 && chosen.contains(&line.shown.id));
        lines.map(|line| line.row.corrected).sum()
    };
    let chosen: BTreeSet<ProposalId> = best.chosen.iter().copied().collect();
    let joins: Vec<ProposalId> = chosen.difference(&asked.chosen).copied().collect();
    let leaves: Vec<ProposalId> = asked.chosen.difference(&chosen).copied().collect();
    let values = [
        ("chosen", chosen.len().into()),
        ("best", figures.two(worth(&chosen)).into()),
        ("ticked", figures.two(worth(&asked.chosen)).into()),
    ];
    let beyond = [("points", points(best.bound - (best.worth - best.broken)).into())];
    let targets = asked.targets();
    html! {
        section.done #best role="status" {
            h2 { (lang.text("review-best")) }
            p { (lang.text_with("review-best-summary", values)) " " (lang.text_with("review-best-bound", beyond)) }
            (codes(of, &lang.text("review-joins"), &joins))
            (codes(of, &lang.text("review-leaves"), &leaves))
            @if !trade_offs.is_empty() {
                h3 { (lang.text("review-trade-offs")) }
                ul { @for one in trade_offs {
                    @let wish = wish(of, &targets[one.target]);
                    li { (lang.text_with("review-trade-off", [("wish", wish.into()), ("points", points(one.costs).into())]))
                        (codes(of, &lang.text("review-would-join"), &one.joins)) (codes(of, &lang.text("review-would-leave"), &one.leaves)) }
                } }
            } @else if !targets.is_empty() { p { (lang.text("review-trade-offs-none")) } }
            p.soft { (lang.text("review-best-then")) }
        }
    }
}

/// A wish in a few words.
fn wish(of: &Reviewed<'_>, target: &Target) -> String {
    let lang = of.visit.lang();
    let values = |count: u32| [("what", trait_name(of, &target.of).into()), ("count", count.into())];
    match (target.least, target.most) {
        (0, most) => lang.text_with("review-wish-most", values(most)),
        (least, u32::MAX) => lang.text_with("review-wish-least", values(least)),
        (least, most) => {
            let values =
                [("what", trait_name(of, &target.of).into()), ("least", least.into()), ("most", most.into())];
            lang.text_with("review-wish-between", values)
        }
    }
}

fn codes(of: &Reviewed<'_>, label: &str, all: &[ProposalId]) -> Markup {
    html! {
        @if !all.is_empty() {
            p { (label) " " @for (nth, id) in all.iter().enumerate() {
                @if nth > 0 { ", " } a href={ (of.to("decisions")) "?proposal=" (id) } { (code_of(of.visit, *id)) } } }
        }
    }
}
