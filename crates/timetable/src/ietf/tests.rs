//! Small meetings with a hidden schedule that costs nothing, and what must hold of any search over them.

use std::collections::BTreeMap;

use super::tables::Tables;
use super::week::Week;
use super::{
    Frame, Group, Instance, Prices, Room, Rule, RuleKind, Scorer, Session, Slot, TimeRelation, bound, solve,
};
use crate::search::{Chance, Cost, Landscape, Outcome, steps};

const PRICES: Prices = Prices {
    area_overlapping_in_area: 10_000,
    area_overlapping_other_area: 100_000,
    bof_overlapping_area_meeting: 10_000,
    bof_overlapping_area_wg: 100_000,
    bof_overlapping_bof: 100_000,
    bof_overlapping_prg: 100_000,
    session_overlap_ad: 100,
    session_requires_trim: 100_000,
    sessions_out_of_order: 100_000,
};

/// A session's place in the hidden schedule.
#[derive(Clone, Copy)]
struct Hidden {
    frame: usize,
    room: usize,
}

/// Three days of four frames, four rooms, all but four slots used; every second frame of a group's rivals is not its own.
fn planted(seed: u64) -> Instance {
    let mut chance = Chance::new(seed);
    let rooms: Vec<Room> = [30, 60, 60, 150]
        .iter()
        .enumerate()
        .map(|(id, &capacity)| Room { id, name: format!("R{id}"), capacity })
        .collect();
    let frames: Vec<Frame> = (0..12)
        .map(|id| Frame {
            id,
            start: format!("2030-06-{:02}T{:02}:00", 3 + id / 4, [9, 11, 14, 16][id % 4]),
            minutes: if id % 4 == 1 { 60 } else { 100 },
            timerange: format!("day{}-{}", id / 4, id % 4 / 2),
        })
        .collect();
    let slots = (0..48).map(|id| Slot { id, frame: id / 4, room: id % 4 }).collect();
    let mut places: Vec<Hidden> = (0..48).map(|id| Hidden { frame: id / 4, room: id % 4 }).collect();
    chance.shuffle(&mut places);
    places.truncate(44);
    // The first eight sessions are those of four groups that meet twice.
    let group_of = |session: usize| if session < 8 { session / 2 } else { session - 4 };
    for first in (0..8).step_by(2) {
        let other = (8..44).find(|&other| places[other].frame != places[first].frame);
        if places[first].frame == places[first + 1].frame {
            places.swap(first + 1, other.expect("there are other frames"));
        }
        if places[first].frame > places[first + 1].frame {
            places.swap(first, first + 1);
        }
    }
    let sessions: Vec<Session> = (0..44)
        .map(|id| Session {
            id,
            group: format!("g{}", group_of(id)),
            minutes: frames[places[id].frame].minutes - 10,
            attendees: rooms[places[id].room].capacity - 5,
            joint: vec![],
        })
        .collect();
    let groups =
        sessions.iter().map(|session| (session.group.clone(), group(&session.group, &places))).collect();
    let rules = rules(&sessions, &frames, &places, &mut chance);
    Instance { name: "planted".into(), rooms, frames, slots, groups, sessions, rules, prices: PRICES }
}

/// Nine groups are areas' meetings, one in each frame of the hidden schedule that has one; directors go by rooms.
fn group(id: &str, places: &[Hidden]) -> Group {
    let number: usize = id[1..].parse().unwrap();
    let session = if number < 4 { 2 * number } else { number + 4 };
    let once = number >= 4;
    let place = places[session];
    let first_there = (8..session).all(|earlier| places[earlier].frame != place.frame)
        && (0..8).all(|double| places[double].frame != place.frame);
    Group {
        id: id.to_string(),
        parent: Some(format!("a{}", number % 5)),
        ad: once.then_some(place.room as i64 + 1),
        area_meeting: once && first_there,
        bof: false,
        prg: false,
    }
}

