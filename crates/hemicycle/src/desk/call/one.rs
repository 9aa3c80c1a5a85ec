//! One call: what it says in each language, its gates, its types of session, who may be late, and what came in.

use forum::call::{Call, Gate, Offer, Said};
use maud::{Markup, html};
use platform::languages::Locale;

use super::{OneCall, list};
use crate::call::said;
use crate::desk::form::{Act, Sheet, Typed};
use crate::desk::told;
use crate::languages::LANGUAGES;
use crate::site::content::{name, tagged};
use crate::site::{NotFound, Page, Part, Visit, names};

mod counts;

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let (title, tag) = said::title(of.call, lang);
    let main = html! {
        (of.ways())
        h1.long { (tagged(title, tag, lang)) }
        (sheet.refusal())
        p.lead { (list::standing(visit, of.call)) }
        @if !of.call.announced {
            p.soft { (lang.text("calls-announce-hint")) }
            (sheet.act("announce", 0).button("", &lang.text("calls-announce")))
        } @else { p { a href=(visit.to(format!("calls/{}", of.call.id))) { (lang.text("calls-public")) } } }
        div.halves {
            div {
                section { h2 { (lang.text("calls-said")) } (texts(&of, &sheet)) }
                section { h2 { (lang.text("calls-when")) } (when(&of, &sheet)) }
            }
            div {
                section { h2 { (lang.text("calls-came-in")) } (counts::shown(&of)) }
                section { h2 { (lang.text("calls-kinds")) } (kinds(&of, &sheet)) }
                section { h2 { (lang.text("calls-late")) } (late(&of, &sheet)) }
            }
        }
        (told::known_people(visit))
    };
    Ok(Page { title: title.to_owned(), part: Part::Desk, main })
}

/// The language whose texts are shown: the one asked for, else the reader's.
pub(super) fn language(visit: &Visit) -> &'static str {
    let known = |tag: &str| LANGUAGES.iter().find(|language| language.tag == tag).map(|known| known.tag);
    known(visit.reader.asked("language")).or_else(|| known(visit.lang().tag())).unwrap_or("en")
}

/// The languages to choose from, each with what is missing in it.
pub(super) fn languages(visit: &Visit, missing: impl Fn(&str) -> usize) -> Markup {
    let (lang, chosen) = (visit.lang(), language(visit));
    let here = visit.reader.here.split('?').next().unwrap_or_default();
    html! {
        nav.tabs aria-label=(lang.text("calls-languages")) {
            @for language in LANGUAGES {
                @let count = missing(language.tag);
                a href={ (here) "?language=" (language.tag) } aria-current=[(language.tag == chosen).then_some("true")] {
                    bdi lang=(language.tag) { (language.name) }
                    " " small { @if count == 0 { span aria-hidden="true" { "✓" } span.away { (lang.text("calls-all-said")) } }
                        @else { (lang.text_with("calls-lacking", [("count", count.into())])) } }
                }
            }
        }
    }
}

/// How the texts of a call are read beside each other: what it is called, and in which language it is the original.
fn own(call: &Call) -> [&Said; 3] {
    [&call.about.title, &call.about.introduction, &call.about.how_decided]
}

fn has(said: &Said, tag: &str) -> bool {
    said.get(tag).is_some_and(|text| !text.trim().is_empty())
}

/// What stands there in another language, beside a text that is being translated.
pub(super) fn original(said: &Said, tag: &str, lang: &Locale) -> Markup {
    let others = said.iter().filter(|(other, text)| *other != tag && !text.trim().is_empty());
    let first = others.clone().find(|(other, _)| other.as_str() == "en").or_else(|| others.clone().next());
    html! {
        @if let Some((other, text)) = first {
            p.soft { (names::language(other)) ": " (tagged(text, other, lang)) }
        }
    }
}

/// A field for a text in the chosen language, written in that language's direction.
fn texts(of: &OneCall<'_>, sheet: &Sheet<'_>) -> Markup {
    let (lang, tag) = (of.visit.lang(), language(of.visit));
    let about = &of.call.about;
    let act = sheet.act("said", 0);
    let known = |said: &Said| said.get(tag).cloned().unwrap_or_default();
    let body = html! {
        input type="hidden" name="language" value=(tag);
        (act.line("text", "title", &lang.text("calls-title-of"), &known(&about.title))) (original(&about.title, tag, lang))
        (act.prose("introduction", &lang.text("calls-introduction"), 8, &known(&about.introduction))) (original(&about.introduction, tag, lang))
        (act.prose("how_decided", &lang.text("calls-how-decided"), 6, &known(&about.how_decided))) (original(&about.how_decided, tag, lang))
        p.soft { (lang.text("markdown-hint")) }
        (act.send(&lang.text("desk-save")))
    };
    html! {
        (languages(of.visit, |tag| own(of.call).iter().filter(|said| !has(said, tag)).count()))
        (act.form("desk", &body))
    }
}

