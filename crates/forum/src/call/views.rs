//! What pages, checks and exports read of calls and proposals.
//!
//! Who may see what of a proposal is said by [`proposal`] and [`proposals`]; everything that shows one to somebody asks
//! them. The other functions are for rules, and for pages of those who have passed that door.

mod form;
mod known;
mod sight;
mod teams;

pub use form::{At, Lack, What, asked, missing, number_in, words_in};
pub use known::{Known, Who, each_once, organisations_of, who};
pub use sight::{PartView, ProposalView, Sight, proposal, proposals, sight};
pub use teams::{IssueView, Member, TeamView, team, teams};

pub use super::requirements::{breaches, breaches_of_all};
use super::{Answer, Call, Gate, Mode, Part, Proposal, Stage};
use crate::people::{Role, mailbox};
use crate::reference::session_types::SessionType;
use crate::{CallId, Forum, MeetingId, PartId, PersonId, ProposalId, Viewer};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// The public short name of a proposal, once it has a number: `WS #12`.
pub fn code(proposal: &Proposal) -> Option<String> {
    let number = proposal.number?;
    let prefix = match SessionType::from_key(&proposal.kind) {
        Some(kind) => kind.facts().code,
        None if proposal.kind == super::ISSUE => "Issue",
        None => &proposal.kind,
    };
    Some(format!("{prefix} #{number}"))
}

/// What was answered, if anything is.
pub fn answer<'a>(proposal: &'a Proposal, field: &str) -> Option<&'a Answer> {
    proposal.answers.get(field)?.now.as_ref()
}

/// What was typed into a field, unless it is blank or erased.
pub fn text<'a>(proposal: &'a Proposal, field: &str) -> Option<&'a str> {
    match answer(proposal, field)? {
        Answer::Text(words) => words.text().filter(|text| !text.trim().is_empty()),
        Answer::Chosen(_) => None,
    }
}

/// A text that may be left out, unless it is erased.
pub(crate) fn text_of(words: &Option<crate::Words>) -> Option<&str> {
    words.as_ref().and_then(|words| words.text())
}

/// What was chosen in a field.
pub fn chosen<'a>(proposal: &'a Proposal, field: &str) -> &'a [String] {
    match answer(proposal, field) {
        Some(Answer::Chosen(keys)) => keys,
        _ => &[],
    }
}

/// Its title, if it has one.
pub fn title(proposal: &Proposal) -> Option<&str> {
    text(proposal, "title")
}

/// Those who stand in a proposal and have not declined.
pub fn standing(proposal: &Proposal) -> impl Iterator<Item = (PartId, &Part)> {
    let there = |part: &Part| part.agrees != Some(false) && !part.name.is_erased();
    proposal.parts.iter().filter(move |(_, part)| there(part)).map(|(id, part)| (*id, part))
}

/// Those of them who speak.
pub fn speakers(proposal: &Proposal) -> impl Iterator<Item = &Part> {
    standing(proposal).map(|(_, part)| part).filter(|part| part.role == Role::Speaker)
}

/// Who organises a proposal, and so may edit it: who began it, and who agreed to organise it.
pub fn organisers_of(proposal: &Proposal) -> Vec<PersonId> {
    let agreed =
        standing(proposal).filter(|(_, part)| part.role == Role::Organiser && part.agrees == Some(true));
    let mut all = vec![proposal.by];
    for person in agreed.filter_map(|(_, part)| part.person) {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    all
}

/// Whether a person organises a proposal.
pub fn organises(proposal: &Proposal, person: PersonId) -> bool {
    proposal.stage != Stage::Erased && organisers_of(proposal).contains(&person)
}

/// When a type of session may be proposed.
pub fn gate(call: &Call, kind: &str) -> Gate {
    let offer = call.offers.iter().find(|offer| offer.kind == kind);
    offer.and_then(|offer| offer.gate).unwrap_or(call.about.gate)
}

/// Until when a proposal may be written and submitted: as its gate says, or as was allowed to one of its organisers, or
/// to all of them when it was opened again.
pub fn closes(call: &Call, proposal: &Proposal) -> Timestamp {
    let late = organisers_of(proposal).into_iter().filter_map(|person| call.late.get(&person).copied());
    late.chain(proposal.until).fold(gate(call, &proposal.kind).closes, Timestamp::max)
}

/// The calls that a viewer may see, the latest first.
pub fn calls(forum: &Forum, viewer: Viewer) -> Vec<&Call> {
    let runs = viewer.runs(forum);
    forum.call.calls.values().rev().map(|call| &**call).filter(|call| call.announced || runs).collect()
}

/// A call, if the viewer may see it.
pub fn call(forum: &Forum, viewer: Viewer, id: CallId) -> Option<&Call> {
    forum.call.calls.get(&id).map(|call| &**call).filter(|call| call.announced || viewer.runs(forum))
}

/// The calls of a meeting that gather something.
pub fn calls_of(forum: &Forum, meeting: MeetingId, mode: Mode) -> impl Iterator<Item = &Call> {
    let all = forum.call.calls.values().map(|call| &**call);
    all.filter(move |call| call.meeting == meeting && call.mode == mode)
}

/// What a person organises, the latest first.
pub fn mine(forum: &Forum, person: PersonId) -> Vec<&Proposal> {
    let all = forum.call.proposals.values().rev().map(|proposal| &**proposal);
    all.filter(|proposal| organises(proposal, person)).collect()
}

/// Where a person was asked to take part, or has agreed to.
pub fn asked_of(forum: &Forum, person: PersonId) -> Vec<(ProposalId, PartId)> {
    let standing = forum.call.proposals.values().filter(|proposal| is_open_to_answers(proposal));
    let parts =
        standing.flat_map(|proposal| proposal.parts.iter().map(|(part, known)| (proposal.id, *part, known)));
    parts
        .filter(|(_, _, part)| part.invited.is_some() && is_asked(forum, part, person))
        .map(|(proposal, part, _)| (proposal, part))
        .collect()
}

/// Whether somebody may still say whether they take part.
pub(super) fn is_open_to_answers(proposal: &Proposal) -> bool {
    matches!(proposal.stage, Stage::Draft | Stage::Submitted)
}

/// Whether a person is the one whom a part names: they hold the mailbox that was asked.
pub fn is_asked(forum: &Forum, part: &Part, person: PersonId) -> bool {
    let own = forum.people.persons.get(&person).and_then(|known| known.email.as_ref()?.text());
    let named = text_of(&part.email);
    own.zip(named).is_some_and(|(own, named)| mailbox(own) == mailbox(named))
}

/// Whether somebody with this mailbox was asked to take part in something.
pub(crate) fn asks_mailbox(forum: &Forum, address: &str) -> bool {
    let standing = forum.call.proposals.values().filter(|proposal| is_open_to_answers(proposal));
    let mut invited =
        standing.flat_map(|proposal| proposal.parts.values()).filter(|part| part.invited.is_some());
    let address = mailbox(address);
    invited.any(|part| text_of(&part.email).is_some_and(|text| mailbox(text) == address))
}

/// How many proposals were submitted on which day (UTC). What was withdrawn or erased since is not counted.
pub fn counts_by_day(forum: &Forum, call: CallId) -> Vec<(Date, usize)> {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    for proposal in forum.call.proposals.values() {
        if proposal.call == call
            && proposal.stage == Stage::Submitted
            && let Some(at) = proposal.submitted
        {
            *days.entry(TimeZone::UTC.to_datetime(at).date()).or_default() += 1;
        }
    }
    days.into_iter().collect()
}
