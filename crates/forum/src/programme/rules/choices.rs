//! What somebody may choose for their own programme.

use super::super::Act;
use crate::programme::views::published;
use crate::{Forum, PersonId, Refusal, SessionId};

/// Most sessions that a person can choose in a forum: all of several weeks, and no flood.
pub(crate) const CHOICES_MAX: usize = 2_000;

/// Only what is published can be chosen: whether a draft has such a session is not said to whoever asks.
pub(super) fn choose(forum: &Forum, session: SessionId, person: PersonId) -> Result<Act, Refusal> {
    forum.people.living(person)?;
    let meeting = forum.programme.meeting_of(session);
    let version = meeting.and_then(|meeting| published(forum, meeting));
    if !version.is_some_and(|version| version.sessions.contains_key(&session)) {
        return Err(Refusal::NoSuchSession { session });
    }
    if forum.programme.has_chosen(person, session) {
        return Err(Refusal::NothingChanged);
    }
    match forum.programme.choices_of(person).count() {
        have if have >= CHOICES_MAX => Err(Refusal::TooManyChoices { max: CHOICES_MAX }),
        _ => Ok(Act::Chosen { session, person }),
    }
}

pub(super) fn unchoose(forum: &Forum, session: SessionId, person: PersonId) -> Result<Act, Refusal> {
    match forum.programme.has_chosen(person, session) {
        true => Ok(Act::Unchosen { session, person }),
        false => Err(Refusal::NothingChanged),
    }
}
