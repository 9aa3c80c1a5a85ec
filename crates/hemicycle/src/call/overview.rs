//! A proposal at a glance for those who organise it: how far it is, what is missing, who is in it, and what can be done.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use forum::call::{Command, Field, Mode, Stage};
use forum::review::Command as Review;
use forum::{MergeId, PartId};
use jiff::Timestamp;
use maud::{Markup, html};

use super::draft::{Draft, shown};
use super::{after, gates, people, said, step, wanting};
use crate::app::App;
use crate::desk::answer::{self, Order};
use crate::desk::form::{No, Sheet, Typed};
use crate::problem::Problem;
use crate::sign_in;
use crate::site::content::{name, paragraphs};
use crate::site::form::Form;
use crate::site::{NotFound, Page, Part, Visit, errors};

/// `GET /{forum}/proposals/{proposal}`
pub async fn show(visit: Visit) -> Response {
    answer::page(&visit, &page)
}

/// `POST /{forum}/proposals/{proposal}`: submits it, withdraws it, and the like.
pub async fn act(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    if let Some(problem) = crate::desk::doors::unread(&form) {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    match form.get("do") {
        "link" => link(&app, &visit).await,
        _ => answer::form(&app, visit, form, &order, &page).await,
    }
}

/// Sends a link to the mailbox of whoever asks, which leads straight to this draft on whatever device it is opened.
async fn link(app: &App, visit: &Visit) -> Response {
    let Ok(draft) = Draft::of(visit) else {
        return errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    };
    let person = visit.visitor.person().and_then(|person| visit.forum().people.persons.get(&person));
    let address = person.and_then(|person| person.email.as_ref()).and_then(|email| email.text());
    let Some(address) = address else {
        return errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    };
    match sign_in::doors::send_link(app, visit, address, &draft.to("")).await {
        Ok(()) => answer::done(&draft.to("?done=link")),
        Err(problem) => errors::page(&visit.reader, Some(visit), &problem),
    }
}

fn order(visit: &Visit, form: &Form) -> Result<Order, No> {
    let draft = Draft::of(visit).map_err(|_| No::NotFound)?;
    let proposal = draft.proposal.id;
    let command = |command: Review| Order { command: command.into(), to: Some(draft.to("")), tell: None };
    let part = || form.get("part").parse().map(PartId).map_err(|_| No::NotFound);
    let (command, to) = match form.get("do") {
        "submit" => (Command::Submit { proposal }, draft.to("?done=submitted")),
        "reopen" => (Command::Reopen { proposal, until: None }, draft.to("")),
        "withdraw" if form.get("sure") == "yes" => (Command::Withdraw { proposal }, draft.to("")),
        "withdraw" => return Err(No::Elsewhere(draft.to("?done=unsure"))),
        "kind" => (Command::ChooseKind { proposal, kind: form.get("kind").to_owned() }, draft.to("")),
        "appeal" => return Ok(command(Review::Appeal { proposal, text: form.get("text").to_owned() })),
        "merge" => {
            let merge = form.get("id").parse().map(MergeId).map_err(|_| No::NotFound)?;
            let agrees = form.get("agrees") == "yes";
            return Ok(command(Review::AnswerMerge { merge, proposal, agrees }));
        }
        "invite" => (Command::InvitePart { proposal, part: part()? }, people::address(&draft)),
        "remove" => (Command::RemovePart { proposal, part: part()? }, people::address(&draft)),
        _ => return Err(No::NotFound),
    };
    Ok(Order { command: command.into(), to: Some(to), tell: None })
}

/// The line above the title of each page of a proposal.
pub(super) fn above(draft: &Draft<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let (title, _) = said::title(draft.call, lang);
    html! {
        p.over {
            a href=(visit.to(format!("calls/{}", draft.call.id))) { (name(title, lang)) }
            " · " (said::kind(&draft.proposal.kind, lang))
            " · " a href=(draft.to("")) { @if let Some(code) = draft.code() { (code) } @else { (lang.text("propose-overview")) } }
        }
    }
}

fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let (lang, draft) = (visit.lang(), Draft::of(visit)?);
    let sheet = Sheet::new(visit, typed);
    let title = draft.title();
    let main = html! {
        (above(&draft))
        h1.long { (name(&title, lang)) }
        (sheet.refusal())
        (told(&draft))
        @if draft.is_draft() { (writing(&draft, &sheet)) (step::carrier(&draft)) } @else { (submitted(&draft, &sheet)) }
    };
    Ok(Page { title, part: Part::Writing, main })
}

fn told(draft: &Draft<'_>) -> Markup {
    let lang = draft.visit.lang();
    let says = match draft.visit.reader.asked("done") {
        "submitted" if !draft.is_draft() => lang.text("propose-was-submitted"),
        "link" => lang.text("propose-link-sent"),
        "unsure" => lang.text("propose-withdraw-unsure"),
        _ => return html! {},
    };
    html! { p.done role="status" { (says) } }
}

