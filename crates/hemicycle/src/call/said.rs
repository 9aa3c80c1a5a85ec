//! What a call says, in the reader's language: its own words where it has some, else those of the catalogues.

use forum::Forum;
use forum::call::views::{At, Lack, What};
use forum::call::{Breach, Call, Choice, Field, FieldKind, ISSUE, Requirement, Said};
use forum::review::Reason;
use maud::{Markup, html};
use platform::languages::Locale;

use crate::languages::languages;
use crate::site::content::tagged;
use crate::site::names;

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

/// The options of a field; none, if it takes what is typed.
#[must_use]
pub fn choices(field: &Field) -> &[Choice] {
    match &field.kind {
        FieldKind::One(choices) | FieldKind::Several(choices) => choices,
        _ => &[],
    }
}

/// What was chosen in a field, by its key: an option, or yes or no.
#[must_use]
pub fn chosen(field: &Field, key: &str, lang: &Locale) -> String {
    match (&field.kind, choices(field).iter().find(|choice| choice.key == key)) {
        (_, Some(known)) => choice(field, known, lang),
        (FieldKind::Truth, None) if key == "yes" => lang.text("ask-yes"),
        (FieldKind::Truth, None) if key == "no" => lang.text("ask-no"),
        _ => key.to_owned(),
    }
}

/// A type of session, or what a call for issues gathers.
#[must_use]
pub fn kind(kind: &str, lang: &Locale) -> String {
    if kind == ISSUE { lang.text("ask-issue") } else { names::session_type(kind, lang) }
}

/// What a rule asks, with its figure.
#[must_use]
pub fn requirement(key: &str, count: u32, lang: &Locale) -> String {
    let name = format!("rule-{key}");
    match languages().default_locale().has(&name) {
        true => lang.text_with(&name, [("count", count.into())]),
        false => key.to_owned(),
    }
}

/// What breaks a rule.
#[must_use]
pub fn breach(breach: &Breach, lang: &Locale) -> String {
    let about = breach.about.join(", ");
    let facts = [("count", breach.count.into()), ("have", breach.have.into()), ("about", about.into())];
    lang.text_with(&format!("rule-{}-breach", breach.key), facts)
}

/// What is missing, in a sentence that names the field.
#[must_use]
pub fn lack(lack: &Lack, call: &Call, lang: &Locale) -> String {
    let field = match &lack.at {
        At::Field(key) => call.fields.iter().find(|field| field.key == *key).map(|field| label(field, lang)),
        At::Kind => Some(lang.text("filter-type")),
    };
    let name = ("field", field.unwrap_or_default().into());
    let counted = |have: usize, limit: u32| [("have", have.into()), ("limit", limit.into())];
    let with = |facts: [(&'static str, _); 2]| facts.into_iter().chain([name.clone()]);
    match lack.what {
        What::Empty => lang.text_with("lack-empty", [name.clone()]),
        What::FewWords { have, least } => lang.text_with("lack-few-words", with(counted(have, least))),
        What::ManyWords { have, most } => lang.text_with("lack-many-words", with(counted(have, most))),
        What::ManyCharacters { have, most } => {
            lang.text_with("lack-many-characters", with(counted(have, most)))
        }
        What::NotANumber => lang.text_with("lack-no-number", [name.clone()]),
        What::NotALink => lang.text_with("lack-no-link", [name.clone()]),
        What::NotOffered => lang.text_with("lack-not-offered", [name.clone()]),
    }
}

/// Why there is a requirement.
#[must_use]
pub fn reason(requirement: &Requirement, lang: &Locale) -> Option<String> {
    own_or(&requirement.reason, lang, &["rule", &requirement.key, "reason"]).map(|(text, _)| text)
}

/// What a reason for a score, a screening or a decision says.
#[must_use]
pub fn reason_called(reason: &Reason, lang: &Locale) -> String {
    own_or(&reason.said, lang, &["reason", &reason.key]).map_or_else(|| reason.key.clone(), |(text, _)| text)
}

/// The reasons from which a call chooses: its own, or those that every review begins with.
#[must_use]
pub fn reasons(forum: &Forum, call: &Call) -> Vec<Reason> {
    let settings = forum.review.settings.get(&call.id);
    settings.map(|settings| settings.reasons.clone()).unwrap_or_default()
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
