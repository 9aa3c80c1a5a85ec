//! The languages of the interface: one entry each, and its files under `locales/`.

use std::sync::LazyLock;

use platform::languages::{Direction, Language, Languages};

/// The catalogue of one language: the same files for each, one line a file.
macro_rules! catalogue {
    ($tag:literal) => {
        &[
            file!($tag, "moments.ftl"),
            file!($tag, "problems.ftl"),
            file!($tag, "refusals.ftl"),
            file!($tag, "site.ftl"),
            file!($tag, "series.ftl"),
            file!($tag, "people.ftl"),
            file!($tag, "sign-in.ftl"),
            file!($tag, "programme.ftl"),
            file!($tag, "exports.ftl"),
            file!($tag, "mine.ftl"),
            file!($tag, "statistics.ftl"),
            file!($tag, "search.ftl"),
            file!($tag, "import.ftl"),
            file!($tag, "desk.ftl"),
            file!($tag, "judging.ftl"),
            file!($tag, "plan.ftl"),
            file!($tag, "solver.ftl"),
            file!($tag, "rooms.ftl"),
            file!($tag, "calls.ftl"),
            file!($tag, "ask.ftl"),
            file!($tag, "teams.ftl"),
            file!($tag, "propose.ftl"),
            file!($tag, "review.ftl"),
        ]
    };
}

/// A file of a catalogue, part of the binary.
macro_rules! file {
    ($tag:literal, $name:literal) => {
        ($name, include_str!(concat!("../../../locales/", $tag, "/", $name)))
    };
}

/// All languages, the default first. To add one: an entry here, and its files.
pub const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        name: "English",
        conventions: "en-GB-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("en"),
    },
    Language {
        tag: "fr",
        name: "Français",
        conventions: "fr-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("fr"),
    },
    Language {
        tag: "ar",
        name: "العربية",
        conventions: "ar-u-hc-h23",
        direction: Direction::RightToLeft,
        complete: true,
        files: catalogue!("ar"),
    },
    Language {
        tag: "zh",
        name: "中文",
        conventions: "zh-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("zh"),
    },
    Language {
        tag: "ja",
        name: "日本語",
        conventions: "ja-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("ja"),
    },
    Language {
        tag: "ru",
        name: "Русский",
        conventions: "ru-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("ru"),
    },
    Language {
        tag: "es",
        name: "Español",
        conventions: "es-u-hc-h23",
        direction: Direction::LeftToRight,
        complete: true,
        files: catalogue!("es"),
    },
];

/// The languages, read once per process.
pub fn languages() -> &'static Languages {
    static READ: LazyLock<Languages> =
        LazyLock::new(|| Languages::new(LANGUAGES).expect("a test reads every catalogue"));
    &READ
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use platform::languages::audit;

    use super::*;
    use crate::refusals;
    use crate::site::names;

    /// Keys in the sources of the product and of the machinery; test files may ask for what does not exist.
    fn keys_in_use(folder: &Path, keys: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("the sources are beside this file") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                keys_in_use(&path, keys);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let source = fs::read_to_string(&path).expect("sources are UTF-8");
                let product = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let code = product.lines().filter(|line| !line.trim_start().starts_with("//"));
                keys.extend(audit::keys_in(&code.collect::<Vec<_>>().join("\n")));
            }
        }
    }

    #[test]
    fn every_catalogue_can_be_read() {
        assert_eq!(languages().all().count(), LANGUAGES.len());
    }

    #[test]
    fn every_complete_language_says_the_same_things_with_the_same_values() {
        let differences: Vec<String> = LANGUAGES
            .iter()
            .filter(|language| language.complete)
            .flat_map(|language| audit::differences(&LANGUAGES[0], language))
            .collect();
        assert_eq!(differences, Vec::<String>::new());
    }

    #[test]
    fn a_language_that_is_not_complete_is_whole_in_every_file_that_it_has() {
        for language in LANGUAGES.iter().filter(|language| !language.complete) {
            let has = |name: &str| language.files.iter().any(|(file, _)| *file == name);
            let same: Vec<_> = LANGUAGES[0].files.iter().copied().filter(|(file, _)| has(file)).collect();
            let measure = Language { files: Box::leak(same.into_boxed_slice()), ..LANGUAGES[0] };
            assert_eq!(audit::differences(&measure, language), Vec::<String>::new());
        }
    }

    #[test]
    fn no_message_is_missing_and_none_is_left_over() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut used = BTreeSet::new();
        keys_in_use(&here.join("src"), &mut used);
        keys_in_use(&here.join("../platform/src/languages"), &mut used);
        used.extend(refusals::messages_in_use());
        used.extend(names::keys());
        used.extend(crate::statistics::keys());
        used.extend(crate::desk::review::keys());
        let there: BTreeSet<String> = audit::messages(&LANGUAGES[0]).into_keys().collect();
        let missing: Vec<_> = used.difference(&there).collect();
        let left_over: Vec<_> = there.difference(&used).collect();
        assert!(missing.is_empty(), "the sources ask for messages that locales/en lacks: {missing:?}");
        assert!(left_over.is_empty(), "locales/en has messages that nothing asks for: {left_over:?}");
    }
}
