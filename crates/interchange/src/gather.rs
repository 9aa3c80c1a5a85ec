//! One door for all formats: raw values in, a checked programme out.
//!
//! A reader knows where values stand in its format; what a value is worth is decided here, so that
//! all formats refuse the same things in the same words.

mod session;
mod values;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Time;
use jiff::tz::Offset;

use crate::check;
use crate::limits::Limits;
use crate::model::{Day, Meeting, Programme, Room, Track};
pub(crate) use crate::problem::At;
use crate::problem::{Fault, Lost, Problems};
use crate::raw::{Raw, RawDay, RawMeeting, RawRoom, RawTrack};
use crate::times::{self, DateOrder, DurationUnit};

pub(crate) use when::{Frame, seconds};

/// How the file writes what can be written in several ways. Only CSV needs to say.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Style {
    pub(crate) dates: DateOrder,
    pub(crate) durations: Option<DurationUnit>,
    /// The offset of times that state none.
    pub(crate) offset: Option<Offset>,
    /// Whether a session without a time is to be expected.
    pub(crate) may_be_unplaced: bool,
}

/// A value was refused and the problem is told already.
#[derive(Debug)]
pub(crate) struct Refused;

pub(crate) struct Gatherer<'l> {
    limits: &'l Limits,
    style: Style,
    programme: Programme,
    base_url: Option<String>,
    day_change: Option<Time>,
    /// The lines of the guids seen.
    guids: BTreeMap<String, u32>,
    /// The rooms seen, by name and guid; those without a guid stand under the empty one.
    rooms: BTreeSet<(String, String)>,
    tracks: BTreeSet<String>,
    /// What no reader knows: how often, and the line of the first.
    unread: BTreeMap<String, (usize, u32)>,
    problems: Problems,
}

impl<'l> Gatherer<'l> {
    pub(crate) fn new(format: &'static str, limits: &'l Limits, style: Style) -> Self {
        Self {
            limits,
            style,
            programme: Programme { format, ..Programme::default() },
            base_url: None,
            day_change: None,
            guids: BTreeMap::new(),
            rooms: BTreeSet::new(),
            tracks: BTreeSet::new(),
            unread: BTreeMap::new(),
            problems: Problems::new(limits.problems),
        }
    }

    /// Lists a problem; beyond the limit it is only counted.
    pub(crate) fn tell(&mut self, at: At<'_>, lost: Lost, fault: Fault) {
        self.problems.tell(at, lost, fault);
    }

    /// Counts problems that nobody described.
    pub(crate) fn add_untold(&mut self, more: usize) {
        self.problems.add_untold(more);
    }

    /// Counts something that no field of the programme takes.
    pub(crate) fn unread(&mut self, what: String, line: u32) {
        self.unread.entry(what).or_insert((0, line)).0 += 1;
    }

    pub(crate) fn head(&mut self, version: Option<Raw>, generator: Option<Raw>) {
        self.programme.version = self.short("schedule", "version", version);
        self.programme.generator = self.short("schedule", "generator", generator);
    }

    pub(crate) fn meeting(&mut self, raw: RawMeeting) {
        let path = raw.place.path.as_str();
        self.base_url = self.url(path, "base_url", raw.base_url);
        let line = raw.place.line;
        let first_day = raw.start.and_then(|start| self.date(path, "start", start));
        let last_day = raw.end.and_then(|end| self.date(path, "end", end));
        self.day_change = raw.day_change.and_then(|raw| {
            let at = At { line: raw.line, path, field: "day_change" };
            self.told(at, times::clock(&raw.value)).map(|clock| clock.time)
        });
        let raster = raw.raster.filter(|raw| !raw.value.trim().is_empty());
        self.programme.meeting = Meeting {
            title: self.short(path, "title", raw.title),
            acronym: self.short(path, "acronym", raw.acronym),
            description: self.long(path, "description", raw.description),
            first_day,
            last_day,
            zone: self.short(path, "zone", raw.zone),
            url: self.url(path, "url", raw.url),
            raster: raster.and_then(|raw| {
                let at = At { line: raw.line, path, field: "timeslot_duration" };
                self.told(at, times::minutes(&raw.value, None, self.limits.minutes))
            }),
            days: Vec::new(),
        };
        if first_day > last_day && last_day.is_some() {
            let fault = Fault::new("the meeting ends before it starts", "Correct its start or its end.");
            self.tell(At { line, path, field: "end" }, Lost::Field, fault);
            self.programme.meeting.last_day = None;
        }
    }

    /// A day; what its sessions need to know of it comes back.
    pub(crate) fn day(&mut self, raw: RawDay) -> Frame {
        let path = raw.place.path.as_str();
        let start = raw.start.and_then(|start| self.stated(path, "day start", start));
        let end = raw.end.and_then(|end| self.stated(path, "day end", end));
        let date = raw.date.and_then(|date| self.date(path, "date", date)).or(start.map(|start| start.date));
        let frame = Frame::of(date, start, self.day_change);
        if let Some(date) = date {
            let moment = |stated: times::Stated| stated.moment(self.style.offset);
            let (start, end) = (start.and_then(moment), end.and_then(moment));
            self.programme.meeting.days.push(Day { place: raw.place, date, start, end });
        }
        frame
    }

    pub(crate) fn room(&mut self, raw: RawRoom) {
        let path = raw.place.path.as_str();
        let Ok(name) = self.required(path, "room name", raw.place.line, raw.name) else { return };
        let room = Room {
            ids: self.ids(path, raw.ids),
            capacity: raw.capacity.and_then(|raw| self.count(path, "capacity", raw)),
            description: self.long(path, "description", raw.description),
            name,
            place: raw.place,
        };
        // The same room may be listed for every day; its first mention counts.
        let guid = room.ids.guid.clone().unwrap_or_default();
        let is_named = self.rooms.range((room.name.clone(), String::new())..).next();
        let is_known = guid.is_empty() && is_named.is_some_and(|(name, _)| *name == room.name);
        if !is_known && self.rooms.insert((room.name.clone(), guid)) {
            self.programme.rooms.push(room);
        }
    }

    pub(crate) fn track(&mut self, raw: RawTrack) {
        let path = raw.place.path.as_str();
        let Ok(name) = self.required(path, "track name", raw.place.line, raw.name) else { return };
        let colour = raw.colour.and_then(|raw| self.colour(path, raw));
        let ids = self.ids(path, raw.ids);
        if self.tracks.insert(name.clone()) {
            self.programme.tracks.push(Track { place: raw.place, ids, name, colour });
        }
    }

    /// The programme, with everything that can only be seen as a whole.
    pub(crate) fn finish(mut self) -> Programme {
        for (what, (times, line)) in std::mem::take(&mut self.unread) {
            let often = if times == 1 { "once".to_owned() } else { format!("{times} times") };
            let message = format!("is not something a programme here holds; it stands in the file {often}");
            let fault =
                Fault::new(message, "Nothing to do, unless it matters: then put it into the description.");
            self.tell(At { line, path: "whole file", field: &what }, Lost::Field, fault);
        }
        let Self { mut programme, mut problems, .. } = self;
        check::whole(&programme, &mut problems);
        programme.problems = problems.finish();
        programme
    }
}
