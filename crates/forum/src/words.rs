//! Words: what people wrote can be erased, what was done cannot.
//!
//! In a stored act a [`Words`] is nothing but the salted digest of its text. The text and its salt travel beside the
//! act ([`SideText`]) and lie in a side table of the log, where they can be erased without touching the act, its
//! digest or any proof built over it. Without the salt the digest of an erased text cannot be guessed back.
//!
//! [`encode`] splits a value into bytes and side texts, [`decode`] joins them again. Both walk the value by means of
//! its own serde implementation, so that a new act with words in it needs no code here.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

/// Random bytes that make the digest of a short text unguessable.
pub type Salt = [u8; 16];

/// A text that somebody wrote, or its absence after an erasure. Cloning is cheap.
///
/// Two are equal if they are the same words of the same act: salts are fresh, so the same text written twice differs.
#[derive(Clone)]
pub struct Words {
    digest: [u8; 32],
    text: Option<(Salt, Arc<str>)>,
}

/// What lies in the side table for one [`Words`] of an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SideText {
    /// The salt of the digest.
    pub salt: Salt,
    /// The text itself, in Unicode normalisation form C.
    pub text: String,
}

impl Words {
    /// Words of a text; the salt must be unpredictable and fresh.
    pub fn new(text: &str, salt: Salt) -> Words {
        Words { digest: digest(&salt, text), text: Some((salt, Arc::from(text))) }
    }

    /// The text, or `None` when it has been erased.
    pub fn text(&self) -> Option<&str> {
        self.text.as_ref().map(|(_, text)| text.as_ref())
    }

    /// The text for sorting and searching; empty when erased.
    pub fn or_empty(&self) -> &str {
        self.text().unwrap_or_default()
    }

    /// Says whether the text has been erased.
    pub fn is_erased(&self) -> bool {
        self.text.is_none()
    }

    /// Drops the text and its salt, and keeps the digest.
    pub fn erase(&mut self) {
        self.text = None;
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Words {}

impl fmt::Debug for Words {
    /// Shows the digest only: debug output ends up in logs, and logs are not erased.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.is_erased() { ", erased" } else { "" };
        write!(f, "Words({}{state})", &hex(&self.digest)[..8])
    }
}

fn digest(salt: &Salt, text: &str) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(text).finalize().into()
}

/// Salts of one command, drawn from its seed by SHA-256 in counter mode.
pub(crate) struct Salts {
    seed: [u8; 32],
    drawn: u64,
}

impl Salts {
    pub(crate) fn new(seed: [u8; 32]) -> Self {
        Salts { seed, drawn: 0 }
    }

    pub(crate) fn next(&mut self) -> Salt {
        self.drawn += 1;
        let block: [u8; 32] =
            Sha256::new().chain_update(self.seed).chain_update(self.drawn.to_be_bytes()).finalize().into();
        let mut salt = Salt::default();
        salt.copy_from_slice(&block[..16]);
        salt
    }
}

/// The two directions in which side texts pass while serde walks a value.
enum Side {
    Collect(Vec<SideText>),
    Provide(std::vec::IntoIter<Option<SideText>>),
}

thread_local! {
    // serde has no room for a companion value, so it stands beside the call for the length of `encode` or `decode`.
    static SIDE: RefCell<Option<Side>> = const { RefCell::new(None) };
}

/// Splits a value into JSON without texts and the texts in the order of their occurrence.
///
/// # Errors
/// If the value cannot be written as JSON, or holds words that were erased: such an act is history and is never
/// written again.
pub fn encode<T: Serialize>(value: &T) -> serde_json::Result<(Vec<u8>, Vec<SideText>)> {
    SIDE.set(Some(Side::Collect(Vec::new())));
    let bytes = serde_json::to_vec(value);
    match SIDE.take() {
        Some(Side::Collect(texts)) => Ok((bytes?, texts)),
        _ => unreachable!("encode put a collector there and nobody else takes it"),
    }
}

