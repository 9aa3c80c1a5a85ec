//! Proofs by counting: if the sessions could all be placed, the steps of the grid that they take could be matched to
//! places one to one. Where they cannot, Hall's theorem gives the sessions that are too many for what is there.

use super::{Demand, GoesOn, demands::Demands};

/// Sets of sessions that provably cannot all be placed; none if counting does not show it, or not in time.
pub(super) fn violators(demands: &Demands<'_>, goes_on: GoesOn<'_>) -> Vec<Vec<usize>> {
    let (brief, instance) = (demands.brief, demands.brief.instance);
    let sessions = demands.sessions();
    let (times, rooms) = (instance.times.len(), instance.rooms.len());
    let cells: Vec<Vec<usize>> = sessions.iter().map(|&session| cells_of(demands, session, rooms)).collect();
    let steps: Vec<Vec<usize>> =
        cells.iter().map(|cells| sorted(cells.iter().map(|cell| cell / rooms.max(1)).collect())).collect();
    let mut found = Vec::new();
    let mut check = |members: &[usize], options: &[Vec<usize>], places: usize| {
        let wants = members
            .iter()
            .flat_map(|&n| std::iter::repeat_n((n, &options[n][..]), instance.sessions[sessions[n]].length));
        let members = too_many(&wants.collect::<Vec<_>>(), places, goes_on).unwrap_or_default();
        if !members.is_empty() {
            found.push(members.into_iter().map(|n| sessions[n]).collect());
        }
    };
    let all: Vec<usize> = (0..sessions.len()).collect();
    check(&all, &cells, times * rooms);
    let mut asked = vec![vec![]; instance.people.len()];
    for &n in &all {
        brief.people_of[sessions[n]].iter().for_each(|&person| asked[person].push(n));
    }
    for (person, asked) in asked.iter().enumerate().filter(|(_, asked)| asked.len() > 1) {
        if demands.holds(Demand::OnePlace { person }) {
            check(asked, &steps, times);
        }
    }
    for (resource, of) in instance.resources.iter().enumerate() {
        let asking = |n: &usize| instance.sessions[sessions[*n]].resources.contains(&resource);
        let asking: Vec<usize> = all.iter().copied().filter(asking).collect();
        if demands.holds(Demand::Resource { resource }) && !asking.is_empty() {
            // No more of it than sessions that ask for it can be in use.
            let count = usize::try_from(of.count).unwrap_or(0).min(asking.len());
            let units = |steps: &Vec<usize>| {
                steps.iter().flat_map(|time| (0..count).map(move |unit| time * count + unit)).collect()
            };
            check(&asking, &steps.iter().map(units).collect::<Vec<_>>(), times * count);
        }
    }
    found
}

/// What a session could take, step by step: cells, which are a time and a room each.
fn cells_of(demands: &Demands<'_>, session: usize, rooms: usize) -> Vec<usize> {
    let length = demands.brief.instance.sessions[session].length;
    let places = demands.places(session).into_iter();
    let cells = places
        .flat_map(|place| (place.start..place.start + length).map(move |time| time * rooms + place.room));
    sorted(cells.collect())
}

fn sorted(mut items: Vec<usize>) -> Vec<usize> {
    items.sort_unstable();
    items.dedup();
    items
}

/// The members that want more places than there are for them, if any: those that an unmatched want leads to.
fn too_many(wants: &[(usize, &[usize])], places: usize, goes_on: GoesOn<'_>) -> Option<Vec<usize>> {
    let mut holder: Vec<Option<usize>> = vec![None; places];
    for want in 0..wants.len() {
        if !goes_on() {
            return None;
        }
        let mut seen = vec![false; places];
        if !augment(want, wants, &mut holder, &mut seen) {
            let led_to = (0..places).filter(|&place| seen[place]).filter_map(|place| holder[place]);
            let members = sorted(led_to.chain([want]).map(|want| wants[want].0).collect());
            return Some(no_more_than_needed(members, wants, seen.iter().filter(|&&seen| seen).count()));
        }
    }
    None
}

/// Leaves out members as long as the others still want more than the places that all of them share.
fn no_more_than_needed(mut members: Vec<usize>, wants: &[(usize, &[usize])], supply: usize) -> Vec<usize> {
    let wanted = |member: usize| wants.iter().filter(|want| want.0 == member).count();
    let mut spare: usize = members.iter().map(|&member| wanted(member)).sum::<usize>() - supply;
    members.retain(|&member| {
        let needed = wanted(member) >= spare;
        spare -= if needed { 0 } else { wanted(member) };
        needed
    });
    members
}

/// Finds a place for a want, moving others along; breadth first, so that chains stay short.
fn augment(
    want: usize,
    wants: &[(usize, &[usize])],
    holder: &mut [Option<usize>],
    seen: &mut [bool],
) -> bool {
    let mut came_from = vec![None; holder.len()];
    let mut queue = std::collections::VecDeque::from([want]);
    while let Some(asking) = queue.pop_front() {
        for &place in wants[asking].1 {
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
    wants: &[(usize, &[usize])],
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
