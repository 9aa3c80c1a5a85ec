//! What is carried is the same, and what is damaged is found.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::*;
use crate::log::{Fault, Log, MemoryLog, Missing, PostgresLog, Record, SqliteLog, TestDatabase};
use crate::writer::toy::{Purse, Wish, give, order};
use crate::writer::{Options, Writer};

impl Comparable for Purse {
    fn digest_of_state(&self) -> Digest {
        // The notes do not count: whether a text is there still depends on when one looks.
        Sha256::digest(format!("{} {} {:?}", self.balance, self.acts, self.changes)).into()
    }
}

/// A log of gifts with notes, two of which are forgotten: act 2 by act 4, act 5 by the last act.
fn story(log: Box<dyn Log>) {
    let writer = Writer::start(log, Purse::default(), Options::new(|fault| panic!("{fault}"))).unwrap();
    let wishes =
        [give(1), give(2), give(3), Wish::Forget { act: 2 }, give(5), give(6), Wish::Forget { act: 5 }];
    for (n, wish) in wishes.into_iter().enumerate() {
        writer.submit(order("ada", &format!("k{n}"), wish)).wait().unwrap();
    }
    writer.stop();
}

fn all(log: &mut dyn Log) -> Vec<Record> {
    log.read_some(1, 100).unwrap()
}

fn there_and_back(make: &mut dyn FnMut() -> Box<dyn Log>) {
    let mut source = MemoryLog::new();
    story(Box::new(source.connect()));
    let mut between = Carrier::<Purse>::start(&mut source, make()).unwrap();
    assert_eq!(between.carry(&mut source, Until::Now).unwrap(), 7);
    let standing = between.standing();
    assert_eq!(standing, replay::<Purse>(&mut source).unwrap());

    let mut target = between.into_target();
    let home = MemoryLog::new();
    let mut back = Carrier::<Purse>::start(&mut *target, Box::new(home.connect())).unwrap();
    back.carry(&mut *target, Until::Now).unwrap();
    assert_eq!(back.standing(), standing);
    assert_eq!(all(&mut source), all(&mut *target));
    assert_eq!(
        all(&mut source),
        all(&mut *back.into_target()),
        "bytes, digests and texts, erased ones included"
    );
}

#[test]
fn a_log_comes_back_from_another_store_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    there_and_back(&mut || {
        Box::new(SqliteLog::open(&folder.path().join("a.forum"), Missing::Create).unwrap())
    });
}

#[test]
fn a_log_comes_back_from_postgres_as_it_was() {
    let Some(database) = TestDatabase::new() else { return };
    there_and_back(&mut || Box::new(PostgresLog::open(&database.url, "copy", Missing::Create).unwrap()));
}

#[test]
fn carrying_goes_on_where_it_was_interrupted_and_catches_up_with_erasures() {
    let mut source = MemoryLog::new();
    let target = MemoryLog::new();
    let writer =
        Writer::start(Box::new(source.connect()), Purse::default(), Options::new(|fault| panic!("{fault}")))
            .unwrap();
    let give_one = |n: i64| writer.submit(order("ada", &format!("k{n}"), give(n))).wait().unwrap();
    for n in 1..=3 {
        give_one(n);
    }
    let mut first = Carrier::<Purse>::start(&mut source, Box::new(target.connect())).unwrap();
    assert_eq!(first.carry(&mut source, Until::Act(2)).unwrap(), 2);
    assert_eq!(first.carry(&mut source, Until::Now).unwrap(), 1);
    drop(first);
    writer.submit(order("ada", "forget", Wish::Forget { act: 1 })).wait().unwrap();
    give_one(9);
    let mut second = Carrier::<Purse>::start(&mut source, Box::new(target.connect())).unwrap();
    assert_eq!(second.carry(&mut source, Until::Now).unwrap(), 2);
    assert_eq!(all(&mut source), all(&mut target.connect()));
}

#[test]
fn what_is_no_beginning_of_the_source_is_not_written_to() {
    let mut source = MemoryLog::new();
    story(Box::new(source.connect()));
    let other = MemoryLog::new();
    let writer =
        Writer::start(Box::new(other.connect()), Purse::default(), Options::new(|fault| panic!("{fault}")))
            .unwrap();
    writer.submit(order("eve", "k", give(1))).wait().unwrap();
    let refused = |target: &MemoryLog, source: &mut MemoryLog| {
        Carrier::<Purse>::start(source, Box::new(target.connect())).map(drop).unwrap_err().to_string()
    };
    assert!(refused(&other, &mut source).contains("another log: act 1"));
    let shorter = MemoryLog::new();
    let mut carrier = Carrier::<Purse>::start(&mut source, Box::new(shorter.connect())).unwrap();
    carrier.carry(&mut source, Until::Act(3)).unwrap();
    assert!(refused(&source, &mut shorter.connect()).contains("newer"));
}

