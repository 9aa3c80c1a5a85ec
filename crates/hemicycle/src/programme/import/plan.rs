//! The plan of an import: everything that it would do, and everything that it would not.

use super::differences::{self, Difference, Tally};
use super::draft::Draft;
use super::meeting::{self, Frame};
use super::people::People;
use super::remark::{Cost, Remark, Remarks, Stop, Why};
use super::roles::Roles;
use super::rooms::Rooms;
use super::sessions::{Desk, Match};
use super::{Options, leftovers, places, recognise, rooms};
use forum::programme::{Command as Step, clashes};
use forum::{Command, Forum, MeetingId, Refusal, Seq, SessionId};
use interchange::{Programme, Session};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// What an import would do.
pub struct Plan {
    /// The last act of the forum on which the plan was made.
    pub since: Seq,
    /// What to do, in order.
    pub steps: Vec<Command>,
    /// The forum as it would be.
    pub ahead: Forum,
    /// The meeting.
    pub meeting: MeetingId,
    /// Whether the meeting would be new.
    pub is_new_meeting: bool,
    /// The zone of the meeting, in which times are shown.
    pub zone: TimeZone,
    /// Rooms.
    pub rooms: Tally,
    /// Tracks.
    pub tracks: Tally,
    /// Persons.
    pub persons: Tally,
    /// Sessions.
    pub sessions: Tally,
    /// What would change, session by session.
    pub differences: Vec<Difference>,
    /// What would not be taken over, or not without an assumption: the worst first, then by line.
    pub remarks: Vec<Remark>,
    /// Sessions of an earlier import that the file no longer has and that stay.
    pub missing: Vec<SessionId>,
    /// Whether the programme would be published, if that was asked for.
    pub publication: Option<Publication>,
}

/// What becomes of the wish to publish.
#[derive(Clone, PartialEq, Debug)]
pub enum Publication {
    /// The version would be published under this label.
    Published(String),
    /// Nothing has changed since the latest version.
    Unchanged,
    /// It cannot be published, and so nothing is imported either.
    Refused {
        /// Why.
        refusal: Refusal,
        /// Everybody who would be in two places: name, and the codes of the two sessions.
        clashes: Vec<(String, String, String)>,
    },
}

impl Plan {
    /// The whole import as one command: all of it or nothing, and only if the forum is still the same.
    pub fn command(&self) -> Command {
        Command::Together { since: Some(self.since), steps: self.steps.clone() }
    }

