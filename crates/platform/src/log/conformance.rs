//! What every store promises, as one suite that runs against each of them.

use std::time::Duration;

use super::{
    AppendError, Batch, Entry, Fault, Log, MemoryLog, Missing, PostgresLog, Record, Seq, SideText, SqliteLog,
    digest, test_url, unused_name,
};

/// Opens another connection to the store under test.
type Connect<'a> = &'a mut dyn FnMut() -> Box<dyn Log>;

/// A promise, and what checks it on a fresh store.
type Promise = (&'static str, fn(Connect<'_>));

const PROMISES: &[Promise] = &[
    ("a new log is empty", a_new_log_is_empty),
    ("what was appended is read back in order", what_was_appended_is_read_back_in_order),
    ("an empty batch is nothing", an_empty_batch_is_nothing),
    ("a rival that is behind writes nothing", a_rival_that_is_behind_writes_nothing),
    ("acts and words keep every byte", acts_and_words_keep_every_byte),
    ("erased words are gone and the act stays", erased_words_are_gone_and_the_act_stays),
    ("a batch may erase its own words", a_batch_may_erase_its_own_words),
    ("a reader may stop", a_reader_may_stop),
    ("of many rivals exactly one wins each place", of_many_rivals_exactly_one_wins_each_place),
    ("a tail notices what others append", a_tail_notices_what_others_append),
    ("a large batch is one append", a_large_batch_is_one_append),
];

#[test]
fn the_log_in_memory_keeps_every_promise() {
    for (promise, check) in PROMISES {
        eprintln!("memory: {promise}");
        let log = MemoryLog::new();
        check(&mut || Box::new(log.connect()));
    }
}

#[test]
fn the_log_on_sqlite_keeps_every_promise() {
    for (promise, check) in PROMISES {
        eprintln!("SQLite: {promise}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        check(&mut || Box::new(SqliteLog::open(&path, Missing::Create).unwrap()));
    }
}

#[test]
fn the_log_on_postgresql_keeps_every_promise() {
    let Some(url) = test_url() else { return };
    for (promise, check) in PROMISES {
        eprintln!("PostgreSQL: {promise}");
        let name = unused_name();
        check(&mut || Box::new(PostgresLog::open(&url, &name, Missing::Create).unwrap()));
    }
}

fn a_new_log_is_empty(connect: Connect<'_>) {
    let mut log = connect();
    assert_eq!(read(&mut *log, 1), []);
    assert_eq!(read(&mut *log, 7), []);
}

fn what_was_appended_is_read_back_in_order(connect: Connect<'_>) {
    let mut log = connect();
    assert_eq!(log.append(0, &acts(&["a", "b"])).unwrap(), 2);
    assert_eq!(log.append(2, &acts(&["c"])).unwrap(), 3);
    assert_eq!(texts(&mut *log, 1), [(1, "a"), (2, "b"), (3, "c")].map(owned));
    assert_eq!(texts(&mut *log, 0), texts(&mut *log, 1), "0 is before the first act");
    assert_eq!(texts(&mut *connect(), 3), [(3, "c")].map(owned), "another connection sees the same");
    assert_eq!(read(&mut *log, 1)[0].digest, digest(b"a"));
}

fn an_empty_batch_is_nothing(connect: Connect<'_>) {
    let mut log = connect();
    assert_eq!(log.append(0, &Batch::default()).unwrap(), 0);
    assert_eq!(log.append(0, &acts(&["a"])).unwrap(), 1);
    assert_eq!(log.append(1, &Batch::default()).unwrap(), 1);
    assert_eq!(texts(&mut *log, 1).len(), 1);
}

fn a_rival_that_is_behind_writes_nothing(connect: Connect<'_>) {
    let (mut log, mut rival) = (connect(), connect());
    log.append(0, &acts(&["a"])).unwrap();
    for expected in [0, 2, 99] {
        let answer = rival.append(expected, &acts(&["x", "y"]));
        assert!(matches!(answer, Err(AppendError::Behind)), "{expected}: {answer:?}");
    }
    assert_eq!(rival.append(1, &acts(&["b"])).unwrap(), 2, "and goes on once it has caught up");
    assert_eq!(texts(&mut *log, 1), [(1, "a"), (2, "b")].map(owned));
}

fn acts_and_words_keep_every_byte(connect: Connect<'_>) {
    let long = "國際治理 🏛 \u{202e}\u{0}".repeat(20_000);
    let entries = vec![
        Entry { bytes: Vec::new(), words: Vec::new() },
        Entry { bytes: (0..=255).collect(), words: vec![side(1, ""), side(2, "é\n\\\t'\"{}")] },
        Entry { bytes: vec![0; 300_000], words: vec![side(3, &long)] },
    ];
    let mut log = connect();
    log.append(0, &Batch { acts: entries.clone(), erase: Vec::new() }).unwrap();
    let back: Vec<_> = read(&mut *connect(), 1).into_iter().map(entry).collect();
    assert_eq!(back, entries);
}

fn erased_words_are_gone_and_the_act_stays(connect: Connect<'_>) {
    let mut log = connect();
    let three: Vec<_> =
        (1..=3).map(|n| Entry { bytes: vec![n], words: vec![side(n, "first"), side(n, "second")] }).collect();
    log.append(0, &Batch { acts: three.clone(), erase: Vec::new() }).unwrap();
    let eraser = Batch { acts: acts(&["gone"]).acts, erase: vec![2] };
    assert!(matches!(log.append(2, &eraser), Err(AppendError::Behind)));
    assert_eq!(read(&mut *log, 2)[0].words.iter().flatten().count(), 2, "a lost race erases nothing");

    log.append(3, &eraser).unwrap();
    let records = read(&mut *connect(), 1);
    assert_eq!(records[1].words, [None, None]);
    assert_eq!(records[1].bytes, three[1].bytes);
    assert_eq!(entry(records[0].clone()), three[0], "its neighbours keep theirs");
    assert_eq!(entry(records[2].clone()), three[2]);

    log.append(4, &Batch { acts: acts(&["again"]).acts, erase: vec![0, 2, 4, 99] }).unwrap();
    assert_eq!(read(&mut *log, 2)[0].words, [None, None], "erasing twice, or nothing, is no error");
    assert_eq!(entry(read(&mut *log, 1)[0].clone()), three[0], "and reaches nobody else");
}

fn a_batch_may_erase_its_own_words(connect: Connect<'_>) {
    let mut log = connect();
    let hasty = Entry { bytes: vec![1], words: vec![side(1, "too much said")] };
    log.append(0, &Batch { acts: vec![hasty], erase: vec![1] }).unwrap();
    assert_eq!(read(&mut *log, 1)[0].words, [None]);
}

fn a_reader_may_stop(connect: Connect<'_>) {
    let mut log = connect();
    log.append(0, &acts(&["a", "b", "c"])).unwrap();
    let mut seen = 0;
    let stopped = log.read(1, &mut |_| {
        seen += 1;
        Err(Fault::new("enough"))
    });
    assert_eq!(stopped.unwrap_err().to_string(), "enough");
    assert_eq!(seen, 1);
    assert_eq!(log.append(3, &acts(&["d"])).unwrap(), 4, "and the connection still works");
}

fn of_many_rivals_exactly_one_wins_each_place(connect: Connect<'_>) {
    const EACH: usize = 25;
    let rivals: Vec<_> = (0..4).map(|name| (name, connect())).collect();
    std::thread::scope(|scope| {
        for (name, mut log) in rivals {
            scope.spawn(move || {
                for n in 0..EACH {
                    let text = format!("{name}:{n}");
                    let mut known = last(&mut *log);
                    while let Err(error) = log.append(known, &acts(&[&text])) {
                        assert!(matches!(error, AppendError::Behind), "{error}");
                        known = last(&mut *log);
                    }
                }
            });
        }
    });
    let all = texts(&mut *connect(), 1);
    assert_eq!(all.len(), 4 * EACH);
    for name in 0..4 {
        let own: Vec<_> = all.iter().filter(|(_, text)| text.starts_with(&format!("{name}:"))).collect();
        let order: Vec<_> = own.iter().map(|(_, text)| text.clone()).collect();
        let expected: Vec<_> = (0..EACH).map(|n| format!("{name}:{n}")).collect();
        assert_eq!(order, expected, "each rival's acts are all there, once, in order");
    }
}

fn a_tail_notices_what_others_append(connect: Connect<'_>) {
    let mut log = connect();
    let mut tail = connect().tail().unwrap();
    while tail.wait(Duration::ZERO) {}
    log.append(0, &acts(&["a"])).unwrap();
    // Generous, for a busy machine: the promise is that it wakes, not how fast.
    assert!(tail.wait(Duration::from_secs(20)), "an append before the wait");
    std::thread::scope(|scope| {
        scope.spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            log.append(1, &acts(&["b"])).unwrap();
        });
        // A tail may wake for nothing; what counts is that it is awake when the act is there.
        let mut reader = connect();
        while last(&mut *reader) < 2 {
            tail.wait(Duration::from_secs(20));
        }
    });
}

