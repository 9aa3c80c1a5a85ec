//! Sessions about the same, kept for the next look at them or at a board: places change with every click, texts seldom.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use forum::programme::Programme;
use forum::programme::similar::{Similar, similar};

type Pairs = Arc<[Similar]>;

/// So many programmes are remembered; the one that was asked for longest ago makes way.
const KEPT_MAX: usize = 8;

static KEPT: Mutex<VecDeque<(u64, Pairs)>> = Mutex::new(VecDeque::new());

/// What [`similar`] says of a draft, worked out once for the same texts.
pub(in crate::desk) fn alike(draft: &Programme) -> Pairs {
    let texts = texts(draft);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let known = kept.iter().position(|(known, _)| *known == texts).and_then(|at| kept.remove(at));
    // Whoever asks meanwhile waits: they ask for the same, as a rule.
    let (_, pairs) = known.unwrap_or_else(|| (texts, similar(draft).into()));
    kept.push_front((texts, Arc::clone(&pairs)));
    kept.truncate(KEPT_MAX);
    pairs
}

/// A number that stands for everything that the comparison looks at.
fn texts(draft: &Programme) -> u64 {
    let mut hasher = DefaultHasher::new();
    for session in draft.sessions.values().filter(|session| !session.withdrawn) {
        let summary = session.summary.as_ref().map(|words| words.or_empty());
        (session.id, &session.language, session.title.or_empty(), summary).hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::programme::Session;

    fn change(draft: &mut Programme, how: impl FnOnce(&mut Session)) {
        let (_, session) = draft.sessions.iter().next().expect("there is a session");
        let mut session = (**session).clone();
        how(&mut session);
        draft.sessions.insert(session.id, Arc::new(session));
    }

    #[test]
    fn the_comparison_is_kept_while_sessions_move_and_made_anew_when_a_text_changes() {
        let forum = crate::desk::plan::tests::small(&[(60, 1), (60, 2), (60, 3)]);
        let mut draft = forum.programme.meetings.values().next_back().expect("a meeting").clone();
        let first = alike(&draft);
        assert_eq!(&*first, similar(&draft).as_slice());
        change(&mut draft, |session| session.place = None);
        assert!(Arc::ptr_eq(&first, &alike(&draft)));
        change(&mut draft, |session| session.withdrawn = true);
        assert!(!Arc::ptr_eq(&first, &alike(&draft)));
        assert_eq!(&*alike(&draft), similar(&draft).as_slice());
    }
}
