//! What the public reads of calls: what is asked for, until when, by which rules, and how it is decided.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use forum::call::{Call, Command, Mode, Offer, views};
use forum::reference::session_types::{Applicant, SessionType};
use forum::review::Criterion;
use forum::series::Meeting;
use forum::{CallId, MeetingId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::languages::{Locale, key};
use platform::random_token;

use super::{days, draft, gates, said};
use crate::app::App;
use crate::desk::answer::key_of;
use crate::problem::Problem;
use crate::sign_in::answer::leads_to;
use crate::site::content::{name, paragraphs, tagged};
use crate::site::form::Form;
use crate::site::reader::encode;
use crate::site::{NotFound, Page, Part, Visit, errors, names};

/// The calls that are public, the one that closes last first.
fn announced(visit: &Visit) -> Vec<&Arc<Call>> {
    let mut calls: Vec<_> = visit.forum().call.calls.values().filter(|call| call.announced).collect();
    calls.sort_by_key(|call| std::cmp::Reverse((gates::widest(call).closes, call.id)));
    calls
}

/// The call that an address names, if it is public.
fn call_of(visit: &Visit) -> Result<&Arc<Call>, NotFound> {
    let part = visit.part("call");
    let id: u32 = part.parse().ok().filter(|id: &u32| id.to_string() == part).ok_or(NotFound)?;
    visit.forum().call.calls.get(&CallId(id)).filter(|call| call.announced).ok_or(NotFound)
}

/// `GET /{forum}/calls`
pub async fn list(visit: Visit) -> Response {
    visit.answer(|visit| {
        let (lang, calls) = (visit.lang(), announced(visit));
        let main = html! {
            h1 { (lang.text("propose-calls")) }
            @if calls.is_empty() { p.lead { (lang.text("propose-no-calls")) } }
            ul.calls { @for call in &calls { li { (teaser(visit, call)) } } }
            @if visit.visitor.person().is_some() { p { a href=(visit.to("proposals")) { (lang.text("propose-mine")) } } }
        };
        Ok(Page { title: lang.text("propose-calls"), part: Part::Call, main })
    })
}

/// `GET /{forum}/calls/{call}`
pub async fn show(visit: Visit) -> Response {
    visit.answer(|visit| page(visit, call_of(visit)?))
}

/// `POST /{forum}/calls/{call}`: begins a draft.
pub async fn begin(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    let (Ok(call), Some(actor)) = (call_of(&visit), visit.visitor.actor) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let Some(key) = key_of(&form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    let command = Command::Begin { call: call.id, kind: form.get("kind").to_owned() };
    if let Err(problem) = app.give_as(&visit.slug, actor, key, command.into()).await {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    let (call, reader) = (call.id, visit.reader.clone());
    let visit = match visit.anew(&app) {
        Ok(visit) => visit,
        Err(problem) => return errors::page(&reader, None, &problem),
    };
    // Whoever begins two at a time on two devices finds both in the list of theirs.
    let own = visit.visitor.person().map(|person| views::mine(visit.forum(), person)).unwrap_or_default();
    let newest = own.iter().filter(|proposal| proposal.call == call).map(|proposal| proposal.id).max();
    leads_to(&newest.map_or_else(|| visit.to("proposals"), |id| draft::address(&visit, id, "1")), None)
}

/// The open calls, and those that open soon, of a meeting or of all: for pages that lead to them.
pub(crate) fn teasers(visit: &Visit, meeting: Option<MeetingId>) -> Markup {
    let now = Timestamp::now();
    let mut calls = announced(visit);
    calls.retain(|call| {
        meeting.is_none_or(|meeting| call.meeting == meeting) && gates::widest(call).closes > now
    });
    html! {
        @if !calls.is_empty() {
            section.calls aria-label=(visit.lang().text("propose-calls")) { @for call in calls { (teaser(visit, call)) } }
        }
    }
}

fn teaser(visit: &Visit, call: &Call) -> Markup {
    let lang = visit.lang();
    let (title, tag) = said::title(call, lang);
    html! {
        p.call {
            a href=(visit.to(format!("calls/{}", call.id))) { b { (tagged(title, tag, lang)) } }
            " " (gates::standing(visit, gates::widest(call), Timestamp::now()))
        }
    }
}

/// The way to the teams that grew from the issues of a call.
fn teams(visit: &Visit, call: &Call) -> Markup {
    let formed =
        visit.forum().call.clusters.values().any(|cluster| cluster.call == call.id && cluster.formed);
    html! { @if formed { p { a href=(visit.to("teams")) { (visit.lang().text("teams-title")) } } } }
}

fn page(visit: &Visit, call: &Arc<Call>) -> Result<Page, NotFound> {
    let (lang, now) = (visit.lang(), Timestamp::now());
    let (title, tag) = said::title(call, lang);
    let meeting = visit.forum().series.meetings.get(&call.meeting).ok_or(NotFound)?;
    let main = html! {
        p.over {
            a href=(visit.to_meeting(meeting, "")) { (name(&meeting.title, lang)) }
            " · " a href=(visit.to("calls")) { (lang.text("propose-calls")) }
        }
        h1 { (tagged(title, tag, lang)) }
        p.lead { (gates::standing(visit, gates::widest(call), now)) }
        (ways_in(visit, call, now))
        div.two {
            div {
                (words(&call.about.introduction, lang))
                h2 { (lang.text("propose-timeline")) }
                (timeline(visit, call, meeting, now))
                @if call.mode == Mode::Sessions { (kinds(visit, call, now)) }
                (rules(call, lang))
                (asked(call, lang))
                (decided(visit, call))
            }
            aside { (days::counts(visit, call)) (submitted(visit, call)) (teams(visit, call)) }
        }
    };
    Ok(Page { title: title.to_owned(), part: Part::Call, main })
}

fn words(text: &forum::call::Said, lang: &Locale) -> Markup {
    html! { @if let Some((text, tag)) = said::said(text, lang) {
        div lang=[(tag != lang.tag()).then_some(tag)] { (paragraphs(text, lang)) }
    } }
}

/// The buttons that begin a draft, for each type whose gate is open; whoever has not signed in does so first.
fn ways_in(visit: &Visit, call: &Call, now: Timestamp) -> Markup {
    let lang = visit.lang();
    let open: Vec<&Offer> =
        call.offers.iter().filter(|offer| views::gate(call, &offer.kind).is_open(now)).collect();
    if open.is_empty() {
        return html! {};
    }
    if visit.visitor.person().is_none() {
        let next = encode(&visit.to(format!("calls/{}", call.id)));
        return html! {
            p { a.go href=(visit.to(format!("sign-in?next={next}"))) rel="nofollow" { (lang.text("propose-sign-in")) } }
            p.soft { (lang.text("propose-sign-in-why")) }
        };
    }
    let action = visit.to(format!("calls/{}", call.id));
    html! {
        form.begin method="post" action=(action) {
            input type="hidden" name="key" value=(random_token());
            @if let [only] = open.as_slice() {
                input type="hidden" name="kind" value=(only.kind);
                button { (begin_says(call, only, lang)) }
            } @else {
                label { (lang.text("propose-which-kind"))
                    select name="kind" { @for offer in &open { option value=(offer.kind) { (said::kind(&offer.kind, lang)) } } } }
                button { (lang.text("propose-begin")) }
            }
            a href=(visit.to("proposals")) { (lang.text("propose-mine")) }
        }
    }
}

fn begin_says(call: &Call, offer: &Offer, lang: &Locale) -> String {
    match call.mode {
        Mode::Issues => lang.text("propose-begin-issue"),
        Mode::Sessions => {
            lang.text_with("propose-begin-kind", [("kind", said::kind(&offer.kind, lang).into())])
        }
    }
}

/// What happens when, and where that is now.
fn timeline(visit: &Visit, call: &Call, meeting: &Meeting, now: Timestamp) -> Markup {
    let (lang, gate) = (visit.lang(), gates::widest(call));
    let review = visit.forum().review.settings.get(&call.id);
    let mut points =
        vec![(gate.opens, lang.text("propose-opening")), (gate.closes, lang.text("propose-closing"))];
    points.extend(review.map(|review| (review.gate.opens, lang.text("propose-review-begins"))));
    points.extend(review.map(|review| (review.gate.closes, lang.text("propose-review-ends"))));
    points.extend(call.about.told_by.map(|at| (at, lang.text("propose-told-by"))));
    points.sort_by_key(|(at, _)| *at);
    let next = points.iter().position(|(at, _)| *at > now);
    html! {
        ol.timeline {
            @for (nth, (at, says)) in points.iter().enumerate() {
                li.past[*at <= now] aria-current=[(next == Some(nth)).then_some("step")] {
                    b { (says) } " " (gates::time(visit, *at))
                    @if next == Some(nth) { @if let Some(left) = gates::until(*at, now, lang) { " " span.left { (left) } } }
                }
            }
            li { b { (name(&meeting.title, lang)) } " " (lang.date_range(meeting.first_day, meeting.last_day)) }
        }
        @if visit.reader.zone.is_none() { p.soft { a href={ "/reading?from=" (encode(&visit.reader.here)) } { (lang.text("propose-own-zone")) } } }
    }
}

/// The types of session, for how long and for whom; gates of their own where they have any.
fn kinds(visit: &Visit, call: &Call, now: Timestamp) -> Markup {
    let lang = visit.lang();
    let minutes = |offer: &Offer| {
        let each: Vec<_> =
            offer.minutes.iter().map(|minutes| names::length((*minutes).into(), lang)).collect();
        if each.is_empty() { lang.text("propose-as-agreed") } else { each.join(", ") }
    };
    html! {
        h2 { (lang.text("propose-kinds")) }
        div.table-wrap { table.table {
            thead { tr {
                th scope="col" { (lang.text("filter-type")) }
                th scope="col" { (lang.text("propose-lasts")) }
                th scope="col" { (lang.text("propose-who-may")) }
            } }
            tbody { @for offer in &call.offers { tr {
                th scope="row" {
                    (said::kind(&offer.kind, lang))
                    @if offer.gate.is_some() { p.soft { (gates::standing(visit, views::gate(call, &offer.kind), now)) } }
                }
                td { (minutes(offer)) }
                td {
                    (applicant(&offer.kind, lang))
                    @if let Some(most) = offer.most { p.soft { (lang.text_with("propose-most-each", [("count", most.into())])) } }
                }
            } } }
        } }
    }
}

/// Who may ask for a session of a type.
fn applicant(kind: &str, lang: &Locale) -> String {
    let who = SessionType::from_key(kind).map(|kind| kind.facts().applicant).unwrap_or(Applicant::Anyone);
    lang.text(match who {
        Applicant::Anyone | Applicant::ByInvitation => key("applicant-anyone"),
        Applicant::GovernmentsAndGlobalOrganisations => key("applicant-governments"),
        Applicant::InternationalEntities => key("applicant-international"),
        Applicant::DynamicCoalitions => key("applicant-coalitions"),
        Applicant::NationalRegionalInitiatives => key("applicant-initiatives"),
    })
}

fn rules(call: &Call, lang: &Locale) -> Markup {
    html! {
        @if !call.requirements.is_empty() {
            h2 { (lang.text("propose-rules")) }
            dl.rules { @for rule in &call.requirements {
                dt {
                    (said::requirement(&rule.key, rule.count, lang))
                    @if !rule.only.is_empty() {
                        small.soft { " (" (rule.only.iter().map(|kind| said::kind(kind, lang)).collect::<Vec<_>>().join(", ")) ")" }
                    }
                }
                dd { (said::reason(rule, lang).unwrap_or_default()) }
            } }
        }
    }
}

/// What the form will ask, so that one can prepare.
fn asked(call: &Call, lang: &Locale) -> Markup {
    html! {
        details.more {
            summary { h2 { (lang.text("propose-fields")) } }
            ul.fields-asked { @for field in &call.fields {
                li {
                    (said::label_shown(field, lang))
                    @if !field.required { small.soft { " " (lang.text("propose-optional")) } }
                    @if let Some(most) = field.limit.words_most { small.soft { " · " (lang.text_with("propose-at-most-words", [("count", most.into())])) } }
                }
            } }
        }
    }
}

/// By which criteria is decided, and how.
fn decided(visit: &Visit, call: &Call) -> Markup {
    let lang = visit.lang();
    let review = visit.forum().review.settings.get(&call.id);
    let criteria = review.map_or(&[][..], |review| &review.criteria);
    html! {
        @if !criteria.is_empty() {
            h2 { (lang.text("propose-criteria")) }
            dl.rules { @for criterion in criteria { (criterion_shown(criterion, lang)) } }
        }
        @if let Some((text, tag)) = said::said(&call.about.how_decided, lang) {
            h2 { (lang.text("propose-how-decided")) }
            div lang=[(tag != lang.tag()).then_some(tag)] { (paragraphs(text, lang)) }
        }
    }
}

/// What a criterion is called.
pub(super) fn criterion(criterion: &Criterion, lang: &Locale) -> String {
    own_or_known(&criterion.title, criterion, "", lang).unwrap_or_else(|| criterion.key.clone())
}

fn criterion_shown(one: &Criterion, lang: &Locale) -> Markup {
    html! { dt { (criterion(one, lang)) } dd { (own_or_known(&one.help, one, "-help", lang).unwrap_or_default()) } }
}

/// What the organisers say of a criterion, else what the catalogues have for its name.
fn own_or_known(own: &forum::call::Said, one: &Criterion, end: &str, lang: &Locale) -> Option<String> {
    let message = format!("criterion-{}{end}", one.key.replace('_', "-"));
    let own = said::said(own, lang).map(|(text, _)| text.to_owned());
    own.or_else(|| lang.has(&message).then(|| lang.text(&message)))
}

/// What was submitted, where the call says that everybody may know at once.
fn submitted(visit: &Visit, call: &Call) -> Markup {
    let lang = visit.lang();
    let all = views::proposals(visit.forum(), visit.visitor.viewer(), call.id);
    html! {
        @if call.about.open && !all.is_empty() {
            h2 { (lang.text("propose-submitted-so-far")) }
            ul.submitted { @for one in &all {
                @if let Some(at) = one.submitted {
                    li {
                        @if let Some(code) = &one.code { small { (code) } " " }
                        (name(one.title.unwrap_or("—"), lang))
                        " " small.soft { (lang.date(at.to_zoned(TimeZone::UTC).date())) }
                    }
                }
            } }
        }
    }
}
