//! A letter, and what may stand in it.

use jiff::Timestamp;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{self, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde::{Deserialize, Serialize};

/// A letter on its way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// In whose name: the folder of the outbox that it goes to where there is no SMTP.
    pub of: String,
    /// One address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// Plain text. Lines end with a line feed.
    pub text: String,
    /// The language of both, as a tag.
    pub language: String,
    /// After this it is of no use any more and is not sent.
    pub until: Timestamp,
    /// Its Message-ID, if it must be known for the same when it comes twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What comes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Attachment>,
}

/// A file that comes with a letter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name: letters, digits, hyphens and an ending.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Letter {
    /// Shows nothing: letters hold addresses and links, and debug output ends up in logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letter")
    }
}

/// This cannot be an address for mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an address for mail")]
pub struct BadAddress;

/// Whether mail can be sent there, as far as its form tells.
#[must_use]
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

/// How the letter's text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// As any server takes it.
    Safe,
    /// As people can read it in a file.
    Readable,
}

impl Letter {
    /// The message of RFC 5322.
    pub(super) fn message(&self, from: &Mailbox, encoding: Encoding) -> Result<Message, BadAddress> {
        let to: Address = self.to.parse().map_err(|_| BadAddress)?;
        let builder = headed(Message::builder().message_id(self.id.clone()), &self.language);
        let builder = builder.from(from.clone()).to(to.into()).subject(one_line(&self.subject)).date_now();
        let text = self.text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
        let body = match encoding {
            Encoding::Safe => Body::new(text),
            // The text as it is. Its lines are shorter than the 998 bytes that mail allows: we write them.
            Encoding::Readable => {
                Body::dangerous_pre_encoded(text.into_bytes(), ContentTransferEncoding::EightBit)
            }
        };
        let Some(Attachment { name, media_type, bytes }) = &self.attachment else {
            return builder.header(ContentType::TEXT_PLAIN).body(body).map_err(|_| BadAddress);
        };
        let media_type = ContentType::parse(media_type).unwrap_or(ContentType::TEXT_PLAIN);
        let file = message::Attachment::new(name.clone()).body(Body::new(bytes.clone()), media_type);
        let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body);
        builder.multipart(MultiPart::mixed().singlepart(text).singlepart(file)).map_err(|_| BadAddress)
    }
}

/// What every letter says about itself: who answers machines need not answer this one.
fn headed(builder: MessageBuilder, language: &str) -> MessageBuilder {
    let header = |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
    let builder = builder.raw_header(header("Auto-Submitted", "auto-generated"));
    builder.raw_header(header("Content-Language", language))
}

/// A text that cannot begin another line, and so no other header.
fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that somebody wrote, for a letter: one line, of which no mail program makes a link. A word joiner, which shows
/// nothing and breaks nothing, stands where an address would go on.
#[must_use]
pub fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let line = one_line(text);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        let goes_on = chars.peek().is_some_and(|next| !next.is_whitespace());
        if goes_on && ['.', ':', '/', '@'].contains(&c) {
            out.push('\u{2060}');
        }
    }
    out
}
