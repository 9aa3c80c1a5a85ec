//! Who may give which command: one row for each, and none by default.

use crate::access::{Access, AccessSet, access};
use crate::people::{Command as People, Office};
use crate::programme::Command as Programme;
use crate::settings::Command as Settings;
use crate::{Actor, Command, Forum, PersonId, Refusal};

/// Whose business a command is.
enum Leave {
    /// Of whoever has one of these.
    Of(AccessSet),
    /// Of the person whom it concerns, and of whoever has one of these.
    Own(PersonId, AccessSet),
}

const DESK: AccessSet = AccessSet::of(&[Access::Secretariat]);

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
    let granted = match leave(command) {
        Leave::Of(set) => has.meets(set),
        Leave::Own(whose, set) => has.meets(set) || (whose == person && has.contains(Access::Participant)),
    };
    if granted { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// What whoever has shown that a mailbox is theirs may wish with it.
fn shows_a_mailbox(command: &Command) -> bool {
    matches!(command, Command::People(People::Enter { .. } | People::ChangeMailbox { .. }))
}

fn leave(command: &Command) -> Leave {
    match command {
        // What somebody means to attend is their own business.
        Command::Programme(Programme::Choose { person, .. } | Programme::Unchoose { person, .. }) => {
            Leave::Own(*person, AccessSet::of(&[]))
        }
        Command::Series(_) | Command::Programme(_) | Command::Call(_) | Command::Review(_) => Leave::Of(DESK),
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

/// Who grants an office. Two of them must agree where [`Office::takes_two`].
fn grants(office: Office) -> AccessSet {
    match office {
        Office::Reviewer => AccessSet::of(&[Access::Chair, Access::Secretariat, Access::Admin]),
        Office::Chair | Office::Secretariat | Office::Admin => {
            AccessSet::of(&[Access::Secretariat, Access::Admin])
        }
    }
}
