//! The reference of the API as a page, made of its description: every address, every command, every shape and every
//! problem, each with an anchor. The frame is in the reader's language, the descriptions are in English.

use super::doc::{Doc, NeedsKey};
use super::example::{self, Given};
use super::openapi::{description, documented, name_of};
use crate::problem::kinds;
use crate::routes::{Route, Verb};
use crate::sign_in::scopes::Scope;
use crate::site::reader::Reader;
use axum::response::Response;
use forum::access::Access;
use maud::{Markup, html};
use serde_json::Value;

/// `GET /reference`
pub async fn reference(reader: Reader) -> Response {
    let lang = &reader.lang;
    let main = html! {
        h1 { (lang.text("reference-title")) }
        p.lead { (lang.text("reference-lead")) }
        div lang="en" dir="ltr" { (contents()) (basics()) (addresses()) (commands()) (shapes()) (problems()) }
    };
    let title = lang.text("reference-title");
    crate::site::pages::framed(&reader, title, main)
}

fn contents() -> Markup {
    let parts = [
        ("basics", "What all requests have in common"),
        ("addresses", "Addresses"),
        ("commands", "Commands"),
        ("shapes", "Shapes"),
        ("problems", "Problems"),
    ];
    html! {
        nav.tabs aria-label="Contents" { @for (anchor, title) in parts { a href={ "#" (anchor) } { (title) } } }
        p { a href="/api/openapi.json" { "/api/openapi.json" } " is the same for programs (OpenAPI 3.1)." }
    }
}

fn basics() -> Markup {
    html! {
        h2 #basics { "What all requests have in common" }
        p.prose { "What everybody may see, everybody may ask for. For all else send a token: "
            code { "Authorization: Bearer …" } ". Make one on the forum’s page " code { "/{forum}/me/tokens" }
            "; whoever sits at the server finds one in the file " code { "token" } " of the data folder. A token does what you may do, as far as its scopes allow:" }
        div.table-wrap { table.table {
            thead { tr { th scope="col" { "Scope" } th scope="col" { "What it allows" } } }
            tbody { @for scope in Scope::ALL { tr { th scope="row" { code { (scope.key()) } } td { (scope.about()) } } } }
        } }
        p.prose { "Lists are read page by page: " code { "next" } " in the answer, and the header " code { "Link" }
            ", lead to the next one. Answers carry an " code { "ETag" } ": send it back as " code { "If-None-Match" }
            ", and what you have already is not sent again. What changes something takes an " code { "Idempotency-Key" }
            " of your own: sent twice under one key, it is done once." }
        p.prose { "What goes wrong is told as problem details (RFC 9457): " code { "type" } " leads to the problem below, "
            code { "detail" } " says what happened and " code { "remedy" } " what to do about it, in the language of your "
            code { "Accept-Language" } "." }
    }
}

fn addresses() -> Markup {
    html! {
        h2 #addresses { "Addresses" }
        @for (route, doc) in documented() { (address(route, doc)) }
    }
}

fn address(route: &Route, doc: &Doc) -> Markup {
    let (verb, key) = if route.verb == Verb::Get { ("GET", "get") } else { ("POST", "post") };
    let operation = &description()["paths"][route.path][key];
    let parameters: Vec<&Value> = operation["parameters"].as_array().into_iter().flatten().collect();
    let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    let scopes: Vec<&str> = route.scopes.iter().map(Scope::key).collect();
    html! {
        h3 #(name_of(route)) { code { (verb) " " (route.path) } }
        p { (doc.about) }
        @if !parameters.is_empty() {
            div.table-wrap { table.table {
                thead { tr { th scope="col" { "Parameter" } th scope="col" { "Type" } th scope="col" { "What it is" } } }
                tbody { @for parameter in parameters { tr {
                    th scope="row" { code { (text(&parameter["name"])) } }
                    td { (kind(&parameter["schema"])) @if parameter["required"] == true { ", required" } }
                    td { (text(&parameter["description"])) }
                } } }
            } }
        }
        p { "Answers " (kind(answer)) "."
            @if !route.may.contains(Access::Public) { " Needs a token." }
            @if !scopes.is_empty() { " Scope: " (scopes.join(", ")) "." } }
        pre { code { (curl(route, doc)) } }
    }
}

/// The address as one would ask for it on a command line.
fn curl(route: &Route, doc: &Doc) -> String {
    let filled =
        [("{forum}", "igf"), ("{series}", "igf"), ("{meeting}", "kyoto-2023"), ("{session}", "ws-136")];
    let filled = filled.into_iter().chain([("{person}", "1"), ("{organisation}", "1"), ("{version}", "1")]);
    let filled = filled.chain([("{date}", "2023-10-09")]);
    let path = filled.fold(route.path.to_owned(), |path, (part, value)| path.replace(part, value));
    let mut said = format!("curl https://forum.example{path}");
    if !route.may.contains(Access::Public) {
        said.push_str(" -H \"Authorization: Bearer $TOKEN\"");
    }
    if doc.key == NeedsKey::Yes {
        said.push_str(" -H \"Idempotency-Key: $(uuidgen)\"");
    }
    if let Some(body) = &doc.body {
        said.push_str(&format!(" -H \"Content-Type: {}\" --data-binary '{}'", body.media, body.example));
    }
    said
}

