//! Titles of sessions: written out, or a subject joined with an angle; no two alike.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use forum::reference::session_types::SessionType;

use super::Track;
use super::banks::{VENUE, titles};
use crate::scenario::dice::Dice;

/// The sub-themes.
pub(super) fn tracks() -> Vec<Track> {
    let rows = VENUE.rows("tracks");
    rows.into_iter().map(|[key, name_en, name_fr, _]| Track { key, name_en, name_fr }).collect()
}

/// The shares of the sub-themes, in the order of [`tracks`].
pub(super) fn track_shares() -> Vec<(usize, u64)> {
    let rows = VENUE.rows("tracks");
    let weight = |[.., weight]: [&str; 4]| weight.parse().expect("tracks.txt has weights as numbers");
    rows.into_iter().map(weight).enumerate().collect()
}

/// A title, and the track that it belongs to.
pub(super) type Titled = (String, &'static str);

/// Deals titles until the scenario ends, never the same one twice.
pub(super) struct Titles {
    /// Titles written out, by track.
    written: BTreeMap<&'static str, VecDeque<&'static str>>,
    /// Titles written out for a type, each with its track.
    of_type: BTreeMap<SessionType, VecDeque<[&'static str; 2]>>,
    /// Subject and angle, by language and track.
    joined: BTreeMap<(&'static str, &'static str), Pairs>,
    used: BTreeSet<String>,
    dice: Dice,
}

impl Titles {
    pub(super) fn new(dice: &Dice) -> Self {
        Self {
            written: BTreeMap::new(),
            of_type: BTreeMap::new(),
            joined: BTreeMap::new(),
            used: BTreeSet::new(),
            dice: dice.for_purpose("titles"),
        }
    }

    /// Marks a title as taken.
    pub(super) fn reserve(&mut self, title: &str) {
        self.used.insert(title.to_owned());
    }

    /// A title for a session of this type, track and language. A title written for the type may bring another track.
    pub(super) fn next(&mut self, kind: SessionType, track: &'static str, language: &'static str) -> Titled {
        loop {
            let (title, track) = self.candidate(kind, track, language);
            if self.used.insert(title.clone()) {
                return (title, track);
            }
        }
    }

    fn candidate(&mut self, kind: SessionType, track: &'static str, language: &'static str) -> Titled {
        if language != "en" {
            return (self.join(language, track), track);
        }
        if let Some([track, title]) = self.next_of_type(kind) {
            return (title.to_owned(), track);
        }
        let prefix = prefix(kind, &mut self.dice);
        // Two in three of the plain titles are written out, as long as there are any.
        let written =
            if prefix.is_empty() && self.dice.percent(65) { self.next_written(track) } else { None };
        (written.map_or_else(|| format!("{prefix}{}", self.join("en", track)), str::to_owned), track)
    }

    fn next_of_type(&mut self, kind: SessionType) -> Option<[&'static str; 2]> {
        let dice = &mut self.dice;
        let queue = self.of_type.entry(kind);
        queue.or_insert_with(|| dice.shuffled(&titles("en").rows_if_any(kind.key())).into()).pop_front()
    }

    fn next_written(&mut self, track: &'static str) -> Option<&'static str> {
        let dice = &mut self.dice;
        let queue = self.written.entry(track);
        queue.or_insert_with(|| dice.shuffled(titles("en").lines(track)).into()).pop_front()
    }

    fn join(&mut self, language: &'static str, track: &'static str) -> String {
        let dice = &mut self.dice;
        let pairs = self.joined.entry((language, track)).or_insert_with(|| Pairs::new(language, track, dice));
        let (subject, angle, part) = pairs.next();
        let title = match language {
            "fr" => format!("{subject} : {angle}"),
            "ja" | "zh" => format!("{subject}:{angle}"),
            _ => format!("{subject}: {angle}"),
        };
        if part == 1 { title } else { format!("{title} ({part})") }
    }
}

/// What stands before the title of some types, once the titles written for them are used up.
fn prefix(kind: SessionType, dice: &mut Dice) -> &'static str {
    match kind {
        SessionType::LaunchAward => {
            dice.pick(&["Report Launch – ", "Book Launch – ", "Toolkit Launch – ", "Award – "])
        }
        SessionType::Networking => "Networking – ",
        SessionType::DynamicCoalition => "Dynamic Coalitions – ",
        SessionType::BestPracticeForum => "Best Practice Forum – ",
        SessionType::PolicyNetwork => "Policy Network – ",
        SessionType::NationalRegional => "NRI Session – ",
        SessionType::Parliamentary => "Parliamentary Track – ",
        SessionType::HighLevel => "High-Level Leaders – ",
        SessionType::Youth => "Youth Track – ",
        _ => "",
    }
}

/// All pairs of a subject and an angle, each once: every subject comes before the first comes again.
struct Pairs {
    subjects: Vec<&'static str>,
    angles: Vec<&'static str>,
    dealt: usize,
}

impl Pairs {
    fn new(language: &'static str, track: &'static str, dice: &mut Dice) -> Self {
        let bank = titles(language);
        let subjects = match language {
            "en" => bank.lines(&format!("{track} subjects")).to_vec(),
            _ => {
                let rows = bank.rows("subjects").into_iter();
                rows.filter(|[of, _]| *of == track).map(|[_, subject]| subject).collect()
            }
        };
        Self { subjects: dice.shuffled(&subjects), angles: dice.shuffled(bank.lines("angles")), dealt: 0 }
    }

    /// Subject, angle, and which part of a series it is once all pairs have been used.
    fn next(&mut self) -> (&'static str, &'static str, usize) {
        let (subjects, angles) = (self.subjects.len(), self.angles.len());
        let (subject, round) = (self.dealt % subjects, self.dealt / subjects);
        self.dealt += 1;
        (self.subjects[subject], self.angles[(round + subject * 7) % angles], 1 + round / angles)
    }
}
