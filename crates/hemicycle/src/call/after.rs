//! What becomes of a proposal, as its organisers may know it: where it stands, what was found and decided, what the
//! scores say together, and how one appeals.

use forum::call::Stage;
use forum::review::views::{Reviews, Summary, current_screening, is_agreed, merges, reviews_of};
use forum::review::{Decision, Merge, Screened, Screening, Verdict};
use forum::{MergeId, ProposalId, Viewer};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::languages::{Locale, key};

use super::draft::{Draft, title};
use super::{gates, said};
use crate::desk::form::Sheet;
use crate::site::content::{name, paragraphs};

/// The message that names a verdict.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => key("propose-verdict-accepted"),
        Verdict::Waiting => key("propose-verdict-waiting"),
        Verdict::Declined => key("propose-verdict-declined"),
        Verdict::Merged => key("propose-verdict-merged"),
    }
}

/// A figure with two digits behind its mark, as the language writes it.
pub(crate) fn decimal(value: f64, lang: &Locale) -> String {
    format!("{value:.2}").replace('.', &lang.text("propose-decimal-mark"))
}

/// Where a proposal stands, in words; never more than is released.
pub(super) fn standing(draft: &Draft<'_>) -> Markup {
    let (visit, lang, now) = (draft.visit, draft.visit.lang(), Timestamp::now());
    let (forum, proposal) = (visit.forum(), draft.proposal);
    let decided = released(draft);
    let settings = forum.review.settings.get(&draft.call.id);
    let screened = current_screening(forum, proposal);
    html! {
        div.standing {
            p.lead {
                @match (proposal.stage, decided, screened.map(|screened| screened.outcome), settings) {
                    (Stage::Withdrawn | Stage::Erased, ..) => (lang.text("propose-is-withdrawn")),
                    (_, Some(decision), ..) => (lang.text(verdict(decision.verdict))),
                    (_, _, Some(Screening::Failed), _) => (lang.text("propose-screened-failed")),
                    (_, _, None, Some(settings)) if settings.screens => (lang.text("propose-in-screening")),
                    (_, _, _, Some(settings)) if now < settings.gate.opens => {
                        (lang.text("propose-before-review")) " " (gates::time(visit, settings.gate.opens))
                    },
                    (_, _, _, Some(settings)) if now < settings.gate.closes => {
                        (lang.text("propose-in-review")) " " (gates::time(visit, settings.gate.closes))
                    },
                    (_, _, _, Some(_)) => (lang.text("propose-being-decided")),
                    _ => (lang.text("propose-received")),
                }
            }
            @if let (None, Some(at)) = (decided, proposal.submitted) {
                p.soft { (lang.text("propose-is-submitted")) " " (gates::time(visit, at)) }
            }
            @if let (None, Some(at)) = (decided, draft.call.about.told_by.filter(|at| *at > now)) {
                p.soft { (lang.text("propose-told-by")) " " (gates::time(visit, at)) }
            }
        }
        @if let Some(screened) = screened.filter(|_| decided.is_none()) { (found(draft, screened)) }
    }
}

/// The decision that was released.
fn released<'a>(draft: &Draft<'a>) -> Option<&'a Decision> {
    draft.visit.forum().review.decisions.get(&draft.proposal.id)?.released()
}

/// What is to be repaired, in a draft that came back.
pub(super) fn repair(draft: &Draft<'_>) -> Markup {
    let (lang, screened) = (draft.visit.lang(), draft.visit.forum().review.screened.get(&draft.proposal.id));
    html! {
        @if let Some(screened) = screened && let Screening::Repair { until } = screened.outcome {
            div.refused {
                p { b { (lang.text("propose-repair")) } " " (gates::time(draft.visit, until)) }
                (found(draft, screened))
            }
        }
    }
}

fn found(draft: &Draft<'_>, screened: &Screened) -> Markup {
    html! {
        (reasons(draft, &screened.reasons))
        @if let Some(note) = screened.note.as_ref().and_then(|note| note.text()) { (paragraphs(note, draft.visit.lang())) }
    }
}

fn reasons(draft: &Draft<'_>, keys: &[String]) -> Markup {
    let lang = draft.visit.lang();
    let all = said::reasons(draft.visit.forum(), draft.call);
    let says = |key: &String| {
        let known = all.iter().find(|known| known.key == *key);
        known.map_or_else(|| key.clone(), |known| said::reason_called(known, lang))
    };
    html! { @if !keys.is_empty() { ul.reasons { @for key in keys { li { (says(key)) } } } } }
}

