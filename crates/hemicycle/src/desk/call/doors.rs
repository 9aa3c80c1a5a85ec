//! Between an address about calls and its page.

pub use super::proposals::file::file;
