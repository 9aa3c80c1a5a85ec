//! Who sees what of a proposal. Nothing of one leaves the process but through here.

use super::{answer, asked, code, is_asked, is_open_to_answers, organises, title};
use crate::call::{Answer, Call, Field, Known, Part, Proposal, Seen, Stage};
use crate::people::{Attendance, Office, Role};
use crate::reference::countries::CountryCode;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{CallId, Forum, PartId, PersonId, ProposalId, Viewer};
use jiff::Timestamp;

/// As what somebody sees a proposal, from the outside inwards.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sight {
    /// Its title, and who organises it unless a blind review hides that: the call says that this is public at once.
    Title,
    /// It was accepted and that was released: what is public of it, and those who agreed.
    Public,
    /// Somebody who was asked to take part: the same before it is decided, and their own part.
    Asked,
    /// A reviewer, where the review is blind or not settled yet: nothing that says who stands behind it.
    Blind,
    /// A reviewer.
    Reviewer,
    /// Its organisers, and whoever runs the forum: everything.
    Team,
}

/// A proposal as somebody may see it.
pub struct ProposalView<'a> {
    /// As what they see it.
    pub sight: Sight,
    /// Its id.
    pub id: ProposalId,
    /// The call.
    pub call: &'a Call,
    /// Its public short name, once it has one.
    pub code: Option<String>,
    /// What kind of session.
    pub kind: &'a str,
    /// How far it is.
    pub stage: Stage,
    /// Its title.
    pub title: Option<&'a str>,
    /// Who proposes it: the person and their name.
    pub by: Option<(PersonId, &'a str)>,
    /// When it was submitted last.
    pub submitted: Option<Timestamp>,
    /// The fields that were asked and the answers, in the order of the form. Who saved them and what stood there before is
    /// for those who have the proposal itself.
    pub fields: Vec<(&'a Field, Option<&'a Answer>)>,
    /// Those who stand in it, in the order in which they were entered.
    pub parts: Vec<PartView<'a>>,
}

/// Somebody in a proposal, as somebody may see them. What is not there may be hidden.
pub struct PartView<'a> {
    /// Which part.
    pub id: PartId,
    /// As what.
    pub role: Role,
    /// Who.
    pub name: Option<&'a str>,
    /// Their address for mail; for organisers and the secretariat only.
    pub email: Option<&'a str>,
    /// Their organisation.
    pub organisation: Option<&'a str>,
    /// Their country.
    pub country: Option<CountryCode>,
    /// Their stakeholder group.
    pub group: Option<StakeholderGroup>,
    /// Their regional group.
    pub region: Option<RegionalGroup>,
    /// Their gender.
    pub gender: Gender,
    /// Whether they come.
    pub attendance: Option<Attendance>,
    /// Whether the organiser says that they mean to come.
    pub confirmed: bool,
    /// When they were asked.
    pub invited: Option<Timestamp>,
    /// What they said.
    pub agrees: Option<bool>,
    /// Who they are to the forum.
    pub person: Option<PersonId>,
}

/// As what a viewer sees a proposal, if they see it at all.
pub fn sight(forum: &Forum, viewer: Viewer, proposal: &Proposal) -> Option<Sight> {
    let call = forum.call.calls.get(&proposal.call)?;
    if viewer.runs(forum) {
        return Some(Sight::Team);
    }
    let submitted = proposal.stage == Stage::Submitted;
    let accepted = submitted && forum.is_accepted(proposal.id);
    if let Viewer::Person(person) = viewer {
        if organises(proposal, person) {
            return Some(Sight::Team);
        }
        let reviews =
            [Office::Reviewer, Office::Chair].iter().any(|office| forum.people.holds(person, *office));
        if submitted && reviews && !forum.barred(person, proposal.id) {
            let blind = forum.blind(call.id) && !accepted;
            return Some(if blind { Sight::Blind } else { Sight::Reviewer });
        }
        let mut parts = proposal.parts.values().filter(|part| part.invited.is_some());
        if is_open_to_answers(proposal) && parts.any(|part| is_asked(forum, part, person)) {
            return Some(Sight::Asked);
        }
    }
    let open = submitted && call.announced && call.about.open;
    if accepted { Some(Sight::Public) } else { open.then_some(Sight::Title) }
}

