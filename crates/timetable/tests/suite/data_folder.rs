//! With the optional data folder (`HEMICYCLE_DATA_FOLDER`): our scorers agree with published solutions, and with the
//! independent scorers that lie there. Without it, the test says so and passes.

use std::path::{Path, PathBuf};
use std::process::Command;

use timetable::search::{Cost, Progress, steps};
use timetable::{cosplib, curriculum, ietf};

/// Costs of the best known solutions, as the official validator of the competition counts them.
const BEST_KNOWN: &[(&str, i64)] = &[
    ("comp01", 5),
    ("comp02", 24),
    ("comp04", 35),
    ("comp05", 284),
    ("comp07", 6),
    ("comp08", 37),
    ("comp09", 96),
    ("comp11", 0),
    ("comp13", 59),
    ("comp14", 51),
    ("comp16", 18),
    ("comp17", 56),
    ("comp19", 57),
    ("comp20", 4),
];

fn folder() -> Option<PathBuf> {
    let folder =
        std::env::var_os("HEMICYCLE_DATA_FOLDER").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("skipped: HEMICYCLE_DATA_FOLDER does not name a folder");
    }
    folder
}

fn text(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path.as_ref())
        .unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

/// What an independent scorer prints; `None` if it cannot be run here.
fn independent(folder: &Path, scorer: &str, instance: &Path, solution: &str) -> Option<serde_json::Value> {
    let file = tempfile(scorer);
    std::fs::write(&file, solution).ok()?;
    let script = folder.join("tools/scheduling").join(scorer);
    let output = Command::new("python3").args([&script, instance, &file]).arg("--json").output().ok()?;
    std::fs::remove_file(file).ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

fn tempfile(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("timetable-{}-{name}", std::process::id()))
}

#[test]
fn best_known_timetables_cost_what_the_official_validator_says() {
    let Some(folder) = folder() else { return };
    let folder = folder.join("data/scheduling/cbctt");
    for (name, cost) in BEST_KNOWN {
        let instance = curriculum::read(&text(folder.join(format!("{name}.ctt")))).unwrap();
        let solution =
            curriculum::read_solution(&instance, &text(folder.join(format!("best/{name}.sol")))).unwrap();
        assert_eq!(curriculum::score(&instance, &solution).cost(), Cost::soft(*cost), "{name}");
    }
}

#[test]
fn the_hidden_schedules_of_planted_meetings_cost_nothing() {
    let Some(folder) = folder() else { return };
    for name in ["planted150", "planted300"] {
        let path = folder.join("data/scheduling/ietf");
        let instance = ietf::read(&text(path.join(format!("{name}.json")))).unwrap();
        let solution = ietf::read_solution(&instance, &text(path.join(format!("{name}.sol.json")))).unwrap();
        assert_eq!(ietf::Scorer::new(&instance).score(&solution).dynamic, Cost::ZERO, "{name}");
    }
}

#[test]
fn independent_scorers_agree_with_ours_on_what_the_search_finds() {
    let Some(folder) = folder() else { return };
    let data = folder.join("data/scheduling");
    for budget in [0, 3_000, 30_000] {
        for name in ["comp01", "comp05", "comp20"] {
            let path = data.join(format!("cbctt/{name}.ctt"));
            let instance = curriculum::read(&text(&path)).unwrap();
            let solution = curriculum::solve(&instance, 1, &mut steps(budget)).solution;
            let ours = curriculum::score(&instance, &solution).cost();
            let written = curriculum::write_solution(&instance, &solution);
            let Some(theirs) = independent(&folder, "cbctt_score.py", &path, &written) else { return };
            assert_eq!(
                (&theirs["violations"], &theirs["cost"]),
                (&ours.hard.into(), &ours.soft.into()),
                "{name}"
            );
        }
        for name in ["ietf999", "ietf999-nobof", "planted300"] {
            let path = data.join(format!("ietf/{name}.json"));
            let instance = ietf::read(&text(&path)).unwrap();
            let scorer = ietf::Scorer::new(&instance);
            let solution = ietf::solve(&scorer, 1, &mut steps(budget)).solution;
            let ours = scorer.score(&solution);
            let Some(theirs) = independent(&folder, "ietf_score.py", &path, &ietf::write_solution(&solution))
            else {
                return;
            };
            assert_eq!(
                (&theirs["fixed"], &theirs["dynamic"]),
                (&ours.fixed.into(), &ours.dynamic.soft.into()),
                "{name}"
            );
        }
        for name in [
            "N2OR",
            "GECCO19",
            "GECCO21",
            "GECCO21Workshop",
            "GECCO22Workshop",
            "GECCO23",
            "ISF22",
            "OR60",
            "OR60F",
        ] {
            let path = data.join(format!("cosplib/{name}.json"));
            let instance = cosplib::read(&text(&path)).unwrap();
            let solution = cosplib::solve(&instance, 1, &mut steps(budget)).solution;
            let ours = cosplib::score(&instance, &solution).cost;
            let written = cosplib::write_solution(&solution);
            let Some(theirs) = independent(&folder, "cosp_score.py", &path, &written) else { return };
            assert_eq!(
                (&theirs["feasible"], &theirs["objective"]),
                (&(ours.hard == 0).into(), &ours.soft.into()),
                "{name}"
            );
        }
    }
}

#[test]
fn every_week_in_the_folder_is_read_and_becomes_free_of_clashes() {
    let Some(folder) = folder() else { return };
    // Far more than any needs: the search stops as soon as nothing clashes.
    let budget = 3_000_000;
    for part in ["cbctt", "cbctt-more"] {
        let files = std::fs::read_dir(folder.join("data/scheduling").join(part)).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "ctt")) {
            let instance = curriculum::read(&text(&path)).unwrap();
            let mut until_feasible = |progress: &Progress| {
                let share = progress.steps as f64 / budget as f64;
                (progress.best.hard > 0 && progress.steps < budget).then_some(share)
            };
            let found = curriculum::solve(&instance, 1, &mut until_feasible);
            assert_eq!(found.cost.hard, 0, "{} after {} steps", path.display(), found.steps);
        }
    }
}
