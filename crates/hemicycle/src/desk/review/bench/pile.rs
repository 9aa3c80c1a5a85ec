//! What one reviewer has to read for a call, in the order in which it is best read: theme by theme.

use std::sync::Arc;

use forum::review::Settings;
use forum::review::views::{Task, TaskState as Standing, my_list};
use forum::{CallId, PersonId, ProposalId};
use jiff::Timestamp;

use crate::desk::review::about::Reviewed;
use crate::desk::review::shown::{Shown, themes};
use crate::site::Visit;

/// A proposal of the pile. What of it is shown is what its reviewer may read: nothing, where there is a conflict.
pub(in crate::desk::review) struct One {
    pub(in crate::desk::review) id: ProposalId,
    pub(in crate::desk::review) shown: Option<Shown>,
    pub(in crate::desk::review) standing: Standing,
    /// The weighted mean of the scores, once all are given.
    pub(in crate::desk::review) mean: Option<f64>,
}

/// What one reviewer has to read.
pub(in crate::desk::review) struct Pile<'a> {
    pub(in crate::desk::review) of: Reviewed<'a>,
    pub(in crate::desk::review) me: PersonId,
    pub(in crate::desk::review) all: Vec<One>,
}

impl<'a> Pile<'a> {
    fn of(visit: &'a Visit, call: CallId, me: PersonId, tasks: &[Task<'_>]) -> Option<Pile<'a>> {
        let of = Reviewed::of_call(visit, call).ok()?;
        let (settings, themes) = (of.settings?, themes(of.call));
        let one = |task: &Task<'_>| One {
            id: task.proposal,
            shown: Shown::of(visit, task.proposal).filter(|_| task.state != Standing::Conflict),
            standing: task.state,
            mean: task.review.and_then(|review| settings.mean(&review.scores)),
        };
        let mut all: Vec<One> = tasks.iter().filter(|task| task.call == call).map(one).collect();
        let place = |one: &One| {
            let theme = one.shown.as_ref().and_then(|shown| shown.theme.as_deref());
            let theme = theme.and_then(|theme| themes.iter().position(|known| known == theme));
            (one.standing == Standing::Conflict, theme.unwrap_or(usize::MAX), one.id)
        };
        all.sort_by_key(place);
        Some(Pile { of, me, all })
    }

    /// The pile of whoever visits for the call of a proposal.
    pub(in crate::desk::review) fn with(visit: &'a Visit, proposal: ProposalId) -> Option<Pile<'a>> {
        let call = visit.forum().call.proposals.get(&proposal)?.call;
        let me = visit.visitor.person()?;
        Pile::of(visit, call, me, &my_list(visit.forum(), me))
    }

    /// The piles of whoever visits, the one that is due first before the others.
    pub(in crate::desk::review) fn all(visit: &'a Visit) -> Vec<Pile<'a>> {
        let Some(me) = visit.visitor.person() else { return Vec::new() };
        let tasks = my_list(visit.forum(), me);
        let calls = visit.forum().review.settings.iter();
        let mut calls: Vec<(Timestamp, CallId)> =
            calls.map(|(call, settings)| (settings.gate.closes, *call)).collect();
        let now = Timestamp::now();
        calls.sort_by_key(|(closes, call)| (*closes < now, *closes, *call));
        calls.into_iter().filter_map(|(_, call)| Pile::of(visit, call, me, &tasks)).collect()
    }

    /// How the call is reviewed; a pile has settings, or there is none.
    pub(in crate::desk::review) fn settings(&self) -> Option<&'a Arc<Settings>> {
        self.of.settings
    }

    /// How many stand so.
    pub(in crate::desk::review) fn count(&self, standing: Standing) -> usize {
        self.all.iter().filter(|one| one.standing == standing).count()
    }

    /// How many are to be reviewed.
    pub(in crate::desk::review) fn whole(&self) -> usize {
        self.all.len() - self.count(Standing::Conflict)
    }

    /// The next one that is not submitted, after another or from the beginning.
    pub(in crate::desk::review) fn next(&self, after: Option<ProposalId>) -> Option<ProposalId> {
        let at = after.and_then(|after| self.all.iter().position(|one| one.id == after));
        let (before, behind) = self.all.split_at(at.map_or(0, |at| at + 1));
        let due =
            |one: &&One| matches!(one.standing, Standing::Open | Standing::Saved) && Some(one.id) != after;
        behind.iter().chain(before).find(due).map(|one| one.id)
    }

    /// Whether scores are taken now.
    pub(in crate::desk::review) fn is_open(&self) -> bool {
        self.of.settings.is_some_and(|settings| settings.gate.is_open(Timestamp::now()))
    }
}
