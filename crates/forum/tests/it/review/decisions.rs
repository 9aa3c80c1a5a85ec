//! Decisions, merges and appeals: nobody hears before the release, and what was released stands.

use super::stage::*;
use crate::testing::Bench;
use forum::people::{Command as People, Office};
use forum::review::{Command, DecisionState, Verdict, views};
use forum::{Actor, MergeId, ProposalId, Refusal, Viewer};

fn decide(proposal: ProposalId, verdict: Verdict) -> Command {
    let reasons = if verdict == Verdict::Accepted { vec![] } else { vec!["off-topic".into()] };
    Command::Decide { proposal, verdict, reasons, note: String::new() }
}

fn ready(proposals: &[ProposalId]) -> Command {
    Command::Ready { proposals: proposals.to_vec() }
}

/// The first accepted, the second declined, both released.
fn released() -> Bench {
    let mut bench = assigned();
    bench.give(decide(ONE, Verdict::Accepted)).unwrap();
    bench.give(decide(TWO, Verdict::Declined)).unwrap();
    bench.give(ready(&[ONE, TWO])).unwrap();
    bench.give(Command::Release { call: CALL }).unwrap();
    bench
}

fn appeal(proposal: ProposalId) -> Command {
    Command::Appeal { proposal, text: "The report was filed.".into() }
}

fn answer(upheld: bool) -> Command {
    Command::AnswerAppeal { proposal: TWO, upheld, text: "So it was.".into() }
}

#[test]
fn a_decision_is_taken_then_pending_then_released() {
    let mut bench = assigned();
    let state = |bench: &Bench| bench.forum.review.decisions.get(&ONE).map(|decision| decision.state);
    assert_eq!(bench.give(ready(&[ONE])), Err(Refusal::NotDecided { proposal: ONE }));
    assert_eq!(bench.give(Command::Undecide { proposal: ONE }), Err(Refusal::NotDecided { proposal: ONE }));
    bench.give(decide(ONE, Verdict::Waiting)).unwrap();
    assert_eq!(bench.give(Command::Release { call: CALL }), Err(Refusal::NothingToRelease));
    bench.give(ready(&[ONE])).unwrap();
    assert_eq!(bench.give(ready(&[ONE])), Err(Refusal::NothingChanged));
    assert_eq!(state(&bench), Some(DecisionState::Pending));
    bench.give(decide(ONE, Verdict::Accepted)).unwrap();
    assert_eq!(state(&bench), Some(DecisionState::Taken), "decided otherwise, it is not pending any more");
    bench.give(ready(&[ONE])).unwrap();
    assert_eq!(bench.forum.released(ONE), None);
    bench.give(Command::Release { call: CALL }).unwrap();
    assert_eq!(bench.forum.released(ONE), Some(Verdict::Accepted));
    assert_eq!(views::accepted(&bench.forum, CALL), [ONE]);
}

#[test]
fn whatever_is_not_accepted_needs_a_reason_or_a_word() {
    let bench = assigned();
    let cases = [
        (Verdict::Accepted, "", "", None),
        (Verdict::Declined, "", "", Some(Refusal::ReasonNeeded)),
        (Verdict::Waiting, "", "", Some(Refusal::ReasonNeeded)),
        (Verdict::Declined, "off-topic", "", None),
        (Verdict::Declined, "", "Another forum suits it better.", None),
        (Verdict::Merged, "", "It fits.", Some(Refusal::NotAgreed { proposal: ONE })),
    ];
    for (verdict, reason, note, refusal) in cases {
        let reasons = Some(reason.to_owned()).filter(|reason| !reason.is_empty()).into_iter().collect();
        let command = Command::Decide { proposal: ONE, verdict, reasons, note: note.into() };
        assert_eq!(bench.clone().give(command).err(), refusal, "{verdict:?} {reason} {note}");
    }
}

#[test]
fn what_was_released_stands_unless_an_appeal_was_right() {
    let mut bench = released();
    let stands = Err(Refusal::DecisionStands { proposal: TWO });
    assert_eq!(bench.give(decide(TWO, Verdict::Accepted)), stands);
    assert_eq!(bench.give(Command::Undecide { proposal: TWO }), stands);
    assert_eq!(bench.give(passed(TWO)), stands);
    bench.give_as(as_person(TOMAS), appeal(TWO)).unwrap();
    assert_eq!(bench.give(decide(TWO, Verdict::Accepted)), stands, "an appeal alone changes nothing");
    let mut other = bench.clone();
    other.give(answer(false)).unwrap();
    assert_eq!(other.give(decide(TWO, Verdict::Accepted)), stands);

    bench.give(answer(true)).unwrap();
    bench.give(decide(TWO, Verdict::Accepted)).unwrap();
    assert_eq!(
        bench.forum.released(TWO),
        Some(Verdict::Declined),
        "the old one stands until the new one is out"
    );
    let tomas = Viewer::Person(TOMAS);
    assert_eq!(views::decision(&bench.forum, tomas, TWO).unwrap().verdict, Verdict::Declined);
    let mut back = bench.clone();
    back.give(Command::Undecide { proposal: TWO }).unwrap();
    assert_eq!(back.forum.released(TWO), Some(Verdict::Declined));
    bench.give(ready(&[TWO])).unwrap();
    bench.give(Command::Release { call: CALL }).unwrap();
    assert_eq!(bench.forum.released(TWO), Some(Verdict::Accepted));
    assert_eq!(bench.give(decide(TWO, Verdict::Declined)), stands, "one appeal, one change");
    assert_eq!(bench.give_as(as_person(TOMAS), appeal(TWO)), Err(Refusal::AppealMade { proposal: TWO }));
}