/// Day and time of a gate, by the venue's clock.
fn gate(of: &OneCall<'_>, act: Act<'_>, known: Option<Gate>) -> Markup {
    let (lang, zone) = (of.visit.lang(), of.zone());
    let day = |at: Option<jiff::Timestamp>| {
        at.map(|at| zone.to_datetime(at).date().to_string()).unwrap_or_default()
    };
    let time = |at: Option<jiff::Timestamp>| {
        at.map(|at| zone.to_datetime(at).time().strftime("%H:%M").to_string()).unwrap_or_default()
    };
    let (opens, closes) = (known.map(|gate| gate.opens), known.map(|gate| gate.closes));
    html! {
        (act.line("date", "opens-day", &lang.text("calls-opens-day"), &day(opens)))
        (act.line("text", "opens", &lang.text("calls-opens-time"), &time(opens)))
        (act.line("date", "closes-day", &lang.text("calls-closes-day"), &day(closes)))
        (act.line("text", "closes", &lang.text("calls-closes-time"), &time(closes)))
    }
}

fn when(of: &OneCall<'_>, sheet: &Sheet<'_>) -> Markup {
    let (lang, about) = (of.visit.lang(), &of.call.about);
    let act = sheet.act("when", 0);
    let told_by = about.told_by.map(|at| of.zone().to_datetime(at).date().to_string()).unwrap_or_default();
    let body = html! {
        (gate(of, act, Some(about.gate)))
        (act.line("date", "told_by", &lang.text("calls-told-by"), &told_by))
        (act.tick("open", &lang.text("calls-open"), about.open))
        p.soft { (lang.text("calls-open-hint")) }
        (act.send(&lang.text("desk-save")))
    };
    html! {
        dl.facts {
            dt { (lang.text("calls-opens")) } dd { (of.moment(about.gate.opens)) }
            dt { (lang.text("calls-open-until")) } dd { (of.moment(about.gate.closes)) }
            @if let Some(at) = about.told_by { dt { (lang.text("calls-told-by")) } dd { (of.moment(at)) } }
        }
        (act.form("desk", &body))
    }
}

fn kinds(of: &OneCall<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = of.visit.lang();
    let offered = |kind: &str| of.call.offers.iter().any(|offer| offer.kind == kind);
    let others: Vec<_> = told::kinds("", lang).into_iter().filter(|(kind, _)| !offered(kind)).collect();
    let act = sheet.act("offer", 0);
    html! {
        ul.rows {
            @for (nth, offer) in (1..).zip(&of.call.offers) { li { (kind(of, sheet, nth, offer)) } }
        }
        details {
            summary { (lang.text("calls-kind-add")) }
            (act.form("desk", &html! {
                (act.choice("kind", &lang.text("filter-type"), "workshop", &others))
                (act.line("text", "minutes", &lang.text("calls-kind-minutes"), "60, 90"))
                (act.line("number", "most", &lang.text("calls-kind-most"), ""))
                (act.send(&lang.text("calls-kind-add")))
            }))
        }
    }
}

fn kind(of: &OneCall<'_>, sheet: &Sheet<'_>, nth: u32, offer: &Offer) -> Markup {
    let lang = of.visit.lang();
    let (act, drop) = (sheet.act("offer", nth), sheet.act("drop-kind", nth));
    let minutes: Vec<String> = offer.minutes.iter().map(u32::to_string).collect();
    let most = offer.most.map(|most| most.to_string()).unwrap_or_default();
    let called = said::kind(&offer.kind, lang);
    html! {
        div {
            h3 { (name(&called, lang)) }
            @if let Some(gate) = offer.gate {
                p.soft { (lang.text("calls-opens")) " " (of.moment(gate.opens)) br; (lang.text("calls-open-until")) " " (of.moment(gate.closes)) }
            }
            (act.form("desk", &html! {
                input type="hidden" name="kind" value=(offer.kind);
                (act.line("text", "minutes", &lang.text("calls-kind-minutes"), &minutes.join(", ")))
                (act.line("number", "most", &lang.text("calls-kind-most"), &most))
                details.more open[offer.gate.is_some() || act.was_refused()] { summary { (lang.text("calls-kind-gate")) }
                    div { (gate(of, act, offer.gate)) } }
                (act.send(&lang.text("desk-save")))
            }))
            (drop.form("bare", &html! {
                input type="hidden" name="kind" value=(offer.kind);
                button.quiet aria-label={ (lang.text("calls-kind-drop")) ": " (called) } { (lang.text("calls-kind-drop")) }
            }))
        }
    }
}

fn late(of: &OneCall<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = of.visit.lang();
    let act = sheet.act("late", 0);
    html! {
        p.soft { (lang.text("calls-late-hint")) }
        @if !of.call.late.is_empty() {
            ul.rows {
                @for (person, until) in &of.call.late {
                    li { span { (name(&told::person_name(of.visit, *person), lang)) } small { (lang.text("calls-open-until")) " " (of.moment(*until)) } }
                }
            }
        }
        (act.form("desk", &html! {
            (act.line("text", "people", &lang.text("desk-person-name"), ""))
            (act.line("date", "until-day", &lang.text("calls-until-day"), ""))
            (act.line("text", "until", &lang.text("calls-until-time"), "23:59"))
            (act.send(&lang.text("calls-late-allow")))
        }))
    }
}
