//! What may be done to rooms, slots, tracks, and to series and meetings that are there.

use crate::testing::{Bench, after_noon};
use forum::programme::{Command, Place, SessionEdit};
use forum::series::{Command as Series, MeetingEdit};
use forum::{MeetingId, RoomId, SeriesId, SessionId, SlotId, TrackId};
use jiff::civil::date;

const MEETING: MeetingId = MeetingId(1);

fn refusal<T: std::fmt::Debug>(result: Result<T, forum::Refusal>) -> String {
    result.unwrap_err().key().to_owned()
}

#[test]
fn a_room_is_closed_only_when_nothing_stands_in_it() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.place(session, 1, 0).unwrap();
    let close = Command::CloseRoom { meeting: MEETING, room: RoomId(1) };
    assert_eq!(refusal(bench.give(close.clone())), "room-in-use");
    bench.give(Command::WithdrawSession { session }).unwrap();
    bench.give(close.clone()).unwrap();
    assert_eq!(refusal(bench.give(close)), "no-such-room");
    bench.give(Command::ReinstateSession { session }).unwrap();
    let draft = &bench.forum.programme.meetings[&MEETING];
    assert_eq!(draft.sessions[&session].place, None, "it comes back without the room that is gone");
}

#[test]
fn a_closed_room_comes_back_as_what_it_was_unless_another_has_its_name() {
    let mut bench = Bench::kyoto();
    let (meeting, room) = (MEETING, RoomId(2));
    bench.give(Command::CloseRoom { meeting, room }).unwrap();
    let open = |name: &str| Command::OpenRoom { meeting, name: name.into(), seats: None, origin: None };
    bench.give(open("Room A")).expect("the name is free");
    assert_eq!(refusal(bench.give(Command::ReopenRoom { meeting, room })), "slug-taken");
    bench.give(Command::CloseRoom { meeting, room: RoomId(3) }).unwrap();
    bench.give(Command::ReopenRoom { meeting, room }).unwrap();
    assert_eq!(bench.forum.programme.meetings[&MEETING].rooms[&room].seats, Some(100));
    bench.give(open("Room B")).unwrap();
    assert!(bench.forum.programme.meetings[&MEETING].rooms.contains_key(&RoomId(4)), "no id comes twice");
}

#[test]
fn a_room_keeps_its_sessions_under_another_name() {
    let mut bench = Bench::kyoto();
    let (meeting, room) = (MEETING, RoomId(1));
    let session = bench.session("WS 1", 60);
    bench.place(session, 1, 0).unwrap();
    let amend = |name: &str, seats| Command::AmendRoom { meeting, room, name: name.into(), seats };
    assert_eq!(refusal(bench.give(amend("Room A", None))), "slug-taken");
    assert_eq!(refusal(bench.give(amend("Main Hall", Some(100)))), "nothing-changed");
    assert_eq!(refusal(bench.give(amend("Main Hall", Some(0)))), "out-of-bounds");
    bench.give(amend("Great Hall", Some(900))).unwrap();
    let draft = &bench.forum.programme.meetings[&MEETING];
    assert_eq!((draft.rooms[&room].slug.as_str(), draft.rooms[&room].seats), ("great-hall", Some(900)));
    assert_eq!(draft.sessions[&session].place, Some(Place { room, start: after_noon(0) }));
}

#[test]
fn slots_are_amended_removed_and_restored() {
    let mut bench = Bench::kyoto();
    let (meeting, slot) = (MEETING, SlotId(1));
    let (start, end) = (after_noon(0), after_noon(60));
    bench.give(Command::AddSlot { meeting, start, end, pause: "Lunch".into() }).unwrap();
    let amend = |start, end| Command::AmendSlot { meeting, slot, start, end, pause: "Lunch".into() };
    assert_eq!(refusal(bench.give(amend(start, end))), "nothing-changed");
    assert_eq!(refusal(bench.give(amend(end, start))), "slot-backwards");
    assert_eq!(refusal(bench.give(amend(start, after_noon(9 * 1440)))), "outside-meeting");
    bench.give(amend(start, after_noon(90))).unwrap();
    bench.give(Command::RemoveSlot { meeting, slot }).unwrap();
    assert_eq!(refusal(bench.give(amend(start, end))), "no-such-slot");
    bench.give(Command::RestoreSlot { meeting, slot }).unwrap();
    assert_eq!(bench.forum.programme.meetings[&MEETING].slots[&slot].end, after_noon(90));
    assert_eq!(refusal(bench.give(Command::RestoreSlot { meeting, slot })), "no-such-slot");
}

