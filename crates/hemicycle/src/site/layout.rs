//! The frame of every page: head, header, footer.

use forum::access::Access;
use forum::programme::views::published;
use forum::settings::Key;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets;
use super::content::name;
use super::reader::{Reader, encode};
use super::visit::Visit;
use crate::languages::languages;
use crate::sign_in::next::within;

/// The picture in a browser's tab: the mark, drawn small enough to stand in the page itself.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath \
    d='M1 6a3 3 0 016 0' fill='none' stroke='%23b4371c' stroke-width='1.6' stroke-dasharray='1.3 .6'/%3E%3C/svg%3E";

/// A page before it is framed.
#[derive(Debug)]
pub struct Page {
    /// What it is about, for the browser's tab and for search engines.
    pub title: String,
    /// Where it stands in the forum.
    pub part: Part,
    /// What is on it.
    pub main: Markup,
}

/// The parts of a forum that its header leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Series and meetings.
    Meetings,
    /// The programme of a meeting.
    Programme,
    /// Persons.
    People,
    /// Organisations.
    Organisations,
    /// Search.
    Search,
    /// The desk of those who run the forum.
    Desk,
    /// A page of the desk that changes by itself. A script of its own keeps it up to date; without scripts it is asked
    /// for again every other second.
    Waiting,
    /// A page about calls and proposals that is read.
    Call,
    /// A page on which somebody writes a proposal or a review; a script saves it as it is typed.
    Writing,
    /// A page of a review, at the desk or at the workbench of a reviewer.
    Review,
    /// A page for a screen on a wall, of which nobody reads the frame.
    Screen,
    /// None of them.
    Elsewhere,
}

/// The state of the program as far as pages show it; a new edition makes browsers fetch their pages again.
pub(crate) fn edition() -> String {
    format!("{}-{}", env!("CARGO_PKG_VERSION"), assets::digest())
}

/// The whole document.
pub fn whole(reader: &Reader, visit: Option<&Visit>, page: &Page) -> Markup {
    let lang = &reader.lang;
    let house = visit.map_or("Hemicycle", |visit| visit.name());
    if page.part == Part::Screen {
        return screen(reader, house, page);
    }
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.direction().attribute()) {
            head {
                meta charset="utf-8";
                title { (page.title) @if page.title != house { " · " (house) } }
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(assets::address(assets::HEMICYCLE));
                @if matches!(page.part, Part::Desk | Part::Waiting) {
                    link rel="stylesheet" href=(assets::address(assets::DESK));
                    script src=(assets::address(assets::DESK_SCRIPT)) defer {}
                }
                @if matches!(page.part, Part::Call | Part::Writing) {
                    link rel="stylesheet" href=(assets::address(assets::CALL));
                }
                @if page.part == Part::Writing {
                    script src=(assets::address(assets::CALL_SCRIPT)) defer {}
                }
                @if page.part == Part::Review {
                    link rel="stylesheet" href=(assets::address(assets::DESK));
                    link rel="stylesheet" href=(assets::address(assets::REVIEW));
                    script src=(assets::address(assets::REVIEW_SCRIPT)) defer {}
                }
                @if page.part == Part::Waiting {
                    script src=(assets::address(assets::RUN_SCRIPT)) defer {}
                    // Slow enough to reach what stands on the page on a bad line or with a screen reader.
                    noscript { meta http-equiv="refresh" content="10"; }
                }
                link rel="icon" href=(PreEscaped(ICON));
                @if let (Part::Programme, Some(visit)) = (page.part, visit) { (alternates(visit)) }
            }
            body {
                a.skip href="#main" { (lang.text("skip-to-content")) }
                (header(reader, visit, if page.part == Part::Waiting { Part::Desk } else { page.part }))
                main #main { (page.main) }
                (footer(reader, visit))
            }
        }
    }
}

/// The document for a screen that nobody touches: large type, and nothing around what it says.
fn screen(reader: &Reader, house: &str, page: &Page) -> Markup {
    let lang = &reader.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.direction().attribute()) {
            head {
                meta charset="utf-8";
                title { (page.title) " · " (house) }
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(assets::address(assets::SCREEN));
                link rel="icon" href=(PreEscaped(ICON));
            }
            body { main #main { (page.main) } }
        }
    }
}

