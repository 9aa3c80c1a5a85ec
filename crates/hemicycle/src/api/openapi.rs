//! The description of the API (OpenAPI 3.1), made of the table of addresses and of the types behind it.

use super::data::{Ask, Data, Nothing};
use super::doc::{Doc, NeedsKey};
use crate::problem::{Details, Problem};
use crate::routes::{ROUTES, Route, Verb};
use crate::sign_in::scopes::{Scope, Scopes};
use forum::access::{Access, AccessSet};
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// `GET /api/openapi.json`
pub struct OpenApi;

impl Data for OpenApi {
    type Query = Nothing;
    type Answer = Value;
    const ABOUT: &'static str = "This description of the API (OpenAPI 3.1).";

    fn answer(_: &Ask, _: Nothing) -> Result<Value, Problem> {
        Ok(description().clone())
    }
}

/// The whole description.
pub fn description() -> &'static Value {
    static DESCRIPTION: LazyLock<Value> = LazyLock::new(described);
    &DESCRIPTION
}

/// The parts of addresses that vary, by their names in the table.
pub const PARTS: &[(&str, &str)] = &[
    ("forum", "The forum, by its name in addresses."),
    ("series", "The series, by its name in addresses."),
    ("meeting", "The meeting, by its name in addresses."),
    ("call", "The id of the call."),
    ("proposal", "The id of the proposal."),
    ("session", "The session, by its code in addresses."),
    ("cluster", "The id of the team, and of the cluster that it grew from."),
    ("room", "The room, by its name in addresses."),
    ("person", "The id of the person."),
    ("organisation", "The id of the organisation."),
    ("version", "The number of the version, counted from 1."),
    ("date", "The day, such as `2023-10-09`."),
];

/// Schemas of what is read and of what is written: a field that may be left out of a command is always there in an
/// answer.
pub(super) struct Shapes {
    pub(super) taken: SchemaGenerator,
    pub(super) given: SchemaGenerator,
}

impl Shapes {
    pub(super) fn new() -> Shapes {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.meta_schema = None;
                settings.definitions_path = "/components/schemas".into();
            })
        };
        Shapes {
            taken: settings().for_deserialize().into_generator(),
            given: settings().for_serialize().into_generator(),
        }
    }

    /// All named schemas. A type that is both read and written has one shape.
    pub(super) fn all(mut self) -> Map<String, Value> {
        let mut all = self.taken.take_definitions(true);
        all.extend(self.given.take_definitions(true));
        for shape in all.values_mut() {
            if let Ok(shape) = <&mut Schema>::try_from(shape) {
                Plain.transform(shape);
            }
        }
        all
    }
}

/// Says in the words of JSON Schema what means something only in Rust: sizes of numbers, and links between comments.
#[derive(Clone)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        let format = schema.get("format").and_then(Value::as_str);
        let most = match format {
            Some("uint8") => Some(u64::from(u8::MAX)),
            Some("uint16") => Some(u64::from(u16::MAX)),
            Some("uint32") => Some(u64::from(u32::MAX)),
            Some("uint64" | "uint") => Some(u64::MAX),
            _ => None,
        };
        if let Some(most) = most {
            schema.remove("format");
            schema.ensure_object().entry("maximum").or_insert(json!(most));
        }
        if let Some(Value::String(about)) = schema.get_mut("description") {
            *about = about.replace("[`", "`").replace("`]", "`").replace('\n', " ");
        }
        transform_subschemas(self, schema);
    }
}

fn described() -> Value {
    let mut shapes = Shapes::new();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for (route, doc) in documented() {
        let verb = match route.verb {
            Verb::Get => "get",
            Verb::Post => "post",
        };
        paths.entry(route.path).or_default().insert(verb.to_owned(), operation(route, doc, &mut shapes));
    }
    shapes.given.subschema_for::<Details>();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Hemicycle",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Everything that a page of a forum can do, as data.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": shapes.all(),
            "securitySchemes": { "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "A token of your own (/{forum}/me/tokens), or the one in the server's data folder.",
            } },
        },
    })
}

/// The rows of data with what they say about themselves.
pub fn documented() -> impl Iterator<Item = (&'static Route, &'static Doc)> {
    ROUTES.iter().filter_map(|route| Some((route, route.doc.as_ref()?)))
}

fn operation(route: &Route, doc: &Doc, shapes: &mut Shapes) -> Value {
    let mut responses = problems(route, doc);
    let answer = (doc.answer)(&mut shapes.given);
    responses.insert("200".to_owned(), answered(route, answer));
    if route.verb == Verb::Get {
        responses.insert(
            "304".to_owned(),
            json!({
                "description": "You have it already: the tag in `If-None-Match` still stands for it.",
                "headers": { "ETag": header("Stands for the answer that you have.") },
            }),
        );
    }
    let mut operation = json!({
        "operationId": name_of(route),
        "summary": doc.about,
        "parameters": parameters(route, doc, shapes),
        "responses": responses,
        "security": security(route),
    });
    if let Some(body) = &doc.body {
        let schema = (body.shape)(&mut shapes.taken);
        operation["requestBody"] =
            json!({ "required": true, "content": { body.media: { "schema": schema } } });
    }
    operation
}

