//! The latest changes of a draft, each with the commands that take it back.
//!
//! All of it follows from the acts, so that none of it is stored: the acts of one command are one change, and what takes
//! an act back is told by the state before it.

use super::demands;
use super::{Act, Command, Place, Session, SessionChange, SessionEdit, Slot, State};
use crate::{Actor, PersonId, RoomId, Seq, SessionId, SlotId, Stamp, TrackId};
use imbl::Vector;
use jiff::Timestamp;

/// Most changes that are kept.
const CHANGES_MAX: usize = 50;
/// Most acts of a change that can be taken back; an import has more.
const ACTS_MAX: usize = 1_000;

/// The latest changes of a draft, the earliest first.
#[derive(Clone, Default, Debug)]
pub struct History(Vector<Change>);

/// One change of a draft: what one command did.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its first act, by which it is named.
    pub act: Seq,
    /// When it was made.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
    /// What was done; of a large change nothing is kept.
    pub acts: Vector<Act>,
    /// The change that it takes back, if that is what it does.
    pub undoes: Option<Seq>,
    /// Whether it was taken back itself.
    pub undone: bool,
    /// Whether it takes back something that somebody did, rather than does it (again).
    is_undo: bool,
    back: Vector<Command>,
    is_large: bool,
}

/// What a change is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Subject {
    Room(RoomId),
    Slot(SlotId),
    Track(TrackId),
    Session(SessionId),
    Demand(demands::Subject),
}

impl Change {
    /// What takes it back, in the order in which to do it.
    pub(super) fn back(&self) -> impl Iterator<Item = &Command> {
        self.back.iter().rev()
    }

    fn can_be_undone(&self) -> bool {
        !self.undone && !self.back.is_empty()
    }

    fn touches(&self, other: &Change) -> bool {
        let subjects: Vec<_> = other.acts.iter().filter_map(subject).collect();
        self.is_large || self.acts.iter().filter_map(subject).any(|subject| subjects.contains(&subject))
    }
}

impl History {
    /// The changes, the latest first.
    pub fn latest(&self) -> impl Iterator<Item = &Change> {
        self.0.iter().rev()
    }

    /// The change of somebody's that an undo takes back: the latest that is not yet taken back.
    pub fn to_undo(&self, by: Actor) -> Option<&Change> {
        self.latest().find(|change| change.by == by && !change.is_undo && change.can_be_undone())
    }

    /// The undo of somebody's that a redo takes back: the latest, as long as they have done nothing new since.
    pub fn to_redo(&self, by: Actor) -> Option<&Change> {
        let theirs = self.latest().filter(|change| change.by == by);
        let mut since = theirs.take_while(|change| change.undoes.is_some());
        since.find(|change| change.is_undo && change.can_be_undone())
    }

    /// A change that can be taken back.
    pub(super) fn undoable(&self, act: Seq) -> Option<&Change> {
        self.0.iter().find(|change| change.act == act && change.can_be_undone())
    }

    /// A later change of the same things that still stands: taking the earlier one back would take that back too.
    pub(super) fn later_than(&self, change: &Change) -> Option<&Change> {
        let later = || self.0.iter().filter(|other| other.act > change.act);
        let undoes_later = |other: &Change| other.undoes.is_some_and(|act| act > change.act);
        later().find(|other| !other.undone && !undoes_later(other) && other.touches(change))
    }

    /// Keeps an act, and what takes it back.
    pub(super) fn keep(&mut self, stamp: &Stamp, act: &Act, back: Option<Command>) {
        if let Act::ChangeUndone { act: undone, .. } = act {
            let change = self.0.iter_mut().find(|change| change.act == *undone);
            let is_undo = change.is_none_or(|change| {
                change.undone = true;
                !change.is_undo
            });
            return self.begin(stamp, Some(*undone), is_undo);
        }
        if self.0.back().is_none_or(|last| (last.at, last.by) != (stamp.at, stamp.by)) {
            self.begin(stamp, None, false);
        }
        let Some(change) = self.0.back_mut() else { return };
        if change.acts.len() >= ACTS_MAX {
            change.is_large = true;
        }
        if change.is_large {
            change.acts.clear();
            change.back.clear();
            return;
        }
        change.acts.push_back(act.clone());
        change.back.extend(back);
    }

    fn begin(&mut self, stamp: &Stamp, undoes: Option<Seq>, is_undo: bool) {
        if self.0.len() >= CHANGES_MAX {
            self.0.pop_front();
        }
        let (acts, back) = (Vector::new(), Vector::new());
        let Stamp { seq: act, at, by } = *stamp;
        self.0.push_back(Change { act, at, by, acts, undoes, undone: false, is_undo, back, is_large: false });
    }

    /// Forgets every change of when a person can take part: nothing of theirs comes back.
    pub(super) fn forget_person(&mut self, person: PersonId) {
        let theirs = Subject::Demand(demands::Subject::Person(person));
        self.0.retain(|change| !change.acts.iter().any(|act| subject(act) == Some(theirs)));
    }

    /// Forgets every change of a session: its words were erased, and the changes hold some of them.
    pub(super) fn forget(&mut self, session: SessionId) {
        let about = |act: &Act| subject(act) == Some(Subject::Session(session));
        self.0.retain(|change| !change.acts.iter().any(about));
    }
}

