//! JSON-LD in the words of schema.org, for search engines and archives: the meeting as an event of its series, with the
//! sessions as its sub-events.

use forum::programme::{Role, Session};
use platform::languages::key;
use serde_json::{Map, Value, json};

use super::context::{ExportContext, Thing};
use super::history::history;
use super::{Export, Filing};

pub(super) const EXPORT: Export = Export {
    ending: "jsonld",
    media_type: "application/ld+json",
    name: key("export-jsonld"),
    about: key("export-jsonld-about"),
    speaks: false,
    filing: Filing::Read,
    make,
};

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let meeting = context.meeting;
    let series = context.forum().series.series.get(&meeting.series);
    let series = series.map(|series| {
        let address = context.to(&format!("series/{}", series.slug));
        json!({ "@type": "EventSeries", "@id": address, "url": address, "name": series.name })
    });
    let address = context.to_meeting("");
    let versions = context.versions();
    let history = history(&versions);
    let gone = history.values().filter(|standing| standing.gone);
    let held = context.version.in_order().into_iter().filter_map(|session| event(context, session));
    let events: Vec<Value> = held.chain(gone.filter_map(|known| cancelled(context, known.session))).collect();
    let whole = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "identifier": context.id(Thing::Programme),
        "name": meeting.title,
        "startDate": meeting.first_day.to_string(),
        "endDate": meeting.last_day.to_string(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": attendance(context),
        "location": venue(context, None),
        "superEvent": series,
        "version": context.version.label,
        "subEvent": events,
    });
    // Whoever puts the text into a page as it is must not end up with an element of somebody else's making.
    whole.to_string().replace('<', "\\u003c").into_bytes()
}

fn attendance(context: &ExportContext<'_>) -> &'static str {
    match context.meeting.online {
        true => "https://schema.org/OnlineEventAttendanceMode",
        false => "https://schema.org/MixedEventAttendanceMode",
    }
}

/// Where something takes place: a room in the venue, or the venue.
fn venue(context: &ExportContext<'_>, room: Option<&str>) -> Value {
    let meeting = context.meeting;
    let name = room.or(meeting.city.as_deref()).unwrap_or(&meeting.title);
    if meeting.online {
        return json!({ "@type": "VirtualLocation", "name": name, "url": context.to_meeting("") });
    }
    let mut address = Map::new();
    address.insert("@type".into(), "PostalAddress".into());
    if let Some(city) = &meeting.city {
        address.insert("addressLocality".into(), city.as_str().into());
    }
    if let Some(country) = meeting.country {
        address.insert("addressCountry".into(), country.to_string().into());
    }
    json!({ "@type": "Place", "name": name, "address": address })
}

fn event(context: &ExportContext<'_>, session: &Session) -> Option<Value> {
    let mut event = outline(context, session, "https://schema.org/EventScheduled")?;
    let about = context.track(session).map(|track| json!({ "@type": "Thing", "name": track }));
    let (organisers, performers): (Vec<_>, Vec<_>) =
        context.people(session).into_iter().partition(|(role, _)| *role == Role::Organiser);
    let person = |(_, view): &(Role, forum::people::views::PersonView<'_>)| {
        let address = context.to(&format!("people/{}", view.id));
        let affiliation = view.organisation.map(|(_, organisation)| organisation.name.as_str());
        let affiliation = affiliation.map(|name| json!({ "@type": "Organization", "name": name }));
        let name = context.words(&view.person.name);
        json!({ "@type": "Person", "@id": address, "url": address, "name": name, "affiliation": affiliation })
    };
    let holders =
        context.holders(session).into_iter().map(|name| json!({ "@type": "Organization", "name": name }));
    let organisers: Vec<Value> = holders.chain(organisers.iter().map(person)).collect();
    let address = context.to_session(session);
    event.insert("@id".into(), address.as_str().into());
    event.insert("url".into(), address.into());
    event.insert("description".into(), context.summary_in_plain(session).into());
    event.insert("inLanguage".into(), session.language.as_str().into());
    event.insert("location".into(), venue(context, context.room(session)));
    event.insert("about".into(), about.into());
    event.insert("performer".into(), performers.iter().map(person).collect());
    event.insert("organizer".into(), organisers.into());
    Some(event.into())
}

fn cancelled(context: &ExportContext<'_>, session: &Session) -> Option<Value> {
    let mut event = outline(context, session, "https://schema.org/EventCancelled")?;
    event.insert("location".into(), venue(context, None));
    Some(event.into())
}

/// What is said of an event whether it takes place or not.
fn outline(context: &ExportContext<'_>, session: &Session, status: &str) -> Option<Map<String, Value>> {
    let (_, start, end) = session.placed()?;
    let outline = json!({
        "@type": "Event",
        "identifier": [context.id(Thing::Session(session.id.0)), session.code],
        "name": context.title(session),
        "startDate": context.time(start),
        "endDate": context.time(end),
        "eventStatus": status,
        "eventAttendanceMode": attendance(context),
    });
    outline.as_object().cloned()
}
