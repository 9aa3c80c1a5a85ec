//! What is demanded of a programme, and where else a session could be, as data for those who make it.

use forum::programme::demands::{Availability, Needs, Stretch, Walk, Wish};
use forum::{PersonId, ResourceId, RoomId, SessionId};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use timetable::constraints::Level;
use timetable::model::{Board, Brief, Placement};
use timetable::prices::{Alternative, here};

use super::{Planned, instance, usual_weight};
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;

/// Most places of an answer, if nothing else is asked for.
const PLACES: usize = 50;

/// What is demanded of the programme of a meeting.
#[derive(Serialize, JsonSchema)]
pub struct DemandsData {
    /// Rooms of which something was said.
    rooms: Vec<RoomDemands>,
    /// Sessions of which something was said.
    sessions: Vec<SessionDemands>,
    /// Which session must be over before which other begins.
    orders: Vec<OrderData>,
    /// Things of which there are only so many.
    resources: Vec<ResourceData>,
    /// Minutes from any room to any other.
    walking: u32,
    /// Minutes between some rooms, where they are more or fewer.
    walks: Vec<Walk>,
    /// When people can take part, and how.
    people: Vec<PersonDemands>,
    /// What every wish weighs.
    weights: Vec<WeightData>,
}

/// What a room has, and when it cannot be used.
#[derive(Serialize, JsonSchema)]
pub struct RoomDemands {
    /// The room.
    room: RoomId,
    /// What it is fitted with.
    features: Vec<String>,
    /// When it cannot be used.
    blocked: Vec<Stretch>,
}

/// What a session needs, and whether it keeps its place.
#[derive(Serialize, JsonSchema)]
pub struct SessionDemands {
    /// The session.
    session: SessionId,
    /// What it needs.
    needs: Needs,
    /// Whether it keeps its place until it is unlocked.
    locked: bool,
}

/// Two sessions of which one comes first.
#[derive(Serialize, JsonSchema)]
pub struct OrderData {
    /// What comes first.
    before: SessionId,
    /// What comes later.
    after: SessionId,
}

/// Something of which there are only so many.
#[derive(Serialize, JsonSchema)]
pub struct ResourceData {
    /// Its id.
    id: ResourceId,
    /// What it is called.
    name: String,
    /// How many there are.
    count: u32,
}

/// When a person can take part, and how.
#[derive(Serialize, JsonSchema)]
pub struct PersonDemands {
    /// The person.
    person: PersonId,
    /// What was said.
    availability: Availability,
}

/// What a wish weighs.
#[derive(Serialize, JsonSchema)]
pub struct WeightData {
    /// The wish.
    wish: Wish,
    /// What it weighs at this meeting.
    weight: i64,
    /// What it weighs where nobody has said anything else.
    usual: i64,
}

/// `GET /api/{forum}/meetings/{meeting}/demands`
pub struct Demands;

impl Data for Demands {
    type Query = Nothing;
    type Answer = DemandsData;
    const ABOUT: &'static str = "What is demanded of the programme of a meeting: by rooms, sessions and people, and what wishes weigh.";

    fn answer(ask: &Ask, _: Nothing) -> Result<DemandsData, Problem> {
        let draft = ask.forum().programme.meetings.get(&ask.meeting_id()?).cloned().unwrap_or_default();
        let demands = draft.demands;
        let of = |room: RoomId| RoomDemands {
            room,
            features: demands.features.get(&room).cloned().unwrap_or_default(),
            blocked: demands.blocked.get(&room).cloned().unwrap_or_default(),
        };
        let sessions = draft.sessions.keys().map(|session| SessionDemands {
            session: *session,
            needs: demands.of(*session),
            locked: demands.locked.contains(session),
        });
        let weights = Wish::ALL.map(|wish| {
            let usual = usual_weight(wish);
            let weight = demands.weights.get(&wish).map_or(usual, |weight| i64::from(*weight));
            WeightData { wish, weight, usual }
        });
        let resources = demands.resources.iter();
        let people = demands.people.iter();
        Ok(DemandsData {
            rooms: draft.rooms.keys().map(|room| of(*room)).collect(),
            sessions: sessions.filter(|said| said.locked || said.needs != Needs::default()).collect(),
            orders: demands
                .orders
                .iter()
                .map(|(before, after)| OrderData { before: *before, after: *after })
                .collect(),
            resources: resources
                .map(|(id, known)| ResourceData { id: *id, name: known.name.clone(), count: known.count })
                .collect(),
            walking: demands.walking,
            walks: demands.walks.iter().copied().collect(),
            people: people
                .map(|(person, said)| PersonDemands { person: *person, availability: said.clone() })
                .collect(),
            weights: weights.into_iter().collect(),
        })
    }
}

