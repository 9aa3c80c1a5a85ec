//! Who reads: in which language, and in which time zone beside the venue's.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use jiff::tz::TimeZone;
use platform::languages::Locale;

use crate::languages::languages;

/// The fields that a query of any page may have, with the most characters of each. Pages repeat the query of their own
/// address, in links and in forms; what they repeat must not grow with what somebody made up.
const FIELDS: &[(&str, usize)] = &[
    ("lang", 35),
    ("zone", 60),
    ("q", QUESTION_MAX),
    ("track", QUESTION_MAX),
    ("type", QUESTION_MAX),
    ("language", QUESTION_MAX),
    ("room", QUESTION_MAX),
    ("format", QUESTION_MAX),
    ("view", QUESTION_MAX),
    ("at", 40),
    ("page", QUESTION_MAX),
    ("stage", 20),
    ("theme", QUESTION_MAX),
    ("group", 40),
    ("lack", QUESTION_MAX),
    ("screening", 20),
    ("sort", 20),
    ("day", 10),
    ("session", 10),
    ("person", 10),
    ("all", 3),
    ("done", 20),
    ("one", 24),
    ("other", 24),
    ("s", crate::programme::mine::CODE_MAX),
    ("words", 12),
    ("call", 10),
    ("proposal", 10),
    ("theme", QUESTION_MAX),
    ("band", 12),
    ("sort", 12),
    ("propose", 8),
    ("letters", 12),
    ("history", 3),
    ("best", 3),
    // A set of proposals, and what is wished of it.
    ("set", 12_000),
    ("wish", 4_000),
    // An address with a query of its own, in which a character may be twelve.
    ("from", 20 * QUESTION_MAX),
    ("next", 20 * QUESTION_MAX),
];

/// Most characters of a question; the rest is cut off.
const QUESTION_MAX: usize = 200;

/// A reader's language and zone, as the request tells them, and where the reader is.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language of the interface.
    pub lang: Arc<Locale>,
    /// Whether the reader has said nothing that decides on a language.
    is_open: bool,
    /// The zone in which the reader lives, if they have said so.
    pub zone: Option<TimeZone>,
    /// The path and query of the page, without the choices of language and zone.
    pub here: String,
    /// The fields of the query.
    query: Vec<(String, String)>,
    /// Cookies that keep what the reader has chosen with this very request.
    remember: Vec<HeaderValue>,
}

impl Reader {
    /// Reads a request: what its address chooses (`?lang=fr&zone=Europe/Paris`) comes before what a cookie remembers.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Reader {
        let query = understood(uri);
        let chosen = |name| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = languages().negotiate(chosen("lang"), cookie(headers, "lang"), accepted).clone();
        let stated = [chosen("lang"), cookie(headers, "lang")].into_iter().flatten();
        let accepts = accepted.into_iter().flat_map(|tags| tags.split([',', ';']));
        let is_open = !stated.chain(accepts).any(|tag| languages().nearest(tag.trim()).is_some());
        let zone_of = |name: &str| TimeZone::get(name).ok().filter(|zone| zone.iana_name().is_some());
        let zone = match chosen("zone") {
            Some(name) => zone_of(name),
            None => cookie(headers, "zone").and_then(zone_of),
        };
        let mut remember = Vec::new();
        if chosen("lang").is_some_and(|tag| languages().nearest(tag).is_some()) {
            remember.extend(kept("lang", lang.tag()));
        }
        if chosen("zone").is_some() {
            // An empty or unknown zone takes the choice back.
            remember.extend(kept("zone", zone.as_ref().and_then(TimeZone::iana_name).unwrap_or_default()));
        }
        let here = here(uri.path(), &query);
        Reader { lang, is_open, zone, here, query, remember }
    }

    /// The same reader, in a language that is spoken here, if they have not said which they want.
    pub fn otherwise(self, tag: &str) -> Reader {
        match languages().nearest(tag).filter(|_| self.is_open) {
            Some(lang) => Reader { lang: Arc::clone(lang), ..self },
            None => self,
        }
    }

    /// A field of the query; empty if it is not there.
    pub fn asked(&self, name: &str) -> &str {
        self.query.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// The cookies to set with the answer.
    pub fn remember(&self) -> impl Iterator<Item = HeaderValue> + '_ {
        self.remember.iter().cloned()
    }

    /// The address of this page in another language.
    pub fn here_in(&self, tag: &str) -> String {
        let joint = if self.here.contains('?') { '&' } else { '?' };
        format!("{}{joint}lang={tag}", self.here)
    }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Reader, Infallible> {
        Ok(Reader::of(&parts.uri, &parts.headers))
    }
}

