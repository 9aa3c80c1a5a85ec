//! A set of proposals, what it should be like, and what it is like.

use std::collections::{BTreeMap, BTreeSet};

use forum::ProposalId;
use forum::review::{DecisionState, Verdict};

use super::stood;
use crate::desk::form::{Form, Typed};
use crate::desk::review::about::Reviewed;
use crate::desk::review::results::Seen;
use crate::review::choosing::{Target, Trait, traits};
use crate::site::reader::encode;

/// A set.
#[derive(Clone)]
pub(super) struct Set {
    pub(super) chosen: BTreeSet<ProposalId>,
    /// Everything that proposals are counted by, in the order of the table.
    pub(super) traits: Vec<Trait>,
    /// By what each proposal counts, as numbers of traits.
    pub(super) of: BTreeMap<ProposalId, Vec<usize>>,
    /// How many of a trait there should be at least and at most, where that is wished.
    pub(super) wishes: BTreeMap<usize, Wish>,
}

/// What one too few or too many costs, in thousandths of a point: half of what scores can differ, so that a wish is kept
/// wherever it can be without taking the weakest for the strongest. What that costs is said beside it.
const WEIGHT: i64 = 2_000;

impl Set {
    /// The set that is asked for: what is ticked, else what was accepted already, else the best by score.
    pub(super) fn asked(of: &Reviewed<'_>, seen: &Seen<'_>, typed: &Typed) -> Set {
        let forum = of.visit.forum();
        let mut found: BTreeSet<Trait> = BTreeSet::new();
        let mut each: BTreeMap<ProposalId, Vec<Trait>> = BTreeMap::new();
        for line in &seen.lines {
            let Some(proposal) = forum.call.proposals.get(&line.shown.id) else { continue };
            let own = traits(forum, of.call, proposal);
            found.extend(own.iter().cloned());
            each.insert(line.shown.id, own);
        }
        let all: Vec<Trait> = found.into_iter().collect();
        let number = |one: &Trait| all.binary_search(one).ok();
        let of_each = each.iter().map(|(id, own)| (*id, own.iter().filter_map(number).collect())).collect();
        let wishes = wishes(of, typed, &all);
        Set { chosen: chosen(of, seen, typed), traits: all, of: of_each, wishes }
    }

    /// The same wishes with another set.
    pub(super) fn with(&self, chosen: impl Iterator<Item = ProposalId>) -> Set {
        Set { chosen: chosen.collect(), ..self.clone() }
    }

    /// The traits of a proposal as numbers of the rows of the table.
    pub(super) fn traits_of(&self, id: ProposalId) -> String {
        let own = self.of.get(&id).map(Vec::as_slice).unwrap_or_default();
        own.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
    }

    /// How many of a trait there are in the set, and among all.
    pub(super) fn count(&self, nth: usize) -> (usize, usize) {
        let with = |id: &&ProposalId| self.of[id].contains(&nth);
        let all = self.of.keys().filter(with);
        (all.clone().filter(|id| self.chosen.contains(id)).count(), all.count())
    }

    /// The wishes as the engine takes them.
    pub(super) fn targets(&self) -> Vec<Target> {
        let target = |(nth, (least, most)): (&usize, &Wish)| {
            let (least, most) = (least.unwrap_or(0), most.unwrap_or(u32::MAX));
            Target { of: self.traits[*nth].clone(), least, most: most.max(least), weight: WEIGHT }
        };
        self.wishes.iter().map(target).collect()
    }
}

/// Names of the fields that hold a wish.
pub(super) fn fields(one: &Trait) -> (String, String) {
    (format!("least-{}", name(one)), format!("most-{}", name(one)))
}

type Wish = (Option<u32>, Option<u32>);

/// What was typed into the fields of a wish.
fn typed_wish(form: &Form, one: &Trait) -> Wish {
    let (least, most) = fields(one);
    let value = |name: &str| form.get(name).trim().parse().ok();
    (value(&least), value(&most))
}

