//! What the engine finds, in people's words.

use forum::people::statistics::FEWEST;
use forum::programme::Session;
use forum::{PersonId, SessionId};
use maud::{Markup, html};
use platform::languages::{Arg, Locale, key};
use std::collections::BTreeSet;
use std::sync::Arc;
use timetable::constraints::{Fact, What};
use timetable::model::Placement;

use super::Planned;
use super::grid::moment;
use crate::desk::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::names;
use crate::site::ways::way;

/// Most people of a fact that are named.
const NAMED_MAX: usize = 4;

/// What each constraint is called.
const NAMES: &[(&str, &str)] = &[
    ("unplaced", key("plan-name-unplaced")),
    ("two-places", key("plan-name-two-places")),
    ("walking", key("plan-name-walking")),
    ("room-taken", key("plan-name-room-taken")),
    ("resources", key("plan-name-resources")),
    ("plenary", key("plan-name-plenary")),
    ("precedence", key("plan-name-precedence")),
    ("away", key("plan-name-away")),
    ("features", key("plan-name-features")),
    ("blocked", key("plan-name-blocked")),
    ("fixed", key("plan-name-fixed")),
    ("same-track", key("plan-name-same-track")),
    ("similar", key("plan-name-similar")),
    ("audience", key("plan-name-audience")),
    ("night", key("plan-name-night")),
    ("night-shares", key("plan-name-night-shares")),
    ("seats-missing", key("plan-name-seats-missing")),
    ("seats-wasted", key("plan-name-seats-wasted")),
    ("track-room", key("plan-name-track-room")),
    ("load", key("plan-name-load")),
    ("balance", key("plan-name-balance")),
    ("change", key("plan-name-change")),
];

/// What a constraint is called; one that has no name here yet, as the engine calls it.
pub fn constraint(name: &str, lang: &Locale) -> String {
    let known = NAMES.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| name.to_owned(), |(_, message)| lang.text(message))
}

/// What the features are called that the core proposes.
const FEATURES: &[(&str, &str)] = &[
    ("interpretation-booths", key("feature-interpretation-booths")),
    ("hybrid-kit", key("feature-hybrid-kit")),
    ("round-table", key("feature-round-table")),
    ("captioning-screen", key("feature-captioning-screen")),
    ("recording", key("feature-recording")),
    ("hearing-loop", key("feature-hearing-loop")),
    ("step-free-stage", key("feature-step-free-stage")),
    ("theatre-seating", key("feature-theatre-seating")),
    ("quiet", key("feature-quiet")),
];

/// A feature, by its name in the catalogue or as somebody wrote it.
pub(in crate::desk) fn feature(word: &str, lang: &Locale) -> String {
    let known = FEATURES.iter().find(|(known, _)| *known == word);
    known.map_or_else(|| word.to_owned(), |(_, message)| lang.text(message))
}

/// The makers of sentences about a draft, with its sessions in some places.
pub(in crate::desk) struct Said<'a> {
    draft: &'a Draft<'a>,
    planned: &'a Planned,
    places: &'a [Option<Placement>],
    clock: Clock,
}

