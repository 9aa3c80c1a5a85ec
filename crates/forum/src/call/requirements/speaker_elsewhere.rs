//! Nobody who speaks here has a part in more than so many sessions of the meeting, proposed or on its programme.

use super::{Found, Rule, SESSIONS};
use crate::call::views::{Who, speakers, standing, who};
use crate::call::{Call, Part, Proposal, Stage};
use crate::people::Role;
use crate::{Forum, MeetingId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule { key: "speaker-in-at-most", count: 3, only: &[], modes: SESSIONS, check };

fn check(forum: &Forum, call: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    let named = speakers(proposal).filter_map(|part| Some((who(forum, part)?, part.name.or_empty())));
    let own: BTreeMap<Who, &str> = named.collect();
    let mut parts: BTreeMap<&Who, usize> = own.keys().map(|who| (who, 1)).collect();
    for other in elsewhere(forum, call.meeting, proposal) {
        for one in others_in(forum, other) {
            if let Some((key, _)) = own.get_key_value(&one) {
                *parts.entry(key).or_default() += 1;
            }
        }
    }
    for (who, have) in &mut parts {
        if let Who::Person(person) = who {
            *have += forum.sessions_of(call.meeting, *person);
        }
    }
    let have = parts.values().copied().max().unwrap_or_default();
    let too_many = own.iter().filter(|(who, _)| parts.get(who).is_some_and(|have| *have > count as usize));
    let about: Vec<String> = too_many.map(|(_, name)| (*name).to_owned()).collect();
    (!about.is_empty()).then_some(Found { have, about })
}

/// What else was submitted for the meeting. What was accepted is on its programme, and counts there.
fn elsewhere<'a>(
    forum: &'a Forum,
    meeting: MeetingId,
    proposal: &'a Proposal,
) -> impl Iterator<Item = &'a Proposal> {
    let all = forum.call.proposals.values().map(std::convert::AsRef::as_ref);
    all.filter(move |other: &&Proposal| {
        let calls = &forum.call.calls;
        other.id != proposal.id
            && other.stage == Stage::Submitted
            && calls.get(&other.call).is_some_and(|call| call.meeting == meeting)
            && !forum.is_accepted(other.id)
    })
}

/// Everybody who must be there, each once.
fn others_in(forum: &Forum, proposal: &Proposal) -> BTreeSet<Who> {
    let present = |part: &&Part| part.role != Role::Organiser;
    standing(proposal).map(|(_, part)| part).filter(present).filter_map(|part| who(forum, part)).collect()
}
