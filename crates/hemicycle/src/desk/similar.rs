//! Sessions about the same: side by side, with the one thing that most often helps, which is to hold them as one.

use std::sync::Arc;

use forum::programme::similar::Similar;
use forum::programme::{Command as Step, Session, SessionEdit};
use forum::{Command, Refusal, SessionId};
use maud::{Markup, html};

use super::answer::Order;
use super::form::{Form, No, Sheet, Typed};
use super::order::{place, together};
use super::plan::alike;
use super::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::{NotFound, Page, Part, Visit, names};

/// Most pairs that a page shows.
const SHOWN: usize = 100;

/// Whether two sessions are held at the same time, for some of it.
pub(crate) fn same_time(one: &Session, other: &Session) -> bool {
    let times = one.placed().zip(other.placed());
    times.is_some_and(|((_, start, end), (_, begins, ends))| start < ends && begins < end)
}

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("similar-title");
    let pairs = alike(&draft.programme);
    let session = |id: SessionId| draft.programme.sessions.get(&id);
    let found: Vec<_> =
        pairs.iter().filter_map(|pair| Some((pair, session(pair.one)?, session(pair.other)?))).collect();
    // What is held at the same time comes first: it can still be moved.
    let (clashing, apart): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(_, one, other)| same_time(one, other));
    let count = clashing.len();
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text_with("similar-found", [("count", pairs.len().into()), ("same", count.into())])) }
        ul.rows {
            @for (nth, (pair, one, other)) in (0..).zip(clashing.into_iter().chain(apart).take(SHOWN)) {
                li { (row(&draft, &sheet, (nth, pair), one, other)) }
            }
        }
        (told::left_out(lang, pairs.len(), SHOWN))
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn row(
    draft: &Draft<'_>,
    sheet: &Sheet<'_>,
    (nth, pair): (u32, &Similar),
    one: &Arc<Session>,
    other: &Arc<Session>,
) -> Markup {
    let lang = draft.visit.lang();
    let percent = (pair.likeness * 100.0).round() as i64;
    let same = same_time(one, other);
    let merge = |id: u32, kept: &Session, gone: &Session| {
        let texts = [("kept", (&kept.code).into()), ("gone", (&gone.code).into())];
        sheet.act("merge", id).form("bare", &html! {
            input type="hidden" name="kept" value=(kept.id); input type="hidden" name="gone" value=(gone.id);
            button.quiet { (lang.text_with("similar-merge", texts)) }
        })
    };
    html! {
        div {
            h2 { @if same { b.warn { (lang.text("similar-same-time")) } " · " } (lang.text_with("similar-likeness", [("percent", percent.into())])) }
            (said(draft, one)) (said(draft, other))
            details {
                summary { (lang.text("similar-hold-as-one")) }
                p { (lang.text("similar-merge-hint")) }
                (merge(2 * nth, one, other)) (merge(2 * nth + 1, other, one))
            }
        }
    }
}

fn said(draft: &Draft<'_>, session: &Session) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let clock = Clock::of(visit, draft.meeting);
    let team = session.roles.iter();
    html! {
        h3 {
            (name(&session.code, lang)) " "
            a href=(draft.to(&format!("sessions/{}", session.slug))) { (words(&session.title, &session.language, lang)) }
        }
        p.soft {
            @match (session.placed(), clock.span(session, lang)) {
                (Some((_, start, _)), Some(span)) => { (lang.day_short(clock.day(start))) " " (span) },
                _ => (lang.text("desk-no-place")),
            }
            @for (role, person) in team {
                " · " (name(&told::person_name(visit, *person), lang)) " (" (names::role(*role, lang)) ")"
            }
        }
    }
}

/// The form that holds two sessions as one: the people and organisers of the one join the other, and it is withdrawn.
pub(super) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (_, draft) = place(visit)?;
    let session =
        |name| form.needed(name).map(SessionId).and_then(|id| draft.sessions.get(&id).ok_or(No::NotFound));
    let (kept, gone) = (session("kept")?, session("gone")?);
    if form.get("do") != "merge" || kept.id == gone.id {
        return Err(No::NotFound);
    }
    if gone.withdrawn {
        return Err(Refusal::NothingChanged.into());
    }
    let mut steps: Vec<Command> = Vec::new();
    for (role, person) in gone.roles.iter().filter(|role| !kept.roles.contains(role)) {
        steps.push(Step::GiveRole { session: kept.id, person: *person, role: *role }.into());
    }
    let new: Vec<_> = gone.organisers.iter().filter(|one| !kept.organisers.contains(one)).copied().collect();
    if !new.is_empty() {
        let organisers = kept.organisers.iter().copied().chain(new).collect();
        let edit = SessionEdit { organisers: Some(organisers), ..SessionEdit::default() };
        steps.push(Step::AmendSession { session: kept.id, edit }.into());
    }
    steps.push(Step::WithdrawSession { session: gone.id }.into());
    Ok(together(visit, steps))
}
