//! The same person under two names: suspicions, each with its reasons, for somebody who knows the people to decide.

use super::Person;
use crate::text::fold;
use crate::{Forum, PersonId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why two entries may be one person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// They have one address for mail.
    SameAddress,
    /// They have one name, whatever the order of its parts, their case and accents.
    SameName,
    /// One name is the other with parts left out or shortened, or with a letter or two otherwise.
    AlikeName,
    /// They belong to one organisation.
    SameOrganisation,
}

/// Two entries that may be one person, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suspicion {
    /// The entry that was made first.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Entries among some people that may be one person: those with one address or one name, and those with names alike
/// who belong to one organisation or of whom one has none. The strongest first.
pub fn alike(forum: &Forum, people: &BTreeSet<PersonId>) -> Vec<Suspicion> {
    let known: Vec<Entry<'_>> =
        people.iter().filter_map(|id| Entry::of(*id, forum.people.persons.get(id)?)).collect();
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (nth, entry) in known.iter().enumerate() {
        let words = entry.words.iter().filter(|word| word.chars().count() > 1 || !word.is_ascii());
        for key in words.map(String::as_str).chain(entry.address.as_deref()) {
            by_key.entry(key).or_default().push(nth);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for sharing in by_key.values() {
        for (n, one) in sharing.iter().enumerate() {
            pairs.extend(sharing[n + 1..].iter().filter(|other| *other != one).map(|other| (*one, *other)));
        }
    }
    let mut found: Vec<Suspicion> =
        pairs.into_iter().filter_map(|(one, other)| suspicion(&known[one], &known[other])).collect();
    found.sort_by(|a, b| (&a.reasons, a.one, a.other).cmp(&(&b.reasons, b.one, b.other)));
    found
}

struct Entry<'a> {
    id: PersonId,
    person: &'a Arc<Person>,
    /// The parts of the name, folded and sorted.
    words: Vec<String>,
    address: Option<String>,
}

impl<'a> Entry<'a> {
    fn of(id: PersonId, person: &'a Arc<Person>) -> Option<Entry<'a>> {
        let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '\'' | '’' | '·' | '・');
        let name = fold(person.name.text()?);
        let mut words: Vec<String> =
            name.split(parts).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort();
        let address =
            person.email.as_ref().and_then(|email| email.text()).map(|email| email.trim().to_lowercase());
        Some(Entry { id, person, words, address })
    }
}

fn suspicion(one: &Entry<'_>, other: &Entry<'_>) -> Option<Suspicion> {
    let address = one.address.is_some() && one.address == other.address;
    let name = one.words == other.words;
    let alike = !name && is_alike(&one.words, &other.words);
    let of = (one.person.organisation, other.person.organisation);
    let same = of.0.is_some() && of.0 == of.1;
    let apart = of.0.is_some() && of.1.is_some() && !same;
    // A name that many share says little where the organisations differ.
    if !(address || name && (!apart || one.words.len() > 1) || alike && !apart) {
        return None;
    }
    let reasons = [
        (address, Reason::SameAddress),
        (name, Reason::SameName),
        (alike, Reason::AlikeName),
        (same, Reason::SameOrganisation),
    ];
    let reasons = reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect();
    Some(Suspicion { one: one.id, other: other.id, reasons })
}

/// Whether names may be one: every part of the shorter is in the longer, perhaps as its first letter or with one letter
/// otherwise; and at least one whole part is in both.
fn is_alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 2 || long.len() > short.len() + 2 {
        return false;
    }
    let mut left: Vec<&String> = long.iter().collect();
    let mut take = |fits: &dyn Fn(&str) -> bool| {
        let at = left.iter().position(|word| fits(word));
        at.map(|at| left.remove(at)).is_some()
    };
    let (whole, rest): (Vec<_>, Vec<_>) =
        short.iter().partition(|word| word.chars().count() > 1 && take(&|other| other == word.as_str()));
    !whole.is_empty()
        && rest.into_iter().all(|word| match word.chars().count() {
            1 => take(&|other| other.starts_with(word.as_str())),
            _ => take(&|other| {
                other.chars().count() == 1 && word.starts_with(other) || is_one_off(word, other)
            }),
        })
}

/// Whether two words of some length differ in one letter: another, one more, or one less.
fn is_one_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 4 || long.len() > short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    short.get(same + skip..).unwrap_or_default() == long.get(same + 1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        let mut words: Vec<String> =
            fold(name).split([' ', '.']).filter(|w| !w.is_empty()).map(Into::into).collect();
        words.sort();
        words
    }

    #[test]
    fn names_that_may_be_one_are_told_from_those_that_are_two() {
        for (one, other, expected) in [
            ("Amina Diallo", "Amina K. Diallo", true),
            ("Amina Diallo", "A. Diallo", true),
            ("Amina Diallo", "Amina Dialo", true),
            ("Amina Diallo", "Aminata Diallo", false),
            ("Amina Diallo", "Moussa Diallo", false),
            ("Amina Diallo", "Amina Traoré", false),
            ("Diallo", "Amina Diallo", false),
            ("A. D.", "Amina Diallo", false),
            ("Jun Ito", "Jin Ito", false),
            ("Ana de la Cruz", "Ana Cruz", true),
        ] {
            assert_eq!(is_alike(&words(one), &words(other)), expected, "{one} / {other}");
            assert_eq!(is_alike(&words(other), &words(one)), expected, "{other} / {one}");
        }
    }
}
