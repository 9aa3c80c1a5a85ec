//! Sessions of the file: found again or entered, brought up to date, with the people who take part.

use super::Options;
use super::draft::Draft;
use super::meeting::Frame;
use super::recognise::{Recognised, origin_without_id};
use super::remark::{Cost, Remarks, Why};
use super::rooms::Rooms;
use forum::people::Origin;
use forum::programme::{Act as ProgrammeAct, Command, NewSession, SessionEdit};
use forum::reference::session_types::SessionType;
use forum::{Act, Refusal, SessionId, slug_of};
use interchange::Session;

/// The type of a session whose type the file does not state.
const KIND: &str = "session";
/// BCP 47's tag for a language that is not known.
const UNDETERMINED: &str = "und";

/// The states in which the file says that a session will not take place.
const CANCELLED: &[&str] = &["canceled", "cancelled", "withdrawn", "rejected", "deleted"];
/// The states in which it does not say yet that it will.
const UNDECIDED: &[&str] = &["draft", "submitted"];

/// A session of the file and its place in the forum.
pub(super) struct Match<'a> {
    pub(super) stated: &'a Session,
    pub(super) id: SessionId,
    /// Whether its length or its people changed, so that somebody may now be in two places.
    pub(super) is_touched: bool,
}

/// Everything that the sessions of a file need.
pub(super) struct Desk<'a> {
    pub(super) frame: &'a Frame,
    pub(super) options: &'a Options,
    pub(super) rooms: &'a Rooms,
}

impl Desk<'_> {
    /// Finds or enters a session and brings it up to date; `None` if it does not stand in the programme afterwards.
    pub(super) fn settle<'a>(
        &self,
        draft: &mut Draft,
        stated: &'a Session,
        recognised: Recognised,
        remarks: &mut Remarks,
    ) -> Option<Match<'a>> {
        let Recognised { key, known } = recognised;
        let state = stated.state.as_deref().unwrap_or_default();
        let is_cancelled = CANCELLED.contains(&state);
        if let Some(id) = known.filter(|_| is_cancelled) {
            match draft.give(Command::WithdrawSession { session: id }) {
                Ok(_) | Err(Refusal::SessionWithdrawn { .. }) => {}
                Err(refusal) => remarks.add(stated.place.line, &stated.title, Cost::NotEntered, refusal),
            }
            return None;
        }
        if is_cancelled || UNDECIDED.contains(&state) {
            let why = Why::NotHappening { state: state.to_owned() };
            remarks.add(stated.place.line, &stated.title, Cost::NotEntered, why);
            return None;
        }
        match known {
            Some(id) => self.amend(draft, stated, id, remarks),
            None => self.enter(draft, stated, key, remarks),
        }
    }

    fn enter<'a>(
        &self,
        draft: &mut Draft,
        stated: &'a Session,
        key: Option<String>,
        remarks: &mut Remarks,
    ) -> Option<Match<'a>> {
        let mut codes = Codes::of(stated, draft.programme(self.frame.meeting).sessions.len());
        let mut new = NewSession {
            meeting: self.frame.meeting,
            code: codes.next(),
            kind: stated.kind.as_deref().map_or_else(|| KIND.to_owned(), kind_of),
            title: stated.title.clone(),
            summary: summary_of(stated),
            language: self.language_of(stated),
            format: String::new(),
            track: stated.track.as_ref().and_then(|name| self.rooms.tracks.get(name).copied()),
            minutes: stated.minutes.unwrap_or(self.options.minutes),
            organisers: Vec::new(),
            origin: None,
        };
        loop {
            let id = key.clone().unwrap_or_else(|| origin_without_id(&new.code));
            new.origin = Some(Origin { system: self.frame.system.clone(), id });
            match draft.give(Command::AddSession(new.clone())) {
                Ok(Act::Programme(ProgrammeAct::SessionAdded { id, code, .. })) => {
                    if codes.is_not_as_stated() {
                        let why = Why::CodeChanged { code };
                        remarks.add(stated.place.line, &stated.title, Cost::Assumed, why);
                    }
                    return Some(Match { stated, id, is_touched: true });
                }
                Ok(_) => unreachable!("to add a session makes the act that says so"),
                Err(Refusal::CodeTaken { .. }) => new.code = codes.next(),
                Err(refusal) => {
                    let can_go_on = self.leave_out(&mut new, refusal.field().as_deref());
                    let cost = if can_go_on { Cost::LeftOut } else { Cost::NotEntered };
                    remarks.add(stated.place.line, &stated.title, cost, refusal);
                    if !can_go_on {
                        return None;
                    }
                }
            }
        }
    }

    /// Takes a refused field back to what is always accepted; false if there is no such thing.
    fn leave_out(&self, new: &mut NewSession, field: Option<&str>) -> bool {
        match field {
            Some("abstract") => !std::mem::take(&mut new.summary).is_empty(),
            Some("language") => std::mem::replace(&mut new.language, UNDETERMINED.into()) != UNDETERMINED,
            Some("kind") => std::mem::replace(&mut new.kind, KIND.into()) != KIND,
            Some("minutes") => {
                std::mem::replace(&mut new.minutes, self.options.minutes) != self.options.minutes
            }
            _ => false,
        }
    }

    fn amend<'a>(
        &self,
        draft: &mut Draft,
        stated: &'a Session,
        id: SessionId,
        remarks: &mut Remarks,
    ) -> Option<Match<'a>> {
        let mut edit = SessionEdit {
            title: Some(stated.title.clone()),
            summary: Some(summary_of(stated)).filter(|text| !text.is_empty()),
            kind: stated.kind.as_deref().map(kind_of),
            language: stated.language.clone(),
            track: stated.track.as_ref().and_then(|name| self.rooms.tracks.get(name).copied()),
            minutes: stated.minutes,
            ..SessionEdit::default()
        };
        let before = draft.forum.programme.session(id).map(|(_, session)| session.minutes);
        loop {
            match draft.give(Command::AmendSession { session: id, edit: edit.clone() }) {
                Ok(_) | Err(Refusal::NothingChanged) => break,
                // It no longer fits where it is; where it shall be is decided when all sessions are known.
                Err(Refusal::RoomTaken { .. } | Refusal::OutsideMeeting { .. }) => {
                    if draft.give(Command::UnplaceSession { session: id }).is_err() {
                        break;
                    }
                }
                Err(refusal) => {
                    let can_go_on = strike(&mut edit, refusal.field().as_deref());
                    let cost = if can_go_on { Cost::LeftOut } else { Cost::NotEntered };
                    remarks.add(stated.place.line, &stated.title, cost, refusal);
                    if !can_go_on {
                        return None;
                    }
                }
            }
        }
        let after = draft.forum.programme.session(id).map(|(_, session)| session.minutes);
        Some(Match { stated, id, is_touched: before != after })
    }

    fn language_of(&self, stated: &Session) -> String {
        let tag = stated.language.as_ref().or(self.options.language.as_ref());
        tag.map_or(UNDETERMINED, String::as_str).to_owned()
    }

    /// Sums up, once for all sessions, what had to be assumed because the file does not say it.
    pub(super) fn tell_assumed(&self, entered: &[&Session], remarks: &mut Remarks) {
        let mut tell = |lacks: fn(&Session) -> bool, why: &dyn Fn(usize) -> Why| {
            let without: Vec<_> = entered.iter().filter(|session| lacks(session)).collect();
            if let Some(first) = without.first() {
                remarks.add(first.place.line, "", Cost::Assumed, why(without.len()));
            }
        };
        let minutes = self.options.minutes;
        tell(|session| session.minutes.is_none(), &|count| Why::LengthAssumed { minutes, count });
        let tag = self.options.language.as_deref().unwrap_or(UNDETERMINED);
        tell(|session| session.language.is_none(), &|count| Why::LanguageAssumed {
            tag: tag.to_owned(),
            count,
        });
        tell(|session| session.kind.is_none(), &|count| Why::KindAssumed { count });
    }
}

