//! The schemas that others published for the schedule formats. They are not ours to ship; where somebody has them, and the
//! tools that know how to use them, our files are held against them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::bench::Bench;
use super::{MEETING, hostile};

/// Validates JSON without a library of ours.
const VALIDATE: &str = "import json, sys, jsonschema\n\
    schema, file = (json.load(open(path)) for path in sys.argv[1:])\n\
    validator = jsonschema.Draft6Validator(schema, format_checker=jsonschema.FormatChecker())\n\
    errors = [f'{list(error.path)}: {error.message[:200]}' for error in validator.iter_errors(file)]\n\
    sys.exit('\\n'.join(errors) or 0)";

/// A schema, if it is here and the tool for it runs; else says what is missing.
fn schema(name: &str, tool: &[&str]) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("HEMICYCLE_DATA_FOLDER") else {
        eprintln!("skipped: HEMICYCLE_DATA_FOLDER does not name a folder with {name}");
        return None;
    };
    let schema = Path::new(&folder).join("data/programmes").join(name);
    let runs = Command::new(tool[0]).args(&tool[1..]).output().is_ok_and(|done| done.status.success());
    if !runs || !schema.exists() {
        eprintln!("skipped: {} is not here, or {} does not run", schema.display(), tool.join(" "));
        return None;
    }
    Some(schema)
}

fn validates(ending: &str, schema: &Path, tool: &str, arguments: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    for (bench, meeting) in [(Bench::kyoto(1_000, 302), MEETING), (hostile::forum(), hostile::MEETING)] {
        let got = bench.get(&format!("{meeting}/programme.{ending}"), &[]);
        let file = folder.path().join(format!("programme.{ending}"));
        std::fs::write(&file, &got.bytes).unwrap();
        let done = Command::new(tool).args(arguments).args([schema, &file]).output().unwrap();
        assert!(done.status.success(), "{meeting}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
fn schedule_xml_is_valid_by_the_published_schema() {
    if let Some(schema) = schema("schedule.xml.xsd", &["xmllint", "--version"]) {
        validates("xml", &schema, "xmllint", &["--noout", "--schema"]);
    }
}

#[test]
fn schedule_json_is_valid_by_the_published_schema() {
    if let Some(schema) = schema("schema.json", &["python3", "-c", "import jsonschema"]) {
        validates("json", &schema, "python3", &["-c", VALIDATE]);
    }
}
