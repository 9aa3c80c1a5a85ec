//! What is demanded of a programme: who may know it, what takes it back, and what it keeps from being done.

use crate::testing::{Bench, after_noon};
use forum::people::{Command as People, Office};
use forum::programme::demands::{
    Availability, Command as Demand, Demands, FEATURES, Needs, Stretch, Walk, Wish,
};
use forum::programme::{Command as Programme, Place, Placed, arranged};
use forum::{Act, Actor, Audience, Command, MeetingId, PersonId, Refusal, ResourceId, RoomId, SessionId};
use forum::{Viewer, audience};

const MEETING: MeetingId = MeetingId(1);
const ROOM: RoomId = RoomId(1);
const ONE: SessionId = SessionId(1);
const OTHER: SessionId = SessionId(2);
const PERSON: PersonId = PersonId(1);
const TEAMS: ResourceId = ResourceId(1);

fn stretch(from: i64, until: i64) -> Stretch {
    Stretch { start: after_noon(from), end: after_noon(until) }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// One of each kind, in an order in which the draft of [`ready`] allows them one after another.
pub(crate) fn every_demand() -> Vec<Demand> {
    let (meeting, count) = (MEETING, 3);
    let needs = Needs {
        features: words(&[FEATURES[0], "A piano"]),
        resources: vec![TEAMS, TEAMS],
        plenary: true,
        expected: Some(250),
    };
    let availability = Availability {
        zone: Some("Africa/Dakar".into()),
        away: vec![stretch(0, 90), stretch(1440, 1500)],
        online: Some(true),
    };
    let walk = Walk { one: RoomId(2), other: ROOM, minutes: 15 };
    vec![
        Demand::FitRoom { meeting, room: ROOM, features: words(&[FEATURES[0], "A piano"]) },
        Demand::BlockRoom { meeting, room: ROOM, times: vec![stretch(0, 60), stretch(120, 180)] },
        Demand::AddResource { meeting, name: "Interpreters".into(), count },
        Demand::Need { session: ONE, needs },
        Demand::AmendResource { meeting, resource: TEAMS, name: "Teams of interpreters".into(), count: 2 },
        Demand::LockSession { session: ONE },
        Demand::UnlockSession { session: ONE },
        Demand::LockSession { session: ONE },
        Demand::DemandOrder { before: ONE, after: OTHER },
        Demand::DropOrder { before: ONE, after: OTHER },
        Demand::AddResource { meeting, name: "Cameras".into(), count },
        Demand::RemoveResource { meeting, resource: ResourceId(2) },
        Demand::RestoreResource { meeting, resource: ResourceId(2) },
        Demand::TimeWalks { meeting, minutes: 5, walks: vec![walk] },
        Demand::SetAvailability { meeting, person: PERSON, availability },
        Demand::ChangeWeight { meeting, wish: Wish::Night, weight: Some(9) },
        Demand::ChangeWeight { meeting, wish: Wish::Night, weight: None },
    ]
}

/// Two sessions, of which the first has its place.
pub(crate) fn ready() -> Bench {
    let mut bench = Bench::kyoto();
    bench.session("WS 1", 60);
    bench.session("WS 2", 60);
    bench.place(ONE, 1, 0).unwrap();
    bench
}

fn demands(bench: &Bench) -> Demands {
    bench.forum.programme.meetings[&MEETING].demands.clone()
}

/// What stands; what was removed is kept for whoever wants it back.
fn standing(bench: &Bench) -> Demands {
    Demands { removed_resources: Default::default(), ..demands(bench) }
}

#[test]
fn every_demand_can_be_taken_back_and_made_again() {
    let mut bench = ready();
    for demand in every_demand() {
        let before = standing(&bench);
        bench.give(Programme::Demand(demand.clone())).unwrap_or_else(|why| panic!("{demand:?}: {why}"));
        let after = standing(&bench);
        assert_ne!(before, after, "{demand:?}");
        let mut copy = bench.clone();
        for expected in [&before, &after, &before] {
            let history = copy.forum.programme.meetings[&MEETING].history.clone();
            let act = match *expected == before {
                true => history.to_undo(Actor::Secretariat).unwrap().act,
                false => history.to_redo(Actor::Secretariat).unwrap().act,
            };
            copy.give(Programme::Undo { meeting: MEETING, act })
                .unwrap_or_else(|why| panic!("{demand:?}: {why}"));
            assert_eq!(standing(&copy), *expected, "{demand:?}");
        }
    }
}

#[test]
fn the_list_of_demands_holds_every_kind() {
    let source = include_str!("../../src/programme/demands/commands.rs");
    let commands = source.split("pub enum Command {").nth(1).unwrap().split("\n}").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(" {"));
    let told = format!("{:?}", every_demand());
    let untold: Vec<_> = names.clone().filter(|name| !told.contains(name)).collect();
    assert!(names.count() > 10 && untold.is_empty(), "{untold:?}");
}

