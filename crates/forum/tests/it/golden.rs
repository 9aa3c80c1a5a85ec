//! Golden logs: what an earlier release wrote reads the same for ever.
//!
//! Each file in `tests/golden` is a recorded log, one act a line as the log stores it, the side texts beside it, and
//! ends with the digest of the state that it must produce. A change of the format adds a file; it never changes one.

use crate::testing::Bench;
use forum::people::Office;
use forum::programme::{Command as Programme, SessionEdit};
use forum::settings::Key;
use forum::words::{SideText, decode, encode};
use forum::{Act, Actor, Forum, MeetingId, PersonId, Stamp, TrackId, people, series};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

type Story = fn() -> Bench;

/// What this release tells into each file. A file that was released stays as it is; new kinds of acts go into the last
/// ones, each of which `HEMICYCLE_RECORD_GOLDEN=5.jsonl` (its name) records anew as long as no release has it.
const STORIES: [(&str, Story); 5] = [
    ("1.jsonl", foundation),
    ("2.jsonl", open_house),
    ("3.jsonl", planning),
    ("4.jsonl", crate::call::from_call_to_session),
    ("5.jsonl", crate::review::eventful),
];

/// The kinds of acts of the first format.
fn foundation() -> Bench {
    let mut bench = Bench::kyoto();
    let organisation = people::Command::AddOrganisation {
        name: "Registry of the Example Islands".into(),
        group: Some(forum::reference::groups::StakeholderGroup::TechnicalCommunity),
        country: "fj".into(),
        url: "https://registry.example".into(),
    };
    bench.give(organisation).unwrap();
    let figure = series::Command::PublishFigure {
        meeting: MeetingId(1),
        metric: forum::reference::meetings::Metric::Registered,
        count: 11_145,
        at_least: false,
        source: "Closing notes".into(),
    };
    bench.give(figure).unwrap();
    bench.give(Programme::AddTrack { meeting: MeetingId(1), name: "Digital Divides".into() }).unwrap();
    let (start, end) = (crate::testing::after_noon(0), crate::testing::after_noon(60));
    bench.give(Programme::AddSlot { meeting: MeetingId(1), start, end, pause: "Lunch".into() }).unwrap();
    let (first, second) = (bench.session("WS #136", 60), bench.session("OF #7", 30));
    let edit = SessionEdit {
        title: Some("La fracture numérique".into()),
        summary: Some("Deux points de vue.".into()),
        kind: Some("town-hall".into()),
        language: Some("fr".into()),
        format: Some("roundtable".into()),
        track: Some(TrackId(1)),
        minutes: Some(45),
        ..SessionEdit::default()
    };
    bench.give(Programme::AmendSession { session: first, edit }).unwrap();
    bench.speaks(1, first);
    bench.speaks(2, first);
    let role = forum::programme::Role::Speaker;
    bench.give(Programme::TakeRole { session: first, person: PersonId(2), role }).unwrap();
    bench.place(first, 1, 60).unwrap();
    bench.place(second, 2, 60).unwrap();
    bench.publish().unwrap();
    bench.give(Programme::UnplaceSession { session: second }).unwrap();
    bench.give(Programme::WithdrawSession { session: second }).unwrap();
    let amend = people::Command::AmendPerson {
        person: PersonId(1),
        name: Some("Amina D.".into()),
        biography: Some("Engineer.".into()),
        organisation: Some(forum::OrganisationId(1)),
    };
    bench.give(amend).unwrap();
    for person in [1, 2] {
        bench.register(person).unwrap();
    }
    bench.give(people::Command::CollectBadge { meeting: MeetingId(1), person: PersonId(1) }).unwrap();
    bench.give(people::Command::JoinOnline { meeting: MeetingId(1), person: PersonId(2) }).unwrap();
    bench.give(people::Command::ErasePerson { person: PersonId(2) }).unwrap();
    bench.give(Programme::EraseSession { session: second }).unwrap();
    bench.publish().unwrap();
    bench
}

/// The kinds of acts that came with offices and the organisers' pages.
fn open_house() -> Bench {
    let mut bench = Bench::kyoto();
    let grant = |office| people::Command::GrantOffice { person: PersonId(2), office };
    bench.give(people::Command::GrantOffice { person: PersonId(1), office: Office::Secretariat }).unwrap();
    bench.give_as(Actor::Person(PersonId(1)), grant(Office::Chair)).unwrap();
    bench.give(grant(Office::Reviewer)).unwrap();
    bench.give(people::Command::EndOffice { person: PersonId(2), office: Office::Reviewer }).unwrap();
    tell_of_the_desk(&mut bench);
    bench.place(forum::SessionId(1), 1, 0).unwrap();
    bench.publish().unwrap();
    let (session, person) = (forum::SessionId(1), PersonId(1));
    bench.give_as(Actor::Person(person), Programme::Choose { session, person }).unwrap();
    bench.give_as(Actor::Person(person), Programme::Unchoose { session, person }).unwrap();
    let person = PersonId(2);
    bench.give_as(Actor::Person(person), Programme::Choose { session, person }).unwrap();
    bench
}

