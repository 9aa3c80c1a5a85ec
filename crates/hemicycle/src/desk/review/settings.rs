//! How a call is reviewed: what is scored, why a score may be low, who scores and until when, and where the bands are.

use std::collections::BTreeSet;

use forum::call::Said;
use forum::reference::groups::StakeholderGroup;
use forum::review::{Criterion, Reason, Settings};
use jiff::Timestamp;
use maud::{Markup, html};

use super::about::{self, Reviewed};
use super::figures::of_hundredths;
use crate::desk::form::{Act, Sheet, Typed};
use crate::languages::LANGUAGES;
use crate::site::content::tagged;
use crate::site::visit::venue;
use crate::site::{NotFound, Page, Part, Visit, names};

/// How many empty lines there are for criteria and reasons of the forum's own.
pub(super) const NEW: usize = 2;

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let (settings, tag) = (known(&of), written_in(visit));
    let title = lang.text("review-settings-title");
    let act = sheet.act("settings", 0);
    let body = html! {
        input type="hidden" name="tag" value=(tag);
        section.whole { h2 { (lang.text("review-criteria")) } (criteria(&of, &settings, act, &tag)) }
        section.whole { h2 { (lang.text("review-reasons")) } (reasons(&of, &settings, act, &tag)) }
        section.whole { h2 { (lang.text("review-who-scores")) } (who(&of, &settings, act)) }
        section.whole { h2 { (lang.text("review-outcome")) } (outcome(&of, &settings, act)) }
        (act.send(&lang.text("desk-save")))
    };
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        @if of.settings.is_none() { p.lead { (lang.text("review-settings-lead")) } }
        (languages(&of, &tag))
        (act.form("desk", &body))
    };
    Ok(Page { title, part: Part::Review, main })
}

/// The settings as they are, or those to begin with, and after them every built-in criterion that is not scored yet.
pub(super) fn known(of: &Reviewed<'_>) -> Settings {
    let closes = of.call.about.gate.closes;
    let usual = || Settings::usual(forum::call::Gate { opens: closes, closes: weeks_after(closes) });
    let mut settings = of.settings.map_or_else(usual, |settings| (**settings).clone());
    for key in forum::review::CRITERIA {
        if !settings.criteria.iter().any(|criterion| criterion.key == key) {
            let (title, help) = (Said::new(), Said::new());
            settings.criteria.push(Criterion { key: key.to_owned(), title, help, weight: 0 });
        }
    }
    settings
}

/// The advisory group of 2021 had 17 days; three weeks leave room for a reminder.
fn weeks_after(at: Timestamp) -> Timestamp {
    at.checked_add(jiff::Span::new().hours(21 * 24)).unwrap_or(at)
}

/// The language in which the forum's own words are written on this page.
fn written_in(visit: &Visit) -> String {
    let asked = visit.reader.asked("words");
    let known = LANGUAGES.iter().find(|language| language.tag == asked);
    known.map_or(visit.lang().tag(), |language| language.tag).to_owned()
}

fn languages(of: &Reviewed<'_>, tag: &str) -> Markup {
    let lang = of.visit.lang();
    html! {
        nav.tabs aria-label=(lang.text("review-words-in")) {
            @for language in LANGUAGES {
                @let current = (language.tag == tag).then_some("true");
                a href={ (of.to("review")) "?words=" (language.tag) } aria-current=[current] { bdi lang=(language.tag) { (language.name) } }
            }
        }
    }
}

fn criteria(of: &Reviewed<'_>, settings: &Settings, act: Act<'_>, tag: &str) -> Markup {
    let lang = of.visit.lang();
    html! {
        p.soft { (lang.text("review-criteria-hint")) }
        ol.rows.criteria {
            @for (n, criterion) in settings.criteria.iter().enumerate() {
                @let called = about::criterion(criterion, lang);
                @let own = |said: &Said| said.get(tag).cloned().unwrap_or_default();
                li {
                    input type="hidden" name={ "c" (n) "-key" } value=(criterion.key);
                    div.whole { b { (tagged(&called, "", lang)) } @if let Some(help) = about::criterion_help(criterion, lang) { " " small { (help) } } }
                    (act.line("number", &format!("c{n}-weight"), &lang.text("review-weight"), &criterion.weight.to_string()))
                    (words(act, &format!("c{n}"), &lang.text("review-own-words"), [&own(&criterion.title), &own(&criterion.help)], of))
                }
            }
            @for n in settings.criteria.len()..settings.criteria.len() + NEW {
                li {
                    input type="hidden" name={ "c" (n) "-key" } value="";
                    (act.line("text", &format!("c{n}-title"), &lang.text("review-criterion-new"), ""))
                    (act.line("number", &format!("c{n}-weight"), &lang.text("review-weight"), ""))
                    (act.line("text", &format!("c{n}-help"), &lang.text("review-look-at"), ""))
                }
            }
        }
    }
}

