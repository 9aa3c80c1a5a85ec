//! Those who stand in a proposal: asked by letter, and there only if they agree.

use super::{CALL, complete, draft, open_call, part, save, submit};
use crate::testing::Bench;
use forum::call::views::{asked_of, organises, speakers};
use forum::call::{Command as Call, Mode, PartTyped};
use forum::people::{Command as People, Role};
use forum::reference::groups::StakeholderGroup::Media;
use forum::settings::Key;
use forum::{Actor, Forum, PartId, PersonId, ProposalId, Refusal};

const AMINA: Actor = Actor::Person(PersonId(1));
const LIN: Actor = Actor::Person(PersonId(3));
const OKORO: Actor = Actor::Person(PersonId(4));

fn entry(role: Role, email: &str) -> PartTyped {
    PartTyped { email: email.into(), ..part("Lin", role, Media, "") }
}

/// A draft in which Lin stands in a role as part 1 and was asked.
fn asked(role: Role) -> (Bench, ProposalId) {
    let mut bench = open_call(Mode::Sessions);
    let proposal = draft(&mut bench, 1, "workshop");
    let entry = entry(role, "lin@forum.example");
    bench.give_as(AMINA, Call::SavePart { proposal, part: None, on: 0, entry }).unwrap();
    bench.give_as(AMINA, Call::InvitePart { proposal, part: PartId(1) }).unwrap();
    (bench, proposal)
}

fn answer(proposal: ProposalId, agrees: bool) -> Call {
    Call::AnswerPart { proposal, part: PartId(1), agrees }
}

#[test]
fn only_whoever_has_the_mailbox_that_was_asked_answers() {
    let (mut bench, id) = asked(Role::Speaker);
    for by in [AMINA, OKORO, Actor::Newcomer] {
        assert_eq!(bench.give_as(by, answer(id, true)), Err(Refusal::NotAllowed), "{by:?}");
    }
    assert_eq!(asked_of(&bench.forum, PersonId(3)), [(id, PartId(1))]);
    bench.give_as(LIN, answer(id, true)).unwrap();
    let known = &bench.forum.call.proposals[&id].parts[&PartId(1)];
    assert_eq!((known.agrees, known.person), (Some(true), Some(PersonId(3))));
    assert_eq!(bench.give_as(LIN, answer(id, true)), Err(Refusal::NothingChanged));
    assert_eq!(
        save(&mut bench, 3, id, "title", &["Mine"]),
        Err(Refusal::NotAllowed),
        "a speaker edits nothing"
    );
}

#[test]
fn whoever_agrees_to_organise_may_edit_and_loses_that_with_their_part() {
    let (mut bench, id) = asked(Role::Organiser);
    assert!(save(&mut bench, 3, id, "title", &["Ours"]).is_err());
    bench.give_as(LIN, answer(id, true)).unwrap();
    save(&mut bench, 3, id, "title", &["Ours"]).unwrap();
    assert_eq!(forum::call::views::mine(&bench.forum, PersonId(3)).len(), 1);
    bench.give_as(AMINA, Call::RemovePart { proposal: id, part: PartId(1) }).unwrap();
    assert_eq!(save(&mut bench, 3, id, "title", &["Ours again"]), Err(Refusal::NotAllowed));
    // The next one does not get the number of whoever was taken out, nor their letter.
    let entry = entry(Role::Speaker, "okoro@forum.example");
    bench.give_as(AMINA, Call::SavePart { proposal: id, part: None, on: 0, entry }).unwrap();
    assert_eq!(bench.forum.call.proposals[&id].parts.keys().collect::<Vec<_>>(), [&PartId(2)]);
}

#[test]
fn whoever_declines_need_not_be_known_and_is_asked_no_more() {
    let (mut bench, id) = asked(Role::Speaker);
    bench.give_as(Actor::Newcomer, answer(id, false)).unwrap();
    assert_eq!(speakers(&bench.forum.call.proposals[&id]).count(), 0);
    assert_eq!(
        bench.give_as(AMINA, Call::InvitePart { proposal: id, part: PartId(1) }),
        Err(Refusal::NothingChanged)
    );
    let gone = Err(Refusal::NotAllowed);
    assert_eq!(bench.give_as(LIN, answer(id, true)), gone, "nothing says any more who they are");
    assert_eq!(bench.give(answer(id, true)), Err(Refusal::NoSuchPart { part: PartId(1) }));
    // Who thinks better of it is entered and asked anew.
    let on = bench.forum.call.proposals[&id].parts[&PartId(1)].seq;
    let entry = entry(Role::Speaker, "lin@forum.example");
    bench.give_as(AMINA, Call::SavePart { proposal: id, part: Some(PartId(1)), on, entry }).unwrap();
    assert_eq!(bench.give(answer(id, true)), Err(Refusal::NotInvited { part: PartId(1) }));
    bench.give_as(AMINA, Call::InvitePart { proposal: id, part: PartId(1) }).unwrap();
    bench.give_as(LIN, answer(id, true)).unwrap();
    assert_eq!(speakers(&bench.forum.call.proposals[&id]).count(), 1);
}

