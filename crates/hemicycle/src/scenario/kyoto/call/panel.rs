//! Who reviews the workshops: members of an advisory group by stakeholder group, with what they know, what they would
//! like to read, what they must not read, and what they were given.

use std::collections::{BTreeMap, BTreeSet};

use forum::reference::groups::StakeholderGroup;
use forum::review::{Bid, CRITERIA};
use selection::assign::{Fit, POINTS_MAX, Quota, Reviewer as Capacity, Task, Weights, assign};

use super::{Proposal, scaled};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::{Kyoto, figures};

/// The groups of which each proposal has reviewers, so many of each.
pub(super) const GROUPS: [StakeholderGroup; 4] = [
    StakeholderGroup::Government,
    StakeholderGroup::CivilSociety,
    StakeholderGroup::PrivateSector,
    StakeholderGroup::TechnicalCommunity,
];
/// Reviewers of each group for each proposal.
pub(super) const OF_EACH: usize = 2;
/// Reviewers of each proposal.
pub(super) const EACH: usize = OF_EACH * GROUPS.len();

/// The reviewers and what they did. Proposals are counted by their place among those that were reviewed.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The reviewers.
    pub reviewers: Vec<Reviewer>,
    /// Who would review what, and how gladly.
    pub bids: BTreeMap<(usize, usize), Bid>,
    /// Proposals and reviewers who said that they have a conflict.
    pub declared: BTreeSet<(usize, usize)>,
    /// Proposals in which a colleague of a reviewer speaks, unless they were accepted.
    pub found: BTreeSet<(usize, usize)>,
    /// The reviews of each proposal.
    pub reviews: Vec<Vec<Review>>,
}

/// A reviewer.
#[derive(Clone, Debug)]
pub struct Reviewer {
    /// Who.
    pub person: usize,
    /// Which themes they know.
    pub themes: Vec<usize>,
    /// How far their scores lie above those of others, for no reason in the proposals.
    pub leniency: f64,
}

/// A review that was asked for.
#[derive(Clone, Debug)]
pub struct Review {
    /// The reviewer, by their place in the panel.
    pub reviewer: usize,
    /// The scores, in the order of the criteria.
    pub scores: [u8; CRITERIA.len()],
    /// How far it came.
    pub state: ReviewState,
}

/// How far a review came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// It was submitted.
    Submitted,
    /// It was saved and never submitted, and so does not count.
    Saved,
    /// It was never begun.
    Missing,
}

impl Review {
    /// The mean over all criteria, if it counts.
    pub fn mean(&self) -> Option<f64> {
        let sum: u32 = self.scores.iter().map(|score| u32::from(*score)).sum();
        (self.state == ReviewState::Submitted).then(|| f64::from(sum) / CRITERIA.len() as f64)
    }
}

/// The raw mean of a proposal.
pub(super) fn mean(reviews: &[Review]) -> f64 {
    let means: Vec<f64> = reviews.iter().filter_map(Review::mean).collect();
    if means.is_empty() { 0.0 } else { means.iter().sum::<f64>() / means.len() as f64 }
}

/// Names the panel, lets its members say what they know and like, and assigns. Reviews have no scores yet.
pub(super) fn deal(kyoto: &mut Kyoto, proposals: &[Proposal], dice: &Dice) -> Panel {
    let mut dice = dice.for_purpose("panel");
    let tracks: Vec<usize> =
        proposals.iter().filter(|p| is_reviewed(p)).map(|proposal| proposal.track).collect();
    let members = members(kyoto, &mut dice);
    let reviewer = |person: usize, dice: &mut Dice| {
        let mut themes: Vec<usize> = (0..kyoto.tracks.len()).collect();
        dice.shuffle(&mut themes);
        themes.truncate(2 + dice.below(3));
        Reviewer { person, themes, leniency: 0.0 }
    };
    let reviewers: Vec<Reviewer> = members.into_iter().map(|person| reviewer(person, &mut dice)).collect();
    let mut panel = Panel {
        reviewers,
        bids: BTreeMap::new(),
        declared: BTreeSet::new(),
        found: BTreeSet::new(),
        reviews: Vec::new(),
    };
    panel.wish(kyoto, &tracks, &mut dice);
    panel.reviews = panel.assigned(kyoto, &tracks);
    panel
}

/// Whether the panel reviews a proposal.
pub(super) fn is_reviewed(proposal: &Proposal) -> bool {
    proposal.call == super::WORKSHOPS && proposal.fate.has_passed()
}