/// An organiser's second thoughts.
fn tell_of_the_desk(bench: &mut Bench) {
    let (meeting, room, slot, track) = (MeetingId(1), forum::RoomId(2), forum::SlotId(1), TrackId(1));
    let (start, end, pause) = (crate::testing::after_noon(0), crate::testing::after_noon(45), String::new());
    let edit =
        |track: Option<TrackId>| SessionEdit { no_track: track.is_none(), track, ..SessionEdit::default() };
    let undo = |bench: &mut Bench| {
        let act = bench.forum.programme.meetings[&meeting].history.to_undo(Actor::Secretariat).unwrap().act;
        bench.give(Programme::Undo { meeting, act }).unwrap();
    };
    bench.session("WS #1", 60);
    bench.give(Programme::AddTrack { meeting, name: "Digital Divides".into() }).unwrap();
    bench
        .give(Programme::AddSlot { meeting, start, end: crate::testing::after_noon(60), pause: "Tea".into() })
        .unwrap();
    bench.give(Programme::AmendRoom { meeting, room, name: "Annex".into(), seats: None }).unwrap();
    bench.give(Programme::CloseRoom { meeting, room }).unwrap();
    undo(bench);
    bench.give(Programme::AmendSlot { meeting, slot, start, end, pause }).unwrap();
    bench.give(Programme::RemoveSlot { meeting, slot }).unwrap();
    undo(bench);
    bench.give(Programme::RenameTrack { meeting, track, name: "Divides".into() }).unwrap();
    let session = forum::SessionId(1);
    bench.give(Programme::AmendSession { session, edit: edit(Some(track)) }).unwrap();
    bench.give(Programme::AmendSession { session, edit: edit(None) }).unwrap();
    bench.give(Programme::RemoveTrack { meeting, track }).unwrap();
    undo(bench);
    bench.give(Programme::WithdrawSession { session }).unwrap();
    bench.give(Programme::ReinstateSession { session }).unwrap();
    for (setting, value) in [(Key::Name, "The forum"), (Key::Language, "fr"), (Key::SignUp, "no")] {
        bench.give(forum::settings::Command::ChangeSetting { setting, value: value.into() }).unwrap();
    }
    let rename = series::Command::RenameSeries { series: forum::SeriesId(1), name: "Forum".into() };
    bench.give(rename).unwrap();
    let edit = series::MeetingEdit { title: Some("The 18th".into()), ..series::MeetingEdit::default() };
    bench.give(series::Command::AmendMeeting { meeting, edit }).unwrap();
}

/// The kinds of acts that came with the planning of programmes.
fn planning() -> Bench {
    let mut bench = Bench::kyoto();
    tell_of_variants(&mut bench);
    tell_of_second_words(&mut bench);
    tell_of_demands(&mut bench);
    bench
}

/// An office that takes two to end, and a mailbox that changes.
fn tell_of_second_words(bench: &mut Bench) {
    for person in [1, 2] {
        let office = Office::Secretariat;
        bench.give(people::Command::GrantOffice { person: PersonId(person), office }).unwrap();
    }
    let end = people::Command::EndOffice { person: PersonId(2), office: Office::Secretariat };
    bench.give_as(Actor::Person(PersonId(1)), end).unwrap();
    let change = people::Command::ChangeMailbox { person: PersonId(1), email: "amina@new.example".into() };
    bench.give_as(Actor::Newcomer, change).unwrap();
}

/// What sessions, rooms and people need.
fn tell_of_demands(bench: &mut Bench) {
    let mut of = crate::demands::every_demand();
    // The story has its own sessions; what is locked is unlocked before they move on.
    of.push(forum::programme::demands::Command::UnlockSession { session: forum::SessionId(1) });
    for demand in of {
        bench.give(Programme::Demand(demand)).unwrap();
    }
}

