//! From the forms about a proposal to commands.

use forum::call::Command as Step;
use forum::review::{Command as Review, Screening};
use forum::{Command, Refusal};

use super::OneProposal;
use crate::desk::answer::Order;
use crate::desk::call::order::until;
use crate::desk::form::{Form, No};
use crate::site::{NotFound, Visit};

/// Forms about one proposal.
pub(in crate::desk) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let one = OneProposal::of(visit).map_err(|NotFound| No::NotFound)?;
    let (proposal, meeting) = (one.proposal.id, one.of.meeting);
    let command: Command = match form.get("do") {
        "screen" => {
            let outcome = match form.get("outcome") {
                "passed" => Screening::Passed,
                "repair" => Screening::Repair { until: until(form, meeting)? },
                "failed" => Screening::Failed,
                _ => return Err(No::NotFound),
            };
            let reasons = form.all("reasons").map(str::to_owned).collect();
            Review::Screen { proposal, outcome, reasons, note: form.get("note").to_owned() }.into()
        }
        "late" => {
            let (call, person) = (one.of.call.id, one.proposal.by);
            Step::AllowLate { call, person, until: until(form, meeting)? }.into()
        }
        "reopen" => Step::Reopen { proposal, until: Some(until(form, meeting)?) }.into(),
        "withdraw" => Step::Withdraw { proposal }.into(),
        "erase" if form.get("sure") != "yes" => return Err(Refusal::Empty { field: "sure".into() }.into()),
        "erase" => Step::Erase { proposal }.into(),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}
