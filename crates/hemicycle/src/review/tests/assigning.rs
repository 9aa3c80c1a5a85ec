//! Assignments: whole, fair, explained, and kept by the rules that they are given to.

use super::planted::{CALL, Made};
use crate::review::assigning::{Fits, Trouble, afresh, propose};
use forum::reference::groups::StakeholderGroup;
use forum::review::{Act, Bid, Conflict};
use forum::{Actor, Command, Context, PersonId, ProposalId};
use std::collections::BTreeSet;

fn decide(made: &Made, command: forum::review::Command) -> usize {
    let now = "2023-06-02T00:00:00Z".parse().expect("a time");
    let context = Context { now, actor: Actor::Secretariat, seed: [1; 32] };
    made.forum.decide(&Command::Review(command), &context).expect("the rules take what is proposed").len()
}

fn knows(made: &mut Made, reviewer: u32, theme: &str) {
    let (reviewer, themes) = (PersonId(reviewer), vec![theme.to_owned()]);
    made.add(Act::ExpertiseDeclared { call: CALL, reviewer, themes });
}

#[test]
fn every_proposal_gets_its_reviewers_the_load_is_shared_and_the_rules_agree() {
    let mut made = Made::of(12, 40, |settings| {
        settings.each = 4;
        settings.quotas.insert(StakeholderGroup::Government, 1);
        settings.quotas.insert(StakeholderGroup::CivilSociety, 1);
    });
    for proposal in 1..=10 {
        let (proposal, reviewer) = (ProposalId(proposal), PersonId(1));
        made.add(Act::ConflictNoted { proposal, reviewer, why: Conflict::Declared });
    }
    let proposed = propose(&made.forum, CALL).expect("there are enough");
    assert_eq!(proposed.assigned.len(), 40);
    assert_eq!(proposed.cost, proposed.bound, "nothing was there already, so it is the best");
    for (proposal, reviewers) in &proposed.assigned {
        assert_eq!(reviewers.iter().collect::<BTreeSet<_>>().len(), 4);
        let of = |group| {
            let is = |who: &&PersonId| made.forum.people.persons[*who].group == Some(group);
            reviewers.iter().filter(is).count()
        };
        assert!(of(StakeholderGroup::Government) >= 1 && of(StakeholderGroup::CivilSociety) >= 1);
        assert!(proposal.0 > 10 || !reviewers.contains(&PersonId(1)));
    }
    let loads: Vec<usize> = proposed.loads.iter().map(|(_, load)| *load).collect();
    assert_eq!(loads.iter().sum::<usize>(), 160);
    assert!(
        loads.iter().max().zip(loads.iter().min()).is_some_and(|(most, least)| most - least <= 4),
        "{loads:?}"
    );
    assert_eq!(decide(&made, proposed.command()), 1);
}

#[test]
fn whoever_knows_and_likes_a_proposal_gets_it_and_one_can_say_why() {
    let mut made = Made::of(6, 8, |settings| settings.each = 1);
    knows(&mut made, 2, "fragmentation");
    knows(&mut made, 3, "ai");
    let bid = Act::BidMade { proposal: ProposalId(1), reviewer: PersonId(2), bid: Some(Bid::Eager) };
    made.add(bid);
    let proposed = propose(&made.forum, CALL).expect("there are enough");
    assert_eq!(proposed.assigned[&ProposalId(1)], [PersonId(2)]);
    assert_eq!(proposed.price(ProposalId(1), PersonId(2)), Some(0));
    assert!(proposed.price(ProposalId(1), PersonId(3)) > Some(0), "who knows something else is dearer");
    let fits = Fits::of(&made.forum, CALL).expect("settled");
    let fit = fits.one(ProposalId(1), PersonId(2));
    assert_eq!((fit.points, fit.theme, fit.bid, fit.conflict), (10, Some(true), Some(Bid::Eager), None));
    let other = fits.one(ProposalId(1), PersonId(3));
    assert_eq!((other.points, other.theme), (2, Some(false)));
    let unsaid = fits.one(ProposalId(1), PersonId(4));
    assert_eq!((unsaid.points, unsaid.theme), (4, None), "not to have said anything is no reason");
}

#[test]
fn what_is_assigned_stays_and_only_what_is_missing_is_added() {
    let mut made = Made::of(8, 12, |settings| settings.each = 3);
    made.assign(1, &[7, 8]);
    made.assign(2, &[6, 7, 8]);
    made.score(2, 6, 4);
    let proposed = propose(&made.forum, CALL).expect("there are enough");
    let of = |all: &crate::review::assigning::Proposed, number| all.assigned[&ProposalId(number)].clone();
    assert_eq!(of(&proposed, 2), [6, 7, 8].map(PersonId));
    let first = of(&proposed, 1);
    assert!(first.len() == 3 && first.contains(&PersonId(7)) && first.contains(&PersonId(8)), "{first:?}");
    assert!(proposed.assigned.values().all(|reviewers| reviewers.len() == 3));
    let anew = afresh(&made.forum, CALL).expect("there are enough");
    assert!(of(&anew, 2).contains(&PersonId(6)), "whoever wrote something stays");
    let loads: Vec<usize> = anew.loads.iter().map(|(_, load)| *load).collect();
    assert!(loads.iter().all(|load| (3..=6).contains(load)), "36 reviews by 8: {loads:?}");
}

#[test]
fn what_cannot_be_is_said_with_its_reason() {
    let trouble = |made: &Made| propose(&made.forum, CALL).expect_err("impossible");
    let mut without = Made::of(0, 3, |_| {});
    assert_eq!(trouble(&without), Trouble::NoReviewers);
    without.forum.review = Default::default();
    assert_eq!(trouble(&without), Trouble::NotSettled);
    assert_eq!(trouble(&Made::of(3, 0, |_| {})), Trouble::NothingToReview);
    let few = Made::of(4, 10, |settings| (settings.each, settings.most) = (3, Some(5)));
    match trouble(&few) {
        Trouble::Short { wanted: 30, possible: 20, full, group: None, .. } => assert_eq!(full.len(), 4),
        other => panic!("{other:?}"),
    }
    let media = Made::of(8, 4, |settings| settings.quotas.extend([(StakeholderGroup::Media, 1)]));
    match trouble(&media) {
        Trouble::Short {
            proposals, group: Some(StakeholderGroup::Media), wanted: 1, possible: 0, ..
        } => {
            assert_eq!(proposals, [ProposalId(1)]);
        }
        other => panic!("{other:?}"),
    }
}
