//! From the forms about what is demanded to commands: rooms, sessions, people, means and weights.

use forum::programme::demands::{Availability, Command as Demand, Needs, Walk, Wish};
use forum::programme::{Command as Step, Programme};
use forum::series::Meeting;
use forum::{Command, PersonId, Refusal, ResourceId, RoomId, SessionId, fold};
use timetable::model::Placement;

use super::answer::Order;
use super::form::{Form, No, Unread};
use super::order::{Names, place, together};
use super::plan::instance;
use super::{stretches, when};
use crate::site::Visit;
use crate::site::visit::venue;

fn order(demand: Demand) -> Order {
    Command::from(Step::Demand(demand)).into()
}

/// Features that are ticked, and others that are written, separated by commas.
fn features(form: &Form) -> Vec<String> {
    let written = form.get("others").split([',', ';', '،', '，', '、']).map(str::trim);
    form.all("features").chain(written.filter(|word| !word.is_empty())).map(str::to_owned).collect()
}

/// What a room is fitted with, and when it cannot be used: what of both has changed, as one command.
pub(super) fn room(visit: &Visit, place: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let (meeting, room) = (place.id, RoomId(form.needed("id")?));
    let days = when::days(place);
    let (features, times) = (features(form), stretches::typed(form, "blocked", &venue(place), &days)?);
    let demands = &draft.demands;
    let same_features = demands.features.get(&room).map_or(features.is_empty(), |known| *known == features);
    let same_times = demands.blocked.get(&room).map_or(times.is_empty(), |known| *known == times);
    let fit = (!same_features).then_some(Demand::FitRoom { meeting, room, features });
    let block = (!same_times).then_some(Demand::BlockRoom { meeting, room, times });
    let steps: Vec<Command> =
        [fit, block].into_iter().flatten().map(|demand| Step::Demand(demand).into()).collect();
    match steps.is_empty() {
        true => Err(Refusal::NothingChanged.into()),
        false => Ok(together(visit, steps)),
    }
}

/// Forms about what one session needs; nothing, if the form is about something else.
pub(super) fn session(session: SessionId, draft: &Programme, form: &Form) -> Result<Option<Order>, No> {
    let demand = match form.get("do") {
        "needs" => Demand::Need { session, needs: needs(draft, form)? },
        "lock" => Demand::LockSession { session },
        "unlock" => Demand::UnlockSession { session },
        "order" => {
            let other = SessionId(form.needed("session")?);
            match form.get("order") {
                "after" => Demand::DemandOrder { before: other, after: session },
                _ => Demand::DemandOrder { before: session, after: other },
            }
        }
        "drop-order" => {
            let (before, after) = (form.needed("before")?, form.needed("after")?);
            Demand::DropOrder { before: SessionId(before), after: SessionId(after) }
        }
        _ => return Ok(None),
    };
    Ok(Some(order(demand)))
}

fn needs(draft: &Programme, form: &Form) -> Result<Needs, No> {
    let mut resources = Vec::new();
    for id in draft.demands.resources.keys() {
        let typed = form.get(&format!("resource-{id}")).trim();
        let count: usize = match typed {
            "" => 0,
            typed => typed.parse().map_err(|_| No::unread("count", Unread::Number))?,
        };
        resources.extend(std::iter::repeat_n(*id, count.min(2_001)));
    }
    let (plenary, expected) = (form.get("plenary") == "yes", form.number("expected")?);
    Ok(Needs { features: features(form), resources, plenary, expected })
}

/// Forms of the page of a session's places.
pub(super) fn places(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, draft) = place(visit)?;
    let known = draft.by_slug(visit.part("session")).ok_or(No::NotFound)?;
    if form.get("do") != "move" {
        return session(known.id, &draft, form)?.ok_or(No::NotFound);
    }
    let planned = instance(visit.forum(), meeting.id);
    let at = |id: SessionId| planned.sessions.binary_search(&id).ok();
    let (room, start) = super::order::spot(&meeting, form)?;
    let mut places = planned.draft.clone();
    let index = at(known.id).ok_or(No::NotFound)?;
    let to = planned.rooms.binary_search(&room).ok().zip(planned.times.binary_search(&start).ok());
    let (room, start) = to.ok_or(No::NotFound)?;
    if let Some(other) = form.number::<u32>("with")?.map(SessionId) {
        places[at(other).ok_or(No::NotFound)?] = places[index];
    }
    places[index] = Some(Placement { start, room });
    let steps = planned.steps(&draft, &places);
    if steps.is_empty() {
        return Err(Refusal::AlreadyPlaced { session: known.id }.into());
    }
    Ok(together(visit, steps))
}

