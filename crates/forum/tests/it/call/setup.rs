//! A call with people who propose to it.

use crate::testing::Bench;
use forum::call::{About, Command as Call, Gate, Mode, PartTyped};
use forum::people::{Attendance, Command as People, NewPerson, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::{Actor, CallId, MeetingId, PersonId, ProposalId, Refusal, Seq};
use jiff::{SignedDuration, Timestamp};

pub(crate) const CALL: CallId = CallId(1);

/// What a call says of itself, that is open for so many days from the first of June.
pub(crate) fn about(days: i64) -> About {
    let opens: Timestamp = "2023-05-01T00:00:00Z".parse().unwrap();
    let begin: Timestamp = "2023-06-01T00:00:00Z".parse().unwrap();
    About {
        title: [("en".to_owned(), "Call for sessions".to_owned())].into(),
        introduction: Default::default(),
        how_decided: Default::default(),
        gate: Gate { opens, closes: begin + SignedDuration::from_hours(24 * days) },
        told_by: None,
        open: false,
    }
}

/// Kyoto with a call that is open for a day, and two more persons, 3 and 4, who have mailboxes.
pub(crate) fn open_call(mode: Mode) -> Bench {
    call_open_for(mode, 1)
}

/// The same for so many days.
pub(crate) fn call_open_for(mode: Mode, days: i64) -> Bench {
    let mut bench = Bench::kyoto();
    for name in ["lin", "okoro"] {
        let email = format!("{name}@forum.example");
        bench
            .give(People::AddPerson(NewPerson { name: name.into(), email, ..NewPerson::default() }))
            .unwrap();
    }
    bench.give(Call::AddCall { meeting: MeetingId(1), mode, about: about(days) }).unwrap();
    bench.give(Call::AnnounceCall { call: CALL }).unwrap();
    bench
}

/// Begins a draft in somebody's name.
pub(crate) fn draft(bench: &mut Bench, person: u32, kind: &str) -> ProposalId {
    bench.give_as(Actor::Person(PersonId(person)), Call::Begin { call: CALL, kind: kind.into() }).unwrap();
    *bench.forum.call.proposals.keys().next_back().unwrap()
}

/// Saves an answer on top of what stands there.
pub(crate) fn save(
    bench: &mut Bench,
    person: u32,
    proposal: ProposalId,
    field: &str,
    values: &[&str],
) -> Result<usize, Refusal> {
    let on = bench.forum.call.proposals[&proposal].answers.get(field).map_or(0, |saved| saved.seq);
    save_on(bench, person, (proposal, field, on), values)
}

/// Saves an answer on top of what was seen.
pub(crate) fn save_on(
    bench: &mut Bench,
    person: u32,
    (proposal, field, on): (ProposalId, &str, Seq),
    values: &[&str],
) -> Result<usize, Refusal> {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let command = Call::SaveAnswer { proposal, field: field.into(), values, on };
    bench.give_as(Actor::Person(PersonId(person)), command)
}

/// Somebody who comes.
pub(crate) fn part(name: &str, role: Role, group: StakeholderGroup, country: &str) -> PartTyped {
    PartTyped {
        role,
        name: name.into(),
        email: String::new(),
        organisation: format!("{name} and Partners"),
        group: Some(group),
        country: country.into(),
        region: None,
        gender: if name < "M" { Gender::Female } else { Gender::Male },
        attendance: Some(Attendance::OnSite),
        confirmed: true,
    }
}

/// What a workshop needs to be submitted.
pub(crate) fn complete(bench: &mut Bench, person: u32, proposal: ProposalId) {
    let answers: &[(&str, &[&str])] = &[
        ("title", &["Rules for All"]),
        ("theme", &["ai"]),
        ("policy-questions", &["Who decides?"]),
        ("description", &["A round table on who decides."]),
        ("format", &["round-table"]),
        ("layout", &["theatre"]),
        ("duration", &["60"]),
        ("diversity", &["From four continents."]),
        ("first-time", &["yes"]),
        ("hybrid", &["Every second question comes from online."]),
        ("interaction", &["Polls."]),
        ("goals", &["16", "4"]),
        ("earlier", &["no"]),
    ];
    for (field, values) in answers {
        save(bench, person, proposal, field, values).unwrap();
    }
    for (name, role, group, country) in [
        ("Ada", Role::Speaker, StakeholderGroup::Government, "FJ"),
        ("Bo", Role::Speaker, StakeholderGroup::CivilSociety, "KE"),
        ("Zoe", Role::Speaker, StakeholderGroup::TechnicalCommunity, "FR"),
        ("Mo", Role::Moderator, StakeholderGroup::PrivateSector, "BR"),
    ] {
        let entry = part(name, role, group, country);
        let command = Call::SavePart { proposal, part: None, on: 0, entry };
        bench.give_as(Actor::Person(PersonId(person)), command).unwrap();
    }
}

/// Submits in somebody's name.
pub(crate) fn submit(bench: &mut Bench, person: u32, proposal: ProposalId) -> Result<usize, Refusal> {
    bench.give_as(Actor::Person(PersonId(person)), Call::Submit { proposal })
}

/// One of each command about a proposal that its organisers may give, and what only the desk may.
pub(crate) fn every_call_command(proposal: ProposalId) -> (Vec<Call>, Vec<Call>) {
    use forum::reference::groups::StakeholderGroup::Media;
    let entry = part("New", Role::Speaker, Media, "");
    let part = forum::PartId(1);
    let own = vec![
        Call::ChooseKind { proposal, kind: "open-forum".into() },
        Call::SaveAnswer { proposal, field: "title".into(), values: vec!["Other".into()], on: 0 },
        Call::SavePart { proposal, part: None, on: 0, entry },
        Call::RemovePart { proposal, part },
        Call::InvitePart { proposal, part },
        Call::Submit { proposal },
        Call::Reopen { proposal, until: None },
        Call::Withdraw { proposal },
        Call::Erase { proposal },
    ];
    let (call, cluster) = (CALL, forum::ClusterId(1));
    let desk = vec![
        Call::AddCall { meeting: MeetingId(1), mode: Mode::Issues, about: about(2) },
        Call::AmendCall { call, about: about(3) },
        Call::AnnounceCall { call },
        Call::DropKind { call, kind: "workshop".into() },
        Call::DropField { call, field: "title".into() },
        Call::DropRequirement { call, key: "at-least-speakers".into() },
        Call::AllowLate { call, person: PersonId(2), until: about(9).gate.closes },
        Call::AddCluster { call, title: "Rights".into() },
        Call::RenameCluster { cluster, title: "Duties".into() },
        Call::PutIssue { proposal, cluster: Some(cluster) },
        Call::DropCluster { cluster },
        Call::FormTeam { cluster },
        Call::Reopen { proposal, until: Some(about(9).gate.closes) },
    ];
    (own, desk)
}
