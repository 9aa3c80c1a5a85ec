//! Somebody in a proposal: one form for each, since there may be many.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use forum::PartId;
use forum::call::{Command, PartTyped};
use forum::people::Attendance;
use forum::reference::countries::COUNTRIES;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use maud::{Markup, html};
use platform::languages::{Locale, key};

use super::draft::Draft;
use super::people::{self, typed};
use super::{overview, read, save, step, wanting};
use crate::app::App;
use crate::desk::answer::whole;
use crate::problem::Problem;
use crate::refusals::Sentence;
use crate::sign_in::answer::leads_to;
use crate::site::form::Form;
use crate::site::{NotFound, Page, Part, Visit, errors, names};

/// What was typed and not taken.
struct Kept {
    entry: PartTyped,
    why: Sentence,
    conflict: bool,
}

/// The page of somebody who stands in a proposal, or of somebody new.
pub(super) fn show(visit: &Visit, part: &str) -> Response {
    answer(visit, part, None, StatusCode::OK)
}

/// Saves them, and goes back to the list.
pub(super) async fn save(app: &Arc<App>, visit: Visit, part: &str, form: &Form) -> Response {
    let (Some(actor), Ok(draft), Ok(id)) = (visit.visitor.actor, Draft::of(&visit), id_of(&visit, part))
    else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let (entry, proposal) = (read::part(form), draft.proposal.id);
    let command = Command::SavePart {
        proposal,
        part: id,
        on: form.get("on").parse().unwrap_or_default(),
        entry: entry.clone(),
    };
    let said = serde_json::to_string(&entry).unwrap_or_default();
    let key = read::key(form.get("key"), &["part", part, form.get("on"), &said]);
    let list = draft.to(&format!("{}?done=saved", forum::call::PEOPLE_STEP));
    let given = save::done(app.give_as(&visit.slug, actor, key, command.into()).await);
    let Err(problem) = given else {
        return leads_to(&list, None);
    };
    let reader = visit.reader.clone();
    let visit = match visit.anew(app) {
        Ok(visit) => visit,
        Err(problem) => return errors::page(&reader, None, &problem),
    };
    let conflict = save::is_conflict(&problem);
    let status = if conflict { StatusCode::CONFLICT } else { problem.status() };
    let kept = Kept { entry, why: step::sentence(&visit, &problem), conflict };
    answer(&visit, part, Some(&kept), status)
}

/// Which part an address names: a number, or `new` for nobody yet.
fn id_of(visit: &Visit, part: &str) -> Result<Option<PartId>, NotFound> {
    if part == "new" {
        return Ok(None);
    }
    let id: u32 = part.parse().ok().filter(|id: &u32| id.to_string() == part).ok_or(NotFound)?;
    let draft = Draft::of(visit)?;
    draft.proposal.parts.contains_key(&PartId(id)).then_some(Some(PartId(id))).ok_or(NotFound)
}

fn answer(visit: &Visit, part: &str, kept: Option<&Kept>, status: StatusCode) -> Response {
    match page(visit, part, kept) {
        Ok(page) => whole(visit, &page, status),
        Err(NotFound) => errors::page(&visit.reader, Some(visit), &Problem::NotFound),
    }
}

fn page(visit: &Visit, part: &str, kept: Option<&Kept>) -> Result<Page, NotFound> {
    let (lang, draft) = (visit.lang(), Draft::of(visit)?);
    let known = id_of(visit, part)?.and_then(|id| draft.proposal.parts.get(&id));
    let stored = known.map(typed);
    let mut entry =
        kept.map(|kept| kept.entry.clone()).or_else(|| stored.clone()).unwrap_or_else(people::nobody);
    if known.is_none() && kept.is_none() {
        let role = read::ROLES.into_iter().find(|role| role.key() == visit.reader.asked("view"));
        entry.role = role.unwrap_or(entry.role);
    }
    let title = match entry.name.as_str() {
        "" => lang.text("propose-somebody-new"),
        name => name.to_owned(),
    };
    let main = html! {
        (overview::above(&draft))
        h1.long { (title) }
        @if let Some(kept) = kept {
            div.refused role="alert" {
                p { b { (kept.why.what) } " " (kept.why.remedy) }
                @if kept.conflict { p { (lang.text("propose-theirs-beside")) } }
            }
        }
        div.writing {
            (step::writing(&draft, "part", &html! {
                input type="hidden" name="part" value=(part);
                input type="hidden" name="on" value=(known.map_or(0, |known| known.seq));
                (fields(&entry, stored.as_ref().filter(|_| kept.is_some_and(|kept| kept.conflict)), false, lang))
                p.keep {
                    button { (lang.text("propose-save")) }
                    " " a href=(draft.to(&forum::call::PEOPLE_STEP.to_string())) { (lang.text("propose-back-to-people")) }
                }
            }))
            aside { (wanting::aside(&draft, Some(forum::call::PEOPLE_STEP))) }
        }
    };
    Ok(Page { title: format!("{title} · {}", draft.title()), part: Part::Writing, main })
}

