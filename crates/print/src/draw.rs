//! PDF: every line in its place on its page, and beside that the tree of what it is part of, for those who do not see
//! pages.

use std::num::NonZeroU16;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::document::Document;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree,
};

use crate::fonts::Case;
use crate::lines::Line;
use crate::pages::{FOOT, HIGH, MARGIN, Pages, Placed, Role, WIDE};
use crate::{Booklet, Failure};

/// Writes the document.
pub(crate) fn draw(booklet: &Booklet, pages: &Pages, case: &Case<'_>) -> Result<Vec<u8>, Failure> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| Failure::Unwritten(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(booklet));
    document.set_outline(outline(booklet, pages));
    let mut tree = Tree::default();
    for nth in 0..pages.count {
        let size = PageSettings::from_wh(WIDE, HIGH).expect("A4 is a size");
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for placed in pages.lines.iter().filter(|placed| placed.page == nth) {
            let span = SpanTag::empty().with_lang(Some(&placed.language));
            let identifier = surface.start_tagged(ContentTag::Span(span));
            draw_line(&mut surface, &placed.line, placed.x, placed.y, booklet.right_to_left, case);
            surface.end_tagged();
            tree.add(placed, identifier);
        }
        foot(&mut surface, pages, nth, booklet.right_to_left, case);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree.whole());
    document.finish().map_err(|error| Failure::Unwritten(format!("{error:?}")))
}

fn metadata(booklet: &Booklet) -> Metadata {
    let (year, month, day, hour, minute, second) = booklet.date;
    let date = DateTime::new(year).month(month).day(day).hour(hour).minute(minute).second(second);
    let direction =
        if booklet.right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(booklet.title.clone())
        .language(booklet.language.clone())
        .creator("Hemicycle".to_owned())
        .creation_date(date.utc_offset_hour(0).utc_offset_minute(0))
        .text_direction(direction)
}

/// The chapters, for the side of a reader's window.
fn outline(booklet: &Booklet, pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    let mut begun = None;
    let headings = pages.lines.iter().filter(|placed| placed.role == Role::Chapter);
    let first = headings.filter(|placed| begun.replace(placed.text) != Some(placed.text));
    for (chapter, placed) in booklet.chapters.iter().zip(first) {
        let top = Point::from_xy(0.0, (placed.y - 20.0).max(0.0));
        outline.push_child(OutlineNode::new(
            chapter.heading.text.clone(),
            XyzDestination::new(placed.page, top),
        ));
    }
    if booklet.chapters.is_empty() {
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(booklet.title.clone(), top));
    }
    outline
}

/// The foot of a page and its number, which are no part of what is read aloud.
fn foot(surface: &mut Surface<'_>, pages: &Pages, nth: usize, turned: bool, case: &Case<'_>) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let (near, far) = if turned { (WIDE - MARGIN, MARGIN) } else { (MARGIN, WIDE - MARGIN) };
    if let Some(said) = &pages.foot {
        draw_line(surface, said, near, FOOT, turned, case);
    }
    if let Some(Some(number)) = pages.numbers.get(nth) {
        draw_line(surface, number, far, FOOT, !turned, case);
    }
    surface.end_tagged();
}

/// Draws a line that begins, or from right to left ends, at `x`.
fn draw_line(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32, turned: bool, case: &Case<'_>) {
    let dark = (line.style.grey * 255.0) as u8;
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(dark, dark, dark).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }));
    let mut x = if turned { x - line.width } else { x };
    for run in &line.runs {
        let font = case.font(run.font).embedded.clone();
        surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, font, &run.text, line.style.size, false);
        x += run.width * line.style.size;
    }
}

/// The tree that is read aloud: headings, and below them lists of items.
#[derive(Default)]
struct Tree {
    whole: TagTree,
    list: Option<TagGroup>,
    item: Option<TagGroup>,
    /// The text that is being read: its place, its part, and its lines.
    open: Option<(usize, Role, String, Vec<Identifier>)>,
}

impl Tree {
    fn add(&mut self, placed: &Placed, identifier: Identifier) {
        let text: String = placed.line.runs.iter().map(|run| run.text.as_str()).collect();
        match &mut self.open {
            Some((nth, _, said, lines)) if *nth == placed.text => {
                said.push_str(&text);
                lines.push(identifier);
            }
            _ => {
                self.close_text();
                self.open = Some((placed.text, placed.role, text, vec![identifier]));
            }
        }
    }

    fn close_text(&mut self) {
        let Some((_, role, said, lines)) = self.open.take() else { return };
        let filled = |mut group: TagGroup| {
            lines.into_iter().for_each(|line| group.push(line));
            group
        };
        let heading = |level: u16| {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(said.clone())))
        };
        match role {
            Role::Name => {
                self.close_item();
                let mut item = TagGroup::new(Tag::LBody);
                item.push(filled(TagGroup::new(Tag::P)));
                self.item = Some(item);
            }
            Role::More => match &mut self.item {
                Some(item) => item.push(filled(TagGroup::new(Tag::P))),
                None => self.whole.push(filled(TagGroup::new(Tag::P))),
            },
            Role::Title | Role::Chapter | Role::Group | Role::Paragraph => {
                self.close_list();
                let level = match role {
                    Role::Title => 1,
                    Role::Chapter => 2,
                    _ => 3,
                };
                let group = if role == Role::Paragraph { TagGroup::new(Tag::P) } else { heading(level) };
                self.whole.push(filled(group));
            }
        }
    }

    fn close_item(&mut self) {
        if let Some(body) = self.item.take() {
            let mut item = TagGroup::new(Tag::LI);
            item.push(body);
            self.list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
        }
    }

    fn close_list(&mut self) {
        self.close_item();
        if let Some(list) = self.list.take() {
            self.whole.push(list);
        }
    }

    fn whole(mut self) -> TagTree {
        self.close_text();
        self.close_list();
        self.whole
    }
}
