use super::{Instance, Solution, Term};
use crate::search::{Chance, Cost};

/// A complete schedule: every submission is in a cell (a session in a room) that holds its track only.
/// A cell may hold more than fits: that is the one demand that the search may break on its way.
pub(super) struct Board<'a> {
    pub(super) instance: &'a Instance,
    /// What each cell holds, in order.
    pub(super) held: Vec<Vec<usize>>,
    /// The cell of each submission.
    pub(super) cell: Vec<usize>,
    /// Per track, which cells hold it: the others need not be looked at.
    pub(super) cells_of: Vec<Vec<usize>>,
    presenters: Vec<Vec<usize>>,
    attendees: Vec<Vec<usize>>,
    chairs: Vec<bool>,
    ordered: Vec<bool>,
    at_once: bool,
    /// What the parts cost at present: cells, sessions, tracks.
    parts: [Vec<Cost>; 3],
    pub(super) cost: Cost,
}

/// A part of the cost that can be worked out by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Cell(usize),
    Session(usize),
    Track(usize),
}

impl<'a> Board<'a> {
    pub(super) fn new(instance: &'a Instance, seed: u64) -> Self {
        let cells = instance.sessions.len() * instance.rooms;
        let lists = |pairs: &[(usize, usize)]| {
            let mut lists = vec![vec![]; instance.submissions.len()];
            let mut pairs: Vec<_> = pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
            pairs.sort_unstable();
            pairs.dedup();
            for (one, other) in pairs {
                lists[one].push(other);
                lists[other].push(one);
            }
            lists
        };
        let mut chairs = vec![false; instance.tracks * instance.tracks];
        for &(a, b) in &instance.chair_conflicts {
            chairs[a * instance.tracks + b] = true;
            chairs[b * instance.tracks + a] = true;
        }
        let weight = |term| instance.weights.of(term);
        let mut ordered = vec![false; instance.tracks];
        instance.submissions.iter().filter(|own| own.order != 0).for_each(|own| ordered[own.track] = true);
        let mut board = Self {
            instance,
            held: vec![vec![]; cells],
            cell: vec![usize::MAX; instance.submissions.len()],
            cells_of: vec![vec![]; instance.tracks],
            presenters: lists(&instance.presenter_conflicts),
            attendees: lists(&instance.attendee_conflicts),
            chairs,
            at_once: weight(Term::PresentersAtOnce) > 0
                || weight(Term::AttendeesAtOnce) > 0
                || weight(Term::Order) > 0 && ordered.iter().any(|&ordered| ordered),
            ordered,
            parts: [
                vec![Cost::ZERO; cells],
                vec![Cost::ZERO; instance.sessions.len()],
                vec![Cost::ZERO; instance.tracks],
            ],
            cost: Cost::ZERO,
        };
        board.fill(seed);
        board.recount();
        board
    }

    /// A first schedule: the largest tracks first, into as few cells as can be, each where it costs least.
    fn fill(&mut self, seed: u64) {
        let mut chance = Chance::new(seed ^ 0x5eed);
        let mut tracks: Vec<(usize, Vec<usize>)> = (0..self.instance.tracks)
            .map(|track| {
                (
                    track,
                    (0..self.cell.len()).filter(|&s| self.instance.submissions[s].track == track).collect(),
                )
            })
            .filter(|(_, submissions): &(usize, Vec<usize>)| !submissions.is_empty())
            .collect();
        tracks.sort_by_key(|(_, submissions)| {
            std::cmp::Reverse(submissions.iter().map(|&s| self.instance.submissions[s].slots).sum::<usize>())
        });
        // Every track needs a cell of its own before the large ones take their second.
        let mut reserved = tracks.len();
        for (_, submissions) in &mut tracks {
            chance.shuffle(submissions);
            submissions.sort_by_key(|&s| {
                (self.instance.submissions[s].order, std::cmp::Reverse(self.instance.submissions[s].slots))
            });
            reserved -= 1;
            for &submission in submissions.iter() {
                self.settle(submission, reserved, &mut chance);
            }
        }
    }

