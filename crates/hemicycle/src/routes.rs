//! Every address of the site, in the order of the way of a forum, with who may ask for it.
//!
//! This is the one table: the router is made from it and from nothing else, so that an address without a row does not
//! exist. What a row says is checked before anything is looked up; what a command does is decided once more by the core
//! (`forum::permits`), and what an act shows by its audience.

use crate::api::data::{Data, door};
use crate::api::doc::Doc;
use crate::api::openapi::OpenApi;
use crate::api::{self, COMMAND_BYTES_MAX};
use crate::app::App;
use crate::desk::api::{DeskSettings, Publishing};
use crate::desk::review::{doors as review, panel_api};
use crate::desk::solver::{api as solver, doors as runs};
use crate::desk::{call as desk_call, compare, doors as desk, import as desk_import, variants};
use crate::programme::api::versions;
use crate::programme::exports::doors::whole as export;
use crate::programme::import::api::{IMPORT, import};
use crate::programme::mine;
use crate::programme::screens;
use crate::sign_in::scopes::{Scope, Scopes};
use crate::sign_in::{self, me};
use crate::site::doors;
use crate::{call, people, programme, record, search, series, site, statistics};
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use forum::access::{Access, AccessSet};
use std::sync::Arc;

/// An address with what leads to its answer.
pub struct Route {
    /// What is asked of it.
    pub verb: Verb,
    /// The address, with the names of its parts.
    pub path: &'static str,
    /// Who may ask; nobody by default.
    pub may: AccessSet,
    /// What kind of answer there is, also for whoever may not ask.
    pub kind: Kind,
    /// Makes what answers.
    pub door: fn() -> MethodRouter<Arc<App>>,
    /// What a token of the API must allow.
    pub scopes: Scopes,
    /// What the row takes and gives, if it is one of data.
    pub doc: Option<Doc>,
}

/// The kind of request that a row is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Verb {
    /// Reads; `HEAD` goes with it.
    Get,
    /// Changes something.
    Post,
}

/// What an address answers with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A page that people read.
    Page,
    /// What a form of a page is sent to; it leads back to a page.
    Form,
    /// Data of the API.
    Data,
    /// A file: the stylesheet, an export.
    File,
}

const ANYBODY: AccessSet = AccessSet::ANYBODY;
/// Whoever the forum knows.
const PERSONS: AccessSet = AccessSet::PERSONS;
/// Whoever runs the forum.
const DESK: AccessSet = AccessSet::of(&[Access::Secretariat]);
/// Whoever looks after the house: its settings, its offices, its letters where the server sends none.
const HOUSE: AccessSet = AccessSet::of(&[Access::Secretariat, Access::Admin]);
/// Whoever reviews.
const REVIEWERS: AccessSet = AccessSet::of(&[Access::Reviewer]);
/// Whoever decides what is accepted.
const PANEL: AccessSet = AccessSet::of(&[Access::Chair, Access::Secretariat]);
/// Whoever may see a programme before it is published.
const DRAFT: AccessSet = AccessSet::of(&[Access::Reviewer, Access::Chair, Access::Secretariat]);

/// What a token must allow to read with it. Forms take a browser that has signed in, or a token that allows everything.
const READ: Scopes = Scopes::these(&[Scope::Read]);

/// What a token must allow to change anything: an import makes meetings, people and programmes.
const CHANGES: Scopes = Scopes::these(&[Scope::Programme, Scope::People, Scope::Settings]);

/// What a token must allow to let the machine plan: it changes nothing, but works for somebody.
const PLANS: Scopes = Scopes::these(&[Scope::Programme]);

type Door = fn() -> MethodRouter<Arc<App>>;

const fn row(verb: Verb, kind: Kind, path: &'static str, may: AccessSet, door: Door) -> Route {
    Route { verb, path, may, kind, door, scopes: Scopes::ALL, doc: None }
}

const fn page(path: &'static str, may: AccessSet, door: Door) -> Route {
    Route { scopes: READ, ..row(Verb::Get, Kind::Page, path, may, door) }
}

