//! Between an address and its page: every handler of the desk, in the order of the table of routes.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::answer::{self, Here, Read, View};
use super::form::Form;
use super::{board, first, frame, meeting, order, publish, session, settings as set};
use crate::problem::Problem;
use crate::site::{Visit, errors};

/// Largest form, in bytes: a list of a thousand titles fits.
pub const FORM_BYTES_MAX: usize = 512 * 1024;

async fn given(State(app): Here, visit: Visit, form: Form, read: Read, view: View) -> Response {
    let problem = match form.unread {
        None => return answer::form(&app, visit, form, read, view).await,
        Some(StatusCode::PAYLOAD_TOO_LARGE) => Problem::TooLarge { max: FORM_BYTES_MAX },
        Some(_) => Problem::BadKey,
    };
    errors::page(&visit.reader, Some(&visit), &problem)
}

/// Each page of the desk with its address: how it is shown, and what becomes of its forms.
macro_rules! doors {
    ($($(#[$doc:meta])* $page:ident, $form:ident: $view:path, $read:path;)*) => {$(
        $(#[$doc])*
        pub async fn $page(visit: Visit) -> Response {
            answer::page(&visit, $view)
        }

        /// What the forms of that page are sent to.
        pub async fn $form(app: Here, visit: Visit, form: Form) -> Response {
            given(app, visit, form, $read, $view).await
        }
    )*};
}

doors! {
    /// `/{forum}/desk`: the meetings, and the steps to a published programme.
    desk, desk_form: first::page, order::first;
    /// `/{forum}/desk/settings`: settings and offices.
    settings, settings_form: set::page, order::settings;
    /// `/{forum}/desk/meetings/{meeting}/details`
    details, details_form: meeting::page, order::meeting;
    /// `/{forum}/desk/meetings/{meeting}/rooms`: rooms, slots, tracks.
    rooms, rooms_form: frame::page, order::frame;
    /// `/{forum}/desk/meetings/{meeting}/programme`
    programme, programme_form: board::page, order::programme;
    /// `/{forum}/desk/meetings/{meeting}/sessions/{session}`
    one_session, one_session_form: session::page, order::session;
    /// `/{forum}/desk/meetings/{meeting}/publish`: what changes, and for whom.
    publishing, publishing_form: publish::page, order::publish;
}
