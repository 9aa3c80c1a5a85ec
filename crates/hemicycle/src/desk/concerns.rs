//! What is not right with a draft yet: what must be put right first, and what could be better, with its price.

use std::collections::BTreeSet;

use forum::SessionId;
use forum::access::Access;
use forum::programme::{Session, Warning, warnings};
use maud::{Markup, html};
use timetable::constraints::{Line, explain};
use timetable::model::{Board, Brief};

use super::plan::said::{self, Said};
use super::plan::{Planned, instance};
use super::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::ways::way;

/// Most things to put right that are listed, and most of each kind that could be better.
const HARD_MAX: usize = 200;
const SOFT_MAX: usize = 30;

/// What the core and the engine say about a draft.
pub(super) struct Concerns {
    planned: Planned,
    /// Demands that are not met; that something has no place is shown by the list of what has none.
    hard: Vec<Line>,
    /// Wishes that are not met in full.
    soft: Vec<Line>,
    /// What only the core knows of.
    own: Vec<Warning>,
}

impl Concerns {
    /// Looks at a draft.
    pub(super) fn of(draft: &Draft<'_>) -> Concerns {
        let planned = instance(draft.visit.forum(), draft.meeting.id);
        let brief = Brief::new(&planned.instance);
        let lines = explain(&Board::with(&brief, &planned.draft)).into_iter();
        // Whoever may read a draft and does not run the forum learns nothing of what is demanded, by whom and why.
        let runs = draft.visit.visitor.access.contains(Access::Secretariat);
        let lines = lines.filter(|line| line.name != "unplaced" && (runs || line.name == "two-places"));
        let (hard, soft) = lines.partition(|line| line.cost.hard != 0);
        // The engine names those who would be in two places, with the way between them.
        let own = warnings(&draft.programme).into_iter();
        let own = own.filter(|warning| !matches!(warning, Warning::PersonTwice(_))).collect();
        Concerns { planned, hard, soft, own }
    }

    /// The sessions at which somebody should look.
    pub(super) fn warned(&self) -> BTreeSet<SessionId> {
        let facts = self.hard.iter().flat_map(|line| &line.facts);
        let hard = facts.flat_map(|fact| said::session_ids(&self.planned, &fact.what));
        let own = self.own.iter().flat_map(|warning| warning.sessions()).map(|session| session.id);
        hard.chain(own).collect()
    }

    /// All of it, the worst first; what could be better is folded.
    pub(super) fn shown(&self, draft: &Draft<'_>) -> Markup {
        let lang = draft.visit.lang();
        let said = Said::of(draft, &self.planned, &self.planned.draft);
        let broken = || self.hard.iter().flat_map(|line| &line.facts);
        let count = broken().count() + self.own.len();
        let price: i64 = self.soft.iter().map(|line| line.cost.soft).sum();
        html! {
            @if count > 0 {
                details.concerns open[count <= 3] {
                    summary { (lang.text_with("desk-warnings", [("count", count.into())])) }
                    ul {
                        @for fact in broken().take(HARD_MAX) { li { (said.item(fact)) } }
                        @for warning in self.own.iter().take(HARD_MAX) { li { (own(draft, warning)) } }
                    }
                    (told::left_out(lang, count, broken().count().min(HARD_MAX) + self.own.len().min(HARD_MAX)))
                }
            }
            @if !self.soft.is_empty() {
                details.concerns.soft {
                    summary { (lang.text_with("plan-soft", [("price", price.into())])) }
                    p.soft { (lang.text("plan-soft-hint")) " " a href=(draft.to("means")) { (lang.text("plan-means-title")) } }
                    @for line in &self.soft { (wish(&said, line, draft)) }
                }
            }
        }
    }
}

/// Everything about one wish.
fn wish(said: &Said<'_>, line: &Line, draft: &Draft<'_>) -> Markup {
    let lang = draft.visit.lang();
    let more = line.facts.len().saturating_sub(SOFT_MAX);
    let args = [
        ("name", said::constraint(line.name, lang).into()),
        ("count", line.facts.len().into()),
        ("price", line.cost.soft.into()),
    ];
    html! {
        details {
            summary { (lang.text_with("plan-line", args)) }
            ul {
                @for fact in line.facts.iter().take(SOFT_MAX) { li { (said.item(fact)) } }
                @if more > 0 { li.soft { (lang.text_with("plan-and-more", [("count", more.into())])) } }
            }
        }
    }
}

fn own(draft: &Draft<'_>, warning: &Warning) -> Markup {
    let lang = draft.visit.lang();
    let clock = Clock::of(draft.visit, draft.meeting);
    let code = |session: &Session| (&session.code).into();
    let text = match warning {
        Warning::PersonTwice(_) => String::new(),
        Warning::InPause { session, slot } => {
            let slot = draft.programme.slots.get(slot).and_then(|slot| slot.pause.clone());
            let args = [("session", code(session)), ("pause", slot.unwrap_or_default().into())];
            lang.text_with("desk-warning-pause", args)
        }
        Warning::LongerThanSlot { session, until } => {
            let until = clock.time(*until, clock.day(*until), lang);
            lang.text_with("desk-warning-longer", [("session", code(session)), ("until", until.into())])
        }
        Warning::Nobody { session } => lang.text_with("desk-warning-nobody", [("session", code(session))]),
    };
    html! {
        (text)
        @for session in warning.sessions() { " " (way(draft.visit, &draft.to(&format!("sessions/{}", session.slug)), &html! { (session.code) })) }
    }
}
