//! Persons are matched, not doubled; and two persons are never taken for one.

use super::bench::{Bench, file};
use crate::programme::import::{Cost, Why};
use forum::people::{Command, NewPerson, Origin};

fn known(name: &str, system: &str, id: &str) -> Command {
    let origin = Some(Origin { system: system.into(), id: id.into() });
    Command::AddPerson(NewPerson { name: name.into(), origin, ..NewPerson::default() })
}

/// Two sessions, and who speaks in them.
fn two(first: &str, second: &str) -> interchange::Programme {
    file(&[&format!("1 | A | Hall | 09:00 | 60 | {first}"), &format!("2 | B | Hall | 10:00 | 60 | {second}")])
}

#[test]
fn within_a_file() {
    let cases: &[(&str, &str, &[&str], Option<&str>)] = &[
        // One id is one person; so is one name without an id.
        ("Li Wei#9", "Li Wei#9", &["Li Wei"], None),
        ("Li Wei", "li  wei", &["Li Wei"], None),
        // A name without an id is whoever bears it with one.
        ("Li Wei", "Li Wei#9", &["Li Wei"], None),
        // Two ids are two persons, and somebody should look.
        ("Li Wei#9", "Li Wei#10", &["Li Wei", "Li Wei"], Some("namesakes")),
        // One id with two names is one person, and somebody should look.
        ("Li Wei#9", "Li W.#9", &["Li Wei"], Some("other-name")),
    ];
    for (first, second, people, guess) in cases {
        let mut bench = Bench::default();
        let plan = bench.import(&two(first, second));
        assert_eq!(bench.people(), *people, "{first}, {second}");
        assert_eq!(plan.remarks.first().map(|remark| named(&remark.why)), *guess, "{first}, {second}");
        assert!(plan.remarks.iter().all(|remark| remark.cost == Cost::Assumed));
        assert!(bench.plan(&two(first, second)).unwrap().changes_nothing(), "{first}, {second}");
    }
}

#[test]
fn across_imports() {
    let cases: &[(&[Command], &str, usize, Option<&str>)] = &[
        // The source knew them under this id.
        (&[known("Li Wei", "lake26", "9")], "Li Wei#9", 1, None),
        // Another source, or somebody by hand, entered the name.
        (&[known("Li Wei", "river25", "9")], "Li Wei#9", 1, Some("known-by-name")),
        (&[known("Li Wei", "river25", "77")], "Li Wei", 1, Some("known-by-name")),
        // The same source has somebody else of that name.
        (&[known("Li Wei", "lake26", "8")], "Li Wei#9", 2, None),
        // Which of the two it is, nobody can say.
        (
            &[known("Li Wei", "river25", "1"), known("Li Wei", "river25", "2")],
            "Li Wei#9",
            3,
            Some("name-ambiguous"),
        ),
    ];
    for (before, speaker, count, guess) in cases {
        let mut bench = Bench::default();
        before.iter().for_each(|command| bench.give(command.clone()).unwrap());
        let plan = bench.import(&two(speaker, speaker));
        assert_eq!(bench.people().len(), *count, "{speaker} {guess:?}");
        assert_eq!(plan.remarks.first().map(|remark| named(&remark.why)), *guess, "{speaker}");
        assert!(bench.plan(&two(speaker, speaker)).unwrap().changes_nothing(), "{speaker}");
    }
}

fn named(why: &Why) -> &'static str {
    match why {
        Why::Namesakes { .. } => "namesakes",
        Why::OtherName { .. } => "other-name",
        Why::KnownByName => "known-by-name",
        Why::NameIsAmbiguous { .. } => "name-ambiguous",
        _ => "something else",
    }
}

#[test]
fn a_guid_finds_its_bearer_in_the_file_of_another_year() {
    let with_guid = |acronym: &str, name: &str| {
        let mut programme = two(name, name);
        programme.meeting.acronym = Some(acronym.into());
        for person in programme.sessions.iter_mut().flat_map(|session| &mut session.persons) {
            person.ids.guid = Some("1b4e28ba".into());
        }
        programme
    };
    let mut bench = Bench::default();
    bench.import(&with_guid("lake25", "Li Wei"));
    bench.import(&with_guid("lake26", "Li Wei-Moreau"));
    assert_eq!(bench.people(), ["Li Wei-Moreau"]);
}

