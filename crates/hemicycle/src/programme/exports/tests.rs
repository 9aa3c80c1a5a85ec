//! Every export, read by a parser that knows nothing of how it was written.

mod again;
mod bench;
mod calendars;
mod documents;
mod hostile;
mod schemas;
mod tables;

use axum::http::StatusCode;
use forum::programme::Command;

use self::bench::Bench;
use super::EXPORTS;
use crate::scenario::kyoto;

/// The address of the meeting's files.
const MEETING: &str = "/igf/meetings/kyoto-2023";

#[test]
fn every_export_has_its_address_and_is_sent_once() {
    let bench = Bench::kyoto(300, 20);
    let page = bench.get(&format!("{MEETING}/exports"), &[]);
    for export in EXPORTS {
        let address = format!("{MEETING}/programme.{}", export.ending);
        assert!(page.text().contains(&format!("href=\"{address}\"")), "the page leads to {address}");
        let got = bench.get(&address, &[]);
        assert_eq!(
            (got.status, got.header("content-type")),
            (StatusCode::OK, export.media_type),
            "{address}"
        );
        assert!(got.header("last-modified").ends_with(" GMT"));
        let again = bench.get(&address, &[("If-None-Match", got.header("etag"))]);
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
        let gzip = bench.get(&address, &[("Accept-Encoding", "br, gzip;q=0.5")]);
        assert_eq!(gzip.header("content-encoding"), "gzip");
        let mut plain = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&gzip.bytes[..]), &mut plain).unwrap();
        assert_eq!(plain, got.bytes, "{address}");
        let refused = bench.get(&address, &[("Accept-Encoding", "gzip;q=0")]);
        assert_eq!(refused.bytes, got.bytes, "{address}");
    }
}

#[test]
fn an_act_that_changes_nothing_in_the_programme_sends_nobody_the_file_again() {
    let bench = Bench::kyoto(300, 20);
    let tag = || bench.get(&format!("{MEETING}/programme.json"), &[]).header("etag").to_owned();
    let before = tag();
    bench.give(Command::OpenRoom {
        meeting: kyoto::MEETING,
        name: "Annex of the draft".into(),
        seats: None,
        origin: None,
    });
    assert_eq!(tag(), before);
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let session = *version.sessions.keys().next().unwrap();
    bench.give(Command::EraseSession { session });
    assert_ne!(tag(), before, "an erasure changes every file at once");
}
