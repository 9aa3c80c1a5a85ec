//! What the engine finds, in English, for the command line and for whoever reads a log. (Pages say it in the reader's language.)

use crate::Moved;
use crate::conflict::Demand;
use crate::constraints::What;
use crate::model::{Instance, Placement};

/// What is wrong, with the names of the instance.
pub fn of(instance: &Instance, what: &What) -> String {
    let session = |number: usize| instance.sessions[number].name.as_str();
    let room = |number: usize| instance.rooms[number].name.as_str();
    let person = |number: usize| instance.people[number].name.as_str();
    match *what {
        What::Unplaced { session: own } => format!("{} has no place", session(own)),
        What::TwoPlaces { one, other, .. } => {
            let (who, one, other) = (shared(instance, one, other), session(one), session(other));
            format!("{one} and {other} are held at the same time, and {who} has a part in both")
        }
        What::NoTimeToWalk { one, other, minutes, needed } => {
            let (who, one, other) = (shared(instance, one, other), session(one), session(other));
            format!("between {one} and {other} {who} has {minutes} minutes for a way of {needed}")
        }
        What::RoomTaken { one, other, room: taken } => {
            format!("{} and {} are both in {}", session(one), session(other), room(taken))
        }
        What::ResourceShort { resource, time: at, asked, count } => {
            let name = &instance.resources[resource].name;
            format!("{asked} of {name} are asked for {}, there are {count}", time(instance, at))
        }
        What::BesidePlenary { plenary, session: own } => {
            format!("{} is held beside {}", session(own), session(plenary))
        }
        What::OutOfOrder { before, after } => {
            format!("{} is not over when {} begins", session(before), session(after))
        }
        What::Away { session: own, person: away } => {
            format!("{} is away when {} is held", person(away), session(own))
        }
        What::FeaturesMissing { session: own, room: poor } => {
            let has = &instance.rooms[poor].features;
            let needs = instance.sessions[own].features.iter();
            let lacks: Vec<&str> = needs.filter(|need| !has.contains(need)).map(String::as_str).collect();
            format!("{} lacks {} for {}", room(poor), lacks.join(", "), session(own))
        }
        What::Blocked { session: own, room: closed } => {
            let (closed, own) = (room(closed), session(own));
            format!("{closed} cannot be used when {own} is held, or the day is over before")
        }
        What::Moved { session: own } => format!("{} is not where it must stay", session(own)),
        What::SameTrack { .. }
        | What::Similar { .. }
        | What::AudienceSplit { .. }
        | What::Night { .. }
        | What::RegionNights { .. }
        | What::SeatsMissing { .. }
        | What::SeatsWasted { .. }
        | What::TrackRooms { .. }
        | What::Load { .. }
        | What::Unbalanced { .. }
        | What::Changed { .. } => of_wish(instance, what),
    }
}

/// What is not as one would wish.
fn of_wish(instance: &Instance, what: &What) -> String {
    let session = |number: usize| instance.sessions[number].name.as_str();
    let room = |number: usize| instance.rooms[number].name.as_str();
    let person = |number: usize| instance.people[number].name.as_str();
    match *what {
        What::SameTrack { one, other, track } => {
            format!("{} and {} of track {track} are held at the same time", session(one), session(other))
        }
        What::Similar { one, other } => {
            format!("{} and {} are alike and held at the same time", session(one), session(other))
        }
        What::AudienceSplit { one, other, people } => {
            let people = counted(people, "person wants", "people want");
            format!("{people} to be in {} and in {} at the same time", session(one), session(other))
        }
        What::Night { session: own, person: awake } => {
            format!("{} is in {} at an inhumane local hour", person(awake), session(own))
        }
        What::RegionNights { region, nights } => format!("region {region} carries {nights} points of night"),
        What::SeatsMissing { session: own, room: small, seats } => {
            format!("{} is short of {seats} seats in {}", session(own), room(small))
        }
        What::SeatsWasted { session: own, room: large, seats } => {
            let expected = instance.sessions[own].expected;
            format!("{} with {expected} people is in {} with {seats} seats", session(own), room(large))
        }
        What::TrackRooms { track, day, rooms } => {
            format!("track {track} is in {rooms} rooms on day {}", day + 1)
        }
        What::Load { person: busy, day, sessions } => {
            format!("{} has {sessions} sessions on day {}", person(busy), day + 1)
        }
        What::Unbalanced { group, time: at, sessions } => {
            format!("group {group} has {sessions} sessions {}", time(instance, at))
        }
        What::Changed { session: own, time: true } => {
            format!("{} is not when it was published", session(own))
        }
        What::Changed { session: own, time: false } => {
            format!("{} is not in the room in which it was published", session(own))
        }
        demand => unreachable!("{demand:?} is a demand"),
    }
}

