//! A small SMTP server for tests: it keeps what it gets, and is as difficult as it is told to be.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// How the server meets one connection, or one letter on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    /// Takes the letter.
    Takes,
    /// Refuses the address for good.
    Refuses,
    /// Says that it has no time now.
    Postpones,
    /// Says nothing at all.
    Hangs,
    /// Hangs up in the middle of the letter.
    Drops,
}

/// A letter as it came: who may get it, and its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Got {
    pub(crate) to: Vec<String>,
    pub(crate) data: String,
}

/// A running server; it ends with the test.
pub(crate) struct Sink {
    pub(crate) url: String,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    moods: VecDeque<Mood>,
    got: Vec<Got>,
    connections: usize,
    /// Connections that hang are held, so that they do not end.
    held: Vec<TcpStream>,
}

impl Sink {
    /// A server on loopback that meets its first letters in these moods and takes all later ones.
    pub(crate) fn start(moods: &[Mood]) -> Sink {
        Sink::at("127.0.0.1:0", moods)
    }

    /// The same at an address.
    pub(crate) fn at(address: &str, moods: &[Mood]) -> Sink {
        let listener = TcpListener::bind(address).unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let shared =
            Arc::new(Mutex::new(Shared { moods: moods.iter().copied().collect(), ..Shared::default() }));
        let theirs = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&theirs);
                thread::spawn(move || drop(meet(stream, &shared)));
            }
        });
        Sink { url, shared }
    }

    /// What has come so far.
    pub(crate) fn got(&self) -> Vec<Got> {
        self.shared.lock().unwrap().got.clone()
    }

    /// How often somebody has connected.
    pub(crate) fn connections(&self) -> usize {
        self.shared.lock().unwrap().connections
    }

    /// Waits until so many letters have come; a test that waits in vain is ended by the runner.
    pub(crate) fn wait_for(&self, letters: usize) -> Vec<Got> {
        while self.got().len() < letters {
            thread::sleep(std::time::Duration::from_millis(5));
        }
        self.got()
    }
}

fn mood(shared: &Mutex<Shared>) -> Mood {
    shared.lock().unwrap().moods.pop_front().unwrap_or(Mood::Takes)
}

fn meet(mut stream: TcpStream, shared: &Mutex<Shared>) -> std::io::Result<()> {
    {
        let mut shared = shared.lock().unwrap();
        shared.connections += 1;
        if shared.moods.front() == Some(&Mood::Hangs) {
            shared.moods.pop_front();
            shared.held.push(stream);
            return Ok(());
        }
    }
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let mut say = |text: &str| stream.write_all(format!("{text}\r\n").as_bytes());
    say("220 sink ready")?;
    let (mut to, mut now) = (Vec::new(), Mood::Takes);
    while let Some(Ok(line)) = lines.next() {
        match line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => say("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8")?,
            "MAIL" => {
                (to, now) = (Vec::new(), mood(shared));
                say(if now == Mood::Postpones { "451 come again" } else { "250 ok" })?;
            }
            "RCPT" if now == Mood::Refuses => say("550 no such person here")?,
            "RCPT" => {
                to.push(line["RCPT TO:".len()..].trim_matches(['<', '>', ' ']).to_owned());
                say("250 ok")?;
            }
            "DATA" => {
                say("354 go on")?;
                let mut data = String::new();
                for line in lines.by_ref().map_while(Result::ok).take_while(|line| line != ".") {
                    data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    data.push_str("\r\n");
                }
                if now == Mood::Drops {
                    return Ok(());
                }
                shared.lock().unwrap().got.push(Got { to: std::mem::take(&mut to), data });
                say("250 taken")?;
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 ok")?,
        }
    }
    Ok(())
}
