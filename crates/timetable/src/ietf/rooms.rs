//! Rooms, once every session has its frame: seats first, then neighbours in one room.

use super::{Scorer, Solution};
use crate::search::Chance;

/// How many exchanges of rooms are tried for the sake of adjacency.
const TRIES: usize = 60_000;

/// Gives every session a slot in its frame.
///
/// Rooms are nested by size, so serving the largest sessions first with the smallest room that seats them leaves as few
/// as possible without a seat. Then rooms are exchanged within frames as long as that is no worse.
pub(super) fn assign(scorer: &Scorer<'_>, frames: &[usize], seed: u64) -> Solution {
    let instance = scorer.instance;
    let mut slots = vec![0; frames.len()];
    let mut holder = vec![None; instance.slots.len()];
    let capacity = |slot: usize| instance.rooms[instance.slots[slot].room].capacity;
    let mut by_frame: Vec<Vec<usize>> = vec![vec![]; instance.frames.len()];
    instance.slots.iter().for_each(|slot| by_frame[slot.frame].push(slot.id));
    by_frame.iter_mut().for_each(|slots| slots.sort_by_key(|&slot| capacity(slot)));
    for (frame, slots_here) in by_frame.iter().enumerate() {
        let mut sessions: Vec<usize> =
            (0..frames.len()).filter(|&session| frames[session] == frame).collect();
        sessions.sort_by_key(|&session| std::cmp::Reverse(scorer.attendees[session]));
        let mut free = slots_here.clone();
        for session in sessions {
            let fit = free.iter().position(|&slot| capacity(slot) >= scorer.attendees[session]);
            // What has no room at all goes into the smallest one, where it is in nobody's way.
            let slot = free.remove(fit.unwrap_or(0));
            slots[session] = slot;
            holder[slot] = Some(session);
        }
    }
    if !scorer.adjacent.is_empty() {
        exchange(scorer, &by_frame, &mut slots, &mut holder, seed);
    }
    Solution { slots }
}

fn exchange(
    scorer: &Scorer<'_>,
    by_frame: &[Vec<usize>],
    slots: &mut [usize],
    holder: &mut [Option<usize>],
    seed: u64,
) {
    let instance = scorer.instance;
    let trim = instance.prices.session_requires_trim;
    let misfit = |session: Option<usize>, slot: usize| {
        let seats = instance.rooms[instance.slots[slot].room].capacity;
        session.map_or(0, |session| if scorer.attendees[session] > seats { trim } else { 0 })
    };
    let mut chance = Chance::new(seed);
    let mut wanted = scorer.adjacency_price(slots);
    for _ in 0..TRIES {
        if wanted == 0 {
            break;
        }
        let Some(&from) = chance.pick(slots) else { break };
        let Some(&to) = chance.pick(&by_frame[instance.slots[from].frame]) else { break };
        let (one, other) = (holder[from], holder[to]);
        let worse = misfit(one, to) + misfit(other, from) - misfit(one, from) - misfit(other, to);
        if from == to || worse > 0 {
            continue;
        }
        let mut put = |slots: &mut [usize], session: Option<usize>, slot: usize| {
            session.into_iter().for_each(|session| slots[session] = slot);
            holder[slot] = session;
        };
        put(slots, one, to);
        put(slots, other, from);
        let then = scorer.adjacency_price(slots);
        if then + worse > wanted {
            put(slots, one, from);
            put(slots, other, to);
        } else {
            wanted = then;
        }
    }
}
