//! Whether an instance makes sense: every reference leads somewhere, nothing is of zero length, nothing goes in circles.

use super::{Instance, Placement, Span, limits};
use crate::problem::{self, Problem};

/// What is wrong, and with which field.
type Found = Result<(), (String, String)>;

/// Reads an instance from JSON.
pub fn read(text: &str) -> Result<Instance, Problem> {
    let instance: Instance = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    instance.check().map_err(|problem| Problem::at(text, problem.field, problem.message))?;
    Ok(instance)
}

fn wrong<T>(field: String, message: impl Into<String>) -> Result<T, (String, String)> {
    Err((field, message.into()))
}

impl Instance {
    /// The first thing that is wrong, if any. Everything else in the engine relies on this having been asked.
    pub fn check(&self) -> Result<(), Problem> {
        let all = [
            limits::check,
            Self::check_grid,
            Self::check_rooms,
            Self::check_sessions,
            Self::check_pairs,
            Self::check_precedences,
            Self::check_weights,
            limits::check_tables,
        ];
        let found = all.iter().try_for_each(|check| check(self));
        found.map_err(|(field, message)| Problem::new(0, field, message))
    }

    fn check_grid(&self) -> Found {
        if self.times.is_empty() {
            return wrong("times".into(), "there are none; a programme needs a grid");
        }
        for (n, time) in self.times.iter().enumerate() {
            if time.span.end <= time.span.start {
                return wrong(format!("times[{n}].end"), "a time must end after it begins");
            }
            if let Some(last) = n.checked_sub(1).map(|last| self.times[last])
                && (time.span.start < last.span.end || !(last.day..=last.day + 1).contains(&time.day))
            {
                return wrong(
                    format!("times[{n}].start"),
                    "times must be in order and not overlap, days count up by one",
                );
            }
            if (n == 0 && time.day != 0) || time.span.start.abs() > 1 << 40 || time.span.end.abs() > 1 << 40 {
                return wrong(
                    format!("times[{n}].day"),
                    "the first day is 0; minutes are counted from a recent date",
                );
            }
        }
        Ok(())
    }

    fn check_rooms(&self) -> Found {
        let times = self.times.len();
        for (n, room) in self.rooms.iter().enumerate() {
            if !(0..=10_000_000).contains(&room.seats) {
                return wrong(format!("rooms[{n}].seats"), format!("{} seats cannot be", room.seats));
            }
            if let Some(time) = room.blocked.iter().find(|&&time| time >= times) {
                return wrong(format!("rooms[{n}].blocked"), format!("there is no time {time}"));
            }
        }
        let square = self.walking.len() == self.rooms.len()
            && self.walking.iter().all(|row| row.len() == self.rooms.len());
        if !self.walking.is_empty() && !square {
            return wrong("walking".into(), "needs a row and a column for every room, or none at all");
        }
        let minutes = self.walking.iter().enumerate().flat_map(|(n, row)| {
            row.iter().enumerate().map(move |(to, minutes)| (format!("walking[{n}][{to}]"), minutes))
        });
        for (field, minutes) in minutes {
            if !(0..=24 * 60).contains(minutes) {
                return wrong(field, format!("nobody walks for {minutes} minutes"));
            }
        }
        for (n, person) in self.people.iter().enumerate() {
            if person.region > 10_000 {
                return wrong(format!("people[{n}].region"), "regions count from 0 up");
            }
            if person.online.is_some_and(|ahead| ahead.abs() > 24 * 60) {
                return wrong(format!("people[{n}].online"), "no clock is more than a day ahead or behind");
            }
            let hours = person.hours.unwrap_or(Span { start: 0, end: 1 });
            if hours.start < 0 || hours.start >= hours.end || hours.end > 2 * 24 * 60 {
                return wrong(
                    format!("people[{n}].hours"),
                    "run from a minute of the day to a later one, of the next day at most",
                );
            }
        }
        Ok(())
    }

