//! Search as data.

use crate::api::data::{Ask, Data};
use crate::people::api::{OrganisationData, PersonData};
use crate::problem::Problem;
use crate::programme::api::SessionData;
use forum::programme::Filter;
use forum::programme::views::{organisations, people, published};
use forum::{Question, fold};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most results of a kind in one answer.
const MOST: usize = 50;

/// What to look for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Words, in any order, case and accents aside.
    #[serde(default)]
    q: String,
}

/// What was found: at most 50 of each kind.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Found")]
pub struct FoundData {
    /// How many were found of all kinds together.
    total: usize,
    /// Sessions with the words in their title or code.
    sessions: Vec<FoundSession>,
    /// People with the words in their name.
    people: Vec<PersonData>,
    /// Organisations with the words in their name.
    organisations: Vec<OrganisationData>,
}

/// A session that was found.
#[derive(Serialize, JsonSchema)]
struct FoundSession {
    /// Its meeting, by its name in addresses.
    meeting: String,
    /// The session.
    session: SessionData,
}

/// `GET /api/{forum}/search`
pub struct Search;

impl Data for Search {
    type Query = Asked;
    type Answer = FoundData;
    const ABOUT: &'static str =
        "Sessions, people and organisations on published programmes with these words.";

    fn answer(ask: &Ask, asked: Asked) -> Result<FoundData, Problem> {
        let (forum, asked) = (ask.forum(), Question::of(&asked.q));
        let says = |text: &str| !asked.is_empty() && asked.fits(&fold(text));
        let mut persons = people(forum);
        persons.retain(|view| says(view.person.name.or_empty()));
        let mut holders = organisations(forum);
        holders.retain(|(_, organisation)| says(&organisation.name));
        let filter = Filter { words: asked.clone(), ..Filter::default() };
        let programmes = forum.series.meetings.values();
        let programmes = programmes.filter_map(|meeting| Some((meeting, published(forum, meeting.id)?)));
        let mut sessions = Vec::new();
        for (meeting, version) in programmes.filter(|_| !asked.is_empty()) {
            let fitting = version.in_order().into_iter().filter(|session| filter.fits(version, session));
            sessions.extend(fitting.map(|session| (meeting, session)));
        }
        Ok(FoundData {
            total: sessions.len() + persons.len() + holders.len(),
            sessions: (sessions.iter().take(MOST))
                .map(|(meeting, session)| FoundSession {
                    meeting: meeting.slug.to_string(),
                    session: SessionData::of(forum, session),
                })
                .collect(),
            people: persons.iter().take(MOST).map(PersonData::of).collect(),
            organisations: holders.iter().take(MOST).map(OrganisationData::of).collect(),
        })
    }
}
