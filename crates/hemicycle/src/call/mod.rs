//! The call: what the public reads of it, and where proposers write.
//!
//! ```text
//!   page of the call ──begin──▶ overview ──▶ steps, people ──save──▶ one command for each field that changed
//!                                  ▲  │            │ refused or a conflict: the same page, both texts, nothing lost
//!                                  │  └─submit─────┘ with a script: the same, one field at a time, as it is typed
//!                                  └── what became of it, once that is released
//! ```
//!
//! Whatever is typed is saved, right or wrong; what is missing and which rule is broken is said beside it (`wanting`), by
//! the same functions of the core that a command to submit asks.

pub mod api;
pub mod doors;
pub mod said;
pub mod teams;

mod after;
mod answers;
mod days;
mod draft;
mod fields;
mod gates;
mod invitation;
mod mine;
mod overview;
mod page;
mod part;
mod people;
mod read;
mod save;
mod step;
mod wanting;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use after::{decimal, verdict};
pub(crate) use draft::{shown, title};
pub(crate) use invitation::above_sign_in;
pub(crate) use page::teasers;
#[cfg(test)]
pub(crate) use people::nobody;
