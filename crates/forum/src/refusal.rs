//! Every way in which a forum says no.
//!
//! A refusal is typed, names the field it is about where there is one, and has a sentence and a remedy in the
//! catalogue `locales/<language>/refusals.ftl` under its key. It is shown to the person and never logged as a fault.

use crate::{
    CallId, ClusterId, MeetingId, MergeId, OrganisationId, PartId, PersonId, ProposalId, ResourceId, RoomId,
    Seq, SeriesId, SessionId, SlotId, TrackId, VariantId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;

/// An argument of a refusal's sentence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A count or an id.
    Number(u64),
    /// A text as given.
    Text(String),
    /// A moment, in UTC.
    Time(Timestamp),
    /// A day of the calendar.
    Day(Date),
    /// A rule for what is submitted.
    Rule(BrokenRule),
}

/// A rule that was broken, with its figure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct BrokenRule {
    /// The name of the rule.
    pub key: String,
    /// At most or at least so many.
    pub count: u32,
}

macro_rules! value_from {
    ($($from:ty => |$v:ident| $to:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($v: $from) -> Value { $to }
        }
    )*};
}
value_from! {
    u64 => |v| Value::Number(v);
    u32 => |v| Value::Number(v.into());
    usize => |v| Value::Number(v as u64);
    &str => |v| Value::Text(v.to_owned());
    String => |v| Value::Text(v);
    Cow<'static, str> => |v| Value::Text(v.into_owned());
    Timestamp => |v| Value::Time(v);
    Date => |v| Value::Day(v);
    BrokenRule => |v| Value::Rule(v);
    Box<Refusal> => |v| Value::Text(v.to_string());
    PersonId => |v| Value::Number(v.0.into());
    OrganisationId => |v| Value::Number(v.0.into());
    SeriesId => |v| Value::Number(v.0.into());
    MeetingId => |v| Value::Number(v.0.into());
    RoomId => |v| Value::Number(v.0.into());
    SlotId => |v| Value::Number(v.0.into());
    TrackId => |v| Value::Number(v.0.into());
    SessionId => |v| Value::Number(v.0.into());
    ResourceId => |v| Value::Number(v.0.into());
    VariantId => |v| Value::Number(v.0.into());
    CallId => |v| Value::Number(v.0.into());
    ProposalId => |v| Value::Number(v.0.into());
    MergeId => |v| Value::Number(v.0.into());
    PartId => |v| Value::Number(v.0.into());
    ClusterId => |v| Value::Number(v.0.into());
}

/// Declares the refusals once: the variant with its facts, and the key of its sentence. The list of keys lets a test
/// compare the catalogues with what can be said, so that no refusal is left without words.
macro_rules! refusals {
    ($($(#[doc = $doc:literal])* $name:ident $({ $($arg:ident: $ty:ty),* $(,)? })? = $key:literal;)*) => {
        /// Why a command was refused.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Refusal {
            $($(#[doc = $doc])* #[allow(missing_docs, reason = "the variant's line and its sentence name the facts, where it has any")]
              $name $({ $($arg: $ty),* })?,)*
        }

        impl Refusal {
            /// The keys of all refusals, in the order of their declaration.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// What each of them is in a sentence, in the same order: for descriptions of the API, which speak of a
            /// refusal and not of what was refused.
            pub const TITLES: &'static [&'static str] = &[$(concat!($($doc),*)),*];

            /// The key of its sentence in the catalogues.
            pub fn key(&self) -> &'static str {
                match self { $(Refusal::$name { .. } => $key,)* }
            }

            /// The facts that its sentence mentions.
            #[allow(clippy::clone_on_copy, reason = "one expansion serves every type of argument")]
            pub fn args(&self) -> Vec<(&'static str, Value)> {
                match self {$(
                    Refusal::$name $({ $($arg),* })? => {
                        vec![$($((stringify!($arg), Value::from($arg.clone()))),*)?]
                    }
                )*}
            }
        }
    };
}

/// The name of a field of a command, as forms and the API call it.
pub(crate) type Field = Cow<'static, str>;

