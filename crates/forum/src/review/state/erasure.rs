//! What is erased elsewhere is erased here, too: what somebody wrote as a reviewer, and what was written about a proposal.

use super::super::Review;
use super::{State, change};
use crate::{PersonId, ProposalId, Seq, Words, call, people};
use imbl::OrdMap;
use std::sync::Arc;

impl State {
    /// What happened elsewhere and is felt here: words that were erased there are erased here, too.
    pub(crate) fn hear(&mut self, act: &crate::Act) {
        match act {
            crate::Act::People(people::Act::PersonErased { person, .. }) => {
                let holds =
                    |entry: &(&ProposalId, &OrdMap<PersonId, Arc<Review>>)| entry.1.contains_key(person);
                let held: Vec<ProposalId> = self.reviews.iter().filter(holds).map(|(id, _)| *id).collect();
                for proposal in held {
                    change(self.reviews.entry(proposal).or_default(), *person, Review::forget);
                }
            }
            crate::Act::Call(call::Act::ProposalErased { proposal, .. }) => self.forget(*proposal),
            _ => {}
        }
    }

    /// Forgets what was written about a proposal.
    fn forget(&mut self, proposal: ProposalId) {
        let erase = |words: &mut Option<Words>| words.iter_mut().for_each(Words::erase);
        change(&mut self.screened, proposal, |screened| erase(&mut screened.note));
        let reviewers = self.reviews.get(&proposal).into_iter().flat_map(OrdMap::keys);
        for reviewer in reviewers.copied().collect::<Vec<_>>() {
            change(self.reviews.entry(proposal).or_default(), reviewer, Review::forget);
        }
        change(&mut self.decisions, proposal, |decision| {
            erase(&mut decision.note);
            decision.stood.iter_mut().for_each(|stood| erase(&mut Arc::make_mut(stood).note));
        });
        change(&mut self.appeals, proposal, |appeal| {
            appeal.text.erase();
            appeal.answer.iter_mut().for_each(|(_, text)| text.erase());
        });
        self.words_in.remove(&proposal);
    }

    /// Adds to an erasure the acts that hold what was written here.
    pub(crate) fn erases_too(&self, act: &mut crate::Act) {
        let (acts, here) = match act {
            crate::Act::People(people::Act::PersonErased { person, acts }) => (acts, self.words_of(*person)),
            crate::Act::Call(call::Act::ProposalErased { proposal, acts }) => {
                (acts, self.words_about(*proposal))
            }
            _ => return,
        };
        acts.extend(here);
        acts.sort_unstable();
        acts.dedup();
    }

    /// The acts that hold what somebody wrote as a reviewer.
    fn words_of(&self, reviewer: PersonId) -> Vec<Seq> {
        let own = self.reviews.values().filter_map(|reviews| reviews.get(&reviewer));
        own.flat_map(|review| review.words_in.iter().copied()).collect()
    }

    /// The acts that hold what was written about a proposal.
    fn words_about(&self, proposal: ProposalId) -> Vec<Seq> {
        let reviews = self.reviews.get(&proposal).into_iter().flat_map(OrdMap::values);
        let reviews = reviews.flat_map(|review| review.words_in.iter().copied());
        let others = self.words_in.get(&proposal).into_iter().flatten().copied();
        let mut acts: Vec<Seq> = reviews.chain(others).collect();
        acts.sort_unstable();
        acts
    }
}

impl Review {
    fn forget(&mut self) {
        [&mut self.to_chair, &mut self.to_proposer].into_iter().flatten().for_each(Words::erase);
        self.words_in.clear();
    }
}
