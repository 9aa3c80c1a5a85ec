//! The one bridge between what a forum is and how it is written: the core knows no log, the log knows no forum.

use forum::programme::{self, SessionChange};
use forum::series::MeetingChange;
use forum::words::{decode, encode};
use forum::{Act, Actor, Command, Forum, MeetingId, Refusal, Stamp, series};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::log::{Entry, Fault, Record, Seq, SideText};
use platform::writer::{CommandDigest, Context, EnvelopeOf, Machine, Salt};

/// A forum as the writer's state machine.
#[derive(Clone, Default)]
pub struct ForumMachine(pub Forum);

impl Machine for ForumMachine {
    type Command = Command;
    type Actor = Actor;
    type Act = Act;
    type Refusal = Refusal;

    fn decide(&self, command: &Command, context: &Context<Actor>) -> Result<Vec<Act>, Refusal> {
        decide(&self.0, command, &forum::Context { now: context.at, actor: context.by, seed: context.seed })
    }

    fn apply(&mut self, seq: Seq, envelope: &EnvelopeOf<Self>) {
        self.0.apply(&Stamp { seq, at: envelope.at, by: envelope.by }, &envelope.act);
    }

    fn erased_by(&self, act: &Act) -> Vec<Seq> {
        Forum::erased_by(act).to_vec()
    }

    fn digest(command: &Command, salt: Salt) -> CommandDigest {
        CommandDigest::of(salt, &serde_json::to_vec(command).expect("a command consists of plain values"))
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        let (bytes, texts) =
            encode(envelope).expect("decide makes acts of plain values and of words with their texts");
        let words = texts.into_iter().map(|side| SideText { salt: side.salt, text: side.text }).collect();
        Entry { bytes, words }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let side = |side: SideText| forum::words::SideText { salt: side.salt, text: side.text };
        let texts = record.words.iter().map(|text| text.clone().map(side)).collect();
        decode(&record.bytes, texts)
            .map_err(|error| Fault::caused(format!("act {} cannot be read", record.seq), error))
    }
}

/// Decides a command, with what only the zone database knows. The core cannot ask it, for its answer would change with
/// the edition of the database; here it may be asked, since decisions are made once and only acts are read again.
pub(crate) fn decide(
    forum: &Forum,
    command: &Command,
    context: &forum::Context,
) -> Result<Vec<Act>, Refusal> {
    zones_exist(command)?;
    let acts = forum.decide(command, context)?;
    within_days(forum, command, &acts, context)?;
    Ok(acts)
}

/// Refuses a time zone that nobody knows.
fn zones_exist(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Series(series::Command::AnnounceMeeting { zone, .. })
            if TimeZone::get(zone.trim()).is_err() =>
        {
            Err(no_such_zone(zone))
        }
        Command::Series(series::Command::AmendMeeting { edit, .. })
            if edit.zone.as_ref().is_some_and(|zone| TimeZone::get(zone.trim()).is_err()) =>
        {
            Err(no_such_zone(edit.zone.as_deref().unwrap_or_default()))
        }
        Command::Together { steps, .. } => (1..).zip(steps).try_for_each(|(step, command)| {
            zones_exist(command).map_err(|why| Refusal::AtStep { step, why: why.into() })
        }),
        _ => Ok(()),
    }
}

fn no_such_zone(zone: &str) -> Refusal {
    let value = zone.chars().filter(|c| c.is_ascii_graphic()).take(40).collect();
    Refusal::NotAZone { field: "zone".into(), value }
}

/// Refuses a time outside the meeting's days as its venue counts them. The core only knows that it is outside wherever
/// on Earth the venue may be.
fn within_days(
    forum: &Forum,
    command: &Command,
    acts: &[Act],
    context: &forum::Context,
) -> Result<(), Refusal> {
    if !acts.iter().any(says_when) {
        return Ok(());
    }
    let mut ahead = forum.clone();
    for act in acts {
        let stamp = Stamp { seq: ahead.seq() + 1, at: context.now, by: context.actor };
        ahead.apply(&stamp, act);
        if let Some(why) = outside_days(&ahead, act) {
            return Err(match step_of(command, act) {
                Some(step) => Refusal::AtStep { step, why: why.into() },
                None => why,
            });
        }
    }
    Ok(())
}

