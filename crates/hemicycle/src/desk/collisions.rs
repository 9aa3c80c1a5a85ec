//! Who has two sessions at a time, in whatever roles and meetings, and who may stand here under two names.

use std::collections::BTreeSet;

use forum::people::alike::{Reason, Suspicion, alike};
use forum::programme::collisions::{Collision, Part as Place, Severity, collisions};
use forum::programme::{Command as Step, Programme, Role};
use forum::{Command, Forum, MeetingId, PersonId, Refusal};
use maud::{Markup, html};
use platform::languages::{Locale, key};

use super::answer::Order;
use super::form::{Form, No, Sheet, Typed};
use super::order::{place, together};
use super::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::{NotFound, Page, Part, Visit, names};

/// Most entries of a list that a page shows.
const SHOWN: usize = 300;

/// Everybody with a part in a draft.
pub(crate) fn people(draft: &Programme) -> BTreeSet<PersonId> {
    let sessions = draft.sessions.values().filter(|session| !session.withdrawn);
    sessions.flat_map(|session| session.roles.iter().map(|(_, person)| *person)).collect()
}

/// Entries of a meeting's people that may be one person.
pub(crate) fn suspicions(forum: &Forum, meeting: MeetingId) -> Vec<Suspicion> {
    let draft = forum.programme.meetings.get(&meeting);
    draft.map(|draft| alike(forum, &people(draft))).unwrap_or_default()
}

/// The message that says how bad a collision is.
fn said(severity: Severity, lang: &Locale) -> String {
    match severity {
        Severity::Both => lang.text("collision-both"),
        Severity::Short(minutes) => lang.text_with("collision-short", [("minutes", minutes.into())]),
        Severity::Lesser => lang.text("collision-lesser"),
    }
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::SameAddress => key("alike-address"),
        Reason::SameName => key("alike-name"),
        Reason::AlikeName => key("alike-names"),
        Reason::SameOrganisation => key("alike-organisation"),
    }
}

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("collisions-title");
    let found = collisions(visit.forum(), draft.meeting.id);
    let worst = found.iter().filter(|collision| collision.severity != Severity::Lesser).count();
    let suspicions = suspicions(visit.forum(), draft.meeting.id);
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text_with("collisions-found", [("count", worst.into()), ("lesser", (found.len() - worst).into())])) }
        ul.rows { @for collision in found.iter().take(SHOWN) { li { (one(&draft, collision)) } } }
        (told::left_out(lang, found.len(), SHOWN))
        section {
            h2 { (lang.text("alike-title")) }
            p { (lang.text_with("alike-found", [("count", suspicions.len().into())])) }
            ul.rows { @for (nth, suspicion) in (1..).zip(suspicions.iter().take(SHOWN)) {
                li { (pair(&draft, &sheet, nth, suspicion)) }
            } }
            (told::left_out(lang, suspicions.len(), SHOWN))
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn one(draft: &Draft<'_>, collision: &Collision) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    html! {
        div {
            b { (name(&told::person_name(visit, collision.person), lang)) } " · " (said(collision.severity, lang))
            ul { @for part in [&collision.one, &collision.other] { li { (session(draft, part)) } } }
        }
    }
}

/// A session with its time, and the way to its page on the desk of its own meeting.
fn session(draft: &Draft<'_>, part: &Place) -> Markup {
    let (visit, lang, session) = (draft.visit, draft.visit.lang(), &part.session);
    let meetings = &visit.forum().series.meetings;
    let meeting = meetings.get(&part.meeting).unwrap_or(draft.meeting);
    let clock = Clock::of(visit, meeting);
    let to = visit.to(format!("desk/meetings/{}/sessions/{}", meeting.slug, session.slug));
    html! {
        b { (name(&session.code, lang)) } " "
        a href=(to) { (words(&session.title, &session.language, lang)) } " "
        small {
            @if let (Some((_, start, end)), Some(span)) = (session.placed(), clock.span(session, lang)) {
                (lang.day_short(clock.day(start))) " " (span) " · "
                @if meeting.id != draft.meeting.id { (name(&meeting.title, lang)) " · " (clock.named_once(start, end, lang)) " · " }
            }
            (names::roles(&part.roles, lang))
        }
    }
}

fn pair(draft: &Draft<'_>, sheet: &Sheet<'_>, nth: u32, suspicion: &Suspicion) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let (one, other) = (suspicion.one, suspicion.other);
    let who = |id: PersonId| {
        let known = visit.forum().people.persons.get(&id);
        let of = known.and_then(|person| visit.forum().people.organisation_of(person));
        let address = known.and_then(|person| person.email.as_ref()).and_then(|email| email.text());
        html! {
            a href=(visit.to(format!("people/{id}"))) { (name(&told::person_name(visit, id), lang)) } " #" (id)
            @if let Some((_, organisation)) = of { " · " (name(&organisation.name, lang)) }
            @if let Some(address) = address { " · " bdi dir="ltr" { (address) } }
        }
    };
    let act = sheet.act("same", nth);
    let keep = [("kept", told::person_name(visit, one).into()), ("number", one.to_string().into())];
    let label = lang.text_with("alike-same", keep);
    html! {
        div {
            p { (who(one)) } p { (who(other)) }
            p.soft { @for (nth, reason) in suspicion.reasons.iter().enumerate() { @if nth > 0 { " · " } (lang.text(why(*reason))) } }
        }
        (act.form("bare", &html! {
            input type="hidden" name="one" value=(one); input type="hidden" name="other" value=(other);
            button.quiet { (label) }
        }))
    }
}

/// The form that says that two entries are one person: the first takes over what the other does in this meeting.
pub(super) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (_, draft) = place(visit)?;
    let (one, other) = (PersonId(form.needed("one")?), PersonId(form.needed("other")?));
    if form.get("do") != "same" || one == other {
        return Err(No::NotFound);
    }
    let mut steps: Vec<Command> = Vec::new();
    for session in draft.sessions.values().filter(|session| !session.withdrawn) {
        let has = |who: PersonId, what: Role| session.roles.contains(&(what, who));
        for (role, _) in session.roles.iter().filter(|(_, person)| *person == other) {
            let (session, role) = (session.id, *role);
            steps.push(Step::TakeRole { session, person: other, role }.into());
            if !has(one, role) {
                steps.push(Step::GiveRole { session, person: one, role }.into());
            }
        }
    }
    match steps.is_empty() {
        true => Err(Refusal::NothingChanged.into()),
        false => Ok(together(visit, steps)),
    }
}
