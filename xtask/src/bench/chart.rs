//! A line chart as SVG: two axes with labels, one line per series named at its end, in the reader's own colours.

use std::fmt::Write as _;

/// Some lines over two axes.
pub(super) struct Chart<'a> {
    pub(super) title: &'a str,
    pub(super) x: Axis<'a>,
    pub(super) y: Axis<'a>,
    pub(super) lines: Vec<Line<'a>>,
}

/// An axis.
pub(super) struct Axis<'a> {
    pub(super) label: &'a str,
    pub(super) steps: Steps,
}

/// How an axis goes on from one line of its grid to the next.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Steps {
    /// By as much again, from zero.
    Equal,
    /// By so many times: a logarithmic axis, which shows ratios.
    Times(f64),
}

/// A series of points in the order of `x`.
pub(super) struct Line<'a> {
    pub(super) name: &'a str,
    pub(super) points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 78.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 48.0;
const BOTTOM: f64 = 58.0;
/// Lines differ by their dashes, so that they can be told apart without colours.
const DASHES: [&str; 4] = ["none", "7 4", "2 4", "10 3 2 3"];

/// Where an axis begins and ends, and how its values become places.
struct Scale {
    steps: Steps,
    from: f64,
    to: f64,
    ticks: Vec<f64>,
}

impl Scale {
    fn over(values: impl Iterator<Item = f64>, steps: Steps) -> Scale {
        let (low, high) =
            values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let ticks = match steps {
            Steps::Equal => equal(high),
            Steps::Times(base) => powers(base, low, high),
        };
        let from = ticks.first().copied().unwrap_or(0.0).min(if steps == Steps::Equal { 0.0 } else { low });
        let to = ticks.last().copied().unwrap_or(1.0).max(high);
        Scale { steps, from, to, ticks }
    }

    /// From 0 to 1.
    fn place(&self, value: f64) -> f64 {
        let at = |value: f64| if self.steps == Steps::Equal { value } else { value.ln() };
        let span = at(self.to) - at(self.from);
        if span == 0.0 { 0.5 } else { (at(value) - at(self.from)) / span }
    }
}

/// 0 and a handful of round steps up to the highest value or just beyond.
fn equal(high: f64) -> Vec<f64> {
    let rough = (high.max(f64::MIN_POSITIVE) / 5.0).log10();
    let base = 10_f64.powf(rough.floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * base).into_iter().find(|step| step * 5.0 >= high);
    let step = step.unwrap_or(10.0 * base);
    (0..=5_u8).map(|number| f64::from(number) * step).take_while(|tick| tick - step < high).collect()
}

/// The powers of a base from the lowest value or just below to the highest or just above.
fn powers(base: f64, low: f64, high: f64) -> Vec<f64> {
    let (first, last) = (low.log(base).floor() as i32, high.log(base).ceil() as i32);
    (first..=last).map(|power| base.powi(power)).collect()
}

