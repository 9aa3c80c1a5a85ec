//! The reviewers: their group, what they know, how much they have, and who is behind.

use std::collections::BTreeMap;

use forum::access::Access;
use forum::review::views::Progress;
use forum::{PersonId, Words};
use maud::{Markup, html};

use crate::desk::review::about::{Reviewed, person_name};
use crate::desk::review::shown::theme_name;
use crate::site::content::name;
use crate::site::names;

pub(super) fn section(of: &Reviewed<'_>, all: &BTreeMap<PersonId, Progress>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let forum = visit.forum();
    let known = forum.review.expertise.get(&of.call.id);
    html! {
        section { h2 { (lang.text("review-reviewers")) }
            @if all.is_empty() { p { (lang.text("review-no-reviewers")) } }
            div.table-wrap tabindex="0" { table.table {
                thead { tr {
                    th scope="col" { (lang.text("review-reviewer")) } th scope="col" { (lang.text("review-group")) }
                    th scope="col" { (lang.text("review-expertise-short")) }
                    th.n scope="col" { (lang.text("review-load")) } th.n scope="col" { (lang.text("review-submitted-short")) } th.n scope="col" { (lang.text("review-conflicts")) }
                } }
                tbody { @for (person, progress) in all { tr {
                    @let themes = known.and_then(|known| known.get(person)).map(Vec::as_slice).unwrap_or_default();
                    th scope="row" { (name(&person_name(visit, *person), lang)) }
                    td { (names::group(forum.people.persons.get(person).and_then(|person| person.group), lang)) }
                    td { @for (nth, theme) in themes.iter().enumerate() { @if nth > 0 { " · " } (theme_name(of.call, Some(theme), lang)) } }
                    td.n { (progress.assigned) } td.n { (progress.submitted) } td.n { (progress.conflicts) }
                } } }
            } }
            (behind(of, all))
        }
    }
}

/// Who still has something to do, the one with the most first, and where to write to them.
fn behind(of: &Reviewed<'_>, all: &BTreeMap<PersonId, Progress>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let left = |progress: &Progress| progress.assigned - progress.submitted;
    let mut behind: Vec<_> = all.iter().filter(|(_, progress)| left(progress) > 0).collect();
    behind.sort_by_key(|(person, progress)| (std::cmp::Reverse(left(progress)), **person));
    let address = |person: &PersonId| {
        let person = visit.forum().people.persons.get(person)?;
        person.email.as_ref().and_then(Words::text).map(str::to_owned)
    };
    // Addresses for mail are the secretariat's to use.
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let addresses: Vec<String> = behind.iter().filter_map(|(person, _)| address(person)).collect();
    html! {
        @if !behind.is_empty() {
            details {
                summary { (lang.text_with("review-behind", [("count", behind.len().into())])) }
                ol.rows { @for (person, progress) in &behind {
                    @let values = [("left", left(progress).into()), ("all", progress.assigned.into())];
                    li { span { (name(&person_name(visit, **person), lang)) } small { (lang.text_with("review-left-of", values)) } }
                } }
                @if runs && !addresses.is_empty() {
                    div.field { label for="behind-addresses" { (lang.text("review-behind-addresses")) }
                        textarea #behind-addresses rows="3" readonly { (addresses.join(", ")) } }
                }
            }
        }
    }
}
