//! The log in PostgreSQL: for several nodes on one log, and for what outgrows one machine.
//!
//! All logs lie in one schema, told apart by a number. An append is one transaction; of two rivals that claim the
//! same sequence number the primary key lets one win. A connection that is lost is made again at the next call.
//!
//! Erasing blanks a text at once for every reader; PostgreSQL itself reuses the space of the old row after its next
//! vacuum, and keeps its own write-ahead log and backups as long as it is told to.

mod connect;
mod tail;
#[cfg(test)]
pub(super) mod tests;

use std::fmt;

use postgres::error::SqlState;
use postgres::{Client, IsolationLevel, Row, Statement};

use self::connect::Address;
use super::{AppendError, Batch, Digest, Fault, Log, Missing, Record, Seq, SideText, Tail, digest};

/// Acts that are read at once; more would only take memory.
const CHUNK: i64 = 2_000;

/// One connection to one log in PostgreSQL.
pub struct PostgresLog {
    address: Address,
    /// None: lost, or not made yet.
    connection: Option<Connection>,
}

/// A live connection with what was prepared on it.
struct Connection {
    client: Client,
    /// The log's number.
    log: i32,
    last: Statement,
    insert_acts: Statement,
    insert_words: Statement,
    erase: Statement,
    notify: Statement,
    read_acts: Statement,
    read_words: Statement,
}

impl PostgresLog {
    /// Connects to the log of this name. Nobody else may be told the URL: it may hold a password.
    ///
    /// # Errors
    /// If the URL is none, if the database cannot be reached, if there is no such log (unless it may be created), or if
    /// a newer release has set up the database.
    pub fn open(url: &str, name: &str, missing: Missing) -> Result<Self, Fault> {
        let address = Address::new(url, name)?;
        address.set_up(missing)?;
        let connection = Connection::new(&address)?;
        Ok(Self { address, connection: Some(connection) })
    }

    /// The names of all logs in this database, in alphabetical order; none if there never was one.
    ///
    /// # Errors
    /// If the database cannot be reached or was set up by a newer release.
    pub fn names(url: &str) -> Result<Vec<String>, Fault> {
        connect::names(url)
    }

    /// Does something on the connection, and gives the connection up if it was lost.
    fn with<T, E: From<Fault> + Passing>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(Connection::new(&self.address)?),
        };
        let result = work(connection);
        if result.as_ref().is_err_and(Passing::is_passing) {
            self.connection = None;
        }
        result
    }
}

impl Log for PostgresLog {
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        self.with(|connection| connection.append(expected, batch).map_err(sort)?)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        self.with(|connection| connection.read(from.max(1), each))
    }

    fn tail(&self) -> Result<Box<dyn Tail>, Fault> {
        Ok(Box::new(tail::Listener::new(self.address.clone())?))
    }
}

impl Connection {
    fn new(address: &Address) -> Result<Self, Fault> {
        let mut client = address.connect()?;
        let log = address.number(&mut client)?;
        let mut prepare = |sql| client.prepare(sql).map_err(|error| fault(error, "prepare"));
        let [last, insert_acts, insert_words, erase, notify, read_acts, read_words] =
            [LAST, INSERT_ACTS, INSERT_WORDS, ERASE, NOTIFY, READ_ACTS, READ_WORDS].map(&mut prepare);
        Ok(Self {
            last: last?,
            insert_acts: insert_acts?,
            insert_words: insert_words?,
            erase: erase?,
            notify: notify?,
            read_acts: read_acts?,
            read_words: read_words?,
            client,
            log,
        })
    }

    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Result<Seq, AppendError>, postgres::Error> {
        let (log, first) = (self.log, int(expected) + 1);
        let mut transaction = self.client.transaction()?;
        let last: i64 = transaction.query_one(&self.last, &[&log])?.try_get(0)?;
        if last != int(expected) {
            return Ok(Err(AppendError::Behind));
        }
        if !batch.acts.is_empty() {
            let bodies: Vec<&[u8]> = batch.acts.iter().map(|entry| entry.bytes.as_slice()).collect();
            let digests: Vec<Digest> = bodies.iter().map(|body| digest(body)).collect();
            let digests: Vec<&[u8]> = digests.iter().map(Digest::as_slice).collect();
            transaction.execute(&self.insert_acts, &[&log, &int(expected), &bodies, &digests])?;
            let words = Columns::of(first, batch);
            if !words.seqs.is_empty() {
                let Columns { seqs, places, salts, texts } = words;
                transaction.execute(&self.insert_words, &[&log, &seqs, &places, &salts, &texts])?;
            }
        }
        if !batch.erase.is_empty() {
            let erase: Vec<i64> = batch.erase.iter().copied().map(int).collect();
            transaction.execute(&self.erase, &[&log, &erase])?;
        }
        if !batch.acts.is_empty() {
            transaction.execute(&self.notify, &[&log.to_string()])?;
        }
        transaction.commit()?;
        Ok(Ok(expected + batch.acts.len() as Seq))
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        let failed = |error| fault(error, "read");
        // One moment for all chunks, so that acts and words fit together.
        let builder = self.client.build_transaction().read_only(true);
        let mut moment = builder.isolation_level(IsolationLevel::RepeatableRead).start().map_err(failed)?;
        let mut next = int(from);
        loop {
            let acts = moment.query(&self.read_acts, &[&self.log, &next, &CHUNK]).map_err(failed)?;
            let Some(last) = acts.last() else { return Ok(()) };
            let last: i64 = last.try_get(0).map_err(failed)?;
            let words = moment.query(&self.read_words, &[&self.log, &next, &last]).map_err(failed)?;
            let mut words = words.iter().peekable();
            for row in &acts {
                let mut record = record(row, next).map_err(failed)??;
                while let Some(word) = words.next_if(|word| word.get::<_, i64>(0) == next) {
                    record.words.push(side(word)?);
                }
                record.check()?;
                each(record)?;
                next += 1;
            }
        }
    }
}

