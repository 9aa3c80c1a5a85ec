//! CSV, read by the crate `csv`; XLSX, read by the crate `calamine`.

use calamine::{Data, Reader as _, Xlsx};
use forum::MeetingId;

use super::bench::{Bench, Got};
use super::{MEETING, hostile};
use crate::scenario::kyoto;

fn table(got: &Got) -> Vec<Vec<String>> {
    let bytes = got.bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark, for spreadsheets");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
}

fn sheet(got: &Got) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&got.bytes)).unwrap();
    let sheet = book.worksheet_range("Programme").unwrap();
    assert!(book.worksheet_formula("Programme").unwrap().is_empty(), "no cell holds a formula");
    sheet.rows().map(<[Data]>::to_vec).collect()
}

/// Whether a spreadsheet might take a cell for a formula.
fn is_armed(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[test]
fn every_published_session_is_a_row_with_its_time_room_and_people() {
    let bench = Bench::kyoto(1_000, 100);
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let rows = table(&bench.get(&format!("{MEETING}/programme.csv"), &[]));
    let cells = sheet(&bench.get(&format!("{MEETING}/programme.xlsx"), &[]));
    assert_eq!((rows.len(), cells.len()), (version.sessions.len() + 1, version.sessions.len() + 1));
    let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    for ((session, row), cells) in version.in_order().into_iter().zip(&rows[1..]).zip(&cells[1..]) {
        let (room, start, _) = session.placed().unwrap();
        let there = start.in_tz("Asia/Tokyo").unwrap();
        assert_eq!(row[column("title")], session.title.text().unwrap());
        assert_eq!(row[column("start")].parse::<jiff::Timestamp>().unwrap(), start);
        assert_eq!(row[column("room")], version.rooms[&room].name);
        let people: usize =
            ["chairs", "moderators", "online moderators", "speakers", "rapporteurs", "organisers"]
                .map(|role| row[column(role)].lines().count())
                .iter()
                .sum();
        assert_eq!(people, session.roles.len());
        // The same in the sheet, where times are times and numbers are numbers.
        let Data::DateTime(serial) = &cells[column("start")] else {
            panic!("{:?} is no time", cells[column("start")])
        };
        let days =
            there.datetime().duration_since(jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0)).as_secs_f64()
                / 86_400.0;
        assert!((serial.as_f64() - days).abs() < 1e-6, "{serial:?} is not {there}");
        assert_eq!(cells[column("minutes")], Data::Float(f64::from(session.minutes)));
        for name in ["code", "title", "room", "track", "speakers", "abstract", "guid"] {
            let found = match &cells[column(name)] {
                Data::String(text) => text.as_str(),
                _ => "",
            };
            assert_eq!(found, row[column(name)], "{name}");
        }
    }
}

#[test]
fn no_cell_can_be_taken_for_a_formula_and_none_loses_what_was_written() {
    let bench = hostile::forum();
    let rows = table(&bench.get(&format!("{}/programme.csv", hostile::MEETING), &[]));
    let cells = sheet(&bench.get(&format!("{}/programme.xlsx", hostile::MEETING), &[]));
    assert_eq!(rows.len(), hostile::LINES.len() + 1);
    let texts = cells
        .iter()
        .flatten()
        .filter_map(|cell| if let Data::String(text) = cell { Some(text) } else { None });
    for cell in rows.iter().flatten().chain(texts) {
        assert!(!is_armed(cell), "{cell:?} is armed");
    }
    let forum = bench.forum();
    let version = forum.programme.meetings[&MeetingId(1)].latest().unwrap();
    for ((session, row), cells) in version.in_order().into_iter().zip(&rows[1..]).zip(&cells[1..]) {
        let title = session.title.text().unwrap();
        let guarded =
            if is_armed(title.trim_start_matches('\'')) { format!("'{title}") } else { title.to_owned() };
        assert_eq!(row[1], guarded);
        assert_eq!(cells[1], Data::String(guarded.clone()));
        assert_eq!(row[6], guarded, "the room");
        assert_eq!(row[16].trim_end(), guarded, "the organisation");
        assert_eq!(row[17], hostile::PROSE);
    }
}
