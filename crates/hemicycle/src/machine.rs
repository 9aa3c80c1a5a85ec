//! The one bridge between what a forum is and how it is written: the core knows no log, the log knows no forum.

use forum::words::{decode, encode};
use forum::{Act, Actor, Command, Forum, Refusal, Stamp, series};
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
        zones_exist(command)?;
        self.0.decide(command, &forum::Context { now: context.at, actor: context.by, seed: context.seed })
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

/// Refuses a time zone that nobody knows. The core cannot, for its answer would change with the edition of the zone
/// database; here it may, since decisions are made once and only acts are read again.
fn zones_exist(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Series(series::Command::AnnounceMeeting { zone, .. })
            if TimeZone::get(zone.trim()).is_err() =>
        {
            let value = zone.chars().filter(|c| c.is_ascii_graphic()).take(40).collect();
            Err(Refusal::NotAZone { field: "zone".into(), value })
        }
        Command::Together { steps, .. } => (1..).zip(steps).try_for_each(|(step, command)| {
            zones_exist(command).map_err(|why| Refusal::AtStep { step, why: why.into() })
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::SeriesId;
    use jiff::civil::date;

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
}
