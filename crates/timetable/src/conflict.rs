//! Why there is no programme: demands that cannot all be met, none of which is there for nothing.
//!
//! A set of demands is impossible if one of three proofs succeeds on it: more sessions than places for them, by
//! matching ([`counting`]); a person or a resource asked for more often than there is time, by matching as well; or no
//! way to place a handful of sessions, by trying all ([`trying`]). From an impossible set demands are left out one by
//! one as long as the rest is still proved impossible. What remains is irreducible: the proof needs each of its demands. It
//! need not be the smallest set there is, and another set may be impossible as well.

mod counting;
mod demands;
mod trying;

use crate::model::{Brief, Placement};
pub use demands::Demand;
use demands::Demands;

/// The caller's answer to "is there still time?".
pub type GoesOn<'a> = &'a mut dyn FnMut() -> bool;

/// How many sessions at most are tried in all ways.
const HANDFUL: usize = 10;
/// Around how many sessions without a place such a handful is looked for.
const SEEDS: usize = 8;

/// An irreducible set of demands that cannot all be met; `None` if none was found, which proves nothing.
///
/// `programme` is the best that was found: the sessions without a place in it are where the search begins. It is asked
/// again and again whether to go on; if not, there may be demands in the set that could have been left out.
pub fn find(brief: &Brief<'_>, programme: &[Option<Placement>], goes_on: GoesOn<'_>) -> Option<Vec<Demand>> {
    let all = Demands::all(brief);
    let mut found: Vec<Vec<usize>> = counting::violators(&all, goes_on);
    if found.is_empty() {
        let nowhere = (0..programme.len()).filter(|&session| programme[session].is_none());
        found = nowhere.take(SEEDS).filter_map(|session| trying_around(&all, session, goes_on)).collect();
    }
    found.sort_by_key(Vec::len);
    found.into_iter().take(3).map(|sessions| leave_out(all.only(&sessions), goes_on)).min_by_key(Vec::len)
}

/// Grows a set of sessions around one that has no place, until the set is impossible or no handful any more.
fn trying_around(all: &Demands<'_>, session: usize, goes_on: GoesOn<'_>) -> Option<Vec<usize>> {
    let mut sessions = vec![session];
    loop {
        if impossible(&all.only(&sessions), goes_on) {
            return Some(sessions);
        }
        let next = all.brief.closest_to(&sessions)?;
        sessions.push(next);
        if sessions.len() > HANDFUL {
            return None;
        }
    }
}

/// Whether a proof succeeds; without time none does.
fn impossible(demands: &Demands<'_>, goes_on: GoesOn<'_>) -> bool {
    goes_on()
        && (!counting::violators(demands, goes_on).is_empty()
            || demands.sessions().len() <= HANDFUL && trying::exhausted(demands))
}

/// Leaves out what is not needed for the impossibility, whole sessions first.
fn leave_out(mut demands: Demands<'_>, goes_on: GoesOn<'_>) -> Vec<Demand> {
    let is_session = |demand: &Demand| matches!(demand, Demand::Placed { .. });
    let (sessions, others): (Vec<Demand>, Vec<Demand>) = demands.list().into_iter().partition(is_session);
    // Counting gives no more sessions than it needs; only in small sets may another proof need fewer.
    if sessions.len() <= HANDFUL {
        thin_out(&mut demands, &sessions, goes_on);
    }
    thin_out(&mut demands, &others, goes_on);
    demands.list()
}

/// Leaves out as many of these as can be: all at once, or else each half in turn.
fn thin_out(demands: &mut Demands<'_>, candidates: &[Demand], goes_on: GoesOn<'_>) {
    let held: Vec<Demand> = candidates.iter().copied().filter(|&demand| demands.holds(demand)).collect();
    if held.is_empty() {
        return;
    }
    let without = held.iter().fold(demands.clone(), |rest, &demand| rest.without(demand));
    if impossible(&without, goes_on) {
        *demands = without;
    } else if held.len() > 1 {
        let (one, other) = held.split_at(held.len() / 2);
        thin_out(demands, one, goes_on);
        thin_out(demands, other, goes_on);
    }
}
