//! One language, ready to speak: messages, numbers, order of names.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_decimal::DecimalFormatter;

use super::catalogue::{self, Bundle, CatalogueError};
use super::direction::{Direction, isolate};
use super::language::Language;
use super::moments::Moments;

/// A language with its catalogue and its conventions. Shared between requests; nothing in it changes.
pub struct Locale {
    language: Language,
    bundle: Bundle,
    fallback: Option<Arc<Locale>>,
    numerals: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
    pub(super) moments: Moments,
}

/// A value for a message: a number, which the message may count with, or a text.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Written with the language's digits; decides between plural forms.
    Number(i64),
    /// A name, a title, an already written date.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Arg {
        Arg::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

/// Marks a string as the key of a message where it is not handed to [`Locale::text`] on the spot, as in a table
/// of keys; the test that looks for missing and unused messages finds it by this.
pub const fn key(key: &'static str) -> &'static str {
    key
}

impl Locale {
    pub(super) fn new(language: Language, fallback: Option<Arc<Locale>>) -> Result<Locale, CatalogueError> {
        let failed = |error: &dyn fmt::Display| CatalogueError::new(language.conventions, error);
        let locale: icu_locale_core::Locale = language.conventions.parse().map_err(|error| failed(&error))?;
        // The secondary level tells accents apart but not capitals: "de Vries" and "De Vries" belong together.
        let mut order = CollatorOptions::default();
        order.strength = Some(Strength::Secondary);
        Ok(Locale {
            bundle: catalogue::read(&language)?,
            numerals: DecimalFormatter::try_new((&locale).into(), Default::default())
                .map_err(|error| failed(&error))?,
            collator: Collator::try_new((&locale).into(), order).map_err(|error| failed(&error))?,
            moments: Moments::new(&locale).map_err(|error| failed(&error))?,
            language,
            fallback,
        })
    }

    /// The entry in the product's list that this speaks for.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The value of HTML's `lang` attribute.
    pub fn tag(&self) -> &'static str {
        self.language.tag
    }

    /// The direction of the interface.
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// The message with this key.
    pub fn text(&self, key: &str) -> String {
        self.say(key, &FluentArgs::new())
    }

    /// The message with this key and these values: `lang.text_with("sessions", [("count", 5.into())])`.
    pub fn text_with(&self, key: &str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Number(number) => fluent.set(name, FluentValue::from(number)),
                Arg::Text(text) => fluent.set(name, isolate(&text, self.direction())),
            }
        }
        self.say(key, &fluent)
    }

    /// Whether this language itself (not the default one) has a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A whole number in the language's digits, grouped: `11,145`, `11 145`.
    pub fn number(&self, number: i64) -> String {
        self.numerals.format(&number.into()).to_string()
    }

    /// The order of names and titles in this language.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    /// What a name is sorted by: bytes whose order is that of [`Locale::compare`]. For long lists, where each name would
    /// be compared many times.
    pub fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(name.len() * 2);
        let Ok(()) = self.collator.write_sort_key_to(name, &mut key);
        key
    }

    fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return match &self.fallback {
                Some(fallback) => fallback.say(key, args),
                None => {
                    tracing::error!(language = self.tag(), key, "No catalogue has the message {key}");
                    key.to_owned()
                }
            };
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        for error in errors {
            tracing::error!(language = self.tag(), key, %error, "Message {key} could not be said in full");
        }
        said
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}
