//! What may be wished of calls and proposals.

use super::{About, Field, Mode, Offer, Requirement, TeamRole};
use crate::people::{Attendance, Role};
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{CallId, ClusterId, MeetingId, PartId, PersonId, ProposalId, Seq};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Wishes about calls and proposals.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "CallCommand")]
pub enum Command {
    /// Draws up a call, with the built-in form and rules of its mode.
    AddCall {
        /// The meeting that it is for.
        meeting: MeetingId,
        /// What it gathers.
        mode: Mode,
        /// What it says of itself.
        about: About,
    },
    /// Changes what a call says of itself.
    AmendCall {
        /// The call.
        call: CallId,
        /// All of it.
        about: About,
    },
    /// Makes a call public.
    AnnounceCall {
        /// The call.
        call: CallId,
    },
    /// Asks for a type of session, or asks for it otherwise.
    OfferKind {
        /// The call.
        call: CallId,
        /// The type, and how.
        offer: Offer,
    },
    /// Asks for a type of session no longer.
    DropKind {
        /// The call.
        call: CallId,
        /// The type.
        kind: String,
    },
    /// Asks a field, or asks it otherwise.
    SetField {
        /// The call.
        call: CallId,
        /// The field, as a whole.
        field: Field,
        /// Before which other it stands; without one, where it stood or at the end.
        #[serde(default)]
        before: Option<String>,
    },
    /// Asks a field no longer.
    DropField {
        /// The call.
        call: CallId,
        /// Its name.
        field: String,
    },
    /// Lets a rule hold, or hold otherwise.
    SetRequirement {
        /// The call.
        call: CallId,
        /// The rule, with its reason.
        requirement: Requirement,
    },
    /// Lets a rule hold no longer.
    DropRequirement {
        /// The call.
        call: CallId,
        /// Its name.
        key: String,
    },
    /// Lets somebody submit after a gate has closed.
    AllowLate {
        /// The call.
        call: CallId,
        /// Who.
        person: PersonId,
        /// Until when.
        until: Timestamp,
    },
    /// Begins a draft, in the name of whoever asks.
    Begin {
        /// The call.
        call: CallId,
        /// What kind of session.
        kind: String,
    },
    /// Chooses another kind of session.
    ChooseKind {
        /// The proposal.
        proposal: ProposalId,
        /// The kind.
        kind: String,
    },
    /// Saves an answer, right or wrong.
    SaveAnswer {
        /// The proposal.
        proposal: ProposalId,
        /// The field.
        field: String,
        /// What was typed, or the keys of what was chosen; nothing takes the answer back.
        values: Vec<String>,
        /// The act that saved the answer which whoever types has seen; 0 if there was none. If somebody else has saved
        /// another since, this one is refused, and both can be compared.
        on: Seq,
    },
    /// Saves what is known of somebody in a proposal.
    SavePart {
        /// The proposal.
        proposal: ProposalId,
        /// Which part; without one, a new one.
        #[serde(default)]
        part: Option<PartId>,
        /// The act that saved it as whoever types has seen it; 0 for a new one.
        on: Seq,
        /// What was typed.
        entry: PartTyped,
    },
    /// Takes somebody out of a draft; whoever runs the forum, at any time.
    RemovePart {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
    },
    /// Asks somebody by letter whether they take part.
    InvitePart {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
    },
    /// Says whether one takes part. Only whoever has the mailbox that was asked. Of whoever declines nothing is kept but the
    /// role and the answer.
    AnswerPart {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
        /// Whether.
        agrees: bool,
    },
    /// Submits a proposal.
    Submit {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Makes a submitted proposal a draft again.
    Reopen {
        /// The proposal.
        proposal: ProposalId,
        /// Until when it may be submitted again whatever the gates say; for the secretariat.
        #[serde(default)]
        until: Option<Timestamp>,
    },
    /// Withdraws a proposal.
    Withdraw {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Erases a proposal with all that was written in it.
    Erase {
        /// The proposal.
        proposal: ProposalId,
    },
    /// Makes a cluster for issues.
    AddCluster {
        /// The call.
        call: CallId,
        /// What it is about.
        title: String,
    },
    /// Gives a cluster another title.
    RenameCluster {
        /// The cluster.
        cluster: ClusterId,
        /// Its title.
        title: String,
    },
    /// Puts an issue into a cluster, or takes it out.
    PutIssue {
        /// The issue.
        proposal: ProposalId,
        /// Where.
        #[serde(default)]
        cluster: Option<ClusterId>,
    },
    /// Drops a cluster that is no team yet.
    DropCluster {
        /// The cluster.
        cluster: ClusterId,
    },
    /// Lets whoever submitted the issues of a cluster be a team.
    FormTeam {
        /// The cluster.
        cluster: ClusterId,
    },
    /// Joins a team, or does something else in it. Everybody for themselves; the secretariat and the team's focal points
    /// also change what others do who are in it already.
    JoinTeam {
        /// The cluster.
        cluster: ClusterId,
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
    },
    /// Leaves a team.
    LeaveTeam {
        /// The cluster.
        cluster: ClusterId,
        /// Who.
        person: PersonId,
    },
    /// Writes down a team's plan.
    PlanTeam {
        /// The cluster.
        cluster: ClusterId,
        /// The plan.
        plan: String,
        /// The act that saved the plan which whoever types has seen; 0 if there was none.
        on: Seq,
    },
}

/// What is known of somebody in a proposal, as it was typed. Only the name is needed; the rest may follow.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartTyped {
    /// As what.
    pub role: Role,
    /// Who.
    pub name: String,
    /// Their address for mail.
    #[serde(default)]
    pub email: String,
    /// The name of their organisation.
    #[serde(default)]
    pub organisation: String,
    /// Their stakeholder group.
    #[serde(default)]
    pub group: Option<StakeholderGroup>,
    /// The code of their country.
    #[serde(default)]
    pub country: String,
    /// Their regional group, where it does not follow from the country.
    #[serde(default)]
    pub region: Option<RegionalGroup>,
    /// As they say.
    #[serde(default)]
    pub gender: Gender,
    /// Whether they come or take part online.
    #[serde(default)]
    pub attendance: Option<Attendance>,
    /// Whether they were asked and mean to come.
    #[serde(default)]
    pub confirmed: bool,
}
