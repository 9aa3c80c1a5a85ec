//! What pages and the API show of series and meetings. All of it is public: a meeting is announced to the world.

use super::{Meeting, Series};
use crate::{Forum, SeriesId};
use std::sync::Arc;

/// All series, by name.
pub fn all(forum: &Forum) -> Vec<(SeriesId, &Series)> {
    let mut all: Vec<_> = forum.series.series.iter().map(|(id, series)| (*id, series)).collect();
    all.sort_by(|a, b| a.1.name.cmp(&b.1.name));
    all
}

/// The meetings of a series, the latest first.
pub fn meetings(forum: &Forum, series: SeriesId) -> Vec<&Arc<Meeting>> {
    let mut meetings: Vec<_> = forum.series.meetings.values().filter(|m| m.series == series).collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.first_day, meeting.id)));
    meetings
}
