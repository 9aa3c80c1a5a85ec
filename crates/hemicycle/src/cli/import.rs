//! `hemicycle import`: the programme of another tool, shown before it is written.

use super::say;
use crate::app::{App, Where, forum_in};
use crate::languages::languages;
use crate::problem::Problem;
use crate::programme::import::{Options, Plan, Reading, plan, read, report};
use anyhow::Context as _;
use forum::{Actor, Forum, Refusal, Slug};
use interchange::csv::Mapping;
use interchange::{Limits, Programme};
use platform::languages::{Locale, key};
use platform::writer::{Failure, Key, Order};
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;

/// How often a plan is made again because somebody else wrote meanwhile.
const TRIES: usize = 5;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Schedule XML, schedule JSON, or a CSV table with a header line.
    file: PathBuf,
    /// Forum; begun if it is not there yet.
    #[arg(long, value_name = "FORUM")]
    forum: String,
    /// Meeting, by its name in addresses; the file's own acronym if left out. Announced if it is not there yet.
    #[arg(long, value_name = "NAME")]
    meeting: Option<String>,
    /// Name of the source, if several files of one meeting count their sessions alike.
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Series of a new meeting, by its name in addresses; founded if it is not there yet.
    #[arg(long, value_name = "NAME")]
    series: Option<String>,
    /// Title of a new meeting, if the file has none.
    #[arg(long)]
    title: Option<String>,
    /// City of a new meeting.
    #[arg(long)]
    city: Option<String>,
    /// Country of a new meeting, by the two letters of ISO 3166, such as JP.
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// A new meeting has no venue but the network.
    #[arg(long)]
    online: bool,
    /// Time zone, such as Asia/Tokyo, if the file has none or a wrong one.
    #[arg(long)]
    zone: Option<String>,
    /// Language of the sessions for which the file states none, such as en.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Length of the sessions for which the file states none.
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: u32,
    /// Columns of a CSV table: title=Titel,start=Beginn. With a title it is the whole mapping, without one it corrects
    /// the proposed one; "room=" takes a column away.
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Write what is shown, without asking.
    #[arg(long)]
    yes: bool,
    /// Publish the programme afterwards, under the file's version.
    #[arg(long)]
    publish: bool,
    /// Withdraw sessions of an earlier import that the file no longer has.
    #[arg(long)]
    withdraw_missing: bool,
    /// Show every entry of every list.
    #[arg(long)]
    all: bool,
    /// Language of what is shown; as the terminal has it if left out.
    #[arg(long, value_name = "TAG", env = "LANG")]
    lang: Option<String>,
    #[command(flatten)]
    place: Where,
}

/// What the person at the terminal has decided.
#[derive(PartialEq)]
enum Decision {
    Write,
    Leave,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let locale = locale(args.lang.as_deref());
    // A typing error in the name shows before anything is read.
    Slug::new("forum", &args.forum).map_err(|refusal| anyhow::anyhow!("--to: {}", said(locale, refusal)))?;
    let Some(programme) = programme(args, locale)? else { return Ok(()) };
    let app = App::open(&args.place)?;
    let done = Import { args, locale, app: &app, programme }.run();
    app.stop();
    done
}

fn said(locale: &Locale, refusal: Refusal) -> String {
    let said = Problem::Refused(refusal).said(locale);
    format!("{} {}", said.what, said.remedy)
}

/// The language asked for: a tag, or what a terminal says, such as `fr_CH.UTF-8`.
fn locale(named: Option<&str>) -> &'static Locale {
    let tag = named.and_then(|named| named.split(['_', '-', '.']).next()).unwrap_or_default();
    languages().get(tag).unwrap_or_else(|| languages().default_locale())
}

/// Reads the file. `None` if its columns are not agreed on yet; they have been shown then.
fn programme(args: &Args, locale: &Locale) -> anyhow::Result<Option<Programme>> {
    let (file, limits) = (&args.file, Limits::DEFAULT);
    let bytes = std::fs::metadata(file).and_then(|found| {
        // What is too large need not be in memory to be refused.
        let too_large = found.len() > limits.bytes as u64;
        if too_large { Ok(vec![b' '; limits.bytes + 1]) } else { std::fs::read(file) }
    });
    let bytes = bytes.with_context(|| format!("cannot read {}", file.display()))?;
    let read = |map: Option<&str>| read(&bytes, map, &limits).with_context(|| file.display().to_string());
    match read(args.map.as_deref())? {
        Reading::Programme(programme) => Ok(Some(*programme)),
        Reading::Columns { proposed, unused } => {
            show_columns(locale, &proposed, &unused);
            if ask(locale, key("import-columns-ask"))? != Some(Decision::Write) {
                return Ok(None);
            }
            match read(Some(&proposed.to_string()))? {
                Reading::Programme(programme) => Ok(Some(*programme)),
                Reading::Columns { .. } => unreachable!("with a mapping, nothing is left to be agreed on"),
            }
        }
    }
}

