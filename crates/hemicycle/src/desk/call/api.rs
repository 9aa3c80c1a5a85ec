//! What the desk shows of calls, as data.

mod calls;
mod proposals;

pub(super) use calls::takes;
pub use calls::{Calls, OneCallData};
pub use proposals::{OneProposal, Proposals};

use forum::{CallId, Forum, PersonId, ProposalId};

use super::exact;
use crate::api::data::Ask;
use crate::problem::Problem;

/// The call that an address names.
pub(super) fn call(ask: &Ask) -> Result<&forum::call::Call, Problem> {
    let id = exact(ask.part("call")).map(CallId).ok_or(Problem::NotFound)?;
    ask.forum().call.calls.get(&id).map(AsRef::as_ref).ok_or(Problem::NotFound)
}

/// The proposal that an address names.
fn proposal(ask: &Ask) -> Result<&forum::call::Proposal, Problem> {
    let id = exact(ask.part("proposal")).map(ProposalId).ok_or(Problem::NotFound)?;
    ask.forum().call.proposals.get(&id).map(AsRef::as_ref).ok_or(Problem::NotFound)
}

/// The name of somebody, for those who run the forum.
fn name_of(forum: &Forum, person: PersonId) -> Option<String> {
    forum.people.persons.get(&person)?.name.text().map(str::to_owned)
}
