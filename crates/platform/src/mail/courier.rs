//! Takes one letter to its reader, and waits until it is there.

use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use lettre::message::Mailbox;
use lettre::transport::smtp::PoolConfig;
use lettre::{SmtpTransport, Transport as _};

use super::letter::Encoding;
use super::{Letter, outbox};
use crate::log::Fault;

/// How letters go.
#[derive(Clone)]
pub enum Way {
    /// Over a server, by its URL: `smtps://user:password@host` or `smtp://user:password@host:587`. The second begins in
    /// the open and must go over to TLS, unless the server is this machine itself or the URL says otherwise.
    Smtp(String),
    /// As files in a folder, one folder in it for each in whose name letters go.
    Outbox(PathBuf),
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The URL may hold a password.
            Way::Smtp(_) => f.write_str("Smtp"),
            Way::Outbox(folder) => f.debug_tuple("Outbox").field(folder).finish(),
        }
    }
}

/// Why a letter did not arrive. It names no address and quotes no server, for servers quote addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It will never arrive: the address or the letter is refused for good, with this code if there is one.
    ForGood(String),
    /// This letter is to be tried again.
    ForNow(String),
    /// No letter arrives now: the server cannot be reached, or the disk is full.
    Down(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Trouble::ForGood(why) | Trouble::ForNow(why) | Trouble::Down(why)) = self;
        f.write_str(why)
    }
}

/// Takes letters, one at a time. A connection to a server is kept for the next.
pub struct Courier {
    carrier: Carrier,
    from: Mailbox,
}

enum Carrier {
    Smtp(Box<SmtpTransport>),
    /// The folder, and the hour in which it was last cleared of old letters.
    Outbox(PathBuf, AtomicI64),
}

impl Courier {
    /// Makes ready; nothing is connected yet. Each step of a delivery may take as long as `patience`.
    ///
    /// # Errors
    /// If the URL or the sender's address is none.
    pub fn new(way: &Way, from: &str, patience: Duration) -> Result<Self, Fault> {
        let from = from.parse().map_err(|error| {
            Fault::caused(format!("{from:?} is no sender: write it like forum@example.org"), error)
        })?;
        let carrier = match way {
            Way::Outbox(folder) => Carrier::Outbox(folder.clone(), AtomicI64::new(0)),
            Way::Smtp(url) => {
                let url = protected(url);
                // The error may quote the URL, and with it a password.
                let builder = SmtpTransport::from_url(&url).map_err(|_| {
                    Fault::new("the URL for mail is not like smtps://user:password@host or smtp://host:587")
                })?;
                let pool = PoolConfig::new().max_size(2);
                Carrier::Smtp(Box::new(builder.timeout(Some(patience)).pool_config(pool).build()))
            }
        };
        Ok(Self { carrier, from })
    }

    /// Takes a letter to the server, or puts it into the outbox.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub fn deliver(&self, letter: &Letter) -> Result<(), Trouble> {
        match &self.carrier {
            Carrier::Outbox(folder, cleared) => {
                let hour = Timestamp::now().as_second() / 3600;
                if cleared.swap(hour, Ordering::Relaxed) != hour {
                    outbox::remove_old(folder);
                }
                let message = letter.message(&self.from, Encoding::Readable).map_err(not_an_address)?;
                outbox::put(folder, &letter.of, &message.formatted())
                    .map_err(|error| Trouble::Down(format!("the outbox cannot be written: {error}")))
            }
            Carrier::Smtp(transport) => {
                let message = letter.message(&self.from, Encoding::Safe).map_err(not_an_address)?;
                transport.send(&message).map(drop).map_err(|error| trouble(&error))
            }
        }
    }
}

fn not_an_address(_: super::BadAddress) -> Trouble {
    Trouble::ForGood("the address is none".to_owned())
}

fn trouble(error: &lettre::transport::smtp::Error) -> Trouble {
    let code = error.status().map_or_else(String::new, |code| format!(" ({code})"));
    if error.is_permanent() {
        return Trouble::ForGood(format!("the mail server refuses the letter{code}"));
    }
    if error.is_transient() {
        return Trouble::ForNow(format!("the mail server does not take the letter now{code}"));
    }
    let what = match () {
        () if error.is_timeout() => "the mail server does not answer in time",
        () if error.is_tls() => "the mail server's certificate or encryption is not in order",
        () if error.is_client() => {
            "the mail server does not offer what the URL asks for, such as TLS or a login"
        }
        () => "the mail server cannot be reached",
    };
    Trouble::Down(what.to_owned())
}

/// The URL with TLS asked for, unless it says something about TLS itself or stays on this machine: a password must not
/// cross the network in the open because somebody left out a word.
fn protected(url: &str) -> String {
    let Some(rest) = url.strip_prefix("smtp://") else { return url.to_owned() };
    let host = rest.rsplit('@').next().unwrap_or_default();
    let here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| {
        host.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '?']))
    });
    match (here || url.contains("tls="), url.contains('?')) {
        (true, _) => url.to_owned(),
        (false, true) => format!("{url}&tls=required"),
        (false, false) => format!("{url}?tls=required"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_this_machine_is_encrypted_unless_the_url_says_otherwise() {
        for (url, expected) in [
            ("smtp://u:p@mail.example.org:587", "smtp://u:p@mail.example.org:587?tls=required"),
            ("smtp://u:p@localhost.example.org", "smtp://u:p@localhost.example.org?tls=required"),
            ("smtp://localhost:p@mail.example.org", "smtp://localhost:p@mail.example.org?tls=required"),
            ("smtp://localhost:25", "smtp://localhost:25"),
            ("smtp://127.0.0.1", "smtp://127.0.0.1"),
            ("smtp://[::1]:25", "smtp://[::1]:25"),
            ("smtp://m.example.org?tls=opportunistic", "smtp://m.example.org?tls=opportunistic"),
            ("smtps://u:p@mail.example.org", "smtps://u:p@mail.example.org"),
        ] {
            assert_eq!(protected(url), expected);
        }
    }

    #[test]
    fn a_wrong_url_is_refused_without_showing_its_password() {
        for url in
            ["mail.example.org", "http://u:hush@mail.example.org", "smtp://u:hush@", "smtps://u:hush@:x"]
        {
            let way = Way::Smtp(url.to_owned());
            let Err(fault) = Courier::new(&way, "forum@example.org", Duration::from_secs(1)) else {
                panic!("{url} is taken")
            };
            assert!(!format!("{fault} {fault:?} {way:?}").contains("hush"), "{fault:?}");
        }
        let way = Way::Outbox("x".into());
        assert!(Courier::new(&way, "no sender\r\nBcc: all", Duration::from_secs(1)).is_err());
    }
}
