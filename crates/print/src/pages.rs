//! Pages: two columns of items under the headings of their groups. A chapter is set so that it fits on one page, if
//! letters that can still be read let it.

use crate::fonts::{Case, Faces};
use crate::lines::{Chosen, Line, Measured, Style};
use crate::{Booklet, Chapter, Text};
use unicode_bidi::Level;

/// A4, in points.
pub(crate) const WIDE: f32 = 595.28;
pub(crate) const HIGH: f32 = 841.89;
/// What stays white around a page.
pub(crate) const MARGIN: f32 = 42.0;
/// Where the foot of a page stands.
pub(crate) const FOOT: f32 = HIGH - 26.0;
/// Between the columns.
const GUTTER: f32 = 18.0;
const COLUMN: f32 = (WIDE - 2.0 * MARGIN - GUTTER) / 2.0;
/// Sizes of the letters of items, the largest first. The last can just be read on paper.
const SIZES: [f32; 5] = [9.5, 9.0, 8.5, 8.0, 7.5];
/// The size of a chapter that does not fit on one page in any of them.
const SIZE_OF_MANY: f32 = 8.5;
/// From one line to the next, in sizes of the letters.
const LEADING: f32 = 1.28;

/// What a line is part of, for whoever has the document read to them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// The title of the booklet.
    Title,
    /// A paragraph below a heading.
    Paragraph,
    /// The heading of a chapter.
    Chapter,
    /// The heading of a group.
    Group,
    /// What an item is called.
    Name,
    /// What else is said of it.
    More,
}

/// A line in its place.
pub(crate) struct Placed {
    pub(crate) line: Line,
    /// Its left or, from right to left, its right end.
    pub(crate) x: f32,
    /// Its base.
    pub(crate) y: f32,
    pub(crate) page: usize,
    pub(crate) role: Role,
    pub(crate) language: String,
    /// Which text it is part of, counted through the booklet.
    pub(crate) text: usize,
}

/// All lines of a booklet in the order in which they are read.
pub(crate) struct Pages {
    pub(crate) lines: Vec<Placed>,
    pub(crate) count: usize,
    /// What stands at the foot of every page.
    pub(crate) foot: Option<Line>,
    /// The numbers of the pages.
    pub(crate) numbers: Vec<Option<Line>>,
}

/// A text and how it is set: first with its fonts chosen, then measured.
struct Block<T> {
    text: T,
    language: String,
    role: Role,
    style: Style,
}

/// Blocks that stay together.
type Kept<T = Measured> = Vec<Block<T>>;

/// A chapter: what stands above its columns, and what in them.
struct Set<T> {
    head: Kept<T>,
    body: Vec<Kept<T>>,
}

fn measured(kept: Kept<Chosen>, faces: &Faces<'_>) -> Kept {
    let of = |Block { text, language, role, style }| Block {
        text: Chosen::measured(text, faces),
        language,
        role,
        style,
    };
    kept.into_iter().map(of).collect()
}

/// Sets a booklet.
///
/// # Errors
/// The letters that no font has.
pub(crate) fn set(booklet: &Booklet, case: &mut Case<'_>) -> Result<Pages, Vec<char>> {
    let mut head = vec![(Role::Title, Text::from(booklet.title.clone()), style(18.0, true, 0.0))];
    head.extend(booklet.lead.iter().map(|text| (Role::Paragraph, text.clone(), style(9.5, false, 0.25))));
    let head = blocks(head, booklet, case);
    let chapters: Vec<Set<Chosen>> =
        booklet.chapters.iter().map(|chapter| chosen(chapter, booklet, case)).collect();
    let foot = Chosen::of(&booklet.foot, &booklet.language, false, Some(direction(booklet)), case);
    if !case.missing().is_empty() {
        return Err(case.missing());
    }
    let faces = case.faces();
    let mut pen =
        Pen { x: 0.0, y: MARGIN, page: 0, column: 0, top: MARGIN, text: 0, turned: booklet.right_to_left };
    let mut pages = Pages { lines: Vec::new(), count: 1, foot: None, numbers: Vec::new() };
    pen.whole_width(&measured(head, &faces), &mut pages, &faces);
    for (nth, Set { head, body }) in chapters.into_iter().enumerate() {
        match nth {
            0 => pen.y += 8.0,
            _ => pen.next_page(&mut pages),
        }
        pen.whole_width(&measured(head, &faces), &mut pages, &faces);
        let mut body: Vec<Kept> = body.into_iter().map(|kept| measured(kept, &faces)).collect();
        let here = pen.clone();
        let fits = |size: &f32| {
            sized(&mut body, *size);
            let mut pen = here.clone();
            body.iter().all(|kept| pen.fits(kept, &faces))
        };
        let size = SIZES.into_iter().find(fits).unwrap_or(SIZE_OF_MANY);
        sized(&mut body, size);
        pen.columns(&body, &mut pages, &faces);
    }
    let small = |text: Chosen| {
        let style = style(7.5, false, 0.25);
        let text = text.measured(&faces);
        let line = text.lines(style.size, WIDE - 2.0 * MARGIN - 50.0, &faces).into_iter().next();
        line.map(|line| text.set(line, style, &faces))
    };
    pages.foot = small(foot);
    pages.numbers =
        (1..=pages.count).map(|nth| small(Chosen::plain(format!("{nth}/{}", pages.count)))).collect();
    Ok(pages)
}

/// A chapter whose letters have their fonts.
fn chosen(chapter: &Chapter, booklet: &Booklet, case: &mut Case<'_>) -> Set<Chosen> {
    let mut head = vec![(Role::Chapter, chapter.heading.clone(), style(14.0, true, 0.0))];
    head.extend(chapter.note.iter().map(|text| (Role::Paragraph, text.clone(), style(8.0, false, 0.25))));
    Set { head: blocks(head, booklet, case), body: body(chapter, booklet, case) }
}

