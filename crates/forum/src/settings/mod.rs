//! What a forum chooses about itself: one entry for each in [`SETTINGS`], with its kind, its default and who may change it.
//!
//! A setting is here because something reads it. Its name and its reason are messages, `setting-KEY` and
//! `setting-KEY-why`.

mod acts;
mod rules;
mod state;

pub use acts::{Act, Command, Value};
pub(crate) use rules::{admits, decide};
pub use state::State;

use crate::access::{Access, AccessSet};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The settings by name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SettingKey")]
pub enum Key {
    /// What the forum is called on its pages.
    Name,
    /// A note on the front page.
    Notice,
    /// The address for mail that every page shows.
    Contact,
    /// The language for readers who state none, and of new sessions.
    Language,
    /// Whether people may enter themselves.
    SignUp,
}

/// What a setting holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A line of text, or none.
    Line,
    /// Paragraphs, or none.
    Prose,
    /// An address for mail, or none.
    Email,
    /// A language tag, or none.
    Language,
    /// On or off; on, as long as nobody says otherwise.
    Switch,
}

/// A setting: what it holds, and who may change it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name.
    pub key: Key,
    /// What it holds.
    pub kind: Kind,
    /// Who may change it.
    pub may: AccessSet,
}

const DESK: AccessSet = AccessSet::of(&[Access::Secretariat]);
const HOUSE: AccessSet = AccessSet::of(&[Access::Secretariat, Access::Admin]);

/// All settings, in the order in which a page shows them.
pub const SETTINGS: &[Setting] = &[
    Setting { key: Key::Name, kind: Kind::Line, may: DESK },
    Setting { key: Key::Notice, kind: Kind::Prose, may: DESK },
    Setting { key: Key::Contact, kind: Kind::Email, may: DESK },
    Setting { key: Key::Language, kind: Kind::Language, may: DESK },
    Setting { key: Key::SignUp, kind: Kind::Switch, may: HOUSE },
];

impl Key {
    /// Its entry in the list.
    pub fn setting(self) -> Setting {
        let found = SETTINGS.iter().find(|setting| setting.key == self).copied();
        found.expect("a test finds every key in the list")
    }

    /// Its name in message catalogues and forms.
    pub fn name(self) -> &'static str {
        match self {
            Key::Name => "name",
            Key::Notice => "notice",
            Key::Contact => "contact",
            Key::Language => "language",
            Key::SignUp => "sign-up",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_in_the_list_once() {
        let all = [Key::Name, Key::Notice, Key::Contact, Key::Language, Key::SignUp];
        let listed: Vec<Key> = SETTINGS.iter().map(|setting| setting.key).collect();
        assert_eq!(listed, all);
        assert!(all.iter().all(|key| key.setting().key == *key));
    }
}
