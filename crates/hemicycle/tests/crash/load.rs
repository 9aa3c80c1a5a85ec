//! Clients that give commands through crashes, and remember every answer.

use crate::support::{Client, add_organisation};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// A command that was answered.
#[derive(Clone, Debug)]
pub(crate) struct Acknowledged {
    /// Its idempotency key.
    pub(crate) key: String,
    /// The acts that the answer named.
    pub(crate) acts: RangeInclusive<u64>,
}

/// Clients at work.
pub(crate) struct Load {
    /// The servers to talk to; replaced after a crash.
    servers: Arc<Mutex<Vec<Client>>>,
    stop: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
    clients: Vec<JoinHandle<Vec<Acknowledged>>>,
}

impl Load {
    /// Starts so many clients, each giving one command after the other.
    pub(crate) fn start(clients: usize, servers: Vec<Client>) -> Load {
        let servers = Arc::new(Mutex::new(servers));
        let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let spawn = |number: usize| {
            let (servers, stop, answered) = (Arc::clone(&servers), Arc::clone(&stop), Arc::clone(&answered));
            std::thread::spawn(move || work(number, &servers, &stop, &answered))
        };
        let clients = (0..clients).map(spawn).collect();
        Load { servers, stop, answered, clients }
    }

    /// Points the clients at a server that took another's place.
    pub(crate) fn replace(&self, number: usize, client: Client) {
        self.servers.lock().unwrap()[number] = client;
    }

    /// How many commands have been answered.
    pub(crate) fn answered(&self) -> usize {
        self.answered.load(Ordering::Relaxed)
    }

    /// Ends the clients and collects what each was answered, in the order of its commands.
    pub(crate) fn finish(self) -> Vec<Vec<Acknowledged>> {
        self.stop.store(true, Ordering::Relaxed);
        self.clients.into_iter().map(|client| client.join().unwrap()).collect()
    }
}

fn work(
    number: usize,
    servers: &Mutex<Vec<Client>>,
    stop: &AtomicBool,
    answered: &AtomicUsize,
) -> Vec<Acknowledged> {
    let mut acknowledged = Vec::new();
    for n in 0.. {
        let key = format!("client-{number}-{n}");
        let command = add_organisation(&key);
        for attempt in 0.. {
            let client = {
                let servers = servers.lock().unwrap();
                servers[(number + n + attempt) % servers.len()].clone()
            };
            // No answer, or one that asks for patience: the same command again, under the same key.
            match client.give("storm", &key, &command) {
                Ok(answer) if answer.status == 200 => {
                    let acts = |at: usize| answer.json["acts"][at].as_u64().unwrap();
                    acknowledged.push(Acknowledged { key: key.clone(), acts: acts(0)..=acts(1) });
                    answered.fetch_add(1, Ordering::Relaxed);
                    break;
                }
                Ok(answer) => assert_eq!(answer.status, 503, "{answer:?}"),
                Err(_) => std::thread::sleep(Duration::from_millis(5)),
            }
            if stop.load(Ordering::Relaxed) {
                return acknowledged;
            }
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    acknowledged
}
