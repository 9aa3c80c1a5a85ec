//! The programme as pages: a day as a list or as a grid, a session, the versions.

mod clock;
pub mod day;
mod filters;
mod grid;
mod list;
pub mod session;
pub mod versions;

pub use clock::Clock;
pub use filters::{Asked, View};

use forum::TrackId;
use forum::programme::{Session, Version};

/// The class that gives a session the colour of its track. Colour is never the only sign of a track: the filter and
/// the page of a session name it.
fn colour(version: &Version, session: &Session) -> String {
    colour_of(version, session.track)
}

fn colour_of(version: &Version, track: Option<TrackId>) -> String {
    let position = track.and_then(|track| version.tracks.keys().position(|known| *known == track));
    format!("k{}", position.map_or(0, |position| position % 8 + 1))
}
