//! A proposal as whoever looks may read it. Everything here comes from [`forum::call::views`], which knows who may.

use forum::access::Access;
use forum::call::views::{self, ProposalView};
use forum::call::{Answer, Call, Choice, Field, FieldKind, Stage};
use forum::review::views::has_interest;
use forum::{CallId, ProposalId, Viewer};
use maud::{Markup, html};
use platform::languages::Locale;

use crate::call::said;
use crate::site::content::{name, prose, tagged};
use crate::site::{Visit, names};

/// The field that says what a proposal is called.
const TITLE: &str = "title";
/// The field of which the options are the themes of a call.
pub(super) const THEME: &str = "theme";

/// What a list says of a proposal.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) id: ProposalId,
    pub(super) number: Option<u32>,
    /// Its short name, `WS #136`.
    pub(super) code: String,
    pub(super) title: String,
    /// The key of its theme.
    pub(super) theme: Option<String>,
    pub(super) kind: String,
}

impl Shown {
    /// As whoever visits may read it, if they may.
    pub(super) fn of(visit: &Visit, id: ProposalId) -> Option<Shown> {
        Shown::to(visit, visit.visitor.viewer(), id)
    }

    /// As a viewer may read it, if they may.
    pub(super) fn to(visit: &Visit, viewer: Viewer, id: ProposalId) -> Option<Shown> {
        views::proposal(visit.forum(), viewer, id).map(|view| Shown::from(visit, &view))
    }

    /// All of a call that whoever visits may read and that was submitted.
    pub(super) fn all(visit: &Visit, call: CallId) -> Vec<Shown> {
        let all = views::proposals(visit.forum(), visit.visitor.viewer(), call);
        all.iter()
            .filter(|view| view.stage == Stage::Submitted)
            .map(|view| Shown::from(visit, view))
            .collect()
    }

    /// All of a call about which whoever visits may decide: a chair not about what they have an interest in.
    pub(super) fn decidable(visit: &Visit, call: CallId) -> Vec<Shown> {
        let runs = visit.visitor.access.contains(Access::Secretariat);
        let interest = |id| visit.visitor.person().is_none_or(|me| has_interest(visit.forum(), me, id));
        let all = Shown::all(visit, call).into_iter();
        all.filter(|shown| runs || !interest(shown.id)).collect()
    }

    fn from(visit: &Visit, view: &ProposalView<'_>) -> Shown {
        let theme = view.fields.iter().find(|(field, _)| field.key == THEME).and_then(|(_, answer)| *answer);
        let theme = match theme {
            Some(Answer::Chosen(keys)) => keys.first().cloned(),
            _ => None,
        };
        Shown {
            id: view.id,
            number: visit.forum().call.proposals.get(&view.id).and_then(|proposal| proposal.number),
            code: view.code.clone().unwrap_or_else(|| format!("#{}", view.id)),
            title: view.title.map_or_else(|| visit.lang().text("review-untitled"), str::to_owned),
            theme,
            kind: view.kind.to_owned(),
        }
    }

    /// All of it that whoever visits may read.
    pub(super) fn body(&self, visit: &Visit) -> Markup {
        let lang = visit.lang();
        let Some(view) = views::proposal(visit.forum(), visit.visitor.viewer(), self.id) else {
            return html! {};
        };
        let answers = view.fields.iter().filter(|(field, _)| field.key != TITLE && field.key != THEME);
        let answers = answers.filter_map(|(field, answer)| Some((field, (*answer)?)));
        html! {
            p.over { (names::session_type(&self.kind, lang))
                @if let Some(theme) = &self.theme { " · " (theme_name(view.call, Some(theme), lang)) } }
            @for (field, answer) in answers {
                section.answer { h2 { (said::label_shown(field, lang)) } (given(field, answer, lang)) }
            }
            @if !view.parts.is_empty() { (people(&view, lang)) }
        }
    }
}

/// An answer in a page.
fn given(field: &Field, answer: &Answer, lang: &Locale) -> Markup {
    let choice = |key: &String| {
        let known = choices(field).iter().find(|choice| choice.key == *key);
        known.map_or_else(|| key.clone(), |choice| said::choice(field, choice, lang))
    };
    match answer {
        Answer::Text(words) => prose(words, "", lang),
        Answer::Chosen(keys) if field.kind == FieldKind::Truth => {
            let yes = keys.first().is_some_and(|key| key == "yes");
            html! { p { @if yes { (lang.text("review-yes")) } @else { (lang.text("review-no")) } } }
        }
        Answer::Chosen(keys) => html! {
            p { @for (nth, key) in keys.iter().enumerate() { @if nth > 0 { " · " } (tagged(&choice(key), "", lang)) } }
        },
    }
}

/// Those who stand in it, as far as they are shown.
fn people(view: &ProposalView<'_>, lang: &Locale) -> Markup {
    html! {
        section.answer {
            h2 { (lang.text("review-people")) }
            ul.people { @for part in &view.parts { li {
                @if let Some(written) = part.name { b { (name(written, lang)) } " " }
                small { (names::role(part.role, lang)) }
                p {
                    (names::group(part.group, lang))
                    @if let Some(written) = part.organisation { " · " (name(written, lang)) }
                    @if let Some(region) = part.region { " · " (lang.text(&format!("region-{}", region.key()))) }
                    @if let Some(country) = part.country { " · " (country.country().name(lang.tag())) }
                    @if part.confirmed { " · " (lang.text("review-part-confirmed")) }
                }
            } } }
        }
    }
}

fn choices(field: &Field) -> &[Choice] {
    match &field.kind {
        FieldKind::One(choices) | FieldKind::Several(choices) => choices,
        _ => &[],
    }
}

/// The keys of the themes of a call, in their order.
pub(super) fn themes(call: &Call) -> Vec<String> {
    let field = call.fields.iter().find(|field| field.key == THEME);
    field.map(|field| choices(field).iter().map(|choice| choice.key.clone()).collect()).unwrap_or_default()
}

/// What a theme is called.
pub(super) fn theme_name(call: &Call, theme: Option<&str>, lang: &Locale) -> String {
    let Some(theme) = theme else { return lang.text("review-no-theme") };
    let field = call.fields.iter().find(|field| field.key == THEME);
    let choice = field.and_then(|field| choices(field).iter().find(|choice| choice.key == theme));
    match (field, choice) {
        (Some(field), Some(choice)) => said::choice(field, choice, lang),
        _ => theme.to_owned(),
    }
}

/// The short name of a proposal of which nothing else is shown.
pub(super) fn code_of(visit: &Visit, id: ProposalId) -> String {
    let proposal = visit.forum().call.proposals.get(&id);
    proposal.and_then(|proposal| views::code(proposal)).unwrap_or_else(|| format!("#{id}"))
}
