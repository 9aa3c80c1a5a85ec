//! The form about one field, in the language that is being written, with what stands in another beside it.

use forum::call::{Field, FieldKind, Said};
use maud::{Markup, html};

use super::{KINDS, SEEN, kind, seen};
use crate::call::said;
use crate::desk::call::OneCall;
use crate::desk::call::api::takes;
use crate::desk::call::one::original;
use crate::desk::form::Act;

/// The form about a field that is there, or about a new one.
pub(super) fn shown(of: &OneCall<'_>, act: Act<'_>, field: Option<&Field>, tag: &str) -> Markup {
    let lang = of.visit.lang();
    let empty = Said::new();
    let (label, help) = field.map_or((&empty, &empty), |field| (&field.label, &field.help));
    let written = |said: &Said| said.get(tag).cloned().unwrap_or_default();
    let kinds = KINDS.map(|takes| (takes.to_owned(), kind(takes, lang)));
    let readers = SEEN.map(|(key, known)| (key.to_owned(), seen(known, lang)));
    let reader = field.and_then(|field| SEEN.iter().find(|(_, known)| *known == field.seen));
    let number = |figure: Option<u32>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let limit = field.map(|field| field.limit).unwrap_or_default();
    act.form("desk", &html! {
        input type="hidden" name="language" value=(tag);
        @if let Some(field) = field { input type="hidden" name="field" value=(field.key); }
        (act.line("text", "label", &lang.text("calls-field-label"), &written(label)))
        (beside(of, field, label, tag, true))
        (act.prose("help", &lang.text("calls-field-help"), 3, &written(help)))
        (beside(of, field, help, tag, false))
        (act.choice("takes", &lang.text("calls-field-takes"), field.map_or("line", |field| takes(&field.kind)), &kinds))
        (act.choice("seen", &lang.text("calls-field-seen"), reader.map_or("reviewers", |(key, _)| key), &readers))
        (act.line("number", "step", &lang.text("calls-field-step"), &field.map_or(1, |field| field.step).to_string()))
        (act.tick("required", &lang.text("calls-field-required"), field.is_some_and(|field| field.required)))
        details.more open[act.was_refused()] {
            summary { (lang.text("calls-field-more")) }
            div {
                (act.prose("options", &lang.text("calls-field-options"), 5, &options(field, tag)))
                p.soft { (lang.text("calls-field-options-hint")) }
                (act.line("number", "words_least", &lang.text("calls-field-words-least"), &number(limit.words_least)))
                (act.line("number", "words_most", &lang.text("calls-field-words-most"), &number(limit.words_most)))
                (act.line("number", "characters_most", &lang.text("calls-field-characters-most"), &number(limit.characters_most)))
                (only(of, act, field.map(|field| field.only.as_slice()).unwrap_or_default()))
                (when(of, act, field))
            }
        }
        (act.send(&lang.text("desk-save")))
    })
}

/// What stands in another language, or what the catalogue says where the forum has no words of its own.
fn beside(of: &OneCall<'_>, field: Option<&Field>, own: &Said, tag: &str, label: bool) -> Markup {
    let lang = of.visit.lang();
    let built_in = field.filter(|_| own.is_empty()).and_then(|field| match label {
        true => Some(said::label(field, lang)).filter(|label| *label != field.key),
        false => said::help(field, lang),
    });
    html! {
        (original(own, tag, lang))
        @if let Some(text) = built_in { p.soft { (lang.text("calls-field-built-in")) " " (text) } }
    }
}

/// The options, one a line: the name, and what it says in the language that is being written.
fn options(field: Option<&Field>, tag: &str) -> String {
    let choices = field.map(said::choices).unwrap_or_default();
    let line = |choice: &forum::call::Choice| match choice.said.get(tag) {
        Some(text) => format!("{} = {text}", choice.key),
        None => choice.key.clone(),
    };
    choices.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The types of session that something is about.
pub(in crate::desk::call) fn only(of: &OneCall<'_>, act: Act<'_>, known: &[String]) -> Markup {
    let lang = of.visit.lang();
    html! {
        @if of.call.offers.len() > 1 {
            fieldset.whole { legend { (lang.text("calls-field-only-label")) }
                @for offer in &of.call.offers {
                    label.tick { input type="checkbox" name="only" value=(offer.kind) checked[act.ticked("only", &offer.kind, known.contains(&offer.kind))];
                        span { (said::kind(&offer.kind, lang)) } }
                }
            }
        }
    }
}

/// With which answers to another field it is asked.
fn when(of: &OneCall<'_>, act: Act<'_>, field: Option<&Field>) -> Markup {
    let lang = of.visit.lang();
    let others = of.call.fields.iter().filter(|other| field.is_none_or(|field| field.key != other.key));
    let known = |other: &str, key: &str| {
        let when = field.and_then(|field| field.when.as_ref());
        when.is_some_and(|when| when.field == other && when.any_of.iter().any(|known| known == key))
    };
    let id = format!("{}-when", act.name());
    html! {
        div.field.whole {
            label for=(id) { (lang.text("calls-field-when-label")) }
            select name="when" id=(id) multiple size="5" {
                @for other in others {
                    @let answers = answers(other);
                    @if !answers.is_empty() {
                        optgroup label=(said::label(other, lang)) {
                            @for key in answers {
                                @let value = format!("{}={key}", other.key);
                                option value=(value) selected[act.ticked("when", &value, known(&other.key, &key))] { (said::chosen(other, &key, lang)) }
                            }
                        }
                    }
                }
            }
        }
        p.soft { (lang.text("calls-field-when-hint")) }
    }
}

/// What can be answered to a field of choices.
fn answers(field: &Field) -> Vec<String> {
    match &field.kind {
        FieldKind::Truth => vec!["yes".to_owned(), "no".to_owned()],
        _ => said::choices(field).iter().map(|choice| choice.key.clone()).collect(),
    }
}
