//! The second mode: issues, of which none is rejected, and the teams that they become.

use super::{CALL, draft, open_call, save, submit};
use crate::testing::Bench;
use forum::call::views;
use forum::call::{Command as Call, ISSUE, Mode, TeamRole};
use forum::{Actor, ClusterId, Forum, PersonId, ProposalId, Refusal, Viewer};

const RIGHTS: ClusterId = ClusterId(1);

fn actor(person: u32) -> Actor {
    Actor::Person(PersonId(person))
}

/// An issue of somebody, submitted, who may wish to join the team.
fn issue(bench: &mut Bench, person: u32, joins: &str) -> ProposalId {
    let id = draft(bench, person, ISSUE);
    for (field, value) in [
        ("title", "Who decides?"),
        ("category", "human-rights"),
        ("description", "Nobody knows."),
        ("join-team", joins),
        ("publish", "yes"),
    ] {
        save(bench, person, id, field, &[value]).unwrap();
    }
    submit(bench, person, id).unwrap();
    id
}

fn put(bench: &mut Bench, proposal: ProposalId, cluster: Option<ClusterId>) -> Result<usize, Refusal> {
    bench.give(Call::PutIssue { proposal, cluster })
}

fn team(bench: &Bench) -> Vec<(u32, TeamRole)> {
    bench.forum.call.clusters[&RIGHTS].team.iter().map(|(person, role)| (person.0, *role)).collect()
}

fn join(person: u32, role: TeamRole) -> Call {
    Call::JoinTeam { cluster: RIGHTS, person: PersonId(person), role }
}

/// A cluster with an issue of person 1, who wants to join, and one of person 2, who does not.
fn clustered() -> Bench {
    let mut bench = open_call(Mode::Issues);
    bench.give(Call::AddCluster { call: CALL, title: "Rights".into() }).unwrap();
    assert_eq!(
        bench.give(Call::FormTeam { cluster: RIGHTS }),
        Err(Refusal::ClusterEmpty { cluster: RIGHTS })
    );
    for (person, joins) in [(1, "yes"), (2, "no")] {
        let id = issue(&mut bench, person, joins);
        put(&mut bench, id, Some(RIGHTS)).unwrap();
    }
    bench
}

#[test]
fn whoever_wishes_becomes_part_of_the_team_and_anybody_may_join_later() {
    let mut bench = clustered();
    assert_eq!(
        bench.give_as(actor(3), join(3, TeamRole::Expert)),
        Err(Refusal::NoSuchCluster { cluster: RIGHTS })
    );
    bench.give(Call::FormTeam { cluster: RIGHTS }).unwrap();
    assert_eq!(team(&bench), [(1, TeamRole::Organiser)]);
    bench.give_as(actor(3), join(3, TeamRole::Expert)).unwrap();
    let late = issue(&mut bench, 4, "yes");
    put(&mut bench, late, Some(RIGHTS)).unwrap();
    assert_eq!(team(&bench).len(), 3, "it is never too late");
    assert_eq!(
        bench.give(Call::DropCluster { cluster: RIGHTS }),
        Err(Refusal::TeamStands { cluster: RIGHTS })
    );
}

#[test]
fn one_answers_for_oneself_and_focal_points_for_their_team() {
    let mut bench = clustered();
    bench.give(Call::FormTeam { cluster: RIGHTS }).unwrap();
    assert_eq!(bench.give_as(actor(1), join(3, TeamRole::Expert)), Err(Refusal::NotAllowed));
    assert_eq!(bench.give_as(actor(1), join(1, TeamRole::FocalPoint)), Err(Refusal::NotAllowed));
    bench.give(join(1, TeamRole::FocalPoint)).unwrap();
    bench.give_as(actor(3), join(3, TeamRole::Expert)).unwrap();
    bench.give_as(actor(1), join(3, TeamRole::FocalPoint)).unwrap();
    let leave = |person| Call::LeaveTeam { cluster: RIGHTS, person: PersonId(person) };
    bench.give_as(actor(3), leave(1)).unwrap();
    bench.give_as(actor(3), leave(3)).unwrap();
    assert_eq!(bench.give(leave(3)), Err(Refusal::NotInTeam { person: PersonId(3) }));
}

