//! No list is endless.

use super::{CALL, about, draft, open_call, part, save};
use crate::testing::Bench;
use forum::call::{Choice, Command as Call, FIELDS, Field, FieldKind, Gate, Mode, Offer, PartTyped};
use forum::people::Role;
use forum::reference::groups::StakeholderGroup::Media;
use forum::{Actor, PartId, PersonId, Refusal};

const AMINA: Actor = Actor::Person(PersonId(1));

/// Gives commands until one is refused because there are too many, and says of how many there is room.
fn room_for(bench: &mut Bench, by: Actor, command: impl Fn(usize) -> Call) -> usize {
    for n in 0.. {
        match bench.give_as(by, command(n)) {
            Ok(_) => assert!(n < 5_000, "there is no end"),
            Err(Refusal::TooMany { max, .. }) => return max,
            Err(other) => panic!("{other}"),
        }
    }
    unreachable!("the range has no end")
}

/// How many letters somebody gets who is entered, asked and taken out again and again.
fn letters_to_one() -> usize {
    let mut bench = open_call(Mode::Sessions);
    let proposal = draft(&mut bench, 1, "workshop");
    for n in 0.. {
        let entry = PartTyped { email: "lin@forum.example".into(), ..part("Lin", Role::Speaker, Media, "") };
        bench.give_as(AMINA, Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
        let part = PartId(n + 1);
        match bench.give_as(AMINA, Call::InvitePart { proposal, part }) {
            Ok(_) => bench.give_as(AMINA, Call::RemovePart { proposal, part }).unwrap(),
            Err(Refusal::TooMany { .. }) => return n as usize,
            Err(other) => panic!("{other}"),
        };
    }
    unreachable!("the range has no end")
}

fn choices(count: usize) -> Vec<Choice> {
    (0..count).map(|n| Choice { key: format!("o{n}"), said: Default::default() }).collect()
}

#[test]
fn every_list_of_a_call_and_of_a_draft_has_an_end() {
    let mut bench = open_call(Mode::Sessions);
    let field = |n: usize| Field { key: format!("own-{n}"), ..FIELDS[0].field() };
    let set = |field: Field| Call::SetField { call: CALL, field, before: None };
    assert_eq!(room_for(&mut bench, Actor::Secretariat, |n| set(field(n))), 120);
    let offer = |n: usize| Offer { kind: format!("k{n}"), minutes: vec![30], gate: None, most: None };
    let offered = |n| Call::OfferKind { call: CALL, offer: offer(n) };
    assert_eq!(room_for(&mut bench, Actor::Secretariat, offered), 40);
    let begin = |_| Call::Begin { call: CALL, kind: "workshop".into() };
    assert_eq!(room_for(&mut bench, AMINA, begin), 20);
    let proposal = forum::ProposalId(1);
    let entry = |n: usize| part(&format!("Speaker {n}"), Role::Speaker, Media, "");
    let saved = |n| Call::SavePart { proposal, part: None, on: 0, entry: entry(n) };
    assert_eq!(room_for(&mut bench, AMINA, saved), 60);
    assert_eq!(letters_to_one(), 180);
    let mut bench = open_call(Mode::Sessions);
    let options = |n| Field { kind: FieldKind::One(choices(n)), ..FIELDS[0].field() };
    assert!(bench.give(set(options(300))).is_ok());
    assert!(matches!(bench.give(set(options(301))), Err(Refusal::TooMany { max: 300, .. })));
    assert!(matches!(bench.give(set(options(0))), Err(Refusal::Empty { .. })));
    let mut bench = open_call(Mode::Issues);
    let cluster = |n| Call::AddCluster { call: CALL, title: format!("Cluster {n}") };
    assert_eq!(room_for(&mut bench, Actor::Secretariat, cluster), 2_000);
}

#[test]
fn what_is_typed_has_an_end_and_nothing_in_it_that_nobody_sees() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    save(&mut bench, 1, id, "description", &[&"x".repeat(20_000)]).unwrap();
    let long = save(&mut bench, 1, id, "description", &[&"y".repeat(20_001)]);
    assert_eq!(long, Err(Refusal::TooLong { field: "description".into(), have: 20_001, max: 20_000 }));
    let turned = save(&mut bench, 1, id, "title", &["evil\u{202E}gpj"]);
    assert!(matches!(turned, Err(Refusal::BidiOverride { .. })));
    let unknown = save(&mut bench, 1, id, "format", &["seance"]);
    assert_eq!(unknown, Err(Refusal::UnknownChoice { field: "format".into(), value: "seance".into() }));
    let both = save(&mut bench, 1, id, "format", &["panel", "debate"]);
    assert_eq!(both, Err(Refusal::TooMany { field: "options".into(), have: 2, max: 1 }));
    assert!(matches!(save(&mut bench, 1, id, "sponsor", &["x"]), Err(Refusal::NoSuchField { .. })));
}

#[test]
fn what_a_call_says_of_itself_holds_together() {
    let mut bench = open_call(Mode::Sessions);
    let amend = |about| Call::AmendCall { call: CALL, about };
    assert_eq!(bench.give(amend(about(1))), Err(Refusal::NothingChanged));
    let Gate { opens, closes } = about(1).gate;
    let mut backwards = about(1);
    backwards.gate = Gate { opens: closes, closes: opens };
    assert_eq!(bench.give(amend(backwards)), Err(Refusal::GateBackwards { opens: closes, closes: opens }));
    let mut untitled = about(1);
    untitled.title = [("en".to_owned(), "  ".to_owned())].into();
    assert_eq!(bench.give(amend(untitled)), Err(Refusal::Empty { field: "title".into() }));
    let mut strange = about(1);
    strange.title.insert("not a tag".into(), "Aufruf".into());
    assert!(matches!(bench.give(amend(strange)), Err(Refusal::NotALanguage { .. })));
}
