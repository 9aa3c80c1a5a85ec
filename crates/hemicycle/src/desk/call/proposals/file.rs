//! Proposals as a table for spreadsheets: one a row, with all that was answered.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use forum::Words;
use forum::call::{Answer, Field, Part, Proposal, views};
use forum::programme::Role;

use super::asked::{Asked, Screened, group, stage_key};
use crate::desk::call::OneCall;
use crate::desk::told;
use crate::problem::Problem;
use crate::site::{NotFound, Visit, errors};
use crate::spreadsheet::{BYTE_ORDER_MARK, guarded, line};

/// `GET /{forum}/desk/calls/{call}/proposals.csv`: what the list shows, in the same order.
pub async fn file(visit: Visit) -> Response {
    match OneCall::of(&visit) {
        Ok(of) => {
            let name = format!("attachment; filename=\"{}-call-{}.csv\"", visit.slug, of.call.id);
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present")),
                (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
                (header::CONTENT_DISPOSITION, name.parse().unwrap_or(HeaderValue::from_static("attachment"))),
            ];
            (StatusCode::OK, headers, table(&of)).into_response()
        }
        Err(NotFound) => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
    }
}

/// The columns before those of the fields, in English in every language, so that what reads them once reads them always.
const COLUMNS: [&str; 9] =
    ["id", "code", "type", "state", "screening", "begun", "submitted", "proposed by", "stakeholder group"];

fn table(of: &OneCall<'_>) -> String {
    let mut file = BYTE_ORDER_MARK.to_owned();
    let fields = of.call.fields.iter().map(|field| field.key.clone());
    let roles = Role::ALL.map(|role| format!("{}s", role.key()));
    let head: Vec<String> = COLUMNS.map(str::to_owned).into_iter().chain(fields).chain(roles).collect();
    line(&mut file, &head);
    for proposal in Asked::of(of.visit).found(of) {
        let cells: Vec<String> = row(of, proposal).iter().map(|cell| guarded(cell)).collect();
        line(&mut file, &cells);
    }
    file
}

fn row(of: &OneCall<'_>, proposal: &Proposal) -> Vec<String> {
    let forum = of.visit.forum();
    let mut cells = vec![
        proposal.id.to_string(),
        views::code(proposal).unwrap_or_default(),
        proposal.kind.clone(),
        stage_key(proposal.stage).to_owned(),
        Screened::of(forum, proposal).map_or("", Screened::key).to_owned(),
        proposal.begun.to_string(),
        proposal.submitted.map(|at| at.to_string()).unwrap_or_default(),
        told::person_name(of.visit, proposal.by),
        group(forum, proposal).map_or("", |group| group.key()).to_owned(),
    ];
    cells.extend(of.call.fields.iter().map(|field| answer(proposal, field)));
    cells.extend(Role::ALL.map(|role| {
        let named = proposal.parts.values().filter(|part| part.role == role).map(person);
        named.collect::<Vec<_>>().join("\n")
    }));
    cells
}

fn answer(proposal: &Proposal, field: &Field) -> String {
    match proposal.answers.get(&field.key).and_then(|saved| saved.now.as_ref()) {
        Some(Answer::Text(words)) => words.or_empty().to_owned(),
        Some(Answer::Chosen(keys)) => keys.join("; "),
        None => String::new(),
    }
}

/// Somebody in a cell: the name, and in brackets for whom and whether they agreed.
fn person(part: &Part) -> String {
    let organisation = part.organisation.as_ref().map(Words::or_empty).unwrap_or_default();
    let group = part.group.map_or("", |group| group.key());
    let country = part.country.map(|country| country.to_string()).unwrap_or_default();
    let agrees = match part.agrees {
        Some(true) => "agreed",
        Some(false) => "declined",
        None => "not answered",
    };
    let about = [organisation, group, &country, agrees];
    let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
    format!("{} ({})", part.name.or_empty(), about.join(", "))
}