#[test]
fn whoever_declines_leaves_nothing_but_the_role_and_the_answer() {
    for (by, submitted) in [(Actor::Newcomer, false), (LIN, true)] {
        let (mut bench, id) = asked(Role::Speaker);
        let saved = bench.forum.call.proposals[&id].parts[&PartId(1)].seq;
        if submitted {
            complete(&mut bench, 1, id);
            submit(&mut bench, 1, id).unwrap();
            bench.give_as(LIN, answer(id, true)).unwrap();
            assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [0; 0], "a yes erases nothing");
        }
        bench.give_as(by, answer(id, false)).unwrap();
        assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [saved], "the log blanks it too");
        let known = &bench.forum.call.proposals[&id].parts[&PartId(1)];
        let erased = |words: &Option<forum::Words>| words.as_ref().is_none_or(forum::Words::is_erased);
        assert!(known.name.is_erased() && erased(&known.email) && erased(&known.organisation));
        assert_eq!((known.role, known.agrees, known.person), (Role::Speaker, Some(false), None));
        assert!(bench.forum.call.proposals[&id].words_in.iter().all(|(seq, _)| *seq != saved));
    }
}

#[test]
fn a_no_that_was_given_before_nos_erased_anything_reads_as_it_did() {
    let old = r#"{"PartAnswered":{"proposal":1,"part":1,"person":null,"agrees":false}}"#;
    let read: forum::call::Act = serde_json::from_str(old).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), old);
    assert_eq!(Forum::erased_by(&read.into()), [0; 0]);
}

#[test]
fn the_secretariat_takes_somebody_out_at_any_time_and_organisers_out_of_a_draft() {
    let (mut bench, id) = asked(Role::Speaker);
    complete(&mut bench, 1, id);
    submit(&mut bench, 1, id).unwrap();
    let remove = |part| Call::RemovePart { proposal: id, part: PartId(part) };
    assert!(matches!(bench.give_as(AMINA, remove(1)), Err(Refusal::ReopenFirst { .. })));
    for (part, withdraw) in [(1, false), (2, true)] {
        if withdraw {
            bench.give_as(AMINA, Call::Withdraw { proposal: id }).unwrap();
            bench.wait(90 * 24 * 60);
        }
        let saved = bench.forum.call.proposals[&id].parts[&PartId(part)].seq;
        bench.give(remove(part)).unwrap();
        assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [saved]);
        assert!(!bench.forum.call.proposals[&id].parts.contains_key(&PartId(part)));
        assert_eq!(bench.give(remove(part)), Err(Refusal::NoSuchPart { part: PartId(part) }));
    }
}

#[test]
fn nobody_is_asked_without_a_mailbox_or_every_hour() {
    let (mut bench, id) = asked(Role::Speaker);
    let invite = Call::InvitePart { proposal: id, part: PartId(1) };
    assert!(matches!(bench.give_as(AMINA, invite.clone()), Err(Refusal::InvitedAlready { .. })));
    bench.wait(24 * 60);
    bench.give_as(AMINA, invite).unwrap();
    let mut bench = open_call(Mode::Sessions);
    let id = draft(&mut bench, 1, "workshop");
    let entry = entry(Role::Speaker, "");
    bench.give_as(AMINA, Call::SavePart { proposal: id, part: None, on: 0, entry }).unwrap();
    let part = PartId(1);
    assert_eq!(
        bench.give_as(AMINA, Call::InvitePart { proposal: id, part }),
        Err(Refusal::NoMailbox { part })
    );
    assert_eq!(bench.give(answer(id, true)), Err(Refusal::NotInvited { part }));
}

/// What an organiser changes of somebody who agreed to speak, and whether their word still counts.
#[test]
fn an_answer_counts_for_the_mailbox_and_the_role_that_were_asked() {
    let same = entry(Role::Speaker, "LIN@forum.example");
    let cases = [
        (PartTyped { name: "Dr Lin".into(), ..same.clone() }, true),
        (PartTyped { role: Role::Organiser, ..same.clone() }, false),
        (PartTyped { email: "okoro@forum.example".into(), ..same.clone() }, false),
        (PartTyped { email: String::new(), ..same }, false),
    ];
    for (entry, counts) in cases {
        let (mut bench, proposal) = asked(Role::Speaker);
        bench.give_as(LIN, answer(proposal, true)).unwrap();
        let part = PartId(1);
        let on = bench.forum.call.proposals[&proposal].parts[&part].seq;
        bench
            .give_as(AMINA, Call::SavePart { proposal, part: Some(part), on, entry: entry.clone() })
            .unwrap();
        assert_eq!(Forum::erased_by(&bench.log.last().unwrap().1), [on], "what was known before is gone");
        let known = &bench.forum.call.proposals[&proposal].parts[&part];
        assert_eq!(known.agrees == Some(true), counts, "{entry:?}");
        assert_eq!(known.invited.is_some(), counts, "{entry:?}");
        assert!(!organises(&bench.forum.call.proposals[&proposal], PersonId(3)));
    }
}

