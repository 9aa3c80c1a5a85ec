//! Who reviews what.
//!
//! Every proposal gets so many reviewers, at least so many of certain groups among them, nobody reviews where they have a
//! conflict or more than they can take, and among all such assignments it is one that fits best and shares the load most
//! evenly. It is a minimum-cost flow (a transport of reviews from proposals to reviewers), so that the best is found, not
//! something good; [`Assignment::bound`] proves it, and [`Shortage`] is the proof that there is none.

use crate::flow::{ArcId, Network};

/// What is to be assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// How many reviewers each proposal gets.
    pub each: usize,
    /// The reviewers.
    pub reviewers: Vec<Reviewer>,
    /// For each proposal, how well each reviewer fits it.
    pub fits: Vec<Vec<Fit>>,
    /// How many of a group each proposal has at least.
    pub quotas: Vec<Quota>,
    /// What the wishes weigh.
    pub weights: Weights,
}

/// A reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The group that they are of, as a number.
    pub group: usize,
    /// How many proposals they can take at most.
    pub most: usize,
}

/// How a reviewer and a proposal go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They may not: declared or found.
    Conflict,
    /// Points of expertise and bidding, up to [`POINTS_MAX`]; more is better.
    Points(u8),
}

/// At least so many reviewers of a group for each proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// The group.
    pub group: usize,
    /// How many.
    pub least: usize,
}

/// What the wishes weigh against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Each point of fit that is missed.
    pub fit: i64,
    /// Each twentieth of what a reviewer can take that they have already, for each proposal more.
    pub load: i64,
}

impl Default for Weights {
    /// A good fit is worth a difference in load of a quarter.
    fn default() -> Self {
        Self { fit: 1, load: 2 }
    }
}

/// Most points of fit.
pub const POINTS_MAX: u8 = 10;

/// The load is weighed in so many steps.
const LOAD_STEPS: i64 = 20;

/// The best assignment.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// The reviewers of each proposal, by number.
    pub reviewers: Vec<Vec<usize>>,
    /// How many proposals each reviewer has.
    pub loads: Vec<usize>,
    /// What it costs: points of fit missed and loads, weighed.
    pub cost: i64,
    /// No assignment costs less than this, as the prices of the flow show; it is equal to [`Assignment::cost`].
    pub bound: i64,
    /// For each proposal and reviewer, what it would cost at least to have this reviewer, too, in place of another; 0 for
    /// those who have it, `None` in a conflict.
    prices: Vec<Vec<Option<i64>>>,
}

/// Why something cannot be assigned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A row of fits has another length than there are reviewers.
    #[error("proposal {proposal} has {found} fits for {expected} reviewers")]
    Fits {
        /// The proposal.
        proposal: usize,
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A fit of more points than there are.
    #[error("proposal {proposal} and reviewer {reviewer} have more than {POINTS_MAX} points")]
    Points {
        /// The proposal.
        proposal: usize,
        /// The reviewer.
        reviewer: usize,
    },
    /// The quotas want more reviewers than a proposal gets, or one of them names a group twice.
    #[error("the quotas want {wanted} reviewers, a proposal gets {each}")]
    Quotas {
        /// How many the quotas want.
        wanted: usize,
        /// How many a proposal gets.
        each: usize,
    },
    /// A weight below nothing.
    #[error("a weight is negative")]
    Weights,
    /// There are not enough who may and can.
    #[error("{} proposals want {} reviews of people who can give {}", .0.proposals.len(), .0.wanted, .0.possible)]
    Short(Shortage),
}

/// Proposals that together want more reviews than those can give who may give them. It proves that there is no assignment:
/// whoever is not named here cannot help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// The proposals.
    pub proposals: Vec<usize>,
    /// The group whose reviewers they lack; `None` if it is reviewers of any group.
    pub group: Option<usize>,
    /// How many reviews they want, of this group or of any.
    pub wanted: usize,
    /// How many they can have, at most.
    pub possible: usize,
    /// Those who may review some of them and have no room for all of them.
    pub full: Vec<usize>,
}

/// The best assignment of a task.
///
/// # Errors
///
/// If the task makes no sense, or if there is no assignment: then with the smallest shortage that was found.
pub fn assign(task: &Task) -> Result<Assignment, Problem> {
    check(task)?;
    if let Some(shortage) = alone(task) {
        return Err(Problem::Short(shortage));
    }
    let mut plan = Plan::new(task);
    let sent = plan.network.send(SOURCE, SINK);
    if sent < plan.wanted() {
        return Err(Problem::Short(plan.shortage()));
    }
    Ok(plan.assignment())
}

