//! What the desk finds in a draft, as data.

use forum::people::alike::Reason;
use forum::programme::collisions::{Part, Severity, collisions};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::plan::alike;
use super::{collisions as page, similar as pages};
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;

/// What is wrong with the people of a draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Collisions")]
pub struct CollisionsData {
    /// Who has two sessions at a time, the worst first.
    collisions: Vec<CollisionData>,
    /// Entries that may be one person.
    alike: Vec<AlikeData>,
}

/// Somebody with two sessions at a time.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Collision")]
struct CollisionData {
    /// Id of the person.
    person: u32,
    /// Their name; `null` if it was erased.
    name: Option<String>,
    /// How bad it is.
    severity: SeverityData,
    /// Minutes between the two sessions, where they follow each other too closely.
    minutes: Option<i64>,
    /// The two sessions.
    sessions: [PartData; 2],
}

/// How bad a collision is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Severity")]
enum SeverityData {
    /// Needed in two sessions at once; this keeps a programme from being published.
    Both,
    /// No time to walk from the one to the other.
    Short,
    /// An organiser of one of them, who need not be there.
    Lesser,
}

/// A session in which somebody has a part.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SessionPart")]
struct PartData {
    /// Id of the meeting.
    meeting: u32,
    /// Code of the session.
    code: String,
    /// What they do in it.
    roles: Vec<forum::programme::Role>,
    /// When it begins.
    start: Option<Timestamp>,
    /// When it ends.
    end: Option<Timestamp>,
}

/// Two entries that may be one person.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Alike")]
struct AlikeData {
    /// Ids of the persons, the one that was entered first in front.
    persons: [u32; 2],
    /// Why: `address`, `name`, `names_alike`, `organisation`.
    reasons: Vec<&'static str>,
}

/// Sessions about the same.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SimilarSessions")]
pub struct SimilarSessionsData {
    /// The pairs, the most similar first.
    pairs: Vec<SimilarData>,
}

/// Two sessions about the same.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Similar")]
struct SimilarData {
    /// Codes of the sessions.
    sessions: [String; 2],
    /// How similar, from 0 to 1.
    likeness: f64,
    /// Whether they are held at the same time.
    same_time: bool,
}

fn part(part: &Part) -> PartData {
    let placed = part.session.placed();
    PartData {
        meeting: part.meeting.0,
        code: part.session.code.clone(),
        roles: part.roles.clone(),
        start: placed.map(|(_, start, _)| start),
        end: placed.map(|(_, _, end)| end),
    }
}

fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::SameAddress => "address",
        Reason::SameName => "name",
        Reason::AlikeName => "names_alike",
        Reason::SameOrganisation => "organisation",
    }
}

/// `GET /api/{forum}/meetings/{meeting}/collisions`
pub struct Collisions;

impl Data for Collisions {
    type Query = Nothing;
    type Answer = CollisionsData;
    const ABOUT: &'static str = "Who on the draft has two sessions at a time, in all roles and meetings, and who may stand there twice.";

    fn answer(ask: &Ask, _: Nothing) -> Result<CollisionsData, Problem> {
        let (forum, meeting) = (ask.forum(), ask.meeting_id()?);
        let collision = |found: forum::programme::collisions::Collision| {
            let person = forum.people.persons.get(&found.person);
            let (severity, minutes) = match found.severity {
                Severity::Both => (SeverityData::Both, None),
                Severity::Short(minutes) => (SeverityData::Short, Some(minutes)),
                Severity::Lesser => (SeverityData::Lesser, None),
            };
            CollisionData {
                person: found.person.0,
                name: person.and_then(|person| person.name.text().map(str::to_owned)),
                severity,
                minutes,
                sessions: [part(&found.one), part(&found.other)],
            }
        };
        let alike = page::suspicions(forum, meeting).into_iter().map(|found| AlikeData {
            persons: [found.one.0, found.other.0],
            reasons: found.reasons.iter().map(reason).collect(),
        });
        let collisions = collisions(forum, meeting).into_iter().map(collision).collect();
        Ok(CollisionsData { collisions, alike: alike.collect() })
    }
}

/// `GET /api/{forum}/meetings/{meeting}/similar`
pub struct SimilarSessions;

impl Data for SimilarSessions {
    type Query = Nothing;
    type Answer = SimilarSessionsData;
    const ABOUT: &'static str =
        "Sessions of the draft that are about the same, by the words of their titles and abstracts.";

    fn answer(ask: &Ask, _: Nothing) -> Result<SimilarSessionsData, Problem> {
        let draft = ask.forum().programme.meetings.get(&ask.meeting_id()?).cloned().unwrap_or_default();
        let pair = |pair: &forum::programme::similar::Similar| {
            let (one, other) = (draft.sessions.get(&pair.one)?, draft.sessions.get(&pair.other)?);
            let sessions = [one.code.clone(), other.code.clone()];
            let likeness = (pair.likeness * 1000.0).round() / 1000.0;
            Some(SimilarData { sessions, likeness, same_time: pages::same_time(one, other) })
        };
        Ok(SimilarSessionsData { pairs: alike(&draft).iter().filter_map(pair).collect() })
    }
}
