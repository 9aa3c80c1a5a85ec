//! From the first letter to the receipt.

use super::setup::save_on;
use super::{CALL, about, complete, draft, every_call_command, open_call, save, submit};
use crate::testing::Bench;
use forum::call::views::{At, Lack, What, missing};
use forum::call::{Act, Answer, Command as Call, Field, FieldKind, Gate, Mode, Offer};
use forum::people::{Command as People, Office};
use forum::{Act as Any, Actor, Forum, PersonId, ProposalId, Refusal, permits};

const AMINA: Actor = Actor::Person(PersonId(1));

fn lacks(forum: &Forum, proposal: ProposalId) -> Vec<Lack> {
    missing(forum, &forum.call.calls[&CALL], &forum.call.proposals[&proposal])
}

fn last(bench: &Bench) -> &Act {
    match bench.log.last() {
        Some((_, Any::Call(act))) => act,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_call_asks_the_built_in_form_and_nobody_proposes_before_it_is_announced() {
    for mode in [Mode::Sessions, Mode::Issues] {
        let mut bench = Bench::kyoto();
        bench.give(Call::AddCall { meeting: forum::MeetingId(1), mode, about: about(1) }).unwrap();
        let call = bench.forum.call.calls[&CALL].clone();
        let built_in = forum::call::FIELDS.iter().filter(|field| field.is_for(mode));
        assert!(built_in.map(|field| field.key).eq(call.fields.iter().map(|field| &*field.key)));
        assert!(!call.offers.is_empty() && !call.requirements.is_empty());
        let begin = Call::Begin { call: CALL, kind: call.offers[0].kind.clone() };
        assert_eq!(bench.give_as(AMINA, begin.clone()), Err(Refusal::NoSuchCall { call: CALL }));
        bench.give(Call::AnnounceCall { call: CALL }).unwrap();
        bench.give_as(AMINA, begin).unwrap();
    }
}

#[test]
fn whatever_is_typed_is_kept_and_what_is_wrong_with_it_is_said_beside_it() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    assert_eq!(lacks(&bench.forum, id), []);
    let long = "word ".repeat(251);
    let cases: &[(&str, &[&str], What)] = &[
        ("title", &[], What::Empty),
        ("title", &[&"x".repeat(151)], What::ManyCharacters { have: 151, most: 150 }),
        ("description", &[&long], What::ManyWords { have: 251, most: 250 }),
        ("duration", &["an hour"], What::NotANumber),
        ("duration", &["45"], What::NotOffered),
        ("theme", &[], What::Empty),
        ("earlier", &[""], What::Empty),
        ("website", &["www.forum.example"], What::NotALink),
    ];
    for (field, values, what) in cases {
        let before = bench.clone();
        save(&mut bench, 1, id, field, values).unwrap();
        let expected = Lack { at: At::Field((*field).into()), what: *what };
        assert_eq!(lacks(&bench.forum, id), [expected], "{field} {values:?}");
        assert!(matches!(submit(&mut bench, 1, id), Err(Refusal::StillMissing { have: 1, .. })));
        bench = before;
    }
    submit(&mut bench, 1, id).unwrap();
    let goals = forum::call::views::chosen(&bench.forum.call.proposals[&id], "goals");
    assert_eq!(goals, ["4", "16"], "what was chosen stands in the order of the form");
}

#[test]
fn a_field_is_asked_of_those_types_and_answers_that_it_names() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    let of = |field: &str| Lack { at: At::Field(field.into()), what: What::Empty };
    save(&mut bench, 1, id, "format", &["panel"]).unwrap();
    assert_eq!(lacks(&bench.forum, id), [of("background-paper")]);
    save(&mut bench, 1, id, "format", &["debate"]).unwrap();
    bench.give_as(AMINA, Call::ChooseKind { proposal: id, kind: "open-forum".into() }).unwrap();
    assert_eq!(lacks(&bench.forum, id), [of("activities")]);
    bench.give(Call::DropKind { call: CALL, kind: "open-forum".into() }).unwrap();
    let gone = Lack { at: At::Kind, what: What::NotOffered };
    assert_eq!(lacks(&bench.forum, id).first(), Some(&gone), "what was asked for when the draft was begun");
}

