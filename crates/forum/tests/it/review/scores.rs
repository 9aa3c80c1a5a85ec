//! What a reviewer writes: saved as it is typed, insisted on only when it is submitted, and never in anybody else's place.

use super::stage::*;
use forum::call::{Command as Call, Gate};
use forum::review::views::{Reviews, TaskState};
use forum::review::{Command, Verdict, views};
use forum::{Actor, Refusal};
use std::collections::BTreeMap;

/// A review that is changed before it is given.
fn changed(
    command: Command,
    how: impl Fn(&mut BTreeMap<String, u8>, &mut Vec<String>, &mut bool),
) -> Command {
    let Command::SaveReview {
        proposal,
        reviewer,
        mut scores,
        mut reasons,
        to_chair,
        to_proposer,
        merge,
        mut submit,
        on,
    } = command
    else {
        unreachable!("a review")
    };
    how(&mut scores, &mut reasons, &mut submit);
    Command::SaveReview { proposal, reviewer, scores, reasons, to_chair, to_proposer, merge, submit, on }
}

type How = fn(&mut BTreeMap<String, u8>, &mut Vec<String>, &mut bool);

/// What is changed in a whole review with a low score, and why it is refused then.
fn cases() -> Vec<(&'static str, How, Option<Refusal>)> {
    let out_of_bounds = |have| Refusal::OutOfBounds { field: "scores".into(), have, min: 1, max: 5 };
    let unknown = |field: &'static str, value: &str| Refusal::UnknownChoice {
        field: field.into(),
        value: value.into(),
    };
    let missing = Refusal::ScoreMissing { criterion: "policy-questions".into() };
    vec![
        ("whole", |_, _, _| {}, None),
        ("not all scored", |scores, _, _| scores.retain(|key, _| key == "relevance"), Some(missing)),
        (
            "not all scored, and saved only",
            |scores, _, submit| {
                scores.clear();
                *submit = false;
            },
            None,
        ),
        ("a low score without a reason", |_, reasons, _| reasons.clear(), Some(Refusal::ReasonNeeded)),
        (
            "a low score without a reason, and saved only",
            |_, reasons, submit| {
                reasons.clear();
                *submit = false;
            },
            None,
        ),
        (
            "no low score and no reason",
            |scores, reasons, _| {
                scores.insert("relevance".into(), 3);
                reasons.clear();
            },
            None,
        ),
        ("six", |scores, _, _| scores.extend([("relevance".into(), 6)]), Some(out_of_bounds(6))),
        (
            "nought, though saved only",
            |scores, _, submit| {
                scores.insert("relevance".into(), 0);
                *submit = false;
            },
            Some(out_of_bounds(0)),
        ),
        (
            "another criterion",
            |scores, _, _| {
                scores.remove("relevance");
                scores.insert("beauty".into(), 5);
            },
            Some(unknown("scores", "beauty")),
        ),
        ("another reason", |_, reasons, _| reasons.push("rain".into()), Some(unknown("reasons", "rain"))),
    ]
}

#[test]
fn only_a_whole_review_is_submitted_and_anything_that_can_be_true_is_saved() {
    let bench = assigned();
    for (name, how, refusal) in cases() {
        let mut bench = bench.clone();
        let command = changed(review(&bench, ONE, RIN, (2, 4)), how);
        let given = bench.give_as(as_person(RIN), command);
        assert_eq!(given.err(), refusal, "{name}");
    }
}

#[test]
fn saved_is_not_submitted_and_counts_for_nothing() {
    let mut bench = assigned();
    let save = changed(review(&bench, ONE, RIN, (5, 5)), |_, _, submit| *submit = false);
    bench.give_as(as_person(RIN), save).unwrap();
    assert!(views::counted_of(&bench.forum, ONE).is_empty());
    submit(&mut bench, ONE, RIN, (4, 5)).unwrap();
    assert_eq!(views::counted_of(&bench.forum, ONE).len(), 1);
}

#[test]
fn what_was_submitted_can_be_changed_and_still_counts() {
    let mut bench = assigned();
    submit(&mut bench, ONE, RIN, (5, 5)).unwrap();
    let again = changed(review(&bench, ONE, RIN, (3, 3)), |_, _, submit| *submit = false);
    bench.give_as(as_person(RIN), again).unwrap();
    let counted = views::counted_of(&bench.forum, ONE);
    assert_eq!(counted.len(), 1, "a save does not take back what was submitted");
    assert_eq!(counted[0].1.scores, score(3, 3));
    let half = changed(review(&bench, ONE, RIN, (4, 4)), |scores, _, submit| {
        scores.clear();
        *submit = false;
    });
    let missing = Refusal::ScoreMissing { criterion: "relevance".into() };
    assert_eq!(bench.give_as(as_person(RIN), half), Err(missing), "what counts is whole");
}

