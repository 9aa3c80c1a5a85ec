//! A whole forum by dice: random commands, good and bad, and after each of them what must always hold.
//!
//! A failing run prints its seed; `HEMICYCLE_SEED=n` repeats it alone.

mod calls;

use crate::testing::{Bench, after_noon, new_session};
use forum::people::{Attendance, Command as People, NewPerson};
use forum::programme::demands::Command as Demand;
use forum::programme::{Command as Programme, Place, Placed, Role, SessionEdit, arranged};
use forum::series::{Command as Series, MeetingEdit};
use forum::{Command, Forum, MeetingId, PersonId, RoomId, SessionId, SlotId, TrackId, VariantId};
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
    match dice.below(29) {
        26..=28 => choice(dice, session, person),
        16..=25 => desk(dice, meeting, session),
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

/// What organisers do at their desk.
fn desk(dice: &mut Dice, meeting: MeetingId, session: SessionId) -> Command {
    match 16 + dice.below(11) {
        16 => Programme::AmendRoom {
            meeting,
            room: RoomId(dice.id(5)),
            name: format!("Room {}", dice.id(5)),
            seats: Some(dice.id(300)),
        }
        .into(),
        17 if dice.below(2) == 0 => Programme::CloseRoom { meeting, room: RoomId(dice.id(5)) }.into(),
        17 => Programme::ReopenRoom { meeting, room: RoomId(dice.id(5)) }.into(),
        18 => Programme::AddSlot {
            meeting,
            start: after_noon(dice.below(20) as i64 * 15),
            end: after_noon(dice.below(24) as i64 * 15),
            pause: String::new(),
        }
        .into(),
        19 => slot(dice, meeting),
        20 => track(dice, meeting),
        21 => Programme::ReinstateSession { session }.into(),
        22 => meeting_moves(dice, meeting),
        // Which acts these are, nobody knows beforehand: most are refused, and many are not.
        23 if dice.below(2) == 0 => demand(dice, meeting, session),
        23 => variant(dice, meeting, session),
        24 | 25 => Programme::Undo { meeting, act: 7 + dice.below(120) }.into(),
        _ => setting(dice),
    }
}

fn setting(dice: &mut Dice) -> Command {
    let setting = forum::settings::SETTINGS[dice.below(5) as usize].key;
    let value = ["yes", "no", "", "fr", "a@b.example"][dice.below(5) as usize].to_owned();
    forum::settings::Command::ChangeSetting { setting, value }.into()
}

fn variant(dice: &mut Dice, meeting: MeetingId, session: SessionId) -> Command {
    let place = Place { room: RoomId(dice.id(5)), start: after_noon(dice.below(20) as i64 * 15) };
    let placed = Placed { session, place: Some(place).filter(|_| dice.below(3) > 0) };
    match dice.below(3) {
        0 => Programme::DropVariant { meeting, variant: VariantId(dice.id(12)) }.into(),
        kind => {
            let places = (kind == 1).then(|| vec![placed]);
            Programme::KeepVariant { meeting, name: "Another".into(), note: String::new(), places }.into()
        }
    }
}

fn demand(dice: &mut Dice, meeting: MeetingId, session: SessionId) -> Command {
    let all = crate::demands::every_demand();
    let demand = match (dice.below(3), SessionId(dice.id(14))) {
        (0, _) => Demand::LockSession { session },
        (1, after) => Demand::DemandOrder { before: session, after },
        _ => all[dice.below(all.len() as u64) as usize].clone(),
    };
    match demand {
        Demand::LockSession { session } if dice.below(2) == 0 => {
            Programme::Demand(Demand::UnlockSession { session }).into()
        }
        Demand::AddResource { name, count, .. } => {
            Programme::Demand(Demand::AddResource { meeting, name, count }).into()
        }
        demand => Programme::Demand(demand).into(),
    }
}

fn slot(dice: &mut Dice, meeting: MeetingId) -> Command {
    let slot = SlotId(dice.id(4));
    match dice.below(3) {
        0 => Programme::RemoveSlot { meeting, slot }.into(),
        1 => Programme::RestoreSlot { meeting, slot }.into(),
        _ => {
            let start = after_noon(dice.below(20) as i64 * 15);
            let end = start + jiff::SignedDuration::from_mins(45);
            Programme::AmendSlot { meeting, slot, start, end, pause: "Tea".into() }.into()
        }
    }
}

fn track(dice: &mut Dice, meeting: MeetingId) -> Command {
    let track = TrackId(dice.id(5));
    match dice.below(3) {
        0 => Programme::RemoveTrack { meeting, track }.into(),
        1 => Programme::RestoreTrack { meeting, track }.into(),
        _ => Programme::RenameTrack { meeting, track, name: format!("Track {}", dice.id(5)) }.into(),
    }
}

fn meeting_moves(dice: &mut Dice, meeting: MeetingId) -> Command {
    let day = |n: u64| Some(jiff::civil::date(2023, 10, 7 + n as i8));
    if dice.below(4) == 0 {
        let name = format!("Series {}", dice.id(9));
        return Series::RenameSeries { series: forum::SeriesId(dice.id(2)), name }.into();
    }
    let (first_day, last_day) = (day(dice.below(3)), day(dice.below(6)));
    Series::AmendMeeting { meeting, edit: MeetingEdit { first_day, last_day, ..MeetingEdit::default() } }
        .into()
}

/// What a session stands in is there: its room among the rooms, its track among the tracks, its days at the meeting.
fn check_frame(forum: &Forum) {
    for (id, programme) in &forum.programme.meetings {
        let meeting = &forum.series.meetings[id];
        let opens = meeting.first_day.yesterday().unwrap().at(9, 0, 0, 0);
        let closes = meeting.last_day.tomorrow().unwrap().tomorrow().unwrap().at(0, 0, 0, 0);
        for session in programme.sessions.values().filter(|session| !session.withdrawn) {
            assert!(session.track.is_none_or(|track| programme.tracks.contains_key(&track)));
            let Some((room, start, end)) = session.placed() else { continue };
            assert!(programme.rooms.contains_key(&room), "{} is in no room", session.code);
            let utc = |at| jiff::tz::TimeZone::UTC.to_datetime(at);
            assert!(opens <= utc(start) && utc(end) <= closes, "{} is outside", session.code);
        }
        let slugs: std::collections::BTreeSet<_> = programme.rooms.values().map(|room| &room.slug).collect();
        assert_eq!(slugs.len(), programme.rooms.len(), "two rooms of one name");
    }
}

fn choice(dice: &mut Dice, session: SessionId, person: PersonId) -> Command {
    match dice.below(3) {
        0 => Programme::Unchoose { session, person }.into(),
        _ => Programme::Choose { session, person }.into(),
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

/// Whatever is kept beside a draft can be adopted today, step by step.
fn check_variants(bench: &Bench) {
    for (meeting, programme) in &bench.forum.programme.meetings {
        for variant in programme.variants.values() {
            let arranged = arranged(&bench.forum, *meeting, &variant.places);
            let steps = programme.steps_to(&arranged).into_iter().map(Command::from).collect();
            let mut ahead = bench.clone();
            ahead.give(Command::Together { since: None, steps }).unwrap();
            let now = &ahead.forum.programme.meetings[meeting];
            assert!(now.places() == arranged.places(), "the sessions are where the variant has them");
        }
    }
}

/// A session is expected to see as many people as have chosen it; whoever was erased has chosen nothing.
fn check_choices(forum: &Forum) {
    let persons = forum.people.persons.iter();
    let choosers: Vec<_> = persons.filter(|(id, _)| forum.programme.choices_of(**id).count() > 0).collect();
    assert!(choosers.iter().all(|(_, person)| !person.name.is_erased()));
    for session in (1..=14).map(SessionId) {
        let chosen = choosers.iter().filter(|(id, _)| forum.programme.has_chosen(**id, session)).count();
        assert_eq!(forum::programme::views::expected(forum, session) as usize, chosen);
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
        check_frame(&bench.forum);
        check_choices(&bench.forum);
        if !refused {
            check_variants(&bench);
        }
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
