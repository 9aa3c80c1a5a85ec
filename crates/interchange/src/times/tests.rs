use super::*;

#[test]
fn a_date_is_read_in_the_stated_order_and_never_guessed() {
    use DateOrder::{DayFirst, Iso, MonthFirst};
    let cases = [
        ("2026-11-24", Iso, Some("2026-11-24")),
        ("2026/11/24", Iso, Some("2026-11-24")),
        ("2026-1-4", Iso, Some("2026-01-04")),
        ("24.11.2026", Iso, None),
        ("24.11.2026", DayFirst, Some("2026-11-24")),
        ("04/05/2026", DayFirst, Some("2026-05-04")),
        ("04/05/2026", MonthFirst, Some("2026-04-05")),
        ("24/11/2026", MonthFirst, None),
        ("24.11.26", DayFirst, None),
        ("2026-02-30", Iso, None),
        ("0026-02-03", Iso, None),
        ("20261124", Iso, None),
        ("24/1\0/2026", DayFirst, None),
        ("2026-11", Iso, None),
        ("morgen", Iso, None),
        ("", Iso, None),
    ];
    for (text, order, expected) in cases {
        let read = date_time(text, order).ok().map(|stated| stated.date.to_string());
        assert_eq!(read.as_deref(), expected, "{text:?} {order:?}");
    }
}

#[test]
fn a_time_keeps_its_offset_and_a_missing_offset_stays_missing() {
    let cases = [
        ("2026-11-24T09:30:00+01:00", Some("2026-11-24T09:30:00 +01")),
        ("2026-11-24T09:30:00.250+0530", Some("2026-11-24T09:30:00 +05:30")),
        ("2026-11-24T09:30Z", Some("2026-11-24T09:30:00 +00")),
        ("2026-11-24 9:30 -03:00", Some("2026-11-24T09:30:00 -03")),
        ("2026-11-24 09:30", Some("2026-11-24T09:30:00 none")),
        ("2026-11-24, 9:30 Uhr", Some("2026-11-24T09:30:00 none")),
        ("2026-11-24 14h15", Some("2026-11-24T14:15:00 none")),
        ("2026-11-24 9:30 PM", Some("2026-11-24T21:30:00 none")),
        ("2026-11-24 12:05 a.m.", Some("2026-11-24T00:05:00 none")),
        ("2026-11-24 25:30", Some("2026-11-25T01:30:00 none")),
        ("2026-11-24 30:00", None),
        ("2026-11-24 09:60", None),
        ("2026-11-24 9", None),
        ("2026-11-24T09:30+15:00", None),
        ("2026-11-24T09:30+", None),
        ("2026-11-24T09:30+1:-1", None),
        ("2026-11-24Tquarter past", None),
    ];
    for (text, expected) in cases {
        let read = date_time(text, DateOrder::Iso).ok().map(|stated| {
            let wall = stated.date.to_datetime(stated.time.expect("all cases state a time"));
            let offset = stated.offset.map_or("none".to_owned(), |offset| offset.to_string());
            format!("{wall} {offset}")
        });
        assert_eq!(read.as_deref(), expected, "{text:?}");
    }
}

#[test]
fn a_duration_is_whole_minutes_or_refused() {
    use DurationUnit::{Hours, Minutes};
    let cases = [
        ("1:30", None, Ok(90)),
        ("0:05", None, Ok(5)),
        ("00:45:00", None, Ok(45)),
        ("26:00", None, Ok(1560)),
        ("PT1H30M", None, Ok(90)),
        ("P1DT1H", None, Ok(1500)),
        ("1h30", None, Ok(90)),
        ("90 min", None, Ok(90)),
        ("2 hours", None, Ok(120)),
        ("90", Some(Minutes), Ok(90)),
        ("1,5", Some(Hours), Ok(90)),
        ("90", None, Err("minutes or hours")),
        ("0:00", None, Err("zero")),
        ("-1:30", None, Err("negative")),
        ("-PT5M", None, Err("negative")),
        ("999:00", None, Err("longer")),
        ("4294967295:00:00", None, Err("longer")),
        ("1e300", Some(Minutes), Err("longer")),
        ("NaN", Some(Minutes), Err("zero")),
        ("00:45:30", None, Err("whole number")),
        ("1:75", None, Err("not a duration")),
        ("1:2:3:4", None, Err("not a duration")),
        ("P1Y", None, Err("not a duration")),
        ("long", None, Err("not a duration")),
        ("", None, Err("not a duration")),
    ];
    for (text, unit, expected) in cases {
        let read = minutes(text, unit, 7 * 24 * 60);
        match (&read, expected) {
            (Ok(found), Ok(wanted)) => assert_eq!(*found, wanted, "{text:?}"),
            (Err(fault), Err(words)) => assert!(fault.message.contains(words), "{text:?}: {fault:?}"),
            _ => panic!("{text:?}: {read:?}, expected {expected:?}"),
        }
    }
}
