//! The calls for sessions of the meeting, and their review: what was proposed, by whom, how it was scored and decided.
//!
//! ```text
//!   outlines (themes, fates) ─▶ panel (expertise, bids, conflicts) ─▶ assignment ─▶ scores ─▶ verdicts
//!                                                                                               │
//!        who was accepted is a session of the programme: same title, people and code ◀──────────┘
//! ```
//!
//! There are two calls, as there were: one for workshops, which the advisory group reviewed, and one for all other types,
//! which the secretariat decided. How many proposals there were is published (see [`figures`](super::figures)); the
//! reviewers, what they thought and everybody who was not accepted are invented.

mod answers;
mod crew;
mod dates;
mod outline;
mod panel;
mod scores;
mod steps;
#[cfg(test)]
mod tests;
mod verdicts;

use forum::people::{Attendance, Role};
use forum::reference::session_types::SessionType;
use jiff::Timestamp;

use self::crew::Crew;
use super::abstracts;
use super::titles::Titles;
use super::{Kyoto, SESSIONS};
use crate::scenario::dice::Dice;

pub use self::panel::{Panel, Review};
pub(super) use self::steps::steps;
pub use self::verdicts::Outcome;

/// The two calls, by their place.
pub const WORKSHOPS: usize = 0;
/// The call for all other types of session.
pub const OTHERS: usize = 1;

/// All that was proposed, and what was thought of it.
#[derive(Clone, Debug)]
pub struct Calls {
    /// Proposals in the order in which they were begun.
    pub proposals: Vec<Proposal>,
    /// Who reviewed the workshops, and how.
    pub panel: Panel,
}

/// How far a proposal came before it was reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was never finished.
    Unfinished,
    /// It was finished, but breaks a rule, and so could not be submitted.
    Breaking,
    /// It was withdrawn after it had been submitted.
    Withdrawn,
    /// It failed the minimum criteria.
    Failed,
    /// It passed them after something had been repaired.
    Repaired,
    /// It passed them.
    Passed,
}

impl Fate {
    /// Whether it was submitted.
    pub fn is_submitted(self) -> bool {
        !matches!(self, Fate::Unfinished | Fate::Breaking)
    }

    /// Whether it was reviewed.
    pub fn has_passed(self) -> bool {
        matches!(self, Fate::Repaired | Fate::Passed)
    }
}

/// A proposal.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The call.
    pub call: usize,
    /// What is proposed.
    pub kind: SessionType,
    /// Its theme.
    pub track: usize,
    /// How far it came.
    pub fate: Fate,
    /// Its place among those that were reviewed.
    pub reviewed: Option<usize>,
    /// The session that it became.
    pub session: Option<usize>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Its length.
    pub minutes: u16,
    /// Who proposes.
    pub by: usize,
    /// Everybody else who stands in it.
    pub team: Vec<Member>,
    /// What was answered in the form, in the order in which it was saved.
    pub answers: Vec<(&'static str, Vec<String>)>,
    /// When it was begun.
    pub begun: Timestamp,
    /// When it was submitted.
    pub submitted: Option<Timestamp>,
    /// Its number within the call.
    pub number: Option<u32>,
}

/// Somebody in a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: usize,
    /// As what.
    pub role: Role,
    /// Whether they come.
    pub attendance: Attendance,
    /// Whether they were asked by letter, and if so, what they said.
    pub asked: Option<Option<bool>>,
}

/// So many of something in a forum of this many sessions.
fn scaled(count: usize, sessions: usize) -> usize {
    (count * sessions + SESSIONS / 2) / SESSIONS
}

/// Deals the calls, and makes the sessions of the programme what was accepted.
pub(super) fn deal(kyoto: &mut Kyoto, dice: &Dice) {
    let dice = &dice.for_purpose("calls");
    let mut proposals = outline::deal(kyoto, dice);
    let mut panel = panel::deal(kyoto, &proposals, dice);
    scores::deal(&mut panel, &proposals, dice);
    verdicts::deal(kyoto, &mut proposals, &panel, dice);
    fill(kyoto, &mut proposals, &panel, dice);
    dates::deal(&mut proposals, dice);
    for proposal in &proposals {
        if let (Some(session), Some(number)) = (proposal.session, proposal.number) {
            kyoto.sessions[session].code = format!("{} #{number}", proposal.kind.facts().code);
        }
        for person in proposal.team.iter().map(|member| member.person).chain([proposal.by]) {
            let email = mailbox(&kyoto.persons[person].name, person);
            kyoto.persons[person].email = Some(email);
        }
    }
    kyoto.calls = Some(Calls { proposals, panel });
}

/// An address that leads nowhere: names that end in `.example` are nobody's.
fn mailbox(name: &str, person: usize) -> String {
    let latin = name.split(" (").next().unwrap_or(name);
    format!("{}.{}@people.example", forum::slug_of(latin, "person"), person + 1)
}

/// Titles, people and answers: those of the session, or new ones.
fn fill(kyoto: &Kyoto, proposals: &mut [Proposal], panel: &Panel, dice: &Dice) {
    let mut titles = Titles::new(&dice.for_purpose("titles of proposals"));
    kyoto.sessions.iter().for_each(|session| titles.reserve(&session.title));
    let mut chance = dice.for_purpose("answers");
    let mut crew = Crew::new(kyoto, panel, dice);
    for proposal in proposals {
        match proposal.session {
            Some(session) => {
                let session = &kyoto.sessions[session];
                (proposal.title, proposal.summary) = (session.title.clone(), session.summary.clone());
                proposal.minutes = session.minutes;
                // Proposals describe themselves in English, whatever will be spoken.
                if session.language != "en" {
                    let theme = kyoto.tracks[session.track].key;
                    proposal.summary = abstracts::write("", "en", theme, &mut chance);
                }
                crew.of_session(proposal, session);
            }
            None => {
                let (title, key) = titles.next(proposal.kind, kyoto.tracks[proposal.track].key, "en");
                // What is reviewed by theme keeps its theme; elsewhere a title may bring another.
                if proposal.reviewed.is_none() {
                    proposal.track = kyoto.tracks.iter().position(|t| t.key == key).unwrap_or(proposal.track);
                }
                let theme = kyoto.tracks[proposal.track].key;
                proposal.summary = abstracts::write(&title, "en", theme, &mut chance);
                proposal.title = title;
                proposal.minutes = match proposal.kind.facts().minutes {
                    [] => 60,
                    allowed => chance.pick(allowed),
                };
                crew.anew(proposal);
            }
        }
        proposal.answers = answers::write(kyoto, proposal, &mut chance);
    }
}
