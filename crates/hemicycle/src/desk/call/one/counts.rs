//! What came in: by how far it is, and by day.

use std::collections::BTreeMap;

use forum::call::Stage;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::desk::call::{OneCall, stage};

/// Most days that the table shows; of a call of months, the latest.
const DAYS: usize = 60;

/// The counts.
pub(super) fn shown(of: &OneCall<'_>) -> Markup {
    let lang = of.visit.lang();
    let stages = [Stage::Draft, Stage::Submitted, Stage::Withdrawn, Stage::Erased];
    let count = |wanted: Stage| of.proposals().filter(|proposal| proposal.stage == wanted).count();
    let days = by_day(of);
    html! {
        dl.facts {
            @for wanted in stages.into_iter().filter(|wanted| *wanted != Stage::Erased || count(*wanted) > 0) {
                dt { (stage(wanted, lang)) } dd.n { (lang.number(count(wanted) as i64)) }
            }
        }
        p { a href=(of.to("proposals")) { (lang.text("calls-see-all")) } }
        @if !days.is_empty() {
            details {
                summary { (lang.text("calls-by-day")) }
                div.table-wrap { table.table {
                    thead { tr { th scope="col" { (lang.text("desk-day")) } th.n scope="col" { (lang.text("calls-begun")) } th.n scope="col" { (lang.text("calls-stage-submitted")) } } }
                    tbody {
                        @for (day, (begun, submitted)) in days.iter().rev().take(DAYS) {
                            tr { th scope="row" { (lang.date(*day)) } td.n { (lang.number(*begun)) } td.n { (lang.number(*submitted)) } }
                        }
                    }
                } }
            }
        }
    }
}

/// How many were begun and submitted on each day of the venue's calendar on which anything was.
fn by_day(of: &OneCall<'_>) -> BTreeMap<Date, (i64, i64)> {
    let zone = of.zone();
    let mut days: BTreeMap<Date, (i64, i64)> = BTreeMap::new();
    for proposal in of.proposals() {
        days.entry(zone.to_datetime(proposal.begun).date()).or_default().0 += 1;
        if let Some(at) = proposal.submitted.filter(|_| proposal.stage == Stage::Submitted) {
            days.entry(zone.to_datetime(at).date()).or_default().1 += 1;
        }
    }
    days
}
