//! The heavy end of `cargo xtask bench log`: commands through the whole writer, and a start from a long log.
//!
//! - `write STORE BATCH_MAX SECONDS` keeps the writer's queue full for so long; says `commands N` and `seconds S`.
//! - `fill STORE COMMANDS` does the same for a number of commands, to have a long log.
//! - `start STORE` reads a log into a forum as a server does; says `acts N`, `seconds S` and `memory MB`.
//!
//! A store is a file for SQLite or a `postgres://` address.
#![expect(clippy::print_stdout, reason = "its output is read by the bench")]

mod load;

use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use forum::Actor;
use hemicycle::machine::ForumMachine;
use platform::log::{Fault, Log, Missing, PostgresLog, SqliteLog};
use platform::writer::{Options, Order, Writer};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", store, batch_max, seconds] => {
            let limit = Duration::from_secs(seconds.parse()?);
            let (commands, took) = drive(&open(store, batch_max.parse()?)?, move |_, spent| spent >= limit)?;
            println!("commands {commands}\nseconds {}", took.as_secs_f64());
        }
        ["fill", store, commands] => {
            let enough: u64 = commands.parse()?;
            drive(&open(store, 1_024)?, move |given, _| given >= enough)?;
        }
        ["start", store] => {
            let start = Instant::now();
            let writer = open(store, 1)?;
            let took = start.elapsed().as_secs_f64();
            println!("acts {}\nseconds {took}\nmemory {}", writer.state().seq, memory_mb());
        }
        _ => return Err("say `write STORE BATCH_MAX SECONDS`, `fill STORE COMMANDS` or `start STORE`".into()),
    }
    Ok(())
}

fn open(store: &str, batch_max: usize) -> Outcome<Writer<ForumMachine>> {
    let options = Options::new(|fault| {
        eprintln!("{fault}");
        std::process::abort();
    });
    // Enough in the queue to fill the next batch, and no more, so that it is soon empty at the end.
    let options = Options { batch_max, queue_max: 4 * batch_max, ..options };
    Ok(Writer::start(log(store)?, ForumMachine::default(), options)?)
}

fn log(store: &str) -> Result<Box<dyn Log>, Fault> {
    Ok(if store.starts_with("postgres://") {
        Box::new(PostgresLog::open(store, "bench", Missing::Create)?)
    } else {
        Box::new(SqliteLog::open(Path::new(store), Missing::Create)?)
    })
}

/// Gives commands as fast as they are taken, until it is enough; returns how many were answered, and in what time.
///
/// One thread asks and this one hears the answers: each of them says that the command is durable.
fn drive(
    writer: &Writer<ForumMachine>,
    enough: impl Fn(u64, Duration) -> bool + Send + 'static,
) -> Outcome<(u64, Duration)> {
    for (number, command) in (0..).zip(load::meeting()) {
        writer.submit_patiently(order(command, "meeting", number)).wait().map_err(|no| format!("{no:?}"))?;
    }
    let start = Instant::now();
    let (tickets, answers) = sync_channel(64 * 1_024);
    let asker = writer.clone();
    let asking = std::thread::spawn(move || {
        let mut given = 0;
        while !enough(given, start.elapsed()) {
            let ticket = asker.submit_patiently(order(load::command(given), "load", given));
            given += 1;
            if tickets.send(ticket).is_err() {
                break;
            }
        }
    });
    let mut done = 0;
    for ticket in answers {
        ticket.wait().map_err(|no| format!("command {done}: {no:?}"))?;
        done += 1;
    }
    asking.join().map_err(|_| "the asking thread panicked")?;
    Ok((done, start.elapsed()))
}

fn order(command: forum::Command, name: &str, number: u64) -> Order<ForumMachine> {
    // As long as the keys that browsers make.
    let key = format!("{name}-{number:0>width$}", width = 35 - name.len());
    let key = platform::writer::Key::new(&key).expect("it is short and visible");
    Order { command, by: Actor::Secretariat, key }
}

/// What this process holds in memory, where the system tells.
fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1_024
}