#[test]
fn only_its_organisers_appeal_once_after_the_release_and_in_time() {
    let mut bench = assigned();
    let undecided = Err(Refusal::NotDecided { proposal: TWO });
    assert_eq!(bench.give_as(as_person(TOMAS), appeal(TWO)), undecided);
    bench.give(decide(TWO, Verdict::Declined)).unwrap();
    assert_eq!(bench.give_as(as_person(TOMAS), appeal(TWO)), undecided, "what is not released is not told");
    let mut bench = released();
    for other in [AMINA, RIN, SALMA, IVAN] {
        for proposal in [TWO, ProposalId(99)] {
            assert_eq!(bench.give_as(as_person(other), appeal(proposal)), Err(Refusal::NotAllowed));
        }
    }
    let empty = Command::Appeal { proposal: TWO, text: " ".into() };
    assert_eq!(bench.give_as(as_person(TOMAS), empty), Err(Refusal::Empty { field: "text".into() }));
    assert_eq!(bench.give(answer(true)), Err(Refusal::NoAppeal { proposal: TWO }));
    for until in [None, Some(at("2023-05-01T00:00:00Z"))] {
        let mut bench = bench.clone();
        let settings = forum::review::Settings { appeals: until, ..settings() };
        bench.give(Command::SetReview { call: CALL, settings }).unwrap();
        assert_eq!(bench.give_as(as_person(TOMAS), appeal(TWO)), Err(Refusal::AppealsClosed));
    }
    bench.give_as(as_person(TOMAS), appeal(TWO)).unwrap();
    bench.give_as(as_person(SALMA), answer(false)).unwrap();
    assert_eq!(bench.give(answer(true)), Err(Refusal::NoAppeal { proposal: TWO }), "answered for good");
}

#[test]
fn nobody_decides_on_what_they_take_part_in() {
    let mut bench = assigned();
    bench.give(People::GrantOffice { person: TOMAS, office: Office::Chair }).unwrap();
    let own = decide(TWO, Verdict::Accepted);
    let interest = Err(Refusal::InConflict { person: TOMAS, proposal: TWO });
    assert_eq!(bench.give_as(as_person(TOMAS), own.clone()), interest);
    bench.give_as(as_person(TOMAS), decide(ONE, Verdict::Accepted)).unwrap();
    bench.give_as(as_person(SALMA), own).unwrap();
    assert_eq!(bench.give_as(as_person(TOMAS), Command::Undecide { proposal: TWO }), interest);
}

fn suggest(into: ProposalId, from: &[ProposalId]) -> Command {
    Command::SuggestMerge { into, from: from.to_vec(), note: "They say the same.".into() }
}

fn says(proposal: ProposalId, agrees: bool) -> Command {
    Command::AnswerMerge { merge: MergeId(1), proposal, agrees }
}

#[test]
fn proposals_are_merged_only_if_every_team_says_yes() {
    let mut bench = assigned();
    bench.give_as(as_person(SALMA), suggest(ONE, &[TWO])).unwrap();
    for (person, proposal) in [(TOMAS, ONE), (AMINA, TWO), (SALMA, ONE), (IVAN, TWO)] {
        assert_eq!(bench.give_as(as_person(person), says(proposal, true)), Err(Refusal::NotAllowed));
    }
    assert_eq!(bench.give_as(as_person(TOMAS), says(THREE, true)), Err(Refusal::NoSuchMerge));
    bench.give_as(as_person(TOMAS), says(TWO, true)).unwrap();
    bench.give_as(as_person(AMINA), says(ONE, false)).unwrap();
    assert!(bench.forum.review.decisions.is_empty() && views::absorbed(&bench.forum, ONE).is_empty());
    let acts = bench.give_as(as_person(AMINA), says(ONE, true)).unwrap();
    assert_eq!(acts, 2, "the last yes is the decision");
    assert_eq!(bench.forum.review.decisions[&TWO].verdict, Verdict::Merged);
    assert_eq!(views::absorbed(&bench.forum, ONE), [TWO]);
    assert_eq!(views::joined(&bench.forum, TWO), Some(ONE));
    assert_eq!(bench.give_as(as_person(TOMAS), says(TWO, false)), Err(Refusal::MergeSettled));
    bench.give(decide(TWO, Verdict::Accepted)).unwrap();
    assert!(views::absorbed(&bench.forum, ONE).is_empty(), "decided otherwise after all");
    bench.give(decide(TWO, Verdict::Merged)).unwrap();
    assert_eq!(views::absorbed(&bench.forum, ONE), [TWO]);
}

