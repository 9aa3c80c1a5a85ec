//! `hemicycle admin invite`: somebody is known, holds an office if that is wished, and gets a link to sign in with.

use super::{Desk, in_words, say};
use crate::app::{App, forum_in};
use crate::config::Config;
use crate::languages::languages;
use crate::sign_in::letter::{self, Link};
use crate::sign_in::{INVITATION_LASTS, doors};
use crate::site::name_of;
use anyhow::{Context as _, bail};
use forum::people::{Command as People, NewPerson, Office, mailbox};
use jiff::Timestamp;
use platform::mail::is_address;
use platform::sign_in::{By, Command, Secret};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Invite somebody by their address for mail: prints a link that signs them in once, and sends it to them.
    Invite(Box<Invite>),
}

#[derive(clap::Args)]
struct Invite {
    /// Address for mail.
    address: String,
    /// Forum.
    #[arg(long, value_name = "FORUM")]
    forum: String,
    /// Office to grant: secretariat, admin, chair or reviewer.
    #[arg(long, value_name = "OFFICE", value_parser = office)]
    office: Option<Office>,
    /// Name, for somebody whom the forum does not know yet; without one they say it themselves.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Language of the letter, as a tag.
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let What::Invite(args) = &args.what;
    if !is_address(&args.address) {
        bail!("“{}” is not an address for mail: write it like name@example.org", args.address);
    }
    let desk = Desk::of(App::with(args.config.clone())?, &args.forum)?;
    let done = invite(&desk, args);
    desk.app.stop();
    done
}

fn invite(desk: &Desk, args: &Invite) -> anyhow::Result<()> {
    enter(desk, args)?;
    let secret = Secret::random();
    let (address, lasts) = (mailbox(&args.address), INVITATION_LASTS);
    let command = Command::AskLink { link: secret.digest(), address, member: None, lasts };
    let asked = desk.app.gate().give_and_wait(&desk.forum, By::House, command).map_err(in_words)?;
    asked.map_err(|refusal| anyhow::anyhow!("the link is refused: {refusal:?}"))?;
    let link = desk.app.whole_address(&format!("/{}/{}", desk.forum, doors::address_of(&secret, "")));
    say(&link);
    say(&format!("It signs {} in once, within {} hours.", args.address, lasts.as_hours()));

    let state = desk.state()?;
    let name = name_of(forum_in(&state)).unwrap_or(&desk.forum);
    let letter = Link { forum: &desk.forum, name, to: &args.address, link: &link, lasts };
    let locale = languages().nearest(&args.language).context("there are no pages in this language")?;
    match desk.app.gate().send_now(&letter::invited(&letter, locale, Timestamp::now())) {
        Ok(()) if desk.app.gate().outbox().is_some() => say("The letter lies in the outbox."),
        Ok(()) => say("The letter is sent."),
        // The link is there, and can be given by hand.
        Err(error) => say(&format!("The letter is not sent: {error}. Give the link by hand.")),
    }
    Ok(())
}

/// Makes somebody known, and grants the office.
fn enter(desk: &Desk, args: &Invite) -> anyhow::Result<()> {
    let find = || desk.state().map(|state| forum_in(&state).people.by_email(&args.address));
    let mut person = find()?;
    if let (None, Some(name)) = (person, &args.name) {
        let (name, email) = (name.clone(), args.address.clone());
        desk.give(People::AddPerson(NewPerson { name, email, ..NewPerson::default() }))?;
        person = find()?;
    }
    let Some(office) = args.office else { return Ok(()) };
    let person = person.with_context(|| {
        format!("the forum does not know {} yet: say who they are with --name", args.address)
    })?;
    let state = desk.state()?;
    if !forum_in(&state).people.holds(person, office) {
        desk.give(People::GrantOffice { person, office })?;
    }
    Ok(())
}

fn office(text: &str) -> Result<Office, String> {
    let found = Office::ALL.into_iter().find(|office| office.key() == text);
    found.ok_or_else(|| "this takes secretariat, admin, chair or reviewer".to_owned())
}
