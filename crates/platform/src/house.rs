//! The house: all logs of an installation, each with a writer of its own, none knowing of another.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use arc_swap::ArcSwap;

use crate::log::{Fault, Log, Missing, PostgresLog, Record, Seq, SqliteLog};
use crate::writer::{Machine, Options, Writer};

/// What kind of logs a house holds. Logs of several kinds lie in one place and never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The ending of their files: `name.ending`.
    pub ending: &'static str,
    /// What follows their names in a database, where the names of all kinds stand side by side: nothing, or a full stop
    /// and a word, for a name holds no full stop.
    pub suffix: &'static str,
}

/// Where the logs of a house lie.
#[derive(Clone)]
pub enum Place {
    /// One SQLite file per log, `name.ending`, in a folder.
    Folder(PathBuf),
    /// All logs in one PostgreSQL database, by its URL, like `postgres://user@host/database`.
    Postgres(String),
}

/// All logs of one kind by name.
pub struct House<M: Machine> {
    place: Place,
    kind: Kind,
    options: Options,
    /// Read at every request, so without a lock.
    writers: ArcSwap<BTreeMap<String, Writer<M>>>,
    /// Held by whoever opens or closes logs.
    changing: Mutex<()>,
    /// The logs that lie there and cannot be opened, and why.
    troubles: Mutex<BTreeMap<String, String>>,
}

impl<M: Machine + Default> House<M> {
    /// Opens every log that lies there. One that cannot be read keeps nobody from the others, see [`House::refresh`].
    ///
    /// # Errors
    /// If the place cannot be used.
    pub fn open(place: Place, kind: Kind, options: Options) -> Result<House<M>, Fault> {
        let house = House {
            place,
            kind,
            options,
            writers: ArcSwap::default(),
            changing: Mutex::default(),
            troubles: Mutex::default(),
        };
        house.refresh()?;
        Ok(house)
    }

    /// Opens the logs that another process has begun since, and those that could not be read before: somebody may
    /// have restored a backup. What still cannot be read is written down once.
    ///
    /// # Errors
    /// As [`House::open`].
    pub fn refresh(&self) -> Result<(), Fault> {
        for why in self.open_all()? {
            tracing::error!("One log cannot be opened and is not served; all others are: {why}");
        }
        Ok(())
    }

    /// Opens what is not open yet, and tells what has newly come between.
    fn open_all(&self) -> Result<Vec<String>, Fault> {
        let names = self.place.names(self.kind)?;
        self.troubles().retain(|name, _| names.contains(name));
        let mut new = Vec::new();
        for name in names {
            if self.get(&name).is_none()
                && let Err(fault) = self.start(&name, Missing::Refuse)
            {
                let why = fault.to_string();
                if self.troubles().insert(name, why.clone()).as_ref() != Some(&why) {
                    new.push(why);
                }
            }
        }
        Ok(new)
    }

    /// Why a log that lies there is not open.
    #[must_use]
    pub fn trouble_with(&self, name: &str) -> Option<String> {
        self.troubles().get(name).cloned()
    }

    /// All logs that lie there and are not open, and why.
    #[must_use]
    pub fn all_troubles(&self) -> Vec<(String, String)> {
        self.troubles().clone().into_iter().collect()
    }

    /// The names of all open logs, in order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.writers.load().keys().cloned().collect()
    }

    /// The writer of an open log.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Writer<M>> {
        self.writers.load().get(name).cloned()
    }

    /// The writer of a log, which is begun if there is none of that name.
    ///
    /// # Errors
    /// If the name cannot be part of a file name and an address, or the log cannot be made or read.
    pub fn begin(&self, name: &str) -> Result<Writer<M>, Fault> {
        if !is_name(name) {
            return Err(Fault::new(format!(
                "{name:?} cannot be a name here: use 1 to 63 small letters, digits and hyphens, like \"kyoto-2023\""
            )));
        }
        self.start(name, Missing::Create)
    }

    /// At most `limit` acts of a log from `from` on, read over a connection of their own.
    ///
    /// # Errors
    /// If there is no such log, or it cannot be read.
    pub fn read(&self, name: &str, from: Seq, limit: usize) -> Result<Vec<Record>, Fault> {
        apart(|| self.place.log(self.kind, name, Missing::Refuse)?.read_some(from, limit))
    }

    /// Stops all writers; what was begun is finished.
    pub fn stop(&self) {
        let _only_one = self.changing();
        let writers = self.writers.swap(Arc::default());
        // Told all at once, so that they end together.
        writers.values().for_each(Writer::close);
        writers.values().for_each(Writer::stop);
    }

    fn start(&self, name: &str, missing: Missing) -> Result<Writer<M>, Fault> {
        let _only_one = self.changing();
        if let Some(writer) = self.get(name) {
            return Ok(writer);
        }
        let fatal = Arc::clone(&self.options.fatal);
        let shown = name.to_owned();
        let options = Options {
            fatal: Arc::new(move |fault| fatal(&Fault::new(format!("{shown}: {fault}")))),
            ..self.options.clone()
        };
        let started =
            apart(|| Writer::start(self.place.log(self.kind, name, missing)?, M::default(), options));
        let writer = started.map_err(|fault| fault.about(name))?;
        let mut writers = BTreeMap::clone(&self.writers.load());
        writers.insert(name.to_owned(), writer.clone());
        self.writers.store(Arc::new(writers));
        self.troubles().remove(name);
        Ok(writer)
    }

    fn changing(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn troubles(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// The names of all logs of a kind that lie there, in order.
    ///
    /// # Errors
    /// If the place cannot be used.
    pub fn names(&self, kind: Kind) -> Result<Vec<String>, Fault> {
        match self {
            Place::Folder(folder) => names_in(folder, kind.ending),
            Place::Postgres(url) => {
                let of_this_kind = |name: &String| {
                    name.strip_suffix(kind.suffix).filter(|name| is_name(name)).map(str::to_owned)
                };
                apart(|| PostgresLog::names(url)).map(|names| names.iter().filter_map(of_this_kind).collect())
            }
        }
    }

    /// One connection to a log.
    ///
    /// # Errors
    /// If there is none of that name (unless it may be created), or it cannot be opened.
    pub fn log(&self, kind: Kind, name: &str, missing: Missing) -> Result<Box<dyn Log>, Fault> {
        match self {
            Place::Folder(folder) => {
                let file = folder.join(format!("{name}.{}", kind.ending));
                Ok(Box::new(SqliteLog::open(&file, missing)?))
            }
            Place::Postgres(url) => {
                Ok(Box::new(PostgresLog::open(url, &format!("{name}{}", kind.suffix), missing)?))
            }
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            // The URL may hold a password.
            Place::Postgres(_) => f.write_str("Postgres"),
        }
    }
}

/// Does it on a thread of its own: the caller may be an async one, on which PostgreSQL's client must not block.
fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(work).join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
}

