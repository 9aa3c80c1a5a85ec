//! Which meeting the programme belongs to: one that is there, or a new one.

use super::Options;
use super::draft::Draft;
use super::remark::{Cost, Remarks, Stop, Why};
use forum::{Act, MeetingId, SeriesId, series, slug_of};
use interchange::{Moment, Programme};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Where an import goes, and by which clock.
pub(super) struct Frame {
    pub(super) meeting: MeetingId,
    pub(super) is_new: bool,
    /// The zone in which the file's times without an offset are meant.
    pub(super) zone: TimeZone,
    /// Under which name the source is remembered with everything that comes from it.
    pub(super) system: String,
}

/// Finds the meeting, or announces it.
pub(super) fn settle(
    draft: &mut Draft,
    file: &Programme,
    options: &Options,
    remarks: &mut Remarks,
) -> Result<Frame, Stop> {
    let named = [&file.meeting.acronym, &file.meeting.title, &options.title];
    let from_file = named.into_iter().flatten().map(|name| slug_of(name, "")).find(|slug| !slug.is_empty());
    let slug = options.meeting.clone().or_else(|| from_file.clone()).ok_or(Stop::NoMeeting)?;
    // The file's own name for itself, if it has one: two sources of one meeting may count their sessions alike.
    let source = options.source.as_ref().or(file.meeting.acronym.as_ref());
    let system = source.map_or_else(|| slug.clone(), |source| slug_of(source, &slug));

    if let Some(known) = draft.forum.series.meeting_by_slug(&slug).cloned() {
        let stated = options.zone.as_ref().or(file.meeting.zone.as_ref());
        if let Some(stated) = stated.filter(|stated| **stated != known.zone) {
            let (file, meeting) = (stated.clone(), known.zone.clone());
            remarks.add(1, &known.title, Cost::Assumed, Why::ZoneDiffers { file, meeting });
        }
        let zone = zone_named(stated.unwrap_or(&known.zone))?;
        return Ok(Frame { meeting: known.id, is_new: false, zone, system });
    }

    let name = options.zone.as_ref().or(file.meeting.zone.as_ref());
    let name = name.ok_or_else(|| Stop::NoZone { offset: an_offset(file) })?;
    let zone = zone_named(name)?;
    let title = options.title.clone().or_else(|| file.meeting.title.clone()).ok_or(Stop::NoTitle)?;
    let (first_day, last_day) = days(file, &zone).ok_or(Stop::NoDays)?;
    let series = series_for(draft, options, &slug, &title)?;
    let announce = series::Command::AnnounceMeeting {
        series,
        slug,
        number: None,
        title,
        city: options.city.clone().unwrap_or_default(),
        country: options.country.clone().unwrap_or_default(),
        first_day,
        last_day,
        zone: name.clone(),
        online: options.online,
    };
    match draft.give(announce)? {
        Act::Series(series::Act::MeetingAnnounced { id: meeting, .. }) => {
            Ok(Frame { meeting, is_new: true, zone, system })
        }
        _ => unreachable!("to announce a meeting makes the act that says so"),
    }
}

fn zone_named(name: &str) -> Result<TimeZone, Stop> {
    TimeZone::get(name).map_err(|_| Stop::UnknownZone { zone: name.to_owned() })
}

/// How the first session that says so is written: a hint at the zone, though never enough to know it.
fn an_offset(file: &Programme) -> Option<String> {
    file.sessions.iter().find_map(|session| match session.start {
        Some(Moment::Instant { offset, .. }) => Some(platform::languages::offset_name(offset)),
        _ => None,
    })
}

/// The days of the meeting: as stated, else those listed, else those on which sessions begin.
fn days(file: &Programme, zone: &TimeZone) -> Option<(Date, Date)> {
    let stated = file.meeting.first_day.zip(file.meeting.last_day);
    let listed = || span(file.meeting.days.iter().map(|day| day.date));
    let begun = || {
        span(
            file.sessions
                .iter()
                .filter_map(|session| session.start?.instant(zone).ok())
                .map(|start| start.to_zoned(zone.clone()).date()),
        )
    };
    stated.or_else(listed).or_else(begun)
}

fn span(days: impl Iterator<Item = Date>) -> Option<(Date, Date)> {
    let days: Vec<Date> = days.collect();
    days.iter().min().copied().zip(days.iter().max().copied())
}

/// The series as chosen, founded if need be; without a choice the only one there is, or one named like the meeting.
fn series_for(draft: &mut Draft, options: &Options, meeting: &str, title: &str) -> Result<SeriesId, Stop> {
    let known = &draft.forum.series;
    let (slug, name) = match &options.series {
        Some(slug) => match known.series_by_slug(slug) {
            Some((id, _)) => return Ok(id),
            None => (slug.clone(), slug.clone()),
        },
        None => match known.series.keys().copied().collect::<Vec<_>>()[..] {
            [] => (meeting.to_owned(), title.to_owned()),
            [only] => return Ok(only),
            _ => {
                let slugs = known.series.values().map(|series| series.slug.to_string()).collect();
                return Err(Stop::WhichSeries { slugs });
            }
        },
    };
    match draft.give(series::Command::FoundSeries { slug, name })? {
        Act::Series(series::Act::SeriesFounded { id, .. }) => Ok(id),
        _ => unreachable!("to found a series makes the act that says so"),
    }
}
