//! What is made of accepted proposals and of teams' plans, tried on a copy of the forum.

use std::collections::BTreeSet;

use forum::call::Call;
use forum::people::Command as People;
use forum::programme::demands::{Availability, Command as Demand, Needs};
use forum::programme::{Act as Done, Command as Step, NewSession, Role, Session, SessionEdit};
use forum::series::Meeting;
use forum::{Act, ClusterId, Forum, OrganisationId, PersonId, SessionId, TrackId, fold, slug_of};

use super::wanted::{self, Wanted, language};
use crate::programme::import::Draft;

/// What becomes sessions.
pub(super) enum Source {
    /// Everything that was accepted and released, or every team that has a plan and a session.
    All,
    /// The plan of one team.
    Team(ClusterId),
}

/// What becomes of one proposal or plan.
pub(super) struct Item {
    /// Where it comes from: an address below the forum.
    pub(super) from: String,
    pub(super) code: String,
    pub(super) title: String,
    /// The session in addresses, if there is one already.
    pub(super) session: Option<String>,
    /// What a new one is.
    pub(super) new: Option<New>,
    /// Who joins.
    pub(super) joins: Vec<String>,
    /// Whether title or abstract differ.
    pub(super) texts: bool,
    /// How many have not agreed.
    pub(super) silent: usize,
}

/// What a new session is.
pub(super) struct New {
    pub(super) minutes: u32,
    pub(super) track: Option<String>,
    pub(super) needs: Vec<String>,
}

/// All of it, with the steps that make it.
pub(super) struct Making {
    pub(super) draft: Draft,
    pub(super) items: Vec<Item>,
}

impl Making {
    pub(super) fn of(forum: &Forum, call: &Call, meeting: &Meeting, source: &Source, texts: bool) -> Making {
        let wanted = match source {
            Source::All => {
                wanted::accepted(forum, call).into_iter().chain(wanted::known_teams(forum, call)).collect()
            }
            Source::Team(id) => {
                let team = forum.call.clusters.get(id).filter(|team| team.call == call.id && team.formed);
                team.and_then(|team| wanted::of_team(forum, team)).into_iter().collect::<Vec<_>>()
            }
        };
        let mut making = Making { draft: Draft::of(forum), items: Vec::new() };
        for wanted in wanted {
            if let Some(item) = making.make(meeting, wanted, texts) {
                making.items.push(item);
            }
        }
        making
    }

    fn make(&mut self, meeting: &Meeting, wanted: Wanted, texts: bool) -> Option<Item> {
        let programme = self.draft.programme(meeting.id);
        let known =
            programme.sessions.values().find(|one| one.origin.as_ref() == Some(&wanted.origin)).cloned();
        let (id, new) = match &known {
            Some(session) => (session.id, None),
            None => self.add(meeting, &wanted).map(|(id, new)| (id, Some(new)))?,
        };
        let joins = self.join(&wanted, id, known.as_deref());
        if new.is_some() {
            self.demand(meeting, &wanted, id, new.as_ref());
        }
        let differs = known.as_deref().is_some_and(|session| {
            session.title.text() != Some(&wanted.title)
                || session.summary.as_ref().map_or("", |words| words.or_empty()) != wanted.summary
        });
        if differs && texts {
            let (title, summary) = (Some(wanted.title.clone()), Some(wanted.summary.clone()));
            let edit = SessionEdit { title, summary, ..SessionEdit::default() };
            // A session that was withdrawn stays as it was.
            let _ = self.draft.give(Step::AmendSession { session: id, edit });
        }
        let made = self.draft.programme(meeting.id).sessions.get(&id).cloned()?;
        Some(Item {
            from: wanted.from,
            code: made.code.clone(),
            title: wanted.title,
            session: known.map(|session| session.slug.to_string()),
            new,
            joins,
            texts: differs,
            silent: wanted.silent,
        })
    }

