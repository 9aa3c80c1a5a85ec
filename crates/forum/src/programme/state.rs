//! What is known about programmes.

mod choices;
mod frame;

use self::choices::Choices;
use super::demands::{self, Demands};
use super::history::{self, History};
use super::variants::{self, Variant};
use super::{Act, Role, SessionChange};
use crate::people::Origin;
use crate::{
    MeetingId, OrganisationId, PersonId, ResourceId, RoomId, Seq, SessionId, SlotId, Slug, Stamp, TrackId,
    VariantId, Words,
};
use imbl::{OrdMap, OrdSet, Vector};
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The programmes of all meetings of a forum.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// Programmes by meeting.
    pub meetings: OrdMap<MeetingId, Programme>,
    /// The meeting of each session. Ids of rooms, tracks, slots and sessions are unique in the whole forum.
    sessions: OrdMap<SessionId, MeetingId>,
    pub(super) last_room: Option<RoomId>,
    pub(super) last_slot: Option<SlotId>,
    pub(super) last_track: Option<TrackId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_variant: Option<VariantId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_resource: Option<ResourceId>,
    /// Who has chosen what.
    #[serde(skip_serializing_if = "Choices::is_empty")]
    choices: Choices,
}

/// The programme of a meeting as its makers see it: the draft, and every version that was published.
#[derive(Clone, Default, Serialize)]
pub struct Programme {
    /// Rooms by id.
    pub rooms: OrdMap<RoomId, Room>,
    /// Slots of the grid by id.
    pub slots: OrdMap<SlotId, Slot>,
    /// Tracks by id.
    pub tracks: OrdMap<TrackId, Track>,
    /// Sessions by id, withdrawn ones included.
    pub sessions: OrdMap<SessionId, Arc<Session>>,
    /// Published versions, the first first.
    pub versions: Vector<Arc<Version>>,
    /// The last act that changed the draft.
    pub changed: Seq,
    /// Rooms that were closed, so that they can be opened again as what they were.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub closed_rooms: OrdMap<RoomId, Room>,
    /// Slots that were taken out of the grid.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub removed_slots: OrdMap<SlotId, Slot>,
    /// Tracks that were given up.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub removed_tracks: OrdMap<TrackId, Track>,
    /// What is demanded of it.
    #[serde(skip_serializing_if = "Demands::is_empty")]
    pub demands: Demands,
    /// What was kept beside the draft.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub variants: OrdMap<VariantId, Arc<Variant>>,
    /// The latest changes, and what takes them back. Derived from the acts.
    #[serde(skip)]
    pub history: History,
    /// Sessions by their code in addresses. Derived from `sessions`.
    #[serde(skip)]
    by_slug: OrdMap<Slug, SessionId>,
}

/// A room, on site or online.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Room {
    /// Name in addresses.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// Seats, where known.
    pub seats: Option<u32>,
    /// Under which name another system knows it.
    pub origin: Option<Origin>,
}

/// A slot of the grid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Slot {
    /// Beginning.
    pub start: Timestamp,
    /// End.
    pub end: Timestamp,
    /// What happens in it, if it is no time for sessions.
    pub pause: Option<String>,
}

/// A track.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Track {
    /// Name in addresses.
    pub slug: Slug,
    /// Name.
    pub name: String,
}

/// Where and when a session takes place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The room.
    pub room: RoomId,
    /// The beginning.
    pub start: Timestamp,
}

/// A session.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// Public code.
    pub code: String,
    /// Code in addresses.
    pub slug: Slug,
    /// Type.
    pub kind: String,
    /// Title.
    pub title: Words,
    /// What it is about.
    pub summary: Option<Words>,
    /// Language tag.
    pub language: String,
    /// Format.
    pub format: Option<String>,
    /// Track.
    pub track: Option<TrackId>,
    /// Length.
    pub minutes: u32,
    /// Organisations that hold it.
    pub organisers: Vec<OrganisationId>,
    /// Who does what, in the order in which they were entered.
    pub roles: Vector<(Role, PersonId)>,
    /// Where and when, once it is placed.
    pub place: Option<Place>,
    /// Whether it will not take place.
    pub withdrawn: bool,
    /// Under which name another system knows it.
    pub origin: Option<Origin>,
    /// The acts that hold its words: what an erasure has to blank.
    pub words_in: Vector<Seq>,
}

/// A published version of a programme. It never changes.
#[derive(Clone, Serialize)]
pub struct Version {
    /// Number, counted from 1.
    pub number: u32,
    /// Label.
    pub label: String,
    /// What the publisher said about it.
    pub note: Option<Words>,
    /// When it was published.
    pub at: Timestamp,
    /// The act that published it.
    pub seq: Seq,
    /// Rooms by id.
    pub rooms: OrdMap<RoomId, Room>,
    /// Slots by id.
    pub slots: OrdMap<SlotId, Slot>,
    /// Tracks by id.
    pub tracks: OrdMap<TrackId, Track>,
    /// Sessions that had a place and were not withdrawn.
    pub sessions: OrdMap<SessionId, Arc<Session>>,
    /// Everybody who had a role in one of them.
    pub people: OrdSet<PersonId>,
}

