//! One binary for all tests of the readers.

mod csv;
mod dialects;
mod hostile;
mod outline;
mod promises;
mod properties;
mod real_files;
mod regressions;
mod round_trip;