#[test]
fn whoever_was_asked_corrects_what_is_said_of_them_and_nothing_else() {
    let (mut bench, proposal) = asked(Role::Speaker);
    let part = PartId(1);
    let own = |bench: &Bench| bench.forum.call.proposals[&proposal].parts[&part].seq;
    let save = |bench: &mut Bench, by, entry| {
        let on = own(bench);
        bench.give_as(by, Call::SavePart { proposal, part: Some(part), on, entry })
    };
    let same = entry(Role::Speaker, "lin@forum.example");
    // Also when the call has closed.
    bench.wait(3 * 24 * 60);
    save(&mut bench, LIN, PartTyped { name: "Lín".into(), ..same.clone() }).unwrap();
    for more in [
        PartTyped { role: Role::Organiser, ..same.clone() },
        PartTyped { email: "l@forum.example".into(), ..same.clone() },
        PartTyped { confirmed: false, ..same.clone() },
    ] {
        assert_eq!(save(&mut bench, LIN, more), Err(Refusal::NotAllowed));
    }
    assert_eq!(save(&mut bench, OKORO, same.clone()), Err(Refusal::NotAllowed));
    assert!(matches!(save(&mut bench, AMINA, same.clone()), Err(Refusal::CallClosed { .. })));
    let new = Call::SavePart { proposal, part: None, on: 0, entry: same };
    assert_eq!(bench.give_as(LIN, new), Err(Refusal::NotAllowed));
}

#[test]
fn two_who_edit_one_part_overwrite_nothing_that_they_have_not_seen() {
    let (mut bench, proposal) = asked(Role::Speaker);
    let part = PartId(1);
    let on = bench.forum.call.proposals[&proposal].parts[&part].seq;
    let save = |bench: &mut Bench, by, name: &str| {
        let entry = PartTyped { name: name.into(), ..entry(Role::Speaker, "lin@forum.example") };
        bench.give_as(by, Call::SavePart { proposal, part: Some(part), on, entry })
    };
    save(&mut bench, LIN, "Lín").unwrap();
    let seq = bench.forum.seq();
    assert_eq!(save(&mut bench, AMINA, "Dr Lin"), Err(Refusal::SavedMeanwhile { seq }));
    assert_eq!(save(&mut bench, AMINA, "Lín"), Err(Refusal::NothingChanged));
}

#[test]
fn whoever_was_asked_may_enter_a_forum_that_lets_nobody_else_in() {
    let (mut bench, proposal) = asked(Role::Speaker);
    let entry = entry(Role::Speaker, "new@forum.example");
    let on = bench.forum.call.proposals[&proposal].parts[&PartId(1)].seq;
    bench.give_as(AMINA, Call::SavePart { proposal, part: Some(PartId(1)), on, entry }).unwrap();
    let off = forum::settings::Command::ChangeSetting { setting: Key::SignUp, value: "no".into() };
    bench.give(off).unwrap();
    let enter = People::Enter { name: "New".into(), email: "New@forum.example".into() };
    assert_eq!(bench.give_as(Actor::Newcomer, enter.clone()), Err(Refusal::SignUpClosed), "not asked yet");
    bench.give_as(AMINA, Call::InvitePart { proposal, part: PartId(1) }).unwrap();
    bench.give_as(Actor::Newcomer, enter).unwrap();
    bench.give_as(Actor::Person(PersonId(5)), answer(proposal, true)).unwrap();
}

#[test]
fn what_was_submitted_or_withdrawn_still_hears_answers_as_long_as_it_stands() {
    let (mut bench, id) = asked(Role::Speaker);
    complete(&mut bench, 1, id);
    submit(&mut bench, 1, id).unwrap();
    bench.give_as(LIN, answer(id, true)).unwrap();
    bench.give_as(AMINA, Call::Withdraw { proposal: id }).unwrap();
    assert_eq!(bench.give_as(LIN, answer(id, false)), Err(Refusal::ProposalWithdrawn { proposal: id }));
    assert!(asked_of(&bench.forum, PersonId(3)).is_empty());
    assert!(bench.forum.call.calls.contains_key(&CALL));
}
