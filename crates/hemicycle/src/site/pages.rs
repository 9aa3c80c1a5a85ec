//! Pages that belong to no forum: the list of forums, and the choice of language and time zone.

use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::languages::offset_name;

use super::content::name;
use super::layout::{self, Page, Part};
use super::reader::Reader;
use super::visit::remembering;
use super::zones;
use crate::languages::languages;

/// `GET /`: the forums of this installation, by names in addresses and to read.
pub fn forums(reader: &Reader, forums: &[(String, String)]) -> Response {
    let lang = &reader.lang;
    let main = html! {
        h1 { (lang.text("forums-title")) }
        ul.people {
            @for (slug, title) in forums { li { a href={ "/" (slug) } { (name(title, lang)) } } }
        }
        @if forums.is_empty() { p.lead { (lang.text("forums-none")) } }
    };
    framed(reader, lang.text("forums-title"), main)
}

/// `GET /reading?from=/igf/…`: the choice of language and time zone, which leads back to where the reader came from.
pub fn reading(reader: &Reader, from: &str, now: Timestamp) -> Response {
    let lang = &reader.lang;
    let from = local(from);
    let (path, query) = from.split_once('?').unwrap_or((from, ""));
    let in_language = |tag: &str| match query {
        "" => format!("{path}?lang={tag}"),
        query => format!("{path}?{query}&lang={tag}"),
    };
    let chosen = reader.zone.as_ref().and_then(TimeZone::iana_name);
    let main = html! {
        h1 { (lang.text("reading-title")) }
        h2 { (lang.text("reading-language")) }
        ul.choices {
            @for locale in languages().all() {
                @let language = locale.language();
                li { a href=(in_language(language.tag)) lang=(language.tag) dir=(language.direction.attribute())
                    aria-current=[(language.tag == lang.tag()).then_some("true")] { (language.name) } }
            }
        }
        h2 { (lang.text("reading-zone")) }
        p.prose { (lang.text("reading-zone-why")) }
        form.fields action=(path) {
            @for (field, value) in pairs(query) { input type="hidden" name=(field) value=(value); }
            label { (lang.text("reading-zone-label"))
                select name="zone" {
                    option value="" { (lang.text("reading-zone-none")) }
                    @if let Some(other) = chosen.filter(|zone| zones::choices(now).iter().all(|(known, _)| known != zone)) {
                        option value=(other) selected { (lang.zone_city(other)) }
                    }
                    @for (zone, offset) in zones::choices(now) {
                        option value=(zone) selected[chosen == Some(zone)] {
                            (offset_name(offset)) " " (lang.zone_city(zone))
                        }
                    }
                }
            }
            button { (lang.text("reading-keep")) }
        }
    };
    framed(reader, lang.text("reading-title"), main)
}

/// A page outside of all forums.
pub(crate) fn framed(reader: &Reader, title: String, main: Markup) -> Response {
    let page = Page { title, part: Part::Elsewhere, main };
    remembering(reader, Html(layout::whole(reader, None, &page).into_string()).into_response())
}

/// An address on this site; anything that could lead elsewhere leads home instead.
fn local(address: &str) -> &str {
    let stays =
        address.starts_with('/') && !address.starts_with("//") && !address.contains(['\\', '\n', '\r']);
    if stays { address } else { "/" }
}

/// The fields of a query that was written by [`Reader`], still encoded only where that changes nothing for a form.
fn pairs(query: &str) -> Vec<(String, String)> {
    let address = format!("/?{query}").parse::<axum::http::Uri>();
    let fields =
        address.ok().and_then(|uri| axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    fields.map(|fields| fields.0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_never_leaves_the_site() {
        for (from, expected) in [
            ("/igf/people?q=a", "/igf/people?q=a"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil.example", "/"),
            ("", "/"),
        ] {
            assert_eq!(local(from), expected);
        }
    }
}
