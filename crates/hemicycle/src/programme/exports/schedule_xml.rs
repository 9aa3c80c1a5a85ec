//! Schedule XML, as conference apps and info screens read it.
//!
//! Valid by the schema `schedule.xml.xsd` of <https://c3voc.de/wiki/schedule>. It has no place for roles (who takes part
//! is named, once each), for the seats of a room, for slots and for organisations. A session's public code stands as
//! the name of the link to its page, since the schema's own code is six letters of another tool.

use std::collections::BTreeSet;

use forum::programme::Session;
use jiff::civil::Date;
use platform::languages::key;

use super::context::{ExportContext, Thing};
use super::schedule::{acronym, bounds, by_room, clock, days, length};
use super::xml::Xml;
use super::{Export, Filing};

pub(super) const EXPORT: Export = Export {
    ending: "xml",
    media_type: "application/xml; charset=utf-8",
    name: key("export-xml"),
    about: key("export-xml-about"),
    speaks: false,
    filing: Filing::Read,
    make,
};

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("schedule", &[]);
    xml.element("generator", &[("name", "Hemicycle"), ("version", env!("CARGO_PKG_VERSION"))], "");
    xml.leaf("url", &context.to_meeting("programme.xml"));
    xml.leaf("version", &context.version.label);
    let days = days(context);
    conference(context, &mut xml, &days);
    for (index, day) in (1..).zip(&days) {
        write_day(context, &mut xml, index, *day);
    }
    xml.finish()
}

fn conference(context: &ExportContext<'_>, xml: &mut Xml, days: &BTreeSet<Date>) {
    let meeting = context.meeting;
    xml.open("conference", &[]);
    xml.leaf("title", &meeting.title);
    xml.leaf("acronym", &acronym(context));
    xml.leaf("start", &meeting.first_day.to_string());
    xml.leaf("end", &meeting.last_day.to_string());
    xml.leaf("days", &days.len().to_string());
    xml.leaf("timeslot_duration", "00:05");
    xml.leaf("base_url", &context.to_meeting(""));
    xml.leaf("url", &context.to_meeting(""));
    xml.leaf("time_zone_name", &meeting.zone);
    for track in context.version.tracks.values() {
        xml.element("track", &[("name", &track.name)], &track.name);
    }
    xml.close();
}

fn write_day(context: &ExportContext<'_>, xml: &mut Xml, index: usize, day: Date) {
    let (start, end) = bounds(context, day);
    let (start, end) = (context.time(start), context.time(end));
    xml.open(
        "day",
        &[("date", &day.to_string()), ("start", &start), ("end", &end), ("index", &index.to_string())],
    );
    for (room, sessions) in by_room(context, day) {
        let id = context.version.rooms.iter().find(|(_, known)| known.name == room).map(|(id, _)| *id);
        let guid = id.map(|id| context.id(Thing::Room(id.0))).unwrap_or_default();
        xml.open("room", &[("name", room), ("guid", &guid)]);
        sessions.into_iter().for_each(|session| event(context, xml, room, session));
        xml.close();
    }
    xml.close();
}

fn event(context: &ExportContext<'_>, xml: &mut Xml, room: &str, session: &Session) {
    let Some((_, start, _)) = session.placed() else { return };
    let guid = context.id(Thing::Session(session.id.0));
    let address = context.to_session(session);
    xml.open("event", &[("guid", &guid), ("id", &session.id.0.to_string())]);
    xml.leaf("room", room);
    xml.leaf("title", &context.title(session));
    xml.leaf("subtitle", "");
    xml.leaf("type", &session.kind);
    xml.leaf("date", &context.time(start));
    xml.leaf("start", &clock(context, start));
    xml.leaf("duration", &length(session.minutes));
    xml.leaf("abstract", &context.summary(session));
    xml.leaf("track", context.track(session).unwrap_or_default());
    xml.leaf("language", &session.language);
    xml.leaf("url", &address);
    persons(context, xml, session);
    xml.open("links", &[]);
    xml.element("link", &[("href", &address), ("type", "web")], &session.code);
    xml.close();
    xml.close();
}

fn persons(context: &ExportContext<'_>, xml: &mut Xml, session: &Session) {
    let mut named = BTreeSet::new();
    xml.open("persons", &[]);
    for (_, person) in context.people(session) {
        if named.insert(person.id) {
            let (id, guid) = (person.id.0.to_string(), context.id(Thing::Person(person.id.0)));
            xml.element("person", &[("id", &id), ("guid", &guid)], &context.words(&person.person.name));
        }
    }
    xml.close();
}
