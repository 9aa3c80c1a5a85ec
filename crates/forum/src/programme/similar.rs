//! Sessions about the same: titles and abstracts compared by the words that few sessions share. Only sessions in one
//! language are compared: across languages the words say nothing.

use super::{Programme, Session};
use crate::SessionId;
use crate::text::{Pieces, similar_texts};
use std::collections::BTreeMap;
use std::sync::Arc;

/// From here on two sessions are said to be similar: between 0 for nothing in common, and 1 for the same text.
pub const SIMILAR: f64 = 0.25;
/// Most others that are named for one session.
const EACH_MAX: usize = 5;
/// How much more a word of the title counts than one of the abstract.
const TITLE: f64 = 2.0;

/// Two sessions about the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Similar {
    /// The session that was entered first.
    pub one: SessionId,
    /// The other.
    pub other: SessionId,
    /// How similar: between [`SIMILAR`] and 1.
    pub likeness: f64,
}

impl Similar {
    /// How similar in whole points, as the timetable engine counts: from 3 to 10.
    pub fn points(&self) -> i64 {
        (self.likeness * 10.0).round() as i64
    }
}

/// The sessions of a draft that are about the same, the most similar first; for each session no more than a few.
pub fn similar(draft: &Programme) -> Vec<Similar> {
    let mut languages: BTreeMap<&str, Vec<&Arc<Session>>> = BTreeMap::new();
    for session in draft.sessions.values().filter(|session| !session.withdrawn) {
        let primary = session.language.split('-').next().unwrap_or_default();
        languages.entry(primary).or_default().push(session);
    }
    let mut found: Vec<Similar> = languages.values().flat_map(|sessions| among(sessions)).collect();
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then((a.one, a.other).cmp(&(b.one, b.other))));
    let mut named: BTreeMap<SessionId, usize> = BTreeMap::new();
    found.retain(|pair| {
        let full =
            [pair.one, pair.other].iter().any(|id| named.get(id).copied().unwrap_or_default() >= EACH_MAX);
        if !full {
            [pair.one, pair.other].into_iter().for_each(|id| *named.entry(id).or_default() += 1);
        }
        !full
    });
    found
}

/// The similar ones among sessions in one language.
fn among(sessions: &[&Arc<Session>]) -> Vec<Similar> {
    let texts: Vec<_> = sessions.iter().map(|session| pieces(session)).collect();
    let pairs = similar_texts(&texts, SIMILAR).into_iter();
    pairs
        .map(|(one, other, likeness)| Similar { one: sessions[one].id, other: sessions[other].id, likeness })
        .collect()
}

fn pieces(session: &Session) -> Pieces<'_> {
    let summary = session.summary.as_ref().map(|words| words.or_empty()).unwrap_or_default();
    vec![(session.title.or_empty(), TITLE), (summary, 1.0)]
}
