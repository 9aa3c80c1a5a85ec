//! What may be done to series and meetings.

use super::{Act, Command, Figure};
use crate::text::{NAME_MAX, TITLE_MAX, bounded, country, line, optional_line, zone};
use crate::{Forum, MeetingId, Refusal, SeriesId, Slug};
use jiff::civil::Date;

/// Longest meeting, in days. The virtual meeting of 2020 took sixteen.
const MEETING_DAYS_MAX: u32 = 31;

pub(crate) fn decide(forum: &Forum, command: &Command) -> Result<Act, Refusal> {
    match command {
        Command::FoundSeries { slug, name } => found_series(forum, slug, name),
        Command::AnnounceMeeting { .. } => announce_meeting(forum, command),
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
        number: number.map(|n| bounded("number", n, 1, 10_000)).transpose()?,
        title: line("title", title, TITLE_MAX)?,
        city: optional_line("city", city, NAME_MAX)?,
        country: country("country", code)?,
        first_day: *first_day,
        last_day: *last_day,
        zone: zone("zone", zone_name)?,
        online: *online,
    })
}

fn check_days(first: Date, last: Date) -> Result<(), Refusal> {
    let days = first.until(last).map_or(i32::MAX, |span| span.get_days());
    match u32::try_from(days) {
        Ok(days) if days < MEETING_DAYS_MAX => Ok(()),
        _ => Err(Refusal::MeetingDays { first, last, max: MEETING_DAYS_MAX }),
    }
}
