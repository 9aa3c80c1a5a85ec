//! The forum as a run sees it: a copy, in which rooms and sessions may be missing. Nothing that is tried here is kept.

use std::sync::Arc;

use forum::{Forum, MeetingId};
use timetable::model::Instance;

use super::wishes::{Keep, Wishes};
use crate::desk::plan::{Planned, instance};

/// What the engine is asked to plan.
pub(super) fn planned(forum: &Forum, meeting: MeetingId, wishes: &Wishes) -> Planned {
    let mut planned = instance(&without(forum, meeting, wishes), meeting);
    keep(&mut planned, wishes.keep);
    forget_names(&mut planned.instance);
    planned
}

/// The forum without the rooms and sessions that a run shall do without.
fn without(forum: &Forum, meeting: MeetingId, wishes: &Wishes) -> Forum {
    let mut copy = forum.clone();
    let Some(draft) = copy.programme.meetings.get_mut(&meeting).filter(|_| wishes.is_what_if()) else {
        return copy;
    };
    for room in &wishes.without_rooms {
        draft.rooms.remove(room);
    }
    let ids: Vec<_> = draft.sessions.keys().copied().collect();
    for id in ids {
        let gone = wishes.without_sessions.contains(&id);
        if let Some(session) = draft.sessions.get_mut(&id)
            && (gone || session.place.is_some_and(|place| wishes.without_rooms.contains(&place.room)))
        {
            let session = Arc::make_mut(session);
            session.withdrawn |= gone;
            session.place = None;
        }
    }
    copy
}

/// Says to the engine what shall stay where it is. What is locked it knows already.
fn keep(planned: &mut Planned, keep: Keep) {
    for (session, here) in planned.instance.sessions.iter_mut().zip(&planned.draft) {
        match keep {
            Keep::Placed => session.fixed = session.fixed.or(*here),
            Keep::Draft => session.published = here.or(session.published),
            Keep::Published => {}
            Keep::Nothing => session.published = None,
        }
    }
}

/// A run may outlast an erasure, so it knows nobody's name.
fn forget_names(instance: &mut Instance) {
    instance.people.iter_mut().for_each(|person| person.name.clear());
    instance.sessions.iter_mut().for_each(|session| session.name.clear());
    instance.rooms.iter_mut().for_each(|room| room.name.clear());
}
