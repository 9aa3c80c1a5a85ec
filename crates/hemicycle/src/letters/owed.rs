//! Which letters an act owes, and to whom. Nothing here is a text: that is composed when a letter leaves, from the forum
//! as it is then.

use forum::call::views::organisers_of;
use forum::call::{Act as Call, Command as CallCommand};
use forum::review::{Act as Review, Command as ReviewCommand};
use forum::{Act, ClusterId, Command, Forum, MergeId, PartId, PersonId, ProposalId, Seq};
use serde::{Deserialize, Serialize};

/// A letter that an act owes to somebody. The same owed letter is the same letter, however often it is composed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Owed {
    /// The act.
    pub act: Seq,
    /// What it is about.
    pub about: About,
    /// To whom.
    pub to: Whom,
}

/// What a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A proposal was submitted: all of it, as a receipt.
    Receipt(ProposalId),
    /// Somebody is asked whether they take part.
    Invitation(ProposalId),
    /// A proposal was held against the minimum criteria.
    Screened(ProposalId),
    /// What becomes of a proposal.
    Decided(ProposalId),
    /// It was suggested that a proposal and others become one.
    Merge(MergeId, ProposalId),
    /// An appeal was answered.
    Appeal(ProposalId),
    /// Issues became the work of a team.
    Team(ClusterId),
}

/// To whom a letter goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// A person whom the forum knows.
    Person(PersonId),
    /// Somebody who stands in a proposal.
    Part(ProposalId, PartId),
}

/// Whether a command can lead to letters.
pub(super) fn may_owe(command: &Command) -> bool {
    match command {
        Command::Call(command) => matches!(
            command,
            CallCommand::Submit { .. } | CallCommand::InvitePart { .. } | CallCommand::FormTeam { .. }
        ),
        Command::Review(command) => matches!(
            command,
            ReviewCommand::Screen { .. }
                | ReviewCommand::Release { .. }
                | ReviewCommand::SuggestMerge { .. }
                | ReviewCommand::AnswerAppeal { .. }
        ),
        Command::Together { steps, .. } => steps.iter().any(may_owe),
        _ => false,
    }
}

/// The letters that an act owes, by the forum as it is now.
pub(super) fn owed(forum: &Forum, act: Seq, done: &Act) -> Vec<Owed> {
    let organisers = |proposal: ProposalId| {
        let known = forum.call.proposals.get(&proposal);
        known.map(|known| organisers_of(known)).unwrap_or_default()
    };
    let to_organisers = |proposal: ProposalId, about: About| {
        let to = move |person| Owed { act, about, to: Whom::Person(person) };
        organisers(proposal).into_iter().map(to).collect::<Vec<_>>()
    };
    match done {
        Act::Call(Call::ProposalSubmitted { proposal, .. }) => {
            to_organisers(*proposal, About::Receipt(*proposal))
        }
        Act::Call(Call::PartInvited { proposal, part }) => {
            vec![Owed { act, about: About::Invitation(*proposal), to: Whom::Part(*proposal, *part) }]
        }
        Act::Call(Call::TeamFormed { cluster }) => {
            let team = forum.call.clusters.get(cluster).map(|cluster| cluster.team.keys().copied());
            let to = |person| Owed { act, about: About::Team(*cluster), to: Whom::Person(person) };
            team.into_iter().flatten().map(to).collect()
        }
        Act::Review(Review::ProposalScreened { proposal, .. }) => {
            to_organisers(*proposal, About::Screened(*proposal))
        }
        Act::Review(Review::DecisionsReleased { proposals, .. }) => {
            let each = proposals.iter().map(|proposal| to_organisers(*proposal, About::Decided(*proposal)));
            each.flatten().collect()
        }
        Act::Review(Review::MergeSuggested { id, into, from, .. }) => {
            let all = std::iter::once(into).chain(from);
            all.flat_map(|proposal| to_organisers(*proposal, About::Merge(*id, *proposal))).collect()
        }
        Act::Review(Review::AppealAnswered { proposal, .. }) => {
            to_organisers(*proposal, About::Appeal(*proposal))
        }
        _ => Vec::new(),
    }
}
