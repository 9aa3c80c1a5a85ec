//! What the forms of the workbench say, as commands.

use std::collections::BTreeMap;

use forum::review::views::is_current;
use forum::review::{Bid, Command as Review};
use forum::{Command, PersonId, ProposalId, Refusal};

use super::bids::{self, BIDS, bid_of};
use super::list::address;
use super::one;
use super::pile::Pile;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No, Unread};
use crate::desk::review::about::Reviewed;
use crate::site::Visit;

/// Whoever reviews does so in their own name.
fn me(visit: &Visit) -> Result<PersonId, No> {
    visit.visitor.person().ok_or(No::Refused(Refusal::NotAllowed))
}

/// The form of the list: which themes one knows.
pub(in crate::desk) fn list(visit: &Visit, form: &Form) -> Result<Order, No> {
    let call = forum::CallId(form.needed("id")?);
    Reviewed::of_call(visit, call).map_err(|_| No::NotFound)?;
    let themes = form.all("themes").map(str::to_owned).collect();
    match form.get("do") {
        "expertise" => {
            Ok(Command::from(Review::DeclareExpertise { call, reviewer: me(visit)?, themes }).into())
        }
        _ => Err(No::NotFound),
    }
}

/// The form of bids: whatever differs from what is known.
pub(in crate::desk) fn bids(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = bids::call(visit).map_err(|_| No::NotFound)?;
    let reviewer = me(visit)?;
    let mut steps: Vec<Command> = Vec::new();
    for proposal in forum::review::views::reviewable(visit.forum(), of.call.id) {
        let typed = form.get(&format!("b{proposal}"));
        match typed {
            "" => {}
            "conflict" => steps.push(Review::DeclareConflict { proposal, reviewer }.into()),
            _ => {
                let bid = bid(typed);
                if bid != bid_of(visit, proposal, reviewer) {
                    steps.push(Review::MakeBid { proposal, reviewer, bid }.into());
                }
            }
        }
    }
    if steps.is_empty() {
        return Err(No::Elsewhere(visit.reader.here.clone()));
    }
    Ok(Command::Together { since: None, steps }.into())
}

fn bid(typed: &str) -> Option<Bid> {
    BIDS.iter().find(|(_, value)| *value == typed).map(|(bid, _)| *bid)
}

/// The forms of one proposal.
pub(in crate::desk) fn one(visit: &Visit, form: &Form) -> Result<Order, No> {
    let proposal = one::proposal(visit).map_err(|_| No::NotFound)?;
    let reviewer = me(visit)?;
    match form.get("do") {
        "review" => review(visit, form, proposal, reviewer),
        "bid" => {
            let bid = bid(form.get("bid"));
            if bid == bid_of(visit, proposal, reviewer) {
                return Err(No::Elsewhere(visit.reader.here.clone()));
            }
            Ok(Command::from(Review::MakeBid { proposal, reviewer, bid }).into())
        }
        "conflict" => {
            let to = next(visit, proposal);
            let command = Review::DeclareConflict { proposal, reviewer }.into();
            Ok(Order { command, to: Some(to), tell: None })
        }
        _ => Err(No::NotFound),
    }
}

/// What is to be read after this one: the next that is not submitted, or the list.
fn next(visit: &Visit, after: ProposalId) -> String {
    let next = Pile::with(visit, after).and_then(|pile| pile.next(Some(after)));
    next.map_or_else(|| visit.to("review"), |next| address(visit, next))
}

fn review(visit: &Visit, form: &Form, proposal: ProposalId, reviewer: PersonId) -> Result<Order, No> {
    let pile = Pile::with(visit, proposal).ok_or(No::NotFound)?;
    let settings = pile.settings().ok_or(No::NotFound)?;
    let mut scores = BTreeMap::new();
    for criterion in &settings.criteria {
        match form.get(&format!("score-{}", criterion.key)) {
            "" => {}
            typed => {
                let score = typed.parse().map_err(|_| No::unread("scores", Unread::Number))?;
                scores.insert(criterion.key.clone(), score);
            }
        }
    }
    let (submit, on) = match form.get("then") {
        "submit-next" => (true, true),
        "submit" => (true, false),
        "save-next" => (false, true),
        _ => (false, false),
    };
    let written = |name: &str| form.get(name).replace("\r\n", "\n").trim().to_owned();
    let reasons: Vec<String> = form.all("reasons").map(str::to_owned).collect();
    let merge = merge(visit, &pile, form.get("merge"))?;
    let (to_chair, to_proposer) = (written("to_chair"), written("to_proposer"));
    let to = if on { next(visit, proposal) } else { visit.reader.here.clone() };
    // The same once more is done already.
    let known = visit.forum().review.reviews.get(&proposal).and_then(|all| all.get(&reviewer));
    let words = |words: &Option<forum::Words>| {
        words.as_ref().and_then(forum::Words::text).unwrap_or_default().to_owned()
    };
    let text = visit.forum().call.proposals.get(&proposal);
    let same = known.is_some_and(|known| {
        text.is_some_and(|text| is_current(text, known))
            && known.scores == scores
            && known.reasons == reasons
            && (words(&known.to_chair), words(&known.to_proposer)) == (to_chair.clone(), to_proposer.clone())
            && (known.merge, known.submitted) == (merge, submit)
    });
    if same {
        return Err(No::Elsewhere(to));
    }
    let on = form.needed("on")?;
    let command =
        Review::SaveReview { proposal, reviewer, scores, reasons, to_chair, to_proposer, merge, submit, on };
    Ok(Order { command: command.into(), to: Some(to), tell: None })
}

/// A proposal as it is named in the field: by its number within the call, whatever stands around that.
fn merge(visit: &Visit, pile: &Pile<'_>, typed: &str) -> Result<Option<ProposalId>, No> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let digits = typed.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
    let number: Option<u32> = digits.and_then(|digits| digits.parse().ok());
    let readable = bids::readable(visit, pile.of.call.id);
    let found = readable.iter().find(|one| one.number.is_some() && one.number == number);
    found.map(|one| Some(one.id)).ok_or(No::unread("merge", Unread::Number))
}
