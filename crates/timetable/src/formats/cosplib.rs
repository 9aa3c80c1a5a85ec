use super::{Fact, Format, Puzzle, Tally, Term, has_member, written};
use crate::constraints::Level;
use crate::cosplib::{self, Instance, TERMS};
use crate::problem::Problem;
use crate::search::{Outcome, Pace};

pub(super) const FORMAT: Format = Format {
    name: "cosplib",
    about: "a conference of CoSPLib, with its whole objective",
    recognises: |text| has_member(text, "track_session") || has_member(text, "sub_timezone"),
    read: |text| Ok(Box::new(cosplib::read(text)?)),
};

/// What each term counts, in the order of [`TERMS`].
const ABOUT: [&str; TERMS.len()] = [
    "tracks in sessions that do not suit them",
    "tracks in rooms that do not suit them",
    "sessions in rooms that do not suit them",
    "similar tracks at the same time",
    "rooms of a track beyond its first",
    "tracks that run in parallel with themselves",
    "tracks whose sessions do not follow each other",
    "presenters far away at bad hours, for each time slot",
    "submissions out of their order, or side by side with one that has an order",
    "submissions in sessions that do not suit them, for each time slot",
    "submissions in rooms that do not suit them, for each time slot",
    "presenters in two rooms in one session",
    "attendees who want to be in two rooms in one session",
    "chairs of two tracks in one session",
    "presenters in two rooms at the same time",
    "attendees who want to be in two rooms at the same time",
];

impl Puzzle for Instance {
    fn size(&self) -> String {
        let (submissions, tracks) = (self.submissions.len(), self.tracks);
        format!(
            "{submissions} submissions of {tracks} tracks, {} sessions, {} rooms",
            self.sessions.len(),
            self.rooms
        )
    }

    fn solve(&self, seed: u64, pace: Pace<'_>) -> Outcome<String> {
        written(cosplib::solve(self, seed, pace), cosplib::write_solution)
    }

    fn tally(&self, solution: &str) -> Result<Tally, Problem> {
        let score = cosplib::score(self, &cosplib::read_solution(self, solution)?);
        let once = |words: String, cost: i64| {
            Some(Fact { words, cost, sessions: vec![] }).filter(|fact| fact.cost != 0).into_iter().collect()
        };
        let about = "submissions without all their slots in a row, in one room, with their track";
        let misplaced = once(format!("{} submissions", score.misplaced), score.misplaced);
        let mut terms = vec![Term::new("misplaced", about, Level::Hard, misplaced)];
        for (&(term, name), about) in TERMS.iter().zip(ABOUT) {
            let (count, weight) = (score.counts[term as usize], self.weights.of(term));
            let facts = once(format!("{count} at {weight} each"), count * weight);
            terms.push(Term::new(name, about, Level::Soft, facts));
        }
        Ok(Tally::new(terms))
    }

    fn session(&self, name: &str) -> Option<usize> {
        name.parse().ok().filter(|&submission: &usize| submission < self.submissions.len())
    }

    fn place(&self, solution: &str, session: usize) -> Result<String, Problem> {
        let solution = cosplib::read_solution(self, solution)?;
        let mut places = Vec::new();
        for (number, rooms) in solution.submissions.iter().enumerate() {
            for (room, slots) in rooms.iter().enumerate() {
                let held = (0..slots.len()).filter(|&slot| slots[slot] == Some(session));
                places.extend(held.map(|slot| format!("session {number}, room {room}, time slot {slot}")));
            }
        }
        let track = self.submissions[session].track;
        Ok(format!("submission {session} of track {track}: {}", places.join("; ")))
    }
}