/// Whether an act gives something a time, or another end, or gives the meeting other days.
fn says_when(act: &Act) -> bool {
    use programme::Act as Done;
    match act {
        Act::Series(series::Act::MeetingAmended { changes, .. }) => {
            let days = |change: &MeetingChange| {
                matches!(change, MeetingChange::Days { .. } | MeetingChange::Zone(_))
            };
            changes.iter().any(days)
        }
        Act::Programme(
            Done::SessionPlaced { .. }
            | Done::SessionReinstated { .. }
            | Done::SlotAdded { .. }
            | Done::SlotAmended { .. }
            | Done::SlotRestored { .. },
        ) => true,
        Act::Programme(Done::SessionAmended { changes, .. }) => {
            changes.iter().any(|change| matches!(change, SessionChange::Minutes(_)))
        }
        _ => false,
    }
}

/// Why what the act has given a time to may not stand there.
fn outside_days(ahead: &Forum, act: &Act) -> Option<Refusal> {
    use programme::Act as Done;
    if !says_when(act) {
        return None;
    }
    let (meeting, start, end) = match act {
        Act::Series(series::Act::MeetingAmended { meeting, .. }) => return left_outside(ahead, *meeting),
        Act::Programme(
            Done::SlotAdded { meeting, start, end, .. } | Done::SlotAmended { meeting, start, end, .. },
        ) => (*meeting, *start, *end),
        Act::Programme(Done::SlotRestored { meeting, slot }) => {
            let slot = ahead.programme.meetings.get(meeting)?.slots.get(slot)?;
            (*meeting, slot.start, slot.end)
        }
        Act::Programme(
            Done::SessionPlaced { session, .. }
            | Done::SessionReinstated { session, .. }
            | Done::SessionAmended { session, .. },
        ) => {
            let (meeting, session) = ahead.programme.session(*session)?;
            let (_, start, end) = session.placed()?;
            (meeting, start, end)
        }
        _ => return None,
    };
    let meeting = ahead.series.meetings.get(&meeting)?;
    let (opens, closes) = bounds(meeting)?;
    let (first, last) = (meeting.first_day, meeting.last_day);
    (start < opens || closes < end).then_some(Refusal::OutsideMeeting { start, first, last })
}

/// A session that new days of its meeting, or another zone, would leave outside.
fn left_outside(ahead: &Forum, meeting: MeetingId) -> Option<Refusal> {
    let sessions = &ahead.programme.meetings.get(&meeting)?.sessions;
    let meeting = ahead.series.meetings.get(&meeting)?;
    let (opens, closes) = bounds(meeting)?;
    let (first, last) = (meeting.first_day, meeting.last_day);
    sessions.values().find_map(|session| {
        let (_, start, end) = session.placed()?;
        let code = session.code.clone();
        (start < opens || closes < end).then_some(Refusal::SessionOutside { code, start, first, last })
    })
}

/// When a meeting's days begin and end, by the clock of its venue. A zone that this machine's database does not know
/// was known to another; the core's margin holds.
fn bounds(meeting: &series::Meeting) -> Option<(Timestamp, Timestamp)> {
    let zone = TimeZone::get(&meeting.zone).ok()?;
    let opens = meeting.first_day.to_zoned(zone.clone()).ok()?.timestamp();
    let closes = meeting.last_day.tomorrow().ok()?.to_zoned(zone).ok()?.timestamp();
    Some((opens, closes))
}

