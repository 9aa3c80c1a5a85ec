//! What is known of reviews, and how acts change it.

use super::{Act, Bid, Conflict, Screening, Settings, Verdict};
use crate::{Actor, CallId, MergeId, PersonId, ProposalId, Seq, Stamp, Words};
use imbl::{OrdMap, OrdSet, Vector};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All reviews of a forum.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// How calls are reviewed.
    pub settings: OrdMap<CallId, Arc<Settings>>,
    /// What was found of proposals when they were screened, with the act that said so.
    pub screened: OrdMap<ProposalId, Arc<Screened>>,
    /// Which themes reviewers know.
    pub expertise: OrdMap<CallId, OrdMap<PersonId, Vec<String>>>,
    /// How gladly reviewers would review what.
    pub bids: OrdMap<ProposalId, OrdMap<PersonId, Bid>>,
    /// Who does not review what, and why.
    pub conflicts: OrdMap<ProposalId, OrdMap<PersonId, Conflict>>,
    /// Conflicts that were found and do not hold.
    pub cleared: OrdSet<(ProposalId, PersonId)>,
    /// Who reviews what.
    pub assigned: OrdMap<ProposalId, Vec<PersonId>>,
    /// The reviews.
    pub reviews: OrdMap<ProposalId, OrdMap<PersonId, Arc<Review>>>,
    /// What was decided.
    pub decisions: OrdMap<ProposalId, Arc<Decision>>,
    /// Suggestions to merge.
    pub merges: OrdMap<MergeId, Arc<Merge>>,
    /// Appeals.
    pub appeals: OrdMap<ProposalId, Arc<Appeal>>,
    /// Letters that are not the built-in ones: subject and text.
    pub letters: OrdMap<CallId, OrdMap<Verdict, OrdMap<String, (String, String)>>>,
}

/// What was found of a proposal when it was screened.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Screened {
    /// What.
    pub outcome: Screening,
    /// Why: names of reasons.
    pub reasons: Vec<String>,
    /// What the organisers are told besides.
    pub note: Option<Words>,
    /// When.
    pub at: Timestamp,
    /// The act that said so.
    pub seq: Seq,
}

/// A review.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Review {
    /// The scores, by the names of their criteria.
    pub scores: BTreeMap<String, u8>,
    /// Why low scores are low.
    pub reasons: Vec<String>,
    /// For the chair.
    pub to_chair: Option<Words>,
    /// For the organisers.
    pub to_proposer: Option<Words>,
    /// With which other proposal it might be merged.
    pub merge: Option<ProposalId>,
    /// Whether it counts.
    pub submitted: bool,
    /// When it was saved.
    pub at: Timestamp,
    /// The act that saved it.
    pub seq: Seq,
}

/// How far a decision is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionState {
    /// It was taken; nobody is told.
    Taken,
    /// It is released next.
    Pending,
    /// It stands, and its organisers know.
    Released,
}

/// What was decided about a proposal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Decision {
    /// What becomes of it.
    pub verdict: Verdict,
    /// Why: names of reasons.
    pub reasons: Vec<String>,
    /// Why, in words.
    pub note: Option<Words>,
    /// How far it is.
    pub state: DecisionState,
    /// When it was taken.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// When it was released.
    pub released: Option<Timestamp>,
    /// The act that took it.
    pub seq: Seq,
}

/// A suggestion that proposals become one.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Merge {
    /// The one that the others join.
    pub into: ProposalId,
    /// The others.
    pub from: Vec<ProposalId>,
    /// Why.
    pub note: Option<Words>,
    /// What the organisers of each said.
    pub answers: OrdMap<ProposalId, bool>,
}

/// An appeal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Appeal {
    /// Why.
    pub text: Words,
    /// When.
    pub at: Timestamp,
    /// What was answered, and why.
    pub answer: Option<(bool, Words)>,
    /// The acts that hold its words.
    pub words_in: Vector<Seq>,
}

impl State {
    pub(crate) fn is_empty(&self) -> bool {
        self.settings.is_empty()
    }

    pub(crate) fn apply(&mut self, _stamp: &Stamp, _act: &Act) {}
}
