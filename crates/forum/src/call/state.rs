//! What is known of calls and proposals, and how acts change it.

mod calls;
mod proposals;
mod teams;

use super::{About, Act, Answer, Field, Mode, Offer, Requirement};
use crate::people::{Attendance, Role};
use crate::reference::countries::CountryCode;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{Actor, CallId, ClusterId, MeetingId, PartId, PersonId, ProposalId, Seq, Stamp, Words};
use imbl::{OrdMap, Vector};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All calls of a forum, and all that was proposed.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// Calls by id.
    pub calls: OrdMap<CallId, Arc<Call>>,
    /// Proposals and issues by id, drafts included.
    pub proposals: OrdMap<ProposalId, Arc<Proposal>>,
    /// Clusters of issues by id.
    pub clusters: OrdMap<ClusterId, Arc<Cluster>>,
    /// The last cluster that was made; it may have been dropped since.
    pub(super) last_cluster: Option<ClusterId>,
}

/// A call.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// The meeting that it is for.
    pub meeting: MeetingId,
    /// What it gathers.
    pub mode: Mode,
    /// What it says of itself.
    pub about: About,
    /// Whether it is public.
    pub announced: bool,
    /// The types of session that it asks for, in their order.
    pub offers: Vec<Offer>,
    /// The fields of its form, in their order.
    pub fields: Vec<Field>,
    /// The rules for what is submitted, in their order.
    pub requirements: Vec<Requirement>,
    /// Who may submit late, and until when.
    pub late: OrdMap<PersonId, Timestamp>,
    /// The highest number that a proposal has.
    pub numbered: u32,
}

/// How far a proposal is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Its organisers write it.
    Draft,
    /// It was submitted.
    Submitted,
    /// Its organisers withdrew it.
    Withdrawn,
    /// It was erased.
    Erased,
}

/// A proposal of a session, or an issue.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The call.
    pub call: CallId,
    /// What kind of session.
    pub kind: String,
    /// Who proposes; the first of its organisers.
    pub by: PersonId,
    /// How far it is.
    pub stage: Stage,
    /// Its number, once it was submitted.
    pub number: Option<u32>,
    /// When it was begun.
    pub begun: Timestamp,
    /// When it was submitted last.
    pub submitted: Option<Timestamp>,
    /// Until when it may be submitted again, whatever the gates say.
    pub until: Option<Timestamp>,
    /// The answers, by the names of their fields.
    pub answers: OrdMap<String, Saved<Answer>>,
    /// Those who stand in it, in the order in which they were entered.
    pub parts: OrdMap<PartId, Part>,
    /// The cluster that it was put into, if it is an issue.
    pub cluster: Option<ClusterId>,
    /// The acts that hold its words, and who wrote them: what an erasure has to blank.
    pub words_in: Vector<(Seq, Actor)>,
    /// The last part that was entered; it may have been removed since.
    pub(super) last_part: Option<PartId>,
    /// How many letters its organisers have sent, also to those who were taken out since. Derived from the acts.
    #[serde(skip)]
    pub(super) letters: usize,
}

/// Something that was saved, with what was there before, so that what was overwritten can be brought back.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Saved<T> {
    /// What was saved last; nothing, if it was taken back.
    pub now: Option<T>,
    /// The act that saved it.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What stood there before, the latest first; at most three.
    pub earlier: Vector<(Seq, Option<T>)>,
}

/// Somebody in a proposal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Part {
    /// As what.
    pub role: Role,
    /// Who, as they are called there.
    pub name: Words,
    /// Their address for mail.
    pub email: Option<Words>,
    /// The name of their organisation.
    pub organisation: Option<Words>,
    /// Their stakeholder group.
    pub group: Option<StakeholderGroup>,
    /// Their country.
    pub country: Option<CountryCode>,
    /// Their regional group, where it does not follow from the country.
    pub region: Option<RegionalGroup>,
    /// As the organiser says.
    pub gender: Gender,
    /// Whether they come.
    pub attendance: Option<Attendance>,
    /// Whether the organiser says that they mean to come.
    pub confirmed: bool,
    /// When they were asked by letter.
    pub invited: Option<Timestamp>,
    /// What they said.
    pub agrees: Option<bool>,
    /// Who they are to the forum, once they agreed.
    pub person: Option<PersonId>,
    /// The act that saved it.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
}

