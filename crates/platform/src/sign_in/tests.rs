//! Whatever the order of wishes, and however often the log is read again: no link works twice or late, and nothing that
//! ended comes back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::rules::{SESSIONS_MAX, TOKENS_MAX};
use super::{By, Command, Refusal, Secret, SecretDigest, SignIn};
use crate::house::{House, Kind, Place};
use crate::log::{Missing, Seq};
use crate::writer::{Failure, Key, Options, Order, Writer};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn digest(n: u64) -> SecretDigest {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    SecretDigest(bytes)
}

/// A clock that stands still until it is moved.
#[derive(Clone, Default)]
struct Clock(Arc<AtomicI64>);

impl Clock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + self.0.load(Ordering::Relaxed)).unwrap()
    }

    fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }

    fn options(&self) -> Options {
        let clock = self.clone();
        Options { clock: Arc::new(move || clock.now()), ..Options::new(|fault| panic!("{fault}")) }
    }
}

/// A door on a real log in a folder, closed and opened again at will.
struct Door {
    folder: tempfile::TempDir,
    clock: Clock,
    house: House<SignIn>,
    writer: Writer<SignIn>,
}

const DOORS: Kind = Kind { ending: "doors", suffix: ".doors" };

impl Door {
    fn new() -> Self {
        let (folder, clock) = (tempfile::tempdir().unwrap(), Clock::default());
        let house = House::open(Place::Folder(folder.path().into()), DOORS, clock.options()).unwrap();
        let writer = house.begin("igf").unwrap();
        Self { folder, clock, house, writer }
    }

