//! Fonts: those that come along (Latin, Greek, Cyrillic, Arabic), and for all other letters those that lie in a folder.
//!
//! The folder is looked through once, when the first letter is missing. Of each file only the ranges of letters that it
//! has are kept; it is opened again for a document that needs it, and let go with that document.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use krilla::text::Font as Embedded;
use rustybuzz::Face;

/// Largest file that is taken for a font. Those of Chinese, Japanese and Korean together have about twenty megabytes.
const FILE_MAX: u64 = 64 << 20;
/// Most files that are looked at.
const FILES_MAX: usize = 4_000;

/// The fonts of a machine.
pub struct Fonts {
    folder: Option<PathBuf>,
    found: OnceLock<Vec<Found>>,
}

/// A file with fonts, and the letters of the first of them.
struct Found {
    path: PathBuf,
    ranges: Vec<(u32, u32)>,
}

impl Fonts {
    /// The fonts that come along, and those that lie in a folder or in folders within it.
    #[must_use]
    pub fn with(folder: Option<PathBuf>) -> Fonts {
        Fonts { folder, found: OnceLock::new() }
    }

    /// The fonts for one document.
    pub(crate) fn case(&self) -> Case<'_> {
        let own = [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular(), dejavu::sans::bold()];
        let own = own.map(|bytes| Font::of(Arc::new(bytes.to_vec()), 0).expect("it is part of the program"));
        let [regular, bold, other, other_bold] = own;
        let pairs =
            vec![Pair { regular, bold, of: None }, Pair { regular: other, bold: other_bold, of: None }];
        Case { fonts: self, pairs, chosen: HashMap::new(), missing: BTreeSet::new() }
    }

    fn found(&self) -> &[Found] {
        self.found.get_or_init(|| {
            let mut files = Vec::new();
            if let Some(folder) = &self.folder {
                walk(folder, &mut files, 0);
            }
            files.sort_by_key(|path| (rank(path), path.clone()));
            files.into_iter().filter_map(Found::of).collect()
        })
    }
}

/// Fonts of one kind in two weights.
struct Pair {
    regular: Font,
    bold: Font,
    /// The language whose shapes of letters it has, where letters are shared: `zh`, `ja`, `ko`.
    of: Option<String>,
}

/// The fonts of one document, and the letters that none of them has.
pub(crate) struct Case<'a> {
    fonts: &'a Fonts,
    pairs: Vec<Pair>,
    /// Which pair has which letter; of a letter that languages share, in which language.
    chosen: HashMap<(char, String), usize>,
    missing: BTreeSet<char>,
}

/// The place of a font in its case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Nth(usize, bool);

/// A font that is open.
pub(crate) struct Font {
    bytes: Arc<Vec<u8>>,
    index: u32,
    /// What the document gets of it.
    pub(crate) embedded: Embedded,
}

impl Font {
    fn of(bytes: Arc<Vec<u8>>, index: u32) -> Option<Font> {
        Face::from_slice(&bytes, index)?;
        let embedded = Embedded::new(Arc::clone(&bytes).into(), index)?;
        Some(Font { bytes, index, embedded })
    }

    /// What shapes its letters.
    fn face(&self) -> Face<'_> {
        Face::from_slice(&self.bytes, self.index).expect("it was read once already")
    }
}

/// What shapes the letters of a document, once all its fonts are chosen.
pub(crate) struct Faces<'a>(Vec<[Face<'a>; 2]>);

impl Faces<'_> {
    /// What shapes the letters of the font at a place.
    pub(crate) fn face(&self, Nth(nth, bold): Nth) -> &Face<'_> {
        &self.0[nth][usize::from(bold)]
    }
}

