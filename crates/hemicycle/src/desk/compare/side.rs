//! What can be compared: a published version, the draft, a variant, what a run found.

use std::fmt;
use std::str::FromStr;

use forum::access::Access;
use forum::programme::{Programme, Version, arranged};
use forum::{Forum, MeetingId, VariantId};

use crate::app::App;
use crate::desk::solver::{Scored, scored};
use crate::visitor::Visitor;

/// One of two programmes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::desk) enum Side {
    /// A published version, by its number.
    Version(u32),
    /// The draft.
    Draft,
    /// What is kept beside the draft.
    Variant(VariantId),
    /// What the last run found.
    Run,
}

impl fmt::Display for Side {
    /// As it stands in addresses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Side::Version(number) => write!(f, "version-{number}"),
            Side::Draft => f.write_str("draft"),
            Side::Variant(id) => write!(f, "variant-{id}"),
            Side::Run => f.write_str("run"),
        }
    }
}

impl FromStr for Side {
    type Err = ();

    fn from_str(text: &str) -> Result<Side, ()> {
        let number = |text: &str| text.parse().map_err(|_| ());
        match text.split_once('-') {
            None if text == "draft" => Ok(Side::Draft),
            None if text == "run" => Ok(Side::Run),
            Some(("version", id)) => number(id).map(Side::Version),
            Some(("variant", id)) => number(id).map(|id| Side::Variant(VariantId(id))),
            _ => Err(()),
        }
    }
}

/// A programme as it is compared.
pub(super) struct Sided {
    /// Which one.
    pub(super) side: Side,
    /// Where its sessions are.
    pub(super) version: Version,
    /// The draft, if its sessions were there: what it costs is counted by the demands of today.
    pub(super) as_draft: Programme,
}

/// Whether somebody may see what programmes cost: it tells of demands, of absences and of what people have chosen for
/// themselves, which whoever only reads a draft does not learn.
pub(super) fn may_see_costs(visitor: &Visitor) -> bool {
    visitor.access.contains(Access::Secretariat)
}

impl Sided {
    /// What it costs, by the demands and wishes of today.
    pub(super) fn scored(&self, forum: &Forum, meeting: MeetingId) -> Scored {
        scored(forum, meeting, &self.as_draft)
    }

    /// One of the programmes of a meeting; `None` if there is none such.
    pub(super) fn of(
        side: Side,
        (app, name): (&App, &str),
        forum: &Forum,
        meeting: MeetingId,
    ) -> Option<Sided> {
        let draft = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
        let placed = |places| {
            let as_draft = arranged(forum, meeting, places);
            Sided { side, version: as_draft.as_version(), as_draft }
        };
        Some(match side {
            Side::Draft => Sided { side, version: draft.as_version(), as_draft: draft },
            Side::Variant(id) => placed(&draft.variants.get(&id)?.places),
            Side::Run => placed(&app.runs().found(name, meeting)?.places),
            Side::Version(number) => {
                let version = draft.versions.iter().find(|version| version.number == number)?;
                let there = |id| version.sessions.get(id).and_then(|session| session.place);
                let places = draft.sessions.keys().map(|id| (*id, there(id))).collect();
                Sided { side, version: Version::clone(version), as_draft: arranged(forum, meeting, &places) }
            }
        })
    }

    /// Everything that can be compared, the latest version first.
    pub(super) fn all((app, name): (&App, &str), draft: &Programme, meeting: MeetingId) -> Vec<Side> {
        let versions = draft.versions.iter().rev().map(|version| Side::Version(version.number));
        let variants = draft.variants.keys().map(|id| Side::Variant(*id));
        let run = app.runs().found(name, meeting).map(|_| Side::Run);
        versions.chain([Side::Draft]).chain(run).chain(variants).collect()
    }

    /// The two that are compared: those asked for, else what most people want to see.
    pub(super) fn chosen(one: &str, other: &str, all: &[Side]) -> Option<(Side, Side)> {
        let usual = |asked: &str, usual: Side| match asked {
            "" => Some(usual),
            asked => asked.parse().ok(),
        };
        let first = all.iter().copied().find(|side| matches!(side, Side::Version(_))).unwrap_or(Side::Draft);
        let second = match (first, all.contains(&Side::Run)) {
            (Side::Draft, true) => Side::Run,
            (Side::Draft, false) => all.last().copied().unwrap_or(Side::Draft),
            _ => Side::Draft,
        };
        Some((usual(one, first)?, usual(other, second)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_named_in_addresses_in_one_way_and_read_back() {
        for side in [Side::Draft, Side::Run, Side::Version(3), Side::Variant(VariantId(7))] {
            assert_eq!(side.to_string().parse(), Ok(side));
        }
        for wrong in ["", "version", "version-x", "variant-", "drafts", "run-1"] {
            assert_eq!(wrong.parse::<Side>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn what_is_shown_first_is_what_the_draft_changes_of_the_latest_version() {
        let chosen = |all: &[Side]| Sided::chosen("", "", all).unwrap();
        assert_eq!(chosen(&[Side::Version(2), Side::Draft, Side::Run]), (Side::Version(2), Side::Draft));
        assert_eq!(chosen(&[Side::Draft, Side::Run]), (Side::Draft, Side::Run));
        assert_eq!(chosen(&[Side::Draft]), (Side::Draft, Side::Draft));
        assert!(Sided::chosen("nonsense", "", &[Side::Draft]).is_none());
    }
}
