//! The record: what a forum did, act by act, for everybody to read.

pub mod api;
