use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Frame, Group, Instance, Prices, Room, Rule, RuleKind, Session, Slot, TimeRelation};
use crate::problem::{self, Problem};

/// The highest price: sums of all prices then stay far within a number.
const MOST: i64 = 1_000_000_000;
/// More than any meeting has: the search keeps tables over pairs of these.
const ROOMS: usize = 1_000;
const FRAMES: usize = 1_000;
const SLOTS: usize = 20_000;
const GROUPS: usize = 5_000;
const SESSIONS: usize = 2_000;
const RULES: usize = 100_000;
/// Most groups that meet jointly with a session; most of anything that is counted in minutes or people.
const JOINT: usize = 20;
/// The highest that all penalties of constraints may come to, so that no sum over pairs of sessions overflows.
const TOGETHER: u64 = 100_000_000_000;
const NUMBER: i64 = 1_000_000;

#[derive(Deserialize)]
struct RawInstance {
    name: String,
    rooms: Vec<Room>,
    frames: Vec<Frame>,
    slots: Vec<Slot>,
    groups: Vec<Group>,
    sessions: Vec<Session>,
    constraints: Vec<RawRule>,
    business_penalties: Prices,
}

#[derive(Deserialize)]
struct RawRule {
    source: String,
    #[serde(rename = "type")]
    kind: String,
    penalty: i64,
    target: Option<String>,
    person: Option<i64>,
    time_relation: Option<TimeRelation>,
    timeranges: Option<Vec<String>>,
}

/// Reads an instance.
pub fn read(text: &str) -> Result<Instance, Problem> {
    let raw: RawInstance = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    let problem = |field: String, message: String| Problem::at(text, field, message);
    for (field, count, most) in [
        ("rooms", raw.rooms.len(), ROOMS),
        ("frames", raw.frames.len(), FRAMES),
        ("slots", raw.slots.len(), SLOTS),
        ("groups", raw.groups.len(), GROUPS),
        ("sessions", raw.sessions.len(), SESSIONS),
        ("constraints", raw.constraints.len(), RULES),
    ] {
        if count > most {
            return Err(problem(field.to_owned(), format!("{count} of them; at most {most} are read")));
        }
    }
    let highest = raw.constraints.iter().map(|rule| rule.penalty.unsigned_abs()).max().unwrap_or(0);
    if highest.saturating_mul(raw.constraints.len() as u64) > TOGETHER {
        let message =
            format!("so many, at up to {highest} each, come to more than {TOGETHER}; lower the penalties");
        return Err(problem("constraints".to_owned(), message));
    }
    let rules = raw.constraints.into_iter().enumerate().map(|(n, rule)| {
        rule_of(rule).map_err(|(field, message)| problem(format!("constraints[{n}].{field}"), message))
    });
    for (n, group) in raw.groups.iter().enumerate() {
        if raw.groups[..n.min(GROUPS)].iter().any(|other| other.id == group.id) {
            let message = format!("the group `{}` is listed twice; keep one", group.id);
            return Err(problem(format!("groups[{n}].id"), message));
        }
    }
    let instance = Instance {
        name: raw.name,
        rooms: raw.rooms,
        frames: raw.frames,
        slots: raw.slots,
        groups: raw.groups.into_iter().map(|group| (group.id.clone(), group)).collect::<BTreeMap<_, _>>(),
        sessions: raw.sessions,
        rules: rules.collect::<Result<_, _>>()?,
        prices: raw.business_penalties,
    };
    check(&instance).map_err(|(field, message)| problem(field, message))?;
    Ok(instance)
}

fn rule_of(raw: RawRule) -> Result<Rule, (&'static str, String)> {
    let missing =
        |field: &'static str| (field, format!("a constraint of type `{}` needs this field", raw.kind));
    let kind = match raw.kind.as_str() {
        "chair_conflict" | "key_participant" | "tech_overlap" => {
            RuleKind::Avoid(raw.target.ok_or_else(|| missing("target"))?)
        }
        "wg_adjacent" => RuleKind::Adjacent(raw.target.ok_or_else(|| missing("target"))?),
        "bethere" => RuleKind::Bethere(raw.person.ok_or_else(|| missing("person"))?),
        "time_relation" => RuleKind::TimeRelation(raw.time_relation.ok_or_else(|| missing("time_relation"))?),
        "timerange" => RuleKind::Timerange(raw.timeranges.ok_or_else(|| missing("timeranges"))?),
        other => return Err(("type", format!("`{other}` is not a known type of constraint"))),
    };
    if !(0..=MOST).contains(&raw.penalty) {
        return Err(("penalty", format!("{} is not between 0 and {MOST}", raw.penalty)));
    }
    Ok(Rule { source: raw.source, kind, penalty: raw.penalty })
}

