//! The configuration in a file: TOML, one line a key.

use super::{KEYS, Key, nearest};
use anyhow::{anyhow, bail};
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// What a file says: the key, its line, and the value as text.
pub(super) fn values(path: &Path, text: &str) -> anyhow::Result<Vec<(&'static Key, usize, String)>> {
    let at = |line: usize| format!("{}, line {line}", path.display());
    let table = DeTable::parse(text).map_err(|error| {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        anyhow!("{}: {}", at(line), error.message())
    })?;
    let mut found = Vec::new();
    for (name, value) in table.get_ref() {
        let line = line_of(text, name.span().start);
        let name = name.get_ref();
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            let meant = nearest::to(name, KEYS.iter().map(|key| key.name.to_owned()));
            bail!("{}: there is no key “{name}”{meant}; `hemicycle config` lists all", at(line));
        };
        let written = in_text(value.get_ref()).ok_or_else(|| {
            anyhow!("{}: “{name}” takes a text, a number, or a list of texts in [ ]", at(line))
        })?;
        found.push((key, line, written));
    }
    // As they stand in the file, so that what is wrong first is told first.
    found.sort_by_key(|(_, line, _)| *line);
    Ok(found)
}

fn in_text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Array(parts) => {
            let parts: Option<Vec<String>> =
                parts.iter().map(|part| part.get_ref().as_str().map(str::to_owned)).collect();
            parts.map(|parts| parts.join(", "))
        }
        _ => None,
    }
}

/// The line of a byte, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
