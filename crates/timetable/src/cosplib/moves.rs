use super::board::Board;
use crate::search::Chance;

/// In how many of eight changes a track whose submissions have an order is put in order as well.
const IN_ORDER: usize = 7;

/// A change of a board that can be taken back: what the touched cells held before. It lives as long as the search,
/// so that no change asks for memory.
#[derive(Default)]
pub(super) struct Change {
    /// The cells that the change touches, and the tracks.
    pub(super) cells: Vec<usize>,
    pub(super) tracks: Vec<usize>,
    /// What the cells held before, one after the other, and where each ends.
    before: Vec<usize>,
    ends: Vec<usize>,
    kind: Kind,
    /// How many of the cells exchange what they hold.
    pairs: usize,
    /// The tracks that are put in order.
    sorted: Vec<usize>,
    row: Vec<usize>,
    loose: Vec<usize>,
}

#[derive(Clone, Copy, Default)]
enum Kind {
    #[default]
    Nothing,
    /// A submission goes to another cell, to a place in its row.
    Shift { submission: usize, to: usize, place: usize },
    /// Two submissions of one track exchange their places.
    Swap { one: usize, other: usize },
    /// Pairs of cells exchange all that they hold: the first with the second, the third with the fourth and so on.
    Exchange,
    /// One cell gives all that it holds to another of the same track.
    Merge { from: usize, to: usize },
}

impl Change {
    /// Draws a change; false if what was drawn is none.
    pub(super) fn draw(&mut self, board: &Board<'_>, chance: &mut Chance) -> bool {
        self.cells.clear();
        self.tracks.clear();
        self.kind = self.kind(board, chance).unwrap_or_default();
        if self.cells.is_empty() {
            return false;
        }
        for n in 0..self.cells.len() {
            if let Some(track) = board.track(self.cells[n]).filter(|track| !self.tracks.contains(track)) {
                self.tracks.push(track);
            }
        }
        self.pairs = self.cells.len();
        self.sorted.clear();
        for n in 0..self.tracks.len() {
            let track = self.tracks[n];
            if board.ordered[track] && chance.one_in(IN_ORDER, 8) {
                self.sorted.push(track);
                board.cells_of[track].iter().for_each(|&cell| self.touch(cell));
            }
        }
        true
    }

    fn touch(&mut self, cell: usize) {
        if !self.cells.contains(&cell) {
            self.cells.push(cell);
        }
    }

    fn kind(&mut self, board: &Board<'_>, chance: &mut Chance) -> Option<Kind> {
        let cells = board.held.len();
        let track_of = |submission: usize| board.instance.submissions[submission].track;
        match chance.below(32) {
            kind @ 0..10 => {
                let submission = chance.below(board.cell.len());
                let own = &board.cells_of[track_of(submission)];
                let to = if kind < 8 { *chance.pick(own)? } else { chance.below(cells) };
                if kind >= 8 && !board.held[to].is_empty() {
                    return None;
                }
                let place = chance.below(board.held[to].len() + 1);
                self.touch(board.cell[submission]);
                self.touch(to);
                Some(Kind::Shift { submission, to, place })
            }
            10..21 => {
                let one = chance.below(board.cell.len());
                let cell = *chance.pick(&board.cells_of[track_of(one)])?;
                let other = *chance.pick(&board.held[cell])?;
                if one != other {
                    self.touch(board.cell[one]);
                    self.touch(cell);
                }
                Some(Kind::Swap { one, other })
            }
            21..23 => {
                let from = chance.below(cells);
                let to = *chance.pick(&board.cells_of[board.track(from)?])?;
                if from != to {
                    self.touch(from);
                    self.touch(to);
                }
                Some(Kind::Merge { from, to })
            }
            23..30 => {
                let (a, b) = (chance.below(cells), chance.below(cells));
                if board.track(a) != board.track(b) {
                    self.cells.extend([a, b]);
                }
                Some(Kind::Exchange)
            }
            _ => {
                self.rehouse(board, chance);
                Some(Kind::Exchange)
            }
        }
    }

