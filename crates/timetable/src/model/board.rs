use serde::{Deserialize, Serialize};

use super::{Brief, Span};

/// A place in the programme: from which step of the grid on, and in which room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// Index of the first time.
    pub start: usize,
    /// Index of the room.
    pub room: usize,
}

/// A programme in the making: where each session is, and counts from which changes are priced.
#[derive(Debug, Clone)]
pub struct Board<'a> {
    /// What it is the programme of.
    pub brief: &'a Brief<'a>,
    places: Vec<Option<Placement>>,
    /// The sessions held at each time.
    at: Vec<Vec<usize>>,
    pub(crate) in_cell: Vec<u32>,
    /// The exclusive or of the sessions in each cell: if there is one, it is that one.
    mixed_in_cell: Vec<usize>,
    pub(crate) resource_use: Vec<i64>,
    pub(crate) person_day: Vec<i64>,
    pub(crate) track_day_room: Vec<u32>,
    pub(crate) group_time: Vec<i64>,
    pub(crate) region_nights: Vec<i64>,
}

impl<'a> Board<'a> {
    /// An empty programme.
    pub fn new(brief: &'a Brief<'a>) -> Self {
        let instance = brief.instance;
        let (times, rooms) = (instance.times.len(), instance.rooms.len());
        Self {
            brief,
            places: vec![None; instance.sessions.len()],
            at: vec![vec![]; times],
            in_cell: vec![0; times * rooms],
            mixed_in_cell: vec![0; times * rooms],
            resource_use: vec![0; instance.resources.len() * times],
            person_day: vec![0; instance.people.len() * brief.days],
            track_day_room: vec![0; brief.tracks * brief.days * rooms],
            group_time: vec![0; brief.groups * times],
            region_nights: vec![0; brief.region_online.len()],
        }
    }

    /// A programme with these places.
    pub fn with(brief: &'a Brief<'a>, places: &[Option<Placement>]) -> Self {
        let mut board = Self::new(brief);
        for (session, place) in places.iter().enumerate() {
            place.iter().for_each(|&place| board.put(session, place));
        }
        board
    }

    /// Where each session is; `None` if nowhere yet.
    pub fn places(&self) -> &[Option<Placement>] {
        &self.places
    }

    /// The sessions held at a time.
    pub fn held_at(&self, time: usize) -> &[usize] {
        &self.at[time]
    }

    /// From when to when a session is, if it begins at this time.
    pub fn span(&self, session: usize, start: usize) -> Span {
        self.brief.span(session, start)
    }

    /// Puts a session that is nowhere into a place.
    pub fn put(&mut self, session: usize, place: Placement) {
        debug_assert!(self.places[session].is_none(), "lift a session before it is put elsewhere");
        self.places[session] = Some(place);
        self.steps(session, place).for_each(|time| self.at[time].push(session));
        self.count(session, place, 1);
    }

    /// Takes a session from its place, which is returned.
    pub fn lift(&mut self, session: usize) -> Option<Placement> {
        let place = self.places[session].take()?;
        for time in self.steps(session, place) {
            let index = self.at[time].iter().position(|&held| held == session);
            self.at[time].swap_remove(index.expect("a session is listed at the times of its place"));
        }
        self.count(session, place, -1);
        Some(place)
    }

    /// The steps of the grid that a session takes from a place on.
    pub fn steps(&self, session: usize, place: Placement) -> std::ops::Range<usize> {
        place.start..place.start + self.brief.instance.sessions[session].length
    }

    fn count(&mut self, session: usize, place: Placement, sign: i64) {
        let brief = self.brief;
        let instance = brief.instance;
        let own = &instance.sessions[session];
        let (times, rooms) = (instance.times.len(), instance.rooms.len());
        let day = instance.times[place.start].day;
        let add = |count: &mut u32| *count = count.wrapping_add_signed(sign as i32);
        for time in place.start..place.start + own.length {
            add(&mut self.in_cell[time * rooms + place.room]);
            self.mixed_in_cell[time * rooms + place.room] ^= session;
            own.resources.iter().for_each(|&resource| self.resource_use[resource * times + time] += sign);
            own.group.iter().for_each(|&group| self.group_time[group * times + time] += sign);
        }
        brief.people_of[session]
            .iter()
            .for_each(|&person| self.person_day[person * brief.days + day] += sign);
        if let Some(track) = own.track {
            add(&mut self.track_day_room[(track * brief.days + day) * rooms + place.room]);
        }
        for (region, night) in brief.nights_by_region(session, place.start) {
            self.region_nights[*region] += sign * night;
        }
    }

    /// The session that is in a room at a time; an error if there are several.
    pub(crate) fn holder(&self, time: usize, room: usize) -> Result<Option<usize>, ()> {
        let cell = time * self.brief.instance.rooms.len() + room;
        match self.in_cell[cell] {
            0 => Ok(None),
            1 => Ok(Some(self.mixed_in_cell[cell])),
            _ => Err(()),
        }
    }

    /// The sessions, other than this one, that are held during part of it; each once.
    pub fn during(&self, session: usize, start: usize) -> impl Iterator<Item = usize> {
        let end = start + self.brief.instance.sessions[session].length;
        (start..end).flat_map(move |time| {
            self.at[time].iter().copied().filter(move |&other| {
                // A longer session is met at its first step that the two have in common.
                let first = self.places[other].map_or(time, |place| place.start.max(start));
                other != session && first == time
            })
        })
    }
}