/// What somebody does in a team.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamRole {
    /// Answers for the team, and for what it owes the secretariat.
    FocalPoint,
    /// Knows the subject.
    Expert,
    /// Organises.
    Organiser,
    /// Speaks first.
    KeyParticipant,
    /// Leads the session in the room.
    Moderator,
    /// Brings in those online.
    OnlineModerator,
    /// Writes the report.
    Rapporteur,
}

/// Issues that belong together, and the team that makes a session of them.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Cluster {
    /// Its id.
    pub id: ClusterId,
    /// The call.
    pub call: CallId,
    /// What it is about.
    pub title: String,
    /// Whether it is a team.
    pub formed: bool,
    /// Who is in the team.
    pub team: OrdMap<PersonId, TeamRole>,
    /// The plan.
    pub plan: Option<Saved<Words>>,
    /// The acts that hold its words, and who wrote them.
    pub words_in: Vector<(Seq, Actor)>,
}

impl State {
    pub(crate) fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }

    pub(crate) fn apply(&mut self, stamp: &Stamp, act: &Act) {
        self.apply_to_call(act);
        self.apply_to_proposal(stamp, act);
        self.apply_to_cluster(stamp, act);
    }

    /// The acts whose words are a person's own, or tell of them: what erasing that person has to blank.
    pub(crate) fn words_of(&self, person: PersonId, is_named: impl Fn(&Part) -> bool) -> Vec<Seq> {
        let mut acts = Vec::new();
        for proposal in self.proposals.values() {
            let alone = is_alone(proposal, person);
            let wrote = |(_, by): &&(Seq, Actor)| alone || *by == Actor::Person(person);
            let parts = || proposal.parts.values();
            // What they know of others belongs to those who organise the proposal with them.
            let others = |seq: &Seq| !alone && parts().any(|part| part.seq == *seq && !is_named(part));
            acts.extend(
                proposal.words_in.iter().filter(wrote).map(|(seq, _)| *seq).filter(|seq| !others(seq)),
            );
            acts.extend(parts().filter(|part| is_named(part)).map(|part| part.seq));
        }
        let plans = self.clusters.values().flat_map(|cluster| cluster.words_in.iter());
        acts.extend(plans.filter(|(_, by)| *by == Actor::Person(person)).map(|(seq, _)| *seq));
        acts.sort_unstable();
        acts.dedup();
        acts
    }

    /// The proposals that are erased, or were, with the person who began them: nobody else organises them.
    pub(crate) fn goes_with(&self, person: PersonId) -> impl Iterator<Item = ProposalId> {
        self.proposals.values().filter(move |proposal| is_alone(proposal, person)).map(|proposal| proposal.id)
    }

    /// Hears that a person was erased, and with them the words of these acts.
    pub(crate) fn forget(&mut self, person: PersonId, acts: &[Seq]) {
        self.forget_in_calls(person);
        self.forget_in_proposals(person, acts);
        self.forget_in_teams(person, acts);
    }
}

impl State {
    pub(crate) fn last_cluster(&self) -> Option<ClusterId> {
        self.last_cluster
    }
}

impl Proposal {
    pub(crate) fn last_part(&self) -> Option<PartId> {
        self.last_part
    }

    pub(crate) fn letters(&self) -> usize {
        self.letters
    }
}

/// Whether nobody else organises a proposal that a person began.
fn is_alone(proposal: &Proposal, person: PersonId) -> bool {
    let organises = |part: &Part| part.role == Role::Organiser && part.agrees == Some(true);
    let mut others = proposal.parts.values().filter(|part| organises(part)).filter_map(|part| part.person);
    proposal.by == person && !others.any(|other| other != person)
}
