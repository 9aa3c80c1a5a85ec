//! Where and when: a simple programme without collisions of rooms, and nothing beside a plenary.
//!
//! Longest sessions first, each into the place that costs least: one that it fills, in a room that suits it, away
//! from sessions of its own track. It is no optimal programme, only a lawful one.

use std::collections::BTreeMap;

use forum::reference::session_types::SessionType;
use jiff::ToSpan;
use jiff::civil::DateTime;

use super::agenda::Draft;
use super::{DAY_ZERO, Placement, Room, Slot, SlotUse, venue};
use crate::scenario::dice::Dice;

/// A room in a slot, and how much of it is taken.
struct Cell {
    slot: usize,
    room: usize,
    day: u8,
    /// Minutes taken from the slot's beginning on.
    taken: i64,
    /// Minutes of the slot.
    length: i64,
}

/// Places every session; a programme larger than the venue gets more rooms.
pub(super) fn place(
    drafts: &[Draft],
    slots: &[Slot],
    mut rooms: Vec<Room>,
    dice: &Dice,
) -> (Vec<Room>, Vec<Placement>) {
    let mut dice = dice.for_purpose("placement");
    let mut cells: Vec<Cell> = (0..rooms.len()).flat_map(|room| cells_of(room, slots)).collect();
    dice.shuffle(&mut cells);
    // How many sessions of a track there are in a slot.
    let mut beside: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    let mut placements = Vec::with_capacity(drafts.len());
    for session in in_order(drafts, &mut dice) {
        let draft = &drafts[session];
        if let Some(placement) = reserved(session, draft, slots, &rooms, &mut cells) {
            placements.push(placement);
            continue;
        }
        let best = cheapest(draft, &cells, &rooms, &beside).unwrap_or_else(|| {
            rooms.push(venue::another_room(rooms.len()));
            cells.extend(cells_of(rooms.len() - 1, slots));
            cheapest(draft, &cells, &rooms, &beside).expect("an empty room has a place for every session")
        });
        let cell = &mut cells[best];
        let start = slots[cell.slot].start + cell.taken.minutes();
        placements.push(Placement { session, room: cell.room, start });
        cell.taken += i64::from(draft.minutes);
        *beside.entry((cell.slot, draft.track)).or_default() += 1;
    }
    placements.sort_by_key(|placement| (placement.start, placement.room));
    (rooms, placements)
}

/// Sessions with a time of their own first, then the longest.
fn in_order(drafts: &[Draft], dice: &mut Dice) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    dice.shuffle(&mut order);
    order.sort_by_key(|at| (drafts[*at].wish.start.is_none(), std::cmp::Reverse(drafts[*at].minutes)));
    order
}

fn cells_of(room: usize, slots: &[Slot]) -> impl Iterator<Item = Cell> {
    let for_sessions = slots.iter().enumerate().filter(|(_, slot)| slot.use_for == SlotUse::Sessions);
    for_sessions.map(move |(at, slot)| Cell {
        slot: at,
        room,
        day: day_of(slot.start),
        taken: 0,
        length: minutes_between(slot.start, slot.end),
    })
}

/// Counted from day 0.
fn day_of(moment: DateTime) -> u8 {
    let days = DAY_ZERO.until(moment.date()).map_or(0, |span| span.get_days());
    u8::try_from(days).expect("the grid begins on day 0")
}

/// The place of a session whose time and room are fixed; the cell that it stands in, if any, is taken.
fn reserved(
    session: usize,
    draft: &Draft,
    slots: &[Slot],
    rooms: &[Room],
    cells: &mut [Cell],
) -> Option<Placement> {
    let start = draft.wish.start?;
    let key = draft.wish.room.expect("a session with a fixed time has a fixed room");
    let room = rooms.iter().position(|room| room.key == key).expect("fixed.txt names rooms by their keys");
    if let Some(cell) = cells.iter_mut().find(|cell| cell.room == room && slots[cell.slot].start == start) {
        cell.taken += i64::from(draft.minutes);
    }
    Some(Placement { session, room, start })
}

/// The cheapest cell that holds the session.
fn cheapest(
    draft: &Draft,
    cells: &[Cell],
    rooms: &[Room],
    beside: &BTreeMap<(usize, usize), i64>,
) -> Option<usize> {
    let left = |cell: &Cell| cell.length - cell.taken - i64::from(draft.minutes);
    let cost = |cell: &Cell| {
        let alike = beside.get(&(cell.slot, draft.track)).copied().unwrap_or_default();
        let elsewhere = !suits_room(draft, &rooms[cell.room].key);
        left(cell) + 15 * alike + 1_000 * i64::from(elsewhere)
    };
    let fits = |cell: &Cell| left(cell) >= 0 && suits_day(draft, cell.day);
    let candidates = cells.iter().enumerate().filter(|(_, cell)| fits(cell));
    candidates.min_by_key(|(_, cell)| cost(cell)).map(|(at, _)| at)
}

fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_hours()) * 60 + span.get_minutes())
}

/// Pre-events are on day 0. Tracks of invited guests may begin there; the rest belongs to the days of the programme.
fn suits_day(draft: &Draft, day: u8) -> bool {
    match (draft.wish.day, draft.kind) {
        (Some(wished), _) => wished == day,
        (None, SessionType::DayZero) => day == 0,
        (None, SessionType::HighLevel | SessionType::Parliamentary | SessionType::Youth) => true,
        (None, _) => day > 0,
    }
}

/// The halls are for the large sessions, and the large sessions for the halls.
fn suits_room(draft: &Draft, room: &str) -> bool {
    let halls = ["main-hall", "event-hall"];
    match (draft.wish.room, draft.kind) {
        (Some(wished), _) => room == wished,
        (None, SessionType::Main | SessionType::HighLevel) => room == "main-hall",
        (None, SessionType::Parliamentary) => room.starts_with("annex-hall"),
        (None, SessionType::Networking) => room == "event-hall",
        (None, _) => !halls.contains(&room),
    }
}
