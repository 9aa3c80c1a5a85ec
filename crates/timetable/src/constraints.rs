//! What is demanded of a programme, and what is wished for: one file and one line in [`CONSTRAINTS`] each.
//!
//! A constraint says the same thing twice, in two ways that a property test holds together:
//!
//! - `facts` looks at a whole programme and names everything wrong with it, with an amount. The cost of a programme
//!   is the sum of these amounts, and explanations are made from them.
//! - `growth` says by how much that sum grows when one session is put into a place. The search lives on it.
//!
//! To add one: write a file with a `CONSTRAINT`, a variant of [`What`] that says what is wrong, and a line in the list.

mod audience;
mod away;
mod balance;
mod blocked;
mod change;
mod features;
mod fixed;
mod load;
mod night;
mod night_shares;
mod plenary;
mod precedence;
mod resources;
mod room_taken;
mod same_track;
mod seats_missing;
mod seats_wasted;
mod similar;
mod track_room;
mod two_places;
mod unplaced;
mod walking;

use crate::model::{Board, Brief, Placement, Weights};
use crate::search::Cost;

/// Whether a programme may break a constraint at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// No programme that breaks it may be published.
    Hard,
    /// It has a price.
    Soft,
}

/// On what the growth of a constraint depends. The search keeps tables of whatever does not depend on the others.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// On the session and when it begins.
    Time,
    /// On the session and its room.
    Room,
    /// On the session and its place.
    Place,
    /// On which other sessions it meets: for each of these, what it costs to be held at the same time.
    Pairs(fn(&Brief<'_>, usize) -> Vec<(usize, i64)>),
    /// On counts that the board keeps. Says of which sessions: the growth of the others is always 0.
    Counts(fn(&Brief<'_>, usize) -> bool),
}

/// A demand or a wish.
#[derive(Debug, Clone, Copy)]
pub struct Constraint {
    /// Its name, from which the words for it are found.
    pub name: &'static str,
    /// Whether it must hold.
    pub level: Level,
    /// On what its growth depends.
    pub shape: Shape,
    /// What one unit of its amount weighs.
    pub weight: fn(&Weights) -> i64,
    /// What is wrong with a programme.
    pub facts: fn(&Board<'_>) -> Vec<Fact>,
    /// By how much the amounts of its facts grow if a session that is nowhere is put into a place.
    pub growth: fn(&Board<'_>, usize, Placement) -> i64,
}

/// All constraints: what must hold first.
pub const CONSTRAINTS: &[Constraint] = &[
    unplaced::CONSTRAINT,
    two_places::CONSTRAINT,
    walking::CONSTRAINT,
    room_taken::CONSTRAINT,
    resources::CONSTRAINT,
    plenary::CONSTRAINT,
    precedence::CONSTRAINT,
    away::CONSTRAINT,
    features::CONSTRAINT,
    blocked::CONSTRAINT,
    fixed::CONSTRAINT,
    same_track::CONSTRAINT,
    similar::CONSTRAINT,
    audience::CONSTRAINT,
    night::CONSTRAINT,
    night_shares::CONSTRAINT,
    seats_missing::CONSTRAINT,
    seats_wasted::CONSTRAINT,
    track_room::CONSTRAINT,
    load::CONSTRAINT,
    balance::CONSTRAINT,
    change::CONSTRAINT,
];

pub(crate) use change::CONSTRAINT as CHANGE;
pub(crate) use night_shares::CONSTRAINT as NIGHT_SHARES;
pub(crate) use same_track::CONSTRAINT as SAME_TRACK;
pub(crate) use unplaced::CONSTRAINT as UNPLACED;

/// Whether a session cannot be in a place whatever the organisers say: somebody or the room would be needed twice.
pub(crate) fn impossible(board: &Board<'_>, session: usize, place: Placement) -> bool {
    let physical = [two_places::CONSTRAINT, walking::CONSTRAINT, room_taken::CONSTRAINT];
    physical.iter().any(|constraint| (constraint.growth)(board, session, place) > 0)
}

/// One thing that is wrong with a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// What it is.
    pub what: What,
    /// How bad it is, in the unit of its constraint.
    pub amount: i64,
}

/// The things that can be wrong with a programme. Everything is named by its index in the instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields are what the variants name")]
pub enum What {
    /// A session is nowhere.
    Unplaced { session: usize },
    /// People have a part in two sessions at the same time.
    TwoPlaces { one: usize, other: usize, people: i64 },
    /// People have a part in two sessions that follow each other, with fewer minutes between them than the way takes.
    NoTimeToWalk { one: usize, other: usize, minutes: i64, needed: i64 },
    /// Two sessions are in one room at one time.
    RoomTaken { one: usize, other: usize, room: usize },
    /// More of a resource is asked for at a time than there is.
    ResourceShort { resource: usize, time: usize, asked: i64, count: i64 },
    /// Something is held at the same time as a plenary.
    BesidePlenary { plenary: usize, session: usize },
    /// A session is not over when the one begins that must come after it.
    OutOfOrder { before: usize, after: usize },
    /// A person with a part in a session cannot be there at that time.
    Away { session: usize, person: usize },
    /// A room lacks what a session needs.
    FeaturesMissing { session: usize, room: usize },
    /// A room cannot be used at that time, or the day is over before the session is.
    Blocked { session: usize, room: usize },
    /// A session is not where it must stay.
    Moved { session: usize },
    /// Two sessions of a track are held at the same time.
    SameTrack { one: usize, other: usize, track: usize },
    /// Two sessions on similar themes are held at the same time.
    Similar { one: usize, other: usize },
    /// People want to attend two sessions that are held at the same time.
    AudienceSplit { one: usize, other: usize, people: i64 },
    /// A person online has a part in a session at an inhumane local hour.
    Night { session: usize, person: usize },
    /// A region's people online carry much of the night.
    RegionNights { region: usize, nights: i64 },
    /// People will stand.
    SeatsMissing { session: usize, room: usize, seats: i64 },
    /// A room is far too large.
    SeatsWasted { session: usize, room: usize, seats: i64 },
    /// A track uses several rooms on a day.
    TrackRooms { track: usize, day: usize, rooms: i64 },
    /// A person has many sessions on a day.
    Load { person: usize, day: usize, sessions: i64 },
    /// A stakeholder group organises more than its even share of what is on at a time.
    Unbalanced { group: usize, time: usize, sessions: i64 },
    /// A session is not where it was published.
    Changed { session: usize, time: bool },
}

impl What {
    /// The sessions that it is about, by number.
    pub fn sessions(&self) -> Vec<usize> {
        match *self {
            Self::Unplaced { session }
            | Self::Away { session, .. }
            | Self::FeaturesMissing { session, .. }
            | Self::Blocked { session, .. }
            | Self::Moved { session }
            | Self::Night { session, .. }
            | Self::SeatsMissing { session, .. }
            | Self::SeatsWasted { session, .. }
            | Self::Changed { session, .. } => vec![session],
            Self::TwoPlaces { one, other, .. }
            | Self::NoTimeToWalk { one, other, .. }
            | Self::RoomTaken { one, other, .. }
            | Self::SameTrack { one, other, .. }
            | Self::Similar { one, other }
            | Self::AudienceSplit { one, other, .. } => vec![one, other],
            Self::BesidePlenary { plenary, session } => vec![plenary, session],
            Self::OutOfOrder { before, after } => vec![before, after],
            Self::ResourceShort { .. }
            | Self::RegionNights { .. }
            | Self::TrackRooms { .. }
            | Self::Load { .. }
            | Self::Unbalanced { .. } => vec![],
        }
    }
}

/// What a constraint costs in a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The name of the constraint.
    pub name: &'static str,
    /// Amount times weight.
    pub cost: Cost,
    /// What is wrong, the worst first.
    pub facts: Vec<Fact>,
}

impl Constraint {
    /// An amount as a cost.
    pub fn price(&self, weights: &Weights, amount: i64) -> Cost {
        let weighed = amount * (self.weight)(weights);
        match self.level {
            Level::Hard => Cost::hard(weighed),
            Level::Soft => Cost::soft(weighed),
        }
    }
}

/// What a programme costs and why: one line for every constraint that is not met in full.
pub fn explain(board: &Board<'_>) -> Vec<Line> {
    let weights = &board.brief.instance.weights;
    let lines = CONSTRAINTS.iter().map(|constraint| {
        let mut facts = (constraint.facts)(board);
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.amount));
        let amount = facts.iter().map(|fact| fact.amount).sum();
        Line { name: constraint.name, cost: constraint.price(weights, amount), facts }
    });
    lines.filter(|line| !line.facts.is_empty()).collect()
}

/// What a programme costs, from scratch.
pub fn cost(board: &Board<'_>) -> Cost {
    explain(board).iter().map(|line| line.cost).sum()
}

/// By how much the cost grows if a session that is nowhere is put into a place.
pub fn growth(board: &Board<'_>, session: usize, place: Placement) -> Cost {
    let weights = &board.brief.instance.weights;
    let price =
        |constraint: &Constraint| constraint.price(weights, (constraint.growth)(board, session, place));
    CONSTRAINTS.iter().map(price).sum()
}

/// Facts about pairs of sessions that are held at the same time: `amount` says how bad each pair is.
fn pairs(board: &Board<'_>, mut fact: impl FnMut(usize, usize) -> Option<Fact>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        for other in
            place.iter().flat_map(|place| board.during(one, place.start)).filter(|&other| other > one)
        {
            facts.extend(fact(one, other));
        }
    }
    facts
}

/// Facts about single sessions and where they are.
fn singles(board: &Board<'_>, mut fact: impl FnMut(usize, Placement) -> Option<Fact>) -> Vec<Fact> {
    let placed = board.places().iter().enumerate();
    placed.filter_map(|(session, place)| fact(session, (*place)?)).collect()
}

/// Whether a session in a place would be held at the same time as another.
fn meet(board: &Board<'_>, session: usize, place: Placement, other: usize) -> bool {
    board.places()[other].is_some_and(|there| {
        let (own, others) = (board.steps(session, place), board.steps(other, there));
        own.start < others.end && others.start < own.end
    })
}

/// A fact, if there is anything to it.
fn fact(what: What, amount: i64) -> Option<Fact> {
    (amount != 0).then_some(Fact { what, amount })
}

/// The n-th triangular number: what n too many cost when each further one is worse than the one before.
fn triangle(n: i64) -> i64 {
    let n = n.max(0);
    n * (n + 1) / 2
}
