//! What a browser says that it has (`If-None-Match`), read as HTTP writes it.

use axum::http::{HeaderMap, header};

/// Whether the browser has what this tag stands for. It may name several tags, in several lines, or with `*` say that
/// it has some version of whatever is there. Tags are compared weakly: what a tag stands for reads the same, even
/// where it was compressed on its way.
pub fn known(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines.into_iter().any(|line| line.trim() == "*" || tags(line).any(|known| known == opaque(tag)))
}

/// The part of a tag between its quotes.
fn opaque(tag: &str) -> &str {
    tag.trim_start_matches("W/").trim_matches('"')
}

/// The opaque parts of the tags in a list. A tag may contain commas, so that the quotes are what divides them.
fn tags(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_tag_is_found_in_every_way_that_browsers_and_proxies_name_it() {
        for (said, expected) in [
            (vec!["W/\"a-1\""], true),
            (vec!["\"a-1\""], true),
            (vec!["\"b\", W/\"a-1\" , \"c\""], true),
            (vec!["\"b,c\",\"a-1\""], true),
            (vec!["\"b\"", "\"a-1\""], true),
            (vec![" * "], true),
            (vec![], false),
            (vec![""], false),
            (vec!["\"a-\""], false),
            (vec!["\"a-1-2\", \"*\""], false),
            (vec!["a-1"], false),
            (vec!["\"b\"a-1\"c\""], false),
        ] {
            let mut headers = HeaderMap::new();
            for line in &said {
                headers.append(header::IF_NONE_MATCH, HeaderValue::from_static(line));
            }
            assert_eq!(known(&headers, "W/\"a-1\""), expected, "{said:?}");
        }
    }
}
