//! Names, and a few sentences about those who stand on the programme.

use std::collections::{BTreeMap, BTreeSet};

use forum::reference::groups::Gender;

use super::banks::{BIOGRAPHIES, NAMES};
use super::crowd::{Crowd, origins};
use super::{Person, Session, Track};
use crate::scenario::dice::Dice;

/// A name in Latin script and, where the tradition has it, in its own.
type Name = (&'static str, Option<&'static str>);

/// Deals names of people.
pub(super) struct Names {
    known: BTreeMap<String, Vec<Name>>,
    dice: Dice,
}

impl Names {
    pub(super) fn new(dice: &Dice) -> Self {
        Self { known: BTreeMap::new(), dice: dice.for_purpose("names") }
    }

    /// A name in this tradition. Who declared another gender, or none, may bear any.
    pub(super) fn next(&mut self, tradition: &str, gender: Gender) -> String {
        let side = match gender {
            Gender::Female => "f",
            Gender::Male => "m",
            Gender::Other | Gender::NotSaid => self.dice.pick(&["f", "m"]),
        };
        let given = self.one(&format!("{tradition} {side}"));
        let family = self.family(tradition, side);
        // Two family names are usual among writers of Spanish and Portuguese.
        let second = matches!(tradition, "spanishamerican" | "brazilian") && self.dice.percent(50);
        let second = second.then(|| self.family(tradition, side).0).filter(|name| *name != family.0);
        let latin = match (second, family_first(tradition)) {
            (Some(second), _) => format!("{} {} {second}", given.0, family.0),
            (None, true) => format!("{} {}", family.0, given.0),
            (None, false) => format!("{} {}", given.0, family.0),
        };
        match (given.1, family.1) {
            (Some(given), Some(family)) if self.dice.percent(30) => {
                format!("{latin} ({})", in_own_script(tradition, given, family))
            }
            _ => latin,
        }
    }

    /// A family name; some traditions have a form for women and one for men.
    fn family(&mut self, tradition: &str, side: &str) -> Name {
        let common = format!("{tradition} family");
        let has_common = !NAMES.lines_if_any(&common).is_empty();
        self.one(&if has_common { common } else { format!("{tradition} family {side}") })
    }

    fn one(&mut self, section: &str) -> Name {
        if !self.known.contains_key(section) {
            let names = NAMES.lines(section).iter().flat_map(|line| line.split(", "));
            let names =
                names.map(|name| name.split_once('=').map_or((name, None), |(l, own)| (l, Some(own))));
            self.known.insert(section.to_owned(), names.collect());
        }
        self.dice.pick(&self.known[section])
    }
}

/// Whether the family name comes first, as these people write their names in Latin script too.
fn family_first(tradition: &str) -> bool {
    matches!(tradition, "chinese" | "korean" | "vietnamese" | "khmer")
}

fn in_own_script(tradition: &str, given: &str, family: &str) -> String {
    match tradition {
        "japanese" => format!("{family} {given}"),
        "chinese" | "korean" => format!("{family}{given}"),
        _ => format!("{given} {family}"),
    }
}

/// Writes a biography for everybody who has a role in a session.
pub(super) fn write(crowd: &mut Crowd, sessions: &[Session], tracks: &[Track], dice: &Dice) {
    let mut dice = dice.for_purpose("biographies");
    let cities: BTreeMap<_, _> = origins().into_iter().map(|origin| (origin.code, origin.city)).collect();
    let mut done = BTreeSet::new();
    for session in sessions {
        for (person, _) in &session.roles {
            if done.insert(*person) {
                let person = &mut crowd.persons[*person];
                let organisation = person.organisation.map(|at| crowd.organisations[at].name.as_str());
                let city = cities[&person.country];
                let text = biography(person, organisation, city, tracks[session.track].key, &mut dice);
                person.biography = Some(text);
            }
        }
    }
}

fn biography(
    person: &Person,
    organisation: Option<&str>,
    city: &str,
    track: &str,
    dice: &mut Dice,
) -> String {
    let topics = BIOGRAPHIES.rows("topics");
    let own: Vec<_> = topics.iter().filter(|[of, _]| *of == track).map(|[_, topic]| *topic).collect();
    let name = person.name.split(" (").next().unwrap_or(&person.name);
    let mut text = match organisation {
        Some(_) => dice.pick(BIOGRAPHIES.lines("first")).to_owned(),
        None => "{name} works independently on {topic} in {city}.".to_owned(),
    };
    if dice.percent(60) {
        text = format!("{text} {}", dice.pick(BIOGRAPHIES.lines("second")));
    }
    text.replace("{name}", name)
        .replace("{org}", organisation.unwrap_or_default())
        .replace("{city}", city)
        .replace("{position}", dice.pick(BIOGRAPHIES.lines(person.group.key())))
        .replace("{topic}", dice.pick(&own))
        .replace("{years}", dice.pick(&["three", "four", "six", "eight", "eleven", "fifteen"]))
}
