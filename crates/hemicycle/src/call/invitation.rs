//! Whoever was asked to take part in a proposal: what is kept about them, whether they agree, and their own corrections.
//! Nobody's data is public before they agreed; whoever declines needs no account.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use forum::call::{Call, Command, Part as Named, PartTyped, Proposal, views};
use forum::people::mailbox;
use forum::{Actor, PartId, ProposalId};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::sign_in::{By, Command as Door, Secret};
use platform::writer::Key;

use super::draft::{person_name, title};
use super::people::typed;
use super::{part, read, said, save, step};
use crate::app::App;
use crate::problem::Problem;
use crate::refusals::Sentence;
use crate::sign_in::answer::{leads_to, private};
use crate::site::content::{name, paragraphs};
use crate::site::form::Form;
use crate::site::{NotFound, Page, Part, Visit, errors, names};

/// Where somebody was asked to take part.
struct Asked<'a> {
    call: &'a Call,
    proposal: &'a Proposal,
    id: PartId,
    part: &'a Named,
}

impl<'a> Asked<'a> {
    fn find(visit: &'a Visit, proposal: &str, id: &str) -> Option<Asked<'a>> {
        let number = |text: &str| text.parse().ok().filter(|id: &u32| id.to_string() == text);
        let proposal = visit.forum().call.proposals.get(&ProposalId(number(proposal)?))?;
        let id = PartId(number(id)?);
        let part = proposal.parts.get(&id).filter(|part| part.invited.is_some())?;
        Some(Asked { call: visit.forum().call.calls.get(&proposal.call)?, proposal, id, part })
    }

    /// The one that the address names, if it is the visitor who was asked.
    fn of(visit: &'a Visit) -> Result<Asked<'a>, NotFound> {
        let person = visit.visitor.person().ok_or(NotFound)?;
        let asked = Asked::find(visit, visit.part("proposal"), visit.part("part")).ok_or(NotFound)?;
        views::is_asked(visit.forum(), asked.part, person).then_some(asked).ok_or(NotFound)
    }

    fn address(&self, visit: &Visit) -> String {
        visit.to(format!("invitations/{}/{}", self.proposal.id, self.id))
    }
}

/// `GET /{forum}/invitations/{proposal}/{part}`
pub async fn show(visit: Visit) -> Response {
    answer(&visit, None, StatusCode::OK)
}

/// `POST` of the same: says yes or no, or corrects what is kept. With the link of the letter, no needs no account.
pub async fn tell(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    if form.has("link") {
        return decline(&app, &visit, &form).await;
    }
    let (Ok(asked), Some(actor)) = (Asked::of(&visit), visit.visitor.actor) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let (proposal, part, to) = (asked.proposal.id, asked.id, asked.address(&visit));
    let command = match form.get("do") {
        "yes" => Command::AnswerPart { proposal, part, agrees: true },
        "no" => Command::AnswerPart { proposal, part, agrees: false },
        "correct" => {
            let own = typed(asked.part);
            let (role, email, confirmed) = (own.role, own.email, own.confirmed);
            let entry = PartTyped { role, email, confirmed, ..read::part(&form) };
            Command::SavePart { proposal, part: Some(part), on: asked.part.seq, entry }
        }
        _ => return errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
    };
    let Some(key) = crate::desk::answer::key_of(&form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    match save::done(app.give_as(&visit.slug, actor, key, command.into()).await) {
        // Nothing is kept of whoever declined, so that there is no page any more to lead to.
        Ok(_) if form.get("do") == "no" => declined(&visit),
        Ok(_) => leads_to(&format!("{to}?done={}", form.get("do")), None),
        Err(problem) => {
            let why = step::sentence(&visit, &problem);
            answer(&visit, Some((&why, read::part(&form))), problem.status())
        }
    }
}

/// Says no with the link of the letter, which shows whose mailbox it is and opens nothing any more afterwards.
async fn decline(app: &App, visit: &Visit, form: &Form) -> Response {
    let gone = || errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    let Some(secret) = Secret::read(form.get("link")) else { return gone() };
    let door = app.gate().there(&visit.slug).map(|door| door.state());
    let shown = door.as_ref().and_then(|door| door.state.link(secret.digest(), Timestamp::now()));
    let address = shown.and_then(|link| link.address.text().map(mailbox));
    let asked = Asked::find(visit, visit.part("proposal"), visit.part("part"));
    let (Some(asked), Some(address)) = (asked, address) else { return gone() };
    let theirs = asked.part.email.as_ref().and_then(|email| email.text()).map(mailbox);
    if theirs.as_ref() != Some(&address) {
        return gone();
    }
    let command = Command::AnswerPart { proposal: asked.proposal.id, part: asked.id, agrees: false };
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    match save::done(app.give_as(&visit.slug, Actor::Newcomer, key, command.into()).await) {
        Ok(_) => {
            // The link has done what it was for; if it cannot be ended now, it ends in its time.
            drop(app.gate().give(&visit.slug, By::House, Door::EndLink { address }).await);
            declined(visit)
        }
        Err(problem) => errors::page(&visit.reader, Some(visit), &problem),
    }
}

fn declined(visit: &Visit) -> Response {
    let lang = visit.lang();
    let main = html! {
        h1 { (lang.text("invite-declined-title")) }
        p.lead { (lang.text("invite-declined-lead")) }
    };
    let page = Page { title: lang.text("invite-declined-title"), part: Part::Call, main };
    private(visit, StatusCode::OK, &page)
}

/// What stands above the button of a sign-in link that leads to an invitation: what it is about, and how to say no without
/// signing in. Nothing, if it leads elsewhere.
pub(crate) fn above_sign_in(visit: &Visit, next: &str, address: &str, secret: &str) -> Option<Markup> {
    let rest = next.strip_prefix(&visit.to("invitations/"))?;
    let (proposal, part) = rest.split_once('/')?;
    let asked = Asked::find(visit, proposal, part)?;
    let theirs = asked.part.email.as_ref()?.text()?;
    (mailbox(theirs) == mailbox(address) && asked.part.agrees.is_none()).then_some(())?;
    let lang = visit.lang();
    Some(html! {
        (about(visit, &asked))
        form.bare method="post" action=(asked.address(visit)) {
            input type="hidden" name="link" value=(secret);
            button.quiet { (lang.text("invite-decline-here")) }
        }
        p.soft { (lang.text("invite-decline-hint")) }
    })
}

/// Who asks whom for what.
fn about(visit: &Visit, asked: &Asked<'_>) -> Markup {
    let lang = visit.lang();
    let by = person_name(visit.forum(), asked.proposal.by, lang);
    let facts = [("by", by.into()), ("role", names::role(asked.part.role, lang).into())];
    html! {
        p.lead { (lang.text_with("invite-lead", facts)) }
        p { b { (name(&title(asked.proposal, lang), lang)) } br; small.soft { (name(said::title(asked.call, lang).0, lang)) } }
    }
}

fn answer(visit: &Visit, refused: Option<(&Sentence, PartTyped)>, status: StatusCode) -> Response {
    match Asked::of(visit) {
        Ok(asked) => private(visit, status, &page(visit, &asked, refused)),
        Err(NotFound) => errors::page(&visit.reader, Some(visit), &Problem::NotFound),
    }
}

fn page(visit: &Visit, asked: &Asked<'_>, refused: Option<(&Sentence, PartTyped)>) -> Page {
    let lang = visit.lang();
    let (address, key) = (asked.address(visit), platform::random_token());
    let button = |what: &str, class: &str, says: String| {
        html! {
            form.bare method="post" action=(address) {
                input type="hidden" name="key" value={ (key) "." (what) };
                button class=(class) name="do" value=(what) { (says) }
            }
        }
    };
    let main = html! {
        h1 { (lang.text("invite-title")) }
        (about(visit, asked))
        @if let Some(text) = views::text(asked.proposal, "description") { div { (paragraphs(text, lang)) } }
        @match asked.part.agrees {
            Some(true) => p.done role="status" { "✓ " (lang.text("invite-said-yes")) },
            Some(false) => p.done role="status" { (lang.text("invite-said-no")) },
            None => {},
        }
        div.keep {
            @if asked.part.agrees != Some(true) { (button("yes", "", lang.text("invite-yes"))) }
            @if asked.part.agrees != Some(false) { (button("no", "quiet", lang.text("invite-no"))) }
        }
        @if asked.part.role == forum::people::Role::Organiser { p.soft { (lang.text("invite-organiser")) } }
        h2 { (lang.text("invite-data")) }
        p.prose { (lang.text("invite-data-hint")) }
        (correction(visit, asked, &address, refused))
    };
    Page { title: lang.text("invite-title"), part: Part::Call, main }
}

/// What is kept about them, to be corrected.
fn correction(
    visit: &Visit,
    asked: &Asked<'_>,
    address: &str,
    refused: Option<(&Sentence, PartTyped)>,
) -> Markup {
    let lang = visit.lang();
    let (why, entry) = refused.map_or_else(|| (None, typed(asked.part)), |(why, entry)| (Some(why), entry));
    html! {
        @if let Some(why) = why { div.refused role="alert" { p { b { (why.what) } " " (why.remedy) } } }
        @if visit.reader.asked("done") == "correct" { p.done role="status" { (lang.text("propose-all-saved")) } }
        form.own method="post" action=(address) {
            input type="hidden" name="key" value=(platform::random_token());
            (part::own_fields(&entry, lang))
            p.keep { button name="do" value="correct" { (lang.text("propose-save")) } }
        }
    }
}
