//! Which way a text runs, and how to keep a name that runs the other way from upsetting its sentence.

/// The direction of a script on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right: Latin, Cyrillic, Chinese, …
    LeftToRight,
    /// Right to left: Arabic, Hebrew, …
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn attribute(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The direction of the first letter that has one, as HTML's `dir=auto` sees it.
/// Digits and punctuation have none; a text of nothing else has no direction.
pub fn direction_of(text: &str) -> Option<Direction> {
    text.chars().find_map(|c| {
        if is_right_to_left(c) {
            Some(Direction::RightToLeft)
        } else if c.is_alphabetic() {
            Some(Direction::LeftToRight)
        } else {
            None
        }
    })
}

/// Wraps a value that is put into a sentence into Unicode's invisible isolation marks, but only where
/// leaving them out could reorder the sentence: where the value contains letters that run against it.
/// Everywhere else the marks would only be in the way of searching and copying.
pub fn isolate(value: &str, sentence: Direction) -> String {
    if runs_against(value, sentence) { format!("\u{2068}{value}\u{2069}") } else { value.to_owned() }
}

/// Whether a value holds letters, or a mark, that run against the direction of what it is put into: then what stands
/// beside it could be reordered.
pub fn runs_against(value: &str, sentence: Direction) -> bool {
    value.chars().any(|c| match (sentence, c) {
        (Direction::LeftToRight, '\u{200F}' | '\u{61C}') | (Direction::RightToLeft, '\u{200E}') => true,
        (Direction::LeftToRight, c) => is_right_to_left(c),
        (Direction::RightToLeft, c) => c.is_alphabetic() && !is_right_to_left(c),
    })
}

/// The blocks of Unicode that are set aside for scripts from right to left.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_isolated_only_where_it_runs_against_its_sentence() {
        let cases = [
            ("Amina", Direction::LeftToRight, "Amina"),
            ("أمينة", Direction::LeftToRight, "\u{2068}أمينة\u{2069}"),
            ("أمينة", Direction::RightToLeft, "أمينة"),
            ("C++", Direction::RightToLeft, "\u{2068}C++\u{2069}"),
            ("2023", Direction::RightToLeft, "2023"),
            ("Amina أمينة", Direction::LeftToRight, "\u{2068}Amina أمينة\u{2069}"),
            ("Amina\u{200F}", Direction::LeftToRight, "\u{2068}Amina\u{200F}\u{2069}"),
        ];
        for (value, sentence, expected) in cases {
            assert_eq!(isolate(value, sentence), expected, "{value} in {sentence:?}");
        }
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert_eq!(direction_of("18. منتدى"), Some(Direction::RightToLeft));
        assert_eq!(direction_of("«Forum» منتدى"), Some(Direction::LeftToRight));
        assert_eq!(direction_of("京都"), Some(Direction::LeftToRight));
        assert_eq!(direction_of("2023 – 18"), None);
    }
}
