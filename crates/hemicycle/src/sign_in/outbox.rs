//! The outbox: letters that nobody sends but the people who read them here.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use platform::languages::Arg;
use platform::mail::outbox::{Kept, list};

use super::answer::private;
use crate::app::App;
use crate::site::{Page, Part, Visit, errors};

/// Letters that are shown.
const SHOWN: usize = 100;

/// `GET /{forum}/desk/outbox`: the newest letters of this forum.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let kept: Option<(Vec<Kept>, Vec<Kept>)> = match app.gate().outbox() {
        None => None,
        Some(folder) => match list(folder, &visit.slug, SHOWN) {
            Ok(kept) => Some(kept.into_iter().partition(|letter| may_read(&visit, &letter.to))),
            Err(error) => return errors::page(&visit.reader, Some(&visit), &crate::problem::broken(&error)),
        },
    };
    private(
        &visit,
        StatusCode::OK,
        &page(&visit, kept.as_ref().map(|(shown, hidden)| (shown.as_slice(), hidden.len()))),
    )
}

/// Whoever reads a letter can sign in with its link. So one to somebody who holds an office, or is proposed for one, is
/// for themselves alone: nobody comes to a right by reading on the way, and two persons stay two.
fn may_read(visit: &Visit, to: &str) -> bool {
    let people = &visit.forum().people;
    let Some(person) = people.by_email(to) else { return true };
    let is_officer = people.offices.contains_key(&person) || people.proposed.contains_key(&person);
    !is_officer || visit.visitor.person() == Some(person)
}

fn page(visit: &Visit, kept: Option<(&[Kept], usize)>) -> Page {
    let lang = visit.lang();
    let main = html! {
        h1 { (lang.text("outbox-title")) }
        @match kept {
            None => p.lead { (lang.text("outbox-smtp")) },
            Some(([], 0)) => p.lead { (lang.text("outbox-none")) },
            Some((letters, hidden)) => {
                p.lead { (lang.text("outbox-lead")) }
                @if hidden > 0 { p.soft { (lang.text_with("outbox-hidden", [("count", Arg::from(hidden))])) } }
                ul.list.one {
                    @for letter in letters {
                        li {
                            h2 { bdi dir="ltr" { (letter.to) } }
                            p { (super::me::time(visit, letter.at)) }
                            details { summary { (lang.text("outbox-read")) } pre dir="auto" { (letter.text) } }
                        }
                    }
                }
            }
        }
    };
    Page { title: lang.text("outbox-title"), part: Part::Elsewhere, main }
}
