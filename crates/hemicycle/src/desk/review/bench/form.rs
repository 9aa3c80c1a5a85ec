//! The form of a review: scores, reasons, comments, and with what it might be merged.

use forum::ProposalId;
use forum::review::{Criterion, Review, Settings};
use jiff::Timestamp;
use maud::{Markup, PreEscaped, html};
use platform::languages::Locale;

use super::one::standing;
use super::pile::Pile;
use crate::desk::form::{Act, Form, Sheet, Typed};
use crate::desk::review::about::{Reviewed, criterion, criterion_help, reason};
use crate::site::Visit;
use crate::site::content::tagged;
use forum::review::views::{TaskState as Standing, is_current};

/// The form; what is written, if it can no longer be changed.
pub(super) fn scores(pile: &Pile<'_>, sheet: &Sheet<'_>, id: ProposalId) -> Markup {
    let (visit, lang) = (pile.of.visit, pile.of.visit.lang());
    let Some(settings) = pile.settings() else { return html! {} };
    let written = visit.forum().review.reviews.get(&id).and_then(|all| all.get(&pile.me));
    let act = sheet.act("review", id.0);
    let now = Timestamp::now();
    let when = |at| [("when", lang.moment(at, &pile.of.zone()).into())];
    html! {
        h2 { (lang.text("review-form")) }
        (standing(pile, id))
        @if now < settings.gate.opens { p { (lang.text_with("review-opens-at", when(settings.gate.opens))) } }
        @if now >= settings.gate.closes { p { (lang.text_with("review-closed", when(settings.gate.closes))) } }
        @if settings.gate.is_open(now) {
            form.scores method="post" action=(visit.reader.here) id=(act.name()) data-refused[act.was_refused()]
                data-person=(whose(visit)) data-copy=(lang.text("review-kept-copy"))
                data-back=(lang.text("review-kept-back")) data-drop=(lang.text("review-kept-drop")) {
                (act.hidden())
                (fields(pile, settings, act, id, written.map(AsRef::as_ref)))
            }
        }
        @else if let Some(written) = written { (given(settings, written, lang)) }
    }
}

/// Whose what is kept in a browser is: numbers of people are a forum's own.
fn whose(visit: &Visit) -> String {
    let me = visit.visitor.person().map_or_else(String::new, |me| me.to_string());
    format!("{}/{me}", visit.slug)
}

/// Whether the page has the form: it is theirs to review, and scores are taken.
pub(super) fn is_open(pile: Option<&Pile<'_>>, standing: Option<Standing>) -> bool {
    standing.is_some_and(|standing| standing != Standing::Conflict) && pile.is_some_and(Pile::is_open)
}

/// Where there is no form any more: what was typed into it and refused, to be copied. What a browser has kept is shown
/// here, too.
pub(super) fn typed(visit: &Visit, of: Option<&Reviewed<'_>>, typed: &Typed, id: ProposalId) -> Markup {
    let lang = visit.lang();
    let was_refused = typed.why.is_some() && typed.form.get("do") == "review";
    let text = if was_refused { in_words(visit, of, &typed.form) } else { String::new() };
    html! {
        div.kept id={ "review-" (id) } data-person=(whose(visit)) data-copy=(lang.text("review-kept-copy")) data-drop=(lang.text("review-kept-drop")) {
            @if !text.is_empty() {
                p { (lang.text("review-kept-copy")) }
                textarea readonly rows="8" aria-label=(lang.text("review-kept-copy")) { (PreEscaped("\n")) (text) }
            }
        }
    }
}

/// What was typed, as lines of text.
fn in_words(visit: &Visit, of: Option<&Reviewed<'_>>, form: &Form) -> String {
    let lang = visit.lang();
    let mut lines = Vec::new();
    if let Some(settings) = of.and_then(|of| of.settings) {
        for one in &settings.criteria {
            let score = form.get(&format!("score-{}", one.key));
            lines.push(format!("{}: {}", criterion(one, lang), if score.is_empty() { "–" } else { score }));
        }
        let reasons = form.all("reasons").map(|key| reason(settings, key, lang));
        lines.extend(reasons);
    }
    for (label, name) in [
        (lang.text("review-to-proposer"), "to_proposer"),
        (lang.text("review-to-chair"), "to_chair"),
        (lang.text("review-merge-with"), "merge"),
    ] {
        let written = form.get(name).replace("\r\n", "\n");
        if !written.trim().is_empty() {
            lines.push(format!("{label}:\n{}", written.trim()));
        }
    }
    lines.join("\n")
}

