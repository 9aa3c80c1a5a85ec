//! Rooms, times, and what happens when two want the same.

use super::bench::{Bench, file, with_tracks};
use crate::programme::import::{Cost, Why};

#[test]
fn a_session_stays_without_a_place_and_is_listed_with_the_reason() {
    let cases: &[(&[&str], &str)] = &[
        // The first of the file has the room.
        (&["1 | A | Hall | 09:00 | 60 | ", "2 | B | Hall | 09:30 | 60 | "], "room-busy"),
        // Nobody is in two places, in whatever roles.
        (
            &["1 | A | Hall | 09:00 | 60 | Li Wei#9", "2 | B | Annex | 09:30 | 60 | Li Wei#9 chair"],
            "person-busy",
        ),
        (&["1 | A | Hall | 09:00 | 60 | ", "2 | B | | 09:00 | 60 | "], "no-room"),
        (&["1 | A | Hall | 09:00 | 60 | ", "2 | B | Hall | | 60 | "], "no-time"),
    ];
    for (lines, reason) in cases {
        let mut bench = Bench::default();
        let plan = bench.import(&file(lines));
        let [remark] = &plan.remarks[..] else { panic!("{reason}: {:?}", plan.remarks) };
        assert_eq!((remark.cost, remark.line, named(&remark.why)), (Cost::NotPlaced, 2, *reason));
        assert_eq!((bench.placed().len(), bench.draft().sessions.len()), (1, 2), "entered all the same");
        assert!(bench.plan(&file(lines)).unwrap().changes_nothing(), "{reason}");
    }
}

fn named(why: &Why) -> &'static str {
    match why {
        Why::RoomBusy { other, .. } if other.0 == "1" => "room-busy",
        Why::PersonBusy { other, .. } if other.0 == "1" => "person-busy",
        Why::NoRoom => "no-room",
        Why::NoTime => "no-time",
        Why::ClocksChange { .. } => "clocks-change",
        Why::Refused(refusal) => refusal.key(),
        _ => "something else",
    }
}

#[test]
fn times_that_the_clocks_skip_or_that_lie_outside_the_meeting_place_nothing() {
    let mut programme = file(&["1 | A | Hall | 01:30 | 60 | ", "2 | B | Hall | 09:00 | 60 | "]);
    programme.meeting.first_day = Some(jiff::civil::date(2026, 3, 29));
    programme.meeting.last_day = Some(jiff::civil::date(2026, 3, 29));
    // On that morning the clocks of Lisbon go from one to two.
    programme.sessions[0].start = Some(interchange::Moment::Local("2026-03-29T01:30".parse().unwrap()));
    let mut bench = Bench::default();
    let plan = bench.import(&programme);
    let reasons: Vec<_> = plan.remarks.iter().map(|remark| named(&remark.why)).collect();
    assert_eq!(reasons, ["clocks-change", "outside-meeting"]);
    assert!(bench.plan(&programme).unwrap().changes_nothing());
}

#[test]
fn organisers_may_be_elsewhere() {
    let lines = ["1 | A | Hall | 09:00 | 60 | Li Wei#9", "2 | B | Annex | 09:00 | 60 | Li Wei#9 organiser"];
    assert_eq!(Bench::default().import(&file(&lines)).remarks, []);
}

#[test]
fn sessions_that_change_places_with_each_other_both_arrive() {
    let mut bench = Bench::default();
    bench.import(&file(&["1 | A | Hall | 09:00 | 60 | ", "2 | B | Hall | 10:00 | 60 | "]));
    let plan = bench.import(&file(&["1 | A | Hall | 10:00 | 60 | ", "2 | B | Hall | 09:00 | 60 | "]));
    assert_eq!((plan.sessions.moved, plan.remarks.len()), (2, 0));
    assert_eq!(bench.placed(), ["1 Hall 10:00", "2 Hall 09:00"]);
}

