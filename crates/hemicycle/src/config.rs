//! The configuration: a flag wins over the environment, the environment over the file, the file over the default.
//!
//! Every key is one entry in [`KEYS`]. Whoever writes a key that is none, in the file or the environment, is told so:
//! a setting that is silently ignored is found out about on the worst day.

mod file;
mod flags;
mod keys;
mod nearest;
mod values;

pub use keys::{KEYS, Key};
pub use values::{LogFormat, Network, Networks, PublicAddress};

use crate::app::Where;
use anyhow::{anyhow, bail};
use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// What an installation is told. The fields are the keys; see [`KEYS`] for what each means.
#[derive(Clone)]
pub struct Config {
    /// Folder of the forums and of the token.
    pub data: PathBuf,
    /// PostgreSQL database of the forums, if they are not files.
    pub database: Option<String>,
    /// Address to serve on.
    pub listen: SocketAddr,
    /// Under which address people reach this server.
    pub public_address: Option<PublicAddress>,
    /// Mail server, as `smtp://` or `smtps://` with everything it asks for.
    pub smtp: Option<String>,
    /// Sender of mail.
    pub mail_from: Option<String>,
    /// Whose word about a reader's address is believed.
    pub trusted_proxies: Networks,
    /// Most commands that may wait in a forum.
    pub queue: usize,
    /// Most connections at a time.
    pub connections: usize,
    /// Folder of the fonts with which documents are made.
    pub fonts: PathBuf,
    /// What is logged.
    pub log: String,
    /// As what it is logged.
    pub log_format: LogFormat,
    /// Seconds between being asked to end and taking no more connections.
    pub drain: u64,
    /// Address for figures about the server, if any.
    pub metrics_listen: Option<SocketAddr>,
    /// What was said for each key, and where.
    said: BTreeMap<&'static str, Said>,
}

/// A value as it was written, and where.
#[derive(Clone)]
struct Said {
    text: String,
    origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the command line.
    Flag,
    /// From an environment variable.
    Environment,
    /// From this line of this file.
    File(PathBuf, usize),
    /// From nowhere: the default holds.
    Default,
}

/// What was said outside of the program.
#[derive(Default)]
struct Sources {
    flags: BTreeMap<&'static str, String>,
    environment: BTreeMap<String, String>,
    file: Option<(PathBuf, String)>,
}

/// The file that is read when no other is named, if it is there.
const FILE: &str = "hemicycle.toml";

/// Names the file to read.
const FILE_VARIABLE: &str = "HEMICYCLE_CONFIG";

/// How the environment variables of this program begin.
const PREFIX: &str = "HEMICYCLE_";

/// Variables of the tests and tools beside the program; it is none of its business what they say.
const BESIDE: &[&str] = &["TEST_", "DATA_FOLDER", "SEED", "SHOTS", "ACCEPT", "ADVISORIES", "RECORD_"];

impl Config {
    /// All defaults.
    #[must_use]
    pub fn defaults() -> Config {
        resolve(&Sources::default()).expect("a test reads all defaults")
    }

    /// All defaults, for forums that lie there.
    #[must_use]
    pub fn of(place: &Where) -> Config {
        Config { data: place.data.clone(), database: place.database.clone(), ..Config::defaults() }
    }

    /// Reads the file and the environment beside the flags.
    fn load(flags: BTreeMap<&'static str, String>, file: Option<&Path>) -> anyhow::Result<Config> {
        let environment = ours(std::env::vars_os());
        let named = file.map(Path::to_path_buf).or_else(|| environment.get(FILE_VARIABLE).map(PathBuf::from));
        let file = match named {
            Some(path) => Some((path.clone(), read(&path)?)),
            None if Path::new(FILE).exists() => Some((PathBuf::from(FILE), read(Path::new(FILE))?)),
            None => None,
        };
        resolve(&Sources { flags, environment, file })
    }

    /// Where the value of a key comes from.
    #[must_use]
    pub fn origin(&self, key: &str) -> Origin {
        self.said.get(key).map_or(Origin::Default, |said| said.origin.clone())
    }