#[test]
fn two_who_edit_at_once_overwrite_nothing_that_they_have_not_seen() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    save(&mut bench, 1, id, "title", &["One"]).unwrap();
    let seen = bench.forum.seq();
    bench.give(People::GrantOffice { person: PersonId(2), office: Office::Secretariat }).unwrap();
    save_on(&mut bench, 2, (id, "title", seen), &["Two"]).unwrap();
    let latest = bench.forum.seq();
    let late = save_on(&mut bench, 1, (id, "title", seen), &["One more"]);
    assert_eq!(late, Err(Refusal::SavedMeanwhile { seq: latest }));
    assert_eq!(save_on(&mut bench, 1, (id, "title", 0), &["Two"]), Err(Refusal::NothingChanged));
    save_on(&mut bench, 1, (id, "title", latest), &["One and two"]).unwrap();
    let saved = &bench.forum.call.proposals[&id].answers["title"];
    let before: Vec<_> = saved
        .earlier
        .iter()
        .map(|(_, answer)| match answer {
            Some(Answer::Text(words)) => words.or_empty(),
            _ => "",
        })
        .collect();
    assert_eq!(before, ["Two", "One"]);
}

#[test]
fn while_somebody_types_only_the_latest_is_kept_but_never_less_than_half_of_it() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    save(&mut bench, 1, id, "title", &["A first"]).unwrap();
    let first = bench.forum.seq();
    save(&mut bench, 1, id, "title", &["A first title"]).unwrap();
    assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [first]);
    assert!(bench.forum.call.proposals[&id].answers["title"].earlier.is_empty());
    for (minutes, text) in [(11, "A second title"), (1, "Oh")] {
        bench.wait(minutes);
        save(&mut bench, 1, id, "title", &[text]).unwrap();
        assert!(Forum::erased_by(&bench.log.last().unwrap().1).is_empty(), "{text}");
    }
    let own = &bench.forum.call.proposals[&id];
    assert_eq!(own.answers["title"].earlier.len(), 2);
    assert_eq!(own.words_in.len(), 3, "what an erasure blanks is what still has words");
}

#[test]
fn two_hundred_who_submit_at_once_make_one_proposal_and_its_number_stays() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    let done: Vec<_> = (0..200).map(|_| submit(&mut bench, 1, id)).collect();
    assert_eq!(done[0], Ok(1));
    let again = Err(Refusal::AlreadySubmitted { code: "WS #1".into() });
    assert!(done[1..].iter().all(|done| *done == again));
    assert_eq!(
        save(&mut bench, 1, id, "title", &["New"]),
        Err(Refusal::ReopenFirst { code: "WS #1".into() })
    );
    let other = draft(&mut bench, 2, "workshop");
    complete(&mut bench, 2, other);
    submit(&mut bench, 2, other).unwrap();
    bench.give_as(AMINA, Call::Reopen { proposal: id, until: None }).unwrap();
    save(&mut bench, 1, id, "title", &["New"]).unwrap();
    submit(&mut bench, 1, id).unwrap();
    assert_eq!(last(&bench), &Act::ProposalSubmitted { proposal: id, number: 1 });
    bench.give_as(AMINA, Call::Withdraw { proposal: id }).unwrap();
    assert_eq!(submit(&mut bench, 1, id), Err(Refusal::ProposalWithdrawn { proposal: id }));
    assert_eq!(
        forum::call::views::counts_by_day(&bench.forum, CALL).iter().map(|(_, n)| n).sum::<usize>(),
        1
    );
}

/// What is done to the gates of a call, and whether a draft of person 1 can then be written, begun and reopened.
#[test]
fn gates_hold_for_everybody_and_are_lifted_for_one_person_or_one_proposal() {
    let far = about(9).gate.closes;
    let closes = about(1).gate.closes;
    let kind = || "workshop".to_owned();
    let opens_late = Gate { opens: closes, closes: far };
    let offer = |gate| Call::OfferKind {
        call: CALL,
        offer: Offer { kind: kind(), minutes: vec![60], gate: Some(gate), most: None },
    };
    let late = |person| Call::AllowLate { call: CALL, person: PersonId(person), until: far };
    type Case = (u64, Option<fn(ProposalId) -> Call>, Option<Call>, Result<(), Refusal>);
    let cases: Vec<Case> = vec![
        (0, None, None, Ok(())),
        (0, None, Some(offer(opens_late)), Err(Refusal::NotOpenYet { opens: closes })),
        (2, None, None, Err(Refusal::CallClosed { closes })),
        (2, None, Some(offer(opens_late)), Ok(())),
        (2, None, Some(late(1)), Ok(())),
        (2, None, Some(late(2)), Err(Refusal::CallClosed { closes })),
        (2, Some(|proposal| Call::Reopen { proposal, until: Some(about(9).gate.closes) }), None, Ok(())),
        (10, None, Some(late(1)), Err(Refusal::CallClosed { closes: far })),
    ];
    for (n, (days, lift, before, expected)) in cases.into_iter().enumerate() {
        let mut bench = open_call(Mode::Sessions);
        let id = draft(&mut bench, 1, "workshop");
        if let Some(command) = before {
            bench.give(command).unwrap();
        }
        bench.wait(days * 24 * 60);
        if let Some(lift) = lift {
            bench.give(lift(id)).unwrap();
        }
        let saved = save(&mut bench, 1, id, "title", &["Still time"]).map(drop);
        assert_eq!(saved, expected, "case {n}");
    }
}