#[test]
fn the_source_of_a_person_may_correct_them_and_another_may_only_complete_them() {
    let with_biography = |text: &str| {
        let mut programme = two("Li Wei#9", "");
        programme.sessions[0].persons[0].biography.0.push((None, text.into()));
        programme
    };
    let biography = |bench: &Bench| {
        let person = bench.forum.people.persons.values().next().unwrap();
        person.biography.as_ref().map(|words| words.or_empty().to_owned())
    };
    let mut bench = Bench::default();
    bench.give(known("Li Wei", "lake26", "9")).unwrap();
    bench.import(&with_biography("First."));
    bench.import(&with_biography("Second."));
    assert_eq!(biography(&bench).as_deref(), Some("Second."));
    bench.import(&two("Li Wei#9", ""));
    assert_eq!(biography(&bench).as_deref(), Some("Second."), "to say nothing takes nothing back");

    let mut bench = Bench::default();
    bench.give(known("Li Wei", "river25", "1")).unwrap();
    bench.import(&with_biography("First."));
    bench.import(&with_biography("Second."));
    assert_eq!(biography(&bench).as_deref(), Some("First."));
}

#[test]
fn roles_that_the_file_does_not_speak_of_stay() {
    let mut bench = Bench::default();
    bench.import(&two("Amina Diallo#7", "Li Wei#9"));
    bench.speaks("Li Wei", "1");
    let plan = bench.import(&two("Amina Diallo#7", "Li Wei#9"));
    assert_eq!(plan.steps.len(), 1, "a speaker whom the file does not have leaves");

    let session = bench.draft().sessions.values().next().unwrap().id;
    let person = *bench.forum.people.persons.keys().next_back().unwrap();
    let role = forum::programme::Role::Rapporteur;
    bench.give(forum::programme::Command::GiveRole { session, person, role }).unwrap();
    let silent = bench.plan(&two("Amina Diallo#7", "Li Wei#9")).unwrap();
    assert!(silent.changes_nothing(), "of rapporteurs this file knows nothing");
    let speaking = bench.plan(&two("Amina Diallo#7", "Li Wei#9, Li Wei#9 rapporteur")).unwrap();
    assert_eq!(speaking.steps.len(), 2, "this one does: one is given, and the other taken");
}

#[test]
fn an_unknown_role_speaks_and_is_told() {
    let plan = Bench::default().plan(&two("Li Wei#9 juggler", "Li Wei#9 host")).unwrap();
    assert_eq!(plan.remarks.len(), 1);
    assert_eq!(plan.remarks[0].why, Why::RoleUnknown { role: "juggler".into() });
}

#[test]
fn names_are_the_same_however_their_letters_are_written() {
    let mut bench = Bench::default();
    bench.import(&two("Ame\u{301}lie", "Am\u{e9}lie"));
    assert_eq!(bench.people().len(), 1);
    assert!(bench.plan(&two("Am\u{e9}lie", "Ame\u{301}lie")).unwrap().changes_nothing());
}

#[test]
fn whoever_has_the_role_already_is_no_guess() {
    let mut bench = Bench::default();
    bench.import(&two("Li Wei", "Ana"));
    let again = bench.plan(&two("Li Wei", "Ana")).unwrap();
    assert_eq!((again.remarks.len(), again.changes_nothing()), (0, true));
    // Somebody else of that name comes along; the role still tells whom the file means.
    bench.give(known("Li Wei", "river25", "1")).unwrap();
    assert!(bench.plan(&two("Li Wei", "Ana")).unwrap().changes_nothing());
    let elsewhere = bench.plan(&two("Li Wei", "Li Wei")).unwrap();
    assert_eq!(elsewhere.persons.new, 0);
}

#[test]
fn no_act_keeps_a_name_a_title_or_an_address() {
    let programme = two("Li Wei", "Ana Sousa#ana@lake.example, Bo Berg#bo;berg");
    let mut without_ids = programme.clone();
    without_ids.sessions.iter_mut().for_each(|session| session.ids.id = None);
    without_ids.sessions[0].title = "A secret title".into();
    for programme in [programme, without_ids] {
        let mut bench = Bench::default();
        let acts = bench.acts_of(&programme);
        let bytes: String = acts.iter().map(|act| serde_json::to_string(act).unwrap()).collect();
        for word in ["Wei", "wei", "Ana", "ana", "berg", "secret"] {
            assert!(!bytes.contains(word), "{word} would outlive its erasure: {bytes}");
        }
        bench.import(&programme);
        assert!(bench.plan(&programme).unwrap().changes_nothing());
    }
}
