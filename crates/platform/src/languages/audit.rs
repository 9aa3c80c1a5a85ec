//! What the tests of a product ask of its catalogues: that nothing is missing, nothing is left over, and every
//! language says the same things with the same values.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::language::Language;
use super::moments::OFFERED;

/// The messages of a language, each with the names of the values that it uses.
pub fn messages(language: &Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (_, text) in language.files {
        // What cannot be parsed is the business of `Languages::new`, which names the file.
        let Ok(resource) = parser::parse(*text) else { continue };
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                collect_variables(pattern, &mut variables);
            }
            found.insert(message.id.name.to_owned(), variables);
        }
    }
    found
}

/// In what a language departs from the one it is measured by, one sentence each; empty if it is complete.
pub fn differences(measure: &Language, language: &Language) -> Vec<String> {
    let (expected, found) = (messages(measure), messages(language));
    let mut differences = Vec::new();
    for (key, variables) in &expected {
        let Some(own) = found.get(key) else {
            differences.push(format!("{}: the message {key} is missing", language.tag));
            continue;
        };
        let offered = OFFERED.iter().find(|(name, _)| name == key);
        let fits = match offered {
            Some((_, offered)) => own.iter().all(|name| offered.contains(&name.as_str())),
            None => own == variables,
        };
        if !fits {
            differences.push(format!("{}: {key} uses {own:?} instead of {variables:?}", language.tag));
        }
    }
    for key in found.keys().filter(|key| !expected.contains_key(*key)) {
        differences.push(format!("{}: {key} does not exist in {}", language.tag, measure.tag));
    }
    differences
}

/// The keys that a source text asks for: string literals handed to `text`, `text_with` or `key`.
pub fn keys_in(source: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for call in ["text(", "text_with(", "key("] {
        for (position, _) in source.match_indices(call) {
            // `plain_text("…")` is another function.
            let stands_alone = !source[..position].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let argument = source[position + call.len()..].trim_start();
            if let Some(literal) = argument.strip_prefix('"').filter(|_| stands_alone)
                && let Some((key, _)) = literal.split_once('"')
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

fn collect_variables(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_from_inline(inline, variables),
            Expression::Select { selector, variants } => {
                collect_from_inline(selector, variables);
                variants.iter().for_each(|variant| collect_variables(&variant.value, variables));
            }
        }
    }
}

fn collect_from_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inner) => collect_from_inline(inner, variables),
            Expression::Select { selector, .. } => collect_from_inline(selector, variables),
        },
        _ => {}
    }
}
