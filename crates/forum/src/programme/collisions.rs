//! Who would have to be in two places, over all meetings of a forum and in all roles. What must not be published is a
//! [`super::Clash`]; this says more: roles that can be left to others, ways that are too short, other meetings.

use super::demands::Demands;
use super::{Role, Session};
use crate::{Forum, MeetingId, PersonId, RoomId};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long it takes from one room to another, in minutes, where nobody has said otherwise.
pub const WALK: i64 = 5;

/// How bad a collision is; the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// In two sessions at once, and needed in both.
    Both,
    /// No time to walk from the one to the other: so many minutes are left.
    Short(i64),
    /// At once, but in one of them only as an organiser, who need not be there.
    Lesser,
}

/// A session in which somebody has a part.
#[derive(Clone, Debug)]
pub struct Part {
    /// The meeting on whose draft it stands.
    pub meeting: MeetingId,
    /// The session.
    pub session: Arc<Session>,
    /// What they do in it.
    pub roles: Vec<Role>,
}

impl Part {
    fn is_present(&self) -> bool {
        self.roles.iter().any(|role| role.is_present())
    }
}

/// Somebody with two sessions at a time.
#[derive(Clone, Debug)]
pub struct Collision {
    /// Who.
    pub person: PersonId,
    /// The session that begins first.
    pub one: Part,
    /// The other.
    pub other: Part,
    /// How bad it is.
    pub severity: Severity,
}

/// Everybody on the draft of a meeting who has two sessions at a time: both in it, or the other in another meeting. The
/// worst first, then by person and time.
pub fn collisions(forum: &Forum, meeting: MeetingId) -> Vec<Collision> {
    let mut found = Vec::new();
    let walks = Walks::of(forum, meeting);
    for (person, mut parts) in parts(forum, meeting) {
        parts.sort_by_key(|(start, end, part)| (*start, *end, part.session.id));
        for (n, (_, end, one)) in parts.iter().enumerate() {
            let until =
                end.saturating_add(SignedDuration::from_mins(walks.longest)).unwrap_or(Timestamp::MAX);
            for (start, _, other) in parts[n + 1..].iter().take_while(|(start, ..)| *start < until) {
                let here = one.meeting == meeting || other.meeting == meeting;
                if let Some(severity) =
                    severity(one, other, start.duration_since(*end), &walks).filter(|_| here)
                {
                    found.push(Collision { person, one: one.clone(), other: other.clone(), severity });
                }
            }
        }
    }
    found.sort_by_key(|collision| (collision.severity, collision.person));
    found
}

/// How long it takes from room to room.
struct Walks<'a> {
    meeting: MeetingId,
    said: Option<&'a Demands>,
    longest: i64,
}

impl<'a> Walks<'a> {
    fn of(forum: &'a Forum, meeting: MeetingId) -> Walks<'a> {
        let said = forum.programme.meetings.get(&meeting).map(|draft| &draft.demands);
        let said = said.filter(|said| said.walking > 0 || !said.walks.is_empty());
        let minutes = said.into_iter().flat_map(|said| said.walks.iter().map(|walk| walk.minutes));
        let longest = minutes.chain(said.map(|said| said.walking)).max().map_or(WALK, i64::from);
        Walks { meeting, said, longest: longest.max(WALK) }
    }

    fn minutes(&self, one: (MeetingId, RoomId), other: (MeetingId, RoomId)) -> i64 {
        let Some(said) = self.said.filter(|_| (one.0, other.0) == (self.meeting, self.meeting)) else {
            return WALK;
        };
        let (one, other) = (one.1.min(other.1), one.1.max(other.1));
        let walk = said.walks.iter().find(|walk| (walk.one, walk.other) == (one, other));
        walk.map_or(said.walking, |walk| walk.minutes).into()
    }
}

/// How bad it is that the second session begins so long after the end of the first.
fn severity(one: &Part, other: &Part, between: SignedDuration, walks: &Walks<'_>) -> Option<Severity> {
    let both = one.is_present() && other.is_present();
    let room = |part: &Part| part.session.placed().map(|(room, ..)| (part.meeting, room));
    let is_short = || {
        let rooms = room(one).zip(room(other)).filter(|(one, other)| one != other);
        rooms.is_some_and(|(one, other)| between < SignedDuration::from_mins(walks.minutes(one, other)))
    };
    match (both, between.is_negative()) {
        (true, true) => Some(Severity::Both),
        (false, true) => Some(Severity::Lesser),
        (true, false) if is_short() => Some(Severity::Short(between.as_mins())),
        _ => None,
    }
}

type Busy = (Timestamp, Timestamp, Part);

/// The placed sessions of everybody on a meeting's draft, in whatever meeting they stand.
fn parts(forum: &Forum, meeting: MeetingId) -> BTreeMap<PersonId, Vec<Busy>> {
    let mut all: BTreeMap<PersonId, Vec<Busy>> = BTreeMap::new();
    let mut add = |meeting: MeetingId, session: &Arc<Session>, known: bool| {
        let Some((_, start, end)) = session.placed() else { return };
        let mut roles: BTreeMap<PersonId, Vec<Role>> = BTreeMap::new();
        session.roles.iter().for_each(|(role, person)| roles.entry(*person).or_default().push(*role));
        for (person, roles) in roles {
            let part = (start, end, Part { meeting, session: Arc::clone(session), roles });
            match known {
                true => all.entry(person).or_default().push(part),
                false => all.get_mut(&person).into_iter().for_each(|parts| parts.push(part.clone())),
            }
        }
    };
    let drafts = &forum.programme.meetings;
    let of = |id| drafts.get(&id).into_iter().flat_map(|draft| draft.sessions.values());
    of(meeting).for_each(|session| add(meeting, session, true));
    for other in drafts.keys().filter(|other| **other != meeting) {
        of(*other).for_each(|session| add(*other, session, false));
    }
    all
}
