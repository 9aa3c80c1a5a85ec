//! How much, how often, how long: every limit of the protocol, with its reason.

/// What a room holds and how it speaks. Times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most deltas that a room remembers: at ten a second, those of the last 100 seconds.
    pub deltas_max: usize,
    /// Most bytes of deltas that a room remembers. Shared by 833 followers (10,000 in 12 rooms) it is 236 bytes for each.
    pub bytes_max: usize,
    /// Whoever is further behind gets a snapshot instead: at 8 kbit/s these bytes would take a minute.
    pub lag_bytes_max: u64,
    /// Most bytes offered in one write, but for a single frame that is longer: what a socket's buffer takes.
    pub offer_bytes_max: usize,
    /// A delta that is longer is not sent; those who would get it are asked to take a snapshot.
    pub delta_bytes_max: usize,
    /// Totals go out once in this time, however many vote.
    pub totals_every: u64,
    /// And the latest of what may be skipped.
    pub latest_every: u64,
    /// A snapshot is drawn anew after so many further deltas; until then all who need one share it.
    pub snapshot_deltas_max: u64,
    /// An answer to a poll ends at a multiple of this, and a full one is the same for ever: caches on the way may keep it.
    pub block: u64,
    /// How long a client that polls shall wait while something happens; while nothing does it waits longer by itself.
    pub poll_every: u64,
    /// After so long without a word the server says where its follower is, so that a lost last word is noticed. Up to half
    /// of it is added for each by lot.
    pub beat_every: u64,
    /// Who takes nothing for so long though something waits is gone. A reader who merely stalls costs one cursor, so this
    /// is generous.
    pub stalled_max: u64,
}

impl Limits {
    /// The usual ones.
    pub const USUAL: Self = Self {
        deltas_max: 1_024,
        bytes_max: 192 << 10,
        lag_bytes_max: 64 << 10,
        offer_bytes_max: 64 << 10,
        delta_bytes_max: 1_024,
        totals_every: 400,
        latest_every: 250,
        snapshot_deltas_max: 64,
        block: 64,
        poll_every: 5_000,
        beat_every: 20_000,
        stalled_max: 120_000,
    };
}
