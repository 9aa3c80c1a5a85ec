//! What a built forum promises.

use std::sync::atomic::{AtomicUsize, Ordering};

use forum::programme::clashes;
use forum::{Actor, Context, Forum, Stamp};
use platform::log::MemoryLog;
use platform::writer::{Failure, Options, Order, Writer};

use super::*;
use crate::machine::ForumMachine;

const NAME: Name = Name { seed: SEED, people: 400, sessions: 60 };

fn small() -> Kyoto {
    plan(NAME.seed, NAME.people, NAME.sessions)
}

/// The forum that the commands make, without any log.
fn decided(kyoto: &Kyoto) -> Forum {
    let mut forum = Forum::default();
    for step in commands(kyoto) {
        let context = Context { now: step.at, actor: step.by, seed: [7; 32] };
        let acts = forum.decide(&step.command, &context);
        for act in acts.unwrap_or_else(|refusal| panic!("{}: {refusal}", step.name)) {
            let stamp = Stamp { seq: forum.seq() + 1, at: step.at, by: step.by };
            forum.apply(&stamp, &act);
        }
    }
    forum
}

fn writer() -> Writer<ForumMachine> {
    let options = Options::new(|fault| panic!("the log broke: {fault}"));
    Writer::start(Box::new(MemoryLog::new()), ForumMachine::default(), options).unwrap()
}

#[test]
fn the_core_refuses_nothing_of_the_plan_and_everything_gets_the_id_that_was_counted_ahead() {
    let kyoto = small();
    let forum = decided(&kyoto);
    let programme = &forum.programme.meetings[&MEETING];
    assert_eq!(forum.series.meetings.len(), 19);
    assert_eq!(forum.series.meetings[&MEETING].city.as_deref(), Some("Kyoto"));
    assert_eq!(forum.people.persons.len(), kyoto.persons.len());
    assert_eq!(forum.people.participation[&MEETING].len(), kyoto.persons.len());
    assert_eq!(programme.sessions.len(), kyoto.sessions.len());
    for (session, planned) in programme.sessions.values().zip(&kyoto.sessions) {
        assert_eq!(session.title.text(), Some(planned.title.as_str()));
        assert_eq!(session.code, planned.code);
        assert_eq!(session.roles.len(), planned.roles.len());
    }
    for placement in &kyoto.placements {
        let session = programme.sessions.values().nth(placement.session).unwrap();
        let (room, start, _) = session.placed().expect("every session is placed in the end");
        assert_eq!(programme.rooms[&room].name, kyoto.rooms[placement.room].name);
        let there = start.in_tz(ZONE).unwrap().datetime();
        assert_eq!(there, placement.start);
    }
    assert!(clashes(programme).is_empty());
}

#[test]
fn two_versions_are_published_and_differ_in_places_titles_and_late_sessions() {
    let forum = decided(&small());
    let programme = &forum.programme.meetings[&MEETING];
    let labels: Vec<_> = programme.versions.iter().map(|version| version.label.as_str()).collect();
    assert_eq!(labels, ["draft", "final"]);
    let kyoto = small();
    let last: Vec<_> = commands(&kyoto).skip_while(|step| step.name != "publish-1").skip(1).collect();
    let count = |what: &str| last.iter().filter(|step| step.name.starts_with(what)).count();
    assert_eq!((count("place-"), count("title-")), (4, 4));
    assert!(count("enter-") >= 2, "at least one pair exchanges rooms");
    assert_eq!(count("enter-"), count("leave-"));
}

#[test]
fn building_again_does_nothing_and_what_was_interrupted_is_finished() {
    let (kyoto, writer) = (small(), writer());
    // Somebody gave the first steps and was cut off.
    for step in commands(&kyoto).take(100) {
        let key = platform::writer::Key::new(&format!("kyoto-12-400-60-{}", step.name)).unwrap();
        let order = platform::writer::Order { command: step.command, by: Actor::Secretariat, key };
        writer.submit_patiently(order).wait().unwrap();
    }
    assert_eq!(writer.state().seq, 100);
    let last_heard = AtomicUsize::new(0);
    build(&kyoto, NAME, &writer, |done, total| {
        assert!(done <= total && last_heard.swap(done, Ordering::Relaxed) <= done);
    })
    .unwrap();
    let built = writer.state().seq;
    assert_eq!(last_heard.into_inner(), commands(&kyoto).count());
    assert_eq!(built, commands(&kyoto).count() as u64, "every command is one act");
    build(&kyoto, NAME, &writer, |_, _| {}).unwrap();
    assert_eq!(writer.state().seq, built);
}

#[test]
fn a_building_that_was_interrupted_is_not_gone_on_with_under_another_seed_and_that_is_said_in_words() {
    let writer = writer();
    for step in commands(&small()).take(100) {
        let order = Order { command: step.command, by: Actor::Secretariat, key: NAME.key(&step.name) };
        writer.submit_patiently(order).wait().unwrap();
    }
    let other = Name { seed: SEED + 1, ..NAME };
    let refused =
        build(&plan(other.seed, other.people, other.sessions), other, &writer, |_, _| {}).unwrap_err();
    assert!(matches!(refused, Trouble::Another), "{refused:?}");
    let said = refused.to_string();
    assert!(said.contains("--seed, --people and --sessions of then") && said.contains("--data"), "{said}");
    let unreachable = Trouble::NotDone { step: "place-1".into(), failure: Failure::Unreachable };
    assert!(!unreachable.to_string().contains("Unreachable"), "{unreachable}");
}

#[test]
fn a_forum_with_something_else_in_it_is_left_alone() {
    let writer = writer();
    let stranger = forum::series::Command::FoundSeries { slug: "chess".into(), name: "Chess club".into() };
    let key = platform::writer::Key::new("stranger").unwrap();
    let order = platform::writer::Order { command: stranger.into(), by: Actor::Secretariat, key };
    writer.submit_patiently(order).wait().unwrap();
    let refused = build(&small(), NAME, &writer, |_, _| {}).unwrap_err();
    assert!(matches!(refused, Trouble::NotEmpty));
    assert_eq!(writer.state().seq, 1);
}

#[test]
fn forums_of_all_sizes_and_seeds_can_be_built_down_to_an_empty_programme() {
    for (seed, sessions) in [(1, 0), (2, 1), (3, 3), (4, 7), (5, 24), (6, 45), (7, 150), (u64::MAX, 25)] {
        let forum = decided(&plan(seed, 0, sessions));
        let programme = &forum.programme.meetings[&MEETING];
        assert_eq!(programme.sessions.len(), sessions);
        assert!(clashes(programme).is_empty());
    }
}
