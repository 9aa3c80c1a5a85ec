//! The form as those who propose will see it; nothing in it can be sent.

use std::collections::BTreeMap;

use forum::call::{Field, FieldKind};
use maud::{Markup, html};

use crate::call::said;
use crate::desk::call::OneCall;

/// All fields, step by step, those that are asked under a condition included.
pub(super) fn shown(of: &OneCall<'_>) -> Markup {
    let lang = of.visit.lang();
    let mut steps: BTreeMap<u32, Vec<&Field>> = BTreeMap::new();
    for field in &of.call.fields {
        steps.entry(field.step).or_default().push(field);
    }
    html! {
        p.soft { (lang.text("calls-preview-hint")) }
        @for (step, fields) in &steps {
            section {
                h2 { (lang.text_with("calls-step", [("step", (*step).into())])) }
                div.preview { @for field in fields { (one(of, field)) } }
            }
        }
    }
}

fn one(of: &OneCall<'_>, field: &Field) -> Markup {
    let lang = of.visit.lang();
    let id = format!("preview-{}", field.key);
    let described = said::help(field, lang).map(|_| format!("{id}-help"));
    html! {
        div.field {
            @match &field.kind {
                FieldKind::Several(choices) => fieldset {
                    legend { (said::label_shown(field, lang)) }
                    @for choice in choices { label.tick { input type="checkbox" disabled; span { (said::choice(field, choice, lang)) } } }
                },
                FieldKind::Truth => fieldset {
                    legend { (said::label_shown(field, lang)) }
                    @for key in ["yes", "no"] { label.tick { input type="radio" disabled; span { (said::chosen(field, key, lang)) } } }
                },
                kind => {
                    label for=(id) { (said::label_shown(field, lang)) @if field.required { " " small { (lang.text("calls-required")) } } }
                    @match kind {
                        FieldKind::Prose => textarea id=(id) rows="4" disabled aria-describedby=[described.as_ref()] {},
                        FieldKind::One(choices) => select id=(id) disabled aria-describedby=[described.as_ref()] {
                            option { "—" } @for choice in choices { option { (said::choice(field, choice, lang)) } } },
                        FieldKind::Number => { input type="number" id=(id) disabled aria-describedby=[described.as_ref()]; }
                        FieldKind::Address => { input type="url" id=(id) disabled aria-describedby=[described.as_ref()]; }
                        _ => { input type="text" id=(id) disabled aria-describedby=[described.as_ref()]; }
                    }
                }
            }
            @if let (Some(help), Some(described)) = (said::help(field, lang), &described) { p.soft id=(described) { (help) } }
            @if let Some(when) = super::condition(of, field) { p.soft { (when) } }
        }
    }
}
