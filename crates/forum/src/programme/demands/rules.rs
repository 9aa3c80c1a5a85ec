//! What may be demanded: that it is about what exists, that it is not endless, and that it can be met at all.

use super::{Act, Availability, Command, Demands, Needs, Resource, Stretch, Walk};
use crate::programme::rules::{programme, standing, within_meeting};
use crate::text::{NAME_MAX, bounded, fold, line, zone};
use crate::{Forum, MeetingId, PersonId, Refusal, ResourceId, RoomId, SessionId};
use std::collections::{BTreeMap, BTreeSet};

/// Most features of a room or a session.
const FEATURES_MAX: usize = 40;
/// Most stretches of time of a room or a person.
const STRETCHES_MAX: usize = 400;
/// Most orders of two sessions.
const ORDERS_MAX: usize = 2_000;
/// Most walks between single rooms.
const WALKS_MAX: usize = 2_000;
/// Most limited things of a meeting or a session: as many as the planner takes.
const RESOURCES_MAX: usize = 1_000;
/// Most people expected in a room.
const EXPECTED_MAX: u32 = 1_000_000;
/// Most of a limited thing.
const COUNT_MAX: u32 = 10_000;
/// Longest walk, in minutes.
const WALK_MAX: u32 = 240;
/// Largest weight of a wish.
const WEIGHT_MAX: u32 = 10_000;

/// Decides a demand.
pub(crate) fn decide(forum: &Forum, command: &Command) -> Result<Act, Refusal> {
    match command {
        Command::FitRoom { meeting, room, features } => fit(forum, *meeting, *room, features),
        Command::BlockRoom { meeting, room, times } => block(forum, *meeting, *room, times),
        Command::Need { session, needs } => need(forum, *session, needs),
        Command::LockSession { session } => lock(forum, *session),
        Command::UnlockSession { session } => unlock(forum, *session),
        Command::DemandOrder { before, after } => order(forum, *before, *after),
        Command::DropOrder { before, after } => drop_order(forum, *before, *after),
        Command::AddResource { meeting, name, count } => {
            let id = ResourceId::after(forum.programme.last_resource.as_ref());
            let demands = demands(forum, *meeting)?;
            not_too_many("resources", demands.resources.len() + 1, RESOURCES_MAX)?;
            let Resource { name, count } = resource(&demands, id, name, *count)?;
            Ok(Act::ResourceAdded { id, meeting: *meeting, name, count })
        }
        Command::AmendResource { meeting, resource: id, name, count } => {
            let demands = demands(forum, *meeting)?;
            let old = demands.resources.get(id).ok_or(Refusal::NoSuchResource { resource: *id })?;
            let Resource { name, count } = changed(old, resource(&demands, *id, name, *count)?)?;
            Ok(Act::ResourceAmended { meeting: *meeting, resource: *id, name, count })
        }
        Command::RemoveResource { meeting, resource } => remove(forum, *meeting, *resource),
        Command::RestoreResource { meeting, resource: id } => {
            let demands = demands(forum, *meeting)?;
            let old = demands.removed_resources.get(id).ok_or(Refusal::NoSuchResource { resource: *id })?;
            resource(&demands, *id, &old.name, old.count)?;
            Ok(Act::ResourceRestored { meeting: *meeting, resource: *id })
        }
        Command::TimeWalks { meeting, minutes, walks } => time_walks(forum, *meeting, *minutes, walks),
        Command::SetAvailability { meeting, person, availability } => {
            available(forum, *meeting, *person, availability)
        }
        Command::ChangeWeight { meeting, wish, weight } => {
            let old = demands(forum, *meeting)?.weights.get(wish).copied();
            let weight = weight.map(|weight| bounded("weight", weight, 0, WEIGHT_MAX)).transpose()?;
            Ok(Act::WeightChanged { meeting: *meeting, wish: *wish, weight: changed(&old, weight)? })
        }
    }
}

fn demands(forum: &Forum, meeting: MeetingId) -> Result<Demands, Refusal> {
    programme(forum, meeting).map(|programme| programme.demands)
}

