//! The search: from a set to the next better one, until there is none near it.

use super::Task;
use std::collections::BTreeMap;

/// So many candidates for each member are tried as members themselves, the most promising first.
const TRIED: usize = 2;

/// What a try insists on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// This candidate stays in.
    In(usize),
    /// This candidate stays out.
    Out(usize),
}

/// The best set that is found from candidates in order of promise.
pub(super) fn best(task: &Task, order: &[usize]) -> Vec<usize> {
    let alike = Alike::of(task);
    let mut best = Set::begun(task, &alike, order);
    best.improve(None);
    // Again from the best set without each of its members in turn, or with each promising outsider.
    while let Some(better) = best.holds(order).into_iter().find_map(|hold| best.tried(order, hold)) {
        best = better;
    }
    best.members()
}

/// The best set that is found near one: insisting on each of its neighbours once.
pub(super) fn near(task: &Task, order: &[usize], begin: &[usize]) -> Vec<usize> {
    let alike = Alike::of(task);
    let mut best = Set::empty(task, &alike);
    begin.iter().for_each(|&number| best.join(number));
    best.improve(None);
    for hold in best.holds(order) {
        // What was better may have done it already.
        let is_so = match hold {
            Hold::In(number) => best.is_in[number],
            Hold::Out(number) => !best.is_in[number],
        };
        if !is_so && let Some(better) = best.tried(order, hold) {
            best = better;
        }
    }
    best.members()
}

/// Candidates in groups of which all members count for the same and take as many places: of each group only the one of
/// most worth that is not in need ever be looked at. That makes the search as fast as there are groups, not candidates.
struct Alike {
    /// By worth, the highest first.
    groups: Vec<Vec<usize>>,
}

impl Alike {
    fn of(task: &Task) -> Self {
        let mut has_rivals = vec![false; task.candidates.len()];
        task.rivals.iter().flatten().for_each(|&number| has_rivals[number] = true);
        let mut groups: BTreeMap<(Vec<usize>, u32, Option<usize>), Vec<usize>> = BTreeMap::new();
        for (number, candidate) in task.candidates.iter().enumerate() {
            if candidate.decided == Some(false) {
                continue;
            }
            let mut counts = candidate.counts.clone();
            counts.sort_unstable();
            // Whether one with rivals may join hangs on more than that: it is a group of its own.
            let alone = has_rivals[number].then_some(number);
            groups.entry((counts, candidate.places, alone)).or_default().push(number);
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        let worth = |number: &usize| task.candidates[*number].worth;
        groups.iter_mut().for_each(|group| group.sort_by_key(|number| std::cmp::Reverse(worth(number))));
        Self { groups }
    }
}

#[derive(Clone)]
struct Set<'a> {
    task: &'a Task,
    alike: &'a Alike,
    is_in: Vec<bool>,
    counts: Vec<u32>,
    places: u32,
    value: i64,
    /// The sets of rivals of each candidate.
    rivals: Vec<Vec<usize>>,
    /// How many of each set of rivals are in.
    of_rivals: Vec<u32>,
}

impl<'a> Set<'a> {
    fn empty(task: &'a Task, alike: &'a Alike) -> Self {
        let mut rivals = vec![vec![]; task.candidates.len()];
        for (number, set) in task.rivals.iter().enumerate() {
            set.iter().for_each(|&candidate| rivals[candidate].push(number));
        }
        let none = task.demands.iter().map(|demand| demand.broken(0)).sum::<i64>();
        Self {
            task,
            alike,
            is_in: vec![false; task.candidates.len()],
            counts: vec![0; task.demands.len()],
            places: 0,
            value: -none,
            rivals,
            of_rivals: vec![0; task.rivals.len()],
        }
    }

    fn begun(task: &'a Task, alike: &'a Alike, order: &[usize]) -> Self {
        let mut set = Self::empty(task, alike);
        let decided = |number: &&usize| task.candidates[**number].decided == Some(true);
        order.iter().filter(decided).for_each(|&number| set.join(number));
        for &number in order {
            if set.may_join(number) && set.joining(number) > 0 {
                set.join(number);
            }
        }
        set
    }

    fn members(&self) -> Vec<usize> {
        (0..self.is_in.len()).filter(|&number| self.is_in[number]).collect()
    }

    /// Whether a candidate fits in as things are.
    fn may_join(&self, number: usize) -> bool {
        let candidate = &self.task.candidates[number];
        !self.is_in[number]
            && candidate.decided != Some(false)
            && candidate.places <= self.task.places - self.places
            && self.rivals[number].iter().all(|&rivals| self.of_rivals[rivals] == 0)
    }

