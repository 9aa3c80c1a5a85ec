//! Names of things in the log: small numbers, counted up by the forum itself, one type each.
//!
//! They are allotted by `decide` from the state and therefore need no randomness; a rival node that lost the race
//! for a sequence number decides again and gets the next free number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The id after the largest one in use, or the first.
            pub(crate) fn after(last: Option<&$name>) -> $name {
                $name(last.map_or(1, |id| id.0 + 1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map($name)
            }
        }
    )*};
}

ids! {
    /// A series of meetings: the annual forum, a working group, a dialogue.
    SeriesId
    /// A meeting of a series.
    MeetingId
    /// A person, known to the forum by whatever they agreed to tell it.
    PersonId
    /// An organisation.
    OrganisationId
    /// A room of a meeting, on site or online.
    RoomId
    /// A slot in the grid of a meeting's day.
    SlotId
    /// A track (theme) of a meeting.
    TrackId
    /// A session of a meeting.
    SessionId
    /// Something of which a meeting has only so many.
    ResourceId
    /// A variant of the programme of a meeting.
    VariantId
    /// A call for sessions or issues.
    CallId
    /// A proposal of a session, or an issue.
    ProposalId
    /// Somebody's part in a proposal; counted within it.
    PartId
    /// A cluster of issues, and the team that it becomes.
    ClusterId
    /// A suggestion that proposals become one.
    MergeId
}
