use crate::constraints::{self, CONSTRAINTS, Level, What};
use crate::model::{Board, Brief, Placement};
use crate::search::Cost;

use super::Programme;

/// So many places are priced at most for those who lost theirs: whoever asked the search to stop waits for this.
const PRICED: usize = 200_000;

/// Takes away what breaks a demand, until none is broken but that everything has a place; then puts back what can be.
/// Fixed sessions that have a place are never taken away: whatever else they break was decided by people.
pub(super) fn settle(brief: &Brief<'_>, programme: &[Option<Placement>]) -> (Programme, Cost) {
    let mut board = Board::with(brief, programme);
    let fixed = |session: usize| brief.instance.sessions[session].fixed.is_some();
    let mut lifted = Vec::new();
    while let Some(session) = culprits(&board).into_iter().find(|&session| !fixed(session)) {
        board.lift(session);
        lifted.push(session);
    }
    let nowhere: Vec<usize> =
        (0..programme.len()).filter(|&session| board.places()[session].is_none()).collect();
    let mut left = PRICED;
    for session in nowhere {
        let places = brief.open_places(session).take(left).inspect(|_| left -= 1);
        let prices = places.map(|place| (constraints::growth(&board, session, place), place));
        // Every demand weighs more than having a place: what is below zero breaks none.
        if let Some((_, place)) = prices.filter(|(price, _)| price.hard < 0).min() {
            board.put(session, place);
        }
    }
    (board.places().to_vec(), constraints::cost(&board))
}

/// Sessions that break a demand, those with a part in most of it first.
fn culprits(board: &Board<'_>) -> Vec<usize> {
    let mut blame = vec![0; board.places().len()];
    for constraint in CONSTRAINTS.iter().filter(|constraint| constraint.level == Level::Hard) {
        for fact in (constraint.facts)(board) {
            sessions_in(fact.what, board).into_iter().for_each(|session| blame[session] += fact.amount);
        }
    }
    let mut culprits: Vec<usize> = (0..blame.len()).filter(|&session| blame[session] > 0).collect();
    culprits.sort_by_key(|&session| (std::cmp::Reverse(blame[session]), session));
    culprits
}

fn sessions_in(what: What, board: &Board<'_>) -> Vec<usize> {
    match what {
        What::TwoPlaces { one, other, .. }
        | What::NoTimeToWalk { one, other, .. }
        | What::RoomTaken { one, other, .. } => vec![one, other],
        What::BesidePlenary { plenary, session } => vec![session, plenary],
        What::OutOfOrder { before, after } => vec![before, after],
        What::Away { session, .. }
        | What::FeaturesMissing { session, .. }
        | What::Blocked { session, .. }
        | What::Moved { session } => vec![session],
        What::ResourceShort { resource, time, .. } => {
            let sessions = &board.brief.instance.sessions;
            let held = board.held_at(time).iter().copied();
            held.filter(|&session| sessions[session].resources.contains(&resource)).collect()
        }
        _ => vec![],
    }
}
