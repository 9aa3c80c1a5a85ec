use std::collections::BTreeSet;

use super::{Instance, Solution, TERMS, Term};
use crate::search::Cost;

/// What a schedule costs, term by term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Submissions that do not have all their slots, in a row, in one session and room of their track.
    pub misplaced: i64,
    /// How often each term occurs, in the order of [`TERMS`].
    pub counts: [i64; TERMS.len()],
    /// Hard: what is misplaced. Soft: the objective.
    pub cost: Cost,
}

type Pairs = BTreeSet<(usize, usize)>;

/// What a schedule costs, from scratch.
pub fn score(instance: &Instance, solution: &Solution) -> Score {
    let mut counts = [0; TERMS.len()];
    let mut count = |term: Term, amount: i64| counts[term as usize] += amount;
    cells(instance, solution, &mut count);
    rows(instance, solution, &mut count);
    tracks(instance, solution, &mut count);
    let sorted =
        |pairs: &[(usize, usize)]| pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect::<Pairs>();
    let (presenters, attendees) =
        (sorted(&instance.presenter_conflicts), sorted(&instance.attendee_conflicts));
    for rooms in &solution.submissions {
        at_once(instance, rooms, &presenters, &attendees, &mut count);
        let distinct: Vec<BTreeSet<usize>> =
            rooms.iter().map(|room| room.iter().flatten().copied().collect()).collect();
        for (one, other) in pairs_across(&distinct) {
            count(Term::Presenters, i64::from(presenters.contains(&(one, other))));
            count(Term::Attendees, i64::from(attendees.contains(&(one, other))));
        }
    }
    let misplaced = misplaced(instance, solution);
    let soft = TERMS.iter().map(|&(term, _)| instance.weights.of(term) * counts[term as usize]).sum();
    Score { misplaced, counts, cost: Cost { hard: misplaced, soft } }
}

/// Matrix terms: what is where.
fn cells(instance: &Instance, solution: &Solution, count: &mut impl FnMut(Term, i64)) {
    for session in 0..instance.sessions.len() {
        for room in 0..instance.rooms {
            if let Some(track) = solution.tracks[session][room] {
                count(Term::TracksSessions, instance.track_session[track][session]);
                count(Term::TracksRooms, instance.track_room[track][room]);
                count(Term::SessionsRooms, instance.session_room[session][room]);
            }
            for &submission in solution.submissions[session][room].iter().flatten() {
                count(Term::Timezones, instance.sub_timezone[submission][session]);
                count(Term::SubmissionsSessions, instance.sub_session[submission][session]);
                count(Term::SubmissionsRooms, instance.sub_room[submission][room]);
            }
        }
    }
}

/// What tracks in parallel cost.
fn rows(instance: &Instance, solution: &Solution, count: &mut impl FnMut(Term, i64)) {
    for row in &solution.tracks {
        let tracks: Vec<usize> = row.iter().flatten().copied().collect();
        let distinct: BTreeSet<usize> = tracks.iter().copied().collect();
        count(Term::ParallelTracks, (tracks.len() - distinct.len()) as i64);
        for (n, &a) in tracks.iter().enumerate() {
            for &b in tracks[n + 1..].iter().filter(|&&b| b != a) {
                count(Term::SimilarTracks, instance.track_track[a][b]);
                let shared = instance.chair_conflicts.iter().any(|&pair| pair == (a, b) || pair == (b, a));
                count(Term::Chairs, i64::from(shared));
            }
        }
    }
}

/// What concerns a track as a whole: its rooms, its sessions, the order of its submissions.
fn tracks(instance: &Instance, solution: &Solution, count: &mut impl FnMut(Term, i64)) {
    for track in 0..instance.tracks {
        let (mut rooms, mut sessions, mut order) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for (session, row) in solution.tracks.iter().enumerate() {
            for room in (0..row.len()).filter(|&room| row[room] == Some(track)) {
                rooms.insert(room);
                sessions.insert(session);
                for &submission in solution.submissions[session][room].iter().flatten() {
                    if !order.contains(&submission) {
                        order.push(submission);
                    }
                }
            }
        }
        count(Term::RoomsPerTrack, (rooms.len() as i64 - 1).max(0));
        if let (Some(first), Some(last)) = (sessions.first(), sessions.last()) {
            count(Term::ConsecutiveTracks, i64::from(sessions.len() != last - first + 1));
        }
        let wanted = order.iter().map(|&submission| instance.submissions[submission].order);
        count(
            Term::Order,
            (1..).zip(wanted).filter(|&(place, wanted)| wanted != 0 && wanted != place).count() as i64,
        );
    }
}

/// What is on in the same time slot of a session.
fn at_once(
    instance: &Instance,
    rooms: &[Vec<Option<usize>>],
    presenters: &Pairs,
    attendees: &Pairs,
    count: &mut impl FnMut(Term, i64),
) {
    for slot in 0..rooms.first().map_or(0, Vec::len) {
        let held: BTreeSet<usize> = rooms.iter().filter_map(|room| room[slot]).collect();
        let held: Vec<usize> = held.into_iter().collect();
        for (n, &one) in held.iter().enumerate() {
            for &other in &held[n + 1..] {
                count(Term::PresentersAtOnce, i64::from(presenters.contains(&(one, other))));
                count(Term::AttendeesAtOnce, i64::from(attendees.contains(&(one, other))));
                let (a, b) = (&instance.submissions[one], &instance.submissions[other]);
                count(Term::Order, i64::from(a.track == b.track && a.order != 0 && b.order != 0));
            }
        }
    }
}

/// Pairs of different submissions in different rooms, the smaller number first.
fn pairs_across(rooms: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let all = rooms.iter().enumerate();
    all.flat_map(|(n, room)| {
        let others = rooms[n + 1..].iter().flatten();
        others.flat_map(move |&other| room.iter().map(move |&one| (one.min(other), one.max(other))))
    })
    .filter(|(one, other)| one != other)
    .collect()
}

fn misplaced(instance: &Instance, solution: &Solution) -> i64 {
    let mut places = vec![vec![]; instance.submissions.len()];
    for (session, rooms) in solution.submissions.iter().enumerate() {
        for (room, slots) in rooms.iter().enumerate() {
            let held = slots.iter().enumerate().filter_map(|(slot, held)| held.map(|held| (slot, held)));
            held.for_each(|(slot, held)| places[held].push((session, room, slot)));
        }
    }
    let misplaced = places.iter().zip(&instance.submissions).filter(|(places, submission)| {
        let Some(&(session, room, slot)) = places.first() else { return true };
        let in_a_row = places.iter().enumerate().all(|(n, &place)| place == (session, room, slot + n));
        places.len() != submission.slots
            || !in_a_row
            || solution.tracks[session][room] != Some(submission.track)
    });
    misplaced.count() as i64
}
