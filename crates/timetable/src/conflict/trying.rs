//! Proof by trying: all ways to place a few sessions, those with the fewest places left first.

use crate::model::Placement;

use super::Demand;
use super::demands::{ANYWHERE, Demands};

/// How many pairs of placements are compared before giving up.
const MOST_TRIES: usize = 1_000_000;

/// Whether all ways were tried and none was possible.
pub(super) fn exhausted(demands: &Demands<'_>) -> bool {
    let open: Vec<(usize, Vec<Placement>)> =
        demands.sessions().into_iter().map(|session| (session, demands.places(session))).collect();
    // What is impossible even if rooms were no matter is found much sooner.
    let by_time = open.iter().map(|(session, places)| {
        let mut times: Vec<Placement> =
            places.iter().map(|place| Placement { room: ANYWHERE, ..*place }).collect();
        times.dedup();
        (*session, times)
    });
    none_of(demands, by_time.collect()) || none_of(demands, open)
}

fn none_of(demands: &Demands<'_>, open: Vec<(usize, Vec<Placement>)>) -> bool {
    place_all(demands, open, &mut Vec::new(), &mut 0) == Some(false)
}

/// Whether the rest can be placed; `None` if that takes too long to find out.
fn place_all(
    demands: &Demands<'_>,
    open: Vec<(usize, Vec<Placement>)>,
    placed: &mut Vec<(usize, Placement)>,
    tries: &mut usize,
) -> Option<bool> {
    let Some(next) = (0..open.len()).min_by_key(|&n| open[n].1.len()) else { return Some(true) };
    let (session, places) = open[next].clone();
    for place in places {
        *tries += 1 + open.iter().map(|(_, places)| places.len()).sum::<usize>();
        if *tries > MOST_TRIES {
            return None;
        }
        placed.push((session, place));
        if resources_suffice(demands, placed) {
            let rest = open.iter().enumerate().filter(|(n, _)| *n != next);
            let rest = rest.map(|(_, (other, places))| {
                let agreeing =
                    places.iter().copied().filter(|&there| demands.agree((session, place), (*other, there)));
                (*other, agreeing.collect())
            });
            match place_all(demands, rest.collect(), placed, tries) {
                Some(false) => {}
                answer => return answer,
            }
        }
        placed.pop();
    }
    Some(false)
}

fn resources_suffice(demands: &Demands<'_>, placed: &[(usize, Placement)]) -> bool {
    let instance = demands.brief.instance;
    let Some(&(session, place)) = placed.last() else { return true };
    let own = &instance.sessions[session];
    own.resources.iter().filter(|&&resource| demands.holds(Demand::Resource { resource })).all(|resource| {
        (place.start..place.start + own.length).all(|time| {
            let used = placed.iter().filter(|(other, there)| {
                (there.start..there.start + instance.sessions[*other].length).contains(&time)
            });
            let asked = used
                .flat_map(|(other, _)| &instance.sessions[*other].resources)
                .filter(|asked| *asked == resource);
            asked.count() as i64 <= instance.resources[*resource].count
        })
    })
}
