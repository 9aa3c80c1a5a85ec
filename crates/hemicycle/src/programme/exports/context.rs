//! What an export is made from: the published programme, read in the name of the public.

use std::sync::Arc;

use forum::people::views::{PersonView, person};
use forum::programme::views::{published, versions};
use forum::programme::{Role, Session, Version};
use forum::series::Meeting;
use forum::{Forum, PersonId, Viewer, Words};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::languages::Locale;
use sha2::{Digest as _, Sha256};

use crate::languages::languages;
use crate::site::Visit;
use crate::site::markdown;
use crate::site::visit::venue;

/// A published programme and everything that a file of it needs to know. What it hands out is what public pages show.
pub struct ExportContext<'a> {
    /// Who asks, and in which forum.
    pub visit: &'a Visit,
    /// The language of what the file says for itself; what people wrote stays in theirs.
    pub lang: &'a Locale,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The latest published version.
    pub version: &'a Version,
    /// The zone of the venue.
    pub zone: TimeZone,
    /// Scheme and host of all addresses in the file: `https://forum.example`.
    base: &'a str,
    /// What sets the ids of this programme apart from those of all other installations.
    seed: String,
}

/// What an id in a file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A session.
    Session(u32),
    /// A person.
    Person(u32),
    /// A room.
    Room(u32),
    /// A version of the programme.
    Version(u32),
    /// The programme itself.
    Programme,
}

impl<'a> ExportContext<'a> {
    /// The programme of a meeting for a reader, if one is published.
    pub fn of(visit: &'a Visit, meeting: &'a Meeting, base: &'a str) -> Option<ExportContext<'a>> {
        let version = published(visit.forum(), meeting.id)?;
        // The ids must outlive every version and every change of a title or an address. No two installations publish
        // their first version in the same microsecond.
        let first = versions(visit.forum(), meeting.id).last().map_or(version.at, |first| first.at);
        let seed = format!("{}:{}", first.as_microsecond(), meeting.id);
        let (lang, zone) = (visit.lang(), venue(meeting));
        Some(ExportContext { visit, lang, meeting, version, zone, base, seed })
    }

    /// The same for a machine: whatever its reader speaks, the file is the same.
    pub fn for_machines(self) -> ExportContext<'a> {
        ExportContext { lang: languages().default_locale(), ..self }
    }

    /// The forum.
    pub fn forum(&self) -> &'a Forum {
        self.visit.forum()
    }

    /// All published versions, the first first.
    pub fn versions(&self) -> Vec<&'a Arc<Version>> {
        let mut all = versions(self.forum(), self.meeting.id);
        all.reverse();
        all
    }

    /// Scheme and host of all addresses.
    pub fn base(&self) -> &'a str {
        self.base
    }

    /// The whole address of a page within the forum.
    pub fn to(&self, rest: &str) -> String {
        format!("{}{}", self.base, self.visit.to(rest))
    }

    /// The whole address of a page within the meeting.
    pub fn to_meeting(&self, rest: &str) -> String {
        format!("{}{}", self.base, self.visit.to_meeting(self.meeting, rest))
    }

    /// The whole address of a session's page.
    pub fn to_session(&self, session: &Session) -> String {
        self.to_meeting(&format!("sessions/{}", session.slug))
    }

    /// An id in the form of a UUID (version 8 of RFC 9562) that a thing keeps for ever.
    pub fn id(&self, thing: Thing) -> String {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&Sha256::digest(format!("hemicycle:{}:{thing:?}", self.seed))[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
        parts.join("-")
    }

    /// What somebody wrote, or the mark that it was erased.
    pub fn words(&self, words: &Words) -> String {
        words.text().map_or_else(|| format!("[{}]", self.lang.text("erased")), ToOwned::to_owned)
    }

    /// The title of a session.
    pub fn title(&self, session: &Session) -> String {
        self.words(&session.title)
    }

    /// What a session is about; empty if nobody has said.
    pub fn summary(&self, session: &Session) -> String {
        session.summary.as_ref().map(|words| self.words(words)).unwrap_or_default()
    }

    /// The same for people to read: without the signs of Markdown, which only files for other tools keep.
    pub fn summary_in_plain(&self, session: &Session) -> String {
        match session.summary.as_ref().and_then(|words| words.text()) {
            Some(text) => markdown::plain(text),
            None => self.summary(session),
        }
    }

    /// The name of a session's room.
    pub fn room(&self, session: &Session) -> Option<&'a str> {
        self.version.rooms.get(&session.place?.room).map(|room| room.name.as_str())
    }

    /// The name of a session's track.
    pub fn track(&self, session: &Session) -> Option<&'a str> {
        self.version.tracks.get(&session.track?).map(|track| track.name.as_str())
    }

    /// Who does what in a session, role by role, as far as the public may know them.
    pub fn people(&self, session: &Session) -> Vec<(Role, PersonView<'a>)> {
        let of_role = |wanted: Role| session.roles.iter().filter(move |(role, _)| *role == wanted);
        let seen = |(role, id): &(Role, PersonId)| Some((*role, person(self.forum(), *id, Viewer::Public)?));
        Role::ALL.into_iter().flat_map(of_role).filter_map(seen).collect()
    }

    /// The names of the organisations that hold a session.
    pub fn holders(&self, session: &Session) -> Vec<&'a str> {
        let named = session
            .organisers
            .iter()
            .filter_map(|id| forum::people::views::organisation(self.forum(), *id, Viewer::Public));
        named.map(|organisation| organisation.name.as_str()).collect()
    }

    /// A point in time by the venue's clock, with its distance from UTC: `2023-10-09T09:30:00+09:00`.
    pub fn time(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}
