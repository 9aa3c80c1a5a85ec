//! Reading Fluent texts into a bundle that can speak.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use unic_langid::LanguageIdentifier;

use super::language::Language;

/// A catalogue that cannot be used, and why. Catalogues are part of the program, so this is found by a test.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct CatalogueError {
    place: String,
    problem: String,
}

impl CatalogueError {
    pub(crate) fn new(place: impl Into<String>, problem: impl fmt::Display) -> CatalogueError {
        CatalogueError { place: place.into(), problem: problem.to_string() }
    }
}

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// Reads all files of a language into one bundle; two messages with the same key are an error.
pub(crate) fn read(language: &Language) -> Result<Bundle, CatalogueError> {
    let tag: LanguageIdentifier =
        language.tag.parse().map_err(|error| CatalogueError::new(language.tag, error))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Values are isolated by `isolate`, only where that matters.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(write_number));
    for (file, text) in language.files {
        let place = format!("{}/{file}", language.tag);
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| CatalogueError::new(&place, list(&errors)))?;
        bundle.add_resource(resource).map_err(|errors| CatalogueError::new(&place, list(&errors)))?;
    }
    Ok(bundle)
}

fn list(errors: &[impl fmt::Display]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Digits and separators of the language, for numbers within messages.
struct Numerals(DecimalFormatter);

impl Memoizable for Numerals {
    type Args = ();
    type Error = icu_provider::DataError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let locale: icu_locale_core::Locale =
            language.to_string().parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        DecimalFormatter::try_new(locale.into(), Default::default()).map(Numerals)
    }
}

/// Fluent asks this for every value that it puts into a message; texts are left to Fluent.
fn write_number(value: &FluentValue<'_>, formatters: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    formatters.with_try_get::<Numerals, _, _>((), |numerals| numerals.0.format(&decimal).to_string()).ok()
}
