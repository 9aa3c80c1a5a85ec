use super::{Instance, Pair, Placement, Span};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// An instance with everything worked out that does not depend on where the sessions are.
#[derive(Debug, Clone)]
pub struct Brief<'a> {
    /// What it is about.
    pub instance: &'a Instance,
    /// How many days, tracks and stakeholder groups there are.
    pub(crate) days: usize,
    pub(crate) tracks: usize,
    pub(crate) groups: usize,
    pub(crate) any_plenary: bool,
    pub(crate) any_walk: bool,
    /// How many people of each region take part online.
    pub(crate) region_online: Vec<i64>,
    /// The people of each session, each once whatever their parts.
    pub(crate) people_of: Vec<Vec<usize>>,
    /// Per session the others with people in common (how many), with an audience in common, on a similar theme.
    pub(crate) people_shared: Vec<Vec<(usize, i64)>>,
    pub(crate) audiences: Vec<Vec<(usize, i64)>>,
    pub(crate) similar: Vec<Vec<(usize, i64)>>,
    pub(crate) before: Vec<Vec<usize>>,
    pub(crate) after: Vec<Vec<usize>>,
    /// The length of the shortest session.
    pub(crate) stride: usize,
    /// How many sessions of a group are an even share of any time.
    pub(crate) even_share: Vec<i64>,
    /// Per session and first time: the night hours of its people, as a sum and by region.
    nights: Vec<Vec<Nights>>,
    /// Per session the times and the rooms against which nothing speaks but other sessions and blocked rooms.
    pub(crate) starts: Vec<Vec<usize>>,
    pub(crate) rooms: Vec<Vec<usize>>,
    /// The same as tables: per session and time, and per session and room.
    starts_open: Vec<bool>,
    rooms_open: Vec<bool>,
    /// Per room and time whether it cannot be used; per room whether that is ever so.
    blocked: Vec<bool>,
    ever_blocked: Vec<bool>,
}

#[derive(Debug, Clone, Default)]
struct Nights {
    sum: i64,
    by_region: Vec<(usize, i64)>,
}

impl<'a> Brief<'a> {
    /// Works out an instance, which must have passed [`Instance::check`].
    pub fn new(instance: &'a Instance) -> Self {
        let sessions = instance.sessions.len();
        let count = |used: &dyn Fn(&super::Session) -> Option<usize>| {
            instance.sessions.iter().filter_map(used).max().map_or(0, |last| last + 1)
        };
        let regions = instance.people.iter().map(|person| person.region + 1).max().unwrap_or(0);
        let mut region_online = vec![0; regions];
        let online = instance.people.iter().filter(|person| person.online.is_some());
        online.for_each(|person| region_online[person.region] += 1);
        let people_of = people_of(instance);
        let (before, after) = orders(instance);
        let weighted = |pairs: &[Pair]| {
            neighbours(sessions, pairs.iter().map(|pair| (pair.one, pair.other, pair.weight)))
        };
        let mut brief = Self {
            instance,
            days: instance.times.iter().map(|time| time.day + 1).max().unwrap_or(0),
            tracks: count(&|session| session.track),
            groups: count(&|session| session.group),
            stride: instance.sessions.iter().map(|session| session.length).min().unwrap_or(1).max(1),
            any_walk: instance.walking.iter().flatten().any(|&minutes| minutes > 0),
            any_plenary: instance.sessions.iter().any(|session| session.plenary),
            region_online,
            people_shared: shared_people(instance, &people_of),
            people_of,
            audiences: weighted(&instance.audiences),
            similar: weighted(&instance.similar),
            before,
            after,
            even_share: vec![],
            nights: vec![],
            starts: vec![],
            rooms: vec![],
            starts_open: vec![],
            rooms_open: vec![],
            ever_blocked: instance.rooms.iter().map(|room| !room.blocked.is_empty()).collect(),
            blocked: vec![false; instance.rooms.len() * instance.times.len()],
        };
        brief.even_share = brief.even_shares();
        brief.nights = (0..sessions).map(|session| brief.nights_of(session)).collect();
        for (room, of) in instance.rooms.iter().enumerate() {
            of.blocked.iter().for_each(|&time| brief.blocked[room * instance.times.len() + time] = true);
        }
        brief.starts = (0..sessions).map(|session| brief.starts_of(session)).collect();
        brief.rooms = (0..sessions).map(|session| brief.rooms_of(session)).collect();
        brief.starts_open = table(&brief.starts, instance.times.len());
        brief.rooms_open = table(&brief.rooms, instance.rooms.len());
        brief
    }

