//! A proposal in a line of a list.

use forum::call::{Proposal, views};
use forum::reference::groups::StakeholderGroup;
use maud::{Markup, html};
use platform::languages::Locale;

use super::asked::{Screened, THEME, group, themes};
use crate::desk::call::{OneCall, stage};
use crate::desk::told;
use crate::site::Visit;
use crate::site::content::tagged;

/// A proposal in a line of a list.
pub(in crate::desk::call) struct Row<'a> {
    pub(in crate::desk::call) proposal: &'a Proposal,
    pub(in crate::desk::call) group: Option<StakeholderGroup>,
}

impl<'a> Row<'a> {
    pub(in crate::desk::call) fn of(of: &OneCall<'_>, proposal: &'a Proposal) -> Row<'a> {
        Row { proposal, group: group(of.visit.forum(), proposal) }
    }

    /// Its code, once it was submitted.
    pub(in crate::desk::call) fn code(&self, lang: &Locale) -> Markup {
        html! { @if let Some(code) = views::code(self.proposal) { (crate::site::content::name(&code, lang)) } @else { "—" } }
    }

    /// Its title, or that it has none yet.
    pub(in crate::desk::call) fn title(&self, lang: &Locale) -> Markup {
        title(self.proposal, lang)
    }

    /// Whoever proposes.
    pub(in crate::desk::call) fn by(&self, visit: &Visit) -> String {
        told::person_name(visit, self.proposal.by)
    }

    /// Its themes.
    pub(in crate::desk::call) fn theme(&self, of: &OneCall<'_>) -> Option<String> {
        let all = themes(of.call, of.visit.lang());
        let named = |key: &String| {
            all.iter().find(|(known, _)| known == key).map_or(key.clone(), |(_, named)| named.clone())
        };
        let chosen: Vec<String> = views::chosen(self.proposal, THEME).iter().map(named).collect();
        (!chosen.is_empty()).then(|| chosen.join(" · "))
    }

    /// How far it is, and what was found of it.
    pub(in crate::desk::call) fn state(&self, of: &OneCall<'_>) -> Markup {
        let (forum, lang) = (of.visit.forum(), of.visit.lang());
        html! {
            (stage(self.proposal.stage, lang))
            @if let Some(screened) = Screened::of(forum, self.proposal) { " " small { (screened.said(lang)) } }
        }
    }

    /// How much is missing. Which rules it breaks takes a look at all others, and stands on its own page.
    pub(in crate::desk::call) fn lacks(&self, of: &OneCall<'_>) -> usize {
        views::missing(of.visit.forum(), of.call, self.proposal).len()
    }
}

/// The title of a proposal, or that it has none yet.
pub(in crate::desk::call) fn title(proposal: &Proposal, lang: &Locale) -> Markup {
    match views::title(proposal).filter(|title| !title.trim().is_empty()) {
        Some(title) => tagged(title, "", lang),
        None => html! { em.soft { (lang.text("calls-untitled")) } },
    }
}
