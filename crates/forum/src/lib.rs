//! What a forum is and allows.
//!
//! A forum is a deterministic state machine over an append-only log of acts:
//!
//! ```text
//!   Command ──decide──▶ Acts ──apply──▶ Forum ──views──▶ what pages, API and exports show
//!              │                          ▲
//!              └──▶ Refusal               └── the log, replayed, gives the same forum on any machine
//! ```
//!
//! This crate is pure. It reads no clock, no file, no socket and no random number: time, actor and chance come in
//! with the [`Context`]. Stages stand in the order in which a forum goes its way, and a stage may name the stages
//! before it, never those after it.

pub mod reference;

pub mod series;

pub mod people;

pub mod call;

pub mod review;

pub mod programme;

pub mod access;

pub mod settings;

mod act;
mod audience;
mod context;
mod forum;
mod ids;
mod permission;
mod refusal;
mod text;
pub mod words;

pub use act::{Act, Command};
pub use audience::{Audience, Viewer, audience};
pub use context::{Actor, Context, Seq, Stamp};
pub use forum::Forum;
pub use ids::{
    CallId, ClusterId, MeetingId, MergeId, OrganisationId, PartId, PersonId, ProposalId, ResourceId, RoomId,
    SeriesId, SessionId, SlotId, TrackId, VariantId,
};
pub use permission::permits;
pub use refusal::{BrokenRule, Refusal, Value};
pub use text::{Pieces, Question, Slug, fold, similar_texts, slug_of};
pub use words::Words;
