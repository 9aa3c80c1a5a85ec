//! Calls as data: all of them, and one with its form and its rules.

use std::collections::BTreeMap;

use forum::call::{Call, Field, FieldKind, Gate, Mode, Offer, Requirement, Seen, Stage};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::data::{Ask, Data, Nothing};
use crate::call::said;
use crate::desk::call::proposals as of_call;
use crate::problem::Problem;

/// A text in several languages, by their tags.
type Texts = BTreeMap<String, String>;

/// A call in a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallRow")]
struct CallRow {
    /// Its id.
    id: u32,
    /// Id of the meeting.
    meeting: u32,
    /// What it gathers.
    mode: Mode,
    /// Its title, by language.
    title: Texts,
    /// Whether it is public.
    announced: bool,
    /// When it opens.
    opens: Timestamp,
    /// When it closes.
    closes: Timestamp,
    /// How many drafts there are.
    drafts: usize,
    /// How many were submitted and stand.
    submitted: usize,
}

/// All calls.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Calls")]
pub struct CallsData {
    /// The earliest first.
    calls: Vec<CallRow>,
}

/// `GET /api/{forum}/desk/calls`
pub struct Calls;

impl Data for Calls {
    type Query = Nothing;
    type Answer = CallsData;
    const ABOUT: &'static str = "All calls, those that nobody but the desk sees yet included.";

    fn answer(ask: &Ask, _: Nothing) -> Result<CallsData, Problem> {
        let forum = ask.forum();
        let row = |call: &Call| {
            let of = |stage| of_call(forum, call.id).filter(|one| one.stage == stage).count();
            CallRow {
                id: call.id.0,
                meeting: call.meeting.0,
                mode: call.mode,
                title: call.about.title.clone(),
                announced: call.announced,
                opens: call.about.gate.opens,
                closes: call.about.gate.closes,
                drafts: of(Stage::Draft),
                submitted: of(Stage::Submitted),
            }
        };
        Ok(CallsData { calls: forum.call.calls.values().map(|call| row(call)).collect() })
    }
}

/// A call with its form and its rules.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallOfTheDesk")]
pub struct WholeCall {
    /// Its id.
    id: u32,
    /// Id of the meeting.
    meeting: u32,
    /// What it gathers.
    mode: Mode,
    /// Whether it is public.
    announced: bool,
    /// Its title, by language.
    title: Texts,
    /// What it is about, by language.
    introduction: Texts,
    /// How is decided what is accepted, by language.
    how_decided: Texts,
    /// When it opens.
    opens: Timestamp,
    /// When it closes.
    closes: Timestamp,
    /// By when everybody is told, if that is known.
    told_by: Option<Timestamp>,
    /// Whether titles are public as soon as something is submitted, and organisers where the review is not blind.
    open: bool,
    /// The types of session that it asks for.
    kinds: Vec<KindData>,
    /// The fields of its form, in their order.
    fields: Vec<FieldData>,
    /// The rules for what is submitted.
    rules: Vec<RuleData>,
    /// Who may submit late.
    late: Vec<LateData>,
}

/// A type of session that a call asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OfferedKind")]
struct KindData {
    /// The type.
    kind: String,
    /// How many minutes a session may last.
    minutes: Vec<u32>,
    /// When it opens, if not with the call.
    opens: Option<Timestamp>,
    /// When it closes, if not with the call.
    closes: Option<Timestamp>,
    /// Most of them that one person submits.
    most: Option<u32>,
}

/// A field of a form.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FormField")]
struct FieldData {
    /// Its name in answers.
    key: String,
    /// What it takes: `line`, `prose`, `one`, `several`, `number`, `truth` or `address`.
    takes: &'static str,
    /// What there is to choose: keys.
    choices: Vec<String>,
    /// What it is called, by language; empty if the catalogue’s words stand.
    label: Texts,
    /// What helps to answer it, by language.
    help: Texts,
    /// Whether a proposal without it cannot be submitted.
    required: bool,
    /// Fewest words.
    words_least: Option<u32>,
    /// Most words.
    words_most: Option<u32>,
    /// Most characters.
    characters_most: Option<u32>,
    /// The types of session that are asked; without any, all.
    only: Vec<String>,
    /// The field on whose answer it depends whether it is asked.
    asked_with: Option<String>,
    /// The answers to that field with which it is asked.
    asked_if: Vec<String>,
    /// Who reads it: `public`, `reviewers`, `identity` or `secretariat`.
    seen: Seen,
    /// On which page of the form it stands, from 1.
    step: u32,
}

/// A rule for what is submitted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallRule")]
struct RuleData {
    /// Its name.
    key: String,
    /// Its figure.
    count: u32,
    /// Why there is this rule, by language; empty if the catalogue’s words stand.
    reason: Texts,
    /// The types of session for which it holds; without any, all.
    only: Vec<String>,
}

/// Somebody who may submit late.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LateLeave")]
struct LateData {
    /// Id of the person.
    person: u32,
    /// Until when.
    until: Timestamp,
}

/// `GET /api/{forum}/desk/calls/{call}`
pub struct OneCallData;

impl Data for OneCallData {
    type Query = Nothing;
    type Answer = WholeCall;
    const ABOUT: &'static str = "A call with its types of session, its form and its rules.";

    fn answer(ask: &Ask, _: Nothing) -> Result<WholeCall, Problem> {
        let call = super::call(ask)?;
        let about = &call.about;
        Ok(WholeCall {
            id: call.id.0,
            meeting: call.meeting.0,
            mode: call.mode,
            announced: call.announced,
            title: about.title.clone(),
            introduction: about.introduction.clone(),
            how_decided: about.how_decided.clone(),
            opens: about.gate.opens,
            closes: about.gate.closes,
            told_by: about.told_by,
            open: about.open,
            kinds: call.offers.iter().map(kind).collect(),
            fields: call.fields.iter().map(field).collect(),
            rules: call.requirements.iter().map(rule).collect(),
            late: call
                .late
                .iter()
                .map(|(person, until)| LateData { person: person.0, until: *until })
                .collect(),
        })
    }
}

fn kind(offer: &Offer) -> KindData {
    let Offer { kind, minutes, gate, most } = offer.clone();
    let (opens, closes) = (gate.map(|Gate { opens, .. }| opens), gate.map(|Gate { closes, .. }| closes));
    KindData { kind, minutes, opens, closes, most }
}

/// What a field takes, by name.
pub(in crate::desk::call) fn takes(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Line => "line",
        FieldKind::Prose => "prose",
        FieldKind::One(_) => "one",
        FieldKind::Several(_) => "several",
        FieldKind::Number => "number",
        FieldKind::Truth => "truth",
        FieldKind::Address => "address",
    }
}

fn field(field: &Field) -> FieldData {
    let when = field.when.clone();
    FieldData {
        key: field.key.clone(),
        takes: takes(&field.kind),
        choices: said::choices(field).iter().map(|choice| choice.key.clone()).collect(),
        label: field.label.clone(),
        help: field.help.clone(),
        required: field.required,
        words_least: field.limit.words_least,
        words_most: field.limit.words_most,
        characters_most: field.limit.characters_most,
        only: field.only.clone(),
        asked_with: when.as_ref().map(|when| when.field.clone()),
        asked_if: when.map(|when| when.any_of).unwrap_or_default(),
        seen: field.seen,
        step: field.step,
    }
}

fn rule(requirement: &Requirement) -> RuleData {
    let Requirement { key, count, reason, only } = requirement.clone();
    RuleData { key, count, reason, only }
}
