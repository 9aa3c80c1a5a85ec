//! Which column is which, as a value that a person can read, correct and pass back.

use std::collections::BTreeMap;

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
    Chairs,
    Speakers,
    Moderators,
    OnlineModerators,
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
    /// The fields that hold persons, each in the role of its name.
    pub(super) const PERSONS: [Self; 6] = [
        Self::Chairs,
        Self::Moderators,
        Self::OnlineModerators,
        Self::Speakers,
        Self::Rapporteurs,
        Self::Organisers,
    ];

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
        (Self::Chairs, "chairs"),
        (Self::Speakers, "speakers"),
        (Self::Moderators, "moderators"),
        (Self::OnlineModerators, "online-moderators"),
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
            Self::Chairs => Some("chair"),
            Self::Speakers => Some("speaker"),
            Self::Moderators => Some("moderator"),
            Self::OnlineModerators => Some("online moderator"),
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
