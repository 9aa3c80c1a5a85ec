//! What was done to a draft can be taken back, and that too.

use crate::testing::{Bench, after_noon, new_session};
use forum::programme::{Command, Place, Programme, SessionEdit};
use forum::{Actor, Command as Any, MeetingId, PersonId, Refusal, RoomId, SessionId, SlotId, TrackId};

const MEETING: MeetingId = MeetingId(1);

fn draft(bench: &Bench) -> &Programme {
    &bench.forum.programme.meetings[&MEETING]
}

/// All that a draft says, but for its age.
fn said(bench: &Bench) -> String {
    let draft = draft(bench);
    let sessions: Vec<_> = draft
        .sessions
        .values()
        .filter(|session| !session.withdrawn)
        .map(|s| (s.id, s.title.text().map(str::to_owned), s.minutes, s.track, s.place, s.roles.clone()))
        .collect();
    format!("{:?} {:?} {:?} {:?} {sessions:?}", draft.rooms, draft.slots, draft.tracks, draft.demands)
}

fn undo(bench: &mut Bench) -> Result<usize, Refusal> {
    let act = draft(bench).history.to_undo(Actor::Secretariat).expect("there is something to undo").act;
    bench.give(Command::Undo { meeting: MEETING, act })
}

fn redo(bench: &mut Bench) -> Result<usize, Refusal> {
    let act = draft(bench).history.to_redo(Actor::Secretariat).expect("there is something to redo").act;
    bench.give(Command::Undo { meeting: MEETING, act })
}

/// Every command that changes a draft, each of which the draft of [`ready`] allows.
fn every_change() -> Vec<Command> {
    let (meeting, session, person) = (MEETING, SessionId(1), PersonId(1));
    let (start, end) = (after_noon(60), after_noon(90));
    let role = forum::programme::Role::Speaker;
    let edit = SessionEdit {
        title: Some("Another".into()),
        summary: Some("About it.".into()),
        minutes: Some(30),
        no_track: true,
        ..SessionEdit::default()
    };
    vec![
        Command::OpenRoom { meeting, name: "Annex".into(), seats: None, origin: None },
        Command::AmendRoom { meeting, room: RoomId(1), name: "Great Hall".into(), seats: None },
        Command::CloseRoom { meeting, room: RoomId(2) },
        Command::AddSlot { meeting, start, end, pause: String::new() },
        Command::AmendSlot { meeting, slot: SlotId(1), start, end, pause: "Tea".into() },
        Command::RemoveSlot { meeting, slot: SlotId(1) },
        Command::AddTrack { meeting, name: "Access".into() },
        Command::RenameTrack { meeting, track: TrackId(1), name: "Trust".into() },
        Command::RemoveTrack { meeting, track: TrackId(2) },
        Command::AddSession(new_session("WS 9", 60)),
        Command::AmendSession { session, edit },
        Command::WithdrawSession { session },
        Command::ReinstateSession { session: SessionId(2) },
        Command::GiveRole { session, person, role },
        Command::TakeRole { session, person: PersonId(2), role },
        Command::PlaceSession { session, room: RoomId(1), start },
        Command::UnplaceSession { session },
        Command::Demand(forum::programme::demands::Command::LockSession { session }),
    ]
}

/// A draft with something of everything.
fn ready() -> Bench {
    let mut bench = Bench::kyoto();
    for name in ["Security", "Youth"] {
        bench.give(Command::AddTrack { meeting: MEETING, name: name.into() }).unwrap();
    }
    let (start, end) = (after_noon(0), after_noon(60));
    bench.give(Command::AddSlot { meeting: MEETING, start, end, pause: String::new() }).unwrap();
    let session = bench.session("WS 1", 60);
    let edit = SessionEdit { track: Some(TrackId(1)), ..SessionEdit::default() };
    bench.give(Command::AmendSession { session, edit }).unwrap();
    bench.place(session, 1, 0).unwrap();
    bench.speaks(2, session);
    let gone = bench.session("WS 2", 60);
    bench.place(gone, 1, 120).unwrap();
    bench.give(Command::WithdrawSession { session: gone }).unwrap();
    bench
}

#[test]
fn every_change_can_be_taken_back_and_done_again() {
    for command in every_change() {
        let mut bench = ready();
        let before = said(&bench);
        bench.give(command.clone()).unwrap();
        let after = said(&bench);
        assert_ne!(before, after, "{command:?}");
        for _ in 0..2 {
            undo(&mut bench).unwrap_or_else(|why| panic!("{command:?}: {why}"));
            assert_eq!(said(&bench), before, "{command:?}");
            redo(&mut bench).unwrap_or_else(|why| panic!("{command:?} again: {why}"));
            assert_eq!(said(&bench), after, "{command:?}");
        }
    }
}

