//! Stage two: what one reviewer thinks of a proposal.

use super::{
    at_most, reasons as known_reasons, reviewer as holds_office, settings_of, shown, unknown_choice,
};
use crate::context::Scribe;
use crate::review::conflicts::conflict;
use crate::review::views::is_current;
use crate::review::{Act, Command, Review, SCORE_MAX, SCORE_MIN, Settings};
use crate::text::{bounded, optional_prose};
use crate::{Context, Forum, PersonId, ProposalId, Refusal, Seq, Words};
use jiff::SignedDuration;
use std::collections::BTreeMap;

/// Within this time a save replaces the one before it, words and all: it is the same thought, still being typed.
const SAME_THOUGHT: SignedDuration = SignedDuration::from_mins(10);

/// Saves a review, or submits it. One that was submitted stays so: whoever saves it again changes what counts.
pub(super) fn save(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    let Command::SaveReview { proposal, reviewer, scores, reasons, to_chair, to_proposer, merge, submit, on } =
        command
    else {
        unreachable!("called for this command only")
    };
    let (proposal, reviewer) = (*proposal, *reviewer);
    let settings = may_review(forum, proposal, reviewer, context)?;
    let before = forum.review.reviews.get(&proposal).and_then(|reviews| reviews.get(&reviewer));
    if before.map_or(0, |before| before.seq) != *on {
        return Err(Refusal::SavedMeanwhile { seq: before.map_or(0, |before| before.seq) });
    }
    check_scores(settings, scores)?;
    let reasons = known_reasons(settings, reasons)?;
    let known = shown(forum, proposal)?;
    // What was thought of an older text stands until it is said of the new one.
    let current = before.filter(|before| is_current(known, before));
    let submitted = *submit || current.is_some_and(|before| before.submitted);
    if submitted {
        check_whole(settings, scores, &reasons)?;
    }
    merge.map(|other| partner(forum, proposal, other)).transpose()?;
    let to_chair = optional_prose("to_chair", to_chair)?;
    let to_proposer = optional_prose("to_proposer", to_proposer)?;
    if let Some(before) = before
        && (current.is_some() || !submitted)
        && before.scores == *scores
        && before.reasons == reasons
        && (before.merge, before.submitted) == (*merge, submitted)
        && says(before.to_chair.as_ref(), to_chair.as_deref())
        && says(before.to_proposer.as_ref(), to_proposer.as_deref())
    {
        return Err(Refusal::NothingChanged);
    }
    let mut scribe = Scribe::new(context);
    Ok(Act::ReviewSaved {
        proposal,
        reviewer,
        scores: scores.clone(),
        reasons,
        to_chair: to_chair.map(|text| scribe.words(text)),
        to_proposer: to_proposer.map(|text| scribe.words(text)),
        merge: *merge,
        submitted,
        replaces: before.map(|before| replaced(before, context)).unwrap_or_default(),
    })
}

fn says(words: Option<&Words>, text: Option<&str>) -> bool {
    words.map(Words::or_empty).unwrap_or_default() == text.unwrap_or_default()
}

/// Whether somebody may review a proposal now. Whoever is not assigned learns nothing else of it: neither that it is there
/// nor why it is not theirs.
fn may_review<'a>(
    forum: &'a Forum,
    proposal: ProposalId,
    reviewer: PersonId,
    context: &Context,
) -> Result<&'a Settings, Refusal> {
    holds_office(forum, reviewer)?;
    let not_theirs = Refusal::NotAssigned { proposal };
    let known = shown(forum, proposal).map_err(|_| not_theirs.clone())?;
    let assigned = forum.review.assigned.get(&proposal).is_some_and(|all| all.contains(&reviewer));
    if !assigned || conflict(forum, proposal, reviewer).is_some() {
        return Err(not_theirs);
    }
    let settings = settings_of(forum, known.call)?;
    let gate = settings.gate;
    match gate.is_open(context.now) {
        true => Ok(settings),
        false => Err(Refusal::ReviewClosed { opens: gate.opens, closes: gate.closes }),
    }
}

fn check_scores(settings: &Settings, scores: &BTreeMap<String, u8>) -> Result<(), Refusal> {
    at_most("scores", scores.len(), settings.criteria.len())?;
    for (key, score) in scores {
        if !settings.criteria.iter().any(|criterion| criterion.key == *key) {
            return Err(unknown_choice("scores", key));
        }
        bounded("scores", (*score).into(), SCORE_MIN.into(), SCORE_MAX.into())?;
    }
    Ok(())
}

/// What counts has a score for every criterion, and a reason where one is low.
fn check_whole(
    settings: &Settings,
    scores: &BTreeMap<String, u8>,
    reasons: &[String],
) -> Result<(), Refusal> {
    if let Some(missing) = settings.criteria.iter().find(|criterion| !scores.contains_key(&criterion.key)) {
        return Err(Refusal::ScoreMissing { criterion: missing.key.clone() });
    }
    let low = scores.values().any(|score| *score <= settings.low);
    if low && reasons.is_empty() && !settings.reasons.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(())
}

/// Another proposal of the same call, with which this one might be merged.
fn partner(forum: &Forum, proposal: ProposalId, other: ProposalId) -> Result<(), Refusal> {
    let call = shown(forum, proposal)?.call;
    match shown(forum, other)? {
        known if known.call == call && other != proposal => Ok(()),
        _ => Err(Refusal::NoSuchProposal { proposal: other }),
    }
}

fn replaced(before: &Review, context: &Context) -> Vec<Seq> {
    let has_words = before.words_in.last() == Some(&before.seq);
    let same = context.now.duration_since(before.at) <= SAME_THOUGHT;
    if has_words && same { vec![before.seq] } else { vec![] }
}
