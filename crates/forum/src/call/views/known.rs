//! Who somebody in a proposal is, as far as the forum knows.

use super::standing;
use crate::call::{Call, Part, Proposal};
use crate::people::{Role, mailbox};
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{Forum, PersonId, fold};
use std::collections::BTreeSet;

/// What is known of somebody in a proposal. What they declared themselves goes before what an organiser says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    /// Their stakeholder group.
    pub group: Option<StakeholderGroup>,
    /// Their regional group on the first day of the meeting.
    pub region: Option<RegionalGroup>,
    /// Their gender.
    pub gender: Gender,
}

impl Known {
    /// What is known of a part.
    pub fn of(forum: &Forum, call: &Call, part: &Part) -> Known {
        let day =
            forum.series.meetings.get(&call.meeting).map(|meeting| meeting.first_day).unwrap_or_default();
        let own = part.person.and_then(|person| forum.people.persons.get(&person));
        let region = part.region.or_else(|| part.country.map(|code| code.country().group_on(day)));
        Known {
            group: own.and_then(|own| own.group).or(part.group),
            region: own.and_then(|own| crate::people::views::region(own, day)).or(region),
            gender: own.map(|own| own.gender).filter(|own| *own != Gender::NotSaid).unwrap_or(part.gender),
        }
    }
}

/// Somebody in a proposal, so that they are found again in another one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Who {
    /// A person whom the forum knows.
    Person(PersonId),
    /// Whoever has this mailbox.
    Mailbox(String),
}

/// Who somebody is; nobody can say that of a mere name.
pub fn who(forum: &Forum, part: &Part) -> Option<Who> {
    let address = || part.email.as_ref().and_then(|email| email.text());
    let known = part.person.or_else(|| forum.people.by_email(address()?));
    known.map(Who::Person).or_else(|| address().map(|address| Who::Mailbox(mailbox(address))))
}

/// The same parts with everybody once, as whom they come first; of a mere name it can only be said that it is the same name.
pub fn each_once<'a>(forum: &Forum, parts: impl Iterator<Item = &'a Part>) -> Vec<&'a Part> {
    let mut known = BTreeSet::new();
    let once = |part: &&Part| known.insert(who(forum, part).ok_or_else(|| fold(part.name.or_empty())));
    parts.filter(once).collect()
}

/// The organisations that stand behind a proposal: of whoever began it, and of those who organise it with them.
pub fn organisations_of(forum: &Forum, proposal: &Proposal) -> Vec<String> {
    let own = forum.people.persons.get(&proposal.by);
    let own =
        own.and_then(|person| forum.people.organisation_of(person)).map(|(_, known)| known.name.clone());
    let organisers = standing(proposal).map(|(_, part)| part).filter(|part| part.role == Role::Organiser);
    let theirs = organisers.filter_map(|part| part.organisation.as_ref()?.text().map(str::to_owned));
    let mut all: Vec<String> = Vec::new();
    for name in own.into_iter().chain(theirs) {
        if !all.iter().any(|known| fold(known) == fold(&name)) {
            all.push(name);
        }
    }
    all
}
