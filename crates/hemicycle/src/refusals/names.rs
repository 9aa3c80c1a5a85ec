//! The names of what a refusal is about: "Amina Diallo" says more than "person 4711".

use forum::people::views;
use forum::{
    Forum, MeetingId, OrganisationId, PersonId, ProposalId, Refusal, ResourceId, RoomId, SeriesId, SessionId,
    TrackId, Value, Viewer,
};
use jiff::tz::TimeZone;
use platform::languages::{Locale, key};

/// A forum in which ids can be looked up, in the name of somebody.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The forum as it stands.
    pub forum: &'a Forum,
    /// For whom. What they may not see has no name, only its number.
    pub viewer: Viewer,
}

/// The kinds of things that refusals mention by their id, each with the message for one that has no name.
const THINGS: &[(&str, &str)] = &[
    ("series", key("thing-series")),
    ("meeting", key("thing-meeting")),
    ("person", key("thing-person")),
    ("organisation", key("thing-organisation")),
    ("room", key("thing-room")),
    ("slot", key("thing-slot")),
    ("track", key("thing-track")),
    ("session", key("thing-session")),
    ("resource", key("thing-resource")),
    ("call", key("thing-call")),
    ("proposal", key("thing-proposal")),
    ("into", key("thing-proposal")),
    ("part", key("thing-part")),
    ("cluster", key("thing-cluster")),
];

/// What a thing is called in a sentence; `None` if the argument names no thing.
pub(super) fn thing(
    locale: &Locale,
    names: Option<Names<'_>>,
    argument: &str,
    number: u64,
) -> Option<String> {
    let (_, message) = THINGS.iter().find(|(name, _)| *name == argument)?;
    let known = names.zip(u32::try_from(number).ok()).and_then(|(names, id)| names.name(argument, id));
    Some(known.unwrap_or_else(|| locale.text_with(message, [("number", number.to_string().into())])))
}

impl Names<'_> {
    fn name(&self, argument: &str, id: u32) -> Option<String> {
        let forum = self.forum;
        let of_programme = self.viewer.runs(self.forum);
        match argument {
            "series" => forum.series.series.get(&SeriesId(id)).map(|series| series.name.clone()),
            "meeting" => forum.series.meetings.get(&MeetingId(id)).map(|meeting| meeting.title.clone()),
            "person" => {
                let view = views::person(forum, PersonId(id), self.viewer)?;
                view.person.name.text().map(str::to_owned)
            }
            "organisation" => {
                forum.people.organisations.get(&OrganisationId(id)).map(|known| known.name.clone())
            }
            // These may stand in a draft only, and a draft is for its makers.
            "room" if of_programme => {
                self.in_programmes(|programme| Some(programme.rooms.get(&RoomId(id))?.name.clone()))
            }
            "track" if of_programme => {
                self.in_programmes(|programme| Some(programme.tracks.get(&TrackId(id))?.name.clone()))
            }
            "resource" if of_programme => self.in_programmes(|programme| {
                Some(programme.demands.resources.get(&ResourceId(id))?.name.clone())
            }),
            // Its code, for whoever sees it at all; a blind reviewer is told no more by it than by its page.
            "proposal" | "into" => forum::call::views::proposal(forum, self.viewer, ProposalId(id))?.code,
            "session" if of_programme => Some(forum.programme.session(SessionId(id))?.1.code.clone()),
            _ => None,
        }
    }

    fn in_programmes<T>(&self, find: impl Fn(&forum::programme::Programme) -> Option<T>) -> Option<T> {
        self.forum.programme.meetings.values().find_map(find)
    }

    /// The zone of the meeting that a refusal is about, as far as that can be told: by its room, or because only one
    /// meeting has a programme.
    pub(super) fn zone(&self, refusal: &Refusal) -> Option<TimeZone> {
        let room = refusal.args().into_iter().find_map(|(name, value)| match value {
            Value::Number(id) if name == "room" => u32::try_from(id).ok().map(RoomId),
            _ => None,
        });
        let mut meetings = self.forum.programme.meetings.iter().filter(|(_, programme)| match room {
            Some(room) => programme.rooms.contains_key(&room),
            None => true,
        });
        let (Some((meeting, _)), None) = (meetings.next(), meetings.next()) else { return None };
        TimeZone::get(&self.forum.series.meetings.get(meeting)?.zone).ok()
    }
}
