//! What a room has for each follower, in order: what was begun, a snapshot if need be, deltas, and what is coalesced.

use super::board::Board;
use super::follower::{Follower, MadeFor, Offer, Person, Position};
use super::mutants::{Mutant, lives};
use super::room::{Drawn, Room};
use super::wire;

impl Room {
    /// Puts into `offer` all that a follower has still to get, up to a limit; nothing if it has everything. `draw` is
    /// asked for the room's state if a snapshot is needed and none is fresh enough.
    pub fn offer(&mut self, to: &Follower, now: u64, draw: &mut dyn FnMut() -> Drawn, offer: &mut Offer) {
        let beats = to.is_beat_due(now);
        let own = to.person.and_then(|person| self.own.get(&person)).map_or(0, Board::version);
        let is_own = own > to.at.mine && !lives(Mutant::PrivateToTheNext);
        let made_for = MadeFor { room: self.id, state: self.state, at: to.at };
        let is_plain = to.rest.is_none() && !beats && !is_own;
        if is_plain && offer.made_for.is_some_and(|earlier| self.is_same(earlier, made_for)) {
            return;
        }
        offer.clear();
        let mut at = to.at;
        if let Some(rest) = &to.rest {
            offer.add(&rest.frame, rest.from, rest.then);
            at = rest.then;
        }
        self.fill(&mut at, to.person, draw, offer);
        if beats && at.after >= self.head() {
            let frame = wire::beat(self.head(), at);
            offer.add(&frame, 0, at);
        }
        if is_plain {
            offer.made_for = Some(made_for);
        }
    }

    fn is_same(&self, earlier: MadeFor, now: MadeFor) -> bool {
        earlier == now || lives(Mutant::OfferNotRenewed) && earlier == MadeFor { state: earlier.state, ..now }
    }

    fn fill(
        &mut self,
        at: &mut Position,
        person: Option<Person>,
        draw: &mut dyn FnMut() -> Drawn,
        offer: &mut Offer,
    ) {
        if lives(Mutant::TotalsBeforeDeltas) {
            self.fill_boards(at, person, offer);
        }
        // Whoever knows more than this server waits until it has caught up: nobody is ever given an older state.
        if at.after > self.head() && !lives(Mutant::SnapshotBehindFollower) {
            return;
        }
        if self.needs_snapshot(*at) {
            let snapshot = self.snapshot(at.after, draw);
            (at.after, at.whole) = (snapshot.number, false);
            offer.add(&snapshot.frame, 0, *at);
        }
        self.fill_deltas(at, offer);
        if at.after == self.head() {
            self.fill_boards(at, person, offer);
        }
    }

    fn fill_deltas(&self, at: &mut Position, offer: &mut Offer) {
        let late =
            u64::from(lives(Mutant::ResumeOneTooLate) && offer.bytes.is_empty() && self.head() % 8 == 7);
        let early = u64::from(lives(Mutant::ResumeOneTooEarly) && self.head() % 8 == 7);
        let mut next = at.after + 1 + late;
        if next <= self.head() {
            next = (next - early).max(1);
        }
        while let Some(frame) = self.ring.get(next) {
            let is_full = offer.bytes.len() + frame.len() > self.limits.offer_bytes_max;
            if is_full && !offer.bytes.is_empty() && !lives(Mutant::OfferWithoutLimit) {
                return;
            }
            at.after = next;
            offer.add(frame, 0, *at);
            next += 1;
            if next > self.head() {
                return;
            }
        }
    }

    /// What is coalesced: totals, the latest, and one's own. It comes after the deltas on which it stands.
    fn fill_boards(&mut self, at: &mut Position, person: Option<Person>, offer: &mut Offer) {
        let (head, frame);
        head = self.head();
        if at.totals < self.totals.published() {
            (at.totals, frame) = self
                .totals
                .since(at.totals, |from, upto, json| wire::values("totals", head, from, upto, json));
            if lives(Mutant::TotalsAdvanceCursor) {
                at.after += 1;
            }
            offer.add(&frame, 0, *at);
        }
        self.fill_latest(at, offer);
        self.fill_own(at, person, offer);
    }

    fn fill_latest(&mut self, at: &mut Position, offer: &mut Offer) {
        if at.latest < self.latest.published() {
            let head = self.head();
            let (upto, frame) = self
                .latest
                .since(at.latest, |from, upto, json| wire::values("latest", head, from, upto, json));
            at.latest = upto;
            offer.add(&frame, 0, *at);
        }
    }

    fn fill_own(&mut self, at: &mut Position, person: Option<Person>, offer: &mut Offer) {
        let whose = if lives(Mutant::PrivateToTheRoom) { self.own.keys().next().copied() } else { person };
        let Some(board) = whose.and_then(|person| self.own.get(&person)) else { return };
        let is_first = lives(Mutant::PrivateNotAgain) && at.mine == 0 && board.version() > 1;
        if at.mine < board.version() {
            at.mine = board.version();
            if !is_first {
                let frame = wire::values("mine", self.head(), 0, at.mine, &board.json(0));
                offer.add(&frame, 0, *at);
            }
        }
    }
}
