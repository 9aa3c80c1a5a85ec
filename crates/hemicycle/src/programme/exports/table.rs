//! The programme as a table for spreadsheets: the same columns in CSV and XLSX.

use forum::programme::{Role, Session};
use jiff::civil::DateTime;

use super::context::{ExportContext, Thing};

/// What stands in a cell.
pub(super) enum Cell {
    /// A text, kept from being taken for a formula by whoever writes it.
    Text(String),
    /// A number.
    Number(u32),
    /// A time by the venue's clock, and as it is written with its distance from UTC.
    Time(DateTime, String),
}

/// The columns, in English in every language, so that what reads them once reads them always; our own import knows them.
pub(super) const COLUMNS: [&str; 19] = [
    "code",
    "title",
    "type",
    "start",
    "end",
    "minutes",
    "room",
    "track",
    "language",
    "format",
    "chairs",
    "moderators",
    "online moderators",
    "speakers",
    "rapporteurs",
    "organisers",
    "held by",
    "abstract",
    "guid",
];

/// The sessions in the order of time, one a row.
pub(super) fn rows(context: &ExportContext<'_>) -> Vec<[Cell; 19]> {
    context.version.in_order().into_iter().filter_map(|session| row(context, session)).collect()
}

fn row(context: &ExportContext<'_>, session: &Session) -> Option<[Cell; 19]> {
    let (_, start, end) = session.placed()?;
    let people = context.people(session);
    let named = |wanted: Role| {
        let of_role = people.iter().filter(|(role, _)| *role == wanted);
        Cell::Text(together(&of_role.map(|(_, view)| context.words(&view.person.name)).collect::<Vec<_>>()))
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    let time = |at| Cell::Time(context.zone.to_datetime(at), context.time(at));
    Some([
        text(&session.code),
        Cell::Text(context.title(session)),
        text(&session.kind),
        time(start),
        time(end),
        Cell::Number(session.minutes),
        text(context.room(session).unwrap_or_default()),
        text(context.track(session).unwrap_or_default()),
        text(&session.language),
        text(session.format.as_deref().unwrap_or_default()),
        named(Role::Chair),
        named(Role::Moderator),
        named(Role::OnlineModerator),
        named(Role::Speaker),
        named(Role::Rapporteur),
        named(Role::Organiser),
        Cell::Text(together(&context.holders(session))),
        Cell::Text(context.summary(session)),
        Cell::Text(context.id(Thing::Session(session.id.0))),
    ])
}

/// Several names in one cell. A name is one line, so a line break divides names and nothing else does. Whoever reads the
/// table guesses what does from what there is to see: a name that has another sign for it within gets a break behind it.
fn together(names: &[impl AsRef<str>]) -> String {
    let mut cell = names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("\n");
    if cell.contains([';', '|', '/', ',']) {
        cell.push('\n');
    }
    cell
}
