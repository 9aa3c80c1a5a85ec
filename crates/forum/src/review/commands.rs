//! What may be wished of a review.

use super::{Bid, Screening, Settings, Verdict};
use crate::{CallId, MergeId, PersonId, ProposalId, Seq};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Wishes about a review.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "ReviewCommand")]
pub enum Command {
    /// Settles how a call is reviewed.
    SetReview {
        /// The call.
        call: CallId,
        /// How.
        settings: Settings,
    },
    /// Holds a proposal against the minimum criteria.
    Screen {
        /// The proposal.
        proposal: ProposalId,
        /// What was found.
        outcome: Screening,
        /// Why: names of reasons; some are needed unless it passed.
        #[serde(default)]
        reasons: Vec<String>,
        /// What the organisers are told besides.
        #[serde(default)]
        note: String,
    },
    /// Says which themes one knows.
    DeclareExpertise {
        /// The call.
        call: CallId,
        /// Who; oneself, or for the desk any reviewer.
        reviewer: PersonId,
        /// Keys of options of the call's field `theme`.
        themes: Vec<String>,
    },
    /// Says how gladly one would review a proposal.
    MakeBid {
        /// The proposal.
        proposal: ProposalId,
        /// Who; oneself.
        reviewer: PersonId,
        /// How gladly; nothing takes it back.
        #[serde(default)]
        bid: Option<Bid>,
    },
    /// Says that somebody has a conflict of interest. Oneself; the desk for those that were found.
    DeclareConflict {
        /// The proposal.
        proposal: ProposalId,
        /// Who.
        reviewer: PersonId,
    },
    /// Says that there is no conflict after all. For the desk.
    ClearConflict {
        /// The proposal.
        proposal: ProposalId,
        /// Who.
        reviewer: PersonId,
    },
    /// Gives proposals their reviewers. Whoever has a conflict is refused, declared or found.
    Assign {
        /// The call.
        call: CallId,
        /// All reviewers of each proposal that is named.
        assigned: BTreeMap<ProposalId, Vec<PersonId>>,
    },
    /// Saves a review, or submits it. Only whoever is assigned.
    SaveReview {
        /// The proposal.
        proposal: ProposalId,
        /// Whose; oneself.
        reviewer: PersonId,
        /// The scores, 1 to 5, by the names of their criteria; all are needed to submit.
        scores: BTreeMap<String, u8>,
        /// Why low scores are low; needed to submit one.
        #[serde(default)]
        reasons: Vec<String>,
        /// For the chair.
        #[serde(default)]
        to_chair: String,
        /// For the organisers.
        #[serde(default)]
        to_proposer: String,
        /// With which other proposal it might be merged.
        #[serde(default)]
        merge: Option<ProposalId>,
        /// Whether it counts from now on.
        submit: bool,
        /// The act that saved the review which whoever types has seen; 0 if there was none.
        on: Seq,
    },
    /// Decides what becomes of a proposal, or decides otherwise; until it is released.
    Decide {
        /// The proposal.
        proposal: ProposalId,
        /// What becomes of it.
        verdict: Verdict,
        /// Why: names of reasons; one at least, or a note, unless it is accepted.
        #[serde(default)]
        reasons: Vec<String>,
        /// Why, in words that the organisers read.
        #[serde(default)]
        note: String,
    },
    /// Takes a decision back.
    Undecide {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Makes decisions pending: to be released next.
    Ready {
        /// The proposals.
        proposals: Vec<ProposalId>,
    },
    /// Releases all pending decisions of a call.
    Release {
        /// The call.
        call: CallId,
    },
    /// Suggests that proposals become one.
    SuggestMerge {
        /// The one that the others join.
        into: ProposalId,
        /// The others.
        from: Vec<ProposalId>,
        /// Why.
        #[serde(default)]
        note: String,
    },
    /// Answers such a suggestion for a proposal that one organises.
    AnswerMerge {
        /// The suggestion.
        merge: MergeId,
        /// The proposal.
        proposal: ProposalId,
        /// Whether one agrees.
        agrees: bool,
    },
    /// Appeals against a released decision about a proposal that one organises.
    Appeal {
        /// The proposal.
        proposal: ProposalId,
        /// Why.
        text: String,
    },
    /// Answers an appeal.
    AnswerAppeal {
        /// The proposal.
        proposal: ProposalId,
        /// Whether it was right.
        upheld: bool,
        /// Why.
        text: String,
    },
    /// Changes what a letter about a verdict says; an empty text takes it back to the built-in one.
    SetLetter {
        /// The call.
        call: CallId,
        /// The verdict.
        verdict: Verdict,
        /// The tag of its language.
        language: String,
        /// Its subject.
        subject: String,
        /// Its text.
        text: String,
    },
}
