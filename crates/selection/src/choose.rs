//! Which set of proposals is the best balanced one.
//!
//! Proposals with scores stand against a budget of places and against demands of balance ("at least twenty from Africa",
//! "at most a third of them from one group"), each of which may be broken at a price. Chosen is by local search (leave one
//! out, take one in, exchange one for one or two), begun from the Lagrangian relaxation and repeated from the set without each of its
//! members; the relaxation also says how much better any set could be at most ([`Choice::bound`]; Fisher, "The Lagrangian
//! relaxation method for solving integer programming problems", *Management Science* 27, 1981) and what each demand costs
//! at its margin. [`trade_offs`] says it with names.

mod relaxed;
mod search;

/// What is to be chosen from, and how.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Task {
    /// The proposals.
    pub candidates: Vec<Candidate>,
    /// How many places there are; a candidate takes one or more.
    pub places: u32,
    /// What the set should be like.
    pub demands: Vec<Demand>,
    /// Sets of candidates of which at most one is chosen: the same session twice, two that merge.
    pub rivals: Vec<Vec<usize>>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Candidate {
    /// What it is worth, in thousandths of a point; never negative.
    pub worth: i64,
    /// How many places it takes.
    pub places: u32,
    /// What it counts for: the demands that it is about, as numbers.
    pub counts: Vec<usize>,
    /// Whether it was decided already.
    pub decided: Option<bool>,
}

/// A wish for the set as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// How many of the kind there should be at least.
    pub least: u32,
    /// How many at most.
    pub most: u32,
    /// What each one too few or too many costs, in thousandths of a point.
    pub weight: i64,
}

/// A set.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The chosen candidates, by number.
    pub chosen: Vec<usize>,
    /// What they are worth together.
    pub worth: i64,
    /// How many places they take.
    pub places: u32,
    /// For each demand, how many there are of its kind.
    pub counts: Vec<u32>,
    /// What broken demands cost.
    pub broken: i64,
    /// No set is better than this: worth less broken demands.
    pub bound: i64,
}

/// What a demand costs.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeOff {
    /// The demand, as a number.
    pub demand: usize,
    /// How much more the set would be worth without it.
    pub costs: i64,
    /// Who would be chosen without it and is not now.
    pub joins: Vec<usize>,
    /// Who is chosen now and would not be.
    pub leaves: Vec<usize>,
}

/// Why nothing can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Something is said of a demand or candidate that is not there.
    #[error("there is no number {number} in {what}")]
    Unknown {
        /// Where it is named.
        what: &'static str,
        /// The number.
        number: usize,
    },
    /// A candidate counts twice for the same demand.
    #[error("candidate {0} counts twice for a demand")]
    Twice(usize),
    /// A demand wants more at least than at most, or weighs less than nothing.
    #[error("demand {0} contradicts itself")]
    Demand(usize),
    /// A candidate is worth less than nothing.
    #[error("candidate {0} is worth less than nothing")]
    Worth(usize),
    /// What was decided already takes more places than there are.
    #[error("what is decided takes {taken} of {places} places")]
    Places {
        /// How many it takes.
        taken: u32,
        /// How many there are.
        places: u32,
    },
    /// Two rivals are decided for.
    #[error("{0} and {1} are decided for, and only one of them may be")]
    Rivals(usize, usize),
}

impl Choice {
    /// What the set is worth, less what broken demands cost: what is made as large as possible.
    pub fn value(&self) -> i64 {
        self.worth - self.broken
    }
}

/// The best set that was found.
///
/// # Errors
///
/// If the task contradicts itself.
pub fn choose(task: &Task) -> Result<Choice, Problem> {
    check(task)?;
    let relaxed = relaxed::relax(task);
    let chosen = search::best(task, &relaxed.order);
    Ok(choice(task, chosen, relaxed.bound))
}

