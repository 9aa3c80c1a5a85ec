//! A reader in a forum: what every page of a forum is made from.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use forum::series::Meeting;
use forum::settings::Key;
use forum::{Forum, programme};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::languages::Locale;
use platform::writer::Published;
use sha2::{Digest, Sha256};

use super::layout::{self, Page};
use super::reader::Reader;
use super::{errors, etag};
use crate::app::{App, forum_in};
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::programme::mine;
use crate::visitor::Visitor;

/// What a page needs to know.
#[derive(Clone)]
pub struct Visit {
    /// Who reads, and how.
    pub reader: Reader,
    /// Who asks, and what they are to the forum.
    pub visitor: Visitor,
    /// The forum's name in addresses.
    pub slug: String,
    /// The forum as its log stands. Pages show of it what the public may see.
    state: Arc<Published<ForumMachine>>,
    /// The parts of the address that vary, by their names in the router.
    path: Vec<(String, String)>,
    /// What the request says besides, of which versions of the page the browser has.
    headers: HeaderMap,
}

/// There is nothing at this address.
#[derive(Clone, Copy, Debug)]
pub struct NotFound;

impl Visit {
    /// A reader in the forum of this name.
    pub fn at(app: &App, slug: &str, reader: Reader) -> Result<Visit, Problem> {
        let state = app.state(slug)?;
        let (visitor, slug) = (Visitor::public(), slug.to_owned());
        let own = forum_in(&state).settings.text(Key::Language);
        let reader = own.map_or(reader.clone(), |tag| reader.otherwise(tag));
        Ok(Visit { reader, visitor, slug, state, path: Vec::new(), headers: HeaderMap::new() })
    }

    /// The same visit, with the forum as it stands now.
    ///
    /// # Errors
    /// If the forum cannot be had any more.
    pub fn anew(self, app: &App) -> Result<Visit, Problem> {
        Ok(Visit { state: app.state(&self.slug)?, ..self })
    }

    /// A part of the address, by its name in the router; empty if it has no such part.
    pub fn part(&self, name: &str) -> &str {
        self.path.iter().find(|(part, _)| part == name).map_or("", |(_, value)| value)
    }

    /// The forum as its log stands.
    pub fn forum(&self) -> &Forum {
        forum_in(&self.state)
    }

    /// Which state of the forum this is: its last act, and when that was. Two logs may be of one length, as those of a
    /// demo that was built anew.
    pub fn edition(&self) -> (u64, i64) {
        (self.forum().seq(), self.state.at.as_microsecond())
    }

    /// The name of the forum: what it calls itself, else that of the series of its latest meeting. Before there is one,
    /// its name in addresses.
    pub fn name(&self) -> &str {
        name_of(self.forum()).unwrap_or(&self.slug)
    }