#[test]
fn nobody_is_brought_into_a_team_but_by_themselves() {
    let mut bench = clustered();
    bench.give(Call::FormTeam { cluster: RIGHTS }).unwrap();
    bench.give(join(1, TeamRole::FocalPoint)).unwrap();
    // One whom the forum knows, one whose issue is in it, and one who is not there at all: the answer is the same.
    for person in [3, 2, 4711] {
        let refused = Err(Refusal::NotInTeam { person: PersonId(person) });
        for by in [actor(1), Actor::Secretariat] {
            assert_eq!(bench.give_as(by, join(person, TeamRole::Expert)), refused, "{person} by {by:?}");
        }
    }
    let team = views::team(&bench.forum, Viewer::Person(PersonId(1)), RIGHTS).unwrap();
    assert_eq!((team.members.len(), team.unnamed), (1, 0));
    bench.give_as(actor(3), join(3, TeamRole::Expert)).unwrap();
    bench.give_as(actor(1), join(3, TeamRole::Moderator)).unwrap();
    let left = Call::LeaveTeam { cluster: RIGHTS, person: PersonId(3) };
    bench.give_as(actor(3), left).unwrap();
    let refused = Err(Refusal::NotInTeam { person: PersonId(3) });
    assert_eq!(bench.give_as(actor(1), join(3, TeamRole::Expert)), refused, "who left stays away");
}

#[test]
fn a_team_writes_its_plan_together_and_loses_nothing() {
    let mut bench = clustered();
    bench.give(Call::FormTeam { cluster: RIGHTS }).unwrap();
    bench.give_as(actor(3), join(3, TeamRole::Moderator)).unwrap();
    let plan = |text: &str, on| Call::PlanTeam { cluster: RIGHTS, plan: text.into(), on };
    assert_eq!(bench.give_as(actor(2), plan("Mine", 0)), Err(Refusal::NotAllowed));
    bench.give_as(actor(1), plan("Ninety minutes.", 0)).unwrap();
    let seq = bench.forum.seq();
    assert_eq!(bench.give_as(actor(3), plan("Sixty.", 0)), Err(Refusal::SavedMeanwhile { seq }));
    bench.give_as(actor(1), plan("Ninety minutes, two rounds.", seq)).unwrap();
    assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [seq]);
    let seq = bench.forum.seq();
    bench.give_as(actor(3), plan("Sixty minutes.", seq)).unwrap();
    let plan = bench.forum.call.clusters[&RIGHTS].plan.as_ref().unwrap();
    assert_eq!(plan.earlier.len(), 1);
}

#[test]
fn clusters_are_for_issues_that_were_submitted() {
    let mut bench = clustered();
    let unfinished = draft(&mut bench, 3, ISSUE);
    let refused = put(&mut bench, unfinished, Some(RIGHTS));
    assert_eq!(refused, Err(Refusal::NotSubmitted { proposal: unfinished }));
    assert_eq!(put(&mut bench, ProposalId(1), Some(RIGHTS)), Err(Refusal::NothingChanged));
    put(&mut bench, ProposalId(1), None).unwrap();
    bench.give(Call::DropCluster { cluster: RIGHTS }).unwrap();
    assert_eq!(bench.forum.call.proposals[&ProposalId(2)].cluster, None);
    bench.give(Call::AddCluster { call: CALL, title: "Duties".into() }).unwrap();
    assert!(bench.forum.call.clusters.contains_key(&ClusterId(2)), "no number is given twice");
    let mut bench = open_call(Mode::Sessions);
    let refused = bench.give(Call::AddCluster { call: CALL, title: "Rights".into() });
    assert_eq!(refused, Err(Refusal::NoIssuesHere { call: CALL }));
}
