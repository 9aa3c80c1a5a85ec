//! What the bridge promises: the engine sees the draft as it is, and its places come back as commands that are accepted.

use forum::programme::clashes;
use forum::{Actor, Command, Context, Forum, MeetingId, Stamp};
use serde_json::{Value, from_value, json};
use timetable::constraints::{CONSTRAINTS, Level, What, explain};
use timetable::model::{Board, Brief, Placement};
use timetable::search::steps;

use super::{Planned, instance};
use crate::scenario::kyoto;

pub(super) fn given(forum: &mut Forum, command: &Command) -> Result<(), forum::Refusal> {
    let now = "2027-01-01T00:00:00Z".parse().unwrap();
    let context = Context { now, actor: Actor::Secretariat, seed: [7; 32] };
    for act in forum.decide(command, &context)? {
        let stamp = Stamp { seq: forum.seq() + 1, at: now, by: Actor::Secretariat };
        forum.apply(&stamp, &act);
    }
    Ok(())
}

pub(super) fn after(mut forum: Forum, commands: &[Value]) -> Forum {
    for command in commands {
        let read: Command = from_value(command.clone()).unwrap();
        given(&mut forum, &read).unwrap_or_else(|refusal| panic!("{command}: {refusal}"));
    }
    forum
}

/// A day in Accra, whose clock is UTC: two rooms, two slots with tea between them and one after lunch.
pub(super) fn small(sessions: &[(u32, u32)]) -> Forum {
    let mut commands = vec![
        json!({"series": {"found_series": {"slug": "nigf", "name": "National"}}}),
        json!({"series": {"announce_meeting": {"series": 1, "slug": "one", "title": "One", "zone": "Africa/Accra",
            "first_day": "2027-05-10", "last_day": "2027-05-11"}}}),
    ];
    for (name, seats) in [("Hall", json!(40)), ("Annex", Value::Null)] {
        commands.push(json!({"programme": {"open_room": {"meeting": 1, "name": name, "seats": seats}}}));
    }
    for (from, until, pause) in
        [("09:00", "10:00", ""), ("10:00", "10:30", "Tea"), ("10:30", "12:00", ""), ("12:05", "13:05", "")]
    {
        let (start, end) = (format!("2027-05-10T{from}:00Z"), format!("2027-05-10T{until}:00Z"));
        let slot = json!({"meeting": 1, "start": start, "end": end, "pause": pause});
        commands.push(json!({"programme": {"add_slot": slot}}));
    }
    for (n, (minutes, person)) in sessions.iter().enumerate() {
        let session = json!({"meeting": 1, "code": format!("S {n}"), "kind": "workshop", "title": "T",
            "language": "en", "minutes": minutes});
        commands.push(json!({"people": {"add_person": {"name": format!("Person {n}")}}}));
        commands.push(json!({"programme": {"add_session": session}}));
        let role = json!({"session": n + 1, "person": person, "role": "speaker"});
        commands.push(json!({"programme": {"give_role": role}}));
    }
    after(Forum::default(), &commands)
}

pub(super) fn place(session: u32, room: u32, time: &str) -> Value {
    let start = format!("2027-05-10T{time}:00Z");
    json!({"programme": {"place_session": {"session": session, "room": room, "start": start}}})
}

fn kyoto_decided() -> Forum {
    let mut forum = Forum::default();
    for step in kyoto::commands(&kyoto::plan(7, 400, 60)) {
        given(&mut forum, &step.command).unwrap_or_else(|refusal| panic!("{}: {refusal}", step.name));
    }
    forum
}

/// Brings a draft to these places, in so many steps.
fn moved(
    forum: &mut Forum,
    meeting: MeetingId,
    places: &[Option<Placement>],
) -> Result<usize, forum::Refusal> {
    let steps = instance(forum, meeting).steps(&forum.programme.meetings[&meeting], places);
    let count = steps.len();
    given(forum, &Command::Together { since: None, steps })?;
    Ok(count)
}

