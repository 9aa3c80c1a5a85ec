//! Each rule for what is submitted, seen to fail.

use super::{CALL, call_open_for, complete, draft, part, save, submit};
use crate::testing::{Bench, new_session};
use forum::call::views::{breaches, breaches_of_all};
use forum::call::{Breach, Command as Call, Mode, Offer, PartTyped, REQUIREMENTS, Requirement};
use forum::people::{Attendance, Command as People, NewPerson, Office, Role};
use forum::programme::Command as Programme;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::{Actor, MeetingId, OrganisationId, PartId, PersonId, ProposalId, Refusal};
use std::collections::BTreeSet;

fn broken(bench: &Bench, id: ProposalId) -> Vec<Breach> {
    breaches(&bench.forum, &bench.forum.call.calls[&CALL], &bench.forum.call.proposals[&id])
}

/// A workshop of person 1 that breaks nothing.
fn good() -> (Bench, ProposalId) {
    let mut bench = call_open_for(Mode::Sessions, 1);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    assert_eq!(broken(&bench, id), []);
    (bench, id)
}

fn change(bench: &mut Bench, proposal: ProposalId, number: u32, how: impl Fn(&mut PartTyped)) {
    let of = PartId(number);
    let known = &bench.forum.call.proposals[&proposal].parts[&of];
    let text = |words: &Option<forum::Words>| words.as_ref().map(|words| words.or_empty().to_owned());
    let mut entry = PartTyped {
        role: known.role,
        name: known.name.or_empty().into(),
        email: text(&known.email).unwrap_or_default(),
        organisation: text(&known.organisation).unwrap_or_default(),
        group: known.group,
        country: known.country.map(|code| code.to_string()).unwrap_or_default(),
        region: known.region,
        gender: known.gender,
        attendance: known.attendance,
        confirmed: known.confirmed,
    };
    how(&mut entry);
    let command = Call::SavePart { proposal, part: Some(of), on: known.seq, entry };
    bench.give_as(Actor::Person(PersonId(1)), command).unwrap();
}

/// Submits one more workshop of somebody.
fn submitted(bench: &mut Bench, person: u32) -> ProposalId {
    let id = draft(bench, person, "workshop");
    complete(bench, person, id);
    submit(bench, person, id).unwrap();
    id
}

fn several(bench: &mut Bench, persons: &[u32]) {
    for person in persons {
        submitted(bench, *person);
    }
}

fn belongs(bench: &mut Bench, person: u32) {
    let (person, organisation) = (PersonId(person), Some(OrganisationId(1)));
    bench.give(People::AmendPerson { person, name: None, biography: None, organisation }).unwrap();
}