impl<'a> Said<'a> {
    /// About the sessions in these places.
    pub(in crate::desk) fn of(
        draft: &'a Draft<'a>,
        planned: &'a Planned,
        places: &'a [Option<Placement>],
    ) -> Said<'a> {
        Said { draft, planned, places, clock: Clock::of(draft.visit, draft.meeting) }
    }

    /// A fact with links to the sessions that it is about.
    pub(in crate::desk) fn item(&self, fact: &Fact) -> Markup {
        html! {
            (self.fact(fact))
            @for session in fact.what.sessions().into_iter().filter_map(|session| self.session(session)) {
                " " (way(self.draft.visit, &self.draft.to(&format!("sessions/{}/places", session.slug)), &html! { (session.code) }))
            }
        }
    }

    /// A fact in a sentence.
    pub(in crate::desk) fn fact(&self, fact: &Fact) -> String {
        let (message, args) = self.words(&fact.what);
        self.lang().text_with(message, args)
    }

    fn lang(&self) -> &'a Locale {
        self.draft.visit.lang()
    }

    fn session(&self, index: usize) -> Option<&Arc<Session>> {
        self.draft.programme.sessions.get(self.planned.sessions.get(index)?)
    }

    fn words(&self, what: &What) -> (&'static str, Vec<(&'static str, Arg)>) {
        let code = |name, index: usize| (name, Arg::Text(self.planned.instance.sessions[index].name.clone()));
        let room = |index: usize| ("room", Arg::Text(self.planned.instance.rooms[index].name.clone()));
        let count = |count: i64| ("count", Arg::Number(count));
        let named = |name, what: String| (name, Arg::Text(what));
        match *what {
            What::Unplaced { session } => (key("plan-fact-unplaced"), vec![code("session", session)]),
            What::TwoPlaces { one, other, .. } | What::NoTimeToWalk { one, other, .. } => {
                let message =
                    if self.overlap(one, other) { key("plan-fact-twice") } else { key("plan-fact-walk") };
                let people = named("people", self.shared(one, other));
                (message, vec![code("one", one), code("other", other), people])
            }
            What::RoomTaken { one, other, room: taken } => {
                (key("plan-fact-room"), vec![code("one", one), code("other", other), room(taken)])
            }
            What::ResourceShort { resource, time, asked, count: have } => {
                let name = self.planned.instance.resources[resource].name.clone();
                let args =
                    vec![self.at(time), named("what", name), ("asked", Arg::Number(asked)), count(have)];
                (key("plan-fact-resource"), args)
            }
            What::BesidePlenary { plenary, session } => {
                (key("plan-fact-plenary"), vec![code("session", session), code("plenary", plenary)])
            }
            What::OutOfOrder { before, after } => {
                (key("plan-fact-order"), vec![code("before", before), code("after", after)])
            }
            What::Away { session, person } => {
                (key("plan-fact-away"), vec![code("session", session), self.person(person)])
            }
            What::FeaturesMissing { session, room: taken } => {
                let missing = named("what", self.missing(session, taken));
                (key("plan-fact-features"), vec![code("session", session), room(taken), missing])
            }
            What::Blocked { session, room: taken } => {
                (key("plan-fact-blocked"), vec![code("session", session), room(taken)])
            }
            What::Moved { session } => (key("plan-fact-fixed"), vec![code("session", session)]),
            _ => self.wish(what),
        }
    }

    /// What is wished for and not so.
    fn wish(&self, what: &What) -> (&'static str, Vec<(&'static str, Arg)>) {
        let code = |name, index: usize| (name, Arg::Text(self.planned.instance.sessions[index].name.clone()));
        let count = |count: i64| ("count", Arg::Number(count));
        let named = |name, what: String| (name, Arg::Text(what));
        match *what {
            What::SameTrack { one, other, track } => {
                (key("plan-fact-track"), vec![code("one", one), code("other", other), self.track(track)])
            }
            What::Similar { one, other } => {
                (key("plan-fact-similar"), vec![code("one", one), code("other", other)])
            }
            What::AudienceSplit { one, other, people } => {
                // Of very few people not even the number is told.
                let few = usize::try_from(people).is_ok_and(|people| people < FEWEST);
                let message = if few { key("plan-fact-audience-few") } else { key("plan-fact-audience") };
                (message, vec![code("one", one), code("other", other), count(people)])
            }
            What::Night { session, person } => {
                let time = named("time", self.local_time(session, person).unwrap_or_default());
                (key("plan-fact-night"), vec![code("session", session), self.person(person), time])
            }
            What::RegionNights { region, .. } => {
                let known = self.planned.regions.get(region).copied().flatten();
                let known = known.map_or("other", |region| region.key());
                (key("plan-fact-nights"), vec![named("region", self.lang().text(&format!("region-{known}")))])
            }
            What::SeatsMissing { session, room, seats } | What::SeatsWasted { session, room, seats } => {
                let expected = self.planned.instance.sessions[session].expected;
                let name = named("room", self.planned.instance.rooms[room].name.clone());
                let figures = [("expected", Arg::Number(expected)), ("seats", Arg::Number(seats))];
                (key("plan-fact-seats"), [vec![code("session", session), name], figures.to_vec()].concat())
            }
            What::TrackRooms { track, day, rooms } => {
                (key("plan-fact-rooms"), vec![self.track(track), self.day(day), count(rooms)])
            }
            What::Load { person, day, sessions } => {
                (key("plan-fact-load"), vec![self.person(person), self.day(day), count(sessions)])
            }
            What::Unbalanced { group, time, sessions } => {
                let group =
                    named("group", names::group(self.planned.groups.get(group).copied(), self.lang()));
                (key("plan-fact-balance"), vec![group, self.at(time), count(sessions)])
            }
            What::Changed { session, time } => {
                let message = if time { key("plan-fact-moved-time") } else { key("plan-fact-moved-room") };
                (message, vec![code("session", session)])
            }
            _ => (key("plan-fact-other"), vec![]),
        }
    }

    fn at(&self, time: usize) -> (&'static str, Arg) {
        let at = self.planned.times.get(time).copied().unwrap_or_default();
        ("at", Arg::Text(self.lang().moment(at, &self.clock.venue)))
    }

    fn day(&self, day: usize) -> (&'static str, Arg) {
        let first = self.planned.instance.times.iter().position(|time| time.day == day);
        let at = first.and_then(|first| self.planned.times.get(first)).copied().unwrap_or_default();
        ("day", Arg::Text(self.lang().day(self.clock.day(at))))
    }

    fn track(&self, track: usize) -> (&'static str, Arg) {
        let track = self.planned.tracks.get(track).and_then(|id| self.draft.programme.tracks.get(id));
        ("track", Arg::Text(track.map(|track| track.name.clone()).unwrap_or_default()))
    }

    fn name(&self, person: usize) -> String {
        told::person_name(self.draft.visit, self.planned.people.get(person).copied().unwrap_or(PersonId(0)))
    }

    fn person(&self, person: usize) -> (&'static str, Arg) {
        ("person", Arg::Text(self.name(person)))
    }

    /// Whether two sessions are at the same time, in the places at hand.
    fn overlap(&self, one: usize, other: usize) -> bool {
        let steps = |session: usize| {
            let place = self.places.get(session).copied().flatten()?;
            Some((place.start, place.start + self.planned.instance.sessions[session].length))
        };
        steps(one).zip(steps(other)).is_some_and(|(one, other)| one.0 < other.1 && other.0 < one.1)
    }

    /// Those with a part in both sessions, by name.
    fn shared(&self, one: usize, other: usize) -> String {
        let people = |session: usize| -> BTreeSet<usize> {
            self.planned.instance.sessions[session].parts.iter().map(|part| part.person).collect()
        };
        let shared: Vec<usize> = people(one).intersection(&people(other)).copied().collect();
        let mut names: Vec<String> = shared.iter().take(NAMED_MAX).map(|person| self.name(*person)).collect();
        if shared.len() > NAMED_MAX {
            names.push("…".to_owned());
        }
        names.join(", ")
    }

    /// What a session needs and a room does not have, as people wrote it.
    fn missing(&self, session: usize, room: usize) -> String {
        let needs = self.draft.programme.demands.of(self.planned.sessions[session]).features;
        let has = &self.planned.instance.rooms[room].features;
        let missing = needs.iter().filter(|feature| !has.contains(&forum::fold(feature)));
        missing.map(|word| feature(word, self.lang())).collect::<Vec<_>>().join(", ")
    }

    /// The beginning of a session by the clock of somebody online.
    fn local_time(&self, session: usize, person: usize) -> Option<String> {
        let start = self.places.get(session).copied().flatten()?.start;
        let ahead = self.planned.instance.people.get(person)?.online?;
        let there = moment(self.planned.instance.times.get(start)?.span.start + ahead);
        Some(self.lang().time(jiff::tz::TimeZone::UTC.to_datetime(there).time()))
    }
}

/// The ids of the sessions that a fact is about.
pub(in crate::desk) fn session_ids(planned: &Planned, what: &What) -> Vec<SessionId> {
    what.sessions().into_iter().filter_map(|session| planned.sessions.get(session).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constraint_of_the_engine_has_a_name_for_people() {
        let known: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        let all: Vec<&str> = timetable::constraints::CONSTRAINTS.iter().map(|one| one.name).collect();
        assert_eq!(known, all);
    }
}
