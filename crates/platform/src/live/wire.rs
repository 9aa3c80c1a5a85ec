//! The protocol as bytes: what the page's script must understand, and all that it must understand.
//!
//! Down goes a stream of server-sent events (HTML standard, section 9.2) in UTF-8. Every event is one line of JSON, with
//! an `event:` line before it unless it is a delta. `N` is a sequence number of the room: the count of its ordered acts.
//!
//! ```text
//! retry: 3170                     how long to wait before coming back, drawn for this follower
//! event: hello                    the first event of every stream
//! data: {"head":41,"boot":"9f3c","every":5000,"e":0}
//!
//! id: 42                          a delta: N, and what happened
//! data: {"n":42,"c":{"queue":"joined","who":7}}
//!
//! id: 43                          a delta too long for a line: take a snapshot
//! data: {"n":43,"again":true}
//!
//! id: 41                          a snapshot: N, and all there is to know at N
//! event: snapshot
//! data: {"n":41,"c":{...}}
//!
//! event: totals                   all totals that changed since version `from`; if `from` is 0, all there are
//! data: {"at":41,"from":3,"upto":17,"c":{"q7":12,"q9":3}}
//!
//! event: latest                   what may be skipped: presence, captions in the making
//! data: {"at":41,"from":80,"upto":88,"c":{"online":812}}
//!
//! event: mine                     what is this person's own, always all of it
//! data: {"at":41,"from":0,"upto":5,"c":{"place":3}}
//!
//! event: beat                     nothing happened: where the server believes its follower is
//! data: {"head":41,"after":41,"totals":17,"latest":88,"mine":5}
//!
//! retry: 3170
//! event: bye                      the server ends, or wants to be rid of this stream: come back after so long
//! data: {"back":3170}
//! ```
//!
//! The address of a stream and of a poll says where its reader is: `?after=41&totals=17&boot=9f3c&latest=88&e=0`, and of
//! one who is signed in `&own=1&mine=5` as well. What is left out or cannot be read counts as nothing, so that a bad token costs a snapshot and is never an error.
//! A `Last-Event-ID` header, which browsers send by themselves, goes before `after`.
//!
//! A poll is answered with 204 if there is nothing new, or with
//!
//! ```text
//! {"head":300,"boot":"9f3c","every":5000,"e":0,"snapshot":{...},"deltas":[{"n":42,"c":...},...],"totals":{...},"latest":{...},"mine":{...}}
//! {"e":0,"more":true,"deltas":[...]}
//! ```
//!
//! with the same objects as in the stream, in this order, each only if there is something to say. The second form holds
//! the deltas up to the end of a block; it is the same for ever, and caches keep it. Whoever reads `more` asks on at once
//! with `after` and `e` only, so that all ask at the same address. `e` is the edition, which changes when something in an
//! old delta is erased.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::follower::Position;
use super::ring::Frame;

/// A delta as the stream has it.
pub(super) fn delta(number: u64, json: &str) -> Frame {
    format!("id: {number}\ndata: {{\"n\":{number},\"c\":{}}}\n\n", one_line(json)).into_bytes().into()
}

/// A delta that cannot be said in a line.
pub(super) fn again(number: u64) -> Frame {
    format!("id: {number}\ndata: {{\"n\":{number},\"again\":true}}\n\n").into_bytes().into()
}

pub(super) fn snapshot(number: u64, json: &str) -> Frame {
    let json = one_line(json);
    format!("id: {number}\nevent: snapshot\ndata: {{\"n\":{number},\"c\":{json}}}\n\n").into_bytes().into()
}

/// The JSON in a frame, for polls: what begins with the first brace, for no line before it has one.
pub(super) fn json_of(frame: &[u8]) -> &str {
    let start = frame.iter().position(|byte| *byte == b'{').unwrap_or(frame.len());
    std::str::from_utf8(&frame[start..]).unwrap_or_default().trim_end()
}

/// A frame of totals, of the latest, or of what is one's own.
pub(super) fn values(event: &str, at: u64, from: u64, upto: u64, json: &str) -> Frame {
    let json = values_json(at, from, upto, json);
    format!("event: {event}\ndata: {json}\n\n").into_bytes().into()
}

