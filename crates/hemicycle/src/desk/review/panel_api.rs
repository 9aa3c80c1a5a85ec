//! What those who decide see of a review, as data.

use std::collections::BTreeSet;

use forum::access::Access;
use forum::review::views::{conflicts, has_interest, progress, reviewable};
use forum::review::{Conflict, DecisionState, Verdict};
use forum::{ProposalId, Words};
use schemars::JsonSchema;
use serde::Serialize;

use super::api::call;
use super::results::band_key;
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;

/// Whether whoever asks may see a proposal's review: the secretariat always, a chair where they have no interest.
fn sees(ask: &Ask) -> impl Fn(ProposalId) -> bool + '_ {
    let runs = ask.visitor.access.contains(Access::Secretariat);
    let person = ask.visitor.person();
    move |id| runs || person.is_some_and(|person| !has_interest(ask.forum(), person, id))
}

/// `GET /api/{forum}/desk/calls/{call}/assignment`
pub struct Assignment;

/// Who reviews what.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Assignment")]
pub struct AssignmentData {
    /// The proposals with their reviewers.
    proposals: Vec<AssignedData>,
    /// The reviewers, and how far they are.
    reviewers: Vec<ProgressData>,
    /// Conflicts of interest, declared and found; for the secretariat.
    conflicts: Vec<ConflictData>,
}

/// A proposal with its reviewers.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Assigned")]
struct AssignedData {
    /// Id of the proposal.
    proposal: u32,
    /// Ids of the persons who review it.
    reviewers: Vec<u32>,
}

/// How far a reviewer is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ReviewerProgress")]
struct ProgressData {
    /// Id of the person.
    reviewer: u32,
    /// How many proposals they have.
    assigned: usize,
    /// How many reviews they have saved and not submitted.
    saved: usize,
    /// How many they have submitted.
    submitted: usize,
}

/// A conflict of interest.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConflictOfInterest")]
struct ConflictData {
    /// Id of the proposal.
    proposal: u32,
    /// Id of the reviewer.
    reviewer: u32,
    /// Why.
    why: Conflict,
}

impl Data for Assignment {
    type Query = Nothing;
    type Answer = AssignmentData;
    const ABOUT: &'static str =
        "Who reviews what, how far the reviewers are, and their conflicts of interest.";

    fn answer(ask: &Ask, _: Nothing) -> Result<AssignmentData, Problem> {
        let (call, forum, sees) = (call(ask)?, ask.forum(), sees(ask));
        let wanted: BTreeSet<ProposalId> =
            reviewable(forum, call).into_iter().filter(|id| sees(*id)).collect();
        let assigned = |id: &ProposalId| {
            let reviewers = forum.review.assigned.get(id).into_iter().flatten();
            AssignedData { proposal: id.0, reviewers: reviewers.map(|who| who.0).collect() }
        };
        let reviewers = progress(forum, call).into_iter().map(|(who, one)| ProgressData {
            reviewer: who.0,
            assigned: one.assigned,
            saved: one.saved,
            submitted: one.submitted,
        });
        // A found conflict says who stands behind a proposal.
        let runs = ask.visitor.access.contains(Access::Secretariat);
        let found = if runs { conflicts(forum, call) } else { Default::default() };
        let found = found.into_iter().filter(|((id, _), _)| wanted.contains(id));
        let found = found.map(|((id, who), why)| ConflictData { proposal: id.0, reviewer: who.0, why });
        Ok(AssignmentData {
            proposals: wanted.iter().map(assigned).collect(),
            reviewers: reviewers.collect(),
            conflicts: found.collect(),
        })
    }
}

/// `GET /api/{forum}/desk/calls/{call}/results`
pub struct Scores;

/// What the scores say.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Results")]
pub struct ScoresData {
    /// The common level of all scores; `null` where it is not settled how the call is reviewed.
    level: Option<f64>,
    /// The proposals, by corrected score from the highest down, those without scores last.
    proposals: Vec<ScoredData>,
    /// Runs of neighbours, by ids of proposals, of which nobody can tell the first from the last.
    ties: Vec<Vec<u32>>,
    /// How lenient each reviewer is.
    reviewers: Vec<LeniencyData>,
}

/// What the scores of a proposal say.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Scored")]
struct ScoredData {
    /// Id of the proposal.
    proposal: u32,
    /// How many reviews count.
    reviews: usize,
    /// Their plain mean.
    mean: Option<f64>,
    /// Their standard deviation; `null` for fewer than two.
    spread: Option<f64>,
    /// What it would have from reviewers of common leniency; `null` without scores.
    corrected: Option<f64>,
    /// From where to where the corrected score is, 95 times of 100.
    interval: Option<[f64; 2]>,
    /// The best and the worst place that it may have.
    ranks: Option<[usize; 2]>,
    /// The plain mean for each criterion, in the order of the settings.
    criteria: Vec<Option<f64>>,
    /// `accept`, `discuss`, `decline` or `unscored`.
    band: &'static str,
}

