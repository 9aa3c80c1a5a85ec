//! What is wrong with an instance or a solution, where, and what to do.

use std::fmt;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1; 0 if the file as a whole is meant.
    pub line: usize,
    /// The field, as the format names it.
    pub field: String,
    /// What is the matter, and what to do.
    pub message: String,
}

impl Problem {
    /// A problem with one field on one line.
    pub fn new(line: usize, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { line, field: field.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, ", self.line)?;
        }
        write!(f, "{}: {}", self.field, self.message)
    }
}

impl std::error::Error for Problem {}

/// A JSON file that does not parse, as a problem.
pub(crate) fn of_json(error: &serde_json::Error) -> Problem {
    // serde_json appends the place to its message; ours stands in front.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let field = message.split('`').nth(1).unwrap_or("file").to_string();
    Problem::new(error.line(), field, message)
}

/// The line on which the value stands that a path like `sessions[3].group` leads to; 0 if the path leads nowhere.
pub(crate) fn line_of(text: &str, path: &str) -> usize {
    let mut scan = Scan { text: text.as_bytes(), at: 0 };
    let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
    match scan.follow(steps) {
        Some(()) => 1 + text.as_bytes()[..scan.at].iter().filter(|&&byte| byte == b'\n').count(),
        None => 0,
    }
}

/// A reader of well-formed JSON that only looks for places.
struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn follow<'p>(&mut self, steps: impl Iterator<Item = &'p str>) -> Option<()> {
        self.blank();
        for step in steps {
            let found = match self.text.get(self.at)? {
                b'[' => self.element(step.parse().ok()?),
                b'{' => self.member(step),
                _ => return None,
            };
            found?;
        }
        Some(())
    }

    /// Moves to the value of a member; if there is none of this name, stays at the object, which is where it is missing.
    fn member(&mut self, name: &str) -> Option<()> {
        let object = self.at;
        self.at += 1;
        loop {
            self.blank();
            if self.text.get(self.at)? == &b'}' {
                self.at = object;
                return Some(());
            }
            let key = self.at + 1;
            self.value()?;
            let found = &self.text[key..self.at - 1] == name.as_bytes();
            self.blank();
            if found {
                return Some(());
            }
            self.value()?;
        }
    }

    fn element(&mut self, index: usize) -> Option<()> {
        self.at += 1;
        for _ in 0..index {
            self.blank();
            self.value()?;
        }
        self.blank();
        Some(())
    }

    /// White space and punctuation between values.
    fn blank(&mut self) {
        while self.text.get(self.at).is_some_and(|byte| b" \t\r\n,:".contains(byte)) {
            self.at += 1;
        }
    }

    /// Goes past one value.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0;
        loop {
            match self.text.get(self.at)? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                byte if b" \t\r\n,:".contains(byte) => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    while self.text.get(self.at).is_some_and(|byte| !b" \t\r\n,:]}".contains(byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth <= 0 {
                return Some(());
            }
        }
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        while self.text.get(self.at)? != &b'"' {
            self.at += if self.text[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_line() {
        let text = "{\"a\": [1,\n {\"b\": \"x]\\\"\"},\n {\"b\":\n 3, \"c\": {}}],\n\"d\": null}";
        for (path, line) in
            [("a", 1), ("a[1].b", 2), ("a[2].b", 4), ("a[2].c", 4), ("d", 5), ("a[2].z", 3), ("d.q", 0)]
        {
            assert_eq!(line_of(text, path), line, "{path}");
        }
    }
}
