//! The page: what a file would do, and the form with the file and all choices.

use forum::series::Meeting;
use maud::{Markup, html};
use platform::languages::{Locale, key};
use std::sync::Arc;

use super::{Outcome, Shown};
use crate::api::COMMAND_BYTES_MAX;
use crate::desk::form::{Act, Sheet, Typed};
use crate::programme::import::{
    Cost, Difference, Plan, Remark, Said, Tally, Why, changes_in_words, collisions_in_words,
};
use crate::site::content::name;
use crate::site::{Page, Part, Visit};

/// The fields of the form that change what would be done.
pub(super) const CHOICES: &[&str] =
    &["meeting", "series", "title", "city", "country", "online", "zone", "language", "minutes", "withdraw"];

/// Most entries of a list that are written out; how many there are is always told.
const SHOWN: usize = 300;

pub(super) fn page(visit: &Visit, shown: &Shown) -> Page {
    let lang = visit.lang();
    let typed = Typed { form: shown.form.clone(), why: None };
    let sheet = Sheet::new(visit, &typed);
    let act = sheet.act("look", 0);
    let title = lang.text("desk-import-title");
    let main = html! {
        p.over { a href=(visit.to("desk")) { (lang.text("desk-title")) } }
        h1 { (title) }
        p.lead { (lang.text("desk-import-lead")) }
        @match &shown.outcome {
            Outcome::Nothing => {}
            Outcome::Stopped(said) => div.refused role="alert" { p { b { (on_page(lang, &said.what)) } " " (on_page(lang, &said.remedy)) } },
            Outcome::Moved(plan, _) => {
                div.refused role="alert" { p { b { (lang.text("desk-import-moved")) } } }
                (preview(visit, plan))
            }
            Outcome::Planned(plan, _) => (preview(visit, plan)),
        }
        (form(visit, act, shown))
    };
    Page { title, part: Part::Desk, main }
}

/// What would be done: how much of what, then what is lost or assumed, the worst first, then each change.
fn preview(visit: &Visit, plan: &Plan) -> Markup {
    let lang = visit.lang();
    let costs = [Cost::NotEntered, Cost::NotPlaced, Cost::LeftOut, Cost::Assumed];
    html! {
        section #preview {
            h2 { (lang.text("desk-import-preview")) }
            p { (heading(lang, plan)) }
            @if plan.changes_nothing() { p.lead { (lang.text("import-nothing-changes")) } } @else { (tallies(lang, plan)) }
            @for cost in costs { (remarks(lang, plan, cost)) }
            (missing(lang, plan))
            (collisions(lang, plan))
            @if !plan.is_new_meeting { (differences(lang, plan)) }
        }
    }
}

fn heading(lang: &Locale, plan: &Plan) -> String {
    let meeting: &Arc<Meeting> = &plan.ahead.series.meetings[&plan.meeting];
    let series = &plan.ahead.series.series[&meeting.series];
    let args = [
        ("title", meeting.title.as_str().into()),
        ("slug", meeting.slug.as_str().into()),
        ("series", series.name.as_str().into()),
        ("days", lang.date_range(meeting.first_day, meeting.last_day).into()),
        ("zone", meeting.zone.as_str().into()),
    ];
    match plan.is_new_meeting {
        true => lang.text_with("import-heading-new", args),
        false => lang.text_with("import-heading-known", args),
    }
}

type Column = (&'static str, fn(&Tally) -> usize);

fn tallies(lang: &Locale, plan: &Plan) -> Markup {
    let rows = [
        (key("import-row-sessions"), plan.sessions),
        (key("import-row-persons"), plan.persons),
        (key("import-row-rooms"), plan.rooms),
        (key("import-row-tracks"), plan.tracks),
    ];
    let columns: [Column; 5] = [
        (key("import-column-new"), |tally| tally.new),
        (key("import-column-changed"), |tally| tally.changed),
        (key("import-column-moved"), |tally| tally.moved),
        (key("import-column-withdrawn"), |tally| tally.withdrawn),
        (key("import-column-unchanged"), |tally| tally.unchanged),
    ];
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.text("desk-import-preview")) {
            table.table {
                thead { tr { td {} @for (name, _) in columns { th scope="col" { (lang.text(name)) } } } }
                tbody {
                    @for (name, tally) in rows {
                        tr { th scope="row" { (lang.text(name)) }
                            @for (_, of) in columns { td { (lang.number(i64::try_from(of(&tally)).unwrap_or(i64::MAX))) } } }
                    }
                }
            }
        }
    }
}

