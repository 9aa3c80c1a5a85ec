//! The outbox: letters that nobody sends but the people who read them here.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use platform::mail::outbox::{Kept, list};

use super::form::private;
use crate::app::App;
use crate::site::{Page, Part, Visit, errors};

/// Letters that are shown.
const SHOWN: usize = 100;

/// `GET /{forum}/desk/outbox`: the newest letters of this forum.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let kept = match app.gate().outbox() {
        None => None,
        Some(folder) => match list(folder, &visit.slug, SHOWN) {
            Ok(kept) => Some(kept),
            Err(error) => return errors::page(&visit.reader, Some(&visit), &crate::problem::broken(&error)),
        },
    };
    private(&visit, StatusCode::OK, &page(&visit, kept.as_deref()))
}

fn page(visit: &Visit, kept: Option<&[Kept]>) -> Page {
    let lang = visit.lang();
    let main = html! {
        h1 { (lang.text("outbox-title")) }
        @match kept {
            None => p.lead { (lang.text("outbox-smtp")) },
            Some([]) => p.lead { (lang.text("outbox-none")) },
            Some(letters) => {
                p.lead { (lang.text("outbox-lead")) }
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
