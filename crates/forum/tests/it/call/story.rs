//! The kinds of acts that came with calls, told into a golden log.

use super::setup::{CALL, about, call_open_for, complete, draft, part, save, submit};
use crate::testing::Bench;
use forum::call::{
    Command as Call, FIELDS, Field, FieldKind, ISSUE, Mode, Offer, PartTyped, Requirement, TeamRole,
};
use forum::people::{Command as People, Role};
use forum::reference::groups::StakeholderGroup;
use forum::{Actor, CallId, ClusterId, MeetingId, PartId, PersonId, ProposalId};

const AMINA: Actor = Actor::Person(PersonId(1));
const LIN: Actor = Actor::Person(PersonId(3));

/// From a call to what becomes of it.
pub(crate) fn from_call_to_session() -> Bench {
    let mut bench = call_open_for(Mode::Sessions, 30);
    tell_of_the_call(&mut bench);
    tell_of_a_proposal(&mut bench);
    tell_of_issues(&mut bench);
    bench.give(People::ErasePerson { person: PersonId(4) }).unwrap();
    bench
}

/// What its makers change of a call.
fn tell_of_the_call(bench: &mut Bench) {
    let call = CALL;
    let mut amended = about(30);
    amended.introduction.insert("fr".into(), "Appel à sessions.".into());
    bench.give(Call::AmendCall { call, about: amended }).unwrap();
    let gate = Some(about(20).gate);
    let offer = Offer { kind: "cinema".into(), minutes: vec![90, 120], gate, most: Some(1) };
    bench.give(Call::OfferKind { call, offer }).unwrap();
    bench.give(Call::DropKind { call, kind: "day-zero".into() }).unwrap();
    let field = Field { key: "catering".into(), kind: FieldKind::Truth, ..FIELDS[0].field() };
    bench.give(Call::SetField { call, field, before: Some("theme".into()) }).unwrap();
    bench.give(Call::DropField { call, field: "catering".into() }).unwrap();
    let reason = [("en".to_owned(), "Everybody speaks.".to_owned())].into();
    let requirement =
        Requirement { key: "at-least-speakers".into(), count: 3, reason, only: vec!["workshop".into()] };
    bench.give(Call::SetRequirement { call, requirement }).unwrap();
    bench.give(Call::DropRequirement { call, key: "at-most-per-organisation".into() }).unwrap();
    bench.give(Call::AllowLate { call, person: PersonId(1), until: about(40).gate.closes }).unwrap();
}

/// A proposal, and all that may happen to one.
fn tell_of_a_proposal(bench: &mut Bench) {
    let proposal = draft(bench, 1, "open-forum");
    let give = |bench: &mut Bench, by, command: Call| assert_eq!(bench.give_as(by, command), Ok(1));
    give(bench, AMINA, Call::ChooseKind { proposal, kind: "workshop".into() });
    complete(bench, 1, proposal);
    save(bench, 1, proposal, "title", &["Rules for All of Us"]).unwrap();
    save(bench, 1, proposal, "notes", &["Please call."]).unwrap();
    save(bench, 1, proposal, "notes", &[""]).unwrap();
    for (name, email) in [("Lin", "lin@forum.example"), ("Okoro", "okoro@forum.example"), ("Nobody", "")] {
        let entry =
            PartTyped { email: email.into(), ..part(name, Role::Organiser, StakeholderGroup::Media, "") };
        give(bench, AMINA, Call::SavePart { proposal, part: None, on: 0, entry });
    }
    give(bench, AMINA, Call::RemovePart { proposal, part: PartId(7) });
    for part in [PartId(5), PartId(6)] {
        give(bench, AMINA, Call::InvitePart { proposal, part });
    }
    give(bench, LIN, Call::AnswerPart { proposal, part: PartId(5), agrees: true });
    give(bench, Actor::Newcomer, Call::AnswerPart { proposal, part: PartId(6), agrees: false });
    submit(bench, 3, proposal).unwrap();
    give(bench, LIN, Call::Reopen { proposal, until: None });
    submit(bench, 1, proposal).unwrap();
    let other = draft(bench, 2, "workshop");
    complete(bench, 2, other);
    submit(bench, 2, other).unwrap();
    bench.give(Call::Withdraw { proposal: other }).unwrap();
    bench.give(Call::Reopen { proposal: other, until: Some(about(50).gate.closes) }).unwrap();
    bench.give(Call::Withdraw { proposal: other }).unwrap();
    bench.give(Call::Erase { proposal: other }).unwrap();
}

/// The second mode.
fn tell_of_issues(bench: &mut Bench) {
    let call = CallId(2);
    bench.give(Call::AddCall { meeting: MeetingId(1), mode: Mode::Issues, about: about(30) }).unwrap();
    bench.give(Call::AnnounceCall { call }).unwrap();
    bench.give_as(AMINA, Call::Begin { call, kind: ISSUE.into() }).unwrap();
    let issue = ProposalId(3);
    for (field, value) in [
        ("title", "Who decides?"),
        ("category", "human-rights"),
        ("description", "Nobody knows."),
        ("join-team", "yes"),
        ("publish", "yes"),
    ] {
        save(bench, 1, issue, field, &[value]).unwrap();
    }
    submit(bench, 1, issue).unwrap();
    for title in ["Rights", "Duties"] {
        bench.give(Call::AddCluster { call, title: title.into() }).unwrap();
    }
    let cluster = ClusterId(1);
    bench.give(Call::DropCluster { cluster: ClusterId(2) }).unwrap();
    bench.give(Call::RenameCluster { cluster, title: "Rights and duties".into() }).unwrap();
    bench.give(Call::PutIssue { proposal: issue, cluster: Some(cluster) }).unwrap();
    bench.give(Call::FormTeam { cluster }).unwrap();
    let join = Call::JoinTeam { cluster, person: PersonId(3), role: TeamRole::Moderator };
    bench.give_as(LIN, join).unwrap();
    bench.give_as(AMINA, Call::PlanTeam { cluster, plan: "Ninety minutes.".into(), on: 0 }).unwrap();
    bench.give_as(LIN, Call::LeaveTeam { cluster, person: PersonId(3) }).unwrap();
}
