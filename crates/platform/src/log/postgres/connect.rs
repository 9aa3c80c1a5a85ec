//! Reaching the database, and setting it up at the first time.

use std::fmt;
use std::time::Duration;

use postgres::{Client, Config, NoTls, Transaction};

use super::fault;
use crate::log::{Fault, Missing};

/// The format of the tables below. A release that changes them raises it and knows how to read the old one.
const FORMAT: i32 = 1;

/// How long a connection may take to be made, and how long a dead one goes unnoticed.
const PATIENCE: Duration = Duration::from_secs(5);

/// A number of our own for the lock under which the tables are made.
const SETTING_UP: i64 = 0x616c_6f67;

const TABLES: &str = "
    CREATE SCHEMA act_log;
    CREATE TABLE act_log.format (version int NOT NULL);
    CREATE TABLE act_log.logs (
        number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name   text NOT NULL UNIQUE
    );
    CREATE TABLE act_log.acts (
        log    int NOT NULL,
        seq    bigint NOT NULL,
        body   bytea NOT NULL,
        digest bytea NOT NULL CHECK (length(digest) = 32),
        PRIMARY KEY (log, seq)
    );
    CREATE TABLE act_log.words (
        log  int NOT NULL,
        seq  bigint NOT NULL,
        n    int NOT NULL,
        salt bytea,
        text bytea,
        PRIMARY KEY (log, seq, n),
        CHECK ((salt IS NULL) = (text IS NULL))
    );";

/// Where a log is.
#[derive(Clone)]
pub(super) struct Address {
    config: Config,
    name: String,
}

impl Address {
    pub(super) fn new(url: &str, name: &str) -> Result<Self, Fault> {
        Ok(Self { config: config(url)?, name: name.to_owned() })
    }

    /// Makes what is missing, if it may.
    pub(super) fn set_up(&self, missing: Missing) -> Result<(), Fault> {
        let mut client = self.connect()?;
        let failed = |error| fault(error, "set up");
        let mut transaction = client.transaction().map_err(failed)?;
        // Of several nodes that start at the same time, one makes the tables.
        transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&SETTING_UP]).map_err(failed)?;
        if !agreed(&mut transaction)? {
            if missing == Missing::Refuse {
                return Err(self.no_such_log());
            }
            transaction.batch_execute(TABLES).map_err(failed)?;
            transaction.execute("INSERT INTO act_log.format VALUES ($1)", &[&FORMAT]).map_err(failed)?;
        }
        if missing == Missing::Create {
            let insert = "INSERT INTO act_log.logs (name) VALUES ($1) ON CONFLICT DO NOTHING";
            transaction.execute(insert, &[&self.name]).map_err(failed)?;
        }
        transaction.commit().map_err(failed)
    }

    pub(super) fn connect(&self) -> Result<Client, Fault> {
        connect(&self.config)
    }

    /// The log's number in this database.
    pub(super) fn number(&self, client: &mut Client) -> Result<i32, Fault> {
        let row = client.query_opt("SELECT number FROM act_log.logs WHERE name = $1", &[&self.name]);
        match row.map_err(|error| fault(error, "open"))? {
            Some(row) => row.try_get(0).map_err(|error| fault(error, "open")),
            None => Err(self.no_such_log()),
        }
    }

    fn no_such_log(&self) -> Fault {
        Fault::new(format!(
            "there is no log named {:?} in this database; check the name, or create it",
            self.name
        ))
    }
}

/// The names of all logs in this database.
pub(super) fn names(url: &str) -> Result<Vec<String>, Fault> {
    let failed = |error| fault(error, "list");
    let mut client = connect(&config(url)?)?;
    let mut transaction = client.transaction().map_err(failed)?;
    if !agreed(&mut transaction)? {
        return Ok(Vec::new());
    }
    let rows = transaction.query("SELECT name FROM act_log.logs ORDER BY name COLLATE \"C\"", &[]);
    rows.map_err(failed)?.iter().map(|row| row.try_get(0).map_err(failed)).collect()
}

/// Whether the tables are there, and of the format that we know.
fn agreed(transaction: &mut Transaction<'_>) -> Result<bool, Fault> {
    let failed = |error| fault(error, "open");
    let there = transaction.query_one("SELECT to_regclass('act_log.format') IS NOT NULL", &[]);
    if !there.and_then(|row| row.try_get(0)).map_err(failed)? {
        return Ok(false);
    }
    let version = transaction.query_one("SELECT max(version) FROM act_log.format", &[]);
    let version: i32 = version.and_then(|row| row.try_get(0)).map_err(failed)?;
    if version == FORMAT {
        return Ok(true);
    }
    Err(Fault::new(format!(
        "the logs in this database have format {version} and this program reads format {FORMAT}; use the release \
         that wrote them, or a newer one"
    )))
}

fn config(url: &str) -> Result<Config, Fault> {
    let mut config: Config = url.parse().map_err(|error| {
        // The URL itself is not shown: it may hold a password.
        Fault::caused("the database's URL is not like postgres://user@host/database", error)
    })?;
    config.connect_timeout(PATIENCE).tcp_user_timeout(PATIENCE).keepalives_idle(PATIENCE);
    Ok(config)
}

fn connect(config: &Config) -> Result<Client, Fault> {
    let mut client = config.connect(NoTls).map_err(|error| fault(error, "reach"))?;
    let setting = |client: &mut Client, name: &str| {
        let row = client.query_one("SELECT current_setting($1)", &[&name]);
        row.and_then(|row| row.try_get::<_, String>(0)).map_err(|error| fault(error, "reach"))
    };
    // An answered command is durable. Stronger settings than `on` are the operator's, and stay.
    if ["off", "local"].contains(&setting(&mut client, "synchronous_commit")?.as_str()) {
        client.batch_execute("SET synchronous_commit = on").map_err(|error| fault(error, "reach"))?;
    }
    if setting(&mut client, "fsync")? == "off" {
        tracing::warn!("PostgreSQL runs with fsync = off: a power cut may destroy the log");
    }
    Ok(client)
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address").field("name", &self.name).finish_non_exhaustive()
    }
}
