//! The rooms of the venue and the grid of its days.

use jiff::ToSpan;
use jiff::civil::{DateTime, Time};

use super::banks::VENUE;
use super::{DAY_ZERO, Room, Slot, SlotUse};

/// The rooms of the venue.
pub(super) fn rooms() -> Vec<Room> {
    let room = |[key, name, seats, _layout]: [&'static str; 4]| Room {
        key: key.to_owned(),
        name: name.to_owned(),
        seats: seats.parse().expect("rooms.txt has seats as a number"),
    };
    VENUE.rows("rooms").into_iter().map(room).collect()
}

/// One more room than the venue has, for programmes that are larger than Kyoto's.
pub(super) fn another_room(have: usize) -> Room {
    let number = have + 1;
    Room { key: format!("workshop-room-{number}"), name: format!("Workshop Room {number}"), seats: 80 }
}

/// The grid of all days, in the order of time.
pub(super) fn slots() -> Vec<Slot> {
    VENUE
        .rows("slots")
        .into_iter()
        .map(|[day, start, end, what]| Slot {
            start: moment(day, start),
            end: moment(day, end),
            use_for: match what {
                "sessions" => SlotUse::Sessions,
                "plenary" => SlotUse::Plenary,
                pause => SlotUse::Pause(pause),
            },
        })
        .collect()
}

/// A time such as "10:30" on a day counted from day 0, by the clock of the venue.
pub(super) fn moment(day: &str, clock: &str) -> DateTime {
    let day: i32 = day.parse().expect("the days of the scenario are numbers");
    let time: Time = clock.parse().expect("the times of the scenario are written 10:30");
    (DAY_ZERO + day.days()).to_datetime(time)
}
