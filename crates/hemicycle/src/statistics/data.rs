//! The figures of a meeting as data: JSON, and CSV for spreadsheets.

use super::tables::{Figure, PARTICIPATION, Table, tables};
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use crate::site::{Visit, errors};
use crate::spreadsheet::guarded;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use forum::people::statistics::FEWEST;
use forum::programme::views::published;
use schemars::JsonSchema;
use serde::Serialize;

/// The figures of a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statistics")]
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
pub struct Statistics;

impl Data for Statistics {
    type Query = Nothing;
    type Answer = StatisticsData;
    const ABOUT: &'static str = "A meeting in figures, each by the name of what it counts.";

    fn answer(ask: &Ask, _: Nothing) -> Result<StatisticsData, Problem> {
        let (forum, meeting) = (ask.forum(), ask.meeting()?);
        Ok(StatisticsData {
            seq: forum.seq(),
            version: published(forum, meeting.id).map(|version| version.number),
            fewest: FEWEST,
            tables: tables(forum, meeting),
        })
    }
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
    let mut file = "\u{feff}table,of,metric,how,count\r\n".to_owned();
    for table in tables {
        for row in &table.rows {
            let of = guarded(&row.keys.join(" + "));
            for (metric, count) in table.metrics.iter().zip(&row.counts) {
                let (how, count) = match count {
                    Figure::Exactly(count) => ("exactly", count),
                    Figure::AtLeast { at_least } => ("at least", at_least),
                    Figure::Fewer { fewer_than } => ("fewer than", fewer_than),
                };
                let of = of.replace('"', "\"\"");
                file.push_str(&format!("{},\"{of}\",{metric},{how},{count}\r\n", table.name));
            }
        }
    }
    file
}

/// Whether anything was recorded about participation.
pub(super) fn has_participants(tables: &[Table]) -> bool {
    tables.iter().any(|table| table.metrics == PARTICIPATION)
}
