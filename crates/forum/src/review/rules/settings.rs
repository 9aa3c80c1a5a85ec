//! How a call is reviewed, and what its letters say.

use super::{at_most, settings_of};
use crate::call::{Mode, Said};
use crate::review::{Act, Command, Criterion, Reason, SCORE_MAX, Settings};
use crate::text::{NAME_MAX, TITLE_MAX, bounded, language, line, optional_line, optional_prose};
use crate::{CallId, Forum, Refusal};
use std::collections::BTreeSet;

/// Most criteria, and most reviewers of one proposal.
const CRITERIA_MAX: usize = 20;
/// Most reasons.
const REASONS_MAX: usize = 60;
/// Largest weight of a criterion.
const WEIGHT_MAX: u32 = 100;
/// Most proposals for one reviewer, and most places.
const MANY: u32 = 10_000;

/// Settles how a call is reviewed.
pub(super) fn set(forum: &Forum, call: CallId, typed: &Settings) -> Result<Act, Refusal> {
    let known = forum.call.calls.get(&call).ok_or(Refusal::NoSuchCall { call })?;
    if known.mode == Mode::Issues {
        return Err(Refusal::IssuesUnreviewed);
    }
    let settings = checked(typed)?;
    if let Some(old) = forum.review.settings.get(&call) {
        if **old == settings {
            return Err(Refusal::NothingChanged);
        }
        if keys(old) != keys(&settings) && is_scored(forum, call) {
            return Err(Refusal::CriteriaInUse);
        }
    }
    Ok(Act::ReviewSet { call, settings })
}

fn keys(settings: &Settings) -> BTreeSet<&str> {
    settings.criteria.iter().map(|criterion| criterion.key.as_str()).collect()
}

fn is_scored(forum: &Forum, call: CallId) -> bool {
    let of_call = |proposal| forum.call.proposals.get(proposal).is_some_and(|known| known.call == call);
    forum.review.reviews.keys().any(of_call)
}

fn checked(typed: &Settings) -> Result<Settings, Refusal> {
    let mut settings = typed.clone();
    if settings.criteria.is_empty() {
        return Err(Refusal::Empty { field: "criteria".into() });
    }
    at_most("criteria", settings.criteria.len(), CRITERIA_MAX)?;
    at_most("reasons", settings.reasons.len(), REASONS_MAX)?;
    settings.criteria.iter_mut().try_for_each(criterion)?;
    settings.reasons.iter_mut().try_for_each(reason)?;
    once("criteria", settings.criteria.iter().map(|criterion| &criterion.key))?;
    once("reasons", settings.reasons.iter().map(|reason| &reason.key))?;
    bounded("low", settings.low.into(), 0, SCORE_MAX.into())?;
    bounded("each", settings.each, 1, CRITERIA_MAX as u32)?;
    settings.quotas.retain(|_, least| *least > 0);
    let quotas = settings.quotas.values().fold(0_u32, |sum, least| sum.saturating_add(*least));
    bounded("quotas", quotas, 0, settings.each)?;
    settings.most.map(|most| bounded("most", most, 1, MANY)).transpose()?;
    bounded("places", settings.places, 1, MANY)?;
    let (lowest, highest) = (100, 100 * u32::from(SCORE_MAX));
    bounded("accept", settings.accept, lowest, highest)?;
    bounded("decline", settings.decline, lowest, settings.accept)?;
    let gate = settings.gate;
    if gate.opens >= gate.closes {
        return Err(Refusal::GateBackwards { opens: gate.opens, closes: gate.closes });
    }
    Ok(settings)
}

fn criterion(criterion: &mut Criterion) -> Result<(), Refusal> {
    criterion.key = line("criteria", &criterion.key, NAME_MAX)?;
    criterion.title = said(&criterion.title, false)?;
    criterion.help = said(&criterion.help, true)?;
    bounded("weight", criterion.weight, 1, WEIGHT_MAX)?;
    Ok(())
}

fn reason(reason: &mut Reason) -> Result<(), Refusal> {
    reason.key = line("reasons", &reason.key, NAME_MAX)?;
    reason.said = said(&reason.said, false)?;
    Ok(())
}

/// What is said in each language; what is empty is left to the catalogue of messages.
fn said(typed: &Said, prose: bool) -> Result<Said, Refusal> {
    at_most("text", typed.len(), CRITERIA_MAX)?;
    let mut said = Said::new();
    for (tag, text) in typed {
        let text = match prose {
            true => optional_prose("text", text)?,
            false => optional_line("text", text, TITLE_MAX)?,
        };
        if let Some(text) = text {
            said.insert(language("language", tag)?, text);
        }
    }
    Ok(said)
}

fn once<'a>(field: &'static str, keys: impl Iterator<Item = &'a String>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(Refusal::KeyTwice { field: field.into(), value: key.clone() });
        }
    }
    Ok(())
}

/// Changes what a letter about a verdict says.
pub(super) fn set_letter(forum: &Forum, command: &Command) -> Result<Act, Refusal> {
    let Command::SetLetter { call, verdict, language: tag, subject, text } = command else {
        unreachable!("called for this command only")
    };
    settings_of(forum, *call)?;
    let language = language("language", tag)?;
    // Without a text it is the built-in letter again, whose subject is built in as well.
    let (subject, text) = match optional_prose("text", text)? {
        Some(text) => (line("subject", subject, TITLE_MAX)?, text),
        None => (String::new(), String::new()),
    };
    let letters = forum.review.letters.get(call).and_then(|letters| letters.get(verdict));
    let old = letters.and_then(|letters| letters.get(&language)).cloned().unwrap_or_default();
    if old == (subject.clone(), text.clone()) {
        return Err(Refusal::NothingChanged);
    }
    Ok(Act::LetterSet { call: *call, verdict: *verdict, language, subject, text })
}
