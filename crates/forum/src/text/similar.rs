//! Texts about the same: compared by the words that few of them share.
//!
//! Each text is counted in parts: words of writing with spaces, cut to their beginnings, since languages bend their ends;
//! pairs of letters where there are no spaces; three letters in a row of Arabic, whose words take prefixes. A part weighs
//! more the fewer texts have it, and two texts are as similar as the angle between their weighted parts says. Where texts
//! of several languages stand side by side, those of one find each other: other writing has other parts.

use super::fold;
use std::collections::BTreeMap;

/// Letters of a word that are looked at.
const STEM: usize = 6;

/// A text in pieces, each with how much a word of it counts: a title, say, and what follows.
pub type Pieces<'a> = Vec<(&'a str, f64)>;

/// The pairs among some texts that are at least so similar, between 0 for nothing in common and 1 for the same text: the
/// places of both, the earlier first, and how similar they are.
pub fn similar_texts(texts: &[Pieces<'_>], least: f64) -> Vec<(usize, usize, f64)> {
    let counted: Vec<BTreeMap<String, f64>> = texts.iter().map(|pieces| parts(pieces)).collect();
    // For each part the texts that have it, in their order.
    let mut having: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for (nth, parts) in counted.iter().enumerate() {
        parts.iter().for_each(|(part, count)| having.entry(part).or_default().push((nth, *count)));
    }
    let all = texts.len() as f64;
    let weight = |having: &[(usize, f64)]| (all / having.len() as f64).ln() + 1.0;
    // What a fifth of all texts have says nothing about any of them.
    let tells = |having: &[(usize, f64)]| having.len() > 1 && having.len() as f64 <= (all / 5.0).max(3.0);
    let norm = |parts: &BTreeMap<String, f64>| {
        let squares = parts.iter().map(|(part, count)| (count * weight(&having[part.as_str()])).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let norms: Vec<f64> = counted.iter().map(norm).collect();
    let mut found = Vec::new();
    for (one, parts) in counted.iter().enumerate() {
        let mut products = vec![0.0; texts.len()];
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
            if likeness >= least {
                found.push((one, other, likeness.min(1.0)));
            }
        }
    }
    found
}

/// The parts of a text, each with how much it counts: often is more than once, and not by much.
fn parts(pieces: &[(&str, f64)]) -> BTreeMap<String, f64> {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for (text, worth) in pieces {
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
