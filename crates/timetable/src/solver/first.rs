use crate::constraints;
use crate::model::{Board, Brief, Placement};
use crate::search::{Chance, Cost};

/// How many places are priced for a session before one that breaks nothing is good enough.
const GLANCE: usize = 300;

/// A first programme: published places as far as they hold, then the sessions with the least choice first,
/// each where it costs least. A session that would break a demand everywhere stays without a place.
///
/// Once it shall not go on any longer, the rest is put wherever it breaks nothing: a programme there is in any case.
pub(super) fn programme<'a>(brief: &'a Brief<'a>, seed: u64, goes_on: &mut dyn FnMut() -> bool) -> Board<'a> {
    let mut board = Board::new(brief);
    let mut chance = Chance::new(seed ^ 0x5eed);
    let sessions = &brief.instance.sessions;
    let mut order: Vec<usize> = (0..sessions.len()).collect();
    chance.shuffle(&mut order);
    order.sort_by_key(|&session| {
        let own = &sessions[session];
        let choice = brief.starts[session].len() * brief.rooms[session].len();
        (own.fixed.is_none(), !own.plenary, own.published.is_none(), choice / own.length.max(1))
    });
    let mut hurry = false;
    for session in order {
        hurry = hurry || !goes_on();
        if let Some(fixed) = sessions[session].fixed {
            // Two that are fixed where they cannot both be are for people to resolve; one of them is left out.
            if !constraints::impossible(&board, session, fixed) {
                board.put(session, fixed);
            }
        } else if let Some(place) = best_place(&board, session, &mut chance, hurry) {
            board.put(session, place);
        }
    }
    board
}

/// The cheapest place that breaks nothing, or the published one if that breaks nothing; in a hurry any that breaks nothing.
pub(super) fn best_place(
    board: &Board<'_>,
    session: usize,
    chance: &mut Chance,
    hurry: bool,
) -> Option<Placement> {
    let brief = board.brief;
    let published = brief.instance.sessions[session].published.filter(|&place| brief.is_open(session, place));
    if let Some(place) = published
        && constraints::growth(board, session, place).hard < 0
    {
        return Some(place);
    }
    let mut open: Vec<Placement> = brief.open_places(session).collect();
    chance.shuffle(&mut open);
    let mut best: Option<(Cost, Placement)> = None;
    for (tried, place) in open.into_iter().enumerate() {
        let price = (constraints::growth(board, session, place), place);
        // Having a place counts as a gain in hard cost: whatever is below zero breaks nothing.
        if price.0.hard < 0 && best.is_none_or(|best| price < best) {
            best = Some(price);
        }
        if best.is_some() && (hurry || tried > GLANCE) || hurry && tried > GLANCE {
            break;
        }
    }
    best.map(|(_, place)| place)
}
