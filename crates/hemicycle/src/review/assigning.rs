//! Who reviews what: the state as a task for [`selection::assign`], its answer as a command, and why each pair is one.

use forum::call::views::chosen;
use forum::people::Person;
use forum::reference::groups::StakeholderGroup;
use forum::review::conflicts::Finder;
use forum::review::{Bid, Command, Conflict, Settings, views};
use forum::{CallId, Forum, PersonId, ProposalId};
use selection::assign::{self, Assignment, Problem, Quota, Reviewer, Shortage, Task, Weights};
use std::collections::BTreeMap;

/// How a reviewer and a proposal go together, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fit {
    /// Points, up to [`selection::assign::POINTS_MAX`].
    pub points: u8,
    /// Whether the reviewer knows its theme; `None` if they have not said what they know, or it has no theme.
    pub theme: Option<bool>,
    /// How gladly they would review it.
    pub bid: Option<Bid>,
    /// Whether they are of a group that has a quota.
    pub quota: bool,
    /// Why they may not.
    pub conflict: Option<Conflict>,
}

/// An assignment that can be made.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// All reviewers of each proposal, those that it had already included.
    pub assigned: BTreeMap<ProposalId, Vec<PersonId>>,
    /// How many proposals each reviewer has then.
    pub loads: Vec<(PersonId, usize)>,
    /// What it costs: points of fit missed and loads, weighed.
    pub cost: i64,
    /// No assignment costs less. Equal to the cost where all was assigned at once; above it nothing is promised of how
    /// what was there already goes together with what is new.
    pub bound: i64,
    call: CallId,
    prices: BTreeMap<(ProposalId, PersonId), i64>,
}

impl Proposed {
    /// What it would cost at least to have this reviewer in place of one of those whom the proposal has; nothing for those,
    /// `None` where there is a conflict or nothing was to be assigned.
    pub fn price(&self, proposal: ProposalId, reviewer: PersonId) -> Option<i64> {
        self.prices.get(&(proposal, reviewer)).copied()
    }

    /// The command that makes it.
    pub fn command(&self) -> Command {
        Command::Assign { call: self.call, assigned: self.assigned.clone() }
    }
}

/// Why nothing can be assigned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// It is not settled how the call is reviewed.
    NotSettled,
    /// Nobody holds the office of a reviewer.
    NoReviewers,
    /// There is no proposal that goes to reviewers.
    NothingToReview,
    /// The quotas want more reviewers than a proposal gets.
    Quotas {
        /// How many they want.
        wanted: usize,
        /// How many a proposal gets.
        each: usize,
    },
    /// Proposals want more reviews than those can give who may give them: the proof that there is no assignment.
    Short {
        /// The proposals.
        proposals: Vec<ProposalId>,
        /// The group whose reviewers they lack, if it is one group's.
        group: Option<StakeholderGroup>,
        /// How many reviews they want.
        wanted: usize,
        /// How many they can have.
        possible: usize,
        /// Those who might review some of them and can take no more.
        full: Vec<PersonId>,
    },
}

/// Assigns what is missing: whoever reviews a proposal already stays.
///
/// # Errors
/// The [`Trouble`] that says why it cannot be done.
pub fn propose(forum: &Forum, call: CallId) -> Result<Proposed, Trouble> {
    Bench::of(forum, call)?.propose(|_, _| true)
}

/// Assigns anew: only those stay who have written something already.
///
/// # Errors
/// The [`Trouble`] that says why it cannot be done.
pub fn afresh(forum: &Forum, call: CallId) -> Result<Proposed, Trouble> {
    let wrote = |proposal: ProposalId, reviewer: PersonId| {
        forum.review.reviews.get(&proposal).is_some_and(|reviews| reviews.contains_key(&reviewer))
    };
    Bench::of(forum, call)?.propose(wrote)
}

/// What goes together how well, for all pairs of a call: gathered once.
pub struct Fits<'a> {
    forum: &'a Forum,
    settings: &'a Settings,
    call: CallId,
    finder: Finder<'a>,
}