    fn settle(&mut self, submission: usize, reserved: usize, chance: &mut Chance) {
        let own = &self.instance.submissions[submission];
        let free = |board: &Self, cell: usize| board.slots(cell) as i64 - board.load(cell) as i64;
        let started = self.cells_of[own.track].iter().copied();
        let fitting = started.filter(|&cell| free(self, cell) >= own.slots as i64).min();
        let empty: Vec<usize> = (0..self.held.len()).filter(|&cell| self.held[cell].is_empty()).collect();
        let price = |&cell: &usize| {
            let (session, room) = (self.session(cell), self.room(cell));
            let short = own.slots.saturating_sub(self.slots(cell));
            (
                short,
                self.instance.track_session[own.track][session] + self.instance.track_room[own.track][room],
            )
        };
        let opened = || {
            let may = empty.len() > reserved || self.cells_of[own.track].is_empty();
            empty.iter().copied().filter(|_| may).min_by_key(price)
        };
        let roomiest = || self.cells_of[own.track].iter().copied().max_by_key(|&cell| free(self, cell));
        let cell = fitting.or_else(opened).or_else(roomiest).unwrap_or_else(|| chance.below(self.held.len()));
        self.append(submission, cell);
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

    pub(super) fn load(&self, cell: usize) -> usize {
        self.held[cell].iter().map(|&held| self.instance.submissions[held].slots).sum()
    }

    pub(super) fn track(&self, cell: usize) -> Option<usize> {
        self.held[cell].first().map(|&held| self.instance.submissions[held].track)
    }

    pub(super) fn append(&mut self, submission: usize, cell: usize) {
        let track = self.instance.submissions[submission].track;
        if self.held[cell].is_empty() {
            self.cells_of[track].push(cell);
        }
        self.held[cell].push(submission);
        self.cell[submission] = cell;
    }

    pub(super) fn remove(&mut self, submission: usize) {
        let cell = self.cell[submission];
        self.held[cell].retain(|&held| held != submission);
        if self.held[cell].is_empty() {
            self.cells_of[self.instance.submissions[submission].track].retain(|&used| used != cell);
        }
    }

    /// Exchanges what two cells hold.
    pub(super) fn exchange(&mut self, a: usize, b: usize) {
        let (one, other) = (self.track(a), self.track(b));
        self.held.swap(a, b);
        for cell in [a, b] {
            self.held[cell].iter().for_each(|&held| self.cell[held] = cell);
        }
        if one != other {
            for (track, from, to) in [(one, a, b), (other, b, a)] {
                let cells = track.into_iter().flat_map(|track| {
                    self.cells_of[track].iter().position(|&cell| cell == from).map(|n| (track, n))
                });
                cells.collect::<Vec<_>>().into_iter().for_each(|(track, n)| self.cells_of[track][n] = to);
            }
        }
    }

    pub(super) fn part(&self, part: Part) -> Cost {
        match part {
            Part::Cell(cell) => self.cell_cost(cell),
            Part::Session(session) => Cost::soft(self.session_cost(session)),
            Part::Track(track) => Cost::soft(self.track_cost(track)),
        }
    }

    pub(super) fn known(&mut self, part: Part) -> &mut Cost {
        match part {
            Part::Cell(cell) => &mut self.parts[0][cell],
            Part::Session(session) => &mut self.parts[1][session],
            Part::Track(track) => &mut self.parts[2][track],
        }
    }

    /// Works out everything anew.
    pub(super) fn recount(&mut self) {
        let cells = (0..self.held.len()).map(Part::Cell);
        let sessions = (0..self.instance.sessions.len()).map(Part::Session);
        let parts: Vec<Part> =
            cells.chain(sessions).chain((0..self.instance.tracks).map(Part::Track)).collect();
        self.cost = parts.iter().map(|&part| self.part(part)).sum();
        for part in parts {
            *self.known(part) = self.part(part);
        }
    }

    fn cell_cost(&self, cell: usize) -> Cost {
        let Some(track) = self.track(cell) else { return Cost::ZERO };
        let (session, room, instance) = (self.session(cell), self.room(cell), self.instance);
        let weight = |term| instance.weights.of(term);
        let mut soft = weight(Term::TracksSessions) * instance.track_session[track][session]
            + weight(Term::TracksRooms) * instance.track_room[track][room]
            + weight(Term::SessionsRooms) * instance.session_room[session][room];
        for &held in &self.held[cell] {
            let each = weight(Term::Timezones) * instance.sub_timezone[held][session]
                + weight(Term::SubmissionsSessions) * instance.sub_session[held][session]
                + weight(Term::SubmissionsRooms) * instance.sub_room[held][room];
            soft += each * instance.submissions[held].slots as i64;
        }
        Cost { hard: self.load(cell).saturating_sub(self.slots(cell)) as i64, soft }
    }

    fn session_cost(&self, session: usize) -> i64 {
        let instance = self.instance;
        let weight = |term| instance.weights.of(term);
        let cells = session * instance.rooms..(session + 1) * instance.rooms;
        let mut cost = 0;
        for a in cells.clone() {
            let Some(one) = self.track(a) else { continue };
            let mut again = false;
            for other in (a + 1..cells.end).filter_map(|b| self.track(b)) {
                if other == one {
                    again = true;
                } else {
                    cost += weight(Term::SimilarTracks) * instance.track_track[one][other];
                    cost += weight(Term::Chairs) * i64::from(self.chairs[one * instance.tracks + other]);
                }
            }
            cost += weight(Term::ParallelTracks) * i64::from(again);
            for (term, lists) in [(Term::Presenters, &self.presenters), (Term::Attendees, &self.attendees)] {
                if weight(term) > 0 {
                    let across =
                        |other: &&usize| self.cell[**other] > a && cells.contains(&self.cell[**other]);
                    let met = self.held[a].iter().flat_map(|&held| lists[held].iter().filter(across));
                    cost += weight(term) * met.count() as i64;
                }
            }
        }
        if self.at_once { cost + self.at_once_cost(cells) } else { cost }
    }

    /// What it costs that submissions share a time slot.
    fn at_once_cost(&self, cells: std::ops::Range<usize>) -> i64 {
        let weight = |term| self.instance.weights.of(term);
        let mut spans: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
        for cell in cells {
            let mut start = 0;
            for &held in &self.held[cell] {
                let end = start + self.instance.submissions[held].slots;
                spans.push((held, start..end.min(self.slots(cell))));
                start = end;
            }
        }
        let mut cost = 0;
        for (n, (one, own)) in spans.iter().enumerate() {
            let a = &self.instance.submissions[*one];
            if self.presenters[*one].is_empty() && self.attendees[*one].is_empty() && a.order == 0 {
                continue;
            }
            for (other, span) in &spans[n + 1..] {
                let shared = own.end.min(span.end).saturating_sub(own.start.max(span.start)) as i64;
                let b = &self.instance.submissions[*other];
                if shared > 0 {
                    let in_order = a.track == b.track && a.order != 0 && b.order != 0;
                    cost += shared
                        * (weight(Term::PresentersAtOnce) * i64::from(self.presenters[*one].contains(other))
                            + weight(Term::AttendeesAtOnce)
                                * i64::from(self.attendees[*one].contains(other))
                            + weight(Term::Order) * i64::from(in_order));
                }
            }
        }
        cost
    }

    fn track_cost(&self, track: usize) -> i64 {
        let weight = |term| self.instance.weights.of(term);
        let cells = &self.cells_of[track];
        let distinct = |n: usize, of: &dyn Fn(usize) -> usize| {
            !cells[..n].iter().any(|&earlier| of(earlier) == of(cells[n]))
        };
        let rooms = (0..cells.len()).filter(|&n| distinct(n, &|cell| self.room(cell))).count() as i64;
        let sessions = (0..cells.len()).filter(|&n| distinct(n, &|cell| self.session(cell))).count();
        let first = cells.iter().map(|&cell| self.session(cell)).min().unwrap_or(0);
        let last = cells.iter().map(|&cell| self.session(cell)).max().unwrap_or(0);
        let mut cost = weight(Term::RoomsPerTrack) * (rooms - 1).max(0);
        cost += weight(Term::ConsecutiveTracks) * i64::from(sessions > 0 && sessions != last - first + 1);
        if self.ordered[track] && weight(Term::Order) > 0 {
            let mut cells = cells.clone();
            cells.sort_unstable();
            let order = cells
                .iter()
                .flat_map(|&cell| &self.held[cell])
                .map(|&held| self.instance.submissions[held].order);
            let wrong = (1..).zip(order).filter(|&(place, wanted)| wanted != 0 && wanted != place);
            cost += weight(Term::Order) * wrong.count() as i64;
        }
        cost
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
