//! What may be done to settings, and what they forbid.

use super::{Act, Command, Key, Kind, Value};
use crate::context::Scribe;
use crate::text::{NAME_MAX, email, language, optional_line, optional_prose};
use crate::{Actor, Context, Forum, Refusal};

pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    let Command::ChangeSetting { setting, value: text } = command;
    let mut scribe = Scribe::new(context);
    let mut words = |text: Option<String>| Value::Text(text.map(|text| scribe.words(text)));
    let value = match setting.setting().kind {
        Kind::Line => words(optional_line("name", text, NAME_MAX)?),
        Kind::Prose => words(optional_prose("note", text)?),
        Kind::Email => words(email("email", text)?),
        Kind::Language if text.trim().is_empty() => Value::Language(None),
        Kind::Language => Value::Language(Some(language("language", text)?)),
        Kind::Switch => Value::Switch(text == "yes"),
    };
    match is_same(forum, *setting, &value) {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::SettingChanged { setting: *setting, value }),
    }
}

fn is_same(forum: &Forum, key: Key, value: &Value) -> bool {
    let now = &forum.settings;
    match value {
        // Salts are fresh, so that the same text is other words.
        Value::Text(words) => now.text(key) == words.as_ref().and_then(|words| words.text()),
        Value::Language(tag) => now.text(key) == tag.as_deref(),
        Value::Switch(on) => now.is_on(key) == *on,
    }
}

/// Whether a newcomer may enter themselves. Whoever was asked to take part in something may, to answer.
pub(crate) fn admits(forum: &Forum, actor: Actor, command: &crate::Command) -> Result<(), Refusal> {
    let crate::Command::People(crate::people::Command::Enter { email, .. }) = command else { return Ok(()) };
    let closed = actor == Actor::Newcomer && !forum.settings.is_on(Key::SignUp);
    match closed && !crate::call::views::asks_mailbox(forum, email) {
        true => Err(Refusal::SignUpClosed),
        false => Ok(()),
    }
}
