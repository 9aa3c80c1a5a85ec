//! From the forms about clusters to commands.

use forum::call::{Act as Done, Command as Step};
use forum::{Act, ClusterId, Command, ProposalId, Refusal};

use crate::desk::answer::Order;
use crate::desk::call::OneCall;
use crate::desk::form::{Form, No, Unread};
use crate::desk::order::together;
use crate::programme::import::Draft;
use crate::site::{NotFound, Visit};

/// Forms about the clusters of a call.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    let call = of.call.id;
    let title = || form.get("title").to_owned();
    // A cluster or an issue of another call is not on this page.
    let cluster = || {
        let id = ClusterId(form.needed("id")?);
        let known = visit.forum().call.clusters.get(&id).filter(|known| known.call == call);
        known.map(|_| id).ok_or(No::NotFound)
    };
    let step: Step = match form.get("do") {
        "add" => Step::AddCluster { call, title: title() },
        "take" => return take(&of, form),
        "put" => {
            let proposal = ProposalId(form.needed("id")?);
            if !of.proposals().any(|issue| issue.id == proposal) {
                return Err(No::NotFound);
            }
            Step::PutIssue { proposal, cluster: form.number("cluster")?.map(ClusterId) }
        }
        "rename" => Step::RenameCluster { cluster: cluster()?, title: title() },
        "drop" => Step::DropCluster { cluster: cluster()? },
        "form-team" => Step::FormTeam { cluster: cluster()? },
        _ => return Err(No::NotFound),
    };
    Ok(Command::from(step).into())
}

/// A proposed group becomes a cluster. What somebody has put elsewhere meanwhile stays there.
fn take(of: &OneCall<'_>, form: &Form) -> Result<Order, No> {
    let mut draft = Draft::of(of.visit.forum());
    let added = draft.give(Step::AddCluster { call: of.call.id, title: form.get("title").to_owned() })?;
    let Act::Call(Done::ClusterAdded { id, .. }) = added else { return Err(No::NotFound) };
    for issue in form.all("issues") {
        let issue = issue.parse().map(ProposalId).map_err(|_| No::unread("issues", Unread::Number))?;
        let loose = of.proposals().any(|known| known.id == issue && known.cluster.is_none());
        if loose {
            draft.give(Step::PutIssue { proposal: issue, cluster: Some(id) })?;
        }
    }
    match draft.steps.len() {
        0 | 1 => Err(Refusal::NothingChanged.into()),
        _ => Ok(together(of.visit, draft.steps)),
    }
}