#[test]
fn a_track_is_given_up_only_when_nothing_stands_under_it() {
    let mut bench = Bench::kyoto();
    let (meeting, track) = (MEETING, TrackId(1));
    bench.give(Command::AddTrack { meeting, name: "Access".into() }).unwrap();
    let session = bench.session("WS 1", 60);
    let under = |track, no_track| {
        let edit = SessionEdit { track, no_track, ..SessionEdit::default() };
        Command::AmendSession { session, edit }
    };
    bench.give(under(Some(track), false)).unwrap();
    let remove = Command::RemoveTrack { meeting, track };
    assert_eq!(refusal(bench.give(remove.clone())), "track-in-use");
    bench.give(Command::RenameTrack { meeting, track, name: "Trust".into() }).unwrap();
    bench.give(under(None, true)).unwrap();
    assert_eq!(refusal(bench.give(under(None, true))), "nothing-changed");
    bench.give(remove).unwrap();
    assert_eq!(refusal(bench.give(under(Some(track), false))), "no-such-track");
    bench.give(Command::AddTrack { meeting, name: "Trust".into() }).unwrap();
    assert_eq!(refusal(bench.give(Command::RestoreTrack { meeting, track })), "slug-taken");
}

#[test]
fn a_withdrawn_session_comes_back_to_its_place_if_that_is_still_free() {
    for (taken, place) in [(false, Some(Place { room: RoomId(1), start: after_noon(0) })), (true, None)] {
        let mut bench = Bench::kyoto();
        let (session, other) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
        bench.place(session, 1, 0).unwrap();
        assert_eq!(refusal(bench.give(Command::ReinstateSession { session })), "not-withdrawn");
        bench.give(Command::WithdrawSession { session }).unwrap();
        if taken {
            bench.place(other, 1, 30).unwrap();
        }
        bench.give(Command::ReinstateSession { session }).unwrap();
        assert_eq!(bench.forum.programme.meetings[&MEETING].sessions[&session].place, place);
    }
}

#[test]
fn a_meeting_moves_only_where_its_sessions_can_follow() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.place(session, 1, 2 * 1440).unwrap();
    let edit = |edit: MeetingEdit| Series::AmendMeeting { meeting: MEETING, edit };
    let days = |first: i8, last: i8| {
        let (first_day, last_day) = (Some(date(2023, 10, first)), Some(date(2023, 10, last)));
        edit(MeetingEdit { first_day, last_day, ..MeetingEdit::default() })
    };
    assert_eq!(refusal(bench.give(days(8, 12))), "nothing-changed");
    assert_eq!(refusal(bench.give(days(12, 8))), "meeting-days");
    assert_eq!(refusal(bench.give(days(12, 15))), "session-outside");
    assert_eq!(refusal(bench.give(days(7, 8))), "session-outside");
    bench.give(days(10, 11)).expect("the session is on the 10th");
    bench.give(Command::UnplaceSession { session: SessionId(1) }).unwrap();
    bench.give(days(20, 24)).expect("nothing stands in the way");
    let said = MeetingEdit {
        title: Some("Another".into()),
        city: Some(String::new()),
        country: Some("no".into()),
        number: Some(0),
        zone: Some("Europe/Oslo".into()),
        online: Some(true),
        ..MeetingEdit::default()
    };
    bench.give(edit(said.clone())).unwrap();
    assert_eq!(refusal(bench.give(edit(said))), "nothing-changed");
    let meeting = &bench.forum.series.meetings[&MEETING];
    assert_eq!((meeting.slug.as_str(), meeting.title.as_str(), &meeting.city), ("kyoto", "Another", &None));
    assert_eq!((meeting.number, meeting.zone.as_str(), meeting.online), (None, "Europe/Oslo", true));
}

#[test]
fn a_series_gets_another_name_and_keeps_its_address() {
    let mut bench = Bench::kyoto();
    let series = SeriesId(1);
    let rename = |name: &str| Series::RenameSeries { series, name: name.into() };
    assert_eq!(refusal(bench.give(rename(" "))), "empty");
    bench.give(rename("National forum")).unwrap();
    assert_eq!(refusal(bench.give(rename("National forum"))), "nothing-changed");
    let known = &bench.forum.series.series[&series];
    assert_eq!((known.slug.as_str(), known.name.as_str()), ("igf", "National forum"));
}
