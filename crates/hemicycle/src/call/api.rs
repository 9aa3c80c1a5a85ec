//! Calls and proposals as data, each as far as whoever asks may see it.

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use forum::call::views::{self, PartView, ProposalView};
use forum::call::{Call, Field, Mode, Stage};
use forum::people::Role;
use forum::reference::countries::CountryCode;
use forum::reference::groups::StakeholderGroup;
use forum::reference::regions::RegionalGroup;
use forum::{CallId, Forum, ProposalId};
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

use super::draft::values;

/// `GET /api/{forum}/calls`
pub struct Calls;

/// The calls of a forum.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallsShown")]
pub struct CallsData {
    /// Those that you may see, the latest first.
    calls: Vec<CallData>,
}

/// A call, and what it asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallShown")]
pub struct CallData {
    /// Id.
    id: u32,
    /// The meeting that it is for, by its name in addresses.
    meeting: String,
    /// What it gathers.
    mode: Mode,
    /// Its title, by the tag of its language.
    title: BTreeMap<String, String>,
    /// What it is about, by the tag of its language.
    introduction: BTreeMap<String, String>,
    /// How is decided what is accepted, by the tag of its language.
    how_decided: BTreeMap<String, String>,
    /// From when on one may propose.
    opens: Timestamp,
    /// Until when.
    closes: Timestamp,
    /// By when everybody is told, if that is known.
    told_by: Option<Timestamp>,
    /// The types of session that it asks for.
    kinds: Vec<KindData>,
    /// The fields of its form, in their order.
    fields: Vec<FieldData>,
    /// The rules for what is submitted.
    rules: Vec<RuleData>,
    /// How many proposals were submitted on which day (UTC).
    submitted: BTreeMap<Date, usize>,
}

/// A type of session that a call asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "KindAsked")]
struct KindData {
    /// The type.
    kind: String,
    /// How many minutes a session may last.
    minutes: Vec<u32>,
    /// From when on it may be proposed.
    opens: Timestamp,
    /// Until when.
    closes: Timestamp,
}

/// A field of the form of a call.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FieldAsked")]
struct FieldData {
    /// Its name in answers.
    key: String,
    /// What it is called, where the organisers say so, by the tag of the language.
    label: BTreeMap<String, String>,
    /// Whether a proposal without it cannot be submitted.
    required: bool,
    /// Most words of an answer.
    words_most: Option<u32>,
    /// The page of the form on which it stands.
    step: u32,
}

/// A rule for what is submitted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RuleShown")]
struct RuleData {
    /// Its name.
    key: String,
    /// Its figure.
    count: u32,
    /// The types of session for which it holds; without any, all.
    kinds: Vec<String>,
}

impl CallData {
    fn of(forum: &Forum, call: &Call) -> CallData {
        let meeting = forum.series.meetings.get(&call.meeting).map(|meeting| meeting.slug.to_string());
        let kind = |offer: &forum::call::Offer| {
            let gate = views::gate(call, &offer.kind);
            let (kind, minutes) = (offer.kind.clone(), offer.minutes.clone());
            KindData { kind, minutes, opens: gate.opens, closes: gate.closes }
        };
        let field = |field: &Field| FieldData {
            key: field.key.clone(),
            label: field.label.clone(),
            required: field.required,
            words_most: field.limit.words_most,
            step: field.step,
        };
        CallData {
            id: call.id.0,
            meeting: meeting.unwrap_or_default(),
            mode: call.mode,
            title: call.about.title.clone(),
            introduction: call.about.introduction.clone(),
            how_decided: call.about.how_decided.clone(),
            opens: call.about.gate.opens,
            closes: call.about.gate.closes,
            told_by: call.about.told_by,
            kinds: call.offers.iter().map(kind).collect(),
            fields: call.fields.iter().map(field).collect(),
            rules: call
                .requirements
                .iter()
                .map(|rule| RuleData { key: rule.key.clone(), count: rule.count, kinds: rule.only.clone() })
                .collect(),
            submitted: views::counts_by_day(forum, call.id).into_iter().collect(),
        }
    }
}

impl Data for Calls {
    type Query = Nothing;
    type Answer = CallsData;
    const ABOUT: &'static str =
        "The calls of a forum, with what they ask for and how much was submitted by day.";

