//! A session as pages mention it that are not about it: of a person, of an organisation, of a search.

use forum::TrackId;
use forum::programme::{Session, Version};
use forum::series::Meeting;
use maud::{Markup, html};

use super::Visit;
use super::clock::Clock;
use super::content::{name, words};

/// A session in a list that is not of one day: with its day and time, and what else there is to say in this place.
pub fn line(
    visit: &Visit,
    (meeting, version): (&Meeting, &Version),
    session: &Session,
    clock: &Clock,
    also: &str,
) -> Markup {
    let lang = visit.lang();
    let room = session.place.and_then(|place| version.rooms.get(&place.room));
    html! {
        li class=(colour(version, session)) {
            h3 { a href=(visit.to_meeting(meeting, format!("sessions/{}", session.slug))) {
                (words(&session.title, &session.language, lang))
            } }
            p {
                b { (name(&session.code, lang)) }
                @if let (Some((_, start, _)), Some(span)) = (session.placed(), clock.span(session, lang)) {
                    " " (lang.day_short(clock.day(start))) " · " (span)
                }
                @if let Some(room) = room { " · " (name(&room.name, lang)) }
                @if !also.is_empty() { " · " (also) }
            }
        }
    }
}

/// The class that gives a session the colour of its track. Colour is never the only sign of a track: the filter and
/// the page of a session name it.
pub fn colour(version: &Version, session: &Session) -> String {
    colour_of(version, session.track)
}

/// The class of a track's colour.
pub fn colour_of(version: &Version, track: Option<TrackId>) -> String {
    let position = track.and_then(|track| version.tracks.keys().position(|known| *known == track));
    format!("k{}", position.map_or(0, |position| position % 8 + 1))
}
