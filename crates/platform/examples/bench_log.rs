//! The heavy end of `cargo xtask bench log`: commands through the whole writer, and a start from a long log.
//!
//! - `write STORE BATCH_MAX SECONDS` keeps the writer's queue full for so long; says `commands N` and `seconds S`.
//! - `fill STORE ACTS` appends acts without deciding them, to have a long log.
//! - `start STORE` reads the log into a state as a start does; says `acts N`, `seconds S` and `memory MB`.
//!
//! A store is a file for SQLite or a `postgres://` address.
#![expect(clippy::print_stdout, reason = "its output is read by the bench")]

use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use platform::log::{Batch, Entry, Fault, Log, Missing, Record, Seq, SideText, SqliteLog};
use platform::writer::{CommandDigest, Context, Envelope, EnvelopeOf, Key, Machine, Options, Order, Writer};
use serde::{Deserialize, Serialize};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", store, batch_max, seconds] => write(store, batch_max.parse()?, seconds.parse()?),
        ["fill", store, acts] => fill(store, acts.parse()?),
        ["start", store] => start(store),
        _ => Err("say `write STORE BATCH_MAX SECONDS`, `fill STORE ACTS` or `start STORE`".into()),
    }
}

fn open(store: &str) -> Result<Box<dyn Log>, Fault> {
    Ok(Box::new(SqliteLog::open(Path::new(store), Missing::Create)?))
}

/// A club's guest book: every visit is an act, every fourth with a remark.
#[derive(Clone)]
struct Guests {
    visits: u64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Visit {
    guest: u64,
    room: u32,
    minutes: u32,
}

impl Machine for Guests {
    type Command = (Visit, Option<SideText>);
    type Actor = u64;
    type Act = (Visit, Option<SideText>);
    type Refusal = String;

    fn decide(&self, command: &Self::Command, context: &Context<u64>) -> Result<Vec<Self::Act>, String> {
        if command.0.guest != context.by {
            return Err("guests write for themselves".to_owned());
        }
        Ok(vec![command.clone()])
    }

    fn apply(&mut self, _: Seq, _: &EnvelopeOf<Self>) {
        self.visits += 1;
    }

    fn digest(command: &Self::Command) -> CommandDigest {
        CommandDigest::of(&serde_json::to_vec(&command.0).expect("plain data"))
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        let Envelope { at, by, key, cmd, act } = envelope;
        let stored = Envelope { at: *at, by, key: key.clone(), cmd: *cmd, act: &act.0 };
        Entry {
            bytes: serde_json::to_vec(&stored).expect("plain data"),
            words: act.1.iter().cloned().collect(),
        }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let Envelope { at, by, key, cmd, act } =
            serde_json::from_slice::<Envelope<u64, Visit>>(&record.bytes)
                .map_err(|error| Fault::caused("no visit", error))?;
        Ok(Envelope { at, by, key, cmd, act: (act, record.words.first().cloned().flatten()) })
    }
}

/// The n-th visit of all.
fn visit(number: u64) -> (Visit, Option<SideText>) {
    let remark =
        || SideText { salt: [7; 16], text: format!("Remark {number}: a good talk, and the tea was hot.") };
    (
        Visit { guest: number % 8_000, room: (number % 12) as u32, minutes: 90 },
        number.is_multiple_of(4).then(remark),
    )
}

fn key(number: u64) -> Key {
    Key::new(&format!("0190b0e2-7d4c-7a70-8000-{number:012}")).expect("it is short and visible")
}

fn options(batch_max: usize) -> Options {
    let options = Options::new(|fault| {
        eprintln!("{fault}");
        std::process::abort();
    });
    Options { batch_max, ..options }
}

fn write(store: &str, batch_max: usize, seconds: u64) -> Outcome {
    let writer = Writer::start(open(store)?, Guests { visits: 0 }, options(batch_max))?;
    let start = Instant::now();
    let (tickets, answers) = sync_channel(64 * 1024);
    let asker = writer.clone();
    let asking = std::thread::spawn(move || {
        for number in 0_u64.. {
            let command = visit(number);
            let order = Order { by: command.0.guest, command, key: key(number) };
            if start.elapsed() >= Duration::from_secs(seconds)
                || tickets.send(asker.submit_patiently(order)).is_err()
            {
                break;
            }
        }
    });
    let mut done = 0_u64;
    for ticket in answers {
        ticket.wait().map_err(|failure| format!("command {done}: {failure:?}"))?;
        done += 1;
    }
    let took = start.elapsed();
    asking.join().map_err(|_| "the asking thread panicked")?;
    assert_eq!(writer.state().state.visits, done, "every answered command is in the state");
    println!("commands {done}\nseconds {}", took.as_secs_f64());
    Ok(())
}

fn fill(store: &str, acts: u64) -> Outcome {
    let mut log = open(store)?;
    let mut seq = 0;
    while seq < acts {
        let entry = |number: u64| {
            let act = visit(number);
            let (by, cmd) = (act.0.guest, Guests::digest(&act));
            Guests::encode(&Envelope { at: Timestamp::UNIX_EPOCH, by, key: key(number), cmd, act })
        };
        let batch = (seq..acts.min(seq + 20_000)).map(entry).collect();
        seq = log.append(seq, &Batch { acts: batch, erase: Vec::new() })?;
    }
    Ok(())
}

fn start(store: &str) -> Outcome {
    let start = Instant::now();
    let writer = Writer::start(open(store)?, Guests { visits: 0 }, options(1))?;
    let took = start.elapsed();
    println!("acts {}\nseconds {}\nmemory {}", writer.state().state.visits, took.as_secs_f64(), memory_mb());
    Ok(())
}

/// What this process holds in memory, where the system tells.
fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
