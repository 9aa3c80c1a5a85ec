//! Who stands in a proposal: a list, with how far each of them is, and what can be done for them.

use forum::PartId;
use forum::call::{PEOPLE_STEP, Part, PartTyped};
use forum::people::Role;
use maud::{Markup, html};
use platform::languages::Locale;
use platform::random_token;

use super::draft::{Draft, person_name};
use super::{gates, part, read};
use crate::site::content::name;
use crate::site::names;

/// A form about nobody yet.
pub(crate) fn nobody() -> PartTyped {
    PartTyped {
        role: Role::Speaker,
        name: String::new(),
        email: String::new(),
        organisation: String::new(),
        group: None,
        country: String::new(),
        region: None,
        gender: forum::reference::groups::Gender::NotSaid,
        attendance: None,
        confirmed: false,
    }
}

/// What is known of somebody, as it would be typed.
pub(super) fn typed(part: &Part) -> PartTyped {
    let text = |words: &Option<forum::Words>| {
        words.as_ref().map(|words| words.or_empty().to_owned()).unwrap_or_default()
    };
    PartTyped {
        role: part.role,
        name: part.name.or_empty().to_owned(),
        email: text(&part.email),
        organisation: text(&part.organisation),
        group: part.group,
        country: part.country.map(|code| code.as_str().to_owned()).unwrap_or_default(),
        region: part.region,
        gender: part.gender,
        attendance: part.attendance,
        confirmed: part.confirmed,
    }
}

/// All of them, and the ways to add others.
pub(super) fn list(draft: &Draft<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let by = person_name(visit.forum(), draft.proposal.by, lang);
    html! {
        section.parts #people {
            ul.rows {
                li { div { b { (name(&by, lang)) } " " small { (names::role(Role::Organiser, lang)) " · " (lang.text("propose-began-it")) } } }
                @for (id, part) in &draft.proposal.parts { (row(draft, *id, part)) }
            }
            @if draft.is_draft() {
                p.adds {
                    @for role in read::ROLES {
                        a.add href=(draft.to(&format!("person-new?view={}", role.key()))) {
                            "+ " (names::role(role, lang))
                        }
                    }
                }
                p.soft.prose { (lang.text("propose-people-hint")) }
            }
        }
    }
}

fn row(draft: &Draft<'_>, id: PartId, part: &Part) -> Markup {
    let lang = draft.visit.lang();
    let who = part.name.or_empty();
    html! {
        li {
            div {
                @if draft.is_draft() { a href=(draft.to(&format!("person-{id}"))) { b { (name(who, lang)) } } }
                @else { b { (name(who, lang)) } }
                " " small { (names::role(part.role, lang)) }
                p.soft { (about(part, lang).join(" · ")) }
                p.stand { (stands(draft, part)) }
            }
            @if draft.is_draft() {
                form.bare method="post" action=(draft.to("")) {
                    input type="hidden" name="key" value=(random_token());
                    input type="hidden" name="part" value=(id);
                    @if part.email.is_some() && part.agrees.is_none() && part.invited.is_none() {
                        button.quiet name="do" value="invite" aria-label={ (lang.text("propose-invite")) ": " (who) } { (lang.text("propose-invite")) }
                    }
                    button.quiet name="do" value="remove" aria-label={ (lang.text("desk-remove")) ": " (who) } { (lang.text("desk-remove")) }
                }
            }
        }
    }
}

/// What is known of somebody, in a few words.
fn about(part: &Part, lang: &Locale) -> Vec<String> {
    let organisation = part.organisation.as_ref().map(|words| words.or_empty().to_owned());
    let group = part.group.map(|group| names::group(Some(group), lang));
    let country = part.country.map(|code| code.country().name(lang.tag()).to_owned());
    let attendance = part.attendance.map(|one| part::attendance(Some(one), lang));
    [organisation, group, country, attendance].into_iter().flatten().filter(|text| !text.is_empty()).collect()
}

/// How far somebody is: said by the organiser, asked by letter, agreed or declined.
fn stands(draft: &Draft<'_>, part: &Part) -> Markup {
    let lang = draft.visit.lang();
    html! {
        @match (part.agrees, part.invited) {
            (Some(true), _) => { "✓ " (lang.text("propose-agreed")) },
            (Some(false), _) => { "✕ " (lang.text("propose-declined")) },
            (None, Some(at)) => { (lang.text("propose-invited")) " " (gates::time(draft.visit, at)) },
            (None, None) if part.confirmed => { "✓ " (lang.text("propose-said-confirmed")) },
            (None, None) => (lang.text("propose-not-confirmed")),
        }
    }
}

/// The way to the list.
pub(super) fn address(draft: &Draft<'_>) -> String {
    draft.to(&format!("{PEOPLE_STEP}#people"))
}
