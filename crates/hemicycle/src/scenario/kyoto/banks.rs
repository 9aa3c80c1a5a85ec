//! Reading the files in `scenarios/kyoto`, which are part of the binary.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A file of the scenario, by its path there.
macro_rules! file {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/kyoto/", $path))
    };
}

/// Sections of lines, by name.
pub(in crate::scenario) struct Bank {
    sections: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Bank {
    fn read(files: &[&'static str]) -> Self {
        let mut sections: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        let mut section = "";
        let lines = files.iter().flat_map(|text| text.lines()).map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = name,
                None => sections.entry(section).or_default().push(line),
            }
        }
        Self { sections }
    }

    /// The lines of a section.
    pub(in crate::scenario) fn lines(&self, section: &str) -> &[&'static str] {
        self.sections
            .get(section)
            .map_or_else(|| panic!("the files of the scenario have no section [{section}]"), Vec::as_slice)
    }

    /// The lines of a section that may be missing.
    pub(super) fn lines_if_any(&self, section: &str) -> &[&'static str] {
        self.sections.get(section).map_or(&[], Vec::as_slice)
    }

    /// The rows of a section whose lines have `N` columns.
    pub(in crate::scenario) fn rows<const N: usize>(&self, section: &str) -> Vec<[&'static str; N]> {
        self.lines(section).iter().map(|line| columns(line)).collect()
    }

    /// The rows of a section that may be missing.
    pub(super) fn rows_if_any<const N: usize>(&self, section: &str) -> Vec<[&'static str; N]> {
        self.lines_if_any(section).iter().map(|line| columns(line)).collect()
    }
}

/// The `N` columns of a line.
fn columns<const N: usize>(line: &'static str) -> [&'static str; N] {
    let columns: Vec<_> = line.split('|').map(str::trim).collect();
    let have = columns.len();
    columns.try_into().unwrap_or_else(|_| panic!("“{line}” has {have} columns instead of {N}"))
}

pub(super) static VENUE: LazyLock<Bank> =
    LazyLock::new(|| Bank::read(&[file!("tracks.txt"), file!("rooms.txt"), file!("days.txt")]));

pub(super) static FIXED: LazyLock<Bank> = LazyLock::new(|| Bank::read(&[file!("fixed.txt")]));

/// Abstracts of single sessions, by title.
pub(super) static FIXED_ABSTRACTS: LazyLock<Bank> =
    LazyLock::new(|| Bank::read(&[file!("abstracts/fixed.txt")]));

pub(super) static COUNTRIES: LazyLock<Bank> = LazyLock::new(|| Bank::read(&[file!("people/countries.txt")]));

pub(super) static NAMES: LazyLock<Bank> = LazyLock::new(|| {
    Bank::read(&[
        file!("people/names-asia.txt"),
        file!("people/names-west-asia-africa.txt"),
        file!("people/names-europe-americas.txt"),
    ])
});

pub(super) static ORGANISATIONS: LazyLock<Bank> =
    LazyLock::new(|| Bank::read(&[file!("people/organisations.txt")]));

pub(super) static BIOGRAPHIES: LazyLock<Bank> =
    LazyLock::new(|| Bank::read(&[file!("people/biographies.txt")]));

/// What proposers write into the form.
pub(super) static FORM: LazyLock<Bank> = LazyLock::new(|| Bank::read(&[file!("call/form.txt")]));

/// What the teams of the small forum are about.
pub(in crate::scenario) static INLAND_SEA: LazyLock<Bank> = LazyLock::new(|| {
    Bank::read(&[include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/inland-sea/texts.txt"))])
});

/// What is written in the course of a review.
pub(super) static REVIEW: LazyLock<Bank> = LazyLock::new(|| Bank::read(&[file!("call/review.txt")]));

/// Titles in a language.
pub(in crate::scenario) fn titles(language: &str) -> &'static Bank {
    &TITLES[language]
}

/// Sentences of abstracts in a language.
pub(in crate::scenario) fn abstracts(language: &str) -> &'static Bank {
    &ABSTRACTS[language]
}

type ByLanguage = LazyLock<BTreeMap<&'static str, Bank>>;

static TITLES: ByLanguage = LazyLock::new(|| {
    BTreeMap::from([
        ("en", Bank::read(&[file!("titles/en-1.txt"), file!("titles/en-2.txt"), file!("titles/en-3.txt")])),
        ("fr", Bank::read(&[file!("titles/fr.txt")])),
        ("es", Bank::read(&[file!("titles/es.txt")])),
        ("ar", Bank::read(&[file!("titles/ar.txt")])),
        ("ja", Bank::read(&[file!("titles/ja.txt")])),
        ("zh", Bank::read(&[file!("titles/zh.txt")])),
        ("ru", Bank::read(&[file!("titles/ru.txt")])),
    ])
});

static ABSTRACTS: ByLanguage = LazyLock::new(|| {
    let en = [file!("abstracts/en-1.txt"), file!("abstracts/en-2.txt"), file!("abstracts/en-3.txt")];
    BTreeMap::from([
        ("en", Bank::read(&en)),
        ("fr", Bank::read(&[file!("abstracts/fr.txt")])),
        ("es", Bank::read(&[file!("abstracts/es.txt")])),
        ("ar", Bank::read(&[file!("abstracts/ar.txt")])),
        ("ja", Bank::read(&[file!("abstracts/ja.txt")])),
        ("zh", Bank::read(&[file!("abstracts/zh.txt")])),
        ("ru", Bank::read(&[file!("abstracts/ru.txt")])),
    ])
});
