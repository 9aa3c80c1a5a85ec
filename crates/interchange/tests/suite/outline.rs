//! A programme as text that a person can compare.

use std::fmt::Write;

use interchange::{Ids, Link, Moment, Programme, Session, Text};

/// Everything in the programme, one thing a line.
pub(crate) fn outline(programme: &Programme) -> String {
    let mut out = String::new();
    let line = &mut out;
    let meeting = &programme.meeting;
    let _ = writeln!(
        line,
        "{} version={} by={}",
        programme.format,
        or(&programme.version),
        or(&programme.generator)
    );
    let _ = writeln!(
        line,
        "meeting {} ({}) {}..{} zone={} url={} raster={}",
        or(&meeting.title),
        or(&meeting.acronym),
        or(&meeting.first_day),
        or(&meeting.last_day),
        or(&meeting.zone),
        or(&meeting.url),
        or(&meeting.raster),
    );
    text(line, "  about", &meeting.description);
    for day in &meeting.days {
        let _ =
            writeln!(line, "day {}: {} {}..{}", day.place.line, day.date, moment(day.start), moment(day.end));
    }
    for room in &programme.rooms {
        let _ = writeln!(
            line,
            "room {}: {} [{}] seats={}",
            room.place.line,
            room.name,
            ids(&room.ids),
            or(&room.capacity)
        );
        text(line, "  about", &room.description);
    }
    for track in &programme.tracks {
        let _ = writeln!(
            line,
            "track {}: {} [{}] {}",
            track.place.line,
            track.name,
            ids(&track.ids),
            or(&track.colour)
        );
    }
    programme.sessions.iter().for_each(|one| session(line, one));
    for problem in &programme.problems {
        let _ = writeln!(line, "problem {problem}");
    }
    out
}

fn session(line: &mut String, session: &Session) {
    let _ = writeln!(line, "session {}: {} [{}]", session.place.line, session.title, ids(&session.ids));
    let _ = writeln!(
        line,
        "  at {} for {} in {} track={} type={} lang={} state={}",
        moment(session.start),
        or(&session.minutes),
        or(&session.room),
        or(&session.track),
        or(&session.kind),
        or(&session.language),
        or(&session.state),
    );
    let _ = writeln!(
        line,
        "  path={} subtitle={} url={} do_not_record={} licence={}",
        session.place.path,
        or(&session.subtitle),
        or(&session.url),
        or(&session.do_not_record),
        or(&session.licence),
    );
    text(line, "  abstract", &session.abstract_text);
    text(line, "  description", &session.description);
    for person in &session.persons {
        let _ = writeln!(
            line,
            "  person {}: {} [{}] role={}",
            person.place.line,
            person.name,
            ids(&person.ids),
            or(&person.role)
        );
        text(line, "    biography", &person.biography);
    }
    links(line, "link", &session.links);
    links(line, "attachment", &session.attachments);
}

fn or<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or("-".to_owned(), ToString::to_string)
}

fn ids(ids: &Ids) -> String {
    let all = [("guid", &ids.guid), ("id", &ids.id), ("code", &ids.code), ("slug", &ids.slug)];
    let stated = all.into_iter().filter_map(|(name, id)| Some(format!("{name}={}", id.as_deref()?)));
    stated.collect::<Vec<_>>().join(" ")
}

fn moment(moment: Option<Moment>) -> String {
    match moment {
        None => "-".to_owned(),
        Some(Moment::Instant { at, offset }) => format!("{}{offset}", offset.to_datetime(at)),
        Some(Moment::Local(wall)) => wall.to_string(),
    }
}

fn text(out: &mut String, name: &str, text: &Text) {
    for (language, text) in &text.0 {
        let _ = writeln!(
            out,
            "{name}{}: {text:?}",
            language.as_ref().map_or(String::new(), |tag| format!("@{tag}"))
        );
    }
}

fn links(out: &mut String, name: &str, links: &[Link]) {
    for link in links {
        let _ = writeln!(out, "  {name} {} kind={} {}", or(&link.title), or(&link.kind), link.url);
    }
}
