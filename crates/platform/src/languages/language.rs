//! The languages that a product speaks, and which of them a reader gets.

use std::sync::Arc;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::catalogue::CatalogueError;
use super::direction::Direction;
use super::locale::Locale;

/// A language of the interface: one entry in the product's list, and its files.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// What stands in `lang` attributes, cookies and addresses: `fr`.
    pub tag: &'static str,
    /// The language's name in itself: `Français`.
    pub name: &'static str,
    /// Whose conventions numbers and dates follow, as a BCP 47 tag with extensions: `en-GB-u-hc-h23`.
    pub conventions: &'static str,
    /// The direction of its script.
    pub direction: Direction,
    /// Whether every message is there; one that is not complete falls back to the default language.
    pub complete: bool,
    /// The catalogue: file names (for error messages) and Fluent texts.
    pub files: &'static [(&'static str, &'static str)],
}

/// All languages of a product, ready to speak. The first one is the default.
#[derive(Debug)]
pub struct Languages {
    locales: Vec<Arc<Locale>>,
}

impl Languages {
    /// Reads all catalogues. The first language is the default and the one that others fall back to.
    pub fn new(languages: &[Language]) -> Result<Languages, CatalogueError> {
        let mut locales: Vec<Arc<Locale>> = Vec::with_capacity(languages.len());
        for language in languages {
            locales.push(Arc::new(Locale::new(*language, locales.first().cloned())?));
        }
        if locales.is_empty() {
            return Err(CatalogueError::new(
                "the list of languages",
                "is empty; a product needs at least one",
            ));
        }
        Ok(Languages { locales })
    }

    /// Every language, in the product's order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Locale>> {
        self.locales.iter()
    }

    /// The default language.
    pub fn default_locale(&self) -> &Arc<Locale> {
        &self.locales[0]
    }

    /// The language with this tag, if the product speaks it.
    pub fn get(&self, tag: &str) -> Option<&Arc<Locale>> {
        self.locales.iter().find(|locale| locale.language().tag.eq_ignore_ascii_case(tag))
    }

    /// The language that comes nearest to a tag: for `ar-EG` it is `ar`. `None` if nothing is near.
    pub fn nearest(&self, tag: &str) -> Option<&Arc<Locale>> {
        self.get(tag).or_else(|| self.best_of(&[tag.parse().ok()?]))
    }

    /// The language for a reader: what they choose now, else what they chose before (a cookie), else the best of what
    /// their browser asks for, else the default. What cannot be understood is passed over.
    pub fn negotiate(
        &self,
        choice: Option<&str>,
        cookie: Option<&str>,
        accept_language: Option<&str>,
    ) -> &Arc<Locale> {
        [choice, cookie]
            .into_iter()
            .flatten()
            .find_map(|tag| self.nearest(tag))
            .or_else(|| self.best_of(&by_preference(accept_language?)))
            .unwrap_or_else(|| self.default_locale())
    }

    fn best_of(&self, wanted: &[LanguageIdentifier]) -> Option<&Arc<Locale>> {
        let spoken: Vec<LanguageIdentifier> =
            self.locales.iter().filter_map(|locale| locale.language().tag.parse().ok()).collect();
        let best = negotiate_languages(wanted, &spoken, None, NegotiationStrategy::Lookup);
        best.first().and_then(|found| self.get(&found.to_string()))
    }
}

/// Reads an `Accept-Language` header: the wanted languages, best first, without those of weight zero.
/// A header may be of any length; whoever asks for more than sixteen languages is heard on sixteen.
fn by_preference(header: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(f32, LanguageIdentifier)> = header
        .split(',')
        .take(16)
        .filter_map(|entry| {
            let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
            let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
            Some((weight, tag.trim().parse().ok()?))
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.into_iter().map(|(_, tag)| tag).collect()
}
