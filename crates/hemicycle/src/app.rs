//! The only context there is: what every handler and every command of the command line gets.

mod token;

use self::token::Token;
use crate::clock::Clock;
use crate::config::Config;
use crate::desk::import::Uploads;
use crate::desk::review::Computed;
use crate::desk::solver::Runs;
use crate::letters::Letters;
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::programme::exports::Shelf;
use crate::programme::exports::pdf::Press;
use crate::router::RESERVED;
use crate::sign_in::after::After;
use crate::sign_in::carried;
use crate::sign_in::gate::Gate;
use crate::visitor::SignedIn;
use crate::watch::Watch;
use anyhow::Context as _;
use axum::http::HeaderMap;
use forum::access::{Access, access};
use forum::{Actor, Command, Forum, PersonId};
use jiff::Timestamp;
use platform::house::{House, Kind, Place};
use platform::log::{Fault, Record, Seq};
use platform::sign_in::By;
use platform::writer::{Done, Key, Options, Order, Published, Writer};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

/// The forums of this process, and who may write to them.
pub struct App {
    config: Config,
    watch: Arc<Watch>,
    house: House<ForumMachine>,
    token: Token,
    gate: Gate,
    /// Where this process listens, once it does.
    listens: OnceLock<SocketAddr>,
    /// One for each that may read a log at the same time.
    reads: Semaphore,
    shelf: Shelf,
    uploads: Uploads,
    runs: Runs,
    press: Press,
    letters: Letters,
    computed: Computed,
}

/// The logs of acts of the forums. These names stand in every installation: they never change.
pub(crate) const FORUM: Kind = Kind { ending: "forum", suffix: "" };

/// The logs of who signed in. These names stand in every installation: they never change.
pub(crate) const DOORS: Kind = Kind { ending: "doors", suffix: ".doors" };

/// Readings of logs at the same time. Each opens a connection of its own, and a database has no more than a hundred to
/// give to all its nodes; whoever comes beyond is told at once to come again.
const READS_MAX: usize = 8;

/// Where forums lie. As arguments of a command these are the flags `--data`, `--database` and `--config`.
#[derive(Clone)]
pub struct Where {
    /// Folder of the forums, one file each, and of the token.
    pub data: PathBuf,
    /// PostgreSQL database of the forums, instead of files.
    pub database: Option<String>,
}

impl Where {
    /// Where the logs lie.
    #[must_use]
    pub fn store(&self) -> Place {
        match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.data.clone()),
        }
    }
}

impl App {
    /// Opens all forums that lie there, with the default of everything else.
    ///
    /// # Errors
    /// As [`App::with`].
    pub fn open(place: &Where) -> anyhow::Result<App> {
        App::with(Config::of(place))
    }

    /// Opens all forums that lie where the configuration says; makes the folder and the token if this is the first time.
    ///
    /// # Errors
    /// If the folder or the database cannot be used, or a log cannot be read.
    pub fn with(config: Config) -> anyhow::Result<App> {
        App::with_clock(config, &Clock::default())
    }

    /// The same, with a clock that can be set, so that what happened long ago can be written down under its own date.
    ///
    /// # Errors
    /// As [`App::with`].
    pub fn with_clock(config: Config, clock: &Clock) -> anyhow::Result<App> {
        let folder = &config.data;
        make_private(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        warn_if_open_to_others(folder);
        let token = Token::in_folder(folder)?;
        let store = match &config.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(folder.clone()),
        };
        let clock = clock.clone();
        let clock = Arc::new(move || clock.now());
        let options = Options { queue_max: config.queue, clock, ..Options::new(end_the_process) };
        let gate = Gate::open(&config, store.clone(), options.clone())?;
        let house = House::open(store, FORUM, options)?;
        let listens = OnceLock::new();
        let (reads, shelf) = (Semaphore::new(READS_MAX), Shelf::default());
        let press = Press::with(config.fonts.clone());
        let letters = Letters::in_folder(folder);
        let watch = Arc::default();
        let (runs, uploads, computed) = (Runs::default(), Uploads::default(), Computed::default());
        Ok(App {
            config,
            watch,
            house,
            token,
            gate,
            listens,
            reads,
            shelf,
            uploads,
            runs,
            press,
            letters,
            computed,
        })
    }

