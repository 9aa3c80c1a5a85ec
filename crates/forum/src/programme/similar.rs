//! Sessions about the same: titles and abstracts compared by the words that few sessions share.
//!
//! Each text is counted in parts: words of writing with spaces, cut to their beginnings, since languages bend their ends;
//! pairs of letters where there are no spaces; three letters in a row of Arabic, whose words take prefixes. A part weighs
//! more the fewer sessions have it, and two sessions are as similar as the angle between their weighted parts says. Only
//! sessions in one language are compared: across languages the words say nothing.

use super::{Programme, Session};
use crate::SessionId;
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::Arc;

/// From here on two sessions are said to be similar: between 0 for nothing in common, and 1 for the same text.
pub const SIMILAR: f64 = 0.25;
/// Most others that are named for one session.
const EACH_MAX: usize = 5;
/// How much more a word of the title counts than one of the abstract.
const TITLE: f64 = 2.0;
/// Letters of a word that are looked at.
const STEM: usize = 6;

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
    let counted: Vec<BTreeMap<String, f64>> = sessions.iter().map(|session| parts(session)).collect();
    // For each part the sessions that have it, in their order.
    let mut having: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for (nth, parts) in counted.iter().enumerate() {
        parts.iter().for_each(|(part, count)| having.entry(part).or_default().push((nth, *count)));
    }
    let all = sessions.len() as f64;
    let weight = |having: &[(usize, f64)]| (all / having.len() as f64).ln() + 1.0;
    // What a fifth of all sessions have says nothing about any of them.
    let tells = |having: &[(usize, f64)]| having.len() > 1 && having.len() as f64 <= (all / 5.0).max(3.0);
    let norm = |parts: &BTreeMap<String, f64>| {
        let squares = parts.iter().map(|(part, count)| (count * weight(&having[part.as_str()])).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let norms: Vec<f64> = counted.iter().map(norm).collect();
    let mut found = Vec::new();
    for (one, parts) in counted.iter().enumerate() {
        let mut products = vec![0.0; sessions.len()];
        for (part, count) in parts {
            let having = having[part.as_str()].as_slice();
            if tells(having) {
                let weight = weight(having).powi(2);
                let later = having.partition_point(|(nth, _)| *nth <= one);
                having[later..]
                    .iter()
                    .for_each(|(other, counted)| products[*other] += count * counted * weight);
            }
        }
        for (other, product) in products.into_iter().enumerate().skip(one + 1) {
            let likeness = product / (norms[one] * norms[other]);
            if likeness >= SIMILAR {
                let (one, other) = (sessions[one].id, sessions[other].id);
                found.push(Similar { one, other, likeness: likeness.min(1.0) });
            }
        }
    }
    found
}

/// The parts of a session's texts, each with how much it counts: often is more than once, and not by much.
fn parts(session: &Session) -> BTreeMap<String, f64> {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    let summary = session.summary.as_ref().map(|words| words.or_empty()).unwrap_or_default();
    for (text, worth) in [(session.title.or_empty(), TITLE), (summary, 1.0)] {
        for part in split(&fold(text)) {
            *counts.entry(part).or_default() += worth;
        }
    }
    counts.values_mut().for_each(|count| *count = 1.0 + count.ln());
    counts
}

/// The parts of a folded text.
fn split(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        match letters[0] {
            '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{AC00}'..='\u{D7AF}' => {
                parts.extend(letters.windows(2).map(String::from_iter));
            }
            '\u{0590}'..='\u{08FF}' => match letters.len() {
                0..3 => {}
                _ => parts.extend(letters.windows(3).map(String::from_iter)),
            },
            _ if letters.len() > 2 => parts.push(letters.iter().take(STEM).collect()),
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_apart_as_their_writing_does() {
        for (text, expected) in [
            ("governance of AI", vec!["govern"]),
            ("数据治理", vec!["数据", "据治", "治理"]),
            ("الذكاء", vec!["الذ", "لذك", "ذكا", "كاء"]),
            ("", vec![]),
            ("— · !", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
