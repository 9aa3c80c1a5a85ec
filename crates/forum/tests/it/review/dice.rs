//! A review by dice: anybody wishes anything, and after each wish what must always hold.

use super::stage::*;
use crate::testing::Bench;
use forum::call::Command as Call;
use forum::people::Role;
use forum::review::views::{Reviews, reviews_of};
use forum::review::{Act as Review, Bid, Command, Screening, Verdict, views};
use forum::{Act, Actor, Forum, MergeId, PersonId, ProposalId, Seq, Viewer, audience};
use std::collections::{BTreeMap, BTreeSet};

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

const PEOPLE: [PersonId; 9] = [AMINA, TOMAS, RIN, OTIENO, MAJA, LI, SALMA, IVAN, NOBODY];
const PROPOSALS: [ProposalId; 4] = [ONE, TWO, THREE, ProposalId(4)];
const VERDICTS: [Verdict; 4] = [Verdict::Accepted, Verdict::Waiting, Verdict::Declined, Verdict::Merged];

/// Mostly somebody who may, sometimes anybody.
fn actor(dice: &mut Dice, fits: PersonId) -> Actor {
    match dice.below(6) {
        0 => Actor::Person(dice.of(&PEOPLE)),
        1 => Actor::Secretariat,
        _ => Actor::Person(fits),
    }
}

fn wish(dice: &mut Dice, bench: &Bench) -> (Actor, forum::Command) {
    let (proposal, reviewer) = (dice.of(&PROPOSALS), dice.of(&REVIEWERS));
    let reasons = if dice.below(3) == 0 { vec![] } else { vec!["off-topic".to_owned()] };
    let (note, agrees) = (String::new(), dice.below(3) > 0);
    let team = if proposal == ONE { AMINA } else { TOMAS };
    let (fits, command): (PersonId, forum::Command) = match dice.below(26) {
        0..=5 => {
            let scores = (1 + dice.below(5) as u8, 1 + dice.below(5) as u8);
            (reviewer, review(bench, proposal, reviewer, scores).into())
        }
        6 => (reviewer, Command::DeclareConflict { proposal, reviewer }.into()),
        7 => (IVAN, Command::ClearConflict { proposal, reviewer }.into()),
        8 => (reviewer, Command::MakeBid { proposal, reviewer, bid: Some(Bid::Willing) }.into()),
        9 | 10 => {
            let assigned = [(proposal, vec![reviewer, dice.of(&REVIEWERS)])].into();
            (SALMA, Command::Assign { call: CALL, assigned }.into())
        }
        11 | 12 => {
            let verdict = dice.of(&VERDICTS);
            (SALMA, Command::Decide { proposal, verdict, reasons, note }.into())
        }
        13 => (SALMA, Command::Undecide { proposal }.into()),
        14 => (IVAN, Command::Ready { proposals: vec![proposal] }.into()),
        15 => (IVAN, Command::Release { call: CALL }.into()),
        16 => {
            let from = vec![dice.of(&PROPOSALS)];
            (SALMA, Command::SuggestMerge { into: proposal, from, note }.into())
        }
        17 => {
            let merge = MergeId(1 + dice.below(4) as u32);
            (team, Command::AnswerMerge { merge, proposal, agrees }.into())
        }
        18 => (team, Command::Appeal { proposal, text: "But no.".into() }.into()),
        19 => (SALMA, Command::AnswerAppeal { proposal, upheld: agrees, text: "So be it.".into() }.into()),
        20 => {
            let until = at("2023-06-20T00:00:00Z");
            let outcome = dice.of(&[Screening::Passed, Screening::Failed, Screening::Repair { until }]);
            (IVAN, Command::Screen { proposal, outcome, reasons, note }.into())
        }
        _ => match of_the_team(dice, proposal) {
            forum::Command::Call(Call::Reopen { .. }) if dice.below(2) == 0 => {
                let until = Some(at("2023-08-20T00:00:00Z"));
                (IVAN, Call::Reopen { proposal, until }.into())
            }
            command => (team, command),
        },
    };
    (actor(dice, fits), command)
}

fn of_the_team(dice: &mut Dice, proposal: ProposalId) -> forum::Command {
    match dice.below(7) {
        0 | 1 => Call::Reopen { proposal, until: None }.into(),
        2 => {
            let entry = part(Role::Speaker, "Somebody", &format!("p{}@forum.example", dice.below(4)), "");
            Call::SavePart { proposal, part: None, on: 0, entry }.into()
        }
        3 if dice.below(8) == 0 => Call::Withdraw { proposal }.into(),
        _ => Call::Submit { proposal }.into(),
    }
}

