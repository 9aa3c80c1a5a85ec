//! Examples made of schemas: the shortest value that a program could send.

use super::openapi::description;
use serde_json::{Map, Value, json};

/// The shape that a reference stands for, or the shape itself.
pub fn resolved(shape: &Value) -> &Value {
    let found = shape["$ref"].as_str().and_then(|path| description().pointer(path.trim_start_matches('#')));
    found.unwrap_or(shape)
}

/// A value of this shape, with nothing in it that may be left out.
pub fn of(shape: &Value) -> Value {
    let shape = resolved(shape);
    if let Some(value) = shape.get("const").or_else(|| shape["enum"].get(0)) {
        return value.clone();
    }
    if let Some(first) = shape["oneOf"].get(0).or_else(|| shape["anyOf"].get(0)) {
        return of(first);
    }
    let kind = shape["type"].as_str().or_else(|| shape["type"][0].as_str());
    match kind {
        Some("object") => object(shape),
        Some("array") => json!([]),
        Some("integer") => shape["minimum"].as_u64().filter(|least| *least > 0).unwrap_or(1).into(),
        Some("boolean") => json!(false),
        Some("null") => Value::Null,
        _ => match (shape["format"].as_str(), shape["pattern"].as_str()) {
            (Some("date"), _) => json!("2023-10-09"),
            (Some("date-time"), _) => json!("2023-10-09T01:00:00Z"),
            (_, Some("^[A-Z]{2}$")) => json!("JP"),
            _ => json!("example"),
        },
    }
}

fn object(shape: &Value) -> Value {
    let required = shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let field = |name: &str| (name.to_owned(), of(&shape["properties"][name]));
    Value::Object(required.map(field).collect::<Map<_, _>>())
}

/// A command of the API.
pub struct Given {
    /// The stage, as it stands in the command.
    pub stage: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its shape, without stage and name.
    pub shape: &'static Value,
    /// What it is for.
    pub about: &'static str,
}

impl Given {
    /// The shortest command of its kind.
    pub fn example(&self) -> Value {
        json!({ self.stage: { self.name: of(self.shape) } })
    }
}

/// All commands, stage by stage.
pub fn commands() -> Vec<Given> {
    let all = &description()["components"]["schemas"]["Command"];
    let stages = all["oneOf"].as_array().into_iter().flatten().filter_map(only);
    let of_stage = |(stage, shape): (&'static str, &'static Value)| {
        let variants = resolved(shape)["oneOf"].as_array().into_iter().flatten();
        variants.filter_map(move |variant| {
            let (name, shape) = only(variant)?;
            let about = variant["description"].as_str().or(shape["description"].as_str()).unwrap_or_default();
            Some(Given { stage, name, shape: resolved(shape), about })
        })
    };
    stages.flat_map(of_stage).collect()
}

/// The one property of an object that has but one.
fn only(shape: &'static Value) -> Option<(&'static str, &'static Value)> {
    let (name, shape) = shape["properties"].as_object()?.iter().next()?;
    Some((name, shape))
}