    /// What this installation was told.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// What is counted of this server, and whether it ends.
    pub(crate) fn watch(&self) -> &Arc<Watch> {
        &self.watch
    }

    /// The forums that lie there and cannot be opened, and why.
    pub(crate) fn troubles(&self) -> Vec<(String, String)> {
        self.house.all_troubles()
    }

    /// Opens the forums that another node, or the command line, has begun since.
    pub fn refresh(&self) {
        if let Err(fault) = self.house.refresh() {
            tracing::warn!("Cannot look for forums that others have begun: {fault}");
        }
        self.gate.refresh();
        self.gate.resume();
        for name in self.names() {
            let Ok(state) = self.state(&name) else { continue };
            self.gate.sweep(&name, |member| knows(forum_in(&state), member));
        }
    }

    /// Who signed in, and the post.
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Notes where this process listens; the system may have chosen the port.
    pub fn listens_at(&self, address: SocketAddr) {
        let _ = self.listens.set(address);
    }

    /// The whole address of a path, for letters. It comes from the configuration, or from where this process listens, and
    /// never from what a request says about its host: that is anybody's to write.
    pub fn whole_address(&self, path: &str) -> String {
        match &self.config.public_address {
            Some(public) => public.to(path),
            None => format!("http://{}{path}", self.listens.get().unwrap_or(&self.config.listen)),
        }
    }

    /// Whether people reach this server over TLS.
    pub fn is_https(&self) -> bool {
        self.config.public_address.as_ref().is_some_and(crate::config::PublicAddress::is_https)
    }

    /// The names of all forums, in order.
    pub fn names(&self) -> Vec<String> {
        self.house.names()
    }

    /// The state of a forum, as it stands now.
    ///
    /// # Errors
    /// As [`App::writer`].
    pub fn state(&self, name: &str) -> Result<Arc<Published<ForumMachine>>, Problem> {
        self.writer(name).map(|writer| writer.state())
    }

    /// The door to a forum's log.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or [`Problem::Broken`] if there is one that cannot be opened.
    pub fn writer(&self, name: &str) -> Result<Writer<ForumMachine>, Problem> {
        let missing = || self.house.trouble_with(name).map_or(Problem::NotFound, |_| Problem::Broken);
        self.house.get(name).ok_or_else(missing)
    }

    /// Why a forum that lies there is not open.
    pub fn trouble_with(&self, name: &str) -> Option<String> {
        self.house.trouble_with(name)
    }

    /// Acts of a forum as its log holds them; who may see them is the caller's business.
    ///
    /// # Errors
    /// As [`App::writer`]; [`Problem::Busy`] if too many are reading, [`Problem::Unreachable`] if the store cannot be
    /// had now, [`Problem::Broken`] if the log cannot be read.
    pub fn read(&self, name: &str, from: Seq, limit: usize) -> Result<Vec<Record>, Problem> {
        self.writer(name)?;
        let _permit = self.reads.try_acquire().map_err(|_| Problem::Busy)?;
        self.house.read(name, from, limit).map_err(|fault| crate::problem::of_reading(&fault))
    }

    /// Opens a forum, or begins an empty one.
    ///
    /// # Errors
    /// If the name cannot stand in an address, or the store cannot be used.
    pub fn begin(&self, name: &str) -> anyhow::Result<Writer<ForumMachine>> {
        forum::Slug::new("forum", name).map_err(|_| {
            anyhow::anyhow!("“{name}” cannot stand in an address: use small letters, digits and hyphens")
        })?;
        // One that lies there from before can still be opened.
        if RESERVED.contains(&name) && self.house.get(name).is_none() {
            anyhow::bail!(
                "“{name}” is taken by the site itself: /{name} is no address for a forum; choose another name"
            );
        }
        Ok(self.house.begin(name)?)
    }

    /// Gives a command in somebody's name and waits for the answer.
    ///
    /// # Errors
    /// The [`Problem`], if the command was not done.
    pub async fn give_as(&self, name: &str, by: Actor, key: Key, command: Command) -> Result<Done, Problem> {
        let writer = self.writer(name)?;
        let after = After::of(forum_in(&writer.state()), &command);
        let done = writer.submit(Order { command: command.clone(), by, key }).await?;
        self.letters.follow(name, &command, &done.acts);
        for end in after.follows(&self.gate, name, forum_in(&writer.state())) {
            if !matches!(self.gate.give(name, By::House, end).await, Ok(Ok(_))) {
                tracing::warn!("What ends at the door with a command could not be ended");
            }
        }
        Ok(done)
    }