/// Joins JSON and its side texts again; `None` stands for an erased text.
///
/// # Errors
/// If the JSON is not a `T`, or if a text is missing, superfluous or does not match its digest.
pub fn decode<T: DeserializeOwned>(bytes: &[u8], texts: Vec<Option<SideText>>) -> serde_json::Result<T> {
    SIDE.set(Some(Side::Provide(texts.into_iter())));
    let value = serde_json::from_slice(bytes);
    let left = match SIDE.take() {
        Some(Side::Provide(left)) => left.len(),
        _ => unreachable!("decode put the texts there and nobody else takes them"),
    };
    let value = value?;
    match left {
        0 => Ok(value),
        n => {
            Err(serde_json::Error::custom(format!("{n} texts lie beside an act that does not refer to them")))
        }
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        SIDE.with_borrow_mut(|side| match (side, &self.text) {
            (Some(Side::Collect(texts)), Some((salt, text))) => {
                texts.push(SideText { salt: *salt, text: text.to_string() });
                Ok(())
            }
            (Some(Side::Collect(_)), None) => {
                Err(serde::ser::Error::custom("erased words cannot be stored again"))
            }
            _ => Ok(()),
        })?;
        to.serialize_str(&hex(&self.digest))
    }
}

impl JsonSchema for Words {
    fn schema_name() -> Cow<'static, str> {
        "Words".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The salted digest of a text; the text itself stands beside the act.",
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
        })
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let digest = unhex(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("not a digest"))?;
        let next = SIDE.with_borrow_mut(|side| match side {
            Some(Side::Provide(texts)) => texts.next().ok_or("the text of an act is missing"),
            _ => Ok(None),
        });
        let text = next.map_err(D::Error::custom)?.map(|side| (side.salt, Arc::<str>::from(side.text)));
        if let Some((salt, text)) = &text
            && self::digest(salt, text) != digest
        {
            return Err(D::Error::custom("a text does not match the digest in its act"));
        }
        Ok(Words { digest, text })
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]])
        .map(char::from)
        .collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let mut bytes = [0; 32];
    if pairs.len() != bytes.len() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let nibble = |c: &u8| char::from(*c).to_digit(16).and_then(|n| u8::try_from(n).ok());
        *byte = nibble(high)? << 4 | nibble(low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize, PartialEq, Debug)]
    struct Note {
        id: u32,
        title: Words,
        body: Option<Words>,
    }

    fn note() -> Note {
        Note { id: 7, title: Words::new("Amina", [1; 16]), body: Some(Words::new("hello", [2; 16])) }
    }

    #[test]
    fn stored_bytes_hold_no_text_and_join_again() {
        let (bytes, texts) = encode(&note()).unwrap();
        assert!(!String::from_utf8(bytes.clone()).unwrap().contains("Amina"));
        let joined: Note = decode(&bytes, texts.into_iter().map(Some).collect()).unwrap();
        assert_eq!(joined, note());
    }

    #[test]
    fn an_erased_text_reads_as_erased_and_keeps_its_digest() {
        let (bytes, _) = encode(&note()).unwrap();
        let joined: Note = decode(&bytes, vec![None, None]).unwrap();
        assert!(joined.title.is_erased());
        assert_eq!(
            serde_json::to_string(&joined.title).unwrap(),
            serde_json::to_string(&note().title).unwrap()
        );
        assert!(encode(&joined).is_err(), "history is never written again");
    }

    #[test]
    fn texts_that_are_missing_superfluous_or_forged_are_noticed() {
        let (bytes, texts) = encode(&note()).unwrap();
        let texts: Vec<_> = texts.into_iter().map(Some).collect();
        let forged = vec![Some(SideText { salt: [1; 16], text: "Bruno".into() }), texts[1].clone()];
        for wrong in [vec![], texts[..1].to_vec(), [&texts[..], &texts[..1]].concat(), forged] {
            assert!(decode::<Note>(&bytes, wrong).is_err());
        }
    }

    #[test]
    fn the_same_name_twice_has_two_digests() {
        let mut salts = Salts::new([9; 32]);
        let (one, other) = (Words::new("Amina", salts.next()), Words::new("Amina", salts.next()));
        assert_ne!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&other).unwrap());
    }

    #[test]
    fn debug_output_never_shows_a_text() {
        assert!(!format!("{:?}", note()).contains("Amina"));
    }
}