/// Forms of the page about people: when somebody can take part.
pub(super) fn people(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (place, _) = place(visit)?;
    let meeting = place.id;
    Ok(match form.get("do") {
        "person" => {
            let person = PersonId(form.needed("id")?);
            let zone = Some(form.get("zone").to_owned()).filter(|zone| !zone.is_empty());
            let clock = clock(visit, &place, person, zone.as_deref());
            let away = stretches::typed(form, "away", &clock, &when::days(&place))?;
            let online = match form.get("online") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            let availability = Availability { zone, away, online };
            order(Demand::SetAvailability { meeting, person, availability })
        }
        // By name, to the page that shows the form of whoever it is.
        "find" => {
            let name = form.get("people").trim();
            if name.is_empty() {
                return Err(Refusal::Empty { field: "name".into() }.into());
            }
            let mut steps = Vec::new();
            let person = Names::of(visit).person(name, &mut steps)?;
            let page = visit.reader.here.split('?').next().unwrap_or_default();
            match steps.is_empty() {
                true => return Err(No::Elsewhere(format!("{page}?person={person}"))),
                false => return Err(No::unread("people", Unread::Person)),
            }
        }
        _ => return Err(No::NotFound),
    })
}

/// By which clock somebody's times are written: their own, as far as it is known.
pub(super) fn clock(
    visit: &Visit,
    meeting: &Meeting,
    person: PersonId,
    zone: Option<&str>,
) -> jiff::tz::TimeZone {
    let country = visit.forum().people.persons.get(&person).and_then(|person| person.country);
    let zone = zone.or_else(|| country.and_then(super::plan::zone_of));
    zone.and_then(|zone| jiff::tz::TimeZone::get(zone).ok()).unwrap_or_else(|| venue(meeting))
}

/// Forms of the page about means and weights.
pub(super) fn means(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (place, draft) = place(visit)?;
    let (meeting, name) = (place.id, form.get("name").to_owned());
    let resource = || form.needed("id").map(ResourceId);
    let demand = match form.get("do") {
        "add-resource" => Demand::AddResource { meeting, name, count: form.needed("count")? },
        "resource" => {
            Demand::AmendResource { meeting, resource: resource()?, name, count: form.needed("count")? }
        }
        "remove-resource" => Demand::RemoveResource { meeting, resource: resource()? },
        "walks" => {
            let minutes = form.number("walking")?.unwrap_or(0);
            Demand::TimeWalks { meeting, minutes, walks: walks(&draft, form)? }
        }
        "weights" => return weights(visit, &place, &draft, form),
        _ => return Err(No::NotFound),
    };
    Ok(order(demand))
}

/// Walks, one a line: two rooms and the minutes between them.
fn walks(draft: &Programme, form: &Form) -> Result<Vec<Walk>, No> {
    let unread = || No::unread("walks", Unread::Walk);
    let room = |name: &str| {
        let known = draft.rooms.iter().find(|(_, room)| fold(&room.name) == fold(name));
        known.map(|(id, _)| *id)
    };
    let commas = [',', ';', '\t', '،', '，'];
    let read = |line: &str| {
        let (rooms, minutes) = line.rsplit_once(commas).ok_or_else(unread)?;
        // A room may have a comma in its name: where the one ends, both must be known.
        let pairs = rooms.match_indices(commas).map(|(at, comma)| (&rooms[..at], &rooms[at + comma.len()..]));
        let known = pairs.filter_map(|(one, other)| Some((room(one.trim())?, room(other.trim())?))).next();
        let (one, other) = known.ok_or_else(unread)?;
        Ok(Walk { one, other, minutes: minutes.trim().parse().map_err(|_| unread())? })
    };
    form.lines("walks").map(read).collect()
}

/// All weights at once; what is empty is as usual.
fn weights(visit: &Visit, place: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let mut steps: Vec<Command> = Vec::new();
    for wish in Wish::ALL {
        let typed = form.get(wish.key()).trim();
        let weight = match typed {
            "" => None,
            typed => Some(typed.parse::<u32>().map_err(|_| No::unread(wish.key(), Unread::Number))?),
        };
        let weight = weight.filter(|weight| i64::from(*weight) != super::plan::usual_weight(wish));
        if draft.demands.weights.get(&wish).copied() != weight {
            steps.push(Step::Demand(Demand::ChangeWeight { meeting: place.id, wish, weight }).into());
        }
    }
    match steps.is_empty() {
        true => Err(Refusal::NothingChanged.into()),
        false => Ok(together(visit, steps)),
    }
}
