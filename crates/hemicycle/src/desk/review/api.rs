//! What the pages of a review show, as data.

use std::collections::BTreeMap;

use forum::call::views;
use forum::review::views::{Task, TaskState, my_list};
use forum::review::{Bid, Criterion, Review, Settings};
use forum::{CallId, ProposalId, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;

/// `GET /api/{forum}/review`
pub struct Mine;

/// What is yours to review.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MyReviews")]
pub struct MineData {
    /// The proposals, by call and number.
    reviews: Vec<MyReviewData>,
    /// What you said how gladly you would review it.
    bids: Vec<MyBidData>,
}

/// A proposal that is yours to review.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MyReview")]
pub struct MyReviewData {
    /// Id of the proposal.
    proposal: u32,
    /// Its short name.
    code: Option<String>,
    /// Its title; `null` where you have a conflict of interest.
    title: Option<String>,
    /// `open`, `saved`, `submitted` or `conflict`.
    state: &'static str,
    /// The act that saved your review, to be given as `on` with the next one; 0 if there is none.
    on: u64,
    /// Your scores, by the names of their criteria.
    scores: BTreeMap<String, u8>,
    /// Names of reasons for low scores.
    reasons: Vec<String>,
    /// What you wrote to the chair.
    to_chair: Option<String>,
    /// What you wrote to the organisers.
    to_proposer: Option<String>,
    /// Id of the proposal with which it might be merged.
    merge: Option<u32>,
}

/// How gladly you would review something.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MyBid")]
struct MyBidData {
    /// Id of the proposal.
    proposal: u32,
    /// How gladly.
    bid: Bid,
}

impl MyReviewData {
    fn of(ask: &Ask, task: &Task<'_>) -> MyReviewData {
        let (id, written) = (task.proposal, task.review);
        let view = views::proposal(ask.forum(), ask.viewer(), id);
        let text = |of: fn(&Review) -> &Option<Words>| {
            written.and_then(|written| of(written).as_ref()?.text()).map(str::to_owned)
        };
        MyReviewData {
            proposal: id.0,
            code: ask.forum().call.proposals.get(&id).and_then(|proposal| views::code(proposal)),
            title: view
                .filter(|_| task.state != TaskState::Conflict)
                .and_then(|view| view.title.map(str::to_owned)),
            state: match task.state {
                TaskState::Open => "open",
                TaskState::Saved => "saved",
                TaskState::Submitted => "submitted",
                TaskState::Conflict => "conflict",
            },
            on: written.map_or(0, |written| written.seq),
            scores: written.map(|written| written.scores.clone()).unwrap_or_default(),
            reasons: written.map(|written| written.reasons.clone()).unwrap_or_default(),
            to_chair: text(|review| &review.to_chair),
            to_proposer: text(|review| &review.to_proposer),
            merge: written.and_then(|written| written.merge).map(|merge| merge.0),
        }
    }
}

impl Data for Mine {
    type Query = Nothing;
    type Answer = MineData;
    const ABOUT: &'static str =
        "What is yours to review, how far you are, and what you would like to review.";

    fn answer(ask: &Ask, _: Nothing) -> Result<MineData, Problem> {
        let Some(me) = ask.visitor.person() else {
            return Ok(MineData { reviews: Vec::new(), bids: Vec::new() });
        };
        let all = my_list(ask.forum(), me);
        let bids = ask.forum().review.bids.iter();
        let bids = bids.filter_map(|(id, all)| Some(MyBidData { proposal: id.0, bid: *all.get(&me)? }));
        Ok(MineData {
            reviews: all.iter().map(|task| MyReviewData::of(ask, task)).collect(),
            bids: bids.collect(),
        })
    }
}

/// `GET /api/{forum}/review/{proposal}`
pub struct One;

impl Data for One {
    type Query = Nothing;
    type Answer = MyReviewData;
    const ABOUT: &'static str = "Your review of a proposal; the proposal itself is below `proposals`.";

    fn answer(ask: &Ask, _: Nothing) -> Result<MyReviewData, Problem> {
        let id = ProposalId(ask.exact("proposal")?);
        let all = ask.visitor.person().map(|me| my_list(ask.forum(), me)).unwrap_or_default();
        let task = all.iter().find(|task| task.proposal == id).ok_or(Problem::NotFound)?;
        Ok(MyReviewData::of(ask, task))
    }
}

/// `GET /api/{forum}/desk/calls/{call}/review`
pub struct How;

/// How a call is reviewed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallReview")]
pub struct HowData {
    /// How; `null` if nothing is settled yet.
    settings: Option<SettledData>,
}

/// How a call is reviewed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallReviewSettled")]
struct SettledData {
    /// What is scored, from 1 to 5 each.
    criteria: Vec<CriterionData>,
    /// Names of the reasons to choose from.
    reasons: Vec<String>,
    /// A score at or below this needs a reason.
    low: u8,
    /// How many reviewers each proposal gets.
    each: u32,
    /// How many of them at least from a stakeholder group.
    quotas: BTreeMap<&'static str, u32>,
    /// Most proposals for one reviewer; `null` for as many as it takes.
    most: Option<u32>,
    /// Whether reviewers do not see who proposes and who takes part.
    blind: bool,
    /// Whether only what passed the screening is reviewed and decided.
    screens: bool,
    /// From when on scores are taken.
    opens: Timestamp,
    /// Until when.
    closes: Timestamp,
    /// From this mean on, in hundredths of a point, a proposal is in the band of those to accept.
    accept: u32,
    /// Below this mean, in hundredths of a point, it is in the band of those to decline.
    decline: u32,
    /// How many places there are to give.
    places: u32,
    /// Until when decisions can be appealed; `null` if they cannot.
    appeals: Option<Timestamp>,
}

/// Something that is scored by itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CallReviewCriterion")]
struct CriterionData {
    /// Its name in scores.
    key: String,
    /// What it is called, by language; empty for a built-in one.
    title: BTreeMap<String, String>,
    /// What to look at, by language; empty for a built-in one.
    help: BTreeMap<String, String>,
    /// How much it counts, against the others.
    weight: u32,
}

impl SettledData {
    fn of(settings: &Settings) -> SettledData {
        let criterion = |one: &Criterion| {
            let one = one.clone();
            CriterionData { key: one.key, title: one.title, help: one.help, weight: one.weight }
        };
        SettledData {
            criteria: settings.criteria.iter().map(criterion).collect(),
            reasons: settings.reasons.iter().map(|reason| reason.key.clone()).collect(),
            low: settings.low,
            each: settings.each,
            quotas: settings.quotas.iter().map(|(group, least)| (group.key(), *least)).collect(),
            most: settings.most,
            blind: settings.blind,
            screens: settings.screens,
            opens: settings.gate.opens,
            closes: settings.gate.closes,
            accept: settings.accept,
            decline: settings.decline,
            places: settings.places,
            appeals: settings.appeals,
        }
    }
}

/// The call that an address names.
pub(super) fn call(ask: &Ask) -> Result<CallId, Problem> {
    let id = CallId(ask.exact("call")?);
    ask.forum().call.calls.contains_key(&id).then_some(id).ok_or(Problem::NotFound)
}

impl Data for How {
    type Query = Nothing;
    type Answer = HowData;
    const ABOUT: &'static str = "How a call is reviewed: criteria, reasons, reviewers, times and bands.";

    fn answer(ask: &Ask, _: Nothing) -> Result<HowData, Problem> {
        let settings = ask.forum().review.settings.get(&call(ask)?);
        Ok(HowData { settings: settings.map(|settings| SettledData::of(settings)) })
    }
}