fn remarks(lang: &Locale, plan: &Plan, cost: Cost) -> Markup {
    let all: Vec<&Remark> = plan.remarks.iter().filter(|remark| remark.cost == cost).collect();
    let heading = match cost {
        Cost::NotEntered => key("import-not-entered"),
        Cost::NotPlaced => key("import-not-placed"),
        Cost::LeftOut => key("import-left-out"),
        Cost::Assumed => key("import-assumed"),
    };
    // What is lost is there at once; what is only assumed can be opened.
    html! {
        @if !all.is_empty() {
            details open[cost <= Cost::NotPlaced] {
                summary { (lang.text_with(heading, [("count", all.len().into())])) }
                ul.rows { @for remark in all.iter().take(SHOWN) { li { (self::remark(lang, plan, remark)) } } }
                (rest(lang, all.len()))
            }
        }
    }
}

fn remark(lang: &Locale, plan: &Plan, remark: &Remark) -> Markup {
    let Said { what, remedy } = remark.why.said(lang, plan);
    let line = lang.text_with("import-line", [("line", remark.line.to_string().into())]);
    html! {
        span {
            b { (line) } " "
            @if let Why::Unreadable { field, .. } = &remark.why { code { (field) } " " }
            @if !remark.about.is_empty() { (name(&remark.about, lang)) }
            small { (on_page(lang, &what)) " " (on_page(lang, &remedy)) }
        }
    }
}

fn missing(lang: &Locale, plan: &Plan) -> Markup {
    let all = plan.missing.iter().filter_map(|id| plan.ahead.programme.session(*id));
    let all: Vec<_> = all.map(|(_, session)| session).collect();
    html! {
        @if !all.is_empty() {
            details {
                summary { (on_page(lang, &lang.text_with("import-missing", [("count", all.len().into())]))) }
                ul { @for session in all.iter().take(SHOWN) {
                    li { (name(&session.code, lang)) " " (name(session.title.or_empty(), lang)) }
                } }
                (rest(lang, all.len()))
            }
        }
    }
}

/// Who would have two sessions at a time: nobody finds that out later than here.
fn collisions(lang: &Locale, plan: &Plan) -> Markup {
    let all = collisions_in_words(lang, plan);
    html! {
        @if !all.is_empty() {
            details open {
                summary { (lang.text("import-collisions")) }
                ul.rows { @for (who, [one, other], how) in all.iter().take(SHOWN) {
                    li { span { b { (name(who, lang)) } " " (name(one, lang)) " · " (name(other, lang)) small { (how) } } }
                } }
                (rest(lang, all.len()))
            }
        }
    }
}

fn differences(lang: &Locale, plan: &Plan) -> Markup {
    html! {
        @if !plan.differences.is_empty() {
            details {
                summary { (lang.text("import-differences")) }
                ul.rows { @for difference in plan.differences.iter().take(SHOWN) { li { span {
                    @let Difference { code, title, .. } = difference;
                    b { (name(code, lang)) } " " (name(title, lang))
                    @for change in changes_in_words(lang, plan, difference) { small { " " (change) } }
                } } } }
                (rest(lang, plan.differences.len()))
            }
        }
    }
}

fn rest(lang: &Locale, count: usize) -> Markup {
    html! {
        @if count > SHOWN { p.soft { (lang.text_with("desk-import-rest", [("count", (count - SHOWN).into())])) } }
    }
}

