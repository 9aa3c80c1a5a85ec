//! Which set of proposals is the best balanced one: the state as a task for [`selection::choose`], and back.

use super::results::Results;
use forum::call::views::{Known, chosen, standing};
use forum::call::{Call, Proposal};
use forum::people::{Role, views as people};
use forum::reference::groups::Gender;
use forum::review::{Verdict, views};
use forum::{CallId, Forum, ProposalId};
use selection::choose::{self, Candidate, Choice, Demand, Problem, Task};
use std::collections::BTreeMap;

/// What a set is balanced by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dimension {
    /// The stakeholder group of whoever proposes.
    Group,
    /// The regional group of whoever proposes.
    Region,
    /// The gender of whoever proposes, as declared.
    Gender,
    /// Whether they propose for the first time.
    FirstTime,
    /// The theme.
    Theme,
    /// The type of session.
    Kind,
}

impl Dimension {
    /// All of them, in the order in which pages show them.
    pub const ALL: [Dimension; 6] = [
        Dimension::Group,
        Dimension::Region,
        Dimension::Gender,
        Dimension::FirstTime,
        Dimension::Theme,
        Dimension::Kind,
    ];

    /// Its name in addresses and messages.
    pub fn key(self) -> &'static str {
        match self {
            Dimension::Group => "group",
            Dimension::Region => "region",
            Dimension::Gender => "gender",
            Dimension::FirstTime => "first-time",
            Dimension::Theme => "theme",
            Dimension::Kind => "kind",
        }
    }
}

/// Something that a proposal counts for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Trait {
    /// In which respect.
    pub dimension: Dimension,
    /// As what: the key of a group, a region, a gender, a theme, a type of session; `yes` for a first time.
    pub key: String,
}

/// What a proposal counts for. What nobody has said counts for nothing.
pub fn traits(forum: &Forum, call: &Call, proposal: &Proposal) -> Vec<Trait> {
    let known = proposer(forum, call, proposal);
    let first_time = chosen(proposal, "first-time").iter().any(|answer| answer == "yes");
    let gender = (known.gender != Gender::NotSaid).then(|| known.gender.key());
    let one = |dimension, key: Option<&str>| key.map(|key| Trait { dimension, key: key.to_owned() });
    let mut all: Vec<Trait> = [
        one(Dimension::Group, known.group.map(|group| group.key())),
        one(Dimension::Region, known.region.map(|region| region.key())),
        one(Dimension::Gender, gender),
        one(Dimension::FirstTime, first_time.then_some("yes")),
        one(Dimension::Kind, Some(&proposal.kind)),
    ]
    .into_iter()
    .flatten()
    .collect();
    all.extend(chosen(proposal, "theme").iter().filter_map(|theme| one(Dimension::Theme, Some(theme))));
    all.sort();
    all.dedup();
    all
}

/// Who proposes, as far as it is known: what they declared themselves, or what is said of the first organiser.
fn proposer(forum: &Forum, call: &Call, proposal: &Proposal) -> Known {
    let day = forum.series.meetings.get(&call.meeting).map(|meeting| meeting.first_day).unwrap_or_default();
    let own = forum.people.persons.get(&proposal.by);
    let organiser = standing(proposal).map(|(_, part)| part).find(|part| part.role == Role::Organiser);
    let said = organiser.map(|part| Known::of(forum, call, part));
    Known {
        group: own.and_then(|own| own.group).or(said.and_then(|said| said.group)),
        region: own.and_then(|own| people::region(own, day)).or(said.and_then(|said| said.region)),
        gender: own
            .map(|own| own.gender)
            .filter(|gender| *gender != Gender::NotSaid)
            .or(said.map(|said| said.gender))
            .unwrap_or_default(),
    }
}

/// How often each trait occurs in a set.
pub fn balance(
    forum: &Forum,
    call: &Call,
    set: impl IntoIterator<Item = ProposalId>,
) -> BTreeMap<Trait, usize> {
    let mut counts = BTreeMap::new();
    for proposal in set.into_iter().filter_map(|id| forum.call.proposals.get(&id)) {
        traits(forum, call, proposal).into_iter().for_each(|of| *counts.entry(of).or_default() += 1);
    }
    counts
}

/// A wish for the set as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// What is counted.
    pub of: Trait,
    /// How many there should be at least.
    pub least: u32,
    /// How many at most.
    pub most: u32,
    /// What each one too few or too many costs, in thousandths of a point.
    pub weight: i64,
}

/// The best balanced set.
#[derive(Clone, PartialEq, Debug)]
pub struct Best {
    /// The chosen, in the order of the results.
    pub chosen: Vec<ProposalId>,
    /// What they are worth together, in thousandths of a point.
    pub worth: i64,
    /// What broken targets cost.
    pub broken: i64,
    /// No set is better than this: worth less broken targets.
    pub bound: i64,
    /// For each target, how many there are.
    pub counts: Vec<u32>,
    choice: Choice,
}