#[test]
fn what_is_demanded_is_seen_by_those_who_run_the_forum_and_by_nobody_else() {
    let mut bench = ready();
    bench.give(People::GrantOffice { person: PersonId(2), office: Office::Secretariat }).unwrap();
    bench.speaks(1, ONE);
    for demand in every_demand() {
        bench.give(Programme::Demand(demand)).unwrap();
    }
    bench.publish().unwrap();
    let about = |act: &Act| serde_json::to_string(act).unwrap().contains("\"Demanded\"");
    let acts: Vec<_> = bench.log.iter().filter(|(_, act)| about(act)).collect();
    assert_eq!(acts.len(), every_demand().len());
    for (stamp, act) in acts {
        let whom = audience(&bench.forum, stamp, act);
        assert_eq!(whom, Audience::Secretariat, "{act:?}");
        assert!(!whom.includes(&bench.forum, Viewer::Person(PERSON)), "not even whom it is about: {act:?}");
        assert!(whom.includes(&bench.forum, Viewer::Person(PersonId(2))), "{act:?}");
    }
}

#[test]
fn a_demand_is_nothing_to_publish() {
    let mut bench = ready();
    bench.publish().unwrap();
    for demand in every_demand() {
        bench.give(Programme::Demand(demand)).unwrap();
    }
    assert!(matches!(bench.publish(), Err(Refusal::NothingToPublish { .. })));
    let undo = |bench: &mut Bench| {
        let history = bench.forum.programme.meetings[&MEETING].history.clone();
        let act = history.to_undo(Actor::Secretariat).unwrap().act;
        bench.give(Programme::Undo { meeting: MEETING, act }).unwrap();
    };
    undo(&mut bench);
    assert!(matches!(bench.publish(), Err(Refusal::NothingToPublish { .. })), "nor to take it back");
    bench.place(OTHER, 2, 0).unwrap();
    bench.publish().unwrap();
    undo(&mut bench);
    bench.publish().expect("but taking back anything else is");
}

#[test]
fn between_two_rooms_there_is_one_time() {
    let mut bench = ready();
    let walk = |one, other, minutes| Walk { one: RoomId(one), other: RoomId(other), minutes };
    let walks = vec![walk(1, 2, 15), walk(2, 1, 20), walk(1, 2, 7)];
    bench.give(Programme::Demand(Demand::TimeWalks { meeting: MEETING, minutes: 5, walks })).unwrap();
    assert_eq!(demands(&bench).walks.into_iter().collect::<Vec<_>>(), [walk(1, 2, 7)], "as was said last");
}

#[test]
fn orders_are_not_endless() {
    let mut bench = ready();
    let ids: Vec<SessionId> = (3..66).map(|nth| bench.session(&format!("WS {nth}"), 60)).collect();
    let mut orders = ids.iter().flat_map(|one| ids.iter().map(move |other| (*one, *other)));
    let mut given = 0;
    let refused = orders.by_ref().filter(|(one, other)| one > other).find_map(|(after, before)| {
        let demanded = bench.give(Programme::Demand(Demand::DemandOrder { before, after }));
        given += usize::from(demanded.is_ok());
        demanded.err()
    });
    // 63 sessions have 1,953 pairs.
    assert_eq!((given, refused), (1_953, None));
    for id in &ids[..47] {
        bench.give(Programme::Demand(Demand::DemandOrder { before: ONE, after: *id })).unwrap();
    }
    let one_more = bench.give(Programme::Demand(Demand::DemandOrder { before: OTHER, after: ids[0] }));
    assert_eq!(one_more.unwrap_err().key(), "out-of-bounds");
}

#[test]
fn a_locked_session_keeps_its_place_until_it_is_unlocked() {
    let mut bench = ready();
    bench.give(Programme::Demand(Demand::LockSession { session: ONE })).unwrap();
    let locked = Refusal::SessionLocked { session: ONE };
    assert_eq!(bench.place(ONE, 2, 0).unwrap_err(), locked);
    assert_eq!(bench.give(Programme::UnplaceSession { session: ONE }).unwrap_err(), locked);
    let elsewhere = Placed { session: ONE, place: Some(Place { room: RoomId(2), start: after_noon(0) }) };
    let places = [elsewhere].map(|placed| (placed.session, placed.place)).into_iter().collect();
    let draft = &bench.forum.programme.meetings[&MEETING];
    assert!(
        draft.steps_to(&arranged(&bench.forum, MEETING, &places)).is_empty(),
        "nor does a variant move it"
    );
    bench.give(Programme::Demand(Demand::UnlockSession { session: ONE })).unwrap();
    bench.place(ONE, 2, 0).unwrap();
}