/// The form: the file, or the name of the one that is kept, and whatever the file may leave open.
fn form(visit: &Visit, act: Act<'_>, shown: &Shown) -> Markup {
    let lang = visit.lang();
    let typed = |name: &str| shown.form.get(name).to_owned();
    let max = COMMAND_BYTES_MAX / (1024 * 1024);
    let planned = match &shown.outcome {
        Outcome::Planned(plan, seen) | Outcome::Moved(plan, seen) => Some((plan, seen)),
        _ => None,
    };
    let chosen = |name: &&str| ![preset(name), ""].contains(&shown.form.get(name));
    let open = matches!(shown.outcome, Outcome::Stopped(_)) || CHOICES.iter().any(chosen);
    html! {
        form.desk method="post" enctype="multipart/form-data" action=(visit.to("desk/import")) {
            input type="hidden" name="key" value=(platform::random_token());
            input type="hidden" name="kept" value=(shown.file);
            @if let Some((plan, seen)) = planned {
                input type="hidden" name="seen" value=(seen);
                @if !plan.changes_nothing() {
                    div.field { button name="do" value="write" { (lang.text("desk-import-write")) } }
                }
            }
            div.field { label for="file" { (lang.text_with("desk-import-file", [("max", max.into())])) }
                input #file type="file" name="file" accept=".xml,.json,.csv,.tsv,.txt" required[shown.file.is_empty()]; }
            details.more open[open || planned.is_some()] {
                summary { (lang.text("desk-import-choices")) }
                p.soft { (lang.text("desk-import-choices-why")) }
                div {
                (act.choice("meeting", &lang.text("desk-import-meeting"), &typed("meeting"), &meetings(visit)))
                (act.line("text", "title", &lang.text("desk-import-new"), &typed("title")))
                (act.choice("series", &lang.text("desk-import-series"), &typed("series"), &series(visit)))
                (act.line("text", "zone", &lang.text("desk-zone"), &typed("zone")))
                (act.line("text", "city", &lang.text("desk-city"), &typed("city")))
                (act.line("text", "country", &lang.text("desk-country"), &typed("country")))
                (act.tick("online", &lang.text("desk-online"), typed("online") == "yes"))
                (act.line("text", "language", &lang.text("desk-import-language"), &typed("language")))
                (act.line("number", "minutes", &lang.text("desk-import-minutes"), &or(typed("minutes"), "60")))
                (act.tick("withdraw", &lang.text("desk-import-withdraw"), typed("withdraw") == "yes"))
                @if !shown.map.is_empty() {
                    (act.prose("map", &lang.text("desk-import-map"), 4, &shown.map))
                    p.soft { (lang.text("desk-import-map-why")) }
                }
                }
            }
            button.quiet[planned.is_some()] name="do" value="look" { (lang.text("desk-import-look")) }
        }
    }
}

/// What stands in a field of which nobody has said anything.
fn preset(name: &str) -> &'static str {
    if name == "minutes" { "60" } else { "" }
}

fn or(text: String, otherwise: &str) -> String {
    if text.is_empty() { otherwise.to_owned() } else { text }
}

fn meetings(visit: &Visit) -> Vec<(String, String)> {
    let new = (String::new(), visit.lang().text("desk-import-meeting-new"));
    let all = visit.forum().series.meetings.values().rev();
    std::iter::once(new).chain(all.map(|meeting| (meeting.slug.to_string(), meeting.title.clone()))).collect()
}

fn series(visit: &Visit) -> Vec<(String, String)> {
    let any = (String::new(), String::from("–"));
    let all = visit.forum().series.series.values();
    std::iter::once(any).chain(all.map(|series| (series.slug.to_string(), series.name.clone()))).collect()
}

/// What the sentences of the import call by the names of the command line's options, with what the page calls it.
const OPTIONS: &[(&str, &str)] = &[
    ("--withdraw-missing", key("desk-import-withdraw")),
    ("--meeting", key("desk-import-meeting")),
    ("--series", key("desk-import-series")),
    ("--title", key("desk-import-new")),
    ("--zone", key("desk-zone")),
    ("--language", key("desk-import-language")),
    ("--minutes", key("desk-import-minutes")),
];

/// A sentence of the import as it stands on a page, which has fields where the command line has options.
pub(super) fn on_page(lang: &Locale, sentence: &str) -> String {
    // Examples are given of the value alone.
    let plain =
        sentence.replace("--zone Asia/Tokyo", "Asia/Tokyo").replace("--meeting kyoto-2023", "kyoto-2023");
    OPTIONS.iter().fold(plain, |said, (option, field)| match said.contains(option) {
        true => said.replace(option, &format!("“{}”", lang.text(field))),
        false => said,
    })
}
