//! What a form asks, and what is missing in the answers.

use crate::Forum;
use crate::call::{Answer, Call, Field, FieldKind, Proposal};
use crate::text::is_link;
use serde::Serialize;

/// Where something is missing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// In this field.
    Field(String),
    /// The type of session.
    Kind,
}

/// What is wrong there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Nothing is there.
    Empty,
    /// Fewer words than asked for.
    FewWords {
        /// So many.
        have: usize,
        /// So many are needed.
        least: u32,
    },
    /// More words than there is room for.
    ManyWords {
        /// So many.
        have: usize,
        /// So many are allowed.
        most: u32,
    },
    /// More characters than there is room for.
    ManyCharacters {
        /// So many.
        have: usize,
        /// So many are allowed.
        most: u32,
    },
    /// It is no whole number.
    NotANumber,
    /// It is no address on the web.
    NotALink,
    /// It is not, or no longer, among what can be chosen.
    NotOffered,
}

/// Something that keeps a proposal from being submitted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Lack {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
}

/// The fields that a proposal is asked: those for its type of session, and those whose condition is met.
pub fn asked<'a>(call: &'a Call, proposal: &Proposal) -> Vec<&'a Field> {
    let of_kind = |field: &&Field| field.only.is_empty() || field.only.contains(&proposal.kind);
    let met = |field: &&Field| {
        field.when.as_ref().is_none_or(|condition| {
            super::chosen(proposal, &condition.field).iter().any(|key| condition.any_of.contains(key))
        })
    };
    call.fields.iter().filter(of_kind).filter(met).collect()
}

/// What is missing in a proposal, in the order of its form.
pub fn missing(_: &Forum, call: &Call, proposal: &Proposal) -> Vec<Lack> {
    let offered = call.offers.iter().find(|offer| offer.kind == proposal.kind);
    let minutes = offered.map(|offer| offer.minutes.as_slice()).unwrap_or_default();
    let of_kind = offered.is_none().then_some(Lack { at: At::Kind, what: What::NotOffered });
    let lack = |field: &&Field| {
        let what = lacks(field, super::answer(proposal, &field.key), minutes)?;
        Some(Lack { at: At::Field(field.key.clone()), what })
    };
    of_kind.into_iter().chain(asked(call, proposal).iter().filter_map(lack)).collect()
}

fn lacks(field: &Field, answer: Option<&Answer>, minutes: &[u32]) -> Option<What> {
    let empty = || field.required.then_some(What::Empty);
    match (&field.kind, answer) {
        (FieldKind::One(choices) | FieldKind::Several(choices), Some(Answer::Chosen(keys))) => {
            let offered = |key: &String| choices.iter().any(|choice| choice.key == *key);
            if keys.is_empty() { empty() } else { (!keys.iter().all(offered)).then_some(What::NotOffered) }
        }
        (FieldKind::Truth, Some(Answer::Chosen(keys))) if !keys.is_empty() => None,
        (
            FieldKind::Line | FieldKind::Prose | FieldKind::Number | FieldKind::Address,
            Some(Answer::Text(words)),
        ) => match words.or_empty().trim() {
            "" => empty(),
            text => of_text(field, text, minutes),
        },
        // Nothing, or what was answered before the field took something else.
        _ => empty(),
    }
}

fn of_text(field: &Field, text: &str, minutes: &[u32]) -> Option<What> {
    match field.kind {
        FieldKind::Number => match number_in(text) {
            None => Some(What::NotANumber),
            Some(given) => {
                let is_length = field.key == "duration" && !minutes.is_empty();
                (is_length && !minutes.contains(&given)).then_some(What::NotOffered)
            }
        },
        FieldKind::Address => (!is_link(text)).then_some(What::NotALink),
        _ => too_long_or_short(field, text),
    }
}

fn too_long_or_short(field: &Field, text: &str) -> Option<What> {
    let (words, characters) = (words_in(text), text.chars().count());
    if let Some(least) = field.limit.words_least.filter(|least| words < *least as usize) {
        return Some(What::FewWords { have: words, least });
    }
    if let Some(most) = field.limit.words_most.filter(|most| words > *most as usize) {
        return Some(What::ManyWords { have: words, most });
    }
    let most = field.limit.characters_most.filter(|most| characters > *most as usize)?;
    Some(What::ManyCharacters { have: characters, most })
}

/// The whole number that a text is, in the digits of whoever typed it.
pub fn number_in(text: &str) -> Option<u32> {
    // ASCII, Arabic-Indic, Persian and Urdu, Devanagari, full-width.
    const ZEROS: [u32; 5] = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];
    let digit =
        |c: char| ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10));
    let add = |sum: u32, c: char| sum.checked_mul(10)?.checked_add(digit(c)?);
    if text.is_empty() { None } else { text.chars().try_fold(0, add) }
}

/// How many words a text has. Chinese and Japanese are written without spaces between words; there each character
/// counts as one, as writing programs count them.
pub fn words_in(text: &str) -> usize {
    let mut words = 0;
    let mut within = false;
    for c in text.chars() {
        if is_ideograph(c) {
            words += 1;
            within = false;
        } else if c.is_alphanumeric() {
            words += usize::from(!within);
            within = true;
        } else if c.is_whitespace() {
            within = false;
        }
    }
    words
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::{number_in, words_in};

    #[test]
    fn a_number_is_one_in_whatever_digits() {
        for (text, number) in [
            ("60", Some(60)),
            ("٦٠", Some(60)),
            ("۶۰", Some(60)),
            ("６０", Some(60)),
            ("", None),
            ("-1", None),
            ("6 0", None),
            ("4294967296", None),
        ] {
            assert_eq!(number_in(text), number, "{text:?}");
        }
    }

    #[test]
    fn words_are_counted_as_writing_programs_count_them() {
        for (text, words) in [
            ("", 0),
            ("  one\n two  ", 2),
            ("co-operation, don't — stop!", 3),
            ("- – * ", 0),
            ("人権と自由", 5),
            ("AI と人権", 4),
            ("حقوق الإنسان", 2),
            ("Интернет для всех", 3),
        ] {
            assert_eq!(words_in(text), words, "{text:?}");
        }
    }
}
