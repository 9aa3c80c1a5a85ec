//! What is known of reviews, and how acts change it.

mod erasure;

use super::{Act, Bid, Conflict, Screening, Settings, Verdict};
use crate::{Actor, CallId, MergeId, PersonId, ProposalId, Seq, Stamp, Words};
use imbl::{OrdMap, OrdSet, Vector};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Letters of a call by verdict and language: subject and text.
type Letters = OrdMap<Verdict, OrdMap<String, (String, String)>>;

/// All reviews of a forum.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// How calls are reviewed.
    pub settings: OrdMap<CallId, Arc<Settings>>,
    /// What was found of proposals when they were screened, with the act that said so.
    pub screened: OrdMap<ProposalId, Arc<Screened>>,
    /// Which themes reviewers know.
    pub expertise: OrdMap<CallId, OrdMap<PersonId, Vec<String>>>,
    /// How gladly reviewers would review what.
    pub bids: OrdMap<ProposalId, OrdMap<PersonId, Bid>>,
    /// Who does not review what, and why.
    pub conflicts: OrdMap<ProposalId, OrdMap<PersonId, Conflict>>,
    /// Conflicts that were found and do not hold.
    pub cleared: OrdSet<(ProposalId, PersonId)>,
    /// Who reviews what.
    pub assigned: OrdMap<ProposalId, Vec<PersonId>>,
    /// The reviews.
    pub reviews: OrdMap<ProposalId, OrdMap<PersonId, Arc<Review>>>,
    /// What was decided.
    pub decisions: OrdMap<ProposalId, Arc<Decision>>,
    /// Suggestions to merge.
    pub merges: OrdMap<MergeId, Arc<Merge>>,
    /// Appeals.
    pub appeals: OrdMap<ProposalId, Arc<Appeal>>,
    /// Letters that are not the built-in ones: subject and text.
    pub letters: OrdMap<CallId, Letters>,
    /// The acts that hold words of screenings, decisions and appeals about a proposal, and who wrote them: what an erasure
    /// has to blank. By whom is derived from the acts, and no part of the state's digest.
    #[serde(serialize_with = "acts_only")]
    pub words_in: OrdMap<ProposalId, Vector<(Seq, Actor)>>,
}

/// The acts without those who wrote them, as releases before knew them.
fn acts_only<S: Serializer>(
    words: &OrdMap<ProposalId, Vector<(Seq, Actor)>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let acts = |all: &Vector<(Seq, Actor)>| all.iter().map(|(seq, _)| *seq).collect::<Vec<_>>();
    serializer.collect_map(words.iter().map(|(proposal, all)| (proposal, acts(all))))
}

/// What was found of a proposal when it was screened.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Screened {
    /// What.
    pub outcome: Screening,
    /// Why: names of reasons.
    pub reasons: Vec<String>,
    /// What the organisers are told besides.
    pub note: Option<Words>,
    /// When.
    pub at: Timestamp,
    /// The act that said so.
    pub seq: Seq,
}

/// A review.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Review {
    /// The scores, by the names of their criteria.
    pub scores: BTreeMap<String, u8>,
    /// Why low scores are low.
    pub reasons: Vec<String>,
    /// For the chair.
    pub to_chair: Option<Words>,
    /// For the organisers.
    pub to_proposer: Option<Words>,
    /// With which other proposal it might be merged.
    pub merge: Option<ProposalId>,
    /// Whether it counts.
    pub submitted: bool,
    /// When it was saved.
    pub at: Timestamp,
    /// The act that saved it.
    pub seq: Seq,
    /// The acts that hold its words: what an erasure has to blank.
    pub words_in: Vector<Seq>,
}

/// How far a decision is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionState {
    /// It was taken; nobody is told.
    Taken,
    /// It is released next.
    Pending,
    /// It stands, and its organisers know.
    Released,
}

