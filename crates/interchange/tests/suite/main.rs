//! One binary for all tests of the readers.

mod dialects;
mod hostile;
mod outline;
mod real_files;
