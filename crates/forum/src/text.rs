//! What may stand in a field. Checked once, at the door; what has passed is normalised (NFC) and safe to show.

mod similar;

pub use similar::{Pieces, similar_texts};

use crate::Refusal;
use crate::people::Origin;
use crate::reference::countries::CountryCode;
use crate::refusal::Field;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest name of a person, an organisation, a room or a track, in characters.
pub(crate) const NAME_MAX: usize = 120;
/// Longest title of a session, in characters. Real programmes reach 250.
pub(crate) const TITLE_MAX: usize = 300;
/// Longest biography, abstract or note, in characters.
pub(crate) const PROSE_MAX: usize = 20_000;
/// Longest short name in an address, in characters.
pub(crate) const SLUG_MAX: usize = 60;

/// A name that can stand in an address: small ASCII letters, digits and single hyphens.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
pub struct Slug(#[schemars(length(min = 1, max = 60))] String);

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
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
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
    let letters = text.nfkd().filter(|c| !is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).collect()
}

/// Longest question to a search, in characters; what is longer is cut.
const QUESTION_MAX: usize = 200;

/// What somebody types into a search, folded once however many texts it is held against.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Question {
    asked: String,
    words: Vec<String>,
}

impl Question {
    /// Reads a question.
    pub fn of(text: &str) -> Question {
        let asked: String = text.trim().chars().take(QUESTION_MAX).collect();
        let words = fold(&asked).split_whitespace().map(str::to_owned).collect();
        Question { asked, words }
    }

    /// The question as it was asked.
    pub fn as_str(&self) -> &str {
        &self.asked
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a folded text has all words of the question in it, in any order.
    pub fn fits(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// A single line: trimmed, runs of white space folded, not empty.
pub(crate) fn line(field: &'static str, text: &str, max: usize) -> Result<String, Refusal> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = checked(field, &folded, max, |c| c.is_control())?;
    let visible = line.chars().any(|c| !c.is_whitespace() && !joins(c) && !is_combining_mark(c));
    if visible { Ok(line) } else { Err(Refusal::Empty { field: field.into() }) }
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
    let text: String = text.chars().filter(|c| !is_debris(*c)).nfc().collect();
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    if let Some(c) = text
        .chars()
        .find(|c| bad(*c) || is_invisible(*c))
        .or_else(|| piled_mark(&text).or_else(|| stray_selector(&text)))
    {
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

/// What word processors leave in a text that is copied out of them: it means nothing outside, and is dropped.
fn is_debris(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Characters that shape or join their neighbours. Arabic, Persian, Indic and emoji writers need them; alone they are
/// nothing.
fn joins(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200C}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}')
}

/// Characters that nobody can see and that no text needs: with them two different names look the same. The rest of
/// Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties, 16.0), without debris and what joins.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2061}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}'
    )
}

/// A selector of a variant that does not follow the ideograph which it varies: there it is invisible. Behind one it
/// stands for the very form in which a family writes its name (Ideographic Variation Database).
fn stray_selector(text: &str) -> Option<char> {
    let mut before = ' ';
    text.chars().find(|c| {
        let varies = matches!(before, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFD}');
        before = *c;
        matches!(c, '\u{E0100}'..='\u{E01EF}') && !varies
    })
}

/// Most combining marks on one letter. Vietnamese needs two, pointed Hebrew and vocalised Arabic up to four.
const MARKS_MAX: usize = 8;

/// The mark that is one too many on its letter.
fn piled_mark(text: &str) -> Option<char> {
    let mut marks = 0;
    text.chars().find(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks > MARKS_MAX
    })
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
    // `https://good.example@evil.example/` leads to evil.example: what stands before an @ is no host.
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let plain = host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !host.contains('@');
    match plain && !text.contains([' ', '"', '<', '>', '\\']) {
        true => Ok(Some(text)),
        false => Err(Refusal::NotALink { field: field.into(), value: excerpt(&text) }),
    }
}

/// Whether a text is a link to a page of the web.
pub(crate) fn is_link(text: &str) -> bool {
    matches!(link("url", text), Ok(Some(_)))
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

/// Under which name another system knows a thing, if it does.
pub(crate) fn origin(field: &'static str, known_as: Option<&Origin>) -> Result<Option<Origin>, Refusal> {
    let part = |text: &str| line(field, text, NAME_MAX);
    known_as.map(|known| Ok(Origin { system: part(&known.system)?, id: part(&known.id)? })).transpose()
}

/// Under which name another system knows a person. It stands in the act itself and can never be erased, so it must not
/// be an address for mail, nor anything with spaces in it, such as a name.
pub(crate) fn origin_of_person(
    field: &'static str,
    known_as: Option<&Origin>,
) -> Result<Option<Origin>, Refusal> {
    match known_as.is_some_and(|known| known.id.contains([' ', '@'])) {
        true => Err(Refusal::OriginTells { field: field.into() }),
        false => origin(field, known_as),
    }
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
mod names;

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
    fn names_that_nobody_can_see_or_tell_apart_are_refused() {
        let marks = format!("Z{}", "\u{301}".repeat(30));
        for name in
            ["\u{200B}", "\u{200E}\u{200D}", "\u{3164}", "A\u{E0041}", "\u{301}\u{301}", &marks, "\u{FE0F}"]
        {
            assert!(line("name", name, 120).is_err(), "{name:?}");
        }
        for (name, kept) in [
            ("Am\u{AD}élie\u{FEFF}", "Amélie"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("שָׁלוֹם", "שָׁלוֹם"),
            ("👩\u{200D}🔬 lab", "👩\u{200D}🔬 lab"),
        ] {
            assert_eq!(line("name", name, 120).unwrap(), kept.nfc().collect::<String>(), "{name:?}");
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
        for wrong in [
            "javascript:alert(1)",
            "https://",
            "https:///",
            "https://a:b@x.example/",
            "https://?q",
            "x.example",
        ] {
            assert!(link("url", wrong).is_err(), "{wrong}");
        }
        assert!(link("url", "https://forum.example/a?b=c").unwrap().is_some());
        assert!(link("url", " ").unwrap().is_none());
        assert!(email("email", "amina@forum.example").unwrap().is_some());
        assert!(email("email", "amina at forum").is_err());
    }
}
