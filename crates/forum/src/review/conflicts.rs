//! Conflicts of interest: those that were noted, and those that can be found in what was proposed.
//!
//! Found is whoever stands in a proposal themselves, is of the same organisation as somebody in it, or has proposed
//! something together with somebody in it, in any call of the forum. What was found and does not hold is cleared by the
//! desk, and then is none.

use super::Conflict;
use crate::call::{Part, Proposal, Stage};
use crate::people::mailbox;
use crate::{CallId, Forum, OrganisationId, PersonId, ProposalId, Words, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Looks for the conflicts of some reviewers. What is known of them is gathered once, so that all proposals of a call are
/// looked through quickly.
pub struct Finder<'a> {
    forum: &'a Forum,
    reviewers: BTreeSet<PersonId>,
    mailboxes: BTreeMap<String, Vec<PersonId>>,
    names: BTreeMap<String, Vec<PersonId>>,
    organisations: BTreeMap<OrganisationId, Vec<PersonId>>,
    called: BTreeMap<String, Vec<PersonId>>,
    /// Reviewers by those with whom they have proposed something.
    together: BTreeMap<PersonId, BTreeSet<PersonId>>,
}

impl<'a> Finder<'a> {
    /// Prepares to look for the conflicts of these reviewers.
    pub fn of(forum: &'a Forum, reviewers: impl IntoIterator<Item = PersonId>) -> Finder<'a> {
        let mut finder = Finder {
            forum,
            reviewers: reviewers.into_iter().collect(),
            mailboxes: BTreeMap::new(),
            names: BTreeMap::new(),
            organisations: BTreeMap::new(),
            called: BTreeMap::new(),
            together: BTreeMap::new(),
        };
        for &id in &finder.reviewers {
            let Some(person) = forum.people.persons.get(&id) else { continue };
            if let Some(address) = person.email.as_ref().and_then(Words::text) {
                finder.mailboxes.entry(mailbox(address)).or_default().push(id);
            }
            if let Some(name) = person.name.text() {
                finder.names.entry(fold(name)).or_default().push(id);
            }
            if let Some((organisation, known)) = forum.people.organisation_of(person) {
                finder.organisations.entry(organisation).or_default().push(id);
                finder.called.entry(fold(&known.name)).or_default().push(id);
            }
        }
        finder.together = together(forum, &finder.reviewers);
        finder
    }

    /// What is found in one proposal, whether or not it was cleared.
    pub fn in_proposal(&self, proposal: ProposalId) -> BTreeMap<PersonId, Conflict> {
        let mut found = BTreeMap::new();
        let Some(proposal) = self.forum.call.proposals.get(&proposal) else { return found };
        for person in standing(proposal) {
            if self.reviewers.contains(&person) {
                note(&mut found, &[person], Conflict::TakesPart);
            }
            if let Some(colleagues) = self.organisation(person).and_then(|id| self.organisations.get(&id)) {
                note(&mut found, colleagues, Conflict::SameOrganisation);
            }
            let partners = self.together.get(&person).into_iter().flatten().copied();
            note(&mut found, &partners.collect::<Vec<_>>(), Conflict::ProposedTogether);
        }
        proposal.parts.values().filter(|part| part.agrees != Some(false)).for_each(|part| {
            self.in_part(part, &mut found);
        });
        found
    }

    /// What is said of somebody who may not be known to the forum yet.
    fn in_part(&self, part: &Part, found: &mut BTreeMap<PersonId, Conflict>) {
        let text = |words: &Option<Words>| words.as_ref().and_then(Words::text).map(str::to_owned);
        if let Some(organisation) = text(&part.organisation) {
            let colleagues = self.called.get(&fold(&organisation));
            note(found, colleagues.map(Vec::as_slice).unwrap_or_default(), Conflict::SameOrganisation);
        }
        // A name is shared by many; it is a hint only where nothing better is known.
        let same = match (part.person, text(&part.email)) {
            (Some(_), _) => None,
            (None, Some(address)) => self.mailboxes.get(&mailbox(&address)),
            (None, None) => part.name.text().and_then(|name| self.names.get(&fold(name))),
        };
        note(found, same.map(Vec::as_slice).unwrap_or_default(), Conflict::TakesPart);
    }

    fn organisation(&self, person: PersonId) -> Option<OrganisationId> {
        self.forum.people.persons.get(&person)?.organisation
    }

    /// The conflicts of these reviewers with a proposal: noted, or found and not cleared.
    pub fn conflicts(&self, proposal: ProposalId) -> BTreeMap<PersonId, Conflict> {
        let review = &self.forum.review;
        let mut conflicts = self.in_proposal(proposal);
        conflicts.retain(|reviewer, _| !review.cleared.contains(&(proposal, *reviewer)));
        let noted = review.conflicts.get(&proposal).into_iter().flatten();
        conflicts
            .extend(noted.map(|(who, why)| (*who, *why)).filter(|(who, _)| self.reviewers.contains(who)));
        conflicts
    }
}

/// Keeps the plainest reason for each.
fn note(found: &mut BTreeMap<PersonId, Conflict>, who: &[PersonId], why: Conflict) {
    for &person in who {
        found.entry(person).and_modify(|known| *known = why.min(*known)).or_insert(why);
    }
}

/// Who stands in a proposal by their own word: whoever proposes, and those who agreed to take part.
pub fn standing(proposal: &Proposal) -> impl Iterator<Item = PersonId> {
    let agreed = proposal.parts.values().filter(|part| part.agrees != Some(false));
    std::iter::once(proposal.by).chain(agreed.filter_map(|part| part.person))
}

/// With whom these reviewers have proposed something. A draft that was never submitted proposes nothing.
fn together(forum: &Forum, reviewers: &BTreeSet<PersonId>) -> BTreeMap<PersonId, BTreeSet<PersonId>> {
    let mut together: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    let proposed =
        forum.call.proposals.values().filter(|one| one.number.is_some() && one.stage != Stage::Erased);
    for proposal in proposed {
        for reviewer in standing(proposal).filter(|person| reviewers.contains(person)) {
            for other in standing(proposal).filter(|other| *other != reviewer) {
                together.entry(other).or_default().insert(reviewer);
            }
        }
    }
    together
}

/// The conflict that a reviewer has with a proposal, if there is one: noted, or found and not cleared.
pub fn conflict(forum: &Forum, proposal: ProposalId, reviewer: PersonId) -> Option<Conflict> {
    Finder::of(forum, [reviewer]).conflicts(proposal).remove(&reviewer)
}

/// All conflicts that are found between reviewers and proposals of a call and were not cleared.
pub fn found(forum: &Forum, call: CallId) -> BTreeMap<(ProposalId, PersonId), Conflict> {
    let finder = Finder::of(forum, super::views::reviewers(forum));
    let mut all = BTreeMap::new();
    for proposal in super::views::submitted(forum, call) {
        let found = finder.in_proposal(proposal.id).into_iter();
        let standing = found.filter(|(who, _)| !forum.review.cleared.contains(&(proposal.id, *who)));
        all.extend(standing.map(|(who, why)| ((proposal.id, who), why)));
    }
    all
}

/// All conflicts between reviewers and proposals of a call, noted or found.
pub fn conflicts(forum: &Forum, call: CallId) -> BTreeMap<(ProposalId, PersonId), Conflict> {
    let finder = Finder::of(forum, super::views::reviewers(forum));
    let proposals = super::views::submitted(forum, call);
    let all = proposals
        .flat_map(|one| finder.conflicts(one.id).into_iter().map(move |(who, why)| ((one.id, who), why)));
    all.collect()
}
