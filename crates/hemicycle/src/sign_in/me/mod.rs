//! What is one's own: what the forum keeps about a person, for that person alone. Whose pages these are follows from who
//! signed in and from nothing in the address, so that there is nothing to guess.

mod account;
mod data;
mod devices;
mod mailbox;
mod tokens;

pub use account::{amend, erase, show};
pub use data::download;
pub use devices::{change as change_devices, show as devices};
pub use mailbox::{ask as ask_mailbox, show as mailbox, take as take_mailbox};
pub use tokens::{change as change_tokens, show as tokens};

use axum::response::Response;
use forum::PersonId;
use forum::people::Person;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::problem::Problem;
use crate::site::{Visit, errors};

/// The person who asks. Whoever runs the server asks as no person, and has nothing here.
fn person(visit: &Visit) -> Result<(PersonId, &Person), Box<Response>> {
    let found = visit.visitor.person().and_then(|id| Some((id, &**visit.forum().people.persons.get(&id)?)));
    found.ok_or_else(|| Box::new(errors::page(&visit.reader, Some(visit), &Problem::NotFound)))
}

/// A time in the reader's zone, or in UTC, which is then named.
pub(super) fn time(visit: &Visit, at: Timestamp) -> Markup {
    let zone = visit.reader.zone.clone().unwrap_or(TimeZone::UTC);
    html! { time datetime=(at) { (visit.lang().moment(at, &zone)) } }
}
