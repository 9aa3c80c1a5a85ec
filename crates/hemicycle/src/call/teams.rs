//! Teams: what each is about, who is in it, and what it plans. Nothing is rejected, and it is never too late to join.

pub mod api;
pub mod doors;
mod order;

use forum::call::views::{IssueView, Member, TeamView, team, teams};
use forum::call::{Saved, TeamRole};
use forum::{ClusterId, PersonId, Words};
use maud::{Markup, html};
use platform::languages::Locale;

use super::said;
use crate::desk::form::{Sheet, Typed};
use crate::site::content::{name, paragraphs, prose, tagged};
use crate::site::{NotFound, Page, Part, Visit};

/// All roles in a team, by name, in the order in which a page lists them.
pub(crate) const ROLES: [(TeamRole, &str); 7] = [
    (TeamRole::FocalPoint, "focal-point"),
    (TeamRole::Expert, "expert"),
    (TeamRole::Organiser, "organiser"),
    (TeamRole::KeyParticipant, "key-participant"),
    (TeamRole::Moderator, "moderator"),
    (TeamRole::OnlineModerator, "online-moderator"),
    (TeamRole::Rapporteur, "rapporteur"),
];

/// A role in words.
pub(crate) fn role(role: TeamRole, lang: &Locale) -> String {
    match role {
        TeamRole::FocalPoint => lang.text("teams-focal-point"),
        TeamRole::Expert => lang.text("teams-expert"),
        TeamRole::Organiser => lang.text("role-organiser"),
        TeamRole::KeyParticipant => lang.text("teams-key-participant"),
        TeamRole::Moderator => lang.text("role-moderator"),
        TeamRole::OnlineModerator => lang.text("role-online-moderator"),
        TeamRole::Rapporteur => lang.text("role-rapporteur"),
    }
}

/// The list of teams.
pub(super) fn list(visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let all = teams(visit.forum(), visit.visitor.viewer());
    let title = lang.text("teams-title");
    let main = html! {
        h1 { (title) }
        p.lead { (lang.text("teams-lead")) }
        @if all.is_empty() { p { (lang.text("teams-none")) } }
        ul.calls {
            @for team in &all {
                @let counts = [("issues", team.issues.len().into()), ("people", (team.members.len() + team.unnamed).into())];
                @let (call, tag) = said::title(team.call, lang);
                li {
                    p { a href=(visit.to(format!("teams/{}", team.cluster.id))) { b { (name(&team.cluster.title, lang)) } } }
                    p.soft { (tagged(call, tag, lang)) " · " (lang.text_with("teams-counts", counts)) }
                }
            }
        }
    };
    Ok(Page { title, part: Part::Call, main })
}

/// The team that an address names, as far as the visitor may see it.
fn of(visit: &Visit) -> Result<TeamView<'_>, NotFound> {
    let part = visit.part("cluster");
    let id: u32 = part.parse().ok().filter(|id: &u32| id.to_string() == part).ok_or(NotFound)?;
    team(visit.forum(), visit.visitor.viewer(), ClusterId(id)).ok_or(NotFound)
}

/// The page of a team.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let team = of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = team.cluster.title.clone();
    let (call, tag) = said::title(team.call, lang);
    let main = html! {
        p.over { a href=(visit.to("teams")) { (lang.text("teams-title")) } " · " (tagged(call, tag, lang)) }
        h1.long { (name(&title, lang)) }
        (sheet.refusal())
        div.two.teams {
            div {
                section { h2 { (lang.text("teams-plan")) } (plan(visit, &team, &sheet)) }
                section { h2 { (lang.text("teams-issues")) } @for issue in &team.issues { (issue_shown(issue, lang)) } }
            }
            aside {
                section { h2 { (lang.text("teams-people")) } (people(visit, &team, &sheet)) }
                section { h2 { (lang.text("teams-join")) } (join(visit, &team, &sheet)) }
                @if team.leads { section { h2 { (lang.text("teams-addresses")) } (addresses(visit, &team)) } }
            }
        }
    };
    Ok(Page { title, part: Part::Call, main })
}

fn issue_shown(issue: &IssueView<'_>, lang: &Locale) -> Markup {
    html! {
        article {
            h3 { @match issue.title { Some(title) => (tagged(title, "", lang)), None => "—" } }
            @if let Some(by) = issue.by { p.soft { (name(by, lang)) } }
            @if let Some(text) = issue.description { (paragraphs(text, lang)) }
        }
    }
}

