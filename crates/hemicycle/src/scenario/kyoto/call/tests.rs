//! What the dealt calls promise.

use std::collections::{BTreeMap, BTreeSet};

use forum::call::{Stage, views};
use forum::review::{DecisionState, Screening, Verdict};
use forum::{CallId, Context, Forum, Refusal, Stamp, Viewer};

use super::panel::{EACH, GROUPS, OF_EACH, mean};
use super::*;
use crate::scenario::kyoto::{SEED, commands, plan, plan_with_calls};

/// The forum that the commands make, without any log.
fn decided(kyoto: &Kyoto) -> Forum {
    let mut forum = Forum::default();
    let mut last = Timestamp::UNIX_EPOCH;
    for step in commands(kyoto) {
        assert!(step.at >= last, "{} goes back in time", step.name);
        last = step.at;
        let context = Context { now: step.at, actor: step.by, seed: [7; 32] };
        let acts = forum.decide(&step.command, &context);
        for act in acts.unwrap_or_else(|why| panic!("{}: {why:?} {:?}", step.name, step.command)) {
            forum.apply(&Stamp { seq: forum.seq() + 1, at: step.at, by: step.by }, &act);
        }
    }
    forum
}

fn calls(kyoto: &Kyoto) -> &Calls {
    kyoto.calls.as_ref().expect("they were asked for")
}

#[test]
fn the_same_seed_deals_the_same_calls_and_a_forum_without_calls_is_as_before() {
    let text = |seed| format!("{:?}", plan_with_calls(seed, 400, 30));
    assert_eq!(text(5), text(5));
    assert_ne!(text(5), text(6));
    let (with, without) = (plan_with_calls(SEED, 400, 30), plan(SEED, 400, 30));
    let titles = |kyoto: &Kyoto| kyoto.sessions.iter().map(|s| s.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&with), titles(&without));
    assert!(without.calls.is_none());
}

#[test]
fn kyoto_itself_has_the_published_counts_and_its_near_ties() {
    let kyoto = plan_with_calls(SEED, crate::scenario::kyoto::PEOPLE, SESSIONS);
    let calls = calls(&kyoto);
    let of = |call: usize| calls.proposals.iter().filter(move |one| one.call == call);
    let submitted = |call: usize| of(call).filter(|one| one.fate.is_submitted()).count();
    assert_eq!((submitted(WORKSHOPS), submitted(OTHERS)), (434, 768));
    assert_eq!(of(WORKSHOPS).filter(|one| one.fate.has_passed()).count(), 398);
    assert_eq!(calls.panel.reviewers.len(), 50);
    let applied = |kind: SessionType| {
        kind.facts().applicant != forum::reference::session_types::Applicant::ByInvitation
    };
    let proposed = calls.proposals.iter().filter(|one| one.session.is_some()).count();
    assert_eq!(proposed, kyoto.sessions.iter().filter(|session| applied(session.kind)).count());
    let places = of(WORKSHOPS).filter(|one| one.session.is_some()).count();
    let mut means: Vec<f64> = calls.panel.reviews.iter().map(|reviews| mean(reviews)).collect();
    means.sort_by(|a, b| b.total_cmp(a));
    // In 2017 there were 37 proposals within 0.09 points around the cut.
    let near = means.iter().filter(|mean| (*mean - means[places]).abs() <= 0.045).count();
    assert!((30..=46).contains(&near), "{near} near the cut at {:.3}, of {places} places", means[places]);
    assert!((3.9..4.1).contains(&means[places]), "the cut is at {:.3}", means[places]);
    let loads = calls.panel.reviews.iter().flatten().fold(BTreeMap::new(), |mut loads, review| {
        *loads.entry(review.reviewer).or_insert(0) += 1;
        loads
    });
    assert!(loads.values().all(|load| (40..=80).contains(load)), "{loads:?}");
}

#[test]
fn every_proposal_has_reviewers_of_all_groups_and_nobody_reads_what_they_must_not() {
    let kyoto = plan_with_calls(SEED, 2_500, 100);
    let panel = &calls(&kyoto).panel;
    let group = |reviewer: usize| kyoto.persons[panel.reviewers[reviewer].person].group;
    assert!(!panel.reviews.is_empty() && !panel.declared.is_empty());
    for (proposal, reviews) in panel.reviews.iter().enumerate() {
        assert_eq!(reviews.len(), EACH);
        for wanted in GROUPS {
            assert_eq!(reviews.iter().filter(|one| group(one.reviewer) == wanted).count(), OF_EACH);
        }
        let read = |pair: &(usize, usize)| reviews.iter().any(|one| (proposal, one.reviewer) == *pair);
        assert!(!panel.declared.iter().chain(&panel.found).any(read));
    }
}

