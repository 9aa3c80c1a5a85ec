//! What an import promises.

mod bench;
mod files;
mod persons;
mod places;
mod random;
mod words;

use super::{Change, Cost, Options, Publication, Stop, Why};
use bench::{Bench, file};

const DAY: &[&str] = &[
    "1 | Opening | Hall | 09:00 | 60 | Amina Diallo#7",
    "2 | Rivers | Hall | 10:00 | 90 | Tomás Rey#8 moderator, Amina Diallo#7",
    "3 | Lakes | Annex | 10:00 | 60 | Li Wei#9",
];

#[test]
fn a_file_becomes_a_meeting_with_all_its_sessions_in_their_places() {
    let mut bench = Bench::default();
    let plan = bench.import(&file(DAY));
    assert!(plan.is_new_meeting);
    assert_eq!((plan.sessions.new, plan.persons.new, plan.rooms.new), (3, 3, 2));
    assert_eq!(plan.remarks, []);
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Hall 10:00", "3 Annex 10:00"]);
    assert_eq!(bench.people(), ["Amina Diallo", "Tomás Rey", "Li Wei"]);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    let again = bench.plan(&file(DAY)).unwrap();
    assert!(again.changes_nothing(), "{:?}", again.steps);
    assert_eq!((again.sessions.unchanged, again.persons.unchanged), (3, 3));
    assert_eq!((again.differences, again.remarks), (vec![], vec![]));
}

#[test]
fn the_next_version_shows_what_changes_before_it_does() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    let next = file(&[
        "1 | Opening | Hall | 09:00 | 60 | Amina Diallo#7",
        "2 | Rivers and seas | Annex | 14:00 | 60 | Tomás Rey#8 moderator",
        "4 | Springs | Hall | 14:00 | 60 | ",
    ]);
    let plan = bench.plan(&next).unwrap();
    let tally = plan.sessions;
    assert_eq!((tally.new, tally.moved, tally.unchanged, tally.withdrawn), (1, 1, 1, 0));
    assert_eq!(plan.missing.len(), 1, "3 is no longer in the file, and stays");
    let rivers = plan.differences.iter().find(|difference| difference.code == "2").unwrap();
    assert!(matches!(
        &rivers.changes[..],
        [Change::Place(Some(_), Some(_)), Change::Title(old), Change::Length(90, 60), Change::Left(who, _)]
            if old == "Rivers" && who == "Amina Diallo"
    ));
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Hall 10:00", "3 Annex 10:00"], "nothing is written yet");
    bench.import(&next);
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Annex 14:00", "3 Annex 10:00", "4 Hall 14:00"]);
}

#[test]
fn what_the_file_no_longer_has_is_withdrawn_only_when_asked() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    bench.options.withdraw_missing = true;
    let plan = bench.import(&file(&DAY[..2]));
    assert_eq!((plan.sessions.withdrawn, plan.missing.len()), (1, 0));
    assert_eq!(bench.placed(), ["1 Hall 09:00", "2 Hall 10:00"]);

    let back = bench.import(&file(DAY));
    let refused = &back.remarks[0];
    assert_eq!(
        (refused.cost, refused.about.as_str()),
        (Cost::NotEntered, "Lakes"),
        "what is withdrawn stays so"
    );
}

#[test]
fn nothing_is_withdrawn_while_some_of_the_file_cannot_be_read() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    bench.options.withdraw_missing = true;
    let mut broken = file(&DAY[..2]);
    broken.problems.push(bench::lost_session(4));
    let plan = bench.import(&broken);
    assert_eq!((plan.sessions.withdrawn, plan.missing.len()), (0, 1));
    assert!(plan.remarks.iter().any(|remark| remark.why == Why::NotWithdrawn { count: 1 }));
    assert_eq!(plan.remarks[0].cost, Cost::NotEntered, "the unreadable session is listed first");
}

#[test]
fn what_could_not_be_read_is_not_said_to_be_missing() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    let mut broken = file(&DAY[..1]);
    broken.problems.push(bench::lost_session(3));
    broken.unread.push(interchange::Ids { id: Some("3".into()), ..interchange::Ids::default() });
    let plan = bench.plan(&broken).unwrap();
    let code = |id| plan.ahead.programme.session(id).unwrap().1.code.clone();
    assert_eq!(plan.missing.iter().map(|id| code(*id)).collect::<Vec<_>>(), ["2"]);
}

#[test]
fn a_cancelled_session_is_withdrawn_and_never_entered() {
    let mut bench = Bench::default();
    let mut programme = file(DAY);
    programme.sessions[2].state = Some("canceled".into());
    let plan = bench.import(&programme);
    assert_eq!((plan.sessions.new, plan.remarks[0].cost), (2, Cost::NotEntered));

    let mut bench = Bench::default();
    bench.import(&file(DAY));
    assert_eq!(bench.import(&programme).sessions.withdrawn, 1);
    assert!(bench.plan(&programme).unwrap().changes_nothing());
}

#[test]
fn a_plan_is_refused_when_the_forum_has_moved_on() {
    let mut bench = Bench::default();
    bench.import(&file(&DAY[..1]));
    let plan = bench.plan(&file(DAY)).unwrap();
    bench.import(&file(&DAY[..2]));
    let before = bench.forum.digest();
    let refused = bench.give(plan.command()).unwrap_err();
    assert!(matches!(refused, forum::Refusal::MovedOn { .. }));
    assert_eq!(bench.forum.digest(), before);
}

