//! What may be done in a review: every command, and every reason to refuse it.

mod appeals;
mod assignment;
mod decisions;
mod merges;
mod scores;
mod screening;
mod settings;
mod wishes;

use super::{Command, Settings};
use crate::call::{Proposal, Stage};
use crate::people::Office;
use crate::{Act, CallId, Context, Forum, PersonId, ProposalId, Refusal};

/// Most things that one command names.
const NAMED_MAX: usize = 5_000;

/// Decides a command. Where something is to be repaired the call hears of it too: that is the one act of another stage.
pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
    let one = match command {
        Command::SetReview { call, settings } => settings::set(forum, *call, settings)?,
        Command::Screen { .. } => return screening::screen(forum, command, context),
        Command::DeclareExpertise { call, reviewer, themes } => {
            wishes::expertise(forum, *call, *reviewer, themes)?
        }
        Command::MakeBid { proposal, reviewer, bid } => wishes::bid(forum, *proposal, *reviewer, *bid)?,
        Command::DeclareConflict { proposal, reviewer } => {
            wishes::declare(forum, *proposal, *reviewer, context)?
        }
        Command::ClearConflict { proposal, reviewer } => wishes::clear(forum, *proposal, *reviewer)?,
        Command::Assign { call, assigned } => assignment::assign(forum, *call, assigned)?,
        Command::SaveReview { .. } => scores::save(forum, command, context)?,
        Command::Decide { .. } => decisions::decide(forum, command, context)?,
        Command::Undecide { proposal } => decisions::withdraw(forum, *proposal, context)?,
        Command::Ready { proposals } => decisions::ready(forum, proposals)?,
        Command::Release { call } => decisions::release(forum, *call)?,
        Command::SuggestMerge { into, from, note } => merges::suggest(forum, *into, from, note, context)?,
        Command::AnswerMerge { merge, proposal, agrees } => {
            let acts = merges::answer(forum, *merge, *proposal, *agrees)?;
            return Ok(acts.into_iter().map(Act::from).collect());
        }
        Command::Appeal { proposal, text } => appeals::appeal(forum, *proposal, text, context)?,
        Command::AnswerAppeal { proposal, upheld, text } => {
            appeals::answer(forum, *proposal, *upheld, text, context)?
        }
        Command::SetLetter { .. } => settings::set_letter(forum, command)?,
    };
    Ok(vec![one.into()])
}

/// How a call is reviewed.
fn settings_of(forum: &Forum, call: CallId) -> Result<&Settings, Refusal> {
    if !forum.call.calls.contains_key(&call) {
        return Err(Refusal::NoSuchCall { call });
    }
    forum.review.settings.get(&call).map(AsRef::as_ref).ok_or(Refusal::NoReview)
}

/// A proposal that was submitted and still stands.
fn submitted(forum: &Forum, proposal: ProposalId) -> Result<&Proposal, Refusal> {
    let known = forum.call.proposals.get(&proposal).filter(|known| known.stage != Stage::Erased);
    let known = known.ok_or(Refusal::NoSuchProposal { proposal })?;
    if known.stage == Stage::Submitted { Ok(known) } else { Err(Refusal::NotSubmitted { proposal }) }
}

/// The same for reviewers, who must not learn from a refusal that there is a draft.
fn shown(forum: &Forum, proposal: ProposalId) -> Result<&Proposal, Refusal> {
    submitted(forum, proposal).map_err(|_| Refusal::NoSuchProposal { proposal })
}

/// Somebody who holds the office of a reviewer.
fn reviewer(forum: &Forum, person: PersonId) -> Result<(), Refusal> {
    forum.people.living(person)?;
    match forum.people.holds(person, Office::Reviewer) {
        true => Ok(()),
        false => Err(Refusal::NotAReviewer { person }),
    }
}

fn at_most(field: &'static str, have: usize, max: usize) -> Result<(), Refusal> {
    if have > max { Err(Refusal::TooMany { field: field.into(), have, max }) } else { Ok(()) }
}

/// Names of reasons, each once and all known, in the order of the settings.
fn reasons(settings: &Settings, typed: &[String]) -> Result<Vec<String>, Refusal> {
    if let Some(unknown) = typed.iter().find(|key| !settings.has_reason(key)) {
        return Err(unknown_choice("reasons", unknown));
    }
    let named = settings.reasons.iter().filter(|reason| typed.contains(&reason.key));
    Ok(named.map(|reason| reason.key.clone()).collect())
}

fn unknown_choice(field: &'static str, value: &str) -> Refusal {
    // What was made up may be of any length; so much of it says which it is.
    Refusal::UnknownChoice { field: field.into(), value: value.chars().take(80).collect() }
}