fn show_columns(locale: &Locale, proposed: &Mapping, unused: &[String]) {
    say(&locale.text("import-columns"));
    for (field, column) in &proposed.columns {
        say(&format!("  {:<14} {column}", field.name()));
    }
    if !unused.is_empty() {
        say(&locale.text_with("import-columns-unused", [("columns", unused.join(", ").into())]));
    }
    say(&locale.text("import-columns-correct"));
    say(&format!("  --map '{}'", proposed.to_string().replace('\'', r"'\''")));
}

/// Asks the person at the terminal; `None` if nobody is there.
fn ask(locale: &Locale, question: &str) -> anyhow::Result<Option<Decision>> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Ok(None);
    }
    write!(std::io::stdout().lock(), "{} ", locale.text(question))?;
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let yes = locale.text("import-yes");
    let is_yes = yes.split(' ').any(|word| word == answer.trim().to_lowercase());
    Ok(Some(if is_yes { Decision::Write } else { Decision::Leave }))
}

struct Import<'a> {
    args: &'a Args,
    locale: &'a Locale,
    app: &'a App,
    programme: Programme,
}

impl Import<'_> {
    /// Plans, shows, and writes if that is wished; if somebody else wrote meanwhile, all of it again.
    fn run(&self) -> anyhow::Result<()> {
        for _ in 0..TRIES {
            let plan = self.plan()?;
            say(&report(self.locale, &plan, self.args.all));
            if !plan.may_be_done() {
                anyhow::bail!("{}", self.locale.text("import-nothing-written"));
            }
            if plan.changes_nothing() || self.decide()? == Decision::Leave {
                return Ok(());
            }
            match self.write(&plan)? {
                Ok(acts) => {
                    say("");
                    say(&self.locale.text_with("import-done", [("count", acts.into())]));
                    if plan.publication.is_none() {
                        let meeting = plan.ahead.series.meetings[&plan.meeting].slug.as_str();
                        let command =
                            format!("hemicycle publish --forum {} --meeting {meeting}", self.args.forum);
                        say(&self.locale.text_with("import-draft", [("command", command.into())]));
                    }
                    return Ok(());
                }
                Err(refusal) => say(&format!("\n{}\n", said(self.locale, refusal))),
            }
        }
        anyhow::bail!("{}", self.locale.text("import-too-busy"))
    }

    fn plan(&self) -> anyhow::Result<Plan> {
        let args = self.args;
        let options = Options {
            meeting: args.meeting.clone(),
            source: args.source.clone(),
            series: args.series.clone(),
            title: args.title.clone(),
            city: args.city.clone(),
            country: args.country.clone(),
            online: args.online,
            zone: args.zone.clone(),
            language: args.language.clone(),
            minutes: args.minutes,
            withdraw_missing: args.withdraw_missing,
            publish: args.publish,
        };
        let planned = match self.app.state(&args.forum) {
            Ok(state) => plan(forum_in(&state), &self.programme, &options),
            Err(_) => {
                say(&self.locale.text_with("import-new-forum", [("forum", args.forum.as_str().into())]));
                plan(&Forum::default(), &self.programme, &options)
            }
        };
        planned.map_err(|stop| {
            let said = stop.said(self.locale);
            anyhow::anyhow!("{} {}", said.what, said.remedy)
        })
    }

    fn decide(&self) -> anyhow::Result<Decision> {
        if self.args.yes {
            return Ok(Decision::Write);
        }
        say("");
        let decision = ask(self.locale, key("import-ask"))?;
        if decision != Some(Decision::Write) {
            say(&self.locale.text("import-not-yet"));
        }
        Ok(decision.unwrap_or(Decision::Leave))
    }

    /// Writes the plan: how many acts it took, or that the forum has moved on since.
    fn write(&self, plan: &Plan) -> anyhow::Result<Result<usize, Refusal>> {
        let writer = self.app.begin(&self.args.forum)?;
        let key = Key::new(&platform::random_token()).expect("a token is short and visible");
        let order = Order { command: plan.command(), by: Actor::Secretariat, key };
        match writer.submit_patiently(order).wait() {
            Ok(done) => Ok(Ok(done.acts.count())),
            Err(Failure::Refused(refusal @ Refusal::MovedOn { .. })) => Ok(Err(refusal)),
            Err(failure) => {
                let said = Problem::from(failure).said(self.locale);
                anyhow::bail!("{} {}", said.what, said.remedy)
            }
        }
    }
}