/// Which step of several made the act, counted from 1.
fn step_of(command: &Command, act: &Act) -> Option<u64> {
    use programme::{Act as Done, Command as Step};
    let (Command::Together { steps, .. }, Act::Programme(act)) = (command, act) else { return None };
    let made = |step: &Command| match (step, act) {
        (
            Command::Programme(Step::PlaceSession { session: given, start: from, .. }),
            Done::SessionPlaced { session, start, .. },
        ) => given == session && from == start,
        (
            Command::Programme(Step::AmendSession { session: given, .. }),
            Done::SessionAmended { session, .. },
        ) => given == session,
        (
            Command::Programme(Step::AddSlot { start: from, end: until, .. }),
            Done::SlotAdded { start, end, .. },
        ) => from == start && until == end,
        (Command::Programme(Step::AmendSlot { slot: given, .. }), Done::SlotAmended { slot, .. })
        | (Command::Programme(Step::RestoreSlot { slot: given, .. }), Done::SlotRestored { slot, .. }) => {
            given == slot
        }
        _ => false,
    };
    steps.iter().position(made).map(|index| index as u64 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::SeriesId;
    use jiff::civil::date;
    use serde_json::{from_value, json};

    fn announce(zone: &str) -> Command {
        let day = date(2023, 10, 8);
        series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: "kyoto".into(),
            number: None,
            title: "18th annual meeting".into(),
            city: "Kyoto".into(),
            country: "JP".into(),
            first_day: day,
            last_day: day,
            zone: zone.into(),
            online: false,
        }
        .into()
    }

    #[test]
    fn a_meeting_stands_in_a_zone_that_exists() {
        let found = series::Command::FoundSeries { slug: "igf".into(), name: "Annual meetings".into() };
        for (zone, exists) in [
            ("Asia/Tokyo", true),
            (" Africa/Nairobi ", true),
            ("Asia/Kyoto", false),
            ("Mars", false),
            ("", false),
        ] {
            let steps = vec![found.clone().into(), announce(zone)];
            let context = Context {
                at: "2023-09-01T00:00:00Z".parse().unwrap(),
                by: Actor::Secretariat,
                next: 1,
                seed: [7; 32],
            };
            let decided = ForumMachine::default().decide(&Command::Together { since: None, steps }, &context);
            match decided {
                Ok(acts) => assert!(exists && acts.len() == 2, "{zone}"),
                Err(refusal) => {
                    assert!(!exists && refusal.reason().key() == "not-a-zone", "{zone}: {refusal}")
                }
            }
        }
    }

    #[test]
    fn a_time_is_held_against_the_days_as_the_venue_counts_them() {
        let place = |start: &str| json!({"place_session": {"session": 1, "room": 1, "start": start}});
        let slot = |start: &str, end: &str| json!({"add_slot": {"meeting": 1, "start": start, "end": end}});
        let longer = json!({"amend_session": {"session": 1, "edit": {"minutes": 90}}});
        // (steps, the step that is refused): the 8th of October in Kyoto, nine hours before UTC.
        let cases = [
            (vec![place("2023-10-07T15:00:00Z")], None),
            (vec![place("2023-10-08T14:00:00Z")], None),
            (vec![place("2023-10-07T14:59:00Z")], Some(1)),
            (vec![place("2023-10-08T14:01:00Z")], Some(1)),
            (vec![place("2023-10-08T01:00:00Z"), place("2023-10-07T12:00:00Z")], Some(2)),
            (vec![place("2023-10-08T14:00:00Z"), longer], Some(2)),
            (vec![slot("2023-10-07T15:00:00Z", "2023-10-08T15:00:00Z")], None),
            (vec![slot("2023-10-08T01:00:00Z", "2023-10-08T15:01:00Z")], Some(1)),
        ];
        for (steps, refused) in cases {
            let forum = kyoto();
            let context =
                forum::Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Secretariat, seed: [7; 32] };
            let given = steps.iter().map(|step| from_value(json!({"programme": step})).unwrap()).collect();
            let together = Command::Together { since: None, steps: given };
            let step = match decide(&forum, &together, &context) {
                Ok(_) => None,
                Err(Refusal::AtStep { step, why }) => {
                    assert_eq!(why.key(), "outside-meeting");
                    Some(step)
                }
                Err(other) => panic!("{steps:?}: {other}"),
            };
            assert_eq!(step, refused, "{steps:?}");
            if let ([only], true) = (&steps[..], refused.is_some()) {
                let alone: Command = from_value(json!({"programme": only})).unwrap();
                assert_eq!(decide(&forum, &alone, &context).unwrap_err().key(), "outside-meeting");
            }
        }
    }

    /// A meeting of one day with a room and a session of an hour.
    fn kyoto() -> Forum {
        let mut forum = Forum::default();
        let context = forum::Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Secretariat, seed: [7; 32] };
        let session = json!({"programme": {"add_session": {"meeting": 1, "code": "WS 1", "kind": "workshop",
            "title": "Access", "language": "en", "minutes": 60}}});
        let room = json!({"programme": {"open_room": {"meeting": 1, "name": "Main Hall"}}});
        let found = series::Command::FoundSeries { slug: "igf".into(), name: "Annual meetings".into() };
        let commands =
            [found.into(), announce("Asia/Tokyo"), from_value(room).unwrap(), from_value(session).unwrap()];
        for command in commands {
            for act in decide(&forum, &command, &context).unwrap() {
                let stamp = Stamp { seq: forum.seq() + 1, at: context.now, by: context.actor };
                forum.apply(&stamp, &act);
            }
        }
        forum
    }
}
