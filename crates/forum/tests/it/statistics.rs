//! Figures: each can be counted again from the acts, and none is about very few people.

use crate::testing::Bench;
use forum::people::statistics::{Count, Counted, FEWEST, Row, participants};
use forum::people::{Attendance, Command as People, NewPerson};
use forum::programme::statistics::{expected, people, sessions};
use forum::programme::views::published;
use forum::programme::{Command as Programme, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use forum::{Act, Actor, MeetingId, PersonId, SessionId, people as people_stage, programme};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

const MEETING: MeetingId = MeetingId(1);

/// So many people, of whom every second registers, every third joins online and so on; six sessions on two tracks.
fn crowd(count: u32) -> Bench {
    let mut bench = Bench::kyoto();
    for n in 3..count + 3 {
        let person = NewPerson {
            name: format!("Person {n}"),
            group: (n % 5 != 0).then(|| StakeholderGroup::ALL[n as usize % 7]),
            country: ["JP", "SN", "BR", "PL", ""][n as usize % 5].into(),
            region: (n % 11 == 0).then_some(RegionalGroup::Intergovernmental),
            gender: Gender::ALL[n as usize % 4],
            ..NewPerson::default()
        };
        bench.give(People::AddPerson(person)).unwrap();
        let person = PersonId(n);
        if n % 4 == 3 {
            continue;
        }
        let attendance = if n % 2 == 0 { Attendance::OnSite } else { Attendance::Online };
        bench
            .give(People::Register { meeting: MEETING, person, attendance, first_time: n % 3 == 0 })
            .unwrap();
        if n % 2 == 0 {
            bench.give(People::CollectBadge { meeting: MEETING, person }).unwrap();
        }
        if n % 3 == 0 {
            bench.give(People::JoinOnline { meeting: MEETING, person }).unwrap();
        }
    }
    for n in 1..=6u32 {
        let session = bench.session(&format!("WS {n}"), 30 + 10 * n);
        bench.place(session, 1 + n % 2, i64::from(n) * 200).unwrap();
        for person in (3..count + 3).filter(|person| person % 6 + 1 == n) {
            let role = if person % 4 == 0 { Role::Rapporteur } else { Role::Speaker };
            bench.give(Programme::GiveRole { session, person: PersonId(person), role }).unwrap();
        }
    }
    bench.publish().unwrap();
    bench
}

type Metrics = [usize; 4];

/// What the acts say of somebody, read without the forum's state.
#[derive(Default, Clone)]
struct Somebody {
    group: Option<StakeholderGroup>,
    gender: Gender,
    registered: bool,
    badge: bool,
    online: bool,
    first: bool,
}

/// Reads the acts once more, in another way than the state does.
fn recounted(bench: &Bench) -> Vec<Somebody> {
    let mut all: BTreeMap<PersonId, Somebody> = BTreeMap::new();
    for (_, act) in &bench.log {
        let Act::People(act) = act else { continue };
        match act {
            people_stage::Act::PersonAdded { id, group, gender, .. } => {
                all.insert(*id, Somebody { group: *group, gender: *gender, ..Somebody::default() });
            }
            people_stage::Act::Registered { person, first_time, .. } => {
                let somebody = all.get_mut(person).unwrap();
                (somebody.registered, somebody.first) = (true, *first_time);
            }
            people_stage::Act::BadgeCollected { person, .. } => all.get_mut(person).unwrap().badge = true,
            people_stage::Act::JoinedOnline { person, .. } => all.get_mut(person).unwrap().online = true,
            _ => {}
        }
    }
    all.into_values().collect()
}

fn count(people: &[Somebody], belongs: impl Fn(&Somebody) -> bool) -> Metrics {
    let of = |metric: fn(&Somebody) -> bool| people.iter().filter(|one| belongs(one) && metric(one)).count();
    [
        of(|one| one.registered),
        of(|one| one.registered && one.badge),
        of(|one| one.registered && one.online),
        of(|one| one.registered && (one.badge || one.online)),
    ]
}

/// Every cell says what the acts give for its keys, and no key is missing.
fn holds<K: PartialEq + std::fmt::Debug>(
    rows: &[Row<K, 4>],
    totals: Metrics,
    recount: impl Fn(&[K]) -> Metrics,
) {
    for row in rows {
        for (cell, count) in row.counts.iter().zip(recount(&row.keys)) {
            let says = match cell {
                Count::Exactly(told) => *told == count,
                Count::AtLeast(told) => (*told..told + FEWEST).contains(&count),
                Count::Few => count < FEWEST,
            };
            assert!(says, "{:?}: {cell:?} of {count}", row.keys);
        }
    }
    let all: Vec<Metrics> = rows.iter().map(|row| recount(&row.keys)).collect();
    let sums: Vec<usize> = (0..4).map(|n| all.iter().map(|counts| counts[n]).sum()).collect();
    assert_eq!(sums, totals);
}

#[test]
fn every_figure_of_participation_can_be_counted_again_from_the_acts() {
    for size in [0, 3, 17, 60, 400] {
        let bench = crowd(size);
        let (found, people) = (participants(&bench.forum, MEETING), recounted(&bench));
        let totals = Counted::ALL.map(|metric| metric.of(&found.totals));
        assert_eq!(totals, count(&people, |_| true));
        holds(&found.by_group, totals, |keys| count(&people, |one| keys.contains(&one.group)));
        holds(&found.by_gender, totals, |keys| count(&people, |one| keys.contains(&one.gender)));
        holds(&found.by_first_time, totals, |keys| count(&people, |one| keys.contains(&one.first)));
    }
}

/// Tables of any size: a cell is about nobody, about enough people, or it is the total itself.
#[test]
fn no_cell_of_any_table_is_about_very_few_people() {
    for size in 0..80 {
        let bench = crowd(size);
        let found = participants(&bench.forum, MEETING);
        let version = published(&bench.forum, MEETING).unwrap();
        let shown = people(&bench.forum, version, jiff::civil::date(2023, 10, 8));
        fn cells<K, const N: usize>(rows: &[Row<K, N>]) -> Vec<usize> {
            let exact = |count: Count| if let Count::Exactly(told) = count { Some(told) } else { None };
            let cells = rows.iter().flat_map(|row| row.counts).filter_map(exact);
            if rows.len() == 1 { Vec::new() } else { cells.collect() }
        }
        let tables = [
            cells(&found.by_group),
            cells(&found.by_region),
            cells(&found.by_gender),
            cells(&found.by_first_time),
            cells(&shown.by_group),
            cells(&shown.by_region),
            cells(&shown.by_gender),
        ];
        for cell in tables.into_iter().flatten() {
            assert!(cell == 0 || cell >= 5, "a cell about {cell} of {size} people");
        }
    }
}

#[test]
fn every_figure_of_a_programme_can_be_counted_again_from_the_acts() {
    let bench = crowd(100);
    let version = published(&bench.forum, MEETING).unwrap();
    let found = sessions(version, &TimeZone::fixed(jiff::tz::offset(9)));
    let mut minutes: BTreeMap<SessionId, u64> = BTreeMap::new();
    let mut days: BTreeMap<SessionId, jiff::civil::Date> = BTreeMap::new();
    let mut roles: BTreeSet<(Role, PersonId)> = BTreeSet::new();
    for (_, act) in &bench.log {
        match act {
            Act::Programme(programme::Act::SessionAdded { id, minutes: length, .. }) => {
                minutes.insert(*id, u64::from(*length));
            }
            Act::Programme(programme::Act::SessionPlaced { session, start, .. }) => {
                days.insert(*session, TimeZone::fixed(jiff::tz::offset(9)).to_datetime(*start).date());
            }
            Act::Programme(programme::Act::RoleGiven { person, role, .. }) => {
                roles.insert((*role, *person));
            }
            _ => {}
        }
    }
    assert_eq!((found.all.sessions, found.all.minutes), (minutes.len(), minutes.values().sum()));
    for share in &found.by_day {
        let on: Vec<u64> =
            days.iter().filter(|(_, day)| Some(**day) == share.key).map(|(id, _)| minutes[id]).collect();
        assert_eq!((share.sessions, share.minutes), (on.len(), on.iter().sum()));
    }
    assert_eq!(found.by_day.iter().map(|share| share.sessions).sum::<usize>(), minutes.len());
    let shown = people(&bench.forum, version, jiff::civil::date(2023, 10, 8));
    let everybody: BTreeSet<PersonId> = roles.iter().map(|(_, person)| *person).collect();
    let speakers = roles.iter().filter(|(role, _)| *role == Role::Speaker).count();
    assert_eq!(shown.totals, [everybody.len(), speakers]);
}

#[test]
fn expected_attendance_counts_people_and_choices_and_is_silent_about_very_few() {
    let mut bench = crowd(20);
    let version = |bench: &Bench| published(&bench.forum, MEETING).unwrap().clone();
    for (nth, person) in (3..8).map(PersonId).enumerate() {
        assert_eq!(expected(&bench.forum, &version(&bench)), None, "{nth} people");
        for session in [SessionId(1), SessionId(2 + nth as u32 % 2)] {
            bench.give_as(Actor::Person(person), Programme::Choose { session, person }).unwrap();
        }
    }
    let found = expected(&bench.forum, &version(&bench)).unwrap();
    assert_eq!((found.people, found.choices, found.sessions), (5, 10, 3));
}
