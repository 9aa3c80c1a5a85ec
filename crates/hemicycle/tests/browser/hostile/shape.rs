//! The shape of every command, read from its type: serde is asked for one command of each kind, and what it asks for in
//! turn is written down. So a text field that is added to a command tomorrow is attacked tomorrow.

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Value};
use std::fmt;

/// What stands in one place of a command.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Any text, as far as the type says.
    Text,
    /// A point in time.
    Time,
    /// A day.
    Day,
    /// A whole number; ids are numbers.
    Number,
    /// Yes or no.
    Truth,
    /// One of several words, of which this is the first.
    Word(&'static str),
    /// Named parts.
    Parts(Vec<(&'static str, Shape)>),
    /// A list, with the shape of what is in it.
    List(Box<Shape>),
    /// Something under a name: `{"people": …}`.
    Named(&'static str, Box<Shape>),
}

/// The stages in which somebody must propose, and others review, before there is a text: they are attacked in
/// `src/site/tests/hostile.rs`, where everybody can be played.
const BELOW: [&str; 2] = ["call", "review"];

/// The shapes of all commands but those that bundle others.
pub(super) fn commands() -> Vec<Shape> {
    let mut found = Vec::new();
    let (mut stage, mut stages) = (0, 1);
    while stage < stages {
        let (mut kind, mut kinds) = (0, 1);
        while kind < kinds {
            let mut choice = Choice { wanted: vec![stage, kind], seen: Vec::new() };
            let mut shape = Shape::Word("");
            let read = <forum::Command as de::Deserialize>::deserialize(Tracer {
                out: &mut shape,
                choice: &mut choice,
            });
            stages = choice.seen[0].len();
            if choice.seen[0][stage] == "together" {
                break;
            }
            read.unwrap_or_else(|why| panic!("the shape of a command cannot be read, teach Tracer: {why}"));
            kinds = choice.seen[1].len();
            if !BELOW.contains(&choice.seen[0][stage]) {
                found.push(shape);
            }
            kind += 1;
        }
        stage += 1;
    }
    found
}

/// Which variant of each nested `Command` is wanted, and which there are.
struct Choice {
    wanted: Vec<usize>,
    seen: Vec<&'static [&'static str]>,
}

/// Gives whatever is asked for, and writes down what was asked.
struct Tracer<'a> {
    out: &'a mut Shape,
    choice: &'a mut Choice,
}

type Fault = de::value::Error;

/// What a visitor says that it expects.
struct Expected<'a, V>(&'a V);

impl<'de, V: Visitor<'de>> fmt::Display for Expected<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            *self.out = Shape::Number;
            visitor.$visit(1 as $type)
        }
    )*};
}

impl<'de> Deserializer<'de> for Tracer<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        Err(de::Error::custom(format!("something that says nothing of its type: {}", Expected(&visitor))))
    }

    numbers! {
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        *self.out = Shape::Truth;
        visitor.visit_bool(true)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let (shape, text) = match Expected(&visitor).to_string().as_str() {
            "a timestamp string" => (Shape::Time, "2026-03-02T09:00:00Z"),
            "a date string" => (Shape::Day, "2026-03-02"),
            _ => (Shape::Text, "a"),
        };
        *self.out = shape;
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let mut item = Shape::Word("");
        let read = visitor.visit_seq(One { out: &mut item, choice: self.choice, given: false });
        *self.out = Shape::List(Box::new(item));
        read
    }

    /// What has names of its own, such as texts by the tags of their languages: nothing is asked for, nothing attacked.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        *self.out = Shape::Parts(Vec::new());
        visitor.visit_map(Fields { fields: &[], parts: &mut Vec::new(), choice: self.choice })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let mut parts = Vec::new();
        let read = visitor.visit_map(Fields { fields, parts: &mut parts, choice: self.choice });
        *self.out = Shape::Parts(parts);
        read
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let mut number = 0;
        if name == "Command" {
            number = self.choice.wanted.get(self.choice.seen.len()).copied().unwrap_or_default();
            self.choice.seen.push(variants);
        }
        visitor.visit_enum(Variant { name: variants[number], tracer: self })
    }

    serde::forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// A list with one item.
