//! Whoever reviews does not propose, nor speak in what is proposed: also if they were entered and have not agreed yet, since
//! nobody looks again afterwards. Their organisations may.

use super::{BOTH, Found, Ground, Rule};
use crate::call::views::{Who, organisers_of, standing, who};
use crate::people::{Office, Role};

pub(super) const RULE: Rule =
    Rule { key: "no-proposals-by-reviewers", count: 0, only: &[], modes: BOTH, check };

fn check(ground: &Ground<'_>, _: u32) -> Option<Found> {
    let people = &ground.forum.people;
    let reviews = |person| people.holds(person, Office::Reviewer);
    let organisers = organisers_of(ground.proposal);
    let name = |who| people.persons.get(&who).map_or("", |person| person.name.or_empty()).to_owned();
    let mut about: Vec<String> = organisers.iter().copied().filter(|who| reviews(*who)).map(name).collect();
    // Of others by the name that stands in the proposal: what the forum knows of a mailbox is not for everybody.
    for (_, part) in standing(ground.proposal) {
        let named = matches!(part.role, Role::Organiser | Role::Speaker)
            && matches!(who(ground.forum, part), Some(Who::Person(person)) if reviews(person) && !organisers.contains(&person));
        let name = part.name.or_empty();
        if named && !about.iter().any(|known| known == name) {
            about.push(name.to_owned());
        }
    }
    (!about.is_empty()).then_some(Found { have: about.len(), about })
}
