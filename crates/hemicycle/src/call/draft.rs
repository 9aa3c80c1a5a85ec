//! A proposal as those who organise it see it.

use std::sync::Arc;

use forum::call::{Answer, Call, Field, FieldKind, Gate, Mode, PEOPLE_STEP, Proposal, Stage, views};
use forum::{Actor, Forum, PersonId, ProposalId};
use platform::languages::Locale;

use super::said;
use crate::site::{NotFound, Visit};

/// A proposal with its call, for somebody who may write in it.
pub(super) struct Draft<'a> {
    pub(super) visit: &'a Visit,
    pub(super) call: &'a Arc<Call>,
    pub(super) proposal: &'a Arc<Proposal>,
}

impl<'a> Draft<'a> {
    /// The one that the address names. To whoever does not organise it, it does not exist.
    pub(super) fn of(visit: &'a Visit) -> Result<Draft<'a>, NotFound> {
        let part = visit.part("proposal");
        let id: u32 = part.parse().ok().filter(|id: &u32| id.to_string() == part).ok_or(NotFound)?;
        let forum = visit.forum();
        let proposal = forum.call.proposals.get(&ProposalId(id)).ok_or(NotFound)?;
        let person = visit.visitor.person().ok_or(NotFound)?;
        if !views::organises(proposal, person) {
            return Err(NotFound);
        }
        let call = forum.call.calls.get(&proposal.call).ok_or(NotFound)?;
        Ok(Draft { visit, call, proposal })
    }

    /// An address within it.
    pub(super) fn to(&self, rest: &str) -> String {
        address(self.visit, self.proposal.id, rest)
    }

    /// Its title, or what it will be.
    pub(super) fn title(&self) -> String {
        title(self.proposal, self.visit.lang())
    }

    /// The fields that are asked of it, conditional ones included whose condition stands on the same step.
    pub(super) fn fields(&self) -> Vec<&'a Field> {
        let asked = views::asked(self.call, self.proposal);
        let now = |field: &&Field| asked.iter().any(|other| other.key == field.key);
        let may_be = |field: &&Field| of_kind(field, &self.proposal.kind) && waits(self.call, field);
        self.call.fields.iter().filter(|field| now(field) || may_be(field)).collect()
    }

    /// Whether a field is asked as the proposal stands now.
    pub(super) fn is_asked(&self, field: &Field) -> bool {
        views::asked(self.call, self.proposal).iter().any(|other| other.key == field.key)
    }

    /// The numbers of its steps.
    pub(super) fn steps(&self) -> Vec<u32> {
        let mut steps: Vec<u32> = self.fields().iter().map(|field| field.step).collect();
        // Issues are submitted by one person each; those who work on them become a team later.
        steps.extend((self.call.mode == Mode::Sessions).then_some(PEOPLE_STEP));
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// Whether it is being written.
    pub(super) fn is_draft(&self) -> bool {
        self.proposal.stage == Stage::Draft
    }

    /// Its public code, once it has a number.
    pub(super) fn code(&self) -> Option<String> {
        views::code(self.proposal)
    }

    /// Until when its organisers may write.
    pub(super) fn gate(&self) -> Gate {
        let gate = views::gate(self.call, &self.proposal.kind);
        Gate { opens: gate.opens, closes: views::closes(self.call, self.proposal) }
    }
}

/// An address within a proposal.
pub(super) fn address(visit: &Visit, proposal: ProposalId, rest: &str) -> String {
    match rest {
        rest if rest.is_empty() || rest.starts_with('?') => visit.to(format!("proposals/{proposal}{rest}")),
        rest => visit.to(format!("proposals/{proposal}/{rest}")),
    }
}

/// The title of a proposal, or what it will be.
pub(crate) fn title(proposal: &Proposal, lang: &Locale) -> String {
    match views::title(proposal).unwrap_or_default().trim() {
        "" => {
            let kind = said::kind(&proposal.kind, lang);
            lang.text_with("propose-untitled", [("kind", kind.into())])
        }
        title => title.to_owned(),
    }
}

/// An answer as values of a form.
pub(super) fn values(answer: Option<&Answer>) -> Vec<String> {
    match answer {
        None => Vec::new(),
        Some(Answer::Text(words)) => vec![words.or_empty().to_owned()],
        Some(Answer::Chosen(keys)) => keys.clone(),
    }
}

/// An answer as people read it.
pub(crate) fn shown(field: &Field, answer: Option<&Answer>, lang: &Locale) -> String {
    shown_values(field, &values(answer), lang)
}

/// The same of what was typed and not saved.
pub(super) fn shown_values(field: &Field, values: &[String], lang: &Locale) -> String {
    match (&field.kind, values) {
        (FieldKind::One(_) | FieldKind::Several(_), keys) => {
            // In the order of the options; what is an option no longer comes last.
            let place = |key: &String| said::choices(field).iter().position(|choice| choice.key == *key);
            let mut keys = keys.to_vec();
            keys.sort_by_key(|key| place(key).unwrap_or(usize::MAX));
            keys.iter().map(|key| said::chosen(field, key, lang)).collect::<Vec<_>>().join(" · ")
        }
        (FieldKind::Truth, [yes]) if yes == "yes" => lang.text("propose-yes"),
        (FieldKind::Truth, [no]) if no == "no" => lang.text("propose-no"),
        _ => values.join("\n"),
    }
}

/// Whether a field is for this type of session.
fn of_kind(field: &Field, kind: &str) -> bool {
    field.only.is_empty() || field.only.iter().any(|only| only == kind)
}

/// Whether a field depends on another one of its step, which is answered on the same page.
fn waits(call: &Call, field: &Field) -> bool {
    let other = field.when.as_ref().and_then(|when| call.fields.iter().find(|other| other.key == when.field));
    other.is_some_and(|other| other.step == field.step)
}

/// That somebody has saved meanwhile, by their name.
pub(super) fn saved_by(forum: &Forum, by: Actor, lang: &Locale) -> String {
    match by {
        Actor::Person(person) => {
            lang.text_with("propose-theirs-of", [("name", person_name(forum, person, lang).into())])
        }
        Actor::Secretariat | Actor::Newcomer => lang.text("propose-theirs"),
    }
}

/// The name of somebody, as those see it who write together with them.
pub(super) fn person_name(forum: &Forum, person: PersonId, lang: &Locale) -> String {
    let known = forum.people.persons.get(&person).and_then(|person| person.name.text());
    known.map_or_else(|| lang.text("somebody"), str::to_owned)
}
