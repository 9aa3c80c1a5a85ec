//! The writing and the reading end of the power-cut rig (`cargo xtask powercut`).
//!
//! - `write FILE [careless]` gives commands to the whole writer without end, eight clients at once, and says on stdout
//!   what was answered: a line `CLIENT NUMBER` each. Careless, the log gives up durability, to show that the rig notices.
//! - `check FILE` says how far each client's acts reach, after it has seen that they are all there, once, in order.
#![expect(clippy::print_stdout, reason = "the pipe to the supervisor is its output")]

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use platform::log::{Entry, Fault, Log as _, Missing, Record, Seq, SqliteLog};
use platform::writer::{
    CommandDigest, Context, Envelope, EnvelopeOf, Key, Machine, Options, Order, Salt, Writer,
};

const CLIENTS: usize = 8;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", file] => write(Path::new(file), false),
        ["write", file, "careless"] => write(Path::new(file), true),
        ["check", file] => check(Path::new(file)),
        _ => Err("say `write FILE [careless]` or `check FILE`".into()),
    }
}

/// Every client counts for itself: its next act must be one more than its last.
#[derive(Clone, Default)]
struct Counters([u64; CLIENTS]);

impl Machine for Counters {
    /// The client's number that is to come next.
    type Command = u64;
    type Actor = usize;
    type Act = u64;
    type Refusal = String;

    fn decide(&self, number: &u64, context: &Context<usize>) -> Result<Vec<u64>, String> {
        let last = self.0[context.by];
        if *number == last + 1 { Ok(vec![*number]) } else { Err(format!("{number} does not follow {last}")) }
    }

    fn apply(&mut self, _: Seq, envelope: &EnvelopeOf<Self>) {
        self.0[envelope.by] = envelope.act;
    }

    fn digest(number: &u64, salt: Salt) -> CommandDigest {
        CommandDigest::of(salt, &number.to_be_bytes())
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        Entry { bytes: serde_json::to_vec(envelope).expect("plain values"), words: Vec::new() }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let envelope: Envelope<usize, u64> =
            serde_json::from_slice(&record.bytes).map_err(|error| Fault::caused("not of this rig", error))?;
        if envelope.by < CLIENTS { Ok(envelope) } else { Err(Fault::new("a client that there never was")) }
    }
}

fn write(file: &Path, careless: bool) -> Outcome {
    let log = SqliteLog::open(file, Missing::Create)?;
    if careless {
        log.give_up_durability()?;
    }
    let options = Options::new(|fault| {
        eprintln!("{fault}");
        std::process::exit(70);
    });
    let writer = Writer::start(Box::new(log), Counters::default(), options)?;
    let work = |client| {
        let writer = writer.clone();
        std::thread::spawn(move || count(&writer, client))
    };
    for thread in (0..CLIENTS).map(work).collect::<Vec<_>>() {
        thread.join().map_err(|_| "a client panicked")?;
    }
    Ok(())
}

/// One client: gives its commands one after the other and says when each is answered.
fn count(writer: &Writer<Counters>, client: usize) {
    for number in 1_u64.. {
        let key = Key::new(&format!("client-{client}-{number:040}")).expect("it is short and visible");
        let order = Order { command: number, by: client, key };
        writer.submit_patiently(order).wait().expect("nothing refuses the next number");
        let mut pipe = std::io::stdout().lock();
        writeln!(pipe, "{client} {number}").and_then(|()| pipe.flush()).expect("the supervisor listens");
        // A few thousand a second in all, so that the small disk does not fill.
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn check(file: &Path) -> Outcome {
    let mut counters = Counters::default();
    SqliteLog::open(file, Missing::Refuse)?.read(1, &mut |record| {
        let Envelope { by, act, .. } = Counters::decode(&record)?;
        if act != counters.0[by] + 1 {
            let last = counters.0[by];
            return Err(Fault::new(format!(
                "act {} is number {act} of client {by}, after {last}",
                record.seq
            )));
        }
        counters.0[by] = act;
        Ok(())
    })?;
    for (client, number) in counters.0.iter().enumerate() {
        println!("{client} {number}");
    }
    Ok(())
}
