//! `kill -9` at random moments under load, on both stores.

use crate::load::{Acknowledged, Load};
use crate::support::{Place, Server, postgres_database, run};
use platform::log::{Log, Missing, PostgresLog, SqliteLog};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How often the server is killed.
const KILLS: usize = 100;
/// How many commands must have been answered in all.
const COMMANDS: usize = 20_000;
/// Longer than this, the test is stuck.
const PATIENCE: Duration = Duration::from_secs(600);

/// Kills one of so many servers again and again while clients work; returns what the clients were answered.
fn storm(place: &Place, nodes: usize) -> Vec<Vec<Acknowledged>> {
    assert!(run(place, &["begin", "storm"]).0);
    let mut servers: Vec<Server> = (0..nodes).map(|_| Server::start(place)).collect();
    let load = Load::start(16, servers.iter().map(Server::client).collect());
    let begun = Instant::now();
    let mut pause = 7_u64;
    for kill in 1..=KILLS {
        // A pause that is different every time, and long enough for its share of the commands.
        pause = pause.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_millis(20 + (pause >> 33) % 130));
        while load.answered() < COMMANDS * kill / KILLS && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(3));
        }
        let victim = kill % nodes;
        servers[victim].kill();
        servers[victim] = Server::start(place);
        load.replace(victim, servers[victim].client());
    }
    let answered = load.answered();
    assert!(answered >= COMMANDS, "only {answered} commands were answered in {:?}", begun.elapsed());
    eprintln!("{KILLS} kills, {answered} commands answered, {:?}", begun.elapsed());
    load.finish()
}

/// Every answered command is in the log, once, where the answer said, and each client's commands in their order.
fn check(log: &mut dyn Log, answered: &[Vec<Acknowledged>]) {
    let mut acts: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    let mut last = 0;
    log.read(1, &mut |record| {
        assert_eq!(record.seq, last + 1, "the log has no hole");
        last = record.seq;
        let envelope: serde_json::Value = serde_json::from_slice(&record.bytes).unwrap();
        acts.entry(envelope["key"].as_str().unwrap().to_owned()).or_default().push(record.seq);
        Ok(())
    })
    .unwrap();
    for client in answered {
        for command in client {
            let found = acts.get(&command.key).cloned().unwrap_or_default();
            assert_eq!(found, command.acts.clone().collect::<Vec<_>>(), "{}", command.key);
        }
        let order: Vec<_> = client.iter().map(|command| *command.acts.start()).collect();
        assert!(order.is_sorted(), "a client's commands stand in the order in which they were answered");
    }
    assert!(acts.values().all(|acts| acts.len() == 1), "nothing is doubled, answered or not");
}

#[test]
fn kill_9_loses_nothing_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let answered = storm(&place, 1);
    check(&mut SqliteLog::open(&folder.path().join("storm.forum"), Missing::Refuse).unwrap(), &answered);
}

#[test]
fn kill_9_loses_nothing_on_postgresql_with_two_nodes() {
    let Some(database) = postgres_database("storm") else { return };
    let folder = tempfile::tempdir().unwrap();
    let place = Place { database: Some(database.clone()), ..Place::folder(folder.path()) };
    let answered = storm(&place, 2);
    check(&mut PostgresLog::open(&database, "storm", Missing::Refuse).unwrap(), &answered);
}
