//! The zones that a reader can choose from: one city for each clock that many people live by.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// A choice of places all over the world. A reader elsewhere picks the city that shares their clock; an address with
/// `?zone=` takes any other zone too.
const CITIES: &[&str] = &[
    "Pacific/Auckland",
    "Pacific/Fiji",
    "Australia/Sydney",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Manila",
    "Asia/Jakarta",
    "Asia/Bangkok",
    "Asia/Dhaka",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Karachi",
    "Asia/Tashkent",
    "Asia/Kabul",
    "Asia/Dubai",
    "Asia/Tehran",
    "Asia/Riyadh",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Africa/Nairobi",
    "Africa/Addis_Ababa",
    "Europe/Kyiv",
    "Europe/Athens",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Asia/Beirut",
    "Europe/Berlin",
    "Europe/Paris",
    "Africa/Tunis",
    "Africa/Lagos",
    "Europe/London",
    "Africa/Casablanca",
    "Africa/Accra",
    "Atlantic/Cape_Verde",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/Santiago",
    "America/Caracas",
    "America/New_York",
    "America/Bogota",
    "America/Chicago",
    "America/Mexico_City",
    "America/Denver",
    "America/Los_Angeles",
    "Pacific/Honolulu",
];

/// The zones to choose from with their distance from UTC at this time, from the date line westwards.
pub fn choices(at: Timestamp) -> Vec<(&'static str, Offset)> {
    let known = CITIES.iter().filter_map(|name| Some((*name, TimeZone::get(name).ok()?.to_offset(at))));
    let mut choices: Vec<_> = known.collect();
    choices.sort_by_key(|(_, offset)| std::cmp::Reverse(*offset));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_city_is_in_the_zone_database() {
        assert_eq!(choices(Timestamp::UNIX_EPOCH).len(), CITIES.len());
    }
}