/// Codes that a session may bear, the best first.
struct Codes {
    /// As the file states it; else the letter of numbers that are ours.
    stated: Option<String>,
    number: usize,
}

impl Codes {
    /// A code is kept for ever and cannot be erased, so it is never made of a title.
    fn of(stated: &Session, others: usize) -> Codes {
        let code = stated.ids.code.as_deref().or_else(|| code_of(stated)).or(stated.ids.id.as_deref());
        // Short enough to take a number behind it.
        let stated = code.map(|code| code.chars().take(50).collect::<String>());
        Codes { number: if stated.is_some() { 0 } else { others }, stated }
    }

    fn next(&mut self) -> String {
        self.number += 1;
        match &self.stated {
            Some(code) if self.number == 1 => code.clone(),
            Some(code) => format!("{code}-{}", self.number),
            None => format!("S{}", self.number),
        }
    }

    fn is_not_as_stated(&self) -> bool {
        self.stated.is_some() && self.number > 1
    }
}

/// The code that stands as the name of a link to the session's own page, as we export it: formats whose own code has no
/// room for a space or a sign carry it so.
pub(super) fn code_of(stated: &Session) -> Option<&str> {
    let page = stated.url.as_deref()?;
    let titles = stated.links.iter().filter(|link| link.url == page).filter_map(|link| link.title.as_deref());
    let of_page = page.rsplit('/').next().unwrap_or_default();
    titles.into_iter().find(|title| !of_page.is_empty() && slug_of(title, "") == of_page)
}

/// Leaves a refused field as it is in the forum; false if the refusal is about none.
fn strike(edit: &mut SessionEdit, field: Option<&str>) -> bool {
    match field {
        Some("title") => edit.title.take().is_some(),
        Some("abstract") => edit.summary.take().is_some(),
        Some("kind") => edit.kind.take().is_some(),
        Some("language") => edit.language.take().is_some(),
        Some("minutes") => edit.minutes.take().is_some(),
        _ => false,
    }
}

/// A type as the reference table has it, or in the words of the file.
fn kind_of(stated: &str) -> String {
    let key = slug_of(stated, "");
    SessionType::from_key(&key).map_or_else(|| stated.to_owned(), |kind| kind.key().to_owned())
}

/// Subtitle, abstract and description as one text: the forum has one field for what a session is about.
fn summary_of(stated: &Session) -> String {
    let language = stated.language.as_deref().unwrap_or_default();
    let texts = [
        stated.subtitle.as_deref(),
        stated.abstract_text.in_language(language),
        stated.description.in_language(language),
    ];
    let mut parts: Vec<&str> = Vec::new();
    for text in texts.into_iter().flatten().map(str::trim).filter(|text| !text.is_empty()) {
        if !parts.contains(&text) {
            parts.push(text);
        }
    }
    parts.join("\n\n")
}
