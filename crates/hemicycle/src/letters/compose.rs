//! What a letter says: session by session what changed for its reader, with a calendar that brings theirs up to date.

use std::sync::Arc;

use axum::http::{HeaderMap, Uri};
use forum::people::views::person;
use forum::programme::views::{Changed, Difference, changes};
use forum::programme::{Programme, Session, Version};
use forum::series::Meeting;
use forum::{MeetingId, PersonId, SessionId, Viewer};
use jiff::{SignedDuration, Timestamp};
use platform::mail::{Attachment, Letter, unlinked};
use sha2::{Digest as _, Sha256};

use super::Due;
use crate::app::App;
use crate::programme::exports::{ExportContext, calendar};
use crate::programme::pages::versions;
use crate::site::clock::Clock;
use crate::site::{Reader, Visit};

/// After this a letter about a change is of no use any more.
const LASTS: SignedDuration = SignedDuration::from_hours(72);

/// The letter to somebody about a version; `None` if there is nothing to say to them, or nowhere to send it.
pub(super) fn letter(app: &App, forum: &str, due: Due) -> Option<Letter> {
    let Due { meeting, version, to, asked } = due;
    let reader = Reader::of(&Uri::from_static("/"), &HeaderMap::new());
    let visit = Visit::at(app, forum, reader).ok()?;
    // Of the language of a person the forum knows nothing; its own is that of a reader who states none.
    let about = About::of(&visit, meeting, version)?;
    let address = super::address_of(visit.forum(), to)?.to_owned();
    let changed = about.changed_for(to);
    if changed.is_empty() {
        return None;
    }
    let lang = visit.lang();
    let title = unlinked(&about.meeting.title);
    let ids: Vec<SessionId> = changed.iter().map(|changed| changed.session.id).collect();
    let base = app.whole_address("");
    let context = ExportContext::of(&visit, &about.meeting, &base)?;
    let attachment = Attachment {
        name: format!("{}.ics", about.meeting.slug),
        media_type: "text/calendar; charset=utf-8; method=PUBLISH".to_owned(),
        bytes: calendar(&context, &about.meeting.title, |id| ids.contains(&id)),
    };
    Some(Letter {
        of: forum.to_owned(),
        to: address,
        subject: lang.text_with("letter-programme-subject", [("meeting", title.into())]),
        text: text(&visit, &about, &changed, to, &base),
        language: lang.tag().to_owned(),
        // Whenever it is looked at, it is as old as the wish for it.
        until: asked.unwrap_or(about.to.at).checked_add(LASTS).unwrap_or(Timestamp::MAX),
        id: Some(id(&about, forum, to)),
        attachment: Some(attachment),
    })
}

/// The same for the same letter, so that one that comes twice is known for what it is.
fn id(about: &About, forum: &str, to: PersonId) -> String {
    let at = about.to.at.as_microsecond();
    let digest = Sha256::digest(format!("{forum}:{at}:{}:{}:{to}", about.meeting.id, about.to.number));
    let digest: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("<{digest}@programme.hemicycle.invalid>")
}

/// A version and what it changes.
struct About {
    meeting: Arc<Meeting>,
    from: Arc<Version>,
    to: Arc<Version>,
    changed: Vec<Changed>,
}

impl About {
    fn of(visit: &Visit, meeting: MeetingId, version: u32) -> Option<About> {
        let programme: &Programme = visit.forum().programme.meetings.get(&meeting)?;
        let (from, to) = super::pair(programme, version)?;
        let meeting = Arc::clone(visit.forum().series.meetings.get(&meeting)?);
        let changed = changes(&from, &to);
        Some(About { meeting, from, to, changed })
    }

    /// What of it concerns somebody: sessions that are otherwise now, if they have a part in them; their own coming and
    /// going; and not who else comes and goes.
    fn changed_for(&self, to: PersonId) -> Vec<Changed> {
        let concerns = |session: &Session, difference: &Difference| match difference {
            Difference::Joined(person, _) | Difference::Left(person, _) => *person == to,
            _ => session.roles.iter().any(|(_, person)| *person == to),
        };
        let of = |changed: &Changed| {
            let differences: Vec<_> =
                changed.differences.iter().filter(|one| concerns(&changed.session, one)).cloned().collect();
            (!differences.is_empty()).then(|| Changed { session: Arc::clone(&changed.session), differences })
        };
        self.changed.iter().filter_map(of).collect()
    }
}

fn text(visit: &Visit, about: &About, changed: &[Changed], to: PersonId, base: &str) -> String {
    let lang = visit.lang();
    let clock = Clock::of(visit, &about.meeting);
    let name = |id: PersonId| {
        let known = person(visit.forum(), id, Viewer::Secretariat);
        let name = known.and_then(|known| known.person.name.text().map(unlinked));
        name.unwrap_or_else(|| lang.text("somebody"))
    };
    let published =
        [("meeting", unlinked(&about.meeting.title).into()), ("label", unlinked(&about.to.label).into())];
    let mut parts = vec![
        lang.text_with("letter-programme-dear", [("name", name(to).into())]),
        lang.text_with("letter-programme-published", published),
    ];
    parts.extend(about.to.note.as_ref().and_then(|note| note.text()).map(unlinked));
    for Changed { session, differences } in changed {
        let title = session.title.text().map(unlinked).unwrap_or_default();
        let mut lines = vec![format!("{} {title}", unlinked(&session.code))];
        let said = |difference: &Difference| {
            let said = versions::said(visit, &clock, &about.to, &about.from, difference, name);
            format!("– {}", unlinked(&said))
        };
        lines.extend(differences.iter().map(said));
        let gone = differences.contains(&Difference::Removed);
        if let Some(place) = session.place.filter(|_| !gone) {
            lines.push(unlinked(&versions::place(visit, &clock, &about.to, place)));
        }
        let page = visit.to_meeting(&about.meeting, format!("sessions/{}", session.slug));
        lines.extend((!gone).then(|| format!("{base}{page}")));
        parts.push(lines.join("\n"));
    }
    let sessions = changed.iter().map(|changed| &*changed.session);
    parts.extend(clock.named_for(sessions, lang));
    parts.push(lang.text("letter-programme-calendar"));
    parts.join("\n\n") + "\n"
}
