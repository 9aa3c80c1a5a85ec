//! What pages and the API show of programmes: published versions, and what changed from one to the next.

use super::{Act, Place, Programme, Role, Session, SessionChange, Version};
use crate::people::Organisation;
use crate::people::views::PersonView;
use crate::{Forum, MeetingId, OrganisationId, PersonId, SessionId, Viewer};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The programme of a meeting as the public sees it: the latest published version.
pub fn published(forum: &Forum, meeting: MeetingId) -> Option<&Arc<Version>> {
    forum.programme.meetings.get(&meeting).and_then(Programme::latest)
}

/// All published versions of a meeting's programme, the latest first.
pub fn versions(forum: &Forum, meeting: MeetingId) -> Vec<&Arc<Version>> {
    let programme = forum.programme.meetings.get(&meeting);
    programme.into_iter().flat_map(|programme| programme.versions.iter().rev()).collect()
}

/// How many people have put a session on their own programme: those who are signed in, for of others nothing is known.
pub fn expected(forum: &Forum, session: SessionId) -> u32 {
    forum.programme.chosen_by(session)
}

/// Pairs of sessions of a meeting that the same people have put on their own programmes, and how many did. Who they are
/// is not said.
pub fn chosen_together(forum: &Forum, meeting: MeetingId) -> Vec<(SessionId, SessionId, u32)> {
    let Some(programme) = forum.programme.meetings.get(&meeting) else { return vec![] };
    let standing = programme.sessions.values().filter(|session| !session.withdrawn);
    let ids: Vec<SessionId> = standing.map(|session| session.id).collect();
    let mut choosers: Vec<Vec<usize>> = vec![vec![]; ids.len()];
    let mut chosen: Vec<Vec<usize>> = Vec::new();
    for theirs in forum.programme.all_choices() {
        let theirs: Vec<usize> = theirs.filter_map(|id| ids.binary_search(&id).ok()).collect();
        theirs.iter().for_each(|&session| choosers[session].push(chosen.len()));
        chosen.push(theirs);
    }
    let mut pairs = Vec::new();
    let mut people = vec![0u32; ids.len()];
    for (one, choosers) in choosers.iter().enumerate() {
        // What somebody chose is in the order of the sessions.
        let later = choosers
            .iter()
            .flat_map(|&chooser| chosen[chooser].iter().rev().take_while(|&&other| other > one));
        later.for_each(|&other| people[other] += 1);
        for other in one + 1..ids.len() {
            let people = std::mem::take(&mut people[other]);
            if people > 0 {
                pairs.push((ids[one], ids[other], people));
            }
        }
    }
    pairs
}

impl Version {
    /// Its sessions in the order of time, then of room.
    pub fn in_order(&self) -> Vec<&Arc<Session>> {
        let mut sessions: Vec<_> = self.sessions.values().collect();
        sessions.sort_by_key(|session| (session.place.map(|place| (place.start, place.room)), session.id));
        sessions
    }

    /// The days on which something takes place, by the calendar of the venue. A session belongs to the day on which
    /// it begins.
    pub fn days(&self, venue: &TimeZone) -> BTreeSet<Date> {
        self.sessions
            .values()
            .filter_map(|session| Some(venue.to_datetime(session.place?.start).date()))
            .collect()
    }

    /// The sessions of a day at the venue, in the order of time, then of room.
    pub fn on(&self, day: Date, venue: &TimeZone) -> Vec<&Arc<Session>> {
        let begins = |session: &Session| session.place.map(|place| venue.to_datetime(place.start).date());
        self.in_order().into_iter().filter(|session| begins(session) == Some(day)).collect()
    }

    /// The pauses of a day at the venue, in the order of time: beginning, end and name.
    pub fn pauses_on(&self, day: Date, venue: &TimeZone) -> Vec<(Timestamp, Timestamp, &str)> {
        let pauses =
            self.slots.values().filter_map(|slot| Some((slot.start, slot.end, slot.pause.as_deref()?)));
        let mut pauses: Vec<_> =
            pauses.filter(|(start, ..)| venue.to_datetime(*start).date() == day).collect();
        pauses.sort();
        pauses
    }

