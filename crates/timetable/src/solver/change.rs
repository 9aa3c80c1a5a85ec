//! What a new programme changes for those who know the published one.

use crate::model::{Brief, Placement};
use crate::search::{Outcome, Pace};

use super::{Programme, solve};

/// A session that is not where it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The session.
    pub session: usize,
    /// Where it was published.
    pub from: Placement,
    /// Where it is now; `None` if nowhere.
    pub to: Option<Placement>,
    /// Whether it could have stayed, as far as its room, its people and what is blocked are concerned.
    pub untouched: bool,
    /// Who has a part in it and must be told.
    pub people: Vec<usize>,
}

/// The sessions that a programme moves from their published places, in the order of the instance.
pub fn moved(brief: &Brief<'_>, programme: &[Option<Placement>]) -> Vec<Moved> {
    let sessions = brief.instance.sessions.iter().enumerate();
    let moved = sessions.filter_map(|(session, of)| {
        let from = of.published.filter(|&from| programme[session] != Some(from))?;
        let people = brief.people_of[session].clone();
        Some(Moved { session, from, to: programme[session], untouched: brief.is_open(session, from), people })
    });
    moved.collect()
}

/// Makes a programme from a published one of which something no longer holds, and says what it moves.
///
/// This is [`solve`]: with published places it begins there, and in the end takes back home whoever could have stayed and
/// does not gain much by having moved.
pub fn resolve(brief: &Brief<'_>, seed: u64, pace: Pace<'_>) -> (Outcome<Programme>, Vec<Moved>) {
    let found = solve(brief, seed, pace);
    let moved = moved(brief, &found.solution);
    (found, moved)
}
