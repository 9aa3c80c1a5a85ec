//! The terms of the cost function one by one, with what is wrong in each: for people, and as a second opinion on the scorer.

use super::build::{Wants, overlap_price, overlaps, stretches, trim, wants_of};
use super::{Scorer, Slot, Solution, TimeRelation};

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
    let mut found =
        Faults { scorer, solution, wants: trimmed(scorer), at: stretches(scorer.instance), faults: vec![] };
    for session in 0..found.wants.len() {
        found.alone(session);
        found.beside(session);
    }
    scorer.series.iter().for_each(|series| found.in_series(series));
    found.adjacent();
    found.faults
}

/// What is found so far, and what it is found in.
struct Faults<'a> {
    scorer: &'a Scorer<'a>,
    solution: &'a Solution,
    wants: Vec<Wants>,
    at: Vec<(i64, i64)>,
    faults: Vec<Fault>,
}

impl Faults<'_> {
    fn add(&mut self, holds: bool, term: Term, session: usize, other: Option<usize>, price: i64) {
        if holds && price > 0 {
            self.faults.push(Fault { term, session, other, price });
        }
    }

    fn slot(&self, session: usize) -> Slot {
        self.scorer.instance.slots[self.solution.slots[session]]
    }

    /// What a session pays for its own slot.
    fn alone(&mut self, session: usize) {
        let instance = self.scorer.instance;
        let (slot, own, cut) =
            (self.slot(session), &self.wants[session], instance.prices.session_requires_trim);
        let frame = &instance.frames[slot.frame];
        let small = own.attendees > instance.rooms[slot.room].capacity;
        let short = own.minutes > frame.minutes;
        let (away, price) = (own.unavailable.contains(&frame.timerange), own.unavailable_price);
        self.add(small, Term::RoomTooSmall, session, None, cut);
        self.add(short, Term::SlotTooShort, session, None, cut);
        self.add(away, Term::Timerange, session, None, price);
    }

    /// What a session pays for those at the same time.
    fn beside(&mut self, session: usize) {
        let instance = self.scorer.instance;
        let group = |session: usize| &instance.groups[&instance.sessions[session].group];
        let here = self.at[self.slot(session).frame];
        for other in (0..self.wants.len()).filter(|&other| other != session) {
            let met = overlaps(here, self.at[self.slot(other).frame]);
            let same = group(session).id == group(other).id;
            let (own, others) = ((&self.wants[session], group(session)), (&self.wants[other], group(other)));
            let price = if met && !same { overlap_price(instance, own, others) } else { 0 };
            self.add(met && same, Term::SameGroup, session, Some(other), 1);
            self.add(met && !same, Term::Overlap, session, Some(other), price);
        }
    }

    /// What the sessions of a group pay for their order and the days between them.
    fn in_series(&mut self, series: &[usize]) {
        let start = |session: usize| self.at[self.slot(session).frame].0;
        let in_order = series.windows(2).all(|two| start(two[0]) <= start(two[1]));
        let mut days: Vec<i64> = series.iter().map(|&session| start(session)).collect();
        days.sort_unstable();
        let between = days[1] / (24 * 60) - days[0] / (24 * 60);
        let price = self.scorer.instance.prices.sessions_out_of_order;
        for &session in series {
            self.add(!in_order, Term::OutOfOrder, session, None, price);
            if let Some((relation, price)) = self.wants[session].relation {
                let denied = match relation {
                    TimeRelation::SubsequentDays => between != 1,
                    TimeRelation::OneDaySeparation => between == 1,
                };
                self.add(denied, Term::TimeRelation, session, None, price);
            }
        }
    }

    /// What sessions pay that are not next to the group that they want to be next to.
    fn adjacent(&mut self) {
        for (session, others, price) in &self.scorer.adjacent {
            let here = self.slot(*session);
            let next_to = |other: usize| {
                let there = self.slot(other);
                other != *session && here.room == there.room && self.scorer.near[here.frame][there.frame]
            };
            let alone = !others.iter().any(|&other| next_to(other));
            self.add(alone, Term::Adjacent, *session, None, *price);
        }
    }
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
