//! What reviewers say of themselves: what they know, what they would like to review, and what they must not.

use super::{NAMED_MAX, at_most, reviewer as holds_office, settings_of, shown, unknown_choice};
use crate::call::{Call, FieldKind};
use crate::review::conflicts::{Finder, conflict};
use crate::review::{Act, Bid, Conflict};
use crate::{Actor, CallId, Context, Forum, PersonId, ProposalId, Refusal};
use std::collections::BTreeSet;

/// Says which themes somebody knows.
pub(super) fn expertise(
    forum: &Forum,
    call: CallId,
    reviewer: PersonId,
    typed: &[String],
) -> Result<Act, Refusal> {
    settings_of(forum, call)?;
    holds_office(forum, reviewer)?;
    at_most("themes", typed.len(), NAMED_MAX)?;
    let known = themes(&forum.call.calls[&call]);
    if let Some(unknown) = typed.iter().find(|theme| !known.contains(theme.as_str())) {
        return Err(unknown_choice("themes", unknown));
    }
    let themes: Vec<String> = typed.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect();
    let old = forum.review.expertise.get(&call).and_then(|known| known.get(&reviewer));
    if old.map_or(themes.is_empty(), |old| *old == themes) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Act::ExpertiseDeclared { call, reviewer, themes })
}

/// The keys among which a call lets proposers choose a theme.
fn themes(call: &Call) -> BTreeSet<&str> {
    let field = call.fields.iter().find(|field| field.key == "theme");
    let choices = field.map(|field| match &field.kind {
        FieldKind::One(choices) | FieldKind::Several(choices) => choices.as_slice(),
        _ => &[],
    });
    choices.unwrap_or_default().iter().map(|choice| choice.key.as_str()).collect()
}

/// Says how gladly somebody would review a proposal. Whether they could is not asked: a refusal would tell who stands
/// behind it. The assignment sees to that.
pub(super) fn bid(
    forum: &Forum,
    proposal: ProposalId,
    reviewer: PersonId,
    bid: Option<Bid>,
) -> Result<Act, Refusal> {
    holds_office(forum, reviewer)?;
    settings_of(forum, shown(forum, proposal)?.call)?;
    let old = forum.review.bids.get(&proposal).and_then(|bids| bids.get(&reviewer));
    if old.copied() == bid {
        return Err(Refusal::NothingChanged);
    }
    Ok(Act::BidMade { proposal, reviewer, bid })
}

/// Notes a conflict: by one's own word, or by the desk's for one that it knows of or that was found.
pub(super) fn declare(
    forum: &Forum,
    proposal: ProposalId,
    reviewer: PersonId,
    context: &Context,
) -> Result<Act, Refusal> {
    holds_office(forum, reviewer)?;
    settings_of(forum, shown(forum, proposal)?.call)?;
    let noted = forum.review.conflicts.get(&proposal).is_some_and(|noted| noted.contains_key(&reviewer));
    if noted {
        return Err(Refusal::NothingChanged);
    }
    let own = context.actor == Actor::Person(reviewer);
    let found = || Finder::of(forum, [reviewer]).in_proposal(proposal).get(&reviewer).copied();
    let why = if own { Conflict::Declared } else { found().unwrap_or(Conflict::Declared) };
    Ok(Act::ConflictNoted { proposal, reviewer, why })
}

/// Clears a conflict that does not hold.
pub(super) fn clear(forum: &Forum, proposal: ProposalId, reviewer: PersonId) -> Result<Act, Refusal> {
    forum.people.living(reviewer)?;
    settings_of(forum, shown(forum, proposal)?.call)?;
    match conflict(forum, proposal, reviewer) {
        Some(_) => Ok(Act::ConflictCleared { proposal, reviewer }),
        None => Err(Refusal::NothingChanged),
    }
}
