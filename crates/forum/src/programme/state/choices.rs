//! Who has chosen which session for their own programme.

use super::State;
use crate::programme::Act;
use crate::{PersonId, Seq, SessionId, Stamp, people};
use imbl::OrdMap;
use serde::Serialize;

/// The choices of all persons.
#[derive(Clone, Default, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Choices {
    /// By person, each session with the act that chose it.
    by_person: OrdMap<PersonId, OrdMap<SessionId, Seq>>,
    /// How many persons have chosen a session. Derived from `by_person`.
    #[serde(skip)]
    counts: OrdMap<SessionId, u32>,
}

impl Choices {
    pub(super) fn is_empty(&self) -> bool {
        self.by_person.is_empty()
    }

    fn add(&mut self, person: PersonId, session: SessionId, seq: Seq) {
        if self.by_person.entry(person).or_default().insert(session, seq).is_none() {
            *self.counts.entry(session).or_default() += 1;
        }
    }

    fn remove(&mut self, person: PersonId, session: SessionId) {
        let Some(theirs) = self.by_person.get_mut(&person) else { return };
        if theirs.remove(&session).is_some() {
            self.uncount(session);
        }
        // Whoever has chosen nothing and whoever has taken everything back are the same.
        if self.by_person.get(&person).is_some_and(OrdMap::is_empty) {
            self.by_person.remove(&person);
        }
    }

    fn forget(&mut self, person: PersonId) {
        let theirs = self.by_person.remove(&person).unwrap_or_default();
        theirs.keys().for_each(|session| self.uncount(*session));
    }

    fn uncount(&mut self, session: SessionId) {
        match self.counts.get_mut(&session) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                self.counts.remove(&session);
            }
        }
    }
}

impl State {
    /// What a person has chosen, each session with the act that chose it.
    pub fn choices_of(&self, person: PersonId) -> impl Iterator<Item = (SessionId, Seq)> + '_ {
        let theirs = self.choices.by_person.get(&person);
        theirs.into_iter().flat_map(|theirs| theirs.iter().map(|(session, seq)| (*session, *seq)))
    }

    /// Whether a person has chosen a session.
    pub fn has_chosen(&self, person: PersonId, session: SessionId) -> bool {
        self.choices.by_person.get(&person).is_some_and(|theirs| theirs.contains_key(&session))
    }

    /// How many persons have chosen a session.
    pub(crate) fn chosen_by(&self, session: SessionId) -> u32 {
        self.choices.counts.get(&session).copied().unwrap_or_default()
    }

    /// What each person has chosen, in the order of the sessions; who they are is not said.
    pub(crate) fn all_choices(&self) -> impl Iterator<Item = impl Iterator<Item = SessionId>> {
        self.choices.by_person.values().map(|theirs| theirs.keys().copied())
    }

    /// How many persons have chosen at least one of these sessions.
    pub(crate) fn choosers(&self, of: impl Fn(SessionId) -> bool) -> usize {
        self.choices.by_person.values().filter(|theirs| theirs.keys().any(|session| of(*session))).count()
    }

    pub(super) fn choose(&mut self, stamp: &Stamp, act: &Act) {
        match act {
            Act::Chosen { session, person } => self.choices.add(*person, *session, stamp.seq),
            Act::Unchosen { session, person } => self.choices.remove(*person, *session),
            _ => {}
        }
    }

    /// Hears what happens to persons: whoever is forgotten is expected nowhere.
    pub(crate) fn hear(&mut self, act: &people::Act) {
        if let people::Act::PersonErased { person, .. } = act {
            self.choices.forget(*person);
            let meetings: Vec<_> = self.meetings.keys().copied().collect();
            for meeting in meetings {
                let Some(programme) = self.meetings.get_mut(&meeting) else { continue };
                programme.demands.forget(*person);
                programme.history.forget_person(*person);
            }
        }
    }
}
