//! Countries and areas: ISO 3166-1 codes, names, and the regional group that each belonged to on a given day.

use std::fmt;

use jiff::civil::{Date, date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::country_table::COUNTRIES;
use super::regions::RegionalGroup;

/// What an entry of the table is to the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A member state; there are 193, and only they belong to regional groups.
    Member,
    /// A non-member observer state.
    Observer,
    /// A territory, or an entity that is neither.
    Entity,
}

/// One row of the table.
#[derive(Debug)]
pub struct Country {
    /// The two-letter code.
    pub alpha2: &'static str,
    /// The three-letter code.
    pub alpha3: &'static str,
    /// The short name in English.
    pub name_en: &'static str,
    /// The short name in French.
    pub name_fr: &'static str,
    /// The short name in Arabic.
    pub name_ar: &'static str,
    /// What it is to the United Nations.
    pub standing: Standing,
    /// Its regional group before the first of its [`CHANGES`], if it has any.
    first_group: RegionalGroup,
}

impl Country {
    /// The short name in this language, or in English where the table has no other.
    pub fn name(&self, language: &str) -> &'static str {
        match language.split('-').next() {
            Some("fr") => self.name_fr,
            Some("ar") => self.name_ar,
            _ => self.name_en,
        }
    }

    /// The code as a value that can be stored.
    pub fn code(&self) -> CountryCode {
        let bytes = self.alpha2.as_bytes();
        CountryCode([bytes[0], bytes[1]])
    }

    /// The regional group that it belonged to on this day.
    pub fn group_on(&self, day: Date) -> RegionalGroup {
        let last = CHANGES.iter().rev().find(|change| change.alpha2 == self.alpha2 && change.from <= day);
        last.map_or(self.first_group, |change| change.to)
    }
}

/// A dated change of regional group.
#[derive(Debug)]
pub struct Change {
    /// Whose group changed.
    pub alpha2: &'static str,
    /// The first day in the new group.
    pub from: Date,
    /// The new group.
    pub to: RegionalGroup,
}

/// Every change of group that matters to a meeting since 2006, by country and then by day.
///
/// A country that is not listed has been in its group all that time. To record a change, add a row.
#[rustfmt::skip] // one row per line
pub const CHANGES: &[Change] = &[
    // Invited into the group on 26 May 2000 and accepted on 30 May, for four years; without limit since 21 May 2004.
    Change { alpha2: "IL", from: date(2000, 5, 30), to: RegionalGroup::WesternEuropeanOthers },
    // A member since 14 September 1999, and in no group in the published counts of July 2011 and May 2014 (which
    // give Asia-Pacific 53 members). The UN's own list names it under Asia-Pacific in the versions that also spell
    // "Türkiye", so since June 2022 at the latest (54 members). The day it joined was not found.
    Change { alpha2: "KI", from: date(2022, 6, 1), to: RegionalGroup::AsiaPacific },
    // Admitted to the United Nations on this day.
    Change { alpha2: "ME", from: date(2006, 6, 28), to: RegionalGroup::EasternEuropean },
    // Admitted to the United Nations on this day.
    Change { alpha2: "SS", from: date(2011, 7, 14), to: RegionalGroup::African },
];

/// The two-letter code of an entry of the table: small, and valid by construction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(into = "String", try_from = "String")]
#[schemars(extend("pattern" = "^[A-Z]{2}$"))]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The code written so, in capitals or not, if the table has it.
    pub fn parse(text: &str) -> Option<Self> {
        let capitals = text.to_ascii_uppercase();
        by_alpha2(&capitals).map(Country::code)
    }

    /// The row of the table.
    pub fn country(self) -> &'static Country {
        by_alpha2(self.as_str()).expect("a code is only made from a row of the table")
    }

    /// The two letters, in capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code is made of two ASCII letters")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> Self {
        code.as_str().to_owned()
    }
}

impl TryFrom<String> for CountryCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("“{text}” is no two-letter country code of ISO 3166-1"))
    }
}

/// The row with this two-letter code (in capitals).
pub fn by_alpha2(code: &str) -> Option<&'static Country> {
    // The user-assigned codes stand behind the sorted ones.
    let found = COUNTRIES[..ISO_ENTRIES].binary_search_by(|country| country.alpha2.cmp(code));
    found.ok().map(|at| &COUNTRIES[at]).or_else(|| COUNTRIES[ISO_ENTRIES..].iter().find(|c| c.alpha2 == code))
}

/// The row with this three-letter code (in capitals).
pub fn by_alpha3(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.alpha3 == code)
}

/// How many entries ISO 3166-1 has (2024).
const ISO_ENTRIES: usize = 249;

/// A row of a member state.
pub(super) const fn member(
    alpha2: &'static str,
    alpha3: &'static str,
    name_en: &'static str,
    name_fr: &'static str,
    name_ar: &'static str,
    first_group: RegionalGroup,
) -> Country {
    Country { alpha2, alpha3, name_en, name_fr, name_ar, standing: Standing::Member, first_group }
}

