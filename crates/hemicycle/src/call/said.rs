//! What a call says, in the reader's language: its own words where it has some, else those of the catalogues.

use forum::call::{Call, Choice, Field, Proposal, Requirement, Said};
use forum::reference::session_types::SessionType;
use maud::{Markup, html};
use platform::languages::Locale;

use crate::languages::languages;
use crate::site::content::tagged;

/// A text of the forum for a reader, with the tag of its language: theirs if there is one, else English, else whatever
/// there is.
#[must_use]
pub fn said<'a>(said: &'a Said, lang: &Locale) -> Option<(&'a str, &'a str)> {
    let primary = |tag: &str| tag.split('-').next().map(str::to_owned);
    let written = || said.iter().filter(|(_, text)| !text.trim().is_empty());
    let in_language = |wanted: &str| written().find(|(tag, _)| primary(tag) == primary(wanted));
    let found = said.get_key_value(lang.tag()).filter(|(_, text)| !text.trim().is_empty());
    let found = found.or_else(|| in_language(lang.tag())).or_else(|| in_language("en"));
    found.or_else(|| written().next()).map(|(tag, text)| (text.as_str(), tag.as_str()))
}

/// The same in a page, marked with its language.
#[must_use]
pub fn shown(text: &Said, lang: &Locale) -> Markup {
    html! { @if let Some((text, tag)) = said(text, lang) { (tagged(text, tag, lang)) } }
}

/// The title of a call; a call without one is a call.
#[must_use]
pub fn title<'a>(call: &'a Call, lang: &Locale) -> (&'a str, &'a str) {
    said(&call.about.title, lang).unwrap_or(("—", ""))
}

/// What a catalogue has for a key that is made of names of a form; nothing, if the name is of the forum's own.
fn in_catalogue(parts: &[&str], lang: &Locale) -> Option<String> {
    let key = parts.join("-").replace('_', "-").to_ascii_lowercase();
    let known = lang.has(&key) || languages().default_locale().has(&key);
    known.then(|| lang.text(&key))
}

fn own_or(own: &Said, lang: &Locale, parts: &[&str]) -> Option<(String, String)> {
    let own = said(own, lang).map(|(text, tag)| (text.to_owned(), tag.to_owned()));
    own.or_else(|| in_catalogue(parts, lang).map(|text| (text, lang.tag().to_owned())))
}

/// What a field is called.
#[must_use]
pub fn label(field: &Field, lang: &Locale) -> String {
    own_or(&field.label, lang, &["ask", &field.key]).map_or_else(|| field.key.clone(), |(text, _)| text)
}

/// The same in a page, marked with its language.
#[must_use]
pub fn label_shown(field: &Field, lang: &Locale) -> Markup {
    let (text, tag) = own_or(&field.label, lang, &["ask", &field.key])
        .unwrap_or_else(|| (field.key.clone(), String::new()));
    tagged(&text, &tag, lang)
}

/// What helps to answer a field, if there is anything.
#[must_use]
pub fn help(field: &Field, lang: &Locale) -> Option<String> {
    own_or(&field.help, lang, &["ask", &field.key, "help"]).map(|(text, _)| text)
}

/// What an option of a field says.
#[must_use]
pub fn choice(field: &Field, choice: &Choice, lang: &Locale) -> String {
    let known = own_or(&choice.said, lang, &["ask", &field.key, &choice.key]);
    known.map_or_else(|| choice.key.clone(), |(text, _)| text)
}

/// What a requirement says: its name, without its figure and reason.
#[must_use]
pub fn requirement(key: &str, lang: &Locale) -> String {
    in_catalogue(&["rule", key], lang).unwrap_or_else(|| key.to_owned())
}

/// Why there is a requirement.
#[must_use]
pub fn reason(requirement: &Requirement, lang: &Locale) -> Option<String> {
    own_or(&requirement.reason, lang, &["rule", &requirement.key, "reason"]).map(|(text, _)| text)
}

/// The short name of what was submitted, as it is said until a session has its own: `WS #136`. A draft has none.
#[must_use]
pub fn code(proposal: &Proposal) -> Option<String> {
    let number = proposal.number?;
    let prefix = SessionType::from_key(&proposal.kind).map_or("#", |kind| kind.facts().code);
    Some(if prefix.ends_with('#') { format!("{prefix}{number}") } else { format!("{prefix} {number}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_said_in_the_readers_language_else_in_english_else_as_it_is() {
        let texts = |all: &[(&str, &str)]| -> Said {
            all.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned())).collect()
        };
        let french = languages().get("fr").expect("it is there");
        for (all, expected) in [
            (texts(&[("en", "Call"), ("fr", "Appel")]), Some(("Appel", "fr"))),
            (texts(&[("en", "Call"), ("fr-CA", "Appel")]), Some(("Appel", "fr-CA"))),
            (texts(&[("ar", "دعوة"), ("en", "Call")]), Some(("Call", "en"))),
            (texts(&[("ar", "دعوة"), ("fr", " ")]), Some(("دعوة", "ar"))),
            (texts(&[]), None),
        ] {
            assert_eq!(said(&all, french), expected);
        }
    }
}