/// Makes a text safe to stand as one part of an address.
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// The fields of a query that pages know, each once and no longer than it may be.
fn understood(uri: &Uri) -> Vec<(String, String)> {
    let query = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default();
    let known = |(field, max): &(&str, usize)| {
        let (_, value) = query.iter().find(|(name, _)| name == field)?;
        Some(((*field).to_owned(), value.chars().take(*max).collect()))
    };
    FIELDS.iter().filter_map(known).collect()
}

fn here(path: &str, query: &[(String, String)]) -> String {
    // That something was done is said once, not again after the next thing.
    let kept = query.iter().filter(|(name, _)| !["lang", "zone", "done"].contains(&name.as_str()));
    let query: Vec<String> =
        kept.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", query.join("&")),
    }
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// A cookie for a year. It holds a preference and no identity; scripts do not need it.
fn kept(name: &str, value: &str) -> Option<HeaderValue> {
    let age = if value.is_empty() { 0 } else { 31_536_000 };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax; HttpOnly")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(address: &'static str, cookies: &'static str) -> Reader {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static(cookies));
        Reader::of(&Uri::from_static(address), &headers)
    }

    #[test]
    fn a_choice_in_the_address_is_followed_and_remembered() {
        let reader = reader("/igf?lang=fr&zone=Europe/Paris&q=a%20b&done=sent", "lang=ar; zone=Asia/Tokyo");
        assert_eq!(reader.lang.tag(), "fr");
        assert_eq!(reader.zone.as_ref().and_then(TimeZone::iana_name), Some("Europe/Paris"));
        assert_eq!(reader.here, "/igf?q=a%20b");
        let cookies: Vec<_> = reader.remember().collect();
        assert_eq!(cookies.len(), 2);
        assert!(cookies[1].to_str().expect("ASCII").starts_with("zone=Europe/Paris; Path=/"));
    }

    #[test]
    fn what_was_chosen_before_holds_until_it_is_taken_back() {
        let before = reader("/igf", "lang=ar; zone=Asia/Tokyo");
        assert_eq!((before.lang.tag(), before.remember().count()), ("ar", 0));
        assert!(before.zone.is_some());
        let back = reader("/igf?zone=", "zone=Asia/Tokyo");
        assert!(back.zone.is_none());
        assert!(back.remember().any(|cookie| cookie.to_str().expect("ASCII").contains("Max-Age=0")));
    }

    #[test]
    fn a_language_of_a_country_is_understood_and_remembered_as_the_one_that_is_spoken() {
        for (address, tag) in [("/igf?lang=ar-EG", "ar"), ("/igf?lang=zh-Hant", "zh"), ("/igf?lang=FR", "fr")]
        {
            let reader = reader(address, "lang=es");
            let cookies: Vec<_> = reader.remember().collect();
            assert_eq!(reader.lang.tag(), tag);
            assert!(cookies[0].to_str().expect("ASCII").starts_with(&format!("lang={tag};")), "{cookies:?}");
        }
        assert_eq!(reader("/igf", "lang=zh-Hant").lang.tag(), "zh");
        assert_eq!(reader("/igf?lang=tlh", "").remember().count(), 0);
    }

    #[test]
    fn a_page_repeats_what_it_knows_once_and_of_a_long_question_its_beginning() {
        let of = |address: String| Reader::of(&address.parse().expect("an address"), &HeaderMap::new());
        let long = of(format!("/igf/search?q={}", "%D8%B9".repeat(3_000)));
        assert_eq!(long.asked("q"), "ع".repeat(200));
        assert_eq!(long.here, format!("/igf/search?q={}", "%D8%B9".repeat(200)));
        let many = of(format!("/igf/search?a=1&q=b{}", "&q=c&d=2".repeat(500)));
        assert_eq!((many.asked("q"), many.here.as_str()), ("b", "/igf/search?q=b"));
    }

    #[test]
    fn nonsense_in_address_and_cookies_changes_nothing() {
        let reader = reader("/igf?lang=%00&zone=../../etc/passwd", "lang=?; =; zone");
        assert_eq!(reader.lang.tag(), "en");
        assert!(reader.zone.is_none());
    }
}
