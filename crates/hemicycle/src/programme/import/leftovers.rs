//! What stands in the file and has no field in the forum: told once for each kind of thing, never dropped silently.

use super::remark::{Cost, Remark, Remarks, Why};
use super::sessions::code_of;
use interchange::{Lost, Programme, Session};
use platform::languages::key;
use std::collections::BTreeSet;

/// A kind of thing without a field here: its message, and how many of it a session has.
type Kind = (&'static str, fn(&Session) -> usize);

const KINDS: &[Kind] = &[
    (key("import-left-links"), |session| session.links.len() - usize::from(code_of(session).is_some())),
    (key("import-left-attachments"), |session| session.attachments.len()),
    (key("import-left-pages"), |session| usize::from(session.url.is_some())),
    (key("import-left-licences"), |session| usize::from(session.licence.is_some())),
    (key("import-left-recording"), |session| usize::from(session.do_not_record == Some(true))),
];

/// Lists what the reader of the file could not take, and what the forum cannot.
pub(super) fn tell(file: &Programme, remarks: &mut Remarks) {
    for problem in &file.problems {
        let cost = match problem.lost {
            Lost::Session => Cost::NotEntered,
            Lost::Field => Cost::LeftOut,
            Lost::Nothing => Cost::Assumed,
        };
        let (field, message) = (problem.field.clone(), problem.message.clone());
        let about = format!("{}, {field}", problem.path);
        let why = Why::Unreadable { field, message, remedy: problem.remedy.clone() };
        remarks.add(problem.line, &about, cost, why);
    }
    for (what, of) in KINDS {
        let count = file.sessions.iter().map(of).sum();
        if let Some(first) = file.sessions.iter().find(|session| of(session) > 0) {
            remarks.add(first.place.line, "", Cost::LeftOut, Why::NoField { what, count });
        }
    }
    let mut one = |what, is_there: bool, line| {
        if is_there {
            remarks.add(line, "", Cost::LeftOut, Why::NoField { what, count: 1 });
        }
    };
    one(key("import-left-meeting-description"), !file.meeting.description.is_empty(), 1);
    let described = file.rooms.iter().find(|room| !room.description.is_empty());
    one(
        key("import-left-room-descriptions"),
        described.is_some(),
        described.map_or(1, |room| room.place.line),
    );
    let coloured = file.tracks.iter().find(|track| track.colour.is_some());
    one(key("import-left-colours"), coloured.is_some(), coloured.map_or(1, |track| track.place.line));
}

/// Takes away what the reader noticed and the import says as well, with what follows from it.
pub(super) fn say_once(remarks: &mut Remarks) {
    let said: BTreeSet<(u32, &str)> =
        remarks.0.iter().flat_map(|r| fields(&r.why).iter().map(|f| (r.line, *f))).collect();
    let is_said = |remark: &Remark| match &remark.why {
        Why::Unreadable { field, .. } => said.contains(&(remark.line, field.as_str())),
        _ => false,
    };
    let keep: Vec<bool> = remarks.0.iter().map(|r| r.cost != Cost::Assumed || !is_said(r)).collect();
    let mut keep = keep.into_iter();
    remarks.0.retain(|_| keep.next().unwrap_or(true));
}

/// The fields under which the reader would tell the same.
fn fields(why: &Why) -> &'static [&'static str] {
    match why {
        Why::RoomBusy { .. } => &["room"],
        Why::SharedId { .. } => &["id", "code"],
        Why::OtherName { .. } => &["person name"],
        _ => &[],
    }
}

/// How many sessions of the file could not be read at all.
pub(super) fn unread_sessions(file: &Programme) -> usize {
    file.problems.iter().filter(|problem| problem.lost == Lost::Session).count()
}