fn wishes(of: &Reviewed<'_>, typed: &Typed, all: &[Trait]) -> BTreeMap<usize, Wish> {
    let asked: BTreeMap<&str, Wish> = of.visit.reader.asked("wish").split(',').filter_map(read).collect();
    let wish = |one: &Trait| match typed.why {
        Some(_) => typed_wish(&typed.form, one),
        None => asked.get(name(one).as_str()).copied().unwrap_or_default(),
    };
    let wishes = all.iter().enumerate().map(|(nth, one)| (nth, wish(one)));
    wishes.filter(|(_, (least, most))| least.is_some() || most.is_some()).collect()
}

fn name(one: &Trait) -> String {
    format!("{}-{}", one.dimension.key(), one.key)
}

/// A wish as it stands in the address: `region-african:20-40`, either figure may be missing.
fn read(text: &str) -> Option<(&str, Wish)> {
    let (name, figures) = text.rsplit_once(':')?;
    let (least, most) = figures.split_once('-')?;
    Some((name, (least.parse().ok(), most.parse().ok())))
}

/// The address of the page for what stands in its form.
pub(super) fn address(of: &Reviewed<'_>, form: &Form, best: bool) -> String {
    let ids = form.all("in").filter(|id| id.parse::<u32>().is_ok());
    let set = ids.collect::<Vec<_>>().join(".");
    let figure =
        |name: &str| form.get(name).trim().parse::<u32>().ok().map(|n| n.to_string()).unwrap_or_default();
    let typed = form.fields.iter().filter_map(|(field, _)| field.strip_prefix("least-"));
    let wishes = typed.filter_map(|name| {
        let (least, most) = (figure(&format!("least-{name}")), figure(&format!("most-{name}")));
        (!least.is_empty() || !most.is_empty()).then(|| format!("{name}:{least}-{most}"))
    });
    let wishes = wishes.collect::<Vec<_>>().join(",");
    // An empty set is one, too.
    let set = if set.is_empty() { "0".to_owned() } else { set };
    let best = if best { "&best=yes#best" } else { "" };
    format!("{}?set={set}&wish={}{best}", of.to("selection"), encode(&wishes))
}

fn chosen(of: &Reviewed<'_>, seen: &Seen<'_>, typed: &Typed) -> BTreeSet<ProposalId> {
    let there: BTreeSet<ProposalId> = seen.lines.iter().map(|line| line.shown.id).collect();
    let ids = |values: Vec<&str>| -> BTreeSet<ProposalId> {
        values
            .iter()
            .filter_map(|id| id.parse().ok().map(ProposalId))
            .filter(|id| there.contains(id))
            .collect()
    };
    let forum = of.visit.forum();
    let is_accepted = |id: &ProposalId| {
        forum.review.decisions.get(id).is_some_and(|decision| decision.verdict == Verdict::Accepted)
    };
    if typed.why.is_some() {
        let mut ticked = ids(typed.form.all("in").collect());
        // What others have decided since is shown as they did, not as it was ticked before.
        let all: Vec<ProposalId> = there.iter().copied().collect();
        for id in stood::changed(forum, typed.form.get("shown"), &all) {
            if is_accepted(&id) {
                ticked.insert(id)
            } else {
                ticked.remove(&id)
            };
        }
        return ticked;
    }
    let asked = of.visit.reader.asked("set");
    if !asked.is_empty() {
        return ids(asked.split('.').collect());
    }
    let accepted: BTreeSet<ProposalId> = there.iter().filter(|id| is_accepted(id)).copied().collect();
    if !accepted.is_empty() {
        return accepted;
    }
    let places = of.settings.map_or(0, |settings| settings.places as usize);
    let scored = seen.lines.iter().filter(|line| line.row.n > 0);
    scored.take(places).map(|line| line.shown.id).collect()
}

/// What is settled, so that the engine leaves it as it is: what was released or waits for that.
pub(super) fn settled(of: &Reviewed<'_>) -> BTreeMap<ProposalId, bool> {
    let all = of.visit.forum().review.decisions.iter();
    let settled = all.filter(|(_, decision)| decision.state != DecisionState::Taken);
    let here = settled.filter(|(id, _)| {
        of.visit.forum().call.proposals.get(*id).is_some_and(|proposal| proposal.call == of.call.id)
    });
    here.map(|(id, decision)| (*id, decision.verdict == Verdict::Accepted)).collect()
}