/// How many places are asked for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Most places of the answer.
    #[serde(default)]
    limit: Option<usize>,
}

/// Why a session is where it is, and where else it could be.
#[derive(Serialize, JsonSchema)]
pub struct PlacesData {
    /// The session.
    session: SessionId,
    /// Where it is, if it has a place.
    place: Option<PlaceData>,
    /// Whether it keeps its place until it is unlocked.
    locked: bool,
    /// What the session costs where it is.
    costs: Vec<PriceData>,
    /// Other places: those that break no demand first, each kind from the cheapest to the dearest.
    places: Vec<OtherData>,
    /// How many other places there are.
    count: usize,
}

/// A room and a beginning.
#[derive(Serialize, JsonSchema)]
pub struct PlaceData {
    /// The room.
    room: RoomId,
    /// The beginning.
    start: Timestamp,
}

/// What a constraint costs, or by how much that changes.
#[derive(Serialize, JsonSchema)]
pub struct PriceData {
    /// The constraint, by its name.
    constraint: String,
    /// Whether it is a demand, which must be met, rather than a wish.
    demand: bool,
    /// The price: of a wish as it weighs; of a demand how badly it is broken.
    price: i64,
}

/// Another place for a session.
#[derive(Serialize, JsonSchema)]
pub struct OtherData {
    /// The place.
    place: PlaceData,
    /// The session that would come to the present place in exchange, if that is the way to have this one.
    exchange: Option<SessionId>,
    /// By how much the price of all wishes changes.
    price: i64,
    /// What is behind it.
    reasons: Vec<PriceData>,
}

/// `GET /api/{forum}/meetings/{meeting}/draft/{session}/places`
pub struct Places;

impl Data for Places {
    type Query = Limit;
    type Answer = PlacesData;
    const ABOUT: &'static str = "Why a session of the draft is where it is, and where else it could be, with the price of each place.";

    fn answer(ask: &Ask, asked: Limit) -> Result<PlacesData, Problem> {
        let (forum, meeting) = (ask.forum(), ask.meeting_id()?);
        let draft = forum.programme.meetings.get(&meeting).ok_or(Problem::NotFound)?;
        let session = draft.by_slug(ask.part("session")).ok_or(Problem::NotFound)?;
        let planned = instance(forum, meeting);
        let index = planned.sessions.binary_search(&session.id).map_err(|_| Problem::NotFound)?;
        let brief = Brief::new(&planned.instance);
        let board = Board::with(&brief, &planned.draft);
        let (open, broken) = planned.elsewhere(&board, index);
        let costs = here(&board, index).into_iter().map(|share| {
            let demand = share.level == Level::Hard;
            let price = if demand { share.cost.hard } else { share.cost.soft };
            PriceData { constraint: share.constraint.to_owned(), demand, price }
        });
        Ok(PlacesData {
            session: session.id,
            place: session.placed().map(|(room, start, _)| PlaceData { room, start }),
            locked: draft.demands.locked.contains(&session.id),
            costs: costs.collect(),
            count: open.len() + broken.len(),
            places: open
                .iter()
                .chain(&broken)
                .take(asked.limit.unwrap_or(PLACES))
                .map(|other| OtherData::of(&planned, other))
                .collect(),
        })
    }
}

impl OtherData {
    fn of(planned: &Planned, other: &Alternative) -> OtherData {
        let Placement { start, room } = other.place;
        let reasons = other.reasons.iter().map(|reason| {
            let demand = reason.level == Level::Hard;
            let price = if demand { reason.change.hard } else { reason.change.soft };
            PriceData { constraint: reason.constraint.to_owned(), demand, price }
        });
        OtherData {
            place: PlaceData { room: planned.rooms[room], start: planned.times[start] },
            exchange: other.swap.map(|other| planned.sessions[other]),
            price: other.change.soft,
            reasons: reasons.collect(),
        }
    }
}