/// What was decided about a proposal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Decision {
    /// What becomes of it.
    pub verdict: Verdict,
    /// Why: names of reasons.
    pub reasons: Vec<String>,
    /// Why, in words.
    pub note: Option<Words>,
    /// How far it is.
    pub state: DecisionState,
    /// When it was taken.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// When it was released.
    pub released: Option<Timestamp>,
    /// The act that took it.
    pub seq: Seq,
    /// The decision that was released before, where an appeal was right: it stands until the new one is released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stood: Option<Arc<Decision>>,
}

impl Decision {
    /// The decision as its organisers know it: the last one that was released.
    #[must_use]
    pub fn released(&self) -> Option<&Decision> {
        match self.state {
            DecisionState::Released => Some(self),
            DecisionState::Taken | DecisionState::Pending => self.stood.as_deref(),
        }
    }
}

/// A suggestion that proposals become one.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Merge {
    /// The one that the others join.
    pub into: ProposalId,
    /// The others.
    pub from: Vec<ProposalId>,
    /// Why.
    pub note: Option<Words>,
    /// What the organisers of each said.
    pub answers: OrdMap<ProposalId, bool>,
    /// The act that suggested it, and who did. Derived from the acts.
    #[serde(skip)]
    pub(super) suggested: (Seq, Actor),
}

/// An appeal.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Appeal {
    /// Why.
    pub text: Words,
    /// When.
    pub at: Timestamp,
    /// What was answered, and why.
    pub answer: Option<(bool, Words)>,
    /// The act that answered it.
    pub answered: Option<Seq>,
    /// The act that made it. Derived from the acts.
    #[serde(skip)]
    pub(super) seq: Seq,
}

impl State {
    pub(crate) fn is_empty(&self) -> bool {
        self.settings.is_empty()
    }

