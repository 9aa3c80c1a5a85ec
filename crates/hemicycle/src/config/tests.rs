//! Who is believed, and what is refused.

use super::*;

fn sources(flags: &[(&'static str, &str)], environment: &[(&str, &str)], file: &str) -> Sources {
    let environment = environment.iter().map(|(name, value)| ((*name).into(), (*value).into()));
    Sources {
        flags: flags.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        environment: ours(environment),
        file: (!file.is_empty()).then(|| (PathBuf::from("hemicycle.toml"), file.to_owned())),
    }
}

fn refusal(environment: &[(&str, &str)], file: &str) -> String {
    resolve(&sources(&[], environment, file)).map(|config| format!("{config:?}")).unwrap_err().to_string()
}

#[test]
fn all_defaults_can_be_read_and_are_those_of_the_program() {
    let config = Config::defaults();
    assert_eq!(config.queue, platform::writer::QUEUE_MAX);
    assert_eq!(config.data, Path::new("data"));
    assert!(config.listen.ip().is_loopback(), "nobody serves the world by accident");
}

#[test]
fn a_flag_wins_over_the_environment_and_the_environment_over_the_file() {
    let file = "queue = 1\nconnections = 2\nlog = \"warn\"";
    let environment = [("HEMICYCLE_QUEUE", "10"), ("HEMICYCLE_CONNECTIONS", "20"), ("HEMICYCLE_SMTP", "")];
    let config = resolve(&sources(&[("queue", "100")], &environment, file)).unwrap();
    assert_eq!((config.queue, config.connections, config.log.as_str()), (100, 20, "warn"));
    assert_eq!(config.origin("queue"), Origin::Flag);
    assert_eq!(config.origin("connections"), Origin::Environment);
    assert_eq!(config.origin("log"), Origin::File("hemicycle.toml".into(), 3));
    assert_eq!((config.origin("smtp"), config.smtp), (Origin::Default, None));
}

#[test]
fn every_key_can_be_set_by_file_and_environment() {
    for (key, text) in [
        ("data", "there"),
        ("database", "postgres://a:b@c/d"),
        ("listen", "[::1]:80"),
        ("public_address", "https://forum.example"),
        ("smtp", "smtps://a:b@mail.example"),
        ("mail_from", "Secretariat <a@forum.example>"),
        ("trusted_proxies", "127.0.0.1, ::1"),
        ("queue", "7"),
        ("connections", "8"),
        ("drain", "5"),
        ("fonts", "letters"),
        ("log", "info,request=debug"),
        ("log_format", "json"),
        ("metrics_listen", "127.0.0.1:9100"),
    ] {
        let known = KEYS.iter().find(|known| known.name == key).unwrap();
        let by_file = resolve(&sources(&[], &[], &format!("{key} = '{text}'"))).unwrap();
        let by_variable = resolve(&sources(&[], &[(&known.variable(), text)], "")).unwrap();
        assert_eq!(known.flag, key.replace('_', "-"));
        for config in [&by_file, &by_variable] {
            let expected = if known.secret { values::without_password(text) } else { text.to_owned() };
            assert_eq!(config.shown(known), Some(expected), "{key}");
            assert!(!format!("{config:?}").contains(":b@"), "passwords are not shown");
        }
    }
    let list =
        resolve(&sources(&[], &[], "trusted_proxies = ['127.0.0.1', '10.0.0.0/8']\nqueue = 9")).unwrap();
    assert!(list.trusted_proxies.contain("10.1.1.1".parse().unwrap()));
    assert_eq!(list.queue, 9);
}

#[test]
fn what_is_no_key_or_no_value_is_refused_with_its_place_and_what_to_do() {
    // (environment, file, what must be said)
    type Case = (&'static [(&'static str, &'static str)], &'static str, &'static [&'static str]);
    let cases: &[Case] = &[
        (&[], "data = 'x'\nlisten_on = 'y'", &["line 2", "listen_on", "hemicycle config"]),
        (&[], "\n\nlisen = 'y'", &["line 3", "did you mean “listen”?"]),
        (&[("HEMICYCLE_LISEN", "a")], "", &["HEMICYCLE_LISEN", "HEMICYCLE_LISTEN"]),
        (&[("HEMICYCLE_COLOUR", "red")], "", &["HEMICYCLE_COLOUR", "remove"]),
        (&[], "queue = 'many'", &["queue", "“many”", "whole number", "line 1"]),
        (&[("HEMICYCLE_QUEUE", "0")], "", &["HEMICYCLE_QUEUE", "whole number"]),
        (&[("HEMICYCLE_LISTEN", "1865")], "", &["HEMICYCLE_LISTEN", "127.0.0.1:1865"]),
        (&[], "public_address = 'https://forum.example/a'", &["https://forum.example", "line 1"]),
        (&[], "log_format = 'xml'", &["text or json"]),
        (&[], "trusted_proxies = 'everybody'", &["10.0.0.0/8"]),
        (&[], "queue = 1\nqueue = 2", &["line 2"]),
        (&[], "queue", &["line 1"]),
        (&[], "[serve]\nqueue = 1", &["line 1", "serve"]),
        (&[], "queue = 1.5", &["line 1", "queue"]),
        (&[], "log = ['a', 1]", &["line 1", "log"]),
    ];
    for (environment, file, must_say) in cases {
        let said = refusal(environment, file);
        for part in *must_say {
            assert!(said.contains(part), "{environment:?} {file}: {said}");
        }
    }
    let said = refusal(&[("HEMICYCLE_SMTP", "mail:geheim@mail.example")], "");
    assert!(!said.contains("geheim"), "{said}");
}

#[test]
fn variables_of_others_and_of_the_tests_are_left_alone() {
    let names =
        ["TEST_POSTGRES", "DATA_FOLDER", "SEED", "SHOTS", "RECORD_GOLDEN", "RECORD_ACCESS", "RECORD_FIGURES"];
    let names = names.map(|name| format!("{PREFIX}{name}"));
    let mut environment: Vec<_> = names.iter().map(|name| (name.as_str(), "x")).collect();
    environment.push(("PATH", "x"));
    let config = resolve(&sources(&[], &environment, "")).unwrap();
    assert!(KEYS.iter().all(|key| config.origin(key.name) == Origin::Default));
}

#[test]
fn the_example_of_a_file_is_one_and_has_every_key() {
    let example = include_str!("../../../../ops/hemicycle.toml");
    assert_eq!(resolve(&sources(&[], &[], example)).unwrap().data, Path::new("/var/lib/hemicycle"));
    // What is commented out there must be right, too.
    let whole: Vec<&str> = example.lines().map(|line| line.strip_prefix('#').unwrap_or(line)).collect();
    let whole: Vec<&str> = whole.into_iter().filter(|line| !line.starts_with(' ')).collect();
    let config = resolve(&sources(&[], &[], &whole.join("\n"))).unwrap();
    let missing: Vec<_> = KEYS.iter().filter(|key| config.origin(key.name) == Origin::Default).collect();
    assert!(missing.is_empty(), "{:?}", missing.iter().map(|key| key.name).collect::<Vec<_>>());
}

#[test]
fn the_operators_guide_documents_every_key_as_it_is() {
    let guide = include_str!("../../../../docs/operations.md");
    let row = |key: &Key| {
        let default =
            key.default.filter(|text| !text.is_empty()).map_or("–".to_owned(), |text| format!("`{text}`"));
        format!("| `{}` | {default} | {} |", key.name, key.about)
    };
    let expected: Vec<String> = KEYS.iter().map(row).collect();
    let rows: Vec<&str> = guide
        .lines()
        .skip_while(|line| !line.starts_with("| Key | Default |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(rows, expected, "the table in docs/operations.md must be:\n{}", expected.join("\n"));
}
