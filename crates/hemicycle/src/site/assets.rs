//! The stylesheet, embedded. Its address holds the digest of its content, so that browsers may keep it for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::errors;
use super::reader::Reader;
use crate::problem::Problem;

use super::etag;

/// The one stylesheet of all pages.
pub const STYLESHEET: &str = include_str!("../../assets/hemicycle.css");

/// The sign of the house: three rows of seats.
pub(super) const MARK: &str = include_str!("../../assets/mark.svg").trim_ascii();

/// The first half of the digest of the stylesheet, in hexadecimal digits.
pub(super) fn digest() -> &'static str {
    static DIGEST: LazyLock<String> = LazyLock::new(|| {
        let digest = Sha256::digest(STYLESHEET);
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    });
    &DIGEST
}

/// Where the stylesheet is to be had.
pub(super) fn stylesheet_address() -> String {
    format!("/assets/hemicycle-{}.css", digest())
}

/// `GET /assets/{file}`: the stylesheet under its present name; under a former name there is nothing, since pages of
/// that time carry the name of theirs.
pub async fn get(Path(file): Path<String>, reader: Reader, headers: HeaderMap) -> Response {
    let etag = format!("\"{}\"", digest());
    if file != format!("hemicycle-{}.css", digest()) {
        return errors::page(&reader, None, &Problem::NotFound);
    }
    let known = etag::known(&headers, &etag);
    let shared = [
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, etag),
        (header::CONTENT_TYPE, "text/css; charset=utf-8".to_owned()),
    ];
    match known {
        true => (StatusCode::NOT_MODIFIED, shared).into_response(),
        false => (shared, STYLESHEET).into_response(),
    }
}
