//! Who may see an act. Everything that leaves the process asks here.

use crate::{Act, Forum, OrganisationId, PersonId, Stamp, people, programme};
use serde::{Deserialize, Serialize};

/// The people for whom an act is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The world.
    Public,
    /// Whoever runs the forum.
    Secretariat,
}

/// Who is looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Viewer {
    /// Anybody.
    Public,
    /// Whoever runs the forum.
    Secretariat,
}

impl Audience {
    /// Says whether a viewer belongs to this audience.
    pub fn includes(self, viewer: Viewer) -> bool {
        match self {
            Audience::Public => true,
            Audience::Secretariat => viewer == Viewer::Secretariat,
        }
    }
}

/// Decides who may see an act of the log, as things stand now: a draft becomes public when it is published.
pub fn audience(forum: &Forum, stamp: &Stamp, act: &Act) -> Audience {
    let public = match act {
        Act::Series(_) => true,
        Act::People(act) => person_act_is_public(forum, stamp, act),
        Act::Programme(act) => programme_act_is_public(forum, stamp, act),
    };
    if public { Audience::Public } else { Audience::Secretariat }
}

fn person_act_is_public(forum: &Forum, _: &Stamp, act: &people::Act) -> bool {
    match act {
        people::Act::OrganisationAdded { id, .. } => is_public_organisation(forum, *id),
        // These hold an address for mail, a declared gender or who took part where. What a person on the programme
        // shows of themselves is shown by views, not by acts.
        people::Act::PersonAdded { .. }
        | people::Act::PersonAmended { .. }
        | people::Act::PersonErased { .. }
        | people::Act::Registered { .. }
        | people::Act::BadgeCollected { .. }
        | people::Act::JoinedOnline { .. } => false,
    }
}

/// An act about the programme is public as far as a published version shows what it did. A session that never stood
/// in a version, a title that was thought better of, a place that was tried: the makers' own business.
fn programme_act_is_public(forum: &Forum, stamp: &Stamp, act: &programme::Act) -> bool {
    let Some(programme) = act.meeting(&forum.programme).and_then(|id| forum.programme.meetings.get(&id))
    else {
        return false;
    };
    let published = programme.latest().is_some_and(|version| stamp.seq <= version.seq);
    published && programme.versions.iter().any(|version| version.shows(act))
}

/// Says whether a person stands on a published programme.
pub(crate) fn is_public_figure(forum: &Forum, person: PersonId) -> bool {
    forum.programme.is_on_programme(person)
}

/// Says whether an organisation holds a session on a published programme, or somebody on one belongs to it.
pub(crate) fn is_public_organisation(forum: &Forum, organisation: OrganisationId) -> bool {
    let belongs = |person: &PersonId| {
        forum.people.persons.get(person).is_some_and(|person| person.organisation == Some(organisation))
    };
    forum.programme.meetings.values().filter_map(programme::Programme::latest).any(|version| {
        version.sessions.values().any(|session| session.organisers.contains(&organisation))
            || version.people.iter().any(belongs)
    })
}
