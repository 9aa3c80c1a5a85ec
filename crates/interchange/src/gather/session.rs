//! Sessions and their persons.

use super::{At, Frame, Gatherer, Refused};
use crate::model::{Person, Session};
use crate::problem::{Fault, Lost, Place, ReadError};
use crate::raw::{Raw, RawPerson, RawRoom, RawSession, RawTrack};
use crate::text::shown;

/// States in which a session does not take place, in the words of the tools that write them.
const NOT_HAPPENING: &[&str] =
    &["draft", "submitted", "rejected", "canceled", "cancelled", "withdrawn", "deleted"];

impl Gatherer<'_> {
    /// Takes a session, or says why not. Fails only when there are too many.
    pub(crate) fn session(&mut self, raw: RawSession, frame: &Frame) -> Result<(), ReadError> {
        if self.programme.sessions.len() >= self.limits.sessions {
            let limit = self.limits.sessions;
            return Err(ReadError::TooMany { line: raw.place.line, what: "sessions", limit });
        }
        let place = raw.place.clone();
        if let Ok(session) = self.checked(raw, frame) {
            self.mention(&session, &place);
            self.programme.sessions.push(session);
        }
        Ok(())
    }

    fn checked(&mut self, raw: RawSession, frame: &Frame) -> Result<Session, Refused> {
        let place = raw.place;
        let (path, line) = (place.path.as_str(), place.line);
        let guid_line = raw.ids.guid.as_ref().map_or(line, |guid| guid.line);
        let ids = self.ids(path, raw.ids);
        let Ok(title) = self.title(path, line, raw.title) else {
            self.programme.unread.push(ids);
            return Err(Refused);
        };
        self.guid_is_new(path, guid_line, ids.guid.as_deref())?;
        let (start, minutes) = self.when(path, line, raw.time, frame);
        if start.is_some() && minutes.is_none() {
            let fault = Fault::new("is not known", "Give a duration or an end.");
            self.tell(At { line, path, field: "duration" }, Lost::Nothing, fault);
        }
        let state = self.short(path, "state", raw.state).map(|state| state.to_lowercase());
        if let Some(state) = state.as_deref().filter(|state| NOT_HAPPENING.contains(state)) {
            let fault =
                Fault::new(format!("the session is {state}"), "Leave it out if it does not take place.");
            self.tell(At { line, path, field: "state" }, Lost::Nothing, fault);
        }
        Ok(Session {
            title,
            ids,
            subtitle: self.short(path, "subtitle", raw.subtitle),
            abstract_text: self.long(path, "abstract", raw.abstract_text),
            description: self.long(path, "description", raw.description),
            language: self.short(path, "language", raw.language),
            kind: self.short(path, "type", raw.kind),
            track: self.short(path, "track", raw.track),
            room: self.short(path, "room", raw.room),
            start,
            minutes,
            persons: self.persons(path, raw.persons),
            links: self.links(path, "link", raw.links),
            attachments: self.links(path, "attachment", raw.attachments),
            do_not_record: raw.do_not_record.and_then(|raw| self.yes_or_no(path, "do_not_record", raw)),
            licence: self.short(path, "licence", raw.licence),
            url: self.url(path, "url", raw.url),
            state,
            place,
        })
    }

    /// Without a title there is no session: both kinds of trouble cost the whole of it.
    fn title(&mut self, path: &str, line: u32, raw: Option<Raw>) -> Result<String, Refused> {
        let before = self.problems.count();
        let title = self.required(path, "title", line, raw);
        if title.is_err()
            && let Some(problem) = self.problems.since(before)
        {
            problem.lost = Lost::Session;
        }
        title
    }

    fn guid_is_new(&mut self, path: &str, line: u32, guid: Option<&str>) -> Result<(), Refused> {
        let Some(guid) = guid else { return Ok(()) };
        if let Some(first) = self.guids.get(guid) {
            let message = format!("“{}” is also the guid of the session on line {first}", shown(guid));
            let fault =
                Fault::new(message, "Give every session a guid of its own, or delete the doubled one.");
            self.tell(At { line, path, field: "guid" }, Lost::Session, fault);
            return Err(Refused);
        }
        self.guids.insert(guid.to_owned(), line);
        Ok(())
    }

    fn persons(&mut self, path: &str, raw: Vec<RawPerson>) -> Vec<Person> {
        let mut persons: Vec<Person> = Vec::new();
        for raw in raw {
            let line = raw.place.line;
            let at = At { line, path, field: "person" };
            if persons.len() >= self.limits.persons {
                let message = format!("there are more than {}; the rest is not read", self.limits.persons);
                self.tell(
                    at,
                    Lost::Field,
                    Fault::new(message, "Split the session, or name the group instead."),
                );
                break;
            }
            let Ok(name) = self.required(path, "person name", line, raw.name) else { continue };
            let person = Person {
                ids: self.ids(path, raw.ids),
                biography: self.long(path, "biography", raw.biography),
                role: self.short(path, "person role", raw.role).map(|role| role.to_lowercase()),
                name,
                place: raw.place,
            };
            let is_same = |other: &Person| {
                other.name == person.name && other.ids == person.ids && other.role == person.role
            };
            if persons.iter().any(is_same) {
                let message = format!("{} is named twice", shown(&person.name));
                self.tell(at, Lost::Field, Fault::new(message, "Delete one of the two."));
            } else {
                persons.push(person);
            }
        }
        persons
    }

    fn yes_or_no(&mut self, path: &str, field: &str, raw: Raw) -> Option<bool> {
        let read = match raw.value.trim().to_lowercase().as_str() {
            "" => return None,
            "true" | "1" | "yes" | "y" | "x" | "ja" | "oui" | "sí" | "si" => Ok(true),
            "false" | "0" | "no" | "n" | "nein" | "non" => Ok(false),
            other => Err(Fault::new(format!("“{}” is neither yes nor no", shown(other)), "Write yes or no.")),
        };
        self.told(At { line: raw.line, path, field }, read)
    }

    /// Rooms and tracks that only a session names are rooms and tracks all the same.
    fn mention(&mut self, session: &Session, place: &Place) {
        let raw = |name: &String| Some(Raw::new(place.line, name.clone()));
        if let Some(name) = &session.room {
            self.room(RawRoom { place: place.clone(), name: raw(name), ..RawRoom::default() });
        }
        if let Some(name) = &session.track {
            self.track(RawTrack { place: place.clone(), name: raw(name), ..RawTrack::default() });
        }
    }
}
