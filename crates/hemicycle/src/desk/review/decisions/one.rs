//! One proposal: what its reviewers said, what was decided and why, and the letter that tells of it.

use forum::ProposalId;
use forum::access::Access;
use forum::review::views::{Reviews, has_interest, merges, reviews_of, stands};
use forum::review::{DecisionState, Merge, Review, Settings};
use maud::{Markup, html};

use super::{reasons, state_name};
use crate::app::App;
use crate::desk::form::{Act, Sheet};
use crate::desk::review::about::{Reviewed, criterion, person_name, reason};
use crate::desk::review::figures::Figures;
use crate::desk::review::shown::{Shown, code_of};
use crate::desk::review::table::{VERDICTS, verdict_key, verdict_name};
use crate::site::NotFound;
use crate::site::content::{name, tagged, words};

pub(super) fn proposal(
    app: &App,
    of: &Reviewed<'_>,
    sheet: &Sheet<'_>,
    id: ProposalId,
) -> Result<Markup, NotFound> {
    let (visit, lang) = (of.visit, of.visit.lang());
    let settings = of.settled()?;
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let interest = visit.visitor.person().is_none_or(|me| has_interest(visit.forum(), me, id));
    let here = visit.forum().call.proposals.get(&id).is_some_and(|proposal| proposal.call == of.call.id);
    let shown = Shown::of(visit, id).filter(|_| here && (runs || !interest)).ok_or(NotFound)?;
    let decision = visit.forum().review.decisions.get(&id);
    let released = decision.is_some_and(|decision| decision.state == DecisionState::Released);
    let for_good = decision.is_some_and(|decision| stands(visit.forum(), id, decision));
    Ok(html! {
        p { a href=(of.to("decisions")) { (lang.text("review-back")) }
            @if runs { " · " a href=(visit.to(format!("desk/proposals/{id}"))) { (lang.text("review-whole-proposal")) } } }
        h2 { span.code { (shown.code) } " " (tagged(&shown.title, "", lang)) }
        @if let Some(decision) = decision {
            p.lead { (verdict_name(decision.verdict, lang)) " · " (state_name(decision.state, lang)) }
            p { (reasons(of, decision)) " " small { (lang.moment(decision.at, &of.zone())) } }
            @if !released { (sheet.act("undecide", id.0).button("quiet", &lang.text("review-undecide"))) }
        }
        @if !for_good { (form(settings, sheet.act("decide", id.0), decision.map(AsRef::as_ref), of)) }
        (scores(of, settings, id))
        (merged(of, sheet, id))
        (super::letters::preview(app, of, id))
        (history(app, of, id))
    })
}

fn form(
    settings: &Settings,
    act: Act<'_>,
    known: Option<&forum::review::Decision>,
    of: &Reviewed<'_>,
) -> Markup {
    let lang = of.visit.lang();
    let verdicts: Vec<(String, String)> =
        VERDICTS.map(|verdict| (verdict_key(verdict).to_owned(), verdict_name(verdict, lang))).to_vec();
    let chosen = known.map_or("", |known| verdict_key(known.verdict));
    let note = known.and_then(|known| known.note.as_ref()?.text()).unwrap_or_default();
    let body = html! {
        (act.choice("verdict", &lang.text("review-decision"), chosen, &verdicts))
        fieldset.reasons { legend { (lang.text("review-reasons")) }
            @for one in &settings.reasons {
                @let is = known.is_some_and(|known| known.reasons.contains(&one.key));
                label.tick { input type="checkbox" name="reasons" value=(one.key) checked[act.ticked("reasons", &one.key, is)];
                    span { (reason(settings, &one.key, lang)) } } } }
        (act.prose("note", &lang.text("review-note"), 3, note))
        (act.send(&lang.text("review-decide")))
    };
    html! { section { h2 { (lang.text("review-decide")) } (act.form("desk", &body)) } }
}