/// Small letters, digits and inner hyphens: safe as a file's name and in an address.
fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let hyphen = name.starts_with('-') || name.ends_with('-');
    (1..=63).contains(&name.len()) && name.bytes().all(plain) && !hyphen
}

fn names_in(folder: &Path, ending: &str) -> Result<Vec<String>, Fault> {
    let unreadable = |error| Fault::caused(format!("cannot read the folder {}", folder.display()), error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|found| found == ending)
            && let Some(name) = path.file_stem().and_then(|name| name.to_str())
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::TestDatabase;
    use crate::writer::toy::{Purse, give, order};

    const FORUM: Kind = Kind { ending: "forum", suffix: "" };
    const DOORS: Kind = Kind { ending: "doors", suffix: ".doors" };

    fn house(place: &Place) -> House<Purse> {
        house_of(place, FORUM)
    }

    fn house_of(place: &Place, kind: Kind) -> House<Purse> {
        House::open(place.clone(), kind, Options::new(|fault| panic!("{fault}"))).unwrap()
    }

    fn balance(house: &House<Purse>, name: &str) -> Option<i64> {
        Some(house.get(name)?.state().state.balance)
    }

    fn logs_in_one_place_never_meet(place: &Place, one: &str, other: &str) {
        let (first, second) = (house(place), house(place));
        first.begin(one).unwrap().submit(order("ada", "k", give(5))).wait().unwrap();
        let writer = first.begin(other).unwrap();
        writer.submit(order("ada", "k", give(7))).wait().unwrap();
        assert_eq!((balance(&first, one), balance(&first, other)), (Some(5), Some(7)));

        assert_eq!(balance(&second, one), None);
        second.refresh().unwrap();
        assert_eq!((balance(&second, one), balance(&second, other)), (Some(5), Some(7)));

        first.stop();
        assert_eq!(balance(&first, one), None);
        assert!(
            writer.submit(order("ada", "late", give(5))).wait().is_err(),
            "a stopped house takes nothing"
        );
        assert_eq!(balance(&house(place), other), Some(7));

        let doors = house_of(place, DOORS);
        assert_eq!(doors.names(), Vec::<String>::new(), "logs of another kind are not ours");
        doors.begin(one).unwrap().submit(order("ada", "k", give(9))).wait().unwrap();
        assert_eq!((balance(&house_of(place, DOORS), one), balance(&house(place), one)), (Some(9), Some(5)));
        assert_eq!(house(place).names(), [one, other]);
    }

    #[test]
    fn logs_in_one_folder_never_meet() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("notes.txt"), "no log").unwrap();
        let place = Place::Folder(folder.path().to_path_buf());
        logs_in_one_place_never_meet(&place, "kyoto", "riyadh");
        assert_eq!(house(&place).names(), ["kyoto", "riyadh"], "what else lies there is not taken for a log");
    }

    #[test]
    fn logs_in_one_postgres_database_never_meet() {
        let Some(database) = TestDatabase::new() else { return };
        logs_in_one_place_never_meet(&Place::Postgres(database.url.clone()), "kyoto", "riyadh");
    }

    #[test]
    fn a_damaged_log_is_named_and_keeps_nobody_from_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_path_buf());
        let letter = folder.path().join("letter.forum");
        std::fs::write(&letter, "Dear all, ".repeat(500)).unwrap();
        house(&place).begin("riyadh").unwrap();

        let house = house(&place);
        assert_eq!(house.names(), ["riyadh"]);
        assert!(house.open_all().unwrap().is_empty(), "what was told is not told again");
        let why = house.trouble_with("letter").unwrap();
        assert!(why.starts_with("letter: cannot open the log at"), "{why}");
        assert!(house.begin("letter").is_err());

        std::fs::copy(folder.path().join("riyadh.forum"), &letter).unwrap();
        house.refresh().unwrap();
        assert_eq!(house.names(), ["letter", "riyadh"], "a restored log is found");
        assert_eq!(house.trouble_with("letter"), None);

        std::fs::write(folder.path().join("bill.forum"), "To be paid").unwrap();
        assert!(matches!(&house.open_all().unwrap()[..], [why] if why.starts_with("bill: ")));
    }

    #[test]
    fn a_name_is_safe_in_files_and_addresses() {
        for good in ["a", "kyoto-2023", &"x".repeat(63)] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "-a", "a-", "Kyoto", "a/b", "..", "a.b", "京都", "a b", &"x".repeat(64)] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
