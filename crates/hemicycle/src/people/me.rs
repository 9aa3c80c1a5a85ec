//! Who asks, as data: for a program that wants to know whose token it holds and what for.

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use crate::sign_in::scopes::{Scope, Scopes};
use forum::access::Access;
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api/{forum}/me`
pub struct Me;

/// Who asks, and what they are to the forum.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Me")]
pub struct MeData {
    /// Id of the person; `null` for the token in the server's data folder.
    person: Option<u32>,
    /// Their name.
    name: Option<String>,
    /// What they are to the forum, such as `participant` or `secretariat`.
    access: Vec<&'static str>,
    /// What the token allows.
    scopes: Vec<&'static str>,
}

impl Data for Me {
    type Query = Nothing;
    type Answer = MeData;
    const ABOUT: &'static str = "Who you are to the forum, and what your token allows.";

    fn answer(ask: &Ask, _: Nothing) -> Result<MeData, Problem> {
        let person = ask.visitor.person();
        let known = person.and_then(|id| ask.forum().people.persons.get(&id));
        Ok(MeData {
            person: person.map(|id| id.0),
            name: known.and_then(|person| person.name.text()).map(str::to_owned),
            access: ask.visitor.access.iter().map(Access::key).collect(),
            scopes: Scopes::iter(ask.visitor.scopes).map(Scope::key).collect(),
        })
    }
}
