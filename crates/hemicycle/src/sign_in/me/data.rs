//! All that a forum keeps about somebody, for them to take along.

mod proposed;

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use forum::people::{Attendance, Office};
use forum::programme::Role;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::{Forum, MeetingId, PersonId};
use jiff::Timestamp;
use platform::sign_in::SignIn;
use serde::Serialize;

use self::proposed::{Asked, Member, Proposed, Reviewed, asked, proposed, reviewed, teams};
use super::person;
use crate::app::App;
use crate::site::Visit;

/// `GET /{forum}/me/data`: a JSON file.
pub async fn download(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let (id, _) = match person(&visit) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let door = app.gate().there(&visit.slug).map(|door| door.state());
    let own = all_of(visit.forum(), &visit.slug, id, door.as_ref().map(|door| &door.state), Timestamp::now());
    let name = format!("attachment; filename=\"{}-person-{id}.json\"", visit.slug);
    let headers = [(header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "private, no-store".into())];
    (StatusCode::OK, headers, Json(own)).into_response()
}

/// Everything, under names that say what it is.
#[derive(Serialize)]
struct Own<'a> {
    forum: &'a str,
    person: PersonId,
    name: Option<&'a str>,
    email: Option<&'a str>,
    biography: Option<&'a str>,
    organisation: Option<&'a str>,
    stakeholder_group: Option<StakeholderGroup>,
    country: Option<String>,
    gender: Gender,
    offices: Vec<Office>,
    registrations: Vec<Registration<'a>>,
    sessions: Vec<Appearance<'a>>,
    proposals: Vec<Proposed<'a>>,
    asked_to_take_part: Vec<Asked<'a>>,
    teams: Vec<Member<'a>>,
    reviews: Vec<Reviewed<'a>>,
    signed_in: Vec<Device<'a>>,
    tokens: Vec<Token<'a>>,
    /// The acts of the log that hold their words.
    acts: Vec<u64>,
}

#[derive(Serialize)]
struct Registration<'a> {
    meeting: &'a str,
    attendance: Attendance,
    first_time: bool,
    badge_collected: bool,
    joined_online: bool,
}

#[derive(Serialize)]
struct Appearance<'a> {
    meeting: &'a str,
    code: &'a str,
    title: Option<&'a str>,
    role: Role,
}

#[derive(Serialize)]
struct Device<'a> {
    device: Option<&'a str>,
    since: Timestamp,
    until: Timestamp,
}

#[derive(Serialize)]
struct Token<'a> {
    name: Option<&'a str>,
    scopes: &'a [String],
    since: Timestamp,
    until: Timestamp,
}

fn all_of<'a>(
    forum: &'a Forum,
    slug: &'a str,
    id: PersonId,
    door: Option<&'a SignIn>,
    now: Timestamp,
) -> Own<'a> {
    let person = &forum.people.persons[&id];
    let member = u64::from(id.0);
    let devices = door.into_iter().flat_map(|door| door.sessions_of(member, now)).map(|session| Device {
        device: session.device.text(),
        since: session.since,
        until: session.until,
    });
    let tokens = door.into_iter().flat_map(|door| door.tokens_of(member, now)).map(|token| Token {
        name: token.name.text(),
        scopes: &token.scopes,
        since: token.since,
        until: token.until,
    });
    Own {
        forum: slug,
        person: id,
        name: person.name.text(),
        email: person.email.as_ref().and_then(|words| words.text()),
        biography: person.biography.as_ref().and_then(|words| words.text()),
        organisation: forum
            .people
            .organisation_of(person)
            .map(|(_, organisation)| organisation.name.as_str()),
        stakeholder_group: person.group,
        country: person.country.map(|code| code.to_string()),
        gender: person.gender,
        offices: forum.people.offices.get(&id).into_iter().flatten().copied().collect(),
        registrations: registrations(forum, id),
        sessions: appearances(forum, id),
        proposals: proposed(forum, id),
        asked_to_take_part: asked(forum, id),
        teams: teams(forum, id),
        reviews: reviewed(forum, id),
        signed_in: devices.collect(),
        tokens: tokens.collect(),
        acts: person.words_in.iter().copied().chain(forum.words_of(id)).collect(),
    }
}

fn title(forum: &Forum, meeting: MeetingId) -> &str {
    forum.series.meetings.get(&meeting).map_or("", |meeting| meeting.title.as_str())
}

fn registrations(forum: &Forum, id: PersonId) -> Vec<Registration<'_>> {
    let all = forum.people.participation.iter().filter_map(|(meeting, all)| {
        let found = all.get(&id)?;
        Some(Registration {
            meeting: title(forum, *meeting),
            attendance: found.attendance,
            first_time: found.first_time,
            badge_collected: found.badge,
            joined_online: found.online,
        })
    });
    all.collect()
}

fn appearances(forum: &Forum, id: PersonId) -> Vec<Appearance<'_>> {
    let mut found = Vec::new();
    for (meeting, programme) in &forum.programme.meetings {
        for session in programme.sessions.values() {
            let own = session.roles.iter().filter(|(_, who)| *who == id);
            found.extend(own.map(|(role, _)| Appearance {
                meeting: title(forum, *meeting),
                code: &session.code,
                title: session.title.text(),
                role: *role,
            }));
        }
    }
    found
}
