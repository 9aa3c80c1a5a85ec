//! A call with its review, as every page about it needs them, and the words of its criteria and reasons.

use std::sync::Arc;

use forum::call::{Call, Said};
use forum::review::{Criterion, Settings};
use forum::series::Meeting;
use forum::{CallId, PersonId, Viewer};
use jiff::tz::TimeZone;
use maud::Markup;
use platform::languages::Locale;

use crate::call::said;
use crate::desk::call::OneCall;
use crate::languages::languages;
use crate::site::content::tagged;
use crate::site::visit::venue;
use crate::site::{NotFound, Visit};

/// A call with its review.
pub(super) struct Reviewed<'a> {
    pub(super) visit: &'a Visit,
    pub(super) call: &'a Arc<Call>,
    /// How it is reviewed, once that is settled.
    pub(super) settings: Option<&'a Arc<Settings>>,
}

impl<'a> Reviewed<'a> {
    /// Of the call that the address is about.
    pub(super) fn of(visit: &'a Visit) -> Result<Reviewed<'a>, NotFound> {
        Reviewed::of_call(visit, CallId(exact(visit.part("call")).ok_or(NotFound)?))
    }

    /// Of a call.
    pub(super) fn of_call(visit: &'a Visit, id: CallId) -> Result<Reviewed<'a>, NotFound> {
        let call = visit.forum().call.calls.get(&id).ok_or(NotFound)?;
        Ok(Reviewed { visit, call, settings: visit.forum().review.settings.get(&id) })
    }

    /// The same where nothing can be done before it is settled how the call is reviewed.
    pub(super) fn settled(&self) -> Result<&'a Arc<Settings>, NotFound> {
        self.settings.ok_or(NotFound)
    }

    /// An address of the desk within the call.
    pub(super) fn to(&self, rest: &str) -> String {
        self.visit.to(format!("desk/calls/{}/{rest}", self.call.id))
    }

    /// The meeting that the call is for.
    pub(super) fn meeting(&self) -> Option<&'a Arc<Meeting>> {
        self.visit.forum().series.meetings.get(&self.call.meeting)
    }

    /// The zone in which times are shown: the reader's, or the venue's.
    pub(super) fn zone(&self) -> TimeZone {
        let venue = || self.meeting().map_or(TimeZone::UTC, |meeting| venue(meeting));
        self.visit.reader.zone.clone().unwrap_or_else(venue)
    }

    /// The call's title in a page.
    pub(super) fn title(&self) -> Markup {
        let (text, tag) = said::title(self.call, self.visit.lang());
        tagged(text, tag, self.visit.lang())
    }

    /// The line above the title of each page: where else one can go.
    pub(super) fn ways(&self) -> Markup {
        OneCall::with(self.visit, self.call.id).map(|one| one.ways()).unwrap_or_default()
    }
}

/// A number in an address that has one form only: `7`, not `+7` or `07`.
pub(super) fn exact(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

/// What a criterion is called, and what to look at.
pub(super) fn criterion(criterion: &Criterion, lang: &Locale) -> String {
    own_or(&criterion.title, &["criterion", &criterion.key], lang).unwrap_or_else(|| criterion.key.clone())
}

/// What to look at when scoring it.
pub(super) fn criterion_help(criterion: &Criterion, lang: &Locale) -> Option<String> {
    own_or(&criterion.help, &["criterion", &criterion.key, "help"], lang)
}

/// What a reason says.
pub(super) fn reason(settings: &Settings, key: &str, lang: &Locale) -> String {
    let own = settings.reasons.iter().find(|reason| reason.key == key).map(|reason| &reason.said);
    let own = own.cloned().unwrap_or_default();
    own_or(&own, &["reason", key], lang).unwrap_or_else(|| key.to_owned())
}

/// What the catalogue has for a key, if it has anything.
pub(super) fn built_in(parts: &[&str], lang: &Locale) -> Option<String> {
    let key = parts.join("-").replace('_', "-");
    let known = lang.has(&key) || languages().default_locale().has(&key);
    known.then(|| lang.text(&key))
}

fn own_or(own: &Said, parts: &[&str], lang: &Locale) -> Option<String> {
    said::said(own, lang).map(|(text, _)| text.to_owned()).or_else(|| built_in(parts, lang))
}

/// The name of somebody, for whoever may see it.
pub(super) fn person_name(visit: &Visit, id: PersonId) -> String {
    let view = forum::people::views::person(visit.forum(), id, Viewer::Secretariat);
    let name = view.and_then(|view| view.person.name.text().map(ToOwned::to_owned));
    name.unwrap_or_else(|| visit.lang().text("somebody"))
}
