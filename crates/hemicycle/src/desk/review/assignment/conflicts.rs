//! Conflicts of interest: those that reviewers declared, and those that were found and wait to be looked at.

use forum::review::Conflict;
use forum::review::views::{conflicts, reviewable};
use forum::{PersonId, ProposalId};
use maud::{Markup, html};
use platform::languages::Locale;
use std::collections::BTreeSet;

use crate::desk::form::Sheet;
use crate::desk::review::about::{Reviewed, person_name};
use crate::desk::review::shown::code_of;
use crate::desk::told::left_out;
use crate::site::content::name;
use forum::access::Access;

/// Most conflicts that are listed.
const SHOWN_MAX: usize = 200;

/// Why somebody does not review something.
pub(super) fn why(conflict: Conflict, lang: &Locale) -> String {
    match conflict {
        Conflict::Declared => lang.text("review-why-declared"),
        Conflict::TakesPart => lang.text("review-why-takes-part"),
        Conflict::SameOrganisation => lang.text("review-why-same-organisation"),
        Conflict::ProposedTogether => lang.text("review-why-proposed-together"),
    }
}

/// For the secretariat: a found conflict says who stands behind a proposal.
pub(super) fn section(of: &Reviewed<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    if !visit.visitor.access.contains(Access::Secretariat) {
        return html! {};
    }
    let wanted: BTreeSet<ProposalId> = reviewable(visit.forum(), of.call.id).into_iter().collect();
    let noted = |id: &ProposalId, who: &PersonId| {
        visit.forum().review.conflicts.get(id).is_some_and(|all| all.contains_key(who))
    };
    let all: Vec<_> =
        conflicts(visit.forum(), of.call.id).into_iter().filter(|((id, _), _)| wanted.contains(id)).collect();
    let found = all.iter().filter(|((id, who), _)| !noted(id, who)).count();
    let values = [("all", all.len().into()), ("found", found.into())];
    html! {
        section { h2 { (lang.text("review-conflicts")) }
            p { (lang.text_with("review-conflicts-summary", values)) }
            @if !all.is_empty() { details { summary { (lang.text("review-conflicts-list")) }
                ul.rows { @for ((id, who), conflict) in all.iter().take(SHOWN_MAX) { li {
                    span { (name(&person_name(visit, *who), lang)) " · " (code_of(visit, *id)) " · " small { (why(*conflict, lang)) } }
                    @if !noted(id, who) { (button(sheet, "confirm", *id, *who, &lang.text("review-confirm"))) }
                    (button(sheet, "clear", *id, *who, &lang.text("review-clear")))
                } } }
                (left_out(lang, all.len(), SHOWN_MAX))
            } }
        }
    }
}

fn button(sheet: &Sheet<'_>, what: &'static str, id: ProposalId, who: PersonId, text: &str) -> Markup {
    let act = sheet.act(what, id.0);
    act.form(
        "bare",
        &html! {
            input type="hidden" name="reviewer" value=(who);
            button.quiet { (text) }
        },
    )
}
