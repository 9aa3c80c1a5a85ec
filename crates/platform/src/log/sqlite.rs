//! The log in one SQLite file: the default. Copying the file (with `VACUUM INTO` or `.backup`) is the backup.
//!
//! Several processes may have the file open: a server and the command line beside it. Every append takes the
//! write lock first and compares the last sequence number, so two rivals can never both win.

mod open;
mod tail;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, Rows, TransactionBehavior, ffi, params};

use super::{AppendError, Batch, Digest, Fault, Log, Missing, Record, Seq, SideText, Tail};

/// After so many pages (4 KiB each) the write-ahead log is moved into the file. More means longer batches
/// between two such moves, fewer means a shorter recovery after a crash.
const WAL_PAGES_MAX: i64 = 4_000;

/// A log in one SQLite file.
#[derive(Debug)]
pub struct SqliteLog {
    path: PathBuf,
    connection: Connection,
    /// A failure after the last commit, when that commit itself was already safe: the next append reports it.
    broken: Option<Fault>,
    /// Erased texts may still stand in the write-ahead log, because somebody was reading when it was to be cut.
    cut_due: bool,
}

impl SqliteLog {
    /// Opens the log in this file.
    ///
    /// # Errors
    /// If there is none (unless it may be created), if the file is not a log or was written by a newer release,
    /// or if it cannot be opened.
    pub fn open(path: &Path, missing: Missing) -> Result<Self, Fault> {
        let connection = open::open(path, missing)?;
        Ok(Self { path: path.to_path_buf(), connection, broken: None, cut_due: false })
    }

    /// Gives up that an append survives a power cut. For the power-cut rig alone: it must be seen to notice.
    #[doc(hidden)]
    pub fn give_up_durability(&self) -> Result<(), Fault> {
        self.connection.execute_batch("PRAGMA synchronous = NORMAL").map_err(|error| fault(error, "change"))
    }

    fn write(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        // IMMEDIATE: the write lock comes first, so nobody can append between the comparison and the commit.
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sort)?;
        let last: i64 = transaction
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM acts")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .map_err(sort)?;
        if last != int(expected) {
            return Err(AppendError::Behind);
        }
        let mut seq = expected;
        {
            let mut act = transaction.prepare_cached(INSERT_ACT).map_err(sort)?;
            let mut word = transaction.prepare_cached(INSERT_WORD).map_err(sort)?;
            for entry in &batch.acts {
                seq += 1;
                act.execute(params![int(seq), entry.bytes, super::digest(&entry.bytes)]).map_err(sort)?;
                if entry.words.len() as u64 > WORDS_PER_ACT {
                    return Err(AppendError::Broken(Fault::new(format!("act {seq} has too many texts"))));
                }
                for (id, side) in (first_word(seq)..).zip(&entry.words) {
                    word.execute(params![id, side.salt, side.text.as_bytes()]).map_err(sort)?;
                }
            }
            let mut erase = transaction.prepare_cached(ERASE).map_err(sort)?;
            for seq in &batch.erase {
                erase.execute([first_word(*seq), first_word(*seq + 1)]).map_err(sort)?;
            }
        }
        transaction.commit().map_err(sort)?;
        Ok(seq)
    }

    /// Moves the write-ahead log into the file when it has grown, and at once when texts were erased.
    ///
    /// SQLite would do the first by itself but swallow the errors, a failed fsync among them. The commit before
    /// is safe already, so a failure here is kept for the next append.
    fn tidy_up(&mut self) {
        let done = self.wal_pages().and_then(|pages| match (self.cut_due, pages > WAL_PAGES_MAX) {
            (true, _) => self.checkpoint("PRAGMA wal_checkpoint(TRUNCATE)").map(|busy| self.cut_due = busy),
            (false, true) => self.checkpoint("PRAGMA wal_checkpoint(PASSIVE)").map(drop),
            (false, false) => Ok(()),
        });
        match done.map_err(sort) {
            Ok(()) => {}
            Err(AppendError::Broken(fault)) => self.broken = Some(fault),
            Err(other) => tracing::warn!("the write-ahead log stays as it is for now: {other}"),
        }
    }

    fn wal_pages(&self) -> rusqlite::Result<i64> {
        self.connection.prepare_cached("PRAGMA wal_checkpoint(NOOP)")?.query_row([], |row| row.get(1))
    }

    /// True: somebody was reading an old state, and not everything could be done.
    fn checkpoint(&self, pragma: &str) -> rusqlite::Result<bool> {
        self.connection.prepare_cached(pragma)?.query_row([], |row| row.get(0))
    }
}

const INSERT_ACT: &str = "INSERT INTO acts (seq, body, digest) VALUES (?1, ?2, ?3)";
const INSERT_WORD: &str = "INSERT INTO words (id, salt, text) VALUES (?1, ?2, ?3)";
/// Overwrites in place: the row keeps its length (see `open::TABLES`).
const ERASE: &str = "UPDATE words SET erased = 1, salt = zeroblob(16), text = zeroblob(length(text)) \
                     WHERE id >= ?1 AND id < ?2";

