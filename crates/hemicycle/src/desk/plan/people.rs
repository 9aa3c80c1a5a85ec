//! The people of a programme, as the engine sees them: who must be where, and by which clock they live.

use std::collections::BTreeMap;

use forum::people::Attendance;
use forum::programme::{Programme, Session};
use forum::reference::regions::RegionalGroup;
use forum::series::Meeting;
use forum::{Forum, PersonId};
use timetable::model::{Part, Person};

use super::instance::region_of;
use super::{hours, needs};
use crate::desk::when;

/// The regions whose nights are counted together; the last is that of people of whom nothing is known.
pub(super) const REGIONS: [Option<RegionalGroup>; 8] = {
    let mut regions = [None; 8];
    let mut n = 0;
    while n < RegionalGroup::ALL.len() {
        regions[n] = Some(RegionalGroup::ALL[n]);
        n += 1;
    }
    regions
};

/// People as they are met in sessions, each once.
pub(super) struct People<'a> {
    forum: &'a Forum,
    draft: &'a Programme,
    meeting: Option<&'a Meeting>,
    known: BTreeMap<PersonId, usize>,
    ids: Vec<PersonId>,
    all: Vec<Person>,
    clocks: hours::Clocks,
}

impl<'a> People<'a> {
    pub(super) fn new(forum: &'a Forum, draft: &'a Programme, meeting: Option<&'a Meeting>) -> Self {
        let noon =
            meeting.map(|meeting| when::moment(meeting, meeting.first_day, jiff::civil::time(12, 0, 0, 0)));
        let clocks = hours::Clocks::on(noon.unwrap_or_default());
        People { forum, draft, meeting, known: BTreeMap::new(), ids: vec![], all: vec![], clocks }
    }

    /// Everybody in order, with who they are.
    pub(super) fn done(self) -> (Vec<PersonId>, Vec<Person>) {
        (self.ids, self.all)
    }

    /// The parts in a session of those who must be present.
    pub(super) fn parts(&mut self, session: &Session) -> Vec<Part> {
        let present = session.roles.iter().filter(|(role, _)| role.is_present());
        present
            .map(|(role, person)| Part { person: self.index(*person), role: role.key().to_owned() })
            .collect()
    }

    fn index(&mut self, id: PersonId) -> usize {
        if let Some(index) = self.known.get(&id) {
            return *index;
        }
        let person = self.person(id);
        let index = self.all.len();
        self.all.push(person);
        self.ids.push(id);
        self.known.insert(id, index);
        index
    }

    fn person(&mut self, id: PersonId) -> Person {
        let region = region_of(self.forum, id, self.meeting);
        let place = REGIONS.iter().position(|known| *known == region);
        let said = self.draft.demands.people.get(&id).cloned().unwrap_or_default();
        let is_online = said.online.unwrap_or_else(|| self.is_online(id));
        let ahead = match &said.zone {
            Some(zone) => self.clocks.of(zone),
            None => self.ahead(id, region),
        };
        Person {
            name: format!("#{id}"),
            away: said.away.iter().map(needs::span).collect(),
            online: ahead.filter(|_| is_online),
            region: place.unwrap_or(REGIONS.len() - 1),
            hours: None,
        }
    }

    fn is_online(&self, id: PersonId) -> bool {
        let Some(meeting) = self.meeting else { return false };
        let registered = self.forum.people.participation(meeting.id, id);
        registered.is_some_and(|known| known.attendance == Attendance::Online)
    }

    /// By how many minutes somebody's clock is ahead of UTC, as far as their country or region tells.
    fn ahead(&mut self, id: PersonId, region: Option<RegionalGroup>) -> Option<i64> {
        let country = self.forum.people.persons.get(&id).and_then(|person| person.country);
        self.clocks.ahead(country, region)
    }
}
