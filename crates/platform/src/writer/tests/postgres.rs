//! Several writers on one PostgreSQL, while its connections are cut again and again.

use std::time::Duration;

use postgres::{Client, NoTls};

use crate::log::{Missing, PostgresLog, test_url, unused_name};
use crate::writer::toy::{Purse, give, order};
use crate::writer::{Failure, Options, Writer};

const WRITERS: usize = 2;
const CLIENTS: usize = 3;
const COMMANDS: usize = 40;

#[test]
fn writers_on_one_postgresql_agree_whatever_happens_to_their_lines() {
    let Some(url) = test_url() else { return };
    let name = unused_name();
    let mark = if url.contains('?') { '&' } else { '?' };
    let named_url = format!("{url}{mark}application_name={name}");
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let log = PostgresLog::open(&named_url, &name, Missing::Create).unwrap();
            let options = Options::new(|fault| panic!("{fault}"));
            Writer::start(Box::new(log), Purse::default(), options).unwrap()
        })
        .collect();
    let mut cutter = Client::connect(&url, NoTls).unwrap();
    let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1";
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..WRITERS * CLIENTS)
            .map(|client| {
                let writer = &writers[client % WRITERS];
                scope.spawn(move || insist(writer, client))
            })
            .collect();
        while !clients.iter().all(|client| client.is_finished()) {
            cutter.execute(cut, &[&name]).unwrap();
            std::thread::sleep(Duration::from_millis(60));
        }
    });
    let all = i64::try_from(WRITERS * CLIENTS * COMMANDS).unwrap();
    for writer in &writers {
        while writer.state().state.balance < all {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(writer.state().state == writers[0].state().state);
        assert_eq!(writer.state().state.balance, all, "every command is done, and none twice");
    }
}

/// A client that sends each command until it is done.
fn insist(writer: &Writer<Purse>, client: usize) {
    for n in 0..COMMANDS {
        loop {
            match writer.submit(order(&format!("client-{client}"), &n.to_string(), give(1))).wait() {
                Ok(_) => break,
                Err(Failure::Unreachable | Failure::Busy) => std::thread::sleep(Duration::from_millis(1)),
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}