impl Session {
    /// Where and when it takes place, unless it is withdrawn or has no place: `(room, start, end)`.
    pub fn placed(&self) -> Option<(RoomId, Timestamp, Timestamp)> {
        let Place { room, start } = self.place.filter(|_| !self.withdrawn)?;
        Some((room, start, end_of(start, self.minutes)))
    }
}

/// The end of something that begins then and lasts so long, or the end of time.
pub(crate) fn end_of(start: Timestamp, minutes: u32) -> Timestamp {
    start.saturating_add(SignedDuration::from_mins(minutes.into())).unwrap_or(Timestamp::MAX)
}

impl Programme {
    /// Finds a session by its code in addresses.
    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Session>> {
        let slug = Slug::new("code", slug).ok()?;
        self.sessions.get(self.by_slug.get(&slug)?)
    }

    /// The version that the public sees.
    pub fn latest(&self) -> Option<&Arc<Version>> {
        self.versions.last()
    }
}

impl State {
    /// The meeting to which a session belongs.
    pub fn meeting_of(&self, session: SessionId) -> Option<MeetingId> {
        self.sessions.get(&session).copied()
    }

    /// A session and its meeting.
    pub fn session(&self, id: SessionId) -> Option<(MeetingId, &Arc<Session>)> {
        let meeting = self.meeting_of(id)?;
        Some((meeting, self.meetings.get(&meeting)?.sessions.get(&id)?))
    }

    pub(super) fn last_session(&self) -> Option<&SessionId> {
        self.sessions.keys().next_back()
    }

    /// Says whether a person stands on the published programme of any meeting.
    pub(crate) fn is_on_programme(&self, person: PersonId) -> bool {
        self.meetings.values().filter_map(Programme::latest).any(|version| version.people.contains(&person))
    }

    pub(crate) fn apply(&mut self, stamp: &Stamp, act: &Act) {
        // What somebody chooses changes no draft.
        if act.chooser().is_some() {
            return self.choose(stamp, act);
        }
        if act.is_about_a_variant() {
            return variants::apply(self, stamp, act);
        }
        let back = history::inverse(self, act);
        self.change_by(stamp, act);
        let Some(programme) = act.meeting(self).and_then(|meeting| self.meetings.get_mut(&meeting)) else {
            return;
        };
        if !matches!(act, Act::ProgrammePublished { .. }) {
            // No version shows what is demanded: it is nothing to publish. Of what is taken back, the acts that follow tell.
            if !matches!(act, Act::Demanded(_) | Act::ChangeUndone { .. }) {
                programme.changed = stamp.seq;
            }
            programme.history.keep(stamp, act, back);
        }
        // After it has been kept: this act, too, names the session.
        if let Act::SessionErased { session, .. } = act {
            programme.history.forget(*session);
        }
    }

