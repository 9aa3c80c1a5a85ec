//! Decisions, merges, letters to be released, and appeals.

use forum::review::{Command as Review, Verdict};
use forum::{Actor, MergeId, ProposalId};

use super::super::dates::at;
use super::super::panel::mean;
use super::super::verdicts::Told;
use super::super::{Calls, OTHERS, WORKSHOPS};
use super::{call, person, proposal};
use crate::scenario::kyoto::banks::REVIEW;
use crate::scenario::kyoto::commands::id;
use crate::scenario::step::Step;

/// Merges that are suggested: of each three one is agreed, one is refused, and one is not answered.
const MERGES: usize = 6;
/// Appeals; of each four three are answered.
const APPEALS: usize = 8;

pub(super) fn steps(calls: &Calls, reviewed: &[usize]) -> Vec<Step> {
    let pairs = pairs(calls, reviewed);
    let agreed: Vec<usize> = pairs.iter().step_by(3).map(|(_, from)| *from).collect();
    let mut steps = merges(calls, &pairs);
    steps.extend(decisions(calls, &agreed));
    steps.extend(releases(calls, &agreed));
    steps.extend(appeals(calls, &agreed));
    steps
}

fn verdict_of(calls: &Calls, at: usize) -> Option<(Verdict, Told)> {
    calls.proposals[at].outcome.map(|outcome| (outcome.verdict, outcome.told))
}

/// Pairs on the same theme, one accepted and one close behind it.
fn pairs(calls: &Calls, reviewed: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let worth =
        |at: usize| calls.proposals[at].reviewed.map_or(0.0, |place| mean(&calls.panel.reviews[place]));
    for &from in
        reviewed.iter().filter(|at| verdict_of(calls, **at) == Some((Verdict::Declined, Told::Released)))
    {
        let into = reviewed.iter().copied().find(|into| {
            let one = &calls.proposals[*into];
            one.session.is_some()
                && one.track == calls.proposals[from].track
                && one.by != calls.proposals[from].by
                && pairs.iter().all(|(known, _)| known != into)
        });
        if let Some(into) = into.filter(|_| worth(from) > 3.8 && pairs.len() < MERGES) {
            pairs.push((into, from));
        }
    }
    pairs
}

fn merges(calls: &Calls, pairs: &[(usize, usize)]) -> Vec<Step> {
    let notes = REVIEW.lines("merge");
    let mut steps = Vec::new();
    for (n, (into, from)) in pairs.iter().enumerate() {
        let command = Review::SuggestMerge {
            into: proposal(*into),
            from: vec![proposal(*from)],
            note: notes[n % notes.len()].to_owned(),
        };
        steps.push(Step::new("merge", n, command).on(at(7, 11, 9)));
        for (side, at_proposal) in [*into, *from].into_iter().enumerate().filter(|_| n % 3 != 2) {
            let (merge, agrees) = (MergeId(id(n)), n % 3 == 0 || side == 0);
            let command = Review::AnswerMerge { merge, proposal: proposal(at_proposal), agrees };
            let by = Actor::Person(person(calls.proposals[at_proposal].by));
            steps.push(Step::new("consent", n, command).nth(side).on(at(7, 12, 9)).by(by));
        }
    }
    steps
}

fn decisions(calls: &Calls, agreed: &[usize]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (n, one) in calls.proposals.iter().enumerate().filter(|(n, _)| !agreed.contains(n)) {
        let Some(outcome) = one.outcome else { continue };
        let note = |section: &str, every: usize| {
            let lines = REVIEW.lines(section);
            if n % every == 0 { lines[n / every % lines.len()].to_owned() } else { String::new() }
        };
        let (reasons, note) = match outcome.verdict {
            Verdict::Accepted => (vec![], note("accepted", 9)),
            Verdict::Waiting => (vec!["no-place-left".to_owned()], note("waiting", 1)),
            _ => (reasons(calls, n), note("declined", 3)),
        };
        let command = Review::Decide { proposal: proposal(n), verdict: outcome.verdict, reasons, note };
        steps.push(Step::new("decide", n, command).on(at(7, 12, 15)));
    }
    steps
}

