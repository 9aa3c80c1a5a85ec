//! A call by dice: people who write, ask each other, submit, withdraw and are forgotten, in any order.

use super::Dice;
use crate::call::{CALL, about, call_open_for, part};
use crate::testing::Bench;
use forum::call::views::{self, Sight};
use forum::call::{Answer, Command as Call, FIELDS, ISSUE, Mode, PartTyped, Stage, TeamRole};
use forum::people::{Command as People, NewPerson, Office, Role};
use forum::reference::groups::StakeholderGroup;
use forum::words::{decode, encode};
use forum::{Act, Actor, ClusterId, Command, Forum, PartId, PersonId, ProposalId, Seq, Viewer};
use std::collections::{BTreeMap, BTreeSet};

const PERSONS: u64 = 6;

/// The acts that people give, all of which the dice must give, too.
const OF_PEOPLE: &[&str] = &[
    "ProposalBegun",
    "KindChosen",
    "AnswerSaved",
    "PartSaved",
    "PartRemoved",
    "PartInvited",
    "PartAnswered",
    "ProposalSubmitted",
    "ProposalReopened",
    "ProposalWithdrawn",
    "ProposalErased",
    "IssuePut",
    "TeamFormed",
    "TeamJoined",
    "TeamLeft",
    "TeamPlanned",
];

/// A command, and who gives it: mostly somebody who may.
fn command(dice: &mut Dice, forum: &Forum) -> (Actor, Command) {
    let (proposal, part) = (ProposalId(dice.id(4)), PartId(dice.id(3)));
    let known = forum.call.proposals.get(&proposal);
    let organiser = known.map_or(Actor::Newcomer, |known| Actor::Person(known.by));
    let command = match dice.below(32) {
        0 => begin_draft(dice),
        1..=12 => answer(dice, forum, proposal),
        13..=16 => person(dice, forum, proposal, part),
        17 => Call::RemovePart { proposal, part },
        18 | 19 => Call::InvitePart { proposal, part },
        20 | 21 => {
            let asked = known.and_then(|known| known.parts.get(&part)?.email.as_ref()?.text());
            let by = asked.and_then(|address| forum.people.by_email(address)).map(Actor::Person);
            let agrees = dice.below(3) > 0;
            return (by.unwrap_or(Actor::Newcomer), Call::AnswerPart { proposal, part, agrees }.into());
        }
        22..=24 => Call::Submit { proposal },
        25 if dice.below(6) == 0 => Call::Erase { proposal },
        25 if dice.below(2) == 0 => Call::Withdraw { proposal },
        25 | 26 => Call::Reopen { proposal, until: (dice.below(2) == 0).then(|| about(60).gate.closes) },
        27..=29 => {
            let command = team(dice, proposal);
            // Nobody joins but by themselves.
            let by = match command {
                Call::JoinTeam { person, .. } => Actor::Person(person),
                _ => Actor::Secretariat,
            };
            return (by, command.into());
        }
        30 => return somebody(dice),
        _ => Call::ChooseKind { proposal, kind: "open-forum".into() },
    };
    let by = match dice.below(10) {
        0 => Actor::Secretariat,
        1 | 2 => Actor::Person(PersonId(dice.id(PERSONS))),
        _ if matches!(command, Call::Begin { .. }) => Actor::Person(PersonId(dice.id(PERSONS))),
        _ => organiser,
    };
    (by, command.into())
}

fn begin_draft(dice: &mut Dice) -> Call {
    let kind = ["workshop", "open-forum", ISSUE][dice.below(3) as usize];
    Call::Begin { call: CALL, kind: kind.into() }
}

/// Somebody is forgotten, or moves.
fn somebody(dice: &mut Dice) -> (Actor, Command) {
    let person = PersonId(dice.id(PERSONS));
    if dice.below(8) == 0 {
        return (Actor::Secretariat, People::ErasePerson { person }.into());
    }
    (Actor::Newcomer, People::ChangeMailbox { person, email: address(dice.id(9)) }.into())
}

fn address(number: u32) -> String {
    format!("p{number}@forum.example")
}

