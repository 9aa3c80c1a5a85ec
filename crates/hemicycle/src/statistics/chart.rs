//! Charts as SVG, drawn by the server: bars and stacked bars.
//!
//! A chart is as wide as a phone in its own units, so that its letters are as large as those around it. Every value
//! stands beside its bar in words, and segments carry the number of their line in the legend: no colour says anything
//! by itself. Written from right to left, a chart begins at the right.

use maud::{Markup, html};

/// The width of a chart in its own units.
const WIDTH: u64 = 360;
/// The height of a bar.
const BAR: usize = 12;
/// From one bar to the next, its words included.
const STEP: usize = 40;
/// Below this width no number fits beside its neighbours.
const NARROW: u64 = 14;

/// What a chart is called, and what it says in words to whoever does not see it.
pub(super) struct Caption<'a> {
    /// A name that no other chart of the page has.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// All that it shows, in words.
    pub description: &'a str,
    /// Whether the page is written from right to left.
    pub mirrored: bool,
}

/// A bar, and what stands beside it.
pub(super) struct Bar {
    /// What it is about.
    pub label: String,
    /// Its value in words.
    pub says: String,
    /// Its value.
    pub value: u64,
}

/// A bar of several segments, which together are the whole.
pub(super) struct Stack {
    /// What it is about.
    pub label: String,
    /// The whole in words.
    pub says: String,
    /// The segments, in the order of the legend.
    pub values: Vec<u64>,
}

/// Bars from one edge, the longest over the whole width.
pub(super) fn bars(caption: &Caption<'_>, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.value).max().unwrap_or_default().max(1);
    let drawn = html! {
        @for (nth, bar) in bars.iter().enumerate() {
            (words(caption, nth, &bar.label, &bar.says))
            (rect(caption, nth, (0, WIDTH), "of"))
            (rect(caption, nth, (0, bar.value * WIDTH / most), "is"))
        }
    };
    framed(caption, bars.len() * STEP, &drawn)
}

/// Bars over the whole width, each divided into its segments. `number` writes the number of a segment.
pub(super) fn stacks(caption: &Caption<'_>, stacks: &[Stack], number: impl Fn(usize) -> String) -> Markup {
    let step = STEP + 12;
    let drawn = html! {
        @for (nth, stack) in stacks.iter().enumerate() {
            g transform={ "translate(0 " (nth * (step - STEP)) ")" } {
                (words(caption, nth, &stack.label, &stack.says))
                @for (segment, (from, until)) in segments(&stack.values).into_iter().enumerate() {
                    (rect(caption, nth, (from, until), &format!("s k{}", segment % 8 + 1)))
                    @if until - from >= NARROW {
                        text.m x=(across(caption, from.midpoint(until))) y=(nth * STEP + 18 + BAR + 13) { (number(segment + 1)) }
                    }
                }
            }
        }
    };
    framed(caption, stacks.len() * step, &drawn)
}

fn framed(caption: &Caption<'_>, height: usize, drawn: &Markup) -> Markup {
    let (title, description) = (format!("{}-t", caption.id), format!("{}-d", caption.id));
    html! {
        svg.chart viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby=(title) aria-describedby=(description) {
            title id=(title) { (caption.title) }
            desc id=(description) { (caption.description) }
            (drawn)
        }
    }
}

/// What stands above a bar: its name where reading begins, its value where the line ends.
fn words(caption: &Caption<'_>, nth: usize, label: &str, says: &str) -> Markup {
    let y = nth * STEP + 13;
    html! {
        text x=(across(caption, 0)) y=(y) { (label) }
        text.e x=(across(caption, WIDTH)) y=(y) { (says) }
    }
}

/// A bar from one place to another, counted from where reading begins.
fn rect(caption: &Caption<'_>, nth: usize, (from, until): (u64, u64), class: &str) -> Markup {
    let x = if caption.mirrored { WIDTH - until } else { from };
    html! { rect class=(class) x=(x) y=(nth * STEP + 18) width=(until - from) height=(BAR) {} }
}

/// A place counted from where reading begins.
fn across(caption: &Caption<'_>, place: u64) -> u64 {
    if caption.mirrored { WIDTH - place } else { place }
}

/// The segments of a whole, from where to where: without gaps, and all of the width.
fn segments(values: &[u64]) -> Vec<(u64, u64)> {
    let total = values.iter().sum::<u64>().max(1);
    let mut sum = 0;
    let edge = |sum: u64| (sum * WIDTH + total / 2) / total;
    values
        .iter()
        .map(|value| {
            let from = edge(sum);
            sum += value;
            (from, edge(sum))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(mirrored: bool) -> Caption<'static> {
        Caption { id: "c", title: "Title", description: "A 3; B 1", mirrored }
    }

    #[test]
    fn a_whole_is_divided_without_gaps_whatever_its_parts() {
        for values in [vec![3, 1], vec![1; 7], vec![0, 5, 0], vec![1, 99_999], vec![7]] {
            let segments = segments(&values);
            assert_eq!((segments[0].0, segments[segments.len() - 1].1), (0, WIDTH), "{values:?}");
            assert!(segments.windows(2).all(|pair| pair[0].1 == pair[1].0));
        }
        assert!(segments(&[0, 0]).iter().all(|(from, until)| from == until));
        assert!(segments(&[]).is_empty());
    }

    #[test]
    fn a_chart_has_a_name_says_all_that_it_shows_and_is_mirrored_where_writing_is() {
        let bar = |label: &str, value: u64| Bar { label: label.into(), says: value.to_string(), value };
        let drawn = |mirrored| bars(&caption(mirrored), &[bar("A", 30), bar("B", 10)]).into_string();
        let (left, right) = (drawn(false), drawn(true));
        assert!(left.contains(r#"role="img" aria-labelledby="c-t" aria-describedby="c-d""#), "{left}");
        assert!(left.contains(r#"<title id="c-t">Title</title><desc id="c-d">A 3; B 1</desc>"#));
        assert!(left.contains(r#"class="is" x="0" y="58" width="120""#), "{left}");
        assert!(right.contains(r#"class="is" x="240" y="58" width="120""#), "{right}");
        assert!(bars(&caption(false), &[]).into_string().contains("<svg"));
    }

    #[test]
    fn a_segment_carries_its_number_where_there_is_room_for_it() {
        let stack = Stack { label: "All".into(), says: "100".into(), values: vec![60, 39, 1] };
        let drawn = stacks(&caption(false), &[stack], |n| n.to_string()).into_string();
        let numbers: Vec<_> =
            drawn.split("class=\"m\"").skip(1).map(|rest| rest.split(['>', '<']).nth(1)).collect();
        assert_eq!(numbers, [Some("1"), Some("2")]);
        assert!(!drawn.contains("style="));
    }
}
