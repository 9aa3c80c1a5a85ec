//! What rooms have and sessions need, on the pages of rooms and of a session.

use std::collections::BTreeSet;

use forum::programme::Session;
use forum::programme::demands::FEATURES;
use forum::{RoomId, fold};
use maud::{Markup, html};

use super::form::{Act, Sheet};
use super::plan::said::feature;
use super::stretches;
use super::told::{self, Draft};
use crate::site::content::name;
use crate::site::visit::venue;

/// Features to tick, and a line for others.
fn features(draft: &Draft<'_>, act: Act<'_>, legend: &str, known: &[String]) -> Markup {
    let lang = draft.visit.lang();
    let mut offered: Vec<String> = FEATURES.iter().map(ToString::to_string).collect();
    let mut seen: BTreeSet<String> = offered.iter().map(|word| fold(word)).collect();
    let others = draft.programme.demands.features.values().flatten().chain(known);
    offered.extend(others.filter(|word| seen.insert(fold(word))).cloned().collect::<Vec<_>>());
    let has = |word: &str| known.iter().any(|known| fold(known) == fold(word));
    html! {
        fieldset {
            legend { (legend) }
            @for word in &offered {
                label.tick {
                    input type="checkbox" name="features" value=(word) checked[act.ticked("features", word, has(word))];
                    span { (name(&feature(word, lang), lang)) }
                }
            }
        }
        (act.line("text", "others", &lang.text("plan-features-more"), ""))
    }
}

/// What a room has, and when it cannot be used.
pub(super) fn room(draft: &Draft<'_>, sheet: &Sheet<'_>, id: RoomId) -> Markup {
    let (lang, demands) = (draft.visit.lang(), &draft.programme.demands);
    let act = sheet.act("room-needs", id.0);
    let has = demands.features.get(&id).cloned().unwrap_or_default();
    let blocked = demands.blocked.get(&id).cloned().unwrap_or_default();
    let said = has.iter().map(|word| feature(word, lang)).collect::<Vec<_>>().join(", ");
    let times = stretches::written(&blocked, &venue(draft.meeting));
    let body = html! {
        (features(draft, act, &lang.text("plan-features"), &has))
        (act.prose("blocked", &lang.text("plan-blocked"), 2, &times))
        p.soft.whole { (lang.text("plan-stretch-hint")) }
        (act.send(&lang.text("desk-save")))
    };
    html! {
        details.whole open[act.was_refused()] {
            summary { (lang.text("plan-room-more")) @if !said.is_empty() { ": " (name(&said, lang)) } }
            (act.form("desk", &body))
        }
    }
}

/// What a session needs.
pub(super) fn session(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Session) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("needs", 0);
    let needs = draft.programme.demands.of(session.id);
    let expected = needs.expected.map(|expected| expected.to_string()).unwrap_or_default();
    let chosen = forum::programme::views::expected(draft.visit.forum(), session.id);
    let body = html! {
        (features(draft, act, &lang.text("plan-needs-features"), &needs.features))
        @for (id, resource) in &draft.programme.demands.resources {
            @let count = needs.resources.iter().filter(|used| *used == id).count();
            @let count = if count == 0 { String::new() } else { count.to_string() };
            (act.line("number", &format!("resource-{id}"), &resource.name, &count))
        }
        (act.line("number", "expected", &lang.text("plan-expected"), &expected))
        (act.tick("plenary", &lang.text("plan-plenary"), needs.plenary))
        (act.send(&lang.text("desk-save")))
    };
    html! {
        (act.form("desk", &body))
        p.soft { (lang.text_with("plan-expected-hint", [("count", chosen.into())])) }
    }
}

/// What must be over before a session, and what must come later.
pub(super) fn order(draft: &Draft<'_>, sheet: &Sheet<'_>, session: &Session) -> Markup {
    let (lang, programme) = (draft.visit.lang(), &draft.programme);
    let act = sheet.act("order", 0);
    let orders = programme.demands.orders.iter();
    let about = orders.filter(|(before, after)| [*before, *after].contains(&session.id));
    let others = programme.sessions.values().filter(|other| !other.withdrawn && other.id != session.id);
    let others: Vec<(String, String)> = others
        .map(|other| (other.id.to_string(), format!("{} {}", other.code, told::title(other))))
        .collect();
    let ways = [("before", lang.text("plan-order-before")), ("after", lang.text("plan-order-after"))];
    let ways = ways.map(|(way, text)| (way.to_owned(), text));
    let body = html! {
        (act.choice("order", &lang.text("plan-order-way"), "before", &ways))
        (act.choice("session", &lang.text("desk-session"), "", &others))
        (act.send(&lang.text("desk-save")))
    };
    html! {
        ul.rows {
            @for (nth, (before, after)) in (1..).zip(about) {
                @let (other, way) = if *before == session.id { (after, &ways[0].1) } else { (before, &ways[1].1) };
                @let code = programme.sessions.get(other).map(|other| other.code.clone()).unwrap_or_default();
                li {
                    span { (way) " " (name(&code, lang)) }
                    (sheet.act("drop-order", nth).form("bare", &html! {
                        input type="hidden" name="before" value=(before); input type="hidden" name="after" value=(after);
                        button.quiet aria-label={ (lang.text("desk-remove")) ": " (way) " " (code) } { (lang.text("desk-remove")) }
                    }))
                }
            }
        }
        @if !others.is_empty() { (act.form("desk", &body)) }
    }
}
