//! Offices: what somebody was granted to do for a forum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An office of a forum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// Reads and scores what is proposed.
    Reviewer,
    /// Leads the advisory group: sees the draft programme and names reviewers.
    Chair,
    /// Runs the forum.
    Secretariat,
    /// Looks after the installation; sees no more of the forum than a participant does.
    Admin,
}

impl Office {
    /// All offices.
    pub const ALL: [Office; 4] = [Office::Reviewer, Office::Chair, Office::Secretariat, Office::Admin];

    /// Its name in message catalogues, and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Office::Reviewer => "reviewer",
            Office::Chair => "chair",
            Office::Secretariat => "secretariat",
            Office::Admin => "admin",
        }
    }

    /// Whether a second person has to agree before somebody holds it. One who could name others alone could make up
    /// that second person, so it is so for every office that names others to such an office.
    pub fn takes_two(self) -> bool {
        self != Office::Reviewer
    }
}
