//! By which clock people live, as far as their country or regional group tells.
//!
//! A country with several zones is read as that of most of its people or of its capital, and a region as one in its
//! middle: enough to tell a morning from the dead of night, which is all that is asked.

use std::collections::BTreeMap;

use forum::reference::countries::CountryCode;
use forum::reference::regions::RegionalGroup;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// One zone of the IANA time zone database (2024) for each clock, with the ISO 3166-1 codes of the countries and areas
/// that share it.
#[rustfmt::skip] // one clock per line
const CLOCKS: &[(&str, &str)] = &[
    ("Pacific/Pago_Pago", "AS NU UM"),
    ("Pacific/Honolulu", "CK PF"),
    ("America/Los_Angeles", "PN"),
    ("America/Mexico_City", "MX"),
    ("America/Costa_Rica", "BZ CR GT HN NI SV"),
    ("America/Bogota", "CO CW EC JM KY PA PE"),
    ("America/New_York", "BS CA CU HT TC US"),
    ("America/Puerto_Rico", "AG AI AW BB BL BO BQ DM DO GD GP GY KN LC MF MQ MS PR SX TT VC VE VG VI"),
    ("America/Halifax", "BM"),
    ("America/Santiago", "CL"),
    ("America/Asuncion", "PY"),
    ("America/Sao_Paulo", "AR BR FK GF SR UY"),
    ("America/Miquelon", "PM"),
    ("America/Nuuk", "GL"),
    ("Atlantic/South_Georgia", "GS"),
    ("Atlantic/Cape_Verde", "CV"),
    ("Africa/Accra", "BF CI GH GM GN GW IS LR ML MR SH SL SN ST TG"),
    ("Europe/London", "FO GB GG IE IM JE PT"),
    ("Africa/Casablanca", "EH MA"),
    ("Africa/Lagos", "AO BJ CD CF CG CM DZ GA GQ NE NG TD TN"),
    ("Europe/Paris", "AD AL AT BA BE BV CH CZ DE DK ES FR GI HR HU IT LI LU MC ME MK MT NL NO PL RS SE SI SJ SK SM VA XK"),
    ("Africa/Johannesburg", "BI BW LS LY MW MZ NA RW SD SS SZ ZA ZM ZW"),
    ("Africa/Cairo", "EG"),
    ("Europe/Athens", "AX BG CY EE FI GR LT LV MD RO UA"),
    ("Asia/Beirut", "LB"),
    ("Asia/Jerusalem", "IL PS"),
    ("Africa/Nairobi", "DJ ER ET KE KM MG SO TZ UG YT"),
    ("Asia/Riyadh", "BH IQ JO KW QA SA SY YE"),
    ("Europe/Moscow", "BY RU TR"),
    ("Asia/Tehran", "IR"),
    ("Asia/Dubai", "AE AM AZ GE MU OM RE SC"),
    ("Asia/Kabul", "AF"),
    ("Asia/Tashkent", "HM KZ MV PK TF TJ TM UZ"),
    ("Asia/Kolkata", "IN LK"),
    ("Asia/Kathmandu", "NP"),
    ("Asia/Dhaka", "BD BT IO KG"),
    ("Asia/Yangon", "CC MM"),
    ("Asia/Bangkok", "AQ CX ID KH LA TH VN"),
    ("Asia/Singapore", "BN CN HK MN MO MY PH SG TW"),
    ("Asia/Tokyo", "JP KP KR PW TL"),
    ("Australia/Sydney", "AU"),
    ("Pacific/Guam", "FM GU MP PG"),
    ("Pacific/Noumea", "NC SB VU"),
    ("Pacific/Norfolk", "NF"),
    ("Pacific/Fiji", "FJ KI MH NR TV WF"),
    ("Pacific/Auckland", "NZ"),
    ("Pacific/Tongatapu", "TK TO WS"),
];

/// A zone in the middle of a region, for people who named no country.
fn middle(region: RegionalGroup) -> Option<&'static str> {
    match region {
        RegionalGroup::African => Some("Africa/Lagos"),
        RegionalGroup::AsiaPacific => Some("Asia/Bangkok"),
        RegionalGroup::EasternEuropean => Some("Europe/Athens"),
        RegionalGroup::LatinAmericanCaribbean => Some("America/Bogota"),
        RegionalGroup::WesternEuropeanOthers => Some("Europe/Paris"),
        RegionalGroup::Intergovernmental | RegionalGroup::Other => None,
    }
}

/// The zone by which most people of a country live.
pub(in crate::desk) fn zone_of(country: CountryCode) -> Option<&'static str> {
    let code = country.to_string();
    CLOCKS
        .iter()
        .find(|(_, countries)| countries.split(' ').any(|known| known == code))
        .map(|(zone, _)| *zone)
}

/// Clocks at one moment, each looked up once.
pub(super) struct Clocks {
    at: Timestamp,
    known: BTreeMap<String, Option<i64>>,
}

impl Clocks {
    /// The clocks of the world at a moment.
    pub(super) fn on(at: Timestamp) -> Clocks {
        Clocks { at, known: BTreeMap::new() }
    }

    /// By how many minutes the clock of a country is ahead of UTC, or that of a region where no country is named.
    pub(super) fn ahead(
        &mut self,
        country: Option<CountryCode>,
        region: Option<RegionalGroup>,
    ) -> Option<i64> {
        self.of(country.and_then(zone_of).or_else(|| region.and_then(middle))?)
    }

    /// By how many minutes the clock of a zone is ahead of UTC.
    pub(super) fn of(&mut self, zone: &str) -> Option<i64> {
        if let Some(known) = self.known.get(zone) {
            return *known;
        }
        let offset = TimeZone::get(zone).ok().map(|zone| i64::from(zone.to_offset(self.at).seconds()) / 60);
        self.known.insert(zone.to_owned(), offset);
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::reference::countries::COUNTRIES;

    #[test]
    fn every_country_has_one_clock_and_every_clock_is_known() {
        for country in COUNTRIES {
            let clocks =
                CLOCKS.iter().filter(|(_, codes)| codes.split(' ').any(|code| code == country.alpha2));
            assert_eq!(clocks.count(), 1, "{}", country.alpha2);
        }
        for (zone, codes) in CLOCKS {
            assert!(TimeZone::get(zone).is_ok(), "{zone}");
            for code in codes.split(' ') {
                assert!(COUNTRIES.iter().any(|country| country.alpha2 == code), "{code}");
            }
        }
    }

    #[test]
    fn clocks_are_ahead_and_behind_by_the_season() {
        let country = |code: &str| Some(serde_json::from_value(serde_json::json!(code)).unwrap());
        for (at, code, region, ahead) in [
            ("2027-07-01T12:00:00Z", country("DE"), None, Some(120)),
            ("2027-01-01T12:00:00Z", country("DE"), None, Some(60)),
            ("2027-01-01T12:00:00Z", country("JP"), Some(RegionalGroup::African), Some(540)),
            ("2027-01-01T12:00:00Z", None, Some(RegionalGroup::African), Some(60)),
            ("2027-01-01T12:00:00Z", country("US"), None, Some(-300)),
            ("2027-01-01T12:00:00Z", None, Some(RegionalGroup::Other), None),
            ("2027-01-01T12:00:00Z", None, None, None),
        ] {
            assert_eq!(
                Clocks::on(at.parse().unwrap()).ahead(code, region),
                ahead,
                "{at} {code:?} {region:?}"
            );
        }
    }
}
