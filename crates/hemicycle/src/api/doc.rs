//! What a row of data says about itself: the one source of its description. It is made of the types that the door
//! reads and writes.

use super::data::Data;
use crate::problem::kinds;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// A schema that is made when the description is.
pub type Shape = fn(&mut SchemaGenerator) -> Schema;

/// What a row of data takes and gives.
pub struct Doc {
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// The parameters of the query, as the properties of an object.
    pub query: Shape,
    /// What is sent to it, if something is.
    pub body: Option<Body>,
    /// What is answered if all goes well.
    pub answer: Shape,
    /// Whether it takes the header `Idempotency-Key`.
    pub key: NeedsKey,
    /// What can go wrong, beside what can go wrong with every address: keys of problems.
    pub problems: &'static [&'static str],
}

/// The body of a request.
pub struct Body {
    /// Its media type.
    pub media: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// An example, as it is sent.
    pub example: &'static str,
}

/// Whether an address takes the header `Idempotency-Key`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NeedsKey {
    /// It has no use for it.
    No,
    /// In some cases.
    Sometimes,
    /// Always.
    Yes,
}

impl Doc {
    /// Of something that is read.
    pub const fn of<D: Data>() -> Doc {
        Doc {
            about: D::ABOUT,
            query: shape::<D::Query>,
            body: None,
            answer: shape::<D::Answer>,
            key: NeedsKey::No,
            problems: &[],
        }
    }
}

/// The shape of a type.
pub fn shape<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// What can go wrong with every address of the API.
pub const COMMON: &[&str] = &[
    "bad-parameter",
    "no-token",
    "scope-missing",
    "not-allowed",
    "not-found",
    "no-such-method",
    "timeout",
    "too-often",
    "busy",
    "crowded",
    "unreachable",
    "stopping",
    "broken",
];

impl Doc {
    /// Everything that can go wrong, with its status.
    pub fn kinds(&self) -> impl Iterator<Item = kinds::Kind> {
        let named = |kind: &kinds::Kind| COMMON.contains(&kind.key) || self.problems.contains(&kind.key);
        let refusals = self.body.is_some();
        kinds::all().into_iter().filter(move |kind| named(kind) || (refusals && kind.is_refusal))
    }
}