refusals! {
    /// The command was prepared on a state that has changed since.
    MovedOn { since: Seq, now: Seq } = "moved-on";
    /// The actor has no right to do this.
    NotAllowed = "not-allowed";
    /// Too many steps in one command.
    TooManySteps { have: usize, max: usize } = "too-many-steps";
    /// A bundle of steps within a bundle of steps.
    StepsWithinSteps = "steps-within-steps";
    /// One of several steps was refused, counted from 1, and so none was done.
    AtStep { step: u64, why: Box<Refusal> } = "at-step";

    /// A field that must be filled is empty.
    Empty { field: Field } = "empty";
    /// A text is longer than its field allows, counted in characters.
    TooLong { field: Field, have: usize, max: usize } = "too-long";
    /// A text holds characters that nobody can see or type.
    ControlCharacter { field: Field, code: String } = "control-character";
    /// A text holds characters that turn the reading direction of what stands around it.
    BidiOverride { field: Field, code: String } = "bidi-override";
    /// A short name for addresses is not made of small letters, digits and hyphens.
    NotASlug { field: Field, value: String } = "not-a-slug";
    /// A short name for addresses is already in use.
    SlugTaken { field: Field, value: String } = "slug-taken";
    /// A language tag is not well-formed (BCP 47).
    NotALanguage { field: Field, value: String } = "not-a-language";
    /// An e-mail address has no `@`, or spaces.
    NotAnEmail { field: Field } = "not-an-email";
    /// A web address does not begin with `https://` or `http://`.
    NotALink { field: Field, value: String } = "not-a-link";
    /// A country code is not in the ISO 3166 table.
    UnknownCountry { field: Field, value: String } = "unknown-country";
    /// A zone name is not of the form `Area/City`.
    NotAZone { field: Field, value: String } = "not-a-zone";
    /// A number lies outside its bounds.
    OutOfBounds { field: Field, have: u64, min: u64, max: u64 } = "out-of-bounds";

    /// The forum lets nobody enter themselves.
    SignUpClosed = "sign-up-closed";
    /// There is no such series.
    NoSuchSeries { series: SeriesId } = "no-such-series";
    /// There is no such meeting.
    NoSuchMeeting { meeting: MeetingId } = "no-such-meeting";
    /// A meeting ends before it begins, or lasts too long.
    MeetingDays { first: Date, last: Date, max: u32 } = "meeting-days";

    /// There is no such person.
    NoSuchPerson { person: PersonId } = "no-such-person";
    /// The person asked to be forgotten.
    PersonErased { person: PersonId } = "person-erased";
    /// An id of another system is a name or an address, which acts must not hold.
    OriginTells { field: Field } = "origin-tells";
    /// There is no such organisation.
    NoSuchOrganisation { organisation: OrganisationId } = "no-such-organisation";
    /// The person is already registered for the meeting.
    AlreadyRegistered { person: PersonId } = "already-registered";
    /// The person is not registered for the meeting.
    NotRegistered { person: PersonId } = "not-registered";
    /// The fact is already on record.
    AlreadyRecorded { person: PersonId } = "already-recorded";

    /// The person holds the office already.
    OfficeHeld { person: PersonId } = "office-held";
    /// The person does not hold the office, nor are they proposed for it.
    OfficeMissing { person: PersonId } = "office-missing";
    /// An office takes two persons to grant, and neither may be the one who receives it.
    SecondPerson { person: PersonId } = "second-person";
    /// Somebody else's office takes two persons to end.
    SecondToEnd { person: PersonId } = "second-to-end";
    /// Nobody else would run the forum any more.
    LastOffice { person: PersonId } = "last-office";
    /// Whoever holds an office loses it before somebody else erases them.
    OfficeFirst { person: PersonId } = "office-first";
    /// Somebody has this address for mail.
    MailboxTaken { person: PersonId } = "mailbox-taken";

    /// There is no such room at the meeting.
    NoSuchRoom { room: RoomId } = "no-such-room";
    /// Sessions stand in the room, this one among them.
    RoomInUse { room: RoomId, code: String } = "room-in-use";
    /// There is no such slot at the meeting.
    NoSuchSlot { slot: SlotId } = "no-such-slot";
    /// There is no such track at the meeting.
    NoSuchTrack { track: TrackId } = "no-such-track";
    /// Sessions stand under the track, this one among them.
    TrackInUse { track: TrackId, code: String } = "track-in-use";
    /// There is no such session.
    NoSuchSession { session: SessionId } = "no-such-session";
    /// The session was withdrawn.
    SessionWithdrawn { session: SessionId } = "session-withdrawn";
    /// The session was not withdrawn.
    NotWithdrawn { session: SessionId } = "not-withdrawn";
    /// A session has a place that would lie outside the new days of the meeting.
    SessionOutside { code: String, start: Timestamp, first: Date, last: Date } = "session-outside";
    /// Another session of the meeting bears the code.
    CodeTaken { code: String } = "code-taken";
    /// A slot ends before it begins.
    SlotBackwards { start: Timestamp, end: Timestamp } = "slot-backwards";
    /// A time lies outside the days of the meeting.
    OutsideMeeting { start: Timestamp, first: Date, last: Date } = "outside-meeting";
    /// Another session is in the room at that time.
    RoomTaken { room: RoomId, code: String, from: Timestamp, until: Timestamp } = "room-taken";
    /// The session is already there.
    AlreadyPlaced { session: SessionId } = "already-placed";
    /// The person has chosen as many sessions as can be kept for them.
    TooManyChoices { max: usize } = "too-many-choices";
    /// The session has no place yet.
    NotPlaced { session: SessionId } = "not-placed";
    /// The person already has the role.
    RoleTaken { person: PersonId } = "role-taken";
    /// The person does not have the role.
    RoleMissing { person: PersonId } = "role-missing";
    /// A change that changes nothing.
    NothingChanged = "nothing-changed";
    /// The change is not, or no longer, among those that can be taken back.
    NothingToUndo { act: Seq } = "nothing-to-undo";
    /// What the change was about has been changed again since.
    ChangedSince { act: Seq, later: Seq } = "changed-since";
    /// There is no such variant of the programme.
    NoSuchVariant { variant: VariantId } = "no-such-variant";
    /// As many variants are kept as can be.
    TooManyVariants { max: usize } = "too-many-variants";
    /// A person would be in two places at once.
    PersonTwice { person: PersonId, one: String, other: String, at: Timestamp } = "person-twice";
    /// Nothing has changed since the last published version, given by its label.
    NothingToPublish { version: String } = "nothing-to-publish";
    /// There is no placed session to publish.
    EmptyProgramme = "empty-programme";

    /// The session keeps its place until it is unlocked.
    SessionLocked { session: SessionId } = "session-locked";
    /// Each of two sessions would have to be over before the other begins.
    OrderCircle { one: String, other: String } = "order-circle";
    /// There is no such limited thing at the meeting.
    NoSuchResource { resource: ResourceId } = "no-such-resource";
    /// Sessions need the thing, this one among them.
    ResourceInUse { resource: ResourceId, code: String } = "resource-in-use";

    /// A list is longer than it can be.
    TooMany { field: Field, have: usize, max: usize } = "too-many";
    /// What was chosen is not among the options.
    UnknownChoice { field: Field, value: String } = "unknown-choice";
    /// A time that should lie ahead has passed.
    TimePast { field: Field, at: Timestamp } = "time-past";
    /// Something opens after it closes.
    GateBackwards { opens: Timestamp, closes: Timestamp } = "gate-backwards";
    /// Somebody else, or the same person elsewhere, has saved another text meanwhile.
    SavedMeanwhile { seq: Seq } = "saved-meanwhile";
    /// There is no such call, or it is not public yet.
    NoSuchCall { call: CallId } = "no-such-call";
    /// There is no such proposal, or it was erased.
    NoSuchProposal { proposal: ProposalId } = "no-such-proposal";
    /// There is nobody of that number in the proposal.
    NoSuchPart { part: PartId } = "no-such-part";
    /// There is no such cluster, or it is no team yet.
    NoSuchCluster { cluster: ClusterId } = "no-such-cluster";
    /// The call does not ask for such sessions.
    KindNotOffered { kind: String } = "kind-not-offered";
    /// The call does not ask such a field.
    NoSuchField { field: Field } = "no-such-field";
    /// Another field is asked depending on this one's answer.
    FieldInUse { field: Field } = "field-in-use";
    /// There is no such rule for what is submitted, or the call does not have it.
    NoSuchRule { rule: String } = "no-such-rule";
    /// It cannot be proposed yet.
    NotOpenYet { opens: Timestamp } = "not-open-yet";
    /// It can be proposed no longer.
    CallClosed { closes: Timestamp } = "call-closed";
    /// Something is missing in the proposal, in this field first.
    StillMissing { field: Field, have: usize } = "still-missing";
    /// The proposal breaks rules of the call, this one first.
    RuleBroken { rule: BrokenRule, have: usize } = "rule-broken";
    /// The proposal was submitted already.
    AlreadySubmitted { code: String } = "already-submitted";
    /// The proposal is submitted, and so does not change.
    ReopenFirst { code: String } = "reopen-first";
    /// What is submitted is withdrawn before it is erased.
    WithdrawFirst { code: String } = "withdraw-first";
    /// The proposal is not submitted.
    NotSubmitted { proposal: ProposalId } = "not-submitted";
    /// The proposal was withdrawn.
    ProposalWithdrawn { proposal: ProposalId } = "proposal-withdrawn";
    /// Nobody can be asked without an address for mail.
    NoMailbox { part: PartId } = "no-mailbox";
    /// They were asked a short while ago.
    InvitedAlready { at: Timestamp } = "invited-already";
    /// They were not asked.
    NotInvited { part: PartId } = "not-invited";
    /// The call gathers sessions, and has no clusters.
    NoIssuesHere { call: CallId } = "no-issues-here";
    /// A team needs an issue.
    ClusterEmpty { cluster: ClusterId } = "cluster-empty";
    /// A team is not dropped.
    TeamStands { cluster: ClusterId } = "team-stands";
    /// The person is not in the team.
    NotInTeam { person: PersonId } = "not-in-team";

    /// It is not settled how the call is reviewed.
    NoReview = "no-review";
    /// The call gathers issues, which nobody scores.
    IssuesUnreviewed = "issues-unreviewed";
    /// Scores were given by these criteria already.
    CriteriaInUse = "criteria-in-use";
    /// A name stands in a list twice.
    KeyTwice { field: Field, value: String } = "key-twice";
    /// The person is no reviewer.
    NotAReviewer { person: PersonId } = "not-a-reviewer";
    /// The proposal has not passed the minimum criteria.
    NotScreened { proposal: ProposalId } = "not-screened";
    /// Something is said that needs a reason.
    ReasonNeeded = "reason-needed";
    /// The proposal is not among those that the reviewer reviews.
    NotAssigned { proposal: ProposalId } = "not-assigned";
    /// There is a conflict of interest.
    InConflict { person: PersonId, proposal: ProposalId } = "in-conflict";
    /// Scores are not given now.
    ReviewClosed { opens: Timestamp, closes: Timestamp } = "review-closed";
    /// A criterion has no score yet.
    ScoreMissing { criterion: String } = "score-missing";
    /// Nothing is decided about the proposal.
    NotDecided { proposal: ProposalId } = "not-decided";
    /// It was decided already, though nobody was told.
    DecidedAlready { proposal: ProposalId } = "decided-already";
    /// It is before its reviewers.
    UnderReview { code: String } = "under-review";
    /// The decision was released.
    DecisionStands { proposal: ProposalId } = "decision-stands";
    /// No decision of the call is pending.
    NothingToRelease = "nothing-to-release";
    /// There is no such suggestion to merge, or it is not about the proposal.
    NoSuchMerge = "no-such-merge";
    /// All teams have agreed already.
    MergeSettled = "merge-settled";
    /// The proposal cannot be merged with these.
    MergeUnfit { proposal: ProposalId } = "merge-unfit";
    /// Not all teams have agreed.
    NotAgreed { proposal: ProposalId } = "not-agreed";
    /// The proposal would join another that does not become a session.
    JoinsNothing { proposal: ProposalId, into: ProposalId } = "joins-nothing";
    /// Appeals are not taken, or no longer.
    AppealsClosed = "appeals-closed";
    /// There was an appeal already.
    AppealMade { proposal: ProposalId } = "appeal-made";
    /// No appeal waits for an answer.
    NoAppeal { proposal: ProposalId } = "no-appeal";
}

