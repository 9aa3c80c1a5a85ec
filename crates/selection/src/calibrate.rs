//! What the scores really say.
//!
//! A proposal that happened to get harsh reviewers has a low mean for no fault of its own. The model says so openly: a
//! score is a common level, plus what the proposal is worth, plus how lenient the reviewer is, plus chance, the three as
//! normal deviations whose sizes are estimated from the scores (a linear mixed model with crossed effects; variances by
//! restricted maximum likelihood through expectation and maximisation; Searle, Casella and McCulloch, *Variance
//! Components*, 1992, chapters 7 and 8). What comes out is a corrected score with an interval: few or contradictory scores
//! give a wide one. It is shown beside the plain mean, never in its place, and two proposals whose intervals say that
//! nobody can tell are a tie ([`Calibration::above`]).

mod matrix;

use self::matrix::Matrix;

/// A score that a reviewer gave a proposal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The proposal, as a number.
    pub proposal: usize,
    /// The reviewer, as a number.
    pub reviewer: usize,
    /// The score; any scale.
    pub score: f64,
}

/// What the scores of a proposal say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// How many scores.
    pub count: usize,
    /// Their plain mean; `None` without scores.
    pub mean: Option<f64>,
    /// Their standard deviation; `None` for fewer than two.
    pub spread: Option<f64>,
    /// What the proposal would have from reviewers of common leniency, drawn towards the common level the fewer scores
    /// there are.
    pub corrected: f64,
    /// The standard error of that.
    pub error: f64,
}

/// How lenient a reviewer is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leniency {
    /// How many scores they gave.
    pub count: usize,
    /// By how much their scores are above those that others would give; negative for the harsh.
    pub above: f64,
    /// The standard error of that.
    pub error: f64,
}

/// Scores, told apart.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// The common level.
    pub level: f64,
    /// By proposal.
    pub proposals: Vec<Worth>,
    /// By reviewer.
    pub reviewers: Vec<Leniency>,
    /// How much proposals, reviewers and chance vary.
    pub variances: Variances,
    /// Groups of reviewers that share no proposal with each other, directly or by others. With more than one, proposals of
    /// different groups are compared on trust that the groups are alike.
    pub apart: usize,
    system: System,
}

/// Variances in squared points of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variances {
    /// Of what proposals are worth.
    pub proposals: f64,
    /// Of leniency.
    pub reviewers: f64,
    /// Of chance: how far the same reviewer would be from themselves.
    pub chance: f64,
}

/// Below this no variance goes: all alike is a limit that the equations cannot reach.
const LEAST: f64 = 1e-6;
/// Rounds of estimation; the figures stand still well before.
const ROUNDS: usize = 200;
/// When a round changes every variance by less than this share, it was the last.
const STILL: f64 = 1e-5;
/// 95 of 100 values of a normal deviation are within so many standard errors.
const WITHIN: f64 = 1.96;

/// Tells apart what proposals are worth and how lenient reviewers are. Scores that are no finite numbers are left out, as
/// are those of proposals and reviewers beyond the given counts.
pub fn calibrate(proposals: usize, reviewers: usize, scores: &[Score]) -> Calibration {
    let fits =
        |score: &&Score| score.score.is_finite() && score.proposal < proposals && score.reviewer < reviewers;
    let scores: Vec<Score> = scores.iter().filter(fits).copied().collect();
    let by_proposal = by_proposal(proposals, &scores);
    let mut variances = first_guess(&scores);
    let mut system = System::solved(&by_proposal, reviewers, variances);
    for _ in 0..ROUNDS {
        let next = system.variances(&by_proposal, scores.len());
        let still = next.is_near(variances);
        variances = next;
        system = System::solved(&by_proposal, reviewers, variances);
        if still {
            break;
        }
    }
    let given = |number: usize| scores.iter().filter(|score| score.reviewer == number).count();
    Calibration {
        level: system.level(),
        proposals: (0..proposals).map(|number| system.worth(number, &by_proposal[number])).collect(),
        reviewers: (0..reviewers).map(|number| system.leniency(number, given(number))).collect(),
        variances,
        apart: apart(reviewers, &by_proposal),
        system,
    }
}

impl Calibration {
    /// How sure it is that one proposal is worth more than another: 0.5 if nobody can tell, 1 if it is certain.
    pub fn above(&self, one: usize, other: usize) -> f64 {
        let between = self.proposals[one].corrected - self.proposals[other].corrected;
        let error = self.system.error_between(one, other);
        if one == other || error <= 0.0 { 0.5 } else { normal(between / error) }
    }

    /// Whether the scores do not tell which of the two is worth more: 19 times of 20 one would be wrong to say so.
    pub fn is_tie(&self, one: usize, other: usize) -> bool {
        (0.025..=0.975).contains(&self.above(one, other))
    }

