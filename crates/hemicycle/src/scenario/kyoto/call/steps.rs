//! The calls as commands, each with its time and by whom.

mod deciding;
mod proposing;
mod reviewing;
mod settling;

use std::collections::BTreeMap;

use forum::{CallId, PersonId, ProposalId};

use crate::scenario::kyoto::Kyoto;
use crate::scenario::kyoto::commands::id;
use crate::scenario::step::Step;

/// The id of a call, by its place.
fn call(place: usize) -> CallId {
    CallId(id(place))
}

fn person(at: usize) -> PersonId {
    PersonId(id(at))
}

fn proposal(at: usize) -> ProposalId {
    ProposalId(id(at))
}

/// Everything from the announcement of the calls to the last appeal, in the order of time.
pub(in crate::scenario::kyoto) fn steps(kyoto: &Kyoto) -> Vec<Step> {
    let Some(calls) = &kyoto.calls else { return Vec::new() };
    let reviewed: BTreeMap<usize, usize> =
        calls.proposals.iter().enumerate().filter_map(|(at, one)| Some((one.reviewed?, at))).collect();
    let reviewed: Vec<usize> = reviewed.into_values().collect();
    let mut steps = settling::steps(kyoto, calls);
    steps.extend(proposing::steps(kyoto, calls));
    steps.extend(reviewing::steps(kyoto, calls, &reviewed));
    steps.extend(deciding::steps(calls, &reviewed));
    // What happens at the same time keeps its order.
    steps.sort_by_key(|step| step.at);
    steps
}
