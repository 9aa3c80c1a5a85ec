//! Booklets on paper: a title, chapters that begin on pages of their own, and in them groups of items in two columns, in
//! any script and in both directions. Written as tagged PDF (PDF/UA-1), which the writer itself checks.
//!
//! ```text
//!   Booklet ──lines──▶ measured texts ──pages──▶ columns of lines ──draw──▶ PDF
//!              │
//!              └─▶ Missing: letters that no font here has. No document is made with boxes in it.
//! ```
//!
//! It knows nothing of forums and nothing of clocks; fonts come from [`Fonts`], which is made once.

mod draw;
mod fonts;
mod lines;
mod pages;

pub use fonts::Fonts;

/// What is printed.
#[derive(Clone, Debug, Default)]
pub struct Booklet {
    /// What it is called: its first heading, and its title in a reader's window.
    pub title: String,
    /// Language of whatever names none of its own, as a tag.
    pub language: String,
    /// Whether that language runs from right to left.
    pub right_to_left: bool,
    /// What stands below the title.
    pub lead: Vec<Text>,
    /// What stands at the foot of each page, beside its number.
    pub foot: String,
    /// When what it says was published: year, month, day, hour, minute, second, in UTC.
    pub date: (u16, u8, u8, u8, u8, u8),
    /// Its chapters, in their order.
    pub chapters: Vec<Chapter>,
}

/// A chapter, which begins on a page of its own.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its heading.
    pub heading: Text,
    /// What stands below the heading.
    pub note: Option<Text>,
    /// What it is about, in groups.
    pub groups: Vec<Group>,
}

/// Items under one heading, kept together where that is possible.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Its heading.
    pub heading: Text,
    /// Its items; without any the heading says all there is.
    pub items: Vec<Item>,
}

/// One thing: what it is called, and in small letters what else there is to say.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What it is called.
    pub name: Text,
    /// What else there is to say, each in a paragraph of its own.
    pub more: Vec<Text>,
}

/// A text and the language that it is in; an empty tag stands for that of the booklet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// Its language, as a tag.
    pub language: String,
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text { text, language: String::new() }
    }
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No font here has these letters.
    #[error("no font here has the letters {0:?}")]
    Missing(Vec<char>),
    /// The writer found a rule of tagged documents broken.
    #[error("the document cannot be written: {0}")]
    Unwritten(String),
}

/// The booklet as a tagged PDF.
///
/// # Errors
/// [`Failure::Missing`] if letters are in no font.
pub fn pdf(booklet: &Booklet, fonts: &Fonts) -> Result<Vec<u8>, Failure> {
    let mut case = fonts.case();
    let pages = pages::set(booklet, &mut case).map_err(Failure::Missing)?;
    draw::draw(booklet, &pages, &case)
}
