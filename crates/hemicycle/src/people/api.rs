//! Persons and organisations as data, as far as they stand on a published programme.

use crate::api::data::{Ask, Data, Nothing};
use crate::api::lists::{Limit, List, Part};
use crate::problem::Problem;
use forum::people::Organisation;
use forum::people::views::{PersonView, organisation, person};
use forum::programme::views::{organisations, people, published};
use forum::programme::{Role, Session, Version};
use forum::reference::countries::CountryCode;
use forum::reference::groups::StakeholderGroup;
use forum::series::Meeting;
use forum::{OrganisationId, Question, Viewer, fold};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person in a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub struct PersonData {
    /// Id.
    id: u32,
    /// Name, as they write it; `null` if it was erased.
    name: Option<String>,
    /// Their organisation.
    organisation: Option<OrganisationRef>,
}

/// An organisation by its name.
#[derive(Serialize, JsonSchema)]
struct OrganisationRef {
    /// Id.
    id: u32,
    /// Name.
    name: String,
}

impl PersonData {
    /// A person as the public may see them.
    pub fn of(view: &PersonView<'_>) -> PersonData {
        let organisation =
            view.organisation.map(|(id, known)| OrganisationRef { id: id.0, name: known.name.clone() });
        PersonData { id: view.id.0, name: view.person.name.text().map(str::to_owned), organisation }
    }
}

/// Which people to list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Words of a name or of an organisation's name, in any order, case and accents aside.
    #[serde(default)]
    q: String,
    /// Only entries with a greater id: the last one that you have.
    #[serde(default)]
    after: u32,
    /// How many entries at most.
    #[serde(default)]
    limit: Limit,
}

/// `GET /api/{forum}/people`
pub struct Persons;

impl Data for Persons {
    type Query = Asked;
    type Answer = List<PersonData>;
    const ABOUT: &'static str = "The people on published programmes, page by page.";

    fn answer(ask: &Ask, Asked { q, after, limit }: Asked) -> Result<List<PersonData>, Problem> {
        let asked = Question::of(&q);
        let says = |view: &PersonView<'_>| {
            let organisation = view.organisation.map_or("", |(_, organisation)| &organisation.name);
            asked.is_empty() || asked.fits(&fold(&format!("{} {organisation}", view.person.name.or_empty())))
        };
        let mut found = people(ask.forum());
        found.retain(|view| !view.person.name.is_erased() && says(view));
        Ok(List::page(ask, Part { after, limit }, found, |view| view.id.0, PersonData::of))
    }

    fn next(answer: &List<PersonData>) -> Option<&str> {
        answer.next()
    }
}

/// What somebody does in a session of a published programme.
#[derive(Serialize, JsonSchema)]
struct Appearance {
    /// The meeting, by its name in addresses.
    meeting: String,
    /// The session, by its code in addresses.
    session: String,
    /// The session's public code.
    code: String,
    /// Its title; `null` if it was erased.
    title: Option<String>,
    /// When it begins.
    start: Option<Timestamp>,
    /// What the person does in it; empty where an organisation holds it.
    roles: Vec<Role>,
}

impl Appearance {
    fn of(meeting: &Meeting, session: &Session, roles: Vec<Role>) -> Appearance {
        Appearance {
            meeting: meeting.slug.to_string(),
            session: session.slug.to_string(),
            code: session.code.clone(),
            title: session.title.text().map(str::to_owned),
            start: session.place.map(|place| place.start),
            roles,
        }
    }
}

/// The published programmes of all meetings, in the order of their ids.
fn programmes(ask: &Ask) -> impl Iterator<Item = (&Meeting, &Version)> {
    let meetings = ask.forum().series.meetings.values();
    meetings.filter_map(|meeting| Some((&**meeting, &**published(ask.forum(), meeting.id)?)))
}

