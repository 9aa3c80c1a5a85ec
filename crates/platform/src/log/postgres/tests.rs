//! What PostgreSQL promises beyond the common suite: that a lost line heals.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use postgres::{Client, NoTls};

use super::PostgresLog;
use super::tail::{Line, Listener};
use crate::log::{AppendError, Batch, Entry, Log, Missing, Tail};

/// The throw-away database that the tests may use: a URL with the right to create databases.
pub(crate) fn test_url() -> Option<String> {
    let url = std::env::var("HEMICYCLE_TEST_POSTGRES").ok();
    if url.is_none() {
        let say = "HEMICYCLE_TEST_POSTGRES is not set";
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{say}, and with CI=true nothing may be left out"
        );
        eprintln!("SKIPPED, for {say}: the log on PostgreSQL is not tested");
    }
    url
}

/// A name that no other test and no earlier run has used.
pub(crate) fn unused_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let now = jiff::Timestamp::now().as_nanosecond();
    format!("test_{}_{}_{now}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A database of its own, for tests that look at all of it. Gone when dropped.
pub(crate) struct TestDatabase {
    server: String,
    name: String,
    pub(crate) url: String,
}

impl TestDatabase {
    pub(crate) fn new() -> Option<Self> {
        let server = test_url()?;
        let name = unused_name();
        Client::connect(&server, NoTls).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let (before, _) = server.rsplit_once('/').unwrap();
        let url = format!("{before}/{name}");
        Some(Self { server, name, url })
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        Client::connect(&self.server, NoTls).unwrap().batch_execute(&drop).unwrap();
    }
}

#[test]
fn a_missing_log_is_only_made_on_demand() {
    let Some(url) = test_url() else { return };
    let name = unused_name();
    let refused = PostgresLog::open(&url, &name, Missing::Refuse).unwrap_err().to_string();
    assert!(refused.contains("there is no log named"), "{refused}");
    PostgresLog::open(&url, &name, Missing::Create).unwrap();
    PostgresLog::open(&url, &name, Missing::Refuse).unwrap();
    assert!(PostgresLog::names(&url).unwrap().contains(&name));
}

#[test]
fn two_logs_in_one_database_do_not_meet() {
    let Some(url) = test_url() else { return };
    let [mut one, mut other] =
        [(); 2].map(|()| PostgresLog::open(&url, &unused_name(), Missing::Create).unwrap());
    one.append(0, &act(1)).unwrap();
    other.append(0, &act(2)).unwrap();
    one.append(1, &Batch { acts: Vec::new(), erase: vec![1] }).unwrap();
    let mut seen = Vec::new();
    other
        .read(1, &mut |record| {
            seen.push(record);
            Ok(())
        })
        .unwrap();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].bytes, [2]);
}

#[test]
fn a_lost_line_is_told_and_made_again() {
    let Some(url) = test_url() else { return };
    let name = unused_name();
    let mut log = PostgresLog::open(&url, &name, Missing::Create).unwrap();
    let mut tail = Listener::new(log.address.clone()).unwrap();
    log.append(0, &act(1)).unwrap();
    assert!(tail.wait(Duration::from_secs(20)));

    let mut admin = Client::connect(&url, NoTls).unwrap();
    for client in [&mut log.connection.as_mut().unwrap().client, tail.client().unwrap()] {
        let pid: i32 = client.query_one("SELECT pg_backend_pid()", &[]).unwrap().get(0);
        admin.execute("SELECT pg_terminate_backend($1)", &[&pid]).unwrap();
    }
    let lost = log.append(1, &act(2));
    assert!(matches!(lost, Err(AppendError::Unreachable(_))), "{lost:?}");
    assert_eq!(log.append(1, &act(2)).unwrap(), 2);
    let noticed = (0..100).any(|_| tail.wait(Duration::from_millis(200)));
    assert!(noticed, "the tail makes its own line again and sees what it missed");
}

#[test]
fn an_append_wakes_the_tails_of_its_own_log_and_no_other() {
    let Some(url) = test_url() else { return };
    let [mut one, other] =
        [(); 2].map(|()| PostgresLog::open(&url, &unused_name(), Missing::Create).unwrap());
    let [mut woken, mut asleep] = [&one, &other].map(|log| Line::new(&log.address).unwrap());
    one.append(0, &act(1)).unwrap();
    // Only a notification ends this wait early; the poll is elsewhere.
    assert!(woken.listen(Duration::from_secs(20)).unwrap());
    assert!(!asleep.listen(Duration::from_millis(200)).unwrap());
}

#[test]
fn an_unreachable_database_is_a_passing_fault() {
    // Nobody listens on port 1.
    let refused =
        PostgresLog::open("postgres://nobody@127.0.0.1:1/nothing", "log", Missing::Create).unwrap_err();
    assert!(refused.is_passing(), "{refused}");
    assert!(refused.to_string().contains("cannot reach the log in PostgreSQL"), "{refused}");
}

#[test]
fn a_database_of_a_newer_release_is_refused() {
    let Some(database) = TestDatabase::new() else { return };
    let tables = "CREATE SCHEMA act_log; CREATE TABLE act_log.format AS SELECT 99 AS version";
    Client::connect(&database.url, NoTls).unwrap().batch_execute(tables).unwrap();
    let refused = PostgresLog::open(&database.url, "log", Missing::Create).unwrap_err().to_string();
    assert!(refused.contains("have format 99"), "{refused}");
}

fn act(byte: u8) -> Batch {
    Batch { acts: vec![Entry { bytes: vec![byte], words: Vec::new() }], erase: Vec::new() }
}