impl Log for SqliteLog {
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        if let Some(fault) = self.broken.take() {
            return Err(AppendError::Broken(fault));
        }
        let last = self.write(expected, batch)?;
        self.cut_due |= !batch.erase.is_empty();
        self.tidy_up();
        Ok(last)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        // One transaction, so that acts and words are of one moment.
        let moment = self.connection.transaction().map_err(|error| self::fault(error, "read"))?;
        let read = |error| fault(error, "read");
        let mut acts = moment.prepare_cached(READ_ACTS).map_err(read)?;
        let mut words = moment.prepare_cached(READ_WORDS).map_err(read)?;
        let mut acts = acts.query([int(from)]).map_err(read)?;
        let mut words = Words::new(words.query([first_word(from)]).map_err(read)?)?;
        let mut expected = from.max(1);
        while let Some(row) = acts.next().map_err(read)? {
            let seq = row.get::<_, i64>(0).map_err(read)?.cast_unsigned();
            if seq != expected {
                return Err(Fault::new(format!("act {expected} is missing from the log; restore a backup")));
            }
            expected += 1;
            let bytes = row.get::<_, Vec<u8>>(1).map_err(read)?;
            let digest = row.get::<_, Digest>(2).map_err(read)?;
            let record = Record { seq, bytes, digest, words: words.of(seq)? };
            record.check()?;
            each(record)?;
        }
        Ok(())
    }

    fn inspect(&mut self) -> Result<Vec<String>, Fault> {
        let asked = self.connection.prepare("PRAGMA integrity_check(5)").and_then(|mut statement| {
            statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()
        });
        let said = match asked {
            Ok(said) => said,
            // A file that is damaged badly enough is not even looked through.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
                vec![error.to_string()]
            }
            Err(error) => return Err(fault(error, "check")),
        };
        let wrong = said.into_iter().filter(|line| line != "ok");
        Ok(wrong.map(|line| format!("SQLite finds its file damaged: {}", line.replace('\n', " "))).collect())
    }

    fn tail(&self) -> Result<Box<dyn Tail>, Fault> {
        Ok(Box::new(tail::DataVersion::new(open::open(&self.path, Missing::Refuse)?)?))
    }
}

const READ_ACTS: &str = "SELECT seq, body, digest FROM acts WHERE seq >= ?1 ORDER BY seq";
const READ_WORDS: &str = "SELECT id, erased, salt, text FROM words WHERE id >= ?1 ORDER BY id";

/// The words' ids leave room for so many texts in one act.
const WORDS_PER_ACT: u64 = 1 << 20;

/// The id of an act's first text.
fn first_word(seq: Seq) -> i64 {
    int(seq.saturating_mul(WORDS_PER_ACT))
}

/// The side table, read along with the acts: both are in the order of the log, so each is read once.
struct Words<'a> {
    rows: Rows<'a>,
    /// The next text, and the act that it belongs to.
    next: Option<(Seq, Option<SideText>)>,
}

impl<'a> Words<'a> {
    fn new(rows: Rows<'a>) -> Result<Self, Fault> {
        let mut words = Self { rows, next: None };
        words.advance()?;
        Ok(words)
    }

    fn advance(&mut self) -> Result<(), Fault> {
        let read = |error| fault(error, "read");
        let Some(row) = self.rows.next().map_err(read)? else {
            self.next = None;
            return Ok(());
        };
        let seq = row.get::<_, i64>(0).map_err(read)?.cast_unsigned() / WORDS_PER_ACT;
        let side = if row.get(1).map_err(read)? {
            None
        } else {
            let salt = row.get(2).map_err(read)?;
            let text = String::from_utf8(row.get(3).map_err(read)?)
                .map_err(|error| Fault::caused(format!("a text of act {seq} is damaged"), error))?;
            Some(SideText { salt, text })
        };
        self.next = Some((seq, side));
        Ok(())
    }

    fn of(&mut self, seq: Seq) -> Result<Vec<Option<SideText>>, Fault> {
        let mut words = Vec::new();
        while let Some((_, side)) = self.next.take_if(|(act, _)| *act <= seq) {
            words.push(side);
            self.advance()?;
        }
        Ok(words)
    }
}

/// SQLite counts in signed integers; a log never grows so long that it matters.
fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What an error means for an append.
fn sort(error: rusqlite::Error) -> AppendError {
    let code = error.sqlite_error_code();
    // The index of the write-ahead log is a small file of its own; it cannot grow when the disk is full.
    let no_room = error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE);
    let fault = fault(error, "write");
    match code {
        Some(ErrorCode::DiskFull) => AppendError::Full(fault),
        _ if no_room => AppendError::Full(fault),
        _ if fault.is_passing() => AppendError::Unreachable(fault),
        Some(ErrorCode::ConstraintViolation) => AppendError::Behind,
        _ => AppendError::Broken(fault),
    }
}

fn fault(error: rusqlite::Error, verb: &str) -> Fault {
    let held = matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked));
    let fault = Fault::caused(format!("cannot {verb} the SQLite log"), error);
    if held { fault.passing() } else { fault }
}
