//! What may be kept beside a draft.

use super::{programme, within_meeting};
use crate::context::Scribe;
use crate::programme::state::end_of;
use crate::programme::{Act, Placed, Places, Programme};
use crate::text::{NAME_MAX, line, optional_prose};
use crate::{Context, Forum, MeetingId, Refusal, VariantId};

/// Most variants of a meeting at the same time: more than anybody can compare, and few enough to stay in memory.
const VARIANTS_MAX: usize = 20;

/// Keeps places beside the draft: those given, or those of the draft as it is.
pub(super) fn keep(
    forum: &Forum,
    meeting: MeetingId,
    (name, note): (&str, &str),
    places: Option<&[Placed]>,
    context: &Context,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if programme.variants.len() >= VARIANTS_MAX {
        return Err(Refusal::TooManyVariants { max: VARIANTS_MAX });
    }
    let places = match places {
        Some(places) => known(forum, meeting, &programme, places)?,
        None => programme.places(),
    };
    let mut scribe = Scribe::new(context);
    Ok(Act::VariantKept {
        id: VariantId::after(forum.programme.last_variant.as_ref()),
        meeting,
        name: scribe.words(line("name", name, NAME_MAX)?),
        note: optional_prose("note", note)?.map(|text| scribe.words(text)),
        places: places.into_iter().map(|(session, place)| Placed { session, place }).collect(),
    })
}

/// Places of sessions of the meeting, in its rooms and on its days; each session once.
fn known(
    forum: &Forum,
    meeting: MeetingId,
    programme: &Programme,
    places: &[Placed],
) -> Result<Places, Refusal> {
    for Placed { session: id, place } in places {
        let session = programme.sessions.get(id).ok_or(Refusal::NoSuchSession { session: *id })?;
        let Some(place) = place else { continue };
        if !programme.rooms.contains_key(&place.room) {
            return Err(Refusal::NoSuchRoom { room: place.room });
        }
        within_meeting(forum, meeting, place.start, end_of(place.start, session.minutes))?;
    }
    Ok(places.iter().map(|placed| (placed.session, placed.place)).collect())
}

/// Gives up a variant, and with it what was written about it.
pub(super) fn give_up(forum: &Forum, meeting: MeetingId, variant: VariantId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let known = programme.variants.get(&variant).ok_or(Refusal::NoSuchVariant { variant })?;
    Ok(Act::VariantDropped { meeting, variant, acts: vec![known.seq] })
}