impl Chart<'_> {
    pub(super) fn svg(&self) -> String {
        let points = || self.lines.iter().flat_map(|line| line.points.iter());
        let x = Scale::over(points().map(|point| point.0), self.x.steps);
        let y = Scale::over(points().map(|point| point.1), self.y.steps);
        let (across, down) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        let at_x = |value: f64| LEFT + across * x.place(value);
        let at_y = |value: f64| TOP + down * (1.0 - y.place(value));
        let mut svg = self.frame();
        for tick in &x.ticks {
            let (place, foot) = (at_x(*tick), HEIGHT - BOTTOM);
            let _ = write!(svg, r#"<path d="M{place:.1} {TOP}V{foot}" class="grid"/>"#);
            let _ = writeln!(
                svg,
                r#"<text x="{place:.1}" y="{}" text-anchor="middle">{}</text>"#,
                foot + 18.0,
                short(*tick)
            );
        }
        for tick in &y.ticks {
            let place = at_y(*tick);
            let _ = write!(svg, r#"<path d="M{LEFT} {place:.1}H{}" class="grid"/>"#, WIDTH - RIGHT);
            let _ = writeln!(
                svg,
                r#"<text x="{}" y="{:.1}" text-anchor="end">{}</text>"#,
                LEFT - 8.0,
                place + 4.0,
                short(*tick)
            );
        }
        for (line, dashes) in self.lines.iter().zip(DASHES.iter().cycle()) {
            let path: Vec<String> =
                line.points.iter().map(|(a, b)| format!("{:.1} {:.1}", at_x(*a), at_y(*b))).collect();
            let _ =
                write!(svg, r#"<path d="M{}" class="line" stroke-dasharray="{dashes}"/>"#, path.join("L"));
            for (a, b) in &line.points {
                let _ = write!(svg, r#"<circle cx="{:.1}" cy="{:.1}" r="3"/>"#, at_x(*a), at_y(*b));
            }
            if let Some((a, b)) = line.points.last() {
                let _ = writeln!(
                    svg,
                    r#"<text x="{:.1}" y="{:.1}">{}</text>"#,
                    at_x(*a) + 10.0,
                    at_y(*b) + 4.0,
                    escaped(line.name)
                );
            }
        }
        svg + "</svg>\n"
    }

    /// Everything that does not depend on the points.
    fn frame(&self) -> String {
        let (title, x, y) = (escaped(self.title), escaped(self.x.label), escaped(self.y.label));
        let names: Vec<String> = self.lines.iter().map(|line| escaped(line.name)).collect();
        let (middle, foot) = (LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 14.0);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">
<title id="t">{title}</title>
<desc id="d">{y} over {x}: {}</desc>
<style>
svg {{ color: #1b1b1f; font: 13px system-ui, sans-serif }}
@media (prefers-color-scheme: dark) {{ svg {{ color: #e9e9ee }} }}
text, circle {{ fill: currentColor }}
.grid {{ stroke: currentColor; stroke-opacity: .15 }}
.line {{ stroke: currentColor; stroke-width: 2; fill: none }}
</style>
<text x="{LEFT}" y="22" font-size="16" font-weight="600">{title}</text>
<text x="{LEFT}" y="40">{y}</text>
<text x="{middle}" y="{foot}" text-anchor="middle">{x}</text>
"#,
            names.join(", ")
        )
    }
}

/// 20000 as 20k.
fn short(value: f64) -> String {
    match value {
        1e6.. => format!("{}M", super::report::number(value / 1e6)),
        1e4.. => format!("{}k", super::report::number(value / 1e3)),
        _ => super::report::number(value),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_past_the_highest_value() {
        for (high, expected) in
            [(4.5, vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), (23_000.0, vec![0.0, 5e3, 1e4, 1.5e4, 2e4, 2.5e4])]
        {
            assert_eq!(equal(high), expected, "{high}");
        }
        assert_eq!(powers(4.0, 1.0, 300.0), [1.0, 4.0, 16.0, 64.0, 256.0, 1024.0]);
    }

    #[test]
    fn every_line_is_drawn_inside_the_frame_and_named() {
        let axis =
            |label| Axis { label, steps: if label == "size" { Steps::Times(4.0) } else { Steps::Equal } };
        let lines = vec![
            Line { name: "ours", points: vec![(1.0, 100.0), (64.0, 4_000.0), (1_000.0, 23_000.0)] },
            Line { name: "peer & co", points: vec![(1.0, 90.0)] },
        ];
        let svg = Chart { title: "a < b", x: axis("size"), y: axis("rate"), lines }.svg();
        assert!(svg.contains("a &lt; b") && svg.contains(">ours<") && svg.contains("peer &amp; co"));
        assert_eq!(svg.matches("<circle").count(), 4);
        for place in svg.split("cy=\"").skip(1) {
            let place: f64 = place.split('"').next().and_then(|text| text.parse().ok()).expect("a number");
            assert!((TOP..=HEIGHT - BOTTOM).contains(&place), "{place}");
        }
    }
}