#[test]
fn organisers_reopen_while_they_can_submit_again_and_the_desk_says_until_when() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    submit(&mut bench, 1, id).unwrap();
    bench.wait(2 * 24 * 60);
    let until = about(9).gate.closes;
    let reopen = |until| Call::Reopen { proposal: id, until };
    let closes = about(1).gate.closes;
    assert_eq!(bench.give_as(AMINA, reopen(None)), Err(Refusal::CallClosed { closes }));
    assert_eq!(bench.give_as(AMINA, reopen(Some(until))), Err(Refusal::NotAllowed));
    assert!(matches!(bench.give(reopen(Some(closes))), Err(Refusal::TimePast { .. })));
    bench.give(reopen(Some(until))).unwrap();
    submit(&mut bench, 1, id).unwrap();
}

#[test]
fn who_may_do_what_with_a_proposal_and_a_call() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    bench.give(People::GrantOffice { person: PersonId(3), office: Office::Secretariat }).unwrap();
    for office in [Office::Reviewer, Office::Chair, Office::Admin] {
        bench.give(People::GrantOffice { person: PersonId(4), office }).unwrap();
    }
    let (own, desk) = every_call_command(id);
    let may = |person, command: &Call| {
        permits(&bench.forum, Actor::Person(PersonId(person)), &command.clone().into()).is_ok()
    };
    for command in &own {
        assert_eq!(
            [1, 2, 3, 4].map(|person| may(person, command)),
            [true, false, true, false],
            "{command:?}"
        );
    }
    for command in &desk {
        assert_eq!(
            [1, 2, 3, 4].map(|person| may(person, command)),
            [false, false, true, false],
            "{command:?}"
        );
    }
    for person in 1..=4 {
        assert!(may(person, &Call::Begin { call: CALL, kind: "workshop".into() }), "anybody proposes");
    }
    let begin = Call::Begin { call: CALL, kind: "workshop".into() };
    assert_eq!(bench.give(begin), Err(Refusal::NotAllowed), "the server itself is nobody who could");
}

#[test]
fn organisers_of_a_forum_ask_their_own_questions() {
    let mut bench = open_call(Mode::Sessions);
    let field =
        |key: &str| Field { key: key.into(), kind: FieldKind::Truth, ..forum::call::FIELDS[0].field() };
    let set = |field: Field, before: Option<&str>| Call::SetField {
        call: CALL,
        field,
        before: before.map(str::to_owned),
    };
    bench.give(set(field("catering"), Some("theme"))).unwrap();
    let keys = |bench: &Bench| -> Vec<String> {
        bench.forum.call.calls[&CALL].fields.iter().map(|field| field.key.clone()).collect()
    };
    assert_eq!(keys(&bench)[..3], ["title", "catering", "theme"]);
    assert_eq!(bench.give(set(field("catering"), None)), Err(Refusal::NothingChanged));
    let when = forum::call::Condition { field: "catering".into(), any_of: vec!["yes".into()] };
    bench.give(set(Field { when: Some(when), ..field("diet") }, None)).unwrap();
    let drop = |key: &str| Call::DropField { call: CALL, field: key.into() };
    assert_eq!(bench.give(drop("catering")), Err(Refusal::FieldInUse { field: "diet".into() }));
    bench.give(drop("diet")).unwrap();
    bench.give(drop("catering")).unwrap();
    assert_eq!(bench.give(drop("catering")), Err(Refusal::NoSuchField { field: "catering".into() }));
    let never = forum::call::Condition { field: "format".into(), any_of: vec!["seance".into()] };
    let refused = bench.give(set(Field { when: Some(never), ..field("diet") }, None));
    assert_eq!(refused, Err(Refusal::UnknownChoice { field: "format".into(), value: "seance".into() }));
    assert!(matches!(bench.give(set(field("Was ist das?"), None)), Err(Refusal::NotASlug { .. })));
}
