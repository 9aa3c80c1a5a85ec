//! Variants: places that are kept beside the draft, to be compared and perhaps adopted.

use super::rules::within_meeting;
use super::state::end_of;
use super::{Act, Command, Place, Programme, Session, State};
use crate::{Forum, MeetingId, RoomId, Seq, SessionId, Stamp, VariantId, Words};
use imbl::OrdMap;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where sessions are: `None` for one that has no place. Whatever is not named stays where it is.
pub type Places = OrdMap<SessionId, Option<Place>>;

/// A session and where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// The session.
    pub session: SessionId,
    /// Its place, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Places that were kept beside the draft.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Variant {
    /// Id.
    pub id: VariantId,
    /// What it is called.
    pub name: Words,
    /// What is said about it.
    pub note: Option<Words>,
    /// When it was kept.
    pub at: Timestamp,
    /// The act that kept it.
    pub seq: Seq,
    /// Where the sessions are in it.
    pub places: Places,
}

/// Adds an act about a variant to the state.
pub(super) fn apply(state: &mut State, stamp: &Stamp, act: &Act) {
    match act.clone() {
        Act::VariantKept { id, meeting, name, note, places } => {
            state.last_variant = Some(id);
            let places = places.into_iter().map(|placed| (placed.session, placed.place)).collect();
            let variant = Variant { id, name, note, at: stamp.at, seq: stamp.seq, places };
            state.meetings.entry(meeting).or_default().variants.insert(id, Arc::new(variant));
        }
        Act::VariantDropped { meeting, variant, .. } => {
            if let Some(programme) = state.meetings.get_mut(&meeting) {
                programme.variants.remove(&variant);
            }
        }
        _ => {}
    }
}

/// The draft of a meeting with its sessions at other places, as far as they can be there today: a session that was
/// withdrawn since stays so, a room that was closed takes nobody in, days that are no longer the meeting's are empty, and
/// of two sessions that would share a room now the later one has no place. A session that is locked stays where it is. What the places do not name stays where it is,
/// if nobody else is there.
pub fn arranged(forum: &Forum, meeting: MeetingId, places: &Places) -> Programme {
    let mut programme = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
    let mut taken = Taken::default();
    let mut arranged = BTreeMap::new();
    let standing = || programme.sessions.values().filter(|session| !session.withdrawn);
    let is_locked = |session: &Session| programme.demands.locked.contains(&session.id);
    let locked = standing().filter(|session| is_locked(session)).map(|session| (session, session.place));
    let free = || standing().filter(|session| !is_locked(session));
    let named = free().filter_map(|session| Some((session, *places.get(&session.id)?)));
    let others = free().filter(|session| !places.contains_key(&session.id));
    for (session, place) in locked.chain(named).chain(others.map(|session| (session, session.place))) {
        let open = place.filter(|place| {
            let end = end_of(place.start, session.minutes);
            programme.rooms.contains_key(&place.room)
                && within_meeting(forum, meeting, place.start, end).is_ok()
        });
        arranged.insert(session.id, open.filter(|place| taken.take(session, *place)));
    }
    for (id, place) in arranged {
        if let Some(session) = programme.sessions.get_mut(&id)
            && session.place != place
        {
            Arc::make_mut(session).place = place;
        }
    }
    programme
}

impl Programme {
    /// Where the sessions of the draft are; one that was withdrawn is nowhere and is not named.
    pub fn places(&self) -> Places {
        let standing = self.sessions.iter().filter(|(_, session)| !session.withdrawn);
        standing.map(|(id, session)| (*id, session.place)).collect()
    }

    /// The commands that bring the sessions of this draft to where they are in another arrangement of it, in an order
    /// in which each of them can be done: a session leaves its place first only if it stands in another's way. A place that
    /// another keeps is asked for nevertheless, last, so that the refusal says why it cannot be had.
    pub fn steps_to(&self, other: &Programme) -> Vec<Command> {
        let mut taken = Taken::default();
        let mut waiting: Vec<(&Session, Option<Place>)> = Vec::new();
        for (id, session) in self.sessions.iter().filter(|(_, session)| !session.withdrawn) {
            if let Some(place) = session.place {
                taken.take(session, place);
            }
            let wanted = other.sessions.get(id).map_or(session.place, |session| session.place);
            if wanted != session.place {
                waiting.push((session, wanted));
            }
        }
        let go = |session: &Session, to: Place| Command::PlaceSession {
            session: session.id,
            room: to.room,
            start: to.start,
        };
        let mut steps = Vec::new();
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|(session, wanted)| {
                let Some(place) = wanted else {
                    taken.leave(session.id);
                    steps.push(Command::UnplaceSession { session: session.id });
                    return false;
                };
                if !taken.take(session, *place) {
                    return true;
                }
                steps.push(go(session, *place));
                false
            });
            // All of them wait for one another: somebody stands aside.
            if waiting.len() == before {
                let standing = waiting.iter().find(|(session, _)| taken.holds(session.id));
                let Some((session, _)) = standing else {
                    steps.extend(waiting.iter().filter_map(|(session, to)| Some(go(session, (*to)?))));
                    break;
                };
                taken.leave(session.id);
                steps.push(Command::UnplaceSession { session: session.id });
            }
        }
        steps
    }
}

/// Which rooms are taken when, and by whom.
#[derive(Default)]
struct Taken {
    rooms: BTreeMap<RoomId, BTreeMap<Timestamp, (Timestamp, SessionId)>>,
    places: BTreeMap<SessionId, Place>,
}

impl Taken {
    /// Takes a place for a session, instead of the one that it has, unless somebody else is there.
    fn take(&mut self, session: &Session, place: Place) -> bool {
        let end = end_of(place.start, session.minutes);
        let room = self.rooms.entry(place.room).or_default();
        let busy = |(_, (until, who)): (&Timestamp, &(Timestamp, SessionId))| {
            *who != session.id && *until > place.start
        };
        // Those in a room do not overlap, so that the last two that begin before the end tell: one may be the session itself.
        if room.range(..end).rev().take(2).any(busy) {
            return false;
        }
        self.leave(session.id);
        self.rooms.entry(place.room).or_default().insert(place.start, (end, session.id));
        self.places.insert(session.id, place);
        true
    }

    fn leave(&mut self, session: SessionId) {
        let place = self.places.remove(&session);
        let room = place.and_then(|place| Some((self.rooms.get_mut(&place.room)?, place.start)));
        if let Some((room, start)) = room {
            room.remove(&start);
        }
    }

    fn holds(&self, session: SessionId) -> bool {
        self.places.contains_key(&session)
    }
}
