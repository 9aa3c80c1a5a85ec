//! Who stands in a proposal, with what its organisers say of them and whether they agreed.

use forum::Words;
use forum::call::Part;
use forum::people::Attendance;
use maud::{Markup, html};

use super::OneProposal;
use crate::site::content::{name, person_name};
use crate::site::names;

/// All of them.
pub(super) fn shown(one: &OneProposal<'_>) -> Markup {
    let lang = one.of.visit.lang();
    html! {
        @if one.proposal.parts.is_empty() { p.soft { (lang.text("calls-nobody")) } }
        ul.rows { @for part in one.proposal.parts.values() { li { (person(one, part)) } } }
    }
}

fn person(one: &OneProposal<'_>, part: &Part) -> Markup {
    let lang = one.of.visit.lang();
    let region = part.region.map(|region| lang.text(&format!("region-{}", region.key())));
    let said = [
        part.organisation.as_ref().and_then(Words::text).map(str::to_owned),
        part.group.map(|group| names::group(Some(group), lang)),
        part.country.map(|code| code.country().name(lang.tag()).to_owned()),
        region,
        part.attendance.map(|attendance| match attendance {
            Attendance::OnSite => lang.text("calls-on-site"),
            Attendance::Online => lang.text("held-online"),
        }),
    ];
    let answer = match (part.agrees, part.invited) {
        (Some(true), _) => lang.text("calls-agreed"),
        (Some(false), _) => lang.text("calls-declined"),
        (None, Some(_)) => lang.text("calls-invited"),
        (None, None) => lang.text("calls-not-invited"),
    };
    html! {
        span {
            b { (person_name(&part.name, lang)) } " " small { (names::role(part.role, lang)) }
            br;
            @for (nth, text) in said.into_iter().flatten().enumerate() { @if nth > 0 { " · " } (name(&text, lang)) }
            @if let Some(email) = part.email.as_ref().and_then(Words::text) { br; bdi dir="ltr" { (email) } }
        }
        small { (answer) @if part.confirmed && part.agrees.is_none() { " · " (lang.text("calls-confirmed")) } }
    }
}
