use std::collections::BTreeMap;

use super::build::{Wants, overlap_price, overlaps, stretches, trim, wants_of};
use super::{Frame, Group, Instance, Solution, TimeRelation};
use crate::search::Cost;

/// How near two frames must be for their sessions to count as adjacent.
const ADJACENT_MINUTES: i64 = 30;

/// What a schedule costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// What no schedule of this instance can avoid: sessions cut to what there is.
    pub fixed: i64,
    /// Hard: pairs of sessions of one group at the same time (counted from both sides). Soft: everything else.
    pub dynamic: Cost,
}

/// An instance with its rules worked out, so that schedules can be priced fast.
#[derive(Debug, Clone)]
pub struct Scorer<'a> {
    pub(super) instance: &'a Instance,
    pub(super) fixed: i64,
    /// Sessions that can be seated are those whose room has so many seats.
    pub(super) attendees: Vec<i64>,
    /// Per session and frame: what it costs to be there at all, rooms aside.
    pub(super) in_frame: Vec<Vec<i64>>,
    /// Per pair of sessions: what the first pays when they overlap; `None` if they never may.
    pub(super) pair: Vec<Vec<Option<i64>>>,
    pub(super) overlap: Vec<Vec<bool>>,
    pub(super) near: Vec<Vec<bool>>,
    pub(super) start: Vec<i64>,
    /// Sessions of groups that meet more than once, in the order of their ids.
    pub(super) series: Vec<Vec<usize>>,
    pub(super) relation: Vec<Option<(TimeRelation, i64)>>,
    /// Sessions that want to be next to one of the others, and the price.
    pub(super) adjacent: Vec<(usize, Vec<usize>, i64)>,
}

impl<'a> Scorer<'a> {
    /// Works out the rules of an instance.
    pub fn new(instance: &'a Instance) -> Self {
        let mut wants = wants_of(instance);
        let minutes = instance.slots.iter().map(|slot| instance.frames[slot.frame].minutes).collect();
        let seats = instance.slots.iter().map(|slot| instance.rooms[slot.room].capacity).collect();
        let cut = trim(&mut wants.iter_mut().map(|wants| &mut wants.minutes).collect::<Vec<_>>(), minutes)
            + trim(&mut wants.iter_mut().map(|wants| &mut wants.attendees).collect::<Vec<_>>(), seats);
        let trim_price = instance.prices.session_requires_trim;
        let groups: Vec<&Group> =
            instance.sessions.iter().map(|session| &instance.groups[&session.group]).collect();
        let everyone = || wants.iter().zip(&groups);
        let pair = everyone()
            .map(|(a, from)| {
                let price = |(b, to): (_, &&Group)| {
                    (from.id != to.id).then(|| overlap_price(instance, (a, from), (b, to)))
                };
                everyone().map(price).collect()
            })
            .collect();
        let mut series: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        instance
            .sessions
            .iter()
            .for_each(|session| series.entry(&session.group).or_default().push(session.id));
        let adjacent = wants
            .iter()
            .enumerate()
            .filter_map(|(session, wants)| {
                let (target, price) = wants.adjacent.as_ref()?;
                Some((session, series.get(target.as_str()).cloned().unwrap_or_default(), *price))
            })
            .collect();
        let at = stretches(instance);
        let table = |holds: &dyn Fn((i64, i64), (i64, i64)) -> bool| -> Vec<Vec<bool>> {
            at.iter().map(|&a| at.iter().map(|&b| holds(a, b)).collect()).collect()
        };
        Self {
            instance,
            fixed: cut * trim_price,
            attendees: wants.iter().map(|wants| wants.attendees).collect(),
            in_frame: wants.iter().map(|wants| frame_prices(instance, wants)).collect(),
            pair,
            overlap: table(&overlaps),
            near: table(&|a, b| {
                (a.0 - b.1).abs() <= ADJACENT_MINUTES || (b.0 - a.1).abs() <= ADJACENT_MINUTES
            }),
            start: at.iter().map(|at| at.0).collect(),
            relation: wants.iter().map(|wants| wants.relation).collect(),
            adjacent,
            series: series.into_values().filter(|series| series.len() > 1).collect(),
        }
    }

    /// What a schedule costs, from scratch.
    pub fn score(&self, solution: &Solution) -> Score {
        let frames: Vec<usize> = solution.slots.iter().map(|&slot| self.instance.slots[slot].frame).collect();
        let mut dynamic = Cost::ZERO;
        for (session, &frame) in frames.iter().enumerate() {
            dynamic.soft += self.in_frame[session][frame];
            for (other, &when) in frames.iter().enumerate() {
                if other != session && self.overlap[frame][when] {
                    match self.pair[session][other] {
                        Some(price) => dynamic.soft += price,
                        None => dynamic.hard += 1,
                    }
                }
            }
        }
        let too_small = solution.slots.iter().zip(&self.attendees).filter(|(slot, attendees)| {
            **attendees > self.instance.rooms[self.instance.slots[**slot].room].capacity
        });
        dynamic.soft += self.instance.prices.session_requires_trim * too_small.count() as i64;
        dynamic.soft += self.series.iter().map(|series| self.series_price(series, &frames)).sum::<i64>();
        dynamic.soft += self.adjacency_price(&solution.slots);
        Score { fixed: self.fixed, dynamic }
    }

    /// What a group pays for the order of its sessions and the days between them.
    pub(super) fn series_price(&self, series: &[usize], frames: &[usize]) -> i64 {
        let start = |session: usize| self.start[frames[session]];
        let in_order = series.windows(2).all(|two| start(two[0]) <= start(two[1]));
        let mut price = 0;
        if !in_order {
            price += self.instance.prices.sessions_out_of_order * series.len() as i64;
        }
        if series.iter().any(|&session| self.relation[session].is_some()) {
            let mut days: Vec<i64> = series.iter().map(|&session| start(session)).collect();
            days.sort_unstable();
            let between = days[1] / (24 * 60) - days[0] / (24 * 60);
            for (relation, denied) in series.iter().filter_map(|&session| self.relation[session]) {
                let broken = match relation {
                    TimeRelation::SubsequentDays => between != 1,
                    TimeRelation::OneDaySeparation => between == 1,
                };
                price += if broken { denied } else { 0 };
            }
        }
        price
    }

    /// What sessions pay that are not in the room of the group that they want to be next to.
    pub(super) fn adjacency_price(&self, slots: &[usize]) -> i64 {
        let next_to = |a: usize, b: usize| {
            let (a, b) = (self.instance.slots[slots[a]], self.instance.slots[slots[b]]);
            a.room == b.room && self.near[a.frame][b.frame]
        };
        let denied = self.adjacent.iter().filter(|(session, others, _)| {
            !others.iter().any(|&other| other != *session && next_to(*session, other))
        });
        denied.map(|(_, _, price)| price).sum()
    }
}

/// What it costs a session to be in each frame, rooms and other sessions aside.
fn frame_prices(instance: &Instance, wants: &Wants) -> Vec<i64> {
    let price = |frame: &Frame| {
        let short = if wants.minutes > frame.minutes { instance.prices.session_requires_trim } else { 0 };
        let away = if wants.unavailable.contains(&frame.timerange) { wants.unavailable_price } else { 0 };
        short + away
    };
    instance.frames.iter().map(price).collect()
}
