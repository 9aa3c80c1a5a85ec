//! Nobody sees an act outside its audience, and what is erased is gone.

use crate::testing::Bench;
use forum::people::{Command, NewPerson, views};
use forum::{Actor, Audience, PersonId, Refusal, Viewer, audience};

#[test]
fn a_draft_is_for_its_makers_until_it_is_published() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.speaks(1, session);
    bench.place(session, 1, 0).unwrap();
    let (stamp, act) = bench.log.last().cloned().unwrap();
    assert_eq!(audience(&bench.forum, &stamp, &act), Audience::Secretariat);
    assert!(views::person(&bench.forum, PersonId(1), Viewer::Public).is_none());
    bench.publish().unwrap();
    assert_eq!(audience(&bench.forum, &stamp, &act), Audience::Public);
    assert!(views::person(&bench.forum, PersonId(1), Viewer::Public).is_some());
    assert!(views::person(&bench.forum, PersonId(2), Viewer::Public).is_none(), "not on the programme");
    bench.place(session, 2, 0).unwrap();
    let (stamp, act) = bench.log.last().cloned().unwrap();
    assert_eq!(
        audience(&bench.forum, &stamp, &act),
        Audience::Secretariat,
        "the next draft is a draft again"
    );
}

#[test]
fn who_takes_part_and_who_they_are_is_never_public() {
    let mut bench = Bench::kyoto();
    bench.register(1).unwrap();
    for (stamp, act) in bench.log.iter().filter(|(_, act)| matches!(act, forum::Act::People(_))) {
        assert_eq!(audience(&bench.forum, stamp, act), Audience::Secretariat, "{act:?}");
    }
}

#[test]
fn only_the_secretariat_gives_commands_here() {
    let mut bench = Bench::kyoto();
    let add = Command::AddPerson(NewPerson { name: "Eve".into(), ..NewPerson::default() });
    assert_eq!(bench.give_as(Actor::Person(PersonId(1)), add), Err(Refusal::NotAllowed));
}

#[test]
fn an_erased_person_leaves_a_number_and_the_log_names_every_act_with_their_words() {
    let mut bench = Bench::kyoto();
    let amend = Command::AmendPerson {
        person: PersonId(1),
        name: None,
        biography: Some("Works on access.".into()),
        organisation: None,
    };
    bench.give(amend).unwrap();
    let amended = bench.forum.seq();
    bench.give(Command::ErasePerson { person: PersonId(1) }).unwrap();
    let person = &bench.forum.people.persons[&PersonId(1)];
    assert!(person.name.is_erased() && person.biography.as_ref().unwrap().is_erased());
    let (_, act) = bench.log.last().unwrap();
    let blanked = forum::Forum::erased_by(act);
    let with_words = bench.log.iter().filter(|(_, act)| {
        let json = serde_json::to_string(act).unwrap();
        json.contains(r#""PersonAdded":{"id":1,"#) || json.contains(r#""PersonAmended":{"person":1,"#)
    });
    assert_eq!(blanked, with_words.map(|(stamp, _)| stamp.seq).collect::<Vec<_>>());
    assert!(blanked.contains(&amended));
}
