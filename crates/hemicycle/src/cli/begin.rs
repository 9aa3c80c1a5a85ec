//! `hemicycle begin`: an empty forum.

use super::say;
use crate::app::{App, Where};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Name of the forum in addresses: small letters, digits and hyphens.
    forum: String,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let app = App::open(&args.place)?;
    let known = app.state(&args.forum).is_ok();
    app.begin(&args.forum)?;
    match known {
        true => say(&format!("The forum {} is there already; nothing changed.", args.forum)),
        false => {
            say(&format!("The forum {} is there, and empty. Serve it with: hemicycle serve", args.forum));
            say(
                "Its desk, which leads from here to a published programme, is for its secretariat. A link that signs you in:",
            );
            say(&format!(
                "  hemicycle admin invite you@example.org --forum {0} --office secretariat --name \"Your name\"",
                args.forum
            ));
            say(&format!("Then go to /{}/desk.", args.forum));
        }
    }
    app.stop();
    Ok(())
}
