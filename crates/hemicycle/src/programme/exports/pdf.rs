//! The programme on paper: all of it, or one day, as a tagged PDF in the language of its reader.
//!
//! There is no PDF with boxes in it. Where the machine has no font for some letters, the answer says which letters, what
//! to install, and where the same can be printed from a browser, which brings fonts of its own.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use forum::programme::Session;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::html;
use platform::languages::{Direction, isolate};
use print::{Booklet, Chapter, Failure, Fonts, Group, Item, Text};
use tokio::sync::Semaphore;

use super::context::ExportContext;
use super::shelf::{Made, Name};
use crate::app::App;
use crate::problem::Problem;
use crate::site::clock::Clock;
use crate::site::layout::{self, Page, Part};
use crate::site::{Visit, address, errors, etag, names};

/// What makes documents: the fonts of this machine, and room for so many at a time.
pub struct Press {
    fonts: Fonts,
    room: Semaphore,
}

/// Documents that are made at the same time. Each takes a processor for as long as it takes to set a programme.
const AT_ONCE: usize = 2;

impl Press {
    /// With the fonts that come along and those in a folder.
    pub fn with(fonts: std::path::PathBuf) -> Press {
        Press { fonts: Fonts::with(Some(fonts)), room: Semaphore::new(AT_ONCE) }
    }
}

/// `GET /{forum}/meetings/{meeting}/programme.pdf`
pub async fn whole(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    answer(app, visit, headers, None).await
}

/// The programme, or a day of it, as a document. It is made away from the threads that answer others.
pub(crate) async fn answer(app: Arc<App>, visit: Visit, headers: HeaderMap, day: Option<Date>) -> Response {
    let reader = visit.reader.clone();
    let made = tokio::task::spawn_blocking(move || made(&app, &visit, &headers, day)).await;
    made.unwrap_or_else(|_| errors::page(&reader, None, &Problem::Broken))
}

fn made(app: &App, visit: &Visit, headers: &HeaderMap, day: Option<Date>) -> Response {
    let base = address::base(app.config().public_address.as_ref(), headers);
    let meeting = visit.meeting(visit.part("meeting")).ok();
    let Some(context) = meeting.and_then(|meeting| ExportContext::of(visit, meeting, &base)) else {
        return errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    };
    if day.is_some_and(|day| !context.version.days(&context.zone).contains(&day)) {
        return errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    }
    let place = day.map_or("programme.pdf".to_owned(), |day| format!("programme/{day}.pdf"));
    let name: Name = (context.to_meeting(&place), context.lang.tag(), base.clone());
    let mut failure = None;
    let make = || {
        let Ok(_room) = app.press().room.try_acquire() else {
            failure = Some(Problem::Busy.into());
            return None;
        };
        print::pdf(&booklet(&context, day), &app.press().fonts).map_err(|why| failure = Some(why.into())).ok()
    };
    match app.shelf().get(name, visit.edition(), make) {
        Some(made) => file(&context, headers, &made, day),
        None => match failure {
            Some(No::Letters(letters)) => no_letters(&context, &letters, day),
            Some(No::Problem(problem)) => errors::page(&visit.reader, Some(visit), &problem),
            None => errors::page(&visit.reader, Some(visit), &Problem::Broken),
        },
    }
}

/// Why there is no document.
enum No {
    Letters(Vec<char>),
    Problem(Problem),
}

impl From<Failure> for No {
    fn from(failure: Failure) -> No {
        match failure {
            Failure::Missing(letters) => No::Letters(letters),
            Failure::Unwritten(why) => {
                tracing::error!("A document could not be made: {why}");
                No::Problem(Problem::Broken)
            }
        }
    }
}

impl From<Problem> for No {
    fn from(problem: Problem) -> No {
        No::Problem(problem)
    }
}

