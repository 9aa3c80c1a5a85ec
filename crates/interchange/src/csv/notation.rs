//! A mapping as one line of text: printed, and read back.

use std::fmt;
use std::str::FromStr;

use super::{Between, DateOrder, DurationUnit, Field, Mapping};
use crate::problem::ReadError;
use crate::text::shown;

const DATES: &[(DateOrder, &str)] =
    &[(DateOrder::Iso, "iso"), (DateOrder::DayFirst, "day-first"), (DateOrder::MonthFirst, "month-first")];

const DURATIONS: &[(DurationUnit, &str)] =
    &[(DurationUnit::Minutes, "minutes"), (DurationUnit::Hours, "hours")];

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.columns.iter().map(|(field, column)| (field.name(), quoted(column)));
        let mut parts: Vec<(&str, String)> = columns.collect();
        if let Some((_, name)) =
            DATES.iter().find(|(order, _)| *order == self.dates && *order != DateOrder::Iso)
        {
            parts.push(("dates", (*name).to_owned()));
        }
        if let Some((_, name)) = DURATIONS.iter().find(|(unit, _)| Some(*unit) == self.durations) {
            parts.push(("durations", (*name).to_owned()));
        }
        if let Some(zone) = &self.zone {
            parts.push(("zone", quoted(zone)));
        }
        if let Some((_, name, _)) =
            Between::ALL.iter().find(|(between, _, _)| Some(*between) == self.between_persons)
        {
            parts.push(("persons-between", (*name).to_owned()));
        }
        let parts: Vec<String> = parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        f.write_str(&parts.join(","))
    }
}

fn quoted(text: &str) -> String {
    match text.contains([',', '=', '"', '\n']) || text.trim() != text {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

impl FromStr for Mapping {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        let mut mapping = Self::default();
        for (key, value) in entries(text)? {
            mapping.set(&key, value)?;
        }
        Ok(mapping)
    }
}

impl Mapping {
    fn set(&mut self, key: &str, value: String) -> Result<(), ReadError> {
        let one_of = |names: &[&str]| ReadError::Mapping {
            what: format!("{}={} is not known", shown(key), shown(&value)),
            remedy: format!("Write one of: {}.", names.join(", ")),
        };
        match key {
            "dates" => {
                let found = DATES.iter().find(|(_, name)| *name == value);
                self.dates = found
                    .map(|(order, _)| *order)
                    .ok_or_else(|| one_of(&["iso", "day-first", "month-first"]))?;
            }
            "durations" => {
                let found = DURATIONS.iter().find(|(_, name)| *name == value);
                self.durations =
                    Some(found.map(|(unit, _)| *unit).ok_or_else(|| one_of(&["minutes", "hours"]))?);
            }
            "persons-between" => {
                let names: Vec<&str> = Between::ALL.iter().map(|(_, name, _)| *name).collect();
                let found = Between::ALL.iter().find(|(_, name, _)| *name == value);
                self.between_persons =
                    Some(found.map(|(between, _, _)| *between).ok_or_else(|| one_of(&names))?);
            }
            "zone" => self.zone = Some(value).filter(|zone| !zone.is_empty()),
            _ => {
                let names: Vec<&str> = Field::ALL.iter().map(|(_, name)| *name).collect();
                let found = Field::ALL.iter().find(|(_, name)| *name == key);
                let (field, _) = found.ok_or_else(|| one_of(&names))?;
                // `room=` takes a proposed column away.
                match value.is_empty() {
                    true => self.columns.remove(field),
                    false => self.columns.insert(*field, value),
                };
            }
        }
        Ok(())
    }

    /// The mapping with some entries corrected: `room=Saal` replaces, `room=` takes away.
    pub fn corrected(mut self, corrections: &str) -> Result<Self, ReadError> {
        for (key, value) in entries(corrections)? {
            self.set(&key, value)?;
        }
        Ok(self)
    }
}

/// Splits `a=b,c="d,e"` into its entries.
fn entries(text: &str) -> Result<Vec<(String, String)>, ReadError> {
    let wrong = |rest: &str| ReadError::Mapping {
        what: format!("“{}” is not of the form field=column", shown(rest)),
        remedy: "Write it like title=Titel,start=Beginn; names with a comma in quotation marks.".to_owned(),
    };
    let mut entries = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (key, after) = rest.split_once('=').ok_or_else(|| wrong(rest))?;
        let (value, after) = match after.strip_prefix('"') {
            Some(inside) => unquote(inside).ok_or_else(|| wrong(rest))?,
            None => {
                let (value, after) = after.split_at(after.find(',').unwrap_or(after.len()));
                (value.trim().to_owned(), after)
            }
        };
        entries.push((key.trim().to_owned(), value));
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(next) => next.trim_start(),
            None if after.is_empty() => after,
            None => return Err(wrong(after)),
        };
    }
    Ok(entries)
}

/// The text up to the closing quotation mark, and what follows it.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        value.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                value.push('"');
                rest = next;
            }
            None => return Some((value, after)),
        }
    }
}
