use super::{Elsewhere, Fact, Format, Puzzle, Tally, Term, named, written};
use crate::conflict;
use crate::constraints::CONSTRAINTS;
use crate::model::{self, Board, Brief, Instance};
use crate::problem::Problem;
use crate::search::{Outcome, Pace};
use crate::{prices, words};

pub(super) const FORMAT: Format = Format {
    name: "forum",
    about: "a forum, as docs/timetable.md describes it",
    recognises: |_| true,
    read: |text| Ok(Box::new(model::read(text)?)),
};

impl Puzzle for Instance {
    fn size(&self) -> String {
        let (sessions, rooms, times) = (self.sessions.len(), self.rooms.len(), self.times.len());
        let days = self.times.last().map_or(0, |time| time.day + 1);
        format!(
            "{sessions} sessions, {rooms} rooms, {times} times on {days} days, {} people",
            self.people.len()
        )
    }

    fn solve(&self, seed: u64, pace: Pace<'_>) -> Outcome<String> {
        written(crate::solve(&Brief::new(self), seed, pace), |places| model::write_solution(places))
    }

    fn tally(&self, solution: &str) -> Result<Tally, Problem> {
        let places = model::read_solution(self, solution)?;
        let brief = Brief::new(self);
        let board = Board::with(&brief, &places);
        let terms = CONSTRAINTS.iter().map(|constraint| {
            let facts = (constraint.facts)(&board).into_iter().map(|fact| {
                let cost = constraint.price(&self.weights, fact.amount);
                Fact {
                    words: words::of(self, &fact.what),
                    cost: cost.hard + cost.soft,
                    sessions: fact.what.sessions(),
                }
            });
            Term::new(constraint.name, about(constraint.name), constraint.level, facts.collect())
        });
        Ok(Tally::new(terms.collect()))
    }

    fn bound(&self) -> crate::search::Cost {
        crate::bound(&Brief::new(self))
    }

    fn session(&self, name: &str) -> Option<usize> {
        let by_name = named(self.sessions.iter().map(|session| session.name.as_str()), name);
        by_name.or_else(|| name.parse().ok().filter(|&number: &usize| number < self.sessions.len()))
    }

    fn place(&self, solution: &str, session: usize) -> Result<String, Problem> {
        let place = model::read_solution(self, solution)?[session];
        let place = place.map_or("nowhere".to_owned(), |place| words::place(self, session, place));
        Ok(format!("{}: {place}", self.sessions[session].name))
    }

    fn elsewhere(&self, solution: &str, session: usize) -> Result<Option<Vec<Elsewhere>>, Problem> {
        let places = model::read_solution(self, solution)?;
        let brief = Brief::new(self);
        let alternatives = prices::elsewhere(&Board::with(&brief, &places), session).into_iter();
        let elsewhere = alternatives.map(|alternative| {
            let mut place = words::place(self, session, alternative.place);
            if let Some(other) = alternative.swap {
                place += &format!(", exchanged with {}", self.sessions[other].name);
            }
            let reasons = alternative.reasons.iter();
            let reasons = reasons.map(|reason| (reason.constraint, reason.change.hard + reason.change.soft));
            Elsewhere { place, change: alternative.change, reasons: reasons.collect() }
        });
        Ok(Some(elsewhere.collect()))
    }

    fn moved(&self, solution: &str) -> Result<Vec<String>, Problem> {
        let places = model::read_solution(self, solution)?;
        let moved = crate::moved(&Brief::new(self), &places);
        Ok(moved.iter().map(|moved| words::moved(self, moved)).collect())
    }

    fn conflict(&self, solution: &str) -> Result<Option<Vec<String>>, Problem> {
        let places = model::read_solution(self, solution)?;
        if places.iter().all(Option::is_some) {
            return Ok(None);
        }
        let found = conflict::find(&Brief::new(self), &places, &mut || true);
        Ok(found.map(|demands| demands.iter().map(|demand| words::demand(self, demand)).collect()))
    }
}

/// What a constraint is about.
fn about(name: &str) -> &'static str {
    match name {
        "unplaced" => "every session has a place",
        "two-places" => "nobody is in two places at once, in any role",
        "walking" => "whoever goes from one room to another has the time for it",
        "room-taken" => "a room holds one session at a time",
        "resources" => "no more of a resource is used than there is",
        "plenary" => "nothing is held beside a plenary",
        "precedence" => "what must come first is over when the other begins",
        "away" => "nobody is asked for when away",
        "features" => "rooms are fitted with what their sessions need",
        "blocked" => "rooms are not used when they are blocked",
        "fixed" => "what is fixed stays where it is",
        "same-track" => "sessions of one track at the same time",
        "similar" => "sessions on similar themes at the same time",
        "audience" => "people who want to attend two sessions at the same time",
        "night" => "people online at inhumane local hours",
        "night-shares" => "nights that fall on the same region again and again",
        "seats-missing" => "people without a seat",
        "seats-wasted" => "small sessions in large rooms",
        "track-room" => "rooms of a track on a day beyond the first",
        "load" => "people with many sessions on a day",
        "balance" => "stakeholder groups with more than their even share of a time",
        "change" => "sessions that are not where they were published",
        _ => "",
    }
}
