//! What whoever imports may choose.

/// Choices of an import. The default leaves everything to the file and touches nothing that the file does not name.
#[derive(Clone, Debug)]
pub struct Options {
    /// The meeting's name in addresses; else the file's acronym or title.
    pub meeting: Option<String>,
    /// Under which name the source is remembered; else the file's acronym. Two tables of one meeting that both begin with
    /// session 1 need two names.
    pub source: Option<String>,
    /// The series that a new meeting belongs to; else the only one there is.
    pub series: Option<String>,
    /// The title of a new meeting, where the file has none.
    pub title: Option<String>,
    /// The city of a new meeting.
    pub city: Option<String>,
    /// The country of a new meeting, by its two letters.
    pub country: Option<String>,
    /// Whether a new meeting has no venue but the network.
    pub online: bool,
    /// The time zone, where the file has none or a wrong one.
    pub zone: Option<String>,
    /// The language of sessions whose language the file does not state.
    pub language: Option<String>,
    /// The length of sessions whose length the file does not state, in minutes.
    pub minutes: u32,
    /// Withdraw sessions of an earlier import from the same source that the file no longer has.
    pub withdraw_missing: bool,
    /// Publish the programme afterwards.
    pub publish: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            meeting: None,
            source: None,
            series: None,
            title: None,
            city: None,
            country: None,
            online: false,
            zone: None,
            language: None,
            minutes: 60,
            withdraw_missing: false,
            publish: false,
        }
    }
}