    fn even_shares(&self) -> Vec<i64> {
        let mut steps = vec![0; self.groups];
        let sessions = self.instance.sessions.iter();
        sessions.for_each(|session| {
            session.group.iter().for_each(|&group| steps[group] += session.length as i64)
        });
        let times = self.instance.times.len().max(1) as i64;
        steps.iter().map(|steps| (steps + times - 1) / times).collect()
    }

    fn nights_of(&self, session: usize) -> Vec<Nights> {
        let starts = 0..self.instance.times.len();
        starts
            .map(|start| {
                let mut nights = Nights::default();
                for &person in &self.people_of[session] {
                    let night = self.night(person, session, start);
                    if night > 0 {
                        nights.sum += night;
                        let region = self.instance.people[person].region;
                        match nights.by_region.iter_mut().find(|(known, _)| *known == region) {
                            Some((_, sum)) => *sum += night,
                            None => nights.by_region.push((region, night)),
                        }
                    }
                }
                nights
            })
            .collect()
    }

    fn starts_of(&self, session: usize) -> Vec<usize> {
        if let Some(fixed) = self.instance.sessions[session].fixed {
            return vec![fixed.start];
        }
        let asked = &self.instance.sessions[session].starts;
        let all = || (0..self.instance.times.len()).collect();
        let starts = asked.clone().unwrap_or_else(all).into_iter();
        let starts = starts.filter(|&start| self.fits_day(session, start));
        let people = &self.people_of[session];
        starts.filter(|&start| !people.iter().any(|&person| self.is_away(person, session, start))).collect()
    }

    fn rooms_of(&self, session: usize) -> Vec<usize> {
        match self.instance.sessions[session].fixed {
            Some(fixed) => vec![fixed.room],
            None => (0..self.instance.rooms.len()).filter(|&room| self.has_features(session, room)).collect(),
        }
    }

    /// Whether nothing but other sessions speaks against a place.
    pub fn is_open(&self, session: usize, place: Placement) -> bool {
        let (times, rooms) = (self.instance.times.len(), self.instance.rooms.len());
        let fits =
            self.starts_open[session * times + place.start] && self.rooms_open[session * rooms + place.room];
        fits && (self.instance.sessions[session].fixed.is_some() || !self.is_blocked(session, place))
    }

    /// All places against which nothing speaks but other sessions.
    pub fn open_places(&self, session: usize) -> impl Iterator<Item = Placement> {
        let places = self.starts[session]
            .iter()
            .flat_map(move |&start| self.rooms[session].iter().map(move |&room| Placement { start, room }));
        places.filter(move |&place| self.is_open(session, place))
    }

    /// From when to when a session is, if it begins at this time.
    pub fn span(&self, session: usize, start: usize) -> Span {
        let times = &self.instance.times;
        let last = (start + self.instance.sessions[session].length.max(1) - 1).min(times.len() - 1);
        Span { start: times[start].span.start, end: times[last].span.end }
    }

    /// The session outside of a set that has most to do with it: people in common, then an order, then a small choice of places.
    pub(crate) fn closest_to(&self, sessions: &[usize]) -> Option<usize> {
        let outside = (0..self.people_of.len()).filter(|session| !sessions.contains(session));
        outside.max_by_key(|session| {
            let shared: i64 = sessions
                .iter()
                .flat_map(|&own| &self.people_shared[own])
                .filter(|pair| pair.0 == *session)
                .map(|pair| pair.1)
                .sum();
            let ordered = sessions
                .iter()
                .filter(|&&own| self.before[own].contains(session) || self.after[own].contains(session))
                .count();
            (
                shared + 3 * ordered as i64,
                std::cmp::Reverse(self.starts[*session].len() * self.rooms[*session].len()),
            )
        })
    }

    /// Whether a session that begins at this time ends on the same day.
    pub fn fits_day(&self, session: usize, start: usize) -> bool {
        let last = start + self.instance.sessions[session].length - 1;
        let times = &self.instance.times;
        times.get(last).is_some_and(|time| time.day == times[start].day)
    }

    /// Whether somebody cannot take part in a session that begins at this time.
    pub fn is_away(&self, person: usize, session: usize, start: usize) -> bool {
        let span = self.span(session, start);
        let person = &self.instance.people[person];
        let asleep = person.hours.is_some_and(|hours| {
            let begins = (span.start + person.online.unwrap_or(0)).rem_euclid(DAY);
            let ends = begins + (span.end - span.start);
            // Hours may run over midnight.
            let within = |shift: i64| hours.start <= begins + shift && ends + shift <= hours.end;
            !within(0) && !within(DAY)
        });
        asleep || person.away.iter().any(|away| away.meets(span))
    }

