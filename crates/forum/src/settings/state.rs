//! What is set.

use super::{Act, Key, Value};
use imbl::OrdMap;
use serde::Serialize;

/// What differs from the defaults.
#[derive(Clone, Default, Debug, Serialize)]
pub struct State(OrdMap<Key, Value>);

impl State {
    /// Whether everything is as it is by default.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, address or language that a setting holds.
    pub fn text(&self, key: Key) -> Option<&str> {
        match self.0.get(&key)? {
            Value::Text(words) => words.as_ref()?.text(),
            Value::Language(tag) => tag.as_deref(),
            Value::Switch(_) => None,
        }
    }

    /// Whether a switch is on.
    pub fn is_on(&self, key: Key) -> bool {
        !matches!(self.0.get(&key), Some(Value::Switch(false)))
    }

    pub(crate) fn apply(&mut self, act: &Act) {
        let Act::SettingChanged { setting, value } = act.clone();
        self.0.insert(setting, value);
    }
}