fn rules(sessions: &[Session], frames: &[Frame], places: &[Hidden], chance: &mut Chance) -> Vec<Rule> {
    let mut rules = vec![];
    let mut say = |source: usize, kind: RuleKind, penalty: i64| {
        rules.push(Rule { source: sessions[source].group.clone(), kind, penalty });
    };
    let of = |group: &str| (0..sessions.len()).filter(|&s| sessions[s].group == group).collect::<Vec<_>>();
    let apart = |a: usize, b: usize| {
        let frames = |session: usize| of(&sessions[session].group).into_iter().map(|s| places[s].frame);
        frames(a).all(|frame| frames(b).all(|other| frame != other))
    };
    for session in 0..sessions.len() {
        for _ in 0..6 {
            let other = chance.below(sessions.len());
            if sessions[other].group != sessions[session].group && apart(session, other) {
                let penalty = if chance.one_in(1, 2) { 100_000 } else { 10_000 };
                say(session, RuleKind::Avoid(sessions[other].group.clone()), penalty);
            }
        }
        let other = chance.below(sessions.len());
        if apart(session, other) {
            say(session, RuleKind::Bethere(session as i64), 10_000);
            say(other, RuleKind::Bethere(session as i64), 10_000);
        }
        if chance.one_in(1, 4) && session >= 8 {
            let own = &frames[places[session].frame].timerange;
            let others = frames.iter().map(|frame| frame.timerange.clone()).filter(|range| range != own);
            say(session, RuleKind::Timerange(others.take(4).collect()), 1_000_000);
        }
    }
    for first in (0..8).step_by(2) {
        let next = places[first + 1].frame / 4 - places[first].frame / 4 == 1;
        let relation = if next { TimeRelation::SubsequentDays } else { TimeRelation::OneDaySeparation };
        say(first, RuleKind::TimeRelation(relation), 1_000);
    }
    // Frames 2 and 3 of a day are 20 minutes apart.
    let beside = |a: Hidden, b: Hidden| a.room == b.room && a.frame % 4 == 2 && b.frame == a.frame + 1;
    let pairs = (8..sessions.len()).flat_map(|a| (8..sessions.len()).map(move |b| (a, b)));
    for (a, b) in pairs.filter(|&(a, b)| beside(places[a], places[b])).take(3) {
        say(a, RuleKind::Adjacent(sessions[b].group.clone()), 1_000);
    }
    rules
}

#[test]
fn a_hidden_schedule_that_costs_nothing_is_found() {
    for seed in 1..=4 {
        let instance = planted(seed);
        let scorer = Scorer::new(&instance);
        let found = solve(&scorer, seed, &mut steps(20_000_000));
        assert_eq!(found.cost, Cost::ZERO, "meeting {seed}");
        assert_eq!(scorer.score(&found.solution).dynamic, Cost::ZERO, "meeting {seed}");
    }
}

#[test]
fn the_same_seed_gives_the_same_schedule_and_two_seeds_the_better_one() {
    let instance = planted(9);
    let scorer = Scorer::new(&instance);
    let search = |seed| solve(&scorer, seed, &mut steps(60_000));
    assert_eq!(search(1), search(1));
    let (one, two) = (search(1), search(2));
    assert_ne!(one.solution, two.solution);
    let cheapest = one.cost.min(two.cost);
    assert_eq!(Outcome::better(one.clone(), two.clone()).cost, cheapest);
    assert_eq!(Outcome::better(one.clone(), two.clone()), Outcome::better(two, one));
}

#[test]
fn what_the_changes_cost_adds_up_to_what_the_week_costs() {
    let mut overlapping = planted(3);
    overlapping.frames[5].start = "2030-06-04T09:30".into();
    overlapping.sessions[20].group = "g0".into();
    let mut crowded = planted(4);
    crowded.sessions.iter_mut().for_each(|session| session.attendees += session.id as i64 % 9);
    for instance in [planted(1), planted(2), overlapping, crowded] {
        let scorer = Scorer::new(&instance);
        let tables = Tables::new(&scorer);
        let mut week = Week::new(&tables, 5);
        let mut chance = Chance::new(6);
        let mut made = 0;
        for _ in 0..200 {
            for limit in [0, 500, 20_000, 300_000] {
                let before = week.cost();
                let changed = week.step(&mut chance, limit);
                assert!(changed || week.cost() == before);
                assert!(week.cost.saturating_sub(before.energy(super::tables::NEVER)) <= limit);
                made += i32::from(changed);
            }
            let kept = week.cost();
            let mut anew = week.clone();
            anew.restore(&week.solution());
            assert_eq!(anew.cost(), kept);
        }
        assert!(made > 200, "{made}");
    }
}

#[test]
fn nothing_is_cheaper_than_the_bound() {
    // Two sessions of 100 minutes that are to fill 60, and 14 meetings of areas for 12 frames.
    let mut instance = planted(1);
    for frame in &mut instance.frames[1..] {
        frame.minutes = frame.minutes.min(60);
    }
    instance.sessions.iter_mut().for_each(|session| session.minutes = session.minutes.min(50));
    instance.sessions[10].minutes = 100;
    let own = instance.sessions[11].group.clone();
    let all: Vec<String> = (0..12).map(|frame| instance.frames[frame].timerange.clone()).collect();
    instance.rules.retain(|rule| !matches!(rule.kind, RuleKind::Timerange(_)) && rule.source != own);
    instance.rules.push(Rule { source: own, kind: RuleKind::Timerange(all), penalty: 3_000 });
    let groups: &mut BTreeMap<String, Group> = &mut instance.groups;
    groups.values_mut().for_each(|group| group.area_meeting = false);
    groups
        .values_mut()
        .filter(|group| group.id.len() == 3)
        .take(14)
        .for_each(|group| group.area_meeting = true);
    let scorer = Scorer::new(&instance);
    let bound = bound(&scorer);
    assert_eq!(bound, Cost::soft(3_000 + 2 * 200_000));
    assert!(solve(&scorer, 1, &mut steps(100_000)).cost >= bound);
}
