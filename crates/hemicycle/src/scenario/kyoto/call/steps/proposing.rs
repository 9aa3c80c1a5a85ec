//! Drafts, people, letters to them, submissions, screening, and what was repaired or withdrawn.

use forum::call::{Command as Call, PartTyped};
use forum::people::Role;
use forum::review::{Command as Review, Screening};
use forum::{Actor, PartId};

use super::super::dates::at;
use super::super::{Calls, Fate, Member, Proposal};
use super::{call, person, proposal};
use crate::scenario::kyoto::Kyoto;
use crate::scenario::kyoto::banks::REVIEW;
use crate::scenario::kyoto::commands::id;
use crate::scenario::step::Step;

/// Reasons to fail the minimum criteria, in turn.
const REASONS: [&str; 4] = ["too-few-speakers", "report-missing", "incomplete", "promotional"];

pub(super) fn steps(kyoto: &Kyoto, calls: &Calls) -> Vec<Step> {
    let all = || calls.proposals.iter().enumerate();
    let mut steps: Vec<Step> = all().flat_map(|(n, one)| written(kyoto, n, one)).collect();
    // By number, which is given at that moment.
    let mut submitted: Vec<(usize, &Proposal)> = all().filter(|(_, one)| one.number.is_some()).collect();
    submitted.sort_by_key(|(_, one)| (one.submitted, one.call, one.number));
    for (n, one) in submitted {
        let Some(submitted) = one.submitted else { continue };
        let by = Actor::Person(person(one.by));
        steps.push(Step::new("submit", n, Call::Submit { proposal: proposal(n) }).on(submitted).by(by));
        steps.extend(screened(n, one, by));
    }
    steps
}

/// A draft as it was written: the form, the people, and letters to some of them, which they answered.
fn written(kyoto: &Kyoto, n: usize, one: &Proposal) -> Vec<Step> {
    let by = Actor::Person(person(one.by));
    let kind = one.kind.key().to_owned();
    let mut steps = vec![Step::new("begin", n, Call::Begin { call: call(one.call), kind }).by(by)];
    for (field, values) in &one.answers {
        let (field, values) = ((*field).to_owned(), values.clone());
        let command = Call::SaveAnswer { proposal: proposal(n), field, values, on: 0 };
        steps.push(Step::new("answer", n, command).nth(steps.len()).by(by));
    }
    for (at, member) in one.team.iter().enumerate() {
        let entry = typed(kyoto, member);
        let command = Call::SavePart { proposal: proposal(n), part: None, on: 0, entry };
        steps.push(Step::new("part", n, command).nth(at).by(by));
    }
    for (at, member) in one.team.iter().enumerate() {
        let (proposal, part) = (proposal(n), PartId(id(at)));
        let Some(answer) = member.asked else { continue };
        steps.push(Step::new("invite", n, Call::InvitePart { proposal, part }).nth(at).by(by));
        let Some(agrees) = answer else { continue };
        let command = Call::AnswerPart { proposal, part, agrees };
        steps.push(Step::new("agree", n, command).nth(at).by(Actor::Person(person(member.person))));
    }
    steps.into_iter().map(|step| step.on(one.begun)).collect()
}

fn typed(kyoto: &Kyoto, member: &Member) -> PartTyped {
    let one = &kyoto.persons[member.person];
    PartTyped {
        role: member.role,
        name: one.name.clone(),
        email: one.email.clone().unwrap_or_default(),
        organisation: one.organisation.map_or_else(String::new, |at| kyoto.organisations[at].name.clone()),
        group: Some(one.group),
        country: one.country.as_str().to_owned(),
        region: one.region,
        gender: one.gender,
        attendance: Some(member.attendance),
        confirmed: member.role == Role::Speaker || member.asked == Some(Some(true)),
    }
}

/// What the secretariat found within a week, and what was mended.
fn screened(n: usize, one: &Proposal, by: Actor) -> Vec<Step> {
    let screen = |outcome, reasons: &[&str], note: &str| Review::Screen {
        proposal: proposal(n),
        outcome,
        reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
        note: note.to_owned(),
    };
    let reason = [REASONS[n % REASONS.len()]];
    let passed = || Step::new("screen", n, screen(Screening::Passed, &[], "")).on(at(5, 31, 9));
    match one.fate {
        Fate::Unfinished | Fate::Breaking => Vec::new(),
        Fate::Withdrawn => {
            vec![Step::new("withdraw", n, Call::Withdraw { proposal: proposal(n) }).on(at(5, 26, 9)).by(by)]
        }
        Fate::Failed => {
            vec![Step::new("screen", n, screen(Screening::Failed, &reason, "")).on(at(5, 30, 9))]
        }
        Fate::Repaired => {
            let notes = REVIEW.lines("screening");
            let outcome = Screening::Repair { until: at(5, 31, 0) };
            let asked = screen(outcome, &reason, notes[n % notes.len()]);
            let again = Call::Submit { proposal: proposal(n) };
            vec![
                Step::new("repair", n, asked).on(at(5, 27, 9)),
                Step::new("again", n, again).on(at(5, 29, 15)).by(by),
                passed(),
            ]
        }
        Fate::Passed => vec![passed()],
    }
}
