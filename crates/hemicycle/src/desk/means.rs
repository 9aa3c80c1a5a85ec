//! What a meeting has only so much of, how far it is from room to room, and what weighs how much.

use forum::ResourceId;
use forum::programme::demands::Wish;
use maud::{Markup, html};
use platform::languages::key;

use super::form::{Sheet, Typed};
use super::plan::{said, usual_weight};
use super::told::Draft;
use crate::site::{NotFound, Page, Part, Visit};

/// Why each wish weighs what it usually does.
const REASONS: [(Wish, &str); 11] = [
    (Wish::SameTrack, key("plan-why-same-track")),
    (Wish::Similar, key("plan-why-similar")),
    (Wish::Audience, key("plan-why-audience")),
    (Wish::Night, key("plan-why-night")),
    (Wish::NightShares, key("plan-why-night-shares")),
    (Wish::SeatsMissing, key("plan-why-seats-missing")),
    (Wish::SeatsWasted, key("plan-why-seats-wasted")),
    (Wish::TrackRoom, key("plan-why-track-room")),
    (Wish::Load, key("plan-why-load")),
    (Wish::Balance, key("plan-why-balance")),
    (Wish::Change, key("plan-why-change")),
];

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("plan-means-title");
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        section { h2 { (lang.text("plan-resources")) } (resources(&draft, &sheet)) }
        section { h2 { (lang.text("plan-walks")) } (walks(&draft, &sheet)) }
        section { h2 { (lang.text("plan-weights")) } (weights(&draft, &sheet)) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn resources(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let fields = |act: super::form::Act<'_>, name: &str, count: &str| {
        html! {
            (act.line("text", "name", &lang.text("desk-name"), name))
            (act.line("number", "count", &lang.text("plan-count"), count))
        }
    };
    let add = sheet.act("add-resource", 0);
    html! {
        p.soft { (lang.text("plan-resources-hint")) }
        ul.rows {
            @for (ResourceId(id), resource) in &draft.programme.demands.resources {
                li {
                    @let act = sheet.act("resource", *id);
                    (act.form("line", &html! { (fields(act, &resource.name, &resource.count.to_string())) (act.send(&lang.text("desk-save"))) }))
                    (sheet.act("remove-resource", *id).button("quiet", &lang.text("desk-remove")))
                }
            }
        }
        (add.form("line", &html! { (fields(add, "", "")) (add.send(&lang.text("plan-resource-add"))) }))
    }
}

fn walks(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let (lang, demands) = (draft.visit.lang(), &draft.programme.demands);
    let act = sheet.act("walks", 0);
    let room = |id| draft.programme.rooms.get(id).map(|room| room.name.clone());
    let lines = demands
        .walks
        .iter()
        .filter_map(|walk| Some(format!("{}, {}, {}", room(&walk.one)?, room(&walk.other)?, walk.minutes)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    let body = html! {
        (act.line("number", "walking", &lang.text("plan-walking"), &demands.walking.to_string()))
        (act.prose("walks", &lang.text("plan-walks-list"), 3, &lines))
        (act.send(&lang.text("desk-save")))
    };
    act.form("desk", &body)
}

fn weights(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("weights", 0);
    let body = html! {
        @for (wish, reason) in REASONS {
            @let weight = draft.programme.demands.weights.get(&wish).map(ToString::to_string).unwrap_or_default();
            div.weight {
                (act.line("number", wish.key(), &said::constraint(wish.key(), lang), &weight))
                p.soft { (lang.text(reason)) " " (lang.text_with("plan-weight-usual", [("weight", usual_weight(wish).into())])) }
            }
        }
        (act.send(&lang.text("desk-save")))
    };
    html! { p.soft { (lang.text("plan-weights-hint")) } (act.form("desk weights", &body)) }
}
