//! A command on its way to the writer, and the answer on its way back.

use std::future::Future;
use std::ops::Range;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use super::{Key, Machine};
use crate::log::Seq;

/// A command, who gives it, and its name.
#[derive(Clone, Debug)]
pub struct Order<M: Machine> {
    /// What is wished.
    pub command: M::Command,
    /// By whom.
    pub by: M::Actor,
    /// The client's name for this command: the same actor's same key is the same command, for ever.
    pub key: Key,
}

/// The command is done, and durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The acts that it made; empty if there was nothing to do.
    pub acts: Range<Seq>,
    /// It had been done before under the same key; this is the answer of then.
    pub repeated: bool,
}

/// The command is not done. After `Unreachable` and `Stopped` it may be, unknown to us: send it again under the same
/// key to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure<Refusal> {
    /// The rules say no.
    Refused(Refusal),
    /// This actor has used this key for another command; take a new key for a new command.
    KeyTaken,
    /// Too many commands are waiting. Send it again in a moment.
    Busy,
    /// The disk is full. Send it again when the operator has made room.
    Full,
    /// The database cannot be reached. Send it again in a while.
    Unreachable,
    /// The writer has stopped, or stops now.
    Stopped,
    /// Deciding this very command failed through a mistake in the program; others are not affected.
    Bug,
}

/// What becomes of a command.
pub type Answer<M> = Result<Done, Failure<<M as Machine>::Refusal>>;

/// The answer to come: `await` it, or [`Ticket::wait`] on a thread that may block.
pub struct Ticket<M: Machine>(Arc<Slot<M>>);

/// The writer's end of a ticket. Dropped without an answer, it answers [`Failure::Stopped`].
pub(super) struct Answerer<M: Machine>(Option<Arc<Slot<M>>>);

struct Slot<M: Machine> {
    state: Mutex<State<M>>,
    answered: Condvar,
}

struct State<M: Machine> {
    answer: Option<Answer<M>>,
    waker: Option<Waker>,
}

/// A ticket and its other end.
pub(super) fn ticket<M: Machine>() -> (Ticket<M>, Answerer<M>) {
    let state = Mutex::new(State { answer: None, waker: None });
    let slot = Arc::new(Slot { state, answered: Condvar::new() });
    (Ticket(Arc::clone(&slot)), Answerer(Some(slot)))
}

impl<M: Machine> Ticket<M> {
    /// Blocks this thread until the answer is there.
    ///
    /// # Errors
    /// The answer itself, if the command was not done.
    #[must_use = "a command may be refused"]
    pub fn wait(self) -> Answer<M> {
        let mut state = self.0.lock();
        loop {
            match state.answer.take() {
                Some(answer) => return answer,
                None => state = self.0.answered.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

impl<M: Machine> Future for Ticket<M> {
    type Output = Answer<M>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.0.lock();
        match state.answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                state.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl<M: Machine> Answerer<M> {
    pub(super) fn answer(mut self, answer: Answer<M>) {
        self.put(answer);
    }

    fn put(&mut self, answer: Answer<M>) {
        let Some(slot) = self.0.take() else { return };
        let mut state = slot.lock();
        state.answer = Some(answer);
        let waker = state.waker.take();
        drop(state);
        slot.answered.notify_one();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<M: Machine> Drop for Answerer<M> {
    fn drop(&mut self) {
        self.put(Err(Failure::Stopped));
    }
}

impl<M: Machine> Slot<M> {
    fn lock(&self) -> MutexGuard<'_, State<M>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