const fn file(path: &'static str, may: AccessSet, door: Door) -> Route {
    Route { scopes: READ, ..row(Verb::Get, Kind::File, path, may, door) }
}

const fn form(path: &'static str, may: AccessSet, door: Door) -> Route {
    row(Verb::Post, Kind::Form, path, may, door)
}

/// Data that is read: what answers and what describes it are made of the same type.
const fn data<D: Data>(path: &'static str, may: AccessSet) -> Route {
    let route = row(Verb::Get, Kind::Data, path, may, door::<D>);
    Route { scopes: Scopes::these(&[D::SCOPE]), doc: Some(Doc::of::<D>()), ..route }
}

/// What changes something, given as data.
const fn command(path: &'static str, may: AccessSet, scopes: Scopes, doc: Doc, door: Door) -> Route {
    Route { scopes, doc: Some(doc), ..row(Verb::Post, Kind::Data, path, may, door) }
}

/// All of them.
pub const ROUTES: &[Route] = &[
    // The site.
    page("/", ANYBODY, || get(doors::forums)),
    page("/reading", ANYBODY, || get(doors::reading)),
    page("/reference", ANYBODY, || get(api::reference::reference)),
    file("/assets/{file}", ANYBODY, || get(site::assets::get)),
    file("/healthz", ANYBODY, || get(crate::watch::asked)),
    page("/{forum}", ANYBODY, || get(doors::front)),
    page("/{forum}/search", ANYBODY, || get(doors::search)),
    data::<series::api::Forums>("/api", ANYBODY),
    data::<OpenApi>("/api/openapi.json", ANYBODY),
    data::<search::api::Search>("/api/{forum}/search", ANYBODY),
    // Signing in, and what is one's own.
    page("/{forum}/sign-in", ANYBODY, || get(sign_in::doors::form)),
    form("/{forum}/sign-in", ANYBODY, || post(sign_in::doors::ask)),
    page("/{forum}/sign-in/{token}", ANYBODY, || get(sign_in::doors::link)),
    form("/{forum}/sign-in/{token}", ANYBODY, || post(sign_in::doors::enter)),
    form("/{forum}/sign-out", ANYBODY, || post(sign_in::doors::leave)),
    page("/{forum}/me", PERSONS, || get(me::show)),
    form("/{forum}/me", PERSONS, || post(me::amend)),
    form("/{forum}/me/erase", PERSONS, || post(me::erase)),
    file("/{forum}/me/data", PERSONS, || get(me::download)),
    data::<people::me::Me>("/api/{forum}/me", PERSONS),
    form("/{forum}/me/mailbox", PERSONS, || post(me::ask_mailbox)),
    page("/{forum}/mailbox/{token}", ANYBODY, || get(me::mailbox)),
    form("/{forum}/mailbox/{token}", ANYBODY, || post(me::take_mailbox)),
    page("/{forum}/me/sessions", PERSONS, || get(me::devices)),
    form("/{forum}/me/sessions", PERSONS, || post(me::change_devices)),
    page("/{forum}/me/tokens", PERSONS, || get(me::tokens)),
    form("/{forum}/me/tokens", PERSONS, || post(me::change_tokens)),
    page("/{forum}/desk/outbox", HOUSE, || get(sign_in::outbox::show)),
    // Series and meetings.
    page("/{forum}/series/{series}", ANYBODY, || get(doors::series)),
    page("/{forum}/meetings/{meeting}", ANYBODY, || get(doors::meeting)),
    page("/{forum}/statistics", ANYBODY, || get(doors::years)),
    page("/{forum}/meetings/{meeting}/statistics", ANYBODY, || get(doors::statistics)),
    file("/{forum}/meetings/{meeting}/statistics.csv", ANYBODY, || get(statistics::data::spreadsheet)),
    data::<statistics::data::Statistics>("/api/{forum}/meetings/{meeting}/statistics", ANYBODY),
    data::<series::api::Front>("/api/{forum}", ANYBODY),
    data::<series::api::OneSeries>("/api/{forum}/series/{series}", ANYBODY),
    data::<series::api::Meetings>("/api/{forum}/meetings", ANYBODY),
    data::<series::api::OneMeeting>("/api/{forum}/meetings/{meeting}", ANYBODY),
    // People.
    page("/{forum}/people", ANYBODY, || get(doors::persons)),
    page("/{forum}/people/{person}", ANYBODY, || get(doors::person)),
    page("/{forum}/organisations", ANYBODY, || get(doors::organisations)),
    page("/{forum}/organisations/{organisation}", ANYBODY, || get(doors::organisation)),
    data::<people::api::Persons>("/api/{forum}/people", ANYBODY),
    data::<people::api::OnePerson>("/api/{forum}/people/{person}", ANYBODY),
    data::<people::api::Organisations>("/api/{forum}/organisations", ANYBODY),
    data::<people::api::OneOrganisation>("/api/{forum}/organisations/{organisation}", ANYBODY),
    // Calls, and what is proposed.
    page("/{forum}/calls", ANYBODY, || get(call::doors::calls)),
    page("/{forum}/calls/{call}", ANYBODY, || get(call::doors::call)),
    form("/{forum}/calls/{call}", PERSONS, || post(call::doors::begin)),
    page("/{forum}/proposals", PERSONS, || get(call::doors::mine)),
    page("/{forum}/proposals/{proposal}", PERSONS, || get(call::doors::overview)),
    form("/{forum}/proposals/{proposal}", PERSONS, || post(call::doors::act).layer(form_limit())),
    form("/{forum}/proposals/{proposal}/answers", PERSONS, || post(call::doors::answers).layer(form_limit())),
    page("/{forum}/proposals/{proposal}/{step}", PERSONS, || get(call::doors::step)),
    form("/{forum}/proposals/{proposal}/{step}", PERSONS, || post(call::doors::save).layer(form_limit())),
    page("/{forum}/invitations/{proposal}/{part}", PERSONS, || get(call::doors::invitation)),
    form("/{forum}/invitations/{proposal}/{part}", ANYBODY, || post(call::doors::tell).layer(form_limit())),
    page("/{forum}/teams", ANYBODY, || get(call::teams::doors::list)),
    page("/{forum}/teams/{cluster}", ANYBODY, || get(call::teams::doors::show)),
    form("/{forum}/teams/{cluster}", PERSONS, || post(call::teams::doors::change).layer(form_limit())),
    file("/{forum}/teams/{cluster}/addresses.csv", PERSONS, || get(call::teams::doors::addresses)),
    data::<call::teams::api::Teams>("/api/{forum}/teams", ANYBODY),
    data::<call::teams::api::OneTeam>("/api/{forum}/teams/{cluster}", ANYBODY),
    data::<call::api::Calls>("/api/{forum}/calls", ANYBODY),
    data::<call::api::OneCall>("/api/{forum}/calls/{call}", ANYBODY),
    data::<call::api::Mine>("/api/{forum}/proposals", PERSONS),
    data::<call::api::OneProposal>("/api/{forum}/proposals/{proposal}", ANYBODY),
    // The programme.
    page("/{forum}/meetings/{meeting}/programme", ANYBODY, || get(doors::programme)),
    page("/{forum}/meetings/{meeting}/programme/versions", ANYBODY, || get(doors::versions)),
    page("/{forum}/meetings/{meeting}/programme/versions/{version}", ANYBODY, || get(doors::version)),
    page("/{forum}/meetings/{meeting}/programme/{date}", ANYBODY, || get(doors::programme_day)),
    page("/{forum}/meetings/{meeting}/sessions/{session}", ANYBODY, || get(doors::session)),
    page("/{forum}/meetings/{meeting}/exports", ANYBODY, || get(doors::exports)),
    // The day and the session end with `.ics` where they are asked for as calendars, the day with `.pdf` for paper.
    file("/{forum}/meetings/{meeting}/programme.ics", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.html", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.pdf", ANYBODY, || get(programme::exports::pdf::whole)),
    file("/{forum}/meetings/{meeting}/programme.xlsx", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.csv", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.atom", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.xml", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.json", ANYBODY, || get(export)),
    file("/{forum}/meetings/{meeting}/programme.jsonld", ANYBODY, || get(export)),
    page("/{forum}/meetings/{meeting}/mine", ANYBODY, || get(mine::show)),
    file("/{forum}/meetings/{meeting}/mine.ics", ANYBODY, || get(mine::calendar_file)),
    form("/{forum}/meetings/{meeting}/mine", ANYBODY, || post(mine::change)),
    data::<mine::api::Chosen>("/api/{forum}/meetings/{meeting}/mine", PERSONS),
    data::<programme::exports::api::Exports>("/api/{forum}/meetings/{meeting}/exports", ANYBODY),
    // What is on now: doors and screens.
    page("/{forum}/meetings/{meeting}/now", ANYBODY, || get(screens::doors::now)),
    page("/{forum}/meetings/{meeting}/rooms", ANYBODY, || get(screens::doors::rooms)),
    page("/{forum}/meetings/{meeting}/rooms/{room}", ANYBODY, || get(screens::doors::room)),
    data::<screens::api::Now>("/api/{forum}/meetings/{meeting}/now", ANYBODY),
    data::<screens::api::Rooms>("/api/{forum}/meetings/{meeting}/rooms", ANYBODY),
    data::<screens::api::Sign>("/api/{forum}/meetings/{meeting}/rooms/{room}", ANYBODY),
    data::<programme::api::Published>("/api/{forum}/meetings/{meeting}/programme", ANYBODY),
    data::<versions::Versions>("/api/{forum}/meetings/{meeting}/programme/versions", ANYBODY),
    data::<versions::OneVersion>("/api/{forum}/meetings/{meeting}/programme/versions/{version}", ANYBODY),
    data::<programme::api::Day>("/api/{forum}/meetings/{meeting}/programme/{date}", ANYBODY),
    data::<programme::api::OneSession>("/api/{forum}/meetings/{meeting}/sessions/{session}", ANYBODY),
    data::<programme::api::Draft>("/api/{forum}/meetings/{meeting}/draft", DRAFT),
    data::<crate::desk::plan::api::Demands>("/api/{forum}/meetings/{meeting}/demands", DESK),
    data::<crate::desk::plan::api::Places>("/api/{forum}/meetings/{meeting}/draft/{session}/places", DESK),
    // The desk of those who run the forum.
    page("/{forum}/desk", DESK, || get(desk::desk)),
    form("/{forum}/desk", DESK, || post(desk::desk_form).layer(form_limit())),
    page("/{forum}/desk/import", DESK, || get(desk_import::show)),
    form("/{forum}/desk/import", DESK, || post(desk_import::sent).layer(limit())),
    page("/{forum}/desk/settings", HOUSE, || get(desk::settings)),
    form("/{forum}/desk/settings", HOUSE, || post(desk::settings_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/details", DESK, || get(desk::details)),
    form("/{forum}/desk/meetings/{meeting}/details", DESK, || post(desk::details_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/rooms", DESK, || get(desk::rooms)),
    form("/{forum}/desk/meetings/{meeting}/rooms", DESK, || post(desk::rooms_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/programme", DRAFT, || get(desk::programme)),
    form("/{forum}/desk/meetings/{meeting}/programme", DESK, || {
        post(desk::programme_form).layer(form_limit())
    }),
    page("/{forum}/desk/meetings/{meeting}/sessions/{session}", DESK, || get(desk::one_session)),
    form("/{forum}/desk/meetings/{meeting}/sessions/{session}", DESK, || {
        post(desk::one_session_form).layer(form_limit())
    }),
    page("/{forum}/desk/meetings/{meeting}/sessions/{session}/places", DESK, || get(desk::places)),
    form("/{forum}/desk/meetings/{meeting}/sessions/{session}/places", DESK, || {
        post(desk::places_form).layer(form_limit())
    }),
    page("/{forum}/desk/meetings/{meeting}/people", DESK, || get(desk::people)),
    form("/{forum}/desk/meetings/{meeting}/people", DESK, || post(desk::people_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/means", DESK, || get(desk::means)),
    form("/{forum}/desk/meetings/{meeting}/means", DESK, || post(desk::means_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/collisions", DESK, || get(desk::collisions)),
    form("/{forum}/desk/meetings/{meeting}/collisions", DESK, || {
        post(desk::collisions_form).layer(form_limit())
    }),
    page("/{forum}/desk/meetings/{meeting}/similar", DESK, || get(desk::similar)),
    form("/{forum}/desk/meetings/{meeting}/similar", DESK, || post(desk::similar_form).layer(form_limit())),
    data::<crate::desk::findings::Collisions>("/api/{forum}/meetings/{meeting}/collisions", DESK),
    data::<crate::desk::findings::SimilarSessions>("/api/{forum}/meetings/{meeting}/similar", DESK),
    page("/{forum}/desk/meetings/{meeting}/publish", DESK, || get(desk::publishing)),
    form("/{forum}/desk/meetings/{meeting}/publish", DESK, || {
        post(desk::publishing_form).layer(form_limit())
    }),
    data::<DeskSettings>("/api/{forum}/desk/settings", HOUSE),
    data::<Publishing>("/api/{forum}/desk/meetings/{meeting}/publish", DESK),
    // What the machine plans, what is kept beside the draft, and two programmes side by side.
    page("/{forum}/desk/meetings/{meeting}/solver", DESK, || get(runs::solver)),
    form("/{forum}/desk/meetings/{meeting}/solver", DESK, || post(runs::solver_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/variants", DRAFT, || get(desk::kept)),
    form("/{forum}/desk/meetings/{meeting}/variants", DESK, || post(desk::kept_form).layer(form_limit())),
    page("/{forum}/desk/meetings/{meeting}/compare", DRAFT, || get(compare::doors::compare)),
    data::<solver::LastRun>("/api/{forum}/desk/meetings/{meeting}/solver", DESK),
    command("/api/{forum}/desk/meetings/{meeting}/solver", DESK, PLANS, solver::START, || {
        post(solver::start).layer(limit())
    }),
    command("/api/{forum}/desk/meetings/{meeting}/solver/stop", DESK, PLANS, solver::STOP, || {
        post(solver::stop)
    }),
    data::<variants::Variants>("/api/{forum}/desk/meetings/{meeting}/variants", DRAFT),
    data::<compare::api::Comparison>("/api/{forum}/desk/meetings/{meeting}/compare", DRAFT),
    page("/{forum}/desk/meetings/{meeting}/letters", DESK, || get(crate::desk::letters::show)),
    form("/{forum}/desk/meetings/{meeting}/letters", DESK, || {
        post(crate::desk::letters::ask).layer(form_limit())
    }),
    // Calls and what is proposed, as those who run the forum see them.
    page("/{forum}/desk/calls", DESK, || get(desk::calls)),
    form("/{forum}/desk/calls", DESK, || post(desk::calls_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}", DESK, || get(desk::one_call)),
    form("/{forum}/desk/calls/{call}", DESK, || post(desk::one_call_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/proposals", DESK, || get(desk::proposals)),
    form("/{forum}/desk/calls/{call}/proposals", DESK, || post(desk::proposals_form).layer(form_limit())),
    file("/{forum}/desk/calls/{call}/proposals.csv", DESK, || get(desk_call::doors::file)),
    page("/{forum}/desk/calls/{call}/fields", DESK, || get(desk::fields)),
    form("/{forum}/desk/calls/{call}/fields", DESK, || post(desk::fields_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/rules", DESK, || get(desk::rules)),
    form("/{forum}/desk/calls/{call}/rules", DESK, || post(desk::rules_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/clusters", DESK, || get(desk::clusters)),
    form("/{forum}/desk/calls/{call}/clusters", DESK, || post(desk::clusters_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/sessions", DESK, || get(desk::call_sessions)),
    form("/{forum}/desk/calls/{call}/sessions", DESK, || post(desk::call_sessions_form).layer(form_limit())),
    page("/{forum}/desk/proposals/{proposal}", DESK, || get(desk::proposal)),
    form("/{forum}/desk/proposals/{proposal}", DESK, || post(desk::proposal_form).layer(form_limit())),
    data::<desk_call::api::Calls>("/api/{forum}/desk/calls", DESK),
    data::<desk_call::api::OneCallData>("/api/{forum}/desk/calls/{call}", DESK),
    data::<desk_call::api::Proposals>("/api/{forum}/desk/calls/{call}/proposals", DESK),
    data::<desk_call::clusters::Clusters>("/api/{forum}/desk/calls/{call}/clusters", DESK),
    data::<desk_call::sessions::Sessions>("/api/{forum}/desk/calls/{call}/sessions", DESK),
    data::<desk_call::api::OneProposal>("/api/{forum}/desk/proposals/{proposal}", DESK),
    // The review: the workbench of reviewers, and what the desk settles about it.
    page("/{forum}/review", REVIEWERS, || get(review::mine)),
    form("/{forum}/review", REVIEWERS, || post(review::mine_form).layer(form_limit())),
    page("/{forum}/review/bids", REVIEWERS, || get(review::bids)),
    form("/{forum}/review/bids", REVIEWERS, || post(review::bids_form).layer(form_limit())),
    page("/{forum}/review/{proposal}", REVIEWERS, || get(review::one)),
    form("/{forum}/review/{proposal}", REVIEWERS, || post(review::one_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/review", DESK, || get(review::how)),
    form("/{forum}/desk/calls/{call}/review", DESK, || post(review::how_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/assignment", PANEL, || get(review::assign)),
    form("/{forum}/desk/calls/{call}/assignment", PANEL, || post(review::assign_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/results", PANEL, || get(review::scores)),
    file("/{forum}/desk/calls/{call}/results.csv", PANEL, || get(review::scores_csv)),
    page("/{forum}/desk/calls/{call}/selection", PANEL, || get(review::select)),
    form("/{forum}/desk/calls/{call}/selection", PANEL, || post(review::select_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/decisions", PANEL, || get(review::decide)),
    form("/{forum}/desk/calls/{call}/decisions", PANEL, || post(review::decide_form).layer(form_limit())),
    page("/{forum}/desk/calls/{call}/appeals", PANEL, || get(review::appeal)),
    form("/{forum}/desk/calls/{call}/appeals", PANEL, || post(review::appeal_form).layer(form_limit())),
    page("/{forum}/calls/{call}/decided", ANYBODY, || get(review::decided)),
    data::<crate::desk::review::decided::WasDecided>("/api/{forum}/calls/{call}/decided", ANYBODY),
    data::<panel_api::Assignment>("/api/{forum}/desk/calls/{call}/assignment", PANEL),
    data::<panel_api::Scores>("/api/{forum}/desk/calls/{call}/results", PANEL),
    data::<panel_api::Decisions>("/api/{forum}/desk/calls/{call}/decisions", PANEL),
    data::<crate::desk::review::api::Mine>("/api/{forum}/review", REVIEWERS),
    data::<crate::desk::review::api::One>("/api/{forum}/review/{proposal}", REVIEWERS),
    data::<crate::desk::review::api::How>("/api/{forum}/desk/calls/{call}/review", DESK),
    // The log. Who may give which command is the core's to say; each act is shown as far as its audience allows.
    command("/api/{forum}/commands", PERSONS, Scopes::NONE, api::GIVE, || post(api::give).layer(limit())),
    command("/api/{forum}/import", DESK, CHANGES, IMPORT, || post(import).layer(limit())),
    data::<record::api::Acts>("/api/{forum}/acts", ANYBODY),
];

fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(COMMAND_BYTES_MAX)
}

fn form_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(desk::FORM_BYTES_MAX)
}
