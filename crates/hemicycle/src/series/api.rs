//! Series and meetings as data.

use crate::api::{Caller, Told};
use crate::app::{App, forum_in};
use axum::Json;
use axum::extract::{Path, State};
use forum::reference::countries::CountryCode;
use forum::series::{Figure, Meeting, views};
use jiff::civil::Date;
use serde::Serialize;
use std::sync::Arc;

/// A forum with its series and meetings.
#[derive(Serialize)]
pub struct ForumData {
    /// The last act of its log.
    seq: u64,
    series: Vec<SeriesData>,
}

#[derive(Serialize)]
struct SeriesData {
    id: u32,
    slug: String,
    name: String,
    meetings: Vec<MeetingData>,
}

#[derive(Serialize)]
struct MeetingData {
    id: u32,
    slug: String,
    number: Option<u32>,
    title: String,
    city: Option<String>,
    country: Option<CountryCode>,
    first_day: Date,
    last_day: Date,
    zone: String,
    online: bool,
    figures: Vec<Figure>,
}

impl MeetingData {
    fn of(meeting: &Meeting) -> MeetingData {
        MeetingData {
            id: meeting.id.0,
            slug: meeting.slug.to_string(),
            number: meeting.number,
            title: meeting.title.clone(),
            city: meeting.city.clone(),
            country: meeting.country,
            first_day: meeting.first_day,
            last_day: meeting.last_day,
            zone: meeting.zone.clone(),
            online: meeting.online,
            figures: meeting.figures.iter().cloned().collect(),
        }
    }
}

/// `GET /api/{forum}`: its series, and their meetings, the latest first.
pub async fn forum(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    caller: Caller,
) -> Result<Json<ForumData>, Told> {
    let state = app.state(&name).map_err(|problem| caller.tell(problem))?;
    let forum = forum_in(&state);
    let series = views::all(forum).into_iter().map(|(id, series)| SeriesData {
        id: id.0,
        slug: series.slug.to_string(),
        name: series.name.clone(),
        meetings: views::meetings(forum, id).into_iter().map(|meeting| MeetingData::of(meeting)).collect(),
    });
    Ok(Json(ForumData { seq: forum.seq(), series: series.collect() }))
}
