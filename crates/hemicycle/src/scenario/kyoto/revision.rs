//! What still changed between the first published programme and the last, so that there is a difference to show.

use std::collections::{BTreeMap, BTreeSet};

use forum::reference::session_types::SessionType;

use super::{Kyoto, Placement};

/// Pairs of sessions that exchange their rooms, sessions confirmed late, sessions without a title: this many of each,
/// if the programme is large enough.
const CHANGES: usize = 4;

/// The differences between the draft and the final programme.
pub(super) struct Revision {
    first_rooms: BTreeMap<usize, usize>,
    late: BTreeSet<usize>,
    working_titles: BTreeMap<usize, String>,
}

impl Revision {
    /// Chooses what changes. Sessions that keep their time cannot bring anyone into two places at once, so only rooms
    /// are exchanged.
    pub(super) fn of(kyoto: &Kyoto) -> Self {
        let mut free: Vec<Placement> = kyoto.placements.clone();
        free.retain(|placement| kyoto.sessions[placement.session].kind == SessionType::Workshop);
        let mut first_rooms = BTreeMap::new();
        for (one, other) in exchangeable(kyoto, &free).into_iter().take(CHANGES) {
            first_rooms.insert(one.session, other.room);
            first_rooms.insert(other.session, one.room);
        }
        free.retain(|placement| !first_rooms.contains_key(&placement.session));
        let late: BTreeSet<_> = free.iter().rev().take(CHANGES).map(|placement| placement.session).collect();
        free.retain(|placement| !late.contains(&placement.session));
        let unnamed = free.iter().take(CHANGES).map(|placement| placement.session);
        let working_title = |session: usize| {
            let track = kyoto.tracks[kyoto.sessions[session].track].name_en;
            format!("{track}: title to be confirmed ({})", kyoto.sessions[session].code)
        };
        let working_titles = unnamed.map(|session| (session, working_title(session))).collect();
        Self { first_rooms, late, working_titles }
    }

    /// Whether the programme was final from the start, because it is too small to change.
    pub(super) fn is_empty(&self) -> bool {
        self.first_rooms.is_empty() && self.late.is_empty() && self.working_titles.is_empty()
    }

    /// The room that a session had first, if it is exchanged.
    pub(super) fn first_room(&self, session: usize) -> Option<usize> {
        self.first_rooms.get(&session).copied()
    }

    /// Whether a session is missing from the first programme.
    pub(super) fn is_late(&self, session: usize) -> bool {
        self.late.contains(&session)
    }

    /// The title that a session had first, if it had no final one.
    pub(super) fn working_title(&self, session: usize) -> Option<&str> {
        self.working_titles.get(&session).map(String::as_str)
    }

    /// Sessions that come late.
    pub(super) fn late(&self) -> impl Iterator<Item = usize> {
        self.late.iter().copied()
    }

    /// Sessions that change their room.
    pub(super) fn exchanged(&self) -> impl Iterator<Item = usize> {
        self.first_rooms.keys().copied()
    }

    /// Sessions that get their title.
    pub(super) fn renamed(&self) -> impl Iterator<Item = usize> {
        self.working_titles.keys().copied()
    }
}

/// Pairs that begin together and are equally long; nobody is in two pairs.
fn exchangeable(kyoto: &Kyoto, placements: &[Placement]) -> Vec<(Placement, Placement)> {
    let mut waiting: BTreeMap<_, Placement> = BTreeMap::new();
    let mut pairs = Vec::new();
    for placement in placements {
        let time = (placement.start, kyoto.sessions[placement.session].minutes);
        match waiting.remove(&time) {
            Some(other) => pairs.push((other, *placement)),
            None => {
                waiting.insert(time, *placement);
            }
        }
    }
    pairs
}
