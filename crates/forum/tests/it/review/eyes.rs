//! Who sees what of a review: by views, by the audience of its acts, and by what is refused.

use super::stage::*;
use crate::testing::Bench;
use forum::access::{Access, AccessSet};
use forum::people::{Command as People, Office};
use forum::review::views::{Reviews, reviews_of};
use forum::review::{Act as Review, Bid, Command, Conflict, Screening, Verdict, views};
use forum::{Act, MergeId, PersonId, Viewer, audience, permits};

/// A review in which everything has happened that can, with a word in each place that nobody else may see.
pub(crate) fn eventful() -> Bench {
    let mut bench = assigned();
    let reviewer = LI;
    let own: Vec<(PersonId, Command)> = vec![
        (LI, Command::DeclareExpertise { call: CALL, reviewer, themes: vec!["ai".into()] }),
        (LI, Command::MakeBid { proposal: ONE, reviewer, bid: Some(Bid::Eager) }),
        (LI, Command::DeclareConflict { proposal: THREE, reviewer }),
        (SALMA, Command::SuggestMerge { into: TWO, from: vec![THREE], note: "canary-merge".into() }),
        (TOMAS, Command::AnswerMerge { merge: MergeId(1), proposal: TWO, agrees: false }),
    ];
    for (who, command) in own {
        bench.give_as(as_person(who), command).unwrap();
    }
    bench.give(Command::DeclareConflict { proposal: ONE, reviewer: LI }).unwrap();
    bench.give(Command::ClearConflict { proposal: ONE, reviewer: LI }).unwrap();
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (4, 4)).unwrap();
    }
    let decide = |proposal, note: &str| Command::Decide {
        proposal,
        verdict: Verdict::Declined,
        reasons: vec![],
        note: note.into(),
    };
    bench.give(decide(ONE, "thought better of")).unwrap();
    bench.give(Command::Undecide { proposal: ONE }).unwrap();
    bench.give(decide(ONE, "canary-decision")).unwrap();
    bench.give(decide(TWO, "canary-unreleased")).unwrap();
    bench.give(Command::Ready { proposals: vec![ONE] }).unwrap();
    bench.give(Command::Release { call: CALL }).unwrap();
    let appeal = Command::Appeal { proposal: ONE, text: "canary-appeal".into() };
    bench.give_as(as_person(AMINA), appeal).unwrap();
    bench.give(Command::AnswerAppeal { proposal: ONE, upheld: false, text: "canary-answer".into() }).unwrap();
    let (language, subject, text) = ("en".into(), "S".into(), "T".into());
    bench
        .give(Command::SetLetter { call: CALL, verdict: Verdict::Declined, language, subject, text })
        .unwrap();
    bench
}

/// Everybody but the chair and the secretariat who sees an act of [`eventful`].
fn others(act: &Review) -> Vec<PersonId> {
    match act {
        Review::ReviewSet { .. } => vec![AMINA, TOMAS, RIN, OTIENO, LI, NOBODY],
        Review::ProposalScreened { proposal, .. } => vec![if *proposal == ONE { AMINA } else { TOMAS }],
        Review::ExpertiseDeclared { reviewer, .. }
        | Review::BidMade { reviewer, .. }
        | Review::ReviewSaved { reviewer, .. } => vec![*reviewer],
        // One that was found says who stands behind a proposal; the one that was declared is one's own.
        Review::ConflictNoted { reviewer, proposal, .. } if *proposal == THREE => vec![*reviewer],
        Review::ConflictNoted { reviewer, .. } => vec![*reviewer],
        Review::ConflictCleared { .. }
        | Review::ReviewersAssigned { .. }
        | Review::DecisionWithdrawn { .. }
        | Review::DecisionsReadied { .. }
        | Review::DecisionsReleased { .. }
        | Review::LetterSet { .. } => vec![],
        Review::DecisionTaken { note, .. } => {
            let released = note.as_ref().is_some_and(|note| note.text() == Some("canary-decision"));
            if released { vec![AMINA] } else { vec![] }
        }
        Review::MergeSuggested { .. } | Review::MergeAnswered { .. } => vec![TOMAS],
        Review::AppealMade { .. } | Review::AppealAnswered { .. } => vec![AMINA],
    }
}

