//! Why a session is where it is, and what it would cost to have it elsewhere: for people who arrange by hand.
//!
//! Everything follows from the growth of each constraint: the search and the explanations cannot disagree.

use std::collections::BTreeSet;

use crate::constraints::{CONSTRAINTS, Constraint, Fact, Level, What};
use crate::model::{Board, Placement};
use crate::search::Cost;

/// What a session adds to the cost of one constraint in a place, and with which facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The name of the constraint.
    pub constraint: &'static str,
    /// Whether it must hold.
    pub level: Level,
    /// By how much the programme would be cheaper without the session.
    pub cost: Cost,
    /// What is wrong that would not be (or not as badly) without the session, the worst first.
    pub facts: Vec<Fact>,
}

/// By how much the cost of one constraint changes with a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The name of the constraint.
    pub constraint: &'static str,
    /// Whether it must hold.
    pub level: Level,
    /// The change: more than zero is worse.
    pub change: Cost,
}

/// Another place for a session, and its price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Where the session would be.
    pub place: Placement,
    /// The session that would take its present place in exchange, if there is no other way to have this one.
    pub swap: Option<usize>,
    /// By how much the cost of the programme changes: more than zero is worse.
    pub change: Cost,
    /// The constraints behind the change: those that must hold first, then the greatest changes.
    pub reasons: Vec<Reason>,
}

impl Alternative {
    /// The demands that the move would break, or break more than now.
    pub fn broken(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| reason.change.hard > 0)
    }
}

/// The amount of every constraint.
type Amounts = [i64; CONSTRAINTS.len()];

/// What a session costs where it is: the constraints that would be met better without it.
/// For a session that is nowhere this is that it is nowhere.
pub fn here(board: &Board<'_>, session: usize) -> Vec<Share> {
    match board.places()[session] {
        Some(place) => there(board, session, place),
        None => CONSTRAINTS.iter().filter_map(|constraint| nowhere(board, constraint, session)).collect(),
    }
}

/// What a session would cost in a place, all others staying where they are.
pub fn there(board: &Board<'_>, session: usize, place: Placement) -> Vec<Share> {
    let mut without = board.clone();
    without.lift(session);
    let mut with = without.clone();
    with.put(session, place);
    let weights = &board.brief.instance.weights;
    let shares = CONSTRAINTS.iter().filter_map(|constraint| {
        // Only the first constraint, having a place, ever gains by a session.
        let amount = (constraint.growth)(&without, session, place);
        (amount > 0).then(|| Share {
            constraint: constraint.name,
            level: constraint.level,
            cost: constraint.price(weights, amount),
            facts: new_facts(constraint, &without, &with),
        })
    });
    shares.collect()
}

/// The facts of a programme that another does not have.
fn new_facts(constraint: &Constraint, before: &Board<'_>, after: &Board<'_>) -> Vec<Fact> {
    let known: BTreeSet<Fact> = (constraint.facts)(before).into_iter().collect();
    let mut facts: Vec<Fact> =
        (constraint.facts)(after).into_iter().filter(|fact| !known.contains(fact)).collect();
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.amount));
    facts
}

fn nowhere(board: &Board<'_>, constraint: &Constraint, session: usize) -> Option<Share> {
    let facts = (constraint.facts)(board).into_iter();
    let facts: Vec<Fact> = facts.filter(|fact| fact.what == What::Unplaced { session }).collect();
    let amount = facts.iter().map(|fact| fact.amount).sum();
    let cost = constraint.price(&board.brief.instance.weights, amount);
    let share = Share { constraint: constraint.name, level: constraint.level, cost, facts };
    (amount > 0).then_some(share)
}

/// Every other place at one of the session's times, within one day, the cheapest first.
///
/// Where the place alone would break a demand but an exchange with the session that begins there would not, the
/// exchange is what is offered. Places that break a demand are listed all the same: their reasons name it.
pub fn elsewhere(board: &Board<'_>, session: usize) -> Vec<Alternative> {
    let brief = board.brief;
    let mut scratch = board.clone();
    let own = scratch.lift(session);
    let now = own.map_or([0; CONSTRAINTS.len()], |place| amounts(&scratch, session, place));
    let holders = holders(board, session);
    let all = || (0..brief.instance.times.len()).collect();
    let starts = brief.instance.sessions[session].starts.clone().unwrap_or_else(all).into_iter();
    let starts = starts.filter(|&start| brief.fits_day(session, start));
    let mut found = Vec::new();
    for start in starts {
        for room in 0..brief.instance.rooms.len() {
            let place = Placement { start, room };
            if own == Some(place) {
                continue;
            }
            let then = amounts(&scratch, session, place);
            let direct = alternative(board, place, None, |n| then[n] - now[n]);
            let holder = holders[start * brief.instance.rooms.len() + room];
            let exchanged = match (own, holder) {
                (Some(own), Some(other)) if direct.change.hard > 0 => {
                    exchange(&mut scratch, (session, own), (other, place), &now)
                }
                _ => None,
            };
            found.push(exchanged.unwrap_or(direct));
        }
    }
    found.sort_by_key(|alternative| (alternative.change, alternative.place));
    found
}

/// The session that begins in each place, if it may be moved.
fn holders(board: &Board<'_>, session: usize) -> Vec<Option<usize>> {
    let instance = board.brief.instance;
    let mut holders = vec![None; instance.times.len() * instance.rooms.len()];
    for (other, place) in board.places().iter().enumerate() {
        if let Some(place) = place.filter(|_| other != session && instance.sessions[other].fixed.is_none()) {
            holders[place.start * instance.rooms.len() + place.room] = Some(other);
        }
    }
    holders
}

/// The price of an exchange, if it breaks nothing that holds now. The first session is lifted, and so it stays.
fn exchange(
    scratch: &mut Board<'_>,
    (session, own): (usize, Placement),
    (other, place): (usize, Placement),
    now: &Amounts,
) -> Option<Alternative> {
    if !scratch.brief.is_open(other, own) || !scratch.brief.is_open(session, place) {
        return None;
    }
    // Before: the other alone and the session beside it. After: the session alone and the other beside it.
    scratch.lift(other);
    let before = amounts(scratch, other, place);
    let first = amounts(scratch, session, place);
    scratch.put(session, place);
    let second = amounts(scratch, other, own);
    scratch.lift(session);
    scratch.put(other, place);
    let change = |n: usize| first[n] + second[n] - before[n] - now[n];
    Some(alternative(scratch, place, Some(other), change)).filter(|found| found.change.hard <= 0)
}

fn amounts(board: &Board<'_>, session: usize, place: Placement) -> Amounts {
    std::array::from_fn(|n| (CONSTRAINTS[n].growth)(board, session, place))
}

fn alternative(
    board: &Board<'_>,
    place: Placement,
    swap: Option<usize>,
    change: impl Fn(usize) -> i64,
) -> Alternative {
    let weights = &board.brief.instance.weights;
    let changes = CONSTRAINTS.iter().enumerate().map(|(n, constraint)| Reason {
        constraint: constraint.name,
        level: constraint.level,
        change: constraint.price(weights, change(n)),
    });
    let mut reasons: Vec<Reason> = changes.filter(|reason| reason.change != Cost::ZERO).collect();
    reasons.sort_by_key(|reason| {
        (reason.level != Level::Hard, -reason.change.hard.abs(), -reason.change.soft.abs())
    });
    Alternative { place, swap, change: reasons.iter().map(|reason| reason.change).sum(), reasons }
}
