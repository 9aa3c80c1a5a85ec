//! Cutting texts so that a file fits: the longest lose their ends, and no text loses more than it takes.

use std::borrow::Cow;

/// The length to which the longest of some texts must be cut so that they lose so many bytes together.
pub(super) fn fitting(mut lengths: Vec<usize>, over: usize) -> usize {
    lengths.sort_unstable();
    let (mut all, mut below) = (lengths.len(), 0);
    let budget = lengths.iter().sum::<usize>().saturating_sub(over);
    for length in lengths {
        if below + all * length > budget {
            return (budget - below) / all;
        }
        (all, below) = (all - 1, below + length);
    }
    usize::MAX
}

/// A text cut to so many bytes, at a space where there is one near.
pub(super) fn shortened(text: &str, bytes_max: usize) -> Cow<'_, str> {
    if text.len() <= bytes_max {
        return text.into();
    }
    let kept = &text[..text.floor_char_boundary(bytes_max.saturating_sub('…'.len_utf8()))];
    let at = kept.rfind(char::is_whitespace).filter(|at| kept.len() - at < 20).unwrap_or(kept.len());
    format!("{}…", &kept[..at]).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn texts_lose_as_many_bytes_as_they_must_and_short_ones_none(
            texts in prop::collection::vec("[a-zé日 ]{0,80}", 1..12),
            part in 0.0..1.0,
        ) {
            let whole: usize = texts.iter().map(String::len).sum();
            let over = (whole as f64 * part) as usize;
            let max = fitting(texts.iter().map(String::len).collect(), over);
            let kept: Vec<_> = texts.iter().map(|text| shortened(text, max)).collect();
            prop_assert!(kept.iter().map(|text| text.len().min(max)).sum::<usize>() <= whole - over);
            for (text, kept) in texts.iter().zip(&kept) {
                prop_assert!(text.len() > max || text == kept);
                prop_assert!(kept.len() <= max.max('…'.len_utf8()));
                prop_assert!(text.starts_with(kept.trim_end_matches('…')));
            }
        }
    }
}
