//! The terms of the cost function one by one, with what is wrong in each: for people, and as a second opinion on the scorer.

use super::build::{Wants, overlap_price, overlaps, stretches, trim, wants_of};
use super::{Scorer, Solution, TimeRelation};

/// A term of the dynamic cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say what is wrong")]
pub enum Term {
    SameGroup,
    RoomTooSmall,
    SlotTooShort,
    Timerange,
    Overlap,
    OutOfOrder,
    TimeRelation,
    Adjacent,
}

/// What a session pays for, and how much; the other session, if the term is about two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub term: Term,
    /// The session that pays.
    pub session: usize,
    /// The session that it overlaps with.
    pub other: Option<usize>,
    /// The price; for [`Term::SameGroup`] one hard violation.
    pub price: i64,
}

/// Everything that is wrong with a schedule.
pub fn faults(scorer: &Scorer<'_>, solution: &Solution) -> Vec<Fault> {
    let instance = scorer.instance;
    let wants = trimmed(scorer);
    let at = stretches(instance);
    let frame = |session: usize| instance.slots[solution.slots[session]].frame;
    let mut faults = Vec::new();
    let mut fault = |term, session, other, price: i64| {
        if price > 0 {
            faults.push(Fault { term, session, other, price });
        }
    };
    let cut = instance.prices.session_requires_trim;
    for (session, own) in wants.iter().enumerate() {
        let slot = instance.slots[solution.slots[session]];
        let when = &instance.frames[slot.frame];
        let pays = |holds: bool, price: i64| if holds { price } else { 0 };
        fault(
            Term::RoomTooSmall,
            session,
            None,
            pays(own.attendees > instance.rooms[slot.room].capacity, cut),
        );
        fault(Term::SlotTooShort, session, None, pays(own.minutes > when.minutes, cut));
        let away = own.unavailable.contains(&when.timerange);
        fault(Term::Timerange, session, None, pays(away, own.unavailable_price));
        let group = &instance.groups[&instance.sessions[session].group];
        for (other, others) in wants.iter().enumerate() {
            if other == session || !overlaps(at[frame(session)], at[frame(other)]) {
                continue;
            }
            let met = &instance.groups[&instance.sessions[other].group];
            if met.id == group.id {
                fault(Term::SameGroup, session, Some(other), 1);
            } else {
                fault(
                    Term::Overlap,
                    session,
                    Some(other),
                    overlap_price(instance, (own, group), (others, met)),
                );
            }
        }
    }
    for series in &scorer.series {
        let start = |session: usize| at[frame(session)].0;
        let in_order = series.windows(2).all(|two| start(two[0]) <= start(two[1]));
        let mut days: Vec<i64> = series.iter().map(|&session| start(session)).collect();
        days.sort_unstable();
        let between = days[1] / (24 * 60) - days[0] / (24 * 60);
        for &session in series {
            let price = if in_order { 0 } else { instance.prices.sessions_out_of_order };
            fault(Term::OutOfOrder, session, None, price);
            let denied = wants[session].relation.map_or(0, |(relation, price)| match relation {
                TimeRelation::SubsequentDays if between != 1 => price,
                TimeRelation::OneDaySeparation if between == 1 => price,
                _ => 0,
            });
            fault(Term::TimeRelation, session, None, denied);
        }
    }
    for (session, others, price) in &scorer.adjacent {
        let here = instance.slots[solution.slots[*session]];
        let next_to = |other: &&usize| {
            let there = instance.slots[solution.slots[**other]];
            **other != *session && here.room == there.room && scorer.near[here.frame][there.frame]
        };
        fault(
            Term::Adjacent,
            *session,
            None,
            if others.iter().any(|other| next_to(&other)) { 0 } else { *price },
        );
    }
    faults
}

/// What the sessions want once they are cut to what there is.
fn trimmed(scorer: &Scorer<'_>) -> Vec<Wants> {
    let instance = scorer.instance;
    let mut wants = wants_of(instance);
    let minutes = instance.slots.iter().map(|slot| instance.frames[slot.frame].minutes).collect();
    let seats = instance.slots.iter().map(|slot| instance.rooms[slot.room].capacity).collect();
    trim(&mut wants.iter_mut().map(|wants| &mut wants.minutes).collect::<Vec<_>>(), minutes);
    trim(&mut wants.iter_mut().map(|wants| &mut wants.attendees).collect::<Vec<_>>(), seats);
    wants
}
