//! The words for demands that conflict.

use platform::languages::key;

use super::conflict::Demanded;
use crate::desk::told::{self, Draft};
use forum::{RoomId, SessionId};

/// A demand as a sentence.
pub(super) fn demand(draft: &Draft<'_>, demand: &Demanded) -> String {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let code = |id: &SessionId| {
        draft.programme.sessions.get(id).map_or_else(|| format!("#{id}"), |session| session.code.clone())
    };
    let room = |id: &RoomId| {
        draft.programme.rooms.get(id).map_or_else(|| format!("#{id}"), |room| room.name.clone())
    };
    let said = |key: &str, what: String| lang.text_with(key, [("what", what.into())]);
    match demand {
        Demanded::Placed(session) => said(key("demand-placed"), code(session)),
        Demanded::Fixed(session) => said(key("demand-fixed"), code(session)),
        Demanded::Features(session) => said(key("demand-features"), code(session)),
        Demanded::Plenary(session) => said(key("demand-plenary"), code(session)),
        Demanded::Available(person) => said(key("demand-available"), told::person_name(visit, *person)),
        Demanded::OnePlace(person) => said(key("demand-one-place"), told::person_name(visit, *person)),
        Demanded::Resource(name) => said(key("demand-resource"), name.clone()),
        Demanded::Blocked(id) => said(key("demand-blocked"), room(id)),
        Demanded::Precedence(before, after) => {
            let both = [("one", code(before).into()), ("other", code(after).into())];
            lang.text_with("demand-precedence", both)
        }
    }
}
