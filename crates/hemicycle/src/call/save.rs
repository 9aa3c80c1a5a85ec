//! Saving what was typed: one command for each field that changed, so that one that is refused keeps no other back.

use std::sync::Arc;

use forum::call::{Command, FieldKind};
use forum::{Actor, ProposalId, Refusal, Seq};
use platform::writer::Key;

use super::draft::{Draft, values};
use super::fields::digest;
use super::read::{self, Sent};
use crate::app::App;
use crate::problem::Problem;
use crate::site::Visit;
use crate::site::form::Form;

/// A field that was not saved, and why.
pub(super) struct Refused {
    pub(super) field: String,
    pub(super) values: Vec<String>,
    pub(super) problem: Problem,
}

impl Refused {
    /// Whether somebody else has saved the field meanwhile.
    pub(super) fn is_conflict(&self) -> bool {
        is_conflict(&self.problem)
    }
}

/// Whether a problem is that somebody else has saved the same meanwhile.
pub(super) fn is_conflict(problem: &Problem) -> bool {
    matches!(problem, Problem::Refused(refusal) if matches!(refusal.reason(), Refusal::SavedMeanwhile { .. }))
}

/// Saves one answer, and gives the act that did; none, if it stands there already, which is as good.
///
/// # Errors
/// Why it was not saved.
pub(super) async fn answer(
    app: &App,
    (visit, actor): (&Visit, Actor),
    proposal: ProposalId,
    sent: &Sent,
    key: Key,
) -> Result<Option<Seq>, Problem> {
    let command =
        Command::SaveAnswer { proposal, field: sent.field.clone(), values: sent.values.clone(), on: sent.on };
    done(app.give_as(&visit.slug, actor, key, command.into()).await)
}

/// What was done before, or stands there already, is done.
pub(super) fn done(given: Result<platform::writer::Done, Problem>) -> Result<Option<Seq>, Problem> {
    match given {
        Ok(done) => Ok(Some(done.acts.start).filter(|_| !done.acts.is_empty())),
        Err(Problem::KeyTaken) => Ok(None),
        Err(Problem::Refused(refusal)) if *refusal.reason() == Refusal::NothingChanged => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Saves every field of a step that was touched, and gives those that could not be.
pub(super) async fn step(
    app: &Arc<App>,
    visit: &Visit,
    actor: Actor,
    step: u32,
    form: &Form,
) -> Vec<Refused> {
    let Ok(draft) = Draft::of(visit) else { return Vec::new() };
    let mut refused = Vec::new();
    let fields = draft.fields().into_iter().filter(|field| field.step == step);
    let wish = wish(form);
    for field in fields {
        let Some(sent) = read::field(form, field) else { continue };
        let saved = draft.proposal.answers.get(&field.key);
        let sent = match &wish {
            Wish::Back(wished, seq) if *wished == field.key => {
                let earlier = saved.and_then(|saved| saved.earlier.iter().find(|(at, _)| at == seq));
                let Some((_, answer)) = earlier else { continue };
                let on = saved.map_or(0, |saved| saved.seq);
                Sent { values: values(answer.as_ref()), on, ..sent }
            }
            Wish::Theirs(wished) if *wished == field.key => continue,
            _ if digest(&sent.values) == form.get(&format!("was.{}", field.key)) => continue,
            _ => sent,
        };
        let parts: Vec<&str> =
            [field.key.as_str()].into_iter().chain(sent.values.iter().map(String::as_str)).collect();
        let key = read::key(&format!("{}.{}", form.get("key"), sent.on), &parts);
        if let Err(problem) = answer(app, (visit, actor), draft.proposal.id, &sent, key).await {
            refused.push(Refused { field: sent.field, values: sent.values, problem });
        }
    }
    refused
}

/// What a button of a step wishes besides saving.
pub(super) enum Wish {
    /// Stay.
    Save,
    /// Go on to the next step.
    Next,
    /// Bring back what stood in a field, as this act saved it.
    Back(String, Seq),
    /// Leave in a field what somebody else has saved.
    Theirs(String),
}

/// Reads it.
pub(super) fn wish(form: &Form) -> Wish {
    let pressed = form.get("do");
    if let Some(field) = pressed.strip_prefix("theirs.") {
        return Wish::Theirs(field.to_owned());
    }
    let back = pressed.strip_prefix("back.").and_then(|back| back.rsplit_once('.'));
    match back.and_then(|(field, seq)| Some((field, seq.parse().ok()?))) {
        Some((field, seq)) => Wish::Back(field.to_owned(), seq),
        None if pressed == "next" => Wish::Next,
        None => Wish::Save,
    }
}

/// What a field takes that a script saves by itself.
pub(super) fn kind_of(draft: &Draft<'_>, field: &str) -> Option<FieldKind> {
    draft.call.fields.iter().find(|known| known.key == field).map(|known| known.kind.clone())
}
