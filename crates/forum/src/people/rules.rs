//! What may be done to persons and organisations.

use super::{Act, Command, NewPerson, Office};
use crate::context::Scribe;
use crate::text::{NAME_MAX, country, email, line, link, optional_prose, origin_of_person};
use crate::{Actor, Context, Forum, MeetingId, OrganisationId, PersonId, Refusal, permits};

pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    match command {
        Command::AddOrganisation { name, group, country: code, url } => Ok(Act::OrganisationAdded {
            id: OrganisationId::after(forum.people.organisations.keys().next_back()),
            name: line("name", name, NAME_MAX)?,
            group: *group,
            country: country("country", code)?,
            url: link("url", url)?,
        }),
        Command::AddPerson(person) => add_person(forum, person, context),
        Command::Enter { name, email } => enter(forum, name, email, context),
        Command::AmendPerson { person, name, biography, organisation } => {
            amend_person(forum, *person, name.as_deref(), biography.as_deref(), *organisation, context)
        }
        Command::ErasePerson { person } => erase_person(forum, *person, context.actor),
        Command::ChangeMailbox { person, email } => change_mailbox(forum, *person, email, context),
        Command::Register { meeting, person, attendance, first_time } => {
            forum.people.living(*person)?;
            forum.series.meeting(*meeting)?;
            match forum.people.participation(*meeting, *person) {
                Some(_) => Err(Refusal::AlreadyRegistered { person: *person }),
                None => Ok(Act::Registered {
                    meeting: *meeting,
                    person: *person,
                    attendance: *attendance,
                    first_time: *first_time,
                }),
            }
        }
        Command::CollectBadge { meeting, person } => {
            let (meeting, person) = (*meeting, *person);
            fresh(forum, meeting, person, |p| p.badge)?;
            Ok(Act::BadgeCollected { meeting, person })
        }
        Command::JoinOnline { meeting, person } => {
            let (meeting, person) = (*meeting, *person);
            fresh(forum, meeting, person, |p| p.online)?;
            Ok(Act::JoinedOnline { meeting, person })
        }
        Command::GrantOffice { person, office } => grant_office(forum, *person, *office, context.actor),
        Command::EndOffice { person, office } => end_office(forum, *person, *office, context.actor),
    }
}

/// Grants an office, or proposes it where two must agree. Whoever sits at the server needs nobody's agreement: there
/// is no other way for a new forum to get its first office holders.
fn grant_office(forum: &Forum, person: PersonId, office: Office, by: Actor) -> Result<Act, Refusal> {
    forum.people.living(person)?;
    if forum.people.holds(person, office) {
        // Whoever proposed that it ends takes that back in this way.
        let ending = forum.people.ending.get(&person).and_then(|ending| ending.get(&office));
        let takes_back = ending.is_some_and(|first| *first == by || by == Actor::Secretariat);
        return if takes_back {
            Ok(Act::OfficeGranted { person, office })
        } else {
            Err(Refusal::OfficeHeld { person })
        };
    }
    if by == Actor::Secretariat || !office.takes_two() {
        return Ok(Act::OfficeGranted { person, office });
    }
    let proposed = forum.people.proposed.get(&person).and_then(|proposed| proposed.get(&office));
    // Two must agree who may both: the word of whoever has lost the right since counts no more.
    let command = Command::GrantOffice { person, office }.into();
    match proposed.filter(|first| permits(forum, **first, &command).is_ok()) {
        None => Ok(Act::OfficeProposed { person, office }),
        Some(first) if *first == by || by == Actor::Person(person) => Err(Refusal::SecondPerson { person }),
        Some(_) => Ok(Act::OfficeGranted { person, office }),
    }
}

/// Ends an office, or proposes it where two must agree: else one who was taken in, or whose session was taken over, could
/// put all others out. One's own ends by one's own word, and no office ends by which nobody would run the forum.
fn end_office(forum: &Forum, person: PersonId, office: Office, by: Actor) -> Result<Act, Refusal> {
    if !forum.people.holds(person, office) {
        let proposed = forum.people.proposed.get(&person).is_some_and(|all| all.contains_key(&office));
        return if proposed {
            Ok(Act::OfficeEnded { person, office })
        } else {
            Err(Refusal::OfficeMissing { person })
        };
    }
    if by == Actor::Secretariat {
        return Ok(Act::OfficeEnded { person, office });
    }
    if office == Office::Secretariat && forum.people.is_last_secretariat(person) {
        return Err(Refusal::LastOffice { person });
    }
    if !office.takes_two() || by == Actor::Person(person) {
        return Ok(Act::OfficeEnded { person, office });
    }
    let proposed = forum.people.ending.get(&person).and_then(|ending| ending.get(&office));
    let command = Command::EndOffice { person, office }.into();
    match proposed.filter(|first| permits(forum, **first, &command).is_ok()) {
        None => Ok(Act::OfficeEndProposed { person, office }),
        Some(first) if *first == by => Err(Refusal::SecondToEnd { person }),
        Some(_) => Ok(Act::OfficeEnded { person, office }),
    }
}

