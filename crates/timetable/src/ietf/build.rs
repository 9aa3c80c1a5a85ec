//! The rules of an instance, worked out: what each pair of sessions costs, where each session does not fit.

use std::collections::{BTreeMap, BTreeSet};

use super::read::minutes_of;
use super::{Group, Instance, RuleKind, TimeRelation};

/// What a session wants, gathered from its group and those that meet jointly with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Wants {
    pub(super) minutes: i64,
    pub(super) attendees: i64,
    pub(super) avoids: BTreeMap<String, i64>,
    pub(super) people: BTreeSet<i64>,
    pub(super) people_price: i64,
    pub(super) relation: Option<(TimeRelation, i64)>,
    pub(super) adjacent: Option<(String, i64)>,
    pub(super) unavailable: BTreeSet<String>,
    pub(super) unavailable_price: i64,
}

pub(super) fn wants_of(instance: &Instance) -> Vec<Wants> {
    instance
        .sessions
        .iter()
        .map(|session| {
            let mut wants =
                Wants { minutes: session.minutes, attendees: session.attendees, ..Wants::default() };
            let mut sources = vec![&session.group];
            for joint in &session.joint {
                if !sources.contains(&joint) {
                    sources.push(joint);
                }
            }
            for source in sources {
                for rule in instance.rules.iter().filter(|rule| rule.source == *source) {
                    let price = rule.penalty;
                    match &rule.kind {
                        RuleKind::Avoid(target) => *wants.avoids.entry(target.clone()).or_default() += price,
                        RuleKind::Bethere(person) => {
                            wants.people.insert(*person);
                            wants.people_price = price;
                        }
                        RuleKind::TimeRelation(relation) => wants.relation = Some((*relation, price)),
                        RuleKind::Adjacent(target) => wants.adjacent = Some((target.clone(), price)),
                        RuleKind::Timerange(ranges) => {
                            wants.unavailable.extend(ranges.iter().cloned());
                            wants.unavailable_price = price;
                        }
                    }
                }
            }
            wants
        })
        .collect()
}

/// Cuts the longest sessions down to what there is, each taking the smallest value that still fits; says how many were cut.
pub(super) fn trim(asked: &mut [&mut i64], mut available: Vec<i64>) -> i64 {
    available.sort_unstable();
    let mut order: Vec<usize> = (0..asked.len()).collect();
    order.sort_by_key(|&n| std::cmp::Reverse(*asked[n]));
    let mut cut = 0;
    for n in order {
        let fit = available.partition_point(|&value| value < *asked[n]);
        if fit < available.len() {
            available.remove(fit);
        } else if let Some(largest) = available.pop() {
            *asked[n] = largest;
            cut += 1;
        }
    }
    cut
}

/// What the first session pays when it overlaps with the second, which is of another group.
pub(super) fn overlap_price(instance: &Instance, a: (&Wants, &Group), b: (&Wants, &Group)) -> i64 {
    let prices = &instance.prices;
    let ((wants, group), (others, other)) = (a, b);
    let shared = wants.people.intersection(&others.people).count() as i64;
    let when = |holds: bool, price: i64| if holds { price } else { 0 };
    wants.avoids.get(&other.id).copied().unwrap_or(0)
        + shared * wants.people_price
        + when(group.bof && other.prg, prices.bof_overlapping_prg)
        + when(group.bof && other.bof, prices.bof_overlapping_bof)
        + when(group.bof && group.parent == other.parent, prices.bof_overlapping_area_wg)
        + when(group.bof && other.area_meeting, prices.bof_overlapping_area_meeting)
        + when(
            group.area_meeting && other.parent.as_ref() == Some(&group.id),
            prices.area_overlapping_in_area,
        )
        + when(group.area_meeting && other.area_meeting, prices.area_overlapping_other_area)
        + when(group.ad.is_some_and(|ad| ad != 0) && group.ad == other.ad, prices.session_overlap_ad)
}

/// The frames as stretches of minutes.
pub(super) fn stretches(instance: &Instance) -> Vec<(i64, i64)> {
    let start = |text: &str| minutes_of(text).expect("the reader has checked the times");
    instance.frames.iter().map(|frame| (start(&frame.start), start(&frame.start) + frame.minutes)).collect()
}

/// Whether the frames overlap, as the cost function defines it (not quite symmetric: `a` covers `b` is left out).
pub(super) fn overlaps(a: (i64, i64), b: (i64, i64)) -> bool {
    (a.0 < b.0 && b.0 < a.1) || (a.0 < b.1 && b.1 < a.1) || (a.0 >= b.0 && a.1 <= b.1)
}