/// The direction of what the booklet says in its own language.
fn direction(booklet: &Booklet) -> Level {
    if booklet.right_to_left { Level::rtl() } else { Level::ltr() }
}

fn style(size: f32, bold: bool, grey: f32) -> Style {
    Style { size, bold, grey }
}

fn blocks(texts: Vec<(Role, Text, Style)>, booklet: &Booklet, case: &mut Case<'_>) -> Kept<Chosen> {
    let block = |(role, text, style): (Role, Text, Style)| {
        let own = text.language.is_empty();
        let language = if own { booklet.language.clone() } else { text.language.clone() };
        let base = own.then(|| direction(booklet));
        let text = Chosen::of(&text.text, &language, style.bold, base, case);
        Block { text, language, role, style }
    };
    texts.into_iter().map(block).collect()
}

/// A chapter's groups: the heading stays with the first item, and every item in one piece.
fn body(chapter: &Chapter, booklet: &Booklet, case: &mut Case<'_>) -> Vec<Kept<Chosen>> {
    let mut all = Vec::new();
    for group in &chapter.groups {
        let mut texts = vec![(Role::Group, group.heading.clone(), style(1.0, true, 0.0))];
        for item in &group.items {
            texts.push((Role::Name, item.name.clone(), style(1.0, false, 0.0)));
            texts.extend(item.more.iter().map(|text| (Role::More, text.clone(), style(0.86, false, 0.25))));
            all.push(blocks(std::mem::take(&mut texts), booklet, case));
        }
        if !texts.is_empty() {
            all.push(blocks(texts, booklet, case));
        }
    }
    all
}

/// Gives all letters of a chapter their size.
fn sized(body: &mut [Kept], size: f32) {
    for block in body.iter_mut().flatten() {
        block.style.size = match block.role {
            Role::More => size * 0.88,
            _ => size,
        };
    }
}

/// What is left white above a text.
fn above(role: Role, size: f32) -> f32 {
    match role {
        Role::Title | Role::More | Role::Paragraph => 0.0,
        Role::Chapter => 4.0,
        Role::Group => size * 0.75,
        Role::Name => size * 0.3,
    }
}

/// Where the next line goes.
#[derive(Clone)]
struct Pen {
    x: f32,
    y: f32,
    page: usize,
    column: usize,
    /// Where the columns of this page begin.
    top: f32,
    text: usize,
    turned: bool,
}

impl Pen {
    fn next_page(&mut self, pages: &mut Pages) {
        self.page += 1;
        pages.count = self.page + 1;
        (self.column, self.top, self.y) = (0, MARGIN, MARGIN);
    }

    /// Goes to the top of the next column, on the next page if this was the last one.
    fn next_column(&mut self, pages: &mut Pages) {
        self.column += 1;
        self.y = self.top;
        if self.column > 1 {
            self.next_page(pages);
        }
        self.x = self.edge();
    }

    /// Where the lines of this column begin.
    fn edge(&self) -> f32 {
        let from_edge = MARGIN + self.column as f32 * (COLUMN + GUTTER);
        if self.turned { WIDE - from_edge } else { from_edge }
    }

    fn height(kept: &Kept, width: f32, faces: &Faces<'_>) -> f32 {
        let height = |block: &Block<Measured>| {
            let lines = block.text.lines(block.style.size, width, faces).len();
            above(block.role, block.style.size) + lines as f32 * block.style.size * LEADING
        };
        kept.iter().map(height).sum()
    }

    /// Goes on to where there is room for this; says whether that is on the same page.
    fn fits(&mut self, kept: &Kept, faces: &Faces<'_>) -> bool {
        let height = Pen::height(kept, COLUMN, faces);
        if self.y + height > FOOT - 14.0 {
            self.column += 1;
            self.y = self.top;
        }
        let same_page = self.column < 2 && self.y + height <= FOOT - 14.0;
        self.y += height;
        same_page
    }

    fn whole_width(&mut self, kept: &Kept, pages: &mut Pages, faces: &Faces<'_>) {
        self.column = 0;
        self.x = self.edge();
        self.put(kept, WIDE - 2.0 * MARGIN, Pen::next_page, pages, faces);
        self.top = self.y;
    }

    fn columns(&mut self, body: &[Kept], pages: &mut Pages, faces: &Faces<'_>) {
        for kept in body {
            let height = Pen::height(kept, COLUMN, faces);
            self.x = self.edge();
            if self.y > self.top && self.y + height > FOOT - 14.0 {
                self.next_column(pages);
            }
            self.put(kept, COLUMN, Pen::next_column, pages, faces);
        }
    }

    fn put(
        &mut self,
        kept: &Kept,
        width: f32,
        go_on: fn(&mut Pen, &mut Pages),
        pages: &mut Pages,
        faces: &Faces<'_>,
    ) {
        for block in kept {
            self.y += above(block.role, block.style.size);
            for line in block.text.lines(block.style.size, width, faces) {
                // A text that is longer than its column goes on where there is room.
                if self.y + block.style.size * LEADING > FOOT - 10.0 {
                    go_on(self, pages);
                }
                self.y += block.style.size * LEADING;
                let line = block.text.set(line, block.style, faces);
                let (language, role) = (block.language.clone(), block.role);
                let y = self.y - block.style.size * 0.25;
                pages.lines.push(Placed {
                    line,
                    x: self.x,
                    y,
                    page: self.page,
                    role,
                    language,
                    text: self.text,
                });
            }
            self.text += 1;
        }
    }
}

#[cfg(test)]
mod tests;
