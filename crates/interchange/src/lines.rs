//! From a byte offset to a line and a column.

/// Where the lines of a text begin.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line of an offset, counted from 1.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// Line and column (in characters) of an offset, both counted from 1.
    pub(crate) fn position(&self, offset: usize) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1];
        // The offset may lie inside a character or past the end: count what begins before it.
        let before = self.text[start..].char_indices().take_while(|(at, _)| start + at < offset);
        (line, before.count() as u32 + 1)
    }

    /// A line and a column in bytes, as a line and a column in characters.
    pub(crate) fn character(&self, line: usize, column: usize) -> (u32, u32) {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        self.position((start + column.saturating_sub(1)).min(self.text.len()))
    }
}
