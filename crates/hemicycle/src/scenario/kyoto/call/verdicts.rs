//! What was decided: within each theme the best are accepted, as many as the programme has sessions of it, as the meeting
//! of July 2023 made one list for each theme. Chance has a word within a few hundredths of a point: there the panel talked.

use forum::review::Verdict;

use super::panel::{self, Panel};
use super::{Proposal, WORKSHOPS};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::Kyoto;

/// How far a discussion moves a proposal, in points.
const DISCUSSION: f64 = 0.03;

/// What was decided about a proposal, and how far the decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What becomes of it.
    pub verdict: Verdict,
    /// Whether its organisers know.
    pub told: Told,
}

/// How far a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was released.
    Released,
    /// It is pending.
    Pending,
    /// It was only taken.
    Taken,
}

/// Decides everything that passed. What is accepted gets its session.
pub(super) fn deal(kyoto: &Kyoto, proposals: &mut [Proposal], panel: &Panel, dice: &Dice) {
    let mut dice = dice.for_purpose("verdicts");
    let reviewed: Vec<usize> =
        (0..proposals.len()).filter(|at| panel::is_reviewed(&proposals[*at])).collect();
    let mut ranked: Vec<(f64, usize)> = Vec::new();
    for (place, at) in reviewed.into_iter().enumerate() {
        proposals[at].reviewed = Some(place);
        let talk = (dice.below(2_001) as f64 / 1_000.0 - 1.0) * DISCUSSION;
        ranked.push((panel::mean(&panel.reviews[place]) + talk, at));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let order: Vec<usize> = ranked.into_iter().map(|(_, at)| at).collect();
    give_sessions(kyoto, proposals, &order);
    let left: Vec<usize> = order.iter().copied().filter(|at| proposals[*at].session.is_none()).collect();
    // The next in line wait for a place; of some of them nobody has been told yet.
    let waiting = left.len() / 20;
    for (place, at) in left.into_iter().enumerate() {
        let verdict = if place < waiting { Verdict::Waiting } else { Verdict::Declined };
        let told = match place {
            place if place >= waiting => Told::Released,
            place => [Told::Released, Told::Pending, Told::Taken][place % 3],
        };
        proposals[at].outcome = Some(Outcome { verdict, told });
    }
    let others: Vec<usize> = (0..proposals.len())
        .filter(|at| proposals[*at].call != WORKSHOPS && proposals[*at].fate.has_passed())
        .collect();
    give_sessions(kyoto, proposals, &others);
    for at in others {
        let declined = Outcome { verdict: Verdict::Declined, told: Told::Released };
        proposals[at].outcome.get_or_insert(declined);
    }
}

/// Gives each session that somebody proposed to the first in order of its type and theme; outside the workshops, to the
/// first of its type.
fn give_sessions(kyoto: &Kyoto, proposals: &mut [Proposal], order: &[usize]) {
    let mut taken = vec![false; kyoto.sessions.len()];
    for &at in order {
        let proposal = &mut proposals[at];
        let suits = |(session, known): &(usize, &crate::scenario::kyoto::Session)| {
            !taken[*session] && known.kind == proposal.kind && known.track == proposal.track
        };
        let Some((session, _)) = kyoto.sessions.iter().enumerate().find(suits) else { continue };
        taken[session] = true;
        proposal.session = Some(session);
        proposal.outcome = Some(Outcome { verdict: Verdict::Accepted, told: Told::Released });
    }
}
