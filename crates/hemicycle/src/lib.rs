//! Hemicycle, the product: the stages of `forum` with pages, data and commands around them.
//!
//! `app` is the only context, `routes` lists every address and who may ask for it, `cli` every command of the command line, `machine` is the
//! bridge between the core and the log.

/// Acts are read on one thread, decoded on a second and applied on a third, so most memory is given back by another
/// thread than took it. With the C library's allocator the threads wait for each other's arenas, and a start from a
/// million acts takes half as long again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod admission;
pub mod api;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
mod connections;
pub mod desk;
mod guard;
mod keeping;
mod kept;
pub mod languages;
pub mod letters;
pub mod machine;
pub mod problem;
pub mod refusals;
pub mod router;
pub mod routes;
pub mod site;
mod spreadsheet;
mod tables;
mod timetable;
pub mod visitor;
mod watch;

pub mod series;

pub mod people;

pub mod call;

pub mod review;

pub mod programme;

pub mod record;

pub mod statistics;

pub mod search;

pub mod scenario;

pub mod sign_in;
