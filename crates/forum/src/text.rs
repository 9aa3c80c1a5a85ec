//! What may stand in a field. Checked once, at the door; what has passed is normalised (NFC) and safe to show.

use crate::Refusal;
use crate::reference::countries::CountryCode;
use crate::refusal::Field;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// Longest name of a person, an organisation, a room or a track, in characters.
pub(crate) const NAME_MAX: usize = 120;
/// Longest title of a session, in characters. Real programmes reach 250.
pub(crate) const TITLE_MAX: usize = 300;
/// Longest biography, abstract or note, in characters.
pub(crate) const PROSE_MAX: usize = 20_000;
/// Longest short name in an address, in characters.
pub(crate) const SLUG_MAX: usize = 60;

/// A name that can stand in an address: small ASCII letters, digits and single hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// Checks a text as a slug.
    ///
    /// # Errors
    /// [`Refusal::NotASlug`].
    pub fn new(field: impl Into<Field>, text: &str) -> Result<Slug, Refusal> {
        let tidy = !text.is_empty()
            && text.len() <= SLUG_MAX
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        match tidy {
            true => Ok(Slug(text.to_owned())),
            false => Err(Refusal::NotASlug { field: field.into(), value: excerpt(text) }),
        }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes a slug out of any text: accents dropped, everything else to hyphens. A text without a single Latin letter or
/// digit gives `fallback`.
pub fn slug_of(text: &str, fallback: &str) -> String {
    let mut slug = String::new();
    for c in text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(SLUG_MAX);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { fallback.to_owned() } else { slug.to_owned() }
}

/// A text as a search sees it: small letters, no accents, no difference between the forms of a letter. Two texts that
/// a reader would call the same word are equal when folded, in every script that Unicode can take apart.
pub fn fold(text: &str) -> String {
    let letters = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).collect()
}

/// A single line: trimmed, runs of white space folded, not empty.
pub(crate) fn line(field: &'static str, text: &str, max: usize) -> Result<String, Refusal> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = checked(field, &folded, max, |c| c.is_control())?;
    if line.is_empty() { Err(Refusal::Empty { field: field.into() }) } else { Ok(line) }
}

/// A single line that may be left out; blank is the same as left out.
pub(crate) fn optional_line(field: &'static str, text: &str, max: usize) -> Result<Option<String>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { line(field, text, max).map(Some) }
}

/// A text of several paragraphs that may be left out.
pub(crate) fn optional_prose(field: &'static str, text: &str) -> Result<Option<String>, Refusal> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    checked(field, text, PROSE_MAX, |c| c.is_control() && c != '\n' && c != '\t').map(Some)
}

fn checked(field: &'static str, text: &str, max: usize, bad: fn(char) -> bool) -> Result<String, Refusal> {
    let text: String = text.nfc().collect();
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    if let Some(c) = text.chars().find(|c| bad(*c)) {
        return Err(Refusal::ControlCharacter { field: field.into(), code: code(c) });
    }
    if let Some(c) = text.chars().find(|c| turns_direction(*c)) {
        return Err(Refusal::BidiOverride { field: field.into(), code: code(c) });
    }
    match text.chars().count() {
        have if have > max => Err(Refusal::TooLong { field: field.into(), have, max }),
        _ => Ok(text),
    }
}

/// Embeddings, overrides and isolates: they reach beyond the text in which they stand, and spoof what follows. The
/// marks U+200E and U+200F do not, and Arabic and Hebrew writers need them.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A language tag such as `en`, `pt-BR` or `zh-Hant`, in the case that BCP 47 recommends.
pub(crate) fn language(field: &'static str, tag: &str) -> Result<String, Refusal> {
    let refuse = || Refusal::NotALanguage { field: field.into(), value: excerpt(tag) };
    let mut parts = tag.trim().split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(refuse());
    }
    let mut tidy = primary.to_ascii_lowercase();
    for part in parts {
        if !(2..=8).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(refuse());
        }
        tidy.push('-');
        match part.len() {
            2 => tidy.push_str(&part.to_ascii_uppercase()),
            4 => tidy.push_str(&(part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase())),
            _ => tidy.push_str(&part.to_ascii_lowercase()),
        }
    }
    Ok(tidy)
}

/// An e-mail address, as loosely as mail itself: something before and after one `@`, no spaces.
pub(crate) fn email(field: &'static str, text: &str) -> Result<Option<String>, Refusal> {
    let Some(text) = optional_line(field, text, 254)? else { return Ok(None) };
    match text.rsplit_once('@') {
        Some((user, host)) if !user.is_empty() && host.contains('.') && !text.contains(' ') => Ok(Some(text)),
        _ => Err(Refusal::NotAnEmail { field: field.into() }),
    }
}

