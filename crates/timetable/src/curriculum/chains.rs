//! Changes of several lectures at once, each with all that it moves out of the way.

use super::moves::HARD_WEIGHT;
use super::week::{NOBODY, Week};
use crate::search::Cost;

/// No chain moves more lectures than this.
const LONGEST: usize = 12;
/// No change of rooms concerns more periods than this.
const MOST_PERIODS: usize = 24;

/// The lectures of a chain, kept from step to step so that no change asks for memory.
#[derive(Default)]
pub(super) struct Chain {
    links: Vec<Link>,
    /// In which order they look for a room: large courses first.
    order: Vec<usize>,
}

/// One lecture of a chain, and where it was.
#[derive(Clone, Copy)]
struct Link {
    lecture: usize,
    course: usize,
    from: usize,
}

/// The courses that change between two rooms, and the places exchanged so far.
#[derive(Default)]
pub(super) struct Rooms {
    /// Each course, and the room that it shall have.
    courses: Vec<(usize, usize)>,
    exchanged: Vec<(usize, usize)>,
}

impl Week<'_> {
    /// Moves a lecture to another period, those it must not meet there to its own, those they must not meet here to the
    /// other, and so on (a Kempe chain): no new conflict can come of it. Rooms are dealt out anew.
    pub(super) fn change_period(&mut self, chain: &mut Chain, lecture: usize, to: usize, limit: i64) -> bool {
        let here = self.place[lecture] as usize / self.rooms;
        if here == to || !self.find_chain(chain, lecture, here, to) {
            return false;
        }
        let hard = if self.cost.hard > 0 { -self.relieved(chain) } else { 0 };
        let rooms = self.rooms;
        let across = |from: usize| if from / rooms == here { to } else { here };
        let mut soft = 0;
        for link in &chain.links {
            soft += self.soft_out(link.course, link.from / self.rooms);
            soft += self.leave_room(link.course, link.from % self.rooms);
            self.holder[link.from] = NOBODY;
        }
        let mut housed = 0;
        for &n in &chain.order {
            let Link { lecture, course, from } = chain.links[n];
            let target = across(from);
            let Some(room) = self.cheapest_room(course, target, from % rooms) else { break };
            soft += self.soft_in(course, target) + self.enter_room(course, room);
            self.occupy(lecture, target * rooms + room);
            housed += 1;
        }
        if housed < chain.links.len() || hard * HARD_WEIGHT + soft > limit {
            self.undo_chain(chain, housed);
            return false;
        }
        for link in &chain.links {
            self.shift_clashes(link.course, link.from / rooms, across(link.from));
        }
        self.cost += Cost { hard, soft };
        true
    }

    fn undo_chain(&mut self, chain: &Chain, housed: usize) {
        for &n in &chain.order[..housed] {
            let Link { lecture, course, .. } = chain.links[n];
            let at = self.place[lecture] as usize;
            self.soft_out(course, at / self.rooms);
            self.leave_room(course, at % self.rooms);
            self.holder[at] = NOBODY;
        }
        for &Link { lecture, course, from } in &chain.links {
            self.soft_in(course, from / self.rooms);
            self.enter_room(course, from % self.rooms);
            self.occupy(lecture, from);
        }
    }

    /// The chain that begins with a lecture; false if it is too long or a lecture of it is barred from its new period.
    fn find_chain(&self, chain: &mut Chain, lecture: usize, here: usize, to: usize) -> bool {
        let link = |lecture: usize| {
            let course = usize::from(self.course[lecture]);
            Link { lecture, course, from: self.place[lecture] as usize }
        };
        chain.links.clear();
        chain.links.push(link(lecture));
        let mut next = 0;
        while let Some(&Link { course, from, .. }) = chain.links.get(next) {
            next += 1;
            let target = if from / self.rooms == here { to } else { here };
            if self.barred[course * self.periods + target] {
                return false;
            }
            let mut expected = self.clashes(course, target);
            for &met in &self.holder[target * self.rooms..(target + 1) * self.rooms] {
                if expected == 0 {
                    break;
                }
                if !self.is_rival(course, met) {
                    continue;
                }
                expected -= 1;
                let met = usize::from(met);
                if chain.links.iter().all(|link| link.lecture != met) {
                    if chain.links.len() == LONGEST {
                        return false;
                    }
                    chain.links.push(link(met));
                }
            }
        }
        chain.order.clear();
        chain.order.extend(0..chain.links.len());
        chain.order.sort_unstable_by_key(|&n| (-self.instance.courses[chain.links[n].course].students, n));
        true
    }

    /// Whether the lecture in a place, if there is one, must not meet the course.
    fn is_rival(&self, course: usize, holder: u16) -> bool {
        holder != NOBODY
            && self.rival
                [course * self.instance.courses.len() + usize::from(self.course[usize::from(holder)])]
    }

    /// How many hard violations end when a chain changes sides: with those that stay, and with periods that were barred.
    fn relieved(&self, chain: &Chain) -> i64 {
        let mut relieved = 0;
        for link in &chain.links {
            let period = link.from / self.rooms;
            relieved += i64::from(self.barred[link.course * self.periods + period]);
            for &met in &self.holder[period * self.rooms..(period + 1) * self.rooms] {
                let stays = chain.links.iter().all(|link| link.lecture != usize::from(met));
                relieved += i64::from(stays && self.is_rival(link.course, met));
            }
        }
        relieved
    }

    /// The empty room of a period that costs a course least; of equals the one it comes from, else the smallest.
    fn cheapest_room(&self, course: usize, period: usize, own: usize) -> Option<usize> {
        let row = course * self.rooms;
        let price = |room: usize| {
            let new = i64::from(self.in_room[row + room] == 0);
            2 * (self.unseated[row + room] + new) + i64::from(room != own)
        };
        let empty = |room: &usize| self.holder[period * self.rooms + room] == NOBODY;
        self.by_seats.iter().copied().filter(empty).min_by_key(|&room| price(room))
    }

    /// Brings all lectures that a course has in one room into another: whoever is there in these periods changes into
    /// the first room; if `deep`, with all other lectures that it has there, and so on. No lecture changes its period.
    pub(super) fn rehouse(
        &mut self,
        rooms: &mut Rooms,
        course: usize,
        (from, to): (usize, usize),
        deep: bool,
        limit: i64,
    ) -> bool {
        rooms.courses.clear();
        rooms.exchanged.clear();
        rooms.courses.push((course, to));
        let mut soft = 0;
        let mut next = 0;
        while let Some(&(course, target)) = rooms.courses.get(next) {
            next += 1;
            let source = if target == from { to } else { from };
            for lecture in self.first_lecture[course]..self.first_lecture[course + 1] {
                let place = self.place[lecture] as usize;
                if place % self.rooms != source {
                    continue;
                }
                let other = place - source + target;
                let guest = self.holder[other];
                if guest != NOBODY
                    && !rooms.follow(usize::from(self.course[usize::from(guest)]), source, deep)
                    || rooms.exchanged.len() == MOST_PERIODS
                {
                    self.undo_rooms(rooms);
                    return false;
                }
                soft += self.exchange_rooms(place, other);
                rooms.exchanged.push((place, other));
            }
        }
        if soft > limit {
            self.undo_rooms(rooms);
            return false;
        }
        self.cost += Cost::soft(soft);
        true
    }

    fn undo_rooms(&mut self, rooms: &Rooms) {
        for &(place, other) in rooms.exchanged.iter().rev() {
            self.exchange_rooms(place, other);
        }
    }

    /// What is in two rooms of one period changes sides, empty or not; says what that costs.
    fn exchange_rooms(&mut self, a: usize, b: usize) -> i64 {
        let (one, other) = (self.holder[a], self.holder[b]);
        (self.holder[a], self.holder[b]) = (NOBODY, NOBODY);
        let mut soft = 0;
        for (lecture, from, to) in [(one, a, b), (other, b, a)] {
            if lecture != NOBODY {
                let course = usize::from(self.course[usize::from(lecture)]);
                soft += self.leave_room(course, from % self.rooms) + self.enter_room(course, to % self.rooms);
                self.occupy(usize::from(lecture), to);
            }
        }
        soft
    }
}

impl Rooms {
    /// Notes that a course which gave way shall have a room; false if it shall have the other one already.
    fn follow(&mut self, guest: usize, room: usize, deep: bool) -> bool {
        match self.courses.iter().find(|(course, _)| *course == guest) {
            Some(&(_, wanted)) => !deep || wanted == room,
            None => {
                if deep {
                    self.courses.push((guest, room));
                }
                true
            }
        }
    }
}
