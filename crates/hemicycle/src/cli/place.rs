//! `hemicycle place`: a session gets its place, or another one.

use super::{Desk, meeting_meant, say, session_meant};
use crate::app::{Where, forum_in};
use anyhow::Context as _;
use forum::programme::Command;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Code of the session, such as "WS #136" or ws-136.
    session: String,
    /// Room, by its name or its name in addresses.
    #[arg(long)]
    room: String,
    /// Beginning, by the clocks of the venue: 2023-10-08T10:00.
    #[arg(long, value_name = "TIME")]
    at: String,
    /// Forum.
    #[arg(long, value_name = "FORUM")]
    forum: String,
    /// Meeting, if the forum has several with a programme.
    #[arg(long)]
    meeting: Option<String>,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let desk = Desk::open(&args.place, &args.forum)?;
    let state = desk.state()?;
    let forum = forum_in(&state);
    let meeting = meeting_meant(forum, args.meeting.as_deref())?;
    let session = session_meant(forum, &meeting, &args.session)?;
    let start = time_at(&args.at, &meeting.zone)?;
    let wanted = forum::slug_of(&args.room, "");
    let rooms = forum.programme.meetings.get(&meeting.id).map(|programme| &programme.rooms);
    let mut rooms = rooms.into_iter().flat_map(|rooms| rooms.iter());
    let (room, name) = rooms
        .find(|(_, room)| room.slug.as_str() == wanted || room.name == args.room)
        .map(|(id, room)| (*id, &room.name))
        .with_context(|| format!("{} has no room “{}”", meeting.title, args.room))?;
    desk.give(Command::PlaceSession { session: session.id, room, start })?;
    say(&format!("{} is in {name} at {} ({}), in the draft.", session.code, args.at, meeting.zone));
    desk.app.stop();
    Ok(())
}

/// A time by the clocks of a zone; a time that the clocks skip or show twice is refused.
fn time_at(text: &str, zone: &str) -> anyhow::Result<Timestamp> {
    let time: DateTime =
        text.parse().with_context(|| format!("“{text}” is not a time: write it like 2023-10-08T10:00"))?;
    let zone =
        TimeZone::get(zone).with_context(|| format!("the zone {zone} is not in this machine's database"))?;
    let moment = zone.to_ambiguous_timestamp(time).unambiguous();
    moment.with_context(|| {
        format!("the clocks change at {text}: that time does not exist once, but twice or never")
    })
}
