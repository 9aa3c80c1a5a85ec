//! The pages in real Chromium: with and without JavaScript, on a phone, right to left, in the dark.
//!
//! `cargo xtask test` provides the browser, its driver and axe-core; without them the tests say that they skip, except
//! where nothing may be left out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accessibility;
mod chromium;
mod demo;
mod desk;
mod hands;
mod hostile;
mod keyboard;
mod losing;
mod mine;
mod offline;
mod pages;
mod proposing;
mod reading;
mod shots;
mod signed_in;
mod slow_line;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each test binary uses its part")]
mod support;
mod zoom;
