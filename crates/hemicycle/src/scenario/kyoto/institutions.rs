//! Organisations: the real ones that the facts name, and invented ones for everybody else.

use std::collections::{BTreeMap, BTreeSet};

use forum::reference::countries::CountryCode;
use forum::reference::groups::StakeholderGroup;

use super::banks::ORGANISATIONS;
use super::crowd::Origin;
use super::{Organisation, Person};
use crate::scenario::dice::Dice;

/// People per invented organisation, about.
const STAFF: usize = 6;

/// Founds the organisations and gives every person one; a few of civil society stay on their own.
pub(super) fn found(persons: &mut [Person], origins: &[Origin], dice: &Dice) -> Vec<Organisation> {
    let mut dice = dice.for_purpose("organisations");
    let mut organisations = real();
    staff_real(&organisations, persons);
    let mut known: BTreeSet<String> = BTreeSet::new();
    for ((country, group), members) in cells(persons) {
        let origin = origins.iter().find(|origin| origin.code == country);
        let origin = origin.expect("people come from the countries of the scenario");
        let first = organisations.len();
        for name in names(origin, group, members.len().div_ceil(STAFF), &mut known, &mut dice) {
            organisations.push(Organisation { key: None, name, group, country });
        }
        for at in members {
            let alone = group == StakeholderGroup::CivilSociety && dice.percent(6);
            persons[at].organisation = (!alone).then(|| first + dice.below(organisations.len() - first));
        }
    }
    organisations
}

fn real() -> Vec<Organisation> {
    let organisation = |[key, name, country, group]: [&'static str; 4]| Organisation {
        key: Some(key),
        name: name.to_owned(),
        group: StakeholderGroup::from_key(group).expect("organisations.txt names groups by their keys"),
        country: CountryCode::parse(country).expect("organisations.txt has codes of ISO 3166-1"),
    };
    ORGANISATIONS.rows("real").into_iter().map(organisation).collect()
}

/// Gives the real organisations their people: those of states and national registries are of that country.
fn staff_real(organisations: &[Organisation], persons: &mut [Person]) {
    let each = (persons.len() / 400).clamp(8, 30);
    for (at, organisation) in organisations.iter().enumerate() {
        let national = organisation.group == StakeholderGroup::Government
            || matches!(organisation.key, Some("jpnic" | "jprs"));
        let suits = |person: &&mut Person| {
            person.organisation.is_none()
                && person.group == organisation.group
                && (!national || person.country == organisation.country)
        };
        persons.iter_mut().filter(suits).take(each).for_each(|person| person.organisation = Some(at));
    }
}

/// People without an organisation, by country and group.
fn cells(persons: &[Person]) -> BTreeMap<(CountryCode, StakeholderGroup), Vec<usize>> {
    let mut cells: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, person) in persons.iter().enumerate().filter(|(_, person)| person.organisation.is_none()) {
        cells.entry((person.country, person.group)).or_default().push(at);
    }
    cells
}

/// Up to `wanted` names that nobody has yet, and at least one.
fn names(
    origin: &Origin,
    group: StakeholderGroup,
    wanted: usize,
    known: &mut BTreeSet<String>,
    dice: &mut Dice,
) -> Vec<String> {
    let manners = dice.shuffled(ORGANISATIONS.lines(group.key()));
    let brands: Vec<&str> = ORGANISATIONS.lines("brand").iter().flat_map(|line| line.split(", ")).collect();
    let mut names = Vec::new();
    // A brand may be taken, so a manner is tried more than once; without a brand once is enough.
    for manner in manners.iter().cycle().take(manners.len() * 60) {
        if names.len() == wanted {
            break;
        }
        let name = manner
            .replace("{country}", origin.name)
            .replace("{city}", origin.city)
            .replace("{brand}", dice.pick(&brands));
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    if names.is_empty() {
        names.push(format!("{} {}", origin.city, known.len()));
    }
    names
}
