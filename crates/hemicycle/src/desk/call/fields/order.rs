//! From the forms about fields to commands.

use forum::call::{Choice, Command as Step, Condition, FIELDS, Field, FieldKind, Limit, Said};
use forum::{Command, Refusal, slug_of};

use super::{KINDS, SEEN};
use crate::call::said;
use crate::desk::answer::Order;
use crate::desk::call::OneCall;
use crate::desk::call::order::{language, resaid};
use crate::desk::form::{Form, No};
use crate::site::{NotFound, Visit};

/// Forms about the fields of a call.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    let (call, fields) = (of.call.id, &of.call.fields);
    let at = || fields.iter().position(|field| field.key == form.get("field")).ok_or(No::NotFound);
    // A field goes up by standing before the one above it on its page, and down by letting the one below stand before it.
    let beside = |all: std::ops::Range<usize>, at: usize| {
        all.filter(move |other| {
            fields.get(*other).map(|field| field.step) == fields.get(at).map(|field| field.step)
        })
    };
    let swapped =
        |at: usize, before: Option<usize>| match (fields.get(at), before.and_then(|at| fields.get(at))) {
            (Some(field), Some(before)) => {
                Ok(Step::SetField { call, field: field.clone(), before: Some(before.key.clone()) })
            }
            _ => Err(No::from(Refusal::NothingChanged)),
        };
    let step: Result<Step, No> = match form.get("do") {
        "up" => at().and_then(|at| swapped(at, beside(0..at, at).next_back())),
        "down" => {
            let at = at()?;
            match beside(at + 1..fields.len(), at).next() {
                Some(below) => swapped(below, Some(at)),
                None => Err(Refusal::NothingChanged.into()),
            }
        }
        "drop-field" => Ok(Step::DropField { call, field: form.get("field").to_owned() }),
        "bring-back" => {
            let built_in = FIELDS.iter().find(|field| field.key == form.get("field")).ok_or(No::NotFound)?;
            Ok(Step::SetField { call, field: built_in.field(), before: None })
        }
        "field" => Ok(Step::SetField { call, field: field(&of, form)?, before: None }),
        _ => Err(No::NotFound),
    };
    Ok(Command::from(step?).into())
}

/// The field that a form describes: one that is there, or a new one.
fn field(of: &OneCall<'_>, form: &Form) -> Result<Field, No> {
    let (tag, label) = (language(form)?, form.get("label").trim());
    let known = of.call.fields.iter().find(|field| field.key == form.get("field"));
    if known.is_none() && form.has("field") {
        return Err(No::NotFound);
    }
    if known.is_none() && label.is_empty() {
        return Err(Refusal::Empty { field: "label".into() }.into());
    }
    let empty = Said::new();
    let own = |of: fn(&Field) -> &Said| known.map_or(&empty, of);
    let (_, seen) = SEEN.into_iter().find(|(key, _)| *key == form.get("seen")).ok_or(No::NotFound)?;
    Ok(Field {
        key: known.map_or_else(|| free_key(of, label), |known| known.key.clone()),
        kind: takes(form, known, &tag)?,
        label: resaid(own(|field| &field.label), &tag, label),
        help: resaid(own(|field| &field.help), &tag, form.get("help")),
        required: form.get("required") == "yes",
        limit: Limit {
            words_least: form.number("words_least")?,
            words_most: form.number("words_most")?,
            characters_most: form.number("characters_most")?,
        },
        only: form.all("only").map(str::to_owned).collect(),
        when: condition(form)?,
        seen,
        step: form.needed("step")?,
    })
}

/// A name that no field has, built-in ones included, since a dropped one may come back.
fn free_key(of: &OneCall<'_>, label: &str) -> String {
    let base: String = slug_of(label, "field").chars().take(40).collect();
    let base = base.trim_end_matches('-').to_owned();
    let taken = |key: &String| {
        of.call.fields.iter().any(|field| field.key == *key) || FIELDS.iter().any(|field| field.key == key)
    };
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|key| !taken(key)).unwrap_or(base)
}

fn takes(form: &Form, known: Option<&Field>, tag: &str) -> Result<FieldKind, No> {
    let takes = KINDS.into_iter().find(|kind| *kind == form.get("takes")).ok_or(No::NotFound)?;
    Ok(match takes {
        "prose" => FieldKind::Prose,
        "one" => FieldKind::One(options(form, known, tag)),
        "several" => FieldKind::Several(options(form, known, tag)),
        "number" => FieldKind::Number,
        "truth" => FieldKind::Truth,
        "address" => FieldKind::Address,
        _ => FieldKind::Line,
    })
}

/// Options, one a line: `name = what it says`, or only one of the two. What they say in other languages stays.
fn options(form: &Form, known: Option<&Field>, tag: &str) -> Vec<Choice> {
    let before = known.map(said::choices).unwrap_or_default();
    let option = |(nth, line): (usize, &str)| {
        let (key, text) = match line.split_once('=') {
            Some((key, text)) => (slug_of(key, &format!("option-{}", nth + 1)), Some(text.trim())),
            None if before.iter().any(|choice| choice.key == line) => (line.to_owned(), None),
            None => (slug_of(line, &format!("option-{}", nth + 1)), Some(line)),
        };
        let old = before.iter().find(|choice| choice.key == key).map(|choice| choice.said.clone());
        Choice { said: resaid(&old.unwrap_or_default(), tag, text.unwrap_or_default()), key }
    };
    form.lines("options").enumerate().map(option).collect()
}

/// Answers to one other field. Of several fields the first one counts, for a condition is about one.
fn condition(form: &Form) -> Result<Option<Condition>, No> {
    let mut pairs = form.all("when").filter_map(|pair| pair.split_once('=')).peekable();
    let Some((field, _)) = pairs.peek().copied() else { return Ok(None) };
    let any_of = pairs.filter(|(other, _)| *other == field).map(|(_, key)| key.to_owned()).collect();
    Ok(Some(Condition { field: field.to_owned(), any_of }))
}
