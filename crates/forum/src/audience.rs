//! Who may see an act. Everything that leaves the process asks here.

use crate::{Act, Forum, PersonId, Stamp, people, programme};
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

fn person_act_is_public(_: &Forum, _: &Stamp, act: &people::Act) -> bool {
    match act {
        people::Act::OrganisationAdded { .. } => true,
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

fn programme_act_is_public(forum: &Forum, stamp: &Stamp, act: &programme::Act) -> bool {
    let published = forum.programme.published_until(act.meeting(&forum.programme));
    stamp.seq <= published
}

/// Says whether a person stands on a published programme.
pub(crate) fn is_public_figure(forum: &Forum, person: PersonId) -> bool {
    forum.programme.is_on_programme(person)
}
