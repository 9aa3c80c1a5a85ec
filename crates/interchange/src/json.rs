//! JSON as a tree in which every value knows its line.
//!
//! serde_json tells lines only in its errors. So the bytes go through a reader that counts the line
//! breaks as they pass, and each value notes how far the count had come.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::io;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::limits::Limits;
use crate::lines::Lines;
use crate::problem::ReadError;
use crate::text::{harmless, shown};

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) line: u32,
    pub(crate) value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    /// Text, and numbers and truth values as they are written.
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; a key may stand there twice.
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    /// The entries of a map; nothing for anything else.
    pub(crate) fn entries(&self) -> &[(String, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Whether nothing is said here.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "an object",
        }
    }
}

/// A tree, and the keys that stand twice in one object, with their lines.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) root: Node,
    pub(crate) doubled: Vec<(u32, String)>,
    /// Doubled keys beyond the limit of problems.
    pub(crate) untold: usize,
}

pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    let state = State {
        line: Cell::new(1),
        nodes: Cell::new(0),
        limits,
        stopped: RefCell::new(None),
        doubled: RefCell::new(Vec::new()),
        untold: Cell::new(0),
    };
    let reader = CountedLines { rest: text.as_bytes(), line: &state.line };
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let parsed = NodeSeed { state: &state, depth: 0 }.deserialize(&mut deserializer);
    let parsed = parsed.and_then(|root| deserializer.end().map(|()| root));
    let stopped = state.stopped.take();
    match parsed {
        Ok(root) => Ok(Document { root, doubled: state.doubled.take(), untold: state.untold.get() }),
        Err(error) => Err(stopped.unwrap_or_else(|| malformed(text, &error))),
    }
}

fn malformed(text: &str, error: &serde_json::Error) -> ReadError {
    let (line, column) = Lines::of(text).character(error.line(), error.column());
    let message = error.to_string();
    let what = harmless(message.split(" at line ").next().unwrap_or_default());
    ReadError::Malformed { line, column, what }
}

struct CountedLines<'t> {
    rest: &'t [u8],
    line: &'t Cell<u32>,
}

impl io::Read for CountedLines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (taken, rest) = self.rest.split_at(self.rest.len().min(buffer.len()));
        buffer[..taken.len()].copy_from_slice(taken);
        let breaks = taken.iter().filter(|byte| **byte == b'\n').count();
        self.line.set(self.line.get() + breaks as u32);
        self.rest = rest;
        Ok(taken.len())
    }
}

/// What the values of one document share while it is read.
struct State<'l> {
    line: Cell<u32>,
    nodes: Cell<usize>,
    limits: &'l Limits,
    /// Our own reason to stop; serde_json can only carry text.
    stopped: RefCell<Option<ReadError>>,
    doubled: RefCell<Vec<(u32, String)>>,
    untold: Cell<usize>,
}

impl State<'_> {
    fn doubled(&self, key: &str) {
        let mut doubled = self.doubled.borrow_mut();
        match doubled.len() < self.limits.problems {
            true => doubled.push((self.line.get(), shown(key))),
            false => self.untold.set(self.untold.get() + 1),
        }
    }

    fn stop<E: Error>(&self, reason: ReadError) -> E {
        let error = E::custom(&reason);
        self.stopped.replace(Some(reason));
        error
    }
}

#[derive(Clone, Copy)]
struct NodeSeed<'s> {
    state: &'s State<'s>,
    depth: usize,
}

impl<'s> NodeSeed<'s> {
    fn inner<E: Error>(self) -> Result<NodeSeed<'s>, E> {
        let (line, limit) = (self.state.line.get(), self.state.limits.depth);
        match self.depth < limit {
            true => Ok(NodeSeed { depth: self.depth + 1, ..self }),
            false => Err(self.state.stop(ReadError::TooDeep { line, limit })),
        }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let (nodes, limit, line) =
            (self.state.nodes.get() + 1, self.state.limits.nodes, self.state.line.get());
        self.state.nodes.set(nodes);
        if nodes > limit {
            return Err(self.state.stop(ReadError::TooMany { line, what: "JSON values", limit }));
        }
        deserializer.deserialize_any(NodeVisitor { seed: self, line })
    }
}

struct NodeVisitor<'s> {
    seed: NodeSeed<'s>,
    /// The line before the value was read: right for a number, whose end is only known one byte later.
    line: u32,
}

impl NodeVisitor<'_> {
    fn here(&self, value: Value) -> Node {
        Node { line: self.seed.state.line.get(), value }
    }

    fn number<E>(&self, number: impl fmt::Display) -> Result<Node, E> {
        Ok(Node { line: self.line, value: Value::Text(number.to_string()) })
    }
}

impl<'de> Visitor<'de> for NodeVisitor<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(self.here(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(self.here(Value::Text(value.to_string())))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        self.number(value)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        self.number(value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        self.number(value)
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(self.here(Value::Text(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let inner = self.seed.inner()?;
        let mut node = self.here(Value::Null);
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(inner)? {
            items.push(item);
        }
        node.value = Value::List(items);
        Ok(node)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let inner = self.seed.inner()?;
        let mut node = self.here(Value::Null);
        let mut entries: Vec<(String, Node)> = Vec::new();
        let mut seen = BTreeSet::new();
        while let Some(key) = access.next_key::<String>()? {
            if !seen.insert(key.clone()) {
                self.seed.state.doubled(&key);
            }
            entries.push((key, access.next_value_seed(inner)?));
        }
        node.value = Value::Map(entries);
        Ok(node)
    }
}
