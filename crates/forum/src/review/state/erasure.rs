//! What is erased elsewhere is erased here, too: what somebody wrote, and what was written about a proposal.

use super::super::{Merge, Review};
use super::{State, change};
use crate::{Actor, MergeId, PersonId, ProposalId, Seq, Words, call, people};
use imbl::OrdMap;
use std::collections::BTreeSet;
use std::sync::Arc;

impl State {
    /// What happened elsewhere and is felt here: words that were erased there are erased here, too. The calls have heard
    /// of it before.
    pub(crate) fn hear(&mut self, act: &crate::Act, calls: &call::State) {
        match act {
            crate::Act::People(people::Act::PersonErased { person, .. }) => {
                self.forget_writer(*person);
                calls.goes_with(*person).for_each(|proposal| self.forget(proposal));
            }
            crate::Act::Call(call::Act::ProposalErased { proposal, .. }) => self.forget(*proposal),
            _ => {}
        }
    }

    /// Forgets what somebody wrote: as a reviewer, and as one who screens, decides, appeals or answers.
    fn forget_writer(&mut self, person: PersonId) {
        let holds = |entry: &(&ProposalId, &OrdMap<PersonId, Arc<Review>>)| entry.1.contains_key(&person);
        let held: Vec<ProposalId> = self.reviews.iter().filter(holds).map(|(id, _)| *id).collect();
        for proposal in held {
            change(self.reviews.entry(proposal).or_default(), person, Review::forget);
        }
        for (proposal, acts) in self.written_by(person) {
            self.erase(proposal, |seq| acts.contains(&seq));
        }
        self.erase_merges(|merge| merge.suggested.1 == Actor::Person(person));
    }

    /// Forgets what was written about a proposal.
    fn forget(&mut self, proposal: ProposalId) {
        let reviewers = self.reviews.get(&proposal).into_iter().flat_map(OrdMap::keys);
        for reviewer in reviewers.copied().collect::<Vec<_>>() {
            change(self.reviews.entry(proposal).or_default(), reviewer, Review::forget);
        }
        self.erase(proposal, |_| true);
        self.words_in.remove(&proposal);
        self.erase_merges(|merge| merge.is_about(proposal));
    }

    /// Erases what some acts said about a proposal when it was screened and decided, and in an appeal.
    fn erase(&mut self, proposal: ProposalId, said: impl Fn(Seq) -> bool) {
        let erase = |words: &mut Option<Words>| words.iter_mut().for_each(Words::erase);
        if self.screened.get(&proposal).is_some_and(|screened| said(screened.seq)) {
            change(&mut self.screened, proposal, |screened| erase(&mut screened.note));
        }
        change(&mut self.decisions, proposal, |decision| {
            if said(decision.seq) {
                erase(&mut decision.note);
            }
            if let Some(stood) = decision.stood.as_mut().filter(|stood| said(stood.seq)) {
                erase(&mut Arc::make_mut(stood).note);
            }
        });
        change(&mut self.appeals, proposal, |appeal| {
            if said(appeal.seq) {
                appeal.text.erase();
            }
            let answered = appeal.answered.is_some_and(&said);
            appeal.answer.iter_mut().filter(|_| answered).for_each(|(_, text)| text.erase());
        });
        if let Some(words) = self.words_in.get_mut(&proposal) {
            words.retain(|(seq, _)| !said(*seq));
        }
    }

    fn erase_merges(&mut self, which: impl Fn(&Merge) -> bool) {
        let merges = self.merges.iter().filter(|(_, merge)| merge.note.is_some() && which(merge));
        for id in merges.map(|(id, _)| *id).collect::<Vec<MergeId>>() {
            change(&mut self.merges, id, |merge| merge.note.iter_mut().for_each(Words::erase));
        }
    }

    /// Adds to an erasure the acts that hold what was written here.
    pub(crate) fn erases_too(&self, act: &mut crate::Act, calls: &call::State) {
        let (acts, here) = match act {
            crate::Act::People(people::Act::PersonErased { person, acts }) => {
                let mut here = self.words_of(*person);
                here.extend(calls.goes_with(*person).flat_map(|proposal| self.words_about(proposal)));
                (acts, here)
            }
            crate::Act::Call(call::Act::ProposalErased { proposal, acts }) => {
                (acts, self.words_about(*proposal))
            }
            _ => return,
        };
        acts.extend(here);
        acts.sort_unstable();
        acts.dedup();
    }

    /// The acts that hold what somebody wrote.
    fn words_of(&self, person: PersonId) -> Vec<Seq> {
        let own = self.reviews.values().filter_map(|reviews| reviews.get(&person));
        let mut acts: Vec<Seq> = own.flat_map(|review| review.words_in.iter().copied()).collect();
        acts.extend(self.written_by(person).into_iter().flat_map(|(_, acts)| acts));
        acts.extend(self.suggestions(|merge| merge.suggested.1 == Actor::Person(person)));
        acts
    }

    /// The acts of somebody who screened, decided, appealed or answered, by proposal.
    fn written_by(&self, person: PersonId) -> Vec<(ProposalId, BTreeSet<Seq>)> {
        let own = |(seq, by): &(Seq, Actor)| (*by == Actor::Person(person)).then_some(*seq);
        let all = self.words_in.iter().map(|(id, words)| (*id, words.iter().filter_map(own).collect()));
        all.filter(|(_, acts): &(ProposalId, BTreeSet<Seq>)| !acts.is_empty()).collect()
    }

    /// The acts that hold what was written about a proposal.
    fn words_about(&self, proposal: ProposalId) -> Vec<Seq> {
        let reviews = self.reviews.get(&proposal).into_iter().flat_map(OrdMap::values);
        let reviews = reviews.flat_map(|review| review.words_in.iter().copied());
        let others = self.words_in.get(&proposal).into_iter().flatten().map(|(seq, _)| *seq);
        reviews.chain(others).chain(self.suggestions(|merge| merge.is_about(proposal))).collect()
    }

    /// The acts that hold the words of suggestions to merge.
    fn suggestions(&self, which: impl Fn(&Merge) -> bool) -> impl Iterator<Item = Seq> {
        let written = |merge: &&Arc<Merge>| merge.note.as_ref().is_some_and(|note| !note.is_erased());
        self.merges.values().filter(written).filter(move |merge| which(merge)).map(|merge| merge.suggested.0)
    }
}

impl Merge {
    fn is_about(&self, proposal: ProposalId) -> bool {
        self.into == proposal || self.from.contains(&proposal)
    }
}

impl Review {
    fn forget(&mut self) {
        [&mut self.to_chair, &mut self.to_proposer].into_iter().flatten().for_each(Words::erase);
        self.words_in.clear();
    }
}