/// What was kept beside a draft.
fn tell_of_variants(bench: &mut Bench) {
    let meeting = MeetingId(1);
    let (one, other) = (bench.session("WS #41", 60), bench.session("WS #42", 60));
    bench.place(one, 1, 0).unwrap();
    let keep = |name: &str, note: &str, places| Programme::KeepVariant {
        meeting,
        name: name.into(),
        note: note.into(),
        places,
    };
    bench.give(keep("As it is", "", None)).unwrap();
    let place =
        Some(forum::programme::Place { room: forum::RoomId(2), start: crate::testing::after_noon(60) });
    let places = [(one, None), (other, place)];
    let places = places.map(|(session, place)| forum::programme::Placed { session, place }).to_vec();
    bench.give(keep("Without the hall", "If the roof leaks.", Some(places))).unwrap();
    bench.give(Programme::DropVariant { meeting, variant: forum::VariantId(1) }).unwrap();
}

fn record(bench: &Bench) -> String {
    let mut lines = String::new();
    for (stamp, act) in &bench.log {
        let (bytes, texts) = encode(act).unwrap();
        let texts: Vec<_> = texts.iter().map(|side| json!({"salt": side.salt, "text": side.text})).collect();
        let act = String::from_utf8(bytes).unwrap();
        let line = json!({"seq": stamp.seq, "at": stamp.at, "by": stamp.by, "act": act, "words": texts});
        writeln!(lines, "{line}").unwrap();
    }
    writeln!(lines, "{}", json!({ "state": digest(&bench.forum) })).unwrap();
    lines
}

fn digest(forum: &Forum) -> String {
    forum.digest().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Replays a recorded log and gives the digest of the state, and the digest that was recorded.
fn replay(log: &str) -> (String, String) {
    let mut forum = Forum::default();
    let mut recorded = String::new();
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(state) = line["state"].as_str() {
            recorded = state.to_owned();
            continue;
        }
        let side = |side: &Value| SideText {
            salt: serde_json::from_value(side["salt"].clone()).unwrap(),
            text: side["text"].as_str().unwrap().to_owned(),
        };
        let texts = line["words"].as_array().unwrap().iter().map(|text| Some(side(text))).collect();
        // Not through `Value`, which would sort the fields and hand the texts to the wrong words.
        let act: Act = decode(&act_bytes(&line), texts).unwrap();
        let by: Actor = serde_json::from_value(line["by"].clone()).unwrap();
        let stamp = Stamp {
            seq: line["seq"].as_u64().unwrap(),
            at: line["at"].as_str().unwrap().parse().unwrap(),
            by,
        };
        forum.apply(&stamp, &act);
    }
    (digest(&forum), recorded)
}

fn act_bytes(line: &Value) -> Vec<u8> {
    line["act"].as_str().expect("the act stands as the text that was stored").as_bytes().to_vec()
}

#[test]
fn every_golden_log_gives_the_state_that_was_recorded_with_it() {
    let mut read = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let (state, recorded) = replay(&std::fs::read_to_string(&path).unwrap());
        assert_eq!(state, recorded, "{}", path.display());
        read += 1;
    }
    assert!(read > 0, "no golden log in {}", folder().display());
}

#[test]
fn this_release_writes_what_the_golden_logs_hold() {
    let anew = std::env::var("HEMICYCLE_RECORD_GOLDEN").unwrap_or_default();
    for (file, story) in STORIES {
        let (path, now) = (folder().join(file), record(&story()));
        if file == anew {
            std::fs::write(&path, &now).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap();
        for (n, (line, golden)) in now.lines().zip(golden.lines()).enumerate() {
            assert_eq!(line, golden, "{file}, line {}: the format changed: tell it into a new file", n + 1);
        }
        assert_eq!(now.lines().count(), golden.lines().count(), "{file}");
    }
}

#[test]
fn the_stories_hold_every_kind_of_act() {
    let told: String = STORIES.iter().map(|(_, story)| record(&story())).collect();
    for (file, source) in [
        ("series", include_str!("../../src/series/acts.rs")),
        ("people", include_str!("../../src/people/acts.rs")),
        ("call", include_str!("../../src/call/acts.rs")),
        ("review", include_str!("../../src/review/acts.rs")),
        ("programme", include_str!("../../src/programme/acts.rs")),
        ("demands", include_str!("../../src/programme/demands/acts.rs")),
        ("settings", include_str!("../../src/settings/acts.rs")),
    ] {
        let acts = source.split("pub enum Act {").nth(1).unwrap().split("\n}").next().unwrap();
        let names = acts.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(" {"));
        for name in names {
            assert!(told.contains(&format!(r#"{{\"{name}\":"#)), "{file}: {name} is in no golden log");
        }
    }
}
