//! What is demanded of a draft, in the engine's terms: features, blocked times, resources, order, walks, weights.

use forum::programme::demands::{Demands, Stretch, Wish};
use forum::{RoomId, SessionId, fold};
use jiff::Timestamp;
use timetable::model::{Precedence, Resource, Span, Weights};

use super::grid::{Grid, minute};

/// Features as they are compared: however they are written.
pub(super) fn features(words: &[String]) -> Vec<String> {
    words.iter().map(|feature| fold(feature)).collect()
}

/// A stretch of time in minutes: all those of which it has anything, so that it is never empty.
pub(super) fn span(stretch: &Stretch) -> Span {
    let last = stretch.end.as_nanosecond() - 1;
    let last = Timestamp::from_nanosecond(last).unwrap_or(stretch.end);
    Span { start: minute(stretch.start), end: minute(last) + 1 }
}

/// The steps of the grid at which a room cannot be used.
pub(super) fn blocked(demands: &Demands, room: RoomId, grid: &Grid) -> Vec<usize> {
    let times = demands.blocked.get(&room);
    let mut steps: Vec<usize> =
        times.into_iter().flatten().flat_map(|stretch| grid.during(span(stretch))).collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}

/// The limited things, in the order of their ids.
pub(super) fn resources(demands: &Demands) -> Vec<Resource> {
    let all = demands.resources.values();
    all.map(|known| Resource { name: known.name.clone(), count: known.count.into() }).collect()
}

/// Where the things that a session needs stand among the limited ones.
pub(super) fn used(demands: &Demands, session: SessionId) -> Vec<usize> {
    let ids: Vec<_> = demands.resources.keys().copied().collect();
    let needs = demands.of(session);
    needs.resources.iter().filter_map(|id| ids.binary_search(id).ok()).collect()
}

/// What comes before what, among sessions that take place.
pub(super) fn precedences(demands: &Demands, at: impl Fn(SessionId) -> Option<usize>) -> Vec<Precedence> {
    let known = demands.orders.iter();
    known
        .filter_map(|(before, after)| Some(Precedence { before: at(*before)?, after: at(*after)? }))
        .collect()
}

/// Minutes from room to room; nothing, if nobody has to walk.
pub(super) fn walking(demands: &Demands, rooms: &[RoomId]) -> Vec<Vec<i64>> {
    if demands.walking == 0 && demands.walks.is_empty() {
        return vec![];
    }
    let usual = i64::from(demands.walking);
    let mut minutes = vec![vec![usual; rooms.len()]; rooms.len()];
    (0..rooms.len()).for_each(|room| minutes[room][room] = 0);
    for walk in &demands.walks {
        let (one, other) = (rooms.binary_search(&walk.one), rooms.binary_search(&walk.other));
        if let (Ok(one), Ok(other)) = (one, other) {
            minutes[one][other] = walk.minutes.into();
            minutes[other][one] = walk.minutes.into();
        }
    }
    minutes
}

/// What wishes weigh at a meeting.
pub(super) fn weights(demands: &Demands) -> Weights {
    let mut weights = Weights::default();
    for (wish, weight) in &demands.weights {
        *weight_of(&mut weights, *wish) = (*weight).into();
    }
    weights
}

/// What a wish weighs where nobody has said anything else.
pub(in crate::desk) fn usual_weight(wish: Wish) -> i64 {
    *weight_of(&mut Weights::default(), wish)
}

fn weight_of(weights: &mut Weights, wish: Wish) -> &mut i64 {
    match wish {
        Wish::SameTrack => &mut weights.same_track,
        Wish::Similar => &mut weights.similar,
        Wish::Audience => &mut weights.audience,
        Wish::Night => &mut weights.night,
        Wish::NightShares => &mut weights.night_shares,
        Wish::SeatsMissing => &mut weights.seats_missing,
        Wish::SeatsWasted => &mut weights.seats_wasted,
        Wish::TrackRoom => &mut weights.track_room,
        Wish::Load => &mut weights.load,
        Wish::Balance => &mut weights.balance,
        Wish::Change => &mut weights.change,
    }
}
