//! From the log of a forum to an instance of the timetable engine. A pure function: the same state, the same instance.

use std::sync::Arc;

use forum::people::views::region;
use forum::programme::views;
use forum::programme::{Place, Programme, Session};
use forum::reference::groups::StakeholderGroup;
use forum::reference::regions::RegionalGroup;
use forum::series::Meeting;
use forum::{Forum, MeetingId, PersonId, RoomId, SessionId, TrackId};
use jiff::Timestamp;
use timetable::model::{self, Instance, Pair, Placement, Span};

use super::alike::alike;
use super::grid::{Grid, minute, moment, span};
use super::needs;
use super::people::People;
use crate::site::visit::venue;

/// A meeting for the engine, and who is who: everything that the engine names by an index stands at that index here.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What the engine plans. It has no times if the meeting has neither slots nor placed sessions; there is nothing to
    /// solve then.
    pub instance: Instance,
    /// The sessions that shall take place.
    pub sessions: Vec<SessionId>,
    /// The rooms.
    pub rooms: Vec<RoomId>,
    /// When each step of the grid begins.
    pub times: Vec<Timestamp>,
    /// The people who must be present somewhere.
    pub people: Vec<PersonId>,
    /// The tracks.
    pub tracks: Vec<TrackId>,
    /// The regions whose nights are counted together.
    pub regions: Vec<Option<RegionalGroup>>,
    /// The groups that organise sessions.
    pub groups: Vec<StakeholderGroup>,
    /// Where the draft has each session; `None` if it has no place.
    pub draft: Vec<Option<Placement>>,
}

/// The draft of a meeting's programme as an instance. Of a meeting that does not exist it is empty.
pub fn instance(forum: &Forum, meeting: MeetingId) -> Planned {
    let draft = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
    let known = forum.series.meetings.get(&meeting);
    Bridge::new(forum, &draft, known).planned()
}

/// What is needed on the way.
struct Bridge<'a> {
    forum: &'a Forum,
    draft: &'a Programme,
    meeting: Option<&'a Arc<Meeting>>,
    sessions: Vec<&'a Arc<Session>>,
    rooms: Vec<RoomId>,
    tracks: Vec<TrackId>,
    grid: Grid,
}

impl<'a> Bridge<'a> {
    fn new(forum: &'a Forum, draft: &'a Programme, meeting: Option<&'a Arc<Meeting>>) -> Self {
        let sessions: Vec<_> = draft.sessions.values().filter(|session| !session.withdrawn).collect();
        let published: Vec<Span> =
            sessions.iter().filter_map(|session| published(draft, session)).map(|(_, span)| span).collect();
        let zone = meeting.map_or(jiff::tz::TimeZone::UTC, |meeting| venue(meeting));
        let grid = Grid::of(draft, &published, &zone);
        let rooms = draft.rooms.keys().copied().collect();
        let tracks = draft.tracks.keys().copied().collect();
        Bridge { forum, draft, meeting, sessions, rooms, tracks, grid }
    }

    fn planned(&self) -> Planned {
        let mut people = People::new(self.forum, self.draft, self.meeting.map(|meeting| &**meeting));
        let sessions: Vec<model::Session> =
            self.sessions.iter().map(|session| self.session(session, &mut people)).collect();
        let draft =
            self.sessions.iter().map(|session| self.placement(session.placed()?.0, session.placed()?.1));
        let draft =
            draft.zip(&sessions).map(|(place, session)| place.filter(|place| self.fits(place, session)));
        let instance = Instance {
            times: self.grid.times.clone(),
            rooms: self.rooms.iter().map(|room| self.room(*room)).collect(),
            audiences: self.audiences(),
            similar: self.similar(),
            resources: needs::resources(&self.draft.demands),
            precedences: needs::precedences(&self.draft.demands, |session| self.index(session)),
            walking: needs::walking(&self.draft.demands, &self.rooms),
            weights: needs::weights(&self.draft.demands),
            ..Instance::default()
        };
        let draft = draft.collect();
        let (ids, people) = people.done();
        Planned {
            instance: Instance { people, sessions, ..instance },
            sessions: self.sessions.iter().map(|session| session.id).collect(),
            rooms: self.rooms.clone(),
            times: self.grid.times.iter().map(|time| moment(time.span.start)).collect(),
            people: ids,
            tracks: self.tracks.clone(),
            regions: super::people::REGIONS.to_vec(),
            groups: StakeholderGroup::ALL.to_vec(),
            draft,
        }
    }

