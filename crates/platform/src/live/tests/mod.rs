//! What the simulator does not say: sizes, bytes, and single promises.

mod costs;
mod doors;
mod readers;
mod words;

use super::*;

/// A room of which so many things happened, with the usual limits.
fn room(happened: u64) -> Room {
    let mut room = Room::new(1, 0x9f3c, &Start::default(), Limits::USUAL);
    for n in 1..=happened {
        room.happened(&format!("{{\"say\":{n}}}"));
    }
    room
}

fn draws_none() -> Drawn {
    panic!("no snapshot is needed")
}

/// A follower who has been greeted.
fn follower(room: &mut Room, asked: &Asked) -> Follower {
    let mut follower = Follower::join(room, room.locate(asked), None, 1_000, 0, 0);
    let greeting = room.hello(1_000).len();
    let mut offer = Offer::default();
    room.offer(&follower, 0, &mut || Drawn { number: 0, json: "{}".to_owned() }, &mut offer);
    follower.wrote(&offer, greeting, 0);
    follower
}

fn after(after: u64) -> Asked {
    Asked { after, ..Asked::default() }
}
