//! Several commands, of which all are done or none.

use crate::testing::{Bench, new_session};
use forum::programme::Command as Programme;
use forum::{Actor, Command, MeetingId, PersonId, Refusal, RoomId, SessionId};

fn room(name: &str) -> Command {
    Programme::OpenRoom { meeting: MeetingId(1), name: name.into(), seats: None, origin: None }.into()
}

#[test]
fn each_step_sees_what_the_steps_before_it_did() {
    let mut bench = Bench::kyoto();
    let start = crate::testing::noon();
    let steps = vec![
        room("Annex"),
        Programme::AddSession(new_session("WS 1", 60)).into(),
        Programme::PlaceSession { session: SessionId(1), room: RoomId(3), start }.into(),
    ];
    assert_eq!(bench.give(Command::Together { since: Some(bench.forum.seq()), steps }), Ok(3));
}

#[test]
fn one_refused_step_undoes_all() {
    let mut bench = Bench::kyoto();
    let before = bench.forum.digest();
    let refused = bench.give(Command::Together { since: None, steps: vec![room("Annex"), room("Annex")] });
    let why = Refusal::SlugTaken { field: "name".into(), value: "annex".into() };
    assert_eq!(refused, Err(Refusal::AtStep { step: 2, why: why.into() }));
    assert_eq!(bench.forum.digest(), before);
}

#[test]
fn steps_prepared_on_an_older_state_are_refused() {
    let mut bench = Bench::kyoto();
    let since = Some(bench.forum.seq());
    bench.give(room("Annex")).unwrap();
    let refused = bench.give(Command::Together { since, steps: vec![room("Garden")] });
    assert!(matches!(refused, Err(Refusal::MovedOn { .. })));
}

#[test]
fn what_others_choose_for_themselves_in_between_does_not_stand_in_the_way_of_prepared_steps() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.place(session, 1, 0).unwrap();
    bench.publish().unwrap();
    let since = Some(bench.forum.seq());
    let person = PersonId(1);
    bench.give_as(Actor::Person(person), Programme::Choose { session, person }).unwrap();
    assert_eq!(bench.give(Command::Together { since, steps: vec![room("Garden")] }), Ok(1));
    let refused = bench.give(Command::Together { since, steps: vec![room("Annex")] });
    assert!(matches!(refused, Err(Refusal::MovedOn { .. })), "the room is something to build on");
    let ahead = Some(bench.forum.seq() + 1);
    assert!(bench.give(Command::Together { since: ahead, steps: vec![room("Annex")] }).is_err());
}

#[test]
fn bundles_do_not_nest() {
    let mut bench = Bench::kyoto();
    let inner = Command::Together { since: None, steps: vec![] };
    let refused = bench.give(Command::Together { since: None, steps: vec![inner] });
    assert_eq!(refused, Err(Refusal::StepsWithinSteps));
}

#[test]
fn a_misspelt_field_is_refused_and_loses_no_protection() {
    for wrong in [r#"{"together":{"sinse":3,"steps":[]}}"#, r#"{"together":{"stepz":[],"steps":[]}}"#] {
        assert!(serde_json::from_str::<Command>(wrong).is_err(), "{wrong}");
    }
}
