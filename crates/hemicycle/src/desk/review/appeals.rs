//! Appeals: what organisers say against a decision, what it rests on, and the answer.

use forum::ProposalId;
use forum::access::Access;
use forum::review::views::has_interest;
use forum::review::{Appeal, Command as Review};
use maud::{Markup, html};

use super::about::Reviewed;
use super::decisions::reasons;
use super::shown::Shown;
use super::table::verdict_name;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Sheet, Typed};
use crate::site::content::{prose, tagged};
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let title = lang.text("review-appeals-title");
    let sheet = Sheet::new(visit, typed);
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let interest = |id| visit.visitor.person().is_none_or(|me| has_interest(visit.forum(), me, id));
    let appeals = &visit.forum().review.appeals;
    let shown = Shown::all(visit, of.call.id).into_iter().filter(|one| runs || !interest(one.id));
    let mut all: Vec<(Shown, &Appeal)> = shown
        .filter_map(|one| Some((appeals.get(&one.id)?.as_ref(), one)))
        .map(|(appeal, one)| (one, appeal))
        .collect();
    all.sort_by_key(|(_, appeal)| (appeal.answer.is_some(), appeal.at));
    let until = of.settings.and_then(|settings| settings.appeals);
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        @match until {
            Some(until) => p.lead { (lang.text_with("review-appeals-open", [("when", lang.moment(until, &of.zone()).into())])) },
            None => p.lead { (lang.text("review-appeals-none")) },
        }
        @if all.is_empty() { p { (lang.text("review-appeals-empty")) } }
        @for (shown, appeal) in &all { (one(&of, &sheet, shown, appeal)) }
    };
    Ok(Page { title, part: Part::Review, main })
}

fn one(of: &Reviewed<'_>, sheet: &Sheet<'_>, shown: &Shown, appeal: &Appeal) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let decision = visit.forum().review.decisions.get(&shown.id);
    let act = sheet.act("answer", shown.id.0);
    let choices = [
        ("no".to_owned(), lang.text("review-appeal-dismiss")),
        ("yes".to_owned(), lang.text("review-appeal-uphold")),
    ];
    html! {
        section.appeal {
            h2 { a href={ (of.to("decisions")) "?proposal=" (shown.id) } { span.code { (shown.code) } " " (tagged(&shown.title, "", lang)) } }
            p.soft { (lang.moment(appeal.at, &of.zone())) }
            @if let Some(decision) = decision { p { b { (verdict_name(decision.verdict, lang)) } " · " (reasons(of, decision)) } }
            h3 { (lang.text("review-appeal-says")) }
            (prose(&appeal.text, "", lang))
            @match &appeal.answer {
                Some((upheld, text)) => {
                    h3 { @if *upheld { (lang.text("review-appeal-upheld")) } @else { (lang.text("review-appeal-dismissed")) } }
                    (prose(text, "", lang))
                },
                None => (act.form("desk", &html! {
                    (act.choice("upheld", &lang.text("review-appeal-answer"), "no", &choices))
                    (act.prose("text", &lang.text("review-appeal-why"), 4, ""))
                    (act.send(&lang.text("review-appeal-send")))
                })),
            }
        }
    }
}

/// Reads the form.
pub(super) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = Reviewed::of(visit).map_err(|_| No::NotFound)?;
    let proposal = ProposalId(form.needed("id")?);
    let here = visit.forum().call.proposals.get(&proposal).is_some_and(|known| known.call == of.call.id);
    if form.get("do") != "answer" || !here {
        return Err(No::NotFound);
    }
    let text = form.get("text").trim().replace("\r\n", "\n");
    let upheld = form.get("upheld") == "yes";
    Ok(forum::Command::from(Review::AnswerAppeal { proposal, upheld, text }).into())
}
