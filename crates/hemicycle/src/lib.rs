//! Hemicycle, the product: the stages of `forum` with pages, data and commands around them.
//!
//! `app` is the only context, `router` lists every address, `cli` every command of the command line, `machine` is the
//! bridge between the core and the log.

pub mod api;
pub mod app;
pub mod cli;
mod connections;
pub mod languages;
pub mod machine;
pub mod problem;
pub mod refusals;
pub mod router;
pub mod site;

pub mod series;

pub mod people;

pub mod programme;

pub mod record;

pub mod search;

pub mod scenario;
