//! The workbench of somebody who reviews: what is theirs to read, how far they are, and each proposal beside its scores.
//!
//! What of a proposal a reviewer may read is settled by [`forum::call::views`]; nothing here looks past it.

pub(super) mod bids;
pub(super) mod list;
pub(super) mod one;
pub(super) mod order;

mod form;
mod pile;
