//! What may be done to calls and proposals.

mod calls;
mod clusters;
mod drafts;
mod form;
mod parts;
mod submit;

use super::{Act, Call, Command, Proposal, Saved, Stage, views};
use crate::{Actor, CallId, Context, Forum, PersonId, ProposalId, Refusal, Seq, Viewer};
use jiff::{SignedDuration, Timestamp};

/// Within this time, what somebody saves takes the place of what they saved before: they are still typing.
const TYPING: SignedDuration = SignedDuration::from_mins(10);

pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
    match command {
        Command::AddCall { meeting, mode, about } => calls::add(forum, *meeting, *mode, about),
        command => one(forum, command, context).map(|act| vec![act]),
    }
}

/// Every command but the one that makes a call with all that it asks.
fn one(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    match command {
        Command::AddCall { .. } => Err(Refusal::NothingChanged),
        Command::AmendCall { call, about } => calls::amend(forum, *call, about),
        Command::AnnounceCall { call } => calls::announce(forum, *call),
        Command::OfferKind { call, offer } => calls::offer(forum, *call, offer),
        Command::DropKind { call, kind } => calls::drop_kind(forum, *call, kind),
        Command::AllowLate { call, person, until } => {
            calls::allow_late(forum, *call, *person, *until, context.now)
        }
        Command::SetField { call, field, before } => form::set_field(forum, *call, field, before.as_deref()),
        Command::DropField { call, field } => form::drop_field(forum, *call, field),
        Command::SetRequirement { call, requirement } => form::set_requirement(forum, *call, requirement),
        Command::DropRequirement { call, key } => form::drop_requirement(forum, *call, key),
        Command::Begin { call, kind } => drafts::begin(forum, *call, kind, context),
        Command::ChooseKind { proposal, kind } => drafts::choose_kind(forum, *proposal, kind, context),
        Command::SaveAnswer { proposal, field, values, on } => {
            drafts::save_answer(forum, *proposal, field, (values, *on), context)
        }
        Command::SavePart { proposal, part, on, entry } => {
            parts::save(forum, *proposal, *part, (entry, *on), context)
        }
        Command::RemovePart { proposal, part } => parts::remove(forum, *proposal, *part, context),
        Command::InvitePart { proposal, part } => parts::invite(forum, *proposal, *part, context.now),
        Command::AnswerPart { proposal, part, agrees } => {
            parts::answer(forum, *proposal, *part, *agrees, context.actor)
        }
        Command::Submit { proposal } => submit::submit(forum, *proposal, context.now),
        Command::Reopen { proposal, until } => submit::reopen(forum, *proposal, *until, context),
        Command::Withdraw { proposal } => submit::withdraw(forum, *proposal),
        Command::Erase { proposal } => submit::erase(forum, *proposal),
        Command::AddCluster { .. }
        | Command::RenameCluster { .. }
        | Command::PutIssue { .. }
        | Command::DropCluster { .. }
        | Command::FormTeam { .. }
        | Command::JoinTeam { .. }
        | Command::LeaveTeam { .. }
        | Command::PlanTeam { .. } => clusters::decide(forum, command, context),
    }
}

fn call(forum: &Forum, id: CallId) -> Result<&Call, Refusal> {
    forum.call.calls.get(&id).map(|call| &**call).ok_or(Refusal::NoSuchCall { call: id })
}

/// A proposal that was not erased, and its call.
fn proposal(forum: &Forum, id: ProposalId) -> Result<(&Call, &Proposal), Refusal> {
    let refuse = Refusal::NoSuchProposal { proposal: id };
    let known = forum.call.proposals.get(&id).filter(|known| known.stage != Stage::Erased).ok_or(refuse)?;
    Ok((call(forum, known.call)?, known))
}

/// A draft that may be written now.
fn draft(forum: &Forum, id: ProposalId, now: Timestamp) -> Result<(&Call, &Proposal), Refusal> {
    let (call, known) = proposal(forum, id)?;
    match known.stage {
        Stage::Draft => is_open(call, known, now).map(|()| (call, known)),
        Stage::Submitted => Err(Refusal::ReopenFirst { code: code(known) }),
        Stage::Withdrawn | Stage::Erased => Err(Refusal::ProposalWithdrawn { proposal: id }),
    }
}

/// Whether a proposal may be written and submitted at a time.
fn is_open(call: &Call, proposal: &Proposal, now: Timestamp) -> Result<(), Refusal> {
    let opens = views::gate(call, &proposal.kind).opens;
    let closes = views::closes(call, proposal);
    // A draft from before its gate was moved may wait; what was opened again need not.
    if now < opens && proposal.until.is_none_or(|until| until <= now) {
        return Err(Refusal::NotOpenYet { opens });
    }
    if now >= closes { Err(Refusal::CallClosed { closes }) } else { Ok(()) }
}

/// What a proposal is called in a refusal.
fn code(proposal: &Proposal) -> String {
    views::code(proposal).unwrap_or_else(|| proposal.id.to_string())
}

/// Whether an actor runs the forum.
fn runs(forum: &Forum, actor: Actor) -> bool {
    Viewer::from(Some(actor)).runs(forum)
}

/// Whether whoever types has seen what was saved last.
fn seen(on: Seq, last: Seq) -> Result<(), Refusal> {
    if on == last { Ok(()) } else { Err(Refusal::SavedMeanwhile { seq: last }) }
}

/// Whether somebody who saves now is still typing what they saved before.
fn still_types<T>(saved: &Saved<T>, context: &Context) -> bool {
    saved.by == context.actor && saved.at.duration_until(context.now) < TYPING
}

/// What differs from what is known already.
fn changed<T: PartialEq>(old: Option<&T>, new: T) -> Result<T, Refusal> {
    if old == Some(&new) { Err(Refusal::NothingChanged) } else { Ok(new) }
}

/// The bounds of a list.
fn at_most(field: &'static str, have: usize, max: usize) -> Result<(), Refusal> {
    if have > max { Err(Refusal::TooMany { field: field.into(), have, max }) } else { Ok(()) }
}

/// A time that is still to come.
fn ahead(field: &'static str, at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if at > now { Ok(()) } else { Err(Refusal::TimePast { field: field.into(), at }) }
}

/// In whose name a person acts; who sits at the server is none.
fn person(actor: Actor) -> Result<PersonId, Refusal> {
    match actor {
        Actor::Person(person) => Ok(person),
        Actor::Secretariat | Actor::Newcomer => Err(Refusal::NotAllowed),
    }
}
