//! What somebody proposes: their drafts, what they submitted, and where they were asked to take part.

use axum::response::Response;
use forum::call::{Proposal, Stage, views};
use forum::{PartId, PersonId, ProposalId};
use maud::{Markup, html};

use super::draft::{address, title};
use super::said;
use crate::desk::answer::whole;
use crate::problem::Problem;
use crate::site::content::name;
use crate::site::{Page, Part, Visit, errors};

/// `GET /{forum}/proposals`
pub async fn show(visit: Visit) -> Response {
    match visit.visitor.person() {
        Some(person) => whole(&visit, &page(&visit, person), axum::http::StatusCode::OK),
        // Whoever sits at the server proposes nothing.
        None => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
    }
}

fn page(visit: &Visit, person: PersonId) -> Page {
    let lang = visit.lang();
    let (own, asked) = (views::mine(visit.forum(), person), views::asked_of(visit.forum(), person));
    let main = html! {
        h1 { (lang.text("propose-mine")) }
        @if own.is_empty() { p.lead { (lang.text("propose-mine-none")) } }
        ul.rows.mine {
            @for proposal in &own { (row(visit, proposal)) }
        }
        @if !asked.is_empty() {
            h2 { (lang.text("propose-asked")) }
            ul.rows { @for (proposal, part) in &asked { (invitation(visit, *proposal, *part)) } }
        }
        p { a href=(visit.to("calls")) { (lang.text("propose-to-calls")) } }
    };
    Page { title: lang.text("propose-mine"), part: Part::Call, main }
}

fn row(visit: &Visit, proposal: &Proposal) -> Markup {
    let lang = visit.lang();
    let call = visit.forum().call.calls.get(&proposal.call);
    let stage = match proposal.stage {
        Stage::Draft => lang.text("propose-stage-draft"),
        Stage::Submitted => lang.text("propose-stage-submitted"),
        Stage::Withdrawn | Stage::Erased => lang.text("propose-stage-withdrawn"),
    };
    html! {
        li {
            div {
                a href=(address(visit, proposal.id, "")) { b { (name(&title(proposal, lang), lang)) } }
                p.soft {
                    @if let Some(code) = views::code(proposal) { (code) " · " }
                    (said::kind(&proposal.kind, lang))
                    @if let Some(call) = call { " · " (name(said::title(call, lang).0, lang)) }
                }
            }
            span.chip { (stage) }
        }
    }
}

fn invitation(visit: &Visit, proposal: ProposalId, part: PartId) -> Markup {
    let lang = visit.lang();
    let known = visit.forum().call.proposals.get(&proposal);
    html! {
        @if let Some(known) = known {
            li { a href=(visit.to(format!("invitations/{proposal}/{part}"))) { (name(&title(known, lang), lang)) } }
        }
    }
}
