//! Balanced sets.

use super::planted::{CALL, Made, planted};
use crate::review::choosing::{Dimension, Question, Target, Trait, balance, decided, traits};
use crate::review::results::results;
use forum::review::{Act, Verdict};
use forum::{MergeId, ProposalId};
use std::collections::BTreeMap;

fn of(dimension: Dimension, key: &str) -> Trait {
    Trait { dimension, key: key.into() }
}

fn at_least(of: Trait, least: u32) -> Target {
    Target { of, least, most: u32::MAX, weight: 100_000 }
}

fn ask(made: &Made, places: u32, targets: &[Target], settled: &BTreeMap<ProposalId, bool>) -> Question {
    let results = results(&made.forum, CALL).expect("settled");
    Question::of(&made.forum, CALL, &results, places, targets, settled).expect("a call")
}

#[test]
fn a_proposal_counts_for_whoever_proposes_it_and_for_what_it_is() {
    let made = Made::of(3, 20, |_| {});
    let call = &made.forum.call.calls[&CALL];
    let twelfth = &made.forum.call.proposals[&ProposalId(12)];
    let expected = [
        of(Dimension::Group, "technical-community"),
        of(Dimension::Gender, "female"),
        of(Dimension::FirstTime, "yes"),
        of(Dimension::Theme, "divides"),
        of(Dimension::Kind, "workshop"),
    ];
    assert_eq!(traits(&made.forum, call, twelfth), expected);
    let all = balance(&made.forum, call, (1..=20).map(ProposalId));
    assert_eq!(all[&of(Dimension::Kind, "open-forum")], 4);
    assert_eq!(all[&of(Dimension::FirstTime, "yes")], 5);
    assert_eq!(Dimension::ALL.map(Dimension::key).len(), 6);
}

#[test]
fn the_best_set_is_the_highest_scores_until_something_is_wished_for_and_the_price_is_said() {
    let (made, _) = planted(2, 60, 12, 4);
    let call = &made.forum.call.calls[&CALL];
    let free = ask(&made, 20, &[], &BTreeMap::new()).best().expect("a set");
    let rows = results(&made.forum, CALL).expect("settled").rows;
    let top: Vec<ProposalId> = rows.iter().take(20).map(|row| row.proposal).collect();
    assert_eq!(free.chosen, top);
    let theme = of(Dimension::Theme, "ai");
    let has =
        balance(&made.forum, call, free.chosen.iter().copied()).get(&theme).copied().unwrap_or(0) as u32;
    let targets = [at_least(theme, has + 2), at_least(of(Dimension::Kind, "workshop"), 1)];
    let question = ask(&made, 20, &targets, &BTreeMap::new());
    let best = question.best().expect("a set");
    assert_eq!((best.chosen.len(), best.counts[0], best.broken), (20, has + 2, 0));
    assert!(best.worth < free.worth && best.worth <= best.bound);
    let trade_offs = question.trade_offs(&best).expect("prices");
    assert_eq!(trade_offs.len(), 1, "the second costs nothing");
    assert_eq!((trade_offs[0].target, trade_offs[0].costs), (0, free.worth - best.worth));
    assert_eq!((trade_offs[0].joins.len(), trade_offs[0].leaves.len()), (2, 2));
}

#[test]
fn what_is_decided_stays_and_of_those_that_may_merge_one_is_chosen() {
    let (mut made, _) = planted(2, 30, 12, 4);
    let rows = results(&made.forum, CALL).expect("settled").rows;
    let (first, second, last) = (rows[0].proposal, rows[1].proposal, rows[29].proposal);
    let settled = BTreeMap::from([(last, true), (rows[2].proposal, false)]);
    let best = ask(&made, 5, &[], &settled).best().expect("a set");
    assert!(best.chosen.contains(&last) && !best.chosen.contains(&rows[2].proposal));
    made.add(Act::MergeSuggested { id: MergeId(1), into: first, from: vec![second], note: None });
    let best = ask(&made, 5, &[], &BTreeMap::new()).best().expect("a set");
    let both = [first, second].map(|one| best.chosen.contains(&one));
    assert_eq!(both, [true, false], "one session, not two");
    made.add(Act::MergeAnswered { merge: MergeId(1), proposal: second, agrees: false });
    let best = ask(&made, 5, &[], &BTreeMap::new()).best().expect("a set");
    assert!([first, second].iter().all(|one| best.chosen.contains(one)), "they said no");
    let take = |proposal, verdict| Act::DecisionTaken { proposal, verdict, reasons: vec![], note: None };
    made.add(take(first, Verdict::Accepted));
    made.add(take(second, Verdict::Waiting));
    assert_eq!(decided(&made.forum, CALL), BTreeMap::from([(first, true), (second, false)]));
}