#[test]
fn each_act_is_seen_by_those_whom_it_is_for_and_by_nobody_else() {
    let bench = eventful();
    let mut seen = 0;
    for (stamp, act) in &bench.log {
        let Act::Review(review) = act else { continue };
        let audience = audience(&bench.forum, stamp, act);
        for person in [AMINA, TOMAS, RIN, OTIENO, MAJA, LI, SALMA, IVAN, NOBODY] {
            let expected = [SALMA, IVAN].contains(&person)
                || matches!(review, Review::ReviewSet { .. })
                || others(review).contains(&person);
            let sees = audience.includes(&bench.forum, Viewer::Person(person));
            assert_eq!(sees, expected, "{person}: {act:?}");
        }
        assert!(audience.includes(&bench.forum, Viewer::Secretariat));
        let public = audience.includes(&bench.forum, Viewer::Public);
        assert_eq!(public, matches!(review, Review::ReviewSet { .. }), "{act:?}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_conflict_that_was_found_is_told_to_nobody_who_reviews() {
    let mut bench = announced();
    let entry = part(forum::people::Role::Speaker, "Rin Sato", "p0@forum.example", "");
    let proposal = propose(&mut bench, AMINA, "Community networks", vec![entry]);
    let settings = forum::review::Settings { screens: false, ..settings() };
    bench.give(Command::SetReview { call: CALL, settings }).unwrap();
    bench.give(Command::DeclareConflict { proposal, reviewer: RIN }).unwrap();
    let (stamp, act) = bench.log.last().unwrap();
    let noted = matches!(act, Act::Review(Review::ConflictNoted { why: Conflict::TakesPart, .. }));
    assert!(noted, "{act:?}");
    let sees = |person| audience(&bench.forum, stamp, act).includes(&bench.forum, Viewer::Person(person));
    assert!(!sees(RIN) && !sees(OTIENO) && !sees(AMINA) && sees(SALMA) && sees(IVAN));
    assert!(views::my_list(&bench.forum, RIN).is_empty());
}

fn kind(bench: &Bench, person: PersonId) -> &'static str {
    match reviews_of(&bench.forum, Viewer::Person(person), ONE) {
        None => "nothing",
        Some(Reviews::All(_)) => "all",
        Some(Reviews::Own(_)) => "own",
        Some(Reviews::Summary(_)) => "summary",
    }
}

#[test]
fn a_reviewer_sees_only_their_own_and_the_organisers_what_all_say_once_it_is_released() {
    let mut bench = assigned();
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (4, 4)).unwrap();
    }
    let all = [(RIN, "own"), (OTIENO, "own"), (MAJA, "nothing"), (LI, "nothing"), (TOMAS, "nothing")];
    let check = |bench: &Bench, amina: &str| {
        for (person, expected) in all.into_iter().chain([(SALMA, "all"), (IVAN, "all"), (NOBODY, "nothing")])
        {
            assert_eq!(kind(bench, person), expected, "{person}");
        }
        assert_eq!(kind(bench, AMINA), amina);
        assert!(reviews_of(&bench.forum, Viewer::Public, ONE).is_none());
    };
    check(&bench, "nothing");
    let decide =
        Command::Decide { proposal: ONE, verdict: Verdict::Accepted, reasons: vec![], note: String::new() };
    bench.give(decide).unwrap();
    check(&bench, "nothing");
    bench.give(Command::Ready { proposals: vec![ONE] }).unwrap();
    check(&bench, "nothing");
    bench.give(Command::Release { call: CALL }).unwrap();
    check(&bench, "summary");
    let said = format!("{:?}", reviews_of(&bench.forum, Viewer::Person(AMINA), ONE));
    assert!(said.contains("proposer-3") && !said.contains("chair-"), "{said}");
}

#[test]
fn a_chair_who_takes_part_sees_no_more_than_an_organiser() {
    let mut bench = assigned();
    submit(&mut bench, ONE, RIN, (4, 4)).unwrap();
    let saved = bench.log.last().cloned().unwrap();
    bench.give(People::GrantOffice { person: AMINA, office: Office::Chair }).unwrap();
    assert_eq!((kind(&bench, AMINA), kind(&bench, SALMA)), ("nothing", "all"));
    let sees =
        |person| audience(&bench.forum, &saved.0, &saved.1).includes(&bench.forum, Viewer::Person(person));
    assert!(!sees(AMINA) && sees(SALMA));
    assert!(views::decision(&bench.forum, Viewer::Person(AMINA), ONE).is_none());
}

