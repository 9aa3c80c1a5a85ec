//! What operators are given beside the program fits the program: the unit, the container file, the commands in the guide.

use crate::support::{Place, Server, hemicycle, run};
use std::path::{Path, PathBuf};
use std::process::Command;

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

/// Asks for help with these arguments: flags and commands that do not exist are refused before it is given.
fn is_understood(arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    let output = command.args(arguments).arg("--help").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(said) }
}

#[test]
fn every_command_in_the_documents_is_understood() {
    let mut count = 0;
    for document in ["docs/operations.md", "docs/timetable.md", "README.md", "SECURITY.md"] {
        let text = file(document);
        // In blocks of code at the beginning of a line, and between backticks.
        let spans = text.split('`').skip(1).step_by(2);
        let commands = text.lines().chain(spans).filter_map(|line| line.trim().strip_prefix("hemicycle "));
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().filter(|word| *word != "…").collect();
            count += 1;
            is_understood(&words).unwrap_or_else(|said| panic!("{document}: hemicycle {command}: {said}"));
        }
    }
    assert!(count > 20, "only {count} commands were found");
}

/// The entries of a unit file as `(section, key, value)`.
fn entries(unit: &str) -> Vec<(String, String, String)> {
    let mut section = String::new();
    let mut found = Vec::new();
    for line in unit.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match (line.strip_prefix('[').and_then(|line| line.strip_suffix(']')), line.split_once('=')) {
            (Some(name), _) => name.clone_into(&mut section),
            (None, Some((key, value))) => found.push((section.clone(), key.to_owned(), value.to_owned())),
            (None, None) => panic!("{line} is no entry"),
        }
    }
    found
}

#[test]
fn the_unit_starts_what_there_is_where_the_guide_says() {
    let unit = file("ops/hemicycle.service");
    let entries = entries(&unit);
    let value =
        |key: &str| entries.iter().find(|(_, known, _)| known == key).map(|(.., value)| value.as_str());
    let start: Vec<&str> = value("ExecStart").unwrap().split_whitespace().collect();
    is_understood(&start[1..]).unwrap();
    let (guide, example) = (file("docs/operations.md"), file("ops/hemicycle.toml"));
    let folder = format!("/var/lib/{}", value("StateDirectory").unwrap());
    assert!(example.contains(&format!("data = \"{folder}\"")) && value("WorkingDirectory") == Some(&folder));
    for path in [start[0], start.last().unwrap(), &folder] {
        let parent = Path::new(path).parent().unwrap().to_str().unwrap();
        assert!(guide.contains(path) || guide.contains(parent), "the guide says where {path} comes from");
    }
    for (key, expected) in [
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("CapabilityBoundingSet", ""),
        ("User", "hemicycle"),
    ] {
        assert_eq!(value(key), Some(expected), "{key}");
    }
}

#[test]
fn systemd_itself_finds_nothing_to_say_about_the_unit() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("hemicycle.service");
    // It asks whether the program is there.
    let unit =
        file("ops/hemicycle.service").replace("/usr/local/bin/hemicycle", env!("CARGO_BIN_EXE_hemicycle"));
    std::fs::write(&path, unit).unwrap();
    let Ok(output) = Command::new("systemd-analyze").arg("verify").arg(&path).output() else {
        eprintln!("SKIPPED: there is no systemd-analyze to verify the unit");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let ours: Vec<&str> = said.lines().filter(|line| line.contains("hemicycle.service")).collect();
    assert!(ours.is_empty(), "{ours:?}");
}

#[test]
fn the_container_runs_commands_that_exist_as_nobody_special() {
    let text = file("ops/Containerfile").replace("\\\n", " ");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let known = [
        "FROM",
        "WORKDIR",
        "COPY",
        "RUN",
        "USER",
        "VOLUME",
        "ENV",
        "EXPOSE",
        "STOPSIGNAL",
        "HEALTHCHECK",
        "ENTRYPOINT",
        "CMD",
    ];
    for line in &lines {
        assert!(known.contains(&line.split(' ').next().unwrap()), "{line}");
    }
    let of = |instruction: &str| {
        lines.iter().rev().find_map(|line| line.strip_prefix(instruction)).unwrap_or_default().trim()
    };
    let list =
        |text: &str| -> Vec<String> { serde_json::from_str(&text[text.find('[').unwrap()..]).unwrap() };
    assert_eq!(list(of("ENTRYPOINT")), ["hemicycle"]);
    let words: Vec<String> = list(of("CMD"));
    is_understood(&words.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    let health = list(of("HEALTHCHECK"));
    is_understood(&health[1..].iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    assert!(!["", "0", "root"].contains(&of("USER")));
    // The variables are keys: the program refuses others.
    let folder = tempfile::tempdir().unwrap();
    let variables = of("ENV").split_whitespace().filter_map(|pair| pair.split_once('='));
    let output = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .arg("config")
        .current_dir(folder.path())
        .envs(variables)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(text.matches("target/dist/hemicycle").count(), 1);
}

#[test]
fn a_server_that_is_well_says_so_to_whoever_asks_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let mut server = Server::start(&place);
    let address = server.url.trim_start_matches("http://").to_owned();
    let ask = || {
        let output = hemicycle(&place, &["health", "--listen", &address]).output().unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    assert_eq!(ask(), (true, "ok\n".to_owned()));
    server.kill();
    let (well, said) = ask();
    assert!(!well && said.contains(&address), "{said}");
}