    fn change_by(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::RoomOpened { id, meeting, slug, name, seats, origin } => {
                self.last_room = Some(id);
                let room = Room { slug, name, seats, origin };
                self.meetings.entry(meeting).or_default().rooms.insert(id, room);
            }
            Act::SlotAdded { id, meeting, start, end, pause } => {
                self.last_slot = Some(id);
                self.meetings.entry(meeting).or_default().slots.insert(id, Slot { start, end, pause });
            }
            Act::TrackAdded { id, meeting, slug, name } => {
                self.last_track = Some(id);
                self.meetings.entry(meeting).or_default().tracks.insert(id, Track { slug, name });
            }
            Act::RoomAmended { meeting, .. }
            | Act::RoomClosed { meeting, .. }
            | Act::RoomReopened { meeting, .. }
            | Act::SlotAmended { meeting, .. }
            | Act::SlotRemoved { meeting, .. }
            | Act::SlotRestored { meeting, .. }
            | Act::TrackRenamed { meeting, .. }
            | Act::TrackRemoved { meeting, .. }
            | Act::TrackRestored { meeting, .. } => {
                if let Some(programme) = self.meetings.get_mut(&meeting) {
                    frame::change(programme, act);
                }
            }
            Act::SessionAdded { .. } => self.add_session(stamp, act),
            Act::SessionAmended { session, changes } => self.change(session, |session| {
                session.words_in.push_back(stamp.seq);
                changes.into_iter().for_each(|change| amend(session, change));
            }),
            Act::SessionErased { session, .. } => self.erase(session),
            Act::SessionWithdrawn { session } => self.change(session, |session| session.withdrawn = true),
            Act::SessionReinstated { session, place } => self.reinstate(session, place),
            Act::RoleGiven { session, person, role } => {
                self.change(session, |session| session.roles.push_back((role, person)));
            }
            Act::RoleTaken { session, person, role } => {
                self.change(session, |session| session.roles.retain(|given| *given != (role, person)));
            }
            Act::SessionPlaced { session, room, start } => {
                self.change(session, |session| session.place = Some(Place { room, start }));
            }
            Act::SessionUnplaced { session } => self.change(session, |session| session.place = None),
            Act::Demanded(act) => self.demand(&act),
            Act::ChangeUndone { .. }
            | Act::Chosen { .. }
            | Act::Unchosen { .. }
            | Act::VariantKept { .. }
            | Act::VariantDropped { .. } => {}
            Act::ProgrammePublished { meeting, version, label, note } => {
                if let Some(programme) = self.meetings.get_mut(&meeting) {
                    publish(programme, stamp, version, label, note);
                }
            }
        }
    }

    fn demand(&mut self, act: &demands::Act) {
        if let demands::Act::ResourceAdded { id, .. } = act {
            self.last_resource = Some(*id);
        }
        let of_session = || act.session().and_then(|session| self.meeting_of(session));
        if let Some(meeting) = act.meeting().or_else(of_session) {
            self.meetings.entry(meeting).or_default().demands.apply(act);
        }
    }

    /// Lets a session take place after all. The track under which it stood may have been given up meanwhile.
    fn reinstate(&mut self, id: SessionId, place: Option<Place>) {
        let programme = self.sessions.get(&id).and_then(|meeting| self.meetings.get(meeting));
        let tracks = programme.map(|programme| programme.tracks.clone()).unwrap_or_default();
        self.change(id, |session| {
            session.withdrawn = false;
            session.place = place;
            session.track = session.track.filter(|track| tracks.contains_key(track));
        });
    }

    fn add_session(&mut self, stamp: &Stamp, act: &Act) {
        let Act::SessionAdded {
            id,
            meeting,
            code,
            slug,
            kind,
            title,
            summary,
            language,
            format,
            track,
            minutes,
            organisers,
            origin,
        } = act.clone()
        else {
            return;
        };
        let (roles, place, withdrawn, words_in) = (Vector::new(), None, false, Vector::unit(stamp.seq));
        let programme = self.meetings.entry(meeting).or_default();
        programme.by_slug.insert(slug.clone(), id);
        let session = Session {
            id,
            code,
            slug,
            kind,
            title,
            summary,
            language,
            format,
            track,
            minutes,
            organisers,
            roles,
            place,
            withdrawn,
            origin,
            words_in,
        };
        programme.sessions.insert(id, Arc::new(session));
        self.sessions.insert(id, meeting);
    }

    /// Erases the words of a session in the draft and, alone among all acts, in versions that were published.
    fn erase(&mut self, id: SessionId) {
        self.change(id, erase);
        let programme = self.sessions.get(&id).and_then(|meeting| self.meetings.get_mut(meeting));
        for version in programme.into_iter().flat_map(|programme| programme.versions.iter_mut()) {
            if version.sessions.contains_key(&id)
                && let Some(session) = Arc::make_mut(version).sessions.get_mut(&id)
            {
                erase(Arc::make_mut(session));
            }
        }
    }

    fn change(&mut self, session: SessionId, how: impl FnOnce(&mut Session)) {
        let programme = self.sessions.get(&session).and_then(|meeting| self.meetings.get_mut(meeting));
        if let Some(session) = programme.and_then(|programme| programme.sessions.get_mut(&session)) {
            how(Arc::make_mut(session));
        }
    }
}

fn erase(session: &mut Session) {
    session.title.erase();
    if let Some(summary) = &mut session.summary {
        summary.erase();
    }
    session.words_in.clear();
}

fn amend(session: &mut Session, change: SessionChange) {
    match change {
        SessionChange::Title(title) => session.title = title,
        SessionChange::Abstract(summary) => session.summary = summary,
        SessionChange::Kind(kind) => session.kind = kind,
        SessionChange::Language(language) => session.language = language,
        SessionChange::Format(format) => session.format = format,
        SessionChange::Track(track) => session.track = track,
        SessionChange::Minutes(minutes) => session.minutes = minutes,
        SessionChange::Organisers(organisers) => session.organisers = organisers,
    }
}

fn publish(programme: &mut Programme, stamp: &Stamp, number: u32, label: String, note: Option<Words>) {
    let (at, seq) = (stamp.at, stamp.seq);
    let version = Version { number, label, note, at, seq, ..programme.as_version() };
    programme.versions.push_back(Arc::new(version));
}