    fn check_sessions(&self) -> Found {
        for (n, session) in self.sessions.iter().enumerate() {
            let field = |name: &str| format!("sessions[{n}].{name}");
            if session.length == 0 {
                return wrong(field("length"), "a session takes at least one step of the grid");
            }
            if session.length > self.times.len() {
                return wrong(field("length"), format!("the grid has only {} steps", self.times.len()));
            }
            if !(0..=10_000_000).contains(&session.expected) {
                return wrong(field("expected"), format!("{} people cannot be", session.expected));
            }
            if let Some(part) = session.parts.iter().find(|part| part.person >= self.people.len()) {
                return wrong(field("parts"), format!("there is no person {}", part.person));
            }
            if let Some(resource) =
                session.resources.iter().find(|&&resource| resource >= self.resources.len())
            {
                return wrong(field("resources"), format!("there is no resource {resource}"));
            }
            let starts = session.starts.iter().flatten();
            if let Some(start) = starts.clone().find(|&&start| start >= self.times.len()) {
                return wrong(field("starts"), format!("there is no time {start}"));
            }
            if !starts.is_sorted_by(|one, other| one < other) {
                return wrong(field("starts"), "must be in order, each once");
            }
            if session.track.is_some_and(|track| track > 10_000) {
                return wrong(field("track"), "tracks count from 0 up");
            }
            if session.group.is_some_and(|group| group > 10_000) {
                return wrong(field("group"), "groups count from 0 up");
            }
            let within = |place: Placement| {
                place.room < self.rooms.len()
                    && place.start.saturating_add(session.length) <= self.times.len()
            };
            if !session.fixed.is_none_or(within) {
                return wrong(field("fixed"), "there is no such place, or the session does not fit there");
            }
            if !session.published.is_none_or(within) {
                return wrong(
                    field("published"),
                    "there is no such place, or the session does not fit there",
                );
            }
        }
        Ok(())
    }

    fn check_pairs(&self) -> Found {
        for (name, pairs) in [("audiences", &self.audiences), ("similar", &self.similar)] {
            for (n, pair) in pairs.iter().enumerate() {
                if pair.one.max(pair.other) >= self.sessions.len() {
                    return wrong(format!("{name}[{n}]"), "names a session that does not exist");
                }
                if pair.one == pair.other || !(0..=1_000_000).contains(&pair.weight) {
                    return wrong(
                        format!("{name}[{n}]"),
                        "needs two different sessions and a weight from 0 to 1000000",
                    );
                }
            }
        }
        Ok(())
    }

    /// Weights are no debts: the search relies on it that nothing gets cheaper by being broken.
    fn check_weights(&self) -> Found {
        for (n, resource) in self.resources.iter().enumerate() {
            if !(0..=1_000_000).contains(&resource.count) {
                return wrong(format!("resources[{n}].count"), format!("there cannot be {}", resource.count));
            }
        }
        for (name, weight) in self.weights.named() {
            if !(0..=1_000_000).contains(&weight) {
                return wrong(format!("weights.{name}"), "must be from 0 to 1000000");
            }
        }
        Ok(())
    }

    /// Precedences lead to sessions and never in a circle: whatever has nothing before it is taken away until nothing is left.
    fn check_precedences(&self) -> Found {
        let mut waiting = vec![0; self.sessions.len()];
        for (n, precedence) in self.precedences.iter().enumerate() {
            if precedence.before.max(precedence.after) >= self.sessions.len() {
                return wrong(format!("precedences[{n}]"), "names a session that does not exist");
            }
            waiting[precedence.after] += 1;
        }
        let mut free: Vec<usize> = (0..waiting.len()).filter(|&session| waiting[session] == 0).collect();
        while let Some(session) = free.pop() {
            for precedence in self.precedences.iter().filter(|precedence| precedence.before == session) {
                waiting[precedence.after] -= 1;
                if waiting[precedence.after] == 0 {
                    free.push(precedence.after);
                }
            }
        }
        match self
            .precedences
            .iter()
            .position(|precedence| waiting[precedence.before] > 0 && waiting[precedence.after] > 0)
        {
            Some(n) => wrong(
                format!("precedences[{n}]"),
                "goes in a circle: each of these sessions would have to be before itself",
            ),
            None => Ok(()),
        }
    }
}