/// Whoever has a conflict scores nothing: if it was noted, or could be found when they scored.
fn check_scores(forum: &Forum) {
    for (proposal, reviews) in views::counted(forum, CALL) {
        for (reviewer, review) in reviews {
            let noted = forum.review.conflicts.get(&proposal).is_some_and(|all| all.contains_key(&reviewer));
            assert!(!noted, "{reviewer} has noted a conflict with {proposal}");
            let cleared = forum.review.cleared.contains(&(proposal, reviewer));
            let mailbox = format!("p{}@forum.example", reviewer.0 - 3);
            let stands = forum.call.proposals[&proposal]
                .parts
                .values()
                .filter(|part| part.seq < review.seq)
                .any(|part| part.email.as_ref().is_some_and(|email| email.text() == Some(&mailbox)));
            assert!(cleared || !stands, "{reviewer} stood in {proposal}");
            let text = forum.call.proposals[&proposal].submitted.unwrap();
            assert!(review.at >= text, "{reviewer} scored an older text of {proposal}");
            assert!(review.submitted && forum.review.assigned[&proposal].contains(&reviewer));
        }
    }
}

/// A decision that organisers know is another only after an appeal that was right, and each appeal changes one.
fn check_decisions(forum: &Forum, known: &mut BTreeMap<ProposalId, (Seq, u32)>) {
    for proposal in PROPOSALS {
        let released = forum.review.decisions.get(&proposal).and_then(|decision| decision.released());
        let before = known.get(&proposal).copied();
        match (before, released.map(|decision| decision.seq)) {
            (Some((seq, _)), Some(now)) if seq == now => {}
            (Some((_, changes)), Some(now)) => {
                let appeal = forum.review.appeals.get(&proposal);
                let upheld =
                    appeal.and_then(|appeal| appeal.answer.as_ref()).is_some_and(|(upheld, _)| *upheld);
                assert!(upheld && changes == 0, "{proposal} changed");
                known.insert(proposal, (now, changes + 1));
            }
            (Some(_), None) => panic!("what was released about {proposal} is gone"),
            (None, Some(now)) => drop(known.insert(proposal, (now, 0))),
            (None, None) => {}
        }
    }
}

/// Who scored is seen by the chair and the secretariat, and by whoever scored.
fn check_eyes(bench: &Bench) {
    for person in PEOPLE.into_iter().filter(|person| ![SALMA, IVAN].contains(person)) {
        let viewer = Viewer::Person(person);
        for proposal in PROPOSALS {
            let seen = reviews_of(&bench.forum, viewer, proposal);
            assert!(!matches!(seen, Some(Reviews::All(_))), "{person} sees who scored {proposal}");
        }
        let (stamp, act) = bench.log.last().unwrap();
        if let Act::Review(Review::ReviewSaved { reviewer, .. }) = act {
            let sees = audience(&bench.forum, stamp, act).includes(&bench.forum, viewer);
            assert_eq!(sees, person == *reviewer);
        }
    }
}

fn run(seed: u64) -> (usize, String) {
    let mut dice = Dice(seed);
    let mut bench = assigned();
    // Where nothing is screened anew, what changes later is reviewed as it is.
    if seed % 2 == 1 {
        let settings = forum::review::Settings { screens: false, ..settings() };
        bench.give(Command::SetReview { call: CALL, settings }).unwrap();
    }
    draft(&mut bench, TOMAS, "A fourth");
    let (mut known, mut done) = (BTreeMap::new(), 0);
    for _ in 0..220 {
        let before = bench.forum.seq();
        let (actor, command) = wish(&mut dice, &bench);
        match bench.give_as(actor, command) {
            Err(_) => assert_eq!(before, bench.forum.seq(), "a refusal leaves no trace"),
            Ok(_) => {
                done += 1;
                check_scores(&bench.forum);
                check_decisions(&bench.forum, &mut known);
                check_eyes(&bench);
            }
        }
    }
    let mut again = Forum::default();
    bench.log.iter().for_each(|(stamp, act)| again.apply(stamp, act));
    assert_eq!(again.digest(), bench.forum.digest(), "the same log gives the same state");
    let kinds = bench.log.iter().filter_map(|(_, act)| match act {
        Act::Review(act) => Some(format!("{act:?}").split(' ').next().unwrap_or_default().to_owned()),
        _ => None,
    });
    (done, kinds.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" "))
}

#[test]
fn any_review_keeps_its_promises() {
    let seeds = match std::env::var("HEMICYCLE_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => seed..seed + 1,
        None => 0..60,
    };
    let whole = seeds.end - seeds.start > 1;
    let mut told = BTreeSet::new();
    for seed in seeds {
        let done = std::panic::catch_unwind(|| run(seed));
        let (count, kinds) = done.unwrap_or_else(|_| panic!("repeat with HEMICYCLE_SEED={seed}"));
        assert!(count > 20, "seed {seed} has done {count} things only");
        told.extend(kinds.split(' ').map(str::to_owned));
    }
    for corner in ["AppealAnswered", "MergeAnswered", "ConflictCleared", "DecisionWithdrawn"] {
        assert!(!whole || told.contains(corner), "the dice never came to {corner}");
    }
}
