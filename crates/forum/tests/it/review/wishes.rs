//! Settings, screening, expertise: what is settled before anybody scores.

use super::stage::*;
use forum::call::{Command as Call, Stage};
use forum::review::{Command, Criterion, Reason, Screening, Settings, views};
use forum::{CallId, PersonId, Refusal};

type How = fn(&mut Settings);

#[test]
fn settings_that_contradict_themselves_are_refused() {
    let bounds =
        |field: &'static str, have, min, max| Refusal::OutOfBounds { field: field.into(), have, min, max };
    let twice =
        |field: &'static str, value: &str| Refusal::KeyTwice { field: field.into(), value: value.into() };
    let cases: Vec<(How, Refusal)> = vec![
        (|all| all.criteria.clear(), Refusal::Empty { field: "criteria".into() }),
        (|all| all.criteria.push(all.criteria[0].clone()), twice("criteria", "relevance")),
        (|all| all.reasons.push(all.reasons[0].clone()), twice("reasons", "off-topic")),
        (|all| all.criteria[0].weight = 0, bounds("weight", 0, 1, 100)),
        (|all| all.criteria[0].key = " ".into(), Refusal::Empty { field: "criteria".into() }),
        (|all| all.low = 6, bounds("low", 6, 0, 5)),
        (|all| all.each = 0, bounds("each", 0, 1, 20)),
        (
            |all| {
                all.quotas.insert(forum::reference::groups::StakeholderGroup::Government, 4);
            },
            bounds("quotas", 4, 0, 3),
        ),
        (|all| all.accept = 501, bounds("accept", 501, 100, 500)),
        (|all| all.decline = 401, bounds("decline", 401, 100, 400)),
        (|all| all.places = 0, bounds("places", 0, 1, 10_000)),
        (
            |all| all.gate.closes = all.gate.opens,
            Refusal::GateBackwards { opens: open().opens, closes: open().opens },
        ),
        (
            |all| drop(all.criteria[0].title.insert("not a tag".into(), "x".into())),
            Refusal::NotALanguage { field: "language".into(), value: "not a tag".into() },
        ),
    ];
    let mut bench = announced();
    for (how, refusal) in cases {
        let mut settings = settings();
        how(&mut settings);
        assert_eq!(bench.give(Command::SetReview { call: CALL, settings }), Err(refusal));
    }
    let unknown = Command::SetReview { call: CallId(9), settings: settings() };
    assert_eq!(bench.give(unknown), Err(Refusal::NoSuchCall { call: CallId(9) }));
    bench.give(Command::SetReview { call: CALL, settings: settings() }).unwrap();
    let again = Command::SetReview { call: CALL, settings: settings() };
    assert_eq!(bench.give(again), Err(Refusal::NothingChanged));
}

#[test]
fn criteria_stay_once_somebody_has_scored_by_them() {
    let mut bench = assigned();
    let mut other = settings();
    other.criteria.push(Criterion {
        key: "beauty".into(),
        title: Default::default(),
        help: Default::default(),
        weight: 1,
    });
    let set = |settings: &Settings| Command::SetReview { call: CALL, settings: settings.clone() };
    bench.clone().give(set(&other)).unwrap();
    submit(&mut bench, ONE, RIN, (4, 4)).unwrap();
    assert_eq!(bench.give(set(&other)), Err(Refusal::CriteriaInUse));
    let mut heavier = settings();
    heavier.criteria[0].weight = 7;
    heavier.reasons.push(Reason { key: "late".into(), said: Default::default() });
    bench.give(set(&heavier)).unwrap();
}

