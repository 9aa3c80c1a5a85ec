//! What the scores say: the plain mean of each proposal, what is left of it once harsh and lenient reviewers are told
//! apart, how sure that is, and which proposals nobody can tell from each other.

use forum::reference::groups::StakeholderGroup;
use forum::review::{Review, Settings, views};
use forum::{CallId, Forum, PersonId, ProposalId};
use selection::calibrate::{Calibration, Score, Variances, calibrate};
use std::collections::BTreeMap;

/// In which band a proposal is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Band {
    /// Good enough to accept.
    Accept,
    /// To be discussed.
    Discuss,
    /// To decline.
    Decline,
    /// Nobody has scored it.
    Unscored,
}

/// What the scores of a proposal say.
#[derive(Clone, Debug)]
pub struct Row {
    /// The proposal.
    pub proposal: ProposalId,
    /// How many reviews count.
    pub n: usize,
    /// Their plain mean.
    pub mean: Option<f64>,
    /// Their standard deviation; nothing for fewer than two.
    pub spread: Option<f64>,
    /// What it would have from reviewers of common leniency.
    pub corrected: f64,
    /// From here…
    pub low: f64,
    /// …to here the corrected score is, 95 times of 100.
    pub high: f64,
    /// The best and the worst place that it may have among those that were scored: a proposal counts as before or behind
    /// it only where the scores tell so, 19 times of 20.
    pub ranks: (usize, usize),
    /// The plain mean for each criterion, in the order of the settings.
    pub criteria: Vec<Option<f64>>,
    /// The plain mean by the stakeholder group of the reviewers: how many, and what they gave.
    pub groups: Vec<(Option<StakeholderGroup>, usize, f64)>,
    /// The band by the corrected score.
    pub band: Band,
    /// The band by the plain mean.
    pub plain_band: Band,
}

/// How lenient a reviewer is.
#[derive(Clone, Copy, Debug)]
pub struct Leniency {
    /// Who.
    pub reviewer: PersonId,
    /// How many of their reviews count.
    pub count: usize,
    /// By how much they score above others; negative for the harsh.
    pub above: f64,
    /// The standard error of that.
    pub error: f64,
}

/// What all scores of a call say.
#[derive(Clone, Debug)]
pub struct Results {
    /// The proposals, by corrected score from the highest down, those without scores last.
    pub rows: Vec<Row>,
    /// The reviewers who have scored, by id.
    pub reviewers: Vec<Leniency>,
    /// The common level.
    pub level: f64,
    /// How much proposals, reviewers and chance vary.
    pub variances: Variances,
    /// Groups of reviewers that share no proposal; with more than one, what they say is compared on trust.
    pub apart: usize,
    /// Runs of neighbours, as numbers of rows, of which nobody can tell the first from the last.
    pub ties: Vec<Vec<usize>>,
    calibration: Calibration,
    /// The numbers in the calibration, by row.
    numbers: Vec<usize>,
}

/// What the scores of a call say; `None` where it is not settled how it is reviewed.
pub fn results(forum: &Forum, call: CallId) -> Option<Results> {
    let settings = forum.review.settings.get(&call)?;
    let counted = views::counted(forum, call);
    let proposals: Vec<ProposalId> = views::reviewable(forum, call);
    let reviews: Vec<&[(PersonId, &Review)]> =
        proposals.iter().map(|one| counted.get(one).map(Vec::as_slice).unwrap_or_default()).collect();
    let mut reviewers: Vec<PersonId> =
        reviews.iter().flat_map(|all| all.iter().map(|(who, _)| *who)).collect();
    reviewers.sort_unstable();
    reviewers.dedup();
    let scores = scores(settings, &reviews, &reviewers);
    let calibration = calibrate(proposals.len(), reviewers.len(), &scores);
    let mut numbers = calibration.ranking();
    numbers.sort_by_key(|number| reviews[*number].is_empty());
    let scored = numbers.iter().take_while(|number| !reviews[**number].is_empty()).count();
    let lenient = |(at, who): (usize, &PersonId)| {
        let known = &calibration.reviewers[at];
        Leniency { reviewer: *who, count: known.count, above: known.above, error: known.error }
    };
    let mut results = Results {
        rows: vec![],
        reviewers: reviewers.iter().enumerate().map(lenient).collect(),
        level: calibration.level,
        variances: calibration.variances,
        apart: calibration.apart,
        ties: vec![],
        calibration,
        numbers,
    };
    let row = |at: usize| {
        let number = results.numbers[at];
        let ranks = if at < scored { results.ranks(at, scored) } else { (1, results.numbers.len()) };
        results.row(forum, settings, proposals[number], reviews[number], number, ranks)
    };
    results.rows = (0..proposals.len()).map(row).collect();
    results.ties = results.ties(scored);
    Some(results)
}

