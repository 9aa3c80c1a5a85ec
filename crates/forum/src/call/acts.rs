//! What happens to calls and to what is proposed.

use super::{About, Answer, Field, Mode, Offer, TeamRole};
use crate::people::{Attendance, Role};
use crate::reference::countries::CountryCode;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{CallId, ClusterId, MeetingId, PartId, PersonId, ProposalId, Seq, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Facts about calls and proposals.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[allow(clippy::large_enum_variant, reason = "acts are written and read one by one, never kept in bulk")]
#[schemars(rename = "CallAct")]
pub enum Act {
    /// A call was drawn up; nobody but the secretariat sees it yet.
    CallAdded {
        /// Its id.
        id: CallId,
        /// The meeting that it is for.
        meeting: MeetingId,
        /// What it gathers.
        mode: Mode,
        /// What it says of itself.
        about: About,
    },
    /// What a call says of itself changed.
    CallAmended {
        /// The call.
        call: CallId,
        /// All of it.
        about: About,
    },
    /// A call was made public; its gates say from when on one may propose.
    CallAnnounced {
        /// The call.
        call: CallId,
    },
    /// A type of session is asked for, or asked for otherwise.
    KindOffered {
        /// The call.
        call: CallId,
        /// The type, and how.
        offer: Offer,
    },
    /// A type of session is asked for no longer.
    KindDropped {
        /// The call.
        call: CallId,
        /// The type.
        kind: String,
    },
    /// A field is asked, or asked otherwise.
    FieldSet {
        /// The call.
        call: CallId,
        /// The field, as a whole.
        field: Field,
        /// Before which other it stands; without one, where it stood or at the end.
        before: Option<String>,
    },
    /// A field is asked no longer; what was answered stays.
    FieldDropped {
        /// The call.
        call: CallId,
        /// Its name.
        field: String,
    },
    /// A rule holds for what is submitted, or holds otherwise.
    RequirementSet {
        /// The call.
        call: CallId,
        /// The rule, with its reason.
        requirement: super::Requirement,
    },
    /// A rule holds no longer.
    RequirementDropped {
        /// The call.
        call: CallId,
        /// Its name.
        key: String,
    },
    /// Somebody may submit after a gate has closed.
    LateAllowed {
        /// The call.
        call: CallId,
        /// Who.
        person: PersonId,
        /// Until when.
        until: Timestamp,
    },
    /// A draft was begun.
    ProposalBegun {
        /// Its id.
        id: ProposalId,
        /// The call.
        call: CallId,
        /// What kind of session is proposed: a key of the reference table of session types, or a word of the forum’s own.
        kind: String,
        /// Who proposes.
        by: PersonId,
    },
    /// It became another kind of session.
    KindChosen {
        /// The proposal.
        proposal: ProposalId,
        /// The kind.
        kind: String,
    },
    /// An answer was saved.
    AnswerSaved {
        /// The proposal.
        proposal: ProposalId,
        /// The field.
        field: String,
        /// The answer; without one, it was taken back.
        answer: Option<Answer>,
        /// Earlier acts whose words nobody needs any more; the log blanks them.
        replaces: Vec<Seq>,
    },
    /// What is known of somebody in a proposal was saved.
    PartSaved {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
        /// As what.
        role: Role,
        /// Who, as they are called there.
        name: Words,
        /// Their address for mail.
        email: Option<Words>,
        /// The name of their organisation.
        organisation: Option<Words>,
        /// Their stakeholder group, as the organiser says.
        group: Option<StakeholderGroup>,
        /// Their country.
        country: Option<CountryCode>,
        /// Their regional group, where it does not follow from the country.
        region: Option<RegionalGroup>,
        /// As the organiser says; what they declare themselves goes before it.
        gender: Gender,
        /// Whether they come or take part online, if that is known.
        attendance: Option<Attendance>,
        /// Whether the organiser says that they were asked and mean to come.
        confirmed: bool,
        /// Whether it is somebody else now, or for something else: what was answered before counts no longer.
        anew: bool,
        /// Earlier acts whose words nobody needs any more; the log blanks them.
        replaces: Vec<Seq>,
    },
    /// Somebody is in a proposal no longer.
    PartRemoved {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
        /// The acts whose words the log blanks.
        acts: Vec<Seq>,
    },
    /// Somebody was asked by letter whether they take part.
    PartInvited {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
    },
    /// Somebody who was asked said yes, or no. Whoever says yes to organising may edit the proposal.
    PartAnswered {
        /// The proposal.
        proposal: ProposalId,
        /// Which part.
        part: PartId,
        /// Who they are to the forum; whoever declines need not be known to it.
        person: Option<PersonId>,
        /// Whether they take part.
        agrees: bool,
        /// The acts whose words the log blanks: what was known of somebody who declines.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        acts: Vec<Seq>,
    },
    /// A proposal was submitted.
    ProposalSubmitted {
        /// The proposal.
        proposal: ProposalId,
        /// Its number within the call, for good; its code is made of that.
        number: u32,
    },
    /// A proposal is a draft again, by its organisers' wish or because something is to be repaired.
    ProposalReopened {
        /// The proposal.
        proposal: ProposalId,
        /// Until when it may be submitted again, whatever the gates say.
        until: Option<Timestamp>,
    },
    /// A proposal was withdrawn by its organisers.
    ProposalWithdrawn {
        /// The proposal.
        proposal: ProposalId,
    },
    /// A proposal was erased, with all that was written in it.
    ProposalErased {
        /// The proposal.
        proposal: ProposalId,
        /// The acts whose words the log blanks.
        acts: Vec<Seq>,
    },
    /// A cluster for issues was made.
    ClusterAdded {
        /// Its id.
        id: ClusterId,
        /// The call.
        call: CallId,
        /// What it is about.
        title: String,
    },
    /// A cluster got another title.
    ClusterRenamed {
        /// The cluster.
        cluster: ClusterId,
        /// Its title.
        title: String,
    },
    /// An issue was put into a cluster, or taken out.
    IssuePut {
        /// The issue.
        proposal: ProposalId,
        /// Where; nowhere, if it was taken out.
        cluster: Option<ClusterId>,
    },
    /// A cluster was dropped; its issues are in none.
    ClusterDropped {
        /// The cluster.
        cluster: ClusterId,
    },
    /// Whoever submitted the issues of a cluster became a team; from now on anybody may join.
    TeamFormed {
        /// The cluster.
        cluster: ClusterId,
    },
    /// Somebody joined a team, or does something else in it.
    TeamJoined {
        /// The cluster.
        cluster: ClusterId,
        /// Who.
        person: PersonId,
        /// As what.
        role: TeamRole,
    },
    /// Somebody left a team.
    TeamLeft {
        /// The cluster.
        cluster: ClusterId,
        /// Who.
        person: PersonId,
    },
    /// A team wrote down its plan: what its session is about, and how it goes.
    TeamPlanned {
        /// The cluster.
        cluster: ClusterId,
        /// The plan.
        plan: Words,
        /// Earlier acts whose words nobody needs any more; the log blanks them.
        replaces: Vec<Seq>,
    },
}

impl Act {
    /// The proposal that its organisers changed by this, if that is all that it does: nobody else builds on it.
    pub(crate) fn of_organisers(&self) -> Option<ProposalId> {
        match self {
            Act::ProposalBegun { id: proposal, .. }
            | Act::KindChosen { proposal, .. }
            | Act::AnswerSaved { proposal, .. }
            | Act::PartSaved { proposal, .. }
            | Act::PartRemoved { proposal, .. }
            | Act::PartInvited { proposal, .. }
            | Act::PartAnswered { proposal, .. }
            | Act::ProposalSubmitted { proposal, .. }
            | Act::ProposalReopened { proposal, .. }
            | Act::ProposalWithdrawn { proposal }
            | Act::ProposalErased { proposal, .. } => Some(*proposal),
            _ => None,
        }
    }
}
