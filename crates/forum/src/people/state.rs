//! What is known about persons, organisations and participation.

use super::{Act, Attendance, Office, Origin};
use crate::reference::countries::CountryCode;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{Actor, MeetingId, OrganisationId, PersonId, Seq, Stamp, Words};
use imbl::{OrdMap, OrdSet, Vector};
use serde::Serialize;
use std::sync::Arc;

/// All persons and organisations of a forum.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// Organisations by id.
    pub organisations: OrdMap<OrganisationId, Arc<Organisation>>,
    /// Persons by id; an erased person stays as a number without words.
    pub persons: OrdMap<PersonId, Arc<Person>>,
    /// Who takes part in which meeting.
    pub participation: OrdMap<MeetingId, OrdMap<PersonId, Participation>>,
    /// Who holds which offices.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub offices: OrdMap<PersonId, OrdSet<Office>>,
    /// Who is proposed for which offices, and by whom.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub proposed: OrdMap<PersonId, OrdMap<Office, Actor>>,
    /// Whose office shall end, and who proposed it.
    #[serde(skip_serializing_if = "OrdMap::is_empty")]
    pub ending: OrdMap<PersonId, OrdMap<Office, Actor>>,
    /// Persons by the name under which another system knows them. Derived from `persons`.
    #[serde(skip)]
    by_origin: OrdMap<Origin, PersonId>,
    /// Persons by their address for mail, in the form in which addresses are compared. Derived from `persons`.
    #[serde(skip)]
    by_email: OrdMap<Arc<str>, OrdSet<PersonId>>,
}

/// An organisation.
#[derive(Clone, Debug, Serialize)]
pub struct Organisation {
    /// Name.
    pub name: String,
    /// Stakeholder group.
    pub group: Option<StakeholderGroup>,
    /// The country of its seat.
    pub country: Option<CountryCode>,
    /// Web page.
    pub url: Option<String>,
}

/// A person.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// Name, as they write it.
    pub name: Words,
    /// Address for mail; never shown.
    pub email: Option<Words>,
    /// A few sentences.
    pub biography: Option<Words>,
    /// Organisation.
    pub organisation: Option<OrganisationId>,
    /// Stakeholder group, as declared.
    pub group: Option<StakeholderGroup>,
    /// The country, as declared.
    pub country: Option<CountryCode>,
    /// Regional group, where it does not follow from the country.
    pub region: Option<RegionalGroup>,
    /// As declared.
    pub gender: Gender,
    /// Under which name another system knows them.
    pub origin: Option<Origin>,
    /// The acts that hold their words: what an erasure has to blank.
    pub words_in: Vector<Seq>,
}

/// How a person takes part in a meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Participation {
    /// How they meant to take part when they registered.
    pub attendance: Attendance,
    /// Whether it is their first meeting of the series.
    pub first_time: bool,
    /// Whether they collected a badge.
    pub badge: bool,
    /// Whether they joined online.
    pub online: bool,
}

impl State {
    /// Finds a person by the name under which another system knows them.
    pub fn by_origin(&self, origin: &Origin) -> Option<PersonId> {
        self.by_origin.get(origin).copied()
    }

    /// Finds the person who holds a mailbox; of several, the one who was entered first.
    pub fn by_email(&self, address: &str) -> Option<PersonId> {
        self.by_email.get(mailbox(address).as_str())?.get_min().copied()
    }

    /// The person with an id, for rules.
    pub(crate) fn person(&self, id: PersonId) -> Result<&Person, crate::Refusal> {
        self.persons.get(&id).map(Arc::as_ref).ok_or(crate::Refusal::NoSuchPerson { person: id })
    }

    /// The person with an id, unless they asked to be forgotten.
    pub(crate) fn living(&self, id: PersonId) -> Result<&Person, crate::Refusal> {
        let person = self.person(id)?;
        if person.name.is_erased() { Err(crate::Refusal::PersonErased { person: id }) } else { Ok(person) }
    }

    /// How a person takes part in a meeting, if they do.
    pub fn participation(&self, meeting: MeetingId, person: PersonId) -> Option<&Participation> {
        self.participation.get(&meeting)?.get(&person)
    }

