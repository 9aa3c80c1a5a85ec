//! What was accepted, as sessions of the programme: what would be made, and that it is made. Done again, it brings what
//! is new: people who agreed since, and texts, if that is wanted.

mod making;
mod wanted;

use forum::call::Mode;
use forum::{ClusterId, Refusal};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;

use super::OneCall;
use crate::api::data::{Ask, Data, Nothing};
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Sheet, Typed};
use crate::desk::order::together;
use crate::problem::Problem;
use crate::site::content::{name, tagged};
use crate::site::{NotFound, Page, Part, Visit};

use making::{Item, Making, Source};
pub(in crate::desk) use wanted::{SYSTEM, TEAM_SYSTEM};

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let making = Making::of(visit.forum(), of.call, of.meeting, &Source::All, false);
    let title = lang.text("calls-sessions");
    let act = sheet.act("make", 0);
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { @match of.call.mode { Mode::Sessions => (lang.text("calls-make-lead")), Mode::Issues => (lang.text("calls-make-lead-teams")) } }
        @if making.items.is_empty() { p { (lang.text("calls-make-none")) } }
        @else {
            (table(&of, &making.items))
            (act.form("desk", &html! {
                (act.tick("texts", &lang.text("calls-make-texts"), false))
                p.soft { (lang.text("calls-make-texts-hint")) }
                (act.send(&lang.text("calls-make")))
            }))
        }
        p { a href=(visit.to(format!("desk/meetings/{}/programme", of.meeting.slug))) { (lang.text("desk-board-title")) } }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn table(of: &OneCall<'_>, items: &[Item]) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    html! {
        div.table-wrap { table.table {
            thead { tr {
                th scope="col" { (lang.text("fact-code")) } th scope="col" { (lang.text("desk-session-title")) }
                th scope="col" { (lang.text("calls-make-what")) } th.n scope="col" { (lang.text("calls-make-silent")) }
            } }
            tbody { @for item in items { tr {
                td.code { @match &item.session {
                    Some(slug) => a href=(visit.to(format!("desk/meetings/{}/sessions/{slug}", of.meeting.slug))) { (name(&item.code, lang)) },
                    None => (name(&item.code, lang)),
                } }
                th scope="row" { a href=(visit.to(&item.from)) { (tagged(&item.title, "", lang)) } }
                td {
                    @if let Some(new) = &item.new {
                        (lang.text_with("calls-make-new", [("minutes", new.minutes.into()), ("people", item.joins.len().into())]))
                        @if let Some(track) = &new.track { " · " (name(track, lang)) }
                        @for need in &new.needs { " · " (name(&crate::desk::plan::said::feature(need, lang), lang)) }
                    } @else if item.joins.is_empty() && !item.texts { span.soft { (lang.text("calls-make-same")) } }
                    @else {
                        @if !item.joins.is_empty() { (lang.text_with("calls-make-join", [("names", item.joins.join(", ").into())])) }
                        @if item.texts { " " (lang.text("calls-make-differs")) }
                    }
                }
                td.n { (lang.number(item.silent as i64)) }
            } } }
        } }
    }
}

/// The forms of that page, and the button of a team's plan.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    let source = match form.get("do") {
        "make" => Source::All,
        "make-team" => Source::Team(ClusterId(form.needed("id")?)),
        _ => return Err(No::NotFound),
    };
    let texts = form.get("texts") == "yes";
    let making = Making::of(visit.forum(), of.call, of.meeting, &source, texts);
    match making.draft.steps.is_empty() {
        true => Err(Refusal::NothingChanged.into()),
        false => Ok(together(visit, making.draft.steps)),
    }
}

/// What would become of an accepted proposal or a team’s plan.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SessionToMake")]
struct ItemData {
    /// Where it comes from: an address below the forum.
    from: String,
    /// The code that the session has or gets.
    code: String,
    /// Its title.
    title: String,
    /// The session in addresses, if there is one already.
    session: Option<String>,
    /// Who would join it.
    joins: Vec<String>,
    /// Whether title or abstract differ from those of the session.
    texts: bool,
    /// How many in it have not agreed, and so are left out.
    silent: usize,
}

/// What would become sessions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SessionsToMake")]
pub struct SessionsData {
    /// By the numbers of the proposals.
    items: Vec<ItemData>,
}

/// `GET /api/{forum}/desk/calls/{call}/sessions`
pub struct Sessions;

impl Data for Sessions {
    type Query = Nothing;
    type Answer = SessionsData;
    const ABOUT: &'static str = "What was accepted and released, and what of it is not in the programme yet.";

    fn answer(ask: &Ask, _: Nothing) -> Result<SessionsData, Problem> {
        let (forum, call) = (ask.forum(), super::api::call(ask)?);
        let meeting = forum.series.meetings.get(&call.meeting).ok_or(Problem::NotFound)?;
        let making = Making::of(forum, call, meeting, &Source::All, false);
        let data = |item: Item| ItemData {
            from: item.from,
            code: item.code,
            title: item.title,
            session: item.session,
            joins: item.joins,
            texts: item.texts,
            silent: item.silent,
        };
        Ok(SessionsData { items: making.items.into_iter().map(data).collect() })
    }
}
