//! What happens to settings.

use super::Key;
use crate::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Facts about settings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "SettingsAct")]
pub enum Act {
    /// A setting was changed.
    SettingChanged {
        /// Which.
        setting: Key,
        /// What it holds now.
        value: Value,
    },
}

/// What a setting holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SettingValue")]
pub enum Value {
    /// What somebody wrote, or nothing.
    Text(Option<Words>),
    /// A language tag, or nothing.
    Language(Option<String>),
    /// On or off.
    Switch(bool),
}

/// Wishes about settings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "SettingsCommand")]
pub enum Command {
    /// Change a setting; blank takes back what may be missing, and `yes` switches on.
    ChangeSetting {
        /// Which.
        setting: Key,
        /// What it shall hold.
        value: String,
    },
}