    pub(crate) fn apply(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::OrganisationAdded { id, name, group, country, url } => {
                self.organisations.insert(id, Arc::new(Organisation { name, group, country, url }));
            }
            Act::PersonAdded { id, .. } => self.add(id, stamp, act),
            Act::PersonAmended { person, name, biography, organisation } => self.change(person, |person| {
                person.name = name.unwrap_or_else(|| person.name.clone());
                person.biography = biography.unwrap_or_else(|| person.biography.clone());
                person.organisation = organisation.unwrap_or(person.organisation);
                person.words_in.push_back(stamp.seq);
            }),
            Act::PersonErased { person, .. } => self.erase(person),
            Act::Registered { meeting, person, attendance, first_time } => {
                let participation = Participation { attendance, first_time, badge: false, online: false };
                self.participation.entry(meeting).or_default().insert(person, participation);
            }
            Act::BadgeCollected { meeting, person } => self.take_part(meeting, person, |p| p.badge = true),
            Act::JoinedOnline { meeting, person } => self.take_part(meeting, person, |p| p.online = true),
            Act::OfficeProposed { person, office } => {
                self.proposed.entry(person).or_default().insert(office, stamp.by);
            }
            Act::OfficeGranted { person, office } => {
                self.end_office(person, office);
                self.offices.entry(person).or_default().insert(office);
            }
            Act::OfficeEnded { person, office } => self.end_office(person, office),
            Act::OfficeEndProposed { person, office } => {
                self.ending.entry(person).or_default().insert(office, stamp.by);
            }
            Act::MailboxChanged { person, email } => {
                self.forget_mailbox(person);
                self.note_mailbox(person, Some(&email));
                self.change(person, |person| {
                    person.email = Some(email);
                    person.words_in.push_back(stamp.seq);
                });
            }
        }
    }

    fn add(&mut self, id: PersonId, stamp: &Stamp, act: &Act) {
        let Act::PersonAdded {
            id: _,
            name,
            email,
            biography,
            organisation,
            group,
            country,
            region,
            gender,
            origin,
        } = act.clone()
        else {
            return;
        };
        if let Some(origin) = &origin {
            self.by_origin.insert(origin.clone(), id);
        }
        self.note_mailbox(id, email.as_ref());
        let words_in = Vector::unit(stamp.seq);
        let person =
            Person { name, email, biography, organisation, group, country, region, gender, origin, words_in };
        self.persons.insert(id, Arc::new(person));
    }

    fn change(&mut self, person: PersonId, how: impl FnOnce(&mut Person)) {
        if let Some(person) = self.persons.get_mut(&person) {
            how(Arc::make_mut(person));
        }
    }

    fn take_part(&mut self, meeting: MeetingId, person: PersonId, how: impl FnOnce(&mut Participation)) {
        if let Some(p) = self.participation.get_mut(&meeting).and_then(|all| all.get_mut(&person)) {
            how(p);
        }
    }

    /// Takes an office and the proposal for it away; whoever has none left is on no list.
    fn end_office(&mut self, person: PersonId, office: Office) {
        let held =
            self.offices.get(&person).map(|held| held.without(&office)).filter(|held| !held.is_empty());
        self.offices = self.offices.alter(|_| held, person);
        let proposed =
            self.proposed.get(&person).map(|all| all.without(&office)).filter(|all| !all.is_empty());
        self.proposed = self.proposed.alter(|_| proposed, person);
        let ending = self.ending.get(&person).map(|all| all.without(&office)).filter(|all| !all.is_empty());
        self.ending = self.ending.alter(|_| ending, person);
    }

    /// Whether a person holds an office.
    pub fn holds(&self, person: PersonId, office: Office) -> bool {
        self.offices.get(&person).is_some_and(|held| held.contains(&office))
    }

    /// Whether a person, and nobody else, runs the forum.
    pub fn is_last_secretariat(&self, person: PersonId) -> bool {
        let mut all = self.offices.iter().filter(|(_, held)| held.contains(&Office::Secretariat));
        all.next().is_some_and(|(first, _)| *first == person) && all.next().is_none()
    }

    fn note_mailbox(&mut self, id: PersonId, email: Option<&Words>) {
        if let Some(address) = email.and_then(Words::text) {
            self.by_email.entry(mailbox(address).into()).or_default().insert(id);
        }
    }

    fn forget_mailbox(&mut self, id: PersonId) {
        let email = self.persons.get(&id).and_then(|person| person.email.as_ref());
        let Some(key) = email.and_then(Words::text).map(mailbox) else { return };
        if let Some(holders) = self.by_email.get_mut(key.as_str()) {
            holders.remove(&id);
            if holders.is_empty() {
                self.by_email.remove(key.as_str());
            }
        }
    }

    fn erase(&mut self, id: PersonId) {
        self.offices.remove(&id);
        self.proposed.remove(&id);
        self.ending.remove(&id);
        if let Some(origin) = self.persons.get(&id).and_then(|person| person.origin.clone()) {
            self.by_origin.remove(&origin);
        }
        self.forget_mailbox(id);
        self.change(id, |person| {
            person.name.erase();
            for words in [&mut person.email, &mut person.biography].into_iter().flatten() {
                words.erase();
            }
            person.origin = None;
            person.words_in.clear();
        });
    }
}

/// The form in which addresses are compared: how Latin letters are written does not matter, and everything else does.
/// To fold more would give one person's account to the holder of an address that merely looks like theirs.
pub fn mailbox(address: &str) -> String {
    address.trim().to_ascii_lowercase()
}
