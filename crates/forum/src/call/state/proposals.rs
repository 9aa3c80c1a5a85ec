//! Proposals: what was answered, who stands in them, and how far they are.

use super::{Part, Proposal, Saved, Stage, State, is_alone};
use crate::call::{Act, Answer};
use crate::people::Role;
use crate::{PersonId, ProposalId, Seq, Stamp, Words};
use imbl::{OrdMap, Vector};
use std::sync::Arc;

/// How many earlier answers are kept of each field.
const EARLIER_MAX: usize = 3;

impl State {
    pub(super) fn apply_to_proposal(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::ProposalBegun { id, call, kind, by } => {
                let proposal = Proposal {
                    id,
                    call,
                    kind,
                    by,
                    stage: Stage::Draft,
                    number: None,
                    begun: stamp.at,
                    submitted: None,
                    until: None,
                    answers: OrdMap::new(),
                    parts: OrdMap::new(),
                    cluster: None,
                    words_in: Vector::new(),
                    last_part: None,
                    letters: 0,
                };
                self.proposals.insert(id, Arc::new(proposal));
            }
            Act::KindChosen { proposal, kind } => self.change(proposal, |proposal| proposal.kind = kind),
            Act::AnswerSaved { proposal, field, answer, replaces } => {
                self.change(proposal, |proposal| answered(proposal, stamp, field, answer, &replaces));
            }
            Act::PartSaved { proposal, .. } => self.change(proposal, |known| save_part(known, stamp, act)),
            Act::PartRemoved { proposal, part, acts } => self.change(proposal, |proposal| {
                proposal.parts.remove(&part);
                proposal.words_in.retain(|(seq, _)| !acts.contains(seq));
            }),
            Act::PartInvited { proposal, part } => {
                self.change(proposal, |proposal| proposal.letters += 1);
                self.change_part(proposal, part, |part| part.invited = Some(stamp.at));
            }
            Act::PartAnswered { proposal, part, person, agrees, acts } => {
                self.change(proposal, |proposal| proposal.words_in.retain(|(seq, _)| !acts.contains(seq)));
                self.change_part(proposal, part, |part| {
                    (part.agrees, part.person) = (Some(agrees), person);
                    if acts.contains(&part.seq) {
                        erase_part(part);
                    }
                })
            }
            Act::ProposalSubmitted { .. }
            | Act::ProposalReopened { .. }
            | Act::ProposalWithdrawn { .. }
            | Act::ProposalErased { .. } => self.move_on(stamp, act),
            _ => {}
        }
    }

    /// How far a proposal is.
    fn move_on(&mut self, stamp: &Stamp, act: &Act) {
        match act {
            Act::ProposalSubmitted { proposal, number } => {
                self.change(*proposal, |proposal| {
                    proposal.stage = Stage::Submitted;
                    (proposal.number, proposal.submitted) = (Some(*number), Some(stamp.at));
                });
                let call = self.proposals.get(proposal).map(|proposal| proposal.call);
                if let Some(call) = call {
                    self.change_call(call, |call| call.numbered = call.numbered.max(*number));
                }
            }
            Act::ProposalReopened { proposal, until } => self.change(*proposal, |proposal| {
                proposal.stage = Stage::Draft;
                proposal.until = until.or(proposal.until);
            }),
            Act::ProposalWithdrawn { proposal } => {
                self.change(*proposal, |proposal| proposal.stage = Stage::Withdrawn);
            }
            Act::ProposalErased { proposal, .. } => self.change(*proposal, erase),
            _ => {}
        }
    }

    pub(super) fn change(&mut self, proposal: ProposalId, how: impl FnOnce(&mut Proposal)) {
        if let Some(proposal) = self.proposals.get_mut(&proposal) {
            how(Arc::make_mut(proposal));
        }
    }

    fn change_part(&mut self, proposal: ProposalId, part: crate::PartId, how: impl FnOnce(&mut Part)) {
        self.change(proposal, |proposal| {
            if let Some(part) = proposal.parts.get_mut(&part) {
                how(part);
            }
        });
    }

    pub(super) fn forget_in_proposals(&mut self, person: PersonId, acts: &[Seq]) {
        let touched = |proposal: &Proposal| {
            proposal.by == person
                || proposal.parts.values().any(|part| part.person == Some(person))
                || proposal.words_in.iter().any(|(seq, _)| acts.contains(seq))
        };
        let ids: Vec<_> = self
            .proposals
            .values()
            .filter(|proposal| touched(proposal))
            .map(|proposal| proposal.id)
            .collect();
        for id in ids {
            self.change(id, |proposal| match is_alone(proposal, person) {
                true => erase(proposal),
                false => forget(proposal, person, acts),
            });
        }
    }
}

