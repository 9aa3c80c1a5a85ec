//! Changes of many sessions at once that stay at their times: two rooms exchange what they hold for a while.
//!
//! A track that is spread over two rooms on a day gets together by moving several sessions; each move alone would cost.

use crate::model::Placement;
use crate::search::{Chance, Cost};

use super::desk::{Desk, Lifted};

impl Desk<'_> {
    /// Exchanges what two rooms hold on a day: all of it, or only where it brings a track together.
    pub(super) fn exchange_rooms(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let brief = self.board.brief;
        let Some(&session) = chance.pick(&self.movable) else { return false };
        let Some(here) = self.board.places()[session] else { return false };
        let Some(&room) = chance.pick(&brief.rooms[session]) else { return false };
        if room == here.room {
            return false;
        }
        let day = brief.instance.times[here.start].day;
        let moving = match brief.instance.sessions[session].track.filter(|_| chance.one_in(3, 4)) {
            Some(track) => self.track_in_room(track, day, here.room),
            None => self.held_in_room(day, here.room),
        };
        match self.with_those_in_the_way(moving, here.room, room) {
            Some(changes) => self.transact(&changes, limit),
            None => false,
        }
    }

    /// The sessions in a room on a day, in order.
    fn held_in_room(&self, day: usize, room: usize) -> Vec<usize> {
        let instance = self.board.brief.instance;
        let times = (0..instance.times.len()).filter(|&time| instance.times[time].day == day);
        let mut held: Vec<usize> =
            times.filter_map(|time| self.board.holder(time, room).ok().flatten()).collect();
        held.dedup();
        held
    }

    fn track_in_room(&self, track: usize, day: usize, room: usize) -> Vec<usize> {
        let mut held = self.held_in_room(day, room);
        held.retain(|&session| self.board.brief.instance.sessions[session].track == Some(track));
        held
    }

    /// These sessions, and whatever the exchange moves in turn, with their new places; `None` if it cannot be done.
    fn with_those_in_the_way(
        &self,
        mut moving: Vec<usize>,
        one: usize,
        other: usize,
    ) -> Option<Vec<(usize, Placement)>> {
        let brief = self.board.brief;
        let mut changes = Vec::new();
        let mut next = 0;
        while next < moving.len() {
            let session = moving[next];
            next += 1;
            let here = self.board.places()[session]?;
            let to = Placement { room: if here.room == one { other } else { one }, ..here };
            if brief.instance.sessions[session].fixed.is_some() || !brief.is_open(session, to) {
                return None;
            }
            changes.push((session, to));
            for time in self.board.steps(session, to) {
                if let Some(holder) = self.board.holder(time, to.room).ok()?
                    && !moving.contains(&holder)
                {
                    moving.push(holder);
                }
            }
        }
        Some(changes)
    }

    /// Puts sessions into other rooms at their times, all or none.
    fn transact(&mut self, changes: &[(usize, Placement)], limit: i64) -> bool {
        let lifted: Vec<Lifted> = changes.iter().map(|&(session, _)| self.lift(session)).collect();
        let gain: Cost = lifted.iter().map(|lifted| lifted.gain).sum();
        let mut most = self.energy(gain).saturating_add(limit);
        let mut total = Cost::ZERO;
        for (n, &(session, to)) in changes.iter().enumerate() {
            // Having a place is a gain that the others are still to make.
            let to_come = self.energy(self.tables.nowhere(changes.len() - n - 1));
            let Some(price) = self.price(session, to, most.saturating_add(to_come)) else {
                changes[..n].iter().for_each(|&(session, _)| {
                    self.board.lift(session);
                });
                lifted.into_iter().for_each(|lifted| self.put_back(lifted));
                return false;
            };
            self.board.put(session, to);
            most -= self.energy(price);
            total += price;
        }
        // Nobody begins at another time, so whoever met meets still: the tables need not be told.
        self.cost += total - gain;
        true
    }
}
