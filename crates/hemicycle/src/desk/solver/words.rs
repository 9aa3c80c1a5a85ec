//! The words for what the engine knows: its constraints, and demands that conflict.

use platform::languages::{Locale, key};

use super::conflict::Demanded;
use crate::desk::told::{self, Draft};
use forum::{RoomId, SessionId};

/// The engine's constraints by their names, each with the message that names it for people.
const CONSTRAINTS: &[(&str, &str)] = &[
    ("unplaced", key("constraint-unplaced")),
    ("two-places", key("constraint-two-places")),
    ("walking", key("constraint-walking")),
    ("room-taken", key("constraint-room-taken")),
    ("resources", key("constraint-resources")),
    ("plenary", key("constraint-plenary")),
    ("precedence", key("constraint-precedence")),
    ("away", key("constraint-away")),
    ("features", key("constraint-features")),
    ("blocked", key("constraint-blocked")),
    ("fixed", key("constraint-fixed")),
    ("same-track", key("constraint-same-track")),
    ("similar", key("constraint-similar")),
    ("audience", key("constraint-audience")),
    ("night", key("constraint-night")),
    ("night-shares", key("constraint-night-shares")),
    ("seats-missing", key("constraint-seats-missing")),
    ("seats-wasted", key("constraint-seats-wasted")),
    ("track-room", key("constraint-track-room")),
    ("load", key("constraint-load")),
    ("balance", key("constraint-balance")),
    ("change", key("constraint-change")),
];

/// What a constraint is called.
pub(in crate::desk) fn constraint(name: &str, lang: &Locale) -> String {
    let known = CONSTRAINTS.iter().find(|(constraint, _)| *constraint == name);
    known.map_or_else(|| name.to_owned(), |(_, key)| lang.text(key))
}

/// A demand as a sentence.
pub(super) fn demand(draft: &Draft<'_>, demand: &Demanded) -> String {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let code = |id: &SessionId| {
        draft.programme.sessions.get(id).map_or_else(|| format!("#{id}"), |session| session.code.clone())
    };
    let room = |id: &RoomId| {
        draft.programme.rooms.get(id).map_or_else(|| format!("#{id}"), |room| room.name.clone())
    };
    let said = |key: &str, what: String| lang.text_with(key, [("what", what.into())]);
    match demand {
        Demanded::Placed(session) => said(key("demand-placed"), code(session)),
        Demanded::Fixed(session) => said(key("demand-fixed"), code(session)),
        Demanded::Features(session) => said(key("demand-features"), code(session)),
        Demanded::Plenary(session) => said(key("demand-plenary"), code(session)),
        Demanded::Available(person) => said(key("demand-available"), told::person_name(visit, *person)),
        Demanded::OnePlace(person) => said(key("demand-one-place"), told::person_name(visit, *person)),
        Demanded::Resource(name) => said(key("demand-resource"), name.clone()),
        Demanded::Blocked(id) => said(key("demand-blocked"), room(id)),
        Demanded::Precedence(before, after) => {
            let both = [("one", code(before).into()), ("other", code(after).into())];
            lang.text_with("demand-precedence", both)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constraint_of_the_engine_has_a_name_for_people() {
        let known: Vec<&str> = CONSTRAINTS.iter().map(|(name, _)| *name).collect();
        let all: Vec<&str> = timetable::constraints::CONSTRAINTS.iter().map(|one| one.name).collect();
        assert_eq!(known, all);
    }
}
