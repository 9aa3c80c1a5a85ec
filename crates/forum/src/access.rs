//! What somebody is to a forum: the columns of every table that says who may do what.
//!
//! An access is never stored. It follows from the offices that somebody was granted and from what they do on the
//! programme, and is worked out anew each time, so that a right that ends has ended.

use crate::people::Office;
use crate::programme::Role;
use crate::{Actor, Forum, PersonId};

/// One way of standing towards a forum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Access {
    /// Anybody.
    Public,
    /// A person known to the forum.
    Participant,
    /// Organises a session.
    Organiser,
    /// Speaks in a session.
    Speaker,
    /// Leads a session or its discussion, in the room or online.
    Moderator,
    /// Writes the report of a session.
    Rapporteur,
    /// Holds the office of a reviewer.
    Reviewer,
    /// Holds the office of a chair.
    Chair,
    /// Holds the office of the secretariat, or sits at the server itself.
    Secretariat,
    /// Holds the office of an administrator: technical, and shown no more than a participant.
    Admin,
}

impl Access {
    /// All of them, from the public inwards.
    pub const ALL: [Access; 10] = [
        Access::Public,
        Access::Participant,
        Access::Organiser,
        Access::Speaker,
        Access::Moderator,
        Access::Rapporteur,
        Access::Reviewer,
        Access::Chair,
        Access::Secretariat,
        Access::Admin,
    ];

    /// Its name in tables and message catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Access::Public => "public",
            Access::Participant => "participant",
            Access::Organiser => "organiser",
            Access::Speaker => "speaker",
            Access::Moderator => "moderator",
            Access::Rapporteur => "rapporteur",
            Access::Reviewer => "reviewer",
            Access::Chair => "chair",
            Access::Secretariat => "secretariat",
            Access::Admin => "admin",
        }
    }

    fn of_role(role: Role) -> Access {
        match role {
            Role::Chair | Role::Moderator | Role::OnlineModerator => Access::Moderator,
            Role::Speaker => Access::Speaker,
            Role::Rapporteur => Access::Rapporteur,
            Role::Organiser => Access::Organiser,
        }
    }

    fn of_office(office: Office) -> Access {
        match office {
            Office::Reviewer => Access::Reviewer,
            Office::Chair => Access::Chair,
            Office::Secretariat => Access::Secretariat,
            Office::Admin => Access::Admin,
        }
    }
}

/// A set of accesses: what somebody has, or which of them open a door.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct AccessSet(u16);

impl AccessSet {
    /// Everybody.
    pub const ANYBODY: AccessSet = AccessSet::of(&Access::ALL);
    /// Everybody whom the forum knows.
    pub const PERSONS: AccessSet = AccessSet(AccessSet::ANYBODY.0 & !AccessSet::of(&[Access::Public]).0);

    /// These.
    pub const fn of(list: &[Access]) -> AccessSet {
        let mut bits = 0;
        let mut n = 0;
        while n < list.len() {
            bits |= 1 << list[n] as u16;
            n += 1;
        }
        AccessSet(bits)
    }

    /// Whether one is among them.
    pub const fn contains(self, access: Access) -> bool {
        self.0 & 1 << access as u16 != 0
    }

    /// Whether the two have one in common.
    pub const fn meets(self, other: AccessSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Those that are in it, from the public inwards.
    pub fn iter(self) -> impl Iterator<Item = Access> {
        Access::ALL.into_iter().filter(move |access| self.contains(*access))
    }

    fn insert(&mut self, access: Access) {
        self.0 |= 1 << access as u16;
    }
}

/// What an actor is to a forum; nobody in particular is the public. A person who is not known, or asked to be
/// forgotten, is the public too.
pub fn access(forum: &Forum, actor: Option<Actor>) -> AccessSet {
    let mut set = AccessSet::of(&[Access::Public]);
    match actor {
        None => {}
        Some(Actor::Secretariat) => set.insert(Access::Secretariat),
        Some(Actor::Person(id)) if forum.people.living(id).is_ok() => {
            set.insert(Access::Participant);
            offices(forum, id).for_each(|office| set.insert(Access::of_office(office)));
            roles(forum, id).for_each(|role| set.insert(Access::of_role(role)));
        }
        Some(Actor::Person(_) | Actor::Newcomer) => {}
    }
    set
}

fn offices(forum: &Forum, person: PersonId) -> impl Iterator<Item = Office> {
    forum.people.offices.get(&person).into_iter().flat_map(|held| held.iter().copied())
}

/// What a person does in sessions as their makers see them now; one that was withdrawn gives no right any more.
fn roles(forum: &Forum, person: PersonId) -> impl Iterator<Item = Role> {
    let sessions = forum.programme.meetings.values().flat_map(|programme| programme.sessions.values());
    let standing = sessions.filter(|session| !session.withdrawn);
    standing
        .flat_map(|session| session.roles.iter())
        .filter(move |(_, who)| *who == person)
        .map(|(role, _)| *role)
}
