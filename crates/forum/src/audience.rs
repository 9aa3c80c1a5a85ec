//! Who may see an act. Everything that leaves the process asks here.

use crate::access::{AccessSet, access};
use crate::people::Office;
use crate::{
    Act, Actor, CallId, ClusterId, Forum, MergeId, OrganisationId, PersonId, ProposalId, Stamp, call, people,
    programme, review,
};
use serde::{Deserialize, Serialize};

/// The people for whom an act is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The world.
    Public,
    /// The person whom it is about, and whoever runs the forum.
    Person(PersonId),
    /// The person whom it is about, and nobody else: whoever runs the forum sees counts.
    Alone(PersonId),
    /// Those who organise a proposal, and whoever runs the forum.
    Team(ProposalId),
    /// Those who are in the team of a cluster, and whoever runs the forum.
    Members(ClusterId),
    /// Whoever runs the forum.
    Secretariat,
    /// Those who decide: whoever runs the forum, and its chairs.
    Chairs,
    /// Those who decide about a proposal: a chair who has an interest in it is not among them.
    Panel(ProposalId),
    /// A reviewer, and those who decide.
    Reviewer(PersonId),
    /// A reviewer of a proposal, and those who decide about it.
    Review(ProposalId, PersonId),
    /// The organisers of a proposal, and those who decide about it.
    Told(ProposalId),
    /// The organisers of the proposals that might be merged, and those who decide.
    Merge(MergeId),
}

/// Who is looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Viewer {
    /// Anybody.
    Public,
    /// A person known to the forum, in whatever office.
    Person(PersonId),
    /// Whoever sits at the server.
    Secretariat,
}

impl Viewer {
    /// Whether the viewer runs the forum, and so sees drafts and whoever is in it: whether the secretariat is among what
    /// they are to it. Asked of every line of long lists, and so without looking through the programme.
    pub fn runs(self, forum: &Forum) -> bool {
        match self {
            Viewer::Public => false,
            Viewer::Person(person) => {
                forum.people.living(person).is_ok() && forum.people.holds(person, Office::Secretariat)
            }
            Viewer::Secretariat => true,
        }
    }

    /// What the viewer is to the forum.
    pub fn access(self, forum: &Forum) -> AccessSet {
        let actor = match self {
            Viewer::Public => None,
            Viewer::Person(person) => Some(Actor::Person(person)),
            Viewer::Secretariat => Some(Actor::Secretariat),
        };
        access(forum, actor)
    }
}

impl From<Option<Actor>> for Viewer {
    fn from(actor: Option<Actor>) -> Viewer {
        match actor {
            None | Some(Actor::Newcomer) => Viewer::Public,
            Some(Actor::Person(person)) => Viewer::Person(person),
            Some(Actor::Secretariat) => Viewer::Secretariat,
        }
    }
}

impl Audience {
    /// Says whether a viewer belongs to this audience, as things stand now.
    pub fn includes(self, forum: &Forum, viewer: Viewer) -> bool {
        match self {
            Audience::Public => true,
            Audience::Person(person) => viewer == Viewer::Person(person) || viewer.runs(forum),
            Audience::Alone(person) => viewer == Viewer::Person(person),
            Audience::Team(proposal) => {
                let known = forum.call.proposals.get(&proposal);
                let organises = |person| known.is_some_and(|known| call::views::organises(known, person));
                matches!(viewer, Viewer::Person(person) if organises(person)) || viewer.runs(forum)
            }
            Audience::Members(cluster) => {
                let known = forum.call.clusters.get(&cluster);
                let belongs = |person| known.is_some_and(|known| known.team.contains_key(&person));
                matches!(viewer, Viewer::Person(person) if belongs(person)) || viewer.runs(forum)
            }
            Audience::Secretariat => viewer.runs(forum),
            Audience::Chairs => review::views::decides(forum, viewer),
            Audience::Panel(proposal) => review::views::is_panel(forum, viewer, proposal),
            Audience::Reviewer(person) => {
                viewer == Viewer::Person(person) || review::views::decides(forum, viewer)
            }
            Audience::Review(proposal, person) => {
                viewer == Viewer::Person(person) || review::views::is_panel(forum, viewer, proposal)
            }
            Audience::Told(proposal) => review::views::is_told(forum, viewer, proposal),
            Audience::Merge(merge) => review::views::is_asked(forum, viewer, merge),
        }
    }
}

/// Decides who may see an act of the log, as things stand now: a draft becomes public when it is published.
pub fn audience(forum: &Forum, stamp: &Stamp, act: &Act) -> Audience {
    let public = match act {
        Act::Series(_) | Act::Settings(_) => true,
        Act::People(act) => return of_people(forum, act),
        Act::Call(act) => return of_calls(forum, act),
        Act::Review(act) => return of_review(forum, stamp, act),
        Act::Programme(act) if act.chooser().is_some() => {
            return act.chooser().map_or(Audience::Secretariat, Audience::Alone);
        }
        Act::Programme(act) => programme_act_is_public(forum, stamp, act),
    };
    if public { Audience::Public } else { Audience::Secretariat }
}

