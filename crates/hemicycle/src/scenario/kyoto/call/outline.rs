//! How many proposals of which type and theme, and how far each came.

use forum::reference::session_types::{Applicant, SessionType};
use jiff::Timestamp;

use super::{Fate, OTHERS, Proposal, WORKSHOPS, scaled};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::titles::track_shares;
use crate::scenario::kyoto::{Kyoto, figures};
use crate::scenario::quota::spread;

/// People that a proposal takes, about; who stands in three sessions stands in no other.
const TEAM: usize = 7;

/// All proposals, without content: first one for each session that somebody proposed, then those that became none.
pub(super) fn deal(kyoto: &Kyoto, dice: &Dice) -> Vec<Proposal> {
    let mut dice = dice.for_purpose("outline");
    let sessions = kyoto.sessions.len();
    let is_workshop = |kind: SessionType| kind == SessionType::Workshop;
    let applied = |kind: SessionType| kind.facts().applicant != Applicant::ByInvitation;
    let mut of_sessions: [Vec<Proposal>; 2] = [Vec::new(), Vec::new()];
    for session in kyoto.sessions.iter().filter(|session| applied(session.kind)) {
        let call = if is_workshop(session.kind) { WORKSHOPS } else { OTHERS };
        of_sessions[call].push(blank(call, session.kind, session.track, Fate::Passed));
    }
    let room = people_left(kyoto) / TEAM;
    let [workshops, others] = of_sessions;
    let wanted = [
        scaled(figures::WORKSHOP_PROPOSALS, sessions).saturating_sub(workshops.len()),
        scaled(figures::OTHER_PROPOSALS, sessions).saturating_sub(others.len()),
    ];
    // A forum with few people has fewer proposals: nobody speaks in more than three.
    let share = |count: usize| count.min(count * room / wanted.iter().sum::<usize>().max(1));
    let failed = scaled(figures::WORKSHOP_PROPOSALS - figures::WORKSHOPS_PASSED, sessions);
    let mut all = workshops;
    all.extend(more_workshops(share(wanted[WORKSHOPS]), failed, sessions, &mut dice));
    all.extend(others);
    all.extend(more_of_others(share(wanted[OTHERS]), sessions, &mut dice));
    all
}

fn blank(call: usize, kind: SessionType, track: usize, fate: Fate) -> Proposal {
    Proposal {
        call,
        kind,
        track,
        fate,
        reviewed: None,
        session: None,
        outcome: None,
        title: String::new(),
        summary: String::new(),
        minutes: 60,
        by: 0,
        team: Vec::new(),
        answers: Vec::new(),
        begun: Timestamp::UNIX_EPOCH,
        submitted: None,
        number: None,
    }
}

/// So many more parts can be given before everybody has three; a fifth is left free, so that a choice remains.
fn people_left(kyoto: &Kyoto) -> usize {
    let taken: usize = kyoto.sessions.iter().map(|session| session.roles.len()).sum();
    (kyoto.persons.len() * 12 / 5).saturating_sub(taken)
}

fn more_workshops(count: usize, failed: usize, sessions: usize, dice: &mut Dice) -> Vec<Proposal> {
    let drafts = scaled(figures::DRAFTS[WORKSHOPS], sessions).min(count / 6);
    let tracks = spread(count + drafts, &track_shares(), dice);
    let repaired = failed / 4;
    let fate = |at: usize| match at {
        at if at >= count => unfinished(at),
        at if at < failed.min(count) => {
            if at % 9 == 0 {
                Fate::Withdrawn
            } else {
                Fate::Failed
            }
        }
        at if at < (failed + repaired).min(count) => Fate::Repaired,
        _ => Fate::Passed,
    };
    let more = tracks.into_iter().enumerate();
    more.map(|(at, track)| blank(WORKSHOPS, SessionType::Workshop, track, fate(at))).collect()
}

fn more_of_others(count: usize, sessions: usize, dice: &mut Dice) -> Vec<Proposal> {
    let drafts = scaled(figures::DRAFTS[OTHERS], sessions).min(count / 6);
    let kinds = spread(count + drafts, &figures::OTHER_KINDS, dice);
    let tracks = spread(count + drafts, &track_shares(), dice);
    let fate = |at: usize| match at {
        at if at >= count => unfinished(at),
        // A few of each hundred are withdrawn, or are no sessions of the type that was chosen.
        at => match at % 50 {
            0 => Fate::Withdrawn,
            1 | 2 => Fate::Failed,
            _ => Fate::Passed,
        },
    };
    let more = kinds.into_iter().zip(tracks).enumerate();
    more.map(|(at, (kind, track))| blank(OTHERS, kind, track, fate(at))).collect()
}

/// One draft in five was finished and breaks a rule.
fn unfinished(at: usize) -> Fate {
    if at.is_multiple_of(5) { Fate::Breaking } else { Fate::Unfinished }
}