/// A proposal, as far as a viewer may see it.
pub fn proposal(forum: &Forum, viewer: Viewer, id: ProposalId) -> Option<ProposalView<'_>> {
    let known = forum.call.proposals.get(&id)?;
    let sight = sight(forum, viewer, known)?;
    Some(view(forum, viewer, known, sight))
}

/// The proposals of a call, as far as a viewer may see them, by their numbers; drafts come last.
pub fn proposals(forum: &Forum, viewer: Viewer, call: CallId) -> Vec<ProposalView<'_>> {
    let all = forum.call.proposals.values().filter(|proposal| proposal.call == call);
    let seen = all.filter_map(|proposal| Some((proposal, sight(forum, viewer, proposal)?)));
    let standing = seen.filter(|(proposal, _)| proposal.stage != Stage::Erased);
    let mut sorted: Vec<_> = standing.collect();
    sorted.sort_by_key(|(proposal, _)| (proposal.number.is_none(), proposal.number, proposal.id));
    sorted.into_iter().map(|(proposal, sight)| view(forum, viewer, proposal, sight)).collect()
}

fn view<'a>(forum: &'a Forum, viewer: Viewer, known: &'a Proposal, sight: Sight) -> ProposalView<'a> {
    let call = &forum.call.calls[&known.call];
    // Where a call is both open and reviewed blindly, or may be, only titles are public.
    let named = match sight {
        Sight::Blind => false,
        Sight::Title => !forum.blind(call.id),
        _ => true,
    };
    let name = || forum.people.persons.get(&known.by).map_or("", |person| person.name.or_empty());
    let fields = asked(call, known).into_iter().filter(|field| shows(sight, field));
    let parts =
        known.parts.iter().filter_map(|(id, part)| part_view(forum, viewer, call, sight, named, (*id, part)));
    ProposalView {
        sight,
        id: known.id,
        call,
        code: code(known),
        kind: &known.kind,
        stage: known.stage,
        title: title(known),
        by: named.then(|| (known.by, name())),
        submitted: known.submitted,
        fields: fields.map(|field| (field, answer(known, &field.key))).collect(),
        parts: parts.collect(),
    }
}

/// Whether a field is shown to those who see a proposal so.
fn shows(sight: Sight, field: &Field) -> bool {
    match sight {
        Sight::Team => true,
        Sight::Reviewer => field.seen != Seen::Secretariat,
        Sight::Blind => matches!(field.seen, Seen::Public | Seen::Reviewers),
        Sight::Public | Sight::Asked => field.seen == Seen::Public,
        Sight::Title => field.key == "title",
    }
}

/// Somebody in a proposal, if those who see it so may know that they are there.
fn part_view<'a>(
    forum: &Forum,
    viewer: Viewer,
    call: &Call,
    sight: Sight,
    named: bool,
    (id, part): (PartId, &'a Part),
) -> Option<PartView<'a>> {
    let own =
        matches!(viewer, Viewer::Person(person) if part.invited.is_some() && is_asked(forum, part, person));
    let (declined, agreed) = (part.agrees == Some(false), part.agrees == Some(true));
    let there = match sight {
        Sight::Team => true,
        Sight::Reviewer | Sight::Blind => !declined,
        Sight::Public | Sight::Asked => agreed,
        Sight::Title => named && agreed && part.role == Role::Organiser,
    };
    let asked = own && sight == Sight::Asked;
    if !(there || asked) {
        return None;
    }
    let (team, review) = (sight == Sight::Team || own && named, sight >= Sight::Blind || own);
    let Known { group, region, gender } = Known::of(forum, call, part);
    Some(PartView {
        id,
        role: part.role,
        name: part.name.text().filter(|_| named),
        email: part.email.as_ref().and_then(|email| email.text()).filter(|_| team),
        organisation: part.organisation.as_ref().and_then(|name| name.text()).filter(|_| named),
        country: part.country.filter(|_| named),
        group,
        region,
        gender: if review { gender } else { Gender::NotSaid },
        attendance: part.attendance.filter(|_| review),
        confirmed: part.confirmed && review,
        invited: part.invited.filter(|_| team),
        agrees: part.agrees.filter(|_| review || agreed),
        person: part.person.filter(|_| named && part.agrees == Some(true)),
    })
}