impl<'a> Fits<'a> {
    /// Gathers what is known of the reviewers of a call; `None` where it is not settled how it is reviewed.
    pub fn of(forum: &'a Forum, call: CallId) -> Option<Fits<'a>> {
        let settings = forum.review.settings.get(&call)?;
        Some(Fits { forum, settings, call, finder: Finder::of(forum, views::reviewers(forum)) })
    }

    /// How each of some reviewers goes together with a proposal.
    pub fn all(&self, proposal: ProposalId, reviewers: &[PersonId]) -> Vec<Fit> {
        let conflicts = self.finder.conflicts(proposal);
        reviewers.iter().map(|who| self.fit(proposal, *who, conflicts.get(who).copied())).collect()
    }

    /// How one reviewer goes together with a proposal.
    pub fn one(&self, proposal: ProposalId, reviewer: PersonId) -> Fit {
        self.fit(proposal, reviewer, self.finder.conflicts(proposal).get(&reviewer).copied())
    }

    fn fit(&self, proposal: ProposalId, reviewer: PersonId, conflict: Option<Conflict>) -> Fit {
        let review = &self.forum.review;
        let themes = self.forum.call.proposals.get(&proposal).map(|known| chosen(known, "theme"));
        let themes = themes.filter(|themes| !themes.is_empty());
        let known = review.expertise.get(&self.call).and_then(|all| all.get(&reviewer));
        let known = known.filter(|known| !known.is_empty());
        let theme = themes.zip(known).map(|(themes, known)| themes.iter().any(|theme| known.contains(theme)));
        let bid = review.bids.get(&proposal).and_then(|bids| bids.get(&reviewer)).copied();
        let group = self.forum.people.persons.get(&reviewer).and_then(|person| person.group);
        let quota = group.is_some_and(|group| self.settings.quotas.contains_key(&group));
        Fit { points: points(theme, bid), theme, bid, quota, conflict }
    }
}

/// Half of the points are for what somebody knows, half for what they would like.
fn points(theme: Option<bool>, bid: Option<Bid>) -> u8 {
    let knows = match theme {
        Some(true) => 5,
        None => 2,
        Some(false) => 0,
    };
    let likes = match bid {
        Some(Bid::Eager) => 5,
        Some(Bid::Willing) => 3,
        None => 2,
        Some(Bid::Reluctant) => 0,
    };
    knows + likes
}

/// What a proposal still lacks: how many reviewers, and how many of which groups at least. Proposals that lack the same
/// are assigned together.
type Lack = (usize, Vec<(usize, usize)>);

/// Everything that an assignment is made from.
struct Bench<'a> {
    forum: &'a Forum,
    fits: Fits<'a>,
    reviewers: Vec<PersonId>,
    groups: Vec<usize>,
    proposals: Vec<ProposalId>,
}

