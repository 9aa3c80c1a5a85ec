//! Who enters themselves, and who is found by their mailbox.

use crate::testing::Bench;
use forum::people::{self, Command, NewPerson};
use forum::{Act, Actor, Forum, PersonId, Refusal};

fn enter(name: &str, email: &str) -> Command {
    Command::Enter { name: name.into(), email: email.into() }
}

fn add(email: &str) -> Command {
    Command::AddPerson(NewPerson { name: "Someone".into(), email: email.into(), ..NewPerson::default() })
}

fn found(forum: &Forum, address: &str) -> Option<u32> {
    forum.people.by_email(address).map(|person| person.0)
}

#[test]
fn a_newcomer_enters_themselves_once_and_does_nothing_else() {
    let mut bench = Bench::kyoto();
    assert_eq!(bench.give_as(Actor::Newcomer, enter("Amina Diallo", "Amina@example.org")), Ok(1));
    let person = bench.forum.people.by_email("amina@EXAMPLE.org").unwrap();
    let again = bench.give_as(Actor::Newcomer, enter("Another", "amina@example.org"));
    assert_eq!(again, Err(Refusal::AlreadyRecorded { person }));
    for (name, email) in [("", "b@example.org"), ("Bruno", ""), ("Bruno", "no address")] {
        assert!(bench.give_as(Actor::Newcomer, enter(name, email)).is_err(), "{name:?} {email:?}");
    }
    let others = [add("c@example.org"), Command::ErasePerson { person }];
    for command in others {
        assert_eq!(bench.give_as(Actor::Newcomer, command), Err(Refusal::NotAllowed));
    }
    let bundled = forum::Command::Together { since: None, steps: vec![enter("D", "d@example.org").into()] };
    assert_eq!(bench.give_as(Actor::Newcomer, bundled), Err(Refusal::NotAllowed));
    let entered = bench.give_as(Actor::Person(person), enter("E", "e@example.org"));
    assert_eq!(entered, Err(Refusal::NotAllowed), "whoever is known is no newcomer");
}

#[test]
fn of_several_who_share_a_mailbox_the_first_is_found_until_they_are_forgotten() {
    let mut bench = Bench::default();
    for email in ["desk@example.org", "other@example.org", ""] {
        bench.give(add(email)).unwrap();
    }
    // Nobody can be entered so any more; a log from before may have it.
    let (stamp, mut act) = bench.log[1].clone();
    let (_, first) = bench.log[0].clone();
    let (
        Act::People(people::Act::PersonAdded { email, .. }),
        Act::People(people::Act::PersonAdded { email: same, .. }),
    ) = (&mut act, first)
    else {
        panic!("both were entered")
    };
    *email = same;
    bench.forum.people = forum::people::State::default();
    for (stamp, act) in [bench.log[0].clone(), (stamp, act), bench.log[2].clone()] {
        bench.forum.apply(&stamp, &act);
    }
    assert_eq!(found(&bench.forum, "desk@example.org"), Some(1));
    bench.give(Command::ErasePerson { person: PersonId(1) }).unwrap();
    assert_eq!(found(&bench.forum, "desk@example.org"), Some(2));
    bench.give(Command::ErasePerson { person: PersonId(2) }).unwrap();
    assert_eq!(found(&bench.forum, "desk@example.org"), None);
    assert_eq!(found(&bench.forum, ""), None, "no address finds nobody");
}

#[test]
fn an_address_that_merely_looks_like_another_is_another() {
    let mut bench = Bench::default();
    bench.give(add("kim@example.org")).unwrap();
    // The Kelvin sign, a fullwidth letter, an accent, a dotless i, a homoglyph.
    for other in [
        "\u{212a}im@example.org",
        "ｋim@example.org",
        "kím@example.org",
        "kım@example.org",
        "kim@exаmple.org",
    ] {
        assert_eq!(found(&bench.forum, other), None, "{other}");
    }
    assert_eq!(found(&bench.forum, " KIM@Example.ORG "), Some(1));
}
