//! What the scores of a call say is computed once, and kept as long as nothing that it depends on has changed.
//!
//! Deciding, bidding and writing drafts go on while results are read. So what is compared is not the number of the last
//! act but what the results are made of; persistent collections are the same if their roots are.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use forum::people::State as People;
use forum::review::views::{counted, reviewable};
use forum::review::{Review, State};
use forum::{CallId, Forum, PersonId, ProposalId, Seq};

use crate::review::assigning::{Proposed, Trouble, afresh, propose};
use crate::review::results::{Results, results};

/// Most calls of which results are kept.
const KEPT_MAX: usize = 16;

type Whose = (String, CallId);

/// The results that were computed last.
#[derive(Default)]
pub(crate) struct Computed {
    results: Mutex<BTreeMap<Whose, (Basis, Arc<Results>)>>,
    /// The assignment that was proposed last, with the act up to which the forum stood then, and whether all is assigned anew.
    proposed: Mutex<BTreeMap<Whose, (Asked, Arc<Found>)>>,
}

/// The act up to which the forum stood, and whether all is assigned anew.
type Asked = (Seq, bool);

/// An assignment, or why there is none.
type Found = Result<Proposed, Trouble>;

/// What results are made of. A state is cheap to keep: it shares what has not changed.
struct Basis {
    review: State,
    people: People,
    proposals: Vec<ProposalId>,
    /// Whose reviews count. Compared itself rather than by what it hangs on, which the core alone knows.
    counting: Vec<(ProposalId, Vec<PersonId>)>,
}

impl Basis {
    fn of(forum: &Forum, call: CallId) -> Basis {
        let (review, people) = (forum.review.clone(), forum.people.clone());
        let who = |all: Vec<(PersonId, &Review)>| all.into_iter().map(|(who, _)| who).collect();
        let counting = counted(forum, call).into_iter().map(|(id, all)| (id, who(all))).collect();
        Basis { review, people, proposals: reviewable(forum, call), counting }
    }

    fn is(&self, other: &Basis, call: CallId) -> bool {
        let (mine, theirs) = (&self.review, &other.review);
        mine.settings.get(&call) == theirs.settings.get(&call)
            && mine.reviews.ptr_eq(&theirs.reviews)
            && self.people.persons.ptr_eq(&other.people.persons)
            && self.proposals == other.proposals
            && self.counting == other.counting
    }
}

impl Computed {
    /// What the scores of a call say, once it is settled how it is reviewed.
    pub(crate) fn results(&self, name: &str, forum: &Forum, call: CallId) -> Option<Arc<Results>> {
        let (whose, basis) = ((name.to_owned(), call), Basis::of(forum, call));
        let kept = || self.results.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, found)) = kept().get(&whose)
            && known.is(&basis, call)
        {
            return Some(Arc::clone(found));
        }
        // Computed outside the lock: two readers at a time compute it twice, and nobody waits for a third.
        let found = Arc::new(results(forum, call)?);
        let mut all = kept();
        if all.len() >= KEPT_MAX && !all.contains_key(&whose) {
            all.pop_first();
        }
        all.insert(whose, (basis, Arc::clone(&found)));
        Some(found)
    }

    /// The assignment that is proposed for a call as the forum stands: what is missing, or all of it anew.
    pub(crate) fn proposed(&self, name: &str, forum: &Forum, call: CallId, anew: bool) -> Arc<Found> {
        let (whose, mark) = ((name.to_owned(), call), (forum.seq(), anew));
        let kept = || self.proposed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, found)) = kept().get(&whose)
            && *known == mark
        {
            return Arc::clone(found);
        }
        let found = Arc::new(if anew { afresh(forum, call) } else { propose(forum, call) });
        let mut all = kept();
        if all.len() >= KEPT_MAX && !all.contains_key(&whose) {
            all.pop_first();
        }
        all.insert(whose, (mark, Arc::clone(&found)));
        found
    }
}
