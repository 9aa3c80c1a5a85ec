//! What reviewers said of themselves, what they were given, and what they thought.

use std::collections::BTreeMap;

use forum::Actor;
use forum::review::{Bid, CRITERIA, Command as Review};

use super::super::dates::at;
use super::super::panel::{Review as Planned, ReviewState, mean};
use super::super::{Calls, WORKSHOPS};
use super::{call, person, proposal};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::Kyoto;
use crate::scenario::kyoto::banks::REVIEW;
use crate::scenario::step::Step;

/// The reason that goes with a low score, by criterion.
const REASONS: [&str; CRITERIA.len()] =
    ["off-topic", "unclear-question", "thin-content", "not-diverse", "format-unfit", "online-neglected"];

/// Scores at or below this need a reason.
const LOW: u8 = 2;

pub(super) fn steps(kyoto: &Kyoto, calls: &Calls, reviewed: &[usize]) -> Vec<Step> {
    let mut steps = wishes(kyoto, calls, reviewed);
    let assigned: BTreeMap<_, _> = calls
        .panel
        .reviews
        .iter()
        .zip(reviewed)
        .map(|(reviews, at)| {
            let people = reviews.iter().map(|review| person(calls.panel.reviewers[review.reviewer].person));
            (proposal(*at), people.collect())
        })
        .collect();
    if !assigned.is_empty() {
        let command = Review::Assign { call: call(WORKSHOPS), assigned };
        steps.push(Step::new("assign", 0, command).on(at(6, 4, 18)));
    }
    // Words of reviewers are no part of the plan: they follow from the scores.
    let mut dice = Dice::new(calls.panel.reviewers.len() as u64).for_purpose("comments");
    for (reviews, at) in calls.panel.reviews.iter().zip(reviewed) {
        let known = mean(reviews);
        for review in reviews.iter().filter(|review| review.state != ReviewState::Missing) {
            steps.push(given(calls, *at, review, known, &mut dice));
        }
    }
    steps
}

/// Themes, bids and conflicts, in the first days of June.
fn wishes(kyoto: &Kyoto, calls: &Calls, reviewed: &[usize]) -> Vec<Step> {
    let panel = &calls.panel;
    let of = |reviewer: usize| person(panel.reviewers[reviewer].person);
    let mut steps = Vec::new();
    for (n, reviewer) in panel.reviewers.iter().enumerate() {
        let themes = reviewer.themes.iter().map(|track| kyoto.tracks[*track].key.to_owned()).collect();
        let command = Review::DeclareExpertise { call: call(WORKSHOPS), reviewer: of(n), themes };
        steps.push(Step::new("expertise", n, command).on(at(6, 1, 9)).by(Actor::Person(of(n))));
    }
    for (n, ((place, reviewer), bid)) in panel.bids.iter().enumerate() {
        let bid: Option<Bid> = Some(*bid);
        let command = Review::MakeBid { proposal: proposal(reviewed[*place]), reviewer: of(*reviewer), bid };
        steps.push(Step::new("bid", n, command).on(at(6, 2, 9)).by(Actor::Person(of(*reviewer))));
    }
    for (n, (place, reviewer)) in panel.declared.iter().enumerate() {
        let command =
            Review::DeclareConflict { proposal: proposal(reviewed[*place]), reviewer: of(*reviewer) };
        steps.push(Step::new("conflict", n, command).on(at(6, 3, 9)).by(Actor::Person(of(*reviewer))));
    }
    steps
}

fn given(calls: &Calls, at_proposal: usize, review: &Planned, known: f64, dice: &mut Dice) -> Step {
    let reviewer = person(calls.panel.reviewers[review.reviewer].person);
    let scores = CRITERIA.iter().zip(review.scores).map(|(key, score)| ((*key).to_owned(), score)).collect();
    let low = CRITERIA.iter().enumerate().filter(|(n, _)| review.scores[*n] <= LOW);
    let own = review.scores.iter().map(|score| f64::from(*score)).sum::<f64>() / CRITERIA.len() as f64;
    let section = match own {
        own if own >= 4.2 => "good",
        own if own >= 3.4 => "fair",
        _ => "poor",
    };
    let mut comment = |section: &str, percent: usize| match dice.percent(percent) {
        true => dice.pick(REVIEW.lines(section)).to_owned(),
        false => String::new(),
    };
    let command = Review::SaveReview {
        proposal: proposal(at_proposal),
        reviewer,
        scores,
        reasons: low.map(|(n, _)| REASONS[n].to_owned()).collect(),
        // Whoever sees it quite differently from the others explains it.
        to_chair: comment("to-chair", if (own - known).abs() > 0.8 { 40 } else { 4 }),
        to_proposer: comment(section, 35),
        merge: None,
        submit: review.state == ReviewState::Submitted,
        on: 0,
    };
    // The more there is to read, the later it gets: most is done in the second half.
    let day = 5 + i8::try_from(dice.below(19).max(dice.below(19))).unwrap_or_default();
    let step = Step::new("review", at_proposal, command).nth(review.reviewer);
    step.on(at(6, day, 15)).by(Actor::Person(reviewer))
}