/// What a target costs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TradeOff {
    /// Which of the targets.
    pub target: usize,
    /// How much more the set would be worth without it, in thousandths of a point.
    pub costs: i64,
    /// Who would be chosen without it and is not now.
    pub joins: Vec<ProposalId>,
    /// Who is chosen now and would not be.
    pub leaves: Vec<ProposalId>,
}

/// A choice that is to be made.
pub struct Question {
    proposals: Vec<ProposalId>,
    task: Task,
}

impl Question {
    /// Asks for the best set of what was reviewed, for so many places; `decided` is what is settled for this question,
    /// whether or not it is decided in the forum.
    pub fn of(
        forum: &Forum,
        call: CallId,
        results: &Results,
        places: u32,
        targets: &[Target],
        decided: &BTreeMap<ProposalId, bool>,
    ) -> Option<Question> {
        let known = forum.call.calls.get(&call)?;
        let proposals: Vec<ProposalId> = results.rows.iter().map(|row| row.proposal).collect();
        let candidates = results.rows.iter().map(|row| {
            let traits = forum.call.proposals.get(&row.proposal).map(|one| traits(forum, known, one));
            let traits = traits.unwrap_or_default();
            let counts = targets.iter().enumerate().filter(|(_, target)| traits.contains(&target.of));
            // Whoever has no score yet is worth nothing, and is chosen last.
            let worth = if row.n > 0 { row.corrected * 1000.0 } else { 0.0 };
            Candidate {
                worth: worth.round().max(0.0) as i64,
                places: 1,
                counts: counts.map(|(number, _)| number).collect(),
                decided: decided.get(&row.proposal).copied(),
            }
        });
        let demand = |one: &Target| Demand { least: one.least, most: one.most, weight: one.weight };
        let task = Task {
            candidates: candidates.collect(),
            places,
            demands: targets.iter().map(demand).collect(),
            rivals: rivals(forum, &proposals, decided),
        };
        Some(Question { proposals, task })
    }

    /// The best set that was found.
    ///
    /// # Errors
    /// If the question contradicts itself.
    pub fn best(&self) -> Result<Best, Problem> {
        let choice = choose::choose(&self.task)?;
        Ok(Best {
            chosen: self.named(&choice.chosen),
            worth: choice.worth,
            broken: choice.broken,
            bound: choice.bound,
            counts: choice.counts.clone(),
            choice,
        })
    }

    /// What each target costs, the dearest first; those that cost nothing are left out. It is as many choices as there are
    /// targets.
    ///
    /// # Errors
    /// If the question contradicts itself.
    pub fn trade_offs(&self, best: &Best) -> Result<Vec<TradeOff>, Problem> {
        let found = choose::trade_offs(&self.task, &best.choice)?;
        let named = |one: choose::TradeOff| TradeOff {
            target: one.demand,
            costs: one.costs,
            joins: self.named(&one.joins),
            leaves: self.named(&one.leaves),
        };
        Ok(found.into_iter().map(named).collect())
    }

    fn named(&self, numbers: &[usize]) -> Vec<ProposalId> {
        numbers.iter().map(|number| self.proposals[*number]).collect()
    }
}

/// Proposals of which one becomes a session: those for which a merge was suggested and nobody has said no. Where more than
/// one of them is decided for, that is a decision, and no question any more.
fn rivals(forum: &Forum, proposals: &[ProposalId], decided: &BTreeMap<ProposalId, bool>) -> Vec<Vec<usize>> {
    let number = |id: &ProposalId| proposals.iter().position(|one| one == id);
    let open = forum.review.merges.values().filter(|merge| merge.answers.values().all(|agrees| *agrees));
    let sets =
        open.map(|merge| std::iter::once(merge.into).chain(merge.from.iter().copied()).collect::<Vec<_>>());
    sets.filter(|set| set.iter().filter(|id| decided.get(*id) == Some(&true)).count() < 2)
        .map(|set| set.iter().filter_map(number).collect::<Vec<usize>>())
        .filter(|set| set.len() > 1)
        .collect()
}

/// What is decided in a call, as a question takes it: what is accepted is in, all else that is decided is out.
pub fn decided(forum: &Forum, call: CallId) -> BTreeMap<ProposalId, bool> {
    let verdict = |id: &ProposalId| forum.review.decisions.get(id).map(|decision| decision.verdict);
    let all = views::reviewable(forum, call);
    all.into_iter().filter_map(|id| Some((id, verdict(&id)? == Verdict::Accepted))).collect()
}