#[test]
fn two_devices_do_not_overwrite_each_other() {
    let mut bench = assigned();
    let (here, there) = (review(&bench, ONE, RIN, (4, 4)), review(&bench, ONE, RIN, (3, 3)));
    bench.give_as(as_person(RIN), here.clone()).unwrap();
    let seq = bench.forum.seq();
    assert_eq!(bench.give_as(as_person(RIN), there), Err(Refusal::SavedMeanwhile { seq }));
    assert_eq!(last_save(&bench, ONE, RIN), seq);
    let same = review(&bench, ONE, RIN, (4, 4));
    assert_eq!(bench.give_as(as_person(RIN), same), Err(Refusal::NothingChanged));
}

#[test]
fn within_ten_minutes_a_save_blanks_the_words_of_the_one_before() {
    let mut bench = assigned();
    submit(&mut bench, ONE, RIN, (4, 4)).unwrap();
    let first = bench.forum.seq();
    submit(&mut bench, ONE, RIN, (5, 4)).unwrap();
    let (_, act) = bench.log.last().unwrap();
    assert_eq!(forum::Forum::erased_by(act), [first]);
    let review = &bench.forum.review.reviews[&ONE][&RIN];
    assert_eq!(review.words_in.iter().copied().collect::<Vec<_>>(), [bench.forum.seq()]);
}

#[test]
fn nobody_reviews_what_is_not_theirs_and_learns_nothing_of_it() {
    let mut bench = assigned();
    draft(&mut bench, AMINA, "Not for other eyes");
    let hidden = *bench.forum.call.proposals.keys().next_back().unwrap();
    let nowhere = forum::ProposalId(99);
    // Li is a reviewer of nothing yet: what is there, what is a draft and what is not there are all the same.
    for proposal in [ONE, hidden, nowhere] {
        let command = review(&bench, proposal, LI, (4, 4));
        assert_eq!(bench.give_as(as_person(LI), command), Err(Refusal::NotAssigned { proposal }));
        let bid = Command::MakeBid { proposal, reviewer: LI, bid: Some(forum::review::Bid::Eager) };
        let taken = bench.give_as(as_person(LI), bid);
        let unknown = Err(Refusal::NoSuchProposal { proposal });
        assert_eq!(taken, if proposal == ONE { Ok(1) } else { unknown });
    }
    // In somebody else's name nobody scores, not even whoever runs the forum.
    for actor in [OTIENO, SALMA, IVAN, NOBODY, AMINA] {
        let command = review(&bench, ONE, RIN, (4, 4));
        assert_eq!(bench.give_as(Actor::Person(actor), command), Err(Refusal::NotAllowed));
    }
    let end = forum::people::Command::EndOffice { person: RIN, office: forum::people::Office::Reviewer };
    bench.give(end).unwrap();
    let command = review(&bench, ONE, RIN, (4, 4));
    assert_eq!(bench.give_as(as_person(RIN), command), Err(Refusal::NotAReviewer { person: RIN }));
}

#[test]
fn scores_are_given_while_the_gate_is_open() {
    let gates = [
        ("2023-05-01T00:00:00Z", "2023-05-02T00:00:00Z", false),
        ("2023-07-01T00:00:00Z", "2023-08-02T00:00:00Z", false),
        ("2023-05-01T00:00:00Z", "2023-08-02T00:00:00Z", true),
    ];
    for (opens, closes, is_open) in gates {
        let mut bench = assigned();
        let gate = Gate { opens: at(opens), closes: at(closes) };
        let settings = forum::review::Settings { gate, each: 2, ..settings() };
        bench.give(Command::SetReview { call: CALL, settings }).unwrap();
        let closed = Refusal::ReviewClosed { opens: gate.opens, closes: gate.closes };
        assert_eq!(submit(&mut bench, ONE, RIN, (4, 4)).err(), (!is_open).then_some(closed));
    }
}

#[test]
fn what_scores_say_together_is_the_mean_by_weight_and_in_no_telling_order() {
    let mut bench = assigned();
    for (reviewer, scores) in [(RIN, (1, 5)), (OTIENO, (4, 4)), (MAJA, (5, 3))] {
        submit(&mut bench, ONE, reviewer, scores).unwrap();
    }
    let proposal = bench.forum.call.proposals[&ONE].clone();
    let summary = views::Summary::of(&bench.forum, &proposal).unwrap();
    // By hand: (1 + 3×5)/4 = 4, (4 + 3×4)/4 = 4, (5 + 3×3)/4 = 3.5.
    assert!((summary.mean.unwrap() - 11.5 / 3.0).abs() < 1e-12);
    assert!((summary.spread.unwrap() - 0.288_675_134_6).abs() < 1e-9);
    assert_eq!(summary.criteria, [("relevance", Some(10.0 / 3.0)), ("policy-questions", Some(4.0))]);
    assert_eq!((summary.count, summary.reasons), (3, vec![("thin-content", 3)]));
    // The same comments by other hands, in another order of time.
    let mut other = assigned();
    for (reviewer, writes) in [(MAJA, RIN), (OTIENO, MAJA), (RIN, OTIENO)] {
        let Command::SaveReview { proposal, scores, reasons, to_chair, merge, submit, on, .. } =
            review(&other, ONE, reviewer, (4, 4))
        else {
            unreachable!("a review")
        };
        let to_proposer = format!("proposer-{writes}");
        let command = Command::SaveReview {
            proposal,
            reviewer,
            scores,
            reasons,
            to_chair,
            to_proposer,
            merge,
            submit,
            on,
        };
        other.give_as(as_person(reviewer), command).unwrap();
    }
    let by_others = views::Summary::of(&other.forum, &proposal).unwrap();
    assert_eq!(summary.comments, by_others.comments, "who wrote what, and who came first, is not to be seen");
    assert_eq!(summary.comments.len(), 3);
}