    fn give(&self, by: By, command: Command) -> Result<Seq, Refusal> {
        let key = Key::new(&crate::random_token()).unwrap();
        match self.writer.submit(Order { command, by, key }).wait() {
            Ok(done) => Ok(done.acts.end - 1),
            Err(Failure::Refused(why)) => Err(why),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn state(&self) -> SignIn {
        self.writer.state().state.clone()
    }

    /// Closes the log and reads it again: what comes of it must be what was there.
    fn restart(&mut self) {
        let before = self.state();
        self.house.stop();
        let place = Place::Folder(self.folder.path().into());
        self.house = House::open(place, DOORS, self.clock.options()).unwrap();
        self.writer = self.house.get("igf").unwrap();
        assert_eq!(self.state(), before, "the log gives the same state when it is read again");
    }

    fn ask(&self, link: u64, address: &str) -> Seq {
        let lasts = MINUTE * 15;
        self.give(
            By::Anyone,
            Command::AskLink { link: digest(link), address: address.into(), member: None, lasts },
        )
        .unwrap()
    }

    fn ask_to_show(&self, link: u64, address: &str, member: u64) -> Seq {
        let command = Command::AskToShow { link: digest(link), address: address.into(), lasts: MINUTE * 15 };
        self.give(By::Member(member), command).unwrap()
    }

    fn open(&self, link: u64, session: u64, member: u64) -> Result<Seq, Refusal> {
        let (link, session) = (digest(link), digest(session));
        let lasts = MINUTE * 60;
        self.give(By::Anyone, Command::OpenSession { link, session, member, device: "Firefox".into(), lasts })
    }

    fn make(&self, token: u64, member: u64) -> Result<Seq, Refusal> {
        let (token, lasts) = (digest(token), MINUTE * 30);
        let make = Command::MakeToken { token, name: "n".into(), scopes: vec![], lasts };
        self.give(By::Member(member), make)
    }

    /// All texts that the stored log still holds.
    fn texts(&self) -> Vec<String> {
        let log = crate::log::SqliteLog::open(&self.folder.path().join("igf.doors"), Missing::Refuse);
        let mut texts = Vec::new();
        let mut log: Box<dyn crate::log::Log> = Box::new(log.unwrap());
        let mut each = |record: crate::log::Record| {
            texts.extend(record.words.into_iter().flatten().map(|side| side.text));
            Ok(())
        };
        log.read(1, &mut each).unwrap();
        texts
    }
}

#[test]
fn a_link_signs_in_once_in_its_time_and_in_its_own_forum() {
    let door = Door::new();
    door.ask(1, "amina@example.org");
    let session = door.open(1, 10, 7).unwrap();
    assert_eq!(door.open(1, 11, 7), Err(Refusal::NoSuchLink), "a link works once");
    let state = door.state();
    assert_eq!(state.session(digest(10), door.clock.now()).map(|s| (s.id, s.member)), Some((session, 7)));
    assert!(state.session(digest(1), door.clock.now()).is_none(), "a link's secret is no session's");

    door.ask(2, "amina@example.org");
    assert!(
        Door::new().state().link(digest(2), door.clock.now()).is_none(),
        "another forum knows nothing of it"
    );
    door.clock.pass(15 * 60);
    assert!(door.state().link(digest(2), door.clock.now()).is_none());
    assert_eq!(door.open(2, 12, 7), Err(Refusal::NoSuchLink), "a link ends on time");
    assert_eq!(door.open(99, 13, 7), Err(Refusal::NoSuchLink));
}

#[test]
fn a_newer_link_to_the_same_address_ends_the_older() {
    let door = Door::new();
    door.ask(1, "amina@example.org");
    door.ask(2, "bruno@example.org");
    door.ask(3, "amina@example.org");
    assert_eq!(door.open(1, 10, 7), Err(Refusal::NoSuchLink));
    assert!(door.open(2, 11, 8).is_ok() && door.open(3, 12, 7).is_ok());
}

#[test]
fn a_link_that_signs_in_and_one_that_shows_an_address_do_not_end_each_other() {
    let mut door = Door::new();
    door.ask(1, "amina@example.org");
    door.ask_to_show(2, "amina@example.org", 8);
    door.ask_to_show(3, "amina@example.org", 9);
    door.ask(4, "amina@example.org");
    let there = |door: &Door| -> Vec<u64> {
        let (state, now) = (door.state(), door.clock.now());
        (1..7).filter(|n| state.link(digest(*n), now).or(state.shows(digest(*n), now)).is_some()).collect()
    };
    assert_eq!(there(&door), [2, 3, 4]);
    door.ask_to_show(5, "amina@example.org", 8);
    assert_eq!(there(&door), [3, 4, 5], "only what the same member asked for before");
    let end = Command::EndLink { address: "amina@example.org".into() };
    assert_eq!(door.give(By::Member(8), end.clone()), Err(Refusal::NotAllowed));
    door.give(By::House, end).unwrap();
    assert_eq!(there(&door), [3, 5], "the one that signs in");
    door.restart();
}

#[test]
fn whoever_ends_a_session_ends_what_would_take_the_account_elsewhere() {
    type Ends = fn(Seq, Seq) -> (By, Command);
    let ways: [(&str, Ends, bool); 4] = [
        ("that session", |stolen, _| (By::Member(7), Command::End { what: stolen }), true),
        ("all others", |stolen, _| (By::Member(7), Command::EndOthers { but: Some(stolen) }), true),
        ("everything", |_, _| (By::House, Command::EndMember { member: 7 }), true),
        ("a program's token", |_, token| (By::Member(7), Command::End { what: token }), false),
    ];
    for (way, ends, is_ended) in ways {
        let mut door = Door::new();
        door.ask(1, "amina@example.org");
        let session = door.open(1, 10, 7).unwrap();
        let token = door.make(11, 7).unwrap();
        door.ask_to_show(2, "mallory@example.org", 7);
        door.ask_to_show(3, "bruno@new.example.org", 8);
        let (by, command) = ends(session, token);
        door.give(by, command).unwrap();
        let (state, now) = (door.state(), door.clock.now());
        assert_eq!(state.shows(digest(2), now).is_none(), is_ended, "{way}");
        assert!(state.shows(digest(3), now).is_some(), "{way}: another's stays");
        assert_eq!(door.texts().contains(&"mallory@example.org".to_owned()), !is_ended, "{way}");
        door.restart();
    }
    let door = Door::new();
    let link = door.ask_to_show(1, "amina@new.example.org", 7);
    assert_eq!(door.give(By::Member(7), Command::End { what: link }), Err(Refusal::NoSuchThing));
}

#[test]
fn a_session_ends_when_its_owner_says_so_or_its_time_is_over_and_nobody_else_can_end_it() {
    let mut door = Door::new();
    for (link, session, member) in [(1, 10, 7), (2, 11, 7), (3, 12, 7), (4, 13, 8)] {
        door.ask(link, &format!("{link}@example.org"));
        door.open(link, session, member).unwrap();
    }
    let open = |door: &Door| -> Vec<u64> {
        let (state, now) = (door.state(), door.clock.now());
        (10..14).filter(|n| state.session(digest(*n), now).is_some()).collect()
    };
    let id = |n: u64| door.state().session(digest(n), door.clock.now()).unwrap().id;
    assert_eq!(door.give(By::Member(8), Command::End { what: id(10) }), Err(Refusal::NoSuchThing));
    assert_eq!(door.give(By::Anyone, Command::End { what: id(10) }), Err(Refusal::NotAllowed));
    door.give(By::Member(7), Command::End { what: id(10) }).unwrap();
    assert_eq!(open(&door), [11, 12, 13]);
    door.give(By::Member(7), Command::EndOthers { but: Some(id(12)) }).unwrap();
    assert_eq!(open(&door), [12, 13]);
    assert_eq!(door.give(By::Member(7), Command::EndMember { member: 8 }), Err(Refusal::NotAllowed));
    door.give(By::House, Command::EndMember { member: 7 }).unwrap();
    assert_eq!(open(&door), [13]);
    door.restart();
    assert_eq!(open(&door), [13]);
    door.clock.pass(3_600);
    assert_eq!(open(&door), Vec::<u64>::new());
}

#[test]
fn of_what_has_ended_no_address_and_no_device_stays() {
    let mut door = Door::new();
    door.ask(1, "used@example.org");
    door.open(1, 10, 7).unwrap();
    door.ask(2, "late@example.org");
    door.ask(3, "again@example.org");
    door.ask(4, "again@example.org");
    assert_eq!(door.texts(), ["Firefox", "late@example.org", "again@example.org"]);
    door.clock.pass(15 * 60);
    assert!(door.state().is_to_be_swept(door.clock.now()));
    door.give(By::House, Command::Sweep).unwrap();
    assert_eq!(door.texts(), ["Firefox"]);
    door.restart();
    door.give(By::House, Command::EndMember { member: 7 }).unwrap();
    assert_eq!(door.texts(), Vec::<String>::new());
    assert_eq!(door.state(), SignIn::default(), "what is over leaves the memory, too");
    door.restart();
}

#[test]
fn nobody_has_more_sessions_or_tokens_than_may_be() {
    let door = Door::new();
    for n in 0..=SESSIONS_MAX as u64 {
        door.ask(n, "amina@example.org");
        door.open(n, 1_000 + n, 7).unwrap();
    }
    let (state, now) = (door.state(), door.clock.now());
    assert_eq!(state.sessions_of(7, now).count(), SESSIONS_MAX);
    assert!(state.session(digest(1_000), now).is_none(), "the oldest made way");

    let make = |n: u64, by: By| {
        let scopes = vec!["read".to_owned()];
        door.give(by, Command::MakeToken { token: digest(n), name: "screen".into(), scopes, lasts: MINUTE })
    };
    assert_eq!(make(1, By::Anyone), Err(Refusal::NotAllowed));
    assert!((0..TOKENS_MAX as u64).all(|n| make(5_000 + n, By::Member(7)).is_ok()));
    assert_eq!(make(6_000, By::Member(7)), Err(Refusal::TooManyTokens));
    assert!(make(6_001, By::Member(8)).is_ok());
    let token = door.state().token(digest(5_000), now).cloned().unwrap();
    assert_eq!(
        (token.member, &token.scopes[..], token.name.text()),
        (7, &["read".to_owned()][..], Some("screen"))
    );
    door.give(By::Member(7), Command::End { what: token.id }).unwrap();
    assert!(door.state().token(digest(5_000), now).is_none());
    door.clock.pass(60);
    assert_eq!(door.state().tokens_of(7, door.clock.now()).count(), 0, "tokens end on time");
}

#[test]
fn no_secret_is_stored() {
    let door = Door::new();
    let [link, session, token] = [(); 3].map(|()| Secret::random());
    let lasts = MINUTE;
    let address = "amina@example.org".to_owned();
    door.give(By::Anyone, Command::AskLink { link: link.digest(), address, member: None, lasts }).unwrap();
    let (device, session_digest) = ("Firefox".to_owned(), session.digest());
    let open =
        Command::OpenSession { link: link.digest(), session: session_digest, member: 7, device, lasts };
    door.give(By::Anyone, open).unwrap();
    let (name, scopes) = ("screen".to_owned(), Vec::new());
    door.give(By::Member(7), Command::MakeToken { token: token.digest(), name, scopes, lasts }).unwrap();
    door.house.stop();
    for file in std::fs::read_dir(door.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [&link, &session, &token] {
            assert!(!bytes.windows(Secret::DIGITS).any(|window| window == secret.reveal().as_bytes()));
        }
    }
}

/// One step of a made-up life at the door.
#[derive(Clone, Debug)]
enum Step {
    Ask { address: u64 },
    Open { link: u64, member: u64 },
    Make { member: u64 },
    End { nth: u64, member: u64 },
    EndOthers { member: u64 },
    EndMember { member: u64 },
    Sweep,
    Pass { seconds: i64 },
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0u64..4).prop_map(|address| Step::Ask { address }),
        8 => (0u64..12, 1u64..4).prop_map(|(link, member)| Step::Open { link, member }),
        2 => (1u64..4).prop_map(|member| Step::Make { member }),
        3 => (0u64..30, 1u64..4).prop_map(|(nth, member)| Step::End { nth, member }),
        1 => (1u64..4).prop_map(|member| Step::EndOthers { member }),
        1 => (1u64..4).prop_map(|member| Step::EndMember { member }),
        1 => Just(Step::Sweep),
        3 => (1i64..1_500).prop_map(|seconds| Step::Pass { seconds }),
        1 => Just(Step::Restart),
    ]
}