fn starts(planned: &Planned, session: usize) -> Vec<String> {
    let starts = planned.instance.sessions[session].starts.iter().flatten();
    starts.map(|&start| planned.times[start].to_string()[11..16].to_owned()).collect()
}

#[test]
fn sessions_may_begin_where_slots_let_them_and_where_they_are() {
    let sessions = [(60, 1), (30, 2), (45, 3), (90, 4), (150, 5), (37, 6)];
    let forum = after(small(&sessions), &[place(1, 1, "17:20")]);
    let planned = instance(&forum, MeetingId(1));
    planned.instance.check().unwrap();
    for (session, expected) in [
        (0, &["09:00", "10:30", "12:05", "17:20"][..]),
        (1, &["09:00", "09:30", "10:30", "11:00", "11:30", "12:05", "12:35"]),
        (2, &["09:00", "10:30", "11:15", "12:05"]),
        (3, &["10:30"]),
        // Longer than any slot: from the beginning of one into the next, but into no pause.
        (4, &["10:30"]),
        // What does not go into the steps takes as many as it touches.
        (5, &["09:00", "10:30", "12:05"]),
    ] {
        assert_eq!(starts(&planned, session), expected, "session {session}");
    }
    let lengths: Vec<usize> = planned.instance.sessions.iter().map(|session| session.length).collect();
    assert_eq!(lengths, [12, 6, 9, 18, 30, 8]);
}

#[test]
fn a_meeting_of_which_nothing_is_known_has_no_times_and_one_without_slots_has_those_of_its_sessions() {
    assert!(instance(&Forum::default(), MeetingId(9)).times.is_empty());
    let mut bare = small(&[(60, 1), (60, 2)]);
    for slot in 1..=4 {
        bare = after(bare, &[json!({"programme": {"remove_slot": {"meeting": 1, "slot": slot}}})]);
    }
    assert!(instance(&bare, MeetingId(1)).times.is_empty());
    let placed = after(bare, &[place(1, 1, "09:00"), place(2, 1, "10:00")]);
    let planned = instance(&placed, MeetingId(1));
    planned.instance.check().unwrap();
    assert_eq!(planned.times.len(), 2);
    assert_eq!(planned.draft, [Some(Placement { start: 0, room: 0 }), Some(Placement { start: 1, room: 0 })]);
}

#[test]
fn the_engine_finds_in_a_real_programme_the_clashes_that_the_core_finds() {
    let mut forum = kyoto_decided();
    let meeting = *forum.programme.meetings.keys().next_back().unwrap();
    // Put everybody's first session into every other's time where a room is free, so that people clash.
    let draft = forum.programme.meetings[&meeting].clone();
    let rooms: Vec<_> = draft.rooms.keys().copied().collect();
    let start = draft.sessions.values().find_map(|session| session.placed()).unwrap().1;
    for (session, room) in draft.sessions.keys().zip(rooms) {
        let command =
            json!({"programme": {"place_session": {"session": session, "room": room, "start": start}}});
        let _ = given(&mut forum, &from_value(command).unwrap());
    }
    let planned = instance(&forum, meeting);
    planned.instance.check().unwrap();
    let brief = Brief::new(&planned.instance);
    let board = Board::with(&brief, &planned.draft);
    let found: i64 = explain(&board)
        .iter()
        .flat_map(|line| &line.facts)
        .map(|fact| match fact.what {
            What::TwoPlaces { people, .. } => people,
            What::RoomTaken { .. } => panic!("the core lets nobody take a room twice"),
            _ => 0,
        })
        .sum();
    assert_eq!(found, i64::try_from(clashes(&forum.programme.meetings[&meeting]).len()).unwrap());
    assert!(found > 0);
}

#[test]
fn what_the_engine_finds_comes_back_as_commands_that_are_accepted() {
    let mut forum = kyoto_decided();
    let meeting = *forum.programme.meetings.keys().next_back().unwrap();
    let planned = instance(&forum, meeting);
    assert!(
        planned.steps(&forum.programme.meetings[&meeting], &planned.draft).is_empty(),
        "who stays is not moved"
    );
    for seed in 0..3 {
        let planned = instance(&forum, meeting);
        let found = timetable::solve(&Brief::new(&planned.instance), seed, &mut steps(20_000));
        moved(&mut forum, meeting, &found.solution).unwrap();
        assert_eq!(instance(&forum, meeting).draft, found.solution);
    }
    assert!(clashes(&forum.programme.meetings[&meeting]).is_empty());
}

