//! My list: what is mine to review, how far I am, until when, and what comes next.

use forum::ProposalId;
use jiff::Timestamp;
use maud::{Markup, html};

use forum::review::views::TaskState as Standing;

use super::pile::{One, Pile};
use crate::desk::form::{Sheet, Typed};
use crate::desk::review::figures::Figures;
use crate::desk::review::shown::{self, theme_name};
use crate::site::content::tagged;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("review-mine-title");
    let piles = Pile::all(visit);
    let main = html! {
        h1 { (title) }
        (sheet.refusal())
        @if piles.is_empty() { p.lead { (lang.text("review-mine-none")) } }
        @for (nth, pile) in piles.iter().enumerate() { (one_call(pile, &sheet, nth == 0)) }
    };
    Ok(Page { title, part: Part::Review, main })
}

fn one_call(pile: &Pile<'_>, sheet: &Sheet<'_>, first: bool) -> Markup {
    let (visit, lang) = (pile.of.visit, pile.of.visit.lang());
    let next = pile.next(None).filter(|_| pile.is_open());
    html! {
        section {
            h2 { (pile.of.title()) }
            p.lead { (due(pile)) }
            (progress(pile))
            p.tools {
                @if let Some(next) = next {
                    a.go href=(address(visit, next)) accesskey=[first.then_some("n")] data-next { (lang.text("review-next")) }
                }
                a href=(bids(pile)) { (lang.text("review-bids-title")) }
            }
            @if pile.all.is_empty() { p { (lang.text("review-mine-empty")) } } @else { (themes(pile)) }
            (expertise(pile, sheet))
        }
    }
}

/// Where one proposal is reviewed.
pub(super) fn address(visit: &Visit, id: ProposalId) -> String {
    visit.to(format!("review/{id}"))
}

fn bids(pile: &Pile<'_>) -> String {
    pile.of.visit.to(format!("review/bids?call={}", pile.of.call.id))
}

/// Until when scores are taken, by the reader's clock, and how many a day that makes.
fn due(pile: &Pile<'_>) -> Markup {
    let lang = pile.of.visit.lang();
    let Some(settings) = pile.settings() else { return html! {} };
    let (now, gate) = (Timestamp::now(), settings.gate);
    let when = |at| [("when", lang.moment(at, &pile.of.zone()).into())];
    let left = pile.count(Standing::Open) + pile.count(Standing::Saved);
    let days = usize::try_from((gate.closes.as_second() - now.as_second()) / 86_400).unwrap_or(0).max(1);
    html! {
        @if now < gate.opens { (lang.text_with("review-opens-at", when(gate.opens))) }
        @else if gate.is_open(now) {
            (lang.text_with("review-due", when(gate.closes)))
            @if left > 0 { " " (lang.text_with("review-pace", [("count", left.div_ceil(days).into())])) }
        } @else { (lang.text_with("review-closed", when(gate.closes))) }
    }
}

/// How far somebody is, as a bar and in words.
pub(super) fn progress(pile: &Pile<'_>) -> Markup {
    let lang = pile.of.visit.lang();
    let (done, all) = (pile.count(Standing::Submitted), pile.whole());
    let said = lang.text_with("review-progress", [("done", done.into()), ("all", all.into())]);
    html! {
        div.progress {
            progress max=(all.max(1)) value=(done) aria-label=(said) {}
            span { (said)
                @for (standing, count) in [(Standing::Saved, pile.count(Standing::Saved)), (Standing::Conflict, pile.count(Standing::Conflict))] {
                    @if count > 0 { " · " (state(standing, lang)) ": " (lang.number(i64::try_from(count).unwrap_or_default())) }
                }
            }
        }
    }
}

/// What a state is called.
pub(super) fn state(standing: Standing, lang: &platform::languages::Locale) -> String {
    match standing {
        Standing::Open => lang.text("review-state-open"),
        Standing::Saved => lang.text("review-state-saved"),
        Standing::Submitted => lang.text("review-state-submitted"),
        Standing::Conflict => lang.text("review-state-conflict"),
    }
}

/// The proposals, theme by theme.
fn themes(pile: &Pile<'_>) -> Markup {
    let lang = pile.of.visit.lang();
    let figures = Figures::of(lang);
    let theme = |one: &One| (one.shown.is_some(), one.shown.as_ref().and_then(|shown| shown.theme.clone()));
    let groups = pile.all.chunk_by(|one, other| theme(one) == theme(other));
    html! {
        @for group in groups {
            @let (seen, key) = theme(&group[0]);
            @let done = group.iter().filter(|one| one.standing == Standing::Submitted).count();
            section.theme {
                h3 {
                    @if seen { (theme_name(pile.of.call, key.as_deref(), lang)) } @else { (state(Standing::Conflict, lang)) }
                    @if seen { " " small { (lang.text_with("review-done-of", [("done", done.into()), ("all", group.len().into())])) } }
                }
                ul.pile { @for one in group { li data-state=(class(one.standing)) { (line(pile, one, &figures)) } } }
            }
        }
    }
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Saved => "saved",
        Standing::Submitted => "submitted",
        Standing::Conflict => "conflict",
    }
}

fn line(pile: &Pile<'_>, one: &One, figures: &Figures) -> Markup {
    let (visit, lang) = (pile.of.visit, pile.of.visit.lang());
    html! {
        @match &one.shown {
            Some(shown) => {
                span.code { (shown.code) }
                a href=(address(visit, one.id)) { (tagged(&shown.title, "", lang)) }
                span.state { (state(one.standing, lang)) }
                span.n { @if let Some(mean) = one.mean { (figures.two(mean)) } }
            }
            None => { span.code { (shown::code_of(visit, one.id)) } span.state { (state(one.standing, lang)) } }
        }
    }
}

/// Which themes a reviewer knows.
fn expertise(pile: &Pile<'_>, sheet: &Sheet<'_>) -> Markup {
    let (call, lang) = (pile.of.call, pile.of.visit.lang());
    let all = shown::themes(call);
    let act = sheet.act("expertise", call.id.0);
    let known = pile.of.visit.forum().review.expertise.get(&call.id).and_then(|all| all.get(&pile.me));
    let known = known.cloned().unwrap_or_default();
    let body = html! {
        p { (lang.text("review-expertise-hint")) }
        fieldset {
            legend { (lang.text("review-expertise")) }
            @for theme in &all {
                label.tick {
                    input type="checkbox" name="themes" value=(theme) checked[act.ticked("themes", theme, known.contains(theme))];
                    span { (theme_name(call, Some(theme), lang)) }
                }
            }
        }
        (act.send(&lang.text("desk-save")))
    };
    html! {
        @if !all.is_empty() {
            details open[known.is_empty() || act.was_refused()] {
                summary { (lang.text("review-expertise")) @if !known.is_empty() { " · " (known.len()) } }
                (act.form("desk", &body))
            }
        }
    }
}
