//! Deliberate mistakes, each of which the simulator must notice.
//!
//! A simulator that never fails proves nothing: it may look away. So every place of the protocol that could be written
//! wrongly asks [`lives`] whether it shall be, and a test lets the mutants live one at a time and insists that some seed
//! kills each. Outside tests [`lives`] is always false, and the compiler removes what it guards.
//! The idea is mutation testing (DeMillo, Lipton, Sayward: Hints on Test Data Selection, 1978), with mutants made by hand.

/// Writes the list once: the variants, all of them, and what each does wrong.
macro_rules! mutants {
    ($($name:ident: $about:literal,)*) => {
        /// A mistake that somebody could make in the protocol.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Mutant {
            $(#[doc = $about] $name,)*
        }

        #[cfg(test)]
        impl Mutant {
            /// All of them, with what they do wrong.
            pub(super) const ALL: &[(Mutant, &str)] = &[$((Mutant::$name, $about),)*];
        }
    };
}

mutants! {
    // The ring and what is read from it.
    RingMiscountsWhenFull: "forgets two deltas when the ring is full, and counts one",
    RingForgetsByCountOnly: "lets few but large deltas fill the memory",
    RingAnswersWhatIsGone: "goes on with the oldest delta in the ring where an older one was wanted",
    ResumeOneTooLate: "resumes with the delta after the next",
    ResumeOneTooEarly: "sends the last delta once more",
    NumberReusedAfterRestart: "begins one number too low after a restart",
    // Snapshots.
    SnapshotSaysOlder: "labels a snapshot with the number before",
    SnapshotSaysNewer: "labels a snapshot with the number after",
    SnapshotKeptTooLong: "sends a snapshot after which the ring has a hole",
    SnapshotOfBefore: "answers who wants a snapshot with one that is older than what they have",
    SnapshotBehindFollower: "gives a follower from another node an older state than it has",
    SnapshotForEveryone: "sends a snapshot where the deltas are there",
    // Offers and writes.
    OfferNotRenewed: "goes on offering what was offered before the room changed",
    OfferWithoutLimit: "puts a whole backlog into one write",
    RestFromItsBeginning: "begins a half written frame anew",
    CursorPastHalfFrame: "counts a half written frame as written, and goes on after it",
    // Totals.
    TotalKeepsFirst: "keeps the first of the totals that come within one interval",
    TotalsLeaveOutOne: "leaves out the total that changed right after the last ones were sent",
    TotalsNeverLast: "publishes totals only when another one comes",
    TotalsAdvanceCursor: "counts a frame of totals as a delta",
    TotalsBeforeDeltas: "sends totals before the deltas on which they stand",
    TotalsOnEveryVote: "publishes totals as often as somebody votes",
    // Latest and private.
    LatestKeepsOld: "goes on giving what was the latest before",
    PrivateToTheRoom: "gives what is one person's to all",
    PrivateToTheNext: "gives what was offered to one person to the next at the same place",
    PrivateNotAgain: "gives what is one's own only when it changes, not to whom comes back",
    // Polls and caches.
    PollOneTooLate: "answers a poll with the delta after the next",
    PollKeptTooEarly: "lets caches keep an answer for ever to which more will be added",
    PollKeepsPrivate: "lets shared caches keep an answer that holds one's own",
    PollForgetsTotals: "says that there is nothing new though totals changed",
    EditionStays: "leaves the address of an answer as it was when something in it is erased",
    // Who may join.
    SeatNotGivenBack: "counts those who left",
    GateCountsLate: "lets in one more than there are seats",
    RefusedWithoutWait: "turns away without saying for how long",
    AllBackAtOnce: "sends everyone back at the same moment",
    // The client.
    NoHoleCheck: "takes a delta though one before it is missing",
    NoDoubleCheck: "takes a delta again",
    OlderSnapshotTaken: "goes back to an older snapshot",
    TotalsForAll: "takes the totals that changed for all that there are",
    TotalsHoleUnseen: "takes totals though those before are missing",
    BeatUnread: "does not compare itself with where the server says that it is",
    SilenceUnnoticed: "waits for ever on a line that is dead",
    PollsNever: "tries only streams, where none comes through",
    GreetingUnneeded: "listens to a stream that did not say which server it is of",
    NewBootUnnoticed: "compares the latest of a restarted server with those of the one before",
    HalfFrameKept: "joins what a cut line had begun with what the next one sends",
}

#[cfg(not(test))]
/// Whether this mistake is to be made: never.
pub(super) const fn lives(_: Mutant) -> bool {
    false
}

#[cfg(test)]
pub(super) use living::{let_live, lives};

#[cfg(test)]
mod living {
    use std::cell::Cell;

    use super::Mutant;

    thread_local! {
        static LIVING: Cell<Option<Mutant>> = const { Cell::new(None) };
    }

    /// Whether this mistake is to be made, in this thread.
    pub(in super::super) fn lives(mutant: Mutant) -> bool {
        LIVING.get() == Some(mutant)
    }

    /// Runs something while a mutant lives, or none.
    pub(in super::super) fn let_live<T>(mutant: Option<Mutant>, run: impl FnOnce() -> T) -> T {
        LIVING.set(mutant);
        let result = run();
        LIVING.set(None);
        result
    }
}
