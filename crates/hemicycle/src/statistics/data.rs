//! The figures of a meeting as data: JSON, and CSV for spreadsheets.

use super::tables::{PARTICIPATION, Table, tables};
use crate::api::{Caller, Told};
use crate::app::{App, forum_in};
use crate::problem::Problem;
use crate::programme::exports::guarded;
use crate::site::{Visit, errors};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use forum::people::statistics::FEWEST;
use forum::programme::views::published;
use serde::Serialize;
use std::sync::Arc;

/// The figures of a meeting.
#[derive(Serialize)]
pub struct StatisticsData {
    /// The last act of the log that was counted.
    seq: u64,
    /// The version of the programme whose sessions and people were counted.
    version: Option<u32>,
    /// Fewest people that a figure is about; rows of fewer are merged.
    fewest: usize,
    /// The tables.
    tables: Vec<Table>,
}

/// `GET /api/{forum}/meetings/{meeting}/statistics`
pub async fn statistics(
    State(app): State<Arc<App>>,
    Path((name, meeting)): Path<(String, String)>,
    caller: Caller,
) -> Result<Json<StatisticsData>, Told> {
    counted(&app, &name, &meeting).map(Json).map_err(|problem| caller.tell(problem))
}

fn counted(app: &App, name: &str, meeting: &str) -> Result<StatisticsData, Problem> {
    let state = app.state(name)?;
    let forum = forum_in(&state);
    let meeting = forum.series.meeting_by_slug(meeting).ok_or(Problem::NotFound)?;
    Ok(StatisticsData {
        seq: forum.seq(),
        version: published(forum, meeting.id).map(|version| version.number),
        fewest: FEWEST,
        tables: tables(forum, meeting),
    })
}

/// `GET /{forum}/meetings/{meeting}/statistics.csv`: one figure a line.
pub async fn spreadsheet(visit: Visit) -> Response {
    let Ok(meeting) = visit.meeting(visit.part("meeting")) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let name = format!("attachment; filename=\"{}-statistics.csv\"", meeting.slug);
    let about = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "public, no-cache".to_owned()),
    ];
    (about, csv(&tables(visit.forum(), meeting))).into_response()
}

/// The tables as CSV (RFC 4180), with a mark at its beginning by which spreadsheets know that it is UTF-8.
fn csv(tables: &[Table]) -> String {
    let mut file = "\u{feff}table,of,metric,count\r\n".to_owned();
    for table in tables {
        for row in &table.rows {
            let of = guarded(&row.keys.join(" + "));
            for (metric, count) in table.metrics.iter().zip(&row.counts) {
                file.push_str(&format!(
                    "{},\"{}\",{metric},{count}\r\n",
                    table.name,
                    of.replace('"', "\"\"")
                ));
            }
        }
    }
    file
}

/// Whether anything was recorded about participation.
pub(super) fn has_participants(tables: &[Table]) -> bool {
    tables.iter().any(|table| table.metrics == PARTICIPATION)
}
