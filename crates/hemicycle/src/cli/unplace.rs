//! `hemicycle unplace`: a session loses its place.

use super::{Desk, meeting_meant, say, session_meant};
use crate::app::{Where, forum_in};
use forum::programme::Command;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Code of the session, such as "WS #136" or ws-136.
    session: String,
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
    let meeting = meeting_meant(forum_in(&state), args.meeting.as_deref())?;
    let session = session_meant(forum_in(&state), &meeting, &args.session)?;
    desk.give(Command::UnplaceSession { session: session.id })?;
    say(&format!("{} is off the grid, in the draft.", session.code));
    desk.app.stop();
    Ok(())
}
