//! Remarks and stops in the words of a language: what is the matter, and what to do about it.

use super::{Plan, Stop, Why};
use crate::refusals::{Names, Sentence, sentence_in, sentence_with_names};
use forum::{Refusal, Viewer};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::languages::{Arg, Locale, key};

/// What is the matter, and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What is the matter.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl From<Sentence> for Said {
    fn from(Sentence { what, remedy, .. }: Sentence) -> Said {
        Said { what, remedy }
    }
}

type Args = Vec<(&'static str, Arg)>;

/// Says a pair of messages with the same values.
fn pair(locale: &Locale, [what, remedy]: [&'static str; 2], args: Args) -> Said {
    Said { what: locale.text_with(what, args.clone()), remedy: locale.text_with(remedy, args) }
}

impl Why {
    /// Says it, with names and times as the plan has them.
    pub fn said(&self, locale: &Locale, plan: &Plan) -> Said {
        let zone = &plan.zone;
        match self {
            // It names a time and no thing, so only the plan knows whose clock is meant.
            Why::Refused(refusal @ Refusal::OutsideMeeting { .. }) => {
                sentence_in(locale, refusal, zone).into()
            }
            Why::Refused(refusal) => {
                let names = Names { forum: &plan.ahead, viewer: Viewer::Secretariat };
                sentence_with_names(locale, refusal, names).into()
            }
            Why::Unreadable { message, remedy, .. } => {
                Said { what: format!("{}.", message.trim_end_matches('.')), remedy: remedy.clone() }
            }
            of_sessions => {
                let (messages, args) = of_session(of_sessions, locale, zone)
                    .or_else(|| of_person(of_sessions))
                    .unwrap_or_else(|| of_meeting(of_sessions, locale));
                pair(locale, messages, args)
            }
        }
    }
}

/// A day and a time by the clocks of a zone, which the report has named at its head.
pub(super) fn clock(locale: &Locale, at: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    format!("{}, {}", locale.day_short(there.date()), locale.time(there.time()))
}

type Message = ([&'static str; 2], Args);

/// What concerns one session or its place.
fn of_session(why: &Why, locale: &Locale, zone: &TimeZone) -> Option<Message> {
    let moments = |from: &Timestamp, until: &Timestamp| {
        let until = until.to_zoned(zone.clone()).time();
        [("from", clock(locale, *from, zone).into()), ("until", locale.time(until).into())]
    };
    Some(match why {
        Why::NotHappening { state } => {
            ([key("import-not-happening"), key("import-not-happening-remedy")], vec![("state", state.into())])
        }
        Why::NoRoom => ([key("import-no-room"), key("import-no-room-remedy")], vec![]),
        Why::NoTime => ([key("import-no-time"), key("import-no-time-remedy")], vec![]),
        Why::ClocksChange { wall } => {
            let wall = format!("{} {}", locale.date(wall.date()), locale.time(wall.time()));
            ([key("import-clocks-change"), key("import-clocks-change-remedy")], vec![("wall", wall.into())])
        }
        Why::RoomBusy { room, other, from, until } => {
            let mut args =
                vec![("room", room.into()), ("code", (&other.0).into()), ("title", (&other.1).into())];
            args.extend(moments(from, until));
            ([key("import-room-busy"), key("import-room-busy-remedy")], args)
        }
        Why::PersonBusy { name, other, from, until } => {
            let mut args =
                vec![("name", name.into()), ("code", (&other.0).into()), ("title", (&other.1).into())];
            args.extend(moments(from, until));
            ([key("import-person-busy"), key("import-person-busy-remedy")], args)
        }
        Why::CodeChanged { code } => {
            ([key("import-code-changed"), key("import-code-changed-remedy")], vec![("code", code.into())])
        }
        Why::SharedId { id, line } => (
            [key("import-shared-id"), key("import-shared-id-remedy")],
            // A line is a name of a place in the file, not a count.
            vec![("id", id.into()), ("line", line.to_string().into())],
        ),
        _ => return None,
    })
}

/// What concerns a person.
fn of_person(why: &Why) -> Option<Message> {
    Some(match why {
        Why::RoleUnknown { role } => {
            ([key("import-role-unknown"), key("import-role-unknown-remedy")], vec![("role", role.into())])
        }
        Why::Namesakes { count } => {
            ([key("import-namesakes"), key("import-namesakes-remedy")], vec![("count", (*count).into())])
        }
        Why::OtherName { name } => {
            ([key("import-other-name"), key("import-other-name-remedy")], vec![("name", name.into())])
        }
        Why::KnownByName => ([key("import-known-by-name"), key("import-known-by-name-remedy")], vec![]),
        Why::NameIsAmbiguous { count } => (
            [key("import-name-ambiguous"), key("import-name-ambiguous-remedy")],
            vec![("count", (*count).into())],
        ),
        _ => return None,
    })
}

/// What concerns the file as a whole, its rooms or the meeting.
fn of_meeting(why: &Why, locale: &Locale) -> Message {
    match why {
        Why::LengthAssumed { minutes, count } => (
            [key("import-length-assumed"), key("import-length-assumed-remedy")],
            vec![("minutes", (*minutes).into()), ("count", (*count).into())],
        ),
        Why::LanguageAssumed { tag, count } => (
            [key("import-language-assumed"), key("import-language-assumed-remedy")],
            vec![("tag", tag.into()), ("count", (*count).into())],
        ),
        Why::KindAssumed { count } => (
            [key("import-kind-assumed"), key("import-kind-assumed-remedy")],
            vec![("count", (*count).into())],
        ),
        Why::KnownByTitle { count } => (
            [key("import-known-by-title"), key("import-known-by-title-remedy")],
            vec![("count", (*count).into())],
        ),
        Why::RoomRenamed { name } => {
            ([key("import-room-renamed"), key("import-room-renamed-remedy")], vec![("name", name.into())])
        }
        Why::RoomNameChanged { name } => (
            [key("import-room-name-changed"), key("import-room-name-changed-remedy")],
            vec![("name", name.into())],
        ),
        Why::NoField { what, count } => (
            [key("import-no-field"), key("import-no-field-remedy")],
            vec![("what", locale.text(what).into()), ("count", (*count).into())],
        ),
        Why::ZoneDiffers { file, meeting } => (
            [key("import-zone-differs"), key("import-zone-differs-remedy")],
            vec![("file", file.into()), ("meeting", meeting.into())],
        ),
        Why::NotWithdrawn { count } => (
            [key("import-not-withdrawn"), key("import-not-withdrawn-remedy")],
            vec![("count", (*count).into())],
        ),
        other => unreachable!("{other:?} concerns a session or a person, or speaks for itself"),
    }
}

impl Stop {
    /// Says it.
    pub fn said(&self, locale: &Locale) -> Said {
        let (messages, args) = match self {
            Stop::Refused(refusal) => return sentence_in(locale, refusal, &TimeZone::UTC).into(),
            Stop::NoMeeting => ([key("import-no-meeting"), key("import-no-meeting-remedy")], vec![]),
            Stop::NoTitle => ([key("import-no-title"), key("import-no-title-remedy")], vec![]),
            Stop::NoDays => ([key("import-no-days"), key("import-no-days-remedy")], vec![]),
            Stop::NoZone { offset: None } => ([key("import-no-zone"), key("import-no-zone-remedy")], vec![]),
            Stop::NoZone { offset: Some(offset) } => (
                [key("import-no-zone-but-offset"), key("import-no-zone-remedy")],
                vec![("offset", offset.into())],
            ),
            Stop::UnknownZone { zone } => {
                ([key("import-unknown-zone"), key("import-unknown-zone-remedy")], vec![("zone", zone.into())])
            }
            Stop::WhichSeries { slugs } => (
                [key("import-which-series"), key("import-which-series-remedy")],
                vec![("series", slugs.join(", ").into())],
            ),
        };
        pair(locale, messages, args)
    }
}