fn fields(
    pile: &Pile<'_>,
    settings: &Settings,
    act: Act<'_>,
    id: ProposalId,
    written: Option<&Review>,
) -> Markup {
    let lang = pile.of.visit.lang();
    let text = |words: Option<&Option<forum::Words>>| {
        words.and_then(|words| words.as_ref()?.text().map(str::to_owned)).unwrap_or_default()
    };
    html! {
        input type="hidden" name="on" value=(written.map_or(0, |written| written.seq));
        p.soft { (lang.text("review-scale")) }
        @for one in &settings.criteria { (row(act, one, written, settings, lang)) }
        fieldset.reasons {
            legend { (lang.text_with("review-reasons-needed", [("low", u32::from(settings.low).into())])) }
            @for one in &settings.reasons {
                @let known = written.is_some_and(|written| written.reasons.contains(&one.key));
                label.tick {
                    input type="checkbox" name="reasons" value=(one.key) checked[act.ticked("reasons", &one.key, known)];
                    span { (reason(settings, &one.key, lang)) }
                }
            }
        }
        (act.prose("to_proposer", &lang.text("review-to-proposer"), 4, &text(written.map(|written| &written.to_proposer))))
        (act.prose("to_chair", &lang.text("review-to-chair"), 3, &text(written.map(|written| &written.to_chair))))
        (merge(pile, act, id, written))
        (buttons(pile, id, written.is_some_and(|written| written.submitted && is_about(pile, id, written))))
    }
}

/// Whether what was written is about the text as it is now.
fn is_about(pile: &Pile<'_>, id: ProposalId, written: &Review) -> bool {
    pile.of.visit.forum().call.proposals.get(&id).is_some_and(|text| is_current(text, written))
}

/// One criterion: five radio buttons in a row, and one for no score yet.
fn row(
    act: Act<'_>,
    one: &Criterion,
    written: Option<&Review>,
    settings: &Settings,
    lang: &Locale,
) -> Markup {
    let name = format!("score-{}", one.key);
    let known = written.and_then(|written| written.scores.get(&one.key)).copied();
    let whole: u32 = settings.criteria.iter().map(|one| one.weight).sum();
    let share = (u64::from(one.weight) * 100 + u64::from(whole) / 2) / u64::from(whole.max(1));
    html! {
        fieldset.score {
            legend { (tagged(&criterion(one, lang), "", lang)) " " small { (lang.text_with("review-share", [("share", share.into())])) } }
            @if let Some(help) = criterion_help(one, lang) { p.soft { (help) } }
            div.five {
                @for score in 1..=5u8 {
                    @let value = score.to_string();
                    label { input type="radio" name=(name) value=(value) checked[act.ticked(&name, &value, known == Some(score))]; span { (lang.number(score.into())) } }
                }
                label.none { input type="radio" name=(name) value="" checked[act.ticked(&name, "", known.is_none())]; span { "–" span.away { (lang.text("review-no-score")) } } }
            }
        }
    }
}

/// With which other proposal it might be merged: its number, with those on the same theme to choose from.
fn merge(pile: &Pile<'_>, act: Act<'_>, id: ProposalId, written: Option<&Review>) -> Markup {
    let (visit, lang) = (pile.of.visit, pile.of.visit.lang());
    let all = super::bids::readable(visit, pile.of.call.id);
    let theme = all.iter().find(|one| one.id == id).and_then(|one| one.theme.clone());
    let chosen = written.and_then(|written| written.merge);
    let known =
        all.iter().find(|one| Some(one.id) == chosen).map(|one| format!("{} {}", one.code, one.title));
    html! {
        (act.line("text", "merge", &lang.text("review-merge-with"), &known.unwrap_or_default()))
        datalist #review-merges {
            @for one in all.iter().filter(|one| one.id != id && one.theme == theme) { option value={ (one.code) " " (one.title) }; }
        }
    }
}

/// Save and submit are two things; both keep what is written.
fn buttons(pile: &Pile<'_>, id: ProposalId, submitted: bool) -> Markup {
    let lang = pile.of.visit.lang();
    let next = pile.next(Some(id)).is_some();
    let others = pile.count(Standing::Open) + pile.count(Standing::Saved);
    html! {
        div.tools.stay {
            @if next {
                button name="then" value="submit-next" { (lang.text("review-submit-next")) }
                button.quiet name="then" value="submit" { (lang.text("review-submit")) }
                @if !submitted { button.quiet name="then" value="save-next" { (lang.text("review-save-next")) } }
            } @else { button name="then" value="submit" { (lang.text("review-submit")) } }
            @if !submitted { button.quiet name="then" value="save" { (lang.text("review-save")) } }
        }
        @if others > 0 { p.soft.keys { (lang.text("review-keys")) } }
    }
}

/// What was written, once it cannot be changed.
fn given(settings: &Settings, written: &Review, lang: &Locale) -> Markup {
    html! {
        dl.facts {
            @for one in &settings.criteria {
                dt { (criterion(one, lang)) }
                dd { @match written.scores.get(&one.key) { Some(score) => (lang.number((*score).into())), None => "–" } }
            }
            @if !written.reasons.is_empty() {
                dt { (lang.text("review-reasons")) }
                dd { (written.reasons.iter().map(|key| reason(settings, key, lang)).collect::<Vec<_>>().join(" · ")) }
            }
        }
        @for (label, words) in [(lang.text("review-to-proposer"), &written.to_proposer), (lang.text("review-to-chair"), &written.to_chair)] {
            @if let Some(words) = words { h3 { (label) } (crate::site::content::prose(words, "", lang)) }
        }
    }
}
