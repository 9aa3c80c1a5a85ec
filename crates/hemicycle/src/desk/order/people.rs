//! Forms about settings and offices, and people as forms name them.

use std::collections::BTreeMap;

use forum::people::{Command as People, NewPerson, Office};
use forum::settings::{Command as Settings, SETTINGS};
use forum::{Command, PersonId, Refusal, fold};

use super::{Order, together};
use crate::desk::form::{Form, No};
use crate::site::Visit;

/// Forms about settings and offices.
pub(in crate::desk) fn settings(visit: &Visit, form: &Form) -> Result<Order, No> {
    let office =
        || Office::ALL.into_iter().find(|office| office.key() == form.get("office")).ok_or(No::NotFound);
    let person = || form.needed::<u32>("person").map(PersonId);
    let command: Command = match form.get("do") {
        "setting" => {
            let setting = SETTINGS.iter().find(|setting| setting.key.name() == form.get("setting"));
            let setting = setting.ok_or(No::NotFound)?;
            let value = form.get(crate::desk::settings::field(setting.kind)).to_owned();
            Settings::ChangeSetting { setting: setting.key, value }.into()
        }
        "grant" => return grant(visit, form, office()?),
        "confirm" => People::GrantOffice { person: person()?, office: office()? }.into(),
        "end-office" => People::EndOffice { person: person()?, office: office()? }.into(),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// An office for somebody: by their address, by their name, or for a person whom the forum does not know yet.
fn grant(visit: &Visit, form: &Form, office: Office) -> Result<Order, No> {
    let (name, email) = (form.get("people").trim(), form.get("email").trim());
    let forum = visit.forum();
    let mut steps = Vec::new();
    let person = match forum.people.by_email(email).filter(|_| !email.is_empty()) {
        Some(known) => known,
        None if email.is_empty() => {
            let person = Names::of(visit).person(name, &mut steps)?;
            // Somebody new needs an address, or could never sign in.
            if !steps.is_empty() {
                return Err(Refusal::Empty { field: "email".into() }.into());
            }
            person
        }
        None => {
            let new = NewPerson { name: name.to_owned(), email: email.to_owned(), ..NewPerson::default() };
            steps.push(People::AddPerson(new).into());
            PersonId(forum.people.persons.keys().next_back().map_or(1, |last| last.0 + 1))
        }
    };
    steps.push(People::GrantOffice { person, office }.into());
    Ok(together(visit, steps))
}

/// People by their names: those that the forum knows, and those that it will know by this command.
pub(crate) struct Names {
    known: BTreeMap<String, Vec<u32>>,
    last: u32,
}

impl Names {
    pub(crate) fn of(visit: &Visit) -> Names {
        let persons = &visit.forum().people.persons;
        let mut known: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (id, person) in persons {
            if let Some(name) = person.name.text() {
                known.entry(fold(name)).or_default().push(id.0);
            }
        }
        Names { known, last: persons.keys().next_back().map_or(0, |id| id.0) }
    }

    /// A person by name, or by name and number where several have it; entered, if nobody has.
    pub(crate) fn person(&mut self, typed: &str, steps: &mut Vec<Command>) -> Result<PersonId, No> {
        let (name, number) = match typed.rsplit_once('#') {
            Some((name, number)) => (name.trim(), number.trim().parse::<u32>().ok()),
            None => (typed, None),
        };
        let folded = fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
        let found = self.known.get(&folded).map(Vec::as_slice).unwrap_or_default();
        match (found, number) {
            (_, Some(number)) if found.contains(&number) => Ok(PersonId(number)),
            (_, Some(number)) => Err(Refusal::NoSuchPerson { person: PersonId(number) }.into()),
            ([only], None) => Ok(PersonId(*only)),
            ([], None) => {
                self.last += 1;
                self.known.insert(folded, vec![self.last]);
                let person = NewPerson { name: name.to_owned(), ..NewPerson::default() };
                steps.push(People::AddPerson(person).into());
                Ok(PersonId(self.last))
            }
            (several, None) => Err(No::SeveralPeople(name.to_owned(), several.to_vec())),
        }
    }
}
