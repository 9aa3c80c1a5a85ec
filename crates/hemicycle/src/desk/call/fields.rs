//! The form of a call, field by field: what is asked, in which order, of whom, and who reads it.

mod form;
mod order;
mod preview;

pub(super) use form::only;

use std::collections::BTreeMap;

use forum::call::{FIELDS, Field, Seen};
use maud::{Markup, html};
use platform::languages::Locale;

use super::OneCall;
use super::one::{language, languages};
use crate::call::said;
use crate::desk::form::{Sheet, Typed};
use crate::site::{NotFound, Page, Part, Visit};

pub(in crate::desk) use order::read;

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("calls-fields");
    let tag = language(visit);
    let preview = visit.reader.asked("view") == "preview";
    let here = of.to("fields");
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        nav.tabs aria-label=(lang.text("nav-views")) {
            a href={ (here) "?language=" (tag) } aria-current=[(!preview).then_some("page")] { (lang.text("calls-fields-edit")) }
            a href={ (here) "?view=preview&language=" (tag) } aria-current=[preview.then_some("page")] { (lang.text("calls-fields-preview")) }
        }
        @if preview { (preview::shown(&of)) } @else { (editor(&of, &sheet, tag)) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn editor(of: &OneCall<'_>, sheet: &Sheet<'_>, tag: &'static str) -> Markup {
    let lang = of.visit.lang();
    let mut steps: BTreeMap<u32, Vec<(u32, &Field)>> = BTreeMap::new();
    for (nth, field) in (1..).zip(&of.call.fields) {
        steps.entry(field.step).or_default().push((nth, field));
    }
    let act = sheet.act("field", 0);
    html! {
        (languages(of.visit, |tag| of.call.fields.iter().filter(|field| lacks(field, tag)).count()))
        @for (step, fields) in &steps {
            section {
                h2 { (lang.text_with("calls-step", [("step", (*step).into())])) }
                ol.rows { @for (nth, field) in fields { li { (row(of, sheet, *nth, field)) } } }
            }
        }
        section {
            h2 { (lang.text("calls-field-add")) }
            details open[act.was_refused()] { summary { (lang.text("calls-field-add")) } (form::shown(of, act, None, tag)) }
        }
        (dropped(of, sheet))
    }
}

/// Whether a field has words of its own that are not said in a language. Where it has none, the catalogues speak.
fn lacks(field: &Field, tag: &str) -> bool {
    let own = |said: &forum::call::Said| !said.is_empty() && !said.contains_key(tag);
    own(&field.label) || own(&field.help) || said::choices(field).iter().any(|choice| own(&choice.said))
}

/// The built-in fields that are not asked.
fn dropped(of: &OneCall<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = of.visit.lang();
    let asked = |key: &str| of.call.fields.iter().any(|field| field.key == key);
    let dropped: Vec<_> =
        (1..).zip(FIELDS).filter(|(_, field)| field.is_for(of.call.mode) && !asked(field.key)).collect();
    html! {
        @if !dropped.is_empty() {
            section {
                h2 { (lang.text("calls-fields-dropped")) }
                ul.rows {
                    @for (nth, built_in) in dropped {
                        @let field = built_in.field();
                        li {
                            span { (said::label_shown(&field, lang)) }
                            (sheet.act("bring-back", nth).form("bare", &html! {
                                input type="hidden" name="field" value=(field.key);
                                button.quiet aria-label={ (lang.text("calls-field-bring-back")) ": " (said::label(&field, lang)) } { (lang.text("calls-field-bring-back")) }
                            }))
                        }
                    }
                }
            }
        }
    }
}

fn row(of: &OneCall<'_>, sheet: &Sheet<'_>, nth: u32, field: &Field) -> Markup {
    let lang = of.visit.lang();
    let called = said::label(field, lang);
    let act = sheet.act("field", nth);
    let step = |what: &'static str, sign: &str, text: String| {
        sheet.act(what, nth).form(
            "bare",
            &html! {
                input type="hidden" name="field" value=(field.key);
                button.quiet aria-label={ (text) ": " (called) } { (sign) }
            },
        )
    };
    let facts = [
        Some(kind(super::api::takes(&field.kind), lang)),
        field.required.then(|| lang.text("calls-required")),
        Some(seen(field.seen, lang)),
        condition(of, field),
        (!field.only.is_empty()).then(|| {
            let kinds: Vec<String> = field.only.iter().map(|kind| said::kind(kind, lang)).collect();
            lang.text_with("calls-field-only", [("kinds", kinds.join(", ").into())])
        }),
    ];
    html! {
        div.whole {
            div.tools {
                span { b { (said::label_shown(field, lang)) } " " small { (facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")) } }
                (step("up", "↑", lang.text("calls-field-up"))) (step("down", "↓", lang.text("calls-field-down")))
                (step("drop-field", &lang.text("calls-field-drop"), lang.text("calls-field-drop")))
            }
            details open[act.was_refused()] {
                summary aria-label={ (lang.text("desk-change")) ": " (called) } { (lang.text("desk-change")) }
                (form::shown(of, act, Some(field), language(of.visit)))
            }
        }
    }
}

/// With which other answer a field is asked, in words.
fn condition(of: &OneCall<'_>, field: &Field) -> Option<String> {
    let (lang, when) = (of.visit.lang(), field.when.as_ref()?);
    let other = of.call.fields.iter().find(|other| other.key == when.field)?;
    let answers: Vec<String> = when.any_of.iter().map(|key| said::chosen(other, key, lang)).collect();
    let facts = [("field", said::label(other, lang).into()), ("answer", answers.join(", ").into())];
    Some(lang.text_with("calls-field-when", facts))
}

/// What a field takes, in words.
fn kind(takes: &str, lang: &Locale) -> String {
    match takes {
        "prose" => lang.text("calls-takes-prose"),
        "one" => lang.text("calls-takes-one"),
        "several" => lang.text("calls-takes-several"),
        "number" => lang.text("calls-takes-number"),
        "truth" => lang.text("calls-takes-truth"),
        "address" => lang.text("calls-takes-address"),
        _ => lang.text("calls-takes-line"),
    }
}

/// All that a field can take, by name.
const KINDS: [&str; 7] = ["line", "prose", "one", "several", "number", "truth", "address"];

/// Who reads an answer, in words.
fn seen(seen: Seen, lang: &Locale) -> String {
    match seen {
        Seen::Public => lang.text("calls-seen-public"),
        Seen::Reviewers => lang.text("calls-seen-reviewers"),
        Seen::Identity => lang.text("calls-seen-identity"),
        Seen::Secretariat => lang.text("calls-seen-secretariat"),
    }
}

/// All that may read an answer, by name.
const SEEN: [(&str, Seen); 4] = [
    ("public", Seen::Public),
    ("reviewers", Seen::Reviewers),
    ("identity", Seen::Identity),
    ("secretariat", Seen::Secretariat),
];
