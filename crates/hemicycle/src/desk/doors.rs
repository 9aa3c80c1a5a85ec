//! Between an address and its page: every handler of the desk, in the order of the table of routes.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::answer::{self, Here, Read, View};
use super::call;
use super::form::Form;
use super::{
    board, demand, first, frame, means as what_there_is, meeting, order, people as who, places as where_else,
};
use super::{collisions as collided, similar as alike};
use super::{publish, session, settings as set, variants};
use crate::problem::Problem;
use crate::site::{Visit, errors};

/// Largest form, in bytes: a list of a thousand titles fits.
pub const FORM_BYTES_MAX: usize = 512 * 1024;

/// Why a form could not be read, if it could not.
pub(crate) fn unread(form: &Form) -> Option<Problem> {
    Some(match form.unread? {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge { max: FORM_BYTES_MAX },
        _ => Problem::BadKey,
    })
}

/// Does what a form says, or says why its body could not be read.
pub(super) async fn given(
    State(app): Here,
    visit: Visit,
    form: Form,
    read: Read<'_>,
    view: View<'_>,
) -> Response {
    match unread(&form) {
        None => answer::form(&app, visit, form, read, view).await,
        Some(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// Each page of the desk with its address: how it is shown, and what becomes of its forms.
macro_rules! doors {
    ($($(#[$doc:meta])* $page:ident, $form:ident: $view:path, $read:path;)*) => {$(
        $(#[$doc])*
        pub async fn $page(visit: Visit) -> Response {
            answer::page(&visit, &$view)
        }

        /// What the forms of that page are sent to.
        pub async fn $form(app: Here, visit: Visit, form: Form) -> Response {
            given(app, visit, form, &$read, &$view).await
        }
    )*};
}

pub(super) use doors;

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
    /// `/{forum}/desk/meetings/{meeting}/sessions/{session}/places`: why here, and where else.
    places, places_form: where_else::page, demand::places;
    /// `/{forum}/desk/meetings/{meeting}/people`: when people can take part, and how.
    people, people_form: who::page, demand::people;
    /// `/{forum}/desk/meetings/{meeting}/means`: limited things, walks, weights.
    means, means_form: what_there_is::page, demand::means;
    /// `/{forum}/desk/meetings/{meeting}/collisions`: who has two sessions at a time, or two names.
    collisions, collisions_form: collided::page, collided::read;
    /// `/{forum}/desk/meetings/{meeting}/similar`: sessions about the same.
    similar, similar_form: alike::page, alike::read;
    /// `/{forum}/desk/meetings/{meeting}/publish`: what changes, and for whom.
    publishing, publishing_form: publish::page, order::publish;
    /// `/{forum}/desk/meetings/{meeting}/variants`: what is kept beside the draft.
    kept, kept_form: variants::page, variants::order;
    /// `/{forum}/desk/calls`: all calls, and the form that draws one up.
    calls, calls_form: call::list::page, call::list::read;
    /// `/{forum}/desk/calls/{call}`: what a call says, its gates, its types of session.
    one_call, one_call_form: call::one::page, call::order::call;
    /// `/{forum}/desk/calls/{call}/proposals`: everything that was proposed to it.
    proposals, proposals_form: call::proposals::page, call::proposals::read;
    /// `/{forum}/desk/proposals/{proposal}`: everything about one.
    proposal, proposal_form: call::proposal::page, call::proposal::read;
    /// `/{forum}/desk/calls/{call}/fields`: what is asked.
    fields, fields_form: call::fields::page, call::fields::read;
    /// `/{forum}/desk/calls/{call}/rules`: what must hold for what is submitted.
    rules, rules_form: call::rules::page, call::rules::read;
    /// `/{forum}/desk/calls/{call}/clusters`: issues that belong together.
    clusters, clusters_form: call::clusters::page, call::clusters::read;
    /// `/{forum}/desk/calls/{call}/sessions`: what was accepted, as sessions of the programme.
    call_sessions, call_sessions_form: call::sessions::page, call::sessions::read;
}
