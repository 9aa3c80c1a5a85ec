//! The machinery with small catalogues of its own.

use jiff::civil::{date, time};
use jiff::tz::{TimeZone, offset};

use super::*;

const MOMENTS: &str = "
date-range = { $first-short }–{ $last }
time-range = { $from }–{ $to }
moment = { $date }, { $time }, { $zone }
zone-with-offset = { $zone } ({ $offset })
";

const ENGLISH: Language = Language {
    tag: "en",
    name: "English",
    conventions: "en-GB-u-hc-h23",
    direction: Direction::LeftToRight,
    complete: true,
    files: &[
        ("moments.ftl", MOMENTS),
        (
            "chess.ftl",
            "
greeting = Good evening, { $name }!
games = { $count ->
    [one] { $count } game
   *[other] { $count } games
}
only-here = Not yet translated",
        ),
    ],
};

const FRENCH: Language = Language {
    tag: "fr",
    name: "Français",
    conventions: "fr-u-hc-h23",
    files: &[("moments.ftl", MOMENTS), ("chess.ftl", "greeting = Bonsoir, { $name } !")],
    complete: false,
    ..ENGLISH
};

const ARABIC: Language = Language {
    tag: "ar",
    name: "العربية",
    conventions: "ar-u-hc-h23",
    direction: Direction::RightToLeft,
    files: &[
        ("moments.ftl", MOMENTS),
        (
            "chess.ftl",
            "
greeting = مساء الخير يا { $name }!
games = { $count ->
    [zero] لا مباريات
    [one] مباراة واحدة
    [two] مباراتان
    [few] { $count } مباريات
    [many] { $count } مباراة
   *[other] { $count } مباراة
}",
        ),
    ],
    ..ENGLISH
};

const CHINESE: Language = Language {
    tag: "zh",
    name: "中文",
    conventions: "zh-u-hc-h23",
    files: &[("moments.ftl", "date-range = { $first }至{ $last-short }")],
    ..ENGLISH
};

fn languages() -> Languages {
    Languages::new(&[ENGLISH, FRENCH, ARABIC, CHINESE]).expect("the catalogues above are well-formed")
}

#[test]
fn a_reader_gets_the_language_they_chose_else_the_one_they_chose_before_else_the_browsers() {
    let cases = [
        (Some("fr"), Some("ar"), Some("en"), "fr"),
        (None, Some("ar"), Some("en"), "ar"),
        (Some("ar-EG"), None, Some("en"), "ar"),
        (Some("zh-Hant"), Some("fr"), None, "zh"),
        (Some("ru-RU"), Some("fr-CH"), Some("en"), "fr"),
        (Some("klingon"), None, Some("fr-CA, en;q=0.8"), "fr"),
        (None, None, Some("ru, ar;q=0.5, fr;q=0.9"), "fr"),
        (None, None, Some("fr;q=0, zh-Hant-TW"), "zh"),
        (None, None, Some(";;q=é,\u{0}"), "en"),
        (None, None, None, "en"),
    ];
    let languages = languages();
    for (choice, cookie, header, expected) in cases {
        assert_eq!(
            languages.negotiate(choice, cookie, header).tag(),
            expected,
            "{choice:?} {cookie:?} {header:?}"
        );
    }
}

#[test]
fn messages_count_in_the_forms_and_digits_of_their_language() {
    let languages = languages();
    let cases = [
        ("en", 1, "1 game"),
        ("en", 11_145, "11,145 games"),
        ("ar", 0, "لا مباريات"),
        ("ar", 2, "مباراتان"),
        ("ar", 5, "5 مباريات"),
        ("ar", 11_145, "11,145 مباراة"),
        // French lacks the message, so the default language says it whole.
        ("fr", 3, "3 games"),
    ];
    for (tag, count, expected) in cases {
        let locale = languages.get(tag).expect("in the list");
        assert_eq!(locale.text_with("games", [("count", Arg::Number(count))]), expected);
    }
}

#[test]
fn a_message_that_is_missing_is_said_in_the_default_language_and_else_by_its_key() {
    let languages = languages();
    let french = languages.get("fr").expect("in the list");
    assert_eq!(french.text("only-here"), "Not yet translated");
    assert_eq!(french.text("nobody-has-this"), "nobody-has-this");
    assert_eq!(french.text_with("greeting", [("name", "أمينة".into())]), "Bonsoir, \u{2068}أمينة\u{2069} !");
    assert_eq!(french.text("greeting"), "Bonsoir, {$name} !", "a forgotten value shows, and does not panic");
}