/// Whether every reference leads somewhere and everything fits by number.
fn check(instance: &Instance) -> Result<(), (String, String)> {
    let in_order = |list: &str, ids: Vec<usize>| match ids.iter().enumerate().find(|(n, id)| n != *id) {
        Some((n, id)) => Err((
            format!("{list}[{n}].id"),
            format!("is {id}; ids count 0, 1, 2, … in the order of the list"),
        )),
        None => Ok(()),
    };
    in_order("rooms", instance.rooms.iter().map(|room| room.id).collect())?;
    in_order("frames", instance.frames.iter().map(|frame| frame.id).collect())?;
    in_order("slots", instance.slots.iter().map(|slot| slot.id).collect())?;
    in_order("sessions", instance.sessions.iter().map(|session| session.id).collect())?;
    let prices = &instance.prices;
    for (name, price) in [
        ("area_overlapping_in_area", prices.area_overlapping_in_area),
        ("area_overlapping_other_area", prices.area_overlapping_other_area),
        ("bof_overlapping_area_meeting", prices.bof_overlapping_area_meeting),
        ("bof_overlapping_area_wg", prices.bof_overlapping_area_wg),
        ("bof_overlapping_bof", prices.bof_overlapping_bof),
        ("bof_overlapping_prg", prices.bof_overlapping_prg),
        ("session_overlap_ad", prices.session_overlap_ad),
        ("session_requires_trim", prices.session_requires_trim),
        ("sessions_out_of_order", prices.sessions_out_of_order),
    ] {
        if !(0..=MOST).contains(&price) {
            return Err((
                format!("business_penalties.{name}"),
                format!("{price} is not between 0 and {MOST}"),
            ));
        }
    }
    check_slots(instance)?;
    for (n, session) in instance.sessions.iter().enumerate() {
        if session.joint.len() > JOINT {
            let message = format!("{} groups; at most {JOINT} are read", session.joint.len());
            return Err((format!("sessions[{n}].joint"), message));
        }
        for (name, number) in [("minutes", session.minutes), ("attendees", session.attendees)] {
            if !(0..=NUMBER).contains(&number) {
                return Err((
                    format!("sessions[{n}].{name}"),
                    format!("{number} is not between 0 and {NUMBER}"),
                ));
            }
        }
        if !instance.groups.contains_key(&session.group) {
            return Err((format!("sessions[{n}].group"), format!("there is no group `{}`", session.group)));
        }
    }
    if instance.sessions.len() > instance.slots.len() {
        let message =
            format!("{} sessions, but only {} slots", instance.sessions.len(), instance.slots.len());
        return Err(("sessions".to_string(), message));
    }
    Ok(())
}

fn check_slots(instance: &Instance) -> Result<(), (String, String)> {
    for (n, frame) in instance.frames.iter().enumerate() {
        if minutes_of(&frame.start).is_none() {
            let message = format!("`{}` is not a local time like 2019-11-18T10:00", frame.start);
            return Err((format!("frames[{n}].start"), message));
        }
        if !(1..=100_000).contains(&frame.minutes) {
            return Err((
                format!("frames[{n}].minutes"),
                format!("{} minutes; a frame needs 1 to 100000", frame.minutes),
            ));
        }
    }
    for (n, room) in instance.rooms.iter().enumerate() {
        if !(0..=NUMBER).contains(&room.capacity) {
            let message = format!("{} is not between 0 and {NUMBER}", room.capacity);
            return Err((format!("rooms[{n}].capacity"), message));
        }
    }
    let mut listed = BTreeSet::new();
    for (n, slot) in instance.slots.iter().enumerate() {
        if slot.frame >= instance.frames.len() {
            return Err((format!("slots[{n}].frame"), format!("there is no frame {}", slot.frame)));
        }
        if slot.room >= instance.rooms.len() {
            return Err((format!("slots[{n}].room"), format!("there is no room {}", slot.room)));
        }
        if !listed.insert((slot.frame, slot.room)) {
            return Err((format!("slots[{n}].room"), "the room is listed twice in this frame".to_string()));
        }
    }
    Ok(())
}

/// Minutes since the year 0 of a local time like `2019-11-18T10:00`.
pub(super) fn minutes_of(text: &str) -> Option<i64> {
    let (date, time) = text.split_once('T')?;
    let mut date = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let mut time = time.splitn(3, ':').map(|part| part.parse::<i64>().ok());
    let (hour, minute) = (time.next()??, time.next()??);
    let in_range = (0..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !in_range || !(0..24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    // Years that begin in March put the leap day last, where it needs no special case.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day;
    Some((days * 24 + hour) * 60 + minute)
}
