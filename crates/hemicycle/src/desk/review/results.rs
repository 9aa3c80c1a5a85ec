//! What the scores say: every proposal with its mean, corrected for harsh and lenient reviewers, with its interval, and
//! what cannot be told apart said as such.

use std::collections::BTreeMap;
use std::sync::Arc;

use forum::{Question, fold};
use maud::{Markup, html};
use platform::languages::Locale;

use super::about::{Reviewed, person_name};
use super::figures::Figures;
use super::shown::{Shown, theme_name, themes};
use super::table;
use crate::app::App;
use crate::desk::form::Typed;
use crate::review::results::{Band, Results, Row};
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// A row with its proposal as whoever looks may see it.
pub(super) struct Line<'a> {
    pub(super) row: &'a Row,
    /// Its place in the ranking, from 0.
    pub(super) nth: usize,
    pub(super) shown: Shown,
}

/// The results of a call, as whoever visits may see them.
pub(super) struct Seen<'a> {
    pub(super) of: &'a Reviewed<'a>,
    pub(super) results: &'a Results,
    pub(super) lines: Vec<Line<'a>>,
    /// How many are left out because the visitor has an interest in them.
    pub(super) withheld: usize,
}

impl<'a> Seen<'a> {
    /// The rows of a visitor: a chair sees nothing of what they have an interest in.
    pub(super) fn of(of: &'a Reviewed<'a>, results: &'a Results) -> Seen<'a> {
        let all = Shown::decidable(of.visit, of.call.id).into_iter();
        let mut shown: BTreeMap<_, _> = all.map(|shown| (shown.id, shown)).collect();
        let mut lines = Vec::new();
        for (nth, row) in results.rows.iter().enumerate() {
            lines.extend(shown.remove(&row.proposal).map(|shown| Line { row, nth, shown }));
        }
        let withheld = results.rows.len() - lines.len();
        Seen { of, results, lines, withheld }
    }
}

/// How the table is asked for.
pub(super) struct Asked<'a> {
    pub(super) sort: &'a str,
    pub(super) view: &'a str,
    theme: &'a str,
    band: &'a str,
    words: &'a str,
}

