//! The text format in which Prometheus and its kin read figures (version 0.0.4).

use platform::measure::Reading;
use std::fmt::Write as _;

/// A page of figures in the making.
#[derive(Default)]
pub(super) struct Page(String);

/// The labels of a figure.
pub(super) type Labels<'a> = &'a [(&'a str, &'a str)];

impl Page {
    /// Begins a figure: what it is called, of which type it is, and what it says.
    pub(super) fn about(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    /// A value of the figure.
    pub(super) fn value(&mut self, name: &str, labels: Labels<'_>, value: f64) {
        let _ = writeln!(self.0, "{name}{} {value}", braced(labels));
    }

    /// A figure with one value.
    pub(super) fn one(&mut self, name: &str, kind: &str, help: &str, value: f64) {
        self.about(name, kind, help);
        self.value(name, &[], value);
    }

    /// A value that is a histogram.
    pub(super) fn histogram(&mut self, name: &str, labels: Labels<'_>, reading: &Reading) {
        let steps = reading.steps.iter().map(|(bound, count)| (bound.to_string(), *count));
        for (bound, count) in steps.chain([("+Inf".to_owned(), reading.count)]) {
            let labels: Vec<_> = labels.iter().copied().chain([("le", bound.as_str())]).collect();
            self.value(&format!("{name}_bucket"), &labels, count as f64);
        }
        self.value(&format!("{name}_sum"), labels, reading.seconds);
        self.value(&format!("{name}_count"), labels, reading.count as f64);
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

fn braced(labels: Labels<'_>) -> String {
    if labels.is_empty() {
        return String::new();
    }
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let labels: Vec<_> =
        labels.iter().map(|(name, value)| format!("{name}=\"{}\"", escaped(value))).collect();
    format!("{{{}}}", labels.join(","))
}
