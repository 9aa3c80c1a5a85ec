//! What is known of demands, and how acts change it.

use super::{Act, Availability, Needs, Stretch, Walk, Wish};
use crate::{PersonId, ResourceId, RoomId, SessionId};
use imbl::{OrdMap, OrdSet, Vector};
use serde::Serialize;

/// All demands on the programme of a meeting.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Demands {
    /// What rooms are fitted with.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub features: OrdMap<RoomId, Vec<String>>,
    /// When rooms cannot be used.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub blocked: OrdMap<RoomId, Vec<Stretch>>,
    /// What sessions need.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub needs: OrdMap<SessionId, Needs>,
    /// Sessions that keep their place.
    #[serde(skip_serializing_if = "OrdSet::is_empty")]
    pub locked: OrdSet<SessionId>,
    /// Which session must be over before which other begins.
    #[serde(skip_serializing_if = "OrdSet::is_empty")]
    pub orders: OrdSet<(SessionId, SessionId)>,
    /// Things of which there are only so many.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub resources: OrdMap<ResourceId, Resource>,
    /// Those that were removed, so that they can be brought back as what they were.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub removed_resources: OrdMap<ResourceId, Resource>,
    /// Minutes from any room to any other.
    #[serde(skip_serializing_if = "is_nothing")]
    pub walking: u32,
    /// Minutes between some rooms, where they are more or fewer.
    #[serde(skip_serializing_if = "Vector::is_empty")]
    pub walks: Vector<Walk>,
    /// When people can take part, and how.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub people: OrdMap<PersonId, Availability>,
    /// What wishes weigh, where it is not the default.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub weights: OrdMap<Wish, u32>,
}

/// Something of which there are only so many.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Resource {
    /// What it is called.
    pub name: String,
    /// How many there are.
    pub count: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this shape")]
fn is_nothing(minutes: &u32) -> bool {
    *minutes == 0
}

impl Demands {
    /// Whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        *self == Demands::default()
    }

    /// What a session needs; nothing, if nobody has said.
    pub fn of(&self, session: SessionId) -> Needs {
        self.needs.get(&session).cloned().unwrap_or_default()
    }

    /// Forgets a person: whoever is gone is expected at no time.
    pub(in crate::programme) fn forget(&mut self, person: PersonId) {
        self.people.remove(&person);
    }

    /// Adds an act.
    pub(in crate::programme) fn apply(&mut self, act: &Act) {
        match act.clone() {
            Act::RoomFitted { room, features, .. } => set(&mut self.features, room, features, Vec::is_empty),
            Act::RoomBlocked { room, times, .. } => set(&mut self.blocked, room, times, Vec::is_empty),
            Act::SessionNeeds { session, needs } => {
                set(&mut self.needs, session, needs, |needs| *needs == Needs::default());
            }
            Act::SessionLocked { session } => {
                self.locked.insert(session);
            }
            Act::SessionUnlocked { session } => {
                self.locked.remove(&session);
            }
            Act::OrderDemanded { before, after } => {
                self.orders.insert((before, after));
            }
            Act::OrderDropped { before, after } => {
                self.orders.remove(&(before, after));
            }
            Act::ResourceAdded { id: resource, name, count, .. }
            | Act::ResourceAmended { resource, name, count, .. } => {
                self.resources.insert(resource, Resource { name, count });
            }
            Act::ResourceRemoved { resource, .. } => {
                let removed = self.resources.remove(&resource).map(|known| (resource, known));
                self.removed_resources.extend(removed);
            }
            Act::ResourceRestored { resource, .. } => {
                let restored = self.removed_resources.remove(&resource).map(|known| (resource, known));
                self.resources.extend(restored);
            }
            Act::WalksTimed { minutes, walks, .. } => {
                (self.walking, self.walks) = (minutes, walks.into_iter().collect());
            }
            Act::PersonAvailable { person, availability, .. } => {
                set(&mut self.people, person, availability, |known| *known == Availability::default());
            }
            Act::WeightChanged { wish, weight: Some(weight), .. } => {
                self.weights.insert(wish, weight);
            }
            Act::WeightChanged { wish, weight: None, .. } => {
                self.weights.remove(&wish);
            }
        }
    }
}

/// Keeps a value, unless it says nothing: whoever has taken everything back and whoever has said nothing are the same.
fn set<K: Ord + Clone, V: Clone>(map: &mut OrdMap<K, V>, key: K, value: V, is_nothing: impl Fn(&V) -> bool) {
    if is_nothing(&value) {
        map.remove(&key);
    } else {
        map.insert(key, value);
    }
}
