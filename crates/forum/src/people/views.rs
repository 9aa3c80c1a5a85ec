//! What pages and the API show of people: to the public, only who agreed to stand on a published programme, and never
//! an address.

use super::{Organisation, Person, State};
use crate::reference::groups::StakeholderGroup;
use crate::reference::regions::RegionalGroup;
use crate::{Forum, MeetingId, OrganisationId, PersonId, Viewer};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A person as they may be shown.
pub struct PersonView<'a> {
    /// Id, which is also the person's address.
    pub id: PersonId,
    /// What is known of them.
    pub person: &'a Person,
    /// Their organisation.
    pub organisation: Option<(OrganisationId, &'a Organisation)>,
}

impl State {
    /// The organisation of a person.
    pub fn organisation_of(&self, person: &Person) -> Option<(OrganisationId, &Organisation)> {
        let id = person.organisation?;
        Some((id, self.organisations.get(&id)?))
    }
}

/// A person, if the viewer may see them.
pub fn person(forum: &Forum, id: PersonId, viewer: Viewer) -> Option<PersonView<'_>> {
    let person = forum.people.persons.get(&id)?;
    let seen =
        viewer == Viewer::Person(id) || crate::audience::is_public_figure(forum, id) || viewer.runs(forum);
    if !seen {
        return None;
    }
    Some(PersonView { id, person, organisation: forum.people.organisation_of(person) })
}

/// An organisation, if the viewer may see it.
pub fn organisation(forum: &Forum, id: OrganisationId, viewer: Viewer) -> Option<&Organisation> {
    let organisation = forum.people.organisations.get(&id)?;
    let seen = crate::audience::is_public_organisation(forum, id) || viewer.runs(forum);
    seen.then_some(organisation.as_ref())
}

/// The regional group in which a person counts on a day: as they declared it, or their country's by the table of that
/// day.
pub fn region(person: &Person, on: Date) -> Option<RegionalGroup> {
    person.region.or_else(|| person.country.map(|code| code.country().group_on(on)))
}

/// How many took part, one figure for each metric that this log can recompute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Registered.
    pub registered: usize,
    /// Collected a badge.
    pub badges: usize,
    /// Joined online.
    pub online: usize,
    /// Collected a badge or joined online, each person once.
    pub took_part: usize,
    /// Registered as attending for the first time.
    pub first_time: usize,
}

/// Counts the participants of a meeting.
pub fn counts(forum: &Forum, meeting: MeetingId) -> Counts {
    let mut counts = Counts::default();
    for participation in forum.people.participation.get(&meeting).into_iter().flat_map(|all| all.values()) {
        counts.registered += 1;
        counts.badges += usize::from(participation.badge);
        counts.online += usize::from(participation.online);
        counts.took_part += usize::from(participation.badge || participation.online);
        counts.first_time += usize::from(participation.first_time);
    }
    counts
}

/// How many of these people declared which stakeholder group; last, under `None`, those who declared none.
pub fn by_group(
    forum: &Forum,
    people: impl IntoIterator<Item = PersonId>,
) -> Vec<(Option<StakeholderGroup>, usize)> {
    let mut counts: BTreeMap<Option<StakeholderGroup>, usize> = BTreeMap::new();
    for person in people.into_iter().filter_map(|id| forum.people.persons.get(&id)) {
        *counts.entry(person.group).or_default() += 1;
    }
    let groups = StakeholderGroup::ALL.into_iter().map(Some).chain([None]);
    groups.filter_map(|group| Some((group, *counts.get(&group)?))).collect()
}
