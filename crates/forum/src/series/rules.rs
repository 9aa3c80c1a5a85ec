//! What may be done to series and meetings.

use super::{Act, Command, Figure, MeetingChange, MeetingEdit};
use crate::text::{NAME_MAX, TITLE_MAX, bounded, country, line, optional_line, zone};
use crate::{Forum, MeetingId, Refusal, SeriesId, Slug};
use jiff::civil::Date;

/// Longest meeting, in days. The virtual meeting of 2020 took sixteen.
const MEETING_DAYS_MAX: u32 = 31;
/// Highest number of a meeting in its series.
const NUMBER_MAX: u32 = 10_000;

pub(crate) fn decide(forum: &Forum, command: &Command) -> Result<Act, Refusal> {
    match command {
        Command::FoundSeries { slug, name } => found_series(forum, slug, name),
        Command::AnnounceMeeting { .. } => announce_meeting(forum, command),
        Command::RenameSeries { series, name } => rename_series(forum, *series, name),
        Command::AmendMeeting { meeting, edit } => amend_meeting(forum, *meeting, edit),
        Command::PublishFigure { meeting, metric, count, at_least, source } => {
            let known = forum.series.meeting(*meeting)?;
            let source = line("source", source, TITLE_MAX)?;
            let (meeting, metric, count, at_least) = (*meeting, *metric, *count, *at_least);
            if known.figures.contains(&Figure { metric, count, at_least, source: source.clone() }) {
                return Err(Refusal::NothingChanged);
            }
            Ok(Act::FigurePublished { meeting, metric, count, at_least, source })
        }
    }
}

fn found_series(forum: &Forum, slug: &str, name: &str) -> Result<Act, Refusal> {
    let slug = Slug::new("slug", slug)?;
    if forum.series.series_by_slug(slug.as_str()).is_some() {
        return Err(Refusal::SlugTaken { field: "slug".into(), value: slug.to_string() });
    }
    let id = SeriesId::after(forum.series.series.keys().next_back());
    Ok(Act::SeriesFounded { id, slug, name: line("name", name, NAME_MAX)? })
}

fn announce_meeting(forum: &Forum, command: &Command) -> Result<Act, Refusal> {
    let Command::AnnounceMeeting {
        series,
        slug,
        number,
        title,
        city,
        country: code,
        first_day,
        last_day,
        zone: zone_name,
        online,
    } = command
    else {
        unreachable!("called for this command only")
    };
    if !forum.series.series.contains_key(series) {
        return Err(Refusal::NoSuchSeries { series: *series });
    }
    let slug = Slug::new("slug", slug)?;
    if forum.series.meeting_by_slug(slug.as_str()).is_some() {
        return Err(Refusal::SlugTaken { field: "slug".into(), value: slug.to_string() });
    }
    check_days(*first_day, *last_day)?;
    Ok(Act::MeetingAnnounced {
        id: MeetingId::after(forum.series.meetings.keys().next_back()),
        series: *series,
        slug,
        number: number.map(|n| bounded("number", n, 1, NUMBER_MAX)).transpose()?,
        title: line("title", title, TITLE_MAX)?,
        city: optional_line("city", city, NAME_MAX)?,
        country: country("country", code)?,
        first_day: *first_day,
        last_day: *last_day,
        zone: zone("zone", zone_name)?,
        online: *online,
    })
}

fn rename_series(forum: &Forum, series: SeriesId, name: &str) -> Result<Act, Refusal> {
    let known = forum.series.series.get(&series).ok_or(Refusal::NoSuchSeries { series })?;
    let name = line("name", name, NAME_MAX)?;
    if name == known.name { Err(Refusal::NothingChanged) } else { Ok(Act::SeriesRenamed { series, name }) }
}

fn amend_meeting(forum: &Forum, id: MeetingId, edit: &MeetingEdit) -> Result<Act, Refusal> {
    let known = forum.series.meeting(id)?;
    let mut changes = Vec::new();
    if let Some(number) = edit.number {
        let number = (number > 0).then(|| bounded("number", number, 1, NUMBER_MAX)).transpose()?;
        (number != known.number).then(|| changes.push(MeetingChange::Number(number)));
    }
    if let Some(title) = &edit.title {
        let title = line("title", title, TITLE_MAX)?;
        (title != known.title).then(|| changes.push(MeetingChange::Title(title)));
    }
    if let Some(city) = &edit.city {
        let city = optional_line("city", city, NAME_MAX)?;
        (city != known.city).then(|| changes.push(MeetingChange::City(city)));
    }
    if let Some(code) = &edit.country {
        let country = country("country", code)?;
        (country != known.country).then(|| changes.push(MeetingChange::Country(country)));
    }
    let (first, last) = (edit.first_day.unwrap_or(known.first_day), edit.last_day.unwrap_or(known.last_day));
    if (first, last) != (known.first_day, known.last_day) {
        check_days(first, last)?;
        changes.push(MeetingChange::Days { first, last });
    }
    if let Some(name) = &edit.zone {
        let name = zone("zone", name)?;
        (name != known.zone).then(|| changes.push(MeetingChange::Zone(name)));
    }
    if let Some(online) = edit.online.filter(|online| *online != known.online) {
        changes.push(MeetingChange::Online(online));
    }
    match changes.is_empty() {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::MeetingAmended { meeting: id, changes }),
    }
}

fn check_days(first: Date, last: Date) -> Result<(), Refusal> {
    let days = first.until(last).map_or(i32::MAX, |span| span.get_days());
    match u32::try_from(days) {
        Ok(days) if days < MEETING_DAYS_MAX => Ok(()),
        _ => Err(Refusal::MeetingDays { first, last, max: MEETING_DAYS_MAX }),
    }
}