/// What differs from what is known already.
fn changed<T: PartialEq>(old: &T, new: T) -> Result<T, Refusal> {
    if *old == new { Err(Refusal::NothingChanged) } else { Ok(new) }
}

fn not_too_many(field: &'static str, have: usize, max: usize) -> Result<(), Refusal> {
    match have > max {
        true => Err(Refusal::OutOfBounds { field: field.into(), have: have as u64, min: 0, max: max as u64 }),
        false => Ok(()),
    }
}

/// Words for what a room has or a session needs, each once, however it is written.
fn features(typed: &[String]) -> Result<Vec<String>, Refusal> {
    not_too_many("features", typed.len(), FEATURES_MAX)?;
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for feature in typed {
        let feature = line("features", feature, NAME_MAX)?;
        if seen.insert(fold(&feature)) {
            kept.push(feature);
        }
    }
    Ok(kept)
}

/// Stretches of time in their order, each once.
fn stretches(typed: &[Stretch]) -> Result<Vec<Stretch>, Refusal> {
    not_too_many("times", typed.len(), STRETCHES_MAX)?;
    if let Some(Stretch { start, end }) = typed.iter().find(|stretch| stretch.start >= stretch.end) {
        return Err(Refusal::SlotBackwards { start: *start, end: *end });
    }
    let kept: BTreeSet<Stretch> = typed.iter().copied().collect();
    Ok(kept.into_iter().collect())
}

fn fit(forum: &Forum, meeting: MeetingId, room: RoomId, typed: &[String]) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.rooms.contains_key(&room) {
        return Err(Refusal::NoSuchRoom { room });
    }
    let old = programme.demands.features.get(&room).cloned().unwrap_or_default();
    Ok(Act::RoomFitted { meeting, room, features: changed(&old, features(typed)?)? })
}

fn block(forum: &Forum, meeting: MeetingId, room: RoomId, typed: &[Stretch]) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.rooms.contains_key(&room) {
        return Err(Refusal::NoSuchRoom { room });
    }
    let times = stretches(typed)?;
    for Stretch { start, end } in &times {
        within_meeting(forum, meeting, *start, *end)?;
    }
    let old = programme.demands.blocked.get(&room).cloned().unwrap_or_default();
    Ok(Act::RoomBlocked { meeting, room, times: changed(&old, times)? })
}

fn need(forum: &Forum, session: SessionId, typed: &Needs) -> Result<Act, Refusal> {
    let (meeting, _) = standing(forum, session)?;
    let demands = demands(forum, meeting)?;
    not_too_many("resources", typed.resources.len(), RESOURCES_MAX)?;
    if let Some(unknown) = typed.resources.iter().find(|id| !demands.resources.contains_key(*id)) {
        return Err(Refusal::NoSuchResource { resource: *unknown });
    }
    let mut resources = typed.resources.clone();
    resources.sort();
    let expected = typed.expected.map(|expected| bounded("expected", expected, 1, EXPECTED_MAX));
    let needs = Needs {
        features: features(&typed.features)?,
        resources,
        plenary: typed.plenary,
        expected: expected.transpose()?,
    };
    Ok(Act::SessionNeeds { session, needs: changed(&demands.of(session), needs)? })
}

fn lock(forum: &Forum, session: SessionId) -> Result<Act, Refusal> {
    let (meeting, known) = standing(forum, session)?;
    if known.place.is_none() {
        return Err(Refusal::NotPlaced { session });
    }
    match demands(forum, meeting)?.locked.contains(&session) {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::SessionLocked { session }),
    }
}

fn unlock(forum: &Forum, session: SessionId) -> Result<Act, Refusal> {
    let meeting = forum.programme.meeting_of(session).ok_or(Refusal::NoSuchSession { session })?;
    match demands(forum, meeting)?.locked.contains(&session) {
        true => Ok(Act::SessionUnlocked { session }),
        false => Err(Refusal::NothingChanged),
    }
}