fn file(context: &ExportContext<'_>, headers: &HeaderMap, made: &Made, day: Option<Date>) -> Response {
    let etag = format!("W/\"{}\"", made.tag);
    let known = etag::known(headers, &etag);
    let name = day.map_or("programme".to_owned(), |day| day.to_string());
    let disposition = format!("inline; filename=\"{}-{name}.pdf\"", context.meeting.slug);
    let shared = [
        (header::ETAG, etag),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
        (header::VARY, "Accept-Language, Cookie".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
    ];
    match known {
        true => (StatusCode::NOT_MODIFIED, shared).into_response(),
        false => (shared, made.bytes.clone()).into_response(),
    }
}

/// Most letters that are named of those that are missing.
const LETTERS_NAMED: usize = 20;

/// The page that stands for a document whose letters this machine cannot draw.
fn no_letters(context: &ExportContext<'_>, letters: &[char], day: Option<Date>) -> Response {
    let (visit, lang) = (context.visit, context.lang);
    let named: Vec<String> = letters.iter().take(LETTERS_NAMED).map(char::to_string).collect();
    let more = if letters.len() > LETTERS_NAMED { " …" } else { "" };
    let named = format!("{}{more}", named.join(" "));
    let print = match day {
        Some(day) => visit.to_meeting(context.meeting, format!("programme/{day}")),
        None => visit.to_meeting(context.meeting, "programme.html"),
    };
    let title = lang.text("pdf-no-letters");
    let main = html! {
        h1.long { (title) }
        p.lead { (lang.text_with("pdf-letters", [("letters", named.into())])) }
        p { a href=(print) { (lang.text("pdf-print-instead")) } }
        p.prose { (lang.text("pdf-install")) }
        pre { code dir="ltr" { "apt install fonts-noto-core fonts-noto-cjk" } }
    };
    let page = Page { title, part: Part::Programme, main };
    let body = Html(layout::whole(&visit.reader, Some(visit), &page).into_string());
    (StatusCode::NOT_IMPLEMENTED, [(header::CACHE_CONTROL, "no-store")], body).into_response()
}

/// What is printed: a chapter for each day, in it a group for each time at which something begins.
fn booklet(context: &ExportContext<'_>, day: Option<Date>) -> Booklet {
    let (lang, meeting, version) = (context.lang, context.meeting, context.version);
    let clock = Clock { venue: context.zone.clone(), reader: None };
    let days = version.days(&context.zone);
    let days = days.into_iter().filter(|date| day.is_none_or(|day| day == *date));
    let published = lang.date(clock.day(version.at));
    let version_of =
        lang.text_with("version-of", [("label", (&version.label).into()), ("date", published.into())]);
    let mut lead = vec![Text::from(lang.date_range(meeting.first_day, meeting.last_day))];
    lead.extend(names::place(meeting, lang).map(Text::from));
    let utc = TimeZone::UTC.to_datetime(version.at);
    let small = |number: i8| number.unsigned_abs();
    Booklet {
        title: isolate(&meeting.title, lang.direction()),
        language: lang.tag().to_owned(),
        right_to_left: lang.direction() == Direction::RightToLeft,
        lead,
        foot: format!("{version_of} · {}", context.to_meeting("programme")),
        date: (
            utc.year().unsigned_abs(),
            small(utc.month()),
            small(utc.day()),
            small(utc.hour()),
            small(utc.minute()),
            small(utc.second()),
        ),
        chapters: days.map(|date| chapter(context, &clock, date)).collect(),
    }
}

fn chapter(context: &ExportContext<'_>, clock: &Clock, date: Date) -> Chapter {
    let (lang, version) = (context.lang, context.version);
    let (first, last) = clock.bounds(date);
    let mut groups: Vec<(Timestamp, Group)> = Vec::new();
    for session in version.on(date, &context.zone) {
        let Some((_, start, _)) = session.placed() else { continue };
        if groups.last().is_none_or(|(at, _)| *at != start) {
            groups.push((start, Group { heading: clock.time(start, date, lang).into(), items: Vec::new() }));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.items.push(item(context, clock, session, date));
        }
    }
    for (start, _, what) in version.pauses_on(date, &context.zone) {
        let heading = format!("{} {}", clock.time(start, date, lang), isolate(what, lang.direction()));
        groups.push((start, Group { heading: heading.into(), items: Vec::new() }));
    }
    groups.sort_by_key(|(at, _)| *at);
    Chapter {
        heading: lang.day(date).into(),
        note: Some(clock.named_once(first, last, lang).into()),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
    }
}

fn item(context: &ExportContext<'_>, clock: &Clock, session: &Session, date: Date) -> Item {
    let lang = context.lang;
    let own = |text: &str| isolate(text, lang.direction());
    let until = session
        .placed()
        .map(|(_, _, end)| lang.text_with("until", [("time", clock.time(end, date, lang).into())]));
    let more: Vec<String> = [
        Some(own(&session.code)),
        Some(own(&names::session_type(&session.kind, lang))),
        context.room(session).map(own),
        until,
    ]
    .into_iter()
    .flatten()
    .collect();
    let language = if session.title.text().is_some() { session.language.clone() } else { String::new() };
    Item { name: Text { text: context.title(session), language }, more: vec![more.join(" · ").into()] }
}
