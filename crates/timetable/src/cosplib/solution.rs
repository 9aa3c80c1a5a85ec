use serde::{Deserialize, Serialize};

use super::Instance;
use crate::problem::{self, Problem};

/// Which track, and which submissions, each session has in each room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// By session and room.
    pub tracks: Vec<Vec<Option<usize>>>,
    /// By session, room and time slot.
    pub submissions: Vec<Vec<Vec<Option<usize>>>>,
}

#[derive(Serialize, Deserialize)]
struct Raw {
    tracks: Vec<Vec<i64>>,
    submissions: Vec<Vec<Vec<i64>>>,
}

/// Reads `{"tracks": …, "submissions": …}`, with −1 for nothing.
pub fn read_solution(instance: &Instance, text: &str) -> Result<Solution, Problem> {
    let raw: Raw = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    let wrong = |field: String, message: &str| Problem::at(text, field, message);
    let index = |number: i64, end: usize| match usize::try_from(number) {
        Ok(number) if number < end => Ok(Some(number)),
        Err(_) if number == -1 => Ok(None),
        _ => Err(()),
    };
    let sessions = instance.sessions.len();
    if raw.tracks.len() != sessions || raw.submissions.len() != sessions {
        return Err(wrong("tracks".to_string(), "needs one entry per session, as do the submissions"));
    }
    let mut solution = Solution::default();
    for (n, (tracks, submissions)) in raw.tracks.iter().zip(&raw.submissions).enumerate() {
        let slots = |room: &Vec<i64>| room.len() == instance.sessions[n];
        if tracks.len() != instance.rooms
            || submissions.len() != instance.rooms
            || !submissions.iter().all(slots)
        {
            return Err(wrong(
                format!("submissions[{n}]"),
                "needs one entry per room, with one per time slot",
            ));
        }
        let tracks: Result<_, ()> = tracks.iter().map(|&track| index(track, instance.tracks)).collect();
        solution
            .tracks
            .push(tracks.map_err(|()| wrong(format!("tracks[{n}]"), "names a track that does not exist"))?);
        let known =
            |room: &Vec<i64>| room.iter().map(|&number| index(number, instance.submissions.len())).collect();
        let submissions: Result<_, ()> = submissions.iter().map(known).collect();
        let unknown = |()| wrong(format!("submissions[{n}]"), "names a submission that does not exist");
        solution.submissions.push(submissions.map_err(unknown)?);
    }
    Ok(solution)
}

/// Writes `{"tracks": …, "submissions": …}`, with −1 for nothing.
pub fn write_solution(solution: &Solution) -> String {
    let number = |index: &Option<usize>| index.map_or(-1, |index| index as i64);
    let row = |row: &Vec<Option<usize>>| row.iter().map(number).collect();
    let raw = Raw {
        tracks: solution.tracks.iter().map(row).collect(),
        submissions: solution.submissions.iter().map(|rooms| rooms.iter().map(row).collect()).collect(),
    };
    serde_json::to_string(&raw).expect("numbers serialise")
}
