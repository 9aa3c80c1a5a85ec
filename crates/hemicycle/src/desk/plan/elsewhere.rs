//! Other places for a session: those that people would think of.

use timetable::model::Board;
use timetable::prices::{Alternative, elsewhere};

use super::Planned;

impl Planned {
    /// The places where a session may begin, cheapest first: those that break no demand, and those that do.
    pub(crate) fn elsewhere(
        &self,
        board: &Board<'_>,
        session: usize,
    ) -> (Vec<Alternative>, Vec<Alternative>) {
        let starts = self.instance.sessions[session].starts.as_deref().unwrap_or_default();
        let all = elsewhere(board, session).into_iter();
        all.filter(|other| starts.binary_search(&other.place.start).is_ok())
            .partition(|other| other.broken().next().is_none())
    }
}