pub(super) fn values_json(at: u64, from: u64, upto: u64, json: &str) -> String {
    format!("{{\"at\":{at},\"from\":{from},\"upto\":{upto},\"c\":{json}}}")
}

/// What a room says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) head: u64,
    pub(super) boot: u64,
    pub(super) every: u64,
    pub(super) edition: u64,
}

impl About {
    pub(super) fn fields(self) -> String {
        let Self { head, boot, every, edition } = self;
        format!("\"head\":{head},\"boot\":\"{boot:x}\",\"every\":{every},\"e\":{edition}")
    }
}

pub(super) fn hello(about: About, back: u64) -> Frame {
    format!("retry: {back}\nevent: hello\ndata: {{{}}}\n\n", about.fields()).into_bytes().into()
}

pub(super) fn bye(back: u64) -> Frame {
    format!("retry: {back}\nevent: bye\ndata: {{\"back\":{back}}}\n\n").into_bytes().into()
}

pub(super) fn beat(head: u64, at: Position) -> Frame {
    let Position { after, totals, latest, mine, .. } = at;
    let json = format!(
        "{{\"head\":{head},\"after\":{after},\"totals\":{totals},\"latest\":{latest},\"mine\":{mine}}}"
    );
    format!("event: beat\ndata: {json}\n\n").into_bytes().into()
}

/// Where a client says that it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The number of its last delta.
    pub after: u64,
    /// Whether it wants a snapshot that is not older than that, since it knows nothing, or deltas do not help it on.
    pub whole: bool,
    /// Whether it wants what is its own. No cache on the way keeps an answer to this.
    pub own: bool,
    /// Up to which version it has the totals.
    pub totals: u64,
    /// The server from which it has the following two; they mean nothing to another.
    pub boot: u64,
    /// Up to which version it has the latest.
    pub latest: u64,
    /// Up to which version it has what is its own.
    pub mine: u64,
    /// The edition that it has heard of last.
    pub edition: u64,
}

impl Asked {
    /// As the query of an address.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        let Self { after, totals, boot, latest, mine, edition, .. } = self;
        if *after > 0 || !self.whole {
            // Writing to a string cannot fail.
            let _ = write!(query, "after={after}&");
            query.push_str(if self.whole { "whole=1&" } else { "" });
        }
        for (name, value) in [("totals", totals), ("latest", latest), ("mine", mine)] {
            if *value > 0 {
                let _ = write!(query, "{name}={value}&");
            }
        }
        if self.latest > 0 || self.mine > 0 {
            let _ = write!(query, "boot={boot:x}&");
        }
        query.push_str(if self.own { "own=1&" } else { "" });
        let _ = write!(query, "e={edition}");
        query
    }

    /// Reads the query of an address and the header that browsers send by themselves.
    #[must_use]
    pub fn read(query: &str, last_event_id: Option<&str>) -> Self {
        let (mut asked, mut after) = (Self::default(), None);
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let number = value.parse().ok();
            match name {
                "after" => after = number,
                "whole" => asked.whole = value == "1",
                "totals" => asked.totals = number.unwrap_or_default(),
                "latest" => asked.latest = number.unwrap_or_default(),
                "mine" => asked.mine = number.unwrap_or_default(),
                "boot" => asked.boot = u64::from_str_radix(value, 16).unwrap_or_default(),
                "own" => asked.own = value == "1",
                "e" => asked.edition = number.unwrap_or_default(),
                _ => {}
            }
        }
        let after = last_event_id.and_then(|id| id.trim().parse().ok()).or(after);
        asked.after = after.unwrap_or_default();
        asked.whole |= after.is_none();
        asked
    }
}

/// JSON without line breaks: outside of strings they mean no more than a space, and within there are none.
pub(super) fn one_line(json: &str) -> Cow<'_, str> {
    if json.bytes().any(|byte| byte < b' ') {
        json.replace(|c: char| c < ' ', " ").into()
    } else {
        json.into()
    }
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
