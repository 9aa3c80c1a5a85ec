//! The table of results. Intervals are drawn with attributes of SVG alone; the figures beside them say the same.

use std::collections::BTreeSet;

use forum::reference::groups::StakeholderGroup;
use forum::review::{DecisionState, Settings, Verdict};
use maud::{Markup, html};
use platform::languages::Locale;

use super::about::criterion;
use super::figures::Figures;
use super::results::{Asked, Line, Seen, band_key, band_name};
use crate::review::results::Row;
use crate::site::content::tagged;
use crate::site::names;

/// The columns besides those that are always there.
enum Extra {
    None,
    Criteria,
    Groups(Vec<Option<StakeholderGroup>>),
}

impl Extra {
    fn of(seen: &Seen<'_>, view: &str) -> Extra {
        match view {
            "criteria" => Extra::Criteria,
            "groups" => {
                let all = seen.results.rows.iter().flat_map(|row| row.groups.iter().map(|group| group.0));
                let all: BTreeSet<Option<StakeholderGroup>> = all.collect();
                let known = StakeholderGroup::ALL.into_iter().map(Some).chain([None]);
                Extra::Groups(known.filter(|group| all.contains(group)).collect())
            }
            _ => Extra::None,
        }
    }
}

/// The table.
pub(super) fn whole(seen: &Seen<'_>, asked: &Asked<'_>, settings: &Settings) -> Markup {
    let lang = seen.of.visit.lang();
    let (extra, figures) = (Extra::of(seen, asked.view), Figures::of(lang));
    let words = Words::of(lang);
    html! {
        div.table-wrap.results tabindex="0" role="region" aria-label=(lang.text("review-results-title")) {
            table.table {
                thead { tr {
                    th scope="col" { (lang.text("review-rank")) }
                    th scope="col" { (lang.text("review-proposal")) }
                    th scope="col" { (lang.text("review-corrected")) }
                    th.n scope="col" { (lang.text("review-mean")) }
                    th.n scope="col" { (lang.text("review-spread")) }
                    th.n scope="col" { (lang.text("review-n")) }
                    (headings(&extra, settings, lang))
                    th scope="col" { (lang.text("review-band")) }
                    th scope="col" { (lang.text("review-decision")) }
                } }
                @if asked.sort.is_empty() { (in_ties(seen, settings, &extra, &figures, &words)) }
                @else { tbody { @for line in &seen.lines { (one(seen, line, &extra, &figures, &words)) } } }
            }
        }
    }
}

fn headings(extra: &Extra, settings: &Settings, lang: &Locale) -> Markup {
    html! {
        @match extra {
            Extra::None => {},
            Extra::Criteria => { @for one in &settings.criteria { th.n scope="col" { (criterion(one, lang)) } } },
            Extra::Groups(groups) => { @for group in groups { th.n scope="col" { (names::group(*group, lang)) } } },
        }
    }
}

/// In the order of the ranking, with those together that cannot be told apart, and a line where the places end.
fn in_ties(seen: &Seen<'_>, settings: &Settings, extra: &Extra, figures: &Figures, words: &Words) -> Markup {
    let lang = seen.of.visit.lang();
    let tie_of = |line: &Line<'_>| seen.results.ties.iter().position(|tie| tie.contains(&line.nth));
    let places = settings.places as usize;
    let columns = 8 + match extra {
        Extra::None => 0,
        Extra::Criteria => settings.criteria.len(),
        Extra::Groups(groups) => groups.len(),
    };
    html! {
        @for lines in seen.lines.chunk_by(|one, other| tie_of(one).is_some() && tie_of(one) == tie_of(other)) {
            tbody.tied[lines.len() > 1] {
                @if lines.len() > 1 {
                    tr.tie { th colspan=(columns) scope="rowgroup" { (lang.text_with("review-tie", [("count", lines.len().into())])) } }
                }
                @for line in lines {
                    @if line.nth == places && places > 0 {
                        tr.cut { td colspan=(columns) { (lang.text_with("review-places-end", [("places", places.into())])) } }
                    }
                    (one(seen, line, extra, figures, words))
                }
            }
        }
    }
}