#[test]
fn a_place_that_somebody_else_has_is_asked_for_and_refused_as_taken() {
    let mut forum = after(small(&[(60, 1), (60, 2)]), &[place(1, 1, "09:00"), place(2, 2, "09:00")]);
    let planned = instance(&forum, MeetingId(1));
    let refused = moved(&mut forum, MeetingId(1), &[planned.draft[1], planned.draft[1]]).unwrap_err();
    assert_eq!(refused.reason().key(), "room-taken");
}

#[test]
fn two_sessions_that_change_places_do_not_stand_in_each_others_way() {
    let forum = after(small(&[(60, 1), (60, 2), (60, 3)]), &[place(1, 1, "09:00"), place(2, 2, "09:00")]);
    let planned = instance(&forum, MeetingId(1));
    let places = vec![planned.draft[1], planned.draft[0], None];
    let mut changed = forum;
    assert_eq!(moved(&mut changed, MeetingId(1), &places), Ok(3), "one stands aside, both come");
    assert_eq!(instance(&changed, MeetingId(1)).draft, places);
}

/// A small forum with demands of every kind.
fn demanding() -> Forum {
    let demand = |demand: Value| json!({"programme": {"demand": demand}});
    let stretch = json!({"start": "2027-05-10T12:00:00Z", "end": "2027-05-10T12:30:00Z"});
    let commands = [
        place(1, 1, "09:00"),
        place(2, 2, "10:30"),
        demand(json!({"fit_room": {"meeting": 1, "room": 1, "features": ["Hybrid Kit"]}})),
        demand(json!({"block_room": {"meeting": 1, "room": 2, "times": [stretch]}})),
        demand(json!({"add_resource": {"meeting": 1, "name": "Teams", "count": 1}})),
        demand(
            json!({"need": {"session": 3, "needs": {"features": ["hybrid kit"], "resources": [1], "plenary": true, "expected": 45}}}),
        ),
        demand(json!({"lock_session": {"session": 1}})),
        demand(json!({"demand_order": {"before": 3, "after": 2}})),
        demand(
            json!({"time_walks": {"meeting": 1, "minutes": 5, "walks": [{"one": 2, "other": 1, "minutes": 9}]}}),
        ),
        demand(json!({"set_availability": {"meeting": 1, "person": 3, "availability":
            {"zone": "Asia/Tokyo", "away": [stretch], "online": true}}})),
        demand(json!({"change_weight": {"meeting": 1, "wish": "night", "weight": 77}})),
    ];
    after(small(&[(60, 1), (60, 2), (60, 3)]), &commands)
}

#[test]
fn the_engine_sees_every_demand_as_what_it_is() {
    let planned = instance(&demanding(), MeetingId(1));
    planned.instance.check().unwrap();
    let times = |steps: &[usize]| -> Vec<String> {
        steps.iter().map(|&step| planned.times[step].to_string()[11..16].to_owned()).collect()
    };
    let instance = &planned.instance;
    assert_eq!(instance.rooms[0].features, instance.sessions[2].features, "however they are written");
    assert_eq!(times(&instance.rooms[1].blocked), ["12:00", "12:05", "12:10", "12:15", "12:20", "12:25"]);
    assert_eq!((instance.resources[0].count, &instance.sessions[2].resources), (1, &vec![0]));
    assert_eq!((instance.sessions[2].plenary, instance.sessions[2].expected), (true, 45));
    assert_eq!(instance.sessions[0].fixed, planned.draft[0]);
    assert_eq!(instance.sessions[1].fixed, None);
    assert_eq!((instance.precedences[0].before, instance.precedences[0].after), (2, 1));
    assert_eq!(instance.walking, [[0, 9], [9, 0]]);
    let person = &instance.people[instance.sessions[2].parts[0].person];
    assert_eq!((person.online, person.away.len()), (Some(540), 1));
    assert_eq!(instance.weights.night, 77);
}

