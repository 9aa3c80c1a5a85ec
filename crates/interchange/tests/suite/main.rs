//! One binary for all tests of the readers.

mod csv;
mod dialects;
mod hostile;
mod outline;
mod real_files;
