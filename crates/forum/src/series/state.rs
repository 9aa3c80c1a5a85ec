//! What is known about series and meetings.

use super::{Act, MeetingChange};
use crate::reference::countries::CountryCode;
use crate::reference::meetings::Metric;
use crate::{MeetingId, SeriesId, Slug};
use imbl::{OrdMap, Vector};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// All series and meetings of a forum.
#[derive(Clone, Default, Serialize)]
pub struct State {
    /// Series by id.
    pub series: OrdMap<SeriesId, Series>,
    /// Meetings by id.
    pub meetings: OrdMap<MeetingId, Arc<Meeting>>,
}

/// A series of meetings.
#[derive(Clone, Debug, Serialize)]
pub struct Series {
    /// Name in addresses.
    pub slug: Slug,
    /// Name.
    pub name: String,
}

/// A meeting of a series.
#[derive(Clone, Debug, Serialize)]
pub struct Meeting {
    /// Id.
    pub id: MeetingId,
    /// The series it belongs to.
    pub series: SeriesId,
    /// Name in addresses.
    pub slug: Slug,
    /// Which meeting of the series it is, where they are counted.
    pub number: Option<u32>,
    /// Title.
    pub title: String,
    /// City, where known.
    pub city: Option<String>,
    /// The country, where known.
    pub country: Option<CountryCode>,
    /// First day, by the calendar of the venue.
    pub first_day: Date,
    /// Last day, by the calendar of the venue.
    pub last_day: Date,
    /// Name of the venue's time zone.
    pub zone: String,
    /// Whether it has no venue but the network.
    pub online: bool,
    /// Published figures, in the order of their publication.
    pub figures: Vector<Figure>,
}

/// A figure that somebody published about a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// What was counted.
    pub metric: Metric,
    /// The count.
    pub count: u32,
    /// Whether the source says "more than".
    pub at_least: bool,
    /// Where it was published.
    pub source: String,
}

impl State {
    /// Finds a series by its name in addresses.
    pub fn series_by_slug(&self, slug: &str) -> Option<(SeriesId, &Series)> {
        self.series.iter().find(|(_, series)| series.slug.as_str() == slug).map(|(id, series)| (*id, series))
    }

    /// Finds a meeting by its name in addresses.
    pub fn meeting_by_slug(&self, slug: &str) -> Option<&Arc<Meeting>> {
        self.meetings.values().find(|meeting| meeting.slug.as_str() == slug)
    }

    /// The meeting with an id, for rules.
    pub(crate) fn meeting(&self, id: MeetingId) -> Result<&Meeting, crate::Refusal> {
        self.meetings.get(&id).map(Arc::as_ref).ok_or(crate::Refusal::NoSuchMeeting { meeting: id })
    }

    pub(crate) fn apply(&mut self, act: &Act) {
        match act.clone() {
            Act::SeriesFounded { id, slug, name } => {
                self.series.insert(id, Series { slug, name });
            }
            Act::MeetingAnnounced {
                id,
                series,
                slug,
                number,
                title,
                city,
                country,
                first_day,
                last_day,
                zone,
                online,
            } => {
                let figures = Vector::new();
                let meeting = Meeting {
                    id,
                    series,
                    slug,
                    number,
                    title,
                    city,
                    country,
                    first_day,
                    last_day,
                    zone,
                    online,
                    figures,
                };
                self.meetings.insert(id, Arc::new(meeting));
            }
            Act::SeriesRenamed { series, name } => {
                if let Some(series) = self.series.get_mut(&series) {
                    series.name = name;
                }
            }
            Act::MeetingAmended { meeting, changes } => {
                if let Some(meeting) = self.meetings.get_mut(&meeting) {
                    changes.into_iter().for_each(|change| amend(Arc::make_mut(meeting), change));
                }
            }
            Act::FigurePublished { meeting, metric, count, at_least, source } => {
                if let Some(meeting) = self.meetings.get_mut(&meeting) {
                    publish(&mut Arc::make_mut(meeting).figures, Figure { metric, count, at_least, source });
                }
            }
        }
    }
}

fn amend(meeting: &mut Meeting, change: MeetingChange) {
    match change {
        MeetingChange::Number(number) => meeting.number = number,
        MeetingChange::Title(title) => meeting.title = title,
        MeetingChange::City(city) => meeting.city = city,
        MeetingChange::Country(country) => meeting.country = country,
        MeetingChange::Days { first, last } => (meeting.first_day, meeting.last_day) = (first, last),
        MeetingChange::Zone(zone) => meeting.zone = zone,
        MeetingChange::Online(online) => meeting.online = online,
    }
}

/// A source that publishes another figure for the same metric corrects itself.
fn publish(figures: &mut Vector<Figure>, figure: Figure) {
    let earlier =
        figures.iter().position(|known| (known.metric, &known.source) == (figure.metric, &figure.source));
    match earlier {
        Some(at) => {
            figures.set(at, figure);
        }
        None => figures.push_back(figure),
    }
}