/// A registered person for whom something has not been recorded yet.
fn fresh(
    forum: &Forum,
    meeting: MeetingId,
    person: PersonId,
    recorded: fn(&super::Participation) -> bool,
) -> Result<(), Refusal> {
    match forum.people.participation(meeting, person) {
        None => Err(Refusal::NotRegistered { person }),
        Some(participation) if recorded(participation) => Err(Refusal::AlreadyRecorded { person }),
        Some(_) => Ok(()),
    }
}

fn known_organisation(forum: &Forum, id: Option<OrganisationId>) -> Result<Option<OrganisationId>, Refusal> {
    match id {
        Some(organisation) if !forum.people.organisations.contains_key(&organisation) => {
            Err(Refusal::NoSuchOrganisation { organisation })
        }
        known => Ok(known),
    }
}

fn add_person(forum: &Forum, person: &NewPerson, context: &Context) -> Result<Act, Refusal> {
    let mut scribe = Scribe::new(context);
    if let Some(origin) = &person.origin
        && let Some(person) = forum.people.by_origin(origin)
    {
        return Err(Refusal::AlreadyRecorded { person });
    }
    let address = email("email", &person.email)?;
    free_mailbox(forum, address.as_deref(), None)?;
    Ok(Act::PersonAdded {
        id: PersonId::after(forum.people.persons.keys().next_back()),
        name: scribe.words(line("name", &person.name, NAME_MAX)?),
        email: address.map(|text| scribe.words(text)),
        biography: optional_prose("biography", &person.biography)?.map(|text| scribe.words(text)),
        organisation: known_organisation(forum, person.organisation)?,
        group: person.group,
        country: country("country", &person.country)?,
        region: person.region,
        gender: person.gender,
        origin: origin_of_person("origin", person.origin.as_ref())?,
    })
}

/// Whoever enters themselves tells no more than a name; the rest is theirs to add.
fn enter(forum: &Forum, name: &str, email: &str, context: &Context) -> Result<Act, Refusal> {
    if let Some(person) = forum.people.by_email(email) {
        return Err(Refusal::AlreadyRecorded { person });
    }
    if email.trim().is_empty() {
        return Err(Refusal::NotAnEmail { field: "email".into() });
    }
    let person = NewPerson { name: name.to_owned(), email: email.to_owned(), ..NewPerson::default() };
    add_person(forum, &person, context)
}

/// One mailbox, one person: a link that goes there signs in one of them.
fn free_mailbox(forum: &Forum, address: Option<&str>, but: Option<PersonId>) -> Result<(), Refusal> {
    let holder = address.and_then(|address| forum.people.by_email(address));
    match holder.filter(|holder| Some(*holder) != but) {
        Some(person) => Err(Refusal::MailboxTaken { person }),
        None => Ok(()),
    }
}

fn change_mailbox(forum: &Forum, person: PersonId, address: &str, context: &Context) -> Result<Act, Refusal> {
    let known = forum.people.living(person)?;
    let address = email("email", address)?.ok_or(Refusal::NotAnEmail { field: "email".into() })?;
    if known.email.as_ref().and_then(|words| words.text()) == Some(&*address) {
        return Err(Refusal::NothingChanged);
    }
    free_mailbox(forum, Some(&address), Some(person))?;
    Ok(Act::MailboxChanged { person, email: Scribe::new(context).words(address) })
}

fn amend_person(
    forum: &Forum,
    person: PersonId,
    name: Option<&str>,
    biography: Option<&str>,
    organisation: Option<OrganisationId>,
    context: &Context,
) -> Result<Act, Refusal> {
    let known = forum.people.living(person)?;
    let mut scribe = Scribe::new(context);
    let name = name.map(|name| line("name", name, NAME_MAX)).transpose()?;
    let name = name.filter(|name| known.name.text() != Some(name));
    let biography = biography.map(|text| optional_prose("biography", text)).transpose()?;
    let old_biography = known.biography.as_ref().and_then(|words| words.text());
    let biography = biography.filter(|text| text.as_deref() != old_biography);
    let organisation = known_organisation(forum, organisation)?.filter(|id| known.organisation != Some(*id));
    if name.is_none() && biography.is_none() && organisation.is_none() {
        return Err(Refusal::NothingChanged);
    }
    Ok(Act::PersonAmended {
        person,
        name: name.map(|text| scribe.words(text)),
        biography: biography.map(|text| text.map(|text| scribe.words(text))),
        organisation: organisation.map(Some),
    })
}

/// Forgets a person. Somebody else who holds an office loses it first, which takes two; the last who runs the forum names
/// another one first.
fn erase_person(forum: &Forum, person: PersonId, by: Actor) -> Result<Act, Refusal> {
    let known = forum.people.living(person)?;
    let offices = forum.people.offices.get(&person);
    if by == Actor::Person(person) && forum.people.is_last_secretariat(person) {
        return Err(Refusal::LastOffice { person });
    }
    let is_others = matches!(by, Actor::Person(other) if other != person);
    if is_others && offices.is_some_and(|held| held.iter().any(|office| office.takes_two())) {
        return Err(Refusal::OfficeFirst { person });
    }
    let mut acts: Vec<_> = known.words_in.iter().copied().chain(forum.words_of(person)).collect();
    acts.sort_unstable();
    Ok(Act::PersonErased { person, acts })
}
