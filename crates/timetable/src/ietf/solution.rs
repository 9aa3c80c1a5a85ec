use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Instance;
use crate::problem::{self, Entries, Problem};

/// The slot of each session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// By session.
    pub slots: Vec<usize>,
}

#[derive(Deserialize)]
struct Read {
    assignment: Entries<usize>,
}

#[derive(Serialize)]
struct Written {
    assignment: BTreeMap<String, usize>,
}

/// Reads `{"assignment": {"session": slot}}`.
pub fn read_solution(instance: &Instance, text: &str) -> Result<Solution, Problem> {
    let raw: Read = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    let wrong = |field: String, message: String| Problem::at(text, field, message);
    let mut slots = vec![None; instance.sessions.len()];
    let mut taken = vec![false; instance.slots.len()];
    if let Some(name) = raw.assignment.repeated() {
        return Err(wrong(format!("assignment.{name}"), "the session is listed twice; keep one".to_string()));
    }
    for (name, slot) in raw.assignment.0 {
        let field = format!("assignment.{name}");
        let session = name.parse::<usize>().ok().filter(|&session| session < slots.len());
        let session = session.ok_or_else(|| wrong(field.clone(), "there is no such session".to_string()))?;
        match taken.get_mut(slot) {
            None => return Err(wrong(field, format!("there is no slot {slot}"))),
            Some(true) => return Err(wrong(field, format!("slot {slot} is used twice"))),
            Some(free) => *free = true,
        }
        slots[session] = Some(slot);
    }
    let missing = slots.iter().position(Option::is_none);
    if let Some(session) = missing {
        return Err(wrong("assignment".to_string(), format!("session {session} has no slot")));
    }
    Ok(Solution { slots: slots.into_iter().flatten().collect() })
}

/// Writes `{"assignment": {"session": slot}}`.
pub fn write_solution(solution: &Solution) -> String {
    let pairs = solution.slots.iter().enumerate().map(|(session, &slot)| (session.to_string(), slot));
    serde_json::to_string(&Written { assignment: pairs.collect() }).expect("numbers and strings serialise")
}
