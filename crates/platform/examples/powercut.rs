//! The writing and the reading end of the power-cut rig (`cargo xtask powercut`).
//!
//! - `write FILE [careless]` appends without end, two clients in turn, and says on stdout what the log has
//!   acknowledged: a line `CLIENT NUMBER` each. Careless, it gives up durability, to show that the rig notices.
//! - `check FILE` says how far each client's acts reach, after it has seen that they are all there, once, in order.
#![expect(clippy::print_stdout, reason = "the pipe to the supervisor is its output")]

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use platform::log::{Batch, Entry, Fault, Log as _, Missing, SqliteLog};

const CLIENTS: usize = 2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", file] => write(Path::new(file), false),
        ["write", file, "careless"] => write(Path::new(file), true),
        ["check", file] => check(Path::new(file)),
        _ => Err("say `write FILE [careless]` or `check FILE`".into()),
    }
}

fn write(file: &Path, careless: bool) -> Result<(), Box<dyn std::error::Error>> {
    let mut log = SqliteLog::open(file, Missing::Create)?;
    if careless {
        log.give_up_durability()?;
    }
    let mut seq = 0;
    for number in 1_u64.. {
        let acts = (0..CLIENTS).map(|client| act(client, number)).collect();
        seq = log.append(seq, &Batch { acts, erase: Vec::new() })?;
        let mut pipe = std::io::stdout().lock();
        for client in 0..CLIENTS {
            writeln!(pipe, "{client} {number}")?;
        }
        pipe.flush()?;
        // About a thousand a second at most, so that the small disk does not fill.
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

/// An act of about the size that a real one has.
fn act(client: usize, number: u64) -> Entry {
    Entry { bytes: format!("{client} {number} {:200}", "").into_bytes(), words: Vec::new() }
}

fn check(file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut reached = [0_u64; CLIENTS];
    SqliteLog::open(file, Missing::Refuse)?.read(1, &mut |record| {
        let text = String::from_utf8_lossy(&record.bytes).into_owned();
        let mut words = text.split(' ').map_while(|word| word.parse::<u64>().ok());
        match (words.next().and_then(|client| reached.get_mut(client as usize)), words.next()) {
            (Some(last), Some(number)) if number == *last + 1 => *last = number,
            _ => {
                return Err(Fault::new(format!("act {} is not the one that comes next: {text}", record.seq)));
            }
        }
        Ok(())
    })?;
    for (client, number) in reached.iter().enumerate() {
        println!("{client} {number}");
    }
    Ok(())
}
