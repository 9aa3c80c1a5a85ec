//! What a refusal says to the person who meets it: what happened, and what to do about it.
//!
//! The forum gives a key and facts; `locales/<language>/refusals.ftl` gives the words. A new refusal needs a pair of
//! messages there and nothing here; a new field of a command needs a line in [`FIELDS`].

mod names;

pub use names::Names;

use forum::{BrokenRule, Refusal, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::languages::{Arg, Locale, key};

/// A refusal in the words of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// What happened.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
    /// The field of the command that it is about, by the name that forms and the API use.
    pub field: Option<String>,
}

/// The fields of commands, each with the message that names it.
const FIELDS: &[(&str, &str)] = &[
    ("abstract", key("field-abstract")),
    ("accept", key("field-accept")),
    ("answer", key("field-answer")),
    ("assigned", key("field-assigned")),
    ("biography", key("field-biography")),
    ("city", key("field-city")),
    ("cluster", key("field-cluster")),
    ("code", key("field-code")),
    ("count", key("field-count")),
    ("country", key("field-country")),
    ("criteria", key("field-criteria")),
    ("decline", key("field-decline")),
    ("draft", key("field-draft")),
    ("each", key("field-each")),
    ("email", key("field-email")),
    ("expected", key("field-expected")),
    ("features", key("field-features")),
    ("field", key("field-field")),
    ("format", key("field-format")),
    ("key", key("field-key")),
    ("kind", key("field-kind")),
    ("label", key("field-label")),
    ("language", key("field-language")),
    ("letters", key("field-letters")),
    ("limit", key("field-limit")),
    ("low", key("field-low")),
    ("minutes", key("field-minutes")),
    ("most", key("field-most")),
    ("name", key("field-name")),
    ("note", key("field-note")),
    ("number", key("field-number")),
    ("options", key("field-options")),
    ("organisation", key("field-organisation")),
    ("origin", key("field-origin")),
    ("part", key("field-part")),
    ("pause", key("field-pause")),
    ("places", key("field-places")),
    ("plan", key("field-plan")),
    ("proposals", key("field-proposals")),
    ("quotas", key("field-quotas")),
    ("reasons", key("field-reasons")),
    ("scores", key("field-scores")),
    ("seats", key("field-seats")),
    ("seconds", key("field-seconds")),
    ("slug", key("field-slug")),
    ("source", key("field-source")),
    ("step", key("field-step")),
    ("subject", key("field-subject")),
    ("team", key("field-team")),
    ("text", key("field-text")),
    ("themes", key("field-themes")),
    ("threads", key("field-threads")),
    ("title", key("field-title")),
    ("to_chair", key("field-to-chair")),
    ("to_proposer", key("field-to-proposer")),
    ("until", key("field-until")),
    ("url", key("field-url")),
    ("walking", key("field-walking")),
    ("weight", key("field-weight")),
    ("zone", key("field-zone")),
];

/// Numbers that count something, and are written as the language writes counts. All others are names: session 1024 is
/// not "session 1,024".
const COUNTS: &[&str] = &["have", "min", "max"];

/// Says a refusal, with its times in UTC.
pub fn sentence(locale: &Locale, refusal: &Refusal) -> Sentence {
    sentence_in(locale, refusal, &TimeZone::UTC)
}

/// Says a refusal, with its times as the clocks of a meeting show them.
pub fn sentence_in(locale: &Locale, refusal: &Refusal, zone: &TimeZone) -> Sentence {
    say(locale, refusal, zone, None)
}

/// Says a refusal with the names of what it is about, and its times as the clocks of its meeting show them.
pub fn sentence_with_names(locale: &Locale, refusal: &Refusal, names: Names<'_>) -> Sentence {
    say(locale, refusal, &names.zone(refusal).unwrap_or(TimeZone::UTC), Some(names))
}

fn say(locale: &Locale, refusal: &Refusal, zone: &TimeZone, names: Option<Names<'_>>) -> Sentence {
    let [what, remedy] = messages(refusal.key());
    let mut args = args(locale, refusal, zone, names);
    if let Refusal::AtStep { why, .. } = refusal {
        let Sentence { what, remedy, .. } = say(locale, why, zone, names);
        args.retain(|(name, _)| *name != "why");
        args.push(("why", Arg::Text(format!("{what} {remedy}"))));
    }
    Sentence {
        what: locale.text_with(&what, args.clone()),
        remedy: locale.text_with(&remedy, args),
        field: refusal.field(),
    }
}

/// The name of a field as people read it, of a command or of a form; one without a name is called as the API calls it.
pub fn field_name(locale: &Locale, field: &str) -> String {
    let named = FIELDS.iter().find(|(name, _)| *name == field);
    let asked = || Some(format!("ask-{field}")).filter(|key| locale.has(key));
    let key = named.map(|(_, key)| (*key).to_owned()).or_else(asked);
    key.map_or_else(|| field.to_owned(), |key| locale.text(&key))
}

/// A rule for what is submitted, as people read it.
fn rule_name(locale: &Locale, rule: &BrokenRule) -> String {
    let key = format!("rule-{}", rule.key);
    match locale.has(&key) {
        true => locale.text_with(&key, [("count", rule.count.into())]),
        false => rule.key.clone(),
    }
}

/// The two messages of a refusal.
fn messages(key: &str) -> [String; 2] {
    [format!("refusal-{key}"), format!("refusal-{key}-remedy")]
}

fn args(
    locale: &Locale,
    refusal: &Refusal,
    zone: &TimeZone,
    names: Option<Names<'_>>,
) -> Vec<(&'static str, Arg)> {
    // A second time on the day of the first stands alone: the first has named the day and the zone.
    let mut first: Option<Timestamp> = None;
    let mut time = |at: Timestamp| {
        let there = at.to_zoned(zone.clone());
        let same_day = |first: Timestamp| first.to_zoned(zone.clone()).date() == there.date();
        match first {
            Some(first) if same_day(first) => locale.time(there.time()),
            _ => {
                first = Some(at);
                locale.moment(at, zone)
            }
        }
    };
    let arg = |(name, value)| {
        let arg = match value {
            Value::Number(n) if COUNTS.contains(&name) => Arg::from(n),
            Value::Number(n) => {
                Arg::Text(names::thing(locale, names, name, n).unwrap_or_else(|| n.to_string()))
            }
            Value::Text(text) if name == "field" => Arg::Text(field_name(locale, &text)),
            Value::Text(text) => Arg::Text(text),
            Value::Time(at) => Arg::Text(time(at)),
            Value::Day(day) => Arg::Text(locale.date(day)),
            Value::Rule(rule) => Arg::Text(rule_name(locale, &rule)),
        };
        (name, arg)
    };
    refusal.args().into_iter().map(arg).collect()
}

/// The messages that refusals ask for; their keys stand in no source, since they are made from the forum's own.
#[cfg(test)]
pub(crate) fn messages_in_use() -> impl Iterator<Item = String> {
    Refusal::KEYS.iter().flat_map(|key| messages(key))
}

#[cfg(test)]
mod tests;