    /// Whether a room has what a session needs.
    pub fn has_features(&self, session: usize, room: usize) -> bool {
        let features = &self.instance.rooms[room].features;
        self.instance.sessions[session].features.iter().all(|feature| features.contains(feature))
    }

    /// Whether the room cannot be used for part of the session.
    pub fn is_blocked(&self, session: usize, place: Placement) -> bool {
        if !self.ever_blocked[place.room] {
            return false;
        }
        let from = place.room * self.instance.times.len() + place.start;
        let blocked = &self.blocked[from..(place.room + 1) * self.instance.times.len()];
        blocked.iter().take(self.instance.sessions[session].length).any(|&blocked| blocked)
    }

    /// Minutes that it takes to walk from room to room.
    pub fn walk(&self, from: usize, to: usize) -> i64 {
        self.instance.walking.get(from).and_then(|row| row.get(to)).copied().unwrap_or(0)
    }

    /// How inhumane the local hours of a session are for somebody online: 0 from 8 to 21 hours, 6 in the dead of night.
    pub fn night(&self, person: usize, session: usize, start: usize) -> i64 {
        let Some(ahead) = self.instance.people[person].online else { return 0 };
        let span = self.span(session, start);
        let hour = |minute: i64| (minute + ahead).rem_euclid(DAY) / 60;
        let inconvenience = |hour: i64| match hour {
            8..=20 => 0,
            7 | 21 => 1,
            6 | 22 => 3,
            23 => 4,
            _ => 6,
        };
        inconvenience(hour(span.start)).max(inconvenience(hour(span.end - 1)))
    }

    pub(crate) fn nights_sum(&self, session: usize, start: usize) -> i64 {
        self.nights[session][start].sum
    }

    pub(crate) fn any_night(&self, session: usize) -> bool {
        self.nights[session].iter().any(|nights| nights.sum > 0)
    }

    pub(crate) fn nights_by_region(&self, session: usize, start: usize) -> &[(usize, i64)] {
        &self.nights[session][start].by_region
    }

    /// What a region pays for so many points of night: the square, so that they are shared.
    pub(crate) fn night_share(&self, region: usize, nights: i64) -> i64 {
        nights * nights / (4 * self.region_online[region].max(1))
    }
}

/// The people of each session, each once.
fn people_of(instance: &Instance) -> Vec<Vec<usize>> {
    let people = instance.sessions.iter().map(|session| {
        let mut people: Vec<usize> = session.parts.iter().map(|part| part.person).collect();
        people.sort_unstable();
        people.dedup();
        people
    });
    people.collect()
}

/// What must come before each session, and what after it.
fn orders(instance: &Instance) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut before = vec![vec![]; instance.sessions.len()];
    let mut after = before.clone();
    for precedence in &instance.precedences {
        before[precedence.after].push(precedence.before);
        after[precedence.before].push(precedence.after);
    }
    (before, after)
}

/// Lists of numbers below `width` as rows of a table.
fn table(lists: &[Vec<usize>], width: usize) -> Vec<bool> {
    let mut table = vec![false; lists.len() * width];
    for (row, list) in lists.iter().enumerate() {
        list.iter().for_each(|&column| table[row * width + column] = true);
    }
    table
}

fn shared_people(instance: &Instance, people_of: &[Vec<usize>]) -> Vec<Vec<(usize, i64)>> {
    let mut sessions_of = vec![vec![]; instance.people.len()];
    for (session, people) in people_of.iter().enumerate() {
        people.iter().for_each(|&person| sessions_of[person].push(session));
    }
    let pairs = sessions_of.iter().flat_map(|sessions| {
        let all = sessions.iter().enumerate();
        all.flat_map(move |(n, &one)| sessions[n + 1..].iter().map(move |&other| (one, other, 1)))
    });
    neighbours(people_of.len(), pairs)
}

/// Lists from both sides, with the weights of repeated pairs added up.
fn neighbours(sessions: usize, pairs: impl Iterator<Item = (usize, usize, i64)>) -> Vec<Vec<(usize, i64)>> {
    let mut lists: Vec<Vec<(usize, i64)>> = vec![vec![]; sessions];
    for (one, other, weight) in pairs.filter(|(one, other, weight)| one != other && *weight > 0) {
        for (own, neighbour) in [(one, other), (other, one)] {
            lists[own].push((neighbour, weight));
        }
    }
    for list in &mut lists {
        list.sort_unstable();
        list.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
    }
    lists
}
