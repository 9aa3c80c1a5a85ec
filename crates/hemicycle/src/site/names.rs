//! Names of things from the reference tables, in the reader's language.

use forum::people::views::region;
use forum::people::{Organisation, Person};
use forum::programme::Role;
use forum::reference::groups::StakeholderGroup;
use forum::reference::meetings::Metric;
use forum::reference::session_types::SessionType;
use forum::series::Meeting;
use forum::slug_of;
use jiff::civil::Date;
use platform::languages::{Arg, Locale};

/// Keys of messages that are put together from the reference tables; the audit of the catalogues counts them as used.
#[cfg(test)]
pub(crate) fn keys() -> impl Iterator<Item = String> {
    use forum::reference::regions::RegionalGroup;
    let types = SessionType::ALL.into_iter().map(|kind| format!("session-type-{}", kind.key()));
    let groups = StakeholderGroup::ALL.into_iter().map(|group| format!("group-{}", group.key()));
    let regions = RegionalGroup::ALL.into_iter().map(|region| format!("region-{}", region.key()));
    let roles = Role::ALL.into_iter().map(|role| format!("role-{}", role.key()));
    types.chain(groups).chain(regions).chain(roles).chain(forum::call::messages())
}

/// A type of session; the word of another tool stands as it is.
pub fn session_type(kind: &str, lang: &Locale) -> String {
    match SessionType::from_key(kind) {
        Some(kind) => lang.text(&format!("session-type-{}", kind.key())),
        None => kind.to_owned(),
    }
}

/// A role in a session.
pub fn role(role: Role, lang: &Locale) -> String {
    lang.text(&format!("role-{}", role.key()))
}

/// All roles that somebody has in a session.
pub fn roles(roles: &[Role], lang: &Locale) -> String {
    roles.iter().map(|given| role(*given, lang)).collect::<Vec<_>>().join(" · ")
}

/// A stakeholder group, or that none was declared.
pub fn group(group: Option<StakeholderGroup>, lang: &Locale) -> String {
    match group {
        Some(group) => lang.text(&format!("group-{}", group.key())),
        None => lang.text("group-not-said"),
    }
}

/// A published figure with the name of what was counted.
pub fn figure(metric: Metric, count: u32, at_least: bool, lang: &Locale) -> String {
    let count = [("count", count.into()), ("at-least", Arg::from(if at_least { "yes" } else { "no" }))];
    match metric {
        Metric::Registered => lang.text_with("figure-registered", count),
        Metric::Approved => lang.text_with("figure-approved", count),
        Metric::BadgeCollected => lang.text_with("figure-badge-collected", count),
        Metric::OnSite => lang.text_with("figure-on-site", count),
        Metric::JoinedOnline => lang.text_with("figure-joined-online", count),
        Metric::TookPart => lang.text_with("figure-took-part", count),
    }
}

/// Where a meeting was: its city and country, or online; nothing where nobody has said.
pub fn place(meeting: &Meeting, lang: &Locale) -> Option<String> {
    let country = meeting.country.map(|code| code.country().name(lang.tag()));
    match (&meeting.city, country) {
        (Some(city), Some(country)) => {
            Some(lang.text_with("city-and-country", [("city", city.into()), ("country", country.into())]))
        }
        (Some(city), None) => Some(city.clone()),
        (None, Some(country)) => Some(country.to_owned()),
        (None, None) => meeting.online.then(|| lang.text("held-online")),
    }
}

/// What a person declared of themselves, in a few words: organisation, group, country and region.
pub fn affiliation(
    person: &Person,
    organisation: Option<&Organisation>,
    on: Option<Date>,
    lang: &Locale,
) -> Vec<String> {
    let country = person.country.map(|code| code.country().name(lang.tag()).to_owned());
    let region = on.and_then(|day| region(person, day));
    let region = region.map(|region| lang.text(&format!("region-{}", region.key())));
    let organisation = organisation.map(|organisation| organisation.name.clone());
    let group = person.group.map(|declared| group(Some(declared), lang));
    [organisation, group, country, region].into_iter().flatten().collect()
}

/// A language by its own name, for those that forums commonly meet; another one by its tag.
pub fn language(tag: &str) -> &str {
    let names = [
        ("ar", "العربية"),
        ("bn", "বাংলা"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("es", "Español"),
        ("fa", "فارسی"),
        ("fr", "Français"),
        ("hi", "हिन्दी"),
        ("id", "Bahasa Indonesia"),
        ("it", "Italiano"),
        ("ja", "日本語"),
        ("ko", "한국어"),
        ("pl", "Polski"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("sw", "Kiswahili"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
        ("vi", "Tiếng Việt"),
        ("zh", "中文"),
    ];
    let primary = tag.split('-').next().unwrap_or(tag);
    names.iter().find(|(known, _)| *known == primary).map_or(tag, |(_, name)| name)
}

/// A format of session, however its organisers spelt it; one that the catalogues do not know stands as it is.
pub fn format(format: &str, lang: &Locale) -> String {
    match slug_of(format, "").as_str() {
        "roundtable" | "round-table" => lang.text("format-roundtable"),
        "panel" => lang.text("format-panel"),
        "debate" => lang.text("format-debate"),
        "theatre" => lang.text("format-theatre"),
        "classroom" => lang.text("format-classroom"),
        "break-out" | "break-out-groups" => lang.text("format-break-out"),
        "flash" | "flash-session" => lang.text("format-flash"),
        "birds-of-a-feather" => lang.text("format-birds-of-a-feather"),
        _ => format.to_owned(),
    }
}

/// A number of minutes as people say it.
pub fn length(minutes: i64, lang: &Locale) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => lang.text_with("length-minutes", [("minutes", minutes.into())]),
        (hours, 0) => lang.text_with("length-hours", [("hours", hours.into())]),
        (hours, minutes) => {
            lang.text_with("length-hours-and-minutes", [("hours", hours.into()), ("minutes", minutes.into())])
        }
    }
}