/// A link to a page of the web; other schemes could run or fetch something on the reader's machine.
pub(crate) fn link(field: &'static str, text: &str) -> Result<Option<String>, Refusal> {
    let Some(text) = optional_line(field, text, 500)? else { return Ok(None) };
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !text.contains([' ', '"', '<', '>', '\\']) => Ok(Some(text)),
        _ => Err(Refusal::NotALink { field: field.into(), value: excerpt(&text) }),
    }
}

/// The name of a time zone, well-formed. Whether it exists depends on the edition of the zone database, so the shell
/// asks that: the log must read the same with every edition.
pub(crate) fn zone(field: &'static str, name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let well_formed = !name.is_empty()
        && name.len() <= 64
        && name.split('/').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-+".contains(&b))
        });
    match well_formed {
        true => Ok(name.to_owned()),
        false => Err(Refusal::NotAZone { field: field.into(), value: excerpt(name) }),
    }
}

/// A country by its ISO 3166-1 alpha-2 code, which may be left out.
pub(crate) fn country(field: &'static str, code: &str) -> Result<Option<CountryCode>, Refusal> {
    let code = code.trim();
    let refuse = || Refusal::UnknownCountry { field: field.into(), value: excerpt(code) };
    if code.is_empty() { Ok(None) } else { CountryCode::parse(code).ok_or_else(refuse).map(Some) }
}

/// A number within its bounds.
pub(crate) fn bounded(field: &'static str, have: u32, min: u32, max: u32) -> Result<u32, Refusal> {
    match (min..=max).contains(&have) {
        true => Ok(have),
        false => Err(Refusal::OutOfBounds {
            field: field.into(),
            have: have.into(),
            min: min.into(),
            max: max.into(),
        }),
    }
}

/// The beginning of a refused text, harmless to repeat in the refusal.
fn excerpt(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !turns_direction(*c)).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_normalised_and_bounded() {
        assert_eq!(line("name", "  Ame\u{301}lie \n  Nkosi ", 20).unwrap(), "Amélie Nkosi");
        let cases: &[(&str, &str)] = &[
            ("   ", r#"empty field="name""#),
            ("x\u{0}y", r#"control-character field="name" code="U+0000""#),
            ("evil\u{202E}gpj", r#"bidi-override field="name" code="U+202E""#),
            ("123456", r#"too-long field="name" have=6 max=5"#),
        ];
        for (text, refusal) in cases {
            assert_eq!(line("name", text, 5).unwrap_err().to_string(), *refusal, "{text:?}");
        }
    }

    #[test]
    fn slugs_are_made_of_any_text() {
        for (text, slug) in [
            ("WS #136", "ws-136"),
            ("São Tomé & Príncipe", "sao-tome-principe"),
            ("開会式", "session"),
            ("--A--", "a"),
        ] {
            assert_eq!(slug_of(text, "session"), slug);
            assert!(Slug::new("code", &slug_of(text, "session")).is_ok());
        }
        for text in ["", "-a", "a-", "a--b", "A", "a b", "é"] {
            assert!(Slug::new("code", text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn folding_sees_through_accents_capitals_and_vowel_marks() {
        for (one, other) in
            [("São Tomé", "SAO TOME"), ("الإِنترنت", "الانترنت"), ("ＩＧＦ", "igf"), ("Ёлка", "елка")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("Oslo"), fold("Osaka"));
    }

    #[test]
    fn language_tags_come_out_in_their_usual_case() {
        for (tag, tidy) in [("EN", "en"), ("pt_br", "pt-BR"), ("ZH-hant", "zh-Hant")] {
            assert_eq!(language("language", tag).unwrap(), tidy);
        }
        for tag in ["", "english", "e", "en-", "e1", "fr-<b>"] {
            assert!(language("language", tag).is_err(), "{tag:?}");
        }
    }

    #[test]
    fn links_and_addresses_are_what_they_seem() {
        assert!(link("url", "javascript:alert(1)").is_err());
        assert!(link("url", "https://forum.example/a?b=c").unwrap().is_some());
        assert!(link("url", " ").unwrap().is_none());
        assert!(email("email", "amina@forum.example").unwrap().is_some());
        assert!(email("email", "amina at forum").is_err());
    }
}