    /// By how much the value grows if a candidate joins.
    fn joining(&self, number: usize) -> i64 {
        let candidate = &self.task.candidates[number];
        let broken = candidate.counts.iter().map(|&demand| self.growth(demand, self.counts[demand] + 1));
        candidate.worth - broken.sum::<i64>()
    }

    fn growth(&self, demand: usize, count: u32) -> i64 {
        let of = &self.task.demands[demand];
        of.broken(count) - of.broken(self.counts[demand])
    }

    fn join(&mut self, number: usize) {
        self.value += self.joining(number);
        self.is_in[number] = true;
        self.places += self.task.candidates[number].places;
        self.task.candidates[number].counts.iter().for_each(|&demand| self.counts[demand] += 1);
        self.rivals[number].iter().for_each(|&rivals| self.of_rivals[rivals] += 1);
    }

    fn leave(&mut self, number: usize) {
        let candidate = &self.task.candidates[number];
        let broken = candidate.counts.iter().map(|&demand| self.growth(demand, self.counts[demand] - 1));
        self.value -= candidate.worth + broken.sum::<i64>();
        self.is_in[number] = false;
        self.places -= candidate.places;
        candidate.counts.iter().for_each(|&demand| self.counts[demand] -= 1);
        self.rivals[number].iter().for_each(|&rivals| self.of_rivals[rivals] -= 1);
    }

    /// What to insist on, one after the other.
    fn holds(&self, order: &[usize]) -> Vec<Hold> {
        let members = self.members();
        let tried = TRIED * members.len().max(4);
        let is_free = |number: &usize| self.task.candidates[*number].decided.is_none();
        let outsiders = order.iter().copied().filter(|&number| !self.is_in[number] && is_free(&number));
        let outsiders = outsiders.take(tried).map(Hold::In);
        members.iter().copied().filter(is_free).map(Hold::Out).chain(outsiders).collect()
    }

    /// The set after insisting on something and letting go of it again, if that is better.
    fn tried(&self, order: &[usize], hold: Hold) -> Option<Self> {
        let mut other = self.clone();
        match hold {
            Hold::Out(number) => other.leave(number),
            Hold::In(number) => {
                // The least promising make way, rivals first.
                let rival =
                    |one: &usize| self.rivals[*one].iter().any(|set| self.rivals[number].contains(set));
                let (rivals, rest): (Vec<usize>, Vec<usize>) = order
                    .iter()
                    .rev()
                    .filter(|&&one| self.is_in[one] && self.task.candidates[one].decided.is_none())
                    .partition(|one| rival(one));
                let mut leaving = rivals.into_iter().chain(rest);
                while !other.may_join(number) {
                    other.leave(leaving.next()?);
                }
                other.join(number);
            }
        }
        other.improve(Some(hold));
        other.improve(None);
        (other.value > self.value).then_some(other)
    }

    /// Improves until nothing near is better.
    fn improve(&mut self, hold: Option<Hold>) {
        while self.fill(hold) || self.exchange(hold) {}
    }

    /// The candidate that helps most, with how much.
    fn best_to_join(&self, hold: Option<Hold>, barred: Option<usize>) -> Option<(i64, usize)> {
        let may = |number: &&usize| {
            Some(**number) != barred && hold != Some(Hold::Out(**number)) && !self.is_in[**number]
        };
        let first = self.alike.groups.iter().filter_map(|group| group.iter().find(may).copied());
        let fits = first.filter(|number| self.may_join(*number));
        fits.map(|number| (self.joining(number), number)).max_by_key(|&(gain, _)| gain)
    }

    /// Takes in the best that fits.
    fn fill(&mut self, hold: Option<Hold>) -> bool {
        match self.best_to_join(hold, None).filter(|(gain, _)| *gain > 0) {
            Some((_, number)) => {
                self.join(number);
                true
            }
            None => false,
        }
    }

    /// Leaves one member out, or puts one or two others in its place, whatever is best.
    fn exchange(&mut self, hold: Option<Hold>) -> bool {
        let mut best = (self.value, None);
        for member in self.members() {
            if self.task.candidates[member].decided == Some(true) || hold == Some(Hold::In(member)) {
                continue;
            }
            self.leave(member);
            let mut consider = |value: i64, instead: &[usize]| {
                if value > best.0 {
                    best = (value, Some((member, instead.to_vec())));
                }
            };
            consider(self.value, &[]);
            if let Some((gain, one)) = self.best_to_join(hold, Some(member)) {
                consider(self.value + gain, &[one]);
                self.join(one);
                if let Some((gain, two)) = self.best_to_join(hold, Some(member)) {
                    consider(self.value + gain, &[one, two]);
                }
                self.leave(one);
            }
            self.join(member);
        }
        let Some((member, instead)) = best.1 else { return false };
        self.leave(member);
        instead.into_iter().for_each(|one| self.join(one));
        true
    }
}