/// What becomes of the proposal that another joins, and whether that one is then told that it is part of it.
#[test]
fn nobody_is_told_that_they_join_what_does_not_take_place() {
    use forum::call::Command as Call;
    let withdrawn = |bench: &mut Bench| {
        bench.give(decide(ONE, Verdict::Accepted)).unwrap();
        bench.give_as(as_person(AMINA), Call::Withdraw { proposal: ONE }).unwrap();
    };
    type How<'a> = &'a dyn Fn(&mut Bench);
    let cases: [(&str, How<'_>, bool); 5] = [
        ("undecided", &|_| (), false),
        ("declined", &|bench| assert_eq!(bench.give(decide(ONE, Verdict::Declined)).unwrap(), 1), false),
        ("waiting", &|bench| assert_eq!(bench.give(decide(ONE, Verdict::Waiting)).unwrap(), 1), false),
        ("withdrawn", &withdrawn, false),
        ("accepted", &|bench| assert_eq!(bench.give(decide(ONE, Verdict::Accepted)).unwrap(), 1), true),
    ];
    let nothing = Refusal::JoinsNothing { proposal: TWO, into: ONE };
    for (name, how, may) in cases {
        let mut bench = assigned();
        bench.give(suggest(ONE, &[TWO])).unwrap();
        bench.give_as(as_person(AMINA), says(ONE, true)).unwrap();
        bench.give_as(as_person(TOMAS), says(TWO, true)).unwrap();
        how(&mut bench);
        assert_eq!(bench.give(ready(&[TWO])).err(), (!may).then(|| nothing.clone()), "{name}");
        if !may {
            continue;
        }
        let release = Command::Release { call: CALL };
        assert_eq!(bench.give(release.clone()), Err(nothing.clone()), "it may still become another");
        bench.give(ready(&[ONE])).unwrap();
        let mut other = bench.clone();
        other.give(decide(ONE, Verdict::Declined)).unwrap();
        assert_eq!(other.give(release.clone()), Err(nothing.clone()), "decided otherwise since");
        other.give(Command::Undecide { proposal: TWO }).unwrap();
        bench.give(release).unwrap();
        assert_eq!(bench.forum.released(TWO), Some(Verdict::Merged));
    }
}

#[test]
fn a_merge_that_makes_no_sense_is_not_suggested() {
    let mut bench = released();
    let unfit = |proposal| Refusal::MergeUnfit { proposal };
    let stands = |proposal| Refusal::DecisionStands { proposal };
    let cases = [
        (suggest(THREE, &[]), Refusal::Empty { field: "proposals".into() }),
        (suggest(THREE, &[THREE]), unfit(THREE)),
        (suggest(ONE, &[THREE, THREE]), unfit(THREE)),
        (suggest(ONE, &[ProposalId(99)]), Refusal::NoSuchProposal { proposal: ProposalId(99) }),
        (suggest(THREE, &[TWO]), stands(TWO)),
        (suggest(TWO, &[THREE]), stands(TWO)),
    ];
    for (command, refusal) in cases {
        assert_eq!(bench.give(command.clone()), Err(refusal), "{command:?}");
    }
    bench.give(suggest(ONE, &[THREE])).unwrap();
    assert_eq!(bench.give(suggest(ONE, &[THREE])), Err(Refusal::NothingChanged));
    bench.give_as(as_person(TOMAS), says(THREE, true)).unwrap();
    bench.give(decide(THREE, Verdict::Declined)).unwrap();
    bench.give(ready(&[THREE])).unwrap();
    bench.give(Command::Release { call: CALL }).unwrap();
    assert_eq!(bench.give_as(as_person(AMINA), says(ONE, true)), Err(stands(THREE)), "too late");
}

#[test]
fn letters_are_the_secretariats_and_an_empty_one_is_the_built_in_one_again() {
    let mut bench = assigned();
    let letter = |subject: &str, text: &str| Command::SetLetter {
        call: CALL,
        verdict: Verdict::Declined,
        language: "fr".into(),
        subject: subject.into(),
        text: text.into(),
    };
    assert_eq!(bench.give_as(as_person(SALMA), letter("A", "B")), Err(Refusal::NotAllowed));
    assert_eq!(bench.give(letter("", "B")), Err(Refusal::Empty { field: "subject".into() }));
    assert_eq!(bench.give(letter("A", "")), Err(Refusal::NothingChanged));
    bench.give_as(Actor::Person(IVAN), letter("Décision", "Bonjour {name}")).unwrap();
    let letters = bench.forum.review.letters[&CALL][&Verdict::Declined].clone();
    assert_eq!(letters["fr"], ("Décision".to_owned(), "Bonjour {name}".to_owned()));
    bench.give(letter("", "")).unwrap();
    assert!(bench.forum.review.letters[&CALL][&Verdict::Declined].is_empty());
}
