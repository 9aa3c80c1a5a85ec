//! Everything that was proposed to a call: looked through by what it is, how far it is and what is missing.

pub mod file;

mod asked;
mod row;

use std::sync::Arc;

use forum::Refusal;
use forum::call::{Mode, Proposal, Stage, views};
use forum::reference::groups::StakeholderGroup;
use forum::review::{Command as Review, Screening};
use maud::{Markup, html};

use super::{OneCall, stage};
use crate::call::said;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Sheet, Typed};
use crate::desk::order::together;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit, names};

use asked::Asked;
pub(super) use asked::Screened;
use row::Row;
pub(super) use row::title;

/// How many stand on one page.
const PAGE: usize = 100;
/// Most that are let pass at once.
const STEPS_MAX: usize = 500;

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let asked = Asked::of(visit);
    let found = asked.found(&of);
    let all = of.proposals().filter(|proposal| proposal.stage != Stage::Erased).count();
    let last = found.len().saturating_sub(1) / PAGE + 1;
    let nth = visit.reader.asked("page").parse().unwrap_or(1usize).clamp(1, last);
    let shown = found.iter().skip((nth - 1) * PAGE).take(PAGE);
    let title = match of.call.mode {
        Mode::Sessions => lang.text("calls-proposals"),
        Mode::Issues => lang.text("calls-issues"),
    };
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        (filters(&of, &asked))
        p.bar { (lang.text_with("calls-found", [("count", found.len().into()), ("all", all.into())]))
            a href={ (of.to("proposals.csv")) (asked.query(None)) } download { (lang.text("calls-as-csv")) } }
        @if of.call.mode == Mode::Sessions && asked.screening == "waiting" {
            @let count = ready(&of, &asked).len();
            @if count > 0 { (sheet.act("pass-all", 0).button("quiet", &lang.text_with("calls-pass-all", [("count", count.into())]))) }
        }
        @if !found.is_empty() { (table(&of, shown.map(|proposal| Row::of(&of, proposal)))) }
        (pages(&of, &asked, nth, last))
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn table<'a>(of: &OneCall<'_>, rows: impl Iterator<Item = Row<'a>>) -> Markup {
    let lang = of.visit.lang();
    html! {
        div.table-wrap { table.table {
            thead { tr {
                th scope="col" { (lang.text("fact-code")) }
                th scope="col" { (lang.text("desk-session-title")) }
                th scope="col" { (lang.text("filter-type")) }
                th scope="col" { (lang.text("calls-theme")) }
                th scope="col" { (lang.text("calls-by")) }
                th scope="col" { (lang.text("calls-state")) }
                th.n scope="col" { (lang.text("calls-missing")) }
            } }
            tbody { @for row in rows { tr {
                td.code { (row.code(lang)) }
                th scope="row" { a href=(of.visit.to(format!("desk/proposals/{}", row.proposal.id))) { (row.title(lang)) } }
                td { (name(&said::kind(&row.proposal.kind, lang), lang)) }
                td { @if let Some(theme) = row.theme(of) { (name(&theme, lang)) } }
                td { (name(&row.by(of.visit), lang)) @if let Some(group) = row.group { " " small { (names::group(Some(group), lang)) } } }
                td { (row.state(of)) }
                td.n { (lang.number(row.lacks(of) as i64)) }
            } } }
        } }
    }
}

fn filters(of: &OneCall<'_>, asked: &Asked) -> Markup {
    let lang = of.visit.lang();
    let kinds = of.call.offers.iter().map(|offer| (offer.kind.clone(), said::kind(&offer.kind, lang)));
    let stages = [Stage::Draft, Stage::Submitted, Stage::Withdrawn];
    let stages = stages.map(|known| (asked::stage_key(known).to_owned(), stage(known, lang)));
    let groups = StakeholderGroup::ALL.map(|group| (group.key().to_owned(), names::group(Some(group), lang)));
    let screened = Screened::ALL.map(|known| (known.key().to_owned(), known.said(lang)));
    let lacks = [("anything".to_owned(), lang.text("calls-lack-anything"))];
    let fields = of.call.fields.iter().map(|field| (field.key.clone(), said::label(field, lang)));
    let sorts = [
        ("number", lang.text("calls-sort-number")),
        ("latest", lang.text("calls-sort-latest")),
        ("title", lang.text("calls-sort-title")),
        ("kind", lang.text("calls-sort-kind")),
    ];
    let sorts = sorts.map(|(key, text)| (key.to_owned(), text));
    html! {
        details open[asked.is_anything()] {
            summary { (lang.text("filter-summary")) }
            form role="search" {
                div.fields {
                    label { (lang.text("filter-words")) input type="search" name="q" value=(asked.question.as_str()); }
                    (choice(of, "type", &lang.text("filter-type"), &asked.kind, kinds))
                    (choice(of, "stage", &lang.text("calls-state"), &asked.stage, stages))
                    (choice(of, "theme", &lang.text("calls-theme"), &asked.theme, asked::themes(of.call, lang)))
                    (choice(of, "group", &lang.text("calls-group"), &asked.group, groups))
                    @if of.call.mode == Mode::Sessions {
                        (choice(of, "screening", &lang.text("calls-screening"), &asked.screening, screened))
                    }
                    (choice(of, "lack", &lang.text("calls-missing"), &asked.lack, lacks.into_iter().chain(fields)))
                    (choice(of, "sort", &lang.text("calls-sort"), &asked.sort, sorts))
                    button { (lang.text("filter-show")) }
                }
            }
        }
    }
}

fn choice(
    of: &OneCall<'_>,
    field: &str,
    label: &str,
    chosen: &str,
    all: impl IntoIterator<Item = (String, String)>,
) -> Markup {
    let none = (field != "sort").then(|| of.visit.lang().text("filter-all"));
    html! {
        label { (label) select name=(field) {
            @if let Some(none) = none { option value="" { (none) } }
            @for (value, called) in all { option value=(value) selected[value == chosen] { (called) } }
        } }
    }
}

fn pages(of: &OneCall<'_>, asked: &Asked, nth: usize, last: usize) -> Markup {
    let lang = of.visit.lang();
    html! {
        @if last > 1 {
            nav.tabs aria-label=(lang.text("nav-pages")) {
                @for number in 1..=last {
                    a href={ (of.to("proposals")) (asked.query(Some(number))) } aria-current=[(number == nth).then_some("page")] {
                        (lang.number(number as i64)) }
                }
            }
        }
    }
}

/// Those that wait for somebody to look at them and lack nothing.
fn ready<'a>(of: &OneCall<'a>, asked: &Asked) -> Vec<&'a Arc<Proposal>> {
    let forum = of.visit.forum();
    let waits = |one: &&Arc<Proposal>| {
        Screened::of(forum, one) == Some(Screened::Waiting) && views::missing(forum, of.call, one).is_empty()
    };
    asked.found(of).into_iter().filter(waits).take(STEPS_MAX).collect()
}

/// The form of that page: all that wait and lack nothing go to the reviewers.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    if form.get("do") != "pass-all" {
        return Err(No::NotFound);
    }
    let ready = ready(&of, &Asked::of(visit));
    let pass = |one: &Arc<Proposal>| Review::Screen {
        proposal: one.id,
        outcome: Screening::Passed,
        reasons: Vec::new(),
        note: String::new(),
    };
    match ready.is_empty() {
        true => Err(Refusal::NothingChanged.into()),
        false => Ok(together(visit, ready.into_iter().map(|one| pass(one).into()).collect())),
    }
}
