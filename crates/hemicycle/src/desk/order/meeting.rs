//! Forms about a meeting: its announcement, what is said of it, and the publication of its programme.

use forum::Command;
use forum::programme::Command as Step;
use forum::series::{Command as Series, MeetingEdit};
use forum::slug_of;

use super::{Order, place};
use crate::desk::form::{Form, No};
use crate::desk::when;
use crate::site::Visit;

/// The form that publishes what its page has shown, and nothing that came since.
pub(in crate::desk) fn publish(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, _) = place(visit)?;
    let (label, note) = (form.get("label").to_owned(), form.get("note").to_owned());
    let publish = Step::PublishProgramme { meeting: meeting.id, label, note };
    let command = Command::Together { since: Some(form.needed("since")?), steps: vec![publish.into()] };
    let to = visit.to(format!("desk/meetings/{}/programme?done=published", meeting.slug));
    let tell = (form.get("tell") == "yes").then_some(meeting.id);
    Ok(Order { command, to: Some(to), tell })
}

/// The form for what is said of a meeting.
pub(in crate::desk) fn meeting(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, _) = place(visit)?;
    let written = |name: &str| Some(form.get(name).to_owned());
    let edit = MeetingEdit {
        number: Some(form.number("number")?.unwrap_or(0)),
        title: written("title"),
        city: written("city"),
        country: written("country"),
        first_day: Some(when::day(form, "first_day")?),
        last_day: Some(when::day(form, "last_day")?),
        zone: written("zone"),
        online: Some(form.get("online") == "yes"),
    };
    Ok(Command::from(Series::AmendMeeting { meeting: meeting.id, edit }).into())
}

/// Forms of a forum that has no meeting yet: its series, and its first meeting.
pub(in crate::desk) fn first(visit: &Visit, form: &Form) -> Result<Order, No> {
    let series = &visit.forum().series;
    let command: Command = match form.get("do") {
        "found" => {
            let slug = slug_of(form.get("name"), "series");
            Series::FoundSeries { slug, name: form.get("name").to_owned() }.into()
        }
        "series" => {
            let known = forum::SeriesId(form.needed("id")?);
            Series::RenameSeries { series: known, name: form.get("name").to_owned() }.into()
        }
        "announce" => {
            let title = form.get("title");
            let base = slug_of(title, "meeting");
            let free = |slug: &String| series.meeting_by_slug(slug).is_none();
            let numbered = (2..100).map(|n| format!("{base}-{n}"));
            let slug = std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base.clone());
            let only = series.series.keys().next_back().copied();
            let of = form.number("series")?.map(forum::SeriesId).or(only).ok_or(No::NotFound)?;
            Series::AnnounceMeeting {
                series: of,
                slug,
                number: form.number("number")?,
                title: title.to_owned(),
                city: form.get("city").to_owned(),
                country: form.get("country").to_owned(),
                first_day: when::day(form, "first_day")?,
                last_day: when::day(form, "last_day")?,
                zone: form.get("zone").to_owned(),
                online: form.get("online") == "yes",
            }
            .into()
        }
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}
