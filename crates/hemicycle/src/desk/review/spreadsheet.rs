//! The results as CSV (RFC 4180), for whoever counts once more. Figures are written with a point, as programs read them.

use super::about::{Reviewed, criterion};
use super::results::{Seen, band_key};
use super::shown::theme_name;
use super::table::verdict_key;
use crate::app::App;
use crate::site::{NotFound, Visit};
use crate::spreadsheet::{BYTE_ORDER_MARK, guarded, line};

/// The file, for whoever may see the page.
pub(super) fn made(app: &App, visit: &Visit) -> Result<String, NotFound> {
    let of = Reviewed::of(visit)?;
    let settings = of.settled()?;
    let lang = visit.lang();
    let results = app.computed().results(&visit.slug, visit.forum(), of.call.id).ok_or(NotFound)?;
    let seen = Seen::of(&of, &results);
    let mut file = BYTE_ORDER_MARK.to_owned();
    let fixed = [
        "number",
        "code",
        "title",
        "theme",
        "rank_from",
        "rank_to",
        "corrected",
        "low",
        "high",
        "mean",
        "spread",
        "reviews",
        "band",
        "decision",
    ];
    let criteria = settings.criteria.iter().map(|one| guarded(&criterion(one, lang)));
    line(&mut file, &fixed.map(str::to_owned).into_iter().chain(criteria).collect::<Vec<_>>());
    for one in &seen.lines {
        let row = one.row;
        let figure = |value: Option<f64>| value.map(|value| format!("{value:.3}")).unwrap_or_default();
        let scored = |value: f64| figure((row.n > 0).then_some(value));
        let decision = visit.forum().review.decisions.get(&row.proposal);
        let rank = |rank: usize| if row.n > 0 { rank.to_string() } else { String::new() };
        let fixed = [
            one.shown.number.map(|number| number.to_string()).unwrap_or_default(),
            guarded(&one.shown.code),
            guarded(&one.shown.title),
            guarded(&theme_name(of.call, one.shown.theme.as_deref(), lang)),
            rank(row.ranks.0),
            rank(row.ranks.1),
            scored(row.corrected),
            scored(row.low),
            scored(row.high),
            figure(row.mean),
            figure(row.spread),
            row.n.to_string(),
            band_key(row.band).to_owned(),
            decision.map_or("", |decision| verdict_key(decision.verdict)).to_owned(),
        ];
        let criteria = row.criteria.iter().map(|value| figure(*value));
        line(&mut file, &fixed.into_iter().chain(criteria).collect::<Vec<_>>());
    }
    Ok(file)
}