/// Who has a part in both of two sessions, and as what.
fn shared(instance: &Instance, one: usize, other: usize) -> String {
    let parts = |session: usize, person: usize| {
        let parts = instance.sessions[session].parts.iter().filter(move |part| part.person == person);
        parts.map(|part| part.role.as_str()).filter(|role| !role.is_empty())
    };
    let mut people: Vec<usize> = instance.sessions[one].parts.iter().map(|part| part.person).collect();
    people.retain(|&person| instance.sessions[other].parts.iter().any(|part| part.person == person));
    people.sort_unstable();
    people.dedup();
    let who = people.into_iter().map(|person| {
        let mut roles: Vec<&str> = parts(one, person).chain(parts(other, person)).collect();
        roles.dedup();
        let roles = if roles.is_empty() { String::new() } else { format!(" ({})", roles.join(", ")) };
        instance.people[person].name.clone() + &roles
    });
    who.collect::<Vec<_>>().join(" as well as ")
}

/// A demand, as one could say it to whoever makes it.
pub fn demand(instance: &Instance, demand: &Demand) -> String {
    let name = |number: usize| instance.sessions[number].name.as_str();
    match *demand {
        Demand::Placed { session } => format!("{} takes place", name(session)),
        Demand::Fixed { session } => match instance.sessions[session].fixed {
            Some(fixed) => format!("{} stays at {}", name(session), place(instance, session, fixed)),
            None => format!("{} stays where it is", name(session)),
        },
        Demand::Features { session } => {
            format!("{} has a room with {}", name(session), instance.sessions[session].features.join(", "))
        }
        Demand::Plenary { session } => format!("nothing is held beside {}", name(session)),
        Demand::Available { person } => {
            format!("{} is not asked for when away", instance.people[person].name)
        }
        Demand::OnePlace { person } => {
            format!("{} is not in two places at once", instance.people[person].name)
        }
        Demand::Resource { resource } => {
            let resource = &instance.resources[resource];
            format!("no more than {} of {} are used at a time", resource.count, resource.name)
        }
        Demand::Blocked { room } => format!("{} is not used when it is blocked", instance.rooms[room].name),
        Demand::Precedence { index } => {
            let precedence = instance.precedences[index];
            format!("{} is over before {} begins", name(precedence.before), name(precedence.after))
        }
    }
}

/// Where a session is from when to when. Times are those of the common clock.
pub fn place(instance: &Instance, session: usize, place: Placement) -> String {
    let last = (place.start + instance.sessions[session].length - 1).min(instance.times.len() - 1);
    let end = clock(instance.times[last].span.end);
    format!("{}–{end}, {}", time(instance, place.start), instance.rooms[place.room].name)
}

/// A session that a programme moves from its published place, and whom to tell.
pub fn moved(instance: &Instance, moved: &Moved) -> String {
    let from = place(instance, moved.session, moved.from);
    let to = moved.to.map_or("nowhere".to_owned(), |to| place(instance, moved.session, to));
    let people: Vec<&str> =
        moved.people.iter().map(|&person| instance.people[person].name.as_str()).collect();
    let tell = if people.is_empty() { String::new() } else { format!("; tell {}", people.join(", ")) };
    let could = if moved.untouched { ", where it could have stayed" } else { "" };
    format!("{}: {to}, not {from}{could}{tell}", instance.sessions[moved.session].name)
}

/// When a step of the grid begins.
fn time(instance: &Instance, time: usize) -> String {
    let time = instance.times[time];
    format!("on day {} at {}", time.day + 1, clock(time.span.start))
}

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute.rem_euclid(24 * 60) / 60, minute.rem_euclid(60))
}

fn counted(count: i64, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}