fn subject(act: &Act) -> Option<Subject> {
    Some(match act {
        Act::RoomOpened { id: room, .. }
        | Act::RoomAmended { room, .. }
        | Act::RoomClosed { room, .. }
        | Act::RoomReopened { room, .. } => Subject::Room(*room),
        Act::SlotAdded { id: slot, .. }
        | Act::SlotAmended { slot, .. }
        | Act::SlotRemoved { slot, .. }
        | Act::SlotRestored { slot, .. } => Subject::Slot(*slot),
        Act::TrackAdded { id: track, .. }
        | Act::TrackRenamed { track, .. }
        | Act::TrackRemoved { track, .. }
        | Act::TrackRestored { track, .. } => Subject::Track(*track),
        Act::SessionAdded { id: session, .. }
        | Act::SessionAmended { session, .. }
        | Act::SessionWithdrawn { session }
        | Act::SessionReinstated { session, .. }
        | Act::SessionErased { session, .. }
        | Act::RoleGiven { session, .. }
        | Act::RoleTaken { session, .. }
        | Act::SessionPlaced { session, .. }
        | Act::SessionUnplaced { session } => Subject::Session(*session),
        Act::Demanded(act) => Subject::Demand(demands::subject(act)),
        Act::ChangeUndone { .. }
        | Act::Chosen { .. }
        | Act::Unchosen { .. }
        | Act::VariantKept { .. }
        | Act::VariantDropped { .. }
        | Act::ProgrammePublished { .. } => return None,
    })
}

/// The command that takes an act back, given what was there before it.
pub(super) fn inverse(before: &State, act: &Act) -> Option<Command> {
    let meeting = act.meeting(before)?;
    let programme = before.meetings.get(&meeting);
    let session = |id: &SessionId| Some(&**before.session(*id)?.1);
    Some(match act {
        Act::RoomOpened { id: room, meeting, .. } | Act::RoomReopened { room, meeting } => {
            Command::CloseRoom { meeting: *meeting, room: *room }
        }
        Act::RoomAmended { meeting, room, .. } => {
            let old = programme?.rooms.get(room)?;
            Command::AmendRoom { meeting: *meeting, room: *room, name: old.name.clone(), seats: old.seats }
        }
        Act::RoomClosed { meeting, room } => Command::ReopenRoom { meeting: *meeting, room: *room },
        Act::SlotAdded { id: slot, meeting, .. } | Act::SlotRestored { slot, meeting } => {
            Command::RemoveSlot { meeting: *meeting, slot: *slot }
        }
        Act::SlotAmended { meeting, slot, .. } => {
            let Slot { start, end, pause } = programme?.slots.get(slot)?.clone();
            let pause = pause.unwrap_or_default();
            Command::AmendSlot { meeting: *meeting, slot: *slot, start, end, pause }
        }
        Act::SlotRemoved { meeting, slot } => Command::RestoreSlot { meeting: *meeting, slot: *slot },
        Act::TrackAdded { id: track, meeting, .. } | Act::TrackRestored { track, meeting } => {
            Command::RemoveTrack { meeting: *meeting, track: *track }
        }
        Act::TrackRenamed { meeting, track, .. } => {
            let name = programme?.tracks.get(track)?.name.clone();
            Command::RenameTrack { meeting: *meeting, track: *track, name }
        }
        Act::TrackRemoved { meeting, track } => Command::RestoreTrack { meeting: *meeting, track: *track },
        Act::SessionAdded { id: session, .. } | Act::SessionReinstated { session, .. } => {
            Command::WithdrawSession { session: *session }
        }
        Act::SessionAmended { session: id, changes } => {
            let edit = edit_back(session(id)?, changes)?;
            Command::AmendSession { session: *id, edit }
        }
        Act::SessionWithdrawn { session } => Command::ReinstateSession { session: *session },
        Act::RoleGiven { session, person, role } => {
            Command::TakeRole { session: *session, person: *person, role: *role }
        }
        Act::RoleTaken { session, person, role } => {
            Command::GiveRole { session: *session, person: *person, role: *role }
        }
        Act::SessionPlaced { session: id, .. } | Act::SessionUnplaced { session: id } => {
            back_to(*id, session(id)?.place)
        }
        Act::Demanded(demand) => {
            let known = programme.map(|programme| programme.demands.clone()).unwrap_or_default();
            Command::Demand(demands::inverse(&known, meeting, demand)?)
        }
        Act::SessionErased { .. }
        | Act::ChangeUndone { .. }
        | Act::Chosen { .. }
        | Act::Unchosen { .. }
        | Act::VariantKept { .. }
        | Act::VariantDropped { .. }
        | Act::ProgrammePublished { .. } => return None,
    })
}

/// Brings a session back to where it was.
fn back_to(session: SessionId, place: Option<Place>) -> Command {
    match place {
        Some(Place { room, start }) => Command::PlaceSession { session, room, start },
        None => Command::UnplaceSession { session },
    }
}

/// What was there before some changes of a session; nothing, if it was erased.
fn edit_back(old: &Session, changes: &[SessionChange]) -> Option<SessionEdit> {
    let mut edit = SessionEdit::default();
    for change in changes {
        match change {
            SessionChange::Title(_) => edit.title = Some(old.title.text()?.to_owned()),
            SessionChange::Abstract(_) => {
                edit.summary = match &old.summary {
                    Some(words) => Some(words.text()?.to_owned()),
                    None => Some(String::new()),
                }
            }
            SessionChange::Kind(_) => edit.kind = Some(old.kind.clone()),
            SessionChange::Language(_) => edit.language = Some(old.language.clone()),
            SessionChange::Format(_) => edit.format = Some(old.format.clone().unwrap_or_default()),
            SessionChange::Track(_) => (edit.track, edit.no_track) = (old.track, old.track.is_none()),
            SessionChange::Minutes(_) => edit.minutes = Some(old.minutes),
            SessionChange::Organisers(_) => edit.organisers = Some(old.organisers.clone()),
        }
    }
    Some(edit)
}
