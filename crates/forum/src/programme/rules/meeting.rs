//! What a programme asks of the meeting that it belongs to.

use super::within_days;
use crate::{Forum, Refusal, series};

/// Refuses new days for a meeting if a session that has its place would fall outside them.
pub(crate) fn keeps_places(forum: &Forum, act: &series::Act) -> Result<(), Refusal> {
    let series::Act::MeetingAmended { meeting, changes } = act else { return Ok(()) };
    let days = changes.iter().find_map(|change| match change {
        series::MeetingChange::Days { first, last } => Some((*first, *last)),
        _ => None,
    });
    let (Some((first, last)), Some(programme)) = (days, forum.programme.meetings.get(meeting)) else {
        return Ok(());
    };
    let outside = programme.sessions.values().find_map(|session| {
        let (_, start, end) = session.placed()?;
        (!within_days(first, last, start, end)).then_some((session, start))
    });
    match outside {
        Some((session, start)) => {
            Err(Refusal::SessionOutside { code: session.code.clone(), start, first, last })
        }
        None => Ok(()),
    }
}
