//! What the draft changes of the published programme, and for whom.

use forum::programme::concerned;
use forum::programme::views::{Changed, changes};
use maud::{Markup, html};

use super::told::{self, Draft};
use crate::programme::pages::versions;
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::ways::may_open;

/// What publishing now would change; of a first version, nothing, for all of it is new.
pub(super) fn changed(draft: &Draft<'_>) -> Vec<Changed> {
    draft.programme.latest().map(|latest| changes(latest, &draft.version)).unwrap_or_default()
}

/// Whether there is something to publish.
pub(super) fn is_ahead(draft: &Draft<'_>) -> bool {
    let changed_since = draft.programme.latest().is_none_or(|latest| latest.seq < draft.programme.changed);
    changed_since && !draft.version.sessions.is_empty()
}

/// How far the draft is ahead of what is published, and the way to publish it.
pub(super) fn ahead(draft: &Draft<'_>) -> Markup {
    let lang = draft.visit.lang();
    let text = match draft.programme.latest() {
        None => lang.text("desk-ahead-first"),
        Some(latest) => {
            let count = changed(draft).len();
            lang.text_with("desk-ahead", [("count", count.into()), ("label", (&latest.label).into())])
        }
    };
    html! { p.ahead { (text) @if is_ahead(draft) && may_open(draft.visit, &draft.to("publish")) { " " a href=(draft.to("publish")) { (lang.text("desk-publish-title")) } } } }
}

/// That it is published now, and where it is to be seen.
pub(super) fn published(draft: &Draft<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    html! {
        @if let Some(latest) = draft.programme.latest() {
            div.done role="status" {
                p { b { (lang.text_with("desk-published", [("label", (&latest.label).into())])) } " "
                    a href=(visit.to_meeting(draft.meeting, "programme")) { (lang.text("desk-published-see")) } }
            }
        }
    }
}

/// Session by session what differs, and person by person whom it concerns.
pub(super) fn list(draft: &Draft<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let clock = Clock::of(visit, draft.meeting);
    let changed = changed(draft);
    let concerned = concerned(&changed);
    html! {
        @if let Some(latest) = draft.programme.latest() {
            h2 { (lang.text_with("version-since", [("label", (&latest.label).into()), ("count", changed.len().into())])) }
            ul.list.one {
                @for Changed { session, differences } in changed.iter().take(300) {
                    li {
                        h3 { a href=(draft.to(&format!("sessions/{}", session.slug))) { (words(&session.title, &session.language, lang)) } }
                        p { b { (name(&session.code, lang)) } }
                        ul { @for difference in differences { li {
                            (versions::said(visit, &clock, &draft.version, latest, difference, |id| told::person_name(visit, id)))
                        } } }
                    }
                }
            }
            @if !concerned.is_empty() {
                h2 { (lang.text_with("desk-concerned", [("count", concerned.len().into())])) }
                ul.people {
                    @for (person, sessions) in &concerned {
                        @let codes: Vec<&str> = sessions.iter().map(|session| session.code.as_str()).collect();
                        li { (name(&told::person_name(visit, *person), lang)) p { (codes.join(", ")) } }
                    }
                }
            }
        } @else {
            p.lead { (lang.text_with("version-first", [("count", draft.version.sessions.len().into())])) }
        }
    }
}