    pub(crate) fn apply(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::ReviewSet { call, settings } => {
                self.settings.insert(call, Arc::new(settings));
            }
            Act::ProposalScreened { proposal, outcome, reasons, note } => {
                self.note_words(proposal, stamp, note.is_some());
                let screened = Screened { outcome, reasons, note, at: stamp.at, seq: stamp.seq };
                self.screened.insert(proposal, Arc::new(screened));
            }
            Act::ExpertiseDeclared { call, reviewer, themes } => {
                self.expertise.entry(call).or_default().insert(reviewer, themes);
            }
            Act::BidMade { proposal, reviewer, bid } => self.bid(proposal, reviewer, bid),
            Act::ConflictNoted { proposal, reviewer, why } => {
                self.cleared.remove(&(proposal, reviewer));
                self.conflicts.entry(proposal).or_default().insert(reviewer, why);
                if let Some(assigned) = self.assigned.get_mut(&proposal) {
                    assigned.retain(|person| *person != reviewer);
                }
            }
            Act::ConflictCleared { proposal, reviewer } => {
                self.cleared.insert((proposal, reviewer));
                if let Some(noted) = self.conflicts.get_mut(&proposal) {
                    noted.remove(&reviewer);
                }
            }
            Act::ReviewersAssigned { assigned, .. } => self.assigned.extend(assigned),
            Act::ReviewSaved { .. } => self.save(stamp, act),
            Act::DecisionTaken { .. }
            | Act::DecisionWithdrawn { .. }
            | Act::DecisionsReadied { .. }
            | Act::DecisionsReleased { .. } => self.apply_decision(stamp, act),
            Act::MergeSuggested { id, into, from, note } => {
                let suggested = (stamp.seq, stamp.by);
                let merge = Merge { into, from, note, answers: OrdMap::new(), suggested };
                self.merges.insert(id, Arc::new(merge));
            }
            Act::MergeAnswered { merge, proposal, agrees } => change(&mut self.merges, merge, |merge| {
                merge.answers.insert(proposal, agrees);
            }),
            Act::AppealMade { proposal, text } => {
                self.note_words(proposal, stamp, true);
                let appeal = Appeal { text, at: stamp.at, answer: None, answered: None, seq: stamp.seq };
                self.appeals.insert(proposal, Arc::new(appeal));
            }
            Act::AppealAnswered { proposal, upheld, text } => {
                self.note_words(proposal, stamp, true);
                change(&mut self.appeals, proposal, |appeal| {
                    appeal.answer = Some((upheld, text));
                    appeal.answered = Some(stamp.seq);
                });
            }
            Act::LetterSet { call, verdict, language, subject, text } => {
                self.set_letter(call, verdict, language, (subject, text));
            }
        }
    }

    fn set_letter(&mut self, call: CallId, verdict: Verdict, language: String, letter: (String, String)) {
        let letters = self.letters.entry(call).or_default().entry(verdict).or_default();
        match letter.1.is_empty() {
            true => letters.remove(&language),
            false => letters.insert(language, letter),
        };
    }

    fn note_words(&mut self, proposal: ProposalId, stamp: &Stamp, some: bool) {
        if some {
            self.words_in.entry(proposal).or_default().push_back((stamp.seq, stamp.by));
        }
    }

    fn bid(&mut self, proposal: ProposalId, reviewer: PersonId, bid: Option<Bid>) {
        let bids = self.bids.entry(proposal).or_default();
        match bid {
            Some(bid) => bids.insert(reviewer, bid),
            None => bids.remove(&reviewer),
        };
    }

    fn save(&mut self, stamp: &Stamp, act: &Act) {
        let Act::ReviewSaved {
            proposal,
            reviewer,
            scores,
            reasons,
            to_chair,
            to_proposer,
            merge,
            submitted,
            replaces,
        } = act.clone()
        else {
            return;
        };
        let reviews = self.reviews.entry(proposal).or_default();
        let mut words_in = reviews.get(&reviewer).map(|review| review.words_in.clone()).unwrap_or_default();
        words_in.retain(|seq| !replaces.contains(seq));
        if to_chair.is_some() || to_proposer.is_some() {
            words_in.push_back(stamp.seq);
        }
        let (at, seq) = (stamp.at, stamp.seq);
        let review = Review { scores, reasons, to_chair, to_proposer, merge, submitted, at, seq, words_in };
        reviews.insert(reviewer, Arc::new(review));
    }

    fn apply_decision(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::DecisionTaken { proposal, verdict, reasons, note } => {
                self.note_words(proposal, stamp, note.is_some());
                let before = self.decisions.get(&proposal);
                let stood = before.and_then(|before| match before.state {
                    DecisionState::Released => Some(before.clone()),
                    DecisionState::Taken | DecisionState::Pending => before.stood.clone(),
                });
                let decision = Decision {
                    verdict,
                    reasons,
                    note,
                    state: DecisionState::Taken,
                    at: stamp.at,
                    by: stamp.by,
                    released: None,
                    seq: stamp.seq,
                    stood,
                };
                self.decisions.insert(proposal, Arc::new(decision));
            }
            Act::DecisionWithdrawn { proposal } => {
                let stood = self.decisions.get(&proposal).and_then(|decision| decision.stood.clone());
                self.decisions = self.decisions.alter(|_| stood, proposal);
            }
            Act::DecisionsReadied { proposals } => proposals.into_iter().for_each(|proposal| {
                change(&mut self.decisions, proposal, |decision| decision.state = DecisionState::Pending);
            }),
            Act::DecisionsReleased { proposals, .. } => proposals.into_iter().for_each(|proposal| {
                change(&mut self.decisions, proposal, |decision| {
                    decision.state = DecisionState::Released;
                    decision.released = Some(stamp.at);
                });
            }),
            _ => {}
        }
    }
}

fn change<K: Ord + Clone, V: Clone>(map: &mut OrdMap<K, Arc<V>>, key: K, how: impl FnOnce(&mut V)) {
    if let Some(value) = map.get_mut(&key) {
        how(Arc::make_mut(value));
    }
}