    /// Whether there is nothing to do.
    pub fn changes_nothing(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether the plan may be carried out: a wish to publish that cannot be granted stops the whole.
    pub fn may_be_done(&self) -> bool {
        !matches!(self.publication, Some(Publication::Refused { .. }))
    }
}

/// Plans the import of a programme into a forum.
///
/// # Errors
/// If the meeting cannot be told or announced; whatever else is wrong is among the remarks.
pub fn plan(forum: &Forum, file: &Programme, options: &Options) -> Result<Plan, Stop> {
    let mut draft = Draft::of(forum);
    let mut remarks = Remarks::default();
    leftovers::tell(file, &mut remarks);
    let frame = meeting::settle(&mut draft, file, options, &mut remarks)?;
    let settled = rooms::settle(&mut draft, file, &frame, &mut remarks);
    let desk = Desk { frame: &frame, options, rooms: &settled };

    let programme = draft.programme(frame.meeting);
    let recognised = recognise::recognise(&programme, file, &frame, &mut remarks);
    let missing = recognise::missing(&programme, file, &frame, &recognised);
    let missing = withdraw(&mut draft, missing, file, options, &mut remarks);
    let mut matches = Vec::new();
    let mut entered: Vec<&Session> = Vec::new();
    for (session, recognised) in file.sessions.iter().zip(recognised) {
        let is_new = recognised.known.is_none();
        if let Some(found) = desk.settle(&mut draft, session, recognised, &mut remarks) {
            entered.extend(is_new.then_some(session));
            matches.push(found);
        }
    }
    desk.tell_assumed(&entered, &mut remarks);
    let mut people = People::of(&draft.forum, file, &matches, &frame.system, &mut remarks);
    let roles = Roles::of(file);
    for session in &mut matches {
        roles.settle(&mut draft, &mut people, session, &mut remarks);
    }
    places::settle(&mut draft, &matches, &settled, &frame, &mut remarks);
    leftovers::say_once(&mut remarks);
    let publication = options.publish.then(|| publish(&mut draft, file, &frame));
    Ok(summary(forum, draft, &frame, &settled, &matches, &people, remarks, missing, publication))
}

/// Withdraws what is missing, if that was asked for; returns what stays all the same.
fn withdraw(
    draft: &mut Draft,
    missing: BTreeSet<SessionId>,
    file: &Programme,
    options: &Options,
    remarks: &mut Remarks,
) -> Vec<SessionId> {
    if !options.withdraw_missing {
        return missing.into_iter().collect();
    }
    // A session that could not be read looks as if it were missing.
    if leftovers::unread_sessions(file) > 0 && !missing.is_empty() {
        remarks.add(1, "", Cost::Assumed, Why::NotWithdrawn { count: missing.len() });
        return missing.into_iter().collect();
    }
    missing.into_iter().filter(|id| draft.give(Step::WithdrawSession { session: *id }).is_err()).collect()
}

fn publish(draft: &mut Draft, file: &Programme, frame: &Frame) -> Publication {
    let label = file.version.clone().unwrap_or_default();
    let give = |draft: &mut Draft, label: String| {
        draft.give(Step::PublishProgramme { meeting: frame.meeting, label, note: String::new() })
    };
    let mut answer = give(draft, label);
    // A label that cannot be one is replaced by the number of the version.
    if answer.as_ref().is_err_and(|refusal| refusal.field().is_some()) {
        answer = give(draft, String::new());
    }
    let programme = draft.programme(frame.meeting);
    match answer {
        Ok(_) => Publication::Published(
            programme.latest().map(|version| version.label.clone()).unwrap_or_default(),
        ),
        Err(Refusal::NothingToPublish { .. }) => Publication::Unchanged,
        Err(refusal) => {
            let clashes = clashes(&programme).into_iter().map(|clash| {
                let person = draft.forum.people.persons.get(&clash.person);
                let name = person.map(|person| person.name.or_empty().to_owned()).unwrap_or_default();
                (name, clash.one.code.clone(), clash.other.code.clone())
            });
            Publication::Refused { refusal, clashes: clashes.collect() }
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "it gathers what the steps of the plan left behind, each once")]
fn summary(
    forum: &Forum,
    draft: Draft,
    frame: &Frame,
    rooms: &Rooms,
    matches: &[Match<'_>],
    people: &People<'_>,
    Remarks(mut remarks): Remarks,
    missing: Vec<SessionId>,
    publication: Option<Publication>,
) -> Plan {
    let before = forum.programme.meetings.get(&frame.meeting).cloned().unwrap_or_default();
    let differences = differences::sessions(forum, &draft, frame.meeting);
    let in_file = matches.iter().map(|found| found.id).collect();
    remarks.sort_by_key(|remark| (remark.cost, remark.line));
    let zone = &draft.forum.series.meetings[&frame.meeting].zone;
    let zone = TimeZone::get(zone).unwrap_or_else(|_| frame.zone.clone());
    Plan {
        since: forum.seq(),
        meeting: frame.meeting,
        is_new_meeting: frame.is_new,
        zone,
        rooms: differences::tally_added(|id| before.rooms.contains_key(id), rooms.rooms.values().copied()),
        tracks: differences::tally_added(|id| before.tracks.contains_key(id), rooms.tracks.values().copied()),
        persons: differences::tally_persons(forum, &draft.forum, &people.all()),
        sessions: differences::tally_sessions(&differences, &in_file),
        differences,
        remarks,
        missing,
        publication,
        steps: draft.steps,
        ahead: draft.forum,
    }
}