impl Case<'_> {
    /// What shapes the letters of all fonts.
    pub(crate) fn faces(&self) -> Faces<'_> {
        Faces(self.pairs.iter().map(|pair| [pair.regular.face(), pair.bold.face()]).collect())
    }

    /// The font at a place.
    pub(crate) fn font(&self, Nth(nth, bold): Nth) -> &Font {
        if bold { &self.pairs[nth].bold } else { &self.pairs[nth].regular }
    }

    /// The letters that no font has.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The font for a letter in a text of a language. A letter that is nowhere is noted, and gets the first.
    pub(crate) fn font_for(&mut self, letter: char, bold: bool, language: &str) -> Nth {
        let primary = language.split('-').next().unwrap_or_default();
        let shared = if is_han(letter) { primary } else { "" };
        if let Some(nth) = self.chosen.get(&(letter, shared.to_owned())) {
            return Nth(*nth, bold);
        }
        let fits = |pair: &Pair| {
            let shape = shared.is_empty() || pair.of.as_deref().is_none_or(|of| of == shared);
            shape && pair.regular.face().glyph_index(letter).is_some()
        };
        let nth = self.pairs.iter().position(fits).or_else(|| {
            self.pairs.push(self.open(letter, primary)?);
            Some(self.pairs.len() - 1)
        });
        let nth = nth.unwrap_or_else(|| {
            self.missing.insert(letter);
            0
        });
        self.chosen.insert((letter, shared.to_owned()), nth);
        Nth(nth, bold)
    }

    fn open(&self, letter: char, primary: &str) -> Option<Pair> {
        let has = |found: &&Found| {
            let after = found.ranges.partition_point(|(_, last)| *last < letter.into());
            found.ranges.get(after).is_some_and(|(first, _)| *first <= letter.into())
        };
        let found = self.fonts.found().iter().find(has)?;
        let regular = opened(&found.path, primary)?;
        regular.face().glyph_index(letter)?;
        let name = found.path.file_name()?.to_str()?;
        let bold = found.path.with_file_name(name.replace("Regular", "Bold"));
        let bold = opened(&bold, primary).or_else(|| opened(&found.path, primary))?;
        Some(Pair { regular, bold, of: has_han(&found.ranges).then(|| primary.to_owned()) })
    }
}

/// Opens a file; where it holds several fonts, the one with the shapes of this language.
fn opened(path: &Path, language: &str) -> Option<Font> {
    let bytes = Arc::new(read(path)?);
    let count = rustybuzz::ttf_parser::fonts_in_collection(&bytes).unwrap_or(1);
    let wanted = match language {
        "zh" => " SC",
        "ko" => " KR",
        _ => " JP",
    };
    let family = |index: &u32| {
        let face = Face::from_slice(&bytes, *index)?;
        let mut names = face.names().into_iter().filter(|name| name.name_id == 1);
        names.find_map(|name| name.to_string()).filter(|name| name.ends_with(wanted))
    };
    let index = (0..count).find(|index| family(index).is_some()).unwrap_or(0);
    Font::of(bytes, index)
}

impl Found {
    fn of(path: PathBuf) -> Option<Found> {
        let bytes = read(&path)?;
        let face = Face::from_slice(&bytes, 0)?;
        let mut letters = Vec::new();
        for table in face.tables().cmap?.subtables.into_iter().filter(|table| table.is_unicode()) {
            table.codepoints(|letter| letters.push(letter));
        }
        letters.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for letter in letters {
            match ranges.last_mut() {
                Some((_, last)) if letter <= *last + 1 => *last = letter,
                _ => ranges.push((letter, letter)),
            }
        }
        Some(Found { path, ranges })
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let size = std::fs::metadata(path).ok()?.len();
    (size <= FILE_MAX).then(|| std::fs::read(path).ok())?
}

/// The files that may hold upright letters of usual weight.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, depth: usize) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() && depth < 6 {
            walk(&path, files, depth + 1);
        } else if files.len() < FILES_MAX && rank(&path) < UNFIT {
            files.push(path);
        }
    }
}

/// Not to be used for texts.
const UNFIT: u8 = 9;

/// Which files come first: sans before serif, Noto before others, and none that is slanted, thin or fat.
fn rank(path: &Path) -> u8 {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let styles =
        ["Bold", "Italic", "Oblique", "Light", "Thin", "Black", "Medium", "Condensed", "Emoji", "Mono"];
    if !["ttf", "otf", "ttc", "otc"].contains(&&*ending) || styles.iter().any(|style| name.contains(style)) {
        return UNFIT;
    }
    match (name.contains("Noto"), name.contains("Sans"), name.contains("Serif")) {
        (true, true, _) => 0,
        (_, true, _) => 1,
        (true, _, false) => 2,
        (_, _, false) => 3,
        _ => 4,
    }
}

/// Whether a font has the letters that Chinese, Japanese and Korean share.
fn has_han(ranges: &[(u32, u32)]) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&0x4E00))
}

/// Whether a letter is shared by languages that draw it differently.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