fn answered(route: &Route, schema: Schema) -> Value {
    let mut response = json!({
        "description": "It went well.",
        "content": { "application/json": { "schema": schema } },
    });
    if route.verb == Verb::Get {
        response["headers"] = json!({
            "ETag": header("Stands for this very answer; send it as `If-None-Match` next time."),
            "Cache-Control": header("How long the answer may be kept, and by whom."),
            "Link": optional("Where a list goes on (`rel=\"next\"`)."),
        });
    }
    response
}

fn header(about: &str) -> Value {
    json!({ "description": about, "required": true, "schema": { "type": "string" } })
}

fn optional(about: &str) -> Value {
    json!({ "description": about, "schema": { "type": "string" } })
}

/// A name for programs that make functions of the description: `getForumMeetingsMeeting`.
pub fn name_of(route: &Route) -> String {
    let verb = if route.verb == Verb::Get { "get" } else { "post" };
    let parts = route.path.trim_start_matches("/api").split(|c: char| !c.is_ascii_alphanumeric());
    let capital = |part: &str| part[..1].to_ascii_uppercase() + &part[1..];
    let parts: String = parts.filter(|part| !part.is_empty()).map(capital).collect();
    format!("{verb}{}", if parts.is_empty() { "Forums" } else { &parts })
}

/// Anybody may ask what needs no token; with one, it must allow it.
fn security(route: &Route) -> Value {
    let scopes: Vec<&str> = route.scopes.iter().map(Scope::key).collect();
    match route.may.contains(Access::Public) {
        true => json!([{}, { "token": scopes }]),
        false => json!([{ "token": scopes }]),
    }
}

fn parameters(route: &Route, doc: &Doc, shapes: &mut Shapes) -> Vec<Value> {
    let parts = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Value> = parts
        .map(|part| {
            let about = PARTS.iter().find(|(name, _)| *name == part).map_or("", |(_, about)| about);
            let schema = json!({ "type": "string", "minLength": 1 });
            json!({ "name": part, "in": "path", "required": true, "description": about, "schema": schema })
        })
        .collect();
    parameters.extend(query(doc, shapes));
    let key = |required: bool| {
        let about =
            "Your own name for this request, in printable ASCII without spaces: sent twice, it is done once.";
        let schema = json!({ "type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$" });
        json!({ "name": "Idempotency-Key", "in": "header", "required": required, "description": about, "schema": schema })
    };
    match doc.key {
        NeedsKey::No => {}
        NeedsKey::Sometimes => parameters.push(key(false)),
        NeedsKey::Yes => parameters.push(key(true)),
    }
    parameters
}

/// The properties of the query's type, each a parameter. They stand in the description where they are used.
fn query(doc: &Doc, _: &mut Shapes) -> Vec<Value> {
    let mut alone = Shapes::new();
    let mut schema = (doc.query)(&mut alone.taken);
    Plain.transform(&mut schema);
    let schema = schema.to_value();
    let named = alone.all();
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    let object = name.and_then(|name| named.get(name)).unwrap_or(&schema);
    let required =
        |name: &str| object["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
    let properties = object["properties"].as_object().into_iter().flatten();
    let parameter = |(name, schema): (&String, &Value)| {
        let mut schema = schema.clone();
        let about = schema.as_object_mut().and_then(|schema| schema.remove("description"));
        json!({ "name": name, "in": "query", "required": required(name), "description": about, "schema": schema })
    };
    properties.map(parameter).collect()
}

/// What can go wrong, by status.
fn problems(route: &Route, doc: &Doc) -> Map<String, Value> {
    let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for kind in doc.kinds().filter(|kind| can_happen(route, kind.key)) {
        by_status.entry(kind.status).or_default().push(kind.key);
    }
    let response = |(status, keys): (u16, Vec<&str>)| {
        let mut schema = json!({ "$ref": "#/components/schemas/Problem" });
        let types: Vec<String> = keys.iter().map(|key| crate::problem::kinds::address(key)).collect();
        // Refusals are many; their list stands with the commands.
        if types.len() < 20 {
            schema["properties"] = json!({ "type": { "enum": types } });
        }
        let mut response = json!({
            "description": format!("One of: {}.", keys.join(", ")),
            "content": { "application/problem+json": { "schema": schema } },
            "headers": { "Content-Language": header("The language of the sentences.") },
        });
        let also = match status {
            401 => Some(("WWW-Authenticate", header("Which kind of token is taken."))),
            405 => Some(("Allow", header("The kinds of requests that are taken."))),
            503 | 507 => Some(("Retry-After", header("After how many seconds to come back."))),
            _ => None,
        };
        if let Some((name, header)) = also {
            response["headers"][name] = header;
        }
        (status.to_string(), response)
    };
    by_status.into_iter().map(response).collect()
}

fn can_happen(route: &Route, key: &str) -> bool {
    match key {
        "not-found" => route.path.contains('{'),
        "not-allowed" => route.may != AccessSet::ANYBODY,
        "scope-missing" => route.scopes != Scopes::NONE || route.path.ends_with("/commands"),
        _ => true,
    }
}