    /// A new session, with its track and the organisations that hold it, which are made where they are missing.
    fn add(&mut self, meeting: &Meeting, wanted: &Wanted) -> Option<(SessionId, New)> {
        let track = wanted.theme.as_deref().and_then(|theme| self.track(meeting, theme));
        let organisers = wanted.organisations.iter().filter_map(|name| self.organisation(name)).collect();
        let code = self.code(meeting, wanted);
        let session = NewSession {
            meeting: meeting.id,
            code,
            kind: wanted.kind.clone(),
            title: wanted.title.clone(),
            summary: wanted.summary.clone(),
            language: language(&self.draft.forum).tag().to_owned(),
            format: wanted.format.clone(),
            track,
            minutes: wanted.minutes,
            organisers,
            origin: Some(wanted.origin.clone()),
        };
        let done = self.draft.give(Step::AddSession(session)).ok()?;
        let Act::Programme(Done::SessionAdded { id, .. }) = done else { return None };
        let fitted = self.draft.programme(meeting.id).demands.features;
        let has = |feature: &&String| fitted.values().any(|room| room.contains(feature));
        // What no room has would only keep the session from every room.
        let needs = wanted.features.iter().filter(has).cloned().collect();
        let theme = track.and(wanted.theme.clone());
        Some((id, New { minutes: wanted.minutes, track: theme, needs }))
    }

    fn track(&mut self, meeting: &Meeting, name: &str) -> Option<TrackId> {
        let programme = self.draft.programme(meeting.id);
        let known = programme.tracks.iter().find(|(_, track)| fold(&track.name) == fold(name));
        if let Some((id, _)) = known {
            return Some(*id);
        }
        match self.draft.give(Step::AddTrack { meeting: meeting.id, name: name.to_owned() }).ok()? {
            Act::Programme(Done::TrackAdded { id, .. }) => Some(id),
            _ => None,
        }
    }

    fn organisation(&mut self, name: &str) -> Option<OrganisationId> {
        let all = &self.draft.forum.people.organisations;
        if let Some((id, _)) = all.iter().find(|(_, known)| fold(&known.name) == fold(name)) {
            return Some(*id);
        }
        let new = People::AddOrganisation {
            name: name.to_owned(),
            group: None,
            country: String::new(),
            url: String::new(),
        };
        match self.draft.give(new).ok()? {
            Act::People(forum::people::Act::OrganisationAdded { id, .. }) => Some(id),
            _ => None,
        }
    }

    /// The code that the proposal had, or the next one that no session has.
    fn code(&self, meeting: &Meeting, wanted: &Wanted) -> String {
        let programme = self.draft.programme(meeting.id);
        let free = |code: &String| programme.by_slug(&slug_of(code, "")).is_none();
        let prefix =
            wanted.code.as_deref().and_then(|code| code.split_once(" #")).map_or("S", |(prefix, _)| prefix);
        let mut others = (1..).map(|n| format!("{prefix} #{n}")).filter(free);
        wanted.code.clone().filter(free).or_else(|| others.next()).unwrap_or_default()
    }

    /// Everybody who agreed and is not there yet, by name.
    fn join(&mut self, wanted: &Wanted, session: SessionId, known: Option<&Session>) -> Vec<String> {
        let mut joined = Vec::new();
        let all: BTreeSet<(Role, PersonId)> = wanted.people.iter().copied().collect();
        for (role, person) in all {
            let there = known.is_some_and(|session| session.roles.contains(&(role, person)));
            if !there && self.draft.give(Step::GiveRole { session, person, role }).is_ok() {
                let name =
                    self.draft.forum.people.persons.get(&person).map_or("", |known| known.name.or_empty());
                joined.push(name.to_owned());
            }
        }
        joined
    }

    /// What the planner must know of a new session and of those who take part online.
    fn demand(&mut self, meeting: &Meeting, wanted: &Wanted, session: SessionId, new: Option<&New>) {
        if let Some(new) = new.filter(|new| !new.needs.is_empty()) {
            let needs = Needs { features: new.needs.clone(), ..Needs::default() };
            let _ = self.draft.give(Step::Demand(Demand::Need { session, needs }));
        }
        for person in &wanted.online {
            let said = self.draft.programme(meeting.id).demands.people;
            if !said.contains_key(person) {
                let availability = Availability { online: Some(true), ..Availability::default() };
                let (meeting, person) = (meeting.id, *person);
                let _ =
                    self.draft.give(Step::Demand(Demand::SetAvailability { meeting, person, availability }));
            }
        }
    }
}