#[test]
fn each_command_is_for_those_whom_its_row_names() {
    let (desk, nobody) = (AccessSet::of(&[Access::Secretariat]), AccessSet::of(&[]));
    let panel = AccessSet::of(&[Access::Chair, Access::Secretariat]);
    let (proposal, reviewer) = (ONE, RIN);
    let text = String::new;
    let rows = [
        (Command::SetReview { call: CALL, settings: settings() }, desk),
        (passed(ONE), desk),
        (Command::Screen { proposal, outcome: Screening::Failed, reasons: vec![], note: text() }, desk),
        (Command::ClearConflict { proposal, reviewer }, desk),
        (Command::DeclareConflict { proposal, reviewer }, desk),
        (Command::DeclareExpertise { call: CALL, reviewer, themes: vec![] }, desk),
        (Command::Ready { proposals: vec![ONE] }, desk),
        (Command::Release { call: CALL }, desk),
        (
            Command::SetLetter {
                call: CALL,
                verdict: Verdict::Waiting,
                language: text(),
                subject: text(),
                text: text(),
            },
            desk,
        ),
        (Command::Assign { call: CALL, assigned: Default::default() }, panel),
        (Command::Decide { proposal, verdict: Verdict::Accepted, reasons: vec![], note: text() }, panel),
        (Command::Undecide { proposal }, panel),
        (Command::SuggestMerge { into: ONE, from: vec![TWO], note: text() }, panel),
        (Command::AnswerAppeal { proposal, upheld: true, text: text() }, panel),
        (Command::MakeBid { proposal, reviewer, bid: None }, nobody),
        (review(&assigned(), ONE, RIN, (4, 4)), nobody),
        (Command::AnswerMerge { merge: MergeId(1), proposal, agrees: true }, nobody),
        (Command::Appeal { proposal, text: text() }, nobody),
    ];
    let forum = assigned().forum;
    for (command, row) in rows {
        let offices = [(SALMA, Access::Chair), (IVAN, Access::Secretariat), (OTIENO, Access::Reviewer)];
        for (person, access) in offices.into_iter().chain([(NOBODY, Access::Participant)]) {
            let allowed = permits(&forum, as_person(person), &command.clone().into()).is_ok();
            assert_eq!(allowed, row.contains(access), "{access:?}: {command:?}");
        }
        let own = permits(&forum, as_person(RIN), &command.clone().into()).is_ok();
        let is_own = matches!(
            command,
            Command::MakeBid { .. }
                | Command::SaveReview { .. }
                | Command::DeclareConflict { .. }
                | Command::DeclareExpertise { .. }
        );
        assert_eq!(own, is_own, "the reviewer: {command:?}");
        let team = permits(&forum, as_person(AMINA), &command.clone().into()).is_ok();
        let is_team = matches!(command, Command::AnswerMerge { .. } | Command::Appeal { .. });
        assert_eq!(team, is_team, "the organiser: {command:?}");
    }
}

#[test]
fn what_was_written_is_erased_with_its_writer_and_with_the_proposal() {
    let bench = eventful();
    let acts_with = |bench: &Bench, of: &dyn Fn(&Review) -> bool| -> Vec<u64> {
        let all = bench.log.iter().filter(|(_, act)| matches!(act, Act::Review(act) if of(act)));
        all.map(|(stamp, _)| stamp.seq).collect()
    };
    let mut gone = bench.clone();
    gone.give(People::ErasePerson { person: RIN }).unwrap();
    let wrote = acts_with(&bench, &|act| matches!(act, Review::ReviewSaved { reviewer: RIN, .. }));
    let blanked = forum::Forum::erased_by(&gone.log.last().unwrap().1);
    assert!(!wrote.is_empty() && wrote.iter().all(|seq| blanked.contains(seq)), "{blanked:?}");
    let review = &gone.forum.review.reviews[&ONE][&RIN];
    assert!(review.to_chair.as_ref().unwrap().is_erased());
    assert!(!gone.forum.review.reviews[&ONE][&OTIENO].to_chair.as_ref().unwrap().is_erased());

    let mut gone = bench.clone();
    gone.give_as(as_person(AMINA), forum::call::Command::Withdraw { proposal: ONE }).unwrap();
    gone.give_as(as_person(AMINA), forum::call::Command::Erase { proposal: ONE }).unwrap();
    let about = acts_with(&bench, &|act| match act {
        Review::DecisionTaken { proposal, .. }
        | Review::ReviewSaved { proposal, .. }
        | Review::AppealMade { proposal, .. }
        | Review::AppealAnswered { proposal, .. } => *proposal == ONE,
        _ => false,
    });
    let blanked = forum::Forum::erased_by(&gone.log.last().unwrap().1);
    assert!(about.len() == 6 && about.iter().all(|seq| blanked.contains(seq)), "{about:?} {blanked:?}");
    assert!(gone.forum.review.appeals[&ONE].text.is_erased());
}

