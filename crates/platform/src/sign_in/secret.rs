//! Secrets that open doors, and the digests by which they are known.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// 128 random bits in 32 hexadecimal digits. It is shown to its owner once and never stored or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The length of every secret.
    pub const DIGITS: usize = 32;

    /// A fresh one.
    #[must_use]
    pub fn random() -> Self {
        Self(crate::random_token())
    }

    /// Reads what somebody shows as a secret. Whatever cannot be one is `None`, so that nobody hashes a megabyte.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == Self::DIGITS && text.bytes().all(digit)).then(|| Self(text.to_owned()))
    }

    /// What its owner gets to see.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of it. Looking a digest up takes a time that tells nothing about the secrets that are there.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        SecretDigest(Sha256::digest(&self.0).into())
    }
}

impl fmt::Debug for Secret {
    /// Shows nothing: debug output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// The SHA-256 of a secret. From 128 random bits nobody finds the way back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecretDigest(pub(super) [u8; 32]);

impl fmt::Debug for SecretDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretDigest")
    }
}

impl Serialize for SecretDigest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for SecretDigest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = unhex(&String::deserialize(from)?);
        bytes.map(Self).ok_or_else(|| serde::de::Error::custom("a digest is 64 hexadecimal digits"))
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<[u8; 32]> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let pairs: &[[u8; 2]; 32] = pairs.try_into().ok()?;
    let mut bytes = [0; 32];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let nibble = |digit: u8| char::from(digit).to_digit(16).and_then(|n| u8::try_from(n).ok());
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_was_shown_and_nothing_else_is() {
        let secret = Secret::random();
        let read = Secret::read(secret.reveal()).unwrap();
        assert_eq!((&read, read.digest()), (&secret, secret.digest()));
        assert_ne!(Secret::random(), secret);
        let long = "a".repeat(1 << 20);
        for bad in [
            "",
            "a",
            &secret.reveal()[1..],
            &secret.reveal().to_uppercase().replace(char::is_numeric, "A"),
            &long,
        ] {
            assert_eq!(Secret::read(bad), None);
        }
    }

    #[test]
    fn debug_output_shows_neither_a_secret_nor_its_digest() {
        let secret = Secret::random();
        let shown = format!("{secret:?} {:?}", secret.digest());
        assert_eq!(shown, "Secret SecretDigest");
    }

    #[test]
    fn a_digest_reads_as_it_was_written() {
        let digest = Secret::random().digest();
        let json = serde_json::to_string(&digest).unwrap();
        assert_eq!(serde_json::from_str::<SecretDigest>(&json).unwrap(), digest);
        for bad in
            ["\"\"", "\"00\"", &json.replace('"', "\"0"), &json.replacen(char::is_alphanumeric, "g", 1), "7"]
        {
            assert!(serde_json::from_str::<SecretDigest>(bad).is_err(), "{bad}");
        }
    }
}
