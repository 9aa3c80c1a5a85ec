//! What a chess club would need too: the log and its stores, the writer, the languages.
//!
//! Nothing here knows what a forum is. In the order in which an act travels:
//!
//! - [`log`]: an append-only log of acts, on SQLite, on PostgreSQL or in memory;
//! - [`writer`]: the one thread per log that turns commands into acts, many at a time;
//! - [`live`]: what happens, told to all who follow it, as a protocol without sockets;
//! - [`house`]: all logs of an installation, isolated from each other;
//! - [`mail`]: letters over SMTP or into an outbox, on a thread of their own;
//! - [`sign_in`]: links by mail, sessions and tokens, on a log of their own;
//! - [`keeping`]: looking whether a log is whole, and carrying it from store to store;
//! - [`book`]: plain tables in a file, for people who ask in SQL;
//! - [`measure`]: how often and how long, counted while it happens;
//! - [`languages`]: what the interface says, in whichever language its reader has chosen.

pub mod book;
pub mod house;
pub mod keeping;
pub mod languages;
pub mod live;
pub mod log;
pub mod mail;
pub mod measure;
mod secret;
pub mod sign_in;
pub mod writer;

pub use secret::random_token;