fn a_large_batch_is_one_append(connect: Connect<'_>) {
    let entries = (0_u32..5_000)
        .map(|n| Entry { bytes: n.to_be_bytes().to_vec(), words: vec![side(7, &n.to_string())] })
        .collect();
    let mut log = connect();
    assert_eq!(log.append(0, &Batch { acts: entries, erase: vec![4_999] }).unwrap(), 5_000);
    let records = read(&mut *log, 4_998);
    assert_eq!(records.len(), 3);
    assert_eq!(records[0].words, [Some(side(7, "4997"))]);
    assert_eq!(records[1].words, [None]);
}

fn acts(texts: &[&str]) -> Batch {
    let acts = texts.iter().map(|text| Entry { bytes: (*text).into(), words: Vec::new() }).collect();
    Batch { acts, erase: Vec::new() }
}

fn side(salt: u8, text: &str) -> SideText {
    SideText { salt: [salt; 16], text: text.to_owned() }
}

fn entry(record: Record) -> Entry {
    Entry { bytes: record.bytes, words: record.words.into_iter().map(Option::unwrap).collect() }
}

fn owned((seq, text): (Seq, &str)) -> (Seq, String) {
    (seq, text.to_owned())
}

fn last(log: &mut dyn Log) -> Seq {
    read(log, 1).last().map_or(0, |record| record.seq)
}

fn texts(log: &mut dyn Log, from: Seq) -> Vec<(Seq, String)> {
    let text = |record: Record| (record.seq, String::from_utf8(record.bytes).unwrap());
    read(log, from).into_iter().map(text).collect()
}

fn read(log: &mut dyn Log, from: Seq) -> Vec<Record> {
    let mut records = Vec::new();
    log.read(from, &mut |record| {
        records.push(record);
        Ok(())
    })
    .unwrap();
    records
}