impl<'a> Asked<'a> {
    fn of(visit: &'a Visit) -> Asked<'a> {
        let asked = |name| visit.reader.asked(name);
        let (sort, view, theme) = (asked("sort"), asked("view"), asked("theme"));
        Asked { sort, view, theme, band: asked("band"), words: asked("q") }
    }

    fn keeps(&self, line: &Line<'_>, question: &Question) -> bool {
        let theme = line.shown.theme.as_deref().unwrap_or("none");
        (self.theme.is_empty() || self.theme == theme)
            && (self.band.is_empty() || self.band == band_key(line.row.band))
            && question.fits(&fold(&format!("{} {}", line.shown.code, line.shown.title)))
    }
}

/// The page.
pub(super) fn page(app: &App, visit: &Visit, _: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let title = lang.text("review-results-title");
    let Some(settings) = of.settings else {
        let main = html! { (of.ways()) h1 { (title) } p.lead { (lang.text("review-not-settled")) } };
        return Ok(Page { title, part: Part::Review, main });
    };
    let results: Arc<Results> =
        app.computed().results(&visit.slug, visit.forum(), of.call.id).ok_or(NotFound)?;
    let asked = Asked::of(visit);
    let mut seen = Seen::of(&of, &results);
    let question = Question::of(asked.words);
    seen.lines.retain(|line| asked.keeps(line, &question));
    sort(&mut seen.lines, asked.sort);
    let main = html! {
        (of.ways())
        h1 { (title) }
        p.lead { (summary(&results, lang)) }
        (cut(&results, settings.places, lang))
        details { summary { (lang.text("review-model")) } (model(&results, lang)) }
        (filter(&of, &asked))
        p.bar { (lang.text_with("review-shown", [("count", seen.lines.len().into()), ("all", results.rows.len().into())]))
            @if seen.withheld > 0 { span { (lang.text_with("review-withheld", [("count", seen.withheld.into())])) } }
            a href=(of.to("results.csv")) { (lang.text("review-csv")) } }
        (table::whole(&seen, &asked, settings))
        (leniency(&of, &results))
    };
    Ok(Page { title, part: Part::Review, main })
}

fn sort(lines: &mut [Line<'_>], by: &str) {
    let down =
        |one: Option<f64>, other: Option<f64>| other.unwrap_or(f64::MIN).total_cmp(&one.unwrap_or(f64::MIN));
    match by {
        "mean" => lines.sort_by(|one, other| down(one.row.mean, other.row.mean)),
        "spread" => lines.sort_by(|one, other| down(one.row.spread, other.row.spread)),
        "n" => lines.sort_by_key(|line| line.row.n),
        "number" => lines.sort_by_key(|line| line.shown.number),
        _ => {}
    }
}

/// How many proposals have how many scores.
fn summary(results: &Results, lang: &Locale) -> String {
    let scored = results.rows.iter().filter(|row| row.n > 0).count();
    let scores: usize = results.rows.iter().map(|row| row.n).sum();
    lang.text_with(
        "review-results-summary",
        [("scored", scored.into()), ("all", results.rows.len().into()), ("scores", scores.into())],
    )
}

/// What the scores say about the cut: who is before it, and who cannot be told from the last one that has a place.
fn cut(results: &Results, places: u32, lang: &Locale) -> Markup {
    let around = results.around_the_cut(places as usize);
    let values = [("places", places.into()), ("within", around.start.into()), ("open", around.len().into())];
    html! { @if !around.is_empty() { p { (lang.text_with("review-cut", values)) } } }
}

/// How scores are corrected, in words and figures.
fn model(results: &Results, lang: &Locale) -> Markup {
    let figures = Figures::of(lang);
    let values = [
        ("level", figures.two(results.level).into()),
        ("proposals", figures.two(results.variances.proposals.sqrt()).into()),
        ("reviewers", figures.two(results.variances.reviewers.sqrt()).into()),
        ("chance", figures.two(results.variances.chance.sqrt()).into()),
    ];
    html! {
        p.prose { (lang.text("review-model-words")) }
        p.prose { (lang.text_with("review-model-figures", values)) }
        @if results.apart > 1 { p.prose { (lang.text_with("review-model-apart", [("count", results.apart.into())])) } }
    }
}

/// The name of a band in addresses.
pub(super) fn band_key(band: Band) -> &'static str {
    match band {
        Band::Accept => "accept",
        Band::Discuss => "discuss",
        Band::Decline => "decline",
        Band::Unscored => "unscored",
    }
}

/// What a band is called.
pub(super) fn band_name(band: Band, lang: &Locale) -> String {
    match band {
        Band::Accept => lang.text("review-band-accept"),
        Band::Discuss => lang.text("review-band-discuss"),
        Band::Decline => lang.text("review-band-decline"),
        Band::Unscored => lang.text("review-band-unscored"),
    }
}

fn filter(of: &Reviewed<'_>, asked: &Asked<'_>) -> Markup {
    let lang = of.visit.lang();
    let all = || (String::new(), lang.text("review-all"));
    let of_theme = |key: String| (key.clone(), theme_name(of.call, Some(&key), lang));
    let themes: Vec<_> = std::iter::once(all()).chain(themes(of.call).into_iter().map(of_theme)).collect();
    let bands = [Band::Accept, Band::Discuss, Band::Decline, Band::Unscored];
    let bands = bands.map(|band| (band_key(band).to_owned(), band_name(band, lang)));
    let bands: Vec<_> = std::iter::once(all()).chain(bands).collect();
    let sorts = [
        (String::new(), lang.text("review-sort-rank")),
        ("mean".to_owned(), lang.text("review-mean")),
        ("spread".to_owned(), lang.text("review-spread")),
        ("n".to_owned(), lang.text("review-sort-fewest")),
        ("number".to_owned(), lang.text("review-sort-number")),
    ];
    let views = [
        (String::new(), lang.text("review-view-short")),
        ("criteria".to_owned(), lang.text("review-view-criteria")),
        ("groups".to_owned(), lang.text("review-view-groups")),
    ];
    let choice = |name: &str, label: String, chosen: &str, all: &[(String, String)]| {
        html! { label { (label) select name=(name) { @for (value, text) in all { option value=(value) selected[value == chosen] { (text) } } } } }
    };
    html! {
        form.fields method="get" action=(of.to("results")) {
            label { (lang.text("review-words")) input type="search" name="q" value=(asked.words); }
            (choice("theme", lang.text("review-theme"), asked.theme, &themes))
            (choice("band", lang.text("review-band"), asked.band, &bands))
            (choice("sort", lang.text("review-sort"), asked.sort, &sorts))
            (choice("view", lang.text("review-columns"), asked.view, &views))
            button { (lang.text("review-show")) }
        }
    }
}

/// How lenient each reviewer is, the harshest first. For the chair and the desk, whom alone this page lets in.
fn leniency(of: &Reviewed<'_>, results: &Results) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let figures = Figures::of(lang);
    let mut reviewers: Vec<_> = results.reviewers.iter().filter(|one| one.count > 0).collect();
    reviewers.sort_by(|one, other| one.above.total_cmp(&other.above));
    html! {
        details {
            summary { (lang.text("review-leniency")) }
            p.soft { (lang.text("review-leniency-hint")) }
            div.table-wrap tabindex="0" { table.table {
                thead { tr { th scope="col" { (lang.text("review-reviewer")) } th.n scope="col" { (lang.text("review-n")) }
                    th.n scope="col" { (lang.text("review-above")) } td {} } }
                tbody { @for one in reviewers { tr {
                    th scope="row" { (name(&person_name(visit, one.reviewer), lang)) }
                    td.n { (lang.number(i64::try_from(one.count).unwrap_or_default())) }
                    td.n { (figures.signed(one.above)) " ±" (figures.two(1.96 * one.error)) }
                    td { (table::around(one.above, 1.96 * one.error)) }
                } } }
            } }
        }
    }
}
