//! One step of the form: its fields, what is missing on it, and the way on.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use forum::Refusal;
use forum::call::PEOPLE_STEP;
use maud::{Markup, html};

use super::draft::Draft;
use super::fields::{Asked, Kept};
use super::save::{self, Refused, Wish};
use super::{overview, part, people, said, wanting};
use crate::app::App;
use crate::desk::answer::whole;
use crate::problem::Problem;
use crate::refusals::{self, Names, Sentence};
use crate::sign_in::answer::leads_to;
use crate::site::form::Form;
use crate::site::{NotFound, Page, Part, Visit, errors};

/// `GET /{forum}/proposals/{proposal}/{step}`: a step of the form, or somebody in the proposal.
pub async fn show(visit: Visit) -> Response {
    if let Some(part) = visit.part("step").strip_prefix("person-") {
        return part::show(&visit, part);
    }
    answer(&visit, &[], StatusCode::OK)
}

/// `POST` of the same: saves every field that was touched, and goes where the button leads.
pub async fn save(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    if let Some(problem) = crate::desk::doors::unread(&form) {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    if let Some(part) = visit.part("step").strip_prefix("person-").map(str::to_owned) {
        return part::save(&app, visit, &part, &form).await;
    }
    let (Some(actor), Ok(step)) = (visit.visitor.actor, number(&visit)) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let refused = save::step(&app, &visit, actor, step, &form).await;
    let reader = visit.reader.clone();
    let visit = match visit.anew(&app) {
        Ok(visit) => visit,
        Err(problem) => return errors::page(&reader, None, &problem),
    };
    if let Some(first) = refused.first() {
        let status = if refused.iter().any(Refused::is_conflict) {
            StatusCode::CONFLICT
        } else {
            first.problem.status()
        };
        return answer(&visit, &refused, status);
    }
    match save::wish(&form) {
        Wish::Next => leads_to(&next(&visit, step), None),
        _ => leads_to(
            &format!("{}?done=saved", visit.to(format!("proposals/{}/{step}", visit.part("proposal")))),
            None,
        ),
    }
}

/// The number of the step that the address names.
fn number(visit: &Visit) -> Result<u32, NotFound> {
    let draft = Draft::of(visit)?;
    let part = visit.part("step");
    let step: u32 = part.parse().ok().filter(|step: &u32| step.to_string() == part).ok_or(NotFound)?;
    draft.steps().contains(&step).then_some(step).ok_or(NotFound)
}

/// Where one goes on from a step: to the next, and from the last to the overview.
fn next(visit: &Visit, step: u32) -> String {
    let Ok(draft) = Draft::of(visit) else { return visit.to("proposals") };
    let next = draft.steps().into_iter().find(|other| *other > step);
    next.map_or_else(|| draft.to(""), |next| draft.to(&next.to_string()))
}

fn answer(visit: &Visit, refused: &[Refused], status: StatusCode) -> Response {
    match page(visit, refused) {
        Ok(page) => whole(visit, &page, status),
        Err(NotFound) => errors::page(&visit.reader, Some(visit), &Problem::NotFound),
    }
}

fn page(visit: &Visit, refused: &[Refused]) -> Result<Page, NotFound> {
    let (lang, draft, step) = (visit.lang(), Draft::of(visit)?, number(visit)?);
    let title = heading(&draft, step);
    let fields = draft.fields().into_iter().filter(|field| field.step == step);
    let kept = |key: &str| refused.iter().find(|one| one.field == key).map(|one| kept(visit, one));
    let main = html! {
        (overview::above(&draft))
        (progress(&draft, step))
        h1.long { (title) }
        (told(&draft, refused))
        @if !draft.is_draft() { p.lead { (lang.text("propose-not-a-draft")) } }
        div.writing {
            div {
                (writing(&draft, "answer", &html! {
                    @for field in fields {
                        (Asked { draft: &draft, field, kept: kept(&field.key) }.shown())
                    }
                    p.keep {
                        button name="do" value="next" { (lang.text("propose-save-and-on")) }
                        " " button.quiet name="do" value="save" { (lang.text("propose-save")) }
                    }
                }))
                @if step == PEOPLE_STEP { (people::list(&draft)) }
            }
            aside { (wanting::aside(&draft, Some(step))) }
        }
    };
    Ok(Page { title: format!("{title} · {}", draft.title()), part: Part::Writing, main })
}

/// What a step is about: its first fields.
pub(super) fn heading(draft: &Draft<'_>, step: u32) -> String {
    let lang = draft.visit.lang();
    match step {
        1 => lang.text("propose-step-1"),
        2 => lang.text("propose-step-2"),
        PEOPLE_STEP => lang.text("propose-step-3"),
        4 => lang.text("propose-step-4"),
        _ => lang.text("propose-step-5"),
    }
}

/// Which step this is of how many, with the way to each.
fn progress(draft: &Draft<'_>, here: u32) -> Markup {
    let lang = draft.visit.lang();
    let missing = wanting::missing(draft);
    html! {
        nav.progress aria-label=(lang.text("propose-steps")) { ol {
            @for (nth, step) in (1i64..).zip(draft.steps()) {
                @let open = missing.iter().any(|want| want.step == Some(step));
                li.whole[!open] {
                    a href=(draft.to(&step.to_string())) aria-current=[(step == here).then_some("step")] {
                        span { (lang.number(nth)) } " " (heading(draft, step))
                        @if !open { small { " " (lang.text("propose-complete")) } }
                    }
                }
            }
        } }
    }
}

/// The form around fields, with what a script needs: where to save, in whose name, and what to say.
pub(super) fn writing(draft: &Draft<'_>, unit: &str, fields: &Markup) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let person = visit.visitor.person().map(|person| person.to_string()).unwrap_or_default();
    html! {
        form.write #write method="post" action=(visit.reader.here.split('?').next().unwrap_or_default()) novalidate
            data-unit=(unit) data-answers=(draft.to("answers")) data-proposal={ (visit.slug) "/" (draft.proposal.id) } data-person=(person)
            data-saving=(lang.text("propose-saving")) data-saved=(lang.text_with("propose-saved", [("time", "#".into())]))
            data-waiting=(lang.text("propose-waiting")) data-out=(lang.text("propose-signed-out"))
            data-sign-in={ (visit.to("sign-in")) "?next=" (crate::site::reader::encode(&visit.reader.here)) }
            data-sign-in-says=(lang.text("nav-sign-in")) data-lang=(lang.tag())
            data-keep=(lang.text("propose-keep-mine")) data-take=(lang.text("propose-take-theirs"))
            data-restored=(lang.text("propose-restored")) {
            input type="hidden" name="key" value=(platform::random_token());
            (fields)
            p.state #state role="status" aria-live="polite" {}
        }
    }
}

/// What a script needs to send what is still kept on this device, on pages of a proposal without fields.
pub(super) fn carrier(draft: &Draft<'_>) -> Markup {
    html! { div.carrier { (writing(draft, "none", &html! {})) } }
}

/// At the top of the page: that all was saved, or what was not.
fn told(draft: &Draft<'_>, refused: &[Refused]) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let label = |one: &Refused| {
        let field = draft.call.fields.iter().find(|field| field.key == one.field);
        field.map_or_else(|| one.field.clone(), |field| said::label(field, lang))
    };
    html! {
        @if !refused.is_empty() {
            div.refused role="alert" {
                p { b { (lang.text("propose-rest-saved")) } }
                ul { @for one in refused {
                    li {
                        a href={ "#f-" (one.field) } { (label(one)) }
                        @if !one.is_conflict() { " – " (sentence(visit, &one.problem).what) }
                    }
                } }
            }
        } @else if visit.reader.asked("done") == "saved" {
            p.done role="status" { (lang.text("propose-all-saved")) }
        }
    }
}

fn kept(visit: &Visit, refused: &Refused) -> Kept {
    let why = sentence(visit, &refused.problem);
    Kept { values: refused.values.clone(), why, conflict: refused.is_conflict() }
}

/// Why something was not saved, in words.
pub(super) fn sentence(visit: &Visit, problem: &Problem) -> Sentence {
    match problem {
        Problem::Refused(refusal) => said(visit, refusal),
        problem => {
            let said = problem.said(visit.lang());
            Sentence { what: said.what, remedy: said.remedy, field: None }
        }
    }
}

fn said(visit: &Visit, refusal: &Refusal) -> Sentence {
    let names = Names { forum: visit.forum(), viewer: visit.visitor.viewer() };
    refusals::sentence_with_names(visit.lang(), refusal.reason(), names)
}
