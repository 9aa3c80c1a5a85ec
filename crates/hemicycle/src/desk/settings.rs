//! What the forum chooses about itself, and who holds which office.

use forum::access::Access;
use forum::people::Office;
use forum::settings::{Key, Kind, SETTINGS, Setting};
use forum::{Actor, PersonId};
use maud::{Markup, html};
use platform::languages::{Locale, key};

use super::form::{Sheet, Typed};
use super::told;
use crate::languages::LANGUAGES;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("desk-settings-title");
    let may = visit.visitor.access;
    let main = html! {
        @if may.contains(Access::Secretariat) {
            p.over { a href=(visit.to("desk")) { (lang.text("desk-title")) } }
        }
        h1 { (title) }
        (sheet.refusal())
        @for (nth, setting) in (1..).zip(SETTINGS).filter(|(_, setting)| setting.may.meets(may)) {
            (one(visit, &sheet, nth, setting))
        }
        h2 { (lang.text("desk-offices")) }
        p.soft { (lang.text("desk-offices-why")) }
        (offices(visit, &sheet))
        // Who is known to the forum is not for everybody who looks after the house.
        @if may.contains(Access::Secretariat) { (told::known_people(visit)) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// What a setting is called, and why there is one.
fn words(setting: Key, lang: &Locale) -> (String, String) {
    match setting {
        Key::Name => (lang.text("setting-name"), lang.text("setting-name-why")),
        Key::Notice => (lang.text("setting-notice"), lang.text("setting-notice-why")),
        Key::Contact => (lang.text("setting-contact"), lang.text("setting-contact-why")),
        Key::Language => (lang.text("setting-language"), lang.text("setting-language-why")),
        Key::SignUp => (lang.text("setting-sign-up"), lang.text("setting-sign-up-why")),
    }
}

/// The name of the field that holds a setting, as refusals call it.
pub(super) fn field(kind: Kind) -> &'static str {
    match kind {
        Kind::Line => "name",
        Kind::Prose => "note",
        Kind::Email => "email",
        Kind::Language => "language",
        Kind::Switch => "on",
    }
}

fn one(visit: &Visit, sheet: &Sheet<'_>, nth: u32, setting: &Setting) -> Markup {
    let (lang, settings) = (visit.lang(), &visit.forum().settings);
    let act = sheet.act("setting", nth);
    let (called, why) = words(setting.key, lang);
    let known = settings.text(setting.key).unwrap_or_default();
    let field = field(setting.kind);
    let body = html! {
        input type="hidden" name="setting" value=(setting.key.name());
        @match setting.kind {
            Kind::Line => (act.line("text", field, &called, known)),
            Kind::Prose => (act.prose(field, &called, 3, known)),
            Kind::Email => (act.line("email", field, &called, known)),
            Kind::Language => (act.choice(field, &called, known, &languages(lang))),
            Kind::Switch => (act.tick(field, &called, settings.is_on(setting.key))),
        }
        (act.send(&lang.text("desk-save")))
    };
    html! { section.setting { (act.form("desk", &body)) p.soft { (why) } } }
}

fn languages(lang: &Locale) -> Vec<(String, String)> {
    let all = LANGUAGES.iter().map(|language| (language.tag.to_owned(), language.name.to_owned()));
    std::iter::once((String::new(), lang.text("setting-language-none"))).chain(all).collect()
}

/// What an office is called.
fn office(office: Office) -> &'static str {
    match office {
        Office::Reviewer => key("office-reviewer"),
        Office::Chair => key("office-chair"),
        Office::Secretariat => key("office-secretariat"),
        Office::Admin => key("office-admin"),
    }
}

/// Who holds which office, who is proposed for one, and the form that grants one.
fn offices(visit: &Visit, sheet: &Sheet<'_>) -> Markup {
    let (lang, people) = (visit.lang(), &visit.forum().people);
    let held = people.offices.iter().flat_map(|(person, held)| held.iter().map(|office| (*person, *office)));
    let proposed = people
        .proposed
        .iter()
        .flat_map(|(person, all)| all.iter().map(|(office, by)| (*person, *office, *by)));
    let (held, proposed): (Vec<_>, Vec<_>) = (held.collect(), proposed.collect());
    let act = sheet.act("grant", 0);
    let all: Vec<_> = Office::ALL.map(|known| (known.key().to_owned(), lang.text(office(known)))).to_vec();
    html! {
        ul.rows {
            @for (nth, (person, held)) in (1..).zip(&held) {
                @let ending = people.ending.get(person).and_then(|ending| ending.get(held));
                li { (holder(visit, *person, *held)) (end(visit, sheet, nth, *person, *held, ending.copied())) }
            }
        }
        @if !proposed.is_empty() {
            h3 { (lang.text("desk-proposed")) }
            ul.rows {
                @for (nth, (person, office, by)) in (1001..).zip(&proposed) {
                    li {
                        (holder(visit, *person, *office))
                        @if may_confirm(visit, *person, *by) {
                            (about(sheet, "confirm", nth, *person, *office, &lang.text("desk-office-confirm")))
                        } @else { small { (lang.text("desk-office-waits")) } }
                        (about(sheet, "end-office", nth, *person, *office, &lang.text("desk-office-refuse")))
                    }
                }
            }
        }
        (act.form("desk", &html! {
            (act.line("text", "people", &lang.text("desk-person-name"), ""))
            (act.line("email", "email", &lang.text("desk-person-email"), ""))
            (act.choice("office", &lang.text("desk-office"), "secretariat", &all))
            (act.send(&lang.text("desk-office-grant")))
        }))
    }
}

/// What ends an office that somebody holds: a word, or the second of two.
fn end(
    visit: &Visit,
    sheet: &Sheet<'_>,
    nth: u32,
    person: PersonId,
    held: Office,
    proposed: Option<Actor>,
) -> Markup {
    let lang = visit.lang();
    let Some(by) = proposed else {
        return about(sheet, "end-office", nth, person, held, &lang.text("desk-office-end"));
    };
    html! {
        small { (lang.text("desk-office-ending")) }
        @if visit.visitor.actor == Some(by) {
            (about(sheet, "confirm", nth, person, held, &lang.text("desk-office-keep")))
        } @else {
            (about(sheet, "end-office", nth, person, held, &lang.text("desk-office-confirm-end")))
        }
    }
}

/// A second person confirms: neither who proposed it nor who is meant.
fn may_confirm(visit: &Visit, person: PersonId, by: Actor) -> bool {
    visit.visitor.actor.is_some_and(|me| me != by && me != Actor::Person(person))
}

fn holder(visit: &Visit, person: PersonId, held: Office) -> Markup {
    let lang = visit.lang();
    html! { span { (name(&told::person_name(visit, person), lang)) " " small { (lang.text(office(held))) } } }
}

fn about(
    sheet: &Sheet<'_>,
    what: &'static str,
    nth: u32,
    person: PersonId,
    office: Office,
    text: &str,
) -> Markup {
    sheet.act(what, nth).form(
        "bare",
        &html! {
            input type="hidden" name="person" value=(person);
            input type="hidden" name="office" value=(office.key());
            button.quiet { (text) }
        },
    )
}
