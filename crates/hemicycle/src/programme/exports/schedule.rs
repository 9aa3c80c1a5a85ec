//! What schedule XML and schedule JSON have in common: how both write ids, days, times and names.

use std::collections::BTreeSet;

use forum::programme::{Role, Session};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::context::ExportContext;

/// The meeting's name in addresses as an acronym, for which the schemas allow four and more small letters, digits and
/// underscores.
pub(super) fn acronym(context: &ExportContext<'_>) -> String {
    format!("{:_<4}", context.meeting.slug.as_str().replace('-', "_"))
}

/// The days of the meeting, with those before and after it on which something is held.
pub(super) fn days(context: &ExportContext<'_>) -> BTreeSet<Date> {
    let last = context.meeting.last_day;
    let announced = context.meeting.first_day.series(1.day()).take_while(|day| *day <= last);
    announced.chain(context.version.days(&context.zone)).collect()
}

/// The first and the last second of a day at the venue.
pub(super) fn bounds(context: &ExportContext<'_>, day: Date) -> (Timestamp, Timestamp) {
    let midnight =
        |day: Date| day.to_zoned(context.zone.clone()).map_or(Timestamp::MAX, |begins| begins.timestamp());
    (midnight(day), midnight(day.saturating_add(1.day())) - 1.second())
}

/// The sessions of a day, room by room in the order in which the rooms were opened; rooms of one name stand together.
pub(super) fn by_room<'a>(context: &ExportContext<'a>, day: Date) -> Vec<(&'a str, Vec<&'a Session>)> {
    let mut rooms: Vec<(&str, Vec<&Session>)> = Vec::new();
    for room in context.version.rooms.values() {
        if !rooms.iter().any(|(name, _)| *name == room.name) {
            rooms.push((&room.name, Vec::new()));
        }
    }
    for session in context.version.on(day, &context.zone) {
        let Some(room) = context.room(session) else { continue };
        if let Some((_, sessions)) = rooms.iter_mut().find(|(name, _)| *name == room) {
            sessions.push(session);
        }
    }
    rooms.retain(|(_, sessions)| !sessions.is_empty());
    rooms
}

/// A length as hours and minutes: `01:30`.
pub(super) fn length(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The clock on the venue's wall: `09:30`.
pub(super) fn clock(context: &ExportContext<'_>, at: Timestamp) -> String {
    context.zone.to_datetime(at).strftime("%H:%M").to_string()
}

/// A role in words that other tools, and our own import, understand: `online moderator`.
pub(super) fn role(role: Role) -> String {
    role.key().replace('-', " ")
}