#[test]
fn what_was_shown_is_what_is_written() {
    let mut bench = Bench::default();
    let plan = bench.plan(&file(DAY)).unwrap();
    bench.give(plan.command()).unwrap();
    assert_eq!(plan.ahead.seq(), bench.forum.seq());
    let (ahead, forum) = (&plan.ahead.programme.meetings, &bench.forum.programme.meetings);
    for (meeting, programme) in forum {
        for (id, session) in &programme.sessions {
            assert_eq!(ahead[meeting].sessions[id].place, session.place);
            assert_eq!(ahead[meeting].sessions[id].roles, session.roles);
        }
    }
}

#[test]
fn publishing_takes_the_version_of_the_file_for_its_label() {
    let mut bench = Bench::default();
    bench.options.publish = true;
    let mut programme = file(DAY);
    programme.version = Some("0.4 beta".into());
    let plan = bench.import(&programme);
    assert_eq!(plan.publication, Some(Publication::Published("0.4 beta".into())));
    let again = bench.plan(&programme).unwrap();
    assert!(again.changes_nothing());
    assert_eq!(again.publication, Some(Publication::Unchanged));
}

#[test]
fn a_programme_in_which_somebody_is_twice_is_not_published_and_nothing_is_written() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    // By hand, the draft may hold what no import would place.
    bench.speaks("Li Wei", "2");
    bench.options.publish = true;
    let plan = bench.plan(&file(DAY)).unwrap();
    assert!(plan.may_be_done(), "the file does not know of Li Wei in 2, and takes it back");

    let next = file(&["3 | Lakes! | Annex | 10:00 | 60 | Li Wei#9"]);
    let plan = bench.plan(&next).unwrap();
    let Some(Publication::Refused { clashes, .. }) = &plan.publication else { panic!("not refused") };
    assert_eq!(clashes[..], [("Li Wei".to_owned(), "3".to_owned(), "2".to_owned())]);
    assert!(!plan.may_be_done());
}

#[test]
fn a_meeting_that_cannot_be_told_stops_the_import() {
    let empty = || file(&["1 | Opening | Hall | 09:00 | 60 | "]);
    let mut nameless = empty();
    (nameless.meeting.acronym, nameless.meeting.title) = (None, None);
    let mut zoneless = empty();
    zoneless.meeting.zone = None;
    let mut nowhere = empty();
    nowhere.meeting.zone = Some("Atlantis/Capital".into());
    let mut timeless = empty();
    timeless.sessions[0].start = None;
    let cases = [
        (nameless, Stop::NoMeeting),
        (zoneless, Stop::NoZone { offset: None }),
        (nowhere, Stop::UnknownZone { zone: "Atlantis/Capital".into() }),
        (timeless, Stop::NoDays),
    ];
    for (programme, stop) in cases {
        assert_eq!(Bench::default().plan(&programme).err(), Some(stop));
    }
    let mut bench = Bench {
        options: Options { zone: Some("Asia/Tokyo".into()), ..Options::default() },
        ..Bench::default()
    };
    let mut zoneless = empty();
    zoneless.meeting.zone = None;
    bench.import(&zoneless);
    assert_eq!(bench.starts(), ["2026-11-24T00:00:00Z"], "nine in the morning in Tokyo");
}

#[test]
fn of_several_series_one_must_be_chosen() {
    let mut bench = Bench::default();
    for slug in ["annual", "dialogue"] {
        bench.give(forum::series::Command::FoundSeries { slug: slug.into(), name: slug.into() }).unwrap();
    }
    let stop = bench.plan(&file(DAY)).err();
    assert_eq!(stop, Some(Stop::WhichSeries { slugs: vec!["annual".into(), "dialogue".into()] }));
    bench.options.series = Some("workshops".into());
    bench.import(&file(DAY));
    assert!(bench.forum.series.series_by_slug("workshops").is_some(), "a new one is founded");
}

#[test]
fn a_refused_field_is_left_out_and_a_session_without_a_title_that_can_be_is_not_entered() {
    let mut programme = file(DAY);
    programme.sessions[0].language = Some("klingonish".into());
    programme.sessions[1].title = "x".repeat(301);
    programme.sessions[2].abstract_text.0.push((None, "y".repeat(20_001)));
    let mut bench = Bench::default();
    let plan = bench.import(&programme);
    let listed: Vec<_> = plan.remarks.iter().map(|remark| (remark.cost, remark.line)).collect();
    assert_eq!(listed, [(Cost::NotEntered, 2), (Cost::LeftOut, 1), (Cost::LeftOut, 3)]);
    assert_eq!(bench.placed(), ["1 Hall 09:00", "3 Annex 10:00"]);
    assert!(bench.plan(&programme).unwrap().changes_nothing());
}

#[test]
fn what_the_forum_has_no_field_for_is_told() {
    let mut programme = file(DAY);
    programme.sessions[1].url = Some("https://talks.example/2".into());
    programme.sessions[2].do_not_record = Some(true);
    let plan = Bench::default().plan(&programme).unwrap();
    assert_eq!(plan.remarks.iter().map(|remark| remark.line).collect::<Vec<_>>(), [2, 3]);
    assert!(plan.remarks.iter().all(|remark| matches!(remark.why, Why::NoField { count: 1, .. })));
}

#[test]
fn two_sources_of_one_meeting_may_count_alike() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    bench.options.source = Some("Side events".into());
    let side = file(&["1 | Boat trip | Pier | 09:00 | 60 | Bo Berg#7"]);
    let plan = bench.import(&side);
    assert_eq!((plan.sessions.new, plan.sessions.changed, plan.missing.len()), (1, 0, 0));
    assert_eq!(bench.people().len(), 4, "Amina and Bo are both number 7, each of another source");
    assert!(bench.plan(&side).unwrap().changes_nothing());
    bench.options.source = None;
    assert!(bench.plan(&file(DAY)).unwrap().changes_nothing());
}
