//! What happens to series and meetings.

use crate::reference::countries::CountryCode;
use crate::reference::meetings::Metric;
use crate::{MeetingId, SeriesId, Slug};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Facts about series and meetings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "SeriesAct")]
pub enum Act {
    /// A series began.
    SeriesFounded {
        /// Its id.
        id: SeriesId,
        /// Its name in addresses.
        slug: Slug,
        /// Its name.
        name: String,
    },
    /// A meeting of a series was announced.
    MeetingAnnounced {
        /// Its id.
        id: MeetingId,
        /// The series it belongs to.
        series: SeriesId,
        /// Its name in addresses.
        slug: Slug,
        /// Which meeting of the series it is, where they are counted.
        number: Option<u32>,
        /// Its title.
        title: String,
        /// The city, where known.
        city: Option<String>,
        /// The country, where known.
        country: Option<CountryCode>,
        /// First day, by the calendar of the venue.
        first_day: Date,
        /// Last day, by the calendar of the venue.
        last_day: Date,
        /// Name of the venue's time zone.
        zone: String,
        /// Whether it has no venue but the network.
        online: bool,
    },
    /// A series got another name; its name in addresses stays.
    SeriesRenamed {
        /// The series.
        series: SeriesId,
        /// Its name.
        name: String,
    },
    /// What is said of a meeting changed; its name in addresses stays.
    MeetingAmended {
        /// The meeting.
        meeting: MeetingId,
        /// The changes.
        changes: Vec<MeetingChange>,
    },
    /// A figure about a meeting was published, by whom and as what it was counted.
    FigurePublished {
        /// The meeting.
        meeting: MeetingId,
        /// What was counted.
        metric: Metric,
        /// The count.
        count: u32,
        /// Whether the source says "more than".
        #[serde(default)]
        at_least: bool,
        /// Where it was published.
        source: String,
    },
}

/// One thing that changed about a meeting.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeetingChange {
    /// Another number in the series, or none.
    Number(Option<u32>),
    /// Another title.
    Title(String),
    /// Another city, or none.
    City(Option<String>),
    /// Another country, or none.
    Country(Option<CountryCode>),
    /// Other days.
    Days {
        /// First day, by the calendar of the venue.
        first: Date,
        /// Last day, by the calendar of the venue.
        last: Date,
    },
    /// Another time zone. Times that were fixed stay the same moments.
    Zone(String),
    /// Whether it has no venue but the network.
    Online(bool),
}

/// Wishes about series and meetings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "SeriesCommand")]
pub enum Command {
    /// Begin a series.
    FoundSeries {
        /// Name in addresses.
        slug: String,
        /// Name.
        name: String,
    },
    /// Announce a meeting.
    AnnounceMeeting {
        /// The series.
        series: SeriesId,
        /// Name in addresses.
        slug: String,
        /// Which meeting of the series it is.
        #[serde(default)]
        number: Option<u32>,
        /// Title.
        title: String,
        /// City, where known.
        #[serde(default)]
        city: String,
        /// ISO 3166-1 alpha-2 code of the country, where known.
        #[serde(default)]
        country: String,
        /// First day.
        first_day: Date,
        /// Last day.
        last_day: Date,
        /// Time zone of the venue, such as `Asia/Tokyo`.
        zone: String,
        /// Whether it has no venue but the network.
        #[serde(default)]
        online: bool,
    },
    /// Give a series another name.
    RenameSeries {
        /// The series.
        series: SeriesId,
        /// Name.
        name: String,
    },
    /// Change what is said of a meeting.
    AmendMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// What to change; what is left out stays.
        edit: MeetingEdit,
    },
    /// Publish a figure about a meeting.
    PublishFigure {
        /// The meeting.
        meeting: MeetingId,
        /// What was counted.
        metric: Metric,
        /// The count.
        count: u32,
        /// Whether the source says "more than".
        #[serde(default)]
        at_least: bool,
        /// Where it was published.
        source: String,
    },
}

/// Changes to a meeting; what is left out stays, and a blank takes back what may be missing.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MeetingEdit {
    /// Which meeting of the series it is; 0 if they are not counted.
    pub number: Option<u32>,
    /// Title.
    pub title: Option<String>,
    /// City.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<String>,
    /// First day.
    pub first_day: Option<Date>,
    /// Last day.
    pub last_day: Option<Date>,
    /// Time zone of the venue.
    pub zone: Option<String>,
    /// Whether it has no venue but the network.
    pub online: Option<bool>,
}
