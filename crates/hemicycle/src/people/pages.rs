//! The people on the programme, and each of them.

use forum::people::views::{PersonView, person};
use forum::programme::views::{people, published};
use forum::programme::{Role, Session, Version};
use forum::series::{Meeting, views};
use forum::{PersonId, Question, Viewer, fold};
use maud::{Markup, html};

use crate::site::clock::Clock;
use crate::site::content::{name, person_name, prose};
use crate::site::reader::encode;
use crate::site::sessions::line;
use crate::site::{NotFound, Page, Part, Visit, names};

/// How many people stand on one page of the list.
const PAGE: usize = 120;

/// The people on published programmes, by name; `?q=` looks for a name, `?page=` turns the page.
pub fn list(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let asked = Question::of(visit.reader.asked("q"));
    let all = people(visit.forum());
    let says = |view: &PersonView<'_>| {
        if asked.is_empty() {
            return true;
        }
        let organisation = view.organisation.map_or("", |(_, organisation)| &organisation.name);
        asked.fits(&fold(&format!("{} {organisation}", view.person.name.or_empty())))
    };
    let mut found: Vec<_> = all.iter().filter(|view| !view.person.name.is_erased() && says(view)).collect();
    found.sort_by_cached_key(|view| visit.lang().sort_key(view.person.name.or_empty()));
    let last = found.len().saturating_sub(1) / PAGE + 1;
    let page = visit.reader.asked("page").parse().unwrap_or(1usize).clamp(1, last);
    let shown = found.iter().skip((page - 1) * PAGE).take(PAGE);
    let main = html! {
        h1 { (lang.text("nav-people")) }
        p.lead { (lang.text_with("people-lead", [("count", all.len().into())])) }
        form.ask role="search" {
            label { (lang.text("people-search")) input type="search" name="q" value=(asked.as_str()); }
            button { (lang.text("search-go")) }
        }
        @if !asked.is_empty() { p { (lang.text_with("people-found", [("count", found.len().into())])) } }
        ul.people { @for view in shown { (entry(visit, view)) } }
        (pages(visit, asked.as_str(), page, last))
    };
    Ok(Page { title: lang.text("nav-people"), part: Part::People, main })
}

/// A person in a list.
pub fn entry(visit: &Visit, view: &PersonView<'_>) -> Markup {
    let lang = visit.lang();
    html! {
        li {
            a href=(visit.to(format!("people/{}", view.id))) { (person_name(&view.person.name, lang)) }
            @if let Some((_, organisation)) = view.organisation { p { (name(&organisation.name, lang)) } }
        }
    }
}

fn pages(visit: &Visit, asked: &str, page: usize, last: usize) -> Markup {
    let lang = visit.lang();
    let to = |page: usize| match asked {
        "" => visit.to(format!("people?page={page}")),
        asked => visit.to(format!("people?q={}&page={page}", encode(asked))),
    };
    html! {
        @if last > 1 {
            nav.tabs aria-label=(lang.text("nav-pages")) {
                @for number in 1..=last {
                    a href=(to(number)) aria-current=[(number == page).then_some("page")] { (lang.number(number as i64)) }
                }
            }
        }
    }
}

/// A person: what they say of themselves, and when and where they take part.
pub fn page(visit: &Visit, id: PersonId) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let view = person(visit.forum(), id, Viewer::Public).ok_or(NotFound)?;
    let latest = visit.latest_programme().map(|meeting| meeting.first_day);
    let organisation = view.organisation.map(|(_, organisation)| organisation);
    let declared = names::affiliation(view.person, None, latest, lang);
    let main = html! {
        p.over { a href=(visit.to("people")) { (lang.text("nav-people")) } }
        h1 { (person_name(&view.person.name, lang)) }
        @if let (Some((id, _)), Some(organisation)) = (view.organisation, organisation) {
            p.lead { a href=(visit.to(format!("organisations/{id}"))) { (name(&organisation.name, lang)) } }
        }
        @if !declared.is_empty() { p.soft { (declared.join(" · ")) } }
        @if let Some(biography) = &view.person.biography { (prose(biography, "", lang)) }
        @for (meeting, version) in programmes(visit) {
            @let sessions = version.of_person(id);
            @if !sessions.is_empty() { (appearances(visit, meeting, version, &sessions)) }
        }
    };
    let title = view.person.name.text().map_or_else(|| lang.text("erased"), ToOwned::to_owned);
    Ok(Page { title, part: Part::People, main })
}

fn appearances(
    visit: &Visit,
    meeting: &Meeting,
    version: &Version,
    sessions: &[(&std::sync::Arc<Session>, Vec<Role>)],
) -> Markup {
    let (lang, clock) = (visit.lang(), Clock::of(visit, meeting));
    html! {
        h2 { a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) } }
        @if let Some(named) = clock.named_for(sessions.iter().map(|(session, _)| &***session), lang) { p.bar { (named) } }
        ul.list.one {
            @for (session, roles) in sessions {
                (line(visit, (meeting, version), session, &clock, &names::roles(roles, lang)))
            }
        }
    }
}

/// The published programmes of all meetings, the latest first.
pub fn programmes(visit: &Visit) -> Vec<(&Meeting, &Version)> {
    let series = views::all(visit.forum());
    let meetings = series.iter().flat_map(|(id, _)| views::meetings(visit.forum(), *id));
    meetings.filter_map(|meeting| Some((&**meeting, &**published(visit.forum(), meeting.id)?))).collect()
}
