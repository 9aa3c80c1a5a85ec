//! The keys as flags of the command line.

use super::{Config, KEYS, Key};
use crate::app::Where;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The flag that names the file.
const FILE: &str = "config";

impl Config {
    /// What the flags of a command, the environment and the file say. For whatever the command has no flag, the others
    /// are asked.
    ///
    /// # Errors
    /// If the file cannot be read, names a key that is none, or holds a value that cannot be used.
    pub fn given(matches: &ArgMatches) -> anyhow::Result<Config> {
        let said = |key: &Key| matches.try_get_one::<String>(key.name).ok().flatten().cloned();
        let flags: BTreeMap<_, _> =
            KEYS.iter().filter_map(|key| said(key).map(|text| (key.name, text))).collect();
        let file = matches.try_get_one::<PathBuf>(FILE).ok().flatten();
        Config::load(flags, file.map(PathBuf::as_path))
    }
}

fn flags(wanted: impl Fn(&Key) -> bool) -> impl Iterator<Item = Arg> {
    let file =
        Arg::new(FILE).long(FILE).value_name("FILE").value_parser(clap::value_parser!(PathBuf)).help(
            "File of the configuration [default: hemicycle.toml, if it is there] [env: HEMICYCLE_CONFIG]",
        );
    KEYS.iter().filter(move |key| wanted(key)).map(flag).chain([file])
}

fn flag(key: &Key) -> Arg {
    let default = key.default.filter(|text| !text.is_empty());
    let default = default.map_or_else(String::new, |text| format!(" [default: {text}]"));
    let help = format!("{}{default} [env: {}]", key.about, key.variable());
    Arg::new(key.name).long(key.flag).value_name(key.value).help(help)
}

fn refused(error: &anyhow::Error) -> clap::Error {
    clap::Error::raw(ErrorKind::InvalidValue, format!("{error:#}\n"))
}

impl Args for Config {
    fn augment_args(command: Command) -> Command {
        command.args(flags(|_| true))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Config::augment_args(command)
    }
}

impl FromArgMatches for Config {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Config, clap::Error> {
        Config::given(matches).map_err(|error| refused(&error))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Config::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Where {
    fn augment_args(command: Command) -> Command {
        command.args(flags(|key| key.everywhere))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Where::augment_args(command)
    }
}

impl FromArgMatches for Where {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Where, clap::Error> {
        let config = Config::from_arg_matches(matches)?;
        Ok(Where { data: config.data, database: config.database })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Where::from_arg_matches(matches)?;
        Ok(())
    }
}
