//! What somebody looks for among proposals, and what fits.

use std::sync::Arc;

use forum::call::{Call, Proposal, Stage, views};
use forum::reference::groups::StakeholderGroup;
use forum::review::Screening;
use forum::{Forum, ProposalId, Question, fold, review};
use platform::languages::Locale;

use crate::call::said;
use crate::desk::call::OneCall;
use crate::site::Visit;
use crate::site::reader::encode;

/// The field that holds the themes of a proposal.
pub(in crate::desk::call) const THEME: &str = "theme";

/// What somebody looks for; an empty text asks for nothing.
pub(in crate::desk::call) struct Asked {
    pub(super) kind: String,
    pub(super) stage: String,
    pub(super) theme: String,
    pub(super) group: String,
    pub(super) lack: String,
    pub(super) screening: String,
    pub(super) sort: String,
    pub(super) question: Question,
}

/// What was found of a proposal when it was held against the minimum criteria.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::desk::call) enum Screened {
    /// Nobody has looked yet.
    Waiting,
    Passed,
    Repair,
    Failed,
}

impl Screened {
    pub(in crate::desk::call) const ALL: [Screened; 4] =
        [Screened::Waiting, Screened::Passed, Screened::Repair, Screened::Failed];

    /// Of a proposal; nothing, if there is nothing to look at yet.
    pub(in crate::desk::call) fn of(forum: &Forum, proposal: &Proposal) -> Option<Screened> {
        match review::views::current_screening(forum, proposal).map(|screened| screened.outcome) {
            Some(Screening::Passed) => Some(Screened::Passed),
            Some(Screening::Repair { .. }) => Some(Screened::Repair),
            Some(Screening::Failed) => Some(Screened::Failed),
            None if proposal.stage == Stage::Submitted => Some(Screened::Waiting),
            None => None,
        }
    }

    /// Its name in addresses and data.
    pub(in crate::desk::call) fn key(self) -> &'static str {
        match self {
            Screened::Waiting => "waiting",
            Screened::Passed => "passed",
            Screened::Repair => "repair",
            Screened::Failed => "failed",
        }
    }

    /// In words.
    pub(in crate::desk::call) fn said(self, lang: &Locale) -> String {
        match self {
            Screened::Waiting => lang.text("calls-screen-waiting"),
            Screened::Passed => lang.text("calls-screen-passed"),
            Screened::Repair => lang.text("calls-screen-repair"),
            Screened::Failed => lang.text("calls-screen-failed"),
        }
    }
}

pub(super) fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "draft",
        Stage::Submitted => "submitted",
        Stage::Withdrawn => "withdrawn",
        Stage::Erased => "erased",
    }
}

/// The themes of a call: key and name.
pub(super) fn themes(call: &Call, lang: &Locale) -> Vec<(String, String)> {
    let field = call.fields.iter().find(|field| field.key == THEME);
    let choices = field.map(|field| said::choices(field).iter().map(move |choice| (field, choice)));
    let named =
        |(field, choice): (_, &forum::call::Choice)| (choice.key.clone(), said::choice(field, choice, lang));
    choices.into_iter().flatten().map(named).collect()
}

/// The stakeholder group of whoever proposes, as they declare it.
pub(super) fn group(forum: &Forum, proposal: &Proposal) -> Option<StakeholderGroup> {
    let declared = forum.people.persons.get(&proposal.by).and_then(|person| person.group);
    declared.or_else(|| {
        proposal.parts.values().find(|part| part.person == Some(proposal.by)).and_then(|part| part.group)
    })
}

impl Asked {
    /// As the address says.
    pub(super) fn of(visit: &Visit) -> Asked {
        let asked = |name| visit.reader.asked(name).to_owned();
        Asked {
            kind: asked("type"),
            stage: asked("stage"),
            theme: asked("theme"),
            group: asked("group"),
            lack: asked("lack"),
            screening: asked("screening"),
            sort: asked("sort"),
            question: Question::of(visit.reader.asked("q")),
        }
    }

    fn pairs(&self) -> [(&'static str, &str); 8] {
        [
            ("q", self.question.as_str()),
            ("type", &self.kind),
            ("stage", &self.stage),
            ("theme", &self.theme),
            ("group", &self.group),
            ("screening", &self.screening),
            ("lack", &self.lack),
            ("sort", &self.sort),
        ]
    }

    /// Whether anything is looked for at all.
    pub(super) fn is_anything(&self) -> bool {
        self.pairs().iter().any(|(name, value)| *name != "sort" && !value.is_empty())
    }

    /// The same as the query of an address, on a page of the list.
    pub(super) fn query(&self, page: Option<usize>) -> String {
        let pairs = self.pairs().into_iter().filter(|(_, value)| !value.is_empty());
        let mut all: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        all.extend(page.map(|page| format!("page={page}")));
        if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
    }

    fn fits(&self, of: &OneCall<'_>, proposal: &Arc<Proposal>) -> bool {
        let forum = of.visit.forum();
        let is = |wanted: &str, have: &str| wanted.is_empty() || wanted == have;
        let stage = match self.stage.as_str() {
            "" => proposal.stage != Stage::Erased,
            wanted => wanted == stage_key(proposal.stage),
        };
        let screened = || Screened::of(forum, proposal).map_or("", Screened::key);
        let group = || group(forum, proposal).map_or("", StakeholderGroup::key);
        stage
            && is(&self.kind, &proposal.kind)
            && (self.theme.is_empty() || views::chosen(proposal, THEME).contains(&self.theme))
            && is(&self.group, group())
            && is(&self.screening, screened())
            && self.says(of, proposal)
            && self.lacks(of, proposal)
    }

    /// Whether a proposal says what was asked for: in its title, its code or the name of whoever proposes.
    fn says(&self, of: &OneCall<'_>, proposal: &Proposal) -> bool {
        if self.question.is_empty() {
            return true;
        }
        let by = of.visit.forum().people.persons.get(&proposal.by);
        let by = by.map_or("", |person| person.name.or_empty());
        let title = views::title(proposal).unwrap_or_default();
        let code = views::code(proposal).unwrap_or_default();
        self.question.fits(&fold(&format!("{title} {code} {by}")))
    }

    fn lacks(&self, of: &OneCall<'_>, proposal: &Proposal) -> bool {
        let forum = of.visit.forum();
        match self.lack.as_str() {
            "" => true,
            "anything" => !views::missing(forum, of.call, proposal).is_empty(),
            field => views::missing(forum, of.call, proposal)
                .iter()
                .any(|lack| matches!(&lack.at, views::At::Field(key) if key == field)),
        }
    }

    /// What fits, in the order that was asked for.
    pub(super) fn found<'a>(&self, of: &OneCall<'a>) -> Vec<&'a Arc<Proposal>> {
        let mut found: Vec<_> = of.proposals().filter(|proposal| self.fits(of, proposal)).collect();
        let number = |proposal: &Proposal| (proposal.number.unwrap_or(u32::MAX), proposal.id);
        match self.sort.as_str() {
            "title" => found.sort_by_cached_key(|proposal| {
                of.visit.lang().sort_key(views::title(proposal).unwrap_or_default())
            }),
            "latest" => {
                let at = |proposal: &Proposal| proposal.submitted.unwrap_or(proposal.begun);
                found.sort_by_key(|proposal| std::cmp::Reverse((at(proposal), proposal.id)));
            }
            "kind" => found.sort_by(|a, b| a.kind.cmp(&b.kind).then(number(a).cmp(&number(b)))),
            _ => found.sort_by_key(|proposal: &&Arc<Proposal>| -> (u32, ProposalId) { number(proposal) }),
        }
        found
    }
}
