use super::Weights;

/// A talk, workshop or the like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its track.
    pub track: usize,
    /// How many time slots it takes.
    pub slots: usize,
    /// Its place in its track, counted from 1; 0 if any.
    pub order: usize,
}

/// A conference to be scheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its name.
    pub name: String,
    /// How many time slots each session has.
    pub sessions: Vec<usize>,
    /// How many rooms there are.
    pub rooms: usize,
    /// How many tracks there are.
    pub tracks: usize,
    /// The submissions.
    pub submissions: Vec<Submission>,
    /// Penalties by track and session.
    pub track_session: Vec<Vec<i64>>,
    /// Penalties by track and room.
    pub track_room: Vec<Vec<i64>>,
    /// Penalties for two tracks in parallel, the one in the earlier room first.
    pub track_track: Vec<Vec<i64>>,
    /// Penalties by session and room.
    pub session_room: Vec<Vec<i64>>,
    /// Penalties by submission and session.
    pub sub_session: Vec<Vec<i64>>,
    /// Penalties by submission and session, for presenters far away.
    pub sub_timezone: Vec<Vec<i64>>,
    /// Penalties by submission and room.
    pub sub_room: Vec<Vec<i64>>,
    /// Submissions with a presenter in common.
    pub presenter_conflicts: Vec<(usize, usize)>,
    /// Submissions that the same people want to attend.
    pub attendee_conflicts: Vec<(usize, usize)>,
    /// Tracks with a chair in common.
    pub chair_conflicts: Vec<(usize, usize)>,
    /// The weights of the terms.
    pub weights: Weights,
}