/// What the test itself remembers, in the plainest way: until when each secret is good.
#[derive(Default)]
struct Memory {
    links: BTreeMap<u64, (u64, Timestamp)>,
    /// Secret to owner, number and end.
    held: BTreeMap<u64, (u64, Seq, Timestamp)>,
    ended: BTreeSet<u64>,
    drawn: u64,
}

impl Memory {
    fn end(&mut self, which: impl Fn(&(u64, Seq, Timestamp)) -> bool) {
        let gone: Vec<u64> = self.held.iter().filter(|(_, held)| which(held)).map(|(n, _)| *n).collect();
        for n in gone {
            self.held.remove(&n);
            self.ended.insert(n);
        }
    }
}

fn take(door: &mut Door, memory: &mut Memory, step: Step, tokens: &mut BTreeSet<u64>) {
    let now = door.clock.now();
    memory.drawn += 1;
    let fresh = 1_000 + memory.drawn;
    match step {
        Step::Ask { address } => {
            let older: Vec<u64> =
                memory.links.iter().filter(|(_, (to, _))| *to == address).map(|(n, _)| *n).collect();
            memory.links.retain(|n, _| !older.contains(n));
            memory.ended.extend(older);
            door.ask(memory.drawn, &format!("{address}@example.org"));
            memory.links.insert(memory.drawn, (address, now.checked_add(MINUTE * 15).unwrap()));
        }
        Step::Open { link, member } => {
            // Counted back from the newest, so that it is often one that exists.
            let link = memory.drawn.saturating_sub(link);
            let good = memory.links.get(&link).is_some_and(|(_, until)| now < *until);
            let opened = door.open(link, fresh, member);
            assert_eq!(opened.is_ok(), good, "link {link}");
            if let Ok(id) = opened {
                memory.links.remove(&link);
                memory.ended.insert(link);
                memory.held.insert(fresh, (member, id, now.checked_add(MINUTE * 60).unwrap()));
            }
        }
        Step::Make { member } => {
            if let Ok(id) = door.make(fresh, member) {
                memory.held.insert(fresh, (member, id, now.checked_add(MINUTE * 30).unwrap()));
                tokens.insert(fresh);
            }
        }
        Step::End { nth, member } => {
            let Some((_, (owner, id, _))) = memory.held.iter().nth(nth as usize) else { return };
            let (owner, id) = (*owner, *id);
            let ended = door.give(By::Member(member), Command::End { what: id });
            // What is over by the clock may have been swept.
            assert!(ended.is_err() || owner == member);
            if ended.is_ok() {
                memory.end(|held| held.1 == id);
            }
        }
        Step::EndOthers { member } => {
            door.give(By::Member(member), Command::EndOthers { but: None }).unwrap();
            let kept = tokens.clone();
            let ids: BTreeSet<Seq> =
                memory.held.iter().filter(|(n, _)| kept.contains(n)).map(|(_, h)| h.1).collect();
            memory.end(|held| held.0 == member && !ids.contains(&held.1));
        }
        Step::EndMember { member } => {
            door.give(By::House, Command::EndMember { member }).unwrap();
            memory.end(|held| held.0 == member);
        }
        Step::Sweep => drop(door.give(By::House, Command::Sweep)),
        Step::Pass { seconds } => door.clock.pass(seconds),
        Step::Restart => door.restart(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_order_and_the_restarts_exactly_what_was_given_and_not_taken_back_opens(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let (mut door, mut memory, mut tokens) = (Door::new(), Memory::default(), BTreeSet::new());
        for step in steps {
            take(&mut door, &mut memory, step, &mut tokens);
            let (state, now) = (door.state(), door.clock.now());
            for n in 0..=1_000 + memory.drawn {
                let is_link = memory.links.get(&n).is_some_and(|(_, until)| now < *until);
                let holder = memory.held.get(&n).filter(|(_, _, until)| now < *until).map(|held| held.0);
                let (session, token) = if tokens.contains(&n) { (None, holder) } else { (holder, None) };
                prop_assert_eq!(state.link(digest(n), now).is_some(), is_link, "link {}", n);
                prop_assert_eq!(state.session(digest(n), now).map(|s| s.member), session, "session {}", n);
                prop_assert_eq!(state.token(digest(n), now).map(|t| t.member), token, "token {}", n);
                prop_assert!(!memory.ended.contains(&n) || (!is_link && holder.is_none()));
            }
        }
        door.restart();
    }
}
