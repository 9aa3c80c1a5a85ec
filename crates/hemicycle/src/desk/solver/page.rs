//! The page on which the machine plans: what shall be done, how far it is, what it found.

use forum::programme::arranged;
use maud::{Markup, html};
use platform::languages::{Arg, Locale, key};
use timetable::search::Cost;

use super::conflict::Demanded;
use super::run::{End, Found, Run, Told};
use super::scored::{Scored, scored};
use super::wishes::{Keep, SECONDS_MAX, Wishes, threads_max};
use super::{curve, words};
use crate::app::App;
use crate::desk::compare::{self, Side};
use crate::desk::form::{Sheet, Typed};
use crate::desk::plan::said::constraint;
use crate::desk::told::Draft;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// Most of the demands that conflict that are listed.
const DEMANDS_MAX: usize = 40;

/// The page.
pub(super) fn page(app: &App, visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("run-title");
    let run = app.runs().of(&visit.slug, draft.meeting.id);
    let on = run.as_ref().is_some_and(|run| run.is_on());
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        @match &run {
            None => p.lead { (lang.text("run-lead")) },
            Some(run) => {
                @let told = run.state();
                @match &told.end {
                    None => (underway(&draft, &sheet, run, &told)),
                    Some(End::Failed) => div.refused role="alert" { p { b { (lang.text("run-failed")) } " " (lang.text("run-failed-remedy")) } },
                    Some(End::Found(found)) => (ended(&draft, &sheet, run, &told, found)),
                }
            },
        }
        @if !on { (form(&draft, &sheet, run.as_deref())) }
        p { a href=(draft.to("variants")) { (lang.text_with("variants-count", [("count", draft.programme.variants.len().into())])) }
            " · " a href=(draft.to("compare")) { (lang.text("compare-title")) } }
    };
    Ok(Page { title, part: if on { Part::Waiting } else { Part::Desk }, main })
}

/// A run that goes on: how far it is, and the way to stop it.
fn underway(draft: &Draft<'_>, sheet: &Sheet<'_>, run: &Run, told: &Told) -> Markup {
    let lang = draft.visit.lang();
    let best = told.curve.last().map(|(_, cost)| *cost);
    let seconds = (told.seconds as i64).min(run.wishes.seconds.into());
    html! {
        section.run data-run=(format!("/api{}", draft.to("solver"))) {
            h2 { (lang.text("run-on")) }
            p { (lang.text_with("run-seconds-of", [
                ("seconds", Arg::from(lang.number(seconds))), ("all", Arg::from(lang.number(run.wishes.seconds.into()))),
            ])) }
            progress data-seconds="" max=(run.wishes.seconds) value=(seconds) aria-label=(lang.text("run-on")) {}
            (standing(lang, run.draft, best))
            (bound(lang, told))
            (sheet.act("stop", 0).button("", &lang.text("run-stop")))
            p.soft { (lang.text("run-on-hint")) }
            (curve::drawing(&told.curve, told.seconds, run.draft, lang))
        }
    }
}

/// The two costs of the draft and of the best so far.
fn standing(lang: &Locale, draft: Cost, best: Option<Cost>) -> Markup {
    let figure = |cost: Option<i64>| cost.map_or_else(|| "–".to_owned(), |cost| lang.number(cost));
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.text("run-best")) { table.table {
            thead { tr { td {} th.n scope="col" { (lang.text("side-draft")) } th.n scope="col" { (lang.text("run-best")) } } }
            tbody {
                tr { th scope="row" { (lang.text("run-demands")) } td.n { (lang.number(draft.hard)) }
                    td.n data-hard="" { (figure(best.map(|cost| cost.hard))) } }
                tr { th scope="row" { (lang.text("run-wishes")) } td.n { (lang.number(draft.soft)) }
                    td.n data-soft="" { (figure(best.map(|cost| cost.soft))) } }
            }
        } }
    }
}

