//! What a call asks and demands.

use super::calls::{label, note};
use super::{at_most, call, changed};
use crate::call::{Act, Call, Choice, Condition, Field, FieldKind, Limit, Requirement, Rule};
use crate::text::{NAME_MAX, PROSE_MAX, bounded};
use crate::{CallId, Forum, Refusal, Slug};
use std::collections::BTreeSet;

/// Most fields of a form.
const FIELDS_MAX: usize = 120;
/// Most options of a field.
const OPTIONS_MAX: usize = 300;
/// Most types of session that a field or a rule names.
const KINDS_MAX: usize = 40;
/// Most pages of a form.
const STEPS_MAX: u32 = 20;
/// Largest figure of a rule.
const COUNT_MAX: u32 = 1_000;

pub(super) fn set_field(
    forum: &Forum,
    id: CallId,
    typed: &Field,
    before: Option<&str>,
) -> Result<Act, Refusal> {
    let known = call(forum, id)?;
    let field = field(known, typed)?;
    let old = known.fields.iter().find(|old| old.key == field.key);
    at_most("field", known.fields.len() + usize::from(old.is_none()), FIELDS_MAX)?;
    let Some(before) = before else {
        return Ok(Act::FieldSet { call: id, field: changed(old, field)?, before: None });
    };
    if before == field.key || !known.fields.iter().any(|other| other.key == before) {
        return Err(no_field(before));
    }
    let place = |key: &str| known.fields.iter().position(|other| other.key == key);
    if old == Some(&field) && place(&field.key).map(|at| at + 1) == place(before) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Act::FieldSet { call: id, field, before: Some(before.to_owned()) })
}

/// A field on whose answer others depend stays until they do no longer.
pub(super) fn drop_field(forum: &Forum, id: CallId, key: &str) -> Result<Act, Refusal> {
    let known = call(forum, id)?;
    if !known.fields.iter().any(|field| field.key == key) {
        return Err(no_field(key));
    }
    let depends = |field: &&Field| field.when.as_ref().is_some_and(|condition| condition.field == key);
    match known.fields.iter().find(depends) {
        Some(other) => Err(Refusal::FieldInUse { field: other.key.clone().into() }),
        None => Ok(Act::FieldDropped { call: id, field: key.to_owned() }),
    }
}

pub(super) fn no_field(key: &str) -> Refusal {
    Refusal::NoSuchField { field: key.chars().take(NAME_MAX).collect::<String>().into() }
}

fn field(call: &Call, typed: &Field) -> Result<Field, Refusal> {
    let key = Slug::new("key", &typed.key)?.to_string();
    Ok(Field {
        kind: kind(&typed.kind)?,
        label: label(&typed.label)?,
        help: note(&typed.help)?,
        required: typed.required,
        limit: limit(typed.limit)?,
        only: kinds(&typed.only)?,
        when: typed.when.as_ref().map(|condition| met(call, &key, condition)).transpose()?,
        seen: typed.seen,
        step: bounded("step", typed.step, 1, STEPS_MAX)?,
        key,
    })
}

fn kind(typed: &FieldKind) -> Result<FieldKind, Refusal> {
    Ok(match typed {
        FieldKind::One(choices) => FieldKind::One(options(choices)?),
        FieldKind::Several(choices) => FieldKind::Several(options(choices)?),
        plain => plain.clone(),
    })
}

fn options(typed: &[Choice]) -> Result<Vec<Choice>, Refusal> {
    at_most("options", typed.len(), OPTIONS_MAX)?;
    if typed.is_empty() {
        return Err(Refusal::Empty { field: "options".into() });
    }
    let mut keys = BTreeSet::new();
    let option = |choice: &Choice| {
        let key = Slug::new("options", &choice.key)?.to_string();
        if !keys.insert(key.clone()) {
            return Err(Refusal::SlugTaken { field: "options".into(), value: key });
        }
        Ok(Choice { key, said: label(&choice.said)? })
    };
    typed.iter().map(option).collect()
}

fn limit(typed: Limit) -> Result<Limit, Refusal> {
    let most = u32::try_from(PROSE_MAX).unwrap_or(u32::MAX);
    let bound = |figure: Option<u32>| figure.map(|n| bounded("limit", n, 1, most)).transpose();
    let limit = Limit {
        words_least: bound(typed.words_least)?,
        words_most: bound(typed.words_most)?,
        characters_most: bound(typed.characters_most)?,
    };
    if let (Some(least), Some(most)) = (limit.words_least, limit.words_most) {
        bounded("limit", least, 1, most)?;
    }
    Ok(limit)
}

/// The types of session that something is about. They need not be asked for yet.
fn kinds(typed: &[String]) -> Result<Vec<String>, Refusal> {
    at_most("kind", typed.len(), KINDS_MAX)?;
    typed.iter().map(|kind| crate::text::line("kind", kind, NAME_MAX)).collect()
}

/// A condition that can be met: another field of the call offers the answer.
fn met(call: &Call, key: &str, typed: &Condition) -> Result<Condition, Refusal> {
    let other = call.fields.iter().find(|field| field.key == typed.field && field.key != key);
    let other = other.ok_or_else(|| no_field(&typed.field))?;
    if typed.any_of.is_empty() {
        return Err(Refusal::Empty { field: "options".into() });
    }
    for answer in &typed.any_of {
        offers(other, answer)?;
    }
    Ok(typed.clone())
}

/// Whether a field can be answered so.
pub(super) fn offers(field: &Field, answer: &str) -> Result<(), Refusal> {
    let offered = match &field.kind {
        FieldKind::One(choices) | FieldKind::Several(choices) => {
            choices.iter().any(|choice| choice.key == answer)
        }
        FieldKind::Truth => matches!(answer, "yes" | "no"),
        FieldKind::Line | FieldKind::Prose | FieldKind::Number | FieldKind::Address => false,
    };
    let value = || answer.chars().filter(|c| !c.is_control()).take(40).collect();
    match offered {
        true => Ok(()),
        false => Err(Refusal::UnknownChoice { field: field.key.clone().into(), value: value() }),
    }
}

pub(super) fn set_requirement(forum: &Forum, id: CallId, typed: &Requirement) -> Result<Act, Refusal> {
    let known = call(forum, id)?;
    let rule = Rule::find(&typed.key).ok_or_else(|| no_rule(&typed.key))?;
    let count = match rule.count {
        0 => 0,
        _ => bounded("count", typed.count, 1, COUNT_MAX)?,
    };
    let requirement = Requirement {
        key: rule.key.to_owned(),
        count,
        reason: note(&typed.reason)?,
        only: kinds(&typed.only)?,
    };
    let old = known.requirements.iter().find(|old| old.key == requirement.key);
    Ok(Act::RequirementSet { call: id, requirement: changed(old, requirement)? })
}

pub(super) fn drop_requirement(forum: &Forum, id: CallId, key: &str) -> Result<Act, Refusal> {
    match call(forum, id)?.requirements.iter().any(|known| known.key == key) {
        true => Ok(Act::RequirementDropped { call: id, key: key.to_owned() }),
        false => Err(no_rule(key)),
    }
}

fn no_rule(key: &str) -> Refusal {
    Refusal::NoSuchRule { rule: key.chars().take(NAME_MAX).collect() }
}
