//! What else was submitted, counted once for as many checks as it takes.

use crate::call::views::{Who, organisations_of, organisers_of, standing, who};
use crate::call::{Call, Proposal, Stage};
use crate::people::Role;
use crate::{Forum, PersonId, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Counts of what was submitted to a call, and of who stands in what was submitted for its meeting. The proposal that is
/// checked counts there too, if it is submitted: whoever asks takes it off.
pub(crate) struct Others {
    of_person: BTreeMap<PersonId, usize>,
    of_kind: BTreeMap<(PersonId, String), usize>,
    of_organisation: BTreeMap<String, usize>,
    with: BTreeMap<Who, usize>,
}

impl Others {
    /// Counts what stands now.
    pub(super) fn of(forum: &Forum, call: &Call) -> Others {
        let mut others = Others {
            of_person: BTreeMap::new(),
            of_kind: BTreeMap::new(),
            of_organisation: BTreeMap::new(),
            with: BTreeMap::new(),
        };
        let submitted = forum.call.proposals.values().filter(|known| known.stage == Stage::Submitted);
        let of_meeting = |known: &&std::sync::Arc<Proposal>| {
            forum.call.calls.get(&known.call).is_some_and(|other| other.meeting == call.meeting)
        };
        for known in submitted.filter(of_meeting) {
            if known.call == call.id {
                for person in organisers_of(known) {
                    *others.of_person.entry(person).or_default() += 1;
                    *others.of_kind.entry((person, known.kind.clone())).or_default() += 1;
                }
                for name in folded(forum, known) {
                    *others.of_organisation.entry(name).or_default() += 1;
                }
            }
            // What was accepted is on the programme, and counts there.
            if !forum.is_accepted(known.id) {
                for who in present(forum, known) {
                    *others.with.entry(who).or_default() += 1;
                }
            }
        }
        others
    }

    /// How many somebody has submitted who organises this one, with this one: of all its organisers, the most.
    pub(super) fn of_person(&self, proposal: &Proposal) -> usize {
        let counts = organisers_of(proposal).into_iter().map(|person| self.of_person.get(&person));
        counts.map(|count| with_this(count, proposal)).max().unwrap_or_default()
    }

    /// The same, of the same kind.
    pub(super) fn of_kind(&self, proposal: &Proposal) -> usize {
        let key = |person| (person, proposal.kind.clone());
        let counts = organisers_of(proposal).into_iter().map(|person| self.of_kind.get(&key(person)));
        counts.map(|count| with_this(count, proposal)).max().unwrap_or_default()
    }

    /// How many an organisation that stands behind this one stands behind.
    pub(super) fn of_organisation(&self, proposal: &Proposal, name: &str) -> usize {
        with_this(self.of_organisation.get(&fold(name)), proposal)
    }

    /// In how many somebody who must be there in this one must be.
    pub(super) fn with(&self, proposal: &Proposal, who: &Who) -> usize {
        with_this(self.with.get(who), proposal)
    }
}

fn with_this(count: Option<&usize>, proposal: &Proposal) -> usize {
    let counted = usize::from(proposal.stage == Stage::Submitted);
    1 + count.copied().unwrap_or_default().saturating_sub(counted)
}

fn folded(forum: &Forum, proposal: &Proposal) -> BTreeSet<String> {
    organisations_of(forum, proposal).iter().map(|name| fold(name)).collect()
}

/// Everybody who must be there, each once.
fn present(forum: &Forum, proposal: &Proposal) -> BTreeSet<Who> {
    let parts = standing(proposal).map(|(_, part)| part).filter(|part| part.role != Role::Organiser);
    parts.filter_map(|part| who(forum, part)).collect()
}