fn scores(settings: &Settings, reviews: &[&[(PersonId, &Review)]], reviewers: &[PersonId]) -> Vec<Score> {
    let mut scores = Vec::new();
    for (proposal, all) in reviews.iter().enumerate() {
        scores.extend(all.iter().filter_map(|(who, review)| {
            let reviewer = reviewers.binary_search(who).ok()?;
            Some(Score { proposal, reviewer, score: settings.mean(&review.scores)? })
        }));
    }
    scores
}

impl Results {
    /// Whether the scores do not tell which of two rows is worth more.
    pub fn is_tie(&self, one: usize, other: usize) -> bool {
        self.calibration.is_tie(self.numbers[one], self.numbers[other])
    }

    /// The rows that nobody can tell from the last one that has a place: to draw the line among them is a decision and no
    /// result. Empty if there is a place for all.
    pub fn around_the_cut(&self, places: usize) -> std::ops::Range<usize> {
        let scored = self.rows.iter().take_while(|row| row.n > 0).count();
        if places == 0 || places >= scored {
            return 0..0;
        }
        let last = places - 1;
        let from = first_tied(last, |other| self.is_tie(last, other));
        from..self.last_tied(last, scored) + 1
    }

    /// Between which places a row is. Those that are certainly before it come first, nearly without exception, so that it is
    /// enough to look for where they end.
    fn ranks(&self, at: usize, scored: usize) -> (usize, usize) {
        (first_tied(at, |other| self.is_tie(at, other)) + 1, self.last_tied(at, scored) + 1)
    }

    fn last_tied(&self, at: usize, scored: usize) -> usize {
        let (mut tied, mut apart) = (at, scored);
        while apart - tied > 1 {
            let middle = usize::midpoint(tied, apart);
            if self.is_tie(at, middle) { tied = middle } else { apart = middle }
        }
        tied
    }

    fn ties(&self, scored: usize) -> Vec<Vec<usize>> {
        let mut ties = Vec::new();
        let mut first = 0;
        while first < scored {
            let last = self.last_tied(first, scored);
            if last > first {
                ties.push((first..=last).collect());
            }
            first = last + 1;
        }
        ties
    }

    fn row(
        &self,
        forum: &Forum,
        settings: &Settings,
        proposal: ProposalId,
        reviews: &[(PersonId, &Review)],
        number: usize,
        ranks: (usize, usize),
    ) -> Row {
        let worth = &self.calibration.proposals[number];
        let (low, high) = worth.interval();
        let of_criterion = |key: &str| {
            let given = reviews.iter().filter_map(|(_, review)| review.scores.get(key));
            mean(given.map(|score| f64::from(*score)))
        };
        Row {
            proposal,
            n: worth.count,
            mean: worth.mean,
            spread: worth.spread,
            corrected: worth.corrected,
            low: low.max(f64::from(forum::review::SCORE_MIN)),
            high: high.min(f64::from(forum::review::SCORE_MAX)),
            ranks,
            criteria: settings.criteria.iter().map(|one| of_criterion(&one.key)).collect(),
            groups: by_group(forum, settings, reviews),
            band: band(settings, worth.mean.map(|_| worth.corrected)),
            plain_band: band(settings, worth.mean),
        }
    }
}

/// The first row from which one cannot be told: those before it are apart from it.
fn first_tied(at: usize, is_tie: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, at);
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_tie(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

fn band(settings: &Settings, score: Option<f64>) -> Band {
    // Hundredths, as they are shown: what reads as the threshold is the threshold.
    match score.map(|score| (score * 100.0).round()) {
        None => Band::Unscored,
        Some(score) if score >= f64::from(settings.accept) => Band::Accept,
        Some(score) if score < f64::from(settings.decline) => Band::Decline,
        Some(_) => Band::Discuss,
    }
}

fn by_group(
    forum: &Forum,
    settings: &Settings,
    reviews: &[(PersonId, &Review)],
) -> Vec<(Option<StakeholderGroup>, usize, f64)> {
    let mut groups: BTreeMap<Option<StakeholderGroup>, Vec<f64>> = BTreeMap::new();
    for (who, review) in reviews {
        let group = forum.people.persons.get(who).and_then(|person| person.group);
        groups.entry(group).or_default().extend(settings.mean(&review.scores));
    }
    let row = |(group, scores): (_, Vec<f64>)| Some((group, scores.len(), mean(scores.into_iter())?));
    groups.into_iter().filter_map(row).collect()
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
