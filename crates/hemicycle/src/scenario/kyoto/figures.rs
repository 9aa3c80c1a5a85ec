//! What was published about the meeting's participation, and what stands in for what was not.

use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use forum::reference::session_types::SessionType;

// Kyoto 2023: figures of the IGF Secretariat, from a participant's summary of the coordination call of 31 October 2023
// (list of the Dynamic Coalition on Accessibility and Disability, 2 November 2023).

/// People who registered.
pub const REGISTERED: usize = 11_145;
/// People who collected a badge.
pub const BADGES: usize = 6_279;
/// People who joined online: "over 3,000". With the badges it makes the published total of "over 9,279", so nobody is
/// counted as both, and 1,866 who registered came in neither way.
pub const ONLINE: usize = 3_000;

/// Gender in per mille: 61 % male, 38 % female, less than 1 % other.
pub const GENDERS: [(Gender, u64); 3] = [(Gender::Male, 612), (Gender::Female, 382), (Gender::Other, 6)];

/// Whether it is the first annual meeting, in per cent: 67 % said so.
pub const FIRST_TIMERS: [(bool, u64); 2] = [(true, 67), (false, 33)];

/// Stakeholder groups in per cent. Not found for 2023: these are the shares of 2022 (IGF 2022 participation and
/// programme statistics), the nearest year with a full row.
pub const GROUPS: [(StakeholderGroup, u64); 6] = [
    (StakeholderGroup::Government, 29),
    (StakeholderGroup::CivilSociety, 32),
    (StakeholderGroup::PrivateSector, 16),
    (StakeholderGroup::TechnicalCommunity, 11),
    (StakeholderGroup::IntergovernmentalOrganisation, 11),
    (StakeholderGroup::Media, 1),
];

/// Regional groups in per cent. Not found for 2023: the row of 2022 with the host's effect moved. In Addis Ababa the
/// African Group had 44 % and Asia-Pacific 15 %; with a host in Asia-Pacific the two change places (assumed).
pub const REGIONS: [(RegionalGroup, u64); 6] = [
    (RegionalGroup::African, 15),
    (RegionalGroup::AsiaPacific, 44),
    (RegionalGroup::EasternEuropean, 4),
    (RegionalGroup::LatinAmericanCaribbean, 8),
    (RegionalGroup::WesternEuropeanOthers, 21),
    (RegionalGroup::Intergovernmental, 8),
];

/// Sessions by type, out of about 300. Only the sum is published ("about 300"), and that there were main sessions,
/// three parallel tracks and eight sub-themes; the split is assumed after the programmes of 2022 to 2024.
pub const TYPES: [(SessionType, u64); 17] = [
    (SessionType::Ceremony, 2),
    (SessionType::OpenMicrophone, 1),
    (SessionType::Main, 8),
    (SessionType::HighLevel, 5),
    (SessionType::Parliamentary, 5),
    (SessionType::Youth, 5),
    (SessionType::Workshop, 98),
    (SessionType::OpenForum, 52),
    (SessionType::TownHall, 22),
    (SessionType::LaunchAward, 16),
    (SessionType::Networking, 17),
    (SessionType::LightningTalk, 18),
    (SessionType::DynamicCoalition, 15),
    (SessionType::BestPracticeForum, 2),
    (SessionType::PolicyNetwork, 3),
    (SessionType::NationalRegional, 8),
    (SessionType::DayZero, 25),
];

/// Languages of sessions per mille of all sessions (assumed; workshops were proposed and held in English).
pub const LANGUAGES: [(&str, u64); 7] =
    [("en", 878), ("fr", 30), ("es", 25), ("ja", 25), ("ar", 20), ("zh", 12), ("ru", 10)];

// What was proposed: a participant's summary of the calls of 2023 (Media Rights Agenda, 2023).

/// Workshops that were proposed.
pub const WORKSHOP_PROPOSALS: usize = 434;
/// How many of them the secretariat passed on to the advisory group.
pub const WORKSHOPS_PASSED: usize = 398;
/// What was proposed of all other types. The source can be read otherwise: 768 may be all proposals together. It is taken
/// here as it stands.
pub const OTHER_PROPOSALS: usize = 768;
/// Drafts that were never submitted, to the call for workshops and to the other one (assumed).
pub const DRAFTS: [usize; 2] = [61, 84];
/// Members of the advisory group who review (assumed: it has 40 to 55).
pub const PANEL: usize = 50;

/// Proposals of the other types that became no session, by type (assumed; only their sum is published).
pub const OTHER_KINDS: [(SessionType, u64); 8] = [
    (SessionType::OpenForum, 110),
    (SessionType::TownHall, 120),
    (SessionType::LaunchAward, 85),
    (SessionType::Networking, 70),
    (SessionType::LightningTalk, 110),
    (SessionType::DynamicCoalition, 12),
    (SessionType::NationalRegional, 20),
    (SessionType::DayZero, 68),
];
