//! Everyone who registered: who they are, where they come from, how they take part.

use forum::people::Attendance;
use forum::reference::countries::CountryCode;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;

use super::banks::COUNTRIES;
use super::lives::Names;
use super::{DAY_ZERO, Organisation, Participant, Person, figures, institutions};
use crate::scenario::dice::Dice;
use crate::scenario::quota::{largest_remainder, spread};

/// People, their organisations, and how they take part.
pub(in crate::scenario) struct Crowd {
    pub(in crate::scenario) organisations: Vec<Organisation>,
    pub(in crate::scenario) persons: Vec<Person>,
    pub(super) participants: Vec<Participant>,
}

/// A country that people come from.
#[derive(Clone, Copy)]
pub(super) struct Origin {
    pub(super) code: CountryCode,
    pub(super) name: &'static str,
    pub(super) city: &'static str,
    pub(super) tradition: &'static str,
    /// The language other than English in which its people hold sessions.
    pub(super) language: Option<&'static str>,
    weight: u64,
}

/// Where the staff of intergovernmental organisations are posted, with assumed weights.
const POSTS: [(&str, u64); 8] =
    [("CH", 30), ("US", 20), ("FR", 15), ("JP", 9), ("KE", 8), ("TH", 8), ("AT", 5), ("BE", 5)];

/// The countries of `countries.txt`.
pub(super) fn origins() -> Vec<Origin> {
    let origin = |[code, name, city, tradition, language, weight]: [&'static str; 6]| Origin {
        code: CountryCode::parse(code).expect("countries.txt has codes of ISO 3166-1"),
        name,
        city,
        tradition,
        language: (!language.is_empty()).then_some(language),
        weight: weight.parse().expect("countries.txt has weights as numbers"),
    };
    COUNTRIES.rows("countries").into_iter().map(origin).collect()
}

/// Deals `count` people.
pub(in crate::scenario) fn deal(count: usize, dice: &Dice) -> Crowd {
    let origins = origins();
    let groups = spread(count, &figures::GROUPS, &mut dice.for_purpose("groups"));
    let genders = spread(count, &figures::GENDERS, &mut dice.for_purpose("genders"));
    let regions = regions(&groups, &mut dice.for_purpose("regions"));
    let countries = countries(&regions, &origins, &mut dice.for_purpose("countries"));
    let mut names = Names::new(dice);
    let mut persons: Vec<Person> = Vec::with_capacity(count);
    for at in 0..count {
        let (region, (country, tradition)) = (regions[at], countries[at]);
        persons.push(Person {
            name: names.next(tradition, genders[at]),
            biography: None,
            organisation: None,
            group: groups[at],
            country,
            region: (region == RegionalGroup::Intergovernmental).then_some(region),
            gender: genders[at],
            email: None,
        });
    }
    let organisations = institutions::found(&mut persons, &origins, dice);
    let participants = participants(count, dice);
    Crowd { organisations, persons, participants }
}

/// A region for each person. The region of intergovernmental organisations is for their own people; as it is smaller
/// than their group, the others of the group are counted where their country is.
fn regions(groups: &[StakeholderGroup], dice: &mut Dice) -> Vec<RegionalGroup> {
    let mut list = spread(groups.len(), &figures::REGIONS, dice);
    let is_staff = |group: &StakeholderGroup| *group == StakeholderGroup::IntergovernmentalOrganisation;
    // Staff are served first, and the pseudo-region comes first in the list.
    list.sort_by_key(|region| *region != RegionalGroup::Intergovernmental);
    let own = list.iter().filter(|region| **region == RegionalGroup::Intergovernmental).count();
    dice.shuffle(&mut list[own..]);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    dice.shuffle(&mut order);
    order.sort_by_key(|at| !is_staff(&groups[*at]));
    let mut regions = vec![RegionalGroup::Other; groups.len()];
    order.into_iter().zip(list).for_each(|(at, region)| regions[at] = region);
    regions
}

/// A country, and a naming tradition, for each person: within a region by the weights of its countries.
fn countries(
    regions: &[RegionalGroup],
    origins: &[Origin],
    dice: &mut Dice,
) -> Vec<(CountryCode, &'static str)> {
    let mut dealt = vec![None; regions.len()];
    for (region, _) in figures::REGIONS {
        let members: Vec<usize> = (0..regions.len()).filter(|at| regions[*at] == region).collect();
        let places = if region == RegionalGroup::Intergovernmental {
            posts(members.len(), origins, dice)
        } else {
            let inside = origins.iter().filter(|o| o.code.country().group_on(DAY_ZERO) == region);
            let shares: Vec<_> = inside.map(|o| ((o.code, o.tradition), o.weight)).collect();
            spread(members.len(), &shares, dice)
        };
        members.into_iter().zip(places).for_each(|(at, place)| dealt[at] = Some(place));
    }
    dealt.into_iter().map(|place| place.expect("every region of the figures has been dealt")).collect()
}

/// Posts of international staff, who come from anywhere.
fn posts(count: usize, origins: &[Origin], dice: &mut Dice) -> Vec<(CountryCode, &'static str)> {
    let code = |text| CountryCode::parse(text).expect("posts are written as codes of ISO 3166-1");
    let posts = spread(count, &POSTS.map(|(text, weight)| (code(text), weight)), dice);
    posts.into_iter().map(|post| (post, dice.pick(origins).tradition)).collect()
}

/// How each person takes part: badges, joined online and neither in their published proportions.
fn participants(count: usize, dice: &Dice) -> Vec<Participant> {
    let absent = figures::REGISTERED - figures::BADGES - figures::ONLINE;
    let ways = [figures::BADGES, figures::ONLINE, absent].map(|people| people as u64);
    let [badges, online, _] = largest_remainder(count, &ways)[..] else {
        unreachable!("three ways, three parts")
    };
    let mut chance = dice.for_purpose("attendance");
    let first_timers = spread(count, &figures::FIRST_TIMERS, &mut dice.for_purpose("first-timers"));
    let mut list: Vec<Participant> = first_timers
        .into_iter()
        .enumerate()
        .map(|(at, first_time)| {
            let (badge, online) = (at < badges, (badges..badges + online).contains(&at));
            // Who came in neither way had registered for one of them; which, is not known.
            let on_site = badge || (!online && chance.percent(50));
            let attendance = if on_site { Attendance::OnSite } else { Attendance::Online };
            Participant { attendance, first_time, badge, online }
        })
        .collect();
    chance.shuffle(&mut list);
    list
}

/// Whether a person declared female; a shorthand for those who balance panels.
pub(super) fn is_female(person: &Person) -> bool {
    person.gender == Gender::Female
}
