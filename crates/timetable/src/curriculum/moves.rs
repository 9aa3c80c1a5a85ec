use super::week::{NOBODY, Week};
use crate::search::Cost;

/// What a hard violation weighs while the search is on its way: more than any detour in soft points that mends it.
pub(super) const HARD_WEIGHT: i64 = 1_000;
/// No change of one or two lectures gains more than this in soft points; what is dearer is refused unseen.
const MOST_GAINED: i64 = 40;

impl Week<'_> {
    /// Moves a lecture to an empty place, unless that is dearer than the limit.
    pub(super) fn relocate(&mut self, lecture: usize, to: usize, limit: i64) -> bool {
        let course = usize::from(self.course[lecture]);
        let from = self.place[lecture] as usize;
        let (p, r, q, s) = (from / self.rooms, from % self.rooms, to / self.rooms, to % self.rooms);
        let hard = if p == q { 0 } else { self.clashes(course, q) - self.clashes(course, p) + 1 };
        let rooms = self.room_price(course, r, s);
        if hard * HARD_WEIGHT + rooms > limit + MOST_GAINED {
            return false;
        }
        let mut soft = rooms;
        if p != q {
            soft += self.soft_out(course, p);
            soft += self.soft_in(course, q);
            if hard * HARD_WEIGHT + soft > limit {
                self.soft_out(course, q);
                self.soft_in(course, p);
                return false;
            }
            self.shift_clashes(course, p, q);
        } else if soft > limit {
            return false;
        }
        self.shift_room(course, r, s);
        self.holder[from] = NOBODY;
        self.occupy(lecture, to);
        self.cost += Cost { hard, soft };
        true
    }

    /// Lets two lectures exchange their places, unless that is dearer than the limit.
    pub(super) fn exchange(&mut self, one: usize, other: usize, limit: i64) -> bool {
        let (a, b) = (usize::from(self.course[one]), usize::from(self.course[other]));
        if a == b {
            return false;
        }
        let (from, to) = (self.place[one] as usize, self.place[other] as usize);
        let (p, r, q, s) = (from / self.rooms, from % self.rooms, to / self.rooms, to % self.rooms);
        let mut hard = 0;
        if p != q {
            let each_other = 2 * i64::from(self.rival[a * self.instance.courses.len() + b]);
            hard = self.clashes(a, q) - self.clashes(a, p) + self.clashes(b, p) - self.clashes(b, q) + 2
                - each_other;
        }
        let rooms = self.room_price(a, r, s) + self.room_price(b, s, r);
        if hard * HARD_WEIGHT + rooms > limit + MOST_GAINED {
            return false;
        }
        let mut soft = rooms;
        if p != q {
            soft += self.soft_out(a, p) + self.soft_out(b, q) + self.soft_in(a, q) + self.soft_in(b, p);
            if hard * HARD_WEIGHT + soft > limit {
                self.soft_out(b, p);
                self.soft_out(a, q);
                self.soft_in(b, q);
                self.soft_in(a, p);
                return false;
            }
            self.shift_clashes(a, p, q);
            self.shift_clashes(b, q, p);
        } else if soft > limit {
            return false;
        }
        self.shift_room(a, r, s);
        self.shift_room(b, s, r);
        self.occupy(one, to);
        self.occupy(other, from);
        self.cost += Cost { hard, soft };
        true
    }
}
