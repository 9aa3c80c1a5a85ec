//! "Place all in order": every session without a place gets the first one that is free, without a clash.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use forum::programme::{Programme, Session};
use forum::{PersonId, RoomId, SessionId};
use jiff::{SignedDuration, Timestamp};

type Busy = (Timestamp, Timestamp);

/// The places of sessions that have none: in the order in which they were entered, slot by slot and room by room. The
/// same draft always gives the same places; what fits nowhere stays without one.
pub(super) fn fill(draft: &Programme) -> Vec<(SessionId, RoomId, Timestamp)> {
    let mut rooms: BTreeMap<RoomId, Vec<Busy>> = draft.rooms.keys().map(|room| (*room, Vec::new())).collect();
    let mut people: BTreeMap<PersonId, Vec<Busy>> = BTreeMap::new();
    for session in draft.sessions.values() {
        let Some((room, start, end)) = session.placed() else { continue };
        take(&mut rooms, &mut people, session, room, (start, end));
    }
    let mut slots: Vec<Busy> =
        draft.slots.values().filter(|slot| slot.pause.is_none()).map(|slot| (slot.start, slot.end)).collect();
    slots.sort();
    slots.dedup();
    let mut places = Vec::new();
    for session in draft.unplaced() {
        let Some((room, busy)) = first_free(&rooms, &people, &slots, session) else { continue };
        take(&mut rooms, &mut people, session, room, busy);
        places.push((session.id, room, busy.0));
    }
    places
}

fn present(session: &Session) -> BTreeSet<PersonId> {
    session.roles.iter().filter(|(role, _)| role.is_present()).map(|(_, person)| *person).collect()
}

fn take(
    rooms: &mut BTreeMap<RoomId, Vec<Busy>>,
    people: &mut BTreeMap<PersonId, Vec<Busy>>,
    session: &Arc<Session>,
    room: RoomId,
    busy: Busy,
) {
    rooms.entry(room).or_default().push(busy);
    present(session).into_iter().for_each(|person| people.entry(person).or_default().push(busy));
}

fn first_free(
    rooms: &BTreeMap<RoomId, Vec<Busy>>,
    people: &BTreeMap<PersonId, Vec<Busy>>,
    slots: &[Busy],
    session: &Session,
) -> Option<(RoomId, Busy)> {
    let lasts = SignedDuration::from_mins(session.minutes.into());
    let free = |taken: &[Busy], (start, end): Busy| {
        taken.iter().all(|(from, until)| *until <= start || end <= *from)
    };
    let anybody: Vec<&Vec<Busy>> = present(session).iter().filter_map(|person| people.get(person)).collect();
    for (opens, closes) in slots {
        for (room, taken) in rooms {
            // A short session may stand behind another in the same slot.
            let ends = taken.iter().map(|(_, end)| *end).filter(|end| opens < end && end < closes);
            let mut starts: Vec<Timestamp> = std::iter::once(*opens).chain(ends).collect();
            starts.sort();
            for start in starts {
                let busy = (start, start.saturating_add(lasts).unwrap_or(Timestamp::MAX));
                if busy.1 <= *closes && free(taken, busy) && anybody.iter().all(|theirs| free(theirs, busy)) {
                    return Some((*room, busy));
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::programme::clashes;
    use forum::{Actor, Command, Context, Forum, MeetingId, Stamp};
    use serde_json::{Value, from_value, json};

    fn after(mut forum: Forum, commands: &[Value]) -> Forum {
        for command in commands {
            let command: Command = from_value(command.clone()).unwrap();
            let now = "2027-01-01T00:00:00Z".parse().unwrap();
            let context = Context { now, actor: Actor::Secretariat, seed: [7; 32] };
            for act in forum.decide(&command, &context).unwrap() {
                let stamp = Stamp { seq: forum.seq() + 1, at: now, by: Actor::Secretariat };
                forum.apply(&stamp, &act);
            }
        }
        forum
    }

    fn forum(sessions: &[(u32, u32)]) -> Forum {
        let mut commands = vec![
            json!({"series": {"found_series": {"slug": "nigf", "name": "National"}}}),
            json!({"series": {"announce_meeting": {"series": 1, "slug": "one", "title": "One", "zone": "UTC",
                "first_day": "2027-05-10", "last_day": "2027-05-10"}}}),
        ];
        for name in ["Hall", "Annex"] {
            commands.push(json!({"programme": {"open_room": {"meeting": 1, "name": name}}}));
        }
        for (from, until, pause) in
            [("09:00", "10:00", ""), ("10:00", "10:30", "Tea"), ("10:30", "12:00", "")]
        {
            let (start, end) = (format!("2027-05-10T{from}:00Z"), format!("2027-05-10T{until}:00Z"));
            let slot = json!({"meeting": 1, "start": start, "end": end, "pause": pause});
            commands.push(json!({"programme": {"add_slot": slot}}));
        }
        for (n, (minutes, person)) in sessions.iter().enumerate() {
            let session = json!({"meeting": 1, "code": format!("S {n}"), "kind": "workshop", "title": "T",
                "language": "en", "minutes": minutes});
            commands.push(json!({"people": {"add_person": {"name": format!("Person {n}")}}}));
            commands.push(json!({"programme": {"add_session": session}}));
            let role = json!({"session": n + 1, "person": person, "role": "speaker"});
            commands.push(json!({"programme": {"give_role": role}}));
        }
        after(Forum::default(), &commands)
    }

    #[test]
    fn sessions_fill_the_grid_in_order_and_nobody_is_in_two_places() {
        // (minutes, speaker): the second has the first's speaker, the fourth fits into the long slot only.
        let forum = forum(&[(60, 1), (60, 1), (45, 2), (90, 3), (30, 1), (120, 4)]);
        let places = fill(&forum.programme.meetings[&MeetingId(1)]);
        let at = |n: usize| places[n].2.to_string()[11..16].to_owned();
        let said: Vec<_> = (0..places.len()).map(|n| (places[n].0.0, places[n].1.0, at(n))).collect();
        let expected = [(1, 1, "09:00"), (2, 1, "10:30"), (3, 2, "09:00"), (4, 2, "10:30"), (5, 1, "11:30")];
        assert_eq!(said, expected.map(|(session, room, time)| (session, room, time.to_owned())));
        let commands: Vec<_> = places
            .iter()
            .map(|(session, room, start)| {
                json!({"programme": {"place_session": {"session": session, "room": room, "start": start}}})
            })
            .collect();
        let filled = after(forum, &commands);
        let draft = &filled.programme.meetings[&MeetingId(1)];
        assert!(clashes(draft).is_empty());
        assert!(fill(draft).is_empty(), "what fits nowhere stays, and the rest is there");
        assert_eq!(draft.unplaced().count(), 1);
    }
}
