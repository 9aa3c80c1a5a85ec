//! What stands in the file and has no field in the forum: told once for each kind of thing, never dropped silently.

use super::remark::{Cost, Remarks, Why};
use interchange::{Lost, Programme, Session};
use platform::languages::key;

/// A kind of thing without a field here: its message, and how many of it a session has.
type Kind = (&'static str, fn(&Session) -> usize);

const KINDS: &[Kind] = &[
    (key("import-left-links"), |session| session.links.len()),
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
        let (message, remedy) = (problem.message.clone(), problem.remedy.clone());
        let about = format!("{}, {}", problem.path, problem.field);
        remarks.add(problem.line, &about, cost, Why::Unreadable { message, remedy });
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

/// How many sessions of the file could not be read at all.
pub(super) fn unread_sessions(file: &Programme) -> usize {
    file.problems.iter().filter(|problem| problem.lost == Lost::Session).count()
}