impl Assignment {
    /// What it would cost at least to have this reviewer for a proposal in place of one of those who have it; nothing for
    /// those who have it.
    pub fn price(&self, proposal: usize, reviewer: usize) -> Option<i64> {
        self.prices[proposal][reviewer]
    }
}

fn check(task: &Task) -> Result<(), Problem> {
    let expected = task.reviewers.len();
    for (proposal, fits) in task.fits.iter().enumerate() {
        if fits.len() != expected {
            return Err(Problem::Fits { proposal, found: fits.len(), expected });
        }
        let beyond = |fit: &Fit| matches!(fit, Fit::Points(points) if *points > POINTS_MAX);
        if let Some(reviewer) = fits.iter().position(beyond) {
            return Err(Problem::Points { proposal, reviewer });
        }
    }
    let wanted = task.quotas.iter().map(|quota| quota.least).sum();
    let mut groups: Vec<usize> = task.quotas.iter().map(|quota| quota.group).collect();
    groups.sort_unstable();
    if wanted > task.each || groups.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Problem::Quotas { wanted, each: task.each });
    }
    if task.weights.fit < 0 || task.weights.load < 0 { Err(Problem::Weights) } else { Ok(()) }
}

/// A proposal that has too few reviewers without a conflict, whatever becomes of the others: the shortest reason.
fn alone(task: &Task) -> Option<Shortage> {
    let may = |proposal: usize, group: Option<usize>| {
        let fits = task.fits[proposal].iter().zip(&task.reviewers);
        fits.filter(|(fit, reviewer)| {
            **fit != Fit::Conflict && reviewer.most > 0 && group.is_none_or(|group| reviewer.group == group)
        })
        .count()
    };
    let quotas = task.quotas.iter().map(|quota| (Some(quota.group), quota.least));
    let wishes: Vec<_> = quotas.chain([(None, task.each)]).collect();
    (0..task.fits.len()).find_map(|proposal| {
        wishes.iter().find_map(|&(group, wanted)| {
            let possible = may(proposal, group);
            (possible < wanted).then(|| Shortage {
                proposals: vec![proposal],
                group,
                wanted,
                possible,
                full: vec![],
            })
        })
    })
}

const SOURCE: usize = 0;
const SINK: usize = 1;

/// A task as a network: source → proposal → group → reviewer → sink. What a quota wants goes from the source to the group
/// of a proposal at once, what is left may go to any group.
struct Plan<'a> {
    task: &'a Task,
    network: Network,
    groups: usize,
    /// From the source, with what each must carry.
    demands: Vec<(ArcId, i64)>,
    /// By proposal and reviewer; none where there is a conflict.
    pairs: Vec<Vec<Option<ArcId>>>,
    /// From each reviewer to the sink: one for each proposal that they can take, each dearer than the one before.
    loads: Vec<Vec<ArcId>>,
}

impl<'a> Plan<'a> {
    fn new(task: &'a Task) -> Self {
        let proposals = task.fits.len();
        let groups = task.reviewers.iter().map(|reviewer| reviewer.group + 1);
        let groups = groups.chain(task.quotas.iter().map(|quota| quota.group + 1)).max().unwrap_or(0);
        let nodes = 2 + proposals * (1 + groups) + task.reviewers.len();
        let network = Network::new(nodes);
        let mut plan = Self { task, network, groups, demands: vec![], pairs: vec![], loads: vec![] };
        for proposal in 0..proposals {
            plan.proposal(proposal);
        }
        for number in 0..task.reviewers.len() {
            plan.reviewer(number);
        }
        plan
    }

    fn any_of(&self, proposal: usize) -> usize {
        2 + proposal * (1 + self.groups)
    }

    fn group_of(&self, proposal: usize, group: usize) -> usize {
        self.any_of(proposal) + 1 + group
    }

    fn node_of(&self, reviewer: usize) -> usize {
        2 + self.task.fits.len() * (1 + self.groups) + reviewer
    }

