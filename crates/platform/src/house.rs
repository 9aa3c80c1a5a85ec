//! The house: all logs of an installation, each with a writer of its own, none knowing of another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::log::{Fault, Log, Missing, SqliteLog};
use crate::writer::{Machine, Options, Writer};

/// The ending of a log's file name.
const ENDING: &str = "forum";

/// Where the logs of a house lie.
#[derive(Clone, Debug)]
pub enum Place {
    /// One SQLite file per log, `name.forum`, in a folder.
    Folder(PathBuf),
}

/// All logs of an installation by name.
pub struct House<M: Machine> {
    place: Place,
    options: Options,
    writers: Mutex<BTreeMap<String, Writer<M>>>,
}

impl<M: Machine + Default> House<M> {
    /// Opens every log that lies there.
    ///
    /// # Errors
    /// If the place cannot be used, or one of the logs cannot be read.
    pub fn open(place: Place, options: Options) -> Result<House<M>, Fault> {
        let house = House { place, options, writers: Mutex::default() };
        for name in house.place.names()? {
            house.start(&name, Missing::Refuse)?;
        }
        Ok(house)
    }

    /// The names of all logs, in order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.writers().keys().cloned().collect()
    }

    /// The writer of a log.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Writer<M>> {
        self.writers().get(name).cloned()
    }

    /// The writer of a log, which is begun if there is none of that name. The caller sees to it that the name can be
    /// part of a file name.
    ///
    /// # Errors
    /// If the log cannot be made or read.
    pub fn begin(&self, name: &str) -> Result<Writer<M>, Fault> {
        match self.get(name) {
            Some(writer) => Ok(writer),
            None => self.start(name, Missing::Create),
        }
    }

    /// Stops all writers; what was begun is finished.
    pub fn stop(&self) {
        let writers = std::mem::take(&mut *self.writers());
        writers.values().for_each(Writer::stop);
    }

    fn start(&self, name: &str, missing: Missing) -> Result<Writer<M>, Fault> {
        let mut writers = self.writers();
        let writer = Writer::start(self.place.log(name, missing)?, M::default(), self.options.clone())?;
        writers.insert(name.to_owned(), writer.clone());
        Ok(writer)
    }

    fn writers(&self) -> MutexGuard<'_, BTreeMap<String, Writer<M>>> {
        self.writers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    fn names(&self) -> Result<Vec<String>, Fault> {
        match self {
            Place::Folder(folder) => names_in(folder),
        }
    }

    fn log(&self, name: &str, missing: Missing) -> Result<Box<dyn Log>, Fault> {
        match self {
            Place::Folder(folder) => {
                Ok(Box::new(SqliteLog::open(&folder.join(format!("{name}.{ENDING}")), missing)?))
            }
        }
    }
}

fn names_in(folder: &Path) -> Result<Vec<String>, Fault> {
    let unreadable = |error| Fault::caused(format!("cannot read the folder {}", folder.display()), error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending == ENDING)
            && let Some(name) = path.file_stem().and_then(|name| name.to_str())
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}
