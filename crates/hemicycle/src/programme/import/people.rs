//! Persons of the file, matched with those already known.
//!
//! The order of trust: the id under which the same source named them before; then the exact name, if it can only mean
//! one person on either side. To take two persons for one cannot be undone, to enter one person twice can be; so
//! whatever is ambiguous is entered anew, and listed.
//!
//! An act keeps the id for ever, so only what says nothing about its bearer is taken for one: a name or an address
//! would outlive the erasure of the person.

use super::compare::folded;
use super::draft::Draft;
use super::remark::{Cost, Remarks, Why};
use super::sessions::Match;
use forum::people::{Act as PeopleAct, Command, NewPerson, Origin};
use forum::{Act, Forum, PersonId, Refusal};
use interchange::{Person, Programme};
use std::collections::{BTreeMap, BTreeSet};

/// By what the file tells persons apart: the strongest id with its rank, or the name.
type Key = (u8, String);

/// The rank of a guid, which names its bearer in whatever file it stands.
const GUID: u8 = 0;
/// The rank of a name, which comes after all ids.
const NAME: u8 = 3;
/// Longest id that is kept.
const ID_MAX: usize = 64;

/// What the whole file says about one person.
struct Entry {
    name: String,
    biography: String,
    line: u32,
}

/// The persons of a file, entered into the forum when a session first needs them.
pub(super) struct People<'a> {
    system: &'a str,
    entries: BTreeMap<Key, Entry>,
    /// The ids that stand beside a name in the file.
    ids: BTreeMap<String, BTreeSet<Key>>,
    /// Persons of the forum by name.
    known: BTreeMap<String, BTreeSet<PersonId>>,
    /// Those whom the file names by an id: a name alone cannot mean them a second time.
    claimed: BTreeSet<PersonId>,
    /// Those who have a role already in a session for which the file names the person.
    expected: BTreeMap<Key, BTreeSet<PersonId>>,
    settled: BTreeMap<Key, Option<PersonId>>,
}

impl<'a> People<'a> {
    pub(super) fn of(
        forum: &Forum,
        file: &Programme,
        sessions: &[Match<'_>],
        system: &'a str,
        remarks: &mut Remarks,
    ) -> People<'a> {
        let mut people = People {
            system,
            entries: BTreeMap::new(),
            ids: BTreeMap::new(),
            known: BTreeMap::new(),
            claimed: BTreeSet::new(),
            expected: BTreeMap::new(),
            settled: BTreeMap::new(),
        };
        for (id, person) in &forum.people.persons {
            if let Some(name) = person.name.text() {
                people.known.entry(folded(name)).or_default().insert(*id);
            }
        }
        let mentions = || file.sessions.iter().flat_map(|session| &session.persons);
        for person in mentions().filter(|person| own_key(person).0 != NAME) {
            people.ids.entry(folded(&person.name)).or_default().insert(own_key(person));
        }
        for person in mentions() {
            people.read(person, remarks);
        }
        let origins = people.entries.keys().filter_map(|key| people.origin(key));
        people.claimed = origins.filter_map(|origin| forum.people.by_origin(&origin)).collect();
        for session in sessions {
            let known = forum.programme.session(session.id).into_iter().flat_map(|(_, known)| &known.roles);
            let known: BTreeSet<PersonId> = known.map(|(_, person)| *person).collect();
            for key in session.stated.persons.iter().map(|person| people.key(person)).collect::<Vec<_>>() {
                people.expected.entry(key).or_default().extend(&known);
            }
        }
        people.tell_namesakes(remarks);
        people
    }

    /// Adds what one mention says of its person: the first name counts, and the first biography.
    fn read(&mut self, person: &Person, remarks: &mut Remarks) {
        let key = self.key(person);
        let biography = person.biography.first().unwrap_or_default();
        let entry = self.entries.entry(key).or_insert_with(|| Entry {
            name: person.name.clone(),
            biography: biography.to_owned(),
            line: person.place.line,
        });
        if entry.biography.is_empty() {
            entry.biography = biography.to_owned();
        }
        if folded(&entry.name) != folded(&person.name) {
            let why = Why::OtherName { name: entry.name.clone() };
            remarks.add(person.place.line, &person.name, Cost::Assumed, why);
        }
    }

    fn tell_namesakes(&self, remarks: &mut Remarks) {
        for ids in self.ids.values().filter(|ids| ids.len() > 1) {
            let bearers: Vec<&Entry> = ids.iter().filter_map(|id| self.entries.get(id)).collect();
            if let Some(first) = bearers.iter().min_by_key(|entry| entry.line) {
                let why = Why::Namesakes { count: bearers.len() };
                remarks.add(first.line, &first.name, Cost::Assumed, why);
            }
        }
    }

    /// The key of a person; a name without an id means the one id that stands beside this name elsewhere, if any.
    fn key(&self, person: &Person) -> Key {
        let key = own_key(person);
        let ids = self.ids.get(&folded(&person.name)).filter(|ids| key.0 == NAME && ids.len() == 1);
        ids.and_then(|ids| ids.first().cloned()).unwrap_or(key)
    }

    /// The person whom a mention means, entered if need be. `None` if they cannot be entered, which is remarked.
    pub(super) fn settle(
        &mut self,
        draft: &mut Draft,
        person: &Person,
        remarks: &mut Remarks,
    ) -> Option<PersonId> {
        let key = self.key(person);
        if let Some(settled) = self.settled.get(&key) {
            return *settled;
        }
        let id = self.find_or_enter(draft, &key, remarks);
        self.settled.insert(key, id);
        id
    }

