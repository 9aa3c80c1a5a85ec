//! Drafts: begun, and saved as they are typed. What is typed is kept, right or wrong.

use super::form::{no_field, offers};
use super::{at_most, call, changed, draft, is_open, person, seen, still_types};
use crate::call::{Act, Answer, Choice, Field, FieldKind, Proposal, Saved, Stage, views};
use crate::context::Scribe;
use crate::text::{NAME_MAX, optional_prose};
use crate::{CallId, Context, Forum, ProposalId, Refusal, Seq};
use imbl::{OrdMap, Vector};
use std::collections::BTreeSet;

/// Most drafts that one person has in a call.
const DRAFTS_MAX: usize = 20;

pub(super) fn begin(forum: &Forum, id: CallId, kind: &str, context: &Context) -> Result<Act, Refusal> {
    let by = person(context.actor)?;
    forum.people.living(by)?;
    let known = call(forum, id)?;
    if !known.announced {
        return Err(Refusal::NoSuchCall { call: id });
    }
    if !known.offers.iter().any(|offer| offer.kind == kind) {
        return Err(not_offered(kind));
    }
    let proposal = blank(forum, id, kind, context);
    is_open(known, &proposal, context.now)?;
    let own = forum.call.proposals.values().filter(|other| other.by == by && other.call == id);
    let unfinished = own.filter(|other| matches!(other.stage, Stage::Draft | Stage::Withdrawn));
    at_most("draft", unfinished.count() + 1, DRAFTS_MAX)?;
    Ok(Act::ProposalBegun { id: proposal.id, call: id, kind: proposal.kind, by })
}

/// What a draft is before anything was typed.
fn blank(forum: &Forum, call: CallId, kind: &str, context: &Context) -> Proposal {
    Proposal {
        id: ProposalId::after(forum.call.proposals.keys().next_back()),
        call,
        kind: kind.to_owned(),
        by: person(context.actor).unwrap_or(crate::PersonId(0)),
        stage: Stage::Draft,
        number: None,
        begun: context.now,
        submitted: None,
        until: None,
        answers: OrdMap::new(),
        parts: OrdMap::new(),
        cluster: None,
        words_in: Vector::new(),
        last_part: None,
        letters: 0,
    }
}

fn not_offered(kind: &str) -> Refusal {
    Refusal::KindNotOffered { kind: kind.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect() }
}

pub(super) fn choose_kind(
    forum: &Forum,
    id: ProposalId,
    kind: &str,
    context: &Context,
) -> Result<Act, Refusal> {
    let (call, known) = draft(forum, id, context.now)?;
    if !call.offers.iter().any(|offer| offer.kind == kind) {
        return Err(not_offered(kind));
    }
    let kind = changed(Some(&known.kind), kind.to_owned())?;
    // What may be proposed no longer is not reached by way of another type.
    is_open(call, &Proposal { kind: kind.clone(), ..known.clone() }, context.now)?;
    Ok(Act::KindChosen { proposal: id, kind })
}

pub(super) fn save_answer(
    forum: &Forum,
    id: ProposalId,
    key: &str,
    (values, on): (&[String], Seq),
    context: &Context,
) -> Result<Act, Refusal> {
    let (call, known) = draft(forum, id, context.now)?;
    let field = call.fields.iter().find(|field| field.key == key).ok_or_else(|| no_field(key))?;
    let saved = known.answers.get(key);
    let typed = typed(field, values)?;
    let now = saved.and_then(|saved| saved.now.as_ref());
    if typed.is(now) {
        return Err(Refusal::NothingChanged);
    }
    seen(on, saved.map_or(0, |saved| saved.seq))?;
    let replaces = saved.filter(|saved| is_draft_of(saved, &typed, context)).map(|saved| saved.seq);
    let mut scribe = Scribe::new(context);
    let answer = match typed {
        Typed::Nothing => None,
        Typed::Text(text) => Some(Answer::Text(scribe.words(text))),
        Typed::Chosen(keys) => Some(Answer::Chosen(keys)),
    };
    let field = field.key.clone();
    Ok(Act::AnswerSaved { proposal: id, field, answer, replaces: replaces.into_iter().collect() })
}

/// Whether what stood there is no more than what somebody had typed so far. Where most of it is gone now, it may have
/// been deleted by accident, and is kept.
fn is_draft_of(saved: &Saved<Answer>, typed: &Typed, context: &Context) -> bool {
    let before = match &saved.now {
        Some(Answer::Text(words)) => words.or_empty().chars().count(),
        _ => return false,
    };
    let after = match typed {
        Typed::Text(text) => text.chars().count(),
        _ => 0,
    };
    still_types(saved, context) && after * 2 >= before
}

/// An answer before it becomes words.
enum Typed {
    Nothing,
    Text(String),
    Chosen(Vec<String>),
}

impl Typed {
    /// Whether it says what is saved already. Salts are fresh, so that the same text would be other words.
    fn is(&self, saved: Option<&Answer>) -> bool {
        match (self, saved) {
            (Typed::Nothing, None) => true,
            (Typed::Text(text), Some(Answer::Text(words))) => words.text() == Some(text),
            (Typed::Chosen(keys), Some(Answer::Chosen(known))) => keys == known,
            _ => false,
        }
    }
}

/// What was typed, as far as it can be kept: a text in a field for one, keys in a field of options.
fn typed(field: &Field, values: &[String]) -> Result<Typed, Refusal> {
    let named = |why: Refusal| match why {
        Refusal::TooLong { have, max, .. } => Refusal::TooLong { field: field.key.clone().into(), have, max },
        Refusal::ControlCharacter { code, .. } => {
            Refusal::ControlCharacter { field: field.key.clone().into(), code }
        }
        Refusal::BidiOverride { code, .. } => Refusal::BidiOverride { field: field.key.clone().into(), code },
        other => other,
    };
    match &field.kind {
        FieldKind::Line | FieldKind::Prose | FieldKind::Number | FieldKind::Address => {
            let text = values.first().map(String::as_str).unwrap_or_default();
            let text = match field.kind {
                FieldKind::Prose => text.to_owned(),
                _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
            };
            Ok(optional_prose("answer", &text).map_err(named)?.map_or(Typed::Nothing, Typed::Text))
        }
        FieldKind::One(_) | FieldKind::Several(_) | FieldKind::Truth => {
            let keys: BTreeSet<&String> = values.iter().filter(|key| !key.is_empty()).collect();
            let choices: &[Choice] =
                if let FieldKind::Several(choices) = &field.kind { choices } else { &[] };
            at_most("options", keys.len(), choices.len().max(1))?;
            keys.iter().try_for_each(|key| offers(field, key))?;
            // In the order of the form, in whatever order they were chosen.
            let place = |key: &&String| choices.iter().position(|choice| choice.key == **key);
            let mut keys: Vec<&String> = keys.into_iter().collect();
            keys.sort_by_key(place);
            let keys: Vec<String> = keys.into_iter().cloned().collect();
            Ok(if keys.is_empty() { Typed::Nothing } else { Typed::Chosen(keys) })
        }
    }
}

/// Whether somebody organises a proposal, or runs the forum.
pub(super) fn is_team(forum: &Forum, known: &Proposal, actor: crate::Actor) -> bool {
    super::runs(forum, actor) || person(actor).is_ok_and(|person| views::organises(known, person))
}
