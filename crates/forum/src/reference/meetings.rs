//! The annual meetings of the Internet Governance Forum from Athens to Riyadh, with the figures published about them.

use jiff::civil::{Date, date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a published figure counts. Two figures with different metrics are never compared or added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// People who registered.
    Registered,
    /// People whose registration was approved.
    Approved,
    /// People who collected a badge at the venue.
    BadgeCollected,
    /// People on site, counted in a way that the source does not tell.
    OnSite,
    /// People who joined a session online.
    JoinedOnline,
    /// People who "took part": a source's own word, which may add or mix the others.
    TookPart,
}

impl Metric {
    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Approved => "approved",
            Self::BadgeCollected => "badge-collected",
            Self::OnSite => "on-site",
            Self::JoinedOnline => "joined-online",
            Self::TookPart => "took-part",
        }
    }
}

/// A figure as somebody published it.
#[derive(Debug)]
pub struct Figure {
    /// What is counted.
    pub metric: Metric,
    /// The count.
    pub people: u32,
    /// Whether the source says "more than".
    pub at_least: bool,
    /// Who said so.
    pub source: &'static str,
}

/// One annual meeting.
#[derive(Debug)]
pub struct Meeting {
    /// Its number: Athens was the first.
    pub number: u8,
    /// The first day of the programme, day 0 included where the meeting's dates include it.
    pub first_day: Date,
    /// The last day.
    pub last_day: Date,
    /// The place, if it had one.
    pub place: Option<Place>,
    /// The time zone of the place; of the virtual meeting, the one of its published times.
    pub zone: &'static str,
    /// What was published about participation.
    pub figures: &'static [Figure],
}

/// Where a meeting was.
#[derive(Debug)]
pub struct Place {
    /// The city (for the eleventh the state: it met near Guadalajara and is known by the name of Jalisco).
    pub city: &'static str,
    /// The two-letter code of the country.
    pub country: &'static str,
}

const fn at(city: &'static str, country: &'static str) -> Option<Place> {
    Some(Place { city, country })
}

const fn figure(metric: Metric, people: u32, source: &'static str) -> Figure {
    Figure { metric, people, at_least: false, source }
}

const fn more_than(metric: Metric, people: u32, source: &'static str) -> Figure {
    Figure { metric, people, at_least: true, source }
}

