//! Those who stand in a proposal: entered by its organisers, asked by letter, and present only if they agree.

use super::drafts::is_team;
use super::{at_most, changed, draft, proposal, runs, seen};
use crate::call::views::{is_open_to_answers, text_of};
use crate::call::{Act, Part, PartTyped, Proposal};
use crate::context::Scribe;
use crate::people::mailbox;
use crate::reference::countries::CountryCode;
use crate::text::{NAME_MAX, country, email, line, optional_line};
use crate::{Actor, Context, Forum, PartId, ProposalId, Refusal, Seq};
use jiff::{SignedDuration, Timestamp};

/// Most people in a proposal.
const PARTS_MAX: usize = 60;
/// Most letters that the organisers of a proposal send: else one who is taken out and entered again gets them without end.
const LETTERS_MAX: usize = 3 * PARTS_MAX;
/// How long one waits before somebody is asked again.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// An entry that was checked and is not words yet.
struct Checked<'a> {
    name: String,
    email: Option<String>,
    organisation: Option<String>,
    country: Option<CountryCode>,
    typed: &'a PartTyped,
}

impl Checked<'_> {
    fn of(typed: &PartTyped) -> Result<Checked<'_>, Refusal> {
        Ok(Checked {
            name: line("name", &typed.name, NAME_MAX)?,
            email: email("email", &typed.email)?,
            organisation: optional_line("organisation", &typed.organisation, NAME_MAX)?,
            country: country("country", &typed.country)?,
            typed,
        })
    }

    /// Whether it says what is saved already.
    fn is(&self, part: &Part) -> bool {
        let PartTyped { role, group, region, gender, attendance, confirmed, .. } = self.typed;
        let said = (*role, *group, self.country, *region, *gender, *attendance, *confirmed);
        let known =
            (part.role, part.group, part.country, part.region, part.gender, part.attendance, part.confirmed);
        said == known
            && part.name.text() == Some(&self.name)
            && text_of(&part.email) == self.email.as_deref()
            && text_of(&part.organisation) == self.organisation.as_deref()
    }

    /// Whether it is somebody else, or for something else, than before.
    fn is_anew(&self, part: &Part) -> bool {
        let address = |text: Option<&str>| text.map(mailbox);
        // Whoever declined has taken their name with them.
        part.name.is_erased()
            || self.typed.role != part.role
            || address(text_of(&part.email)) != address(self.email.as_deref())
    }
}

pub(super) fn save(
    forum: &Forum,
    id: ProposalId,
    part: Option<PartId>,
    (typed, on): (&PartTyped, Seq),
    context: &Context,
) -> Result<Act, Refusal> {
    let known = writable(forum, id, part, context)?;
    let old = part.map(|part| of(known, part)).transpose()?;
    let checked = Checked::of(typed)?;
    if old.is_some_and(|old| checked.is(old)) {
        return Err(Refusal::NothingChanged);
    }
    seen(on, old.map_or(0, |old| old.seq))?;
    let anew = old.is_some_and(|old| checked.is_anew(old));
    // What somebody corrects of themselves leaves them who and what they are, and what the organiser says of them.
    let own = !is_team(forum, known, context.actor);
    if own && (anew || old.is_none_or(|old| old.confirmed != typed.confirmed)) {
        return Err(Refusal::NotAllowed);
    }
    at_most("part", known.parts.len() + usize::from(old.is_none()), PARTS_MAX)?;
    let mut scribe = Scribe::new(context);
    Ok(Act::PartSaved {
        proposal: id,
        part: part.unwrap_or_else(|| PartId::after(known.last_part().as_ref())),
        role: typed.role,
        name: scribe.words(checked.name),
        email: checked.email.map(|text| scribe.words(text)),
        organisation: checked.organisation.map(|text| scribe.words(text)),
        group: typed.group,
        country: checked.country,
        region: typed.region,
        gender: typed.gender,
        attendance: typed.attendance,
        confirmed: typed.confirmed,
        anew,
        // Nobody needs what was known of others before.
        replaces: old.map(|old| old.seq).into_iter().collect(),
    })
}

/// A proposal in which a part may be written now: a draft by those who organise it; one's own at any time.
fn writable<'a>(
    forum: &'a Forum,
    id: ProposalId,
    part: Option<PartId>,
    context: &Context,
) -> Result<&'a Proposal, Refusal> {
    let (_, known) = proposal(forum, id)?;
    if part.is_some() && !is_team(forum, known, context.actor) {
        return answerable(forum, id);
    }
    draft(forum, id, context.now).map(|(_, known)| known)
}

/// A proposal in which somebody may still say whether they take part.
fn answerable(forum: &Forum, id: ProposalId) -> Result<&Proposal, Refusal> {
    let (_, known) = proposal(forum, id)?;
    if is_open_to_answers(known) { Ok(known) } else { Err(Refusal::ProposalWithdrawn { proposal: id }) }
}

fn of(proposal: &Proposal, part: PartId) -> Result<&Part, Refusal> {
    proposal.parts.get(&part).ok_or(Refusal::NoSuchPart { part })
}

/// Takes somebody out of a draft. Whoever runs the forum may at any time: somebody may ask to be kept nowhere.
pub(super) fn remove(forum: &Forum, id: ProposalId, part: PartId, context: &Context) -> Result<Act, Refusal> {
    let (_, known) = match runs(forum, context.actor) {
        true => proposal(forum, id)?,
        false => draft(forum, id, context.now)?,
    };
    let acts = vec![of(known, part)?.seq];
    Ok(Act::PartRemoved { proposal: id, part, acts })
}

/// Asks somebody by letter; not twice a day, and not again who has answered.
pub(super) fn invite(forum: &Forum, id: ProposalId, part: PartId, now: Timestamp) -> Result<Act, Refusal> {
    let proposal = answerable(forum, id)?;
    let known = of(proposal, part)?;
    if known.agrees.is_some() {
        return Err(Refusal::NothingChanged);
    }
    if text_of(&known.email).is_none() {
        return Err(Refusal::NoMailbox { part });
    }
    at_most("letters", proposal.letters() + 1, LETTERS_MAX)?;
    match known.invited.filter(|at| at.duration_until(now) < PATIENCE) {
        Some(at) => Err(Refusal::InvitedAlready { at }),
        None => Ok(Act::PartInvited { proposal: id, part }),
    }
}

/// Says for somebody who was asked whether they take part. What was known of whoever declines goes with their answer; if
/// they think better of it they are entered and asked anew.
pub(super) fn answer(
    forum: &Forum,
    id: ProposalId,
    part: PartId,
    agrees: bool,
    actor: Actor,
) -> Result<Act, Refusal> {
    let known = of(answerable(forum, id)?, part)?;
    if known.invited.is_none() {
        return Err(Refusal::NotInvited { part });
    }
    let person = match actor {
        Actor::Person(person) => Some(person),
        Actor::Secretariat => text_of(&known.email).and_then(|address| forum.people.by_email(address)),
        Actor::Newcomer => None,
    };
    if agrees && known.name.is_erased() {
        return Err(Refusal::NoSuchPart { part });
    }
    let answer = (Some(agrees), person.filter(|_| agrees));
    let (_, person) = changed(Some(&(known.agrees, known.person)), answer)?;
    let acts = if agrees { vec![] } else { vec![known.seq] };
    Ok(Act::PartAnswered { proposal: id, part, person, agrees, acts })
}
