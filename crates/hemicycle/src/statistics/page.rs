//! The page of a meeting in figures: each with a chart, a table, and a sentence on what was counted.

use super::chart::{Bar, Caption, Stack, bars, stacks};
use super::data::has_participants;
use super::labels;
use super::tables::{Figure, Table, tables};
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit, names};
use forum::programme::Version;
use forum::programme::views::published;
use maud::{Markup, html};
use platform::languages::{Direction, key};

/// What the parts of the page need to know.
struct Context<'a> {
    visit: &'a Visit,
    version: Option<&'a Version>,
}

/// A meeting in figures.
pub fn page(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let meeting = visit.meeting(visit.part("meeting"))?;
    let version = published(visit.forum(), meeting.id).map(|version| &**version);
    let (context, tables) = (Context { visit, version }, tables(visit.forum(), meeting));
    let of = |prefix: &str| tables.iter().filter(|table| table.name.starts_with(prefix)).collect::<Vec<_>>();
    let api = format!("/api/{}/meetings/{}/statistics", visit.slug, meeting.slug);
    let main = html! {
        p.over { a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) } }
        h1 { (lang.text("statistics-title")) }
        p.lead { (lang.text("statistics-lead")) }
        @if !has_participants(&tables) { p { (lang.text("statistics-none")) } }
        (section(&context, key("statistics-participants"), &of("participants")))
        (section(&context, key("statistics-people"), &of("people")))
        (section(&context, key("statistics-sessions"), &of("sessions")))
        (section(&context, key("statistics-expected"), &of("expected")))
        @if !tables.is_empty() {
            h2 { (lang.text("statistics-data")) }
            p {
                a href=(visit.to_meeting(meeting, "statistics.csv")) { "CSV" } " · "
                a href=(api) { "JSON" } " · "
                a href=(visit.to("statistics")) { (lang.text("statistics-years-title")) }
            }
        }
    };
    Ok(Page { title: lang.text("statistics-title"), part: Part::Meetings, main })
}

fn section(context: &Context<'_>, title: &'static str, tables: &[&Table]) -> Markup {
    let lang = context.visit.lang();
    let protected = tables.iter().any(|table| is_of_people(table) && table.name.contains("-by-"));
    html! {
        @if let Some(first) = tables.first() {
            h2 { (lang.text(title)) }
            (meanings(context, first))
            @if protected { p.prose.soft { (lang.text("statistics-few")) } }
            div.figures { @for table in tables { (figure(context, table)) } }
        }
    }
}

/// What the figures of a section count.
fn meanings(context: &Context<'_>, table: &Table) -> Markup {
    let lang = context.visit.lang();
    html! {
        dl.facts.prose {
            @for metric in table.metrics {
                dt { (labels::metric(metric, lang)) }
                dd { (labels::means(metric, lang)) }
            }
        }
    }
}

fn is_of_people(table: &Table) -> bool {
    !table.name.starts_with("sessions")
}

/// A table with its chart.
fn figure(context: &Context<'_>, table: &Table) -> Markup {
    let lang = context.visit.lang();
    let title = labels::table(table.name, lang);
    html! {
        figure.figure {
            figcaption { h3 { (title) } }
            @if table.tells_nothing() {
                p.soft { (lang.text("statistics-too-few")) }
            } @else {
                @if table.rows.len() == 1 {
                    (of_totals(context, table, &title))
                } @else if is_divided(table) {
                    (divided(context, table, &title))
                } @else {
                    (of_column(context, table, &title))
                }
                details { summary { (lang.text("statistics-table")) } (figures(context, table)) }
            }
        }
    }
}

/// Whether a table is about a whole and a few parts of it, so that all metrics can be set side by side.
fn is_divided(table: &Table) -> bool {
    table.name.ends_with("-by-gender") || table.name.ends_with("-by-first-time")
}

fn caption<'a>(context: &Context<'_>, table: &'a Table, title: &'a str, description: &'a str) -> Caption<'a> {
    let mirrored = context.visit.lang().direction() == Direction::RightToLeft;
    Caption { id: table.name, title, description, mirrored }
}

/// One total for each metric.
fn of_totals(context: &Context<'_>, table: &Table, title: &str) -> Markup {
    let lang = context.visit.lang();
    let counts = table.metrics.iter().zip(&table.totals);
    let all: Vec<Bar> = counts
        .map(|(metric, count)| Bar {
            label: labels::metric(metric, lang),
            says: lang.number(*count as i64),
            value: *count,
        })
        .collect();
    let description = described(all.iter().map(|bar| (bar.label.as_str(), bar.says.as_str())));
    bars(&caption(context, table, title, &description), &all)
}

