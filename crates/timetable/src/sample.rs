//! Invented forums of any size, for tests and measurements.

use crate::model::{
    Instance, Pair, Part, Person, Placement, Precedence, Resource, Room, Session, Span, Time,
};
use crate::search::Chance;

/// How large an invented forum is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How many sessions.
    pub sessions: usize,
    /// How many rooms.
    pub rooms: usize,
    /// How many days of eight hours.
    pub days: usize,
    /// How many people with a part in a session.
    pub people: usize,
}

/// The forum of Kyoto in 2023, by size: 300 sessions, 12 rooms, 5 days, 1,000 people.
pub const KYOTO: Size = Size { sessions: 300, rooms: 12, days: 5, people: 1_000 };

const STEPS_PER_DAY: usize = 9;
/// There are eight tracks at least, and one for so many sessions.
const TRACKS: usize = 8;
const SESSIONS_PER_TRACK: usize = 38;
const GROUPS: usize = 5;
/// How far the clocks of those online are ahead of the venue's, and whose nights they are.
const ZONES: [(i64, usize); 8] =
    [(-840, 0), (-720, 0), (-540, 1), (-480, 2), (-360, 3), (-210, 3), (-60, 4), (60, 4)];

/// Invents a forum.
pub fn forum(size: Size, seed: u64) -> Instance {
    let mut chance = Chance::new(seed);
    let times: Vec<Time> = (0..size.days * STEPS_PER_DAY)
        .map(|n| {
            let start = (n / STEPS_PER_DAY * 24 * 60 + 9 * 60 + n % STEPS_PER_DAY * 60) as i64;
            Time { day: n / STEPS_PER_DAY, span: Span { start, end: start + 50 } }
        })
        .collect();
    let rooms: Vec<Room> = (0..size.rooms).map(|n| room(n, size.rooms, times.len(), &mut chance)).collect();
    let people: Vec<Person> = (0..size.people).map(|n| person(n, size.days, &mut chance)).collect();
    let mut sessions: Vec<Session> = (0..size.sessions).map(|n| session(n, size, &mut chance)).collect();
    for (session, start) in [(0, 0), (1, times.len() - 1)] {
        if let Some(plenary) = sessions.get_mut(session) {
            let hall = Placement { start, room: 0 };
            *plenary = Session {
                plenary: true,
                length: 1,
                expected: 900,
                fixed: Some(hall),
                resources: vec![],
                parts: vec![],
                features: vec![],
                ..plenary.clone()
            };
        }
    }
    let mut pairs = |count: usize, most: usize| -> Vec<Pair> {
        let drawn = (0..count).map(|_| {
            let (one, other) = (chance.below(size.sessions), chance.below(size.sessions));
            Pair { one, other, weight: 1 + chance.below(most) as i64 }
        });
        drawn.filter(|pair| pair.one != pair.other).collect()
    };
    Instance {
        audiences: pairs(size.sessions * 8, 9),
        similar: pairs(size.sessions * 2, 5),
        precedences: (2..size.sessions.saturating_sub(1))
            .step_by(40)
            .map(|n| Precedence { before: n, after: n + 1 })
            .collect(),
        resources: vec![
            Resource { name: "interpreter team".to_string(), count: (size.rooms as i64 / 3).max(1) },
            Resource { name: "camera crew".to_string(), count: (size.rooms as i64 / 2).max(1) },
        ],
        times,
        rooms,
        people,
        sessions,
        walking: vec![],
        ..Instance::default()
    }
}

fn room(n: usize, rooms: usize, times: usize, chance: &mut Chance) -> Room {
    let booths = n * 3 < rooms.max(3);
    let hybrid = n % 4 != 3;
    let features = [(booths, "booths"), (hybrid, "hybrid")].into_iter().filter(|(has, _)| *has);
    Room {
        name: format!("Room {}", n + 1),
        seats: if n == 0 { 1_000 } else { [40, 60, 80, 120, 150, 250][chance.below(6)] },
        features: features.map(|(_, name)| name.to_string()).collect(),
        blocked: if n > 0 && n.is_multiple_of(5) { vec![chance.below(times)] } else { vec![] },
    }
}

fn person(n: usize, days: usize, chance: &mut Chance) -> Person {
    let online = chance.one_in(1, 4);
    let (ahead, region) = *chance.pick(&ZONES).expect("there are zones");
    let day = chance.below(days.max(1)) as i64 * 24 * 60;
    let away = if chance.one_in(1, 12) { vec![Span { start: day, end: day + 24 * 60 }] } else { vec![] };
    Person { name: format!("Person {}", n + 1), away, online: online.then_some(ahead), region, hours: None }
}

fn session(n: usize, size: Size, chance: &mut Chance) -> Session {
    // Some people are asked for everywhere: the smaller of two draws prefers the first of the list.
    let people = size.people;
    let count = if people > 0 { 3 + chance.below(4) } else { 0 };
    let parts: Vec<usize> = (0..count).map(|_| chance.below(people).min(chance.below(people))).collect();
    let interpreted = chance.one_in(1, 6);
    let hybrid = chance.one_in(1, 2);
    let needs = [(interpreted, "booths"), (hybrid, "hybrid")].into_iter().filter(|(needed, _)| *needed);
    let filmed = chance.one_in(1, 8);
    let used = [(interpreted, 0), (filmed, 1)].into_iter().filter(|(used, _)| *used);
    Session {
        name: format!("Session {}", n + 1),
        length: 1 + usize::from(chance.one_in(1, 5)),
        expected: [15, 25, 40, 60, 100, 180][chance.below(6)],
        features: needs.map(|(_, name)| name.to_string()).collect(),
        parts: parts.into_iter().map(|person| Part { person, role: "speaker".to_string() }).collect(),
        track: Some(chance.below(TRACKS.max(size.sessions / SESSIONS_PER_TRACK))),
        group: Some(chance.below(GROUPS)),
        resources: used.map(|(_, resource)| resource).collect(),
        ..Session::default()
    }
}
