//! The whole programme as one HTML file that needs nothing else: for a phone that will have no line at the venue, and for
//! paper. Everything is there to be read without its script, which only filters.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use forum::programme::{Role, Session};
use forum::reference::session_types::SessionType;
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use platform::languages::{Direction, Locale, direction_of, isolate, key, runs_against};
use sha2::{Digest as _, Sha256};

use super::context::ExportContext;
use super::cut::{fitting, shortened};
use super::{Export, Filing};
use crate::site::clock::Clock;
use crate::site::content::{erased, name};
use crate::site::markdown;
use crate::site::names;
use crate::site::sessions::colour;

pub(super) const EXPORT: Export = Export {
    ending: "html",
    media_type: "text/html; charset=utf-8",
    name: key("export-html"),
    about: key("export-html-about"),
    speaks: true,
    filing: Filing::Keep,
    make,
};

/// Most bytes of the file, for a phone on a line of 280 kbit/s and with little room.
const BYTES_MAX: usize = 300_000;

/// The file with everything in it, if that fits: first without the links that only work on a line, then without the ends
/// of the longest abstracts, since those can best be read later.
fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let mut offline = Offline::of(context);
    let mut file = offline.written();
    if file.len() > BYTES_MAX {
        offline.links = false;
        file = offline.written();
    }
    if file.len() > BYTES_MAX {
        let sessions = context.version.sessions.values();
        let lengths = sessions.filter_map(|session| session.summary.as_ref()?.text().map(str::len));
        // What the remark about it takes is taken from them, too.
        offline.summary_max = Some(fitting(lengths.collect(), file.len() - BYTES_MAX + 1_000));
        file = offline.written();
    }
    file.into_bytes()
}

const STYLE: &str = include_str!("../../../assets/offline.css");
const SCRIPT: &str = include_str!("../../../assets/offline.js");

/// The style, with what would stand in the file hundreds of times: the names of roles before their lines and of types of
/// session before what is said of one, in the reader's language. In most languages they weigh more than the abstracts that
/// they would push out.
fn style(lang: &Locale) -> String {
    // Within a string of a stylesheet, and in the middle of a page.
    let plain = |c: &char| !c.is_control() && !"\"\\<>".contains(*c);
    let rule = |selector: String, says: String| {
        let says: String = says.chars().filter(plain).collect();
        format!("{selector}::before{{content:\"{says}\"}}")
    };
    let roles = (0..)
        .zip(Role::ALL)
        .map(|(nth, role): (usize, Role)| rule(format!(".r{nth}"), format!("{}: ", names::role(role, lang))));
    let types = (0..).zip(SessionType::ALL).map(|(nth, kind): (usize, SessionType)| {
        rule(format!(".t{nth} h4+p"), format!("{} · ", names::session_type(kind.key(), lang)))
    });
    let turned = match lang.direction() {
        Direction::RightToLeft => "h4[lang]:not([dir]),p[lang]:not([dir]){direction:ltr}",
        Direction::LeftToRight => "",
    };
    std::iter::once(STYLE.to_owned()).chain(roles).chain(types).chain([turned.to_owned()]).collect()
}

/// What the file may do: apply its own style, run its own script, and nothing else. It stands in the file, where it holds
/// without a server, and in the answer of the server.
pub(super) fn policy(lang: &Locale) -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text));
    let (style, script) = (digest(&style(lang)), digest(SCRIPT));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )
}

/// A field of the filter: the message with its name, and what it offers, each with its name.
type Offer = (&'static str, Vec<(String, String)>);

/// The file in the making.
struct Offline<'a> {
    context: &'a ExportContext<'a>,
    clock: Clock,
    /// What the filter offers: tracks, rooms, types and languages, each with its name. A session says of each by its
    /// place in the list which is its own.
    offers: [Offer; 4],
    /// Whether sessions lead to their pages.
    links: bool,
    /// Most bytes of an abstract, if they had to be cut.
    summary_max: Option<usize>,
}

