//! Links that lead only where their reader may go.

use std::sync::LazyLock;

use axum::http::Uri;
use maud::{Markup, html};

use super::Visit;
use crate::routes::{ROUTES, Route, Verb};

/// The rows with the parts of their addresses. Pages with a link for every session ask for them hundreds of times.
static ROWS: LazyLock<Vec<(Vec<&'static str>, &'static Route)>> =
    LazyLock::new(|| ROUTES.iter().map(|route| (route.path.split('/').collect(), route)).collect());

/// The row of the table that an address belongs to. A row that is written out comes before one with parts that vary.
pub(crate) fn row_of(verb: Verb, address: &str) -> Option<&'static Route> {
    let uri: Uri = address.split('#').next()?.parse().ok()?;
    let here: Vec<&str> = uri.path().split('/').collect();
    let varies = |part: &str| part.starts_with('{');
    let same = |(part, here): (&&str, &&str)| part == here || (varies(part) && !here.is_empty());
    let rows = ROWS.iter().filter(|(parts, route)| route.verb == verb && parts.len() == here.len());
    let fits = rows.filter(|(parts, _)| parts.iter().zip(&here).all(same));
    fits.min_by_key(|(parts, _)| parts.iter().filter(|part| varies(part)).count()).map(|(_, route)| *route)
}

/// Whether the reader may read what is at an address of ours.
pub fn may_open(visit: &Visit, address: &str) -> bool {
    row_of(Verb::Get, address).is_none_or(|route| route.may.meets(visit.visitor.access))
}

/// A link, for whoever may follow it; for others what it says.
pub fn way(visit: &Visit, address: &str, says: &Markup) -> Markup {
    html! { @if may_open(visit, address) { a href=(address) { (says) } } @else { (says) } }
}
