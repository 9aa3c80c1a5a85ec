//! Between an address about teams and its page.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::desk::answer::{self, Here};
use crate::problem::Problem;
use crate::site::form::Form;
use crate::site::{Visit, errors};
use crate::spreadsheet::{BYTE_ORDER_MARK, guarded, line};

/// `GET /{forum}/teams`
pub async fn list(visit: Visit) -> Response {
    visit.answer(super::list)
}

/// `GET /{forum}/teams/{cluster}`
pub async fn show(visit: Visit) -> Response {
    answer::page(&visit, &super::page)
}

/// `POST /{forum}/teams/{cluster}`: joins, leaves, plans.
pub async fn change(axum::extract::State(app): Here, visit: Visit, form: Form) -> Response {
    answer::form(&app, visit, form, &super::order::read, &super::page).await
}

/// `GET /{forum}/teams/{cluster}/addresses.csv`: for those who answer for the team. To others it is not there.
pub async fn addresses(visit: Visit) -> Response {
    let Ok(team) = super::of(&visit) else { return gone(&visit) };
    if !team.leads {
        return gone(&visit);
    }
    let mut file = BYTE_ORDER_MARK.to_owned();
    line(&mut file, &["name", "address", "role"].map(str::to_owned));
    for member in team.members.iter().filter(|member| member.email.is_some()) {
        let role = super::ROLES.iter().find(|(role, _)| *role == member.role).map_or("", |(_, key)| key);
        let cells = [member.name.unwrap_or_default(), member.email.unwrap_or_default(), role];
        line(&mut file, &cells.map(guarded));
    }
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"team.csv\"")),
    ];
    (StatusCode::OK, headers, file).into_response()
}

fn gone(visit: &Visit) -> Response {
    errors::page(&visit.reader, Some(visit), &Problem::NotFound)
}
