//! Figures with two decimals, as a language writes them. A page of results has ten thousand of them, so that the words
//! for it are looked up once.

use platform::languages::Locale;

/// How a language writes figures.
pub(super) struct Figures {
    mark: String,
    minus: String,
    digits: [String; 10],
}

impl Figures {
    /// As this language does.
    pub(super) fn of(lang: &Locale) -> Figures {
        let digits = std::array::from_fn(|digit| lang.number(i64::try_from(digit).unwrap_or_default()));
        Figures { mark: lang.text("review-decimal-mark"), minus: "−".to_owned(), digits }
    }

    /// With two decimals.
    pub(super) fn two(&self, value: f64) -> String {
        self.written(value)
    }

    /// With two decimals and its sign.
    pub(super) fn signed(&self, value: f64) -> String {
        let written = self.two(value);
        if (value * 100.0).round() > 0.0 { format!("+{written}") } else { written }
    }

    fn written(&self, value: f64) -> String {
        let mut written = String::with_capacity(6);
        let plain = format!("{value:.2}");
        let nothing = plain.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
        for sign in plain.chars() {
            match sign.to_digit(10) {
                Some(digit) => written.push_str(&self.digits[digit as usize]),
                None if sign == '.' => written.push_str(&self.mark),
                None if nothing => {}
                None => written.push_str(&self.minus),
            }
        }
        written
    }
}

/// Hundredths of a point as a field shows them: `3.75`.
pub(super) fn of_hundredths(value: u32) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// Hundredths of a point as people type them: `3.75`, `3,7`, `4`.
pub(super) fn hundredths(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, part) = text.split_once(['.', ',', '٫']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 || whole.is_empty() {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::languages;

    #[test]
    fn a_band_is_read_as_people_write_it() {
        for (text, read) in [
            ("3.75", Some(375)),
            (" 3,7 ", Some(370)),
            ("4", Some(400)),
            ("4.", Some(400)),
            ("0.05", Some(5)),
            ("", None),
            (".5", None),
            ("3.755", None),
            ("-1", None),
            ("99999999999", None),
        ] {
            assert_eq!(hundredths(text), read, "{text:?}");
        }
        assert_eq!(hundredths(&of_hundredths(305)), Some(305));
    }

    #[test]
    fn a_figure_is_written_as_its_language_does_and_nothing_has_no_sign() {
        let of = |tag: &str| Figures::of(languages().get(tag).expect("it is there"));
        assert_eq!((of("en").two(3.456), of("fr").two(3.456)), ("3.46".to_owned(), "3,46".to_owned()));
        assert_eq!(of("en").signed(-0.5), "−0.50");
        assert_eq!((of("en").signed(0.25), of("en").signed(-0.001)), ("+0.25".to_owned(), "0.00".to_owned()));
    }
}
