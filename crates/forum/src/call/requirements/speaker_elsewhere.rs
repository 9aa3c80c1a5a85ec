//! Nobody who speaks here must be in more than so many sessions of the meeting, proposed or on its programme.

use super::{Found, Ground, Rule, SESSIONS};
use crate::call::views::{Who, each_once, speakers, who};

pub(super) const RULE: Rule = Rule { key: "speaker-in-at-most", count: 3, only: &[], modes: SESSIONS, check };

fn check(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let mut found = Found { have: 0, about: Vec::new() };
    for part in each_once(ground.forum, speakers(ground.proposal)) {
        let Some(who) = who(ground.forum, part) else { continue };
        let on_programme = match &who {
            Who::Person(person) => ground.forum.sessions_of(ground.call.meeting, *person),
            Who::Mailbox(_) => 0,
        };
        // What was accepted is on the programme itself.
        let proposed = match ground.forum.is_accepted(ground.proposal.id) {
            true => ground.others.with(ground.proposal, &who).saturating_sub(1),
            false => ground.others.with(ground.proposal, &who),
        };
        let have = proposed + on_programme;
        if have > count as usize {
            found.have = found.have.max(have);
            found.about.push(part.name.or_empty().to_owned());
        }
    }
    (!found.about.is_empty()).then_some(found)
}