impl Refusal {
    /// The refusal itself: of one step, why it was refused.
    pub fn reason(&self) -> &Refusal {
        match self {
            Refusal::AtStep { why, .. } => why.reason(),
            reason => reason,
        }
    }

    /// The field of the command that the refusal is about, if it is about one.
    pub fn field(&self) -> Option<String> {
        let named = match self.reason() {
            Refusal::NoSuchSeries { .. } => "series",
            Refusal::NoSuchMeeting { .. } => "meeting",
            Refusal::NoSuchPerson { .. } => "person",
            Refusal::MailboxTaken { .. } => "email",
            Refusal::NoSuchOrganisation { .. } => "organisation",
            Refusal::NoSuchRoom { .. } | Refusal::RoomInUse { .. } => "room",
            Refusal::NoSuchSlot { .. } => "slot",
            Refusal::NoSuchTrack { .. } | Refusal::TrackInUse { .. } => "track",
            Refusal::NoSuchResource { .. } | Refusal::ResourceInUse { .. } => "resource",
            Refusal::NoSuchSession { .. }
            | Refusal::SessionWithdrawn { .. }
            | Refusal::SessionLocked { .. }
            | Refusal::NotWithdrawn { .. } => "session",
            Refusal::NothingToUndo { .. } | Refusal::ChangedSince { .. } => "act",
            Refusal::NoSuchVariant { .. } => "variant",
            Refusal::CodeTaken { .. } => "code",
            Refusal::MeetingDays { .. } | Refusal::SessionOutside { .. } => "last_day",
            Refusal::SlotBackwards { .. } => "end",
            Refusal::OutsideMeeting { .. } => "start",
            Refusal::TooManySteps { .. } => "steps",
            Refusal::NotScreened { .. }
            | Refusal::NotAssigned { .. }
            | Refusal::NotDecided { .. }
            | Refusal::NotAgreed { .. }
            | Refusal::JoinsNothing { .. } => "proposal",
            Refusal::NotAReviewer { .. } | Refusal::InConflict { .. } => "reviewer",
            Refusal::ScoreMissing { .. } => "scores",
            Refusal::CriteriaInUse => "criteria",
            Refusal::ReasonNeeded => "reasons",
            Refusal::NoSuchMerge => "merge",
            Refusal::NoSuchCall { .. } | Refusal::NoIssuesHere { .. } => "call",
            Refusal::NoSuchProposal { .. }
            | Refusal::NotSubmitted { .. }
            | Refusal::ProposalWithdrawn { .. }
            | Refusal::AlreadySubmitted { .. }
            | Refusal::ReopenFirst { .. }
            | Refusal::UnderReview { .. }
            | Refusal::WithdrawFirst { .. } => "proposal",
            Refusal::NoSuchPart { .. } | Refusal::NotInvited { .. } | Refusal::InvitedAlready { .. } => {
                "part"
            }
            Refusal::NoMailbox { .. } => "email",
            Refusal::NoSuchCluster { .. } | Refusal::ClusterEmpty { .. } | Refusal::TeamStands { .. } => {
                "cluster"
            }
            Refusal::NotInTeam { .. } => "person",
            Refusal::KindNotOffered { .. } => "kind",
            Refusal::NoSuchRule { .. } | Refusal::RuleBroken { .. } => "rule",
            Refusal::GateBackwards { .. } => "closes",
            reason => {
                return reason.args().into_iter().find_map(|(name, value)| match value {
                    Value::Text(field) if name == "field" => Some(field),
                    _ => None,
                });
            }
        };
        Some(named.to_owned())
    }
}

impl fmt::Display for Refusal {
    /// The key and its facts, for logs of the simulator and for tests; people read the catalogue's sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        for (name, value) in self.args() {
            match value {
                Value::Number(n) => write!(f, " {name}={n}")?,
                Value::Text(text) => write!(f, " {name}={text:?}")?,
                Value::Time(time) => write!(f, " {name}={time}")?,
                Value::Day(day) => write!(f, " {name}={day}")?,
                Value::Rule(rule) => write!(f, " {name}={}({})", rule.key, rule.count)?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
