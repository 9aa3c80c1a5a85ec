//! Lines: a text, broken where its language allows it, as glyphs from left to right.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

use crate::fonts::{Case, Faces, Nth};

/// How a text is set.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    /// Size of the letters, in points.
    pub(crate) size: f32,
    /// Whether they are bold.
    pub(crate) bold: bool,
    /// How dark they are: 0 is black.
    pub(crate) grey: f32,
}

/// One line of a text.
pub(crate) struct Line {
    /// What is drawn, from left to right.
    pub(crate) runs: Vec<Run>,
    /// How wide that is, in points.
    pub(crate) width: f32,
    /// How it is set: the widths of the runs are those at one point.
    pub(crate) style: Style,
}

/// Letters of one font that run in one direction.
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) font: Nth,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) width: f32,
}

/// A text whose letters have their fonts.
pub(crate) struct Chosen {
    text: String,
    fonts: Vec<Nth>,
    /// The direction of the paragraph, where it is not that of its first letter.
    base: Option<Level>,
}

/// A text that was measured once: at one point, so that every size follows from it.
pub(crate) struct Measured {
    text: String,
    fonts: Vec<Nth>,
    levels: Vec<Level>,
    base: Option<Level>,
    /// The parts between which a line may be broken, each with its width and that without the space at its end.
    pieces: Vec<(Range<usize>, f32, f32)>,
}

impl Chosen {
    /// Chooses fonts for a text, whose direction is that of its first letter unless it is given.
    pub(crate) fn of(
        text: &str,
        language: &str,
        bold: bool,
        base: Option<Level>,
        case: &mut Case<'_>,
    ) -> Chosen {
        let text = plain(text);
        let fonts = fonts_of(&text, language, bold, case);
        Chosen { text, fonts, base }
    }

    /// Figures and signs, which the first font has.
    pub(crate) fn plain(text: String) -> Chosen {
        let fonts = vec![Nth::default(); text.len()];
        Chosen { text, fonts, base: Some(Level::ltr()) }
    }

    /// Measures it.
    pub(crate) fn measured(self, faces: &Faces<'_>) -> Measured {
        let Chosen { text, fonts, base } = self;
        let levels = BidiInfo::new(&text, base).levels;
        let mut measured = Measured { text, fonts, levels, base, pieces: Vec::new() };
        let mut begins = 0;
        for (ends, _) in unicode_linebreak::linebreaks(&measured.text) {
            let piece = begins..ends;
            let bare = begins..begins + measured.text[piece.clone()].trim_end().len();
            let (width, bare) = (measured.width(piece.clone(), faces), measured.width(bare, faces));
            measured.pieces.push((piece, width, bare));
            begins = ends;
        }
        measured
    }
}

impl Measured {
    /// Where the lines begin and end in a column of this width, in letters of this size.
    pub(crate) fn lines(&self, size: f32, width_max: f32, faces: &Faces<'_>) -> Vec<Range<usize>> {
        let width_max = width_max / size;
        let mut lines = Vec::new();
        let (mut line, mut width) = (0..0, 0.0);
        let mut put = |piece: Range<usize>, whole: f32, bare: f32| {
            if line.end > line.start && width + bare > width_max {
                lines.push(line.clone());
                (line, width) = (piece.start..piece.start, 0.0);
            }
            line.end = piece.end;
            width += whole;
            line.clone()
        };
        let mut last = 0..0;
        for (piece, whole, bare) in &self.pieces {
            if *bare <= width_max {
                last = put(piece.clone(), *whole, *bare);
                continue;
            }
            // Too wide for any line: it is broken anywhere.
            for (at, letter) in self.text[piece.clone()].char_indices() {
                let letter = piece.start + at..piece.start + at + letter.len_utf8();
                let width = self.width(letter.clone(), faces);
                last = put(letter, width, width);
            }
        }
        if !last.is_empty() {
            lines.push(last);
        }
        lines
    }

    /// A line as it is drawn.
    pub(crate) fn set(&self, line: Range<usize>, style: Style, faces: &Faces<'_>) -> Line {
        let bidi = BidiInfo::new(&self.text, self.base);
        let mut runs = Vec::new();
        if let Some(paragraph) = bidi.paragraphs.first() {
            let (levels, visual) = bidi.visual_runs(paragraph, line);
            for run in visual {
                let level = levels[run.start];
                runs.extend(self.shaped(run, level, faces));
            }
        }
        let width = runs.iter().map(|run| run.width).sum::<f32>() * style.size;
        Line { runs, width, style }
    }
}

/// What can be set in lines: one paragraph without signs that steer, and without pictures that no font of letters has.
fn plain(text: &str) -> String {
    let kept = text.chars().filter_map(|letter| match letter {
        letter if letter.is_control() || letter == '\u{2028}' || letter == '\u{2029}' => Some(' '),
        // Pictures, and what only changes how they look.
        '\u{1F000}'..='\u{1FAFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}' | '\u{20E3}' => None,
        // Marks of direction have done their work once the levels are known, and joiners of pictures none.
        '\u{200B}' | '\u{200D}' | '\u{FEFF}' | '\u{2060}' => None,
        letter => Some(letter),
    });
    let kept: String = kept.collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The marks that say only how a text runs, and are not drawn.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{00AD}')
}

