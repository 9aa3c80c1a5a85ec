//! Forums, series and meetings as data.

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use forum::people::views::{Counts, counts};
use forum::programme::views::published;
use forum::reference::countries::CountryCode;
use forum::series::{Figure, Meeting, Series, views};
use forum::{Forum, SeriesId};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api`: the forums of this installation.
pub struct Forums;

/// The forums of an installation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Forums")]
pub struct ForumsData {
    /// Their names in addresses, in order.
    forums: Vec<String>,
}

impl Data for Forums {
    type Query = Nothing;
    type Answer = ForumsData;
    const ABOUT: &'static str = "The forums of this installation.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ForumsData, Problem> {
        let forums = ask.app.names();
        Ok(ForumsData { forums: forums.into_iter().filter(|name| ask.app.state(name).is_ok()).collect() })
    }
}

/// `GET /api/{forum}`: its series, and their meetings, the latest first.
pub struct Front;

/// A forum with its series and meetings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Forum")]
pub struct ForumData {
    /// The last act of its log.
    seq: u64,
    /// Its series, by name.
    series: Vec<SeriesData>,
}

/// A series with its meetings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Series")]
pub struct SeriesData {
    /// Id.
    id: u32,
    /// Name in addresses.
    slug: String,
    /// Name.
    name: String,
    /// Its meetings, the latest first.
    meetings: Vec<MeetingData>,
}

/// A meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Meeting")]
pub struct MeetingData {
    /// Id.
    id: u32,
    /// Name in addresses.
    slug: String,
    /// Which meeting of the series it is, where they are counted.
    number: Option<u32>,
    /// Title.
    title: String,
    /// City, where known.
    city: Option<String>,
    /// Two-letter code of the country (ISO 3166-1), where known.
    country: Option<CountryCode>,
    /// First day, by the calendar of the venue.
    first_day: Date,
    /// Last day, by the calendar of the venue.
    last_day: Date,
    /// Time zone of the venue, such as `Asia/Tokyo`.
    zone: String,
    /// Whether it has no venue but the network.
    online: bool,
    /// What was published about how many took part, each with its source.
    figures: Vec<Figure>,
}

impl SeriesData {
    fn of(forum: &Forum, id: SeriesId, series: &Series) -> SeriesData {
        let meetings = views::meetings(forum, id).into_iter();
        SeriesData {
            id: id.0,
            slug: series.slug.to_string(),
            name: series.name.clone(),
            meetings: meetings.map(|meeting| MeetingData::of(meeting)).collect(),
        }
    }
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

impl Data for Front {
    type Query = Nothing;
    type Answer = ForumData;
    const ABOUT: &'static str = "A forum: its series, and their meetings, the latest first.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ForumData, Problem> {
        let forum = ask.forum();
        let series = views::all(forum).into_iter().map(|(id, series)| SeriesData::of(forum, id, series));
        Ok(ForumData { seq: forum.seq(), series: series.collect() })
    }
}

/// `GET /api/{forum}/series/{series}`
pub struct OneSeries;

impl Data for OneSeries {
    type Query = Nothing;
    type Answer = SeriesData;
    const ABOUT: &'static str = "A series with the archive of its meetings, the latest first.";

    fn answer(ask: &Ask, _: Nothing) -> Result<SeriesData, Problem> {
        let found = ask.forum().series.series_by_slug(ask.part("series"));
        let (id, series) = found.ok_or(Problem::NotFound)?;
        Ok(SeriesData::of(ask.forum(), id, series))
    }
}

/// `GET /api/{forum}/meetings`
pub struct Meetings;

/// The meetings of a forum.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Meetings")]
pub struct MeetingsData {
    /// The latest first.
    meetings: Vec<MeetingData>,
}

impl Data for Meetings {
    type Query = Nothing;
    type Answer = MeetingsData;
    const ABOUT: &'static str = "All meetings of a forum, of whatever series, the latest first.";

    fn answer(ask: &Ask, _: Nothing) -> Result<MeetingsData, Problem> {
        let mut meetings: Vec<_> = ask.forum().series.meetings.values().collect();
        meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.first_day, meeting.id)));
        Ok(MeetingsData { meetings: meetings.into_iter().map(|meeting| MeetingData::of(meeting)).collect() })
    }
}

/// `GET /api/{forum}/meetings/{meeting}`
pub struct OneMeeting;

/// A meeting at a glance.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MeetingAtAGlance")]
pub struct GlanceData {
    /// The meeting.
    meeting: MeetingData,
    /// What the log itself counts.
    counted: CountsData,
    /// The published programme; `null` before there is one.
    programme: Option<ProgrammeAtAGlance>,
}

/// How many took part, one figure for each metric that the log can recompute.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsData {
    /// Registered.
    registered: usize,
    /// Collected a badge.
    badges: usize,
    /// Joined online.
    online: usize,
    /// Collected a badge or joined online, each person once.
    took_part: usize,
}

/// The latest version of a programme in figures.
#[derive(Serialize, JsonSchema)]
struct ProgrammeAtAGlance {
    /// Number of the version.
    version: u32,
    /// Its label.
    label: String,
    /// How many sessions stand on it.
    sessions: usize,
    /// How many people have a role in one.
    people: usize,
}

impl Data for OneMeeting {
    type Query = Nothing;
    type Answer = GlanceData;
    const ABOUT: &'static str = "A meeting: where and when, what was counted, and its programme at a glance.";

    fn answer(ask: &Ask, _: Nothing) -> Result<GlanceData, Problem> {
        let meeting = ask.meeting()?;
        let Counts { registered, badges, online, took_part, .. } = counts(ask.forum(), meeting.id);
        let programme = published(ask.forum(), meeting.id).map(|version| ProgrammeAtAGlance {
            version: version.number,
            label: version.label.clone(),
            sessions: version.sessions.len(),
            people: version.people.len(),
        });
        let counted = CountsData { registered, badges, online, took_part };
        Ok(GlanceData { meeting: MeetingData::of(meeting), counted, programme })
    }
}
