//! Finds places for sessions that have none, by pushing others out of the way and those out of the way of others.
//!
//! A first programme that takes the hardest sessions first leaves a few of the last ones without a place; often one
//! other session that goes elsewhere is all it takes. Nothing is ever broken for that, and nobody loses a place.

use std::ops::Range;

use crate::constraints::{self, CHANGE};
use crate::model::{Board, Placement};
use crate::search::Chance;

use super::first::best_place;

/// How many others may be pushed out of a place at once.
const PUSHED: usize = 3;
/// How many places are tried for a session, and for one that was pushed itself.
const TRIES: [usize; 2] = [80, 6];

/// So many times in all a session is put where others are in the way: in a forum that is far too full no more can be done.
const PATIENCE: usize = 500;

/// So many times its price again a change must save if it was not needed.
const WELL: i64 = 2;

/// Gives places to as many of those without as it can, as long as it may go on.
pub(super) fn repair(board: &mut Board<'_>, chance: &mut Chance, goes_on: &mut dyn FnMut() -> bool) {
    let fixed = |session: usize| board.brief.instance.sessions[session].fixed.is_some();
    let nowhere: Vec<usize> = (0..board.places().len())
        .filter(|&session| board.places()[session].is_none() && !fixed(session))
        .collect();
    let mut patience = PATIENCE;
    for session in nowhere {
        if !goes_on() {
            break;
        }
        let mut pushed = Pushed { board, chance, goes_on, patience, undo: vec![], held: vec![] };
        if !pushed.make_room(session, &TRIES) {
            pushed.undo_to(0);
        }
        patience = pushed.patience;
    }
}

/// Takes sessions that could have stayed back to where they were published, wherever whoever is in the way and could
/// not stay itself finds another place, and unless it pays well that they are elsewhere.
pub(super) fn home(board: &mut Board<'_>, chance: &mut Chance) {
    let away = |board: &Board<'_>| -> Vec<usize> {
        (0..board.places().len())
            .filter(|&session| could_stay(board, session) && !is_home(board, session))
            .collect()
    };
    let (mut patience, mut before) = (PATIENCE, constraints::cost(board));
    for session in away(board) {
        let Some(place) =
            board.brief.instance.sessions[session].published.filter(|_| !is_home(board, session))
        else {
            continue;
        };
        let many = away(board).len();
        let mut pushed =
            Pushed { board, chance, goes_on: &mut || true, patience, undo: vec![], held: vec![] };
        pushed.lift(session);
        let way = pushed.in_the_way(session, place);
        let way = way.filter(|way| !way.iter().any(|&one| is_home(pushed.board, one)));
        let back = way.is_some_and(|way| pushed.push(session, place, &way, &[]))
            && away(pushed.board).len() < many
            && constraints::cost(pushed.board).soft <= before.soft + pushed.worth(session);
        if !back {
            pushed.undo_to(0);
        }
        patience = pushed.patience;
        if back {
            before = constraints::cost(board);
        }
    }
}

fn is_home(board: &Board<'_>, session: usize) -> bool {
    let published = board.brief.instance.sessions[session].published;
    published.is_some() && board.places()[session] == published
}

fn could_stay(board: &Board<'_>, session: usize) -> bool {
    let of = &board.brief.instance.sessions[session];
    of.fixed.is_none() && of.published.is_some_and(|place| board.brief.is_open(session, place))
}

/// A change in the making that can be taken back.
struct Pushed<'b, 'a> {
    board: &'b mut Board<'a>,
    chance: &'b mut Chance,
    /// Whether there is still time.
    goes_on: &'b mut dyn FnMut() -> bool,
    /// How often others may still be pushed.
    patience: usize,
    /// Every session that was lifted or put, with where it was before.
    undo: Vec<(usize, Option<Placement>)>,
    /// Those that have found their place in this change.
    held: Vec<usize>,
}

impl Pushed<'_, '_> {
    fn lift(&mut self, session: usize) {
        let from = self.board.lift(session);
        self.undo.push((session, from));
    }

    fn put(&mut self, session: usize, place: Placement) {
        self.board.put(session, place);
        self.undo.push((session, None));
    }

    fn undo_to(&mut self, length: usize) {
        for (session, place) in self.undo.drain(length..).rev() {
            self.board.lift(session);
            place.iter().for_each(|&place| self.board.put(session, place));
        }
    }

