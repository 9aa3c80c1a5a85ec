//! Broken, wrong and hostile files. Every case is data: a file, and what must be said about it.

use interchange::{Limits, Lost, Programme, ReadError, read};

mod files;
mod values;

/// A schedule with one session, into which a case puts its own part.
fn xml(event: &str) -> String {
    format!(
        "<schedule><conference><title>Forum</title><base_url>https://forum.example/a/</base_url></conference>\n\
         <day date=\"2026-11-24\" start=\"2026-11-24T08:00:00+00:00\" index=\"1\"><room name=\"Hall\">\n\
         {event}\n</room></day></schedule>"
    )
}

fn read_text(text: &str) -> Result<Programme, ReadError> {
    read(text.as_bytes(), &Limits::DEFAULT)
}

/// The problems as short lines: line, what is lost, field, and the message.
fn told(programme: &Programme) -> Vec<String> {
    let lost = |lost| match lost {
        Lost::Nothing => "look",
        Lost::Field => "field",
        Lost::Session => "session",
    };
    programme
        .problems
        .iter()
        .map(|p| format!("{} {} {}: {}", p.line, lost(p.lost), p.field, p.message))
        .collect()
}
