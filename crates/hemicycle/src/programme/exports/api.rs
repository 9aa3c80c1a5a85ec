//! The list of files in which a programme can be had, as data.

use super::{EXPORTS, Export, Filing};
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use forum::programme::views::published;
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api/{forum}/meetings/{meeting}/exports`
pub struct Exports;

/// The files in which a programme can be had.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Exports")]
pub struct ExportsData {
    /// In the order in which people ask for them.
    exports: Vec<ExportData>,
}

/// A file in which a programme can be had.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Export")]
struct ExportData {
    /// Its address on this site.
    address: String,
    /// Its media type.
    media_type: &'static str,
    /// Whether a calendar or a reader of news keeps reading it.
    is_subscribed: bool,
}

impl Data for Exports {
    type Query = Nothing;
    type Answer = ExportsData;
    const ABOUT: &'static str = "The files in which the published programme of a meeting can be had.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ExportsData, Problem> {
        let meeting = ask.meeting()?;
        published(ask.forum(), meeting.id).ok_or(Problem::NotFound)?;
        let of = |export: &Export| ExportData {
            address: format!("/{}/meetings/{}/programme.{}", ask.name, meeting.slug, export.ending),
            media_type: export.media_type,
            is_subscribed: export.filing == Filing::Subscribe,
        };
        Ok(ExportsData { exports: EXPORTS.iter().map(of).collect() })
    }
}
