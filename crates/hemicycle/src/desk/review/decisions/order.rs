//! What the forms of the decisions say, as commands.

use forum::call::Stage;
use forum::review::{Command as Review, DecisionState};
use forum::{CallId, Command, Forum, ProposalId, Refusal};
use sha2::{Digest as _, Sha256};

use super::letters::unknown;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Unread};
use crate::desk::review::about::Reviewed;
use crate::desk::review::table::{VERDICTS, verdict_key};
use crate::languages::LANGUAGES;
use crate::site::Visit;

/// Reads the form.
pub(in crate::desk::review) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = Reviewed::of(visit).map_err(|_| No::NotFound)?;
    let here = |id: ProposalId| {
        let known = visit.forum().call.proposals.get(&id).filter(|known| known.call == of.call.id);
        known.map(|_| id).ok_or(No::NotFound)
    };
    let proposal = || here(ProposalId(form.needed("id")?));
    let written = |name: &str| form.get(name).trim().replace("\r\n", "\n");
    let command: Command = match form.get("do") {
        "decide" => {
            let verdict = VERDICTS.into_iter().find(|verdict| verdict_key(*verdict) == form.get("verdict"));
            let reasons = form.all("reasons").map(str::to_owned).collect();
            let verdict = verdict.ok_or(No::NotFound)?;
            Review::Decide { proposal: proposal()?, verdict, reasons, note: written("note") }.into()
        }
        "undecide" => Review::Undecide { proposal: proposal()? }.into(),
        "ready" => {
            let ids = form.all("proposals").filter_map(|id| id.parse().ok().map(ProposalId));
            let proposals = ids.map(here).collect::<Result<Vec<_>, No>>()?;
            if proposals.is_empty() {
                return Err(No::Refused(Refusal::Empty { field: "proposals".into() }));
            }
            Review::Ready { proposals }.into()
        }
        "release" => return release(visit, &of, form),
        "merge" => {
            let into = proposal()?;
            let from = others(visit, &of, &written("others"))?;
            Review::SuggestMerge { into, from, note: written("note") }.into()
        }
        "letter" | "letter-back" => letter(&of, form)?,
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// What the page has shown; if anything else has become pending since, it is shown first.
fn release(visit: &Visit, of: &Reviewed<'_>, form: &Form) -> Result<Order, No> {
    if form.get("digest") != pending(visit.forum(), of.call.id) {
        return Err(No::Elsewhere(of.to("decisions")));
    }
    // What becomes pending between this and the act is looked at anew, too.
    let (since, steps) = (Some(visit.forum().seq()), vec![Review::Release { call: of.call.id }.into()]);
    Ok(Command::Together { since, steps }.into())
}

/// What stands in a form for all decisions of a call that wait to be released: which they are, and which act took each.
pub(super) fn pending(forum: &Forum, call: CallId) -> String {
    let mut digest = Sha256::new();
    for (id, decision) in forum.review.decisions.iter() {
        let known = forum.call.proposals.get(id);
        let here = known.is_some_and(|known| known.call == call && known.stage == Stage::Submitted);
        if here && decision.state == DecisionState::Pending {
            digest.update(id.0.to_be_bytes());
            digest.update(decision.seq.to_be_bytes());
        }
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Other proposals by their numbers, whatever stands around these.
fn others(visit: &Visit, of: &Reviewed<'_>, typed: &str) -> Result<Vec<ProposalId>, No> {
    let numbers = typed.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let find = |digits: &str| {
        let number: u32 = digits.parse().ok()?;
        let mut all = visit.forum().call.proposals.values();
        all.find(|proposal| proposal.call == of.call.id && proposal.number == Some(number))
            .map(|proposal| proposal.id)
    };
    let found = numbers.map(|digits| find(digits).ok_or(No::unread("others", Unread::Number)));
    let found = found.collect::<Result<Vec<_>, No>>()?;
    if found.is_empty() { Err(No::unread("others", Unread::Number)) } else { Ok(found) }
}

fn letter(of: &Reviewed<'_>, form: &Form) -> Result<Command, No> {
    let nth: usize = form.needed("id")?;
    let verdict = *nth.checked_sub(1).and_then(|nth| VERDICTS.get(nth)).ok_or(No::NotFound)?;
    let language = LANGUAGES.iter().find(|language| language.tag == form.get("language"));
    let language = language.ok_or(No::NotFound)?.tag.to_owned();
    let back = form.get("do") == "letter-back";
    let written = |name: &str| if back { String::new() } else { form.get(name).trim().replace("\r\n", "\n") };
    let (subject, text) = (written("subject"), written("text"));
    for (field, written) in [("subject", &subject), ("text", &text)] {
        if let Some(value) = unknown(written) {
            let value = value.chars().take(40).collect();
            return Err(No::Refused(Refusal::UnknownChoice { field: field.into(), value }));
        }
    }
    Ok(Review::SetLetter { call: of.call.id, verdict, language, subject, text }.into())
}