/// One metric by what people or sessions have in common: the one that counts who was there, if there is any.
fn of_column(context: &Context<'_>, table: &Table, title: &str) -> Markup {
    let lang = context.visit.lang();
    let took_part = table.metrics.iter().position(|metric| *metric == "took-part");
    let column = took_part.filter(|column| table.totals[*column] > 0).unwrap_or(0);
    let metric = table.metrics[column];
    let total = table.totals[column].max(1);
    let says = |figure: Figure| match figure {
        Figure::Exactly(count) => {
            let share = [("count", count.into()), ("percent", ((count * 100 + total / 2) / total).into())];
            lang.text_with("statistics-share", share)
        }
        other => cell(context, metric, other),
    };
    let all: Vec<Bar> = table
        .rows
        .iter()
        .map(|row| Bar {
            label: labels::short(table.name, row, context.version, lang),
            says: says(row.counts[column]),
            value: row.counts[column].known(),
        })
        .collect();
    let whole: Vec<String> =
        table.rows.iter().map(|row| labels::row(table.name, row, context.version, lang)).collect();
    let said = all.iter().map(|bar| bar.says.as_str());
    let described = described(whole.iter().map(String::as_str).zip(said));
    let metric = labels::metric(metric, lang);
    let description = format!("{metric}: {described}");
    html! {
        (bars(&caption(context, table, title, &description), &all))
        p.soft { (lang.text_with("statistics-shown", [("metric", metric.into())])) }
    }
}

/// Every metric as a whole with its parts.
fn divided(context: &Context<'_>, table: &Table, title: &str) -> Markup {
    let lang = context.visit.lang();
    let rows: Vec<String> =
        table.rows.iter().map(|row| labels::row(table.name, row, context.version, lang)).collect();
    let stack = |(column, metric): (usize, &&str)| {
        let values: Vec<u64> = table.rows.iter().map(|row| row.counts[column].known()).collect();
        let says = lang.number(table.totals[column] as i64);
        (table.totals[column] > 0).then(|| Stack { label: labels::metric(metric, lang), says, values })
    };
    let all: Vec<Stack> = table.metrics.iter().enumerate().filter_map(stack).collect();
    let each = table.metrics.iter().enumerate().map(|(column, metric)| {
        let says: Vec<String> =
            table.rows.iter().map(|row| cell(context, metric, row.counts[column])).collect();
        let pairs = rows.iter().map(String::as_str).zip(says.iter().map(String::as_str));
        format!("{}: {}", labels::metric(metric, lang), described(pairs))
    });
    let description = each.collect::<Vec<_>>().join(". ");
    let number = |n: usize| lang.number(n as i64);
    html! {
        (stacks(&caption(context, table, title, &description), &all, number))
        ul.key {
            @for (nth, row) in rows.iter().enumerate() { li class={ "k" (nth % 8 + 1) } { b { (number(nth + 1)) } " " (row) } }
        }
    }
}

fn described<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    pairs.map(|(label, says)| format!("{label} {says}")).collect::<Vec<_>>().join("; ")
}

fn figures(context: &Context<'_>, table: &Table) -> Markup {
    let lang = context.visit.lang();
    let title = labels::table(table.name, lang);
    html! {
        div.table-wrap { table.table {
            caption.away { (title) }
            thead { tr {
                td {}
                @for metric in table.metrics { th.n scope="col" { (labels::metric(metric, lang)) } }
            } }
            tbody {
                @for row in &table.rows { tr {
                    th scope="row" {
                        @if row.keys == ["all"] { (lang.text("statistics-all")) }
                        @else { (name(&labels::row(table.name, row, context.version, lang), lang)) }
                    }
                    @for (metric, count) in table.metrics.iter().zip(&row.counts) { td.n { (cell(context, metric, *count)) } }
                } }
                @if table.rows.len() > 1 { tr {
                    th scope="row" { b { (lang.text("statistics-all")) } }
                    @for (column, metric) in table.metrics.iter().enumerate() {
                        td.n { b { (cell(context, metric, Figure::Exactly(table.totals[column]))) } }
                    }
                } }
            }
        } }
    }
}

/// A figure; a sum of minutes is written as hours.
fn cell(context: &Context<'_>, metric: &str, figure: Figure) -> String {
    let lang = context.visit.lang();
    match figure {
        Figure::Exactly(count) if metric == "minutes" => names::length(count as i64, lang),
        Figure::Exactly(count) => lang.number(count as i64),
        Figure::AtLeast { at_least } => lang.text_with("statistics-at-least", [("count", at_least.into())]),
        Figure::Fewer { fewer_than } => lang.text_with("statistics-fewer", [("count", fewer_than.into())]),
    }
}
