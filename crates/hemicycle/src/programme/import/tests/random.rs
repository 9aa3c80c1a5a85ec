//! Programmes that nobody would think of.

use super::bench::{Bench, file};
use crate::programme::import::{Cost, Options};
use proptest::prelude::*;

/// A session of a programme so small that everything collides: ids, rooms, times and people.
fn line() -> impl Strategy<Value = String> {
    let id = prop_oneof![Just(""), Just("1"), Just("2"), Just("3"), Just("4")];
    let title = prop_oneof![Just("A"), Just("B"), Just("開会"), Just("B!")];
    let room = prop_oneof![Just(""), Just("Hall"), Just("hall"), Just("Annex"), Just("会場")];
    let start = prop_oneof![Just(""), Just("09:00"), Just("09:30"), Just("10:00"), Just("23:00")];
    let minutes = prop_oneof![Just(""), Just("0"), Just("30"), Just("60"), Just("1500")];
    let person = prop_oneof![
        Just(""),
        Just("Li Wei"),
        Just("Li Wei#9"),
        Just("Li Wei#10 chair"),
        Just("li wei#10"),
        Just("Ana#9 organiser"),
        Just("Ana"),
    ];
    let people = proptest::collection::vec(person, 0..3).prop_map(|people| people.join(","));
    (id, title, room, start, minutes, people).prop_map(|(id, title, room, start, minutes, people)| {
        format!("{id} | {title} | {room} | {start} | {minutes} | {people}")
    })
}

fn programme() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(line(), 1..8)
}

fn read(lines: &[String]) -> interchange::Programme {
    let mut programme = file(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    programme.meeting.first_day = Some(jiff::civil::date(2026, 11, 24));
    programme.meeting.last_day = programme.meeting.first_day;
    programme
}

proptest! {
    #[test]
    fn nothing_is_dropped_and_the_same_file_again_changes_nothing(
        versions in proptest::collection::vec(programme(), 1..4),
        withdraw_missing in any::<bool>(),
    ) {
        let mut bench = Bench { options: Options { withdraw_missing, ..Options::default() }, ..Bench::default() };
        for lines in &versions {
            let programme = read(lines);
            let plan = bench.import(&programme);
            let draft = bench.draft();
            for session in &programme.sessions {
                let is_listed = |cost| {
                    plan.remarks.iter().any(|remark| remark.cost == cost && remark.line == session.place.line)
                };
                let is_there = draft.sessions.values().any(|known| known.title.text() == Some(&session.title));
                prop_assert!(is_there || is_listed(Cost::NotEntered), "{lines:?}");
            }
            let listed = plan.remarks.iter().filter(|remark| remark.cost == Cost::NotEntered).count();
            let standing = draft.sessions.values().filter(|known| !known.withdrawn).count();
            let missing = plan.missing.len();
            prop_assert_eq!(standing - missing + listed, programme.sessions.len(), "{:?}", lines);
            prop_assert!(forum::programme::clashes(&draft).is_empty(), "somebody is in two places: {lines:?}");
            let again = bench.plan(&programme).unwrap();
            prop_assert!(again.changes_nothing(), "{versions:?}: {:?}", again.steps);
            prop_assert!(again.differences.is_empty());
        }
    }
}

/// A file of the readers' fixtures, damaged: a piece of it is missing, or stands there twice.
fn damaged() -> impl Strategy<Value = (std::path::PathBuf, Vec<u8>)> {
    let files = super::files::fixtures();
    (0..files.len(), any::<prop::sample::Index>(), 0..300usize, any::<bool>()).prop_map(
        move |(file, at, length, doubles)| {
            let mut bytes = std::fs::read(&files[file]).unwrap();
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + length);
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..end, if doubles { [&piece[..], &piece[..]].concat() } else { vec![] });
            (files[file].clone(), bytes)
        },
    )
}

proptest! {
    #[test]
    fn a_damaged_file_goes_in_whole_or_not_at_all_and_what_it_loses_is_listed((path, bytes) in damaged()) {
        let Ok(programme) = interchange::read(&bytes, &interchange::Limits::default()) else { return Ok(()) };
        let options = Options {
            zone: Some("Asia/Tokyo".into()),
            meeting: Some("lake".into()),
            title: Some("Lake".into()),
            ..Options::default()
        };
        let mut bench = Bench { options, ..Bench::default() };
        // The only thing that may stop it is a file whose days are lost or too far apart.
        let Ok(plan) = bench.plan(&programme) else { return Ok(()) };
        let digest = bench.forum.digest();
        prop_assert_eq!(digest, Bench::default().forum.digest(), "to look changes nothing");
        bench.give(plan.command()).unwrap();
        let listed = plan.remarks.iter().filter(|remark| remark.cost == Cost::NotEntered).count();
        let unread = programme.problems.iter().filter(|problem| problem.lost == interchange::Lost::Session);
        let entered = bench.draft().sessions.len();
        prop_assert_eq!(entered + listed, programme.sessions.len() + unread.count(), "{}", path.display());
        prop_assert!(bench.plan(&programme).unwrap().changes_nothing(), "{}", path.display());
    }
}
