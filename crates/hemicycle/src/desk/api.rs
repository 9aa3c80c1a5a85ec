//! What the pages of the desk show and nothing else does, as data: what is set, and what publishing would change.

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use crate::programme::api::ClashData;
use crate::programme::api::versions::ChangedData;
use forum::people::Office;
use forum::programme::views::changes;
use forum::programme::{Programme, clashes, concerned};
use forum::settings::{Key, Kind, SETTINGS};
use forum::{Actor, PersonId, Viewer};
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api/{forum}/desk/settings`
pub struct DeskSettings;

/// What a forum chose about itself, and who holds which office.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Settings")]
pub struct SettingsData {
    /// The settings that you may change.
    settings: Vec<SettingData>,
    /// Who holds which office.
    offices: Vec<OfficeData>,
    /// Who is proposed for which, and waits for a second person to agree.
    proposed: Vec<OfficeData>,
}

/// A setting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Setting")]
struct SettingData {
    /// Its key.
    setting: Key,
    /// What it holds, as `change_setting` takes it: a text, a language tag, `yes` or `no`; empty if nothing is set.
    value: String,
}

/// An office, and whose it is or may become.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OfficeHolder")]
struct OfficeData {
    /// Id of the person.
    person: u32,
    /// Their name; `null` if it was erased.
    name: Option<String>,
    /// The office.
    office: Office,
    /// Id of whoever proposed them; `null` where nobody needs to agree any more, or the server itself proposed them.
    by: Option<u32>,
}

impl Data for DeskSettings {
    type Query = Nothing;
    type Answer = SettingsData;
    const ABOUT: &'static str = "What the forum chose about itself, and who holds which office.";

    fn answer(ask: &Ask, _: Nothing) -> Result<SettingsData, Problem> {
        let (forum, access) = (ask.forum(), ask.visitor.access);
        let value = |key: Key, kind: Kind| match (kind, forum.settings.is_on(key)) {
            (Kind::Switch, true) => "yes",
            (Kind::Switch, false) => "no",
            _ => forum.settings.text(key).unwrap_or_default(),
        };
        let mine = SETTINGS.iter().filter(|setting| setting.may.meets(access));
        let held =
            forum.people.offices.iter().flat_map(|(person, held)| held.iter().map(|o| (*person, *o, None)));
        let proposed = forum.people.proposed.iter();
        let proposed = proposed.flat_map(|(person, all)| all.iter().map(|(o, by)| (*person, *o, Some(*by))));
        let office = |(person, office, by): (PersonId, Office, Option<Actor>)| OfficeData {
            person: person.0,
            name: name_of(ask, person),
            office,
            by: by.and_then(|by| if let Actor::Person(by) = by { Some(by.0) } else { None }),
        };
        Ok(SettingsData {
            settings: mine
                .map(|setting| SettingData {
                    setting: setting.key,
                    value: value(setting.key, setting.kind).into(),
                })
                .collect(),
            offices: held.map(office).collect(),
            proposed: proposed.map(office).collect(),
        })
    }
}

/// The name of somebody. Whoever these rows let in sees it on the page as well.
fn name_of(ask: &Ask, person: PersonId) -> Option<String> {
    let view = forum::people::views::person(ask.forum(), person, Viewer::Secretariat)?;
    view.person.name.text().map(str::to_owned)
}

/// `GET /api/{forum}/desk/meetings/{meeting}/publish`
pub struct Publishing;

/// What publishing now would change, and for whom.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Publishing")]
pub struct PublishingData {
    /// The last act of the log: give it as `since` together with the command, and nothing else is published than this.
    since: u64,
    /// Whether there is anything to publish.
    is_ahead: bool,
    /// The number of the version that is public now; `null` before the first, of which everything is new.
    published: Option<u32>,
    /// How many sessions the new version would have.
    sessions: usize,
    /// How many sessions have no place, and would not be in it.
    unplaced: usize,
    /// What changes, in the order of the programme; empty before the first version.
    changed: Vec<ChangedData>,
    /// Whom it concerns.
    concerned: Vec<ConcernedData>,
    /// Who would be in two places at once; as long as there is somebody, nothing can be published.
    clashes: Vec<ClashData>,
}

/// Somebody whose sessions would change.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Concerned")]
struct ConcernedData {
    /// Id of the person.
    person: u32,
    /// Their name; `null` if it was erased.
    name: Option<String>,
    /// The codes of those sessions.
    sessions: Vec<String>,
}

impl Data for Publishing {
    type Query = Nothing;
    type Answer = PublishingData;
    const ABOUT: &'static str =
        "What publishing the draft now would change, for whom, and what stands in the way.";

    fn answer(ask: &Ask, _: Nothing) -> Result<PublishingData, Problem> {
        let forum = ask.forum();
        let draft: Programme = forum.programme.meetings.get(&ask.meeting_id()?).cloned().unwrap_or_default();
        let (version, latest) = (draft.as_version(), draft.latest());
        let changed = latest.map(|latest| changes(latest, &version)).unwrap_or_default();
        let moved_on = latest.is_none_or(|latest| latest.seq < draft.changed);
        let concerned = concerned(&changed).into_iter().map(|(person, sessions)| ConcernedData {
            person: person.0,
            name: name_of(ask, person),
            sessions: sessions.iter().map(|session| session.code.clone()).collect(),
        });
        Ok(PublishingData {
            since: forum.seq(),
            is_ahead: moved_on && !version.sessions.is_empty(),
            published: latest.map(|latest| latest.number),
            sessions: version.sessions.len(),
            unplaced: draft.unplaced().count(),
            concerned: concerned.collect(),
            changed: changed
                .iter()
                .map(|changed| ChangedData::of(forum, changed, Viewer::Secretariat))
                .collect(),
            clashes: clashes(&draft).iter().map(ClashData::of).collect(),
        })
    }
}