    /// Says whether it shows what an act of its meeting did.
    pub(crate) fn shows(&self, act: &Act) -> bool {
        let session = |id: &SessionId| self.sessions.get(id);
        match act {
            Act::RoomOpened { id, .. } => self.rooms.contains_key(id),
            Act::SlotAdded { id, .. } => self.slots.contains_key(id),
            Act::TrackAdded { id, .. } => self.tracks.contains_key(id),
            // Whatever an amendment may have changed since must stand there as it was entered.
            Act::SessionAdded { id, kind, title, summary, language, format, track, minutes, .. } => {
                session(id).is_some_and(|session| {
                    let words = session.title == *title && session.summary == *summary;
                    let kinds = session.kind == *kind && session.format == *format;
                    let rest = session.language == *language && session.track == *track;
                    words && kinds && rest && session.minutes == *minutes
                })
            }
            Act::SessionAmended { session: id, changes } => {
                session(id).is_some_and(|session| changes.iter().all(|change| change.stands_in(session)))
            }
            Act::RoleGiven { session: id, person, role } | Act::RoleTaken { session: id, person, role } => {
                session(id).is_some_and(|session| session.roles.contains(&(*role, *person)))
            }
            Act::SessionPlaced { session: id, room, start } => {
                let place = Place { room: *room, start: *start };
                session(id).is_some_and(|session| session.place == Some(place))
            }
            Act::RoomAmended { room, slug, name, seats, .. } => self
                .rooms
                .get(room)
                .is_some_and(|known| (&known.slug, &known.name, known.seats) == (slug, name, *seats)),
            Act::SlotAmended { slot, start, end, pause, .. } => self
                .slots
                .get(slot)
                .is_some_and(|known| (known.start, known.end, &known.pause) == (*start, *end, pause)),
            Act::TrackRenamed { track, name, .. } => {
                self.tracks.get(track).is_some_and(|known| known.name == *name)
            }
            Act::SessionReinstated { session: id, place } => {
                place.is_some() && session(id).is_some_and(|session| session.place == *place)
            }
            // How it came about that something is not there, or there again, shows in no version.
            Act::RoomClosed { .. }
            | Act::RoomReopened { .. }
            | Act::SlotRemoved { .. }
            | Act::SlotRestored { .. }
            | Act::TrackRemoved { .. }
            | Act::TrackRestored { .. }
            | Act::Demanded(_)
            | Act::ChangeUndone { .. } => false,
            Act::SessionWithdrawn { session: id }
            | Act::SessionUnplaced { session: id }
            | Act::SessionErased { session: id, .. } => session(id).is_some(),
            Act::ProgrammePublished { .. } => true,
            // The makers' own business, or that of whoever chose, whatever a version shows.
            Act::Chosen { .. }
            | Act::Unchosen { .. }
            | Act::VariantKept { .. }
            | Act::VariantDropped { .. } => false,
        }
    }

    /// Finds a session by its code in addresses.
    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Session>> {
        self.sessions.values().find(|session| session.slug.as_str() == slug)
    }

    /// The sessions in which a person has a role, in the order of time, with their roles.
    pub fn of_person(&self, person: PersonId) -> Vec<(&Arc<Session>, Vec<Role>)> {
        let sessions = self.in_order().into_iter().map(|session| (session, roles_of(session, person)));
        sessions.filter(|(_, roles)| !roles.is_empty()).collect()
    }

    /// The sessions that an organisation holds, in the order of time.
    pub fn of_organisation(&self, organisation: OrganisationId) -> Vec<&Arc<Session>> {
        self.in_order().into_iter().filter(|session| session.organisers.contains(&organisation)).collect()
    }
}

impl SessionChange {
    /// Says whether a session is as the change made it.
    fn stands_in(&self, session: &Session) -> bool {
        match self {
            SessionChange::Title(title) => session.title == *title,
            SessionChange::Abstract(summary) => session.summary == *summary,
            SessionChange::Kind(kind) => session.kind == *kind,
            SessionChange::Language(language) => session.language == *language,
            SessionChange::Format(format) => session.format == *format,
            SessionChange::Track(track) => session.track == *track,
            SessionChange::Minutes(minutes) => session.minutes == *minutes,
            SessionChange::Organisers(organisers) => session.organisers == *organisers,
        }
    }
}

fn roles_of(session: &Session, person: PersonId) -> Vec<Role> {
    session.roles.iter().filter(|(_, who)| *who == person).map(|(role, _)| *role).collect()
}

