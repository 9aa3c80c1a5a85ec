//! Types of session: who may apply for one, how long it may last, and what support it can count on.

use serde::{Deserialize, Serialize};

/// A type of session.
///
/// Source: the calls and descriptions of the Internet Governance Forum from 2015 to 2025; each row of
/// [`SessionType::facts`] names the year that its figures are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionType {
    /// Opening and closing ceremonies.
    Ceremony,
    /// The open microphone: taking stock of the meeting.
    OpenMicrophone,
    /// A main session, set up by the advisory group.
    Main,
    /// The high-level leaders' track of the host.
    HighLevel,
    /// The parliamentary track.
    Parliamentary,
    /// The youth track.
    Youth,
    /// A workshop: proposed by anyone, scored by the advisory group.
    Workshop,
    /// An open forum: a government or an international organisation reports and discusses its work.
    OpenForum,
    /// A town hall: an entity whose work is international takes up a current, contested topic.
    TownHall,
    /// A launch or an award: new research, a book, a prize.
    LaunchAward,
    /// A networking session: an open gathering by region, group or topic.
    Networking,
    /// A lightning talk: a short prepared presentation of one issue.
    LightningTalk,
    /// A session of a recognised dynamic coalition.
    DynamicCoalition,
    /// A best practice forum.
    BestPracticeForum,
    /// A policy network.
    PolicyNetwork,
    /// A session of national and regional initiatives.
    NationalRegional,
    /// A pre-event on day 0.
    DayZero,
}

/// Who may ask for a session of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// Anyone.
    Anyone,
    /// Governments, treaty-based and other global organisations; the first two are served first.
    GovernmentsAndGlobalOrganisations,
    /// Entities with work of international scope.
    InternationalEntities,
    /// Recognised dynamic coalitions with their reports filed.
    DynamicCoalitions,
    /// National and regional initiatives.
    NationalRegionalInitiatives,
    /// Nobody applies: the secretariat, the advisory group or the host sets it up.
    ByInvitation,
}

impl Applicant {
    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::GovernmentsAndGlobalOrganisations => "governments-and-global-organisations",
            Self::InternationalEntities => "international-entities",
            Self::DynamicCoalitions => "dynamic-coalitions",
            Self::NationalRegionalInitiatives => "national-regional-initiatives",
            Self::ByInvitation => "by-invitation",
        }
    }
}

/// Whether a service is promised to sessions of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// Promised.
    Yes,
    /// Said not to be there.
    No,
    /// The sources do not say.
    Unknown,
}

/// What is known about a type of session.
#[derive(Debug)]
pub struct Facts {
    /// The prefix of a session's public code, as in "WS #136".
    pub code: &'static str,
    /// Who may ask for one.
    pub applicant: Applicant,
    /// The lengths in minutes that may be asked for; empty: as agreed.
    pub minutes: &'static [u16],
    /// Whether it is webcast.
    pub webcast: Support,
    /// Whether it is transcribed.
    pub transcription: Support,
    /// Whether it is interpreted.
    pub interpretation: Support,
    /// The year of the source.
    pub source_year: i16,
}

impl SessionType {
    /// Every type, in the order in which a programme lists them.
    pub const ALL: [Self; 17] = [
        Self::Ceremony,
        Self::OpenMicrophone,
        Self::Main,
        Self::HighLevel,
        Self::Parliamentary,
        Self::Youth,
        Self::Workshop,
        Self::OpenForum,
        Self::TownHall,
        Self::LaunchAward,
        Self::Networking,
        Self::LightningTalk,
        Self::DynamicCoalition,
        Self::BestPracticeForum,
        Self::PolicyNetwork,
        Self::NationalRegional,
        Self::DayZero,
    ];

    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ceremony => "ceremony",
            Self::OpenMicrophone => "open-microphone",
            Self::Main => "main-session",
            Self::HighLevel => "high-level",
            Self::Parliamentary => "parliamentary",
            Self::Youth => "youth",
            Self::Workshop => "workshop",
            Self::OpenForum => "open-forum",
            Self::TownHall => "town-hall",
            Self::LaunchAward => "launch-award",
            Self::Networking => "networking",
            Self::LightningTalk => "lightning-talk",
            Self::DynamicCoalition => "dynamic-coalition",
            Self::BestPracticeForum => "best-practice-forum",
            Self::PolicyNetwork => "policy-network",
            Self::NationalRegional => "national-regional",
            Self::DayZero => "day-zero",
        }
    }

    /// The type with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What is known about it.
    pub const fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }
}

