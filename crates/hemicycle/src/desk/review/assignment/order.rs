//! What the forms of the assignment say, as commands.

use std::collections::BTreeMap;

use forum::review::Command as Review;
use forum::{Command, PersonId, ProposalId};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Unread};
use crate::desk::review::about::Reviewed;
use crate::site::Visit;

/// Reads the form.
pub(in crate::desk::review) fn read(app: &App, visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = Reviewed::of(visit).map_err(|_| No::NotFound)?;
    let call = of.call.id;
    let proposal = || -> Result<ProposalId, No> {
        let id = ProposalId(form.needed("id")?);
        let known = visit.forum().call.proposals.get(&id).filter(|known| known.call == call);
        known.map(|_| id).ok_or(No::NotFound)
    };
    let reviewer = || form.needed("reviewer").map(PersonId);
    let command: Command = match form.get("do") {
        "adopt" => return adopt(app, visit, &of, form),
        "assign" => {
            let proposal = proposal()?;
            let typed = form.all("reviewers").map(|who| who.parse().map(PersonId));
            let all: Result<Vec<PersonId>, _> = typed.collect();
            let all = all.map_err(|_| No::unread("reviewers", Unread::Person))?;
            let now = visit.forum().review.assigned.get(&proposal).cloned().unwrap_or_default();
            if now.len() == all.len() && all.iter().all(|who| now.contains(who)) {
                return Err(No::Elsewhere(visit.reader.here.clone()));
            }
            Review::Assign { call, assigned: BTreeMap::from([(proposal, all)]) }.into()
        }
        "confirm" => Review::DeclareConflict { proposal: proposal()?, reviewer: reviewer()? }.into(),
        "clear" => Review::ClearConflict { proposal: proposal()?, reviewer: reviewer()? }.into(),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// What the page has shown, as one command. If something has changed since on which it depends, the page shows it anew.
fn adopt(app: &App, visit: &Visit, of: &Reviewed<'_>, form: &Form) -> Result<Order, No> {
    let anew = form.get("propose") == "anew";
    let proposed = app.computed().proposed(&visit.slug, visit.forum(), of.call.id, anew);
    let asked = if anew { "anew" } else { "missing" };
    let again = No::Elsewhere(format!("{}?propose={asked}#proposed", of.to("assignment")));
    let Ok(proposed) = &*proposed else { return Err(again) };
    if form.get("digest") != digest(&proposed.assigned) {
        return Err(again);
    }
    Ok(Order { command: proposed.command().into(), to: Some(of.to("assignment")), tell: None })
}

/// What stands for an assignment in a form.
pub(super) fn digest(assigned: &BTreeMap<ProposalId, Vec<PersonId>>) -> String {
    let mut digest = Sha256::new();
    for (proposal, reviewers) in assigned {
        digest.update(proposal.0.to_be_bytes());
        digest.update((reviewers.len() as u64).to_be_bytes());
        reviewers.iter().for_each(|who| digest.update(who.0.to_be_bytes()));
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