    fn answer(ask: &Ask, _: Nothing) -> Result<CallsData, Problem> {
        let calls = views::calls(ask.forum(), ask.viewer());
        Ok(CallsData { calls: calls.into_iter().map(|call| CallData::of(ask.forum(), call)).collect() })
    }
}

/// `GET /api/{forum}/calls/{call}`
pub struct OneCall;

impl Data for OneCall {
    type Query = Nothing;
    type Answer = CallData;
    const ABOUT: &'static str =
        "A call: what it asks for, until when, by which rules, and how much was submitted by day.";

    fn answer(ask: &Ask, _: Nothing) -> Result<CallData, Problem> {
        let call =
            views::call(ask.forum(), ask.viewer(), CallId(ask.exact("call")?)).ok_or(Problem::NotFound)?;
        Ok(CallData::of(ask.forum(), call))
    }
}

/// `GET /api/{forum}/proposals`
pub struct Mine;

/// What you propose.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MyProposals")]
pub struct MineData {
    /// The proposals that you organise, the latest first.
    proposals: Vec<ProposalData>,
}

/// A proposal, as far as you may see it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ProposalShown")]
pub struct ProposalData {
    /// Id.
    id: u32,
    /// The call.
    call: u32,
    /// Its public short name, once it has one.
    code: Option<String>,
    /// What kind of session.
    kind: String,
    /// How far it is.
    stage: Stage,
    /// Its title.
    title: Option<String>,
    /// When it was submitted last.
    submitted: Option<Timestamp>,
    /// The answers by the names of their fields: what was typed, or the keys of what was chosen.
    answers: BTreeMap<String, Vec<String>>,
    /// Those who stand in it.
    people: Vec<PartData>,
}

/// Somebody in a proposal, as far as you may see them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PersonInProposal")]
struct PartData {
    /// Which part.
    part: u32,
    /// As what.
    role: Role,
    /// Who.
    name: Option<String>,
    /// Their organisation.
    organisation: Option<String>,
    /// Their stakeholder group.
    group: Option<StakeholderGroup>,
    /// Two-letter code of their country.
    country: Option<CountryCode>,
    /// Their regional group.
    region: Option<RegionalGroup>,
    /// What they said when they were asked.
    agrees: Option<bool>,
}

impl ProposalData {
    fn of(view: &ProposalView<'_>) -> ProposalData {
        let answer = |(field, answer): &(&Field, Option<&forum::call::Answer>)| {
            let values = values(*answer);
            (!values.is_empty()).then(|| (field.key.clone(), values))
        };
        let part = |part: &PartView<'_>| PartData {
            part: part.id.0,
            role: part.role,
            name: part.name.map(str::to_owned),
            organisation: part.organisation.map(str::to_owned),
            group: part.group,
            country: part.country,
            region: part.region,
            agrees: part.agrees,
        };
        ProposalData {
            id: view.id.0,
            call: view.call.id.0,
            code: view.code.clone(),
            kind: view.kind.to_owned(),
            stage: view.stage,
            title: view.title.map(str::to_owned),
            submitted: view.submitted,
            answers: view.fields.iter().filter_map(answer).collect(),
            people: view.parts.iter().map(part).collect(),
        }
    }
}

impl Data for Mine {
    type Query = Nothing;
    type Answer = MineData;
    const ABOUT: &'static str = "The proposals that you organise, drafts included.";

    fn answer(ask: &Ask, _: Nothing) -> Result<MineData, Problem> {
        let own = ask.visitor.person().map(|person| views::mine(ask.forum(), person)).unwrap_or_default();
        let seen = own.iter().filter_map(|own| views::proposal(ask.forum(), ask.viewer(), own.id));
        Ok(MineData { proposals: seen.map(|view| ProposalData::of(&view)).collect() })
    }
}

/// `GET /api/{forum}/proposals/{proposal}`
pub struct OneProposal;

impl Data for OneProposal {
    type Query = Nothing;
    type Answer = ProposalData;
    const ABOUT: &'static str =
        "A proposal, as far as you may see it. It is written with the commands of the call.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ProposalData, Problem> {
        let id = ProposalId(ask.exact("proposal")?);
        let view = views::proposal(ask.forum(), ask.viewer(), id).ok_or(Problem::NotFound)?;
        Ok(ProposalData::of(&view))
    }
}
