//! What was answered, step by step, with what stood there before.

use std::collections::BTreeMap;

use forum::Actor;
use forum::call::{Answer, Field, Saved, views};
use maud::{Markup, html};
use platform::languages::Locale;

use super::OneProposal;
use crate::call::said;
use crate::desk::told;
use crate::site::Visit;
use crate::site::content::{erased, name, paragraphs};

/// All answers.
pub(super) fn shown(one: &OneProposal<'_>) -> Markup {
    let lang = one.of.visit.lang();
    let mut steps: BTreeMap<u32, Vec<&Field>> = BTreeMap::new();
    for field in views::asked(one.of.call, one.proposal) {
        steps.entry(field.step).or_default().push(field);
    }
    let asked = |key: &String| steps.values().flatten().any(|field| field.key == *key);
    let others: Vec<_> =
        one.proposal.answers.iter().filter(|(key, saved)| !asked(key) && saved.now.is_some()).collect();
    html! {
        @for (step, fields) in &steps {
            section {
                h2 { (lang.text_with("calls-step", [("step", (*step).into())])) }
                @for field in fields {
                    h3 { (said::label_shown(field, lang)) @if field.required { " " small { (lang.text("calls-required")) } } }
                    @match one.proposal.answers.get(&field.key) {
                        Some(saved) => (saved_answer(one, Some(field), saved)),
                        None => p.soft { (lang.text("calls-unanswered")) },
                    }
                }
            }
        }
        // What was answered to a field that is asked no longer, or not of this kind.
        @if !others.is_empty() {
            details { summary { (lang.text("calls-answers-besides")) }
                @for (key, saved) in others { h3 { (name(key, lang)) } (saved_answer(one, None, saved)) }
            }
        }
    }
}

fn saved_answer(one: &OneProposal<'_>, field: Option<&Field>, saved: &Saved<Answer>) -> Markup {
    let lang = one.of.visit.lang();
    html! {
        (answer(field, saved.now.as_ref(), lang))
        @if !saved.earlier.is_empty() {
            details { summary { (lang.text_with("calls-earlier", [("count", saved.earlier.len().into())])) }
                @for (_, earlier) in &saved.earlier { (answer(field, earlier.as_ref(), lang)) }
            }
        }
    }
}

/// An answer as it was given.
fn answer(field: Option<&Field>, answer: Option<&Answer>, lang: &Locale) -> Markup {
    match answer {
        None => html! { p.soft { (lang.text("calls-unanswered")) } },
        Some(Answer::Text(words)) => match words.text() {
            Some(text) => paragraphs(text, lang),
            None => html! { p { (erased(lang)) } },
        },
        Some(Answer::Chosen(keys)) => {
            let called = |key: &String| match field {
                Some(field) => said::chosen(field, key, lang),
                None => key.clone(),
            };
            let all: Vec<String> = keys.iter().map(called).collect();
            html! { p { (name(&all.join(" · "), lang)) } }
        }
    }
}

/// Who did something, in a word.
pub(super) fn actor(visit: &Visit, by: Actor) -> String {
    match by {
        Actor::Person(person) => told::person_name(visit, person),
        Actor::Secretariat | Actor::Newcomer => visit.lang().text("calls-by-house"),
    }
}