    fn proposal(&mut self, proposal: usize) {
        let task = self.task;
        let any = self.any_of(proposal);
        let quotas =
            task.quotas.iter().map(|quota| (self.group_of(proposal, quota.group), quota.least as i64));
        let quotas: Vec<_> = quotas.collect();
        let rest = task.each as i64 - quotas.iter().map(|quota| quota.1).sum::<i64>();
        for (node, wanted) in quotas.into_iter().chain([(any, rest)]) {
            self.demands.push((self.network.arc(SOURCE, node, wanted, 0), wanted));
        }
        for group in 0..self.groups {
            let node = self.group_of(proposal, group);
            // Never full, so that it is never the narrow place.
            self.network.arc(any, node, rest + 1, 0);
        }
        let pairs = task.fits[proposal].iter().enumerate().map(|(reviewer, fit)| {
            let Fit::Points(points) = fit else { return None };
            let from = self.group_of(proposal, task.reviewers[reviewer].group);
            let missed = i64::from(POINTS_MAX - points);
            let to = self.node_of(reviewer);
            Some(self.network.arc(from, to, 1, missed * task.weights.fit))
        });
        let pairs = pairs.collect();
        self.pairs.push(pairs);
    }

    fn reviewer(&mut self, number: usize) {
        // Nobody can have more proposals than there are.
        let most = self.task.reviewers[number].most.min(self.task.fits.len());
        let from = self.node_of(number);
        let loads = (0..most).map(|have| {
            let share = have as i64 * LOAD_STEPS / most as i64;
            self.network.arc(from, SINK, 1, share * self.task.weights.load)
        });
        let loads = loads.collect();
        self.loads.push(loads);
    }

    fn wanted(&self) -> i64 {
        self.demands.iter().map(|demand| demand.1).sum()
    }

    fn assignment(&self) -> Assignment {
        let has = |arc: &Option<ArcId>| arc.is_some_and(|arc| self.network.along(arc) == 1);
        let reviewers: Vec<Vec<usize>> = self
            .pairs
            .iter()
            .map(|pairs| {
                pairs.iter().enumerate().filter(|(_, arc)| has(arc)).map(|(number, _)| number).collect()
            })
            .collect();
        let count = |loads: &Vec<ArcId>| loads.iter().filter(|arc| self.network.along(**arc) == 1).count();
        let price = |arc: &Option<ArcId>| arc.map(|arc| self.network.reduced_cost(arc).max(0));
        Assignment {
            reviewers,
            loads: self.loads.iter().map(count).collect(),
            cost: self.network.cost(),
            bound: self.network.bound(SOURCE, SINK, self.wanted()),
            prices: self.pairs.iter().map(|pairs| pairs.iter().map(price).collect()).collect(),
        }
    }

    /// What the narrowest place says: the proposals behind it want more than can pass.
    fn shortage(&self) -> Shortage {
        let task = self.task;
        let reached = self.network.reached(SOURCE);
        let any = |proposal: usize| reached[self.any_of(proposal)];
        let behind = |proposal: usize, group: usize| reached[self.group_of(proposal, group)];
        let proposals: Vec<usize> = (0..task.fits.len())
            .filter(|&proposal| any(proposal) || (0..self.groups).any(|group| behind(proposal, group)))
            .collect();
        let full: Vec<usize> =
            (0..task.reviewers.len()).filter(|&number| reached[self.node_of(number)]).collect();
        let mut quotas =
            task.quotas.iter().filter(|quota| proposals.iter().any(|&one| behind(one, quota.group)));
        let group = match (proposals.iter().any(|&one| any(one)), quotas.next(), quotas.next()) {
            (false, Some(quota), None) => Some(quota.group),
            _ => None,
        };
        let wanted: usize = proposals
            .iter()
            .map(|&proposal| {
                let quotas = task.quotas.iter().filter(|quota| behind(proposal, quota.group));
                let quotas: usize = quotas.map(|quota| quota.least).sum();
                let all: usize = task.quotas.iter().map(|quota| quota.least).sum();
                quotas + if any(proposal) { task.each - all } else { 0 }
            })
            .sum();
        let by_others: usize = proposals
            .iter()
            .map(|&proposal| {
                let fits = task.fits[proposal].iter().zip(&task.reviewers).enumerate();
                fits.filter(|(number, (fit, reviewer))| {
                    **fit != Fit::Conflict
                        && behind(proposal, reviewer.group)
                        && !reached[self.node_of(*number)]
                })
                .count()
            })
            .sum();
        let by_full: usize = full.iter().map(|&number| self.loads[number].len()).sum();
        Shortage { proposals, group, wanted, possible: by_full + by_others, full }
    }
}
