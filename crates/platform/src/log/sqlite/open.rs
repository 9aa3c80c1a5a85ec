//! Opening a log's file: is it one, is it of our format, and is it set up to be durable?

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::fault;
use crate::log::{Fault, Missing};

/// Marks an SQLite file as one of our logs: "alog".
const APPLICATION_ID: i64 = 0x616c_6f67;

/// The format of the tables below. A release that changes them raises it and knows how to read the old one.
const FORMAT: i64 = 1;

/// How long to wait for another process that is writing.
const BUSY: Duration = Duration::from_secs(5);

/// In `words`, `id` is the act's number times 2^20 plus the text's place in the act. Its shape is what makes a text
/// erasable without a copy left behind: rows with a growing integer key are only ever added at the end, and an
/// erased row keeps its length. So SQLite has no reason to move a row to another page, and overwriting reaches the
/// only copy there is. With a composite key and rows that shrink it splits and joins pages and leaves pieces of text
/// in their unused parts, although `secure_delete` is on.
const TABLES: &str = "
    CREATE TABLE acts (
        seq    INTEGER PRIMARY KEY,
        body   BLOB NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT;
    CREATE TABLE words (
        id     INTEGER PRIMARY KEY,
        erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
        salt   BLOB NOT NULL CHECK (length(salt) = 16),
        text   BLOB NOT NULL
    ) STRICT;
";

pub(super) fn open(path: &Path, missing: Missing) -> Result<Connection, Fault> {
    let exists = path.exists();
    if !exists && missing == Missing::Refuse {
        return Err(Fault::new(format!(
            "there is no log at {}; check the name, or create it",
            path.display()
        )));
    }
    if !exists {
        make_private(path)
            .map_err(|error| Fault::caused(format!("cannot make the log at {}", path.display()), error))?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let trouble = |error| Fault::caused(format!("cannot open the log at {}", path.display()), error);
    let mut connection = Connection::open_with_flags(path, flags).map_err(trouble)?;
    connection.busy_timeout(BUSY).map_err(trouble)?;
    // Judged before anything is set: a file that is not ours stays as it is.
    let content = judge(&connection, path)?;
    set_up(&connection).map_err(trouble)?;
    if content == Content::Nothing {
        make_tables(&mut connection, path)?;
    }
    if !exists {
        keep_the_name(path)?;
    }
    Ok(connection)
}

#[derive(PartialEq)]
enum Content {
    Nothing,
    OurLog,
}

fn judge(connection: &Connection, path: &Path) -> Result<Content, Fault> {
    let shown = path.display();
    let number = |sql| {
        let read = connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        read.map_err(|error| Fault::caused(format!("cannot open the log at {shown}"), error))
    };
    let id = number("PRAGMA application_id")?;
    let format = number("PRAGMA user_version")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    match (id, format, tables) {
        (APPLICATION_ID, FORMAT, _) => Ok(Content::OurLog),
        (0, 0, 0) => Ok(Content::Nothing),
        (APPLICATION_ID, other, _) => Err(Fault::new(format!(
            "the log at {shown} has format {other} and this program reads format {FORMAT}; \
             use the release that wrote it, or a newer one"
        ))),
        _ => Err(Fault::new(format!(
            "{shown} is an SQLite file, but not a log of this program; nothing was changed in it"
        ))),
    }
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    // FULL: every commit is on the disk before it is answered (and really there on a Mac, too).
    // secure_delete: the second lock on erased texts. No automatic checkpoint: `tidy_up` does it and sees errors.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 0;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;",
    )
}

fn make_tables(connection: &mut Connection, path: &Path) -> Result<(), Fault> {
    let trouble = |error| fault(error, "create");
    // Of two processes that create one file at the same time, one gets the write lock and makes the tables.
    let lock = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(trouble)?;
    if judge(&lock, path)? == Content::Nothing {
        let stamp = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};");
        lock.execute_batch(TABLES).map_err(trouble)?;
        lock.execute_batch(&stamp).map_err(trouble)?;
    }
    lock.commit().map_err(trouble)
}

/// Makes an empty file that only its owner can read and write: names and addresses will lie in it. SQLite gives the
/// same rights to the files that it puts beside.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    // Of two processes that come at the same time one makes it; an empty file is as good as none.
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// The file's name must survive a power cut as well as its content.
fn keep_the_name(path: &Path) -> Result<(), Fault> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| Fault::caused(format!("cannot make {} durable", folder.display()), error))
}
