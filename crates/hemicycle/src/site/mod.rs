//! What all pages share: the frame around them, who reads them and how, the words for things, the stylesheet.

pub mod address;
pub mod assets;
pub mod calls;
pub mod clock;
pub mod content;
pub mod doors;
pub mod errors;
pub mod etag;
pub mod form;
pub mod headers;
pub mod layout;
pub mod markdown;
pub mod names;
pub mod pages;
pub mod reader;
pub mod seats;
pub mod sessions;
#[cfg(test)]
mod tests;
pub mod visit;
pub mod ways;
pub mod zones;

pub(crate) use layout::edition;
pub use layout::{Page, Part};
pub use reader::Reader;
pub use visit::{NotFound, Visit, name_of};