/// A row of an observer state: observers are in no group's count.
pub(super) const fn observer(
    alpha2: &'static str,
    alpha3: &'static str,
    name_en: &'static str,
    name_fr: &'static str,
    name_ar: &'static str,
) -> Country {
    let (standing, first_group) = (Standing::Observer, RegionalGroup::Other);
    Country { alpha2, alpha3, name_en, name_fr, name_ar, standing, first_group }
}

/// A row of a territory or another entity.
pub(super) const fn entity(
    alpha2: &'static str,
    alpha3: &'static str,
    name_en: &'static str,
    name_fr: &'static str,
    name_ar: &'static str,
) -> Country {
    let (standing, first_group) = (Standing::Entity, RegionalGroup::Other);
    Country { alpha2, alpha3, name_en, name_fr, name_ar, standing, first_group }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn count(group: RegionalGroup, day: Date) -> usize {
        COUNTRIES.iter().filter(|c| c.standing == Standing::Member && c.group_on(day) == group).count()
    }

    #[test]
    fn all_249_entries_of_iso_3166_are_there_in_order_each_code_once() {
        let iso = &COUNTRIES[..ISO_ENTRIES];
        assert!(iso.is_sorted_by(|a, b| a.alpha2 < b.alpha2));
        let rest: Vec<_> = COUNTRIES[ISO_ENTRIES..].iter().map(|c| c.alpha2).collect();
        assert_eq!(rest, ["XK"]);
        let three: BTreeSet<_> = COUNTRIES.iter().map(|c| c.alpha3).collect();
        assert_eq!(three.len(), COUNTRIES.len());
        for names in [|c: &Country| c.name_en, |c: &Country| c.name_fr, |c: &Country| c.name_ar] {
            let distinct: BTreeSet<_> = COUNTRIES.iter().map(names).collect();
            assert_eq!(distinct.len(), COUNTRIES.len());
        }
    }

    /// The published counts say "28 and one observer" for Western European and others; the observer is the United
    /// States, which is counted here as the elections count it: 29. With Kiribati in Asia-Pacific, all 193 are in a group.
    #[test]
    fn the_regional_groups_have_their_published_sizes_on_the_day() {
        use RegionalGroup::{
            African, AsiaPacific, EasternEuropean, LatinAmericanCaribbean, Other, WesternEuropeanOthers,
        };
        let published = [
            // day, African, Asia-Pacific, Eastern European, Latin American and Caribbean, Western European, none
            (date(2006, 10, 30), [53, 53, 23, 33, 29, 2]), // no South Sudan yet; Kiribati in no group
            (date(2014, 5, 1), [54, 53, 23, 33, 29, 1]),
            (date(2023, 10, 8), [54, 54, 23, 33, 29, 0]),
        ];
        let groups =
            [African, AsiaPacific, EasternEuropean, LatinAmericanCaribbean, WesternEuropeanOthers, Other];
        for (day, sizes) in published {
            assert_eq!(groups.map(|group| count(group, day)), sizes, "{day}");
            assert_eq!(sizes.iter().sum::<usize>(), 193);
        }
    }

    #[test]
    fn a_group_changes_on_the_day_and_not_before() {
        for change in CHANGES {
            let country = by_alpha2(change.alpha2).unwrap();
            assert_eq!(country.group_on(change.from), change.to);
            let eve = change.from.yesterday().unwrap();
            assert_ne!(country.group_on(eve), change.to, "{}", country.name_en);
        }
    }

    #[test]
    fn changes_are_in_the_order_of_country_and_day() {
        assert!(CHANGES.is_sorted_by(|a, b| (a.alpha2, a.from) < (b.alpha2, b.from)));
    }

    #[test]
    fn a_place_outside_the_groups_is_other_wherever_it_lies() {
        for alpha2 in ["HK", "MO", "TW", "EH", "PS", "VA", "XK", "GL", "RE", "PR", "AQ"] {
            let country = by_alpha2(alpha2).unwrap();
            assert_eq!(country.group_on(date(2026, 1, 1)), RegionalGroup::Other, "{alpha2}");
        }
    }

    #[test]
    fn only_codes_of_the_table_become_values() {
        assert_eq!(CountryCode::parse("jp").unwrap().country().name("fr-CA"), "Japon");
        assert_eq!(CountryCode::parse("XK").unwrap().as_str(), "XK");
        for wrong in ["", "J", "JPN", "ZZ", "é", "日本"] {
            assert_eq!(CountryCode::parse(wrong), None, "{wrong}");
        }
        let stored = serde_json::to_string(&by_alpha3("KEN").unwrap().code()).unwrap();
        assert_eq!(stored, r#""KE""#);
        let refused = serde_json::from_str::<CountryCode>(r#""UK""#).unwrap_err();
        assert!(refused.to_string().contains("“UK” is no two-letter country code"));
    }
}
