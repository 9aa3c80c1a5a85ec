//! What the form of a review's settings says, as the command that settles them.

use std::collections::BTreeMap;

use forum::call::Said;
use forum::reference::groups::StakeholderGroup;
use forum::review::{Command as Review, Criterion, Reason, Settings};
use forum::{Command, slug_of};
use jiff::Timestamp;

use super::about::Reviewed;
use super::figures::hundredths;
use super::settings::known;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Unread};
use crate::desk::when;
use crate::site::Visit;

/// Reads the form.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = Reviewed::of(visit).map_err(|_| No::NotFound)?;
    if form.get("do") != "settings" {
        return Err(No::NotFound);
    }
    let before = known(&of);
    let points = |name: &'static str| hundredths(form.get(name)).ok_or(No::unread(name, Unread::Number));
    let settings = Settings {
        criteria: criteria(&before, form)?,
        reasons: reasons(&before, form),
        low: form.needed("low")?,
        each: form.needed("each")?,
        quotas: quotas(form)?,
        most: form.number("most")?,
        blind: form.has("blind"),
        screens: form.has("screens"),
        gate: forum::call::Gate {
            opens: needed(&of, form, "opens-day", "opens-time")?,
            closes: needed(&of, form, "closes-day", "closes-time")?,
        },
        accept: points("accept")?,
        decline: points("decline")?,
        places: form.needed("places")?,
        appeals: moment(&of, form, "appeals-day", "appeals-time")?,
    };
    Ok(Command::from(Review::SetReview { call: of.call.id, settings }).into())
}

/// What was written before in other languages, with what was typed in this one.
fn said(before: Option<&Said>, tag: &str, typed: &str) -> Said {
    let mut said = before.cloned().unwrap_or_default();
    match typed.trim() {
        "" => said.remove(tag),
        text => said.insert(tag.to_owned(), text.to_owned()),
    };
    said
}

/// A key for words that somebody wrote; it stays when the words change.
fn key_of(words: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let key = slug_of(words, fallback);
    let mut numbered = (2..).map(|n| format!("{key}-{n}"));
    if taken(&key) { numbered.find(|key| !taken(key)).unwrap_or(key) } else { key }
}

/// The criteria that weigh something.
fn criteria(before: &Settings, form: &Form) -> Result<Vec<Criterion>, No> {
    let tag = form.get("tag");
    let mut criteria: Vec<Criterion> = Vec::new();
    for n in (0..).take_while(|n| form.has(&format!("c{n}-key"))) {
        let get = |name: &str| form.get(&format!("c{n}-{name}")).trim();
        let weight = match get("weight") {
            "" => 0,
            text => text.parse().map_err(|_| No::unread("weight", Unread::Number))?,
        };
        let known = before.criteria.iter().find(|criterion| criterion.key == get("key"));
        let title = said(known.map(|known| &known.title), tag, get("title"));
        let help = said(known.map(|known| &known.help), tag, get("help"));
        let taken = |key: &str| criteria.iter().chain(&before.criteria).any(|one| one.key == key);
        let key = match get("key") {
            "" if get("title").is_empty() => continue,
            "" => key_of(get("title"), "criterion", taken),
            key => key.to_owned(),
        };
        // One of the forum's own that nobody weighed yet weighs as much as another.
        let weight = if get("key").is_empty() && get("weight").is_empty() { 1 } else { weight };
        if weight > 0 {
            criteria.push(Criterion { key, title, help, weight });
        }
    }
    Ok(criteria)
}

fn reasons(before: &Settings, form: &Form) -> Vec<Reason> {
    let tag = form.get("tag");
    let mut reasons: Vec<Reason> = Vec::new();
    for n in (0..).take_while(|n| form.has(&format!("r{n}-key"))) {
        let get = |name: &str| form.get(&format!("r{n}-{name}")).trim();
        let known = before.reasons.iter().find(|reason| reason.key == get("key"));
        let words = said(known.map(|known| &known.said), tag, get("said"));
        let taken = |key: &str| reasons.iter().chain(&before.reasons).any(|one| one.key == key);
        match get("key") {
            "" if get("said").is_empty() => {}
            "" => reasons.push(Reason { key: key_of(get("said"), "reason", taken), said: words }),
            key if !get("on").is_empty() => reasons.push(Reason { key: key.to_owned(), said: words }),
            _ => {}
        }
    }
    reasons
}

fn quotas(form: &Form) -> Result<BTreeMap<StakeholderGroup, u32>, No> {
    let mut quotas = BTreeMap::new();
    for group in StakeholderGroup::ALL {
        let typed = form.get(&format!("quota-{}", group.key())).trim();
        let least = if typed.is_empty() { Ok(0) } else { typed.parse() };
        match least.map_err(|_| No::unread("quotas", Unread::Number))? {
            0 => {}
            least => _ = quotas.insert(group, least),
        }
    }
    Ok(quotas)
}

/// A moment by the clock of the venue; nothing, if its day is left out.
fn moment(
    of: &Reviewed<'_>,
    form: &Form,
    day: &'static str,
    time: &'static str,
) -> Result<Option<Timestamp>, No> {
    if form.get(day).trim().is_empty() {
        return Ok(None);
    }
    let meeting = of.meeting().ok_or(No::NotFound)?;
    when::typed(form, meeting, day, time).map(Some)
}

fn needed(of: &Reviewed<'_>, form: &Form, day: &'static str, time: &'static str) -> Result<Timestamp, No> {
    moment(of, form, day, time)?.ok_or(No::unread(day, Unread::Day))
}