    /// More than this must be saved, beyond the price of the change, for a session to leave its published place.
    fn worth(&self, session: usize) -> i64 {
        let from = self.undo.iter().find(|(lifted, _)| *lifted == session).and_then(|(_, from)| *from);
        let weights = &self.board.brief.instance.weights;
        let amount = from.map_or(0, |from| (CHANGE.growth)(self.board, session, from));
        WELL * CHANGE.price(weights, amount).soft
    }

    /// Finds a place for a session, where need be by pushing others, so often for it and for those pushed in turn.
    fn make_room(&mut self, session: usize, tries: &[usize]) -> bool {
        if let Some(place) = best_place(self.board, session, self.chance, false) {
            self.put(session, place);
            self.held.push(session);
            return true;
        }
        if self.patience > 0 && !(self.goes_on)() {
            self.patience = 0;
        }
        let Some((&tries, later)) = tries.split_first().filter(|_| self.patience > 0) else { return false };
        let mut open: Vec<Placement> = self.board.brief.open_places(session).collect();
        self.chance.shuffle(&mut open);
        let mut ways: Vec<(usize, Placement, Vec<usize>)> = open
            .into_iter()
            .filter_map(|place| {
                let way = self.in_the_way(session, place)?;
                // Those who are where they were published stay there if others can go.
                let home = way.iter().filter(|&&other| is_home(self.board, other)).count();
                (1..=PUSHED).contains(&way.len()).then_some((2 * way.len() + 3 * home, place, way))
            })
            .collect();
        ways.sort_by_key(|way| way.0);
        ways.iter().take(tries).any(|(_, place, way)| self.push(session, *place, way, later))
    }

    /// Puts a session into a place and those in the way elsewhere, all or none.
    fn push(&mut self, session: usize, place: Placement, way: &[usize], tries: &[usize]) -> bool {
        if self.patience == 0 {
            return false;
        }
        self.patience -= 1;
        let (undo, held) = (self.undo.len(), self.held.len());
        way.iter().for_each(|&other| self.lift(other));
        // To have a place is a gain: whatever is below zero breaks nothing.
        if constraints::growth(self.board, session, place).hard < 0 {
            self.put(session, place);
            self.held.push(session);
            if way.iter().all(|&other| self.make_room(other, tries)) {
                return true;
            }
        }
        self.undo_to(undo);
        self.held.truncate(held);
        false
    }

    /// Who must go for a session to have a place; `None` if that cannot be, or it is not known who.
    fn in_the_way(&self, session: usize, place: Placement) -> Option<Vec<usize>> {
        let (board, brief) = (&*self.board, self.board.brief);
        let instance = brief.instance;
        let steps = board.steps(session, place);
        let mut way = Vec::new();
        for time in steps.clone() {
            way.extend(board.holder(time, place.room).ok()?);
        }
        way.extend(board.during(session, place.start).filter(|&other| {
            let plenary = instance.sessions[session].plenary || instance.sessions[other].plenary;
            plenary || self.shares(session, other)
        }));
        let placed =
            |other: &&usize| board.places()[**other].map(|there| (**other, board.steps(**other, there)));
        let before = brief.before[session].iter().filter_map(|other| placed(&other));
        way.extend(before.filter(|(_, there)| there.end > steps.start).map(|(other, _)| other));
        let after = brief.after[session].iter().filter_map(|other| placed(&other));
        way.extend(after.filter(|(_, there)| there.start < steps.end).map(|(other, _)| other));
        way.sort_unstable();
        way.dedup();
        self.add_users(session, steps, &mut way);
        let stays = |other: &usize| instance.sessions[*other].fixed.is_some() || self.held.contains(other);
        (!way.iter().any(stays)).then_some(way)
    }

    /// Whether somebody has a part in both.
    fn shares(&self, one: usize, other: usize) -> bool {
        let shared = &self.board.brief.people_shared[one];
        shared.binary_search_by_key(&other, |pair| pair.0).is_ok()
    }

    /// As many users of what a session needs as leave enough of it.
    fn add_users(&self, session: usize, steps: Range<usize>, way: &mut Vec<usize>) {
        let instance = self.board.brief.instance;
        for &resource in &instance.sessions[session].resources {
            for time in steps.clone() {
                let held = self.board.held_at(time).iter().copied();
                let uses = |other: &usize| instance.sessions[*other].resources.contains(&resource);
                let users: Vec<usize> = held.filter(|other| uses(other) && !way.contains(other)).collect();
                let too_many = (users.len() as i64 + 1 - instance.resources[resource].count).max(0);
                way.extend(users.into_iter().take(too_many as usize));
            }
        }
    }
}