/// The decision with its reasons, what the scores say together, and what reviewers wrote; then the way to appeal.
pub(super) fn decision(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let Some(decision) = released(draft) else { return html! {} };
    let viewer = visit.visitor.person().map_or(Viewer::Public, Viewer::Person);
    let summary = match reviews_of(visit.forum(), viewer, draft.proposal.id) {
        Some(Reviews::Summary(summary)) => Some(summary),
        // Whoever organises it and runs the forum, too, sees here what all organisers see.
        _ => Summary::of(visit.forum(), draft.proposal),
    };
    html! {
        section {
            h2 { (lang.text("propose-why")) }
            (reasons(draft, &decision.reasons))
            @if let Some(note) = decision.note.as_ref().and_then(|note| note.text()) { (paragraphs(note, lang)) }
            @if let Some(summary) = summary.filter(|summary| summary.count > 0) { (scores(draft, &summary)) }
        }
        (appeal(draft, sheet))
    }
}

fn scores(draft: &Draft<'_>, summary: &Summary<'_>) -> Markup {
    let lang = draft.visit.lang();
    let settings = draft.visit.forum().review.settings.get(&draft.call.id);
    let criterion = |key: &str| {
        let known = settings.and_then(|settings| settings.criteria.iter().find(|known| known.key == key));
        known.map_or_else(|| key.to_owned(), |known| super::page::criterion(known, lang))
    };
    let figure = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| decimal(value, lang));
    html! {
        h3 { (lang.text_with("propose-scores", [("count", summary.count.into())])) }
        div.table-wrap { table.table {
            thead { tr { th scope="col" { (lang.text("propose-criterion")) } th.n scope="col" { (lang.text("propose-mean")) } } }
            tbody {
                @for (key, mean) in &summary.criteria { tr { th scope="row" { (criterion(key)) } td.n { (figure(*mean)) } } }
                tr { th scope="row" { b { (lang.text("propose-all-criteria")) } } td.n { b { (figure(summary.mean)) } } }
            }
        } }
        p.soft { (lang.text("propose-scores-hint")) }
        @if !summary.comments.is_empty() {
            h3 { (lang.text("propose-comments")) }
            @for comment in &summary.comments { blockquote dir="auto" { (comment) } }
        }
    }
}

fn appeal(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let until = visit.forum().review.settings.get(&draft.call.id).and_then(|settings| settings.appeals);
    let made = visit.forum().review.appeals.get(&draft.proposal.id);
    let act = sheet.act("appeal", 0);
    html! {
        @if let Some(appeal) = made {
            section {
                h2 { (lang.text("propose-appeal")) }
                (paragraphs(appeal.text.or_empty(), lang))
                @match &appeal.answer {
                    None => p.soft { (lang.text("propose-appeal-waits")) },
                    Some((upheld, why)) => {
                        p { b { @if *upheld { (lang.text("propose-appeal-upheld")) } @else { (lang.text("propose-appeal-rejected")) } } }
                        (paragraphs(why.or_empty(), lang))
                    }
                }
            }
        } @else if let Some(until) = until.filter(|until| *until > Timestamp::now()) {
            details.more open[act.was_refused()] {
                summary { (lang.text("propose-appeal")) }
                p.soft { (lang.text("propose-appeal-hint")) " " (gates::time(visit, until)) }
                (act.form("stack", &html! { (act.prose("text", &lang.text("propose-appeal-why"), 6, "")) (act.send(&lang.text("propose-appeal-send"))) }))
            }
        }
    }
}

/// Suggestions that it becomes one with others, and the answer of its organisers.
pub(super) fn suggestions(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let visit = draft.visit;
    let viewer = visit.visitor.person().map_or(Viewer::Public, Viewer::Person);
    let all = merges(visit.forum(), viewer, draft.proposal.id);
    html! { @for (id, merge) in all { (suggestion(draft, sheet, id, merge)) } }
}

fn suggestion(draft: &Draft<'_>, sheet: &Sheet<'_>, id: MergeId, merge: &Merge) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let known = |id: &ProposalId| visit.forum().call.proposals.get(id).map(|known| title(known, lang));
    let others = std::iter::once(&merge.into).chain(&merge.from).filter(|other| **other != draft.proposal.id);
    let own = merge.answers.get(&draft.proposal.id).copied();
    let act = sheet.act("merge", id.0);
    html! {
        section.suggestion {
            h2 { (lang.text("propose-merge")) }
            p { (lang.text("propose-merge-hint")) }
            ul.reasons { @for title in others.filter_map(known) { li { (name(&title, lang)) } } }
            @if let Some(note) = merge.note.as_ref().and_then(|note| note.text()) { (paragraphs(note, lang)) }
            @if is_agreed(merge) { p { b { (lang.text("propose-merge-agreed")) } } }
            @else {
                @match own {
                    Some(true) => p { "✓ " (lang.text("propose-merge-yes-said")) },
                    Some(false) => p { "✕ " (lang.text("propose-merge-no-said")) },
                    None => {},
                }
                (act.form("line", &html! {
                    @if own != Some(true) { button name="agrees" value="yes" { (lang.text("propose-merge-yes")) } }
                    @if own != Some(false) { button.quiet name="agrees" value="no" { (lang.text("propose-merge-no")) } }
                }))
            }
        }
    }
}
