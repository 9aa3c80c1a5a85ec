//! From places that the engine found back to commands.

use std::collections::BTreeSet;

use forum::Command;
use forum::programme::Command as Step;
use timetable::model::Placement;

use super::instance::Planned;

impl Planned {
    /// The commands that bring the draft to these places, in an order in which none stands in the way of another: first
    /// whoever has to make room, then everybody to where they belong. Nothing, if nothing changes.
    pub fn steps(&self, places: &[Option<Placement>]) -> Vec<Command> {
        let moved: Vec<usize> =
            (0..places.len().min(self.draft.len())).filter(|&n| places[n] != self.draft[n]).collect();
        let taken = |session: usize, place: Placement| {
            let length = self.instance.sessions[session].length;
            (place.start..place.start + length).map(move |time| (place.room, time))
        };
        let wanted: BTreeSet<(usize, usize, usize)> = moved
            .iter()
            .filter_map(|&session| Some((session, places[session]?)))
            .flat_map(|(session, place)| taken(session, place).map(move |(room, time)| (room, time, session)))
            .collect();
        let in_the_way = |session: usize, place: Placement| {
            taken(session, place).any(|(room, time)| {
                let mut others = wanted.range((room, time, 0)..=(room, time, usize::MAX));
                others.any(|(.., other)| *other != session)
            })
        };
        let leave = moved.iter().filter(|&&session| {
            self.draft[session].is_some_and(|here| places[session].is_none() || in_the_way(session, here))
        });
        let leave = leave.map(|&session| Step::UnplaceSession { session: self.sessions[session] });
        let go = moved.iter().filter_map(|&session| {
            let Placement { start, room } = places[session]?;
            let (room, start) = (self.rooms[room], self.times[start]);
            Some(Step::PlaceSession { session: self.sessions[session], room, start })
        });
        leave.chain(go).map(Command::from).collect()
    }
}
