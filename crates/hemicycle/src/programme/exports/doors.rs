//! Between an address and its file.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;

use super::shelf::{Made, Name};
use super::{CALENDAR, EXPORTS, Export, ExportContext, Filing, calendar, html, ics};
use crate::app::App;
use crate::problem::Problem;
use crate::site::{Visit, address, errors, etag};

/// What of a programme is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// All of it.
    Whole,
    /// The sessions that begin on a day.
    Day(Date),
    /// One session, by its code in addresses.
    Session(&'a str),
}

/// `GET /{forum}/meetings/{meeting}/programme.ics`, and so on for every ending of [`EXPORTS`].
pub async fn whole(State(app): State<Arc<App>>, visit: Visit, uri: Uri, headers: HeaderMap) -> Response {
    let ending = uri.path().rsplit('.').next().unwrap_or_default();
    match EXPORTS.iter().find(|export| export.ending == ending) {
        Some(export) => answer(&app, &visit, &headers, export, Part::Whole),
        None => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
    }
}

/// A calendar of a day or a session, whose address is that of the page with an ending.
pub(crate) fn calendar_of(app: &App, visit: &Visit, headers: &HeaderMap, part: Part<'_>) -> Response {
    answer(app, visit, headers, CALENDAR, part)
}

fn answer(app: &App, visit: &Visit, headers: &HeaderMap, export: &Export, part: Part<'_>) -> Response {
    let base = address::base(app.config().public_address.as_ref(), headers);
    match file(app, visit, &base, export, part) {
        Some((made, at)) => respond(visit, headers, export, part, &made, at),
        None => errors::page(&visit.reader, Some(visit), &Problem::NotFound),
    }
}

/// The file, from the shelf or made, and when its version was published.
pub(super) fn file(
    app: &App,
    visit: &Visit,
    base: &str,
    export: &Export,
    part: Part<'_>,
) -> Option<(Arc<Made>, jiff::Timestamp)> {
    let meeting = visit.meeting(visit.part("meeting")).ok()?;
    let context = ExportContext::of(visit, meeting, base)?;
    let context = if export.speaks { context } else { context.for_machines() };
    let place = match part {
        Part::Whole => format!("programme.{}", export.ending),
        Part::Day(day) => format!("programme/{day}.ics"),
        Part::Session(slug) => format!("sessions/{slug}.ics"),
    };
    let name: Name = (visit.to_meeting(meeting, place), context.lang.tag(), base.to_owned());
    let at = context.version.at;
    let made = app.shelf().get(name, visit.edition(), || make(&context, export, part))?;
    Some((made, at))
}

fn make(context: &ExportContext<'_>, export: &Export, part: Part<'_>) -> Option<Vec<u8>> {
    match part {
        Part::Whole => Some((export.make)(context)),
        Part::Day(day) => {
            let sessions = ics::begins_on(context, day);
            let meeting = (&context.meeting.title).into();
            let title = [("day", context.lang.day(day).into()), ("meeting", meeting)];
            let name = context.lang.text_with("programme-title", title);
            let made = || calendar(context, &name, |id| sessions.contains(&id));
            (!sessions.is_empty()).then(made)
        }
        Part::Session(slug) => {
            let session = ics::ever_published(context, slug)?;
            Some(calendar(context, &context.meeting.title, |id| id == session))
        }
    }
}

fn respond(
    visit: &Visit,
    headers: &HeaderMap,
    export: &Export,
    part: Part<'_>,
    made: &Made,
    at: jiff::Timestamp,
) -> Response {
    // The tag is that of the content, so that an act elsewhere in the forum sends nobody the file again. When the
    // version was published is told, and not taken for an answer: an erasure changes the file of the same version.
    let etag = format!("W/\"{}\"", made.tag);
    let known = etag::known(headers, &etag);
    let kept = if export.speaks { "private, no-cache" } else { "public, no-cache" };
    let vary = if export.speaks { "Accept-Encoding, Accept-Language, Cookie" } else { "Accept-Encoding" };
    let shared = [
        (header::ETAG, etag),
        (header::LAST_MODIFIED, at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()),
        (header::CACHE_CONTROL, kept.to_owned()),
        (header::VARY, vary.to_owned()),
        // Public data, for pages and apps of others too; nobody's cookie changes what stands in it.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
    ];
    let shared = (shared, [("cross-origin-resource-policy", "cross-origin")]);
    if known {
        return (StatusCode::NOT_MODIFIED, shared).into_response();
    }
    let how = if export.filing == Filing::Read { "inline" } else { "attachment" };
    let name = match part {
        Part::Whole => "programme".to_owned(),
        Part::Day(day) => day.to_string(),
        Part::Session(slug) => slug.to_owned(),
    };
    // Both are names in addresses: letters, digits and hyphens.
    let disposition = format!("{how}; filename=\"{}-{name}.{}\"", visit.part("meeting"), export.ending);
    let about =
        [(header::CONTENT_TYPE, export.media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    let mut response = match wants_gzip(headers) {
        true => {
            let packed = [(header::CONTENT_ENCODING, "gzip")];
            (shared, about, packed, made.compressed().to_vec()).into_response()
        }
        false => (shared, about, made.bytes.clone()).into_response(),
    };
    if export.ending == "html" {
        let policy = axum::http::HeaderValue::try_from(html::policy(visit.lang()));
        response.headers_mut().extend(policy.ok().map(|policy| (header::CONTENT_SECURITY_POLICY, policy)));
    }
    response
}

/// Whether the client takes gzip, as `Accept-Encoding` says.
fn wants_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|said| said.split(',')).any(|one| {
        let (coding, quality) = one.split_once(';').unwrap_or((one, ""));
        let refused =
            quality.trim().strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty());
        coding.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}
