//! Stylesheets and scripts, embedded. Their addresses hold the digests of their contents, so that browsers may keep
//! them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::errors;
use super::reader::Reader;
use crate::problem::Problem;

use super::etag;

/// The stylesheet of all pages.
pub const STYLESHEET: &str = include_str!("../../assets/hemicycle.css");

/// A file that pages load.
struct Asset {
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    text: &'static str,
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// All of them, at the places that the constants below name.
const ASSETS: &[Asset] = &[
    Asset { name: "hemicycle", ending: "css", media_type: CSS, text: STYLESHEET },
    Asset { name: "desk", ending: "css", media_type: CSS, text: include_str!("../../assets/desk.css") },
    Asset { name: "desk", ending: "js", media_type: JS, text: include_str!("../../assets/desk.js") },
    Asset { name: "run", ending: "js", media_type: JS, text: include_str!("../../assets/run.js") },
    Asset { name: "screen", ending: "css", media_type: CSS, text: include_str!("../../assets/screen.css") },
    Asset { name: "call", ending: "css", media_type: CSS, text: include_str!("../../assets/call.css") },
    Asset { name: "call", ending: "js", media_type: JS, text: include_str!("../../assets/call.js") },
    Asset { name: "review", ending: "css", media_type: CSS, text: include_str!("../../assets/review.css") },
    Asset { name: "review", ending: "js", media_type: JS, text: include_str!("../../assets/review.js") },
];

/// The stylesheet of all pages.
pub(super) const HEMICYCLE: usize = 0;
/// What the pages of the desk need besides.
pub(super) const DESK: usize = 1;
/// What makes the programme of the desk quicker to use; everything can be done without it.
pub(super) const DESK_SCRIPT: usize = 2;

/// What shows how far a run of the planner is.
pub(super) const RUN_SCRIPT: usize = 3;

/// All that a page for a screen at a door or in a foyer needs.
pub(super) const SCREEN: usize = 4;

/// What pages about calls and proposals need besides.
pub(super) const CALL: usize = 5;

/// What saves a proposal or a review as it is typed; everything can be written without it.
pub(super) const CALL_SCRIPT: usize = 6;

/// What the pages of a review need besides the desk.
pub(super) const REVIEW: usize = 7;
/// What makes them quicker to use.
pub(super) const REVIEW_SCRIPT: usize = 8;

/// The sign of the house: three rows of seats.
pub(super) const MARK: &str = include_str!("../../assets/mark.svg").trim_ascii();

/// The first half of the digest of each, in hexadecimal digits.
fn digests() -> &'static [String] {
    static DIGESTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let half = |asset: &Asset| {
            Sha256::digest(asset.text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
        };
        ASSETS.iter().map(half).collect()
    });
    &DIGESTS
}

/// The digest of the stylesheet of all pages.
pub(super) fn digest() -> &'static str {
    &digests()[HEMICYCLE]
}

/// Where one of them is to be had.
pub(super) fn address(nth: usize) -> String {
    format!("/assets/{}", file_name(nth))
}

fn file_name(nth: usize) -> String {
    format!("{}-{}.{}", ASSETS[nth].name, digests()[nth], ASSETS[nth].ending)
}

/// `GET /assets/{file}`: each under its present name; under a former name there is nothing, since pages of that time
/// carry the name of theirs.
pub async fn get(Path(file): Path<String>, reader: Reader, headers: HeaderMap) -> Response {
    let Some(nth) = (0..ASSETS.len()).find(|nth| file == file_name(*nth)) else {
        return errors::page(&reader, None, &Problem::NotFound);
    };
    let etag = format!("\"{}\"", digests()[nth]);
    let known = etag::known(&headers, &etag);
    let shared = [
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, etag),
        (header::CONTENT_TYPE, ASSETS[nth].media_type.to_owned()),
    ];
    match known {
        true => (StatusCode::NOT_MODIFIED, shared).into_response(),
        false => (shared, ASSETS[nth].text).into_response(),
    }
}
