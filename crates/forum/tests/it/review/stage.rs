//! A call under review to test with: three proposals, four reviewers, a chair.

use crate::testing::Bench;
use forum::call::{About, Command as Call, Gate, Mode, PartTyped, Said};
use forum::people::{Command as People, NewPerson, Office, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{Command, Screening, Settings};
use forum::{Actor, CallId, MeetingId, OrganisationId, PersonId, ProposalId, Refusal, Seq};
use jiff::Timestamp;
use std::collections::BTreeMap;

pub(super) const CALL: CallId = CallId(1);
pub(super) const ONE: ProposalId = ProposalId(1);
pub(super) const TWO: ProposalId = ProposalId(2);
pub(super) const THREE: ProposalId = ProposalId(3);

/// Proposes the first.
pub(super) const AMINA: PersonId = PersonId(1);
/// Proposes the second and the third.
pub(super) const TOMAS: PersonId = PersonId(2);
/// Reviewers.
pub(super) const RIN: PersonId = PersonId(3);
pub(super) const OTIENO: PersonId = PersonId(4);
pub(super) const MAJA: PersonId = PersonId(5);
pub(super) const LI: PersonId = PersonId(6);
/// The chair.
pub(super) const SALMA: PersonId = PersonId(7);
/// Of the secretariat.
pub(super) const IVAN: PersonId = PersonId(8);
/// Nobody in particular.
pub(super) const NOBODY: PersonId = PersonId(9);

pub(super) const REVIEWERS: [PersonId; 4] = [RIN, OTIENO, MAJA, LI];

pub(super) fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

/// Open whenever a test is.
pub(super) fn open() -> Gate {
    Gate { opens: at("2023-05-01T00:00:00Z"), closes: at("2023-09-01T00:00:00Z") }
}

/// Two criteria, of which the second counts three times; a low score needs a reason.
pub(super) fn settings() -> Settings {
    let mut settings = Settings::usual(open());
    settings.criteria.truncate(2);
    settings.criteria[1].weight = 3;
    settings.appeals = Some(at("2023-08-01T00:00:00Z"));
    settings
}

pub(super) fn person(name: &str, email: &str, organisation: Option<OrganisationId>) -> People {
    People::AddPerson(NewPerson {
        name: name.into(),
        email: email.into(),
        organisation,
        group: Some(StakeholderGroup::CivilSociety),
        ..NewPerson::default()
    })
}

pub(super) fn as_person(person: PersonId) -> Actor {
    Actor::Person(person)
}

/// A part as somebody types it.
pub(super) fn part(role: Role, name: &str, email: &str, organisation: &str) -> PartTyped {
    PartTyped {
        role,
        name: name.into(),
        email: email.into(),
        organisation: organisation.into(),
        group: None,
        country: String::new(),
        region: None,
        gender: Gender::NotSaid,
        attendance: None,
        confirmed: true,
    }
}

/// A call whose form asks for a title and a theme only, with nothing proposed.
pub(super) fn announced() -> Bench {
    let mut bench = Bench::kyoto();
    for (n, name) in
        ["Rin Sato", "Otieno Ouma", "Maja Kos", "Li Wei", "Salma Haddad", "Ivan Petrov", "Noa Bar"]
            .into_iter()
            .enumerate()
    {
        bench.give(person(name, &format!("p{n}@forum.example"), None)).unwrap();
    }
    let grants = REVIEWERS.map(|who| (who, Office::Reviewer)).into_iter();
    for (person, office) in grants.chain([(SALMA, Office::Chair), (IVAN, Office::Secretariat)]) {
        bench.give(People::GrantOffice { person, office }).unwrap();
    }
    let title = Said::from([("en".into(), "Call for sessions".into())]);
    let about = About {
        title,
        introduction: Said::new(),
        how_decided: Said::new(),
        gate: open(),
        told_by: None,
        open: false,
    };
    bench.give(Call::AddCall { meeting: MeetingId(1), mode: Mode::Sessions, about }).unwrap();
    let call = bench.forum.call.calls[&CALL].clone();
    // Backwards: a field on which another depends stays until that one is gone.
    for field in call.fields.iter().rev().filter(|field| !["title", "theme"].contains(&field.key.as_str())) {
        bench.give(Call::DropField { call: CALL, field: field.key.clone() }).unwrap();
    }
    for rule in &call.requirements {
        bench.give(Call::DropRequirement { call: CALL, key: rule.key.clone() }).unwrap();
    }
    bench.give(Call::AnnounceCall { call: CALL }).unwrap();
    bench
}

/// Begins a draft with a title and a theme.
pub(super) fn draft(bench: &mut Bench, by: PersonId, title: &str) -> ProposalId {
    bench.give_as(as_person(by), Call::Begin { call: CALL, kind: "workshop".into() }).unwrap();
    let proposal = *bench.forum.call.proposals.keys().next_back().unwrap();
    for (field, value) in [("title", title), ("theme", "ai")] {
        let (field, values) = (field.to_owned(), vec![value.to_owned()]);
        bench.give_as(as_person(by), Call::SaveAnswer { proposal, field, values, on: 0 }).unwrap();
    }
    proposal
}

/// Proposes something in which these stand.
pub(super) fn propose(bench: &mut Bench, by: PersonId, title: &str, parts: Vec<PartTyped>) -> ProposalId {
    let proposal = draft(bench, by, title);
    for entry in parts {
        let save = Call::SavePart { proposal, part: None, on: 0, entry };
        bench.give_as(as_person(by), save).unwrap();
    }
    bench.give_as(as_person(by), Call::Submit { proposal }).unwrap();
    proposal
}

/// Three proposals that passed the screening, each with the same three reviewers; Li has none yet.
pub(super) fn assigned() -> Bench {
    let mut bench = screened();
    let assigned = [ONE, TWO, THREE].map(|one| (one, vec![RIN, OTIENO, MAJA]));
    bench.give(Command::Assign { call: CALL, assigned: assigned.into() }).unwrap();
    bench
}

/// Three proposals that passed the screening.
pub(super) fn screened() -> Bench {
    let mut bench = announced();
    propose(&mut bench, AMINA, "Community networks", vec![]);
    propose(&mut bench, TOMAS, "Fair algorithms", vec![]);
    propose(&mut bench, TOMAS, "Algorithms that are fair", vec![]);
    bench.give(Command::SetReview { call: CALL, settings: settings() }).unwrap();
    for proposal in [ONE, TWO, THREE] {
        bench.give(passed(proposal)).unwrap();
    }
    bench
}

pub(super) fn passed(proposal: ProposalId) -> Command {
    Command::Screen { proposal, outcome: Screening::Passed, reasons: vec![], note: String::new() }
}

pub(super) fn score(relevance: u8, questions: u8) -> BTreeMap<String, u8> {
    BTreeMap::from([("relevance".into(), relevance), ("policy-questions".into(), questions)])
}

/// The act that saved what a reviewer wrote last.
pub(super) fn last_save(bench: &Bench, proposal: ProposalId, reviewer: PersonId) -> Seq {
    let reviews = bench.forum.review.reviews.get(&proposal);
    reviews.and_then(|reviews| reviews.get(&reviewer)).map_or(0, |review| review.seq)
}

/// A whole review with both scores the same.
pub(super) fn review(bench: &Bench, proposal: ProposalId, reviewer: PersonId, scores: (u8, u8)) -> Command {
    Command::SaveReview {
        proposal,
        reviewer,
        scores: score(scores.0, scores.1),
        reasons: vec!["thin-content".into()],
        to_chair: format!("chair-{reviewer}"),
        to_proposer: format!("proposer-{reviewer}"),
        merge: None,
        submit: true,
        on: last_save(bench, proposal, reviewer),
    }
}

/// Submits a review.
pub(super) fn submit(
    bench: &mut Bench,
    proposal: ProposalId,
    reviewer: PersonId,
    scores: (u8, u8),
) -> Result<usize, Refusal> {
    let command = review(bench, proposal, reviewer, scores);
    bench.give_as(as_person(reviewer), command)
}