/// While it is a draft: the steps, what is wanted, and the way to submit it.
fn writing(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let (missing, broken) = (wanting::missing(draft), wanting::broken(draft));
    let ready = missing.is_empty() && broken.is_empty();
    let now = Timestamp::now();
    html! {
        p.lead { (gates::standing(visit, draft.gate(), now)) }
        (after::repair(draft))
        div.writing {
            div {
                h2 { (lang.text("propose-steps")) }
                ol.stairs {
                    @for number in draft.steps() {
                        @let open = missing.iter().filter(|want| want.step == Some(number)).count();
                        li.whole[open == 0] {
                            a href=(draft.to(&number.to_string())) { (step::heading(draft, number)) }
                            small {
                                @if open == 0 { "✓ " (lang.text("propose-complete")) }
                                @else { (lang.text_with("propose-missing-here", [("count", open.into())])) }
                            }
                        }
                    }
                }
                (people(draft))
                (kind(draft, sheet))
                (elsewhere(draft, sheet))
                (withdraw(draft, sheet))
            }
            aside {
                (wanting::aside(draft, None))
                div.submit {
                    @if ready { (sheet.act("submit", 0).button("", &lang.text("propose-submit"))) }
                    @else { p.soft { (lang.text("propose-not-ready")) } }
                }
            }
        }
    }
}

/// Another type of session; what was answered stays.
fn kind(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let offers = &draft.call.offers;
    let kinds: Vec<_> =
        offers.iter().map(|offer| (offer.kind.clone(), said::kind(&offer.kind, lang))).collect();
    let act = sheet.act("kind", 0);
    html! {
        @if kinds.len() > 1 {
            details.more open[act.was_refused()] {
                summary { (lang.text("propose-other-kind")) }
                p.soft { (lang.text("propose-other-kind-hint")) }
                (act.form("line", &html! {
                    (act.choice("kind", &lang.text("filter-type"), &draft.proposal.kind, &kinds))
                    button.quiet { (lang.text("propose-choose")) }
                }))
            }
        }
    }
}

/// On another device.
fn elsewhere(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    html! {
        details.more {
            summary { (lang.text("propose-elsewhere")) }
            p.soft { (lang.text("propose-elsewhere-hint")) }
            (sheet.act("link", 0).button("quiet", &lang.text("propose-elsewhere-send")))
        }
    }
}

fn withdraw(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("withdraw", 0);
    html! {
        details.more open[draft.visit.reader.asked("done") == "unsure"] {
            summary { (lang.text("propose-withdraw")) }
            p.soft { (lang.text("propose-withdraw-hint")) }
            (act.form("stack", &html! {
                label.option { input type="checkbox" name="sure" value="yes" required; span { (lang.text("propose-withdraw-sure")) } }
                button.quiet { (lang.text("propose-withdraw")) }
            }))
        }
    }
}

/// Once it was submitted: how it stands, what was decided, what was written, and the way back to a draft while there is
/// time.
fn submitted(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let now = Timestamp::now();
    let reviewed = forum::review::views::is_under_review(draft.visit.forum(), draft.proposal, now);
    let open = draft.gate().is_open(now) && !reviewed;
    let withdrawn = draft.proposal.stage == Stage::Withdrawn;
    html! {
        (after::standing(draft))
        div.writing {
            div {
                (after::suggestions(draft, sheet))
                (after::decision(draft, sheet))
                h2 { (lang.text("propose-answers")) }
                (answers(draft))
                (people(draft))
            }
            aside {
                @if open {
                    div.submit {
                        (sheet.act("reopen", 0).button("quiet", &lang.text("propose-reopen")))
                        p.soft { (lang.text("propose-reopen-hint")) }
                    }
                }
                @if !withdrawn { (self::withdraw(draft, sheet)) }
            }
        }
    }
}

/// Who stands in it; an issue is submitted by one person, and those who work on it become a team later.
fn people(draft: &Draft<'_>) -> Markup {
    html! {
        @if draft.call.mode == Mode::Sessions {
            h2 { (draft.visit.lang().text("propose-people")) }
            (people::list(draft))
        }
    }
}

/// All answers as they stand.
fn answers(draft: &Draft<'_>) -> Markup {
    let lang = draft.visit.lang();
    let answer = |field: &Field| {
        let saved = draft.proposal.answers.get(&field.key).and_then(|saved| saved.now.as_ref());
        shown(field, saved, lang)
    };
    html! {
        dl.answers {
            @for field in draft.fields() {
                @let text = answer(field);
                @if draft.is_asked(field) && !text.is_empty() {
                    dt { (said::label_shown(field, lang)) }
                    dd { (paragraphs(&text, lang)) }
                }
            }
        }
    }
}