/// Everybody who stands on the published programme of any meeting, in the order of their ids.
pub fn people(forum: &Forum) -> Vec<PersonView<'_>> {
    let versions = forum.programme.meetings.values().filter_map(Programme::latest);
    let ids: BTreeSet<PersonId> = versions.flat_map(|version| version.people.iter().copied()).collect();
    // Nothing else makes a person public, so that each is asked for as if by those who may see everybody.
    ids.into_iter().filter_map(|id| crate::people::views::person(forum, id, Viewer::Secretariat)).collect()
}

/// Every organisation that the public may see, in the order of their ids: those that hold a session on a published
/// programme, and those that somebody on one belongs to.
pub fn organisations(forum: &Forum) -> Vec<(OrganisationId, &Organisation)> {
    let versions = forum.programme.meetings.values().filter_map(Programme::latest);
    let sessions = versions.flat_map(|version| version.sessions.values());
    let holders = sessions.flat_map(|session| session.organisers.iter().copied());
    let theirs = people(forum).into_iter().filter_map(|view| Some(view.organisation?.0));
    let ids: BTreeSet<OrganisationId> = holders.chain(theirs).collect();
    let organisation = |id| crate::people::views::organisation(forum, id, Viewer::Secretariat);
    ids.into_iter().filter_map(|id| Some((id, organisation(id)?))).collect()
}

/// What differs between two versions about one session.
#[derive(Clone, PartialEq, Debug)]
pub enum Difference {
    /// It is new on the programme.
    Added,
    /// It is no longer on the programme.
    Removed,
    /// It has another place.
    Moved {
        /// Where and when it was.
        from: Place,
        /// Where and when it is.
        to: Place,
    },
    /// It has another length, in minutes.
    Length {
        /// How long it was.
        from: u32,
        /// How long it is.
        to: u32,
    },
    /// It has another title.
    Title {
        /// The earlier session, for its title.
        from: Arc<Session>,
    },
    /// Its abstract, type, language, format, track or organisers changed.
    Description,
    /// Somebody has a role in it who had not.
    Joined(PersonId, Role),
    /// Somebody no longer has a role in it.
    Left(PersonId, Role),
}

/// A session and what differs about it.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The session as it stands in the later version, or as it last stood.
    pub session: Arc<Session>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// What changed from one version to a later one, in the order of the programme.
pub fn changes(from: &Version, to: &Version) -> Vec<Changed> {
    let ids: BTreeSet<SessionId> = from.sessions.keys().chain(to.sessions.keys()).copied().collect();
    let mut changed: Vec<Changed> = ids
        .into_iter()
        .filter_map(|id| {
            let (session, differences) = match (from.sessions.get(&id), to.sessions.get(&id)) {
                (None, Some(new)) => (new, vec![Difference::Added]),
                (Some(old), None) => (old, vec![Difference::Removed]),
                (Some(old), Some(new)) => (new, differences(old, new)),
                (None, None) => return None,
            };
            (!differences.is_empty()).then(|| Changed { session: Arc::clone(session), differences })
        })
        .collect();
    changed.sort_by_key(|changed| (changed.session.place.map(|p| (p.start, p.room)), changed.session.id));
    changed
}

fn differences(old: &Arc<Session>, new: &Session) -> Vec<Difference> {
    let mut found = Vec::new();
    if let (Some(from), Some(to)) = (old.place, new.place)
        && from != to
    {
        found.push(Difference::Moved { from, to });
    }
    if old.minutes != new.minutes {
        found.push(Difference::Length { from: old.minutes, to: new.minutes });
    }
    if old.title != new.title {
        found.push(Difference::Title { from: Arc::clone(old) });
    }
    let described = |s: &Session| {
        (
            s.summary.clone(),
            s.kind.clone(),
            s.language.clone(),
            s.format.clone(),
            s.track,
            s.organisers.clone(),
        )
    };
    if described(old) != described(new) {
        found.push(Difference::Description);
    }
    let joined = new.roles.iter().filter(|role| !old.roles.contains(role));
    found.extend(joined.map(|(role, person)| Difference::Joined(*person, *role)));
    let left = old.roles.iter().filter(|role| !new.roles.contains(role));
    found.extend(left.map(|(role, person)| Difference::Left(*person, *role)));
    found
}
