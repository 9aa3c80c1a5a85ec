//! `hemicycle demo`: a forum the size of Kyoto, built in seconds and served.

mod links;

use super::{say, serve};
use crate::app::{App, forum_in};
use crate::clock::Clock;
use crate::config::{Config, Origin};
use crate::scenario::kyoto::{self, Name};
use crate::scenario::{build_steps, inland_sea};
use forum::programme::views::published;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Zoned;
use std::path::PathBuf;
use std::sync::Arc;

/// Name of the forum in addresses.
const FORUM: &str = "igf";

/// Folder of the demo unless another is named: apart from the forums that are meant. The next start finds it there.
const FOLDER: &str = "data/demo";

#[derive(clap::Args)]
pub(super) struct Args {
    /// The same seed, people and sessions give the same forum.
    #[arg(long, default_value_t = kyoto::SEED)]
    seed: u64,
    /// People who registered.
    #[arg(long, default_value_t = kyoto::PEOPLE, value_parser = at_most::<100_000>)]
    people: usize,
    /// Sessions.
    #[arg(long, default_value_t = kyoto::SESSIONS, value_parser = at_most::<3_000>)]
    sessions: usize,
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let mut config = args.config.clone();
    if config.origin("data") == Origin::Default {
        config.data = PathBuf::from(FOLDER);
    }
    let clock = Clock::default();
    let app = Arc::new(App::with_clock(config, &clock)?);
    build(&app, args, &clock)?;
    build_small(&app, args.seed, &clock)?;
    // Whoever reaches this machine from elsewhere may not be handed the keys by its screen.
    let links = match app.config().listen.ip().is_loopback() {
        true => (links::make(&app)?, links::newcomer(&app)?),
        false => (Vec::new(), None),
    };
    let (links, newcomer) = links;
    let meeting = format!("{FORUM}/meetings/kyoto-2023");
    let day = kyoto::DAY_ZERO.tomorrow()?;
    serve::serve(app, |address| {
        say("");
        say(&format!("  http://{address}/{FORUM}"));
        say("");
        say("  Worth opening:");
        for (path, what) in [
            (format!("{meeting}/programme/{day}"), "a day of the programme, by room and hour"),
            (format!("{meeting}/programme?lang=ar"), "the programme in Arabic, from right to left"),
            (format!("{FORUM}/search?q=cybercrime"), "a search by title"),
            (format!("api/{meeting}/programme"), "the programme as data"),
            (format!("{FORUM}/calls/1"), "the call for workshops, as it was closed and decided"),
            (
                format!("{FORUM}/desk/calls/1/proposals"),
                "what was proposed; sign in as the secretariat below",
            ),
            (format!("{FORUM}/desk/calls/1/results"), "what eight reviewers thought of each, and near-ties"),
            (format!("{FORUM}/desk/calls/1/selection"), "the selection and its balance"),
            (format!("{FORUM}/review"), "the workbench of a reviewer; sign in as one below"),
            (
                format!("{}/calls", inland_sea::FORUM),
                "a small forum whose calls are open today: propose something",
            ),
        ] {
            say(&format!("    http://{address}/{path}"));
            say(&format!("      {what}"));
        }
        if !links.is_empty() {
            say("");
            say("  To sign in, once with each link:");
            links.iter().for_each(|(role, path)| say(&format!("    {role:<12} http://{address}/{path}")));
            if let Some(path) = &newcomer {
                say("");
                say("  And in the small forum, to propose something:");
                say(&format!("    {:<12} http://{address}/{path}", "participant"));
            }
        }
        say("");
        say("  Ctrl-C ends. The forum stays; the next start finds it.");
    })
}

/// A number up to a limit.
fn at_most<const MAX: usize>(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number <= MAX => Ok(number),
        _ => Err(format!("this takes a whole number up to {MAX}")),
    }
}

/// Builds what is missing of the forum: all of it the first time, the rest after an interruption, nothing later.
fn build(app: &App, args: &Args, clock: &Clock) -> anyhow::Result<()> {
    let writer = app.begin(FORUM)?;
    let state = writer.state();
    let forum = forum_in(&state);
    if forum.series.meetings.keys().any(|meeting| published(forum, *meeting).is_some()) {
        say(&format!(
            "The forum is there, with {} acts. (--seed, --people and --sessions are for a new one.)",
            state.seq
        ));
        return Ok(());
    }
    let begun = std::time::Instant::now();
    let name = Name { seed: args.seed, people: args.people, sessions: args.sessions };
    let plan = kyoto::plan_with_calls(name.seed, name.people, name.sessions);
    let bar = ProgressBar::new(0)
        .with_style(ProgressStyle::with_template("Building the forum  {bar:40}  {pos}/{len} commands")?);
    kyoto::build_in_time(&plan, name, &writer, clock, |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish();
    let acts = writer.state().seq;
    say(&format!("{acts} acts in {:.1} s.", begun.elapsed().as_secs_f64()));
    Ok(())
}

/// Builds what is missing of the small forum, whose calls are open on the day on which it is begun.
fn build_small(app: &App, seed: u64, clock: &Clock) -> anyhow::Result<()> {
    let writer = app.begin(inland_sea::FORUM)?;
    let state = writer.state();
    let today = inland_sea::begun_on(forum_in(&state)).unwrap_or_else(|| Zoned::now().date());
    let steps = inland_sea::commands(seed, today);
    // Every command is an act at least, so a shorter log was interrupted.
    if usize::try_from(state.seq).is_ok_and(|acts| acts >= steps.len()) {
        return Ok(());
    }
    build_steps(steps, |step| inland_sea::key(seed, step), &writer, clock, |_, _| {})?;
    Ok(())
}
