//! Who does what in the sessions of the file.

use super::draft::Draft;
use super::people::People;
use super::remark::{Cost, Remarks, Why};
use super::sessions::Match;
use forum::PersonId;
use forum::programme::{Command, Role};
use interchange::{Person, Programme};
use std::collections::BTreeSet;

/// The roles of which a file speaks; of all others it knows nothing, and they stay as they are.
pub(super) struct Roles(BTreeSet<Role>);

impl Roles {
    pub(super) fn of(file: &Programme) -> Roles {
        let persons = file.sessions.iter().flat_map(|session| &session.persons);
        let stated = persons.filter_map(role_of);
        Roles(stated.chain([Role::Speaker]).collect())
    }

    /// Gives the roles that the file states in a session, and takes those that it no longer states.
    pub(super) fn settle(
        &self,
        draft: &mut Draft,
        people: &mut People<'_>,
        session: &mut Match<'_>,
        remarks: &mut Remarks,
    ) {
        let wanted = wanted(draft, people, session, remarks);
        let has = draft.forum.programme.session(session.id).map(|(_, known)| known.roles.clone());
        let has = has.unwrap_or_default();
        let no_longer = has.iter().filter(|given| self.0.contains(&given.0) && !wanted.contains(given));
        let mut steps: Vec<Command> = no_longer
            .map(|(role, person)| Command::TakeRole { session: session.id, person: *person, role: *role })
            .collect();
        for (role, person) in wanted.into_iter().filter(|wanted| !has.contains(wanted)) {
            session.is_touched = true;
            steps.push(Command::GiveRole { session: session.id, person, role });
        }
        for step in steps {
            if let Err(refusal) = draft.give(step) {
                remarks.add(session.stated.place.line, &session.stated.title, Cost::LeftOut, refusal);
            }
        }
    }
}

/// The roles that the file states in a session, each once.
fn wanted(
    draft: &mut Draft,
    people: &mut People<'_>,
    session: &Match<'_>,
    remarks: &mut Remarks,
) -> Vec<(Role, PersonId)> {
    let mut wanted = Vec::new();
    for person in &session.stated.persons {
        let Some(id) = people.settle(draft, person, remarks) else { continue };
        let role = role_of(person).unwrap_or_else(|| {
            let why = Why::RoleUnknown { role: person.role.clone().unwrap_or_default() };
            remarks.add(person.place.line, &person.name, Cost::Assumed, why);
            Role::Speaker
        });
        if !wanted.contains(&(role, id)) {
            wanted.push((role, id));
        }
    }
    wanted
}

/// The role that a word of another tool means; who is named without a role speaks.
fn role_of(person: &Person) -> Option<Role> {
    Some(match person.role.as_deref().unwrap_or_default() {
        "" | "speaker" | "presenter" | "panellist" | "panelist" | "lecturer" | "author" => Role::Speaker,
        "moderator" | "host" | "facilitator" => Role::Moderator,
        "online moderator" | "remote moderator" => Role::OnlineModerator,
        "chair" | "co-chair" | "chairperson" => Role::Chair,
        "rapporteur" | "reporter" | "note taker" | "notetaker" => Role::Rapporteur,
        "organiser" | "organizer" | "coordinator" => Role::Organiser,
        _ => return None,
    })
}