    fn room(&self, id: RoomId) -> model::Room {
        let (room, demands) = (&self.draft.rooms[&id], &self.draft.demands);
        model::Room {
            name: room.name.clone(),
            seats: room.seats.map_or(0, i64::from),
            features: demands.features.get(&id).map(|known| needs::features(known)).unwrap_or_default(),
            blocked: needs::blocked(demands, id, &self.grid),
        }
    }

    fn session(&self, session: &Session, people: &mut People<'_>) -> model::Session {
        let here = session.placed().and_then(|(room, start, _)| self.placement(room, start));
        let published =
            published(self.draft, session).and_then(|(room, span)| self.placement(room, moment(span.start)));
        let length = self.grid.steps(session.minutes);
        let known = [here, published].into_iter().flatten().map(|place| place.start);
        let starts = match length <= self.grid.times.len() {
            true => self.grid.starts(session.minutes, known),
            false => vec![],
        };
        let length = length.min(self.grid.times.len()).max(1);
        let needs = self.draft.demands.of(session.id);
        let expected = needs.expected.unwrap_or_else(|| views::expected(self.forum, session.id));
        let planned = model::Session {
            name: session.code.clone(),
            length,
            expected: expected.into(),
            features: needs::features(&needs.features),
            plenary: needs.plenary,
            resources: needs::used(&self.draft.demands, session.id),
            fixed: here.filter(|_| self.draft.demands.locked.contains(&session.id)),
            parts: people.parts(session),
            track: session.track.and_then(|track| self.tracks.binary_search(&track).ok()),
            group: group_of(self.forum, session),
            starts: Some(starts),
            ..model::Session::default()
        };
        let within = |place: &Placement| self.fits(place, &planned);
        let (published, fixed) = (published.filter(within), planned.fixed.filter(within));
        model::Session { published, fixed, ..planned }
    }

    fn index(&self, id: SessionId) -> Option<usize> {
        self.sessions.binary_search_by_key(&id, |session| session.id).ok()
    }

    /// A place as the engine names it, if it lies in a room of the draft and begins with a step.
    fn placement(&self, room: RoomId, start: Timestamp) -> Option<Placement> {
        Some(Placement { room: self.rooms.binary_search(&room).ok()?, start: self.grid.at(minute(start))? })
    }

    fn fits(&self, place: &Placement, session: &model::Session) -> bool {
        place.start + session.length <= self.grid.times.len()
    }

    /// Sessions that the same people have chosen for their own programmes.
    fn audiences(&self) -> Vec<Pair> {
        let Some(meeting) = self.meeting else { return vec![] };
        let at = |id: SessionId| self.index(id);
        let pairs = views::chosen_together(self.forum, meeting.id).into_iter();
        pairs
            .filter_map(|(one, other, people)| {
                Some(Pair { one: at(one)?, other: at(other)?, weight: people.into() })
            })
            .collect()
    }

    /// Sessions about the same, by their texts.
    fn similar(&self) -> Vec<Pair> {
        let pairs = alike(self.draft);
        pairs
            .iter()
            .filter_map(|pair| {
                let (one, other) = (self.index(pair.one)?, self.index(pair.other)?);
                Some(Pair { one, other, weight: pair.points() })
            })
            .collect()
    }
}

/// Where a session was published, if that room is still open and it lasts as long as it did.
fn published(draft: &Programme, session: &Session) -> Option<(RoomId, Span)> {
    let old = draft.latest()?.sessions.get(&session.id)?;
    let Place { room, start } = old.place?;
    (draft.rooms.contains_key(&room) && old.minutes == session.minutes)
        .then(|| (room, span(start, session.minutes)))
}

/// The stakeholder group that organises a session: that of the first organisation that holds it and has one.
fn group_of(forum: &Forum, session: &Session) -> Option<usize> {
    let known = session.organisers.iter().filter_map(|id| forum.people.organisations.get(id)?.group);
    let group = known.chain(own_group(forum, session)).next()?;
    StakeholderGroup::ALL.iter().position(|known| *known == group)
}

/// The stakeholder group of the person who organises a session.
fn own_group(forum: &Forum, session: &Session) -> Option<StakeholderGroup> {
    let organisers = session.roles.iter().filter(|(role, _)| !role.is_present());
    organisers.filter_map(|(_, person)| forum.people.persons.get(person)?.group).next()
}

/// The place of a person's region among [`Planned::regions`].
pub(super) fn region_of(forum: &Forum, person: PersonId, meeting: Option<&Meeting>) -> Option<RegionalGroup> {
    let person = forum.people.persons.get(&person)?;
    region(person, meeting?.first_day)
}
