//! What somebody wrote in proposals, and what tells of them, can be erased.

use super::{CALL, complete, draft, open_call, part, save, submit};
use crate::testing::Bench;
use forum::call::{Answer, Command as Call, Mode, PartTyped, Stage};
use forum::people::{Command as People, Role};
use forum::reference::groups::StakeholderGroup::Media;
use forum::words::encode;
use forum::{Actor, Forum, PartId, PersonId, ProposalId, Refusal, Seq};
use std::collections::BTreeSet;

const AMINA: Actor = Actor::Person(PersonId(1));
const LIN: Actor = Actor::Person(PersonId(3));

/// The texts that are in the log still, less what later acts blank.
fn texts_left(bench: &Bench) -> Vec<String> {
    let blanked: BTreeSet<Seq> =
        bench.log.iter().flat_map(|(_, act)| Forum::erased_by(act)).copied().collect();
    let left = bench.log.iter().filter(|(stamp, _)| !blanked.contains(&stamp.seq));
    left.flat_map(|(_, act)| encode(act).unwrap().1).map(|side| side.text).collect()
}

/// The texts that the state holds of calls.
fn texts_held(forum: &Forum) -> Vec<String> {
    let text = |answer: &Option<Answer>| match answer {
        Some(Answer::Text(words)) => words.text().map(str::to_owned),
        _ => None,
    };
    let mut held = Vec::new();
    for proposal in forum.call.proposals.values() {
        for saved in proposal.answers.values() {
            held.extend(text(&saved.now));
            held.extend(saved.earlier.iter().filter_map(|(_, answer)| text(answer)));
        }
        for part in proposal.parts.values() {
            let words = [Some(&part.name), part.email.as_ref(), part.organisation.as_ref()];
            held.extend(words.into_iter().flatten().filter_map(|words| words.text().map(str::to_owned)));
        }
    }
    for plan in forum.call.clusters.values().filter_map(|cluster| cluster.plan.as_ref()) {
        let words = plan.now.iter().chain(plan.earlier.iter().filter_map(|(_, words)| words.as_ref()));
        held.extend(words.filter_map(|words| words.text().map(str::to_owned)));
    }
    held
}

fn holds(texts: &[String], canary: &str) -> bool {
    texts.iter().any(|text| text.contains(canary))
}

fn gone(bench: &Bench, canary: &str) -> bool {
    !holds(&texts_left(bench), canary) && !holds(&texts_held(&bench.forum), canary)
}

/// A proposal of Amina and Lin, each of whom has written something.
fn joint() -> (Bench, ProposalId) {
    let mut bench = open_call(Mode::Sessions);
    let proposal = draft(&mut bench, 1, "workshop");
    save(&mut bench, 1, proposal, "title", &["CANARY-AMINA title"]).unwrap();
    let email = "lin@forum.example".to_owned();
    let entry = PartTyped { email, ..part("CANARY-LIN", Role::Organiser, Media, "") };
    bench.give_as(AMINA, Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
    let entry = part("CANARY-ZOE", Role::Speaker, Media, "");
    bench.give_as(AMINA, Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
    bench.give_as(AMINA, Call::InvitePart { proposal, part: PartId(1) }).unwrap();
    bench.give_as(LIN, Call::AnswerPart { proposal, part: PartId(1), agrees: true }).unwrap();
    bench.wait(30);
    save(&mut bench, 3, proposal, "title", &["CANARY-LIN title"]).unwrap();
    save(&mut bench, 3, proposal, "description", &["By CANARY-LIN."]).unwrap();
    (bench, proposal)
}

#[test]
fn an_erased_proposal_leaves_a_number() {
    let (mut bench, id) = joint();
    bench.give_as(LIN, Call::Erase { proposal: id }).unwrap();
    for canary in ["CANARY-AMINA", "CANARY-LIN", "CANARY-ZOE"] {
        assert!(gone(&bench, canary), "{canary}");
    }
    let erased = &bench.forum.call.proposals[&id];
    assert_eq!((erased.stage, erased.words_in.len()), (Stage::Erased, 0));
    let again = bench.give(Call::Erase { proposal: id });
    assert_eq!(again, Err(Refusal::NoSuchProposal { proposal: id }));
    assert_eq!(save(&mut bench, 1, id, "title", &["Back"]), Err(Refusal::NotAllowed));
}

#[test]
fn what_is_submitted_is_withdrawn_before_it_is_erased() {
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    complete(&mut bench, 1, id);
    submit(&mut bench, 1, id).unwrap();
    let erase = Call::Erase { proposal: id };
    assert_eq!(bench.give(erase.clone()), Err(Refusal::WithdrawFirst { code: "WS #1".into() }));
    bench.give(Call::Withdraw { proposal: id }).unwrap();
    bench.give_as(AMINA, erase).unwrap();
    assert_eq!(bench.forum.call.calls[&CALL].numbered, 1, "and its number is given to nobody else");
}

#[test]
fn an_erased_person_takes_along_what_they_wrote_and_what_names_them() {
    let (mut bench, id) = joint();
    bench.give(People::ErasePerson { person: PersonId(3) }).unwrap();
    assert!(gone(&bench, "CANARY-LIN") && gone(&bench, "lin@forum.example"));
    let left = texts_held(&bench.forum);
    assert!(holds(&left, "CANARY-AMINA") && holds(&left, "CANARY-ZOE"), "what the others wrote stays");
    assert_eq!(bench.forum.call.proposals[&id].stage, Stage::Draft);
    assert!(save(&mut bench, 1, id, "title", &["On we go"]).is_ok());
}

#[test]
fn whoever_began_a_proposal_leaves_it_to_the_next_organiser_or_takes_it_along() {
    let (mut bench, id) = joint();
    bench.give_as(AMINA, People::ErasePerson { person: PersonId(1) }).unwrap();
    assert!(gone(&bench, "CANARY-AMINA"));
    assert!(holds(&texts_held(&bench.forum), "CANARY-LIN"));
    assert_eq!(bench.forum.call.proposals[&id].by, PersonId(3));
    save(&mut bench, 3, id, "title", &["CANARY-LIN alone"]).unwrap();
    bench.give_as(LIN, People::ErasePerson { person: PersonId(3) }).unwrap();
    for canary in ["CANARY-LIN", "CANARY-ZOE"] {
        assert!(gone(&bench, canary), "{canary}");
    }
    assert_eq!(bench.forum.call.proposals[&id].stage, Stage::Erased);
}

#[test]
fn somebody_who_is_named_and_not_known_is_found_by_their_mailbox() {
    let mut bench = open_call(Mode::Sessions);
    let proposal = draft(&mut bench, 1, "workshop");
    let entry =
        PartTyped { email: "OKORO@forum.example".into(), ..part("CANARY", Role::Speaker, Media, "KE") };
    bench.give_as(AMINA, Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
    bench.give(People::ErasePerson { person: PersonId(4) }).unwrap();
    assert!(gone(&bench, "CANARY") && gone(&bench, "OKORO"));
    let part = &bench.forum.call.proposals[&proposal].parts[&PartId(1)];
    assert_eq!((part.agrees, part.country, part.group), (Some(false), None, None));
}