    /// The proposals from the highest corrected score down, ties of the very same score by number.
    pub fn ranking(&self) -> Vec<usize> {
        let mut ranking: Vec<usize> = (0..self.proposals.len()).collect();
        let corrected = |number: &usize| self.proposals[*number].corrected;
        ranking.sort_by(|one, other| corrected(other).total_cmp(&corrected(one)).then(one.cmp(other)));
        ranking
    }
}

impl Worth {
    /// The interval in which the corrected score is, 95 times of 100.
    pub fn interval(&self) -> (f64, f64) {
        (self.corrected - WITHIN * self.error, self.corrected + WITHIN * self.error)
    }
}

impl Leniency {
    /// The interval in which the leniency is, 95 times of 100.
    pub fn interval(&self) -> (f64, f64) {
        (self.above - WITHIN * self.error, self.above + WITHIN * self.error)
    }
}

impl Variances {
    fn is_near(self, other: Self) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() <= STILL * other.max(LEAST);
        near(self.proposals, other.proposals)
            && near(self.reviewers, other.reviewers)
            && near(self.chance, other.chance)
    }
}

/// The scores of each proposal: reviewer and score.
type Scores = Vec<(usize, f64)>;

fn by_proposal(proposals: usize, scores: &[Score]) -> Vec<Scores> {
    let mut by = vec![vec![]; proposals];
    scores.iter().for_each(|score| by[score.proposal].push((score.reviewer, score.score)));
    by
}

fn first_guess(scores: &[Score]) -> Variances {
    let mean = mean(scores.iter().map(|score| score.score)).unwrap_or(0.0);
    let squares = scores.iter().map(|score| (score.score - mean).powi(2));
    let third = self::mean(squares).unwrap_or(1.0).max(LEAST) / 3.0;
    Variances { proposals: third, reviewers: third, chance: third }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / count as f64)
}

/// The equations of the model, solved for given variances. Proposals meet only through reviewers, so what is left to solve
/// is as large as there are reviewers, and the common level.
#[derive(Clone, Debug)]
struct System {
    variances: Variances,
    /// Leniencies, then the common level.
    means: Vec<f64>,
    /// Their errors and how these go together.
    covariance: Matrix,
    /// By proposal: how sure its scores alone make it, its worth, and the reviewers whom it hangs on, by how much.
    proposals: Vec<Eliminated>,
}

#[derive(Clone, Debug)]
struct Eliminated {
    precision: f64,
    worth: f64,
    hangs: Vec<(usize, f64)>,
}

impl System {
    fn solved(by_proposal: &[Scores], reviewers: usize, variances: Variances) -> Self {
        let sure = 1.0 / variances.chance;
        let mut matrix = Matrix::new(reviewers + 1);
        let mut right = vec![0.0; reviewers + 1];
        (0..reviewers).for_each(|number| *matrix.at(number, number) += 1.0 / variances.reviewers);
        let mut proposals = Vec::with_capacity(by_proposal.len());
        for scores in by_proposal {
            let precision = scores.len() as f64 * sure + 1.0 / variances.proposals;
            let mut hangs: Vec<(usize, f64)> = scores.iter().map(|(reviewer, _)| (*reviewer, sure)).collect();
            hangs.push((reviewers, scores.len() as f64 * sure));
            let total: f64 = scores.iter().map(|(_, score)| score * sure).sum();
            for &(reviewer, score) in scores {
                *matrix.at(reviewer, reviewer) += sure;
                *matrix.at(reviewer, reviewers) += sure;
                *matrix.at(reviewers, reviewer) += sure;
                *matrix.at(reviewers, reviewers) += sure;
                right[reviewer] += score * sure;
                right[reviewers] += score * sure;
            }
            for &(one, by) in &hangs {
                right[one] -= by * total / precision;
                for &(other, also) in &hangs {
                    *matrix.at(one, other) -= by * also / precision;
                }
            }
            proposals.push(Eliminated { precision, worth: total / precision, hangs });
        }
        // Without a single score the level is anything; this makes it nothing.
        *matrix.at(reviewers, reviewers) += LEAST;
        let covariance = matrix.inverse();
        let means = covariance.times(&right);
        for proposal in &mut proposals {
            let others: f64 = proposal.hangs.iter().map(|(number, by)| by * means[*number]).sum();
            proposal.worth -= others / proposal.precision;
        }
        Self { variances, means, covariance, proposals }
    }

    fn level(&self) -> f64 {
        self.means.last().copied().unwrap_or(0.0)
    }

    /// The covariance of the worths of two proposals, each above the common level.
    fn together(&self, one: usize, other: usize) -> f64 {
        let (a, b) = (&self.proposals[one], &self.proposals[other]);
        let shared: f64 = a
            .hangs
            .iter()
            .flat_map(|&(n, by)| b.hangs.iter().map(move |&(m, also)| by * also * self.covariance.get(n, m)))
            .sum();
        let own = if one == other { 1.0 / a.precision } else { 0.0 };
        own + shared / (a.precision * b.precision)
    }