/// How a good workshop comes to break a rule, what it has then, and about whom.
type Case = (&'static str, fn(&mut Bench, ProposalId), u32, &'static [&'static str]);

const CASES: &[Case] = &[
    ("at-most-per-person", |bench, _| several(bench, &[1, 1, 1]), 4, &[]),
    (
        "at-most-per-organisation",
        |bench, _| {
            let (name, country, url) = ("Registry".into(), String::new(), String::new());
            bench.give(People::AddOrganisation { name, group: None, country, url }).unwrap();
            (1..=4).for_each(|person| belongs(bench, person));
            several(bench, &[2, 3, 4]);
        },
        4,
        &["Registry"],
    ),
    (
        "at-least-speakers",
        |bench, proposal| {
            bench.give(Call::RemovePart { proposal, part: PartId(3) }).unwrap();
        },
        2,
        &[],
    ),
    ("confirmed-speakers", |bench, id| change(bench, id, 2, |part| part.confirmed = false), 2, &[]),
    (
        "at-least-groups",
        |bench, id| change(bench, id, 2, |part| part.group = Some(StakeholderGroup::Government)),
        2,
        &[],
    ),
    (
        "at-least-regions",
        |bench, id| (2..=3).for_each(|number| change(bench, id, number, |part| part.country = "WS".into())),
        1,
        &[],
    ),
    ("at-least-genders", |bench, id| change(bench, id, 3, |part| part.gender = Gender::NotSaid), 1, &[]),
    (
        "speakers-on-site",
        |bench, id| {
            (2..=3).for_each(|number| {
                change(bench, id, number, |part| part.attendance = Some(Attendance::Online));
            });
        },
        1,
        &[],
    ),
    ("moderator-on-site", |bench, id| change(bench, id, 4, |part| part.attendance = None), 0, &[]),
    (
        "speaker-in-at-most",
        |bench, id| {
            change(bench, id, 2, |part| part.email = "LIN@forum.example".into());
            // Once proposed as a moderator, and twice on the programme.
            let other = draft(bench, 2, "workshop");
            complete(bench, 2, other);
            let mut entry = part("L.", Role::Moderator, StakeholderGroup::Media, "");
            entry.email = "lin@forum.example".into();
            bench.give(Call::SavePart { proposal: other, part: None, on: 0, entry }).unwrap();
            submit(bench, 2, other).unwrap();
            for code in ["MS 1", "MS 2"] {
                bench.give(Programme::AddSession(new_session(code, 60))).unwrap();
                let session =
                    *bench.forum.programme.meetings[&MeetingId(1)].sessions.keys().next_back().unwrap();
                bench.speaks(3, session);
            }
        },
        4,
        &["Bo"],
    ),
    (
        "no-proposals-by-reviewers",
        |bench, _| {
            bench.give(People::GrantOffice { person: PersonId(1), office: Office::Reviewer }).unwrap();
        },
        1,
        &["Amina Diallo"],
    ),
    (
        "earlier-report-filed",
        |bench, id| {
            save(bench, 1, id, "earlier", &["yes"]).unwrap();
            save(bench, 1, id, "earlier-session", &["WS 7 of 2022"]).unwrap();
        },
        0,
        &[],
    ),
];

#[test]
fn each_rule_is_broken_by_what_it_is_there_for_and_then_nothing_is_submitted() {
    let tried: BTreeSet<&str> = CASES.iter().map(|(key, ..)| *key).collect();
    assert_eq!(tried, REQUIREMENTS.iter().map(|rule| rule.key).collect());
    for (key, how, have, about) in CASES {
        let (mut bench, id) = good();
        how(&mut bench, id);
        let found = broken(&bench, id);
        let breach =
            found.iter().find(|breach| breach.key == *key).unwrap_or_else(|| panic!("{key}: {found:?}"));
        assert_eq!((breach.have, &breach.about[..]), (*have, &owned(about)[..]), "{key}");
        assert!(matches!(submit(&mut bench, 1, id), Err(Refusal::RuleBroken { .. })), "{key}");
        // Without the rules nothing keeps it back.
        for broken in found {
            bench.give(Call::DropRequirement { call: CALL, key: broken.key.into() }).unwrap();
        }
        submit(&mut bench, 1, id).unwrap();
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn all_at_once_find_what_each_finds_alone() {
    let (mut bench, id) = good();
    let ids: Vec<_> = (0..3).map(|_| submitted(&mut bench, 1)).collect();
    for rule in ["at-most-per-person", "at-most-per-organisation", "speaker-in-at-most"] {
        let requirement =
            Requirement { key: rule.into(), count: 1, reason: Default::default(), only: vec![] };
        bench.give(Call::SetRequirement { call: CALL, requirement }).unwrap();
    }
    let all = breaches_of_all(&bench.forum, &bench.forum.call.calls[&CALL]);
    assert_eq!(all.len(), 3, "the draft {id} is nobody's yet");
    for id in ids {
        assert_eq!(all[&id], broken(&bench, id));
        assert_eq!((all[&id][0].key, all[&id][0].have), ("at-most-per-person", 3));
    }
}

#[test]
fn a_type_of_session_may_have_a_limit_of_its_own() {
    let (mut bench, id) = good();
    let offer = Offer { kind: "workshop".into(), minutes: vec![60], gate: None, most: Some(1) };
    bench.give(Call::OfferKind { call: CALL, offer }).unwrap();
    assert_eq!(broken(&bench, id), []);
    submitted(&mut bench, 1);
    assert_eq!(broken(&bench, id).iter().map(|breach| breach.have).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_rule_holds_for_those_types_of_session_that_it_names() {
    let mut bench = call_open_for(Mode::Sessions, 1);
    let keys = |bench: &Bench, id| broken(bench, id).iter().map(|breach| breach.key).collect::<Vec<_>>();
    let forum_of = draft(&mut bench, 1, "open-forum");
    assert_eq!(keys(&bench, forum_of), [""; 0]);
    let workshop = draft(&mut bench, 1, "workshop");
    assert!(keys(&bench, workshop).contains(&"at-least-speakers"));
    let unknown =
        Requirement { key: "by-star-sign".into(), count: 1, reason: Default::default(), only: vec![] };
    let set = Call::SetRequirement { call: CALL, requirement: unknown };
    assert_eq!(bench.give(set), Err(Refusal::NoSuchRule { rule: "by-star-sign".into() }));
}

#[test]
fn what_people_declare_of_themselves_goes_before_what_an_organiser_says_of_them() {
    let (mut bench, id) = good();
    let own = NewPerson {
        name: "Bo".into(),
        email: "bo@forum.example".into(),
        group: Some(StakeholderGroup::Government),
        ..NewPerson::default()
    };
    bench.give(People::AddPerson(own)).unwrap();
    change(&mut bench, id, 2, |part| part.email = "bo@forum.example".into());
    bench.give(Call::InvitePart { proposal: id, part: PartId(2) }).unwrap();
    let answer = Call::AnswerPart { proposal: id, part: PartId(2), agrees: true };
    bench.give_as(Actor::Person(PersonId(5)), answer).unwrap();
    let keys: Vec<_> = broken(&bench, id).iter().map(|breach| breach.key).collect();
    assert_eq!(keys, ["at-least-groups"]);
}

/// Enters somebody once more, as they stand in the good workshop, under another name.
fn again(bench: &mut Bench, proposal: ProposalId, name: &str, role: Role, email: &str) {
    let mut entry = part(name, role, StakeholderGroup::Media, "WS");
    entry.email = email.into();
    bench.give_as(Actor::Person(PersonId(1)), Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
}

#[test]
fn whoever_is_entered_several_times_is_one_person() {
    let (mut bench, id) = good();
    bench.give(Call::RemovePart { proposal: id, part: PartId(3) }).unwrap();
    bench.give(Call::RemovePart { proposal: id, part: PartId(2) }).unwrap();
    bench.give(Call::RemovePart { proposal: id, part: PartId(1) }).unwrap();
    for (name, group, country) in [
        ("Ada", StakeholderGroup::Government, "FJ"),
        ("A. Lo", StakeholderGroup::CivilSociety, "KE"),
        ("Wade", StakeholderGroup::TechnicalCommunity, "FR"),
    ] {
        let mut entry = part(name, Role::Speaker, group, country);
        entry.email = "ADA@forum.example".into();
        bench.give(Call::SavePart { proposal: id, part: None, on: 0, entry }).unwrap();
    }
    let found: Vec<_> = broken(&bench, id).iter().map(|breach| (breach.key, breach.have)).collect();
    let keys = [
        "at-least-speakers",
        "confirmed-speakers",
        "at-least-groups",
        "at-least-regions",
        "at-least-genders",
        "speakers-on-site",
    ];
    assert_eq!(found, keys.map(|key| (key, 1)));
    // A mere name that stands there twice is one, too.
    for _ in 0..2 {
        again(&mut bench, id, "Zoe", Role::Speaker, "");
    }
    let speakers = broken(&bench, id).into_iter().find(|breach| breach.key == "at-least-speakers");
    assert_eq!(speakers.map(|breach| breach.have), Some(2));
}

#[test]
fn everybody_who_organises_a_proposal_counts_among_those_who_propose() {
    let (mut bench, id) = good();
    // Lin submits three by themselves, and organises this one with its proposer.
    several(&mut bench, &[3, 3, 3]);
    again(&mut bench, id, "Lin", Role::Organiser, "lin@forum.example");
    assert_eq!(broken(&bench, id), [], "asked nothing yet, and may not know of it");
    let part = PartId(5);
    bench.give(Call::InvitePart { proposal: id, part }).unwrap();
    let yes = Call::AnswerPart { proposal: id, part, agrees: true };
    bench.give_as(Actor::Person(PersonId(3)), yes).unwrap();
    let found: Vec<_> = broken(&bench, id).iter().map(|breach| (breach.key, breach.have)).collect();
    assert_eq!(found, [("at-most-per-person", 4)]);
}

#[test]
fn a_reviewer_who_is_invited_counts_when_it_is_submitted() {
    let cases = [
        (Role::Organiser, "lin@forum.example", true),
        (Role::Speaker, "Lin@Forum.example", true),
        (Role::Moderator, "lin@forum.example", false),
        (Role::Speaker, "okoro@forum.example", false),
    ];
    for (role, email, counts) in cases {
        let (mut bench, id) = good();
        bench.give(People::GrantOffice { person: PersonId(3), office: Office::Reviewer }).unwrap();
        again(&mut bench, id, "L. typed", role, email);
        let about: Vec<_> = broken(&bench, id).into_iter().flat_map(|breach| breach.about).collect();
        let expected: &[&str] = if counts { &["L. typed"] } else { &[] };
        assert_eq!(about, expected, "{role:?} {email}");
        assert_eq!(submit(&mut bench, 1, id).is_err(), counts);
    }
}