#[test]
fn an_absence_of_less_than_a_minute_counts_as_one() {
    let away = json!([{"start": "2027-05-10T09:00:10Z", "end": "2027-05-10T09:00:50Z"}]);
    let said = json!({"set_availability": {"meeting": 1, "person": 1, "availability": {"away": away}}});
    let forum = after(small(&[(60, 1)]), &[json!({"programme": {"demand": said}})]);
    let planned = instance(&forum, MeetingId(1));
    assert_eq!(planned.instance.check(), Ok(()));
    let away = planned.instance.people[0].away[0];
    assert_eq!(away.end - away.start, 1);
}

#[test]
fn the_engine_knows_which_sessions_are_about_the_same() {
    let titled = |session: u32, title: &str| json!({"programme": {"amend_session": {"session": session, "edit": {"title": title}}}});
    let same = "Encrypted messages and lawful access";
    let forum = after(
        small(&[(60, 1), (60, 2), (60, 3)]),
        &[titled(1, same), titled(2, "Rural networks"), titled(3, same)],
    );
    let planned = instance(&forum, MeetingId(1));
    planned.instance.check().unwrap();
    let pairs: Vec<_> = planned.instance.similar.iter().map(|pair| (pair.one, pair.other)).collect();
    assert_eq!(pairs, [(0, 2)]);
    assert!(planned.instance.similar[0].weight > 0);
}

#[test]
fn another_place_is_accepted_at_the_price_that_was_named() {
    let mut forum = kyoto_decided();
    let meeting = *forum.programme.meetings.keys().next_back().unwrap();
    let mut tried = 0;
    for session in (0..60).step_by(7) {
        let planned = instance(&forum, meeting);
        let brief = Brief::new(&planned.instance);
        let board = Board::with(&brief, &planned.draft);
        let cost = |places: &[Option<Placement>]| timetable::constraints::cost(&Board::with(&brief, places));
        let (open, _) = planned.elsewhere(&board, session);
        let swap = open.iter().position(|other| other.swap.is_some()).unwrap_or(0);
        for other in open.iter().take(2).chain(open.iter().skip(swap).take(1)) {
            let mut places = planned.draft.clone();
            if let Some(swap) = other.swap {
                places[swap] = places[session];
            }
            places[session] = Some(other.place);
            assert_eq!(cost(&places) - cost(&planned.draft), other.change, "{other:?}");
            let mut copy = forum.clone();
            moved(&mut copy, meeting, &places).unwrap();
            assert_eq!(instance(&copy, meeting).draft, places);
            tried += 1;
        }
        if let Some(other) = open.first() {
            let mut places = planned.draft.clone();
            if let Some(swap) = other.swap {
                places[swap] = places[session];
            }
            places[session] = Some(other.place);
            moved(&mut forum, meeting, &places).unwrap();
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn every_constraint_has_a_name_and_every_wish_is_one_that_can_be_weighed() {
    use forum::programme::demands::Wish;
    let english = crate::languages::languages().all().next().unwrap();
    for constraint in CONSTRAINTS {
        let called = super::said::constraint(constraint.name, english);
        assert!(called.starts_with(char::is_uppercase), "{} has no name in `NAMES`", constraint.name);
    }
    let soft = CONSTRAINTS.iter().filter(|constraint| constraint.level == Level::Soft);
    let soft: Vec<&str> = soft.map(|constraint| constraint.name).collect();
    assert_eq!(soft, Wish::ALL.map(Wish::key), "each wish has its weight, in the order of the list");
    let weights = timetable::model::Weights::default();
    for (constraint, wish) in CONSTRAINTS.iter().filter(|one| one.level == Level::Soft).zip(Wish::ALL) {
        assert_eq!((constraint.weight)(&weights), super::usual_weight(wish), "{}", constraint.name);
    }
}
