//! Between an address and its page: every handler of the review, in the order of the table of routes.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::{
    appeals, assignment, bench, decided, decisions, results, selection, settings, settings_order, spreadsheet,
};
use crate::app::App;
use crate::desk::answer::Order;
use crate::desk::answer::{self, Here};
use crate::desk::doors::doors;
use crate::desk::doors::given;
use crate::desk::form::{Form, No, Typed};
use crate::problem::Problem;
use crate::site::{NotFound, Page, Visit, errors};

doors! {
    /// `/{forum}/review`: what is mine to review.
    mine, mine_form: bench::list::page, bench::order::list;
    /// `/{forum}/review/bids`: how gladly I would review what.
    bids, bids_form: bench::bids::page, bench::order::bids;
    /// `/{forum}/review/{proposal}`: a proposal beside its scores.
    one, one_form: bench::one::page, bench::order::one;
    /// `/{forum}/desk/calls/{call}/review`: how a call is reviewed.
    how, how_form: settings::page, settings_order::read;
    /// `/{forum}/desk/calls/{call}/appeals`
    appeal, appeal_form: appeals::page, appeals::read;
}

/// A page that shows what is computed: away from the threads that answer others, since it may take a second or two.
async fn computed(
    app: Arc<App>,
    visit: Visit,
    view: fn(&App, &Visit, &Typed) -> Result<Page, NotFound>,
) -> Response {
    let reader = visit.reader.clone();
    let made =
        tokio::task::spawn_blocking(move || answer::page(&visit, &|visit, typed| view(&app, visit, typed)));
    made.await.unwrap_or_else(|_| errors::page(&reader, None, &Problem::Busy))
}

/// Each page of the desk that shows what is computed of the scores.
macro_rules! computed {
    ($($(#[$doc:meta])* $page:ident, $form:ident: $view:path, $read:expr;)*) => {$(
        $(#[$doc])*
        pub async fn $page(State(app): Here, visit: Visit) -> Response {
            computed(app, visit, $view).await
        }

        /// What the forms of that page are sent to.
        pub async fn $form(app: Here, visit: Visit, form: Form) -> Response {
            let known = Arc::clone(&app.0);
            let read: fn(&App, &Visit, &Form) -> Result<Order, No> = $read;
            let view = |visit: &Visit, typed: &Typed| $view(&known, visit, typed);
            given(app, visit, form, &|visit, form| read(&known, visit, form), &view).await
        }
    )*};
}

computed! {
    /// `/{forum}/desk/calls/{call}/assignment`: who reviews what.
    assign, assign_form: assignment::page, assignment::read;
    /// `/{forum}/desk/calls/{call}/selection`: a set under a budget of places.
    select, select_form: selection::page, |_, visit, form| selection::read(visit, form);
    /// `/{forum}/desk/calls/{call}/decisions`: taken, pending, released.
    decide, decide_form: decisions::page, |_, visit, form| decisions::read(visit, form);
}

/// `GET /{forum}/calls/{call}/decided`: what was decided, for everybody.
pub async fn decided(State(app): Here, visit: Visit) -> Response {
    visit.answer(|visit| decided::page(&app, visit))
}

/// `GET /{forum}/desk/calls/{call}/results`: what the scores say.
pub async fn scores(State(app): Here, visit: Visit) -> Response {
    computed(app, visit, results::page).await
}

/// `GET /{forum}/desk/calls/{call}/results.csv`: the same for spreadsheets.
pub async fn scores_csv(State(app): Here, visit: Visit) -> Response {
    match spreadsheet::made(&app, &visit) {
        Err(NotFound) => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
        Ok(file) => {
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"results.csv\""),
                (header::CACHE_CONTROL, "private, no-store"),
            ];
            (head, file).into_response()
        }
    }
}
