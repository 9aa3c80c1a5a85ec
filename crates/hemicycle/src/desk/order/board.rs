//! Forms about the programme of a meeting: what is placed where, and sessions that are new.

use forum::programme::{Command as Step, NewSession, Programme, Role};
use forum::reference::session_types::SessionType;
use forum::series::Meeting;
use forum::{Command, MeetingId, Refusal, SessionId, TrackId, slug_of};

use super::people::Names;
use super::{Order, place, spot, together};
use crate::desk::fill::fill;
use crate::desk::form::{Form, No};
use crate::site::Visit;

/// Forms about the programme of a meeting: what is placed where, and what is placed at all.
pub(in crate::desk) fn programme(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, draft) = place(visit)?;
    // A session of another meeting is not on this page, and would be placed by the clock of the wrong venue.
    let session = || {
        let id = form.needed::<u32>("session").map(SessionId)?;
        if draft.sessions.contains_key(&id) { Ok(id) } else { Err(No::NotFound) }
    };
    Ok(match form.get("do") {
        "place" => {
            let (room, start) = spot(&meeting, form)?;
            Command::from(Step::PlaceSession { session: session()?, room, start }).into()
        }
        "unplace" => Command::from(Step::UnplaceSession { session: session()? }).into(),
        "fill" => {
            let place = |(session, room, start)| Step::PlaceSession { session, room, start }.into();
            let steps: Vec<Command> = fill(&draft).into_iter().map(place).collect();
            if steps.is_empty() {
                return Err(Refusal::NothingChanged.into());
            }
            together(visit, steps)
        }
        "undo" => Command::from(Step::Undo { meeting: meeting.id, act: form.needed("act")? }).into(),
        "add" => add(visit, &meeting, &draft, form)?,
        "list" => list(visit, &meeting, &draft, form)?,
        _ => return Err(No::NotFound),
    })
}

/// A code that no session of the draft has: the prefix of its type, and a number.
struct Codes<'a> {
    draft: &'a Programme,
    last: u32,
}

impl Codes<'_> {
    fn of(draft: &Programme) -> Codes<'_> {
        Codes { draft, last: 0 }
    }

    fn next(&mut self, kind: &str) -> String {
        let prefix = SessionType::from_key(kind).map_or("S", |kind| kind.facts().code);
        loop {
            self.last += 1;
            let code = match prefix.ends_with('#') {
                true => format!("{prefix}{}", self.last),
                false => format!("{prefix} {}", self.last),
            };
            if self.draft.by_slug(&slug_of(&code, "")).is_none() {
                return code;
            }
        }
    }
}

fn new_session(meeting: MeetingId, code: String, form: &Form, title: &str) -> Result<NewSession, No> {
    Ok(NewSession {
        meeting,
        code,
        kind: form.get("kind").to_owned(),
        title: title.to_owned(),
        summary: form.get("abstract").to_owned(),
        language: form.get("language").to_owned(),
        format: String::new(),
        track: form.number("track")?.map(TrackId),
        minutes: form.needed("minutes")?,
        organisers: Vec::new(),
        origin: None,
    })
}

/// A session with the people who speak in it, by their names.
fn add(visit: &Visit, meeting: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let code = match form.get("code").trim() {
        "" => Codes::of(draft).next(form.get("kind")),
        code => code.to_owned(),
    };
    let mut steps = vec![Step::AddSession(new_session(meeting.id, code, form, form.get("title"))?).into()];
    let session = next_session(visit);
    let mut people = Names::of(visit);
    for name in form.lines("people") {
        let person = people.person(name, &mut steps)?;
        steps.push(Step::GiveRole { session, person, role: Role::Speaker }.into());
    }
    Ok(together(visit, steps))
}

/// The number that the next session gets.
fn next_session(visit: &Visit) -> SessionId {
    let programmes = visit.forum().programme.meetings.values();
    let last = programmes.filter_map(|programme| programme.sessions.keys().next_back()).max();
    SessionId(last.map_or(1, |last| last.0 + 1))
}

/// A session for each line: its title.
fn list(visit: &Visit, meeting: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let mut codes = Codes::of(draft);
    let entered = form.lines("titles").map(|title| {
        let code = codes.next(form.get("kind"));
        Ok(Step::AddSession(new_session(meeting.id, code, form, title)?).into())
    });
    let steps = entered.collect::<Result<Vec<Command>, No>>()?;
    match steps.is_empty() {
        true => Err(Refusal::Empty { field: "title".into() }.into()),
        false => Ok(together(visit, steps)),
    }
}
