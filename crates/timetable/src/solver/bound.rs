//! A cost below which no programme lies, from what can be added up without searching.

use crate::constraints::{NIGHT_SHARES, SAME_TRACK};
use crate::model::{Board, Brief};
use crate::search::Cost;

use super::tables::Tables;

/// A cost below which no programme lies. A programme that reaches it is the best there is.
///
/// Three kinds of cost cannot be got rid of, and have no part in common: what each session costs by itself in the best
/// of its places; the nights that each region has even if every session were held when it suits that region best;
/// and sessions of a track at the same time, where the track is longer than there is time.
pub fn bound(brief: &Brief<'_>) -> Cost {
    of(&Board::new(brief), &Tables::new(brief))
}

/// The same from an empty board and tables that are at hand. Meetings in the tables do not matter.
pub(super) fn of(empty: &Board<'_>, tables: &Tables) -> Cost {
    let brief = empty.brief;
    let weights = &brief.instance.weights;
    let nowhere = tables.nowhere(1);
    let prices: Vec<Option<Cost>> =
        (0..brief.instance.sessions.len()).map(|session| cheapest(empty, tables, session)).collect();
    let alone: Cost = prices.iter().map(|price| price.map_or(nowhere, |price| price.min(nowhere))).sum();
    // What is fixed where it cannot be may as well have no place: then nobody has a night of it, and it meets nobody.
    let is_held = |price: &Option<Cost>| price.is_some_and(|price| price.hard < nowhere.hard);
    let held: Vec<usize> = (0..prices.len()).filter(|&session| is_held(&prices[session])).collect();
    let crowded = (0..brief.tracks).map(|track| meetings(brief, &held, track)).sum();
    let nights = (0..brief.region_online.len()).map(|region| night_share(brief, &held, region)).sum();
    alone + SAME_TRACK.price(weights, crowded) + NIGHT_SHARES.price(weights, nights)
}

/// What a session costs in its best place, were it alone; `None` if it has none.
fn cheapest(empty: &Board<'_>, tables: &Tables, session: usize) -> Option<Cost> {
    let places = empty.brief.open_places(session);
    places.map(|place| tables.alone(empty, session, place) + tables.nowhere(1)).min()
}

/// How many pairs of a track's sessions are held at the same time at least.
///
/// If of each such pair one session is taken away, what is left of the track fits into the time one after the other. So
/// there are at least as many pairs as sessions that have to be taken away for that, the longest first.
fn meetings(brief: &Brief<'_>, held: &[usize], track: usize) -> i64 {
    let sessions = &brief.instance.sessions;
    let own: Vec<usize> =
        held.iter().copied().filter(|&session| sessions[session].track == Some(track)).collect();
    let mut usable = vec![false; brief.instance.times.len()];
    for &session in &own {
        for &start in &brief.starts[session] {
            usable[start..(start + sessions[session].length).min(brief.instance.times.len())].fill(true);
        }
    }
    for plenary in held.iter().map(|&session| &sessions[session]).filter(|session| session.plenary) {
        if let Some(fixed) = plenary.fixed.filter(|_| plenary.track != Some(track)) {
            usable[fixed.start..fixed.start + plenary.length].fill(false);
        }
    }
    let usable = usable.into_iter().filter(|&usable| usable).count();
    let mut lengths: Vec<usize> = own.iter().map(|&session| sessions[session].length).collect();
    lengths.sort_unstable();
    let mut total: usize = lengths.iter().sum();
    let mut taken = 0;
    while total > usable
        && let Some(longest) = lengths.pop()
    {
        total -= longest;
        taken += 1;
    }
    taken
}

/// What a region pays for its nights if every session is held when that suits the region best.
fn night_share(brief: &Brief<'_>, held: &[usize], region: usize) -> i64 {
    let night = |session: usize, start: usize| {
        let nights = brief.nights_by_region(session, start).iter();
        nights.filter(|(of, _)| *of == region).map(|(_, night)| night).sum::<i64>()
    };
    let least = |session: usize| brief.starts[session].iter().map(|&start| night(session, start)).min();
    brief.night_share(region, held.iter().filter_map(|&session| least(session)).sum())
}