#[test]
fn what_cannot_be_met_is_refused_with_the_reason() {
    let (meeting, count) = (MEETING, 1);
    let needs = |needs: Needs| Demand::Need { session: ONE, needs };
    for (demand, key) in [
        (Demand::FitRoom { meeting, room: RoomId(9), features: vec![] }, "no-such-room"),
        (Demand::FitRoom { meeting, room: ROOM, features: vec![] }, "nothing-changed"),
        (Demand::FitRoom { meeting, room: ROOM, features: words(&[" "]) }, "empty"),
        (Demand::FitRoom { meeting, room: ROOM, features: words(&["x"; 41]) }, "out-of-bounds"),
        (Demand::BlockRoom { meeting, room: ROOM, times: vec![stretch(60, 0)] }, "slot-backwards"),
        (Demand::BlockRoom { meeting, room: ROOM, times: vec![stretch(0, 60_000)] }, "outside-meeting"),
        (needs(Needs { resources: vec![ResourceId(7)], ..Needs::default() }), "no-such-resource"),
        (needs(Needs { expected: Some(0), ..Needs::default() }), "out-of-bounds"),
        (Demand::LockSession { session: OTHER }, "not-placed"),
        (Demand::UnlockSession { session: ONE }, "nothing-changed"),
        (Demand::DemandOrder { before: ONE, after: ONE }, "order-circle"),
        (Demand::DemandOrder { before: SessionId(3), after: ONE }, "order-circle"),
        (Demand::DemandOrder { before: ONE, after: SessionId(9) }, "no-such-session"),
        (Demand::DropOrder { before: OTHER, after: ONE }, "nothing-changed"),
        (Demand::AddResource { meeting, name: "INTERPRETERS".into(), count }, "slug-taken"),
        (Demand::AddResource { meeting, name: "Cameras".into(), count: 0 }, "out-of-bounds"),
        (Demand::RemoveResource { meeting, resource: TEAMS }, "resource-in-use"),
        (Demand::RestoreResource { meeting, resource: TEAMS }, "no-such-resource"),
        (Demand::TimeWalks { meeting, minutes: 999, walks: vec![] }, "out-of-bounds"),
        (
            Demand::SetAvailability {
                meeting,
                person: PERSON,
                availability: Availability { zone: Some("Mars Base".into()), ..Availability::default() },
            },
            "not-a-zone",
        ),
        (Demand::ChangeWeight { meeting, wish: Wish::Load, weight: Some(10_001) }, "out-of-bounds"),
    ] {
        let mut bench = ready();
        bench.session("WS 3", 60);
        bench
            .give(Programme::Demand(Demand::AddResource { meeting, name: "Interpreters".into(), count }))
            .unwrap();
        let uses = Needs { resources: vec![TEAMS], ..Needs::default() };
        bench.give(Programme::Demand(Demand::Need { session: OTHER, needs: uses })).unwrap();
        for (before, after) in [(ONE, OTHER), (OTHER, SessionId(3))] {
            bench.give(Programme::Demand(Demand::DemandOrder { before, after })).unwrap();
        }
        let refused = bench.give(Command::from(Programme::Demand(demand.clone())));
        assert_eq!(refused.unwrap_err().key(), key, "{demand:?}");
    }
}

#[test]
fn whoever_is_forgotten_is_away_at_no_time_and_no_undo_brings_it_back() {
    let mut bench = ready();
    let away = Availability { away: vec![stretch(0, 60)], ..Availability::default() };
    let give = |bench: &mut Bench, availability| {
        let set = Demand::SetAvailability { meeting: MEETING, person: PERSON, availability };
        bench.give(Programme::Demand(set))
    };
    give(&mut bench, away.clone()).unwrap();
    give(&mut bench, Availability::default()).unwrap();
    bench.give(People::ErasePerson { person: PERSON }).unwrap();
    assert!(demands(&bench).people.is_empty());
    let history = &bench.forum.programme.meetings[&MEETING].history;
    let about = |act: &forum::programme::Act| format!("{act:?}").contains("PersonAvailable");
    assert!(!history.latest().any(|change| change.acts.iter().any(about)));
    assert_eq!(give(&mut bench, away).unwrap_err(), Refusal::PersonErased { person: PERSON });
}
