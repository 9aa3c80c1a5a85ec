//! The pictures, as data.

use super::Shot;

/// A full day of the demo's programme: the page that most people come for.
pub(crate) const DAY: &str = "/igf/meetings/2023/programme/2023-10-09";

const PHONE: u32 = 390;
const DESK: u32 = 1280;

const fn shot(
    name: &'static str,
    path: &'static str,
    language: &'static str,
    width: u32,
    dark: bool,
) -> Shot {
    Shot { name, path, language, width, dark }
}

/// Every kind of page once, and the programme as many different people see it.
pub(super) const SHOTS: &[Shot] = &[
    shot("front", "/igf", "en", DESK, false),
    shot("front-phone", "/igf", "fr", PHONE, false),
    shot("meeting", "/igf/meetings/2023", "en", DESK, false),
    shot("programme", DAY, "en", DESK, false),
    shot("programme-dark", DAY, "en", DESK, true),
    shot("programme-phone", DAY, "en", PHONE, false),
    shot("programme-arabic", DAY, "ar", DESK, false),
    shot("programme-arabic-phone", DAY, "ar", PHONE, true),
    shot("versions", "/igf/meetings/2023/programme/versions", "en", DESK, false),
    shot("people", "/igf/people", "fr", DESK, false),
    shot("person", "/igf/people/1", "en", PHONE, false),
    shot("organisations", "/igf/organisations", "en", DESK, false),
    shot("search", "/igf/search?q=cybercrime", "en", PHONE, true),
    shot("reading", "/reading", "ar", PHONE, false),
];
