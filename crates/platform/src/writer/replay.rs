//! From a log to a state, as fast as two cores can.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use jiff::Timestamp;

use super::core::Published;
use super::index::{Index, Name};
use super::{EnvelopeOf, Machine};
use crate::log::{Fault, Log, Record, Seq, SideText};

/// Acts that travel from one thread to the next together.
const CHUNK: usize = 512;

/// Chunks that may wait between two threads: memory stays bounded however long the log is.
const CHUNKS_MAX: usize = 8;

struct Decoded<M: Machine> {
    seq: Seq,
    name: Name,
    envelope: EnvelopeOf<M>,
    words: Vec<Option<SideText>>,
}

/// Reads the whole log into a state: one thread reads, one decodes, this one applies.
///
/// # Errors
/// If the log cannot be read or decoded.
pub(super) fn all<M: Machine>(log: &mut dyn Log, empty: M) -> Result<(Published<M>, Index), Fault> {
    let mut now = Published { seq: 0, at: Timestamp::UNIX_EPOCH, state: empty };
    let mut index = Index::default();
    thread::scope(|scope| {
        let (records, to_decode) = sync_channel(CHUNKS_MAX);
        let (decoded, to_apply) = sync_channel(CHUNKS_MAX);
        let reading = scope.spawn(move || read(log, &records));
        let decoding = scope.spawn(move || decode::<M>(&to_decode, &decoded));
        for chunk in to_apply {
            for Decoded { seq, name, envelope, words } in chunk {
                index.note(name, seq, (envelope.cmd, envelope.salt), &words);
                now.take_in(seq, &envelope);
            }
        }
        // A failed decoder stops the reader by hanging up, so its fault is the one to tell.
        join(decoding)?;
        join(reading)
    })?;
    Ok((now, index))
}

fn read(log: &mut dyn Log, records: &SyncSender<Vec<Record>>) -> Result<(), Fault> {
    let hung_up = |_| Fault::new("reading the log was given up");
    let mut chunk = Vec::with_capacity(CHUNK);
    log.read(1, &mut |record| {
        chunk.push(record);
        if chunk.len() == CHUNK {
            records.send(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK))).map_err(hung_up)?;
        }
        Ok(())
    })?;
    records.send(chunk).map_err(hung_up)
}

fn decode<M: Machine>(
    records: &Receiver<Vec<Record>>,
    decoded: &SyncSender<Vec<Decoded<M>>>,
) -> Result<(), Fault> {
    for chunk in records {
        let mut ready = Vec::with_capacity(chunk.len());
        for record in chunk {
            let envelope = M::decode(&record)?;
            let name = Name::of(&envelope.by, &envelope.key);
            ready.push(Decoded { seq: record.seq, name, envelope, words: record.words });
        }
        if decoded.send(ready).is_err() {
            break;
        }
    }
    Ok(())
}

fn join<T>(thread: thread::ScopedJoinHandle<'_, Result<T, Fault>>) -> Result<T, Fault> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