/// What no programme can do better than, so that somebody knows when to stop.
fn bound(lang: &Locale, told: &Told) -> Markup {
    let bound = told.bound.filter(|bound| *bound > Cost::ZERO);
    html! {
        @if let Some(Cost { hard, soft }) = bound {
            p.soft { (lang.text_with("run-bound", [("demands", Arg::from(lang.number(hard))), ("wishes", Arg::from(lang.number(soft)))])) }
        }
    }
}

/// A run that has ended: what it found, and what may be done with it.
fn ended(draft: &Draft<'_>, sheet: &Sheet<'_>, run: &Run, told: &Told, found: &Found) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let (forum, meeting) = (visit.forum(), draft.meeting.id);
    let there = arranged(forum, meeting, &found.places);
    let scores = [scored(forum, meeting, &draft.programme), scored(forum, meeting, &there)];
    let moves = compare::moves(&draft.version, &there.as_version());
    let steps: u64 = told.steps.iter().sum();
    let said = lang.text_with(
        "run-ended",
        [
            ("seconds", Arg::from(lang.number(told.seconds.round() as i64))),
            ("steps", Arg::from(lang.number(i64::try_from(steps).unwrap_or(i64::MAX)))),
            ("seed", Arg::from(found.seed.to_string())),
        ],
    );
    html! {
        section {
            h2 { (lang.text("run-found")) }
            p role="status" { (said) }
            (without(draft, &run.wishes))
            @if run.base != draft.programme.changed { p.warn { (lang.text("run-changed-since")) } }
            (conflict(draft, &found.conflict))
            div.tools {
                @if moves.is_empty() { p { (lang.text("run-nothing-moves")) } } @else { (adopt(draft, sheet)) }
                a.go href=(compare::address(draft, Side::Draft, Side::Run)) { (lang.text("run-compare")) }
                (sheet.act("discard", 0).button("quiet", &lang.text("run-discard")))
            }
            (keep_form(draft, sheet))
            (explained(lang, [&lang.text("side-draft"), &lang.text("run-found")], [&scores[0], &scores[1]]))
            (bound(lang, told))
            (curve::drawing(&told.curve, told.seconds, run.draft, lang))
            (curve::table(&told.curve, lang))
            (compare::moved(draft, &moves))
        }
    }
}

/// The button that brings the draft to what was found, as one change. It holds for the draft that this page shows.
fn adopt(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let base = html! {
        input type="hidden" name="base" value=(draft.programme.changed);
        button { (draft.visit.lang().text("run-adopt")) }
    };
    sheet.act("adopt", 0).form("bare", &base)
}

/// The form that keeps what was found beside the draft.
fn keep_form(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("keep", 0);
    html! {
        details open[!act.value("name", "").is_empty()] {
            summary { (lang.text("variant-keep-found")) }
            (act.form("desk", &html! {
                (act.line("text", "name", &lang.text("variant-name"), ""))
                (act.line("text", "note", &lang.text("variant-note"), ""))
                (act.send(&lang.text("variant-keep")))
            }))
        }
    }
}

/// What two programmes cost, constraint by constraint.
pub(in crate::desk) fn explained(lang: &Locale, names: [&str; 2], scores: [&Scored; 2]) -> Markup {
    let all = timetable::constraints::CONSTRAINTS.iter().map(|constraint| constraint.name);
    let named = all.filter(|name| scores.iter().any(|score| score.line(name).is_some()));
    let cell = |score: &Scored, name: &str| {
        html! { td.n {
            @match score.line(name) {
                None => "0",
                Some(line) => { (lang.number(line.cost.hard + line.cost.soft)) " " small { "(" (lang.number(line.count as i64)) ")" } },
            }
        } }
    };
    let must = |name: &str| scores.iter().filter_map(|score| score.line(name)).any(|line| line.must);
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.text("costs-caption")) { table.table {
            caption { (lang.text("costs-caption")) }
            thead { tr { td {} @for name in names { th.n scope="col" { (name) } } } }
            tbody {
                @for name in named {
                    tr { th scope="row" { (constraint(name, lang)) @if must(name) { " " span.warn { (lang.text("costs-must")) } } }
                        @for score in scores { (cell(score, name)) } }
                }
            }
            tfoot {
                tr { th scope="row" { (lang.text("run-demands")) } @for score in scores { td.n { (lang.number(score.cost.hard)) } } }
                tr { th scope="row" { (lang.text("run-wishes")) } @for score in scores { td.n { (lang.number(score.cost.soft)) } } }
            }
        } }
    }
}