impl<'a> Offline<'a> {
    fn of(context: &'a ExportContext<'a>) -> Offline<'a> {
        let lang = context.lang;
        let sessions = context.version.in_order();
        let used = |of: &dyn Fn(&Session) -> Option<String>| -> BTreeSet<String> {
            sessions.iter().filter_map(|session| of(session)).collect()
        };
        let named = |values: BTreeSet<String>, name: &dyn Fn(&str) -> String| {
            let mut named: Vec<_> = values.into_iter().map(|value| (name(&value), value)).collect();
            named.sort_by(|a, b| lang.compare(&a.0, &b.0));
            named.into_iter().map(|(name, value)| (value, name)).collect()
        };
        let own = |value: &str| value.to_owned();
        let offers = [
            (key("filter-track"), named(used(&|session| context.track(session).map(own)), &own)),
            (key("filter-room"), named(used(&|session| context.room(session).map(own)), &own)),
            (
                key("filter-type"),
                named(used(&|session| Some(session.kind.clone())), &|kind| names::session_type(kind, lang)),
            ),
            (
                key("filter-language"),
                named(used(&|session| Some(session.language.clone())), &|tag| own(names::language(tag))),
            ),
        ];
        Offline {
            context,
            clock: Clock::of(context.visit, context.meeting),
            offers,
            links: true,
            summary_max: None,
        }
    }

    /// The document without what HTML lets out: the ends of some elements, and quotation marks around plain values.
    fn written(&self) -> String {
        let whole = self.document().into_string();
        let (begin, rest) = whole.split_at(whole.find("<body>").unwrap_or_default());
        let (body, script) = rest.split_at(rest.rfind("<script>").unwrap_or(rest.len()));
        format!("{begin}{}{script}", unquoted(&body.replace("</p>", "").replace("</li>", "")))
    }

    fn document(&self) -> Markup {
        let (lang, meeting) = (self.context.lang, self.context.meeting);
        let days = self.context.version.days(&self.context.zone);
        html! {
            (DOCTYPE)
            html lang=(lang.tag()) dir=(lang.direction().attribute()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy(lang));
                    title { (meeting.title) " · " (lang.text("nav-programme")) }
                    meta name="viewport" content="width=device-width";
                    meta name="color-scheme" content="light dark";
                    style { (PreEscaped(style(lang))) }
                }
                body {
                    (self.head())
                    nav aria-label=(lang.text("nav-days")) {
                        @for day in &days { a href={ "#" (day) } { (lang.day(*day)) } }
                    }
                    (self.form())
                    main { @for day in &days { (self.day(*day)) } }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let (lang, meeting, version) = (self.context.lang, self.context.meeting, self.context.version);
        let place = names::place(meeting, lang);
        let published = lang.date(self.clock.day(version.at));
        let sessions = version.in_order();
        let zone = self.clock.named_for(sessions.iter().map(|session| &***session), lang);
        let page = self.context.to_meeting("programme");
        html! {
            header {
                h1 { (name(&meeting.title, lang)) }
                p { (lang.date_range(meeting.first_day, meeting.last_day)) @if let Some(place) = place { " · " (place) } }
                p { (lang.text_with("version-of", [("label", (&version.label).into()), ("date", published.into())])) }
                @if let Some(zone) = zone { p { (zone) } }
                @if self.summary_max.is_some() { p { (lang.text("export-offline-cut")) } }
                p { (lang.text("export-offline-since")) " " a href=(page) dir="ltr" { (page) } }
            }
        }
    }

    /// The filter, which is hidden until the script shows it.
    fn form(&self) -> Markup {
        let lang = self.context.lang;
        html! {
            form role="search" hidden {
                label { (lang.text("export-offline-words")) input type="search" name="q"; }
                @for (label, offered) in &self.offers {
                    label { (lang.text(label))
                        select {
                            option value="" { (lang.text("filter-all")) }
                            @for (nth, (_, text)) in offered.iter().enumerate() { option value=(nth) { (text) } }
                        }
                    }
                }
                output {}
            }
        }
    }

    fn day(&self, day: Date) -> Markup {
        let (version, lang) = (self.context.version, self.context.lang);
        let sessions = version.on(day, &self.context.zone);
        let mut pauses = version.pauses_on(day, &self.context.zone).into_iter().peekable();
        let pause = |(start, _, what): (jiff::Timestamp, jiff::Timestamp, &str)| {
            html! { p { (self.clock.time(start, day, lang)) " · " (name(what, lang)) } }
        };
        html! {
            section id=(day) {
                h2 { (lang.date_with_weekday(day)) }
                @for group in sessions.chunk_by(|a, b| a.place.map(|p| p.start) == b.place.map(|p| p.start)) {
                    @if let Some(place) = group.first().and_then(|session| session.place) {
                        @while let Some(found) = pauses.next_if(|(start, ..)| *start <= place.start) { (pause(found)) }
                        div {
                            h3 { (self.clock.time(place.start, day, lang)) }
                            ul { @for session in group { (self.session(session, day)) } }
                        }
                    }
                }
                @for found in pauses { (pause(found)) }
            }
        }
    }

    fn session(&self, session: &Session, day: Date) -> Markup {
        let (context, lang) = (self.context, self.context.lang);
        let kind = SessionType::ALL.iter().position(|known| known.key() == session.kind);
        let end = session.placed().map(|(_, _, end)| self.clock.time(end, day, lang));
        html! {
            li class={ (colour(context.version, session)) @if let Some(nth) = kind { " t" (nth) } } data-f=(self.values(session)) {
                (self.title(session))
                p {
                    (self.set(&session.code)) @if kind.is_none() { " · " (names::session_type(&session.kind, lang)) }
                    @if let Some(end) = end { " · " (lang.text_with("until", [("time", end.into())])) }
                    @if let Some(room) = context.room(session) { " · " (self.set(room)) }
                    @if let Some(track) = context.track(session) { " · " (self.set(track)) }
                    @if session.language.split('-').next() != Some(lang.tag()) {
                        " · " (self.set(names::language(&session.language)))
                    }
                    (self.people(session))
                }
                (self.summary(session))
            }
        }
    }

    fn title(&self, session: &Session) -> Markup {
        let text = session.title.text();
        let (tag, dir) = self.own(text.unwrap_or_default(), session);
        let title = html! { @match text { Some(text) => (text), None => (erased(self.context.lang)) } };
        html! {
            h4 lang=[tag] dir=[dir] {
                @if self.links { a href=(self.context.to_session(session)) { (title) } } @else { (title) }
            }
        }
    }

    /// The language and direction of a text of a session, where they are not those of the file. They stand on the element
    /// that is there anyway.
    fn own<'t>(&self, text: &str, session: &'t Session) -> (Option<&'t str>, Option<&'static str>) {
        let lang = self.context.lang;
        let tag = session.language.as_str();
        let foreign = tag.split('-').next() != Some(lang.tag());
        let turned = direction_of(text).filter(|direction| *direction != lang.direction());
        // The style turns what is in another language in a file from right to left; what is not as usual says so.
        let as_usual =
            foreign && !["ar", "fa", "he", "ur"].contains(&tag.split('-').next().unwrap_or_default());
        let turned = match (lang.direction(), as_usual, turned) {
            (Direction::RightToLeft, true, Some(_)) => None,
            (Direction::RightToLeft, true, None) => Some(Direction::RightToLeft),
            (Direction::RightToLeft, false, None) if foreign => Some(Direction::RightToLeft),
            (_, _, turned) => turned,
        };
        (foreign.then_some(tag), turned.map(Direction::attribute))
    }

    /// Who takes part, a line for each role.
    fn people(&self, session: &Session) -> Markup {
        let lang = self.context.lang;
        let people = self.context.people(session);
        html! {
            @for of_role in people.chunk_by(|a, b| a.0 == b.0) {
                @let nth = of_role.first().and_then(|(role, _)| Role::ALL.iter().position(|known| known == role));
                i class={ "r" (nth.unwrap_or_default()) } {
                    @for (nth, (_, view)) in of_role.iter().enumerate() {
                        @if nth > 0 { " · " }
                        @match view.person.name.text() { Some(name) => (self.set(name)), None => (erased(lang)) }
                    }
                }
            }
        }
    }

    /// A name, kept from upsetting its line by two invisible marks: in a thousand names, elements would weigh too much.
    /// In a file from right to left, a name of letters from left to right that begins and ends with one keeps together by itself.
    fn set(&self, name: &str) -> String {
        let is_one_run = !runs_against(name, Direction::LeftToRight)
            && name.starts_with(char::is_alphabetic)
            && name.ends_with(char::is_alphanumeric)
            && name.chars().all(|c| c.is_alphanumeric() || " .-'’#&,".contains(c));
        if is_one_run { name.to_owned() } else { isolate(name, self.context.lang.direction()) }
    }

    fn summary(&self, session: &Session) -> Markup {
        let lang = self.context.lang;
        let Some(summary) = &session.summary else { return html! {} };
        let Some(text) = summary.text() else { return html! { p { (erased(lang)) } } };
        let text = markdown::plain(text);
        let kept = self.summary_max.map_or_else(|| text.as_str().into(), |max| shortened(&text, max));
        html! {
            @for paragraph in kept.split("\n\n").filter(|text| !text.trim().is_empty()) {
                @let (tag, dir) = self.own(paragraph, session);
                p lang=[tag] dir=[dir] { (paragraph) }
            }
        }
    }

    /// What a session is, as its places in the lists that the filter offers.
    fn values(&self, session: &Session) -> String {
        let own = [
            self.context.track(session),
            self.context.room(session),
            Some(session.kind.as_str()),
            Some(session.language.as_str()),
        ];
        let place = |(own, (_, offered)): (Option<&str>, &Offer)| {
            let at = own.and_then(|own| offered.iter().position(|(value, _)| value == own));
            at.map_or("-".to_owned(), |at| at.to_string())
        };
        own.into_iter().zip(&self.offers).map(place).collect::<Vec<_>>().join(".")
    }
}

/// Without the quotation marks around values of plain letters. A text never has a quotation mark: it is escaped there.
fn unquoted(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut parts = html.split("=\"");
    out += parts.next().unwrap_or_default();
    for part in parts {
        let (value, rest) = part.split_once('"').unwrap_or((part, ""));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.#".contains(c);
        match !value.is_empty() && value.chars().all(plain) {
            true => out.extend(["=", value, rest]),
            false => out.extend(["=\"", value, "\"", rest]),
        }
    }
    out
}