fn one(seen: &Seen<'_>, line: &Line<'_>, extra: &Extra, figures: &Figures, words: &Words) -> Markup {
    let (row, visit) = (line.row, seen.of.visit);
    let scored = row.n > 0;
    html! {
        tr {
            td { @if scored { (ranks(row)) } @else { "–" } }
            th scope="row" { a href={ (seen.of.to("decisions")) "?proposal=" (line.shown.id) } { span.code { (line.shown.code) } " " (tagged(&line.shown.title, "", visit.lang())) } }
            td { @if scored { (bar(row)) span.n { (figures.two(row.corrected)) " ±" (figures.two((row.high - row.low) / 2.0)) } } @else { "–" } }
            td.n { (some(row.mean, figures)) }
            td.n { (some(row.spread, figures)) }
            td.n { (row.n) }
            @match extra {
                Extra::None => {},
                Extra::Criteria => { @for value in &row.criteria { td.n { (some(*value, figures)) } } },
                Extra::Groups(groups) => { @for group in groups {
                    td.n { @if let Some((_, n, mean)) = row.groups.iter().find(|known| known.0 == *group) { (figures.two(*mean)) small { " (" (n) ")" } } }
                } },
            }
            td data-band=(band_key(row.band)) { (words.band(row)) }
            td { (words.decision(seen, row)) }
        }
    }
}

/// The places between which a proposal stands, as far as the scores can tell.
fn ranks(row: &Row) -> Markup {
    let (first, last) = row.ranks;
    html! { @if first == last { (first) } @else { bdi dir="ltr" { (first) "–" (last) } } }
}

fn some(value: Option<f64>, figures: &Figures) -> String {
    value.map_or_else(|| "–".to_owned(), |value| figures.two(value))
}

/// The corrected score within its interval, and the plain mean as a thin line, on the scale from 1 to 5.
pub(super) fn bar(row: &Row) -> Markup {
    let x = |score: f64| ((score.clamp(1.0, 5.0) - 1.0) * 250.0).round() / 10.0;
    let (low, high) = (x(row.low), x(row.high));
    html! {
        svg.range viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.of x="0" y="5" width="100" height="2" {}
            rect.in x=(low) y="3" width=((high - low).max(0.5)) height="6" {}
            rect.is x=((x(row.corrected) - 1.0).max(0.0)) y="0" width="2" height="12" {}
            @if let Some(mean) = row.mean { rect.raw x=(x(mean)) y="2" width="0.8" height="8" {} }
        }
    }
}

/// A value above or below nothing, within its interval.
pub(super) fn around(value: f64, within: f64) -> Markup {
    let x = |value: f64| ((value.clamp(-2.0, 2.0) + 2.0) * 250.0).round() / 10.0;
    let (low, high) = (x(value - within), x(value + within));
    html! {
        svg.range viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.of x="49.8" y="0" width="0.4" height="12" {}
            rect.in x=(low) y="3" width=((high - low).max(0.5)) height="6" {}
            rect.is x=((x(value) - 1.0).max(0.0)) y="0" width="2" height="12" {}
        }
    }
}

/// Words that stand in every row, looked up once.
struct Words {
    bands: [String; 4],
    verdicts: [String; 4],
    pending: String,
    released: String,
}

impl Words {
    fn of(lang: &Locale) -> Words {
        use crate::review::results::Band;
        Words {
            bands: [Band::Accept, Band::Discuss, Band::Decline, Band::Unscored]
                .map(|band| band_name(band, lang)),
            verdicts: VERDICTS.map(|verdict| verdict_name(verdict, lang)),
            pending: lang.text("review-pending"),
            released: lang.text("review-released"),
        }
    }

    fn band(&self, row: &Row) -> &str {
        use crate::review::results::Band;
        match row.band {
            Band::Accept => &self.bands[0],
            Band::Discuss => &self.bands[1],
            Band::Decline => &self.bands[2],
            Band::Unscored => &self.bands[3],
        }
    }

    fn decision(&self, seen: &Seen<'_>, row: &Row) -> Markup {
        let decision = seen.of.visit.forum().review.decisions.get(&row.proposal);
        html! {
            @if let Some(decision) = decision {
                @let nth = VERDICTS.iter().position(|verdict| *verdict == decision.verdict).unwrap_or_default();
                (self.verdicts[nth])
                @match decision.state {
                    DecisionState::Taken => {},
                    DecisionState::Pending => { small { " · " (self.pending) } },
                    DecisionState::Released => { small { " · " (self.released) } },
                }
            }
        }
    }
}

/// All verdicts, in the order of forms.
pub(super) const VERDICTS: [Verdict; 4] =
    [Verdict::Accepted, Verdict::Waiting, Verdict::Declined, Verdict::Merged];

/// The name of a verdict in forms.
pub(super) fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "accepted",
        Verdict::Waiting => "waiting",
        Verdict::Declined => "declined",
        Verdict::Merged => "merged",
    }
}

/// What a verdict is called.
pub(super) fn verdict_name(verdict: Verdict, lang: &Locale) -> String {
    match verdict {
        Verdict::Accepted => lang.text("review-accepted"),
        Verdict::Waiting => lang.text("review-waiting"),
        Verdict::Declined => lang.text("review-declined"),
        Verdict::Merged => lang.text("review-merged"),
    }
}