/// One row per type, in the order of the type's variants.
///
/// Sources: the types of sessions page (2017), the workshop template (2015) and formats (2018), the calls for town
/// halls (2021, 2022), for launches and awards (2023) and for dynamic coalition sessions (2024), the
/// participation and programme statistics and schedule (2022, 2024). The prefixes of types that carry no number in the published
/// programmes are ours.
#[rustfmt::skip] // one row per line
const FACTS: [Facts; 17] = {
    use Applicant::*;
    use Support::*;
    [
        // The main hall, and so the ceremonies and main sessions held in it, is interpreted in six languages.
        row("Ceremony", ByInvitation, &[], Yes, Yes, Yes, 2017),
        row("Open Mic", ByInvitation, &[], Yes, Yes, Yes, 2024),
        row("MS", ByInvitation, &[75, 90], Yes, Yes, Yes, 2024),
        row("HL", ByInvitation, &[], Yes, Unknown, Unknown, 2022),
        row("PT", ByInvitation, &[], Unknown, Unknown, Unknown, 2022),
        row("Youth", ByInvitation, &[], Unknown, Unknown, Unknown, 2022),
        row("WS", Anyone, &[30, 60, 90], Unknown, Unknown, No, 2018),
        row("OF", GovernmentsAndGlobalOrganisations, &[60], Unknown, Unknown, Unknown, 2017),
        row("TH", InternationalEntities, &[30, 60], Yes, Yes, No, 2022),
        row("Launch / Award Event", Anyone, &[20, 30, 45, 60], Yes, No, No, 2023),
        row("Networking Session", Anyone, &[], Unknown, Unknown, Unknown, 2023),
        // The length of a lightning talk was not found in the calls; 20 to 30 minutes is what programmes show.
        row("Lightning Talk", Anyone, &[20, 30], Unknown, Unknown, Unknown, 2023),
        row("DC", DynamicCoalitions, &[], Yes, Yes, No, 2024),
        row("BPF", ByInvitation, &[], Unknown, Unknown, Unknown, 2022),
        row("PN", ByInvitation, &[], Unknown, Unknown, Unknown, 2022),
        row("NRI", NationalRegionalInitiatives, &[], Unknown, Unknown, Unknown, 2022),
        // First come, first served, tempered by balance; support is weaker than on the days of the programme.
        row("Day 0 Event", Anyone, &[], Unknown, Unknown, Unknown, 2017),
    ]
};

const fn row(
    code: &'static str,
    applicant: Applicant,
    minutes: &'static [u16],
    webcast: Support,
    transcription: Support,
    interpretation: Support,
    source_year: i16,
) -> Facts {
    Facts { code, applicant, minutes, webcast, transcription, interpretation, source_year }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_type_is_found_by_its_key_and_has_a_code_of_its_own() {
        for kind in SessionType::ALL {
            assert_eq!(SessionType::from_key(kind.key()), Some(kind));
        }
        let codes: BTreeSet<_> = SessionType::ALL.map(|kind| kind.facts().code).into();
        assert_eq!(codes.len(), SessionType::ALL.len());
    }

    #[test]
    fn the_rows_stand_in_the_order_of_the_types() {
        let spot_checks = [
            (SessionType::Ceremony, "Ceremony"),
            (SessionType::Workshop, "WS"),
            (SessionType::OpenForum, "OF"),
            (SessionType::TownHall, "TH"),
            (SessionType::DynamicCoalition, "DC"),
            (SessionType::DayZero, "Day 0 Event"),
        ];
        for (kind, code) in spot_checks {
            assert_eq!(kind.facts().code, code);
        }
    }
}
