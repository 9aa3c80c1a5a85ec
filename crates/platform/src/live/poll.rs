//! The same for those on a line too thin for a stream: what is new since a number, when they ask.

use super::follower::Person;
use super::mutants::{Mutant, lives};
use super::room::{Drawn, Room};
use super::wire::{self, Asked};

/// Who may keep an answer, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is the same for ever: any cache, as long as it likes. (In a room that not everybody may follow: the asker's own.)
    Forever,
    /// Any cache, for a second: what a crowd asks at once is made once.
    Shortly,
    /// Nobody: it holds what is one person's own.
    Nobody,
}

/// What a poll is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// JSON; nothing (204) if there is nothing new.
    pub json: Option<String>,
    /// Who may keep it.
    pub keep: Keep,
}

impl Room {
    /// Answers a poll. `person` is whoever asked, if that is known.
    pub fn poll(&mut self, asked: &Asked, person: Option<Person>, draw: &mut dyn FnMut() -> Drawn) -> Answer {
        if let Some(json) = self.block(asked) {
            let is_current = asked.edition == self.edition();
            return Answer { json: Some(json), keep: if is_current { Keep::Forever } else { Keep::Shortly } };
        }
        let is_shared = !asked.own || lives(Mutant::PollKeepsPrivate);
        let keep = if is_shared { Keep::Shortly } else { Keep::Nobody };
        Answer { json: self.news(asked, person.filter(|_| asked.own), draw), keep }
    }

    /// The deltas up to the end of a block, if all of them are there. Nothing else is in it, so it never changes.
    fn block(&self, asked: &Asked) -> Option<String> {
        let after = asked.after;
        if self.needs_snapshot(self.locate(asked)) {
            return None;
        }
        let end = after.checked_div(self.limits().block)?.checked_add(1)?.checked_mul(self.limits().block)?;
        let missing = u64::from(lives(Mutant::PollKeptTooEarly));
        if end > self.head() + missing {
            return None;
        }
        let deltas = self.deltas(after, end)?;
        Some(format!("{{\"e\":{},\"more\":true,\"deltas\":[{deltas}]}}", self.edition()))
    }

    fn deltas(&self, after: u64, upto: u64) -> Option<String> {
        let late = u64::from(lives(Mutant::PollOneTooLate) && after % 4 == 3);
        let mut deltas = String::new();
        for number in after + 1 + late..=upto.min(self.head()) {
            if !deltas.is_empty() {
                deltas.push(',');
            }
            deltas.push_str(self.delta(number)?);
        }
        Some(deltas)
    }

    /// Everything that is new, or nothing.
    fn news(
        &mut self,
        asked: &Asked,
        person: Option<Person>,
        draw: &mut dyn FnMut() -> Drawn,
    ) -> Option<String> {
        let at = self.locate(asked);
        let mut parts = Vec::new();
        let mut after = at.after;
        if self.needs_snapshot(at) {
            let snapshot = self.snapshot(after, draw);
            parts.push(format!("\"snapshot\":{}", wire::json_of(&snapshot.frame)));
            after = snapshot.number;
        }
        if after < self.head()
            && let Some(deltas) = self.deltas(after, self.head())
        {
            parts.push(format!("\"deltas\":[{deltas}]"));
        }
        // Who knows more than this server is given nothing older; they see by `head` that they have to wait.
        let is_ahead = at.after > self.head();
        if after <= self.head() {
            let totals = self
                .totals_json(at.totals)
                .filter(|_| !lives(Mutant::PollForgetsTotals) || !parts.is_empty());
            let latest = self.latest_json(at.latest);
            let mine = self.own_json(person, at.mine);
            let named = [("totals", totals), ("latest", latest), ("mine", mine)];
            parts.extend(named.into_iter().filter_map(|(name, json)| Some(format!("\"{name}\":{}", json?))));
        }
        let is_news = !parts.is_empty() || is_ahead || asked.edition != self.edition();
        parts.insert(0, self.about().fields());
        is_news.then(|| format!("{{{}}}", parts.join(",")))
    }
}