    /// A track leaves one room for another, in all sessions that it has there; whoever is there takes its cells.
    fn rehouse(&mut self, board: &Board<'_>, chance: &mut Chance) {
        let cell = chance.below(board.held.len());
        let Some(track) = board.track(cell) else { return };
        let (from, to) = (board.room(cell), chance.below(board.instance.rooms));
        if from == to {
            return;
        }
        for &cell in board.cells_of[track].iter().filter(|&&cell| board.room(cell) == from) {
            let other = cell - from + to;
            if board.track(other) != Some(track) {
                self.cells.extend([cell, other]);
            }
        }
    }

    /// Makes the change.
    pub(super) fn make(&mut self, board: &mut Board<'_>) {
        self.before.clear();
        self.ends.clear();
        for &cell in &self.cells {
            self.before.extend(&board.held[cell]);
            self.ends.push(self.before.len());
        }
        match self.kind {
            Kind::Nothing => {}
            Kind::Shift { submission, to, place } => {
                self.rewrite(board, board.cell[submission], |row| row.retain(|&held| held != submission));
                self.rewrite(board, to, |row| row.insert(place.min(row.len()), submission));
            }
            Kind::Swap { one, other } => {
                let exchange = |row: &mut Vec<usize>| {
                    for held in row {
                        *held = match *held {
                            held if held == one => other,
                            held if held == other => one,
                            held => held,
                        };
                    }
                };
                let (a, b) = (board.cell[one], board.cell[other]);
                self.rewrite(board, a, exchange);
                if a != b {
                    self.rewrite(board, b, exchange);
                }
            }
            Kind::Exchange => {
                for n in (0..self.pairs).step_by(2) {
                    board.refill(self.cells[n], self.held_before(n + 1));
                    board.refill(self.cells[n + 1], self.held_before(n));
                }
            }
            Kind::Merge { from, to } => {
                self.rewrite(board, from, Vec::clear);
                let given = self.cells.iter().position(|&cell| cell == from).map(|n| self.held_before(n));
                given.unwrap_or_default().iter().for_each(|&submission| board.append(submission, to));
            }
        }
        for n in 0..self.sorted.len() {
            self.sort(board, self.sorted[n]);
        }
    }

    /// Takes the change back.
    pub(super) fn undo(&self, board: &mut Board<'_>) {
        self.cells.iter().for_each(|&cell| board.clear(cell));
        for (n, &cell) in self.cells.iter().enumerate() {
            board.refill(cell, self.held_before(n));
        }
    }

    fn held_before(&self, n: usize) -> &[usize] {
        let first = if n == 0 { 0 } else { self.ends[n - 1] };
        &self.before[first..self.ends[n]]
    }

    fn rewrite(&mut self, board: &mut Board<'_>, cell: usize, change: impl Fn(&mut Vec<usize>)) {
        self.row.clear();
        self.row.extend(&board.held[cell]);
        change(&mut self.row);
        board.refill(cell, &self.row);
    }

    /// Puts the submissions of a track in their order: each that has a place gets it, the others fill the gaps as they
    /// stand. How many a cell holds does not change.
    fn sort(&mut self, board: &mut Board<'_>, track: usize) {
        const GAP: usize = usize::MAX;
        let count: usize = board.cells_of[track].iter().map(|&cell| board.held[cell].len()).sum();
        self.row.clear();
        self.row.resize(count, GAP);
        self.loose.clear();
        let mut after = None;
        while let Some(cell) = board.next_cell(track, after) {
            for &held in &board.held[cell] {
                let place = board.instance.submissions[held].order.wrapping_sub(1);
                match self.row.get_mut(place) {
                    Some(gap) if *gap == GAP => *gap = held,
                    _ => self.loose.push(held),
                }
            }
            after = Some(cell);
        }
        let mut loose = self.loose.iter();
        self.row.iter_mut().filter(|gap| **gap == GAP).zip(&mut loose).for_each(|(gap, held)| *gap = *held);
        let mut rest = &self.row[..];
        let mut after = None;
        while let Some(cell) = board.next_cell(track, after) {
            let (row, behind) = rest.split_at(board.held[cell].len());
            board.refill(cell, row);
            rest = behind;
            after = Some(cell);
        }
    }
}
