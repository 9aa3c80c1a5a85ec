//! If somebody has to be up at night, it is not always the same region.

use super::{Constraint, Fact, Level, Shape, What, fact};
use crate::model::{Board, Placement};

pub(crate) const CONSTRAINT: Constraint = Constraint {
    name: "night-shares",
    level: Level::Soft,
    shape: Shape::Counts(|brief, session| brief.any_night(session)),
    weight: |weights| weights.night_shares,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let brief = board.brief;
    let mut nights = vec![0; brief.region_online.len()];
    for (session, place) in board.places().iter().enumerate() {
        let Some(place) = place else { continue };
        for &person in &brief.people_of[session] {
            nights[brief.instance.people[person].region] += brief.night(person, session, place.start);
        }
    }
    let regions = nights.iter().enumerate();
    regions
        .filter_map(|(region, &nights)| {
            fact(What::RegionNights { region, nights }, brief.night_share(region, nights))
        })
        .collect()
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let more = board.brief.nights_by_region(session, place.start).iter();
    more.map(|&(region, night)| {
        let now = board.region_nights[region];
        board.brief.night_share(region, now + night) - board.brief.night_share(region, now)
    })
    .sum()
}
