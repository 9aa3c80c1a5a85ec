//! iCalendar (RFC 5545, RFC 7986): a calendar that updates in place.
//!
//! Times are in UTC, which every calendar shows in the zone of its reader and which no change of a zone's rules can turn
//! wrong; the venue's zone is named for those who want to read along. An event keeps its UID for ever. Its SEQUENCE
//! and LAST-MODIFIED are those of the version in which it last changed; what is no longer on the programme is sent as
//! cancelled, since calendars keep what they are not told of.

use std::fmt::Write as _;

use forum::SessionId;
use forum::programme::Session;
use jiff::Timestamp;
use platform::languages::key;

use super::context::{ExportContext, Thing};
use super::history::{Standing, history};
use super::{Export, Filing};
use crate::site::names;

pub(super) const EXPORT: Export = Export {
    ending: "ics",
    media_type: "text/calendar; charset=utf-8",
    name: key("export-ics"),
    about: key("export-ics-about"),
    speaks: true,
    filing: Filing::Subscribe,
    make: |context| calendar(context, &context.meeting.title, |_| true),
};

/// A calendar of those sessions of a programme that are wanted, with those among them that were taken off it.
pub fn calendar(context: &ExportContext<'_>, name: &str, wanted: impl Fn(SessionId) -> bool) -> Vec<u8> {
    let versions = context.versions();
    let history = history(&versions);
    let mut standings: Vec<_> =
        history.iter().filter(|(id, _)| wanted(**id)).map(|(_, standing)| standing).collect();
    standings.sort_by_key(|standing| {
        (standing.session.place.map(|place| (place.start, place.room)), standing.session.id)
    });
    let mut file = Lines(String::with_capacity(1_000 + standings.len() * 1_000));
    file.add(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hemicycle//Programme//EN\r\nCALSCALE:GREGORIAN\r\n",
    );
    file.words("NAME", name);
    file.words("X-WR-CALNAME", name);
    file.line("X-WR-TIMEZONE", &context.meeting.zone);
    file.line("LAST-MODIFIED", &utc(context.version.at));
    // Calendars look again every few hours; on the days of a meeting an hour is long enough.
    file.add("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
    standings.into_iter().for_each(|standing| event(context, &mut file, standing));
    file.add("END:VCALENDAR\r\n");
    file.0.into_bytes()
}

/// The sessions of a version that begin on a day of the venue, and those that did before they were taken off.
pub(super) fn begins_on(context: &ExportContext<'_>, day: jiff::civil::Date) -> Vec<SessionId> {
    let begins = |session: &Session| session.place.map(|place| context.zone.to_datetime(place.start).date());
    let versions = context.versions();
    let history = history(&versions);
    history.iter().filter(|(_, known)| begins(known.session) == Some(day)).map(|(id, _)| *id).collect()
}

/// The session of this code in addresses, if a version ever showed it.
pub(super) fn ever_published(context: &ExportContext<'_>, slug: &str) -> Option<SessionId> {
    let versions = context.versions();
    versions.iter().rev().find_map(|version| version.by_slug(slug)).map(|session| session.id)
}

fn event(context: &ExportContext<'_>, file: &mut Lines, standing: &Standing<'_>) {
    let Standing { session, changed, shown, gone } = standing;
    let Some((room, start, end)) = session.placed() else { return };
    file.add("BEGIN:VEVENT\r\n");
    file.line("UID", &context.id(Thing::Session(session.id.0)));
    file.line("DTSTAMP", &utc(changed.at));
    file.line("LAST-MODIFIED", &utc(changed.at));
    file.line("SEQUENCE", &changed.number.saturating_sub(1).to_string());
    file.line("STATUS", if *gone { "CANCELLED" } else { "CONFIRMED" });
    file.line("DTSTART", &utc(start));
    file.line("DTEND", &utc(end));
    file.words("SUMMARY", &context.title(session));
    if let Some(room) = shown.rooms.get(&room) {
        file.words("LOCATION", &place(context, &room.name));
    }
    if !gone {
        file.words("DESCRIPTION", &description(context, session));
        let track = context.track(session).map(escaped);
        let kind = escaped(&names::session_type(&session.kind, context.lang));
        file.line("CATEGORIES", &[Some(kind), track].into_iter().flatten().collect::<Vec<_>>().join(","));
        file.line("URL", &context.to_session(session));
    }
    file.add("END:VEVENT\r\n");
}

fn place(context: &ExportContext<'_>, room: &str) -> String {
    match &context.meeting.city {
        Some(city) => {
            context.lang.text_with("city-and-country", [("city", room.into()), ("country", city.into())])
        }
        None => room.to_owned(),
    }
}

/// What a session is, who takes part, what it is about, and where to read more.
fn description(context: &ExportContext<'_>, session: &Session) -> String {
    let lang = context.lang;
    let mut text = format!("{} · {}", session.code, names::session_type(&session.kind, lang));
    for (role, person) in context.people(session) {
        let (role, name) = (names::role(role, lang), context.words(&person.person.name));
        let line = lang.text_with("export-role", [("role", role.into()), ("name", name.into())]);
        let _ = write!(text, "\n{line}");
    }
    let summary = context.summary_in_plain(session);
    if !summary.is_empty() {
        let _ = write!(text, "\n\n{summary}");
    }
    let _ = write!(text, "\n\n{}", context.to_session(session));
    text
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as RFC 5545 wants it (3.3.11): what would end it or begin something else is escaped or dropped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            // U+2028 and U+2029 end a line for some readers, too.
            '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Longest line, in octets, without its end.
const OCTETS_MAX: usize = 75;

/// The lines of a file, each ended and folded as the format wants it.
struct Lines(String);

impl Lines {
    /// Lines that are ready.
    fn add(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// A property whose value is a text of people.
    fn words(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A property whose value is ready. A line that is too long goes on in the next, which begins with a space. No
    /// character is torn apart, and no line is broken at white space, which some readers take for the fold's.
    fn line(&mut self, name: &str, value: &str) {
        let line: String =
            name.chars().chain([':']).chain(value.chars().filter(|c| !c.is_control())).collect();
        let (mut rest, mut max) = (line.as_str(), OCTETS_MAX);
        while rest.len() > max {
            let whole = rest.floor_char_boundary(max);
            let space = char::is_whitespace;
            let in_word = |at: &usize| !rest[*at..].starts_with(space) && !rest[..*at].ends_with(space);
            let broken = (1..=whole).rev().filter(|at| rest.is_char_boundary(*at)).find(in_word);
            let (now, next) = rest.split_at(broken.unwrap_or(whole));
            self.0.extend([now, "\r\n "]);
            (rest, max) = (next, OCTETS_MAX - 1);
        }
        self.0.extend([rest, "\r\n"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A text with everything in it that the format could trip over.
    fn text() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            "[\\PC]{0,40}",
            "[a-z ,;:\\\\\"\n\t]{0,80}",
            Just("\r\nBEGIN:VEVENT".to_owned()),
            Just("日本語 العربية 👩\u{200D}🔬".to_owned()),
            Just(" ".repeat(200)),
        ];
        prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
    }

    /// The lines of a file without their folds (RFC 5545, 3.1).
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(ToOwned::to_owned).collect()
    }

    /// A value as a calendar shows it.
    fn shown(value: &str) -> String {
        let (mut shown, mut escaped) = (String::new(), false);
        for c in value.chars() {
            match (escaped, c) {
                (false, '\\') => escaped = true,
                (true, 'n') => (shown, escaped) = (shown + "\n", false),
                (_, c) => {
                    shown.push(c);
                    escaped = false;
                }
            }
        }
        shown
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_one_property_whose_lines_are_short_and_which_says_what_was_written(text in text()) {
            let mut lines = Lines(String::new());
            lines.words("SUMMARY", &text);
            prop_assert!(lines.0.split("\r\n").all(|line| line.len() <= OCTETS_MAX), "{}", lines.0);
            prop_assert!(!lines.0.replace("\r\n", "").contains(['\r', '\n']), "a bare line break");
            let found = unfolded(&lines.0);
            prop_assert_eq!(found.len(), 1);
            let value = found[0].strip_prefix("SUMMARY:").expect("its name");
            let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
            let kept = kept.replace('\t', " ").replace(['\u{2028}', '\u{2029}'], "\n");
            prop_assert_eq!(shown(value), kept);
        }
    }
}
