//! From places that the engine found back to the forum's own, and to commands.

use std::sync::Arc;

use forum::Command;
use forum::programme::{Place, Programme};
use timetable::model::Placement;

use super::instance::Planned;

impl Planned {
    /// A place by the names of the forum.
    pub fn place(&self, at: Placement) -> Place {
        Place { room: self.rooms[at.room], start: self.times[at.start] }
    }

    /// The commands that bring the draft of which this was made to these places, in an order in which none stands in the
    /// way of another. Nothing, if nothing changes.
    pub fn steps(&self, draft: &Programme, places: &[Option<Placement>]) -> Vec<Command> {
        let mut there = draft.clone();
        let both = self.sessions.iter().zip(self.draft.iter().zip(places));
        for (id, (_, to)) in both.filter(|(_, (here, to))| here != to) {
            if let Some(session) = there.sessions.get_mut(id) {
                Arc::make_mut(session).place = to.map(|to| self.place(to));
            }
        }
        draft.steps_to(&there).into_iter().map(Command::from).collect()
    }
}
