//! Links that lead only where their reader may go.

use axum::http::Uri;
use maud::{Markup, html};

use super::Visit;
use crate::routes::{ROUTES, Route, Verb};

/// The row of the table that an address belongs to. A row that is written out comes before one with parts that vary.
pub(crate) fn row_of(verb: Verb, address: &str) -> Option<&'static Route> {
    let uri: Uri = address.split('#').next()?.parse().ok()?;
    let here: Vec<&str> = uri.path().split('/').collect();
    let same = |(part, here): (&str, &&str)| part == *here || (part.starts_with('{') && !here.is_empty());
    let fits = |route: &&Route| {
        let parts = || route.path.split('/');
        route.verb == verb && parts().count() == here.len() && parts().zip(&here).all(same)
    };
    ROUTES.iter().filter(fits).min_by_key(|route| route.path.matches('{').count())
}

/// Whether the reader may read what is at an address of ours.
pub fn may_open(visit: &Visit, address: &str) -> bool {
    row_of(Verb::Get, address).is_none_or(|route| route.may.meets(visit.visitor.access))
}

/// A link, for whoever may follow it; for others what it says.
pub fn way(visit: &Visit, address: &str, says: &Markup) -> Markup {
    html! { @if may_open(visit, address) { a href=(address) { (says) } } @else { (says) } }
}
