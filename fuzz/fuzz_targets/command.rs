//! Any bytes as a command: what can be read is decided without a panic, and what is decided can be stored, read back
//! and applied.
#![no_main]

use forum::words::{decode, encode};
use forum::{Act, Actor, Command, Context, Forum, Stamp};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// A forum with something in it, so that commands find what they name.
static PREPARED: LazyLock<Forum> = LazyLock::new(|| {
    let steps = r#"{"together": {"steps": [
        {"series": {"found_series": {"slug": "igf", "name": "Annual meetings"}}},
        {"series": {"announce_meeting": {"series": 1, "slug": "kyoto", "title": "18th annual meeting",
            "first_day": "2023-10-08", "last_day": "2023-10-12", "zone": "Asia/Tokyo"}}},
        {"people": {"add_person": {"name": "Amina Diallo"}}},
        {"programme": {"open_room": {"meeting": 1, "name": "Main Hall"}}},
        {"programme": {"add_track": {"meeting": 1, "name": "Access"}}},
        {"programme": {"add_session": {"meeting": 1, "code": "WS #1", "kind": "workshop", "title": "Access",
            "language": "en", "minutes": 60}}}
    ]}}"#;
    let mut forum = Forum::default();
    give(&mut forum, &serde_json::from_str(steps).expect("the steps are commands"));
    assert_eq!(forum.seq(), 6, "the steps are done");
    forum
});

fn give(forum: &mut Forum, command: &Command) {
    let now = "2023-06-01T00:00:00Z".parse().expect("a time");
    let actor = Actor::Secretariat;
    let Ok(acts) = forum.decide(command, &Context { now, actor, seed: [7; 32] }) else { return };
    for act in acts {
        let (bytes, texts) = encode(&act).expect("what was decided can be stored");
        let stored: Act =
            decode(&bytes, texts.into_iter().map(Some).collect()).expect("what was stored can be read");
        assert_eq!(stored, act);
        forum.apply(&Stamp { seq: forum.seq() + 1, at: now, by: actor }, &stored);
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(command) = serde_json::from_slice::<Command>(bytes) else { return };
    give(&mut PREPARED.clone(), &command);
});
