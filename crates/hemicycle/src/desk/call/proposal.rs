//! Everything about one proposal: what was answered and by whom, what is missing, what was found of it, and what the desk
//! can do.

mod answers;
mod history;
mod order;
mod people;
mod screening;

use forum::call::{Proposal, Stage, views};
use forum::{ProposalId, call};
use maud::{Markup, html};

use super::{OneCall, exact, stage};
use crate::call::said;
use crate::desk::form::{Sheet, Typed};
use crate::desk::told;
use crate::site::content::{name, tagged};
use crate::site::{NotFound, Page, Part, Visit};

pub(in crate::desk) use order::read;

/// A proposal with its call.
pub(super) struct OneProposal<'a> {
    pub(super) of: OneCall<'a>,
    pub(super) proposal: &'a Proposal,
}

impl<'a> OneProposal<'a> {
    /// The proposal that the address names.
    pub(super) fn of(visit: &'a Visit) -> Result<OneProposal<'a>, NotFound> {
        let id = exact(visit.part("proposal")).map(ProposalId).ok_or(NotFound)?;
        let proposal: &Proposal = visit.forum().call.proposals.get(&id).ok_or(NotFound)?;
        Ok(OneProposal { of: OneCall::with(visit, proposal.call)?, proposal })
    }
}

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let one = OneProposal::of(visit)?;
    let (of, proposal) = (&one.of, one.proposal);
    let sheet = Sheet::new(visit, typed);
    let code = views::code(proposal);
    let said = views::title(proposal).map(str::to_owned).unwrap_or_else(|| lang.text("calls-untitled"));
    let title = code.as_ref().map_or(said.clone(), |code| format!("{code} · {said}"));
    let standing = !matches!(proposal.stage, Stage::Erased);
    let main = html! {
        (of.ways())
        p.over { a href=(of.to("proposals")) { (lang.text("calls-see-all")) } }
        h1.long { (tagged(&title, "", lang)) }
        (sheet.refusal())
        (facts(&one))
        @if standing {
            div.halves {
                div {
                    (answers::shown(&one))
                    section { h2 { (lang.text("session-people")) } (people::shown(&one)) }
                }
                div {
                    section { h2 { (lang.text("calls-checks")) } (checks(&one)) }
                    @if of.call.mode == call::Mode::Sessions && proposal.number.is_some() {
                        section { h2 { (lang.text("calls-screening")) } (screening::shown(&one, &sheet)) }
                    }
                    section { h2 { (lang.text("calls-leave")) } (leave(&one, &sheet)) }
                    section { h2 { (lang.text("calls-history")) } (history::shown(&one)) }
                    section { h2 { (lang.text("calls-away")) } (away(&one, &sheet)) }
                }
            }
        } @else { p.lead { (lang.text("erased")) } }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn facts(one: &OneProposal<'_>) -> Markup {
    let (of, proposal) = (&one.of, one.proposal);
    let (visit, lang) = (of.visit, of.visit.lang());
    let (title, tag) = said::title(of.call, lang);
    html! {
        dl.facts {
            dt { (lang.text("calls-one")) } dd { a href=(of.to("")) { (tagged(title, tag, lang)) } }
            dt { (lang.text("filter-type")) } dd { (name(&said::kind(&proposal.kind, lang), lang)) }
            dt { (lang.text("calls-state")) } dd { (stage(proposal.stage, lang)) }
            dt { (lang.text("calls-by")) } dd { (name(&told::person_name(visit, proposal.by), lang)) }
            dt { (lang.text("calls-begun")) } dd { (of.moment(proposal.begun)) }
            @if let Some(at) = proposal.submitted { dt { (lang.text("calls-stage-submitted")) } dd { (of.moment(at)) } }
            @if proposal.stage == Stage::Draft {
                dt { (lang.text("calls-open-until")) } dd { (of.moment(views::closes(of.call, proposal))) }
            }
        }
    }
}

/// What is missing and which rules it breaks, as its organisers see it.
fn checks(one: &OneProposal<'_>) -> Markup {
    let (forum, lang) = (one.of.visit.forum(), one.of.visit.lang());
    let missing = views::missing(forum, one.of.call, one.proposal);
    let breaches = views::breaches(forum, one.of.call, one.proposal);
    html! {
        @if missing.is_empty() && breaches.is_empty() { p { (lang.text("calls-checks-none")) } }
        @else {
            ul.concerns {
                @for lack in &missing { li { (said::lack(lack, one.of.call, lang)) } }
                @for breach in &breaches { li { (said::breach(breach, lang)) } }
            }
        }
    }
}

/// Leave to submit late, and to repair.
fn leave(one: &OneProposal<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = one.of.visit.lang();
    let draft = one.proposal.stage == Stage::Draft;
    let what = if draft { "late" } else { "reopen" };
    let (hint, go) = match draft {
        true => (lang.text("calls-late-one-hint"), lang.text("calls-late-allow")),
        false => (lang.text("calls-reopen-hint"), lang.text("calls-reopen")),
    };
    let act = sheet.act(what, 0);
    html! {
        @if let Some(until) = one.proposal.until { p { (lang.text("calls-until")) " " (one.of.moment(until)) } }
        @if matches!(one.proposal.stage, Stage::Draft | Stage::Submitted) {
            p.soft { (hint) }
            (act.form("desk", &html! {
                (act.line("date", "until-day", &lang.text("calls-until-day"), ""))
                (act.line("text", "until", &lang.text("calls-until-time"), "23:59"))
                (act.send(&go))
            }))
        }
    }
}

/// What takes a proposal away, for now or for good.
fn away(one: &OneProposal<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = one.of.visit.lang();
    let act = sheet.act("erase", 0);
    html! {
        @if matches!(one.proposal.stage, Stage::Draft | Stage::Submitted) {
            p.soft { (lang.text("calls-withdraw-hint")) }
            (sheet.act("withdraw", 0).button("quiet", &lang.text("calls-withdraw")))
        }
        details open[act.was_refused()] {
            summary { (lang.text("calls-erase")) }
            p { (lang.text("calls-erase-hint")) }
            (act.form("desk", &html! {
                (act.tick("sure", &lang.text("calls-erase-sure"), false))
                (act.send(&lang.text("calls-erase")))
            }))
        }
    }
}