    /// A cookie that the browser sent.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        super::reader::cookie(&self.headers, name)
    }

    /// The language of the interface.
    pub fn lang(&self) -> &Locale {
        &self.reader.lang
    }

    /// An address within the forum: `people/12` becomes `/igf/people/12`.
    pub fn to(&self, rest: impl AsRef<str>) -> String {
        match rest.as_ref() {
            "" => format!("/{}", self.slug),
            rest => format!("/{}/{rest}", self.slug),
        }
    }

    /// An address within a meeting.
    pub fn to_meeting(&self, meeting: &Meeting, rest: impl AsRef<str>) -> String {
        match rest.as_ref() {
            "" => self.to(format!("meetings/{}", meeting.slug)),
            rest => self.to(format!("meetings/{}/{rest}", meeting.slug)),
        }
    }

    /// The meeting with this name in addresses.
    pub fn meeting(&self, slug: &str) -> Result<&Arc<Meeting>, NotFound> {
        self.forum().series.meeting_by_slug(slug).ok_or(NotFound)
    }

    /// The latest meeting that has published a programme: the one that newcomers are sent to.
    pub fn latest_programme(&self) -> Option<&Arc<Meeting>> {
        let meetings = self.forum().series.meetings.values();
        let published =
            meetings.filter(|meeting| programme::views::published(self.forum(), meeting.id).is_some());
        published.max_by_key(|meeting| (meeting.first_day, meeting.id))
    }

    /// Answers with a page, or says that there is nothing. A browser that has this very page already is told so, once it
    /// is certain that there still is such a page.
    pub fn answer(&self, page: impl FnOnce(&Visit) -> Result<Page, NotFound>) -> Response {
        let hour = Timestamp::now().as_second() / 3600;
        match page(self) {
            Ok(page) => self.answer_of(hour, &page),
            Err(NotFound) => errors::page(&self.reader, Some(self), &Problem::NotFound),
        }
    }

    /// The same with a page that holds for a stretch of time, which a number stands for.
    pub(crate) fn answer_of(&self, stretch: i64, page: &Page) -> Response {
        let etag = self.etag(stretch);
        // What a browser has from before somebody signed in shows them as nobody.
        let nobody = self.visitor.actor.is_none();
        let known = nobody && etag::known(&self.headers, &etag) && self.reader.remember().next().is_none();
        let kept = [
            (header::ETAG, etag),
            (header::CACHE_CONTROL, "private, no-cache".to_owned()),
            (header::VARY, "Accept-Language, Cookie".to_owned()),
        ];
        if known {
            return (StatusCode::NOT_MODIFIED, kept).into_response();
        }
        let body = Html(layout::whole(&self.reader, Some(self), page).into_string());
        remembering(&self.reader, (kept, body).into_response())
    }

    /// A page depends on the forum's state, the reader's language and zone, the form that the program gives it, and,
    /// where a page shows today's programme, on the hour, or whatever stretch of time it holds for. Two logs may be of one length, as those of a demo that was
    /// built anew; the time of the last act tells them apart.
    fn etag(&self, stretch: i64) -> String {
        // What the reader chose of the meeting is on its pages, and so in their tags.
        let mine = self.cookie(&mine::cookie_name(&self.slug, self.part("meeting"))).unwrap_or_default();
        let mine: String = Sha256::digest(mine)
            .iter()
            .take(if mine.is_empty() { 0 } else { 8 })
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let (seq, at) = (self.forum().seq(), self.state.at.as_microsecond());
        let zone = self.reader.zone.as_ref().and_then(TimeZone::iana_name).unwrap_or_default();
        format!("W/\"{seq}-{at}-{}-{zone}-{stretch}-{mine}-{}\"", self.lang().tag(), layout::edition())
    }
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Visit, Response> {
        let reader = Reader::of(&parts.uri, &parts.headers);
        let path = RawPathParams::from_request_parts(parts, app).await;
        // An address that is not UTF-8 has no parts, and so leads nowhere.
        let path: Vec<_> =
            path.iter().flat_map(|path| path.iter()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        let slug = path.iter().find(|(name, _)| name == "forum").map_or("", |(_, slug)| slug);
        let visit =
            Visit::at(app, slug, reader.clone()).map_err(|problem| errors::page(&reader, None, &problem))?;
        let visitor = parts.extensions.get().copied().unwrap_or_else(Visitor::public);
        Ok(Visit { visitor, path, headers: parts.headers.clone(), ..visit })
    }
}

/// Adds the cookies that keep what the reader has chosen.
pub(crate) fn remembering(reader: &Reader, mut response: Response) -> Response {
    let headers = response.headers_mut();
    reader.remember().for_each(|cookie: HeaderValue| {
        headers.append(header::SET_COOKIE, cookie);
    });
    response
}

/// The name of a forum, once there is a meeting of one of its series.
pub fn name_of(forum: &Forum) -> Option<&str> {
    if let Some(name) = forum.settings.text(Key::Name) {
        return Some(name);
    }
    let meetings = forum.series.meetings.values();
    let latest = meetings.max_by_key(|meeting| (meeting.first_day, meeting.id))?;
    forum.series.series.get(&latest.series).map(|series| series.name.as_str())
}

/// The zone of a meeting's venue. A zone that this machine's database does not know reads as UTC, and says so where it
/// is named.
pub fn venue(meeting: &Meeting) -> TimeZone {
    TimeZone::get(&meeting.zone).unwrap_or(TimeZone::UTC)
}
