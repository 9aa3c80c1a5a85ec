//! Roles: what somebody does in a session, proposed or on the programme.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// In what role a person stands on the programme.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the session.
    Chair,
    /// Leads the discussion in the room.
    Moderator,
    /// Brings the people online into the discussion.
    OnlineModerator,
    /// Speaks.
    Speaker,
    /// Writes the report.
    Rapporteur,
    /// Organises the session.
    Organiser,
}

impl Role {
    /// All roles, in the order in which a page shows them.
    pub const ALL: [Role; 6] = [
        Role::Chair,
        Role::Moderator,
        Role::OnlineModerator,
        Role::Speaker,
        Role::Rapporteur,
        Role::Organiser,
    ];

    /// The role's name in message catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Moderator => "moderator",
            Role::OnlineModerator => "online-moderator",
            Role::Speaker => "speaker",
            Role::Rapporteur => "rapporteur",
            Role::Organiser => "organiser",
        }
    }

    /// Whether the person must be there while the session runs. An organiser may have others do it.
    pub fn is_present(self) -> bool {
        self != Role::Organiser
    }
}
