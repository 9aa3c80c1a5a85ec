//! Rooms, once every session has its frame: seats first, then neighbours in one room.
//!
//! Seats alone are easy, because rooms are nested by size: who fits into a small one fits into a larger one. Wishes to be
//! adjacent bind rooms across frames; they are few, so all ways to grant them are gone through (depth-first, with the
//! seats that each choice leaves lacking as its price) until nothing better can be, or patience ends.

use super::{Scorer, Solution};

/// How many choices are looked at for the sake of adjacency.
const PATIENCE: usize = 1_000;

/// Gives every session a slot in its frame.
pub(super) fn assign(scorer: &Scorer<'_>, frames: &[usize]) -> Solution {
    let mut giving = Giving::new(scorer, frames);
    let near = |session: usize, other: usize| scorer.near[frames[session]][frames[other]];
    let mut wishes: Vec<Wish> = scorer
        .adjacent
        .iter()
        .map(|(session, others, price)| {
            let others = others.iter().copied().filter(|&other| other != *session && near(*session, other));
            Wish { session: *session, others: others.collect(), price: *price }
        })
        .filter(|wish| !wish.others.is_empty())
        .collect();
    wishes.sort_by_key(|wish| std::cmp::Reverse(wish.price));
    if !wishes.is_empty() {
        let most = wishes.iter().map(|wish| wish.price).sum();
        let mut best = Best { price: most, floor: 0, slots: giving.slot_of.clone(), patience: PATIENCE };
        giving.grant(&wishes, 0, &mut best);
        giving.slot_of = best.slots;
    }
    giving.rest()
}

/// A session that wants to share its room with one of the others, whose frames are near its own.
struct Wish {
    session: usize,
    others: Vec<usize>,
    price: i64,
}

struct Best {
    price: i64,
    floor: i64,
    slots: Vec<Option<usize>>,
    patience: usize,
}

struct Giving<'s> {
    scorer: &'s Scorer<'s>,
    frames: &'s [usize],
    /// Per frame: its slots, the largest room first, and its sessions, the largest first.
    slots: Vec<Vec<usize>>,
    sessions: Vec<Vec<usize>>,
    /// The slots given out so far.
    slot_of: Vec<Option<usize>>,
}

impl<'s> Giving<'s> {
    fn new(scorer: &'s Scorer<'s>, frames: &'s [usize]) -> Self {
        let instance = scorer.instance;
        let mut slots: Vec<Vec<usize>> = vec![vec![]; instance.frames.len()];
        instance.slots.iter().for_each(|slot| slots[slot.frame].push(slot.id));
        let mut sessions: Vec<Vec<usize>> = vec![vec![]; instance.frames.len()];
        frames.iter().enumerate().for_each(|(session, &frame)| sessions[frame].push(session));
        let giving =
            Self { scorer, frames, slots: vec![], sessions: vec![], slot_of: vec![None; frames.len()] };
        slots.iter_mut().for_each(|slots| slots.sort_by_key(|&slot| std::cmp::Reverse(giving.seats(slot))));
        let largest = |&session: &usize| std::cmp::Reverse(scorer.attendees[session]);
        sessions.iter_mut().for_each(|sessions| sessions.sort_by_key(largest));
        Self { slots, sessions, ..giving }
    }

    fn seats(&self, slot: usize) -> i64 {
        self.scorer.instance.rooms[self.scorer.instance.slots[slot].room].capacity
    }

    /// The slots of a frame that nobody has yet, the largest room first.
    fn free(&self, frame: usize) -> impl Iterator<Item = usize> {
        let given = move |slot: usize| {
            self.sessions[frame].iter().any(|&session| self.slot_of[session] == Some(slot))
        };
        self.slots[frame].iter().copied().filter(move |&slot| !given(slot))
    }

    /// What the sessions of a frame pay for seats at the least, after what is given out.
    fn lacking(&self, frame: usize) -> i64 {
        let mut free = self.free(frame).peekable();
        let mut lacking = 0;
        for &session in &self.sessions[frame] {
            let attendees = self.scorer.attendees[session];
            let seated = match self.slot_of[session] {
                Some(slot) => self.seats(slot) >= attendees,
                // The largest session into the largest room: if that is too small, so are all.
                None => free.next_if(|&slot| self.seats(slot) >= attendees).is_some(),
            };
            lacking += i64::from(!seated);
        }
        lacking * self.scorer.instance.prices.session_requires_trim
    }

    /// Goes through all ways to grant the wishes from the one at hand, if those before cost so much.
    fn grant(&mut self, wishes: &[Wish], price: i64, best: &mut Best) {
        if price >= best.price || best.price <= best.floor || best.patience == 0 {
            return;
        }
        best.patience -= 1;
        let Some((wish, later)) = wishes.split_first() else {
            best.price = price;
            best.slots.clone_from(&self.slot_of);
            return;
        };
        let here = self.frames[wish.session];
        for &other in &wish.others {
            let there = self.frames[other];
            // The smallest room that seats both is most likely nobody else's only one.
            for at in (0..self.slots[here].len()).rev() {
                let slot = self.slots[here][at];
                let Some(beside) = self.beside(slot, there) else { continue };
                if !self.may_have(wish.session, slot) || !self.may_have(other, beside) {
                    continue;
                }
                let before = self.lacking(here) + self.lacking(there);
                let kept = [wish.session, other].map(|session| self.slot_of[session]);
                self.slot_of[wish.session] = Some(slot);
                self.slot_of[other] = Some(beside);
                let more = self.lacking(here) + self.lacking(there) - before;
                self.grant(later, price + more, best);
                self.slot_of[wish.session] = kept[0];
                self.slot_of[other] = kept[1];
            }
        }
        self.grant(later, price + wish.price, best);
    }

