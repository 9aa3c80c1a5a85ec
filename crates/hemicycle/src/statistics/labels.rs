//! The words for figures: tables, what is counted, and what people or sessions have in common.

use super::tables::{Line, NOT_SAID};
use crate::site::names;
use forum::programme::Version;
use forum::reference::groups::StakeholderGroup;
use forum::reference::regions::RegionalGroup;
use platform::languages::Locale;

/// The widest label of a bar, in letters.
const LABEL_MAX: i32 = 44;

/// Keys of messages that are put together from names of tables and metrics.
#[cfg(test)]
pub(crate) fn keys() -> impl Iterator<Item = String> {
    use forum::reference::groups::Gender;
    let tables = TABLES.iter().map(|name| format!("table-{name}"));
    let metrics = METRICS.iter().flat_map(|name| [format!("metric-{name}"), format!("means-{name}")]);
    let genders = Gender::ALL.into_iter().map(|gender| format!("gender-{}", gender.key()));
    let times = ["times-first-time", "times-returning"].map(ToOwned::to_owned);
    tables.chain(metrics).chain(genders).chain(times)
}

/// All tables that there are.
#[cfg(test)]
const TABLES: &[&str] = &[
    "participants",
    "participants-by-group",
    "participants-by-region",
    "participants-by-gender",
    "participants-by-first-time",
    "people-by-group",
    "people-by-region",
    "people-by-gender",
    "sessions-by-day",
    "sessions-by-type",
    "sessions-by-track",
    "sessions-by-language",
    "sessions-by-format",
    "expected",
];

/// Everything that is counted.
#[cfg(test)]
const METRICS: &[&str] = &[
    "registered",
    "badges",
    "online",
    "took-part",
    "on-programme",
    "speakers",
    "sessions",
    "minutes",
    "choosers",
    "choices",
    "chosen-sessions",
];

/// The title of a table.
pub(super) fn table(name: &str, lang: &Locale) -> String {
    lang.text(&format!("table-{name}"))
}

/// The name of what is counted.
pub(super) fn metric(name: &str, lang: &Locale) -> String {
    lang.text(&format!("metric-{name}"))
}

/// What is counted, and how, in a sentence.
pub(super) fn means(name: &str, lang: &Locale) -> String {
    lang.text(&format!("means-{name}"))
}

/// What those in a row have in common. Rows that were merged name all of it.
pub(super) fn row(table: &str, line: &Line, version: Option<&Version>, lang: &Locale) -> String {
    let named: Vec<String> = line.keys.iter().map(|key| thing(table, key, version, lang)).collect();
    match named.as_slice() {
        [one] => one.clone(),
        several => lang.text_with("statistics-merged", [("names", several.join(" · ").into())]),
    }
}

/// The same where there is room for a few words only. The table beside a chart has the whole.
pub(super) fn short(table: &str, line: &Line, version: Option<&Version>, lang: &Locale) -> String {
    if line.keys.len() > 1 {
        return lang.text("statistics-others");
    }
    let whole = row(table, line, version, lang);
    // Letters of Chinese and Japanese are twice as wide.
    let width = |c: char| if c >= '\u{1100}' { 2 } else { 1 };
    let mut room = LABEL_MAX;
    let fits = whole.chars().take_while(|c| {
        room -= width(*c);
        room > 0
    });
    let fits: String = fits.collect();
    if fits.len() == whole.len() { whole } else { format!("{}…", fits.trim_end()) }
}

fn thing(table: &str, key: &str, version: Option<&Version>, lang: &Locale) -> String {
    let by = table.rsplit("-by-").next().unwrap_or_default();
    match by {
        "group" => names::group(StakeholderGroup::from_key(key), lang),
        "region" => match RegionalGroup::from_key(key) {
            Some(region) => lang.text(&format!("region-{}", region.key())),
            None => lang.text("group-not-said"),
        },
        "gender" => lang.text(&format!("gender-{key}")),
        "first-time" => lang.text(&format!("times-{key}")),
        "day" => key.parse().map_or_else(|_| key.to_owned(), |day| lang.day(day)),
        _ if key == NOT_SAID => lang.text("group-not-said"),
        "type" => names::session_type(key, lang),
        "language" => names::language(key).to_owned(),
        "format" => names::format(key, lang),
        "track" => {
            let tracks = version.into_iter().flat_map(|version| version.tracks.values());
            let track = tracks.into_iter().find(|track| track.slug.as_str() == key);
            track.map_or_else(|| key.to_owned(), |track| track.name.clone())
        }
        _ => key.to_owned(),
    }
}
