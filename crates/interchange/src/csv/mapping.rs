//! Which column is which, as a value that a person can read, correct and pass back.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{DateOrder, DurationUnit};
use crate::problem::ReadError;
use crate::text::{harmless, shown};

/// A field of a session that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the field of the same name in Session")]
pub enum Field {
    Title,
    Subtitle,
    Abstract,
    Description,
    Language,
    Type,
    Track,
    Room,
    /// A date, when the time stands in a column of its own.
    Date,
    /// A time beside a date, or both in one.
    Start,
    End,
    Duration,
    Speakers,
    Moderators,
    Rapporteurs,
    Organisers,
    Guid,
    Id,
    Code,
    Url,
    DoNotRecord,
    Licence,
    State,
}

impl Field {
    /// All fields with the names that mappings use.
    pub const ALL: &[(Self, &str)] = &[
        (Self::Title, "title"),
        (Self::Subtitle, "subtitle"),
        (Self::Abstract, "abstract"),
        (Self::Description, "description"),
        (Self::Language, "language"),
        (Self::Type, "type"),
        (Self::Track, "track"),
        (Self::Room, "room"),
        (Self::Date, "date"),
        (Self::Start, "start"),
        (Self::End, "end"),
        (Self::Duration, "duration"),
        (Self::Speakers, "speakers"),
        (Self::Moderators, "moderators"),
        (Self::Rapporteurs, "rapporteurs"),
        (Self::Organisers, "organisers"),
        (Self::Guid, "guid"),
        (Self::Id, "id"),
        (Self::Code, "code"),
        (Self::Url, "url"),
        (Self::DoNotRecord, "do-not-record"),
        (Self::Licence, "licence"),
        (Self::State, "state"),
    ];

    /// The name that mappings use.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(field, _)| *field == self).map_or("", |(_, name)| name)
    }

    /// The role of the persons in this column.
    pub(super) fn role(self) -> Option<&'static str> {
        match self {
            Self::Speakers => Some("speaker"),
            Self::Moderators => Some("moderator"),
            Self::Rapporteurs => Some("rapporteur"),
            Self::Organisers => Some("organiser"),
            _ => None,
        }
    }
}

/// What stands between the names of several persons in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Between {
    Semicolon,
    Comma,
    NewLine,
    Slash,
    Bar,
}

impl Between {
    pub(super) const ALL: &[(Self, &str, char)] = &[
        (Self::NewLine, "new-line", '\n'),
        (Self::Semicolon, "semicolon", ';'),
        (Self::Bar, "bar", '|'),
        (Self::Slash, "slash", '/'),
        (Self::Comma, "comma", ','),
    ];

    pub(super) fn split(self, cell: &str) -> Vec<&str> {
        let found = Self::ALL.iter().find(|(between, _, _)| *between == self);
        let sign = found.map_or(';', |(_, _, sign)| *sign);
        cell.split(sign).collect()
    }
}

/// Which column holds which field, and how values are written that can be written in several ways.
///
/// As text: `title=Titel,start=Beginn,dates=day-first`. A name that holds a comma, an equals sign or a
/// quotation mark stands in quotation marks, with those inside doubled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// The name of the column for each field that has one.
    pub columns: BTreeMap<Field, String>,
    /// How dates are written whose year does not come first.
    pub dates: DateOrder,
    /// What a bare number means as a duration.
    pub durations: Option<DurationUnit>,
    /// The zone of all times that state no offset: a name, or an offset like `+01:00`.
    pub zone: Option<String>,
    /// What stands between several persons.
    pub between_persons: Option<Between>,
}

const DATES: &[(DateOrder, &str)] =
    &[(DateOrder::Iso, "iso"), (DateOrder::DayFirst, "day-first"), (DateOrder::MonthFirst, "month-first")];

const DURATIONS: &[(DurationUnit, &str)] =
    &[(DurationUnit::Minutes, "minutes"), (DurationUnit::Hours, "hours")];

impl Mapping {
    /// The columns of this header that no field takes.
    pub fn unmapped<'h>(&self, header: &'h [String]) -> Vec<&'h str> {
        let is_free = |name: &&String| !self.columns.values().any(|column| column == *name);
        header.iter().filter(is_free).map(String::as_str).collect()
    }

    /// The field of each column of the header.
    pub(super) fn resolve(&self, header: &[String]) -> Result<Vec<Option<Field>>, ReadError> {
        let mut fields = vec![None; header.len()];
        let known = || format!("The columns are: {}.", harmless(&header.join(", ")));
        for (field, column) in &self.columns {
            let found: Vec<usize> = (0..header.len()).filter(|at| header[*at] == column.trim()).collect();
            let (field_name, column) = (field.name(), shown(column));
            let [at] = found[..] else {
                let what = match found.len() {
                    0 => format!("{field_name}={column}: there is no column “{column}”"),
                    n => format!("{field_name}={column}: there are {n} columns “{column}”"),
                };
                return Err(ReadError::Mapping { what, remedy: known() });
            };
            if let Some(other) = fields[at].replace(*field) {
                let what = format!("the column “{column}” is mapped to {} and to {field_name}", other.name());
                return Err(ReadError::Mapping { what, remedy: "Take it out of one of them.".to_owned() });
            }
        }
        match self.columns.contains_key(&Field::Title) {
            true => Ok(fields),
            false => Err(ReadError::Mapping {
                what: "no column is mapped to the title, without which there is no session".to_owned(),
                remedy: format!("Add title=…; {}", known()),
            }),
        }
    }
}

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
