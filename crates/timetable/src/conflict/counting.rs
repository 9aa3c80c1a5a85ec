//! Proofs by counting: if the sessions could all be placed, the steps of the grid that they take could be matched to
//! places one to one. Where they cannot, Hall's theorem gives the sessions that are too many for what is there.

use super::{Demand, demands::Demands};

/// Sets of sessions that provably cannot all be placed; none if counting does not show it.
pub(super) fn violators(demands: &Demands<'_>) -> Vec<Vec<usize>> {
    let (brief, instance) = (demands.brief, demands.brief.instance);
    let sessions = demands.sessions();
    let (times, rooms) = (instance.times.len(), instance.rooms.len());
    // What each session could take, step by step: cells (time and room), and times.
    let cells: Vec<Vec<usize>> = sessions
        .iter()
        .map(|&session| {
            let length = instance.sessions[session].length;
            let places = demands.places(session).into_iter();
            sorted(
                places
                    .flat_map(|place| {
                        (place.start..place.start + length).map(move |time| time * rooms + place.room)
                    })
                    .collect(),
            )
        })
        .collect();
    let steps: Vec<Vec<usize>> =
        cells.iter().map(|cells| sorted(cells.iter().map(|cell| cell / rooms.max(1)).collect())).collect();
    let length = |n: usize| instance.sessions[sessions[n]].length;
    let mut found = Vec::new();
    let mut check = |members: Vec<usize>, options: &dyn Fn(usize) -> Vec<usize>, places: usize| {
        let wants: Vec<(usize, Vec<usize>)> =
            members.iter().flat_map(|&n| std::iter::repeat_n((n, options(n)), length(n))).collect();
        found.extend(
            too_many(&wants, places).map(|members| members.into_iter().map(|n| sessions[n]).collect()),
        );
    };
    check((0..sessions.len()).collect(), &|n| cells[n].clone(), times * rooms);
    for person in 0..instance.people.len() {
        let asked: Vec<usize> =
            (0..sessions.len()).filter(|&n| brief.people_of[sessions[n]].contains(&person)).collect();
        if asked.len() > 1 && demands.holds(Demand::OnePlace { person }) {
            check(asked, &|n| steps[n].clone(), times);
        }
    }
    for (resource, of) in instance.resources.iter().enumerate() {
        let count = usize::try_from(of.count).unwrap_or(0);
        let asked = |n: &usize| instance.sessions[sessions[*n]].resources.contains(&resource);
        if demands.holds(Demand::Resource { resource }) {
            let units = |n: usize| {
                steps[n].iter().flat_map(|time| (0..count).map(move |unit| time * count + unit)).collect()
            };
            check((0..sessions.len()).filter(asked).collect(), &units, times * count);
        }
    }
    found
}

fn sorted(mut items: Vec<usize>) -> Vec<usize> {
    items.sort_unstable();
    items.dedup();
    items
}

/// The members that want more places than there are for them, if any: those that an unmatched want leads to.
fn too_many(wants: &[(usize, Vec<usize>)], places: usize) -> Option<Vec<usize>> {
    let mut holder: Vec<Option<usize>> = vec![None; places];
    for want in 0..wants.len() {
        let mut seen = vec![false; places];
        if !augment(want, wants, &mut holder, &mut seen) {
            let led_to = (0..places).filter(|&place| seen[place]).filter_map(|place| holder[place]);
            return Some(sorted(led_to.chain([want]).map(|want| wants[want].0).collect()));
        }
    }
    None
}

/// Finds a place for a want, moving others along; breadth first, so that chains stay short.
fn augment(
    want: usize,
    wants: &[(usize, Vec<usize>)],
    holder: &mut [Option<usize>],
    seen: &mut [bool],
) -> bool {
    let mut came_from = vec![None; holder.len()];
    let mut queue = std::collections::VecDeque::from([want]);
    while let Some(asking) = queue.pop_front() {
        for &place in &wants[asking].1 {
            if std::mem::replace(&mut seen[place], true) {
                continue;
            }
            came_from[place] = Some(asking);
            match holder[place] {
                Some(other) => queue.push_back(other),
                None => {
                    reassign(want, place, holder, &came_from, wants);
                    return true;
                }
            }
        }
    }
    false
}

/// Walks the chain back: each gives its place to the one that asked for it.
fn reassign(
    first: usize,
    free: usize,
    holder: &mut [Option<usize>],
    came_from: &[Option<usize>],
    wants: &[(usize, Vec<usize>)],
) {
    let mut place = free;
    while let Some(asking) = came_from[place] {
        let before =
            wants[asking].1.iter().copied().find(|&held| held != place && holder[held] == Some(asking));
        holder[place] = Some(asking);
        match before {
            Some(held) if asking != first => place = held,
            _ => return,
        }
    }
}
