//! The gate of an installation: the logs of who signed in, one beside each forum's, the post, and the doorkeeper.

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use platform::house::{House, Place};
use platform::log::Fault;
use platform::mail::{Courier, Letter, Pace, Post, Way};
use platform::sign_in::{Block, By, Command, Doorkeeper, Refusal, SignIn, Slow};
use platform::writer::{Done, Failure, Key, Options, Order, Writer};

use crate::app::DOORS;
use crate::config::Config;
use crate::problem::Problem;

/// How long a mail server may take for one step.
const MAIL_PATIENCE: Duration = Duration::from_secs(15);

/// How long the end of the process waits for letters that are on their way.
const MAIL_ENDING: Duration = Duration::from_secs(2);

/// Who signed in where, and everything that it takes to find out.
pub struct Gate {
    house: House<SignIn>,
    /// Started by whoever sends the first letter.
    post: OnceLock<Option<Post>>,
    way: Way,
    /// Where letters lie that wait for the mail server.
    waiting: Option<PathBuf>,
    from: String,
    keeper: Mutex<Doorkeeper>,
}

impl Gate {
    /// Opens the logs that are there.
    ///
    /// # Errors
    /// If the place cannot be used, or mail is not set up as it must be.
    pub fn open(config: &Config, place: Place, options: Options) -> anyhow::Result<Gate> {
        let way = match &config.smtp {
            Some(url) => Way::Smtp(url.clone()),
            None => Way::Outbox(outbox_in(config)),
        };
        if config.smtp.is_some() && config.mail_from.is_none() {
            anyhow::bail!("mail needs a sender: say it with --mail-from, or HEMICYCLE_MAIL_FROM");
        }
        let from =
            config.mail_from.clone().unwrap_or_else(|| "Hemicycle <forum@localhost.localdomain>".into());
        // What is wrong with them is told at the start, not with the first letter.
        Courier::new(&way, &from, MAIL_PATIENCE)?;
        let house = House::open(place, DOORS, options)?;
        let waiting = config.smtp.as_ref().map(|_| config.data.join("waiting"));
        Ok(Gate { house, post: OnceLock::new(), way, waiting, from, keeper: Mutex::default() })
    }

    /// Opens the logs that another process has begun since.
    pub fn refresh(&self) {
        if let Err(fault) = self.house.refresh() {
            tracing::warn!("Cannot look for logs of sign-ins that others have begun: {fault}");
        }
    }

    /// The log of a forum, which is begun if there is none yet. That there is such a forum, the caller knows.
    ///
    /// # Errors
    /// [`Problem::Broken`] if there is one that cannot be opened, [`Problem::Unreachable`] if the store cannot be had now.
    pub fn door(&self, forum: &str) -> Result<Writer<SignIn>, Problem> {
        if let Some(writer) = self.house.get(forum) {
            return Ok(writer);
        }
        if self.house.trouble_with(forum).is_some() {
            return Err(Problem::Broken);
        }
        self.house.begin(forum).map_err(|fault| crate::problem::of_reading(&fault))
    }

    /// The log of a forum if there is one: where nobody ever signed in, nobody is signed in.
    pub fn there(&self, forum: &str) -> Option<Writer<SignIn>> {
        self.house.get(forum)
    }

    /// Gives a command and waits for the answer.
    ///
    /// # Errors
    /// The refusal inside, any other problem outside.
    pub async fn give(
        &self,
        forum: &str,
        by: By,
        command: Command,
    ) -> Result<Result<Done, Refusal>, Problem> {
        match self.door(forum)?.submit(order(by, command)).await {
            Ok(done) => Ok(Ok(done)),
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(failure) => Err(problem(&failure)),
        }
    }

    /// The same for the command line, which may block.
    ///
    /// # Errors
    /// As [`Gate::give`].
    pub fn give_and_wait(
        &self,
        forum: &str,
        by: By,
        command: Command,
    ) -> Result<Result<Done, Refusal>, Problem> {
        match self.door(forum)?.submit_patiently(order(by, command)).wait() {
            Ok(done) => Ok(Ok(done)),
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(failure) => Err(problem(&failure)),
        }
    }

    /// Whether a link may go to a mailbox.
    ///
    /// # Errors
    /// See [`Slow`].
    pub fn asks(&self, forum: &str, mailbox: &str, is_known: bool, from: Block) -> Result<(), Slow> {
        self.keeper().asks(forum, mailbox, is_known, from, Timestamp::now())
    }

    /// Removes the letters to an address that is nobody's any more, as far as they lie here. One that is on its way arrives.
    pub fn forget(&self, forum: &str, mailbox: &str) {
        if let Way::Outbox(folder) = &self.way {
            platform::mail::outbox::forget(folder, forum, mailbox);
        }
        if let Some(folder) = &self.waiting {
            platform::mail::forget_waiting(folder, forum, mailbox);
        }
    }

