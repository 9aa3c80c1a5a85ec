//! What SQLite promises beyond the common suite: its files.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use rusqlite::{Connection, ffi};

use super::{SqliteLog, sort};
use crate::log::{AppendError, Batch, Entry, Log, Missing, SideText};

#[test]
fn a_missing_log_is_only_made_on_demand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mistyped");
    let refused = SqliteLog::open(&path, Missing::Refuse).unwrap_err().to_string();
    assert!(refused.contains("there is no log at"), "{refused}");
    assert!(!path.exists());
    SqliteLog::open(&path, Missing::Create).unwrap();
    SqliteLog::open(&path, Missing::Refuse).unwrap();
}

#[test]
fn a_foreign_or_newer_file_is_refused_and_left_as_it_is() {
    let cases = [
        ("CREATE TABLE recipes (name TEXT)", "not a log of this program"),
        ("PRAGMA application_id = 0x616c6f67; PRAGMA user_version = 99", "has format 99"),
    ];
    for (sql, message) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let before = std::fs::read(&path).unwrap();
        let refused = SqliteLog::open(&path, Missing::Create).unwrap_err().to_string();
        assert!(refused.contains(message), "{refused}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear all, ".repeat(500)).unwrap();
    let refused = SqliteLog::open(&path, Missing::Create).unwrap_err().to_string();
    assert!(refused.contains("file is not a database"), "{refused}");
}

#[test]
fn an_altered_or_missing_act_is_noticed() {
    let cases = [
        ("UPDATE acts SET body = x'00' WHERE seq = 2", "act 2 does not fit the digest"),
        ("DELETE FROM acts WHERE seq = 2", "act 2 is missing"),
    ];
    for (sql, message) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        let mut log = SqliteLog::open(&path, Missing::Create).unwrap();
        let acts = (1..4).map(|n| Entry { bytes: vec![n], words: Vec::new() }).collect();
        log.append(0, &Batch { acts, erase: Vec::new() }).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let noticed = log.read(1, &mut |_| Ok(())).unwrap_err().to_string();
        assert!(noticed.contains(message), "{noticed}");
    }
}

#[test]
fn a_full_disk_writes_nothing_and_heals() {
    let folder = tempfile::tempdir().unwrap();
    let mut log = SqliteLog::open(&folder.path().join("log"), Missing::Create).unwrap();
    let large = Batch { acts: vec![Entry { bytes: vec![7; 1 << 20], words: Vec::new() }], erase: Vec::new() };
    // SQLite's own limit reports exactly what a full disk does.
    log.connection.execute_batch("PRAGMA max_page_count = 50").unwrap();
    let full = log.append(0, &large);
    assert!(matches!(full, Err(AppendError::Full(_))), "{full:?}");
    log.read(1, &mut |record| panic!("act {} was written", record.seq)).unwrap();
    log.connection.execute_batch("PRAGMA max_page_count = 1000000").unwrap();
    assert_eq!(log.append(0, &large).unwrap(), 1);
}

#[test]
fn an_error_is_sorted_by_what_can_be_done_about_it() {
    let kind = |code: std::ffi::c_int| {
        let failure = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
        match sort(failure) {
            AppendError::Behind => "behind",
            AppendError::Full(_) => "full",
            AppendError::Unreachable(fault) if fault.is_passing() => "unreachable",
            AppendError::Broken(fault) if !fault.is_passing() => "broken",
            other => panic!("{other}"),
        }
    };
    let cases = [
        (ffi::SQLITE_FULL, "full"),
        (ffi::SQLITE_IOERR_SHMSIZE, "full"),
        (ffi::SQLITE_BUSY, "unreachable"),
        (ffi::SQLITE_LOCKED, "unreachable"),
        (ffi::SQLITE_CONSTRAINT_PRIMARYKEY, "behind"),
        (ffi::SQLITE_IOERR_FSYNC, "broken"),
        (ffi::SQLITE_IOERR_DIR_FSYNC, "broken"),
        (ffi::SQLITE_IOERR_WRITE, "broken"),
        (ffi::SQLITE_CORRUPT, "broken"),
        (ffi::SQLITE_READONLY, "broken"),
    ];
    for (code, expected) in cases {
        assert_eq!(kind(code), expected, "SQLite's code {code}");
    }
}

