//! What is said of a meeting: its title, days, place and zone.

use maud::{Markup, html};
use platform::languages::offset_name;

use super::form::{Act, Sheet, Typed};
use super::told::Draft;
use crate::site::{NotFound, Page, Part, Visit, zones};

/// What is known of a meeting, as its form shows it.
#[derive(Default)]
pub(super) struct Known {
    pub(super) first_day: String,
    pub(super) last_day: String,
    pub(super) city: String,
    pub(super) country: String,
    pub(super) zone: String,
    pub(super) number: String,
    pub(super) online: bool,
}

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let meeting = draft.meeting;
    let known = Known {
        first_day: meeting.first_day.to_string(),
        last_day: meeting.last_day.to_string(),
        city: meeting.city.clone().unwrap_or_default(),
        country: meeting.country.map(|code| code.to_string()).unwrap_or_default(),
        zone: meeting.zone.clone(),
        number: meeting.number.map(|number| number.to_string()).unwrap_or_default(),
        online: meeting.online,
    };
    let act = sheet.act("meeting", 0);
    let title = lang.text("desk-meeting-title");
    let body = html! {
        (act.line("text", "title", &lang.text("desk-meeting-name"), &meeting.title))
        (fields(visit, act, &known))
        (act.send(&lang.text("desk-save")))
    };
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        (act.form("desk", &body))
        p.soft { (lang.text("desk-meeting-hint")) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// Days, place, zone.
pub(super) fn fields(visit: &Visit, act: Act<'_>, known: &Known) -> Markup {
    let lang = visit.lang();
    let now = jiff::Timestamp::now();
    let mut all: Vec<(String, String)> = zones::choices(now)
        .into_iter()
        .map(|(zone, offset)| (zone.to_owned(), format!("{} {}", offset_name(offset), lang.zone_city(zone))))
        .collect();
    all.insert(0, ("UTC".to_owned(), "UTC".to_owned()));
    let chosen = act.value("zone", &known.zone);
    if !all.iter().any(|(zone, _)| *zone == chosen) {
        all.push((chosen.clone(), chosen));
    }
    html! {
        (act.line("date", "first_day", &lang.text("desk-first-day"), &known.first_day))
        (act.line("date", "last_day", &lang.text("desk-last-day"), &known.last_day))
        (act.line("text", "city", &lang.text("desk-city"), &known.city))
        (act.line("text", "country", &lang.text("desk-country"), &known.country))
        (act.choice("zone", &lang.text("desk-zone"), &known.zone, &all))
        (act.line("number", "number", &lang.text("desk-number"), &known.number))
        (act.tick("online", &lang.text("desk-online"), known.online))
    }
}