    /// The slot of the same room in another frame.
    fn beside(&self, slot: usize, frame: usize) -> Option<usize> {
        let slots = &self.scorer.instance.slots;
        let same = |other: &&usize| **other != slot && slots[**other].room == slots[slot].room;
        self.slots[frame].iter().find(same).copied()
    }

    fn may_have(&self, session: usize, slot: usize) -> bool {
        match self.slot_of[session] {
            Some(own) => own == slot,
            None => {
                !self.sessions[self.frames[session]].iter().any(|&other| self.slot_of[other] == Some(slot))
            }
        }
    }

    /// Gives what is left to those who have nothing: the largest session into the smallest room that seats it.
    fn rest(mut self) -> Solution {
        for frame in 0..self.slots.len() {
            let mut free: Vec<usize> = self.free(frame).collect();
            for &session in &self.sessions[frame] {
                if self.slot_of[session].is_none() {
                    let attendees = self.scorer.attendees[session];
                    let fit = free.iter().rposition(|&slot| self.seats(slot) >= attendees);
                    // What has no room at all goes into the smallest one, where it is in nobody's way.
                    let slot = free.remove(fit.unwrap_or(free.len() - 1));
                    self.slot_of[session] = Some(slot);
                }
            }
        }
        Solution { slots: self.slot_of.into_iter().flatten().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ietf::read;

    /// Two frames of three rooms (100, 50, 20 seats); three sessions in each.
    const TEXT: &str = r#"{"name": "rooms",
"rooms": [{"id": 0, "name": "A", "capacity": 100}, {"id": 1, "name": "B", "capacity": 50}, {"id": 2, "name": "C", "capacity": 20}],
"frames": [{"id": 0, "start": "2030-06-03T09:00", "minutes": 60, "timerange": "m"},
           {"id": 1, "start": "2030-06-03T10:15", "minutes": 60, "timerange": "m"}],
"slots": [{"id": 0, "frame": 0, "room": 0}, {"id": 1, "frame": 0, "room": 1}, {"id": 2, "frame": 0, "room": 2},
          {"id": 3, "frame": 1, "room": 0}, {"id": 4, "frame": 1, "room": 1}, {"id": 5, "frame": 1, "room": 2}],
"groups": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"}, {"id": "f"}],
"sessions": [SESSIONS],
"constraints": [RULES],
"business_penalties": {"area_overlapping_in_area": 0, "area_overlapping_other_area": 0,
  "bof_overlapping_area_meeting": 0, "bof_overlapping_area_wg": 0, "bof_overlapping_bof": 0, "bof_overlapping_prg": 0,
  "session_overlap_ad": 0, "session_requires_trim": 100000, "sessions_out_of_order": 0}}"#;

    #[test]
    fn neighbours_share_a_room_where_that_costs_nobody_a_seat() {
        for (attendees, wishes, price) in [
            // Everyone has a room; who is small goes up to the large neighbour.
            ([100, 50, 20, 100, 50, 20], vec![("a", "d"), ("b", "e"), ("c", "f")], 0),
            ([10, 10, 10, 100, 50, 20], vec![("a", "d"), ("b", "e"), ("c", "f")], 0),
            ([10, 10, 10, 100, 50, 20], vec![("a", "f"), ("b", "d"), ("c", "e")], 0),
            // Two cannot be beside one and the same, and a large one has but one room.
            ([10, 10, 10, 100, 50, 20], vec![("a", "d"), ("b", "d")], 1_000),
            ([100, 50, 20, 100, 50, 20], vec![("a", "e")], 1_000),
            // A chain of wishes for one room, and a wish that only a third person's seat could pay for.
            ([10, 10, 10, 10, 10, 10], vec![("a", "d"), ("d", "a"), ("b", "e")], 0),
            ([10, 100, 10, 50, 100, 10], vec![("a", "e")], 1_000),
            // Seats that are lacking anyway.
            ([100, 100, 10, 10, 10, 10], vec![("c", "d")], 100_000),
        ] {
            let sessions: Vec<String> = (0..6)
                .map(|n| {
                    let (group, attendees) = (char::from(b"abcdef"[n]), attendees[n]);
                    format!(r#"{{"id": {n}, "group": "{group}", "minutes": 60, "attendees": {attendees}}}"#)
                })
                .collect();
            let rules: Vec<String> = wishes
                .iter()
                .map(|(a, b)| {
                    format!(r#"{{"source": "{a}", "type": "wg_adjacent", "target": "{b}", "penalty": 1000}}"#)
                })
                .collect();
            let text = TEXT.replace("SESSIONS", &sessions.join(",")).replace("RULES", &rules.join(","));
            let instance = read(&text).unwrap();
            let scorer = Scorer::new(&instance);
            // What could not be seated anywhere was cut before, so that only the frames' own wants are left.
            let solution = assign(&scorer, &[0, 0, 0, 1, 1, 1]);
            let mut taken = solution.slots.clone();
            taken.sort_unstable();
            taken.dedup();
            assert_eq!(taken.len(), 6, "one session per slot");
            assert_eq!(scorer.score(&solution).dynamic.soft, price, "{attendees:?} {wishes:?}");
        }
    }
}