#[test]
fn a_list_of_changes_tells_every_kind_that_there_is() {
    let source = include_str!("../../src/programme/commands.rs");
    let commands = source.split("pub enum Command {").nth(1).unwrap().split("\n}").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("    ")?.split([' ', '(']).next());
    let names: Vec<_> = names.filter(|name| name.starts_with(char::is_uppercase)).collect();
    let told = format!("{:?}", every_change());
    // These come about by undoing only, have words of their own, or change no draft.
    let undoing = ["ReopenRoom", "RestoreSlot", "RestoreTrack", "Undo"];
    let drafts = ["EraseSession", "PublishProgramme", "Choose", "Unchoose", "KeepVariant", "DropVariant"];
    let others = [&undoing[..], &drafts].concat();
    let untold: Vec<_> =
        names.iter().filter(|name| !others.contains(name) && !told.contains(**name)).collect();
    assert!(names.len() > 20 && untold.is_empty(), "{untold:?}");
}

#[test]
fn changes_are_taken_back_in_turn_and_what_is_new_ends_the_way_forward() {
    let mut bench = ready();
    let (session, history) = (SessionId(1), |bench: &Bench| draft(bench).history.clone());
    bench.place(session, 1, 30).unwrap();
    bench.place(session, 2, 30).unwrap();
    undo(&mut bench).unwrap();
    undo(&mut bench).unwrap();
    let place = |bench: &Bench| draft(bench).sessions[&session].place;
    assert_eq!(place(&bench), Some(Place { room: RoomId(1), start: after_noon(0) }));
    redo(&mut bench).unwrap();
    redo(&mut bench).unwrap();
    assert_eq!(place(&bench), Some(Place { room: RoomId(2), start: after_noon(30) }));
    assert!(history(&bench).to_redo(Actor::Secretariat).is_none());
    undo(&mut bench).unwrap();
    bench.session("WS 7", 60);
    assert!(history(&bench).to_redo(Actor::Secretariat).is_none());
}

#[test]
fn one_command_of_many_steps_is_taken_back_as_one() {
    let mut bench = ready();
    let before = said(&bench);
    // The second takes the place that the first leaves: backwards only the other way round.
    let third = bench.session("WS 3", 60);
    undo(&mut bench).unwrap();
    redo(&mut bench).unwrap();
    let step = |session, room, minutes| {
        Any::from(Command::PlaceSession { session, room: RoomId(room), start: after_noon(minutes) })
    };
    let steps = vec![step(SessionId(1), 2, 0), step(third, 1, 0)];
    bench.give(Any::Together { since: None, steps }).unwrap();
    assert_eq!(undo(&mut bench), Ok(3), "the sign that it is undone, and two places");
    undo(&mut bench).unwrap();
    assert_eq!(said(&bench), before);
}

#[test]
fn what_was_changed_again_is_not_taken_back_from_under_the_later_change() {
    let mut bench = ready();
    let session = SessionId(1);
    bench.place(session, 1, 30).unwrap();
    let first = bench.forum.seq();
    bench.place(session, 2, 30).unwrap();
    let later = bench.forum.seq();
    let refused = bench.give(Command::Undo { meeting: MEETING, act: first });
    assert_eq!(refused, Err(Refusal::ChangedSince { act: first, later }));
    bench.give(Command::Undo { meeting: MEETING, act: later }).unwrap();
    bench.give(Command::Undo { meeting: MEETING, act: first }).unwrap();
    let again = bench.give(Command::Undo { meeting: MEETING, act: first });
    assert_eq!(again, Err(Refusal::NothingToUndo { act: first }));
}

#[test]
fn an_undo_is_refused_as_the_commands_are_that_it_consists_of() {
    let mut bench = ready();
    bench.give(Command::UnplaceSession { session: SessionId(1) }).unwrap();
    let act = bench.forum.seq();
    let other = bench.session("WS 4", 60);
    bench.place(other, 1, 0).unwrap();
    let refused = bench.give(Command::Undo { meeting: MEETING, act });
    assert!(matches!(refused, Err(Refusal::RoomTaken { .. })), "{refused:?}");
    let (refused, before) = (bench.give(Command::Undo { meeting: MEETING, act: 999 }), bench.forum.seq());
    assert_eq!(refused, Err(Refusal::NothingToUndo { act: 999 }));
    assert_eq!(bench.forum.seq(), before);
}

#[test]
fn erased_words_are_not_kept_for_an_undo() {
    let mut bench = ready();
    let edit = SessionEdit { title: Some("Another".into()), ..SessionEdit::default() };
    bench.give(Command::AmendSession { session: SessionId(1), edit }).unwrap();
    assert!(format!("{:?}", draft(&bench).history).contains("About WS 1"), "the title that it had");
    bench.give(Command::EraseSession { session: SessionId(1) }).unwrap();
    let history = format!("{:?}", draft(&bench).history);
    assert!(!history.contains("About WS 1") && !history.contains("session: SessionId(1)"), "{history}");
}

#[test]
fn only_the_latest_changes_are_kept() {
    let mut bench = ready();
    for minutes in 1..=60 {
        bench.place(SessionId(1), 1, minutes).unwrap();
    }
    assert_eq!(draft(&bench).history.latest().count(), 50);
    while draft(&bench).history.to_undo(Actor::Secretariat).is_some() {
        if undo(&mut bench).is_err() {
            break;
        }
    }
    assert!(draft(&bench).sessions[&SessionId(1)].place.unwrap().start > after_noon(0));
}