/// What each reviewer said, for those who decide.
fn scores(of: &Reviewed<'_>, settings: &Settings, id: ProposalId) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let Some(Reviews::All(all)) = reviews_of(visit.forum(), visit.visitor.viewer(), id) else {
        return html! {};
    };
    let figures = Figures::of(lang);
    html! {
        section { h2 { (lang.text("review-scores")) }
            @if all.is_empty() { p { (lang.text("review-no-scores")) } }
            @else { div.table-wrap tabindex="0" { table.table {
                thead { tr { th scope="col" { (lang.text("review-reviewer")) }
                    @for one in &settings.criteria { th.n scope="col" { (criterion(one, lang)) } }
                    th.n scope="col" { (lang.text("review-mean")) } th scope="col" { (lang.text("review-said")) } } }
                tbody { @for (who, review, counts) in &all { tr {
                    th scope="row" { (name(&person_name(visit, *who), lang)) @if !counts { " " small { (lang.text("review-counts-not")) } } }
                    @for one in &settings.criteria { td.n { @if let Some(score) = review.scores.get(&one.key) { (score) } @else { "–" } } }
                    td.n { (settings.mean(&review.scores).map_or_else(|| "–".to_owned(), |mean| figures.two(mean))) }
                    td { (said(of, settings, review)) }
                } } }
            } } }
        }
    }
}

fn said(of: &Reviewed<'_>, settings: &Settings, review: &Review) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let chosen: Vec<String> = review.reasons.iter().map(|key| reason(settings, key, lang)).collect();
    html! {
        @if !chosen.is_empty() { p { (chosen.join(" · ")) } }
        @if let Some(text) = &review.to_proposer { p { small { (lang.text("review-said-proposer")) } " " (words(text, "", lang)) } }
        @if let Some(text) = &review.to_chair { p { small { (lang.text("review-said-chair")) } " " (words(text, "", lang)) } }
        @if let Some(other) = review.merge { p { small { (lang.text("review-said-merge")) } " " (code_of(visit, other)) } }
    }
}

/// Suggestions to merge it, and a way to make one.
fn merged(of: &Reviewed<'_>, sheet: &Sheet<'_>, id: ProposalId) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let all = merges(visit.forum(), visit.visitor.viewer(), id);
    let reviews = visit.forum().review.reviews.get(&id);
    let mut wished: Vec<ProposalId> =
        reviews.into_iter().flat_map(|all| all.values()).filter_map(|review| review.merge).collect();
    wished.sort_unstable();
    let act = sheet.act("merge", id.0);
    let hint = wished.first().map(|id| code_of(visit, *id)).unwrap_or_default();
    html! {
        section { h2 { (lang.text("review-merge")) }
            @for (_, merge) in &all { (one_merge(of, merge)) }
            @if !wished.is_empty() {
                p { (lang.text("review-merge-wished")) " "
                    @for (nth, group) in wished.chunk_by(|one, other| one == other).enumerate() {
                        @if nth > 0 { ", " } (code_of(visit, group[0])) " (" (group.len()) ")" } }
            }
            details open[act.was_refused()] { summary { (lang.text("review-merge-suggest")) }
                (act.form("desk", &html! {
                    (act.line("text", "others", &lang.text("review-merge-others"), &hint))
                    (act.prose("note", &lang.text("review-merge-note"), 2, ""))
                    (act.send(&lang.text("review-merge-suggest")))
                })) }
        }
    }
}

fn one_merge(of: &Reviewed<'_>, merge: &Merge) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let answer = |id: &ProposalId| match merge.answers.get(id) {
        Some(true) => lang.text("review-yes"),
        Some(false) => lang.text("review-no"),
        None => lang.text("review-merge-waits"),
    };
    html! {
        p { (lang.text_with("review-merge-into", [("into", code_of(visit, merge.into).into())])) " "
            @for (nth, id) in std::iter::once(&merge.into).chain(&merge.from).enumerate() {
                @if nth > 0 { " · " } (code_of(visit, *id)) ": " (answer(id)) } }
    }
}

/// How the decision came about, act by act, as the log has it.
fn history(app: &App, of: &Reviewed<'_>, id: ProposalId) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let to = format!("{}?proposal={id}&history=yes#history", of.to("decisions"));
    html! {
        section #history { h2 { (lang.text("review-history")) }
            @if visit.reader.asked("history") != "yes" { p { a href=(to) { (lang.text("review-history-show")) } } }
            @else { (super::super::replay::of(app, of, id)) }
        }
    }
}