/// An answer that fits, or not, typed by somebody who has seen the last one, or not.
fn answer(dice: &mut Dice, forum: &Forum, proposal: ProposalId) -> Call {
    // Few, so that the same is typed again.
    let field = &FIELDS[dice.below(6) as usize];
    let words = format!("words {}", dice.below(4));
    let values = match (field.choices(), dice.below(5)) {
        (_, 0) => vec![],
        ([], 1) => vec!["yes".to_owned()],
        ([], _) => vec![words],
        (choices, _) => vec![choices[dice.below(choices.len() as u64) as usize].to_owned()],
    };
    let saved = forum.call.proposals.get(&proposal).and_then(|known| known.answers.get(field.key));
    let on = saved.map_or(0, |saved| saved.seq) * (dice.below(8).min(1));
    Call::SaveAnswer { proposal, field: field.key.into(), values, on }
}

fn person(dice: &mut Dice, forum: &Forum, proposal: ProposalId, number: PartId) -> Call {
    let role = [Role::Speaker, Role::Organiser, Role::Moderator][dice.below(3) as usize];
    let known = forum.call.proposals.get(&proposal).and_then(|known| known.parts.get(&number));
    let email = address(dice.id(PERSONS));
    let entry = PartTyped { email, ..part("Name", role, StakeholderGroup::Media, "FJ") };
    let on = known.map_or(0, |part| part.seq);
    Call::SavePart { proposal, part: known.map(|_| number), on, entry }
}

fn team(dice: &mut Dice, proposal: ProposalId) -> Call {
    let (cluster, person) = (ClusterId(1 + dice.below(5) as u32 / 4), PersonId(dice.id(PERSONS)));
    match dice.below(9) {
        0 => Call::AddCluster { call: CALL, title: "Rights".into() },
        1 | 2 => Call::PutIssue { proposal, cluster: Some(cluster) },
        3 => Call::FormTeam { cluster },
        4..=6 => Call::JoinTeam { cluster, person, role: TeamRole::Expert },
        7 => Call::LeaveTeam { cluster, person },
        _ => Call::PlanTeam { cluster, plan: format!("words {}", dice.below(9)), on: 0 },
    }
}

/// A call that demands little, so that dice can meet it.
fn begin(mode: Mode) -> Bench {
    let mut bench = call_open_for(mode, 60);
    for field in FIELDS.iter().filter(|field| field.is_for(mode)) {
        let field = forum::call::Field { required: false, when: None, ..field.field() };
        drop(bench.give(Call::SetField { call: CALL, field, before: None }));
    }
    for rule in bench.forum.call.calls[&CALL].requirements.clone() {
        bench.give(Call::DropRequirement { call: CALL, key: rule.key }).unwrap();
    }
    for n in 5..=PERSONS {
        let email = format!("p{n}@forum.example");
        bench
            .give(People::AddPerson(NewPerson { name: "Name".into(), email, ..NewPerson::default() }))
            .unwrap();
    }
    bench.give(People::GrantOffice { person: PersonId(6), office: Office::Reviewer }).unwrap();
    bench
}

/// Numbers are given once and stay, and nothing is submitted twice.
fn check_numbers(bench: &Bench, numbers: &mut BTreeMap<ProposalId, u32>) {
    for proposal in bench.forum.call.proposals.values() {
        let Some(number) = proposal.number else { continue };
        assert_eq!(*numbers.entry(proposal.id).or_insert(number), number, "a number stays");
        assert!(number <= bench.forum.call.calls[&proposal.call].numbered);
    }
    let given: BTreeSet<u32> = numbers.values().copied().collect();
    assert_eq!(given.len(), numbers.len(), "a number is given once");
}

/// Whoever is outside sees nothing of a draft, and nobody in a proposal who has not agreed.
fn check_sight(forum: &Forum) {
    for viewer in (1..=6).map(|n| Viewer::Person(PersonId(n))).chain([Viewer::Public]) {
        for view in views::proposals(forum, viewer, CALL) {
            let known = &forum.call.proposals[&view.id];
            let own = matches!(viewer, Viewer::Person(person) if views::organises(known, person));
            assert_eq!(view.sight == Sight::Team, own, "{viewer:?}");
            let asks = |part: &forum::call::Part| matches!(viewer, Viewer::Person(person) if views::is_asked(forum, part, person));
            for part in &view.parts {
                let named = &known.parts[&part.id];
                let reviews = view.sight >= Sight::Blind && named.agrees != Some(false);
                let may = own || reviews || named.agrees == Some(true) || asks(named);
                assert!(may, "{viewer:?} sees {:?} of {}", part.id, view.id);
            }
            assert!(
                own || view.sight < Sight::Blind || known.stage == Stage::Submitted,
                "nobody reviews a draft"
            );
        }
    }
}

