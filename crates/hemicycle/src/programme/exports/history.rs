//! When each session last changed in public, and which are gone: what a calendar must know to update itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use forum::SessionId;
use forum::programme::{Session, Version};

/// How a session stands after all versions.
pub(super) struct Standing<'a> {
    /// The session as it was last published.
    pub session: &'a Session,
    /// The version in which it last changed, came back or went.
    pub changed: &'a Version,
    /// The version that last showed it; it knows the name of its room.
    pub shown: &'a Version,
    /// Whether it stood in an earlier version and no longer does.
    pub gone: bool,
}

/// All sessions that were ever published, by these versions, the first first.
pub(super) fn history<'a>(versions: &[&'a Arc<Version>]) -> BTreeMap<SessionId, Standing<'a>> {
    let mut standings: BTreeMap<SessionId, Standing<'a>> = BTreeMap::new();
    for version in versions {
        for (id, session) in &version.sessions {
            let same = standings.get(id).filter(|before| !before.gone && is_same(before, session, version));
            let changed = same.map_or(&***version, |before| before.changed);
            standings.insert(*id, Standing { session, changed, shown: version, gone: false });
        }
        for (id, standing) in &mut standings {
            if !standing.gone && !version.sessions.contains_key(id) {
                (standing.gone, standing.changed) = (true, version);
            }
        }
    }
    standings
}

fn is_same(before: &Standing<'_>, session: &Session, version: &Version) -> bool {
    let room = |version: &Version, session: &Session| {
        session.place.and_then(|place| version.rooms.get(&place.room)).map(|room| room.name.clone())
    };
    before.session == session && room(before.shown, before.session) == room(version, session)
}