const LAST: &str = "SELECT coalesce(max(seq), 0) FROM act_log.acts WHERE log = $1";
const INSERT_ACTS: &str = "
    INSERT INTO act_log.acts (log, seq, body, digest)
    SELECT $1, $2 + n, body, digest
    FROM unnest($3::bytea[], $4::bytea[]) WITH ORDINALITY AS new (body, digest, n)";
const INSERT_WORDS: &str = "
    INSERT INTO act_log.words (log, seq, n, salt, text)
    SELECT $1, * FROM unnest($2::bigint[], $3::int[], $4::bytea[], $5::bytea[])";
const ERASE: &str = "
    UPDATE act_log.words SET salt = NULL, text = NULL WHERE log = $1 AND seq = ANY ($2::bigint[])";
const NOTIFY: &str = "SELECT pg_notify('act_log', $1)";
const READ_ACTS: &str = "
    SELECT seq, body, digest FROM act_log.acts WHERE log = $1 AND seq >= $2 ORDER BY seq LIMIT $3";
const READ_WORDS: &str = "
    SELECT seq, salt, text FROM act_log.words
    WHERE log = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq, n";

/// The side texts of a batch, column by column, as `unnest` takes them.
#[derive(Default)]
struct Columns<'a> {
    seqs: Vec<i64>,
    places: Vec<i32>,
    salts: Vec<&'a [u8]>,
    texts: Vec<&'a [u8]>,
}

impl<'a> Columns<'a> {
    fn of(first: i64, batch: &'a Batch) -> Self {
        let mut columns = Self::default();
        for (seq, entry) in (first..).zip(&batch.acts) {
            for (n, side) in (0..).zip(&entry.words) {
                columns.seqs.push(seq);
                columns.places.push(n);
                columns.salts.push(&side.salt);
                columns.texts.push(side.text.as_bytes());
            }
        }
        columns
    }
}

fn record(row: &Row, expected: i64) -> Result<Result<Record, Fault>, postgres::Error> {
    let (seq, bytes, stored): (i64, Vec<u8>, &[u8]) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    if seq != expected {
        return Ok(Err(Fault::new(format!("act {expected} is missing from the log; restore a backup"))));
    }
    // A digest of another length fits nothing, as `Record::check` will say.
    let digest = stored.try_into().unwrap_or_default();
    Ok(Ok(Record { seq: seq.cast_unsigned(), bytes, digest, words: Vec::new() }))
}

fn side(row: &Row) -> Result<Option<SideText>, Fault> {
    let damaged = || Fault::new(format!("a text of act {} is damaged", row.get::<_, i64>(0)));
    let (salt, text): (Option<&[u8]>, Option<Vec<u8>>) =
        (row.try_get(1).map_err(|_| damaged())?, row.try_get(2).map_err(|_| damaged())?);
    let Some((salt, text)) = salt.zip(text) else { return Ok(None) };
    let salt = salt.try_into().map_err(|_| damaged())?;
    let text = String::from_utf8(text).map_err(|_| damaged())?;
    Ok(Some(SideText { salt, text }))
}

fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What an error means for an append.
fn sort(error: postgres::Error) -> AppendError {
    match error.code() {
        Some(&SqlState::UNIQUE_VIOLATION | &SqlState::T_R_SERIALIZATION_FAILURE) => AppendError::Behind,
        Some(&SqlState::DISK_FULL) => AppendError::Full(fault(error, "write to")),
        _ => fault(error, "write to").into(),
    }
}

/// Whether an error may go away: all but those that say that we and the database do not fit together.
fn fault(error: postgres::Error, verb: &str) -> Fault {
    // Classes: 22 data, 23 constraints, 42 syntax and privileges, XX damage.
    let for_good = error
        .code()
        .is_some_and(|state| ["22", "23", "42", "XX"].iter().any(|class| state.code().starts_with(class)));
    let what = match error.as_db_error() {
        Some(answer) => format!("cannot {verb} the log in PostgreSQL: {}", answer.message()),
        None => format!("cannot {verb} the log in PostgreSQL: {error}"),
    };
    let fault = Fault::new(what);
    if for_good { fault } else { fault.passing() }
}

/// Errors that may mean that the connection is lost.
trait Passing {
    fn is_passing(&self) -> bool;
}

impl Passing for Fault {
    fn is_passing(&self) -> bool {
        self.is_passing()
    }
}

impl Passing for AppendError {
    fn is_passing(&self) -> bool {
        matches!(self, AppendError::Unreachable(_))
    }
}

impl From<Fault> for AppendError {
    fn from(fault: Fault) -> Self {
        if fault.is_passing() { AppendError::Unreachable(fault) } else { AppendError::Broken(fault) }
    }
}

impl fmt::Debug for PostgresLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresLog").field("address", &self.address).finish_non_exhaustive()
    }
}
