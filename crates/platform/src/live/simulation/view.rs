//! A reader: a client, and what it shows. Every step of it is compared with the truth.

use serde_json::{Map, Value};

use crate::live::read::{Reader, Snapshot};
use crate::live::{Client, Person, Shown};

use super::Held;
use super::truth::{Truth, add, name};
use super::witness::is_true;

#[derive(Debug)]
pub(super) struct View {
    pub(super) client: Client,
    pub(super) reader: Reader,
    pub(super) person: Option<Person>,
    /// The room as it is shown: number and sum of the ordered acts.
    room: Option<(u64, u64)>,
    totals: Map<String, Value>,
    latest: Map<String, Value>,
    mine: Map<String, Value>,
}

impl View {
    pub(super) fn new(person: Option<Person>) -> Self {
        Self {
            client: Client::new(person.is_some()),
            reader: Reader::default(),
            person,
            room: None,
            totals: Map::new(),
            latest: Map::new(),
            mine: Map::new(),
        }
    }

    pub(super) fn show(&mut self, shown: Vec<Shown>, truth: &Truth) -> Held {
        shown.into_iter().try_for_each(|one| self.show_one(one, truth))?;
        self.is_consistent(truth)
    }

    fn show_one(&mut self, shown: Shown, truth: &Truth) -> Held {
        match shown {
            Shown::Delta(n, json) => {
                let (number, sum) = self.room.ok_or("shows a delta of nothing")?;
                if n != number + 1 {
                    return Err(format!("shows delta {n} after {number}"));
                }
                let id = json.get("id").and_then(Value::as_u64).ok_or("a delta without its id")?;
                self.room = Some((n, add(sum, id)));
            }
            Shown::Snapshot(n, c) => {
                if self.room.is_some_and(|(number, _)| n < number) {
                    return Err(format!("goes back from {:?} to {n}", self.room));
                }
                let snapshot = Snapshot { n, c };
                is_true(&snapshot, truth)?;
                self.room = truth.sum(n).map(|sum| (n, sum));
            }
            Shown::Totals(totals, all) => merge(&mut self.totals, totals, all),
            Shown::Latest(latest, all) => {
                let went_back = |(key, value): (&String, &Value)| {
                    self.latest.get(key).is_some_and(|before| before.as_u64() > value.as_u64())
                };
                if latest.iter().any(went_back) {
                    return Err(format!("the latest goes back from {:?} to {latest:?}", self.latest));
                }
                merge(&mut self.latest, latest, all);
            }
            Shown::Mine(mine) => self.mine = mine,
        }
        Ok(())
    }

    /// What must hold after every step.
    fn is_consistent(&self, truth: &Truth) -> Held {
        let at = self.client.position();
        if self.room.map_or(0, |(number, _)| number) != at.after {
            return Err(format!("shows {:?} and believes to be at {at:?}", self.room));
        }
        if let Some((number, sum)) = self.room
            && truth.sum(number) != Some(sum)
        {
            return Err(format!("shows something else than the acts up to {number}"));
        }
        // What a client asks anew it shows as before until it comes.
        if at.totals > 0 && self.totals != truth.totals_at(at.totals) {
            return Err(format!("shows totals {:?} at {}", self.totals, at.totals));
        }
        if truth.is_own(self.person, self.own(), false) {
            Ok(())
        } else {
            Err(format!("{:?} sees {:?}, which is another's", self.person, self.mine))
        }
    }

    fn own(&self) -> Option<i64> {
        self.mine.get(&name(0)).and_then(Value::as_i64)
    }

    /// What this reader lacks of the truth in the end, if anything.
    pub(super) fn lacks(&self, truth: &Truth, latest: &Map<String, Value>) -> Option<String> {
        let at = self.client.position();
        if self.room.map(|(number, _)| number) != Some(truth.head()) {
            return Some(format!("is at {} of {}", at.after, truth.head()));
        }
        if self.totals != truth.totals_at(truth.counted) {
            return Some(format!("has totals {:?} at {}", self.totals, at.totals));
        }
        if self.latest != *latest {
            return Some(format!("has {:?} as the latest", self.latest));
        }
        let is_own = truth.is_own(self.person, self.own(), true);
        (!is_own).then(|| format!("has {:?} as their own", self.mine))
    }
}

fn merge(old: &mut Map<String, Value>, new: Map<String, Value>, all: bool) {
    if all {
        *old = new;
    } else {
        old.extend(new);
    }
}