    /// Takes letters up again that waited when the last process ended.
    pub fn resume(&self) {
        if self.waiting.as_ref().is_some_and(|folder| folder.exists()) {
            self.post();
        }
    }

    fn post(&self) -> Option<&Post> {
        self.post.get_or_init(|| self.started().inspect_err(no_post).ok()).as_ref()
    }

    /// What to tell whoever shows a secret that opens nothing: that it is none, or, if there were too many, to wait.
    pub fn wrong(&self, forum: &str, from: Option<Block>, otherwise: Problem) -> Problem {
        match self.keeper().wrong(forum, from, Timestamp::now()) {
            Ok(()) => otherwise,
            Err(wait) => Problem::TooOften { seconds: u16::try_from(wait.as_secs() + 1).unwrap_or(u16::MAX) },
        }
    }

    /// Hands in a letter, which goes out when it can.
    ///
    /// # Errors
    /// [`Problem::Busy`] if too many wait.
    pub fn send(&self, letter: Letter) -> Result<(), Problem> {
        self.post().ok_or(Problem::Broken)?.send(letter).map_err(|_| Problem::Busy)
    }

    /// What takes letters out one by one, for whoever waits for each.
    ///
    /// # Errors
    /// If mail is not set up as it must be.
    pub fn courier(&self) -> Result<Courier, Fault> {
        Courier::new(&self.way, &self.from, MAIL_PATIENCE)
    }

    /// Takes a letter out at once, and waits: for the command line.
    ///
    /// # Errors
    /// Why it did not arrive.
    pub fn send_now(&self, letter: &Letter) -> anyhow::Result<()> {
        self.courier()?.deliver(letter).map_err(|trouble| anyhow::anyhow!("{trouble}"))
    }

    /// The outbox, if letters lie there rather than go out.
    pub fn outbox(&self) -> Option<&PathBuf> {
        match &self.way {
            Way::Outbox(folder) => Some(folder),
            Way::Smtp(_) => None,
        }
    }

    /// Forgets what is over by the clock, and ends what belongs to somebody whom the forum does not know any more.
    pub fn sweep(&self, forum: &str, is_known: impl Fn(u64) -> bool) {
        let Some(door) = self.there(forum) else { return };
        let published = door.state();
        let state = &published.state;
        let gone = state.members().filter(|member| !is_known(*member));
        let mut commands: Vec<Command> = gone.map(|member| Command::EndMember { member }).collect();
        if state.is_to_be_swept(Timestamp::now()) {
            commands.push(Command::Sweep);
        }
        for command in commands {
            // What fails now is done the next time.
            drop(door.submit(order(By::House, command)));
        }
    }

    /// Which logs of sign-ins are in trouble, each with what.
    pub fn troubles(&self) -> Vec<(String, &'static str)> {
        let unread = self
            .house
            .all_troubles()
            .into_iter()
            .map(|(name, _)| (name, "the log of sign-ins cannot be opened"));
        let failing = self.house.names().into_iter().filter_map(|name| {
            let figures = self.house.get(&name)?.figures();
            let ended = figures.stopped.then_some("the writer of sign-ins has ended");
            let full = figures.failing.then_some("the log of sign-ins cannot be written to");
            Some((name, ended.or(full)?))
        });
        unread.chain(failing).collect()
    }

    /// Finishes what was begun.
    pub fn stop(&self) {
        if let Some(Some(post)) = self.post.get() {
            post.stop(MAIL_ENDING);
        }
        self.house.stop();
    }

    fn started(&self) -> Result<Post, Fault> {
        Post::start(
            Courier::new(&self.way, &self.from, MAIL_PATIENCE)?,
            Pace::default(),
            self.waiting.clone(),
        )
    }

    fn keeper(&self) -> std::sync::MutexGuard<'_, Doorkeeper> {
        self.keeper.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn outbox_in(config: &Config) -> PathBuf {
    config.data.join("outbox")
}

fn no_post(fault: &Fault) {
    tracing::error!("There is no post: {fault}");
}

fn order(by: By, command: Command) -> Order<SignIn> {
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    Order { command, by, key }
}

fn problem(failure: &Failure<Refusal>) -> Problem {
    match failure {
        Failure::Refused(_) | Failure::KeyTaken | Failure::Bug => Problem::Broken,
        Failure::Busy => Problem::Busy,
        Failure::Full => Problem::Full,
        Failure::Unreachable => Problem::Unreachable,
        Failure::Stopped => Problem::Stopping,
    }
}