/// As many people of each group, nobody of whom stands on the programme. Who has a colleague there serves in a personal
/// capacity, as members of the advisory group do, so that no conflict arises that nobody planned.
fn members(kyoto: &mut Kyoto, dice: &mut Dice) -> Vec<usize> {
    let on_programme: BTreeSet<usize> =
        kyoto.sessions.iter().flat_map(|session| session.roles.iter().map(|(person, _)| *person)).collect();
    let house = |kyoto: &Kyoto, person: usize| kyoto.persons[person].organisation;
    let houses: BTreeSet<usize> = on_programme.iter().filter_map(|person| house(kyoto, *person)).collect();
    let wanted = scaled(figures::PANEL, kyoto.sessions.len()).clamp(3 * GROUPS.len(), figures::PANEL);
    let mut taken = BTreeSet::new();
    let mut members = Vec::new();
    for (at, group) in GROUPS.into_iter().enumerate() {
        let free = |person: &usize| kyoto.persons[*person].group == group && !on_programme.contains(person);
        let mut pool: Vec<usize> = (0..kyoto.persons.len()).filter(free).collect();
        dice.shuffle(&mut pool);
        // Those whose organisation is not on the programme come first; each organisation sends one.
        pool.sort_by_key(|person| house(kyoto, *person).is_none_or(|house| houses.contains(&house)));
        let share = wanted / GROUPS.len() + usize::from(at < wanted % GROUPS.len());
        pool.retain(|person| house(kyoto, *person).is_none_or(|house| taken.insert(house)));
        members.extend(pool.into_iter().take(share));
    }
    for person in &members {
        let own = &mut kyoto.persons[*person].organisation;
        *own = own.filter(|house| !houses.contains(house));
    }
    members
}

impl Panel {
    /// Bids, and conflicts: some of each hundred.
    fn wish(&mut self, kyoto: &Kyoto, tracks: &[usize], dice: &mut Dice) {
        for (at, reviewer) in self.reviewers.iter().enumerate() {
            for (proposal, track) in tracks.iter().enumerate() {
                let knows = reviewer.themes.contains(track);
                let bid = match dice.below(100) {
                    0..=5 if knows => Some(Bid::Eager),
                    6..=9 if knows => Some(Bid::Willing),
                    0..=1 => Some(Bid::Reluctant),
                    _ => None,
                };
                self.bids.extend(bid.map(|bid| ((proposal, at), bid)));
                if dice.below(400) == 0 {
                    self.declared.insert((proposal, at));
                } else if dice.below(900) == 0 && kyoto.persons[reviewer.person].organisation.is_some() {
                    self.found.insert((proposal, at));
                }
            }
        }
    }

    /// The best assignment there is, as the desk would find it.
    fn assigned(&self, kyoto: &Kyoto, tracks: &[usize]) -> Vec<Vec<Review>> {
        let group = |person: usize| {
            GROUPS.iter().position(|group| *group == kyoto.persons[person].group).unwrap_or_default()
        };
        let fit = |proposal: usize, track: usize, at: usize| {
            if self.declared.contains(&(proposal, at)) || self.found.contains(&(proposal, at)) {
                return Fit::Conflict;
            }
            let knows = if self.reviewers[at].themes.contains(&track) { 5 } else { 0 };
            let likes = match self.bids.get(&(proposal, at)) {
                Some(Bid::Eager) => 5,
                Some(Bid::Willing) => 4,
                Some(Bid::Reluctant) => 0,
                None => 2,
            };
            Fit::Points((knows + likes).min(POINTS_MAX))
        };
        let most = tracks.len();
        let reviewers =
            self.reviewers.iter().map(|reviewer| Capacity { group: group(reviewer.person), most }).collect();
        let fits = tracks.iter().enumerate().map(|(proposal, track)| {
            (0..self.reviewers.len()).map(|at| fit(proposal, *track, at)).collect::<Vec<_>>()
        });
        let quotas = (0..GROUPS.len()).map(|group| Quota { group, least: OF_EACH }).collect();
        let task = Task {
            each: EACH,
            reviewers,
            fits: fits.collect(),
            quotas,
            weights: Weights { fit: 1, load: 4 },
        };
        let assignment =
            assign(&task).expect("a panel with three of each group, and few conflicts, is enough");
        let review = |reviewer: usize| Review { reviewer, scores: [3; 6], state: ReviewState::Submitted };
        assignment.reviewers.iter().map(|all| all.iter().copied().map(review).collect()).collect()
    }
}
