//! A track stays in its room for the day.

use super::{Constraint, Fact, Level, Shape, What, fact};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "track-room",
    level: Level::Soft,
    shape: Shape::Counts(|brief, session| brief.instance.sessions[session].track.is_some()),
    weight: |weights| weights.track_room,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let brief = board.brief;
    let placed = board.places().iter().zip(&brief.instance.sessions);
    let mut used: Vec<(usize, usize, usize)> = placed
        .filter_map(|(place, session)| {
            let place = (*place)?;
            Some((session.track?, brief.instance.times[place.start].day, place.room))
        })
        .collect();
    used.sort_unstable();
    used.dedup();
    let days = used.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    days.filter_map(|day| {
        let rooms = day.len() as i64;
        fact(What::TrackRooms { track: day[0].0, day: day[0].1, rooms }, rooms - 1)
    })
    .collect()
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let brief = board.brief;
    let Some(track) = brief.instance.sessions[session].track else { return 0 };
    let rooms = brief.instance.rooms.len();
    let from = (track * brief.days + brief.instance.times[place.start].day) * rooms;
    let used = &board.track_day_room[from..from + rooms];
    i64::from(used[place.room] == 0 && used.iter().any(|&sessions| sessions > 0))
}
