//! The rules for what is submitted: on or off, with a figure, for some types of session, and why.

use forum::Command;
use forum::call::{Command as Step, REQUIREMENTS, Requirement, Rule, Said};
use maud::{Markup, html};

use super::OneCall;
use super::fields::only;
use super::one::{language, languages, original};
use super::order;
use crate::call::said;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Sheet, Typed};
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("calls-rules");
    let own = |tag: &str| {
        let lacks = |rule: &&Requirement| !rule.reason.is_empty() && !rule.reason.contains_key(tag);
        of.call.requirements.iter().filter(lacks).count()
    };
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text("calls-rules-lead")) }
        (languages(visit, own))
        @for (nth, rule) in (1..).zip(REQUIREMENTS) { section.setting { (one(&of, &sheet, nth, rule)) } }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn one(of: &OneCall<'_>, sheet: &Sheet<'_>, nth: u32, rule: &Rule) -> Markup {
    let (lang, tag) = (of.visit.lang(), language(of.visit));
    let known = of.call.requirements.iter().find(|requirement| requirement.key == rule.key);
    let usual = rule.requirement();
    let shown = known.unwrap_or(&usual);
    let act = sheet.act("rule", nth);
    let written = shown.reason.get(tag).cloned().unwrap_or_default();
    html! {
        h2 { @if known.is_none() { span.soft { (said::requirement(rule.key, shown.count, lang)) } }
            @else { (said::requirement(rule.key, shown.count, lang)) } }
        @if let Some(why) = said::reason(shown, lang) { p.soft { (why) } }
        (act.form("desk", &html! {
            input type="hidden" name="language" value=(tag);
            input type="hidden" name="rule" value=(rule.key);
            (act.tick("on", &lang.text("calls-rule-on"), known.is_some()))
            @if rule.count > 0 { (act.line("number", "count", &lang.text("calls-rule-count"), &shown.count.to_string())) }
            details.more open[act.was_refused()] { summary { (lang.text("calls-rule-more")) }
                div {
                    (only(of, act, &shown.only))
                    (act.prose("reason", &lang.text("calls-rule-reason"), 2, &written))
                    (original(&shown.reason, tag, lang))
                }
            }
            (act.send(&lang.text("desk-save")))
        }))
    }
}

/// The forms of that page.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = OneCall::of(visit).map_err(|NotFound| No::NotFound)?;
    let (call, tag) = (of.call.id, order::language(form)?);
    if form.get("do") != "rule" {
        return Err(No::NotFound);
    }
    let rule = Rule::find(form.get("rule")).ok_or(No::NotFound)?;
    let known = of.call.requirements.iter().find(|requirement| requirement.key == rule.key);
    let step = if form.get("on") == "yes" {
        let reason = known.map_or_else(Said::new, |known| known.reason.clone());
        let requirement = Requirement {
            key: rule.key.to_owned(),
            count: if rule.count > 0 { form.needed("count")? } else { 0 },
            reason: order::resaid(&reason, &tag, form.get("reason")),
            only: form.all("only").map(str::to_owned).collect(),
        };
        Step::SetRequirement { call, requirement }
    } else {
        Step::DropRequirement { call, key: rule.key.to_owned() }
    };
    Ok(Command::from(step).into())
}