#[test]
fn what_does_not_pass_says_why_and_what_can_be_repaired_is_a_draft_again() {
    let mut bench = screened();
    let screen = |outcome, reasons: &[&str]| Command::Screen {
        proposal: ONE,
        outcome,
        reasons: reasons.iter().map(ToString::to_string).collect(),
        note: "Please name a third speaker.".into(),
    };
    let until = at("2023-06-20T00:00:00Z");
    assert_eq!(bench.give(screen(Screening::Failed, &[])), Err(Refusal::ReasonNeeded));
    assert_eq!(bench.give(screen(Screening::Repair { until }, &[])), Err(Refusal::ReasonNeeded));
    let past = at("2023-05-20T00:00:00Z");
    let late = screen(Screening::Repair { until: past }, &["too-few-speakers"]);
    assert_eq!(bench.give(late), Err(Refusal::TimePast { field: "until".into(), at: past }));
    let acts = bench.give(screen(Screening::Repair { until }, &["too-few-speakers"])).unwrap();
    assert_eq!(acts, 2, "the finding, and that it is a draft again");
    let known = &bench.forum.call.proposals[&ONE];
    assert_eq!((known.stage, known.until), (Stage::Draft, Some(until)));
    assert_eq!(views::reviewable(&bench.forum, CALL), [TWO, THREE]);
    let decide = Command::Decide {
        proposal: ONE,
        verdict: forum::review::Verdict::Accepted,
        reasons: vec![],
        note: String::new(),
    };
    assert_eq!(bench.give(decide.clone()), Err(Refusal::NotSubmitted { proposal: ONE }));
    bench.give_as(as_person(AMINA), Call::Submit { proposal: ONE }).unwrap();
    let unscreened = Err(Refusal::NotScreened { proposal: ONE });
    assert_eq!(bench.give(decide.clone()), unscreened, "it is another now, and was not looked at");
    let assign = Command::Assign { call: CALL, assigned: [(ONE, vec![RIN])].into() };
    assert_eq!(bench.give(assign), unscreened);
    bench.give(screen(Screening::Failed, &["too-few-speakers"])).unwrap();
    assert_eq!(bench.give(decide.clone()), unscreened);
    bench.give(passed(ONE)).unwrap();
    bench.give(decide).unwrap();
}

#[test]
fn a_forum_that_does_not_screen_decides_on_whatever_is_submitted() {
    let mut bench = announced();
    let proposal = propose(&mut bench, AMINA, "Community networks", vec![]);
    let set = |screens| Command::SetReview { call: CALL, settings: Settings { screens, ..settings() } };
    bench.give(set(true)).unwrap();
    assert!(views::reviewable(&bench.forum, CALL).is_empty());
    bench.give(set(false)).unwrap();
    assert_eq!(views::reviewable(&bench.forum, CALL), [proposal]);
}

#[test]
fn nothing_is_reviewed_before_it_is_settled_how() {
    let mut bench = announced();
    propose(&mut bench, AMINA, "Community networks", vec![]);
    for command in [
        passed(ONE),
        Command::Assign { call: CALL, assigned: [(ONE, vec![RIN])].into() },
        Command::DeclareExpertise { call: CALL, reviewer: RIN, themes: vec!["ai".into()] },
        Command::DeclareConflict { proposal: ONE, reviewer: RIN },
        Command::MakeBid { proposal: ONE, reviewer: RIN, bid: None },
        Command::Release { call: CALL },
    ] {
        assert_eq!(bench.give(command.clone()), Err(Refusal::NoReview), "{command:?}");
    }
}

#[test]
fn reviewers_know_themes_that_the_call_asks_for() {
    let mut bench = screened();
    let knows = |reviewer: PersonId, themes: &[&str]| Command::DeclareExpertise {
        call: CALL,
        reviewer,
        themes: themes.iter().map(ToString::to_string).collect(),
    };
    bench.give_as(as_person(RIN), knows(RIN, &["data", "ai", "ai"])).unwrap();
    assert_eq!(bench.forum.review.expertise[&CALL][&RIN], ["ai", "data"]);
    let unknown = Refusal::UnknownChoice { field: "themes".into(), value: "weather".into() };
    assert_eq!(bench.give_as(as_person(RIN), knows(RIN, &["weather"])), Err(unknown));
    assert_eq!(bench.give_as(as_person(RIN), knows(OTIENO, &["ai"])), Err(Refusal::NotAllowed));
    let nobody = Refusal::NotAReviewer { person: NOBODY };
    assert_eq!(bench.give_as(as_person(NOBODY), knows(NOBODY, &["ai"])), Err(nobody));
}