/// For readers of feeds and calendars that look at a page of a programme: where theirs are.
fn alternates(visit: &Visit) -> Markup {
    let meeting = visit.meeting(visit.part("meeting")).ok();
    html! {
        @if let Some(meeting) = meeting.filter(|meeting| published(visit.forum(), meeting.id).is_some()) {
            link rel="alternate" type="application/atom+xml" href=(visit.to_meeting(meeting, "programme.atom"));
            link rel="alternate" type="text/calendar" href=(visit.to_meeting(meeting, "programme.ics"));
        }
    }
}

fn header(reader: &Reader, visit: Option<&Visit>, part: Part) -> Markup {
    let lang = &reader.lang;
    let home = visit.map_or("/".to_owned(), |visit| visit.to(""));
    html! {
        header.top {
            a.brand href=(home) { (PreEscaped(assets::MARK)) span { (name(visit.map_or("Hemicycle", |v| v.name()), lang)) } }
            @if let Some(visit) = visit {
                nav aria-label=(lang.text("nav-forum")) {
                    @if let Some(meeting) = visit.latest_programme() {
                        (link(part, Part::Programme, visit.to_meeting(meeting, "programme"), lang.text("nav-programme")))
                    }
                    (link(part, Part::People, visit.to("people"), lang.text("nav-people")))
                    (link(part, Part::Organisations, visit.to("organisations"), lang.text("nav-organisations")))
                    (link(part, Part::Search, visit.to("search"), lang.text("nav-search")))
                    @if visit.visitor.access.contains(Access::Reviewer) {
                        (link(part, Part::Review, visit.to("review"), lang.text("review-mine-title")))
                    }
                    @if visit.visitor.access.contains(Access::Secretariat) {
                        (link(part, Part::Desk, visit.to("desk"), lang.text("desk-title")))
                    } @else if visit.visitor.access.contains(Access::Admin) {
                        (link(part, Part::Desk, visit.to("desk/settings"), lang.text("desk-settings-title")))
                    }
                }
            }
            @if let Some(visit) = visit { (account(visit)) }
            a.prefs href={ "/reading?from=" (encode(&reader.here)) } { (lang.text("nav-reading")) }
        }
    }
}

/// The way in, or to what is one's own.
fn account(visit: &Visit) -> Markup {
    let lang = visit.lang();
    if visit.visitor.person().is_some() {
        return html! { a.prefs href=(visit.to("me")) { (lang.text("nav-me")) } };
    }
    let next = within(&visit.slug, &visit.reader.here).filter(|here| *here != visit.to(""));
    let next = next.map_or_else(String::new, |here| format!("?next={}", encode(here)));
    html! { a.prefs href=(visit.to(format!("sign-in{next}"))) rel="nofollow" { (lang.text("nav-sign-in")) } }
}

fn link(part: Part, to: Part, address: String, text: String) -> Markup {
    let current = (part == to).then_some("true");
    html! { a href=(address) aria-current=[current] { (text) } }
}

fn footer(reader: &Reader, visit: Option<&Visit>) -> Markup {
    let contact = visit.and_then(|visit| visit.forum().settings.text(Key::Contact));
    html! {
        footer {
            nav aria-label=(reader.lang.text("nav-languages")) {
                @for locale in languages().all() {
                    @let language = locale.language();
                    @if language.tag == reader.lang.tag() {
                        span aria-current="true" { (language.name) }
                    } @else {
                        a href=(reader.here_in(language.tag)) lang=(language.tag) hreflang=(language.tag)
                            dir=(language.direction.attribute()) { (language.name) }
                    }
                    " "
                }
            }
            p {
                (reader.lang.text("footer-record"))
                @if let Some(address) = contact {
                    " " (reader.lang.text("footer-contact")) " " a href={ "mailto:" (encode(address).replace("%40", "@")) } { (address) }
                }
            }
        }
    }
}
