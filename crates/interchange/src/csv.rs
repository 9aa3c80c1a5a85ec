//! CSV: a table with a header line and one session a row, in the columns of whoever made it.
//!
//! Which column is which is never decided behind somebody's back. [`propose`] guesses a [`Mapping`]
//! from the header and some rows; a person sees it, corrects it (`title=Titel,start=Beginn`), and only
//! then [`read`] uses it.

mod mapping;
mod notation;
mod propose;
mod table;
mod words;

use crate::Format;
use crate::gather::{At, Frame, Gatherer, Style};
use crate::limits::Limits;
use crate::model::Programme;
use crate::problem::{Fault, Lost, Place, ReadError};
use crate::raw::{Raw, RawMeeting, RawPerson, RawSession};
use crate::text::{decode, peek, shown};
use crate::times;

pub use crate::times::{DateOrder, DurationUnit};
pub use mapping::{Between, Field, Mapping};
pub use propose::propose;
pub use table::{Row, Table};

pub(crate) const FORMAT: Format = Format {
    name: "csv",
    title: "CSV table with a header line",
    media_types: &["text/csv", "text/tab-separated-values"],
    detects,
    read: read_as_proposed,
};

/// Rows that [`propose`] should be given: enough to tell how dates and names are written.
const SAMPLE: usize = 200;

fn detects(bytes: &[u8]) -> bool {
    let header = Table::header_of(peek(bytes));
    (2..=Limits::DEFAULT.columns).contains(&header.len())
        && propose(&header, &[]).columns.contains_key(&Field::Title)
}

/// For those who cannot ask: the proposal is taken as it is.
fn read_as_proposed(bytes: &[u8], limits: &Limits) -> Result<Programme, ReadError> {
    let table = table(bytes, limits)?;
    read(bytes, &propose(&table.header, &table.sample()), limits)
}

/// The bytes as a table: separator and header found, nothing interpreted yet.
pub fn table(bytes: &[u8], limits: &Limits) -> Result<Table, ReadError> {
    Table::parse(decode(bytes, limits)?, limits)
}

/// Reads the sessions, with the columns as the mapping says.
pub fn read(bytes: &[u8], mapping: &Mapping, limits: &Limits) -> Result<Programme, ReadError> {
    let table = table(bytes, limits)?;
    let columns = mapping.resolve(&table.header)?;
    // An offset says all there is to know; a name is for those who know zones.
    let offset = mapping.zone.as_deref().and_then(|zone| times::offset(zone.trim()).ok());
    let style = Style { dates: mapping.dates, durations: mapping.durations, offset, may_be_unplaced: true };
    let mut gather = Gatherer::new(FORMAT.name, limits, style);
    let zone = mapping.zone.as_ref().filter(|_| offset.is_none()).map(|zone| Raw::new(1, zone.clone()));
    let place = Place { line: 1, path: "mapping".to_owned() };
    gather.meeting(RawMeeting { place, zone, ..RawMeeting::default() });
    let reader = Rows { table: &table, columns: &columns, between: mapping.between_persons };
    for row in &table.rows {
        reader.row(&mut gather, row, &format!("row {}", row.number))?;
    }
    Ok(gather.finish())
}

struct Rows<'t> {
    table: &'t Table,
    /// The field of each column, if it has one.
    columns: &'t [Option<Field>],
    between: Option<Between>,
}

impl Rows<'_> {
    fn row(&self, gather: &mut Gatherer<'_>, row: &Row, path: &str) -> Result<(), ReadError> {
        let at = At { line: row.line, path, field: "row" };
        if self.table.unclosed == Some(row.line) {
            let fault = Fault::new("a quotation mark opens here and never closes", "Close it, or delete it.");
            gather.tell(at, Lost::Session, fault);
            return Ok(());
        }
        let (found, wanted) = (row.cells.len(), self.table.header.len());
        if row.cells.iter().skip(wanted).any(|cell| !cell.trim().is_empty()) {
            let message =
                format!("has {found} cells under a header of {wanted}: a cell may hold a separator");
            gather.tell(
                at,
                Lost::Session,
                Fault::new(message, "Put cells that hold a separator into quotation marks."),
            );
            return Ok(());
        }
        if found < wanted {
            let message =
                format!("has {found} cells under a header of {wanted}; the others are taken as empty");
            gather.tell(at, Lost::Nothing, Fault::new(message, "Check that the row is whole."));
        }
        let place = Place { line: row.line, path: path.to_owned() };
        let mut raw = RawSession { place, ..RawSession::default() };
        for ((cell, field), name) in row.cells.iter().zip(self.columns).zip(&self.table.header) {
            match field {
                Some(field) => self.cell(gather, &mut raw, *field, Raw::new(row.line, cell.clone())),
                None if cell.trim().is_empty() => {}
                None => gather.unread(format!("column “{}”", shown(name)), row.line),
            }
        }
        gather.session(raw, &Frame::default())
    }

    fn cell(&self, gather: &mut Gatherer<'_>, raw: &mut RawSession, field: Field, cell: Raw) {
        let slot = match field {
            Field::Title => &mut raw.title,
            Field::Subtitle => &mut raw.subtitle,
            Field::Abstract => return raw.abstract_text.push((None, cell)),
            Field::Description => return raw.description.push((None, cell)),
            Field::Language => &mut raw.language,
            Field::Type => &mut raw.kind,
            Field::Track => &mut raw.track,
            Field::Room => &mut raw.room,
            Field::Date => &mut raw.time.date,
            Field::Start => &mut raw.time.start,
            Field::End => &mut raw.time.end,
            Field::Duration => &mut raw.time.duration,
            Field::Guid => &mut raw.ids.guid,
            Field::Id => &mut raw.ids.id,
            Field::Code => &mut raw.ids.code,
            Field::Url => &mut raw.url,
            Field::DoNotRecord => &mut raw.do_not_record,
            Field::Licence => &mut raw.licence,
            Field::State => &mut raw.state,
            Field::Chairs
            | Field::Speakers
            | Field::Moderators
            | Field::OnlineModerators
            | Field::Rapporteurs
            | Field::Organisers => return self.persons(gather, raw, field, &cell),
        };
        *slot = Some(cell);
    }

    fn persons(&self, gather: &mut Gatherer<'_>, raw: &mut RawSession, field: Field, cell: &Raw) {
        let names = match self.between {
            Some(between) => between.split(&cell.value),
            None => vec![cell.value.as_str()],
        };
        if self.between.is_none() && cell.value.trim().contains([';', '\n', '|']) {
            let message = format!("“{}” may be several persons; it is read as one", shown(cell.value.trim()));
            let fault = Fault::new(
                message,
                "Say in the mapping what stands between names, as in persons-between=semicolon.",
            );
            gather.tell(At { line: cell.line, path: &raw.place.path, field: "person" }, Lost::Nothing, fault);
        }
        for name in names.into_iter().filter(|name| !name.trim().is_empty()) {
            raw.persons.push(RawPerson {
                place: raw.place.clone(),
                name: Some(Raw::new(cell.line, name)),
                role: field.role().map(|role| Raw::new(cell.line, role)),
                ..RawPerson::default()
            });
        }
    }
}
