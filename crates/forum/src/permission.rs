//! Who may give which command: one row for each, and none by default.

use crate::access::{Access, AccessSet, access};
use crate::call::{Command as Call, TeamRole, views};
use crate::people::{Command as People, Office};
use crate::programme::Command as Programme;
use crate::review::Command as Review;
use crate::settings::Command as Settings;
use crate::{Actor, ClusterId, Command, Forum, PartId, PersonId, ProposalId, Refusal};

/// Whose business a command is.
enum Leave {
    /// Of whoever has one of these.
    Of(AccessSet),
    /// Of the person whom it concerns, and of whoever has one of these.
    Own(PersonId, AccessSet),
    /// Of those who organise a proposal, and of whoever has one of these.
    Team(ProposalId, AccessSet),
    /// Of whoever has the mailbox that a part of a proposal names.
    Asked(ProposalId, PartId),
    /// Of those who organise a proposal, of whoever runs the forum, and of the one whom the part names.
    Part(ProposalId, PartId),
    /// Of those who are in a team, and of whoever runs the forum.
    Member(ClusterId),
    /// Of the person whom it concerns, of a team's focal points, and of whoever runs the forum.
    Lead(ClusterId, PersonId),
}

const DESK: AccessSet = AccessSet::of(&[Access::Secretariat]);
/// Those who decide.
const PANEL: AccessSet = AccessSet::of(&[Access::Chair, Access::Secretariat]);
const NOBODY: AccessSet = AccessSet::of(&[]);

