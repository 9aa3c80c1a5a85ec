use super::{Instance, Solution, Term};
use crate::search::Cost;

/// A complete schedule: every submission is in a cell (a session in a room) that holds its track only.
/// A cell may hold more than fits: that is the one demand that the search may break on its way.
///
/// All that is counted belongs to a cell, to a pair of cells of one session, or to a track; so what a change costs
/// is worked out from the cells and tracks that it touches, before and after.
pub(super) struct Board<'a> {
    pub(super) instance: &'a Instance,
    /// What each cell holds, in order.
    pub(super) held: Vec<Vec<usize>>,
    /// The cell of each submission, and the time slot at which it begins there.
    pub(super) cell: Vec<usize>,
    start: Vec<usize>,
    /// How many time slots the submissions of each cell need.
    pub(super) load: Vec<usize>,
    /// Per track, which cells hold it: the others need not be looked at.
    pub(super) cells_of: Vec<Vec<usize>>,
    /// Per submission, whom it should not meet: in the same session, and at the same time.
    meetings: Vec<Vec<Meeting>>,
    /// Per pair of tracks, the one in the earlier room first: what it costs that they run in parallel.
    parallel: Vec<i64>,
    /// Whether a track has an order of submissions that counts.
    pub(super) ordered: Vec<bool>,
    pub(super) cost: Cost,
}

/// What it costs that two submissions are held in one session, and for each time slot that they share.
struct Meeting {
    with: usize,
    session: i64,
    slot: i64,
}

impl<'a> Board<'a> {
    /// An empty board.
    pub(super) fn new(instance: &'a Instance) -> Self {
        let cells = instance.sessions.len() * instance.rooms;
        let weight = |term| instance.weights.of(term);
        let mut parallel = vec![0; instance.tracks * instance.tracks];
        for (a, row) in instance.track_track.iter().enumerate() {
            for (b, similar) in row.iter().enumerate() {
                parallel[a * instance.tracks + b] = weight(Term::SimilarTracks) * similar;
            }
        }
        let mut chairs: Vec<_> = sorted_pairs(&instance.chair_conflicts);
        chairs.dedup();
        for (a, b) in chairs {
            parallel[a * instance.tracks + b] += weight(Term::Chairs);
            parallel[b * instance.tracks + a] += weight(Term::Chairs);
        }
        let mut ordered = vec![false; instance.tracks];
        if weight(Term::Order) > 0 {
            instance
                .submissions
                .iter()
                .filter(|own| own.order != 0)
                .for_each(|own| ordered[own.track] = true);
        }
        Self {
            instance,
            held: vec![vec![]; cells],
            cell: vec![usize::MAX; instance.submissions.len()],
            start: vec![0; instance.submissions.len()],
            load: vec![0; cells],
            cells_of: vec![vec![]; instance.tracks],
            meetings: meetings(instance),
            parallel,
            ordered,
            cost: Cost::ZERO,
        }
    }

    pub(super) fn session(&self, cell: usize) -> usize {
        cell / self.instance.rooms
    }

    pub(super) fn room(&self, cell: usize) -> usize {
        cell % self.instance.rooms
    }

    /// How many time slots a cell has.
    pub(super) fn slots(&self, cell: usize) -> usize {
        self.instance.sessions[self.session(cell)]
    }

    pub(super) fn track(&self, cell: usize) -> Option<usize> {
        self.held[cell].first().map(|&held| self.instance.submissions[held].track)
    }

    /// Empties a cell.
    pub(super) fn clear(&mut self, cell: usize) {
        if let Some(track) = self.track(cell) {
            self.cells_of[track].retain(|&used| used != cell);
        }
        self.held[cell].clear();
        self.load[cell] = 0;
    }

    /// Puts a submission at the end of a cell.
    pub(super) fn append(&mut self, submission: usize, cell: usize) {
        let own = &self.instance.submissions[submission];
        if self.held[cell].is_empty() {
            self.cells_of[own.track].push(cell);
        }
        self.held[cell].push(submission);
        self.cell[submission] = cell;
        self.start[submission] = self.load[cell];
        self.load[cell] += own.slots;
    }

    /// Gives a cell other contents.
    pub(super) fn refill(&mut self, cell: usize, contents: &[usize]) {
        self.clear(cell);
        contents.iter().for_each(|&submission| self.append(submission, cell));
    }

    /// Works out everything anew.
    pub(super) fn recount(&mut self) {
        let cells: Vec<usize> = (0..self.held.len()).collect();
        let tracks: Vec<usize> = (0..self.instance.tracks).collect();
        self.cost = self.part(&cells, &tracks);
    }

    /// The part of the cost that some cells and tracks have to do with.
    pub(super) fn part(&self, cells: &[usize], tracks: &[usize]) -> Cost {
        let mut cost = Cost::soft(tracks.iter().map(|&track| self.track_cost(track)).sum());
        for (n, &cell) in cells.iter().enumerate() {
            if let Some(track) = self.track(cell) {
                cost.hard += self.load[cell].saturating_sub(self.slots(cell)) as i64;
                cost.soft += self.own_cost(cell, track) + self.pair_costs(cell, track, &cells[..n]);
            }
        }
        cost
    }

    fn own_cost(&self, cell: usize, track: usize) -> i64 {
        let (session, room, instance) = (self.session(cell), self.room(cell), self.instance);
        let weight = |term| instance.weights.of(term);
        let (zones, sessions, rooms) =
            (weight(Term::Timezones), weight(Term::SubmissionsSessions), weight(Term::SubmissionsRooms));
        let mut cost = weight(Term::TracksSessions) * instance.track_session[track][session]
            + weight(Term::TracksRooms) * instance.track_room[track][room]
            + weight(Term::SessionsRooms) * instance.session_room[session][room];
        for &held in &self.held[cell] {
            let each = zones * instance.sub_timezone[held][session]
                + sessions * instance.sub_session[held][session]
                + rooms * instance.sub_room[held][room];
            cost += each * instance.submissions[held].slots as i64;
        }
        cost
    }

