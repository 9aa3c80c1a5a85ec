//! The writer, tried with a toy: step by step under a simulator, and with its real threads.

mod postgres;
mod secrecy;
mod simulation;
mod threads;