    /// Everybody whom the import has touched.
    pub(super) fn all(&self) -> BTreeSet<PersonId> {
        self.settled.values().flatten().copied().collect()
    }

    fn find_or_enter(&self, draft: &mut Draft, key: &Key, remarks: &mut Remarks) -> Option<PersonId> {
        let entry = self.entries.get(key)?;
        let origin = self.origin(key);
        if let Some(id) = origin.as_ref().and_then(|origin| draft.forum.people.by_origin(origin)) {
            self.amend(draft, id, entry, remarks);
            return Some(id);
        }
        let bearers = self.known_by_name(&draft.forum, entry, origin.as_ref());
        let is_expected =
            |id: &&PersonId| self.expected.get(key).is_some_and(|expected| expected.contains(id));
        match (bearers.iter().find(is_expected), &bearers[..]) {
            (_, []) => enter(draft, entry, origin, remarks),
            (_, [id]) => {
                if !is_expected(&id) {
                    remarks.add(entry.line, &entry.name, Cost::Assumed, Why::KnownByName);
                }
                self.complete(draft, *id, entry, remarks);
                Some(*id)
            }
            // Without an id, only their role tells one from the others.
            (Some(id), _) if origin.is_none() => Some(*id),
            (_, several) => {
                let why = Why::NameIsAmbiguous { count: several.len() };
                remarks.add(entry.line, &entry.name, Cost::Assumed, why);
                enter(draft, entry, origin, remarks)
            }
        }
    }

    /// A guid is unique everywhere, so it finds its bearer again in whatever file it stands; a name is no id.
    fn origin(&self, key: &Key) -> Option<Origin> {
        let system = match key.0 {
            GUID => "guid",
            NAME => return None,
            _ => self.system,
        };
        Some(Origin { system: system.to_owned(), id: key.1.clone() })
    }

    /// Those who bear the name and whom nothing tells apart from the person of the file.
    fn known_by_name(&self, forum: &Forum, entry: &Entry, origin: Option<&Origin>) -> Vec<PersonId> {
        let name = folded(&entry.name);
        // Several bearers with ids in the file: the name says nothing about any of them.
        if origin.is_some() && self.ids.get(&name).is_some_and(|ids| ids.len() > 1) {
            return Vec::new();
        }
        let bearers = self.known.get(&name).into_iter().flatten().copied();
        let fits = |id: &PersonId| {
            let other = forum.people.persons.get(id).and_then(|person| person.origin.as_ref());
            let is_somebody_else = other.zip(origin).is_some_and(|(other, own)| other.system == own.system);
            !is_somebody_else && !self.claimed.contains(id)
        };
        bearers.filter(fits).collect()
    }

    /// Brings somebody known by their id up to date: the source speaks of its own.
    fn amend(&self, draft: &mut Draft, id: PersonId, entry: &Entry, remarks: &mut Remarks) {
        let biography = Some(entry.biography.clone()).filter(|text| !text.is_empty());
        for (name, biography) in [(Some(entry.name.clone()), None), (None, biography)] {
            if name.is_some() || biography.is_some() {
                let amend = Command::AmendPerson { person: id, name, biography, organisation: None };
                give(draft, amend, entry, remarks);
            }
        }
    }

    /// Adds what was not known of somebody whom the name alone points to; it changes nothing that is there.
    fn complete(&self, draft: &mut Draft, id: PersonId, entry: &Entry, remarks: &mut Remarks) {
        let has_biography =
            draft.forum.people.persons.get(&id).is_some_and(|known| known.biography.is_some());
        if !has_biography && !entry.biography.is_empty() {
            let biography = Some(entry.biography.clone());
            let amend = Command::AmendPerson { person: id, name: None, biography, organisation: None };
            give(draft, amend, entry, remarks);
        }
    }
}

fn give(draft: &mut Draft, amend: Command, entry: &Entry, remarks: &mut Remarks) {
    match draft.give(amend) {
        Ok(_) | Err(Refusal::NothingChanged) => {}
        Err(refusal) => remarks.add(entry.line, &entry.name, Cost::LeftOut, refusal),
    }
}

/// Enters a person; without the biography if that is refused.
fn enter(
    draft: &mut Draft,
    entry: &Entry,
    origin: Option<Origin>,
    remarks: &mut Remarks,
) -> Option<PersonId> {
    let (name, biography) = (entry.name.clone(), entry.biography.clone());
    let mut person = NewPerson { name, biography, origin, ..NewPerson::default() };
    loop {
        match draft.give(Command::AddPerson(person.clone())) {
            Ok(Act::People(PeopleAct::PersonAdded { id, .. })) => return Some(id),
            Ok(_) => unreachable!("to add a person makes the act that says so"),
            Err(refusal) => {
                let is_text = refusal.field().as_deref() == Some("biography");
                remarks.add(entry.line, &entry.name, Cost::LeftOut, refusal);
                if !is_text || std::mem::take(&mut person.biography).is_empty() {
                    return None;
                }
            }
        }
    }
}

fn own_key(person: &Person) -> Key {
    match person.ids.strongest().filter(|(_, id)| is_mere_id(id)) {
        Some((rank, id)) => (rank, id.to_owned()),
        None => (NAME, folded(&person.name)),
    }
}

/// Whether an id is nothing but that: no address for mail, no name.
fn is_mere_id(id: &str) -> bool {
    id.len() <= ID_MAX && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:/".contains(&b))
}
