//! `hemicycle publish`: a version of the programme, and what changed since the last one.

use super::{Desk, meeting_meant, say};
use crate::app::{Where, forum_in};
use forum::programme::Command;
use forum::programme::views::{Difference, changes, versions};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Label of the version; its number if left out.
    #[arg(long, default_value = "")]
    label: String,
    /// What to say about it.
    #[arg(long, default_value = "")]
    note: String,
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
    let meeting = meeting_meant(forum_in(&*desk.state()?), args.meeting.as_deref())?;
    let (label, note) = (args.label.clone(), args.note.clone());
    desk.give(Command::PublishProgramme { meeting: meeting.id, label, note })?;
    let state = desk.state()?;
    match versions(forum_in(&state), meeting.id).as_slice() {
        [new, old, ..] => {
            say(&format!("Version {} is published. Since version {}:", new.label, old.label));
            for changed in changes(old, new) {
                let words: Vec<_> = changed.differences.iter().map(in_a_word).collect();
                say(&format!("  {}: {}", changed.session.code, words.join(", ")));
            }
        }
        [new] => say(&format!("Version {} is published, with {} sessions.", new.label, new.sessions.len())),
        [] => {}
    }
    desk.app.stop();
    Ok(())
}

fn in_a_word(difference: &Difference) -> &'static str {
    match difference {
        Difference::Added => "new",
        Difference::Removed => "no longer on the programme",
        Difference::Moved { .. } => "moved",
        Difference::Length { .. } => "another length",
        Difference::Title { .. } => "another title",
        Difference::Description => "described differently",
        Difference::Joined(..) => "somebody joined",
        Difference::Left(..) => "somebody left",
    }
}