fn commands() -> Markup {
    html! {
        h2 #commands { "Commands" }
        p.prose { "Each is sent to " code { "POST /api/{forum}/commands" } ". What the forum’s rules refuse is told with status 403, 409 or 422; "
            a href="#refusals" { "all refusals" } " stand below." }
        @for command in example::commands() { (command_of(&command)) }
        h3 #command-together { code { "together" } }
        p { "Several commands, of which all are done or none: "
            code { "{\"together\": {\"steps\": [ … ]}}" } ". With " code { "since" } ", the last act that you have seen, it is refused if the forum has moved on." }
    }
}

fn command_of(command: &Given) -> Markup {
    html! {
        h3 id={ "command-" (command.stage) "-" (command.name) } { code { (command.stage) "." (command.name) } }
        p { (command.about) }
        (fields(command.shape))
        pre { code { (command.example()) } }
    }
}

fn shapes() -> Markup {
    let all = description()["components"]["schemas"].as_object().into_iter().flatten();
    html! {
        h2 #shapes { "Shapes" }
        @for (name, shape) in all.filter(|(name, _)| !name.ends_with("Command")) {
            h3 id={ "shape-" (name) } { code { (name) } }
            p { (text(&shape["description"])) }
            (fields(shape))
            (variants(shape))
        }
    }
}

/// The fields of an object.
fn fields(shape: &Value) -> Markup {
    let required =
        |name: &str| shape["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
    let Some(fields) = shape["properties"].as_object() else { return html! {} };
    html! {
        div.table-wrap { table.table {
            thead { tr { th scope="col" { "Field" } th scope="col" { "Type" } th scope="col" { "What it is" } } }
            tbody { @for (name, field) in fields { tr {
                th scope="row" { code { (name) } }
                td { (kind(field)) @if !required(name) { ", may be left out" } }
                td { (text(&field["description"])) }
            } } }
        } }
    }
}

/// What a value may be, one line each.
fn variants(shape: &Value) -> Markup {
    let all = shape["oneOf"].as_array().or(shape["anyOf"].as_array()).into_iter().flatten();
    let all: Vec<&Value> = all.collect();
    let named = |variant: &Value| -> Option<(String, Value)> {
        let tagged = variant["properties"].as_object().filter(|fields| fields.len() == 1)?;
        tagged.iter().next().map(|(name, shape)| (name.clone(), shape.clone()))
    };
    html! {
        @if !all.is_empty() {
            ul { @for variant in all { li {
                @match named(variant) {
                    Some((name, shape)) => { code { (name) } ": " (text(&variant["description"])) " "
                        @if shape["properties"].is_object() { (inline(&shape)) } @else { (kind(&shape)) } },
                    None if variant["properties"].is_object() => { (text(&variant["description"])) " " (inline(variant)) },
                    None => { (kind(variant)) " " (text(&variant["description"])) },
                }
            } } }
        }
    }
}

/// The fields of an object in a line.
fn inline(shape: &Value) -> Markup {
    let fields = shape["properties"].as_object().into_iter().flatten();
    html! {
        @for (nth, (name, field)) in fields.enumerate() {
            @if nth > 0 { ", " }
            code { (name) } " (" (kind(field)) ")"
        }
    }
}

/// The kind of a value in words.
fn kind(shape: &Value) -> Markup {
    if let Some(name) = shape["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        let anchor =
            if name.ends_with("Command") { "#commands".to_owned() } else { format!("#shape-{name}") };
        return html! { a href=(anchor) { (name) } };
    }
    let choices = shape["enum"].as_array().into_iter().flatten().chain(shape.get("const"));
    let choices: Vec<&Value> = choices.collect();
    if !choices.is_empty() {
        return html! { @for (nth, choice) in choices.iter().enumerate() { @if nth > 0 { ", " } code { (choice) } } };
    }
    let either = shape["anyOf"].as_array().or(shape["oneOf"].as_array());
    if let Some(either) = either {
        return html! { @for (nth, one) in either.iter().enumerate() { @if nth > 0 { " or " } (kind(one)) } };
    }
    let types: Vec<&str> = match &shape["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    html! {
        @if types.is_empty() { "anything" }
        @for (nth, one) in types.iter().enumerate() {
            @if nth > 0 { " or " }
            @match (*one, shape["format"].as_str()) {
                ("array", _) => { "list of " (kind(&shape["items"])) },
                ("string", Some(format)) => (format),
                (other, _) => (other),
            }
        }
        (bounds(shape))
    }
}

/// The bounds of a number, where they are narrower than the number's own.
fn bounds(shape: &Value) -> Markup {
    let most = shape["maximum"].as_u64().filter(|most| *most < u64::from(u32::MAX));
    html! {
        @if let (Some(least), Some(most)) = (shape["minimum"].as_u64(), most) { " from " (least) " to " (most) }
        @if let Some(usual) = shape.get("default").filter(|usual| usual.is_u64() && **usual != 0) { ", " (usual) " if left out" }
    }
}

fn problems() -> Markup {
    let (refusals, told): (Vec<_>, Vec<_>) = kinds::all().into_iter().partition(|kind| kind.is_refusal);
    let table = |kinds: &[kinds::Kind]| {
        html! {
            div.table-wrap { table.table {
                thead { tr { th scope="col" { "Problem" } th scope="col" { "Status" } th scope="col" { "Title" } } }
                tbody { @for kind in kinds {
                    tr id={ "problem-" (kind.key) } { th scope="row" { code { (kind.key) } } td { (kind.status) } td { (kind.title) } }
                } }
            } }
        }
    };
    html! {
        h2 #problems { "Problems" }
        (table(&told))
        h3 #refusals { "Refusals: what the forum’s rules say no to" }
        (table(&refusals))
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
