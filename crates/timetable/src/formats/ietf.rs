use super::{Elsewhere, Fact, Format, Puzzle, Tally, Term, has_member, named, written};
use crate::constraints::Level;
use crate::ietf::{self, Instance, Scorer, Solution};
use crate::problem::Problem;
use crate::search::{Cost, Outcome, Pace};

pub(super) const FORMAT: Format = Format {
    name: "ietf",
    about: "a meeting of the IETF, with the cost function of its schedule builder",
    recognises: |text| has_member(text, "business_penalties"),
    read: |text| Ok(Box::new(ietf::read(text)?)),
};

/// The terms with their names in the independent scorer.
const TERMS: &[(ietf::Term, &str, &str)] = &[
    (ietf::Term::SameGroup, "same_group", "sessions of one group at the same time, from both sides"),
    (ietf::Term::RoomTooSmall, "room_too_small", "sessions in rooms that are too small"),
    (ietf::Term::SlotTooShort, "slot_too_short", "sessions in frames that are too short"),
    (ietf::Term::Timerange, "timerange", "sessions in parts of the week when the group cannot meet"),
    (ietf::Term::Overlap, "overlap", "groups at the same time that should not be, from both sides"),
    (ietf::Term::OutOfOrder, "out_of_order", "sessions of a group that are not in the order of their ids"),
    (
        ietf::Term::TimeRelation,
        "time_relation",
        "sessions of a group on the wrong days, seen from each other",
    ),
    (ietf::Term::Adjacent, "wg_adjacent", "groups that are not next to the one they want to be next to"),
];

impl Puzzle for Instance {
    fn size(&self) -> String {
        let (sessions, slots) = (self.sessions.len(), self.slots.len());
        let (rooms, frames, rules) = (self.rooms.len(), self.frames.len(), self.rules.len());
        format!(
            "{sessions} sessions, {slots} slots of {rooms} rooms and {frames} frames, {rules} constraints"
        )
    }

    fn solve(&self, seed: u64, pace: Pace<'_>) -> Outcome<String> {
        written(ietf::solve(&Scorer::new(self), seed, pace), ietf::write_solution)
    }

    fn bound(&self) -> Cost {
        ietf::bound(&Scorer::new(self))
    }

    fn tally(&self, solution: &str) -> Result<Tally, Problem> {
        let solution = ietf::read_solution(self, solution)?;
        let scorer = Scorer::new(self);
        let faults = ietf::faults(&scorer, &solution);
        let terms = TERMS.iter().map(|&(term, name, about)| {
            let facts =
                faults.iter().filter(|fault| fault.term == term).map(|fault| self.fact(fault, &solution));
            let level = if term == ietf::Term::SameGroup { Level::Hard } else { Level::Soft };
            Term::new(name, about, level, facts.collect())
        });
        let mut tally = Tally::new(terms.collect());
        match scorer.score(&solution).fixed {
            0 => {}
            fixed => tally
                .notes
                .push(format!("no schedule can avoid {fixed} more, for sessions cut to what there is")),
        }
        Ok(tally)
    }

    fn session(&self, name: &str) -> Option<usize> {
        let number = name.parse().ok().filter(|&number: &usize| number < self.sessions.len());
        number.or_else(|| named(self.sessions.iter().map(|session| session.group.as_str()), name))
    }

    fn place(&self, solution: &str, session: usize) -> Result<String, Problem> {
        let solution = ietf::read_solution(self, solution)?;
        Ok(format!("{}: {}", self.called(session), self.slot(solution.slots[session])))
    }

    fn elsewhere(&self, solution: &str, session: usize) -> Result<Option<Vec<Elsewhere>>, Problem> {
        let solution = ietf::read_solution(self, solution)?;
        let scorer = Scorer::new(self);
        let now = scorer.score(&solution).dynamic;
        let mut found: Vec<Elsewhere> = Vec::new();
        for slot in (0..self.slots.len()).filter(|&slot| slot != solution.slots[session]) {
            let mut slots = solution.slots.clone();
            let held = slots.iter().position(|&taken| taken == slot);
            if let Some(other) = held {
                slots[other] = slots[session];
            }
            slots[session] = slot;
            let place = match held {
                None => self.slot(slot),
                Some(other) => format!("{}, exchanged with {}", self.slot(slot), self.called(other)),
            };
            let change = scorer.score(&Solution { slots }).dynamic - now;
            found.push(Elsewhere { place, change, reasons: vec![] });
        }
        found.sort_by_key(|elsewhere| elsewhere.change);
        Ok(Some(found))
    }
}

impl Instance {
    fn called(&self, session: usize) -> String {
        format!("{} ({session})", self.sessions[session].group)
    }

    fn slot(&self, slot: usize) -> String {
        let slot = self.slots[slot];
        let frame = &self.frames[slot.frame];
        format!(
            "{}, {} minutes, {}",
            frame.start.replace('T', " "),
            frame.minutes,
            self.rooms[slot.room].name
        )
    }

    fn fact(&self, fault: &ietf::Fault, solution: &Solution) -> Fact {
        let own = self.called(fault.session);
        let place = self.slot(solution.slots[fault.session]);
        let words = match fault.other {
            Some(other) => format!("{own} at the same time as {}", self.called(other)),
            None => format!("{own}: {place}"),
        };
        Fact { words, cost: fault.price, sessions: [fault.session].into_iter().chain(fault.other).collect() }
    }
}
