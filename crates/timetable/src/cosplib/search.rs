use super::board::{Board, Part};
use super::{Instance, Solution, TERMS, Term, score};
use crate::search::{Chance, Cost, Landscape, Outcome, Pace, Plan, anneal};

/// Solves an instance from a seed, within the given pace.
pub fn solve(instance: &Instance, seed: u64, pace: Pace<'_>) -> Outcome<Solution> {
    let board = Board::new(instance, seed);
    let dearest = dearest(instance);
    // Weights span orders of magnitude: the first temperature is about a middling one of what the schedule pays.
    let start = (dearest as f64).min(board.cost.soft as f64 / 20.0).max(5.0);
    let mut conference = Conference { hard_weight: 4 * dearest.max(3), board };
    let plan = Plan { start, end: 0.15, reheat: (start / 4.0).max(5.0), cycles: 2, from_best: true };
    let found = anneal(&mut conference, &plan, seed, pace);
    conference.restore(&found.solution);
    let solution = conference.board.describe();
    Outcome { cost: score(instance, &solution).cost, solution, steps: found.steps, seed }
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
}

/// A change, and how to take it back.
enum Change {
    /// A submission goes to the end of another cell.
    Shift { submission: usize, to: usize },
    /// Two submissions exchange their cells, or their places in one.
    Swap { one: usize, other: usize },
    /// Two cells exchange all that they hold.
    Exchange { a: usize, b: usize },
    /// One cell gives all that it holds to another of the same track.
    Merge { from: usize, to: usize },
}

impl Conference<'_> {
    fn draw(&self, chance: &mut Chance) -> Option<Change> {
        let board = &self.board;
        let cells = board.held.len();
        match chance.below(16) {
            0..4 => {
                let submission = chance.below(board.cell.len());
                let track = board.instance.submissions[submission].track;
                let to = *chance.pick(&board.cells_of[track])?;
                (to != board.cell[submission]).then_some(Change::Shift { submission, to })
            }
            4 => {
                let submission = chance.below(board.cell.len());
                let to = chance.below(cells);
                board.held[to].is_empty().then_some(Change::Shift { submission, to })
            }
            5..11 => {
                let one = chance.below(board.cell.len());
                let cell = *chance.pick(&board.cells_of[board.instance.submissions[one].track])?;
                let other = *chance.pick(&board.held[cell])?;
                (one != other).then_some(Change::Swap { one, other })
            }
            11 => {
                let from = chance.below(cells);
                let to = *chance.pick(&board.cells_of[board.track(from)?])?;
                (from != to).then_some(Change::Merge { from, to })
            }
            _ => {
                let (a, b) = (chance.below(cells), chance.below(cells));
                (board.track(a) != board.track(b)).then_some(Change::Exchange { a, b })
            }
        }
    }

    fn parts(&self, change: &Change) -> Vec<Part> {
        let board = &self.board;
        let mut cells = match *change {
            Change::Shift { submission, to } => vec![board.cell[submission], to],
            Change::Swap { one, other } => vec![board.cell[one], board.cell[other]],
            Change::Exchange { a, b } => vec![a, b],
            Change::Merge { from, to } => vec![from, to],
        };
        let mut tracks: Vec<usize> = cells.iter().filter_map(|&cell| board.track(cell)).collect();
        let mut sessions: Vec<usize> = cells.iter().map(|&cell| board.session(cell)).collect();
        for list in [&mut cells, &mut tracks, &mut sessions] {
            list.sort_unstable();
            list.dedup();
        }
        let cells = cells.into_iter().map(Part::Cell);
        let sessions = sessions.into_iter().map(Part::Session);
        cells.chain(sessions).chain(tracks.into_iter().map(Part::Track)).collect()
    }

    /// Makes a change; what it returns takes it back.
    fn make(&mut self, change: &Change) -> Undo {
        let board = &mut self.board;
        match *change {
            Change::Shift { submission, to } => {
                let undo = Undo::held(board, &[board.cell[submission], to]);
                board.remove(submission);
                board.append(submission, to);
                undo
            }
            Change::Swap { one, other } => {
                let (a, b) = (board.cell[one], board.cell[other]);
                let undo = Undo::held(board, &[a, b]);
                let place = |board: &Board<'_>, cell: usize, of: usize| {
                    board.held[cell].iter().position(|&held| held == of)
                };
                if let (Some(first), Some(second)) = (place(board, a, one), place(board, b, other)) {
                    board.held[a][first] = other;
                    board.held[b][second] = one;
                    board.cell[one] = b;
                    board.cell[other] = a;
                }
                undo
            }
            Change::Exchange { a, b } => {
                board.exchange(a, b);
                Undo::Exchange(a, b)
            }
            Change::Merge { from, to } => {
                let undo = Undo::held(board, &[from, to]);
                for submission in board.held[from].clone() {
                    board.remove(submission);
                    board.append(submission, to);
                }
                undo
            }
        }
    }
}

enum Undo {
    Held(Vec<(usize, Vec<usize>)>),
    Exchange(usize, usize),
}

impl Undo {
    fn held(board: &Board<'_>, cells: &[usize]) -> Self {
        Self::Held(cells.iter().map(|&cell| (cell, board.held[cell].clone())).collect())
    }

    fn run(self, board: &mut Board<'_>) {
        match self {
            Self::Exchange(a, b) => board.exchange(a, b),
            Self::Held(cells) => {
                let moved: Vec<usize> =
                    cells.iter().flat_map(|(cell, _)| board.held[*cell].clone()).collect();
                moved.into_iter().for_each(|submission| board.remove(submission));
                for (cell, held) in cells {
                    // A cell listed twice was put back with the first entry.
                    if board.held[cell].is_empty() {
                        held.into_iter().for_each(|submission| board.append(submission, cell));
                    }
                }
            }
        }
    }
}

impl Landscape for Conference<'_> {
    type Solution = Vec<Vec<usize>>;

    fn cost(&self) -> Cost {
        self.board.cost
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let Some(change) = self.draw(chance) else { return false };
        let parts = self.parts(&change);
        let undo = self.make(&change);
        let mut costs = Vec::with_capacity(parts.len());
        let mut grown = Cost::ZERO;
        for &part in &parts {
            let cost = self.board.part(part);
            grown += cost - *self.board.known(part);
            costs.push(cost);
        }
        if grown.energy(self.hard_weight) > limit {
            undo.run(&mut self.board);
            return false;
        }
        for (part, cost) in parts.into_iter().zip(costs) {
            *self.board.known(part) = cost;
        }
        self.board.cost += grown;
        true
    }

    fn solution(&self) -> Vec<Vec<usize>> {
        self.board.held.clone()
    }

    fn restore(&mut self, solution: &Vec<Vec<usize>>) {
        let board = &mut self.board;
        board.held.iter_mut().for_each(Vec::clear);
        board.cells_of.iter_mut().for_each(Vec::clear);
        for (cell, held) in solution.iter().enumerate() {
            held.iter().for_each(|&submission| board.append(submission, cell));
        }
        board.recount();
    }
}
