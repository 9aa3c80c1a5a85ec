//! Proposals as data: those of a call, and all about one.

use std::collections::BTreeMap;

use forum::call::{Answer, Part, Proposal, Saved, Stage, views};
use forum::people::Attendance;
use forum::programme::Role;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use forum::{Forum, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::data::{Ask, Data, Nothing};
use crate::desk::call::proposals as of_call;
use crate::desk::call::proposals::Screened;
use crate::problem::Problem;

/// A proposal in a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeskProposalRow")]
struct ProposalRow {
    /// Its id.
    id: u32,
    /// Its code, once it was submitted.
    code: Option<String>,
    /// What kind of session.
    kind: String,
    /// How far it is.
    stage: Stage,
    /// What was found when it was screened: `waiting`, `passed`, `repair` or `failed`.
    screening: Option<&'static str>,
    /// Its title.
    title: Option<String>,
    /// Id of whoever proposes.
    by: u32,
    /// Their name.
    name: Option<String>,
    /// When it was begun.
    begun: Timestamp,
    /// When it was submitted last.
    submitted: Option<Timestamp>,
    /// How many answers and people are missing.
    missing: usize,
}

/// The proposals of a call.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeskProposals")]
pub struct ProposalsData {
    /// In the order in which they were begun, drafts included.
    proposals: Vec<ProposalRow>,
}

fn row(forum: &Forum, call: &forum::call::Call, proposal: &Proposal) -> ProposalRow {
    ProposalRow {
        id: proposal.id.0,
        code: views::code(proposal),
        kind: proposal.kind.clone(),
        stage: proposal.stage,
        screening: Screened::of(forum, proposal).map(Screened::key),
        title: views::title(proposal).map(str::to_owned),
        by: proposal.by.0,
        name: super::name_of(forum, proposal.by),
        begun: proposal.begun,
        submitted: proposal.submitted,
        missing: views::missing(forum, call, proposal).len(),
    }
}

/// `GET /api/{forum}/desk/calls/{call}/proposals`
pub struct Proposals;

impl Data for Proposals {
    type Query = Nothing;
    type Answer = ProposalsData;
    const ABOUT: &'static str = "Everything that was proposed to a call, drafts included.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ProposalsData, Problem> {
        let (forum, call) = (ask.forum(), super::call(ask)?);
        let all = of_call(forum, call.id).filter(|proposal| proposal.stage != Stage::Erased);
        Ok(ProposalsData { proposals: all.map(|proposal| row(forum, call, proposal)).collect() })
    }
}

/// All about one proposal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeskProposal")]
pub struct WholeProposal {
    /// What a list says of it.
    about: ProposalRow,
    /// Id of the call.
    call: u32,
    /// Until when it may be submitted again, whatever the gates say.
    until: Option<Timestamp>,
    /// The answers, by the names of their fields.
    answers: BTreeMap<String, AnswerData>,
    /// Those who stand in it.
    people: Vec<PartData>,
    /// The names of the rules that it breaks.
    breaches: Vec<&'static str>,
}

/// An answer.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeskAnswer")]
struct AnswerData {
    /// What was typed; `null` if it was erased, or something was chosen.
    text: Option<String>,
    /// The keys of what was chosen.
    chosen: Vec<String>,
    /// The act that saved it.
    seq: u64,
    /// When.
    at: Timestamp,
}

/// Somebody in a proposal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeskPart")]
struct PartData {
    /// Its number within the proposal.
    part: u32,
    /// As what.
    role: Role,
    /// Who; `null` if it was erased.
    name: Option<String>,
    /// Their address for mail.
    email: Option<String>,
    /// The name of their organisation.
    organisation: Option<String>,
    /// Their stakeholder group.
    group: Option<StakeholderGroup>,
    /// The code of their country.
    country: Option<String>,
    /// Their regional group, where it does not follow from the country.
    region: Option<RegionalGroup>,
    /// As the organiser says.
    gender: Gender,
    /// Whether they come or take part online.
    attendance: Option<Attendance>,
    /// Whether the organiser says that they mean to come.
    confirmed: bool,
    /// When they were asked by letter.
    invited: Option<Timestamp>,
    /// What they said; `null` if nothing yet.
    agrees: Option<bool>,
    /// Who they are to the forum, once they agreed.
    person: Option<u32>,
}

fn answer(saved: &Saved<Answer>) -> AnswerData {
    let (text, chosen) = match &saved.now {
        Some(Answer::Text(words)) => (words.text().map(str::to_owned), Vec::new()),
        Some(Answer::Chosen(keys)) => (None, keys.clone()),
        None => (None, Vec::new()),
    };
    AnswerData { text, chosen, seq: saved.seq, at: saved.at }
}

fn part(id: forum::PartId, part: &Part) -> PartData {
    let text = |words: &Option<Words>| words.as_ref().and_then(Words::text).map(str::to_owned);
    PartData {
        part: id.0,
        role: part.role,
        name: part.name.text().map(str::to_owned),
        email: text(&part.email),
        organisation: text(&part.organisation),
        group: part.group,
        country: part.country.map(|country| country.to_string()),
        region: part.region,
        gender: part.gender,
        attendance: part.attendance,
        confirmed: part.confirmed,
        invited: part.invited,
        agrees: part.agrees,
        person: part.person.map(|person| person.0),
    }
}

/// `GET /api/{forum}/desk/proposals/{proposal}`
pub struct OneProposal;

impl Data for OneProposal {
    type Query = Nothing;
    type Answer = WholeProposal;
    const ABOUT: &'static str = "All about one proposal: its answers, its people, and what is missing.";

    fn answer(ask: &Ask, _: Nothing) -> Result<WholeProposal, Problem> {
        let (forum, proposal) = (ask.forum(), super::proposal(ask)?);
        let call = forum.call.calls.get(&proposal.call).ok_or(Problem::NotFound)?;
        Ok(WholeProposal {
            about: row(forum, call, proposal),
            call: call.id.0,
            until: proposal.until,
            answers: proposal.answers.iter().map(|(key, saved)| (key.clone(), answer(saved))).collect(),
            breaches: views::breaches(forum, call, proposal).iter().map(|breach| breach.key).collect(),
            people: proposal.parts.iter().map(|(id, known)| part(*id, known)).collect(),
        })
    }
}
