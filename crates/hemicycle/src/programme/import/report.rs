//! The plan as a text for the person at the terminal: short, aligned, in their language.

use super::said::clock;
use super::{Change, Cost, Difference, Plan, Publication, Remark, Spot, Tally};
use crate::refusals::{Names, sentence_with_names};
use forum::Viewer;
use forum::programme::Role;
use forum::programme::collisions::{Collision, Severity, collisions};
use platform::languages::{Locale, key};

/// How many entries of a list are shown unless all are asked for.
const SHOWN: usize = 12;

/// Says a plan. `all` shows every entry of every list.
pub fn report(locale: &Locale, plan: &Plan, all: bool) -> String {
    let shown = if all { usize::MAX } else { SHOWN };
    let report = Report { locale, plan, shown };
    let mut parts = vec![report.heading()];
    match plan.changes_nothing() {
        true => parts.push(locale.text("import-nothing-changes")),
        false => parts.push(report.table()),
    }
    if !plan.is_new_meeting {
        parts.extend(report.differences());
    }
    parts.extend(
        [Cost::NotEntered, Cost::NotPlaced, Cost::LeftOut, Cost::Assumed].map(|cost| report.remarks(cost)),
    );
    parts.push(report.missing());
    parts.extend(report.collisions());
    parts.push(report.publication());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// A column of the table: its heading, and what it counts.
type Column = (&'static str, fn(&Tally) -> usize);

/// Says what would change about a session, one sentence for each change.
pub fn changes_in_words(locale: &Locale, plan: &Plan, difference: &Difference) -> Vec<String> {
    let report = Report { locale, plan, shown: usize::MAX };
    difference.changes.iter().map(|change| report.change(change)).collect()
}

/// Everybody who would have two sessions at a time and be needed in both, or could not walk so fast: the name, the codes
/// of the two sessions, and how bad it is.
pub fn collisions_in_words(locale: &Locale, plan: &Plan) -> Vec<(String, [String; 2], String)> {
    let said = |found: Collision| {
        let how = match found.severity {
            Severity::Both => locale.text("collision-both"),
            Severity::Short(minutes) => locale.text_with("collision-short", [("minutes", minutes.into())]),
            Severity::Lesser => return None,
        };
        let name = plan.ahead.people.persons.get(&found.person)?.name.or_empty().to_owned();
        Some((name, [found.one, found.other].map(|part| part.session.code.clone()), how))
    };
    collisions(&plan.ahead, plan.meeting).into_iter().filter_map(said).collect()
}

struct Report<'a> {
    locale: &'a Locale,
    plan: &'a Plan,
    shown: usize,
}

impl Report<'_> {
    fn heading(&self) -> String {
        let meeting = &self.plan.ahead.series.meetings[&self.plan.meeting];
        let series = &self.plan.ahead.series.series[&meeting.series];
        let args = [
            ("title", meeting.title.as_str().into()),
            ("slug", meeting.slug.as_str().into()),
            ("series", series.name.as_str().into()),
            ("days", self.locale.date_range(meeting.first_day, meeting.last_day).into()),
            ("zone", meeting.zone.as_str().into()),
        ];
        match self.plan.is_new_meeting {
            true => self.locale.text_with("import-heading-new", args),
            false => self.locale.text_with("import-heading-known", args),
        }
    }

    /// The counts, one row for each sort of thing; columns without a count are left away.
    fn table(&self) -> String {
        let plan = self.plan;
        let rows = [
            (key("import-row-sessions"), plan.sessions),
            (key("import-row-persons"), plan.persons),
            (key("import-row-rooms"), plan.rooms),
            (key("import-row-tracks"), plan.tracks),
        ];
        let columns: [Column; 5] = [
            (key("import-column-new"), |tally| tally.new),
            (key("import-column-changed"), |tally| tally.changed),
            (key("import-column-moved"), |tally| tally.moved),
            (key("import-column-withdrawn"), |tally| tally.withdrawn),
            (key("import-column-unchanged"), |tally| tally.unchanged),
        ];
        let columns = columns.into_iter().filter(|(_, of)| rows.iter().any(|(_, tally)| of(tally) > 0));
        let mut cells: Vec<Vec<String>> = vec![std::iter::once(String::new()).collect()];
        cells.extend(rows.map(|(name, _)| vec![self.locale.text(name)]));
        for (name, of) in columns {
            cells[0].push(self.locale.text(name));
            for (row, (_, tally)) in cells[1..].iter_mut().zip(&rows) {
                row.push(self.locale.number(i64::try_from(of(tally)).unwrap_or(i64::MAX)));
            }
        }
        aligned(&cells)
    }

    fn differences(&self) -> Option<String> {
        let differences = &self.plan.differences;
        if differences.is_empty() {
            return None;
        }
        let lines = differences.iter().map(|difference| self.difference(difference));
        Some(self.list(&self.locale.text("import-differences"), lines.collect()))
    }

    fn collisions(&self) -> Option<String> {
        let found = collisions_in_words(self.locale, self.plan).into_iter();
        let lines: Vec<_> =
            found.map(|(name, [one, other], how)| format!("  {name}: {one}, {other}  {how}")).collect();
        (!lines.is_empty()).then(|| self.list(&self.locale.text("import-collisions"), lines))
    }

    fn difference(&self, difference: &Difference) -> String {
        let Difference { code, title, changes, .. } = difference;
        let changes: Vec<String> =
            changes.iter().map(|change| format!("    {}", self.change(change))).collect();
        format!("  {code}  {title}\n{}", changes.join("\n"))
    }

    fn change(&self, change: &Change) -> String {
        let text =
            |key, args: Vec<(&'static str, platform::languages::Arg)>| self.locale.text_with(key, args);
        let role = |role: &Role| self.locale.text(role_name(*role)).into();
        match change {
            Change::New => text(key("import-change-new"), vec![]),
            Change::Withdrawn => text(key("import-change-withdrawn"), vec![]),
            Change::Place(None, None) => text(key("import-change-unplaced"), vec![]),
            Change::Place(Some(from), None) => {
                text(key("import-change-off"), vec![("from", self.spot(from).into())])
            }
            Change::Place(None, Some(to)) => {
                text(key("import-change-placed"), vec![("to", self.spot(to).into())])
            }
            Change::Place(Some(from), Some(to)) => {
                let spots = vec![("from", self.spot(from).into()), ("to", self.spot(to).into())];
                text(key("import-change-moved"), spots)
            }
            Change::Title(old) => text(key("import-change-title"), vec![("old", old.into())]),
            Change::Length(from, to) => {
                text(key("import-change-length"), vec![("from", (*from).into()), ("to", (*to).into())])
            }
            Change::Description => text(key("import-change-description"), vec![]),
            Change::Joined(name, as_what) => {
                text(key("import-change-joined"), vec![("name", name.into()), ("role", role(as_what))])
            }
            Change::Left(name, as_what) => {
                text(key("import-change-left"), vec![("name", name.into()), ("role", role(as_what))])
            }
        }
    }

    fn spot(&self, spot: &Spot) -> String {
        format!("{}, {}", spot.room, clock(self.locale, spot.start, &self.plan.zone))
    }

    fn remarks(&self, cost: Cost) -> String {
        let of_cost: Vec<&Remark> = self.plan.remarks.iter().filter(|remark| remark.cost == cost).collect();
        if of_cost.is_empty() {
            return String::new();
        }
        let heading = match cost {
            Cost::NotEntered => key("import-not-entered"),
            Cost::NotPlaced => key("import-not-placed"),
            Cost::LeftOut => key("import-left-out"),
            Cost::Assumed => key("import-assumed"),
        };
        let heading = self.locale.text_with(heading, [("count", of_cost.len().into())]);
        // What is not in the programme is always shown in full: nothing is dropped silently.
        let shown = if cost <= Cost::NotPlaced { usize::MAX } else { self.shown };
        let lines = of_cost.into_iter().map(|remark| self.remark(remark)).collect();
        Report { shown, ..*self }.list(&heading, lines)
    }

    fn remark(&self, remark: &Remark) -> String {
        let said = remark.why.said(self.locale, self.plan);
        let line = self.locale.text_with("import-line", [("line", remark.line.to_string().into())]);
        let about = if remark.about.is_empty() { String::new() } else { format!("  {}", remark.about) };
        format!("  {line}{about}\n    {} {}", said.what, said.remedy)
    }

    fn missing(&self) -> String {
        let missing = &self.plan.missing;
        if missing.is_empty() {
            return String::new();
        }
        let lines = missing.iter().filter_map(|id| {
            let (_, session) = self.plan.ahead.programme.session(*id)?;
            Some(format!("  {}  {}", session.code, session.title.or_empty()))
        });
        let heading = self.locale.text_with("import-missing", [("count", missing.len().into())]);
        self.list(&heading, lines.collect())
    }

    fn publication(&self) -> String {
        match &self.plan.publication {
            None => String::new(),
            Some(Publication::Published(label)) => {
                self.locale.text_with("import-publishes", [("label", label.into())])
            }
            Some(Publication::Unchanged) => self.locale.text("import-publishes-nothing"),
            Some(Publication::Refused { refusal, clashes }) => {
                let names = Names { forum: &self.plan.ahead, viewer: Viewer::Secretariat };
                let sentence = sentence_with_names(self.locale, refusal, names);
                let why = format!("{} {}", sentence.what, sentence.remedy);
                let heading = self.locale.text_with("import-publication-refused", [("why", why.into())]);
                let lines = clashes.iter().map(|(name, one, other)| {
                    let args = [("name", name.into()), ("one", one.into()), ("other", other.into())];
                    format!("  {}", self.locale.text_with("import-clash", args))
                });
                self.list(&heading, lines.collect())
            }
        }
    }

    /// A heading and what stands under it, cut where it gets long.
    fn list(&self, heading: &str, mut lines: Vec<String>) -> String {
        let more = lines.len().saturating_sub(self.shown);
        lines.truncate(self.shown);
        if more > 0 {
            lines.push(format!("  {}", self.locale.text_with("import-more", [("count", more.into())])));
        }
        std::iter::once(heading.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
    }
}

/// The name of a role.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Chair => key("import-role-chair"),
        Role::Moderator => key("import-role-moderator"),
        Role::OnlineModerator => key("import-role-online-moderator"),
        Role::Speaker => key("import-role-speaker"),
        Role::Rapporteur => key("import-role-rapporteur"),
        Role::Organiser => key("import-role-organiser"),
    }
}

/// Cells in columns: names to the start, numbers to the end.
fn aligned(rows: &[Vec<String>]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 => format!("  {cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ")
    });
    lines.collect::<Vec<_>>().join("\n")
}