    fn error_between(&self, one: usize, other: usize) -> f64 {
        let variance =
            self.together(one, one) + self.together(other, other) - 2.0 * self.together(one, other);
        variance.max(0.0).sqrt()
    }

    fn worth(&self, number: usize, scores: &Scores) -> Worth {
        let mean = mean(scores.iter().map(|(_, score)| *score));
        let squares: f64 = scores.iter().map(|(_, score)| (score - mean.unwrap_or(0.0)).powi(2)).sum();
        Worth {
            count: scores.len(),
            mean,
            spread: (scores.len() > 1).then(|| (squares / (scores.len() - 1) as f64).sqrt()),
            corrected: self.level() + self.proposals[number].worth,
            error: (self.together(number, number) + self.of_level(number)).max(0.0).sqrt(),
        }
    }

    /// What the error of the common level adds to that of a proposal's own worth.
    fn of_level(&self, number: usize) -> f64 {
        let last = self.means.len() - 1;
        let proposal = &self.proposals[number];
        let hangs = proposal.hangs.iter().map(|&(other, by)| by * self.covariance.get(last, other));
        self.covariance.get(last, last) - 2.0 * hangs.sum::<f64>() / proposal.precision
    }

    fn leniency(&self, number: usize, count: usize) -> Leniency {
        Leniency { count, above: self.means[number], error: self.covariance.get(number, number).sqrt() }
    }

    /// The variances that these effects make likeliest: the next round of the estimation.
    fn variances(&self, by_proposal: &[Scores], scores: usize) -> Variances {
        let reviewers = self.means.len() - 1;
        let worths = (0..self.proposals.len())
            .filter(|number| !by_proposal[*number].is_empty())
            .map(|number| self.proposals[number].worth.powi(2) + self.together(number, number));
        let leniencies =
            (0..reviewers).map(|number| self.means[number].powi(2) + self.covariance.get(number, number));
        let chance = by_proposal.iter().enumerate().flat_map(|(number, scores)| {
            scores.iter().map(move |&(reviewer, score)| self.missed(number, reviewer, score))
        });
        let chance: f64 = chance.sum();
        let or = |estimate: Option<f64>, now: f64| estimate.unwrap_or(now).max(LEAST);
        Variances {
            proposals: or(mean(worths), self.variances.proposals),
            reviewers: or(mean(leniencies), self.variances.reviewers),
            chance: or((scores > 0).then(|| chance / scores as f64), self.variances.chance),
        }
    }

    /// How far a score is from what the model says of it, squared, as expected over what the model does not know.
    fn missed(&self, number: usize, reviewer: usize, score: f64) -> f64 {
        let last = self.means.len() - 1;
        let proposal = &self.proposals[number];
        let missed = score - self.level() - proposal.worth - self.means[reviewer];
        // The error of level + leniency + worth, where the worth hangs on all of them.
        let known = |other: usize| self.covariance.get(reviewer, other) + self.covariance.get(last, other);
        let pair = known(reviewer) + known(last);
        let with_worth: f64 =
            proposal.hangs.iter().map(|&(other, by)| -by / proposal.precision * known(other)).sum();
        missed * missed + pair + 2.0 * with_worth + self.together(number, number)
    }
}

/// How many groups of reviewers with scores have no proposal in common.
fn apart(reviewers: usize, by_proposal: &[Scores]) -> usize {
    fn root(of: &mut [usize], mut number: usize) -> usize {
        while of[number] != number {
            of[number] = of[of[number]];
            number = of[number];
        }
        number
    }
    let mut of: Vec<usize> = (0..reviewers).collect();
    let mut gave = vec![false; reviewers];
    for scores in by_proposal {
        for pair in scores.windows(2) {
            let (one, other) = (root(&mut of, pair[0].0), root(&mut of, pair[1].0));
            of[one] = other;
        }
        scores.iter().for_each(|(reviewer, _)| gave[*reviewer] = true);
    }
    (0..reviewers).filter(|&number| gave[number] && root(&mut of, number) == number).count()
}

/// The share of a normal deviation that is below so many standard errors: the formula 7.1.26 of Abramowitz and Stegun,
/// *Handbook of Mathematical Functions* (1964), exact to seven digits.
fn normal(errors: f64) -> f64 {
    let x = errors.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let powers = [0.254_829_592, -0.284_496_736, 1.421_413_741, -1.453_152_027, 1.061_405_429];
    let tail = powers.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t) * (-x * x).exp();
    if errors < 0.0 { tail / 2.0 } else { 1.0 - tail / 2.0 }
}