impl<'a> Bench<'a> {
    fn of(forum: &'a Forum, call: CallId) -> Result<Bench<'a>, Trouble> {
        let fits = Fits::of(forum, call).ok_or(Trouble::NotSettled)?;
        let reviewers = views::reviewers(forum);
        let proposals = views::reviewable(forum, call);
        if reviewers.is_empty() {
            return Err(Trouble::NoReviewers);
        }
        if proposals.is_empty() {
            return Err(Trouble::NothingToReview);
        }
        let group = |who: &PersonId| {
            number(forum.people.persons.get(who).and_then(|who: &std::sync::Arc<Person>| who.group))
        };
        let groups = reviewers.iter().map(group).collect();
        Ok(Bench { forum, fits, reviewers, groups, proposals })
    }

    fn propose(&self, stays: impl Fn(ProposalId, PersonId) -> bool) -> Result<Proposed, Trouble> {
        let mut made = Proposed {
            assigned: BTreeMap::new(),
            loads: vec![],
            cost: 0,
            bound: 0,
            call: self.fits.call,
            prices: BTreeMap::new(),
        };
        let mut open: BTreeMap<Lack, Vec<ProposalId>> = BTreeMap::new();
        for &proposal in &self.proposals {
            let conflicts = self.fits.finder.conflicts(proposal);
            let had = self.forum.review.assigned.get(&proposal).into_iter().flatten().copied();
            let kept: Vec<PersonId> = had
                .filter(|who| {
                    self.reviewers.contains(who) && !conflicts.contains_key(who) && stays(proposal, *who)
                })
                .collect();
            open.entry(self.lack(&kept)).or_default().push(proposal);
            made.assigned.insert(proposal, kept);
        }
        // What lacks most comes first: it is hardest to give it what it needs.
        for ((each, quotas), proposals) in open.iter().rev().filter(|((each, _), _)| *each > 0) {
            self.assign(&mut made, *each, quotas, proposals)?;
        }
        made.assigned.values_mut().for_each(|reviewers| reviewers.sort_unstable());
        made.loads = self.reviewers.iter().map(|who| (*who, load(&made, *who))).collect();
        Ok(made)
    }

    fn lack(&self, kept: &[PersonId]) -> Lack {
        let settings = self.fits.settings;
        let of = |group: usize| {
            kept.iter().filter(|who| self.number_of(**who).is_some_and(|at| self.groups[at] == group)).count()
        };
        let quotas = settings.quotas.iter().map(|(group, least)| {
            let group = number(Some(*group));
            (group, (*least as usize).saturating_sub(of(group)))
        });
        let quotas: Vec<_> = quotas.filter(|(_, least)| *least > 0).collect();
        let wanted = quotas.iter().map(|(_, least)| least).sum::<usize>();
        // Whoever stays may be of the wrong group; then the quotas go before the number.
        (
            (settings.each as usize).saturating_sub(kept.len()).max(if kept.is_empty() { 0 } else { wanted }),
            quotas,
        )
    }

    fn number_of(&self, who: PersonId) -> Option<usize> {
        self.reviewers.binary_search(&who).ok()
    }

    /// Gives each of these proposals so many reviewers more.
    fn assign(
        &self,
        made: &mut Proposed,
        each: usize,
        quotas: &[(usize, usize)],
        proposals: &[ProposalId],
    ) -> Result<(), Trouble> {
        let fits = proposals.iter().map(|proposal| self.row(made, *proposal)).collect();
        let loads: Vec<usize> = self.reviewers.iter().map(|who| load(made, *who)).collect();
        let mut task = Task {
            each,
            reviewers: vec![],
            fits,
            quotas: quotas.iter().map(|&(group, least)| Quota { group, least }).collect(),
            weights: Weights::default(),
        };
        let mut last = None;
        for most in self.limits(each * proposals.len() + loads.iter().sum::<usize>()) {
            let room = |(at, group): (usize, &usize)| Reviewer {
                group: *group,
                most: most.saturating_sub(loads[at]),
            };
            task.reviewers = self.groups.iter().enumerate().map(room).collect();
            match assign::assign(&task) {
                Ok(assignment) => {
                    self.take(made, proposals, &assignment);
                    return Ok(());
                }
                Err(Problem::Short(shortage)) => last = Some(self.short(proposals, &shortage)),
                Err(Problem::Quotas { wanted, each }) => return Err(Trouble::Quotas { wanted, each }),
                Err(other) => unreachable!("the task is made of whole rows and few points: {other}"),
            }
        }
        Err(last.unwrap_or(Trouble::NoReviewers))
    }

    /// How well each reviewer fits a proposal; whoever has it already cannot have it twice.
    fn row(&self, made: &Proposed, proposal: ProposalId) -> Vec<assign::Fit> {
        let kept = &made.assigned[&proposal];
        let fits = self.fits.all(proposal, &self.reviewers);
        let fit = |(fit, who): (Fit, &PersonId)| match fit.conflict {
            None if !kept.contains(who) => assign::Fit::Points(fit.points),
            _ => assign::Fit::Conflict,
        };
        fits.into_iter().zip(&self.reviewers).map(fit).collect()
    }

    /// How many proposals a reviewer takes at most: what the settings say, or little more than a fair share, and more if
    /// that is not enough.
    fn limits(&self, reviews: usize) -> Vec<usize> {
        match self.fits.settings.most {
            Some(most) => vec![most as usize],
            None => {
                let fair = reviews.div_ceil(self.reviewers.len());
                vec![fair + fair / 4 + 1, fair * 2 + 1, self.proposals.len()]
            }
        }
    }

    fn take(&self, made: &mut Proposed, proposals: &[ProposalId], assignment: &Assignment) {
        for (at, &proposal) in proposals.iter().enumerate() {
            let new = assignment.reviewers[at].iter().map(|number| self.reviewers[*number]);
            made.assigned.entry(proposal).or_default().extend(new);
            let prices = self.reviewers.iter().enumerate();
            let prices =
                prices.filter_map(|(number, who)| Some(((proposal, *who), assignment.price(at, number)?)));
            made.prices.extend(prices);
        }
        made.cost += assignment.cost;
        made.bound += assignment.bound;
    }

    fn short(&self, proposals: &[ProposalId], shortage: &Shortage) -> Trouble {
        let groups = StakeholderGroup::ALL;
        Trouble::Short {
            proposals: shortage.proposals.iter().map(|at| proposals[*at]).collect(),
            group: shortage.group.and_then(|group| groups.get(group).copied()),
            wanted: shortage.wanted,
            possible: shortage.possible,
            full: shortage.full.iter().map(|at| self.reviewers[*at]).collect(),
        }
    }
}

/// A group as a number; those without one are a group of their own.
fn number(group: Option<StakeholderGroup>) -> usize {
    let all = StakeholderGroup::ALL;
    group.and_then(|group| all.iter().position(|one| *one == group)).unwrap_or(all.len())
}

fn load(made: &Proposed, who: PersonId) -> usize {
    made.assigned.values().filter(|reviewers| reviewers.contains(&who)).count()
}
