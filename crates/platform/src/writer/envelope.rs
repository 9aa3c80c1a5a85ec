//! What is stored around every act: when, by whom, and for which command.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use crate::log::SideText;

/// One stored act: a JSON object of these fields, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<Actor, Act> {
    /// When the command was decided. Never earlier than the act before; microseconds.
    #[serde(with = "micros")]
    pub at: Timestamp,
    /// Who gave the command.
    pub by: Actor,
    /// The name that the client gave to its command. All acts of one command carry the same.
    pub key: Key,
    /// A digest of the command, so that the same key with another command is noticed.
    pub cmd: CommandDigest,
    /// Random, for this act alone: whoever is shown only the digest of the stored bytes cannot guess the act from it.
    pub salt: Salt,
    /// What was done.
    pub act: Act,
}

/// An idempotency key: made by the client, it names one command, so that sending it twice does it once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Key(Box<str>);

impl Key {
    /// The longest key, in bytes.
    pub const BYTES_MAX: usize = 64;

    /// Takes a key of 1 to 64 visible ASCII characters.
    ///
    /// # Errors
    /// If it is empty, too long, or holds anything else.
    pub fn new(text: &str) -> Result<Self, BadKey> {
        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.is_empty() || text.len() > Self::BYTES_MAX || !visible {
            return Err(BadKey);
        }
        Ok(Self(text.into()))
    }

    /// The key as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| Self::new(text).ok();
        deserializer.deserialize_str(Text { expected: &BadKey, read })
    }
}

/// A text that cannot be an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an idempotency key is 1 to 64 visible ASCII characters without spaces, for example a UUID")]
pub struct BadKey;

/// The first 48 bits of the SHA-256 of a salt and a command, written as 12 hexadecimal digits.
///
/// It guards honest clients against their own mistakes (a key used twice), not against an attacker, who would
/// only cheat himself; so it is short. A command holds what people wrote, and this digest is stored for ever: without
/// the salt, which is erased with their words, no guess at them can be confirmed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CommandDigest(pub [u8; 6]);

impl CommandDigest {
    /// The digest of a salt and a command's bytes, whatever encoding the machine chose.
    #[must_use]
    pub fn of(salt: Salt, bytes: &[u8]) -> Self {
        let hash: [u8; 32] = Sha256::new().chain_update(salt.0).chain_update(bytes).finalize().into();
        let mut short = [0; 6];
        short.copy_from_slice(&hash[..6]);
        Self(short)
    }
}

impl Serialize for CommandDigest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for CommandDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| unhex(text).map(Self);
        deserializer.deserialize_str(Text { expected: &"a command digest is 12 hexadecimal digits", read })
    }
}

/// 128 random bits, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl Salt {
    /// The salt of the n-th act that a command makes, from the command's seed.
    pub(super) fn of_act(seed: &[u8; 32], n: usize) -> Self {
        Self::first_of(
            Sha256::new().chain_update(seed).chain_update(b"act").chain_update((n as u64).to_be_bytes()),
        )
    }

    /// This salt and that of a text together. A command's digest is salted with the salt of its first act and with those
    /// of all words of all its acts: it is gone when any of them is erased, so that nobody can try who would fit into
    /// the gap. A command without words keeps the first, which stands in the log.
    pub(super) fn and(self, side: &SideText) -> Self {
        Self::first_of(Sha256::new().chain_update(self.0).chain_update(side.salt))
    }

    fn first_of(hash: Sha256) -> Self {
        let hash: [u8; 32] = hash.finalize().into();
        Self(std::array::from_fn(|i| hash[i]))
    }
}

impl fmt::Debug for Salt {
    /// Shows nothing of it: debug output ends up in logs of the process, and with a salt digests can be guessed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt")
    }
}

impl Serialize for Salt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for Salt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| unhex(text).map(Self);
        deserializer.deserialize_str(Text { expected: &"a salt is 32 hexadecimal digits", read })
    }
}

struct Hex<'a>(&'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let pairs: &[[u8; 2]; N] = pairs.try_into().ok()?;
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// Reads a text where it lies. (A `Cow` would copy it, and a long log has millions of them.)
struct Text<'a, T, F: Fn(&str) -> Option<T>> {
    expected: &'a dyn fmt::Display,
    read: F,
}

impl<T, F: Fn(&str) -> Option<T>> de::Visitor<'_> for Text<'_, T, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// Times as RFC 3339 in UTC with exactly six decimals, so that their texts sort like the times.
mod micros {
    use super::{Deserializer, Serializer, Text, Timestamp};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{at:.6}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let read = |text: &str| text.parse().ok();
        deserializer.deserialize_str(Text { expected: &"a time is like 2026-10-12T09:00:00.000000Z", read })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_is_one_json_object_in_a_fixed_order() {
        let envelope = Envelope {
            at: "2026-10-12T09:00:00.0000015Z".parse().unwrap(),
            by: "ada",
            key: Key::new("k-1").unwrap(),
            cmd: CommandDigest::of(Salt([0; 16]), b"rise by 5"),
            salt: Salt([0xa5; 16]),
            act: ("Rose", 5),
        };
        let json = serde_json::to_string(&envelope).unwrap();
        let at = r#"{"at":"2026-10-12T09:00:00.000001Z","by":"ada","key":"k-1","cmd":""#;
        assert!(json.starts_with(at), "{json}");
        let end = r#"","salt":"a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5","act":["Rose",5]}"#;
        assert!(json.ends_with(end), "{json}");

        let back: Envelope<&str, (&str, i32)> = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        assert_eq!((back.cmd, back.salt), (envelope.cmd, envelope.salt));
    }

    #[test]
    fn a_damaged_envelope_is_told_in_words() {
        let whole = r#"{"at":"2026-10-12T09:00:00.000000Z","by":1,"key":"k","cmd":"0123456789ab",
            "salt":"00112233445566778899aabbccddeeff","act":2}"#;
        let read =
            |json: &str| serde_json::from_str::<Envelope<u8, u8>>(json).map_err(|error| error.to_string());
        assert!(read(whole).is_ok());
        let cases = [
            ("k\"", "a b\"", "an idempotency key is 1 to 64 visible"),
            ("0123456789ab", "0123456789a", "a command digest is 12 hexadecimal digits"),
            ("0123456789ab", "+123456789ab", "a command digest is 12 hexadecimal digits"),
            ("0123456789ab", "0123456789AB", "a command digest is 12 hexadecimal digits"),
            ("eeff", "ee", "a salt is 32 hexadecimal digits"),
            ("09:00", "09-00", "a time is like"),
        ];
        for (from, to, message) in cases {
            let told = read(&whole.replacen(from, to, 1)).unwrap_err();
            assert!(told.contains(message), "{told}");
        }
    }

    #[test]
    fn a_key_is_short_and_visible() {
        for good in ["a", "0190b0e2-7d4c-7a70-8000-000000000001", &"x".repeat(64)] {
            assert!(Key::new(good).is_ok(), "{good}");
        }
        for bad in ["", " ", "a b", "é", "tab\t", "\u{202e}", &"x".repeat(65)] {
            assert_eq!(Key::new(bad), Err(BadKey), "{bad:?}");
        }
    }
}