    /// Who has signed in with the browser, or holds the token, that a request comes with.
    pub fn signed_in(&self, forum: &str, headers: &HeaderMap) -> Option<SignedIn> {
        let state = self.state(forum).ok()?;
        let door = self.gate.there(forum)?.state();
        let here = (forum, self.is_https());
        carried::signed_in((forum_in(&state), &door.state), here, headers, Timestamp::now())
    }

    /// Files that somebody has sent and not yet decided about.
    pub(crate) fn uploads(&self) -> &Uploads {
        &self.uploads
    }

    /// What was computed last of the reviews of calls.
    pub(crate) fn computed(&self) -> &Computed {
        &self.computed
    }

    /// The exports that were made last.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The runs of the planner.
    pub fn runs(&self) -> &Runs {
        &self.runs
    }

    /// Letters about programmes.
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// What makes documents on paper.
    pub fn press(&self) -> &Press {
        &self.press
    }

    /// Whether a request's `Authorization` header holds the token.
    pub fn admits(&self, authorization: Option<&str>) -> bool {
        authorization.is_some_and(|value| self.token.is_in(value))
    }

    /// Finishes what was begun, and closes all logs.
    pub fn stop(&self) {
        self.runs.end();
        self.letters.stop();
        self.gate.stop();
        self.house.stop();
    }
}

/// The forum in a published state.
pub fn forum_in(state: &Published<ForumMachine>) -> &Forum {
    &state.state.0
}

/// Whether the forum knows somebody who signed in: it forgets whoever asks for it.
fn knows(forum: &Forum, member: u64) -> bool {
    let person = u32::try_from(member).map(|id| Actor::Person(PersonId(id)));
    person.is_ok_and(|person| access(forum, Some(person)).contains(Access::Participant))
}

/// After a failed fsync nobody knows what is on the disk. The only safe thing is to end, and to start again from the
/// log; whatever was answered is in it.
fn end_of_text(fault: &Fault) -> String {
    let causes = std::iter::successors(std::error::Error::source(fault), |error| error.source());
    std::iter::once(fault.to_string()).chain(causes.map(ToString::to_string)).collect::<Vec<_>>().join(": ")
}

fn end_the_process(fault: &Fault) {
    tracing::error!("The log cannot be trusted any more, the process ends: {}", end_of_text(fault));
    std::process::exit(70);
}

/// Makes a folder that only its owner can look into: forums hold addresses for mail. One that is there stays as it is.
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Says so when others than the owner can look into the folder.
fn warn_if_open_to_others(folder: &Path) {
    if is_open_to_others(folder) {
        tracing::warn!(
            "Others on this machine can look into {}, where names and addresses lie; close it with: chmod 700 {0}",
            folder.display()
        );
    }
}

#[cfg(unix)]
fn is_open_to_others(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn app(data: &Path) -> App {
        App::open(&Where { data: data.to_path_buf(), database: None }).expect("the folder is fine")
    }

    #[test]
    fn beyond_so_many_readings_of_logs_the_next_is_turned_away_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        app.begin("igf").unwrap();
        let all = app.reads.try_acquire_many(READS_MAX.try_into().unwrap()).unwrap();
        assert_eq!(app.read("igf", 1, 10), Err(Problem::Busy));
        drop(all);
        assert_eq!(app.read("igf", 1, 10), Ok(Vec::new()));
    }

    #[test]
    fn a_forum_that_cannot_be_read_is_not_said_to_be_missing() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("igf.forum"), "Dear all, ".repeat(500)).unwrap();
        let app = app(folder.path());
        assert_eq!(app.state("igf").err(), Some(Problem::Broken));
        assert_eq!(app.state("wsis").err(), Some(Problem::NotFound));
    }

    #[test]
    fn only_the_owner_can_look_into_a_new_folder_of_forums() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data/igf");
        let app = app(&data);
        app.begin("igf").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&data), 0o700);
        for file in std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()) {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
        assert!(!is_open_to_others(&data));
        std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o750)).unwrap();
        assert!(is_open_to_others(&data));
    }
}
