//! Narrowing a programme down to what somebody is looking for.

use super::{Session, Version};
use crate::text::{Question, fold};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a reader is looking for; an empty field asks for nothing. Tracks and rooms go by their names in addresses.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words of the title or the code, in any order, case and accents aside.
    pub words: Question,
    /// A track.
    pub track: String,
    /// A type of session.
    pub kind: String,
    /// A language tag.
    pub language: String,
    /// A room.
    pub room: String,
    /// A format.
    pub format: String,
}

impl Filter {
    /// Says whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// Says whether a session of this version is what is asked for.
    pub fn fits(&self, version: &Version, session: &Session) -> bool {
        let track = session.track.and_then(|id| version.tracks.get(&id));
        let room = session.place.and_then(|place| version.rooms.get(&place.room));
        let asked = |wish: &str, have: Option<&str>| wish.is_empty() || have == Some(wish);
        asked(&self.track, track.map(|track| track.slug.as_str()))
            && asked(&self.room, room.map(|room| room.slug.as_str()))
            && asked(&self.kind, Some(&session.kind))
            && asked(&self.language, Some(&session.language))
            && asked(&self.format, session.format.as_deref())
            && says(&self.words, session)
    }
}

/// Says whether the title and code of a session have all these words in them.
fn says(words: &Question, session: &Session) -> bool {
    words.is_empty() || words.fits(&fold(&format!("{} {}", session.code, session.title.or_empty())))
}

/// What a filter can be set to, so that a form offers nothing that finds nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices<'a> {
    /// Types of sessions.
    pub kinds: BTreeSet<&'a str>,
    /// Language tags.
    pub languages: BTreeSet<&'a str>,
    /// Formats.
    pub formats: BTreeSet<&'a str>,
}

impl<'a> Choices<'a> {
    /// The choices among these sessions.
    pub fn among(sessions: &[&'a Arc<Session>]) -> Choices<'a> {
        Choices {
            kinds: sessions.iter().map(|session| session.kind.as_str()).collect(),
            languages: sessions.iter().map(|session| session.language.as_str()).collect(),
            formats: sessions.iter().filter_map(|session| session.format.as_deref()).collect(),
        }
    }
}
