//! How much a file may ask of us.

/// Upper limits for one file. Everything read is held in memory, so everything has a limit.
///
/// The defaults leave room for several times the largest programmes known to us: annual congresses of
/// two thousand sessions (the IGF has about 300).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// XML elements, JSON values or CSV cells in all.
    pub nodes: usize,
    /// How deep XML elements or JSON values may be nested.
    pub depth: usize,
    /// Columns of a CSV table.
    pub columns: usize,
    /// Sessions in the file.
    pub sessions: usize,
    /// Persons of one session.
    pub persons: usize,
    /// Links, and likewise attachments, of one session.
    pub links: usize,
    /// Characters of a name, a title, an address.
    pub short_text: usize,
    /// Characters of an abstract, a description, a biography.
    pub long_text: usize,
    /// Minutes that one session may last.
    pub minutes: u32,
    /// Problems listed one by one; what comes after them is only counted.
    pub problems: usize,
}

impl Limits {
    /// The limits that hold unless somebody asks for others.
    pub const DEFAULT: Self = Self {
        bytes: 32 * 1024 * 1024,
        nodes: 500_000,
        depth: 32,
        columns: 500,
        sessions: 10_000,
        persons: 500,
        links: 200,
        short_text: 1_000,
        long_text: 100_000,
        minutes: 7 * 24 * 60,
        problems: 5_000,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
