//! Decisions: taken, pending, released; and the letters that tell of them.

mod letters;
mod one;
mod order;

use std::sync::Arc;

use forum::access::Access;
use forum::review::{Decision, DecisionState};
use forum::{ProposalId, Words};
use maud::{Markup, html};
use platform::languages::Locale;

use super::about::{Reviewed, exact, reason};
use super::shown::Shown;
use super::table::{VERDICTS, verdict_name};
use crate::app::App;
use crate::desk::form::{Sheet, Typed};
use crate::site::content::{tagged, words};
use crate::site::{NotFound, Page, Part, Visit};

pub(super) use order::read;

/// How far a decision is, in a word.
pub(super) fn state_name(state: DecisionState, lang: &Locale) -> String {
    match state {
        DecisionState::Taken => lang.text("review-taken"),
        DecisionState::Pending => lang.text("review-pending"),
        DecisionState::Released => lang.text("review-released"),
    }
}

/// The page.
pub(super) fn page(app: &App, visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let title = lang.text("review-decisions-title");
    let sheet = Sheet::new(visit, typed);
    let proposal = exact(visit.reader.asked("proposal")).map(ProposalId);
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        @if of.settings.is_none() { p.lead { (lang.text("review-not-settled")) } }
        @else if let Some(id) = proposal { (one::proposal(app, &of, &sheet, id)?) }
        @else if !visit.reader.asked("letters").is_empty() { (letters::editor(&of, &sheet)?) }
        @else { (overview(&of, &sheet)) }
    };
    Ok(Page { title, part: Part::Review, main })
}

/// A decision with its proposal.
struct Decided<'a> {
    shown: Shown,
    decision: &'a Arc<Decision>,
}

fn overview(of: &Reviewed<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let decisions = &visit.forum().review.decisions;
    let shown = Shown::decidable(visit, of.call.id).into_iter();
    let all: Vec<Decided<'_>> =
        shown.filter_map(|shown| Some(Decided { decision: decisions.get(&shown.id)?, shown })).collect();
    let of_state = |state| all.iter().filter(|one| one.decision.state == state).collect::<Vec<_>>();
    let (taken, pending) = (of_state(DecisionState::Taken), of_state(DecisionState::Pending));
    html! {
        p.lead { (lang.text("review-decisions-lead")) }
        (counts(&all, lang))
        p.bar { a href=(of.to("selection")) { (lang.text("review-selection-title")) }
            @if runs { a href={ (of.to("decisions")) "?letters=" (lang.tag()) } { (lang.text("review-letters-title")) } }
            @if visit.forum().review.decisions.values().any(|one| one.released.is_some()) {
                a href=(visit.to(format!("calls/{}/decided", of.call.id))) { (lang.text("review-decided-title")) } } }
        (ready(of, sheet, &taken, runs))
        (release(of, sheet, &pending, runs))
        @let released = of_state(DecisionState::Released);
        section { h2 { (state_name(DecisionState::Released, lang)) " " small { (released.len()) } }
            @if released.is_empty() { p { (lang.text("review-none-released")) } }
            @else { (list(of, &released, false)) } }
    }
}

/// How many of each verdict are how far.
fn counts(all: &[Decided<'_>], lang: &Locale) -> Markup {
    let states = [DecisionState::Taken, DecisionState::Pending, DecisionState::Released];
    let count = |verdict, state| {
        all.iter().filter(|one| (one.decision.verdict, one.decision.state) == (verdict, state)).count()
    };
    html! {
        table.table.counts {
            thead { tr { th scope="col" { (lang.text("review-decision")) } @for state in states { th.n scope="col" { (state_name(state, lang)) } } } }
            tbody { @for verdict in VERDICTS { tr { th scope="row" { (verdict_name(verdict, lang)) } @for state in states { td.n { (count(verdict, state)) } } } } }
        }
    }
}

/// What was taken, to be made ready.
fn ready(of: &Reviewed<'_>, sheet: &Sheet<'_>, taken: &[&Decided<'_>], runs: bool) -> Markup {
    let lang = of.visit.lang();
    let act = sheet.act("ready", 0);
    html! {
        section { h2 { (state_name(DecisionState::Taken, lang)) " " small { (taken.len()) } }
            @if taken.is_empty() { p { (lang.text("review-none-taken")) } }
            @else if runs { p.soft { (lang.text("review-ready-hint")) } (act.form("whole", &html! { (list(of, taken, true)) p.stay { (act.send(&lang.text("review-ready-do"))) } })) }
            @else { (list(of, taken, false)) }
        }
    }
}

/// What is pending, to be released: with a way to every letter before.
fn release(of: &Reviewed<'_>, sheet: &Sheet<'_>, pending: &[&Decided<'_>], runs: bool) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let act = sheet.act("release", 0);
    html! {
        section { h2 { (state_name(DecisionState::Pending, lang)) " " small { (pending.len()) } }
            @if pending.is_empty() { p { (lang.text("review-none-pending")) } }
            @else {
                (list(of, pending, false))
                @if runs { details { summary { (lang.text("review-release")) }
                    p { (lang.text_with("review-release-hint", [("count", pending.len().into())])) }
                    (act.form("bare", &html! {
                        input type="hidden" name="digest" value=(order::pending(visit.forum(), of.call.id));
                        (act.send(&lang.text_with("review-release-do", [("count", pending.len().into())])))
                    }))
                } }
            }
        }
    }
}

fn list(of: &Reviewed<'_>, all: &[&Decided<'_>], ticks: bool) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    html! {
        div.table-wrap.results tabindex="0" { table.table {
            thead { tr {
                @if ticks { td {} }
                th scope="col" { (lang.text("review-proposal")) } th scope="col" { (lang.text("review-decision")) }
                th scope="col" { (lang.text("review-why-decided")) }
            } }
            tbody { @for one in all { tr {
                @if ticks { td { input type="checkbox" name="proposals" value=(one.shown.id) checked aria-label=(one.shown.code); } }
                th scope="row" { a href={ (of.to("decisions")) "?proposal=" (one.shown.id) } { span.code { (one.shown.code) } " " (tagged(&one.shown.title, "", lang)) } }
                td { (verdict_name(one.decision.verdict, lang)) }
                td { (reasons(of, one.decision)) }
            } } }
        } }
        @if all.is_empty() { p { (visit.lang().text("review-none-taken")) } }
    }
}

/// The reasons of a decision, chosen and written.
pub(super) fn reasons(of: &Reviewed<'_>, decision: &Decision) -> Markup {
    let lang = of.visit.lang();
    let Some(settings) = of.settings else { return html! {} };
    let chosen: Vec<String> = decision.reasons.iter().map(|key| reason(settings, key, lang)).collect();
    let note: Option<&Words> = decision.note.as_ref();
    html! { (chosen.join(" · ")) @if let Some(note) = note { @if !chosen.is_empty() { " · " } (words(note, "", lang)) } }
}