fn order(forum: &Forum, before: SessionId, after: SessionId) -> Result<Act, Refusal> {
    let (meeting, one) = standing(forum, before)?;
    let (others, other) = standing(forum, after)?;
    if others != meeting {
        return Err(Refusal::NoSuchSession { session: after });
    }
    let orders = demands(forum, meeting)?.orders;
    if orders.contains(&(before, after)) {
        return Err(Refusal::NothingChanged);
    }
    not_too_many("orders", orders.len() + 1, ORDERS_MAX)?;
    // Whatever must come after the second, step by step: the first must not be among it.
    let mut later = vec![after];
    let mut seen = BTreeSet::from([after]);
    while let Some(session) = later.pop() {
        if session == before {
            return Err(Refusal::OrderCircle { one: one.code.clone(), other: other.code.clone() });
        }
        let next = orders.range((session, SessionId(0))..).take_while(|(first, _)| *first == session);
        later.extend(next.map(|(_, second)| *second).filter(|next| seen.insert(*next)));
    }
    Ok(Act::OrderDemanded { before, after })
}

fn drop_order(forum: &Forum, before: SessionId, after: SessionId) -> Result<Act, Refusal> {
    let meeting = forum.programme.meeting_of(before).ok_or(Refusal::NoSuchSession { session: before })?;
    match demands(forum, meeting)?.orders.contains(&(before, after)) {
        true => Ok(Act::OrderDropped { before, after }),
        false => Err(Refusal::NothingChanged),
    }
}

/// A name for a limited thing, by which no other is called, and how many there are.
fn resource(demands: &Demands, id: ResourceId, name: &str, count: u32) -> Result<Resource, Refusal> {
    let name = line("name", name, NAME_MAX)?;
    let others = demands.resources.iter().filter(|(other, _)| **other != id);
    if others.into_iter().any(|(_, other)| fold(&other.name) == fold(&name)) {
        return Err(Refusal::SlugTaken { field: "name".into(), value: name });
    }
    Ok(Resource { name, count: bounded("count", count, 1, COUNT_MAX)? })
}

fn remove(forum: &Forum, meeting: MeetingId, resource: ResourceId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.demands.resources.contains_key(&resource) {
        return Err(Refusal::NoSuchResource { resource });
    }
    let uses = |id: &SessionId| programme.demands.of(*id).resources.contains(&resource);
    match programme.sessions.iter().find(|(id, _)| uses(id)) {
        Some((_, session)) => Err(Refusal::ResourceInUse { resource, code: session.code.clone() }),
        None => Ok(Act::ResourceRemoved { meeting, resource }),
    }
}

fn time_walks(forum: &Forum, meeting: MeetingId, minutes: u32, typed: &[Walk]) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    not_too_many("walks", typed.len(), WALKS_MAX)?;
    // By the two rooms: a way that is given twice takes as long as was said last.
    let mut kept = BTreeMap::new();
    for walk in typed {
        let unknown = [walk.one, walk.other].into_iter().find(|room| !programme.rooms.contains_key(room));
        if let Some(room) = unknown {
            return Err(Refusal::NoSuchRoom { room });
        }
        let (one, other) = (walk.one.min(walk.other), walk.one.max(walk.other));
        if one != other {
            let minutes = bounded("walking", walk.minutes, 0, WALK_MAX)?;
            kept.insert((one, other), Walk { one, other, minutes });
        }
    }
    let minutes = bounded("walking", minutes, 0, WALK_MAX)?;
    let old: Vec<Walk> = programme.demands.walks.iter().copied().collect();
    let (minutes, walks) =
        changed(&(programme.demands.walking, old), (minutes, kept.into_values().collect()))?;
    Ok(Act::WalksTimed { meeting, minutes, walks })
}

fn available(
    forum: &Forum,
    meeting: MeetingId,
    person: PersonId,
    typed: &Availability,
) -> Result<Act, Refusal> {
    forum.people.living(person)?;
    let old = demands(forum, meeting)?.people.get(&person).cloned().unwrap_or_default();
    let availability = Availability {
        zone: typed.zone.as_deref().map(|name| zone("zone", name)).transpose()?,
        away: stretches(&typed.away)?,
        online: typed.online,
    };
    Ok(Act::PersonAvailable { meeting, person, availability: changed(&old, availability)? })
}
