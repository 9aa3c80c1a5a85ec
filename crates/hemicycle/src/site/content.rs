//! What people wrote, as it stands in a page: in its own language and direction, and marked where it was erased.

use super::markdown;
use forum::Words;
use maud::{Markup, html};
use platform::languages::{Direction, Locale, direction_of, runs_against};

/// A text of the forum in the language that it is tagged with, or in one that nobody stated (an empty tag, which means
/// the same in HTML). The tag and direction are written only where they differ from those of the page.
pub fn words(words: &Words, tag: &str, lang: &Locale) -> Markup {
    match words.text() {
        Some(text) => tagged(text, tag, lang),
        None => erased(lang),
    }
}

/// A text in a language of its own.
pub fn tagged(text: &str, tag: &str, lang: &Locale) -> Markup {
    let foreign = tag.split('-').next() != lang.tag().split('-').next();
    let dir = turned(text, lang).map(Direction::attribute);
    html! {
        @if foreign || dir.is_some() { span lang=[foreign.then_some(tag)] dir=[dir] { (text) } } @else { (text) }
    }
}

/// The paragraphs of a longer text.
pub fn prose(words: &Words, tag: &str, lang: &Locale) -> Markup {
    match words.text() {
        Some(text) => written(text, tag, lang),
        None => html! { p { (erased(lang)) } },
    }
}

/// The paragraphs of a text of which nobody stated the language.
pub fn paragraphs(text: &str, lang: &Locale) -> Markup {
    written(text, "", lang)
}

fn written(text: &str, tag: &str, lang: &Locale) -> Markup {
    let dir = direction_of(text).unwrap_or(lang.direction()).attribute();
    html! { div.prose lang=(tag) dir=(dir) { (markdown::shown(text)) } }
}

/// A name, kept from upsetting its sentence where any part of it runs the other way. Then it is not in the page's
/// language either; in which it is, nobody stated.
pub fn name(text: &str, lang: &Locale) -> Markup {
    html! { @if runs_against(text, lang.direction()) { bdi lang="" { (text) } } @else { (text) } }
}

/// The name of a person, which may have been erased.
pub fn person_name(words: &Words, lang: &Locale) -> Markup {
    match words.text() {
        Some(text) => name(text, lang),
        None => erased(lang),
    }
}

/// The sign that words were here.
pub fn erased(lang: &Locale) -> Markup {
    html! { em.soft { (lang.text("erased")) } }
}

/// The direction of a text of which any part runs against the page.
fn turned(text: &str, lang: &Locale) -> Option<Direction> {
    runs_against(text, lang.direction()).then(|| direction_of(text).unwrap_or(lang.direction()))
}