#[test]
fn the_core_refuses_nothing_of_the_calls_and_all_stages_of_a_decision_are_there() {
    let kyoto = plan_with_calls(SEED, 1_000, 50);
    let forum = decided(&kyoto);
    let calls = calls(&kyoto);
    assert_eq!(forum.call.proposals.len(), calls.proposals.len());
    for (known, planned) in forum.call.proposals.values().zip(&calls.proposals) {
        assert_eq!(views::title(known), planned.answers.first().map(|_| planned.title.as_str()));
        assert_eq!(known.number, planned.number);
        let stage = match planned.fate {
            Fate::Unfinished | Fate::Breaking => Stage::Draft,
            Fate::Withdrawn => Stage::Withdrawn,
            Fate::Failed | Fate::Repaired | Fate::Passed => Stage::Submitted,
        };
        assert_eq!(known.stage, stage);
    }
    let states: BTreeSet<DecisionState> = forum.review.decisions.values().map(|one| one.state).collect();
    assert_eq!(states.len(), 3, "{states:?}");
    let verdicts: BTreeSet<Verdict> = forum.review.decisions.values().map(|one| one.verdict).collect();
    assert_eq!(verdicts.len(), 4, "{verdicts:?}");
    let screened: Vec<Screening> = forum.review.screened.values().map(|one| one.outcome).collect();
    assert!(screened.contains(&Screening::Failed) && screened.contains(&Screening::Passed));
    assert!(forum.review.appeals.values().any(|appeal| appeal.answer.is_none()));
    assert!(forum.review.appeals.values().any(|appeal| appeal.answer.is_some()));
    assert!(forum.review.merges.len() >= 3);
    assert!(forum.review.reviews.values().flatten().any(|(_, review)| !review.submitted));
}

#[test]
fn what_was_accepted_is_a_session_of_the_same_code_title_and_people() {
    let kyoto = plan_with_calls(SEED, 1_000, 50);
    let forum = decided(&kyoto);
    let programme = &forum.programme.meetings[&crate::scenario::kyoto::MEETING];
    let mut found = 0;
    for session in programme.sessions.values() {
        let Some(origin) = session.origin.as_ref().filter(|origin| origin.system == "proposal") else {
            continue;
        };
        let id = forum::ProposalId(origin.id.parse().unwrap());
        let proposal = &forum.call.proposals[&id];
        assert_eq!(views::code(proposal).as_deref(), Some(session.code.as_str()));
        assert_eq!(views::title(proposal), session.title.text());
        assert_eq!(forum.released(id), Some(Verdict::Accepted));
        let there: BTreeSet<_> = proposal.parts.values().filter_map(|part| part.person).collect();
        assert!(session.roles.iter().all(|(_, who)| there.contains(who) || *who == proposal.by));
        found += 1;
    }
    let accepted = forum.review.decisions.values().filter(|one| one.verdict == Verdict::Accepted).count();
    assert_eq!(found, accepted);
    assert!(found > 20, "{found}");
}

#[test]
fn drafts_that_break_a_rule_break_it_and_what_was_submitted_breaks_none() {
    let kyoto = plan_with_calls(SEED, 1_000, 50);
    let forum = decided(&kyoto);
    let mut broken = 0;
    for (known, planned) in forum.call.proposals.values().zip(&calls(&kyoto).proposals) {
        if planned.fate == Fate::Breaking && planned.call == WORKSHOPS {
            let call = &forum.call.calls[&known.call];
            assert!(views::missing(&forum, call, known).is_empty());
            let breaches: Vec<&str> =
                views::breaches(&forum, call, known).iter().map(|one| one.key).collect();
            assert!(breaches.contains(&"at-least-speakers"), "{breaches:?}");
            broken += 1;
        }
    }
    assert!(broken > 0);
}

#[test]
fn reviewers_are_barred_from_what_colleagues_of_theirs_speak_in() {
    let kyoto = plan_with_calls(SEED, 1_000, 50);
    let forum = decided(&kyoto);
    let found = forum::review::conflicts::found(&forum, CallId(1));
    assert!(!found.is_empty());
    for (proposal, reviewer) in found.keys() {
        assert!(!forum.review.assigned.get(proposal).is_some_and(|all| all.contains(reviewer)));
    }
}

#[test]
fn forums_of_all_sizes_and_seeds_can_be_built_with_their_calls() {
    for (seed, people, sessions) in [(1, 0, 0), (2, 0, 1), (3, 0, 7), (4, 0, 24)] {
        decided(&plan_with_calls(seed, people, sessions));
    }
}

#[test]
fn before_its_decision_nobody_outside_sees_who_proposed_what() {
    let kyoto = plan_with_calls(SEED, 400, 30);
    let mut forum = Forum::default();
    for step in commands(&kyoto).take_while(|step| !step.name.starts_with("release")) {
        let context = Context { now: step.at, actor: step.by, seed: [7; 32] };
        let acts: Result<_, Refusal> = forum.decide(&step.command, &context);
        for act in acts.unwrap() {
            forum.apply(&Stamp { seq: forum.seq() + 1, at: step.at, by: step.by }, &act);
        }
    }
    assert!(views::proposals(&forum, Viewer::Public, CallId(1)).is_empty());
    let desk = views::proposals(&forum, Viewer::Secretariat, CallId(1));
    assert!(!desk.is_empty());
}
