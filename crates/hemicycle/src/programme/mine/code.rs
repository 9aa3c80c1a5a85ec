//! The sessions that somebody chose, as a short text that fits into a cookie or a link.
//!
//! Beside each session stands the version of the programme in which it was chosen, so that a page can say what has
//! moved since. Sessions chosen in the same version stand together: the version, how many there are, then their ids in
//! rising order, each as its distance from the one before. A number is written in digits of base 32, the lowest first;
//! a digit that others follow is taken from the second half of the alphabet. Twenty sessions take some 25 characters,
//! and every set has exactly one text.

use forum::SessionId;
use std::collections::BTreeMap;

/// Most sessions that somebody can choose: more than a week holds, and little enough for any cookie.
pub(super) const CHOICES_MAX: usize = 400;

/// Most characters of a code: every number in it takes at most seven.
pub const CODE_MAX: usize = 7 * (CHOICES_MAX + 2 * GROUPS_MAX);

/// Most versions that one code tells apart. Whoever chose in more of them is taken to have seen the latest of these.
const GROUPS_MAX: usize = 40;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Chosen sessions, each with the number of the version in which it was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mine(BTreeMap<SessionId, u32>);

/// A text that is no code: cut off, mistyped, made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Mine {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many sessions are chosen.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no further session can be chosen.
    pub fn is_full(&self) -> bool {
        self.len() >= CHOICES_MAX
    }

    /// Whether a session is chosen.
    pub fn contains(&self, session: SessionId) -> bool {
        self.0.contains_key(&session)
    }

    /// The chosen sessions with the versions in which they were chosen, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SessionId, u32)> + '_ {
        self.0.iter().map(|(session, version)| (*session, *version))
    }

    /// Chooses a session as a version shows it, unless it is chosen already or there is no more room.
    pub fn add(&mut self, session: SessionId, version: u32) {
        if !self.is_full() {
            self.0.entry(session).or_insert(version);
        }
    }

    /// Takes a choice back.
    pub fn remove(&mut self, session: SessionId) {
        self.0.remove(&session);
    }

    /// Keeps the choices that are something to this programme.
    pub fn retain(&mut self, keep: impl Fn(SessionId) -> bool) {
        self.0.retain(|session, _| keep(*session));
    }

    /// What is chosen here and not there, or in another version.
    pub fn beyond(&self, other: &Mine) -> Mine {
        self.iter().filter(|(session, version)| other.0.get(session) != Some(version)).collect()
    }

    /// Takes a version as seen: from now on, changes are told since then.
    pub fn seen(&mut self, version: u32) {
        self.0.values_mut().for_each(|chosen| *chosen = version);
    }

    /// The code of these choices; empty if there are none.
    pub fn code(&self) -> String {
        let mut groups: BTreeMap<u32, Vec<SessionId>> = BTreeMap::new();
        for (session, version) in &self.0 {
            groups.entry(*version).or_default().push(*session);
        }
        while groups.len() > GROUPS_MAX {
            let Some((_, sessions)) = groups.pop_first() else { break };
            if let Some(mut next) = groups.first_entry() {
                next.get_mut().extend(sessions);
                next.get_mut().sort();
            }
        }
        let mut code = String::new();
        for (version, sessions) in groups {
            write(&mut code, version);
            write(&mut code, sessions.len() as u32);
            let mut before = None;
            for SessionId(id) in sessions {
                write(&mut code, before.map_or(id, |before| id - before - 1));
                before = Some(id);
            }
        }
        code
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`Unreadable`], if the text is not exactly what [`Mine::code`] writes.
    pub fn of(code: &str) -> Result<Mine, Unreadable> {
        let mut choices = Mine::default();
        let mut rest = Digits(code.as_bytes());
        if code.len() > CODE_MAX {
            return Err(Unreadable);
        }
        while !rest.0.is_empty() {
            let (version, count) = (rest.number()?, rest.number()?);
            let mut before: Option<u32> = None;
            for _ in 0..count {
                let step = rest.number()?;
                let id = match before {
                    None => step,
                    Some(before) => {
                        before.checked_add(step).and_then(|id| id.checked_add(1)).ok_or(Unreadable)?
                    }
                };
                if choices.is_full() || choices.0.insert(SessionId(id), version).is_some() {
                    return Err(Unreadable);
                }
                before = Some(id);
            }
        }
        // One set, one code: pages are kept by their address, and two addresses must not be one page.
        if choices.code() == code { Ok(choices) } else { Err(Unreadable) }
    }
}