#[test]
fn the_write_ahead_log_does_not_grow_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let mut log = SqliteLog::open(&path, Missing::Create).unwrap();
    let large = Batch { acts: vec![Entry { bytes: vec![7; 1 << 20], words: Vec::new() }], erase: Vec::new() };
    for seq in 0..64 {
        log.append(seq, &large).unwrap();
    }
    let size = std::fs::metadata(folder.path().join("log-wal")).unwrap().len();
    assert!(size < 24 << 20, "{size} bytes after 64 MiB of acts");
}

#[test]
fn erasing_waits_for_a_reader_and_then_cuts_the_write_ahead_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let mut log = SqliteLog::open(&path, Missing::Create).unwrap();
    log.connection.busy_timeout(std::time::Duration::ZERO).unwrap();
    let said =
        |text: &str| Entry { bytes: vec![1], words: vec![SideText { salt: [9; 16], text: text.into() }] };
    log.append(0, &Batch { acts: vec![said("XYZZY-secret")], erase: Vec::new() }).unwrap();

    let reader = Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM acts").unwrap();
    log.append(1, &Batch { acts: vec![said("plain")], erase: vec![1] }).unwrap();
    assert!(found(folder.path(), b"XYZZY-secret"), "the reader still holds the old state");

    reader.execute_batch("COMMIT").unwrap();
    log.append(2, &Batch { acts: vec![said("plain")], erase: Vec::new() }).unwrap();
    assert!(!found(folder.path(), b"XYZZY-secret"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Short and long texts, so that they lie in leaves, in inner pages and in overflow pages; erased in any
    /// order, while others are added and pages are split and joined.
    #[test]
    fn an_erased_text_is_in_none_of_the_files(
        batches in prop::collection::vec(prop::collection::vec((length(), any::<bool>()), 1..40), 1..12),
        later in prop::collection::vec(any::<prop::sample::Index>(), 1..30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut log = SqliteLog::open(&folder.path().join("log"), Missing::Create).unwrap();
        let mut seq = 0;
        let mut alive = BTreeSet::new();
        for batch in &batches {
            let mut next = Batch::default();
            for (length, erase_one) in batch {
                seq += 1;
                alive.insert(seq);
                let text = secret(seq).repeat(1 + length / 20);
                let words = vec![SideText { salt: [3; 16], text: "kept apart".into() }, SideText { salt: [1; 16], text }];
                next.acts.push(Entry { bytes: b"{}".to_vec(), words });
                if *erase_one {
                    let victim = *later[0].get(&alive.iter().copied().collect::<Vec<_>>());
                    alive.remove(&victim);
                    next.erase.push(victim);
                }
            }
            log.append(seq - batch.len() as u64, &next).unwrap();
        }
        let rest: Vec<u64> = alive.iter().copied().collect();
        for index in &later {
            if rest.is_empty() { break; }
            let victim = *index.get(&rest);
            alive.remove(&victim);
            log.append(seq, &Batch { acts: Vec::new(), erase: vec![victim] }).unwrap();
        }
        prop_assert_eq!(secrets(&all_bytes(folder.path())), alive);
    }
}

/// Many to a page, a few to a page, or several pages each.
fn length() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0..300_usize, 2 => 300..2_000_usize, 1 => 2_000..9_000_usize]
}

fn secret(seq: u64) -> String {
    format!("<<secret {seq:07}>>!")
}

/// The numbers of all secrets of which any copy is there.
fn secrets(bytes: &[u8]) -> BTreeSet<u64> {
    let marks = bytes.split(|byte| *byte == b'<');
    marks
        .filter_map(|mark| std::str::from_utf8(mark.strip_prefix(b"secret ")?.get(..7)?).ok()?.parse().ok())
        .collect()
}

fn found(folder: &Path, text: &[u8]) -> bool {
    contains(&all_bytes(folder), text)
}

fn all_bytes(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap();
    files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
