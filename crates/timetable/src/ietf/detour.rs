//! Three sessions change places, the second and the third not by chance: what two cannot do for each other.

use super::week::Week;

impl Week<'_> {
    /// A session goes to a frame in place of the one that is most in its way there; that one goes wherever it may, in place
    /// of a third, which takes the place that the first has left. The ways are tried in turn, from a frame that `start`
    /// determines, until one does not cost more than the limit.
    pub(super) fn detour(&mut self, one: usize, to: usize, start: usize, limit: i64) -> bool {
        let frames = self.members.len();
        let from = self.frame[one];
        if self.tables.meets[from * frames + to] {
            return false;
        }
        let Some((other, pairs)) = self.most_in_the_way(one, to, start) else { return false };
        // More than ties and rooms can save: what is dearer by the pairs alone is not looked at.
        let slack = self.slack(one) + self.crowding_now[to];
        if pairs > limit + slack {
            return false;
        }
        for further in (0..frames).map(|n| (n + start * 7) % frames) {
            let apart = |frame: usize| !self.tables.meets[frame * frames + further];
            if !apart(from) || !apart(to) {
                continue;
            }
            for place in 0..self.members[further].len() {
                let third = self.members[further][place];
                let route = [(one, to), (other, further), (third, from)];
                let pairs = pairs + self.pairs_of_rest(route);
                if pairs > limit + slack + self.crowding_now[further] {
                    continue;
                }
                let change = pairs + self.beside_pairs(route, from);
                if change <= limit {
                    route.iter().for_each(|&(session, to)| {
                        self.shift(session, to, i64::MAX / 4);
                    });
                    return true;
                }
            }
        }
        false
    }

    /// Whose going from a frame helps a session most that comes, and what it costs that one goes and the other comes.
    fn most_in_the_way(&self, one: usize, to: usize, start: usize) -> Option<(usize, i64)> {
        let grown = self.there(one, to) - self.there(one, self.frame[one]);
        let (before, after) = self.members[to].split_at(start.min(self.members[to].len()));
        let pairs = after
            .iter()
            .chain(before)
            .map(|&other| (other, grown - self.weight(one, other) - self.there(other, to)));
        pairs.min_by_key(|&(_, pairs)| pairs)
    }

    /// What the pairs cost more if the second and the third session move as well.
    fn pairs_of_rest(&self, [(one, _), (other, further), (third, from)]: [(usize, usize); 3]) -> i64 {
        self.there(other, further) - self.weight(other, third) - self.there(third, further)
            + self.there(third, from)
            - self.weight(one, third)
    }

    /// What rooms and ties cost more.
    fn beside_pairs(&mut self, route: [(usize, usize); 3], from: usize) -> i64 {
        let [(one, to), (other, further), (third, _)] = route;
        self.crowding_change(to, Some(other), Some(one))
            + self.crowding_change(further, Some(third), Some(other))
            + self.crowding_change(from, Some(one), Some(third))
            + self.tie_change(route)
    }
}
