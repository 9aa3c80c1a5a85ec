//! Stands at the server's end of a line and reads along: what is written must be right by itself, however well the client
//! would cope with what is wrong.

use crate::live::read::{Beat, Reader, Snapshot, Values};
use crate::live::{Person, Position, Said};

use super::Held;
use super::truth::{Truth, name};

#[derive(Debug)]
pub(super) struct Witness {
    reader: Reader,
    person: Option<Person>,
    greeted: bool,
    at: Position,
    /// The number with which the server's ring began, at best.
    since: u64,
}

impl Witness {
    pub(super) fn new(at: Position, person: Option<Person>, since: u64) -> Self {
        Self { reader: Reader::default(), person, greeted: false, at, since }
    }

    /// Reads what the server wrote, when the room stood at `head`.
    pub(super) fn saw(&mut self, bytes: &[u8], head: u64, truth: &Truth) -> Held {
        let mut said = Vec::new();
        self.reader.take(bytes, &mut |one, _| said.push(one));
        said.into_iter().try_for_each(|one| self.judge(one, head, truth))
    }

    fn judge(&mut self, said: Said, head: u64, truth: &Truth) -> Held {
        if !self.greeted && !matches!(said, Said::Hello(_)) {
            return Err(format!("a line began with {said:?}"));
        }
        match said {
            Said::Hello(_) if self.greeted => Err("greeted twice".to_owned()),
            Said::Hello(_) => {
                self.greeted = true;
                Ok(())
            }
            Said::Delta(delta) if !self.at.whole && delta.n == self.at.after + 1 => {
                self.at.after = delta.n;
                Ok(())
            }
            Said::Delta(delta) => Err(format!("wrote delta {} after {}", delta.n, self.at.after)),
            Said::Snapshot(snapshot) => self.judge_snapshot(&snapshot, head, truth),
            Said::Totals(values) => self.judge_totals(&values, truth),
            Said::Latest(values) => {
                self.stands(&values)?;
                self.at.latest = follows(&values, self.at.latest)?;
                Ok(())
            }
            Said::Mine(values) => self.judge_mine(&values, truth),
            Said::Beat(beat) => self.judge_beat(beat),
            Said::Bye(_) => Ok(()),
            Said::Unreadable => Err("wrote what nobody can read".to_owned()),
        }
    }

    fn judge_snapshot(&mut self, snapshot: &Snapshot, head: u64, truth: &Truth) -> Held {
        let after = self.at.after;
        if snapshot.n < after {
            return Err(format!("gave a snapshot at {} to who has {after}", snapshot.n));
        }
        if !self.at.whole && after >= self.since && head.saturating_sub(after) <= 4 {
            return Err(format!("gave a snapshot at {head} to who has {after}: deltas would do"));
        }
        (self.at.after, self.at.whole) = (snapshot.n, false);
        is_true(snapshot, truth)
    }

    fn judge_totals(&mut self, values: &Values, truth: &Truth) -> Held {
        self.stands(values)?;
        self.at.totals = follows(values, self.at.totals)?;
        let right = truth.totals_at(values.upto);
        if let Some(missing) = truth.changed(values.from, values.upto).find(|key| !values.c.contains_key(key))
        {
            return Err(format!("left {missing} out of the totals up to {}", values.upto));
        }
        let wrong = values.c.iter().find(|(key, total)| right.get(*key) != Some(total));
        wrong.map_or(Ok(()), |wrong| Err(format!("wrote {wrong:?} as total at {}", values.upto)))
    }

    fn judge_mine(&mut self, values: &Values, truth: &Truth) -> Held {
        self.stands(values)?;
        self.at.mine = follows(values, self.at.mine)?;
        let value = values.c.get(&name(0)).and_then(serde_json::Value::as_i64);
        if truth.is_own(self.person, value, false) {
            return Ok(());
        }
        Err(format!("gave {value:?} to {:?}, whose it is not", self.person))
    }

    fn judge_beat(&self, beat: Beat) -> Held {
        let said = Position {
            after: beat.after,
            whole: self.at.whole,
            totals: beat.totals,
            latest: beat.latest,
            mine: beat.mine,
        };
        if said == self.at { Ok(()) } else { Err(format!("says {said:?} to who was sent {:?}", self.at)) }
    }

    /// What is coalesced comes after the deltas on which it stands.
    fn stands(&self, values: &Values) -> Held {
        if !self.at.whole && values.at <= self.at.after {
            return Ok(());
        }
        Err(format!("wrote values of {} to who has {:?}", values.at, self.at))
    }
}

/// Values must begin where the last ones ended, or before; and say more.
fn follows(values: &Values, known: u64) -> Result<u64, String> {
    if values.from <= known && values.upto > known {
        return Ok(values.upto);
    }
    Err(format!("wrote values from {} up to {} to who has {known}", values.from, values.upto))
}

pub(super) fn is_true(snapshot: &Snapshot, truth: &Truth) -> Held {
    let right = truth.sum(snapshot.n);
    if right.is_some() && snapshot.c.get("sum").and_then(serde_json::Value::as_u64) == right {
        return Ok(());
    }
    Err(format!("a snapshot at {} says {}", snapshot.n, snapshot.c))
}
