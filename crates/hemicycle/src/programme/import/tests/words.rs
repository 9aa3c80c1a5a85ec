//! What people read of a plan.

use super::DAY;
use super::bench::{Bench, file};
use crate::languages::languages;
use crate::programme::import::{Stop, report};

#[test]
fn a_plan_is_told_in_every_language_without_a_hole() {
    let mut bench = Bench::default();
    bench.import(&file(DAY));
    let next = file(&[
        "1 | Opening | Hall | 09:30 | 60 | Amina Diallo#7",
        "2 | Rivers and seas | Hall | 10:00 | 60 | Tomás Rey#8 juggler",
        "5 | Springs | | | | Li Wei#10",
    ]);
    for locale in languages().all() {
        for plan in [bench.plan(&next), Bench::default().plan(&next)] {
            let told = report(locale, &plan.unwrap(), true);
            assert!(!told.contains("import-") && !told.contains('$'), "{told}");
            for name in ["Rivers and seas", "Springs", "Tomás Rey", "Hall"] {
                assert!(told.contains(name), "{name} is missing: {told}");
            }
        }
        let stop = Stop::NoZone { offset: Some("+09:00".into()) }.said(locale);
        assert!(stop.what.contains("+09:00") && stop.remedy.contains("--zone"), "{stop:?}");
    }
}

#[test]
fn a_new_meeting_reads_as_this() {
    let plan = Bench::default()
        .plan(&file(&[
            "1 | Opening | Hall | 09:00 | 60 | Amina Diallo#7",
            "2 | Rivers | Hall | 09:30 | 60 | Amina Diallo#7",
        ]))
        .unwrap();
    let told = report(languages().default_locale(), &plan, false);
    assert_eq!(told, include_str!("words.txt").trim_end(), "{told}");
}

#[test]
fn long_lists_are_cut_unless_all_is_asked_for() {
    let lines: Vec<String> =
        (0..30).map(|n| format!("{n} | S{n} | Hall | | 60 | P{n}#1{n} juggler")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut programme = file(&lines);
    programme.meeting.first_day = Some(jiff::civil::date(2026, 11, 24));
    programme.meeting.last_day = programme.meeting.first_day;
    let plan = Bench::default().plan(&programme).unwrap();
    let locale = languages().default_locale();
    let (short, long) = (report(locale, &plan, false), report(locale, &plan, true));
    assert!(short.contains("… and 18 more") && !long.contains("more; --all"), "{short}");
    assert_eq!(short.matches("states no time").count(), 30, "what has no place is always listed in full");
}