    /// What a cell costs together with the other cells of its session, but for those that were counted before.
    fn pair_costs(&self, cell: usize, track: usize, counted: &[usize]) -> i64 {
        let rooms = self.instance.rooms;
        let session = self.session(cell);
        let counts = |other: &usize| *other != cell && !counted.contains(other);
        let mut cost = 0;
        for other in (session * rooms..(session + 1) * rooms).filter(counts) {
            if let Some(beside) = self.track(other).filter(|&beside| beside != track) {
                let (first, second) = if cell < other { (track, beside) } else { (beside, track) };
                cost += self.parallel[first * self.instance.tracks + second];
            }
        }
        for &held in &self.held[cell] {
            for meeting in &self.meetings[held] {
                let other = self.cell[meeting.with];
                if other / rooms == session && counts(&other) {
                    cost += meeting.session;
                    if meeting.slot > 0 {
                        cost += meeting.slot * self.shared(held, meeting.with);
                    }
                }
            }
        }
        if self.ordered[track] {
            let beside =
                self.cells_of[track].iter().filter(|&other| other / rooms == session && counts(other));
            let met: i64 = beside.map(|&other| self.ordered_at_once(cell, other)).sum();
            cost += self.instance.weights.of(Term::Order) * met;
        }
        cost
    }

    /// How many time slots two submissions of one session share; what lies beyond its end is not held at all.
    fn shared(&self, one: usize, other: usize) -> i64 {
        let end =
            |of: usize| (self.start[of] + self.instance.submissions[of].slots).min(self.slots(self.cell[of]));
        end(one).min(end(other)).saturating_sub(self.start[one].max(self.start[other])) as i64
    }

    fn ordered_at_once(&self, one: usize, other: usize) -> i64 {
        let ordered = |cell: usize| {
            self.held[cell].iter().copied().filter(|&held| self.instance.submissions[held].order != 0)
        };
        ordered(one).flat_map(|a| ordered(other).map(move |b| self.shared(a, b))).sum()
    }

    fn track_cost(&self, track: usize) -> i64 {
        let weight = |term| self.instance.weights.of(term);
        let cells = &self.cells_of[track];
        if cells.is_empty() {
            return 0;
        }
        let rooms = distinct(cells, |cell| self.room(cell));
        let sessions = distinct(cells, |cell| self.session(cell));
        let first = cells.iter().map(|&cell| self.session(cell)).min().unwrap_or(0);
        let last = cells.iter().map(|&cell| self.session(cell)).max().unwrap_or(0);
        let mut cost = weight(Term::RoomsPerTrack) * (rooms - 1)
            + weight(Term::ParallelTracks) * (cells.len() as i64 - sessions)
            + weight(Term::ConsecutiveTracks) * i64::from(sessions as usize != last - first + 1);
        if self.ordered[track] {
            let mut place = 0;
            let mut after = None;
            while let Some(cell) = self.next_cell(track, after) {
                for &held in &self.held[cell] {
                    place += 1;
                    let wanted = self.instance.submissions[held].order;
                    cost += weight(Term::Order) * i64::from(wanted != 0 && wanted != place);
                }
                after = Some(cell);
            }
        }
        cost
    }

    /// The first cell of a track after another in the order of the schedule. Tracks have few cells.
    pub(super) fn next_cell(&self, track: usize, after: Option<usize>) -> Option<usize> {
        self.cells_of[track].iter().copied().filter(|&cell| after.is_none_or(|after| cell > after)).min()
    }

    pub(super) fn describe(&self) -> Solution {
        let mut solution = Solution::default();
        for session in 0..self.instance.sessions.len() {
            let cells = session * self.instance.rooms..(session + 1) * self.instance.rooms;
            solution.tracks.push(cells.clone().map(|cell| self.track(cell)).collect());
            let slots = |cell: usize| {
                let held = self.held[cell].iter();
                let mut slots: Vec<Option<usize>> = held
                    .flat_map(|&held| std::iter::repeat_n(Some(held), self.instance.submissions[held].slots))
                    .collect();
                slots.resize(self.slots(cell), None);
                slots
            };
            solution.submissions.push(cells.map(slots).collect());
        }
        solution
    }
}

fn distinct(cells: &[usize], of: impl Fn(usize) -> usize) -> i64 {
    let new = |n: &usize| !cells[..*n].iter().any(|&earlier| of(earlier) == of(cells[*n]));
    (0..cells.len()).filter(new).count() as i64
}

fn sorted_pairs(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn meetings(instance: &Instance) -> Vec<Vec<Meeting>> {
    let mut meetings: Vec<Vec<Meeting>> = instance.submissions.iter().map(|_| vec![]).collect();
    let weight = |term| instance.weights.of(term);
    for (pairs, session, slot) in [
        (&instance.presenter_conflicts, weight(Term::Presenters), weight(Term::PresentersAtOnce)),
        (&instance.attendee_conflicts, weight(Term::Attendees), weight(Term::AttendeesAtOnce)),
    ] {
        if session <= 0 && slot <= 0 {
            continue;
        }
        for (one, other) in sorted_pairs(pairs).into_iter().filter(|(one, other)| one != other) {
            meetings[one].push(Meeting { with: other, session, slot });
            meetings[other].push(Meeting { with: one, session, slot });
        }
    }
    meetings
}