/// Every text that was written in a review, as it stands in the log less what later acts blank, and in the state.
fn held(bench: &Bench) -> Vec<String> {
    let erased: std::collections::BTreeSet<u64> =
        bench.log.iter().flat_map(|(_, act)| forum::Forum::erased_by(act)).copied().collect();
    let left = bench
        .log
        .iter()
        .filter(|(stamp, act)| matches!(act, Act::Review(_) | Act::Call(_)) && !erased.contains(&stamp.seq));
    let logged = left.flat_map(|(_, act)| forum::words::encode(act).unwrap().1).map(|side| side.text);
    let review = &bench.forum.review;
    let noted = review.screened.values().filter_map(|one| one.note.as_ref());
    let decided = review.decisions.values().flat_map(|one| {
        [Some(one.as_ref()), one.stood.as_deref()].into_iter().flatten().filter_map(|one| one.note.as_ref())
    });
    let suggested = review.merges.values().filter_map(|one| one.note.as_ref());
    let appealed = review
        .appeals
        .values()
        .flat_map(|one| std::iter::once(&one.text).chain(one.answer.as_ref().map(|(_, text)| text)));
    let all = noted.chain(decided).chain(suggested).chain(appealed);
    let stated = all.filter_map(|words| words.text().map(str::to_owned));
    logged.chain(stated).collect()
}

fn holds(bench: &Bench, canary: &str) -> bool {
    held(bench).iter().any(|text| text.contains(canary))
}

/// Everything has happened, each by somebody: Ivan screens with a note, Salma suggests, decides and answers.
fn signed() -> Bench {
    let mut bench = assigned();
    let screen = Command::Screen {
        proposal: ONE,
        outcome: Screening::Passed,
        reasons: vec![],
        note: "canary-ivan".into(),
    };
    bench.give_as(as_person(IVAN), screen).unwrap();
    let merge = Command::SuggestMerge { into: ONE, from: vec![TWO], note: "canary-salma merge".into() };
    bench.give_as(as_person(SALMA), merge).unwrap();
    submit(&mut bench, ONE, RIN, (4, 4)).unwrap();
    let decide = |note: &str| Command::Decide {
        proposal: ONE,
        verdict: Verdict::Declined,
        reasons: vec![],
        note: note.into(),
    };
    let released = |bench: &mut Bench| {
        bench.give(Command::Ready { proposals: vec![ONE] }).unwrap();
        bench.give(Command::Release { call: CALL }).unwrap();
    };
    bench.give_as(as_person(SALMA), decide("canary-salma first")).unwrap();
    released(&mut bench);
    let appeal = Command::Appeal { proposal: ONE, text: "canary-amina".into() };
    bench.give_as(as_person(AMINA), appeal).unwrap();
    let answer = Command::AnswerAppeal { proposal: ONE, upheld: true, text: "canary-salma answer".into() };
    bench.give_as(as_person(SALMA), answer).unwrap();
    bench.give(decide("canary-desk second")).unwrap();
    bench
}

#[test]
fn what_was_written_in_screenings_decisions_appeals_and_merges_goes_with_its_writer() {
    let all = ["canary-ivan", "canary-salma", "canary-amina", "canary-desk"];
    for (person, canary) in [(IVAN, "canary-ivan"), (SALMA, "canary-salma")] {
        let mut bench = signed();
        assert!(all.iter().all(|canary| holds(&bench, canary)));
        bench.give(People::ErasePerson { person }).unwrap();
        for other in all {
            assert_eq!(holds(&bench, other), other != canary, "{person}: {other} in {:?}", held(&bench));
        }
        again(&bench);
    }
}

#[test]
fn what_was_written_about_a_proposal_goes_with_it_and_with_the_person_with_whom_it_goes() {
    let mut erased = signed();
    let proposal = ONE;
    erased.give_as(as_person(AMINA), forum::call::Command::Withdraw { proposal }).unwrap();
    erased.give_as(as_person(AMINA), forum::call::Command::Erase { proposal }).unwrap();
    let mut person = signed();
    person.give(People::ErasePerson { person: AMINA }).unwrap();
    // The other side of a merge.
    let mut joined = signed();
    joined.give(People::ErasePerson { person: TOMAS }).unwrap();
    assert!(holds(&joined, "canary-salma first") && !holds(&joined, "canary-salma merge"));
    for bench in [erased, person] {
        assert!(!held(&bench).iter().any(|text| text.contains("canary")), "{:?}", held(&bench));
        assert!(bench.forum.review.reviews[&ONE][&RIN].to_chair.as_ref().unwrap().is_erased());
        again(&bench);
    }
}

/// The log, read again as it is after what was erased, gives the same state.
fn again(bench: &Bench) {
    let erased: std::collections::BTreeSet<u64> =
        bench.log.iter().flat_map(|(_, act)| forum::Forum::erased_by(act)).copied().collect();
    let mut forum = forum::Forum::default();
    for (stamp, act) in &bench.log {
        let (bytes, texts) = forum::words::encode(act).unwrap();
        let texts = texts.into_iter().map(|side| (!erased.contains(&stamp.seq)).then_some(side)).collect();
        forum.apply(stamp, &forum::words::decode(&bytes, texts).unwrap());
    }
    assert_eq!(forum.digest(), bench.forum.digest());
}
