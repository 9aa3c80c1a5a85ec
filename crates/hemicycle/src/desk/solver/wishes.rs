//! What somebody wishes of a run, and the bounds of it.

use std::collections::BTreeSet;

use forum::programme::Programme;
use forum::{Refusal, RoomId, SessionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Longest run, in seconds.
pub(super) const SECONDS_MAX: u32 = 600;
/// How long a run lasts if nobody says.
pub(super) const SECONDS: u32 = 30;
/// Most threads of a run, on however large a machine.
const THREADS_MAX: usize = 8;

/// What stays where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RunKeeps")]
pub(super) enum Keep {
    /// Whatever has a place in the draft; only the others are planned.
    Placed,
    /// As much of the draft as possible.
    Draft,
    /// As much of the published version as possible.
    Published,
    /// Nothing but what is locked.
    #[default]
    Nothing,
}

impl Keep {
    /// All of them, in the order in which a form offers them.
    pub(super) const ALL: [Keep; 4] = [Keep::Placed, Keep::Draft, Keep::Published, Keep::Nothing];

    /// Its name in forms and in the API.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Keep::Placed => "placed",
            Keep::Draft => "draft",
            Keep::Published => "published",
            Keep::Nothing => "nothing",
        }
    }

    /// What most people want of a draft: to fill it, to improve it, or to begin.
    pub(super) fn usual(draft: &Programme) -> Keep {
        let placed = draft.sessions.values().any(|session| session.placed().is_some());
        match (placed, draft.unplaced().next()) {
            (false, _) => Keep::Nothing,
            (true, Some(_)) => Keep::Placed,
            (true, None) if draft.latest().is_some() => Keep::Published,
            (true, None) => Keep::Draft,
        }
    }
}

/// What a run shall do. The same wishes for the same draft try the same things in the same order; how far they come in
/// their seconds is the machine's affair.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "RunWishes")]
pub(super) struct Wishes {
    /// How long it may take.
    pub seconds: u32,
    /// On how many processors.
    pub threads: u32,
    /// Where chance begins: another number tries other things.
    pub seed: u64,
    /// What stays where it is.
    pub keep: Keep,
    /// What if these rooms were not there.
    pub without_rooms: BTreeSet<RoomId>,
    /// What if these sessions were not held.
    pub without_sessions: BTreeSet<SessionId>,
}

impl Default for Wishes {
    fn default() -> Wishes {
        Wishes {
            seconds: SECONDS,
            threads: threads_max().min(2),
            seed: 1,
            keep: Keep::Nothing,
            without_rooms: BTreeSet::new(),
            without_sessions: BTreeSet::new(),
        }
    }
}

/// As many threads as there are processors, within reason.
pub(super) fn threads_max() -> u32 {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    u32::try_from(processors.min(THREADS_MAX)).unwrap_or(1)
}

impl Wishes {
    /// Whether it is about another meeting than the one that is planned.
    pub(super) fn is_what_if(&self) -> bool {
        !self.without_rooms.is_empty() || !self.without_sessions.is_empty()
    }

    /// Holds them against their bounds and against what the draft knows.
    ///
    /// # Errors
    /// The [`Refusal`] that names the field.
    pub(super) fn check(&self, draft: &Programme) -> Result<(), Refusal> {
        let bounds = [
            ("seconds", u64::from(self.seconds), u64::from(SECONDS_MAX)),
            ("threads", u64::from(self.threads), u64::from(threads_max())),
        ];
        for (field, have, max) in bounds {
            if !(1..=max).contains(&have) {
                return Err(Refusal::OutOfBounds { field: field.into(), have, min: 1, max });
            }
        }
        if let Some(room) = self.without_rooms.iter().find(|room| !draft.rooms.contains_key(*room)) {
            return Err(Refusal::NoSuchRoom { room: *room });
        }
        let unknown = self.without_sessions.iter().find(|session| !draft.sessions.contains_key(*session));
        unknown.map_or(Ok(()), |session| Err(Refusal::NoSuchSession { session: *session }))
    }
}