/// The acts that hold words of what stands are known to it, and those of what was erased are blanked.
fn check_words(bench: &Bench) {
    let mut blanked: BTreeSet<Seq> = BTreeSet::new();
    for (stamp, act) in &bench.log {
        let erased = Forum::erased_by(act);
        assert!(erased.iter().all(|seq| *seq < stamp.seq), "what is blanked was there before");
        blanked.extend(erased);
    }
    let mut known: BTreeSet<Seq> = BTreeSet::new();
    for proposal in bench.forum.call.proposals.values() {
        known.extend(proposal.words_in.iter().map(|(seq, _)| *seq));
        for part in proposal.parts.values() {
            assert_eq!(
                part.name.is_erased(),
                blanked.contains(&part.seq),
                "what is gone in the log is gone here"
            );
        }
        for saved in proposal.answers.values() {
            let erased = matches!(&saved.now, Some(Answer::Text(words)) if words.is_erased());
            let gone = matches!(saved.now, Some(Answer::Text(_))) && blanked.contains(&saved.seq);
            assert_eq!(erased, gone, "what is gone in the log is gone here");
        }
    }
    known.extend(
        bench.forum.call.clusters.values().flat_map(|cluster| cluster.words_in.iter().map(|(seq, _)| *seq)),
    );
    for (stamp, act) in &bench.log {
        let wrote = matches!(act, Act::Call(_)) && !encode(act).unwrap().1.is_empty();
        // Each has a home from which an erasure reaches it, until it has none because it is gone.
        assert_eq!(wrote && !blanked.contains(&stamp.seq), known.contains(&stamp.seq), "{stamp:?} {act:?}");
    }
}

/// The log as it is read after a restart: what was erased has no texts any more, and the state is the same.
fn check_reading(bench: &Bench) {
    let blanked: BTreeSet<Seq> =
        bench.log.iter().flat_map(|(_, act)| Forum::erased_by(act)).copied().collect();
    let mut again = Forum::default();
    for (stamp, act) in &bench.log {
        let (bytes, texts) = encode(act).unwrap();
        let kept = |side| Some(side).filter(|_| !blanked.contains(&stamp.seq));
        let act: Act = decode(&bytes, texts.into_iter().map(kept).collect()).unwrap();
        again.apply(stamp, &act);
    }
    assert_eq!(again.digest(), bench.forum.digest(), "the same log gives the same state");
}

/// The kinds of acts that a run had.
fn run(seed: u64) -> BTreeSet<String> {
    let mut dice = Dice(seed);
    let mode = if seed.is_multiple_of(3) { Mode::Issues } else { Mode::Sessions };
    let mut bench = begin(mode);
    let mut numbers = BTreeMap::new();
    for _ in 0..250 {
        let (by, command) = command(&mut dice, &bench.forum);
        let before = bench.forum.seq();
        if bench.give_as(by, command).is_err() {
            assert_eq!(before, bench.forum.seq(), "a refusal leaves no trace");
        }
        bench.wait(dice.below(4) * dice.below(9));
        check_numbers(&bench, &mut numbers);
        check_sight(&bench.forum);
    }
    check_words(&bench);
    check_reading(&bench);
    let of_calls = bench.log.iter().filter(|(_, act)| matches!(act, Act::Call(_)));
    let named =
        |act: &Act| serde_json::to_value(act).unwrap()["call"].as_object().unwrap().keys().next().cloned();
    of_calls.filter_map(|(_, act)| named(act)).collect()
}

#[test]
fn any_call_keeps_its_promises() {
    let seeds = match std::env::var("HEMICYCLE_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => seed..seed + 1,
        None => 0..60,
    };
    let (mut kinds, all) = (BTreeSet::new(), seeds.end - seeds.start > 1);
    for seed in seeds {
        let held = std::panic::catch_unwind(|| run(seed));
        kinds.extend(held.unwrap_or_else(|_| panic!("repeat with HEMICYCLE_SEED={seed}")));
    }
    for kind in OF_PEOPLE {
        assert!(!all || kinds.contains(*kind), "no dice gave {kind}");
    }
}
