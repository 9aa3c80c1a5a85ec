//! Stakeholder groups, and gender as people declare it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The group that a person says they belong to at a forum.
///
/// Source: the registration and proposal forms of the Internet Governance Forum, 2015 to 2025, and its published
/// statistics (which add the media). Those forms count academia with the technical community; the European dialogue
/// (EuroDIG) and the NETmundial meeting of 2014 list it by itself. So it is a group here, and a forum says which
/// groups its own form offers; [`IGF_GROUPS`] are those of the annual meeting. "Parliamentarian" is not a group but a
/// mark that a person of any group may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StakeholderGroup {
    /// Governments and their agencies, parliaments included.
    Government,
    /// Associations, foundations, unions and unaffiliated citizens.
    CivilSociety,
    /// Companies and their associations.
    PrivateSector,
    /// Registries, operators of infrastructure, standards bodies, engineers.
    TechnicalCommunity,
    /// Universities and researchers, where a forum counts them apart.
    Academia,
    /// The United Nations and other organisations made of states.
    IntergovernmentalOrganisation,
    /// Press and media.
    Media,
}

impl StakeholderGroup {
    /// Every group, in the order in which forms and figures list them.
    pub const ALL: [Self; 7] = [
        Self::Government,
        Self::CivilSociety,
        Self::PrivateSector,
        Self::TechnicalCommunity,
        Self::Academia,
        Self::IntergovernmentalOrganisation,
        Self::Media,
    ];

    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::CivilSociety => "civil-society",
            Self::PrivateSector => "private-sector",
            Self::TechnicalCommunity => "technical-community",
            Self::Academia => "academia",
            Self::IntergovernmentalOrganisation => "intergovernmental-organisation",
            Self::Media => "media",
        }
    }

    /// The group with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// The groups on the forms and in the statistics of the annual meeting of the Internet Governance Forum.
pub const IGF_GROUPS: [StakeholderGroup; 6] = [
    StakeholderGroup::Government,
    StakeholderGroup::CivilSociety,
    StakeholderGroup::PrivateSector,
    StakeholderGroup::TechnicalCommunity,
    StakeholderGroup::IntergovernmentalOrganisation,
    StakeholderGroup::Media,
];

/// Gender as a person declares it. It is never guessed from a name; who was not asked, or did not answer, is `NotSaid`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// Declared female.
    Female,
    /// Declared male.
    Male,
    /// Declared as neither of the two.
    Other,
    /// Not asked, or not answered.
    #[default]
    NotSaid,
}

impl Gender {
    /// Every answer, in the order in which forms list them.
    pub const ALL: [Self; 4] = [Self::Female, Self::Male, Self::Other, Self::NotSaid];

    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
            Self::Other => "other",
            Self::NotSaid => "not-said",
        }
    }

    /// The answer with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|gender| gender.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_and_gender_is_found_by_its_key_and_only_by_it() {
        for group in StakeholderGroup::ALL {
            assert_eq!(StakeholderGroup::from_key(group.key()), Some(group));
        }
        for gender in Gender::ALL {
            assert_eq!(Gender::from_key(gender.key()), Some(gender));
        }
        assert_eq!(StakeholderGroup::from_key("Civil Society"), None);
        assert_eq!(Gender::from_key(""), None);
    }

    #[test]
    fn the_stored_form_of_a_group_is_its_name_in_snake_case() {
        let stored = serde_json::to_string(&StakeholderGroup::IntergovernmentalOrganisation).unwrap();
        assert_eq!(stored, r#""intergovernmental_organisation""#);
    }
}
