//! What happens in a review.

use super::Settings;
use crate::{CallId, MergeId, PersonId, ProposalId, Seq, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the secretariat found when it looked at the minimum criteria.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Screening {
    /// It goes to the reviewers.
    Passed,
    /// Something is missing, and may be repaired until this time.
    Repair {
        /// Until when.
        until: Timestamp,
    },
    /// It does not go to the reviewers.
    Failed,
}

/// Why somebody does not review a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// They say so.
    Declared,
    /// They stand in it themselves.
    TakesPart,
    /// Somebody in it is of the same organisation.
    SameOrganisation,
    /// They have proposed something together with somebody in it.
    ProposedTogether,
}

/// How gladly somebody would review a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bid {
    /// Gladly.
    Eager,
    /// If need be.
    Willing,
    /// Rather not.
    Reluctant,
}

/// What becomes of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It becomes a session.
    Accepted,
    /// It becomes a session if a place comes free.
    Waiting,
    /// It does not become a session of this meeting.
    Declined,
    /// It becomes a session together with another proposal.
    Merged,
}

/// Facts about a review.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[allow(clippy::large_enum_variant, reason = "acts are written and read one by one, never kept in bulk")]
#[schemars(rename = "ReviewAct")]
pub enum Act {
    /// It was settled how a call is reviewed.
    ReviewSet {
        /// The call.
        call: CallId,
        /// How.
        settings: Settings,
    },
    /// A proposal was held against the minimum criteria.
    ProposalScreened {
        /// The proposal.
        proposal: ProposalId,
        /// What was found.
        outcome: Screening,
        /// Why: names of reasons.
        reasons: Vec<String>,
        /// What the organisers are told besides.
        note: Option<Words>,
    },
    /// A reviewer said which themes they know.
    ExpertiseDeclared {
        /// The call.
        call: CallId,
        /// Who.
        reviewer: PersonId,
        /// Keys of options of the call's field `theme`.
        themes: Vec<String>,
    },
    /// A reviewer said how gladly they would review a proposal, or took it back.
    BidMade {
        /// The proposal.
        proposal: ProposalId,
        /// Who.
        reviewer: PersonId,
        /// How gladly.
        bid: Option<Bid>,
    },
    /// Somebody does not review a proposal, and why. What they may have written about it counts no longer.
    ConflictNoted {
        /// The proposal.
        proposal: ProposalId,
        /// Who.
        reviewer: PersonId,
        /// Why.
        why: Conflict,
    },
    /// There is no conflict after all.
    ConflictCleared {
        /// The proposal.
        proposal: ProposalId,
        /// Who.
        reviewer: PersonId,
    },
    /// Proposals got their reviewers.
    ReviewersAssigned {
        /// The call.
        call: CallId,
        /// Who reviews what from now on: all reviewers of each proposal that is named.
        assigned: BTreeMap<ProposalId, Vec<PersonId>>,
    },
    /// A review was saved, or submitted. It may be changed until the gate closes.
    ReviewSaved {
        /// The proposal.
        proposal: ProposalId,
        /// Whose.
        reviewer: PersonId,
        /// The scores, 1 to 5, by the names of their criteria.
        scores: BTreeMap<String, u8>,
        /// Why low scores are low: names of reasons.
        reasons: Vec<String>,
        /// What only the chair and the secretariat read.
        to_chair: Option<Words>,
        /// What the organisers read once the decision is released, without the reviewer's name.
        to_proposer: Option<Words>,
        /// With which other proposal it might be merged.
        merge: Option<ProposalId>,
        /// Whether it is submitted, and so counts.
        submitted: bool,
        /// Earlier acts whose words nobody needs any more; the log blanks them.
        replaces: Vec<Seq>,
    },
    /// It was decided what becomes of a proposal. Nobody is told yet.
    DecisionTaken {
        /// The proposal.
        proposal: ProposalId,
        /// What becomes of it.
        verdict: Verdict,
        /// Why: names of reasons.
        reasons: Vec<String>,
        /// Why, in words that the organisers read.
        note: Option<Words>,
    },
    /// A decision was taken back before it was released.
    DecisionWithdrawn {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Decisions are ready to be released: pending.
    DecisionsReadied {
        /// The proposals.
        proposals: Vec<ProposalId>,
    },
    /// Decisions were released: their organisers are told, and they stand.
    DecisionsReleased {
        /// The call.
        call: CallId,
        /// The proposals.
        proposals: Vec<ProposalId>,
    },
    /// It was suggested that proposals become one.
    MergeSuggested {
        /// Its id.
        id: MergeId,
        /// The one that the others join.
        into: ProposalId,
        /// The others.
        from: Vec<ProposalId>,
        /// Why; their organisers read it.
        note: Option<Words>,
    },
    /// The organisers of one of them said yes or no.
    MergeAnswered {
        /// The suggestion.
        merge: MergeId,
        /// The proposal for which they speak.
        proposal: ProposalId,
        /// Whether they agree.
        agrees: bool,
    },
    /// Organisers appealed against a released decision.
    AppealMade {
        /// The proposal.
        proposal: ProposalId,
        /// Why.
        text: Words,
    },
    /// An appeal was answered.
    AppealAnswered {
        /// The proposal.
        proposal: ProposalId,
        /// Whether it was right; the decision can then be taken anew.
        upheld: bool,
        /// Why.
        text: Words,
    },
    /// What a letter about a verdict says changed.
    LetterSet {
        /// The call.
        call: CallId,
        /// The verdict.
        verdict: Verdict,
        /// The tag of its language.
        language: String,
        /// Its subject.
        subject: String,
        /// Its text, with the names of what is filled in between braces.
        text: String,
    },
}
