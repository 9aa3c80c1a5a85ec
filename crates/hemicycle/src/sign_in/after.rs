//! What follows at the door from what a forum has decided about people.
//!
//! Where somebody is forgotten, or their mail goes elsewhere, no letter and no link stays that went to the old address. And
//! where no mail is sent, whoever reads the outbox could have signed in as somebody before they came to an office for which
//! two must agree: whoever comes to one signs in anew, with a letter that is shown to nobody else.

use forum::people::{Command as People, Office, mailbox};
use forum::{Command, Forum, PersonId};
use platform::sign_in::Command as Door;

use super::gate::Gate;

/// What follows from a command, once it is done.
#[derive(Default)]
pub struct After {
    /// Addresses that are nobody's any more.
    left: Vec<String>,
    /// Who comes to an office, or is proposed for one, for which two must agree.
    to_office: Vec<PersonId>,
}

impl After {
    /// What would follow from a command, by the forum as it is before.
    pub fn of(forum: &Forum, command: &Command) -> After {
        let mut after = After::default();
        after.look_at(forum, command);
        after
    }

    fn look_at(&mut self, forum: &Forum, command: &Command) {
        match command {
            Command::People(People::ErasePerson { person }) => self.left.extend(address_of(forum, *person)),
            Command::People(People::ChangeMailbox { person, email }) => {
                let old = address_of(forum, *person);
                self.left.extend(old.filter(|old| mailbox(old) != mailbox(email)));
            }
            Command::People(People::GrantOffice { person, office })
                if office.takes_two() && !is_on_the_way(forum, *person) =>
            {
                self.to_office.push(*person);
            }
            Command::Together { steps, .. } => steps.iter().for_each(|step| self.look_at(forum, step)),
            _ => {}
        }
    }

    /// Lets go of letters at once, and says what is to end at the door, by the forum as it is after the command.
    pub fn follows(self, gate: &Gate, name: &str, forum: &Forum) -> Vec<Door> {
        self.left.iter().for_each(|address| gate.forget(name, address));
        let coming = if gate.outbox().is_some() { self.to_office } else { Vec::new() };
        let theirs = coming.iter().filter_map(|person| address_of(forum, *person));
        let addresses = self.left.into_iter().chain(theirs);
        let links = addresses.map(|address| Door::EndLink { address: mailbox(&address) });
        let members = coming.iter().map(|person| Door::EndMember { member: person.0.into() });
        // Where nobody ever signed in there is nothing to end.
        let all = links.chain(members).filter(|_| gate.there(name).is_some());
        all.collect()
    }
}

fn address_of(forum: &Forum, person: PersonId) -> Option<String> {
    forum.people.persons.get(&person)?.email.as_ref()?.text().map(str::to_owned)
}

/// Whether somebody holds an office for which two must agree, or is proposed for one.
fn is_on_the_way(forum: &Forum, person: PersonId) -> bool {
    forum.people.proposed.contains_key(&person)
        || Office::ALL.into_iter().any(|office| office.takes_two() && forum.people.holds(person, office))
}
