//! How a decision came about, act by act, as the log has it: what an auditor replays.

use forum::review::{Act as Review, Screening};
use forum::{Act, Actor, ProposalId, Stamp, Viewer, audience};
use maud::{Markup, html};
use platform::languages::Locale;
use platform::writer::Machine as _;

use super::about::{Reviewed, person_name};
use super::table::verdict_name;
use crate::app::App;
use crate::machine::ForumMachine;
use crate::site::content::name;

/// How many acts are read at once.
const BLOCK: usize = 2_000;

/// The acts about a proposal that whoever visits may see, from its first decision or screening on.
pub(super) fn of(app: &App, of: &Reviewed<'_>, id: ProposalId) -> Markup {
    let lang = of.visit.lang();
    match read(app, of, id) {
        None => html! { p { (lang.text("review-history-busy")) } },
        Some(acts) => html! {
            ol.history { @for (stamp, act) in &acts {
                @if let Some(said) = said(act, id, lang) {
                    li { small { (lang.moment(stamp.at, &of.zone())) } " · " (said) " · " (who(of, stamp.by)) " "
                        small { (lang.text_with("review-act", [("number", stamp.seq.to_string().into())])) } }
                }
            } }
        },
    }
}

fn read(app: &App, of: &Reviewed<'_>, id: ProposalId) -> Option<Vec<(Stamp, Review)>> {
    let (visit, forum) = (of.visit, of.visit.forum());
    let viewer: Viewer = visit.visitor.viewer();
    let mut found = Vec::new();
    let mut from = 1;
    while from <= forum.seq() {
        let records = app.read(&visit.slug, from, BLOCK).ok()?;
        let last = records.last()?.seq;
        for record in records.into_iter().filter(|record| record.seq <= forum.seq()) {
            let envelope = ForumMachine::decode(&record).ok()?;
            let stamp = Stamp { seq: record.seq, at: envelope.at, by: envelope.by };
            if let Act::Review(act) = &envelope.act
                && is_about(act, id)
                && audience(forum, &stamp, &envelope.act).includes(forum, viewer)
            {
                found.push((stamp, act.clone()));
            }
        }
        from = last + 1;
    }
    Some(found)
}

fn is_about(act: &Review, id: ProposalId) -> bool {
    match act {
        Review::ProposalScreened { proposal, .. }
        | Review::ReviewSaved { proposal, .. }
        | Review::ConflictNoted { proposal, .. }
        | Review::ConflictCleared { proposal, .. }
        | Review::DecisionTaken { proposal, .. }
        | Review::DecisionWithdrawn { proposal }
        | Review::MergeAnswered { proposal, .. }
        | Review::AppealMade { proposal, .. }
        | Review::AppealAnswered { proposal, .. } => *proposal == id,
        Review::ReviewersAssigned { assigned, .. } => assigned.contains_key(&id),
        Review::DecisionsReadied { proposals } | Review::DecisionsReleased { proposals, .. } => {
            proposals.contains(&id)
        }
        Review::MergeSuggested { into, from, .. } => *into == id || from.contains(&id),
        Review::ReviewSet { .. }
        | Review::ExpertiseDeclared { .. }
        | Review::BidMade { .. }
        | Review::LetterSet { .. } => false,
    }
}

/// An act in a few words.
fn said(act: &Review, id: ProposalId, lang: &Locale) -> Option<String> {
    Some(match act {
        Review::ProposalScreened { outcome: Screening::Passed, .. } => lang.text("review-did-passed"),
        Review::ProposalScreened { outcome: Screening::Repair { .. }, .. } => lang.text("review-did-repair"),
        Review::ProposalScreened { outcome: Screening::Failed, .. } => lang.text("review-did-failed"),
        Review::ReviewersAssigned { assigned, .. } => {
            let count = assigned.get(&id).map_or(0, Vec::len);
            lang.text_with("review-did-assigned", [("count", count.into())])
        }
        Review::ReviewSaved { submitted: true, .. } => lang.text("review-did-scored"),
        Review::ReviewSaved { .. } => return None,
        Review::ConflictNoted { .. } => lang.text("review-did-conflict"),
        Review::ConflictCleared { .. } => lang.text("review-did-cleared"),
        Review::DecisionTaken { verdict, .. } => {
            lang.text_with("review-did-decided", [("verdict", verdict_name(*verdict, lang).into())])
        }
        Review::DecisionWithdrawn { .. } => lang.text("review-did-withdrawn"),
        Review::DecisionsReadied { .. } => lang.text("review-did-readied"),
        Review::DecisionsReleased { .. } => lang.text("review-did-released"),
        Review::MergeSuggested { .. } => lang.text("review-did-merge"),
        Review::MergeAnswered { agrees: true, .. } => lang.text("review-did-agreed"),
        Review::MergeAnswered { .. } => lang.text("review-did-refused"),
        Review::AppealMade { .. } => lang.text("review-did-appealed"),
        Review::AppealAnswered { upheld: true, .. } => lang.text("review-did-upheld"),
        Review::AppealAnswered { .. } => lang.text("review-did-dismissed"),
        Review::ReviewSet { .. }
        | Review::ExpertiseDeclared { .. }
        | Review::BidMade { .. }
        | Review::LetterSet { .. } => return None,
    })
}

fn who(of: &Reviewed<'_>, by: Actor) -> Markup {
    let lang = of.visit.lang();
    match by {
        Actor::Person(person) => name(&person_name(of.visit, person), lang),
        Actor::Secretariat | Actor::Newcomer => html! { (lang.text("review-server")) },
    }
}
