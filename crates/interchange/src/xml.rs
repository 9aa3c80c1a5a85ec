//! XML as a tree in which every element knows its line.
//!
//! Namespace prefixes are cut off, entities other than the five of XML are never expanded (so no file
//! can grow in memory), and the size of the tree is limited.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::limits::Limits;
use crate::lines::Lines;
use crate::problem::ReadError;
use crate::raw::Raw;
use crate::text::{harmless, shown};

/// Attributes of one element. Each is compared with all before it, so many would cost much time.
const ATTRIBUTES: usize = 100;

#[derive(Debug, Default)]
pub(crate) struct Element {
    /// The name without its prefix.
    pub(crate) name: String,
    pub(crate) line: u32,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    /// The text right inside this element.
    text: String,
    /// How much of the parent's text stands before this element.
    offset: usize,
}

/// Something legal or harmless that a reader of the file should still hear of.
#[derive(Debug)]
pub(crate) struct Remark {
    pub(crate) line: u32,
    pub(crate) message: String,
    pub(crate) remedy: &'static str,
}

#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) root: Element,
    pub(crate) remarks: Vec<Remark>,
    /// Remarks beyond the limit of problems.
    pub(crate) untold: usize,
}

impl Element {
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text, with that of any markup inside it at its place.
    pub(crate) fn text(&self) -> Raw {
        let mut text = String::new();
        let mut taken = 0;
        for child in &self.children {
            text.push_str(&self.text[taken..child.offset]);
            text.push_str(&child.text().value);
            taken = child.offset;
        }
        text.push_str(&self.text[taken..]);
        Raw::new(self.line, text)
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<Raw> {
        let (_, value) = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(Raw::new(self.line, value.clone()))
    }
}

/// The name of the root element, if the text begins like XML.
pub(crate) fn root_name(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => {
                return Some(start.local_name().as_ref().to_owned());
            }
            Event::Text(text) if !text.trim_ascii().is_empty() => return None,
            Event::Eof => return None,
            _ => {}
        }
    }
}

pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    let builder = Builder {
        lines: Lines::of(text),
        limits,
        open: Vec::new(),
        root: None,
        remarks: Vec::new(),
        untold: 0,
        nodes: 0,
    };
    builder.run(text)
}

struct Builder<'t> {
    lines: Lines<'t>,
    limits: &'t Limits,
    /// The elements not closed yet, from the root inwards.
    open: Vec<Element>,
    root: Option<Element>,
    remarks: Vec<Remark>,
    untold: usize,
    nodes: usize,
}

impl Builder<'_> {
    fn run(mut self, text: &str) -> Result<Document, ReadError> {
        let mut reader = Reader::from_str(text);
        loop {
            let at = reader.buffer_position() as usize;
            let event = reader
                .read_event()
                .map_err(|error| self.malformed(reader.error_position() as usize, error.to_string()))?;
            match event {
                Event::Start(start) => self.open(at, &start)?,
                Event::Empty(start) => {
                    self.open(at, &start)?;
                    self.close();
                }
                Event::End(_) => self.close(),
                Event::Text(text) => self.text(at, &text.xml_content(XmlVersion::Implicit1_0))?,
                Event::CData(text) => self.text(at, &text.xml_content(XmlVersion::Implicit1_0))?,
                Event::GeneralRef(reference) => self.reference(at, &reference)?,
                Event::DocType(doctype) if doctype.contains("<!ENTITY") => self.remark(
                    at,
                    "the file defines entities of its own; they are not expanded".to_owned(),
                    "Write the text out in place of the entities.",
                ),
                Event::Eof => break,
                Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
        self.end(text)
    }

    fn end(self, text: &str) -> Result<Document, ReadError> {
        if let Some(element) = self.open.last() {
            let what = format!("<{}> of line {} is never closed", shown(&element.name), element.line);
            return Err(self.malformed(text.len(), what));
        }
        match self.root {
            Some(root) => Ok(Document { root, remarks: self.remarks, untold: self.untold }),
            None => Err(self.malformed(text.len(), "there is no element in the file".to_owned())),
        }
    }

    fn malformed(&self, offset: usize, what: String) -> ReadError {
        let (line, column) = self.lines.position(offset);
        ReadError::Malformed { line, column, what: harmless(&what) }
    }

    fn remark(&mut self, at: usize, message: String, remedy: &'static str) {
        if self.remarks.len() >= self.limits.problems {
            self.untold += 1;
            return;
        }
        let line = self.lines.line(at);
        self.remarks.push(Remark { line, message, remedy });
    }

    fn open(&mut self, at: usize, start: &BytesStart<'_>) -> Result<(), ReadError> {
        let line = self.lines.line(at);
        if self.open.len() >= self.limits.depth {
            return Err(ReadError::TooDeep { line, limit: self.limits.depth });
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(self.malformed(at, "a second root element begins".to_owned()));
        }
        self.count(line)?;
        let offset = self.open.last().map_or(0, |parent| parent.text.len());
        let mut element =
            Element { name: start.local_name().as_ref().to_owned(), line, offset, ..Element::default() };
        for (index, attribute) in start.attributes().enumerate() {
            let attribute = attribute.map_err(|error| self.malformed(at, error.to_string()))?;
            if index >= ATTRIBUTES {
                return Err(ReadError::TooMany {
                    line,
                    what: "attributes in one element",
                    limit: ATTRIBUTES,
                });
            }
            let key = attribute.key.local_name().as_ref().to_owned();
            // xmlns and xml:lang are about the markup, not about the programme.
            if attribute.key.as_namespace_binding().is_some() || attribute.key.as_ref().starts_with("xml:") {
                continue;
            }
            self.count(line)?;
            let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                Err(error) => {
                    let message = format!(
                        "the attribute {} cannot be unescaped ({}); it is taken as it stands",
                        shown(&key),
                        harmless(&error.to_string()),
                    );
                    self.remark(at, message, "Write & as &amp; and the text of entities in full.");
                    attribute.value.clone().into_owned()
                }
            };
            element.attributes.push((key, value));
        }
        self.open.push(element);
        Ok(())
    }

    fn count(&mut self, line: u32) -> Result<(), ReadError> {
        self.nodes += 1;
        match self.nodes > self.limits.nodes {
            true => Err(ReadError::TooMany {
                line,
                what: "XML elements and attributes",
                limit: self.limits.nodes,
            }),
            false => Ok(()),
        }
    }

    /// The reader checks that end tags match, so the last open element is the one that ends.
    fn close(&mut self) {
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, at: usize, text: &str) -> Result<(), ReadError> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(self.malformed(at, "there is text outside the root element".to_owned())),
        }
        Ok(())
    }

    /// `&amp;` and `&#233;` become their character; any other entity stays as it is written.
    fn reference(&mut self, at: usize, reference: &BytesRef<'_>) -> Result<(), ReadError> {
        let resolved = reference.resolve_char_ref();
        let resolved = resolved.map_err(|error| self.malformed(at, error.to_string()))?;
        let name = reference.as_ref();
        let known = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => resolved,
        };
        if let Some(character) = known {
            return self.text(at, character.encode_utf8(&mut [0; 4]));
        }
        let message = format!("&{}; is not defined in XML; it is taken as it stands", shown(name));
        self.remark(at, message, "Write the character itself.");
        self.text(at, &format!("&{name};"))
    }
}
