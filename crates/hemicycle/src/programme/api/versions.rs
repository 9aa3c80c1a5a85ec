//! The published versions of a programme, and what changed from each to the next, as data.

use super::VersionData;
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use forum::people::views::person;
use forum::programme::views::{Changed, Difference, changes, versions};
use forum::programme::{Place, Role};
use forum::{Forum, PersonId, Viewer};
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api/{forum}/meetings/{meeting}/programme/versions`
pub struct Versions;

/// The published versions of a programme.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Versions")]
pub struct VersionsData {
    /// The latest first.
    versions: Vec<VersionData>,
}

impl Data for Versions {
    type Query = Nothing;
    type Answer = VersionsData;
    const ABOUT: &'static str = "All published versions of a programme, the latest first.";

    fn answer(ask: &Ask, _: Nothing) -> Result<VersionsData, Problem> {
        let all = versions(ask.forum(), ask.meeting_id()?);
        Ok(VersionsData { versions: all.into_iter().map(|version| VersionData::of(version)).collect() })
    }
}

/// What changed about a session from one version to the next.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ChangedSession")]
pub struct ChangedData {
    /// Id of the session.
    id: u32,
    /// Its public code.
    code: String,
    /// Its title in the later version; `null` if it was erased.
    title: Option<String>,
    /// What changed.
    changes: Vec<ChangeData>,
}

/// One thing that changed about a session.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "change")]
#[schemars(rename = "Change")]
enum ChangeData {
    /// It is new on the programme.
    Added,
    /// It is no longer on the programme.
    Removed,
    /// It has another place.
    Moved {
        /// Where and when it was.
        from: Place,
        /// Where and when it is.
        to: Place,
    },
    /// It has another length.
    Length {
        /// How long it was, in minutes.
        from: u32,
        /// How long it is, in minutes.
        to: u32,
    },
    /// It has another title.
    Title {
        /// The earlier one; `null` if it was erased.
        from: Option<String>,
    },
    /// Its abstract, type, language, format, track or organisers changed.
    Description,
    /// Somebody has a role in it who had not.
    Joined {
        /// Id of the person; `null` if you may not see them (any more).
        person: Option<u32>,
        /// What they do.
        role: Role,
    },
    /// Somebody no longer has a role in it.
    Left {
        /// Id of the person; `null` if you may not see them (any more).
        person: Option<u32>,
        /// What they did.
        role: Role,
    },
}

impl ChangedData {
    /// A change as somebody may see it.
    pub(crate) fn of(forum: &Forum, changed: &Changed, viewer: Viewer) -> ChangedData {
        let session = &changed.session;
        ChangedData {
            id: session.id.0,
            code: session.code.clone(),
            title: session.title.text().map(str::to_owned),
            changes: changed
                .differences
                .iter()
                .map(|difference| ChangeData::of(forum, difference, viewer))
                .collect(),
        }
    }
}

impl ChangeData {
    fn of(forum: &Forum, difference: &Difference, viewer: Viewer) -> ChangeData {
        let shown = |id: &PersonId| person(forum, *id, viewer).map(|view| view.id.0);
        match difference {
            Difference::Added => ChangeData::Added,
            Difference::Removed => ChangeData::Removed,
            Difference::Moved { from, to } => ChangeData::Moved { from: *from, to: *to },
            Difference::Length { from, to } => ChangeData::Length { from: *from, to: *to },
            Difference::Title { from } => ChangeData::Title { from: from.title.text().map(str::to_owned) },
            Difference::Description => ChangeData::Description,
            Difference::Joined(person, role) => ChangeData::Joined { person: shown(person), role: *role },
            Difference::Left(person, role) => ChangeData::Left { person: shown(person), role: *role },
        }
    }
}

/// A version and what changed since the one before it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "VersionWithChanges")]
pub struct OneVersionData {
    /// The version.
    version: VersionData,
    /// The number of the version before it; `null` for the first.
    since: Option<u32>,
    /// What changed, in the order of the programme.
    changed: Vec<ChangedData>,
}

/// `GET /api/{forum}/meetings/{meeting}/programme/versions/{version}`
pub struct OneVersion;

impl Data for OneVersion {
    type Query = Nothing;
    type Answer = OneVersionData;
    const ABOUT: &'static str =
        "A published version of a programme, and what changed since the one before it.";

    fn answer(ask: &Ask, _: Nothing) -> Result<OneVersionData, Problem> {
        let (all, number) = (versions(ask.forum(), ask.meeting_id()?), ask.exact::<u32>("version")?);
        let position = all.iter().position(|version| version.number == number).ok_or(Problem::NotFound)?;
        let (version, earlier) = (all[position], all.get(position + 1).copied());
        let changed = earlier.map(|earlier| changes(earlier, version)).unwrap_or_default();
        Ok(OneVersionData {
            version: VersionData::of(version),
            since: earlier.map(|earlier| earlier.number),
            changed: changed
                .iter()
                .map(|changed| ChangedData::of(ask.forum(), changed, Viewer::Public))
                .collect(),
        })
    }
}
