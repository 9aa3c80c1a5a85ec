//! A text beside an act, which can be erased: an address, or what somebody calls their device.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::secret::{hex, unhex};
use crate::log::SideText;

/// In the stored act it is the salted digest of its text; the text and its salt lie beside the log.
#[derive(Clone)]
pub struct Note {
    digest: [u8; 32],
    text: Option<(Arc<str>, [u8; 16])>,
}

impl Note {
    /// A note with a salt drawn from the randomness of one decision.
    pub(super) fn new(text: &str, seed: [u8; 32]) -> Self {
        let drawn: [u8; 32] = Sha256::new().chain_update(seed).chain_update(b"note").finalize().into();
        let salt = std::array::from_fn(|i| drawn[i]);
        Self { digest: digest(text, salt), text: Some((text.into(), salt)) }
    }

    /// The text, unless it was erased.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_ref().map(|(text, _)| text.as_ref())
    }

    pub(super) fn side(&self) -> Option<SideText> {
        self.text.as_ref().map(|(text, salt)| SideText { salt: *salt, text: text.to_string() })
    }

    /// Puts the text back that lay beside the act. False: it is not the one that the act was made with.
    pub(super) fn restore(&mut self, side: Option<SideText>) -> bool {
        self.text = side.map(|side| (side.text.into(), side.salt));
        self.text.as_ref().is_none_or(|(text, salt)| digest(text, *salt) == self.digest)
    }
}

fn digest(text: &str, salt: [u8; 16]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(text).finalize().into()
}

/// The same words of the same act, erased or not.
impl PartialEq for Note {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Note {}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Note")
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex(&self.digest))
    }
}

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let digest = unhex(&String::deserialize(from)?);
        let digest = digest.ok_or_else(|| serde::de::Error::custom("a note is 64 hexadecimal digits"))?;
        Ok(Self { digest, text: None })
    }
}