/// The font of each byte of a text.
fn fonts_of(text: &str, language: &str, bold: bool, case: &mut Case<'_>) -> Vec<Nth> {
    let mut fonts: Vec<Nth> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let font = match fonts.last() {
            Some(before) if is_unseen(letter) || letter == ' ' => *before,
            None if is_unseen(letter) => Nth::default(),
            _ => case.font_for(letter, bold, language),
        };
        fonts.extend(std::iter::repeat_n(font, letter.len_utf8()));
    }
    fonts
}

impl Measured {
    /// How wide a stretch is, at one point.
    fn width(&self, range: Range<usize>, faces: &Faces<'_>) -> f32 {
        let mut width = 0.0;
        let mut begins = range.start;
        while begins < range.end {
            let level = self.levels[begins];
            let same = |at: &usize| self.levels[*at] == level;
            let ends = (begins..range.end).take_while(same).last().map_or(range.end, |last| last + 1);
            width += self.shaped(begins..ends, level, faces).iter().map(|run| run.width).sum::<f32>();
            begins = ends;
        }
        width
    }

    /// The runs of a stretch in one direction, from left to right.
    fn shaped(&self, range: Range<usize>, level: Level, faces: &Faces<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut begins = range.start;
        while begins < range.end {
            let font = self.fonts[begins];
            let ends = (begins..range.end)
                .take_while(|at| self.fonts[*at] == font)
                .last()
                .map_or(range.end, |last| last + 1);
            runs.extend(self.run(begins..ends, font, level, faces));
            begins = ends;
        }
        if level.is_rtl() {
            runs.reverse();
        }
        runs
    }

    fn run(&self, range: Range<usize>, font: Nth, level: Level, faces: &Faces<'_>) -> Option<Run> {
        let text: String = self.text[range].chars().filter(|letter| !is_unseen(*letter)).collect();
        if text.is_empty() {
            return None;
        }
        let face = faces.face(font);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(if level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(face, &[], buffer);
        let em = face.units_per_em() as f32;
        let infos = shaped.glyph_infos();
        let ends = |cluster: u32| {
            let later = infos.iter().map(|info| info.cluster).filter(|other| *other > cluster).min();
            later.map_or(text.len(), |later| later as usize)
        };
        let glyphs: Vec<KrillaGlyph> = infos
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, at)| {
                let part = info.cluster as usize..ends(info.cluster);
                let of = |units: i32| units as f32 / em;
                let (x, y) = (of(at.x_advance), of(at.y_advance));
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    x,
                    of(at.x_offset),
                    of(at.y_offset),
                    y,
                    part,
                    None,
                )
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Some(Run { text, font, glyphs, width })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;

    const STYLE: Style = Style { size: 10.0, bold: false, grey: 0.0 };

    fn texts(text: &str, width: f32) -> Vec<String> {
        let fonts = Fonts::with(None);
        let mut case = fonts.case();
        let text = Chosen::of(text, "en", false, None, &mut case);
        assert!(case.missing().is_empty(), "{:?}", case.missing());
        let faces = case.faces();
        let text = text.measured(&faces);
        let lines = text.lines(STYLE.size, width, &faces);
        let lines: Vec<Line> = lines.into_iter().map(|line| text.set(line, STYLE, &faces)).collect();
        for line in &lines {
            let spaces = 4.0;
            assert!(line.width <= width + spaces, "{} is wider than {width}", line.width);
        }
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_text_is_broken_between_words_and_nothing_of_it_is_lost() {
        let text = "Meaningful connectivity for small island states: who pays, and who decides?";
        let lines = texts(text, 120.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with(' ')), "{lines:?}");
    }

    #[test]
    fn a_word_that_is_wider_than_its_column_is_broken_anywhere() {
        let word = "Donaudampfschifffahrtsgesellschaft".repeat(3);
        let lines = texts(&word, 80.0);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn a_line_in_two_directions_is_set_from_left_to_right_as_it_is_seen() {
        let lines = texts("حوكمة IGF الإنترنت", 500.0);
        assert_eq!(lines.len(), 1);
        let seen = &lines[0];
        let at = |part: &str| seen.find(part).unwrap();
        assert!(at("الإنترنت") < at("IGF") && at("IGF") < at("حوكمة"), "{seen}");
    }

    #[test]
    fn letters_that_no_font_has_are_named_and_pictures_are_left_out() {
        let fonts = Fonts::with(None);
        let mut case = fonts.case();
        Chosen::of("Open 📅 日本", "ja", false, None, &mut case);
        assert_eq!(case.missing(), ['日', '本']);
    }

    #[test]
    fn texts_of_nothing_have_no_lines() {
        for text in ["", "   ", "\n\u{200B}", "👩\u{200D}🔬"] {
            assert_eq!(texts(text, 100.0).len(), 0, "{text:?}");
        }
    }
}
