//! The command line: one file per command, one line in the list.

mod admin;
mod backup;
mod begin;
mod check;
mod config;
mod copy;
mod demo;
mod export;
mod give;
mod health;
mod import;
mod open_files;
mod place;
mod publish;
mod restore;
mod serve;
mod timetable;
mod unplace;

use crate::app::{App, Where, forum_in};
use crate::config::{Config, LogFormat};
use crate::languages::languages;
use crate::problem::Problem;
use crate::refusals::Names;
use crate::sign_in::after::After;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use forum::series::Meeting;
use forum::{Command, Viewer};
use platform::sign_in::By;
use platform::writer::{Done, Key};
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs a multistakeholder forum, from the call for sessions to the outcome on the public record.
#[derive(Parser)]
#[command(name = "hemicycle", version)]
struct Line {
    #[command(subcommand)]
    command: Commands,
}

/// All commands, in the order in which a newcomer needs them.
#[derive(Subcommand)]
enum Commands {
    /// Build a forum the size of Kyoto, serve it, and say what is worth opening.
    Demo(demo::Args),
    /// Serve all forums of a folder or database.
    Serve(serve::Args),
    /// Begin an empty forum.
    Begin(begin::Args),
    /// What needs the keys of the house: inviting people.
    Admin(admin::Args),
    /// Take over the programme of another tool: shows what would change, then writes it.
    Import(Box<import::Args>),
    /// Place a session in a room at a time, or move it.
    Place(place::Args),
    /// Take a session off the grid.
    Unplace(unplace::Args),
    /// Publish the programme of a meeting as it stands, and say what changed.
    Publish(publish::Args),
    /// Make programmes with the timetable engine alone: solve, score, explain.
    Timetable(timetable::Args),
    /// Look whether every log is whole; works beside a running server.
    Check(check::Args),
    /// Ask a running server whether it is well.
    Health(health::Args),
    /// Copy every log to a folder, while the server runs; once, or for ever.
    Backup(backup::Args),
    /// Make a folder of forums from a backup, as they were at some moment.
    Restore(restore::Args),
    /// Copy every log to another store: from files to PostgreSQL, or back.
    Copy(copy::Args),
    /// Write a forum as plain tables into an SQLite file.
    Export(export::Args),
    /// Show the configuration, and where each value comes from.
    Config(config::Args),
    /// Give any command, written as JSON as the API takes it.
    Give(give::Args),
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let matches = Line::command().get_matches();
    let line = Line::from_arg_matches(&matches).unwrap_or_else(|refused| refused.exit());
    start_logging(&matches);
    let done = match line.command {
        Commands::Demo(args) => demo::run(&args),
        Commands::Serve(args) => serve::run(&args),
        Commands::Begin(args) => begin::run(&args),
        Commands::Admin(args) => admin::run(&args),
        Commands::Import(args) => import::run(&args),
        Commands::Place(args) => place::run(&args),
        Commands::Unplace(args) => unplace::run(&args),
        Commands::Publish(args) => publish::run(&args),
        Commands::Timetable(args) => timetable::run(&args),
        Commands::Check(args) => check::run(&args),
        Commands::Health(args) => health::run(&args),
        Commands::Backup(args) => backup::run(&args),
        Commands::Restore(args) => restore::run(&args),
        Commands::Copy(args) => copy::run(&args),
        Commands::Export(args) => export::run(&args),
        Commands::Config(args) => {
            config::run(&args);
            Ok(())
        }
        Commands::Give(args) => give::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // That nobody reads it is no reason to fail in another way.
            let _ = writeln!(std::io::stderr().lock(), "error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Logs as the flags of whatever command was given, the environment and the file say.
fn start_logging(matches: &ArgMatches) {
    let given = matches.subcommand().and_then(|(_, matches)| Config::given(matches).ok());
    // A command that takes no configuration logs as usual.
    let config = given.unwrap_or_else(Config::defaults);
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    let lines =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    match config.log_format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().init(),
    }
}

/// Writes a line for the person at the terminal. That nobody reads it any more is no reason to fail.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A forum for a command of the command line: works beside a running server, for the log lets one of two rivals win.
struct Desk {
    app: App,
    forum: String,
}

impl Desk {
    fn open(place: &Where, forum: &str) -> anyhow::Result<Desk> {
        Desk::of(App::open(place)?, forum)
    }

    fn of(app: App, forum: &str) -> anyhow::Result<Desk> {
        if let Some(why) = app.trouble_with(forum) {
            anyhow::bail!("{why}");
        }
        if app.state(forum).is_err() {
            let names = app.names().join(", ");
            let known = if names.is_empty() {
                "there are none yet".to_owned()
            } else {
                format!("there are: {names}")
            };
            anyhow::bail!("there is no forum “{forum}” ({known}); begin one with: hemicycle begin {forum}");
        }
        Ok(Desk { app, forum: forum.to_owned() })
    }

    fn state(&self) -> anyhow::Result<Arc<platform::writer::Published<crate::machine::ForumMachine>>> {
        self.app.state(&self.forum).map_err(in_words)
    }

    /// Gives a command once, under a fresh key.
    fn give(&self, command: impl Into<Command>) -> anyhow::Result<Done> {
        let key = Key::new(&platform::random_token()).expect("a token is short and visible");
        self.give_as(key, command)
    }

    fn give_as(&self, key: Key, command: impl Into<Command>) -> anyhow::Result<Done> {
        let command = command.into();
        let writer = self.app.writer(&self.forum).map_err(in_words)?;
        let after = After::of(forum_in(&writer.state()), &command);
        let order = platform::writer::Order { command, by: forum::Actor::Secretariat, key };
        let done = writer.submit_patiently(order).wait().map_err(|failure| {
            let state = writer.state();
            let names = Names { forum: forum_in(&state), viewer: Viewer::Secretariat };
            let said = Problem::from(failure).said_with_names(languages().default_locale(), names);
            anyhow::anyhow!("{} {}", said.what, said.remedy)
        })?;
        let gate = self.app.gate();
        for end in after.follows(gate, &self.forum, forum_in(&writer.state())) {
            if !matches!(gate.give_and_wait(&self.forum, By::House, end), Ok(Ok(_))) {
                tracing::warn!("What ends at the door with a command could not be ended");
            }
        }
        Ok(done)
    }
}

/// The meeting that is meant: the named one, or the only one with a draft programme, or the only one.
fn meeting_meant(forum: &forum::Forum, named: Option<&str>) -> anyhow::Result<Arc<Meeting>> {
    if let Some(slug) = named {
        let found = forum.series.meeting_by_slug(slug).map(Arc::clone);
        return found.ok_or_else(|| anyhow::anyhow!("there is no meeting “{slug}”"));
    }
    let with_programme: Vec<_> = forum.programme.meetings.keys().collect();
    match (with_programme.as_slice(), forum.series.meetings.len()) {
        ([only], _) => Ok(Arc::clone(&forum.series.meetings[*only])),
        ([], 1) => Ok(forum.series.meetings.values().next().map(Arc::clone).expect("there is one")),
        _ => anyhow::bail!("which meeting? name it with --meeting"),
    }
}

/// A problem in the words of the command line.
fn in_words(problem: Problem) -> anyhow::Error {
    let said = problem.said(languages().default_locale());
    anyhow::anyhow!("{} {}", said.what, said.remedy)
}

/// What a session is called on the command line: its code, however written.
fn session_meant(
    forum: &forum::Forum,
    meeting: &Meeting,
    code: &str,
) -> anyhow::Result<Arc<forum::programme::Session>> {
    let programme = forum.programme.meetings.get(&meeting.id);
    let found = programme.and_then(|programme| programme.by_slug(&forum::slug_of(code, "")));
    found.map(Arc::clone).ok_or_else(|| anyhow::anyhow!("{} has no session “{code}”", meeting.title))
}