/// The fields about somebody; where another has saved meanwhile, with what theirs says beside each that differs.
fn fields(entry: &PartTyped, theirs: Option<&PartTyped>, own: bool, lang: &Locale) -> Markup {
    let line = |kind: &str, name: &str, label: &str, help: Option<&str>, of: fn(&PartTyped) -> &String| {
        html! {
            div.question {
                label for={ "f-" (name) } { (lang.text(label)) }
                @if let Some(help) = help { p.help #{ "h-" (name) } { (lang.text(help)) } }
                input #{ "f-" (name) } type=(kind) name=(name) value=(of(entry)) dir=(if kind == "email" { "ltr" } else { "auto" })
                    autocomplete="off" aria-describedby=[help.map(|_| format!("h-{name}"))];
                (other(theirs.map(of).filter(|theirs| *theirs != of(entry)).map(String::as_str), lang))
            }
        }
    };
    let choice = |name: &str,
                  label: &str,
                  options: &[(String, String)],
                  of: &dyn Fn(&PartTyped) -> String| {
        let chosen = of(entry);
        let differs = theirs.map(of).filter(|theirs| *theirs != chosen);
        let says = differs
            .map(|key| options.iter().find(|(value, _)| *value == key).map_or(key, |(_, says)| says.clone()));
        html! {
            div.question {
                label for={ "f-" (name) } { (lang.text(label)) }
                select #{ "f-" (name) } name=(name) {
                    @for (value, says) in options { option value=(value) selected[*value == chosen] { (says) } }
                }
                (other(says.as_deref(), lang))
            }
        }
    };
    html! {
        @if !own { (choice("role", key("propose-role"), &roles(lang), &|entry| entry.role.key().to_owned())) }
        (line("text", "name", key("propose-name"), None, |entry| &entry.name))
        @if !own { (line("email", "email", key("propose-email"), Some(key("propose-email-help")), |entry| &entry.email)) }
        (line("text", "organisation", key("propose-organisation"), None, |entry| &entry.organisation))
        div.pairs {
            (choice("group", key("propose-group"), &groups(lang), &|entry| entry.group.map_or_else(String::new, |group| group.key().to_owned())))
            (choice("country", key("propose-country"), &countries(lang), &|entry| entry.country.to_ascii_uppercase()))
            (choice("region", key("propose-region"), &regions(lang), &|entry| entry.region.map_or_else(String::new, |region| region.key().to_owned())))
            (choice("gender", key("propose-gender"), &genders(lang), &|entry| entry.gender.key().to_owned()))
            (choice("attendance", key("propose-attendance"), &attendances(lang), &|entry| read::attendance(entry.attendance).to_owned()))
        }
        @if !own {
            div.question {
                label.option { input type="checkbox" name="confirmed" value="yes" checked[entry.confirmed]; span { (lang.text("propose-confirmed")) } }
            }
        }
    }
}

/// What somebody may say of themselves: all but what they are asked for, and at which address.
pub(super) fn own_fields(entry: &PartTyped, lang: &Locale) -> Markup {
    fields(entry, None, true, lang)
}

fn other(theirs: Option<&str>, lang: &Locale) -> Markup {
    html! { @if let Some(theirs) = theirs { p.wrong { (lang.text("propose-theirs")) " " b dir="auto" { @if theirs.is_empty() { "—" } @else { (theirs) } } } } }
}

fn roles(lang: &Locale) -> Vec<(String, String)> {
    read::ROLES.into_iter().map(|role| (role.key().to_owned(), names::role(role, lang))).collect()
}

fn groups(lang: &Locale) -> Vec<(String, String)> {
    let none = (String::new(), lang.text("propose-not-said"));
    let all = StakeholderGroup::ALL
        .into_iter()
        .map(|group| (group.key().to_owned(), names::group(Some(group), lang)));
    [none].into_iter().chain(all).collect()
}

fn countries(lang: &Locale) -> Vec<(String, String)> {
    let mut all: Vec<_> = COUNTRIES
        .iter()
        .map(|country| (country.alpha2.to_owned(), country.name(lang.tag()).to_owned()))
        .collect();
    all.sort_by_cached_key(|(_, name)| lang.sort_key(name));
    all.insert(0, (String::new(), lang.text("propose-not-said")));
    all
}

fn regions(lang: &Locale) -> Vec<(String, String)> {
    let own = (String::new(), lang.text("propose-region-of-country"));
    let all = RegionalGroup::ALL
        .into_iter()
        .map(|region| (region.key().to_owned(), lang.text(&format!("region-{}", region.key()))));
    [own].into_iter().chain(all).collect()
}

fn genders(lang: &Locale) -> Vec<(String, String)> {
    let says = |gender: Gender| match gender {
        Gender::Female => lang.text("gender-female"),
        Gender::Male => lang.text("gender-male"),
        Gender::Other => lang.text("gender-other"),
        Gender::NotSaid => lang.text("gender-not-said"),
    };
    [Gender::NotSaid, Gender::Female, Gender::Male, Gender::Other]
        .map(|gender| (gender.key().to_owned(), says(gender)))
        .into()
}

/// Whether somebody comes, in words.
pub(super) fn attendance(attendance: Option<Attendance>, lang: &Locale) -> String {
    match attendance {
        Some(Attendance::OnSite) => lang.text("propose-on-site"),
        Some(Attendance::Online) => lang.text("propose-online"),
        None => lang.text("propose-not-said"),
    }
}

fn attendances(lang: &Locale) -> Vec<(String, String)> {
    [None, Some(Attendance::OnSite), Some(Attendance::Online)]
        .map(|one| (read::attendance(one).to_owned(), attendance(one, lang)))
        .into()
}
