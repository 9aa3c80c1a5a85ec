//! What the stored bytes give away to whoever has only their digest, or had the file before an erasure: nothing.

use std::sync::Arc;

use jiff::Timestamp;

use crate::log::{Log, MemoryLog, Record};
use crate::writer::core::Core;
use crate::writer::toy::{Purse, Wish, give, order};
use crate::writer::{Answer, Done, EnvelopeOf, Failure, Machine, Options, Salt};

/// A node to which it is always the same moment, and with the same chance every time.
fn core(log: &MemoryLog, seed: u8) -> Core<Purse> {
    let options = Options {
        clock: Arc::new(|| Timestamp::UNIX_EPOCH),
        entropy: Arc::new(move || [seed; 32]),
        ..Options::new(|_| {})
    };
    Core::start(Box::new(log.connect()), Purse::default(), options).unwrap()
}

fn ask(core: &mut Core<Purse>, key: &str, wish: Wish) -> Answer<Purse> {
    core.serve(&[order("ada", key, wish)]).answers.remove(0)
}

fn records(log: &MemoryLog) -> Vec<Record> {
    log.connect().read_some(1, usize::MAX).unwrap()
}

fn envelopes(log: &MemoryLog) -> Vec<EnvelopeOf<Purse>> {
    records(log).iter().map(|record| Purse::decode(record).unwrap()).collect()
}

#[test]
fn the_digest_of_an_act_cannot_be_guessed_from_all_that_is_in_it() {
    let stored = |seed| {
        let log = MemoryLog::new();
        ask(&mut core(&log, seed), "k", Wish::Give { amount: 3, parts: 2, note: "a".into() }).unwrap();
        log
    };
    let digests = |log| records(&log).iter().map(|record| record.digest).collect::<Vec<_>>();
    assert_eq!(digests(stored(1)), digests(stored(1)), "chance is an argument");
    assert_ne!(envelopes(&stored(1))[0].salt, envelopes(&stored(2))[0].salt);
    let acts = envelopes(&stored(1));
    assert_ne!(acts[0].salt, acts[1].salt, "each act has a salt of its own");
}

#[test]
fn after_an_erasure_the_digest_of_a_command_confirms_no_guess() {
    let wish = Wish::Give { amount: 3, parts: 2, note: "for Amina's heart".into() };
    for erased in [1, 2] {
        let log = MemoryLog::new();
        let mut node = core(&log, 1);
        ask(&mut node, "k", wish.clone()).unwrap();
        // Whoever has the file knows all salts that are still in it.
        let confirmed = || {
            let act = &envelopes(&log)[0];
            let known =
                records(&log).into_iter().flat_map(|record| record.words).flatten().collect::<Vec<_>>();
            act.cmd == Purse::digest(&wish, known.iter().fold(act.salt, Salt::and))
        };
        assert!(confirmed(), "with all salts it can be computed");
        ask(&mut node, "forget", Wish::Forget { act: erased }).unwrap();
        assert!(!confirmed(), "act {erased} was erased, and with it a part of the salt");
    }
}

#[test]
fn after_an_erasure_a_repeated_key_is_taken_for_the_same_command_by_every_node() {
    let log = MemoryLog::new();
    let (mut first, mut second) = (core(&log, 1), core(&log, 2));
    ask(&mut first, "k", Wish::Give { amount: 3, parts: 2, note: "for Amina".into() }).unwrap();
    second.catch_up().unwrap();
    for node in [&mut first, &mut second, &mut core(&log, 3)] {
        assert_eq!(ask(node, "k", give(9)), Err(Failure::KeyTaken));
    }
    ask(&mut first, "forget", Wish::Forget { act: 2 }).unwrap();
    second.catch_up().unwrap();
    let repeated = Ok(Done { acts: 1..3, repeated: true });
    for node in [&mut first, &mut second, &mut core(&log, 3)] {
        assert_eq!(ask(node, "k", give(9)), repeated);
        assert_eq!(ask(node, "forget", give(9)), Err(Failure::KeyTaken), "others are compared as before");
    }
}