/// The plan, and for those in the team the form that changes it. Whoever was overtaken by somebody else sees both texts.
fn plan(visit: &Visit, team: &TeamView<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let saved: Option<&Saved<Words>> = team.cluster.plan.as_ref();
    let now = saved.and_then(|saved| saved.now.as_ref());
    let act = sheet.act("plan", 0);
    html! {
        @match now { Some(words) => (prose(words, "", lang)), None => p.soft { (lang.text("teams-no-plan")) } }
        @if team.inside {
            details open[act.was_refused()] {
                summary { (lang.text("teams-plan-write")) }
                @if act.was_refused() { p { (lang.text("teams-plan-both")) } }
                (act.form("stack", &html! {
                    input type="hidden" name="on" value=(saved.map_or(0, |saved| saved.seq));
                    (act.prose("plan", &lang.text("teams-plan"), 14, now.map_or("", |words| words.or_empty())))
                    p.soft { (lang.text("markdown-hint")) }
                    (act.send(&lang.text("desk-save")))
                }))
            }
        }
    }
}

fn people(visit: &Visit, team: &TeamView<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let me = visit.visitor.person();
    html! {
        ul.rows {
            @for member in &team.members {
                li {
                    div { (called(member, lang)) " " small { (role(member.role, lang)) } }
                    @if me == Some(member.person) || team.leads {
                        (leave(sheet, member, me, lang))
                    }
                }
            }
        }
        @if team.unnamed > 0 { p.soft { (lang.text_with("teams-unnamed", [("count", team.unnamed.into())])) } }
    }
}

fn called(member: &Member<'_>, lang: &Locale) -> Markup {
    match member.name {
        Some(known) => name(known, lang),
        None => crate::site::content::erased(lang),
    }
}

fn leave(sheet: &Sheet<'_>, member: &Member<'_>, me: Option<PersonId>, lang: &Locale) -> Markup {
    let PersonId(id) = member.person;
    let (text, who) = match me == Some(member.person) {
        true => (lang.text("teams-leave"), String::new()),
        false => (lang.text("teams-remove"), format!(": {}", member.name.unwrap_or_default())),
    };
    sheet.act("leave", id).form("bare", &html! { button.quiet aria-label={ (text) (who) } { (text) } })
}

/// How one joins, or does something else in the team.
fn join(visit: &Visit, team: &TeamView<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = visit.lang();
    let me = visit.visitor.person();
    let own = me.and_then(|me| team.cluster.team.get(&me));
    let may = |wanted: TeamRole| wanted != TeamRole::FocalPoint || team.leads;
    let roles: Vec<_> = ROLES
        .iter()
        .filter(|(known, _)| may(*known))
        .map(|(known, key)| ((*key).to_owned(), role(*known, lang)))
        .collect();
    let known =
        own.and_then(|own| ROLES.iter().find(|(known, _)| known == own)).map_or("organiser", |(_, key)| key);
    // Nobody is brought in by others: what changes is what somebody does who is in it.
    let others: Vec<_> = team
        .members
        .iter()
        .filter(|member| me != Some(member.person))
        .map(|member| (member.person.to_string(), member.name.unwrap_or("—").to_owned()))
        .collect();
    let (act, other) = (sheet.act("join", 0), sheet.act("name", 0));
    html! {
        @if me.is_some() {
            @if own.is_none() { p.soft { (lang.text("teams-join-hint")) } }
            (act.form("stack", &html! {
                (act.choice("role", &lang.text("teams-role"), known, &roles))
                (act.send(&if own.is_some() { lang.text("teams-change-role") } else { lang.text("teams-join-go") }))
            }))
        } @else {
            p { (lang.text("teams-join-signed-out")) }
            p { a.go href={ (visit.to("sign-in")) "?next=" (crate::site::reader::encode(&visit.reader.here)) } { (lang.text("teams-join-go")) } }
        }
        @if team.leads && !others.is_empty() {
            details open[other.was_refused()] {
                summary { (lang.text("teams-name-other")) }
                (other.form("stack", &html! {
                    (other.choice("person", &lang.text("desk-person-name"), "", &others))
                    (other.choice("role", &lang.text("teams-role"), "focal-point", &roles))
                    (other.send(&lang.text("desk-save")))
                }))
            }
        }
    }
}

/// The addresses, for those who write to the team: never public.
fn addresses(visit: &Visit, team: &TeamView<'_>) -> Markup {
    let lang = visit.lang();
    let all: Vec<&str> = team.members.iter().filter_map(|member| member.email).collect();
    html! {
        p.soft { (lang.text("teams-addresses-hint")) }
        @if all.is_empty() { p { (lang.text("teams-addresses-none")) } }
        @else {
            // Blind copies: nobody's address is shown to the others by a letter.
            p { a href={ "mailto:?bcc=" (all.iter().map(|one| crate::site::reader::encode(one)).collect::<Vec<_>>().join(",")) } { (lang.text("teams-write-all")) } }
            p { a href={ (visit.to(format!("teams/{}/addresses.csv", team.cluster.id))) } download { (lang.text("calls-as-csv")) } }
        }
    }
}
