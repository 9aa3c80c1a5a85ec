//! The desk's words for things: a session in a line, a change that can be taken back, choices of a form.

use std::sync::Arc;

use forum::people::views::person;
use forum::programme::demands::Act as Demand;
use forum::programme::{Act, Change, Programme, Role, Session, Version};
use forum::reference::session_types::SessionType;
use forum::series::Meeting;
use forum::{PersonId, Viewer};
use maud::{Markup, html};
use platform::languages::{Locale, key};

use crate::languages::LANGUAGES;
use crate::site::content::name;
use crate::site::ways::{may_open, way};
use crate::site::{NotFound, Visit, names};

/// A meeting with its draft, as every page of the desk about a programme needs them.
pub(super) struct Draft<'a> {
    pub(super) visit: &'a Visit,
    pub(super) meeting: &'a Arc<Meeting>,
    pub(super) programme: Programme,
    /// The draft as a version, for whatever reads versions.
    pub(super) version: Version,
}

impl<'a> Draft<'a> {
    /// Of the meeting that the address is about.
    pub(super) fn of(visit: &'a Visit) -> Result<Draft<'a>, NotFound> {
        let meeting = visit.meeting(visit.part("meeting"))?;
        let programme = visit.forum().programme.meetings.get(&meeting.id).cloned().unwrap_or_default();
        let version = programme.as_version();
        Ok(Draft { visit, meeting, programme, version })
    }

    /// An address of the desk within the meeting.
    pub(super) fn to(&self, rest: &str) -> String {
        self.visit.to(format!("desk/meetings/{}/{rest}", self.meeting.slug))
    }

    /// The line above the title of each page: where else one can go.
    pub(super) fn ways(&self) -> Markup {
        let (visit, lang) = (self.visit, self.visit.lang());
        html! {
            p.over { (way(visit, &visit.to("desk"), &html! { (lang.text("desk-title")) })) " · " (name(&self.meeting.title, lang)) }
            nav.ways aria-label=(lang.text("desk-title")) {
                @for (rest, text) in [
                    ("programme", lang.text("nav-programme")),
                    ("solver", lang.text("run-title")),
                    ("rooms", lang.text("desk-rooms-title")),
                    ("people", lang.text("plan-people-title")),
                    ("means", lang.text("plan-means-title")),
                    ("details", lang.text("desk-meeting-title")),
                    ("collisions", lang.text("collisions-title")),
                    ("similar", lang.text("similar-title")),
                    ("publish", lang.text("desk-publish-title")),
                ] {
                    @let here = visit.reader.here.split('?').next() == Some(self.to(rest).as_str());
                    @if may_open(visit, &self.to(rest)) { a href=(self.to(rest)) aria-current=[here.then_some("page")] { (text) } }
                }
            }
        }
    }
}

/// The name of a person for those who run the forum.
pub(super) fn person_name(visit: &Visit, id: PersonId) -> String {
    let view = person(visit.forum(), id, Viewer::Secretariat);
    let name = view.and_then(|view| view.person.name.text().map(ToOwned::to_owned));
    name.unwrap_or_else(|| visit.lang().text("somebody"))
}

/// The title of a session, or its code where the title was erased.
pub(super) fn title(session: &Session) -> &str {
    session.title.text().unwrap_or(&session.code)
}

/// A change of the draft in a few words: what its first act did, and how many others there are.
pub(super) fn change(draft: &Programme, change: &Change, lang: &Locale) -> String {
    let Some(first) = change.acts.iter().find_map(|act| done(draft, act, lang)) else {
        return lang.text("desk-did-something");
    };
    match change.acts.len() {
        1 => first,
        count => lang.text_with("desk-did-more", [("first", first.into()), ("count", (count - 1).into())]),
    }
}

fn done(draft: &Programme, act: &Act, lang: &Locale) -> Option<String> {
    let session = |id| draft.sessions.get(id).map(|session| session.code.clone());
    let (key, what) = match act {
        Act::SessionAdded { id, .. } => (key("desk-did-added"), session(id)?),
        Act::SessionAmended { session: id, .. } => (key("desk-did-amended"), session(id)?),
        Act::SessionWithdrawn { session: id } => (key("desk-did-withdrawn"), session(id)?),
        Act::SessionReinstated { session: id, .. } => (key("desk-did-reinstated"), session(id)?),
        Act::RoleGiven { session: id, .. } | Act::RoleTaken { session: id, .. } => {
            (key("desk-did-role"), session(id)?)
        }
        Act::SessionPlaced { session: id, .. } => (key("desk-did-placed"), session(id)?),
        Act::SessionUnplaced { session: id } => (key("desk-did-unplaced"), session(id)?),
        Act::RoomOpened { name, .. } | Act::RoomAmended { name, .. } => (key("desk-did-room"), name.clone()),
        Act::RoomClosed { room, .. } | Act::RoomReopened { room, .. } => {
            let known = draft.rooms.get(room).or_else(|| draft.closed_rooms.get(room))?;
            (key("desk-did-room"), known.name.clone())
        }
        Act::TrackAdded { name, .. } | Act::TrackRenamed { name, .. } => {
            (key("desk-did-track"), name.clone())
        }
        Act::TrackRemoved { track, .. } | Act::TrackRestored { track, .. } => {
            let known = draft.tracks.get(track).or_else(|| draft.removed_tracks.get(track))?;
            (key("desk-did-track"), known.name.clone())
        }
        Act::SlotAdded { .. }
        | Act::SlotAmended { .. }
        | Act::SlotRemoved { .. }
        | Act::SlotRestored { .. } => return Some(lang.text("desk-did-slots")),
        Act::Demanded(demand) => return demanded(draft, demand, lang),
        Act::SessionErased { .. }
        | Act::VariantKept { .. }
        | Act::VariantDropped { .. }
        | Act::ChangeUndone { .. }
        | Act::ProgrammePublished { .. }
        | Act::Chosen { .. }
        | Act::Unchosen { .. } => return None,
    };
    Some(lang.text_with(key, [("what", what.into())]))
}

/// A demand in a few words.
fn demanded(draft: &Programme, demand: &Demand, lang: &Locale) -> Option<String> {
    let session = |id| draft.sessions.get(id).map(|session| session.code.clone());
    let (key, what) = match demand {
        Demand::RoomFitted { room, .. } | Demand::RoomBlocked { room, .. } => {
            (key("plan-did-room"), draft.rooms.get(room)?.name.clone())
        }
        Demand::SessionNeeds { session: id, .. } => (key("plan-did-needs"), session(id)?),
        Demand::SessionLocked { session: id } => (key("plan-did-locked"), session(id)?),
        Demand::SessionUnlocked { session: id } => (key("plan-did-unlocked"), session(id)?),
        Demand::OrderDemanded { before, .. } | Demand::OrderDropped { before, .. } => {
            (key("plan-did-order"), session(before)?)
        }
        Demand::ResourceAdded { .. }
        | Demand::ResourceAmended { .. }
        | Demand::ResourceRemoved { .. }
        | Demand::ResourceRestored { .. } => return Some(lang.text("plan-did-resources")),
        Demand::WalksTimed { .. } => return Some(lang.text("plan-did-walks")),
        Demand::PersonAvailable { .. } => return Some(lang.text("plan-did-person")),
        Demand::WeightChanged { .. } => return Some(lang.text("plan-did-weights")),
    };
    Some(lang.text_with(key, [("what", what.into())]))
}

/// The types of session to choose from; another tool's word stays.
pub(super) fn kinds(known: &str, lang: &Locale) -> Vec<(String, String)> {
    let mut all: Vec<String> = SessionType::ALL.iter().map(|kind| kind.key().to_owned()).collect();
    if !known.is_empty() && !all.iter().any(|kind| kind == known) {
        all.push(known.to_owned());
    }
    all.into_iter().map(|kind| (kind.clone(), names::session_type(&kind, lang))).collect()
}

/// The languages in which sessions are commonly held, and the one that this one is in.
pub(super) fn languages(known: &str) -> Vec<(String, String)> {
    let common = ["pt", "de", "it", "hi", "bn", "id", "ko", "sw", "tr", "uk", "vi", "fa", "pl"];
    let mut all: Vec<&str> = LANGUAGES.iter().map(|language| language.tag).chain(common).collect();
    if !known.is_empty() && !all.contains(&known) {
        all.push(known);
    }
    all.into_iter().map(|tag| (tag.to_owned(), names::language(tag).to_owned())).collect()
}

/// The rooms of a draft with their seats.
pub(super) fn rooms(draft: &Programme, lang: &Locale) -> Vec<(String, String)> {
    let called = |room: &forum::programme::Room| match room.seats {
        Some(seats) => format!("{} · {}", room.name, lang.text_with("room-seats", [("count", seats.into())])),
        None => room.name.clone(),
    };
    draft.rooms.iter().map(|(id, room)| (id.to_string(), called(room))).collect()
}

/// The tracks of a draft, and none of them.
pub(super) fn tracks(draft: &Programme, lang: &Locale) -> Vec<(String, String)> {
    let none = (String::new(), lang.text("desk-no-track"));
    let all = draft.tracks.iter().map(|(id, track)| (id.to_string(), track.name.clone()));
    std::iter::once(none).chain(all).collect()
}

/// What people may do in a session.
pub(super) fn roles(lang: &Locale) -> Vec<(String, String)> {
    Role::ALL.into_iter().map(|role| (role.key().to_owned(), names::role(role, lang))).collect()
}

/// Names to choose from while typing.
pub(super) fn known_people(visit: &Visit) -> Markup {
    let persons = visit.forum().people.persons.values();
    html! {
        datalist #people { @for name in persons.filter_map(|person| person.name.text()).take(3_000) { option value=(name); } }
    }
}

/// How many a list leaves out, if it does.
pub(super) fn left_out(lang: &Locale, all: usize, shown: usize) -> Markup {
    html! { @if all > shown { p.soft { (lang.text_with("plan-and-more", [("count", (all - shown).into())])) } } }
}
