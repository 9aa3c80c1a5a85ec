//! The regional groups of the United Nations, as forums use them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A regional group, or one of the two buckets beside the five groups.
///
/// Source: the five groups of member states of the United Nations (since 1966 in this shape; the Asian Group became
/// the Asia-Pacific Group in 2011), and the lists on the forms of the Internet Governance Forum, 2018 to 2025, which add
/// intergovernmental organisations as if they were a sixth region. `Other` is for states outside the groups,
/// territories and entities: they are many, and are never put into a group because of where they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RegionalGroup {
    /// The African Group.
    African,
    /// The Asia-Pacific Group ("Asia and the Pacific Small Island Developing States").
    AsiaPacific,
    /// The Eastern European Group.
    EasternEuropean,
    /// The Latin American and Caribbean Group (GRULAC).
    LatinAmericanCaribbean,
    /// The Western European and Others Group (WEOG).
    WesternEuropeanOthers,
    /// Not a region: the people of intergovernmental organisations, whom the forms count here.
    Intergovernmental,
    /// In no group, or not specified.
    Other,
}

impl RegionalGroup {
    /// Every group, in the order in which forms and figures list them.
    pub const ALL: [Self; 7] = [
        Self::African,
        Self::AsiaPacific,
        Self::EasternEuropean,
        Self::LatinAmericanCaribbean,
        Self::WesternEuropeanOthers,
        Self::Intergovernmental,
        Self::Other,
    ];

    /// The name in addresses, files and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::African => "african",
            Self::AsiaPacific => "asia-pacific",
            Self::EasternEuropean => "eastern-european",
            Self::LatinAmericanCaribbean => "latin-american-caribbean",
            Self::WesternEuropeanOthers => "western-european-others",
            Self::Intergovernmental => "intergovernmental",
            Self::Other => "other",
        }
    }

    /// The group with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_regional_group_is_found_by_its_key() {
        for group in RegionalGroup::ALL {
            assert_eq!(RegionalGroup::from_key(group.key()), Some(group));
        }
        assert_eq!(RegionalGroup::from_key("africa"), None);
    }
}