/// How lenient a reviewer is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Leniency")]
struct LeniencyData {
    /// Id of the person.
    reviewer: u32,
    /// How many of their reviews count.
    reviews: usize,
    /// By how much they score above others; negative for the harsh.
    above: f64,
    /// The standard error of that.
    error: f64,
}

impl Data for Scores {
    type Query = Nothing;
    type Answer = ScoresData;
    const ABOUT: &'static str =
        "What the scores of a call say: means, corrected scores with their intervals, ties, leniency.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ScoresData, Problem> {
        let (call, sees) = (call(ask)?, sees(ask));
        let Some(results) = ask.app.computed().results(&ask.name, ask.forum(), call) else {
            return Ok(ScoresData { level: None, proposals: vec![], ties: vec![], reviewers: vec![] });
        };
        let rows = results.rows.iter().filter(|row| sees(row.proposal)).map(|row| {
            let scored = row.n > 0;
            ScoredData {
                proposal: row.proposal.0,
                reviews: row.n,
                mean: row.mean,
                spread: row.spread,
                corrected: scored.then_some(row.corrected),
                interval: scored.then_some([row.low, row.high]),
                ranks: scored.then_some([row.ranks.0, row.ranks.1]),
                criteria: row.criteria.clone(),
                band: band_key(row.band),
            }
        });
        let ids = |tie: &Vec<usize>| {
            let ids = tie.iter().map(|nth| results.rows[*nth].proposal).filter(|id| sees(*id));
            ids.map(|id| id.0).collect::<Vec<_>>()
        };
        let lenient = results.reviewers.iter().map(|one| LeniencyData {
            reviewer: one.reviewer.0,
            reviews: one.count,
            above: one.above,
            error: one.error,
        });
        Ok(ScoresData {
            level: Some(results.level),
            proposals: rows.collect(),
            ties: results.ties.iter().map(ids).collect(),
            reviewers: lenient.collect(),
        })
    }
}

/// `GET /api/{forum}/desk/calls/{call}/decisions`
pub struct Decisions;

/// What was decided.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decisions")]
pub struct DecisionsData {
    /// By id of the proposal.
    decisions: Vec<DecisionData>,
}

/// A decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecisionTaken")]
struct DecisionData {
    /// Id of the proposal.
    proposal: u32,
    /// What becomes of it.
    verdict: Verdict,
    /// `taken`, `pending` or `released`.
    state: &'static str,
    /// Names of reasons.
    reasons: Vec<String>,
    /// Why, in words that the organisers read.
    note: Option<String>,
    /// The act that took it.
    act: u64,
    /// What its organisers say against it.
    appeal: Option<AppealData>,
}

/// An appeal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AppealMade")]
struct AppealData {
    /// Why.
    text: Option<String>,
    /// Whether it was right; `null` as long as it is not answered.
    upheld: Option<bool>,
    /// What was answered.
    answer: Option<String>,
}

impl Data for Decisions {
    type Query = Nothing;
    type Answer = DecisionsData;
    const ABOUT: &'static str =
        "What was decided about the proposals of a call, how far that is, and what is said against it.";

    fn answer(ask: &Ask, _: Nothing) -> Result<DecisionsData, Problem> {
        let (call, forum, sees) = (call(ask)?, ask.forum(), sees(ask));
        let here = |id: &ProposalId| forum.call.proposals.get(id).is_some_and(|known| known.call == call);
        let all = forum.review.decisions.iter().filter(|(id, _)| here(id) && sees(**id));
        let text = |words: &Words| words.text().map(str::to_owned);
        let appeal = |id: &ProposalId| {
            let appeal = forum.review.appeals.get(id)?;
            let answer = appeal.answer.as_ref();
            Some(AppealData {
                text: text(&appeal.text),
                upheld: answer.map(|answer| answer.0),
                answer: answer.and_then(|answer| text(&answer.1)),
            })
        };
        let decisions = all.map(|(id, decision)| DecisionData {
            proposal: id.0,
            verdict: decision.verdict,
            state: match decision.state {
                DecisionState::Taken => "taken",
                DecisionState::Pending => "pending",
                DecisionState::Released => "released",
            },
            reasons: decision.reasons.clone(),
            note: decision.note.as_ref().and_then(text),
            act: decision.seq,
            appeal: appeal(id),
        });
        Ok(DecisionsData { decisions: decisions.collect() })
    }
}
