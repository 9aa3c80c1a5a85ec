use super::board::Board;
use super::moves::Change;
use super::{Instance, Solution, TERMS, Term, first, score};
use crate::search::{Chance, Cost, Landscape, Outcome, Pace, Plan, anneal};

/// Solves an instance from a seed, within the given pace.
pub fn solve(instance: &Instance, seed: u64, pace: Pace<'_>) -> Outcome<Solution> {
    let mut board = Board::new(instance);
    first::fill(&mut board, seed);
    board.recount();
    let dearest = dearest(instance);
    // Weights span orders of magnitude: the first temperature is about a middling one of what the schedule pays.
    let start = (dearest as f64).min(board.cost.soft as f64 / 20.0).max(5.0);
    let mut conference = Conference { hard_weight: 4 * dearest.max(3), board, change: Change::default() };
    let plan = Plan { start, end: 0.15, reheat: (start / 4.0).max(5.0), cycles: 2, from_best: true };
    let found = anneal(&mut conference, &plan, seed, pace);
    conference.restore(&found.solution);
    let solution = conference.board.describe();
    let cost = score(instance, &solution).cost;
    debug_assert!(cost.hard > 0 || cost == found.cost, "the board counts otherwise than the objective");
    Outcome { cost, solution, steps: found.steps, seed }
}

/// The weight of the dearest term that can occur at all.
fn dearest(instance: &Instance) -> i64 {
    let occurs = |term: Term| match term {
        Term::Presenters | Term::PresentersAtOnce => !instance.presenter_conflicts.is_empty(),
        Term::Attendees | Term::AttendeesAtOnce => !instance.attendee_conflicts.is_empty(),
        Term::Chairs => !instance.chair_conflicts.is_empty(),
        Term::Order => instance.submissions.iter().any(|submission| submission.order != 0),
        _ => true,
    };
    let weights = TERMS.iter().filter(|(term, _)| occurs(*term)).map(|&(term, _)| instance.weights.of(term));
    weights.max().unwrap_or(1)
}

struct Conference<'a> {
    board: Board<'a>,
    hard_weight: i64,
    change: Change,
}

impl Landscape for Conference<'_> {
    type Solution = Vec<Vec<usize>>;

    fn cost(&self) -> Cost {
        self.board.cost
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let (board, change) = (&mut self.board, &mut self.change);
        if !change.draw(board, chance) {
            return false;
        }
        let before = board.part(&change.cells, &change.tracks);
        change.make(board);
        let grown = board.part(&change.cells, &change.tracks) - before;
        if grown.energy(self.hard_weight) > limit {
            change.undo(board);
            return false;
        }
        board.cost += grown;
        true
    }

    fn solution(&self) -> Vec<Vec<usize>> {
        self.board.held.clone()
    }

    fn restore(&mut self, solution: &Vec<Vec<usize>>) {
        let board = &mut self.board;
        (0..solution.len()).for_each(|cell| board.clear(cell));
        for (cell, held) in solution.iter().enumerate() {
            board.refill(cell, held);
        }
        board.recount();
    }
}