/// What each demand costs, the dearest first; those that cost nothing are left out. For each, the best set without it is
/// looked for near the set that was chosen.
///
/// # Errors
///
/// If the task contradicts itself.
pub fn trade_offs(task: &Task, choice: &Choice) -> Result<Vec<TradeOff>, Problem> {
    let mut found = Vec::new();
    for demand in 0..task.demands.len() {
        let mut without = task.clone();
        without.demands[demand] = Demand { least: 0, most: u32::MAX, weight: 0 };
        check(&without)?;
        let relaxed = relaxed::relax(&without);
        let other = search::near(&without, &relaxed.order, &choice.chosen);
        let other = self::choice(&without, other, relaxed.bound);
        // What the demand itself costs now is no worth that its absence would bring.
        let costs =
            other.worth - other.broken - (choice.worth - (choice.broken - broken_by(task, choice, demand)));
        let missing = |from: &[usize], of: &[usize]| {
            from.iter().copied().filter(|one| of.binary_search(one).is_err()).collect::<Vec<_>>()
        };
        if costs > 0 {
            let joins = missing(&other.chosen, &choice.chosen);
            found.push(TradeOff { demand, costs, joins, leaves: missing(&choice.chosen, &other.chosen) });
        }
    }
    found.sort_by(|one, other| other.costs.cmp(&one.costs).then(one.demand.cmp(&other.demand)));
    Ok(found)
}

fn broken_by(task: &Task, choice: &Choice, demand: usize) -> i64 {
    task.demands[demand].broken(choice.counts[demand])
}

impl Demand {
    /// What so many of its kind cost.
    fn broken(&self, count: u32) -> i64 {
        let by = self.least.saturating_sub(count) + count.saturating_sub(self.most);
        i64::from(by) * self.weight
    }
}

fn choice(task: &Task, mut chosen: Vec<usize>, bound: i64) -> Choice {
    chosen.sort_unstable();
    let mut counts = vec![0; task.demands.len()];
    for &number in &chosen {
        task.candidates[number].counts.iter().for_each(|&demand| counts[demand] += 1);
    }
    let broken = task.demands.iter().zip(&counts).map(|(demand, count)| demand.broken(*count)).sum();
    let worth = chosen.iter().map(|&number| task.candidates[number].worth).sum();
    let places = chosen.iter().map(|&number| task.candidates[number].places).sum();
    Choice { chosen, worth, places, counts, broken, bound }
}

fn check(task: &Task) -> Result<(), Problem> {
    for (number, candidate) in task.candidates.iter().enumerate() {
        if let Some(&demand) = candidate.counts.iter().find(|demand| **demand >= task.demands.len()) {
            return Err(Problem::Unknown { what: "the demands", number: demand });
        }
        let mut counts = candidate.counts.clone();
        counts.sort_unstable();
        if counts.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Problem::Twice(number));
        }
        if candidate.worth < 0 {
            return Err(Problem::Worth(number));
        }
    }
    let contradicts = |demand: &Demand| demand.least > demand.most || demand.weight < 0;
    if let Some(demand) = task.demands.iter().position(contradicts) {
        return Err(Problem::Demand(demand));
    }
    let beyond = |number: &&usize| **number >= task.candidates.len();
    if let Some(&number) = task.rivals.iter().flatten().find(beyond) {
        return Err(Problem::Unknown { what: "the rivals", number });
    }
    let decided: Vec<usize> =
        (0..task.candidates.len()).filter(|&number| task.candidates[number].decided == Some(true)).collect();
    let taken: u64 = decided.iter().map(|&number| u64::from(task.candidates[number].places)).sum();
    if taken > u64::from(task.places) {
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        return Err(Problem::Places { taken, places: task.places });
    }
    for rivals in &task.rivals {
        let mut both = rivals.iter().filter(|number| decided.contains(number));
        if let (Some(one), Some(other)) = (both.next(), both.next()) {
            return Err(Problem::Rivals(*one, *other));
        }
    }
    Ok(())
}