/// The forum's own words for something, folded away: most forums take those of the catalogue.
fn words(act: Act<'_>, name: &str, summary: &str, known: [&str; 2], of: &Reviewed<'_>) -> Markup {
    let lang = of.visit.lang();
    html! {
        details.whole open[known.iter().any(|text| !text.is_empty())] {
            summary { (summary) }
            (act.line("text", &format!("{name}-title"), &lang.text("desk-name"), known[0]))
            (act.line("text", &format!("{name}-help"), &lang.text("review-look-at"), known[1]))
        }
    }
}

fn reasons(of: &Reviewed<'_>, settings: &Settings, act: Act<'_>, tag: &str) -> Markup {
    let lang = of.visit.lang();
    let mine: BTreeSet<&str> = settings.reasons.iter().map(|reason| reason.key.as_str()).collect();
    let others = forum::review::REASONS.iter().filter(|key| !mine.contains(*key));
    let others = others.map(|key| Reason { key: (*key).to_owned(), said: Said::new() });
    let all: Vec<Reason> = settings.reasons.iter().cloned().chain(others).collect();
    html! {
        p.soft { (lang.text("review-reasons-hint")) }
        ul.rows {
            @for (n, reason) in all.iter().enumerate() {
                @let name = format!("r{n}-on");
                li {
                    input type="hidden" name={ "r" (n) "-key" } value=(reason.key);
                    (act.tick(&name, &about::reason(settings, &reason.key, lang), mine.contains(reason.key.as_str())))
                    (act.line("text", &format!("r{n}-said"), &lang.text("review-own-words"), reason.said.get(tag).map_or("", String::as_str)))
                }
            }
            @for n in all.len()..all.len() + NEW {
                li {
                    input type="hidden" name={ "r" (n) "-key" } value="";
                    (act.line("text", &format!("r{n}-said"), &lang.text("review-reason-new"), ""))
                }
            }
        }
        (act.line("number", "low", &lang.text("review-low"), &settings.low.to_string()))
    }
}

fn who(of: &Reviewed<'_>, settings: &Settings, act: Act<'_>) -> Markup {
    let lang = of.visit.lang();
    let most = settings.most.map(|most| most.to_string()).unwrap_or_default();
    html! {
        div.line.fields {
            (act.line("number", "each", &lang.text("review-each"), &settings.each.to_string()))
            (act.line("number", "most", &lang.text("review-most"), &most))
        }
        fieldset.quotas {
            legend { (lang.text("review-quotas")) }
            @for group in StakeholderGroup::ALL {
                @let known = settings.quotas.get(&group).map(u32::to_string).unwrap_or_default();
                (act.line("number", &format!("quota-{}", group.key()), &names::group(Some(group), lang), &known))
            }
        }
        (act.tick("blind", &lang.text("review-blind"), settings.blind))
        (act.tick("screens", &lang.text("review-screens"), settings.screens))
        (moment(of, act, "opens", &lang.text("review-opens"), Some(settings.gate.opens)))
        (moment(of, act, "closes", &lang.text("review-closes"), Some(settings.gate.closes)))
    }
}

fn outcome(of: &Reviewed<'_>, settings: &Settings, act: Act<'_>) -> Markup {
    let lang = of.visit.lang();
    html! {
        div.line.fields {
            (act.line("number", "places", &lang.text("review-places"), &settings.places.to_string()))
            (act.line("text", "accept", &lang.text("review-accept-from"), &of_hundredths(settings.accept)))
            (act.line("text", "decline", &lang.text("review-decline-below"), &of_hundredths(settings.decline)))
        }
        p.soft { (lang.text("review-bands-hint")) }
        (moment(of, act, "appeals", &lang.text("review-appeals-until"), settings.appeals))
    }
}

/// A day and a time by the clock of the venue, in two fields.
fn moment(of: &Reviewed<'_>, act: Act<'_>, name: &str, label: &str, known: Option<Timestamp>) -> Markup {
    let lang = of.visit.lang();
    let zone = of.meeting().map_or(jiff::tz::TimeZone::UTC, |meeting| venue(meeting));
    let there = known.map(|at| zone.to_datetime(at));
    let day = there.map(|there| there.date().to_string()).unwrap_or_default();
    let time = there.map(|there| there.time().strftime("%H:%M").to_string()).unwrap_or_default();
    let called = known.map(|at| lang.zone(&zone, at)).unwrap_or_default();
    html! {
        fieldset.moment {
            legend { (label) @if !called.is_empty() { " (" (called) ")" } }
            (act.line("date", &format!("{name}-day"), &lang.text("review-day"), &day))
            (act.line("text", &format!("{name}-time"), &lang.text("review-time"), &time))
        }
    }
}
