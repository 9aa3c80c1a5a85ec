//! Calls: what they say, until when, and for which types of session.

use super::{ahead, at_most, call, changed};
use crate::call::{About, Act, FIELDS, Gate, Mode, Offer, REQUIREMENTS, Said, offers};
use crate::text::{NAME_MAX, PROSE_MAX, bounded, language, line, optional_prose};
use crate::{CallId, Forum, MeetingId, PersonId, Refusal};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Most languages in which something is said.
const LANGUAGES_MAX: usize = 20;
/// Longest title of a call, label of a field or option, in characters.
const LABEL_MAX: usize = 300;
/// Most types of session of a call.
const OFFERS_MAX: usize = 40;
/// Most lengths among which one may choose.
const MINUTES_MAX: usize = 40;
/// Longest session, in minutes: a whole day.
const DAY: u32 = 24 * 60;
/// Most proposals that one person may be allowed to submit.
const MOST_MAX: u32 = 1_000;

pub(super) fn add(forum: &Forum, meeting: MeetingId, mode: Mode, typed: &About) -> Result<Vec<Act>, Refusal> {
    forum.series.meeting(meeting)?;
    let call = CallId::after(forum.call.calls.keys().next_back());
    let mut acts = vec![Act::CallAdded { id: call, meeting, mode, about: about(typed)? }];
    acts.extend(offers(mode).into_iter().map(|offer| Act::KindOffered { call, offer }));
    let fields = FIELDS.iter().filter(|field| field.is_for(mode));
    acts.extend(fields.map(|field| Act::FieldSet { call, field: field.field(), before: None }));
    let rules = REQUIREMENTS.iter().filter(|rule| rule.modes.contains(&mode));
    acts.extend(rules.map(|rule| Act::RequirementSet { call, requirement: rule.requirement() }));
    Ok(acts)
}

pub(super) fn amend(forum: &Forum, id: CallId, typed: &About) -> Result<Act, Refusal> {
    let about = changed(Some(&call(forum, id)?.about), about(typed)?)?;
    Ok(Act::CallAmended { call: id, about })
}

pub(super) fn announce(forum: &Forum, id: CallId) -> Result<Act, Refusal> {
    match call(forum, id)?.announced {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::CallAnnounced { call: id }),
    }
}

pub(super) fn offer(forum: &Forum, id: CallId, typed: &Offer) -> Result<Act, Refusal> {
    let known = call(forum, id)?;
    at_most("minutes", typed.minutes.len(), MINUTES_MAX)?;
    let minutes: BTreeSet<u32> =
        typed.minutes.iter().map(|n| bounded("minutes", *n, 1, DAY)).collect::<Result<_, _>>()?;
    let offer = Offer {
        kind: line("kind", &typed.kind, NAME_MAX)?,
        minutes: minutes.into_iter().collect(),
        gate: typed.gate.map(gate).transpose()?,
        most: typed.most.map(|most| bounded("count", most, 1, MOST_MAX)).transpose()?,
    };
    let old = known.offers.iter().find(|old| old.kind == offer.kind);
    at_most("kind", known.offers.len() + usize::from(old.is_none()), OFFERS_MAX)?;
    Ok(Act::KindOffered { call: id, offer: changed(old, offer)? })
}

pub(super) fn drop_kind(forum: &Forum, id: CallId, kind: &str) -> Result<Act, Refusal> {
    match call(forum, id)?.offers.iter().any(|offer| offer.kind == kind) {
        true => Ok(Act::KindDropped { call: id, kind: kind.to_owned() }),
        false => Err(Refusal::KindNotOffered { kind: kind.chars().take(NAME_MAX).collect() }),
    }
}

pub(super) fn allow_late(
    forum: &Forum,
    id: CallId,
    person: PersonId,
    until: Timestamp,
    now: Timestamp,
) -> Result<Act, Refusal> {
    let known = call(forum, id)?;
    forum.people.living(person)?;
    let until = changed(known.late.get(&person), until)?;
    // Earlier than before, even than now, takes a permission back; without one there is nothing to take back.
    if !known.late.contains_key(&person) {
        ahead("until", until, now)?;
    }
    Ok(Act::LateAllowed { call: id, person, until })
}

fn about(typed: &About) -> Result<About, Refusal> {
    let title = said("title", &typed.title, LABEL_MAX)?;
    if title.is_empty() {
        return Err(Refusal::Empty { field: "title".into() });
    }
    Ok(About {
        title,
        introduction: said("note", &typed.introduction, PROSE_MAX)?,
        how_decided: said("note", &typed.how_decided, PROSE_MAX)?,
        gate: gate(typed.gate)?,
        told_by: typed.told_by,
        open: typed.open,
    })
}

fn gate(typed: Gate) -> Result<Gate, Refusal> {
    let Gate { opens, closes } = typed;
    if opens < closes { Ok(typed) } else { Err(Refusal::GateBackwards { opens, closes }) }
}

/// What the organisers say in some languages; what is blank is not said.
pub(super) fn said(field: &'static str, typed: &Said, max: usize) -> Result<Said, Refusal> {
    at_most("language", typed.len(), LANGUAGES_MAX)?;
    let mut kept = Said::new();
    for (tag, text) in typed {
        let text = if max > LABEL_MAX {
            optional_prose(field, text)?
        } else {
            crate::text::optional_line(field, text, max)?
        };
        if let Some(text) = text {
            kept.insert(language("language", tag)?, text);
        }
    }
    Ok(kept)
}

/// A label of something.
pub(super) fn label(typed: &Said) -> Result<Said, Refusal> {
    said("label", typed, LABEL_MAX)
}

/// Some help, or a reason.
pub(super) fn note(typed: &Said) -> Result<Said, Refusal> {
    said("note", typed, PROSE_MAX)
}