/// Whether an actor may give a command at all; whether it can be done now is decided afterwards.
///
/// # Errors
/// [`Refusal::NotAllowed`], whatever the command is about and whether or not that exists.
pub fn permits(forum: &Forum, actor: Actor, command: &Command) -> Result<(), Refusal> {
    let person = match actor {
        // Whoever sits at the server can write the log itself; a no would only pretend.
        Actor::Secretariat => return Ok(()),
        Actor::Person(person) => person,
        Actor::Newcomer if shows_a_mailbox(command) => return Ok(()),
        Actor::Newcomer => return Err(Refusal::NotAllowed),
    };
    let has = access(forum, Some(actor));
    let known = has.contains(Access::Participant);
    let granted = match leave(command) {
        Leave::Of(set) => has.meets(set),
        Leave::Own(whose, set) => has.meets(set) || (whose == person && known),
        Leave::Team(proposal, set) => has.meets(set) || (known && organises(forum, proposal, person)),
        Leave::Asked(proposal, part) => known && is_asked(forum, proposal, part, person),
        Leave::Part(proposal, part) => {
            has.meets(DESK)
                || known && (organises(forum, proposal, person) || is_asked(forum, proposal, part, person))
        }
        Leave::Member(cluster) => has.meets(DESK) || (known && team_role(forum, cluster, person).is_some()),
        Leave::Lead(cluster, whose) => {
            let leads = || team_role(forum, cluster, person) == Some(TeamRole::FocalPoint);
            has.meets(DESK) || (known && (whose == person || leads()))
        }
    };
    if granted { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// What whoever has shown that a mailbox is theirs may wish with it. To decline, nobody has to be known to the forum.
fn shows_a_mailbox(command: &Command) -> bool {
    match command {
        Command::People(command) => matches!(command, People::Enter { .. } | People::ChangeMailbox { .. }),
        Command::Call(command) => matches!(command, Call::AnswerPart { agrees: false, .. }),
        _ => false,
    }
}

fn organises(forum: &Forum, proposal: ProposalId, person: PersonId) -> bool {
    forum.call.proposals.get(&proposal).is_some_and(|known| views::organises(known, person))
}

fn is_asked(forum: &Forum, proposal: ProposalId, part: PartId, person: PersonId) -> bool {
    let part = forum.call.proposals.get(&proposal).and_then(|known| known.parts.get(&part));
    part.is_some_and(|part| part.invited.is_some() && views::is_asked(forum, part, person))
}

fn team_role(forum: &Forum, cluster: ClusterId, person: PersonId) -> Option<TeamRole> {
    forum.call.clusters.get(&cluster)?.team.get(&person).copied()
}

fn leave(command: &Command) -> Leave {
    match command {
        // What somebody means to attend is their own business.
        Command::Programme(Programme::Choose { person, .. } | Programme::Unchoose { person, .. }) => {
            Leave::Own(*person, AccessSet::of(&[]))
        }
        Command::Series(_) | Command::Programme(_) => Leave::Of(DESK),
        Command::Review(command) => of_review(command),
        Command::Call(command) => of_calls(command),
        Command::People(command) => of_people(command),
        Command::Settings(Settings::ChangeSetting { setting, .. }) => Leave::Of(setting.setting().may),
        // Each of its steps is asked about by itself.
        Command::Together { .. } => Leave::Of(AccessSet::PERSONS),
    }
}

fn of_people(command: &People) -> Leave {
    match command {
        // Nobody by their word alone: whoever has the mailbox has the account.
        People::ChangeMailbox { .. } => Leave::Of(AccessSet::of(&[])),
        People::AddOrganisation { .. }
        | People::AddPerson(_)
        | People::Enter { .. }
        | People::CollectBadge { .. }
        | People::JoinOnline { .. } => Leave::Of(DESK),
        People::AmendPerson { person, .. }
        | People::ErasePerson { person }
        | People::Register { person, .. } => Leave::Own(*person, DESK),
        People::GrantOffice { office, .. } => Leave::Of(grants(*office)),
        People::EndOffice { person, office } => Leave::Own(*person, grants(*office)),
    }
}

fn of_calls(command: &Call) -> Leave {
    match command {
        Call::AddCall { .. }
        | Call::AmendCall { .. }
        | Call::AnnounceCall { .. }
        | Call::OfferKind { .. }
        | Call::DropKind { .. }
        | Call::SetField { .. }
        | Call::DropField { .. }
        | Call::SetRequirement { .. }
        | Call::DropRequirement { .. }
        | Call::AllowLate { .. }
        | Call::AddCluster { .. }
        | Call::RenameCluster { .. }
        | Call::PutIssue { .. }
        | Call::DropCluster { .. }
        | Call::FormTeam { .. }
        | Call::Reopen { until: Some(_), .. } => Leave::Of(DESK),
        Call::Begin { .. } => Leave::Of(AccessSet::PERSONS),
        Call::SavePart { proposal, part: Some(part), .. } => Leave::Part(*proposal, *part),
        Call::ChooseKind { proposal, .. }
        | Call::SaveAnswer { proposal, .. }
        | Call::SavePart { proposal, .. }
        | Call::RemovePart { proposal, .. }
        | Call::InvitePart { proposal, .. }
        | Call::Submit { proposal }
        | Call::Reopen { proposal, .. }
        | Call::Withdraw { proposal }
        | Call::Erase { proposal } => Leave::Team(*proposal, DESK),
        Call::AnswerPart { proposal, part, .. } => Leave::Asked(*proposal, *part),
        Call::JoinTeam { cluster, person, .. } | Call::LeaveTeam { cluster, person } => {
            Leave::Lead(*cluster, *person)
        }
        Call::PlanTeam { cluster, .. } => Leave::Member(*cluster),
    }
}

fn of_review(command: &Review) -> Leave {
    match command {
        // Scores and bids are the reviewer's own: nobody gives them in somebody else's name.
        Review::SaveReview { reviewer, .. } | Review::MakeBid { reviewer, .. } => {
            Leave::Own(*reviewer, NOBODY)
        }
        Review::DeclareExpertise { reviewer, .. } | Review::DeclareConflict { reviewer, .. } => {
            Leave::Own(*reviewer, DESK)
        }
        Review::AnswerMerge { proposal, .. } | Review::Appeal { proposal, .. } => {
            Leave::Team(*proposal, NOBODY)
        }
        Review::Assign { .. }
        | Review::Decide { .. }
        | Review::Undecide { .. }
        | Review::SuggestMerge { .. }
        | Review::AnswerAppeal { .. } => Leave::Of(PANEL),
        Review::SetReview { .. }
        | Review::Screen { .. }
        | Review::ClearConflict { .. }
        | Review::Ready { .. }
        | Review::Release { .. }
        | Review::SetLetter { .. } => Leave::Of(DESK),
    }
}

/// Who grants an office. Two of them must agree where [`Office::takes_two`].
fn grants(office: Office) -> AccessSet {
    match office {
        Office::Reviewer => AccessSet::of(&[Access::Chair, Access::Secretariat, Access::Admin]),
        Office::Chair | Office::Secretariat | Office::Admin => {
            AccessSet::of(&[Access::Secretariat, Access::Admin])
        }
    }
}