#[test]
fn organisers_do_not_change_what_is_reviewed() {
    let reopen = Call::Reopen { proposal: ONE, until: None };
    let team = as_person(AMINA);
    let refused = Err(Refusal::UnderReview { code: "WS #1".into() });
    // Assigned, long before anybody scores.
    let mut bench = screened();
    let later = Gate { opens: at("2023-07-01T00:00:00Z"), closes: at("2023-08-01T00:00:00Z") };
    let settings = forum::review::Settings { gate: later, ..settings() };
    bench.give(Command::SetReview { call: CALL, settings }).unwrap();
    assert!(bench.clone().give_as(team, reopen.clone()).is_ok(), "nobody has it to review yet");
    bench.give(Command::Assign { call: CALL, assigned: [(ONE, vec![RIN])].into() }).unwrap();
    assert_eq!(bench.give_as(team, reopen.clone()), refused);
    // Scores are given, though nobody was given this one.
    let mut bench = screened();
    assert_eq!(bench.give_as(team, reopen.clone()), refused);
    // What was withdrawn comes back by the secretariat only.
    bench.give_as(team, Call::Withdraw { proposal: ONE }).unwrap();
    assert_eq!(bench.give_as(team, reopen.clone()), refused);
    // What was sent back is mended to its date, until somebody is given it.
    let until = Some(at("2023-08-01T00:00:00Z"));
    bench.give(Call::Reopen { proposal: ONE, until }).unwrap();
    bench.give_as(team, Call::Submit { proposal: ONE }).unwrap();
    bench.give_as(team, reopen.clone()).unwrap();
    bench.give_as(team, Call::Submit { proposal: ONE }).unwrap();
    bench.give(passed(ONE)).unwrap();
    bench.give(Command::Assign { call: CALL, assigned: [(ONE, vec![RIN])].into() }).unwrap();
    assert_eq!(bench.give_as(team, reopen.clone()), refused);
    // A decision of which nobody was told: the organisers hear nothing of it, the secretariat takes it back first.
    let (verdict, note) = (Verdict::Accepted, String::new());
    bench.give(Command::Decide { proposal: ONE, verdict, reasons: vec![], note }).unwrap();
    assert_eq!(bench.give_as(team, reopen), refused);
    let again = Call::Reopen { proposal: ONE, until };
    assert_eq!(bench.give(again.clone()), Err(Refusal::DecidedAlready { proposal: ONE }));
    bench.give(Command::Undecide { proposal: ONE }).unwrap();
    bench.give(again).unwrap();
}

#[test]
fn what_was_thought_of_an_older_text_counts_for_nothing_until_it_is_said_of_the_new_one() {
    let mut bench = assigned();
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (5, 5)).unwrap();
    }
    let until = Some(at("2023-08-01T00:00:00Z"));
    bench.give(Call::Reopen { proposal: ONE, until }).unwrap();
    bench.wait(60);
    bench.give_as(as_person(AMINA), Call::Submit { proposal: ONE }).unwrap();
    bench.give(passed(ONE)).unwrap();
    let state = |bench: &forum::Forum| views::my_list(bench, RIN)[0].state;
    assert_eq!((views::counted_of(&bench.forum, ONE).len(), state(&bench.forum)), (0, TaskState::Saved));
    assert_eq!(views::progress(&bench.forum, CALL)[&RIN].submitted, 0);
    let Some(Reviews::All(all)) = views::reviews_of(&bench.forum, forum::Viewer::Secretariat, ONE) else {
        panic!("the secretariat sees all");
    };
    assert!(all.len() == 2 && all.iter().all(|(_, _, counts)| !counts), "they stay on record");
    // The same scores, word by word, are news: they are about another text. Saved is not submitted.
    let same = review(&bench, ONE, RIN, (5, 5));
    let saved = changed(same, |_, _, submit| *submit = false);
    bench.give_as(as_person(RIN), saved).unwrap();
    assert!(views::counted_of(&bench.forum, ONE).is_empty());
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (5, 5)).unwrap();
        assert_eq!(submit(&mut bench, ONE, reviewer, (5, 5)), Err(Refusal::NothingChanged));
    }
    assert_eq!((views::counted_of(&bench.forum, ONE).len(), state(&bench.forum)), (2, TaskState::Submitted));
}