/// Why a proposal was declined: where it was weakest, or for want of a place.
fn reasons(calls: &Calls, n: usize) -> Vec<String> {
    let known = calls.proposals[n].reviewed.map(|place| &calls.panel.reviews[place]);
    let of_others = ["no-place-left", "duplicate", "off-topic", "promotional", "no-place-left"];
    let Some(reviews) = known else { return vec![of_others[n % of_others.len()].to_owned()] };
    if mean(reviews) > 3.9 {
        return vec!["no-place-left".to_owned()];
    }
    let sum =
        |criterion: usize| reviews.iter().map(|review| u32::from(review.scores[criterion])).sum::<u32>();
    let weakest = (0..6).min_by_key(|criterion| sum(*criterion)).unwrap_or_default();
    let names =
        ["off-topic", "unclear-question", "thin-content", "not-diverse", "format-unfit", "online-neglected"];
    vec![names[weakest].to_owned()]
}

/// Nearly all are released on 14 July; a few decisions are left pending, and a few were only taken.
fn releases(calls: &Calls, agreed: &[usize]) -> Vec<Step> {
    let with = |told: Told| -> Vec<ProposalId> {
        let all = calls.proposals.iter().enumerate();
        let chosen = all.filter(|(n, one)| {
            !agreed.contains(n) && one.outcome.is_some_and(|outcome| outcome.told == told)
        });
        chosen.map(|(n, _)| proposal(n)).collect()
    };
    let mut first = with(Told::Released);
    first.extend(agreed.iter().map(|at| proposal(*at)));
    let mut steps = Vec::new();
    if !first.is_empty() {
        steps.push(Step::new("ready", 0, Review::Ready { proposals: first }).on(at(7, 13, 9)));
    }
    for place in [WORKSHOPS, OTHERS] {
        let decided = calls.proposals.iter().any(|one| one.call == place && one.outcome.is_some());
        let command = Review::Release { call: call(place) };
        steps.extend(decided.then(|| Step::new("release", place, command).on(at(7, 14, 9))));
    }
    let pending = with(Told::Pending);
    if !pending.is_empty() {
        steps.push(Step::new("ready", 1, Review::Ready { proposals: pending }).on(at(7, 17, 9)));
    }
    steps
}

fn appeals(calls: &Calls, agreed: &[usize]) -> Vec<Step> {
    let declined = calls.proposals.iter().enumerate().filter(|(n, one)| {
        let told = one.outcome.map(|outcome| (outcome.verdict, outcome.told));
        one.reviewed.is_some() && told == Some((Verdict::Declined, Told::Released)) && !agreed.contains(n)
    });
    let declined: Vec<_> = declined.collect();
    let (texts, answers) = (REVIEW.lines("appeal"), REVIEW.lines("answer"));
    let mut steps = Vec::new();
    let every = (declined.len() / APPEALS).max(1);
    for (n, (at_proposal, one)) in declined.into_iter().step_by(every).take(APPEALS).enumerate() {
        let id = proposal(at_proposal);
        let command = Review::Appeal { proposal: id, text: texts[n % texts.len()].to_owned() };
        steps.push(Step::new("appeal", n, command).on(at(7, 20, 9)).by(Actor::Person(person(one.by))));
        if n % 4 == 3 {
            continue;
        }
        // One in four is right; what is decided anew is not released yet.
        let upheld = n % 4 == 1;
        let text = if upheld { REVIEW.lines("upheld")[0] } else { answers[n % answers.len()] };
        let command = Review::AnswerAppeal { proposal: id, upheld, text: text.to_owned() };
        steps.push(Step::new("reply", n, command).on(at(7, 28, 9)));
        if upheld {
            let note = REVIEW.lines("waiting")[0].to_owned();
            let command = Review::Decide { proposal: id, verdict: Verdict::Waiting, reasons: vec![], note };
            steps.push(Step::new("anew", n, command).on(at(7, 31, 9)));
        }
    }
    steps
}