#[test]
fn dates_and_times_are_written_as_the_language_writes_them() {
    let languages = languages();
    let opening = date(2023, 10, 8);
    let cases = [
        ("en", "8 October 2023", "Sunday 8 October", "8–12 October 2023", "30 October–2 November 2023"),
        ("fr", "8 octobre 2023", "dimanche 8 octobre", "8–12 octobre 2023", "30 octobre–2 novembre 2023"),
        ("ar", "8 أكتوبر 2023", "الأحد، 8 أكتوبر", "8–12 أكتوبر 2023", "30 أكتوبر–2 نوفمبر 2023"),
        ("zh", "2023年10月8日", "10月8日星期日", "2023年10月8日至12日", "2023年10月30日至11月2日"),
    ];
    for (tag, day, weekday, range, across) in cases {
        let locale = languages.get(tag).expect("in the list");
        assert_eq!(locale.date(opening), day);
        assert_eq!(locale.day(opening), weekday);
        assert_eq!(locale.date_range(opening, date(2023, 10, 12)), range);
        assert_eq!(locale.date_range(date(2023, 11, 2), date(2023, 10, 30)), across);
    }
}

#[test]
fn a_moment_names_its_zone() {
    let languages = languages();
    let opening = date(2023, 10, 8).at(0, 30, 0, 0).to_zoned(TimeZone::UTC).expect("exists").timestamp();
    let kyoto = TimeZone::get("Asia/Tokyo").expect("bundled");
    let english = languages.get("en").expect("in the list");
    assert_eq!(english.moment(opening, &kyoto), "Sunday, 8 October 2023, 09:30, Japan Standard Time (UTC+9)");
    assert_eq!(english.zone(&TimeZone::UTC, opening), "UTC");
    assert_eq!(english.time_range(time(9, 30, 0, 0), time(23, 0, 0, 0)), "09:30–23:00");
    let french = languages.get("fr").expect("in the list");
    assert_eq!(french.zone(&kyoto, opening), "heure normale du Japon (UTC+9)");
    assert_eq!(offset_name(offset(-3).saturating_sub(jiff::Span::new().minutes(30))), "UTC−3:30");
}

#[test]
fn names_are_ordered_as_a_reader_expects() {
    let languages = languages();
    let mut names = vec!["Zürcher", "Öz", "de Vries", "Östlund", "Ostrowski", "Éboué", "Evans"];
    let english = languages.get("en").expect("in the list");
    names.sort_by_key(|name| english.sort_key(name));
    assert!(names.is_sorted_by(|a, b| english.compare(a, b).is_le()), "keys and comparison agree");
    assert_eq!(names, ["de Vries", "Éboué", "Evans", "Östlund", "Ostrowski", "Öz", "Zürcher"]);
}

#[test]
fn the_audit_names_what_a_language_lacks_and_what_sources_ask_for() {
    assert_eq!(audit::differences(&ENGLISH, &ENGLISH), Vec::<String>::new());
    let lacking = audit::differences(&ENGLISH, &FRENCH);
    assert_eq!(lacking, ["fr: the message games is missing", "fr: the message only-here is missing"]);
    let other = Language { files: &[("a.ftl", "greeting = Hi { $nom }\nextra = x")], ..FRENCH };
    let measure = Language { files: &[("a.ftl", "greeting = Hi { $name }")], ..ENGLISH };
    assert_eq!(audit::differences(&measure, &other).len(), 2);

    let source = r#"lang.text("greeting"); lang.text_with("games", [("count", 1.into())]); rich_text("no"); key(
        "table-entry")"#;
    assert_eq!(audit::keys_in(source).into_iter().collect::<Vec<_>>(), ["games", "greeting", "table-entry"]);
}

#[test]
fn a_broken_catalogue_is_refused_with_the_name_of_its_file() {
    for (text, expected) in [("greeting = { $name", "en/bad.ftl"), ("a = 1\na = 2", "en/bad.ftl")] {
        let language = Language { files: Box::leak(Box::new([("bad.ftl", text)])), ..ENGLISH };
        let error = Languages::new(&[language]).expect_err("must be refused").to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}
