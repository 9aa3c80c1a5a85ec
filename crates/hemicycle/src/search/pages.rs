//! Search by title and name, case and accents aside.

use std::sync::Arc;

use forum::people::Organisation;
use forum::people::views::PersonView;
use forum::programme::views::{organisations, people};
use forum::programme::{Filter, Session, Version};
use forum::series::Meeting;
use forum::{OrganisationId, Question, fold};
use maud::{Markup, html};

use crate::people::pages::{entry, programmes};
use crate::site::clock::Clock;
use crate::site::content::name;
use crate::site::sessions::line;
use crate::site::{NotFound, Page, Part, Visit};

/// How many results of a kind a page shows; more would not be read.
const MOST: usize = 50;

/// The page of a search; without words, the form alone.
pub fn page(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let asked = Question::of(visit.reader.asked("q"));
    let results = (!asked.is_empty()).then(|| results(visit, &asked));
    let main = html! {
        h1 { (lang.text("nav-search")) }
        form.ask role="search" {
            label { (lang.text("search-for")) input type="search" name="q" value=(asked.as_str()); }
            button { (lang.text("search-go")) }
        }
        @if let Some(results) = results { (results) } @else { p.lead { (lang.text("search-lead")) } }
    };
    Ok(Page { title: lang.text("nav-search"), part: Part::Search, main })
}

fn results(visit: &Visit, asked: &Question) -> Markup {
    let lang = visit.lang();
    let says = |text: &str| asked.fits(&fold(text));
    let everybody = people(visit.forum());
    let mut persons: Vec<_> = everybody.iter().filter(|view| says(view.person.name.or_empty())).collect();
    persons.sort_by_cached_key(|view| visit.lang().sort_key(view.person.name.or_empty()));
    let mut organisations = organisations(visit.forum());
    organisations.retain(|(_, organisation)| says(&organisation.name));
    let sessions = sessions(visit, asked);
    let total = sessions.len() + persons.len() + organisations.len();
    html! {
        p.lead role="status" { (lang.text_with("search-found", [("count", total.into()), ("words", asked.as_str().into())])) }
        @if !sessions.is_empty() {
            h2 { (lang.text_with("search-sessions", [("count", sessions.len().into())])) }
            p.bar { (lang.text("times-of-venues")) }
            ul.list.one { @for (meeting, version, found) in sessions.iter().take(MOST) {
                (line(visit, (meeting, version), found, &Clock::of(visit, meeting), ""))
            } }
        }
        (found_people(visit, &persons))
        (found_organisations(visit, &organisations))
        @if sessions.len().max(persons.len()).max(organisations.len()) > MOST {
            p.soft { (lang.text_with("search-most", [("count", MOST.into())])) }
        }
    }
}

fn sessions<'a>(visit: &'a Visit, asked: &Question) -> Vec<(&'a Meeting, &'a Version, &'a Arc<Session>)> {
    let filter = Filter { words: asked.clone(), ..Filter::default() };
    let mut found = Vec::new();
    for (meeting, version) in programmes(visit) {
        let fitting = version.in_order().into_iter().filter(|session| filter.fits(version, session));
        found.extend(fitting.map(|session| (meeting, version, session)));
    }
    found
}

fn found_people(visit: &Visit, persons: &[&PersonView<'_>]) -> Markup {
    html! {
        @if !persons.is_empty() {
            h2 { (visit.lang().text_with("search-people", [("count", persons.len().into())])) }
            ul.people { @for view in persons.iter().take(MOST) { (entry(visit, view)) } }
        }
    }
}

fn found_organisations(visit: &Visit, organisations: &[(OrganisationId, &Organisation)]) -> Markup {
    let lang = visit.lang();
    html! {
        @if !organisations.is_empty() {
            h2 { (lang.text_with("search-organisations", [("count", organisations.len().into())])) }
            ul.people {
                @for (id, organisation) in organisations.iter().take(MOST) {
                    li { a href=(visit.to(format!("organisations/{id}"))) { (name(&organisation.name, lang)) } }
                }
            }
        }
    }
}