#[test]
fn a_session_that_grows_pushes_nobody_out_who_is_leaving_anyway() {
    let mut bench = Bench::default();
    bench.import(&file(&["1 | A | Hall | 09:00 | 60 | ", "2 | B | Hall | 10:00 | 60 | "]));
    bench.import(&file(&["1 | A | Hall | 09:00 | 90 | ", "2 | B | Hall | 10:30 | 60 | "]));
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Hall 10:30"]);
}

#[test]
fn somebody_who_joins_and_is_elsewhere_takes_the_session_off_the_grid() {
    let mut bench = Bench::default();
    let before = ["1 | A | Hall | 09:00 | 60 | Li Wei#9", "2 | B | Annex | 09:00 | 60 | "];
    bench.import(&file(&before));
    let next = file(&[before[0], "2 | B | Annex | 09:00 | 60 | Li Wei#9"]);
    let plan = bench.import(&next);
    assert_eq!(named(&plan.remarks[0].why), "person-busy");
    assert_eq!(bench.placed(), ["1 Hall 09:00"]);
    assert!(bench.plan(&next).unwrap().changes_nothing());
    // As soon as there is time for both, it is back.
    bench.import(&file(&["1 | A | Hall | 14:00 | 60 | Li Wei#9", "2 | B | Annex | 09:00 | 60 | Li Wei#9"]));
    assert_eq!(bench.placed(), ["1 Hall 14:00", "2 Annex 09:00"]);
}

#[test]
fn a_file_that_places_nothing_leaves_what_was_placed_by_hand() {
    let mut bench = Bench::default();
    bench.import(&file(&["1 | A | Hall | 09:00 | 60 | "]));
    let plan = bench.import(&file(&["1 | A! | | | 60 | "]));
    assert_eq!((plan.sessions.changed, bench.placed().len()), (1, 1));
    bench.import(&file(&["1 | A | | | 60 | ", "2 | B | Hall | 12:00 | 60 | "]));
    assert_eq!(bench.placed(), ["2 Hall 12:00"], "a file that places others says that this one has no place");
}

#[test]
fn rooms_that_look_the_same_in_addresses_stay_two_and_are_found_again() {
    let lines = ["1 | A | Lab C | 09:00 | 60 | ", "2 | B | Lab C++ | 09:00 | 60 | "];
    let mut bench = Bench::default();
    let plan = bench.import(&file(&lines));
    assert_eq!(bench.placed(), ["1 Lab C 09:00", "2 Lab C++ (2) 09:00"]);
    assert!(matches!(plan.remarks[0].why, Why::RoomNameChanged { .. }));
    assert!(bench.plan(&file(&lines)).unwrap().changes_nothing());
}

#[test]
fn rooms_that_share_an_id_are_told_apart_by_name() {
    let mut programme = file(&["1 | A | Hall | 09:00 | 60 | ", "2 | B | Annex | 09:00 | 60 | "]);
    programme.rooms.iter_mut().for_each(|room| room.ids.guid = Some("b379".into()));
    let mut bench = Bench::default();
    bench.import(&programme);
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Annex 09:00"]);
    assert!(bench.plan(&programme).unwrap().changes_nothing());
}

#[test]
fn tracks_are_found_by_name() {
    let programme = with_tracks(
        file(&[
            "1 | A | Hall | 09:00 | 60 | ",
            "2 | B | Hall | 10:00 | 60 | ",
            "3 | C | Hall | 11:00 | 60 | ",
        ]),
        &["Names & numbers", "開かれた議論", "Names / numbers"],
    );
    let mut bench = Bench::default();
    bench.import(&programme);
    let tracks: Vec<_> = bench.draft().tracks.values().map(|track| track.name.clone()).collect();
    assert_eq!(tracks, ["Names & numbers", "開かれた議論"]);
    assert!(bench.draft().sessions.values().all(|session| session.track.is_some()));
    assert!(bench.plan(&programme).unwrap().changes_nothing());
}
