//! The organisations that hold sessions or send people to a programme, and each of them.

use std::collections::BTreeMap;

use forum::people::views::{PersonView, organisation};
use forum::programme::views::{organisations, people};
use forum::{OrganisationId, Viewer};
use maud::{Markup, html};

use super::pages::programmes;
use crate::site::clock::Clock;
use crate::site::content::{name, person_name};
use crate::site::sessions::line;
use crate::site::{NotFound, Page, Part, Visit, names};

/// The organisations on published programmes, by name, with how many sessions they hold.
pub fn list(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let mut held: BTreeMap<OrganisationId, usize> = BTreeMap::new();
    for (_, version) in programmes(visit) {
        for id in version.sessions.values().flat_map(|session| &session.organisers) {
            *held.entry(*id).or_default() += 1;
        }
    }
    let public = organisations(visit.forum()).into_iter();
    let mut known: Vec<_> =
        public.filter_map(|(id, organisation)| Some((id, organisation, *held.get(&id)?))).collect();
    known.sort_by_cached_key(|(_, organisation, _)| lang.sort_key(&organisation.name));
    let main = html! {
        h1 { (lang.text("nav-organisations")) }
        p.lead { (lang.text_with("organisations-lead", [("count", known.len().into())])) }
        ul.people {
            @for (id, organisation, held) in &known {
                li {
                    a href=(visit.to(format!("organisations/{id}"))) { (name(&organisation.name, lang)) }
                    p { (lang.text_with("organisation-sessions", [("count", (*held).into())])) }
                }
            }
        }
    };
    Ok(Page { title: lang.text("nav-organisations"), part: Part::Organisations, main })
}

/// An organisation: what it holds, and its people on the programme.
pub fn page(visit: &Visit, id: OrganisationId) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let organisation = organisation(visit.forum(), id, Viewer::Public).ok_or(NotFound)?;
    let everybody = people(visit.forum());
    let members: Vec<_> = everybody.iter().filter(|view| view.person.organisation == Some(id)).collect();
    let country = organisation.country.map(|code| code.country().name(lang.tag()).to_owned());
    let group = organisation.group.map(|group| names::group(Some(group), lang));
    let facts: Vec<String> = [group, country].into_iter().flatten().collect();
    let main = html! {
        p.over { a href=(visit.to("organisations")) { (lang.text("nav-organisations")) } }
        h1.long { (name(&organisation.name, lang)) }
        @if !facts.is_empty() { p.soft { (facts.join(" · ")) } }
        @if let Some(url) = &organisation.url { p { a href=(url) rel="nofollow noopener" dir="ltr" { (url) } } }
        (sessions(visit, id))
        (members_of(visit, &members))
    };
    Ok(Page { title: organisation.name.clone(), part: Part::Organisations, main })
}

fn sessions(visit: &Visit, id: OrganisationId) -> Markup {
    let lang = visit.lang();
    html! {
        @for (meeting, version) in programmes(visit) {
            @let held = version.of_organisation(id);
            @let clock = Clock::of(visit, meeting);
            @if !held.is_empty() {
                h2 { a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) } }
                @if let Some(named) = clock.named_for(held.iter().map(|session| &***session), lang) { p.bar { (named) } }
                ul.list.one { @for session in held { (line(visit, (meeting, version), session, &clock, "")) } }
            }
        }
    }
}

fn members_of(visit: &Visit, members: &[&PersonView<'_>]) -> Markup {
    let lang = visit.lang();
    let mut members = members.to_vec();
    members.sort_by_cached_key(|view| visit.lang().sort_key(view.person.name.or_empty()));
    html! {
        @if !members.is_empty() {
            h2 { (lang.text("organisation-people")) }
            ul.people {
                @for view in members {
                    li { a href=(visit.to(format!("people/{}", view.id))) { (person_name(&view.person.name, lang)) } }
                }
            }
        }
    }
}
