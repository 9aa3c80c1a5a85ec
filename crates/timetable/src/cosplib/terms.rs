/// What the objective counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say what is counted")]
pub enum Term {
    TracksSessions,
    TracksRooms,
    SessionsRooms,
    SimilarTracks,
    RoomsPerTrack,
    ParallelTracks,
    ConsecutiveTracks,
    Timezones,
    Order,
    SubmissionsSessions,
    SubmissionsRooms,
    Presenters,
    Attendees,
    Chairs,
    PresentersAtOnce,
    AttendeesAtOnce,
}

/// All terms, with the names of their weights in the format.
pub const TERMS: &[(Term, &str)] = &[
    (Term::TracksSessions, "tracks_sessions_penalty_weight"),
    (Term::TracksRooms, "tracks_rooms_penalty_weight"),
    (Term::SessionsRooms, "sessions_rooms_penalty_weight"),
    (Term::SimilarTracks, "similar_tracks_penalty_weight"),
    (Term::RoomsPerTrack, "num_rooms_per_track_weight"),
    (Term::ParallelTracks, "parallel_tracks_weight"),
    (Term::ConsecutiveTracks, "consecutive_tracks_weight"),
    (Term::Timezones, "submissions_timezones_penalty_weight"),
    (Term::Order, "submissions_order_weight"),
    (Term::SubmissionsSessions, "submissions_sessions_penalty_weight"),
    (Term::SubmissionsRooms, "submissions_rooms_penalty_weight"),
    (Term::Presenters, "presenters_conflicts_weight"),
    (Term::Attendees, "attendees_conflicts_weight"),
    (Term::Chairs, "chairs_conflicts_weight"),
    (Term::PresentersAtOnce, "presenters_conflicts_timeslot_level_weight"),
    (Term::AttendeesAtOnce, "attendees_conflicts_timeslot_level_weight"),
];

/// The weight of each term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weights([i64; TERMS.len()]);

impl Weights {
    /// The weight of a term.
    pub fn of(&self, term: Term) -> i64 {
        self.0[term as usize]
    }

    /// Sets the weight of a term.
    pub fn set(&mut self, term: Term, weight: i64) {
        self.0[term as usize] = weight;
    }
}
