//! What is known of a session to be, whoever it comes from: an accepted proposal, or a team with a plan.

use forum::call::{Call, Cluster, Proposal, Stage, TeamRole, views};
use forum::people::{Attendance, Origin};
use forum::programme::Role;
use forum::review::Verdict;
use forum::settings::Key;
use forum::{ClusterId, Forum, PersonId};
use platform::languages::Locale;

use crate::call::said;
use crate::languages::languages;

/// Under which system a session knows the proposal that it was.
pub(in crate::desk) const SYSTEM: &str = "proposal";
/// Under which system a session knows the team that made it.
pub(in crate::desk) const TEAM_SYSTEM: &str = "team";
/// How long a session lasts of which nobody has said so.
const MINUTES: u32 = 60;

/// A session to be: what is known of it, whoever it comes from.
pub(super) struct Wanted {
    pub(super) from: String,
    pub(super) origin: Origin,
    pub(super) code: Option<String>,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) format: String,
    pub(super) minutes: u32,
    pub(super) theme: Option<String>,
    pub(super) organisations: Vec<String>,
    pub(super) people: Vec<(Role, PersonId)>,
    pub(super) online: Vec<PersonId>,
    pub(super) features: Vec<String>,
    pub(super) silent: usize,
}

/// The language in which the forum speaks of itself.
pub(super) fn language(forum: &Forum) -> &'static Locale {
    let own = forum.settings.text(Key::Language).and_then(|tag| languages().nearest(tag));
    own.unwrap_or_else(|| languages().default_locale())
}

/// What was accepted and released, by number, with those that were merged into it.
pub(super) fn accepted(forum: &Forum, call: &Call) -> Vec<Wanted> {
    let all = crate::desk::call::proposals(forum, call.id);
    let mut accepted: Vec<&Proposal> = all
        .map(AsRef::as_ref)
        .filter(|one: &&Proposal| one.stage == Stage::Submitted && forum.is_accepted(one.id))
        .collect();
    accepted.sort_by_key(|one| (one.number, one.id));
    accepted.into_iter().map(|one| of_proposal(forum, call, one)).collect()
}

/// The proposals that become one with it.
fn merged<'a>(forum: &'a Forum, into: &'a Proposal) -> Vec<&'a Proposal> {
    let agreed = forum.review.merges.values();
    let from = agreed.filter(|merge| merge.into == into.id).flat_map(|merge| merge.from.iter());
    let joins = from.filter(|one| forum.released(**one) == Some(Verdict::Merged));
    let joins = joins.filter_map(|one| forum.call.proposals.get(one).map(AsRef::as_ref));
    std::iter::once(into).chain(joins).collect()
}

fn of_proposal(forum: &Forum, call: &Call, one: &Proposal) -> Wanted {
    let lang = language(forum);
    let chosen = |key: &str| {
        let field = call.fields.iter().find(|field| field.key == key)?;
        views::chosen(one, key).first().map(|answer| said::chosen(field, answer, lang))
    };
    let offered = call.offers.iter().find(|offer| offer.kind == one.kind);
    let usual = offered.and_then(|offer| offer.minutes.first().copied()).unwrap_or(MINUTES);
    let all = merged(forum, one);
    let parts = || all.iter().flat_map(|one| views::standing(one)).map(|(_, part)| part);
    let agreed = || parts().filter(|part| part.agrees == Some(true));
    let own = all.iter().map(|one| (Role::Organiser, one.by));
    let online = |part: &&forum::call::Part| part.attendance == Some(Attendance::Online);
    let layout = match views::chosen(one, "layout").first().map(String::as_str) {
        Some("round-table") => Some("round-table"),
        Some("theatre") => Some("theatre-seating"),
        _ => None,
    };
    let hybrid = parts().any(|part| online(&part)).then_some("hybrid-kit");
    Wanted {
        from: format!("desk/proposals/{}", one.id),
        origin: Origin { system: SYSTEM.into(), id: one.id.to_string() },
        code: views::code(one),
        kind: one.kind.clone(),
        title: views::title(one).map_or_else(|| views::code(one).unwrap_or_default(), str::to_owned),
        summary: views::text(one, "description").unwrap_or_default().to_owned(),
        format: chosen("format").unwrap_or_default(),
        minutes: views::text(one, "duration").and_then(views::number_in).unwrap_or(usual),
        theme: chosen("theme"),
        organisations: all.iter().flat_map(|one| views::organisations_of(forum, one)).collect(),
        people: own.chain(agreed().filter_map(|part| Some((part.role, part.person?)))).collect(),
        online: agreed().filter(online).filter_map(|part| part.person).collect(),
        features: [layout, hybrid].into_iter().flatten().map(str::to_owned).collect(),
        silent: parts().filter(|part| part.agrees.is_none()).count(),
    }
}

/// The teams that have a plan, as far as their sessions are there already.
pub(super) fn known_teams(forum: &Forum, call: &Call) -> Vec<Wanted> {
    let has = |team: &&Cluster| {
        let origin = origin_of(team.id);
        let programme = forum.programme.meetings.get(&call.meeting);
        programme.is_some_and(|all| all.sessions.values().any(|one| one.origin.as_ref() == Some(&origin)))
    };
    let teams = forum.call.clusters.values().map(AsRef::as_ref);
    teams
        .filter(|team: &&Cluster| team.call == call.id && team.formed)
        .filter(has)
        .filter_map(|team| of_team(forum, team))
        .collect()
}

fn origin_of(team: ClusterId) -> Origin {
    Origin { system: TEAM_SYSTEM.into(), id: team.to_string() }
}

/// What a team does in its session.
fn role(role: TeamRole) -> Role {
    match role {
        TeamRole::FocalPoint | TeamRole::Expert | TeamRole::Organiser => Role::Organiser,
        TeamRole::KeyParticipant => Role::Speaker,
        TeamRole::Moderator => Role::Moderator,
        TeamRole::OnlineModerator => Role::OnlineModerator,
        TeamRole::Rapporteur => Role::Rapporteur,
    }
}

/// A team's plan as a session; nothing, as long as there is no plan.
pub(super) fn of_team(forum: &Forum, team: &Cluster) -> Option<Wanted> {
    let plan = team.plan.as_ref()?.now.as_ref()?.text()?;
    // Whoever is in a team may be named in its session as far as they may be named on its page.
    let view = views::team(forum, forum::Viewer::Public, team.id)?;
    Some(Wanted {
        from: format!("teams/{}", team.id),
        origin: origin_of(team.id),
        code: None,
        kind: "workshop".to_owned(),
        title: team.title.clone(),
        summary: plan.to_owned(),
        format: String::new(),
        minutes: MINUTES,
        theme: None,
        organisations: Vec::new(),
        people: view.members.iter().map(|member| (role(member.role), member.person)).collect(),
        online: Vec::new(),
        features: Vec::new(),
        silent: view.unnamed,
    })
}
