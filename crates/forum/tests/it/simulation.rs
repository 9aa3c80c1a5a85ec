//! A whole forum by dice: random commands, good and bad, and after each of them what must always hold.
//!
//! A failing run prints its seed; `HEMICYCLE_SEED=n` repeats it alone.

use crate::testing::{Bench, after_noon, new_session};
use forum::people::{Attendance, Command as People, NewPerson};
use forum::programme::{Command as Programme, Role, SessionEdit};
use forum::{Command, Forum, MeetingId, PersonId, RoomId, SessionId, TrackId};
use std::collections::BTreeMap;

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn id(&mut self, n: u64) -> u32 {
        self.below(n) as u32 + 1
    }
}

fn command(dice: &mut Dice) -> Command {
    let meeting = MeetingId(dice.id(2).min(1 + dice.below(9) as u32 / 8));
    let (session, person) = (SessionId(dice.id(14)), PersonId(dice.id(8)));
    let role = Role::ALL[dice.below(6) as usize];
    match dice.below(16) {
        0 => {
            Programme::AddSession(new_session(&format!("WS {}", dice.id(30)), dice.below(130) as u32)).into()
        }
        1 => Programme::OpenRoom { meeting, name: format!("Room {}", dice.id(5)), seats: None, origin: None }
            .into(),
        2 => Programme::AddTrack { meeting, name: format!("Track {}", dice.id(5)) }.into(),
        3..=6 => {
            let start = after_noon(dice.below(20) as i64 * 15);
            Programme::PlaceSession { session, room: RoomId(dice.id(5)), start }.into()
        }
        7 => Programme::UnplaceSession { session }.into(),
        8 if dice.below(4) == 0 => Programme::WithdrawSession { session }.into(),
        8 | 9 => Programme::GiveRole { session, person, role }.into(),
        10 => Programme::TakeRole { session, person, role }.into(),
        11 => {
            let (minutes, track) = (Some(dice.id(120)), Some(TrackId(dice.id(5))));
            Programme::AmendSession {
                session,
                edit: SessionEdit { minutes, track, ..SessionEdit::default() },
            }
            .into()
        }
        12 => Programme::PublishProgramme { meeting, label: String::new(), note: String::new() }.into(),
        13 => {
            People::AddPerson(NewPerson { name: format!("Person {}", dice.id(99)), ..NewPerson::default() })
                .into()
        }
        14 if dice.below(5) == 0 => People::ErasePerson { person }.into(),
        14 => People::CollectBadge { meeting, person }.into(),
        _ => {
            let attendance = Attendance::Online;
            People::Register { meeting, person, attendance, first_time: false }.into()
        }
    }
}

/// No room holds two sessions at a time, in the draft; nobody is in two places at a time, in what was published.
fn check_places(forum: &Forum) {
    for programme in forum.programme.meetings.values() {
        let mut rooms: BTreeMap<RoomId, Vec<_>> = BTreeMap::new();
        for session in programme.sessions.values() {
            if let Some((room, start, end)) = session.placed() {
                rooms.entry(room).or_default().push((start, end));
            }
        }
        let published = programme.versions.iter().flat_map(|version| {
            let mut days: BTreeMap<(u32, PersonId), Vec<_>> = BTreeMap::new();
            for session in version.sessions.values() {
                let (_, start, end) = session.placed().unwrap();
                let people: std::collections::BTreeSet<_> =
                    session.roles.iter().filter(|(role, _)| role.is_present()).map(|(_, who)| *who).collect();
                people
                    .into_iter()
                    .for_each(|who| days.entry((version.number, who)).or_default().push((start, end)));
            }
            days.into_values()
        });
        for mut busy in rooms.into_values().chain(published) {
            busy.sort();
            assert!(busy.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{busy:?}");
        }
    }
}

fn run(seed: u64) {
    let mut dice = Dice(seed);
    let mut bench = Bench::kyoto();
    let mut published = Vec::new();
    for _ in 0..250 {
        let before = bench.forum.clone();
        let refused = bench.give(command(&mut dice)).is_err();
        if refused {
            assert_eq!(before.seq(), bench.forum.seq(), "a refusal leaves no trace");
        }
        check_places(&bench.forum);
        let versions =
            bench.forum.programme.meetings.get(&MeetingId(1)).map(|p| p.versions.clone()).unwrap_or_default();
        for (old, new) in std::iter::zip(&published, &versions) {
            assert!(std::sync::Arc::ptr_eq(old, new), "a version never changes");
        }
        published = versions.into_iter().collect();
    }
    let mut again = Forum::default();
    bench.log.iter().for_each(|(stamp, act)| again.apply(stamp, act));
    assert_eq!(again.digest(), bench.forum.digest(), "the same log gives the same state");
}

#[test]
fn any_forum_keeps_its_promises() {
    let seeds = match std::env::var("HEMICYCLE_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => seed..seed + 1,
        None => 0..100,
    };
    for seed in seeds {
        let held = std::panic::catch_unwind(|| run(seed));
        assert!(held.is_ok(), "repeat with HEMICYCLE_SEED={seed}");
    }
}
