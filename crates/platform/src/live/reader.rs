//! Reads what [`wire`](super::wire) writes: the stream of events, whatever the pieces in which it comes, and polls.
//!
//! Follows the HTML standard, section 9.2.6 ("Interpreting an event stream"), as far as our own streams need it: lines
//! end with LF or CRLF, one `data:` line for each event; an event that is cut off before its empty line is dropped.

use serde::Deserialize;
use serde_json::Value;

use super::mutants::{Mutant, lives};

/// An event that grows longer than this is no event of ours.
const EVENT_BYTES_MAX: usize = 4 << 20;

/// What came down.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// The stream is open.
    Hello(Hello),
    /// An ordered act.
    Delta(Delta),
    /// All there is to know.
    Snapshot(Snapshot),
    /// Totals that changed.
    Totals(Values),
    /// The latest of what may be skipped.
    Latest(Values),
    /// What is the reader's own.
    Mine(Values),
    /// Where the server believes the reader to be.
    Beat(Beat),
    /// The server ends this stream.
    Bye(Bye),
    /// Something that is none of ours: a torn frame, or a newer server.
    Unreadable,
}

/// The first event of a stream.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Hello {
    /// The room's latest number.
    pub head: u64,
    /// This start of this server.
    pub boot: String,
    /// How long to wait between polls, in milliseconds.
    pub every: u64,
    /// The edition.
    pub e: u64,
}

/// An ordered act.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Delta {
    /// Its number.
    pub n: u64,
    /// What happened.
    #[serde(default)]
    pub c: Value,
    /// It does not fit into a line: take a snapshot.
    #[serde(default)]
    pub again: bool,
}

/// All there is to know of a room.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Snapshot {
    /// After the act with this number.
    pub n: u64,
    /// What there is.
    pub c: Value,
}

/// Values under their keys.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Values {
    /// The number of the ordered act on which they stand.
    pub at: u64,
    /// They changed after this version; if 0, these are all.
    pub from: u64,
    /// And up to this one.
    pub upto: u64,
    /// The values.
    pub c: serde_json::Map<String, Value>,
}

/// Where the server believes its follower to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Beat {
    /// The room's latest number.
    pub head: u64,
    /// The number of the last delta that was sent.
    pub after: u64,
    /// And the versions of the other three.
    pub totals: u64,
    /// See above.
    pub latest: u64,
    /// See above.
    pub mine: u64,
}

/// A farewell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Bye {
    /// When to come back, in milliseconds.
    pub back: u64,
}

/// An answer to a poll.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Answer {
    /// The room's latest number; not in an answer that caches keep for ever.
    pub head: Option<u64>,
    /// This start of this server; likewise.
    pub boot: Option<String>,
    /// How long to wait before the next poll; likewise.
    pub every: Option<u64>,
    /// The edition.
    pub e: u64,
    /// There is more: ask on at once.
    #[serde(default)]
    pub more: bool,
    /// See [`Said`].
    pub snapshot: Option<Snapshot>,
    /// See [`Said`].
    #[serde(default)]
    pub deltas: Vec<Delta>,
    /// See [`Said`].
    pub totals: Option<Values>,
    /// See [`Said`].
    pub latest: Option<Values>,
    /// See [`Said`].
    pub mine: Option<Values>,
}

/// Takes a stream in pieces and gives its events.
#[derive(Debug, Default)]
pub struct Reader {
    line: Vec<u8>,
    event: String,
    data: String,
    retry: Option<u64>,
}

impl Reader {
    /// Takes some bytes; says each event that they complete, with the time to wait before coming back, if it names one.
    pub fn take(&mut self, bytes: &[u8], say: &mut dyn FnMut(Said, Option<u64>)) {
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            self.line.extend_from_slice(&rest[..end]);
            rest = &rest[end + 1..];
            let line = std::mem::take(&mut self.line);
            let line = String::from_utf8_lossy(&line);
            self.take_line(line.strip_suffix('\r').unwrap_or(&line), say);
        }
        self.line.extend_from_slice(rest);
        if self.line.len() + self.data.len() > EVENT_BYTES_MAX {
            *self = Self::default();
            say(Said::Unreadable, None);
        }
    }

    /// The line is cut: what was begun is dropped.
    pub fn cut(&mut self) {
        if !lives(Mutant::HalfFrameKept) {
            *self = Self::default();
        }
    }

    fn take_line(&mut self, line: &str, say: &mut dyn FnMut(Said, Option<u64>)) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" if line.is_empty() => {
                let said = std::mem::take(self);
                if !said.data.is_empty() {
                    say(read(&said.event, &said.data), said.retry);
                }
            }
            "event" => value.clone_into(&mut self.event),
            "data" => self.data.push_str(value),
            "retry" => self.retry = value.parse().ok(),
            _ => {}
        }
    }
}

fn read(event: &str, data: &str) -> Said {
    fn of<'a, T: Deserialize<'a>>(data: &'a str, said: fn(T) -> Said) -> Said {
        serde_json::from_str(data).map_or(Said::Unreadable, said)
    }
    match event {
        "" | "message" => of(data, Said::Delta),
        "hello" => of(data, Said::Hello),
        "snapshot" => of(data, Said::Snapshot),
        "totals" => of(data, Said::Totals),
        "latest" => of(data, Said::Latest),
        "mine" => of(data, Said::Mine),
        "beat" => of(data, Said::Beat),
        "bye" => of(data, Said::Bye),
        _ => Said::Unreadable,
    }
}