/// The nineteen meetings. Dates and places: the forum's own list of annual meetings, read in 2026.
#[rustfmt::skip] // one row per line
pub const MEETINGS: &[Meeting] = &[
    Meeting { number: 1, first_day: date(2006, 10, 30), last_day: date(2006, 11, 2), place: at("Athens", "GR"), zone: "Europe/Athens", figures: &[
        // The participants’ list, as a reader of it counted and sorted it; far from everybody was on it.
        figure(Metric::Registered, 339, "igfwatch.org, 19 September 2006 (named registrants)"),
    ] },
    Meeting { number: 2, first_day: date(2007, 11, 12), last_day: date(2007, 11, 15), place: at("Rio de Janeiro", "BR"), zone: "America/Sao_Paulo", figures: &[] },
    Meeting { number: 3, first_day: date(2008, 12, 3), last_day: date(2008, 12, 6), place: at("Hyderabad", "IN"), zone: "Asia/Kolkata", figures: &[
        figure(Metric::Registered, 1_280, "IGF Secretariat, attendance breakdown of the Hyderabad meeting"),
    ] },
    Meeting { number: 4, first_day: date(2009, 11, 15), last_day: date(2009, 11, 18), place: at("Sharm El Sheikh", "EG"), zone: "Africa/Cairo", figures: &[] },
    Meeting { number: 5, first_day: date(2010, 9, 14), last_day: date(2010, 9, 17), place: at("Vilnius", "LT"), zone: "Europe/Vilnius", figures: &[] },
    Meeting { number: 6, first_day: date(2011, 9, 27), last_day: date(2011, 9, 30), place: at("Nairobi", "KE"), zone: "Africa/Nairobi", figures: &[] },
    Meeting { number: 7, first_day: date(2012, 11, 6), last_day: date(2012, 11, 9), place: at("Baku", "AZ"), zone: "Asia/Baku", figures: &[
        more_than(Metric::OnSite, 1_630, "UN DESA newsletter, December 2012"),
        figure(Metric::JoinedOnline, 3_800, "UN DESA newsletter, December 2012 (with 52 remote hubs)"),
    ] },
    Meeting { number: 8, first_day: date(2013, 10, 22), last_day: date(2013, 10, 25), place: at("Bali", "ID"), zone: "Asia/Makassar", figures: &[] },
    Meeting { number: 9, first_day: date(2014, 9, 2), last_day: date(2014, 9, 5), place: at("Istanbul", "TR"), zone: "Europe/Istanbul", figures: &[] },
    Meeting { number: 10, first_day: date(2015, 11, 10), last_day: date(2015, 11, 13), place: at("João Pessoa", "BR"), zone: "America/Fortaleza", figures: &[
        figure(Metric::OnSite, 2_137, "press report of 2016"),
    ] },
    Meeting { number: 11, first_day: date(2016, 12, 6), last_day: date(2016, 12, 9), place: at("Jalisco", "MX"), zone: "America/Mexico_City", figures: &[] },
    Meeting { number: 12, first_day: date(2017, 12, 18), last_day: date(2017, 12, 21), place: at("Geneva", "CH"), zone: "Europe/Zurich", figures: &[] },
    Meeting { number: 13, first_day: date(2018, 11, 12), last_day: date(2018, 11, 14), place: at("Paris", "FR"), zone: "Europe/Paris", figures: &[] },
    Meeting { number: 14, first_day: date(2019, 11, 25), last_day: date(2019, 11, 29), place: at("Berlin", "DE"), zone: "Europe/Berlin", figures: &[] },
    Meeting { number: 15, first_day: date(2020, 11, 2), last_day: date(2020, 11, 17), place: None, zone: "UTC", figures: &[] },
    Meeting { number: 16, first_day: date(2021, 12, 6), last_day: date(2021, 12, 11), place: at("Katowice", "PL"), zone: "Europe/Warsaw", figures: &[
        // The same number is "attended" in one release and "registered" in another.
        more_than(Metric::TookPart, 10_300, "host’s release of 2021 (elsewhere: registered)"),
        figure(Metric::OnSite, 2_688, "host’s release of 2021"),
    ] },
    Meeting { number: 17, first_day: date(2022, 11, 28), last_day: date(2022, 12, 2), place: at("Addis Ababa", "ET"), zone: "Africa/Addis_Ababa", figures: &[
        figure(Metric::TookPart, 5_120, "IGF Secretariat, IGF 2022 participation and programme statistics"),
        figure(Metric::BadgeCollected, 2_520, "IGF Secretariat, IGF 2022 participation and programme statistics"),
    ] },
    Meeting { number: 18, first_day: date(2023, 10, 8), last_day: date(2023, 10, 12), place: at("Kyoto", "JP"), zone: "Asia/Tokyo", figures: &[
        figure(Metric::Registered, 11_145, "IGF Secretariat, by a participant’s summary of 2 November 2023"),
        figure(Metric::BadgeCollected, 6_279, "IGF Secretariat, by a participant’s summary of 2 November 2023"),
        more_than(Metric::JoinedOnline, 3_000, "IGF Secretariat, by a participant’s summary of 2 November 2023"),
        // 6,279 + 3,000: people who were both on site and online are in it twice.
        more_than(Metric::TookPart, 9_279, "IGF Secretariat, by a participant’s summary of 2 November 2023"),
        more_than(Metric::OnSite, 6_000, "host’s report, 2023"),
    ] },
    Meeting { number: 19, first_day: date(2024, 12, 15), last_day: date(2024, 12, 19), place: at("Riyadh", "SA"), zone: "Asia/Riyadh", figures: &[] },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::countries::by_alpha2;

    #[test]
    fn the_nineteen_meetings_follow_each_other_and_stand_in_known_countries() {
        assert_eq!(MEETINGS.len(), 19);
        for (index, meeting) in MEETINGS.iter().enumerate() {
            assert_eq!(usize::from(meeting.number), index + 1);
            assert!(meeting.first_day <= meeting.last_day);
            assert_eq!(meeting.first_day.year(), 2006 + i16::from(meeting.number) - 1, "one each year");
            if let Some(place) = &meeting.place {
                assert!(by_alpha2(place.country).is_some(), "{}", place.country);
            }
        }
    }

    #[test]
    fn only_the_fifteenth_had_no_place() {
        let virtual_ones: Vec<_> = MEETINGS.iter().filter(|m| m.place.is_none()).map(|m| m.number).collect();
        assert_eq!(virtual_ones, [15]);
    }

    #[test]
    fn a_meeting_has_one_figure_per_metric() {
        for meeting in MEETINGS {
            let mut metrics: Vec<_> = meeting.figures.iter().map(|f| f.metric).collect();
            metrics.sort();
            metrics.dedup();
            assert_eq!(metrics.len(), meeting.figures.len(), "meeting {}", meeting.number);
        }
    }
}