    /// The value of a key as it was written, or its default; secrets are hidden.
    #[must_use]
    pub fn shown(&self, key: &Key) -> Option<String> {
        let said = self.said.get(key.name).map(|said| said.text.as_str());
        let text = said.or(key.default)?;
        Some(if key.secret { values::without_password(text) } else { text.to_owned() })
    }
}

/// The variables of this program; what is empty is as good as not there.
fn ours(all: impl Iterator<Item = (std::ffi::OsString, std::ffi::OsString)>) -> BTreeMap<String, String> {
    all.filter_map(|(name, value)| Some((name.into_string().ok()?, value.to_string_lossy().into_owned())))
        .filter(|(name, value)| name.starts_with(PREFIX) && !value.is_empty())
        .collect()
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| anyhow!("cannot read the configuration in {}: {error}", path.display()))
}

/// What all sources together say.
fn resolve(sources: &Sources) -> anyhow::Result<Config> {
    let mut said = BTreeMap::new();
    if let Some((path, text)) = &sources.file {
        for (key, line, text) in file::values(path, text)? {
            said.insert(key.name, Said { text, origin: Origin::File(path.clone(), line) });
        }
    }
    for (variable, text) in &sources.environment {
        if let Some(key) = of_variable(variable)? {
            said.insert(key.name, Said { text: text.clone(), origin: Origin::Environment });
        }
    }
    for (name, text) in &sources.flags {
        said.insert(name, Said { text: text.clone(), origin: Origin::Flag });
    }
    let mut config = Config { said: BTreeMap::new(), ..blank() };
    for key in KEYS {
        let said = said.get(key.name);
        let Some(text) = said.map(|said| said.text.as_str()).or(key.default) else { continue };
        if let Err(expected) = (key.set)(&mut config, text) {
            let origin = said.map_or(&Origin::Default, |said| &said.origin);
            // A value that is meant to be secret does not belong into a terminal or a journal.
            let shown = if key.secret { String::new() } else { format!("“{text}” ") };
            bail!("{}: {shown}cannot be used: give {expected} ({})", key.name, origin.of(key));
        }
    }
    config.said = said;
    Ok(config)
}

/// The key that an environment variable sets; `None` if it is none of ours.
fn of_variable(variable: &str) -> anyhow::Result<Option<&'static Key>> {
    let rest = variable.strip_prefix(PREFIX).unwrap_or(variable);
    if variable == FILE_VARIABLE || BESIDE.iter().any(|beside| rest.starts_with(beside)) {
        return Ok(None);
    }
    let found = KEYS.iter().find(|key| key.variable() == variable);
    found.map(Some).ok_or_else(|| {
        let known = KEYS.iter().map(Key::variable).chain([FILE_VARIABLE.to_owned()]);
        let meant = nearest::to(variable, known);
        anyhow!("the environment variable {variable} is none of this program{meant}; correct or remove it")
    })
}

/// Nothing said at all; every field without a default of its own is overwritten by [`KEYS`].
fn blank() -> Config {
    Config {
        data: PathBuf::new(),
        database: None,
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        public_address: None,
        smtp: None,
        mail_from: None,
        trusted_proxies: Networks::default(),
        queue: 0,
        connections: 0,
        fonts: PathBuf::new(),
        log: String::new(),
        log_format: LogFormat::Text,
        drain: 0,
        metrics_listen: None,
        said: BTreeMap::new(),
    }
}

impl Origin {
    /// In words, for a value of this key.
    #[must_use]
    pub fn of(&self, key: &Key) -> String {
        match self {
            Origin::Flag => format!("from the command line, --{}", key.flag),
            Origin::Environment => format!("from the environment, {}", key.variable()),
            Origin::File(path, line) => format!("from {}, line {line}", path.display()),
            Origin::Default => "the default".to_owned(),
        }
    }
}

impl fmt::Debug for Config {
    /// Without secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(KEYS.iter().map(|key| (key.name, self.shown(key)))).finish()
    }
}

#[cfg(test)]
mod tests;