/// What a reviewer writes is theirs and of those who decide; what the organisers may know of it is shown by views, without
/// a name and without a time. What is decided is nobody's to know before it is released.
fn of_review(forum: &Forum, stamp: &Stamp, act: &review::Act) -> Audience {
    use review::{Act, Conflict};
    match act {
        Act::ReviewSet { call, .. } => {
            let announced = forum.call.calls.get(call).is_some_and(|call| call.announced);
            if announced { Audience::Public } else { Audience::Chairs }
        }
        Act::ProposalScreened { proposal, .. }
        | Act::AppealMade { proposal, .. }
        | Act::AppealAnswered { proposal, .. } => Audience::Told(*proposal),
        Act::ExpertiseDeclared { reviewer, .. } => Audience::Reviewer(*reviewer),
        Act::BidMade { proposal, reviewer, .. }
        | Act::ReviewSaved { proposal, reviewer, .. }
        | Act::ConflictNoted { proposal, reviewer, why: Conflict::Declared } => {
            Audience::Review(*proposal, *reviewer)
        }
        // That a conflict was found says who stands behind the proposal.
        Act::ConflictNoted { proposal, .. }
        | Act::ConflictCleared { proposal, .. }
        | Act::DecisionWithdrawn { proposal } => Audience::Panel(*proposal),
        Act::ReviewersAssigned { .. }
        | Act::DecisionsReadied { .. }
        | Act::DecisionsReleased { .. }
        | Act::LetterSet { .. } => Audience::Chairs,
        Act::DecisionTaken { proposal, .. } => {
            let known = forum.review.decisions.get(proposal).and_then(|known| known.released());
            let released = known.is_some_and(|known| known.seq == stamp.seq);
            if released { Audience::Told(*proposal) } else { Audience::Panel(*proposal) }
        }
        Act::MergeSuggested { id: merge, .. } | Act::MergeAnswered { merge, .. } => Audience::Merge(*merge),
    }
}

fn of_people(forum: &Forum, act: &people::Act) -> Audience {
    match act {
        people::Act::OrganisationAdded { id, .. } if is_public_organisation(forum, *id) => Audience::Public,
        people::Act::OrganisationAdded { .. } => Audience::Secretariat,
        // These hold an address for mail, a declared gender or who took part where. What a person on the programme
        // shows of themselves is shown by views, not by acts.
        people::Act::PersonAdded { id: person, .. }
        | people::Act::PersonAmended { person, .. }
        | people::Act::PersonErased { person, .. }
        | people::Act::Registered { person, .. }
        | people::Act::BadgeCollected { person, .. }
        | people::Act::JoinedOnline { person, .. }
        | people::Act::OfficeProposed { person, .. }
        | people::Act::OfficeGranted { person, .. }
        | people::Act::OfficeEnded { person, .. }
        | people::Act::OfficeEndProposed { person, .. }
        | people::Act::MailboxChanged { person, .. } => Audience::Person(*person),
    }
}

/// A call is public once it was announced, with all that it asks; a proposal is its organisers' own. What others may read
/// of one is shown by views, not by acts: an act says who wrote it, and when.
fn of_calls(forum: &Forum, act: &call::Act) -> Audience {
    use call::Act as Of;
    let announced = |call: &CallId| match forum.call.calls.get(call).is_some_and(|call| call.announced) {
        true => Audience::Public,
        false => Audience::Secretariat,
    };
    let formed =
        |cluster: &ClusterId| match forum.call.clusters.get(cluster).is_some_and(|known| known.formed) {
            true => Audience::Public,
            false => Audience::Secretariat,
        };
    if let Some(proposal) = act.of_organisers() {
        return Audience::Team(proposal);
    }
    match act {
        Of::CallAdded { id: call, .. }
        | Of::CallAmended { call, .. }
        | Of::CallAnnounced { call }
        | Of::KindOffered { call, .. }
        | Of::KindDropped { call, .. }
        | Of::FieldSet { call, .. }
        | Of::FieldDropped { call, .. }
        | Of::RequirementSet { call, .. }
        | Of::RequirementDropped { call, .. } => announced(call),
        Of::LateAllowed { person, .. } => Audience::Person(*person),
        // A team plans in the open; who is in it is shown by views, as far as they agreed to that.
        Of::TeamFormed { cluster } | Of::TeamPlanned { cluster, .. } => formed(cluster),
        Of::TeamJoined { cluster, .. } | Of::TeamLeft { cluster, .. } => Audience::Members(*cluster),
        // How issues came together is the editors' own business.
        _ => Audience::Secretariat,
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