fn answered(proposal: &mut Proposal, stamp: &Stamp, field: String, answer: Option<Answer>, replaces: &[Seq]) {
    proposal.words_in.retain(|(seq, _)| !replaces.contains(seq));
    if matches!(answer, Some(Answer::Text(_))) {
        proposal.words_in.push_back((stamp.seq, stamp.by));
    }
    let mut earlier = Vector::new();
    if let Some(before) = proposal.answers.remove(&field) {
        earlier = before.earlier;
        if !replaces.contains(&before.seq) {
            earlier.push_front((before.seq, before.now));
        }
        earlier.truncate(EARLIER_MAX.min(earlier.len()));
    }
    let saved = Saved { now: answer, seq: stamp.seq, at: stamp.at, by: stamp.by, earlier };
    proposal.answers.insert(field, saved);
}

fn save_part(proposal: &mut Proposal, stamp: &Stamp, act: &Act) {
    let Act::PartSaved {
        proposal: _,
        part,
        role,
        name,
        email,
        organisation,
        group,
        country,
        region,
        gender,
        attendance,
        confirmed,
        anew,
        replaces,
    } = act.clone()
    else {
        return;
    };
    proposal.words_in.retain(|(seq, _)| !replaces.contains(seq));
    proposal.words_in.push_back((stamp.seq, stamp.by));
    proposal.last_part = proposal.last_part.max(Some(part));
    let before = proposal.parts.get(&part).filter(|_| !anew);
    let saved = Part {
        role,
        name,
        email,
        organisation,
        group,
        country,
        region,
        gender,
        attendance,
        confirmed,
        invited: before.and_then(|before| before.invited),
        agrees: before.and_then(|before| before.agrees),
        person: before.and_then(|before| before.person),
        seq: stamp.seq,
        at: stamp.at,
        by: stamp.by,
    };
    proposal.parts.insert(part, saved);
}

/// Changes every value of a map.
fn each<K: Ord + Clone, V: Clone>(map: &mut OrdMap<K, V>, mut how: impl FnMut(&mut V)) {
    let keys: Vec<K> = map.keys().cloned().collect();
    keys.iter().for_each(|key| {
        if let Some(value) = map.get_mut(key) {
            how(value);
        }
    });
}

fn erase(proposal: &mut Proposal) {
    proposal.stage = Stage::Erased;
    each(&mut proposal.answers, |saved| {
        saved.earlier.iter_mut().for_each(|(_, answer)| erase_answer(answer.as_mut()));
        erase_answer(saved.now.as_mut());
    });
    each(&mut proposal.parts, erase_part);
    proposal.words_in.clear();
}

fn erase_answer(answer: Option<&mut Answer>) {
    if let Some(Answer::Text(words)) = answer {
        words.erase();
    }
}

fn erase_part(part: &mut Part) {
    part.name.erase();
    [&mut part.email, &mut part.organisation].into_iter().flatten().for_each(Words::erase);
    (part.group, part.country, part.region, part.person) = (None, None, None, None);
    (part.gender, part.attendance) = (Default::default(), None);
}

/// Erases what one of several organisers wrote, and what tells of them. If they began it, the next one has it now.
fn forget(proposal: &mut Proposal, person: PersonId, acts: &[Seq]) {
    let organises = |part: &&Part| part.role == Role::Organiser && part.agrees == Some(true);
    let mut others = proposal.parts.values().filter(organises).filter_map(|part| part.person);
    if let Some(next) = others.find(|other| *other != person).filter(|_| proposal.by == person) {
        proposal.by = next;
    }
    each(&mut proposal.answers, |saved| {
        for (_, answer) in saved.earlier.iter_mut().filter(|(seq, _)| acts.contains(seq)) {
            erase_answer(answer.as_mut());
        }
        if acts.contains(&saved.seq) {
            erase_answer(saved.now.as_mut());
        }
    });
    each(&mut proposal.parts, |part| {
        if acts.contains(&part.seq) || part.person == Some(person) {
            erase_part(part);
            part.agrees = Some(false);
        }
    });
    proposal.words_in.retain(|(seq, _)| !acts.contains(seq));
}