#[test]
fn a_moment_is_restored_by_number_and_by_time_and_erased_texts_stay_erased() {
    let mut source = MemoryLog::new();
    story(Box::new(source.connect()));
    let times: Vec<_> = all(&mut source).iter().map(|record| Purse::decode(record).unwrap().at).collect();
    for last in 0..=7_u64 {
        let target = MemoryLog::new();
        let mut carrier = Carrier::<Purse>::start(&mut source, Box::new(target.connect())).unwrap();
        carrier.carry(&mut source, Until::Act(last)).unwrap();
        assert_eq!(carrier.standing().seq, last);
        // Act 2 is erased by act 4, act 5 by act 7: what was carried of them and is erased only later.
        let later = usize::from((2..4).contains(&last)) + usize::from((5..7).contains(&last));
        assert_eq!(carrier.erased_later(&mut source).unwrap(), later, "{last}");
        let records = all(&mut target.connect());
        assert!(records.iter().all(|record| ![2, 5].contains(&record.seq) || record.words == [None]));
        if last > 0 {
            let time = times[usize::try_from(last).unwrap() - 1];
            let by_time = MemoryLog::new();
            let mut carrier = Carrier::<Purse>::start(&mut source, Box::new(by_time.connect())).unwrap();
            carrier.carry(&mut source, Until::Time(time)).unwrap();
            let expected = times.iter().filter(|at| **at <= time).count() as u64;
            assert_eq!(carrier.standing().seq, expected);
        }
    }
}

#[test]
fn an_older_copy_takes_over_the_erasures_of_a_newer_one() {
    let mut source = MemoryLog::new();
    let older = MemoryLog::new();
    let writer =
        Writer::start(Box::new(source.connect()), Purse::default(), Options::new(|fault| panic!("{fault}")))
            .unwrap();
    writer.submit(order("ada", "a", give(1))).wait().unwrap();
    let mut carrier = Carrier::<Purse>::start(&mut source, Box::new(older.connect())).unwrap();
    carrier.carry(&mut source, Until::Now).unwrap();
    writer.submit(order("ada", "b", Wish::Forget { act: 1 })).wait().unwrap();
    let digest = all(&mut older.connect())[0].digest;
    let gone = erased_in(&mut source, 1, digest).unwrap();
    assert_eq!(gone, BTreeSet::from([1]));
    assert_eq!(carrier.erase(&gone).unwrap(), 1);
    assert_eq!(all(&mut older.connect())[0].words, [None]);
    assert_eq!(check::<Purse>(&mut older.connect()).unwrap().remarks.len(), 1);
    assert!(erased_in(&mut source, 1, [0; 32]).is_err());
}

#[test]
fn a_whole_log_has_no_findings_and_an_empty_one_neither() {
    let mut log = MemoryLog::new();
    assert!(check::<Purse>(&mut log).unwrap().findings.is_empty());
    story(Box::new(log.connect()));
    let checked = check::<Purse>(&mut log).unwrap();
    assert!(checked.findings.is_empty() && checked.remarks.is_empty(), "{checked:?}");
    assert_eq!((checked.standing.seq, checked.texts, checked.erased), (7, 3, 2));
}

/// What a check says of the story's file after something was done to it from outside.
fn tampered(folder: &Path, name: &str, sql: &str) -> Checked {
    let path = folder.join(name);
    story(Box::new(SqliteLog::open(&path, Missing::Create).unwrap()));
    rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    check::<Purse>(&mut SqliteLog::open(&path, Missing::Refuse).unwrap()).unwrap()
}

#[test]
fn whatever_was_done_to_a_stored_log_is_found() {
    let folder = tempfile::tempdir().unwrap();
    // (what is done, what is said)
    let cases = [
        (
            "UPDATE acts SET body = CAST(replace(body, 'ada', 'eve') AS BLOB) WHERE seq = 3",
            "act 3 does not fit",
        ),
        ("UPDATE acts SET digest = zeroblob(32) WHERE seq = 6", "act 6 does not fit"),
        ("DELETE FROM acts WHERE seq = 4", "act 4 is missing"),
        ("UPDATE acts SET seq = 8 WHERE seq = 7", "act 7 is missing"),
        (
            "UPDATE words SET erased = 0, salt = x'00112233445566778899aabbccddeeff', text = CAST('back' AS BLOB) \
          WHERE id / 1048576 = 2",
            "text of act 2 was erased",
        ),
        ("UPDATE words SET text = x'ff' WHERE id / 1048576 = 3", "text of act 3 is damaged"),
    ];
    for (n, (sql, says)) in cases.into_iter().enumerate() {
        let checked = tampered(folder.path(), &format!("{n}.forum"), sql);
        let found = checked.findings.iter().any(|finding| finding.contains(says));
        assert!(found, "{sql}: {:?}", checked.findings);
    }
    let erased =
        tampered(folder.path(), "erased.forum", "UPDATE words SET erased = 1 WHERE id / 1048576 = 3");
    assert!(erased.findings.is_empty() && erased.remarks.len() == 1, "{erased:?}");
}

/// A log whose store cannot be had now.
struct Away;

impl Log for Away {
    fn append(&mut self, _: Seq, _: &crate::log::Batch) -> Result<Seq, crate::log::AppendError> {
        Err(crate::log::AppendError::Behind)
    }

    fn read(&mut self, _: Seq, _: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        Err(Fault::new("no line").passing())
    }

    fn tail(&self) -> Result<Box<dyn crate::log::Tail>, Fault> {
        Err(Fault::new("no line"))
    }
}

#[test]
fn a_store_that_cannot_be_had_is_no_damage() {
    assert!(check::<Purse>(&mut Away).is_err());
}
