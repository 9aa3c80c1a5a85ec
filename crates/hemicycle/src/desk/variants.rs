//! What is kept beside the draft: looked at, compared, adopted or given up.

use std::sync::Arc;

use forum::VariantId;
use forum::access::Access;
use forum::programme::{Command as Step, Placed, Variant};
use jiff::Timestamp;
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;

use super::answer::Order;
use super::compare::{self, Side};
use super::form::{Form, No, Sheet, Typed};
use super::solver::doors::adopt;
use super::told::Draft;
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use crate::site::clock::Clock;
use crate::site::content::words;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("variants-title");
    let may_edit = visit.visitor.access.contains(Access::Secretariat);
    let act = sheet.act("keep", 0);
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text("variants-lead")) }
        @if draft.programme.variants.is_empty() { p { (lang.text("variants-none")) } }
        ul.list.one { @for variant in draft.programme.variants.values() { li { (one(&draft, &sheet, variant, may_edit)) } } }
        @if may_edit {
            section {
                h2 { (lang.text("variant-keep-draft")) }
                (act.form("desk", &html! {
                    (act.line("text", "name", &lang.text("variant-name"), ""))
                    (act.line("text", "note", &lang.text("variant-note"), ""))
                    (act.send(&lang.text("variant-keep")))
                }))
            }
            p { a href=(draft.to("solver")) { (lang.text("run-title")) } }
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn one(draft: &Draft<'_>, sheet: &Sheet<'_>, variant: &Arc<Variant>, may_edit: bool) -> Markup {
    let lang = draft.visit.lang();
    let clock = Clock::of(draft.visit, draft.meeting);
    let placed = variant.places.values().filter(|place| place.is_some()).count();
    let VariantId(id) = variant.id;
    let base = html! {
        input type="hidden" name="base" value=(draft.programme.changed);
        button { (lang.text("variant-adopt")) }
    };
    html! {
        h2 { (words(&variant.name, "", lang)) }
        @if let Some(note) = &variant.note { p { (words(note, "", lang)) } }
        p.soft { (lang.moment(variant.at, &clock.venue)) " · " (lang.text_with("variant-placed", [("count", placed.into())])) }
        div.tools {
            a href=(compare::address(draft, Side::Draft, Side::Variant(variant.id))) { (lang.text("variant-compare")) }
            @if may_edit {
                (sheet.act("adopt", id).form("bare", &base))
                details {
                    summary { (lang.text("variant-drop")) }
                    p { (lang.text("variant-drop-hint")) }
                    (sheet.act("drop", id).button("quiet", &lang.text("variant-drop")))
                }
            }
        }
    }
}

/// The forms of that page.
pub(super) fn order(visit: &Visit, form: &Form) -> Result<Order, No> {
    let draft = Draft::of(visit).map_err(|NotFound| No::NotFound)?;
    let meeting = draft.meeting.id;
    let variant = || form.needed("id").map(VariantId);
    match form.get("do") {
        "keep" => {
            let (name, note) = (form.get("name").to_owned(), form.get("note").to_owned());
            Ok(forum::Command::from(Step::KeepVariant { meeting, name, note, places: None }).into())
        }
        "drop" => Ok(forum::Command::from(Step::DropVariant { meeting, variant: variant()? }).into()),
        "adopt" => {
            let variant = draft.programme.variants.get(&variant()?).ok_or(No::NotFound)?;
            let to = format!("{}?done=adopted", draft.to("programme"));
            Ok(Order { to: Some(to), ..adopt(&draft, &variant.places, form)? })
        }
        _ => Err(No::NotFound),
    }
}

/// A variant of the programme.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Variant")]
struct VariantData {
    /// Its id.
    id: u32,
    /// What it is called; `null` if that was erased.
    name: Option<String>,
    /// What is said about it.
    note: Option<String>,
    /// When it was kept.
    at: Timestamp,
    /// Where the sessions are in it. Those that it does not name, it leaves where they are.
    places: Vec<Placed>,
}

/// What is kept beside the draft of a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Variants")]
pub struct VariantsData {
    /// The earliest first.
    variants: Vec<VariantData>,
}

/// `GET /api/{forum}/desk/meetings/{meeting}/variants`
pub struct Variants;

impl Data for Variants {
    type Query = Nothing;
    type Answer = VariantsData;
    const ABOUT: &'static str =
        "What is kept beside the draft of a meeting, with the places of its sessions.";

    fn answer(ask: &Ask, _: Nothing) -> Result<VariantsData, Problem> {
        let draft = ask.forum().programme.meetings.get(&ask.meeting_id()?).cloned().unwrap_or_default();
        let text = |words: &forum::Words| words.text().map(str::to_owned);
        let data = |variant: &Arc<Variant>| VariantData {
            id: variant.id.0,
            name: text(&variant.name),
            note: variant.note.as_ref().and_then(text),
            at: variant.at,
            places: variant.places.iter().map(|(id, place)| Placed { session: *id, place: *place }).collect(),
        };
        Ok(VariantsData { variants: draft.variants.values().map(data).collect() })
    }
}