impl FromIterator<(SessionId, u32)> for Mine {
    fn from_iter<I: IntoIterator<Item = (SessionId, u32)>>(chosen: I) -> Mine {
        let mut choices = Mine::default();
        chosen.into_iter().for_each(|(session, version)| choices.add(session, version));
        choices
    }
}

fn write(code: &mut String, mut number: u32) {
    loop {
        let digit = (number & 31) as usize;
        number >>= 5;
        let place = if number == 0 { digit } else { digit + 32 };
        code.push(char::from(ALPHABET[place]));
        if number == 0 {
            return;
        }
    }
}

/// What is still to be read.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn number(&mut self) -> Result<u32, Unreadable> {
        let mut number = 0u32;
        for place in 0..7 {
            let (first, rest) = self.0.split_first().ok_or(Unreadable)?;
            self.0 = rest;
            let digit = ALPHABET.iter().position(|known| known == first).ok_or(Unreadable)?;
            let value = (digit as u32 & 31).checked_shl(5 * place).ok_or(Unreadable)?;
            if value >> (5 * place) != digit as u32 & 31 {
                return Err(Unreadable);
            }
            number |= value;
            if digit < 32 {
                return Ok(number);
            }
        }
        Err(Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mine(most: usize) -> impl Strategy<Value = Mine> {
        let session = prop_oneof![1u32..400, any::<u32>()];
        let version = prop_oneof![1u32..5, any::<u32>()];
        prop::collection::vec((session, version), 0..most)
            .prop_map(|chosen| chosen.into_iter().map(|(id, version)| (SessionId(id), version)).collect())
    }

    proptest! {
        #[test]
        fn any_set_is_read_again_as_it_was_written(mine in mine(GROUPS_MAX)) {
            prop_assert_eq!(Mine::of(&mine.code()), Ok(mine));
        }

        #[test]
        fn no_set_is_larger_than_a_cookie_may_be(mine in mine(600)) {
            let code = mine.code();
            prop_assert!(code.len() <= CODE_MAX && CODE_MAX < 3_700, "{} characters", code.len());
            let again = Mine::of(&code);
            prop_assert_eq!(again.map(|again| again.len()), Ok(mine.len()));
        }

        #[test]
        fn any_text_is_a_code_or_refused_and_a_code_has_one_text(text in "\\PC{0,40}") {
            if let Ok(mine) = Mine::of(&text) {
                prop_assert_eq!(mine.code(), text);
            }
        }

        #[test]
        fn any_letters_of_the_alphabet_are_a_code_or_refused(text in "[A-Za-z0-9_-]{0,60}") {
            if let Ok(mine) = Mine::of(&text) {
                prop_assert_eq!(mine.code(), text);
            }
        }

        #[test]
        fn a_code_that_was_cut_off_is_no_code_of_as_many(mine in mine(30)) {
            let code = mine.code();
            if !code.is_empty() {
                let cut = Mine::of(&code[..code.len() - 1]);
                prop_assert!(cut.is_err() || cut.is_ok_and(|cut| cut.len() < mine.len()));
            }
        }
    }

    #[test]
    fn twenty_sessions_of_one_week_fit_into_thirty_characters() {
        let mine: Mine = (1..=20).map(|n| (SessionId(n * 14), 3)).collect();
        let code = mine.code();
        assert!(code.len() <= 30, "{code}");
        assert_eq!(code, Mine::of(&code).unwrap().code());
    }

    #[test]
    fn what_nobody_wrote_is_refused() {
        let long = "A".repeat(CODE_MAX + 1);
        for text in ["B", "BB", "B!", "BBB ", "é", "BCBA\u{0}", "gA", "ggggggggggA", "BAAA", long.as_str()] {
            assert_eq!(Mine::of(text), Err(Unreadable), "{text:?}");
        }
    }
}