/// A person with what they say of themselves and what they do.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PersonInFull")]
pub struct WholePerson {
    /// Who it is.
    person: PersonData,
    /// The stakeholder group that they declared.
    group: Option<StakeholderGroup>,
    /// The country that they declared.
    country: Option<CountryCode>,
    /// A few sentences about them.
    biography: Option<String>,
    /// The sessions on published programmes in which they have a role.
    sessions: Vec<Appearance>,
}

/// `GET /api/{forum}/people/{person}`
pub struct OnePerson;

impl Data for OnePerson {
    type Query = Nothing;
    type Answer = WholePerson;
    const ABOUT: &'static str =
        "A person on a published programme: what they say of themselves, and their sessions.";

    fn answer(ask: &Ask, _: Nothing) -> Result<WholePerson, Problem> {
        let view = person(ask.forum(), ask.exact("person")?, Viewer::Public).ok_or(Problem::NotFound)?;
        let sessions = programmes(ask).flat_map(|(meeting, version)| {
            let theirs = version.of_person(view.id).into_iter();
            theirs.map(move |(session, roles)| Appearance::of(meeting, session, roles))
        });
        Ok(WholePerson {
            person: PersonData::of(&view),
            group: view.person.group,
            country: view.person.country,
            biography: view.person.biography.as_ref().and_then(|words| words.text()).map(str::to_owned),
            sessions: sessions.collect(),
        })
    }
}

/// An organisation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Organisation")]
pub struct OrganisationData {
    /// Id.
    id: u32,
    /// Name.
    name: String,
    /// The stakeholder group it belongs to.
    group: Option<StakeholderGroup>,
    /// The country of its seat.
    country: Option<CountryCode>,
    /// Its web page.
    url: Option<String>,
}

impl OrganisationData {
    /// An organisation as the public may see it.
    pub fn of(&(id, organisation): &(OrganisationId, &Organisation)) -> OrganisationData {
        OrganisationData {
            id: id.0,
            name: organisation.name.clone(),
            group: organisation.group,
            country: organisation.country,
            url: organisation.url.clone(),
        }
    }
}

/// `GET /api/{forum}/organisations`
pub struct Organisations;

impl Data for Organisations {
    type Query = Part;
    type Answer = List<OrganisationData>;
    const ABOUT: &'static str = "The organisations that hold a session on a published programme, or that somebody on one belongs to, page by page.";

    fn answer(ask: &Ask, part: Part) -> Result<List<OrganisationData>, Problem> {
        let all = organisations(ask.forum());
        Ok(List::page(ask, part, all, |(id, _)| id.0, OrganisationData::of))
    }

    fn next(answer: &List<OrganisationData>) -> Option<&str> {
        answer.next()
    }
}

/// An organisation with what it holds and who belongs to it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OrganisationInFull")]
pub struct WholeOrganisation {
    /// Which it is.
    organisation: OrganisationData,
    /// The sessions on published programmes that it holds.
    sessions: Vec<Appearance>,
    /// Its people on published programmes.
    people: Vec<PersonData>,
}

/// `GET /api/{forum}/organisations/{organisation}`
pub struct OneOrganisation;

impl Data for OneOrganisation {
    type Query = Nothing;
    type Answer = WholeOrganisation;
    const ABOUT: &'static str =
        "An organisation: the sessions that it holds, and its people on the programme.";

    fn answer(ask: &Ask, _: Nothing) -> Result<WholeOrganisation, Problem> {
        let id: OrganisationId = ask.exact("organisation")?;
        let found = organisation(ask.forum(), id, Viewer::Public).ok_or(Problem::NotFound)?;
        let sessions = programmes(ask).flat_map(|(meeting, version)| {
            let held = version.of_organisation(id).into_iter();
            held.map(move |session| Appearance::of(meeting, session, Vec::new()))
        });
        let everybody = people(ask.forum()).into_iter();
        let members = everybody.filter(|view| view.person.organisation == Some(id));
        Ok(WholeOrganisation {
            organisation: OrganisationData::of(&(id, found)),
            sessions: sessions.collect(),
            people: members.map(|view| PersonData::of(&view)).collect(),
        })
    }
}
