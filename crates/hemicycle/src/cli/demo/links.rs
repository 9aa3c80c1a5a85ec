//! One link for each way of standing towards the forum, so that whoever looks at the demo sees it with all eyes.

use super::FORUM;
use crate::app::{App, forum_in};
use crate::scenario::inland_sea;
use crate::sign_in::doors;
use forum::access::{Access, AccessSet, access};
use forum::call::views;
use forum::people::{Command as People, Office};
use forum::{Actor, Forum, PersonId};
use jiff::SignedDuration;
use platform::sign_in::{By, Command, Secret};
use platform::writer::{Failure, Key, Order};

/// How long a link of the demo opens: it is shown on this machine only, to whoever started it.
const LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The paths of the links, each with whom it signs in.
pub(super) fn make(app: &App) -> anyhow::Result<Vec<(&'static str, String)>> {
    let mut taken = Vec::new();
    let mut links = Vec::new();
    for one in Access::ALL.into_iter().filter(|access| *access != Access::Public) {
        let state = app.writer(FORUM).map_err(super::super::in_words)?.state();
        let Some(person) = somebody(forum_in(&state), one, &taken) else { continue };
        taken.push(person);
        grant(app, forum_in(&state), person, one)?;
        links.push((one.key(), link(app, FORUM, person)?));
    }
    Ok(links)
}

/// The path of a link for somebody in the small forum who has proposed nothing yet.
pub(super) fn newcomer(app: &App) -> anyhow::Result<Option<String>> {
    let state = app.writer(inland_sea::FORUM).map_err(super::super::in_words)?.state();
    let forum = forum_in(&state);
    let is_new = |person: &&PersonId| {
        views::mine(forum, **person).is_empty() && !forum.people.holds(**person, Office::Reviewer)
    };
    let newest = forum.people.persons.keys().rev().find(is_new);
    newest.map(|person| link(app, inland_sea::FORUM, *person)).transpose()
}

/// The first person who is this, and as little else as may be. For an office that nobody holds yet: a participant.
fn somebody(forum: &Forum, one: Access, taken: &[PersonId]) -> Option<PersonId> {
    let free = forum.people.persons.keys().copied().filter(|person| !taken.contains(person));
    let all: Vec<(PersonId, AccessSet)> =
        free.map(|person| (person, access(forum, Some(Actor::Person(person))))).collect();
    let fewest = |wanted: Access| {
        let fits = all.iter().filter(|(_, set)| set.contains(wanted));
        fits.min_by_key(|(person, set)| (set.iter().count(), *person)).map(|(person, _)| *person)
    };
    fewest(one).or_else(|| fewest(Access::Participant))
}

fn grant(app: &App, forum: &Forum, person: PersonId, one: Access) -> anyhow::Result<()> {
    let office = Office::ALL.into_iter().find(|office| office.key() == one.key());
    let Some(office) = office.filter(|office| !forum.people.holds(person, *office)) else { return Ok(()) };
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    let command = People::GrantOffice { person, office }.into();
    let writer = app.writer(FORUM).map_err(super::super::in_words)?;
    let given = writer.submit_patiently(Order { command, by: Actor::Secretariat, key }).wait();
    given.map(drop).map_err(|failure: Failure<_>| super::super::in_words(failure.into()))
}

/// A link for a person who has no address for mail: people of the demo are invented. The one of the last start ends.
fn link(app: &App, forum: &str, person: PersonId) -> anyhow::Result<String> {
    let secret = Secret::random();
    let (address, member) = (format!("person {person}"), Some(u64::from(person.0)));
    let command = Command::AskLink { link: secret.digest(), address, member, lasts: LASTS };
    let asked = app.gate().give_and_wait(forum, By::House, command).map_err(super::super::in_words)?;
    asked.map_err(|refusal| anyhow::anyhow!("the link is refused: {refusal:?}"))?;
    Ok(format!("{forum}/{}", doors::address_of(&secret, "")))
}
