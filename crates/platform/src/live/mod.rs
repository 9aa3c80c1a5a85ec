//! What happens, told at once to all who follow it: the protocol, without sockets, clock or chance.
//!
//! A [`Room`] is told what happens in it and says, for each [`Follower`], what there is to write; a [`Client`] takes what
//! comes and says what to do next. Time (milliseconds of any clock that does not go back) and chance are arguments. So the
//! server, a load generator and the simulator run the same code, and the simulator can lose, delay, double and cut
//! whatever it likes.
//!
//! Four classes of things go down:
//!
//! | | sequence number | who gets it | what a slow reader misses |
//! |---|---|---|---|
//! | ordered: [`Room::happened`] | each has the next one | everybody, every one, in order | nothing, or deltas of which a snapshot holds the sum |
//! | counted: [`Room::counted`] | versions of their own, from the log as well | everybody, the newest total | totals between |
//! | latest: [`Room::latest`] | none; of this start of the server | everybody, the newest | what was between |
//! | private: [`Room::own`] | none; of this start of the server | one person, on all their lines | what was between |
//!
//! Numbers and totals are derived from the log, so they mean the same on every node and after every restart: there are no
//! epochs, and a node that is behind is merely behind. Whoever knows more than a node waits there until it has caught up.
//!
//! What it costs: a follower is a cursor into its room's ring of encoded frames, so it needs no queue, and one that stalls
//! holds nothing but the one frame of which a part was written. All that piled up goes out in one write. Who falls out of
//! the ring gets one snapshot, shared with all others who need one. Caps on everything are in [`Limits`] and
//! [`GateLimits`].
//!
//! In reading order: [`wire`] (the protocol as bytes), `ring`, `board` (what is coalesced), `room`, `follower`,
//! `offering` (what a room has for a follower), `poll`, `gate` (who may join), `reader` and `client` (the other side), `mutants` (mistakes that the simulator must notice).

pub mod wire;

mod board;
mod client;
mod follower;
mod gate;
mod limits;
mod mutants;
mod offering;
mod poll;
mod reader;
mod ring;
mod room;

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;

pub use client::{Client, Do, Shown};
pub use follower::{Follower, Offer, Person, Position};
pub use gate::{Busy, Full, Gate, GateLimits, Seat, back_after};
pub use limits::Limits;
pub use poll::{Answer, Keep};
pub use reader::Said;
pub use ring::Frame;
pub use room::{Drawn, Room, Start};
pub use wire::Asked;

/// The events of a stream and the answers to polls, as their reader has them.
pub mod read {
    pub use super::reader::{Answer, Beat, Bye, Delta, Hello, Reader, Snapshot, Values};
}
