//! Where the values of a JSON text stand. Nothing is kept while a file is read: only when there is something to
//! complain of is the text walked through once more, along the path of the value in question.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// Line and column of a byte, both counted from 1.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    let column = 1 + before.iter().rev().take_while(|&&byte| byte != b'\n').count();
    (line, column)
}

/// Where the value begins that a path leads to; if the path leads nowhere, where it ends.
pub(super) fn offset_of(text: &str, path: &str) -> usize {
    let mut scan = Scan { text: text.as_bytes(), at: 0 };
    let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
    scan.follow(steps);
    scan.at
}

/// The path of the value that is being read at a place, as far as the text is well-formed up to there.
pub(super) fn path_at(text: &str, line: usize, column: usize) -> String {
    let begin: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let end = (begin + column).min(text.len());
    let mut scan = Scan { text: &text.as_bytes()[..end], at: 0 };
    let mut steps = Vec::new();
    scan.descend(&mut steps);
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Element(index) => path.push_str(&format!("[{index}]")),
            Step::Member(name) if name.is_empty() => {}
            Step::Member(name) if path.is_empty() => path.push_str(&name),
            Step::Member(name) => path.push_str(&format!(".{name}")),
        }
    }
    path
}

enum Step {
    Element(usize),
    Member(String),
}

/// A reader of JSON that only looks for places.
struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn follow<'p>(&mut self, steps: impl Iterator<Item = &'p str>) -> Option<()> {
        self.blank();
        for step in steps {
            let (here, found) = match self.text.get(self.at)? {
                b'[' => (self.at, self.element(step.parse().ok()?)),
                b'{' => (self.at, self.member(step)),
                _ => return None,
            };
            if found.is_none() {
                self.at = here;
                return None;
            }
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
            let found = self.text.get(key..self.at - 1)? == name.as_bytes();
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
        (self.text.get(self.at)? != &b']').then_some(())
    }

    /// Goes down to the value in which the text ends, and notes the steps.
    fn descend(&mut self, steps: &mut Vec<Step>) -> Option<()> {
        self.blank();
        loop {
            match self.text.get(self.at)? {
                b'[' => steps.push(Step::Element(0)),
                b'{' => steps.push(Step::Member(String::new())),
                _ => return None,
            }
            self.at += 1;
            if !self.unfinished(steps)? {
                // The text goes on after the value: what follows is meant, and has no name.
                steps.pop();
                return None;
            }
        }
    }

    /// Goes past all that is complete in an array or object; whether something was left that is not.
    fn unfinished(&mut self, steps: &mut [Step]) -> Option<bool> {
        loop {
            self.blank();
            let begin = self.at;
            match self.text.get(self.at) {
                None => return None,
                Some(b']' | b'}') => return Some(false),
                Some(_) => {}
            }
            if let Some(Step::Member(name)) = steps.last_mut() {
                self.value()?;
                *name = String::from_utf8_lossy(self.text.get(begin + 1..self.at - 1)?).into_owned();
                self.blank();
            }
            let begin = self.at;
            let complete = self.value().is_some() && self.at < self.text.len();
            if !complete {
                self.at = begin;
                return Some(true);
            }
            if let Some(Step::Element(index)) = steps.last_mut() {
                *index += 1;
            }
        }
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

/// The members of an object in their order, so that one that is there twice can be found.
pub(crate) struct Entries<V>(pub(crate) Vec<(String, V)>);

impl<V> Entries<V> {
    /// The name of a member that is there twice.
    pub(crate) fn repeated(&self) -> Option<&str> {
        let mut names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.windows(2).find(|two| two[0] == two[1]).map(|two| two[0])
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Members<V> {
            type Value = Entries<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<V>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Members(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"a\": [1,\n {\"b\": \"x]\\\"\"},\n {\"b\":\n 3, \"c\": {}}],\n\"d\": null}";

    #[test]
    fn a_path_leads_to_its_place_or_as_far_as_it_goes() {
        for (path, place) in [
            ("a", (1, 7)),
            ("a[1].b", (2, 8)),
            ("a[2].b", (4, 2)),
            ("a[2].c", (4, 10)),
            ("d", (5, 6)),
            ("a[2].z", (3, 2)),
            ("a[9]", (1, 7)),
            ("d.q", (5, 6)),
            ("", (1, 1)),
        ] {
            assert_eq!(position(TEXT, offset_of(TEXT, path)), place, "{path}");
        }
    }

    #[test]
    fn a_place_has_the_path_of_the_value_that_is_being_read_there() {
        for ((line, column), path) in [
            ((1, 8), "a[0]"),
            ((2, 10), "a[1].b"),
            ((4, 2), "a[2].b"),
            ((4, 11), "a[2].c"),
            ((5, 8), "d"),
            ((1, 1), ""),
        ] {
            assert_eq!(path_at(TEXT, line, column), path, "{line}:{column}");
        }
        for column in 0..TEXT.len() + 2 {
            // Whatever the text is cut off at: an answer.
            path_at(&TEXT[..column.min(TEXT.len())], 1 + column / 9, column);
        }
    }
}
