//! From bytes to text that may be shown: encoding, hostile characters, lengths.

use crate::limits::Limits;
use crate::lines::Lines;
use crate::problem::{Fault, ReadError};

/// The bytes as text, without a byte order mark.
pub(crate) fn decode<'b>(bytes: &'b [u8], limits: &Limits) -> Result<&'b str, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge { found: bytes.len(), limit: limits.bytes });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (valid, _) = bytes.split_at(error.valid_up_to());
        // The part before the fault is valid, so its last position is where the fault begins.
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        let (line, column) = Lines::of(valid).position(valid.len());
        let hint = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => " (it seems to be UTF-16)",
            _ => " (it may be Windows-1252 or ISO 8859)",
        };
        ReadError::NotUtf8 { line, column, hint }
    })
}

/// The first 64 KiB as text, for a first look at a file.
pub(crate) fn peek(bytes: &[u8]) -> &str {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = &bytes[..bytes.len().min(64 * 1024)];
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// How strict to be with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Names, titles, addresses: one line, nothing that turns the direction of what stands beside it.
    Short,
    /// Texts of several lines. Embeddings and isolates are allowed, they end with the paragraph.
    Long,
}

/// The text tidied, `None` if it is blank, or why it is refused.
pub(crate) fn clean(text: &str, length: Length, limits: &Limits) -> Result<Option<String>, Fault> {
    if let Some(bad) = text.chars().find_map(|c| refused(c, length)) {
        return Err(bad);
    }
    let tidy = match length {
        Length::Short => one_line(text),
        Length::Long => text.replace("\r\n", "\n").trim().to_owned(),
    };
    let limit = match length {
        Length::Short => limits.short_text,
        Length::Long => limits.long_text,
    };
    let found = tidy.chars().count();
    if found > limit {
        let message = format!("has {found} characters, at most {limit} are read");
        return Err(Fault::new(message, "Shorten it."));
    }
    Ok((!tidy.is_empty()).then_some(tidy))
}

/// Line breaks, tabs and runs of spaces become one space; other spaces (French, Japanese) stay.
fn one_line(text: &str) -> String {
    let is_gap = |c: char| c.is_ascii_whitespace() || matches!(c, '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}

/// Why a character may not stand in a text. All are invisible, so they are named by number.
fn refused(c: char, length: Length) -> Option<Fault> {
    let turns = match length {
        Length::Short => matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
        Length::Long => matches!(c, '\u{202d}' | '\u{202e}'),
    };
    let what = if turns {
        "a character that turns the direction of the text and can disguise a name"
    } else if c.is_control() && !matches!(c, '\t' | '\n' | '\r') {
        "a control character"
    } else if matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe {
        "a code point that is no character"
    } else {
        return None;
    };
    let message = format!("holds {what} (U+{:04X})", c as u32);
    Some(Fault::new(message, "Remove it: type the text again instead of pasting it."))
}

/// A value as it may be quoted in a message: short, and harmless.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = harmless(&text.chars().take(40).collect::<String>());
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

/// The text without what hides or turns round: messages quote hostile files.
pub(crate) fn harmless(text: &str) -> String {
    let plain = |c: char| match c {
        '\t' | '\n' | '\r' => ' ',
        c if refused(c, Length::Short).is_some() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(plain).collect()
}
