//! What must come first is over before what must come later begins.

use super::{Constraint, Fact, Level, Shape, What, fact};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "precedence",
    level: Level::Hard,
    shape: Shape::Counts(|brief, session| {
        !brief.before[session].is_empty() || !brief.after[session].is_empty()
    }),
    weight: |_| 3,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let precedences = board.brief.instance.precedences.iter();
    let broken = precedences.filter_map(|precedence| {
        let (before, after) = (precedence.before, precedence.after);
        let ends = board.span(before, board.places()[before]?.start).end;
        let begins = board.span(after, board.places()[after]?.start).start;
        fact(What::OutOfOrder { before, after }, i64::from(begins < ends))
    });
    broken.collect()
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let own = board.span(session, place.start);
    let span = |other: usize| board.places()[other].map(|there| board.span(other, there.start));
    let early = board.brief.before[session]
        .iter()
        .filter_map(|&other| span(other))
        .filter(|first| own.start < first.end);
    let late = board.brief.after[session]
        .iter()
        .filter_map(|&other| span(other))
        .filter(|next| next.start < own.end);
    (early.count() + late.count()) as i64
}