struct One<'a> {
    out: &'a mut Shape,
    choice: &'a mut Choice,
    given: bool,
}

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if std::mem::replace(&mut self.given, true) {
            return Ok(None);
        }
        seed.deserialize(Tracer { out: self.out, choice: self.choice }).map(Some)
    }
}

/// The fields of a struct, in their order.
struct Fields<'a> {
    fields: &'static [&'static str],
    parts: &'a mut Vec<(&'static str, Shape)>,
    choice: &'a mut Choice,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(name) = self.fields.get(self.parts.len()) else { return Ok(None) };
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let mut shape = Shape::Word("");
        let read = seed.deserialize(Tracer { out: &mut shape, choice: self.choice })?;
        self.parts.push((self.fields[self.parts.len()], shape));
        Ok(read)
    }
}

/// One variant of an enum.
struct Variant<'a> {
    name: &'static str,
    tracer: Tracer<'a>,
}

impl<'a, 'de> EnumAccess<'de> for Variant<'a> {
    type Error = Fault;
    type Variant = Variant<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Variant<'a>), Fault> {
        Ok((seed.deserialize(StrDeserializer::<Fault>::new(self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        *self.tracer.out = Shape::Word(self.name);
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        let mut inner = Shape::Word("");
        let read = seed.deserialize(Tracer { out: &mut inner, choice: self.tracer.choice });
        *self.tracer.out = Shape::Named(self.name, Box::new(inner));
        read
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let mut parts = Vec::new();
        let read = visitor.visit_map(Fields { fields, parts: &mut parts, choice: self.tracer.choice });
        *self.tracer.out = Shape::Named(self.name, Box::new(Shape::Parts(parts)));
        read
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        Err(de::Error::custom(format!("a variant with a tuple: {}", Expected(&visitor))))
    }
}

impl Shape {
    /// The paths of all text fields: `people.add_person.name`.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.walk("", &mut |path, shape| {
            if *shape == Shape::Text {
                found.push(path.to_owned());
            }
            Value::Null
        });
        found
    }

    /// A command of this shape; `fill` says what stands at a path, whose last part is the name of the field.
    pub(super) fn filled(&self, fill: &mut dyn FnMut(&str, &Shape) -> Value) -> Value {
        self.walk("", fill)
    }

    fn walk(&self, path: &str, fill: &mut dyn FnMut(&str, &Shape) -> Value) -> Value {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match self {
            Shape::Parts(parts) => {
                let filled =
                    parts.iter().map(|(name, shape)| ((*name).to_owned(), shape.walk(&below(name), fill)));
                Value::Object(filled.collect())
            }
            Shape::Named(name, inner) => {
                Value::Object(Map::from_iter([((*name).to_owned(), inner.walk(&below(name), fill))]))
            }
            Shape::List(item) => Value::Array(vec![item.walk(path, fill)]),
            Shape::Word(word) => (*word).into(),
            other => fill(path, other),
        }
    }
}

#[test]
fn the_text_fields_of_every_command_are_found() {
    let texts: Vec<String> = commands().iter().flat_map(Shape::texts).collect();
    for known in [
        "series.announce_meeting.title",
        "people.add_person.name",
        "people.add_person.origin.id",
        "people.amend_person.biography",
        "programme.add_slot.pause",
        "programme.add_session.abstract",
        "programme.amend_session.edit.title",
        "programme.publish_programme.note",
    ] {
        assert!(texts.iter().any(|path| path == known), "{known} is missing in {texts:?}");
    }
    assert!(texts.len() >= 30 && !texts.iter().any(|path| path.ends_with("start")), "{texts:?}");
}