/// What the run was told to do without.
fn without(draft: &Draft<'_>, wishes: &Wishes) -> Markup {
    let lang = draft.visit.lang();
    let rooms =
        wishes.without_rooms.iter().filter_map(|room| draft.programme.rooms.get(room)).map(|room| &room.name);
    let sessions = wishes.without_sessions.iter().filter_map(|id| draft.programme.sessions.get(id));
    let all: Vec<&str> =
        rooms.map(String::as_str).chain(sessions.map(|session| session.code.as_str())).collect();
    html! { @if !all.is_empty() { p { (lang.text_with("run-without", [("what", all.join(", ").into())])) } } }
}

/// Demands that cannot all be met.
fn conflict(draft: &Draft<'_>, demands: &[Demanded]) -> Markup {
    let lang = draft.visit.lang();
    html! {
        @if !demands.is_empty() {
            div.refused {
                p { b { (lang.text("run-conflict")) } }
                ul { @for demand in demands.iter().take(DEMANDS_MAX) { li { (name(&words::demand(draft, demand), lang)) } } }
                @if demands.len() > DEMANDS_MAX {
                    p { (lang.text_with("plan-and-more", [("count", (demands.len() - DEMANDS_MAX).into())])) }
                }
                p { (lang.text("run-conflict-remedy")) }
            }
        }
    }
}

/// What shall be done: the form that starts a run.
fn form(draft: &Draft<'_>, sheet: &Sheet<'_>, last: Option<&Run>) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("start", 0);
    let wishes = last.map(|run| run.wishes.clone());
    let known =
        wishes.clone().unwrap_or_else(|| Wishes { keep: Keep::usual(&draft.programme), ..Wishes::default() });
    let keeps: Vec<(String, String)> = Keep::ALL
        .into_iter()
        .filter(|keep| *keep != Keep::Published || draft.programme.latest().is_some())
        .map(|keep| (keep.key().to_owned(), lang.text(keeps(keep))))
        .collect();
    let codes = known.without_sessions.iter().filter_map(|id| draft.programme.sessions.get(id));
    let codes: Vec<&str> = codes.map(|session| session.code.as_str()).collect();
    let body = html! {
        (act.choice("keep", &lang.text("run-keep"), known.keep.key(), &keeps))
        (act.line("number", "seconds", &lang.text_with("run-seconds-most", [("max", SECONDS_MAX.into())]), &known.seconds.to_string()))
        (act.line("number", "threads", &lang.text_with("run-threads", [("max", threads_max().into())]), &known.threads.to_string()))
        (act.line("number", "seed", &lang.text("run-seed"), &known.seed.to_string()))
        details.whole open[known.is_what_if()] {
            summary { (lang.text("run-what-if")) }
            fieldset {
                legend { (lang.text("run-without-rooms")) }
                @for (id, room) in &draft.programme.rooms {
                    label.tick {
                        input type="checkbox" name="rooms" value=(id) checked[act.ticked("rooms", &id.to_string(), known.without_rooms.contains(id))];
                        span { (name(&room.name, lang)) }
                    }
                }
            }
            (act.prose("sessions", &lang.text("run-without-sessions"), 3, &codes.join("\n")))
        }
        (act.send(&lang.text("run-start")))
    };
    html! {
        section {
            h2 { (lang.text(if last.is_some() { key("run-again") } else { key("run-start-title") })) }
            @if last.is_some() { p.soft { (lang.text("run-again-hint")) } }
            (act.form("desk", &body))
            p.soft { (lang.text("run-seed-hint")) }
        }
    }
}

const fn keeps(keep: Keep) -> &'static str {
    match keep {
        Keep::Placed => key("run-keep-placed"),
        Keep::Draft => key("run-keep-draft"),
        Keep::Published => key("run-keep-published"),
        Keep::Nothing => key("run-keep-nothing"),
    }
}
