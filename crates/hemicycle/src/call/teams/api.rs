//! Teams as data, each as far as its reader may see it.

use forum::ClusterId;
use forum::call::TeamRole;
use forum::call::views::{TeamView, team, teams};
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;

/// A team.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Team")]
pub struct TeamData {
    /// Its id.
    id: u32,
    /// Id of the call.
    call: u32,
    /// What it is about.
    title: String,
    /// What it plans; `null` if nothing yet, or if it was erased.
    plan: Option<String>,
    /// The act that saved the plan: give it as `on` when you change it; 0 if there is none.
    on: u64,
    /// Its issues.
    issues: Vec<IssueData>,
    /// Who is in it, as far as you may know.
    members: Vec<MemberData>,
    /// How many are in it besides.
    unnamed: usize,
}

/// An issue of a team.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TeamIssue")]
struct IssueData {
    /// Its id.
    id: u32,
    /// Its title.
    title: Option<String>,
    /// What it says.
    description: Option<String>,
    /// Who submitted it, if they agreed to be named.
    by: Option<String>,
}

/// Somebody in a team.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TeamMember")]
struct MemberData {
    /// Id of the person.
    person: u32,
    /// Their name; `null` if it was erased.
    name: Option<String>,
    /// As what.
    role: TeamRole,
}

fn data(team: &TeamView<'_>) -> TeamData {
    let text = |text: Option<&str>| text.map(str::to_owned);
    let plan = team.cluster.plan.as_ref();
    TeamData {
        id: team.cluster.id.0,
        call: team.call.id.0,
        title: team.cluster.title.clone(),
        plan: plan.and_then(|plan| text(plan.now.as_ref()?.text())),
        on: plan.map_or(0, |plan| plan.seq),
        issues: team
            .issues
            .iter()
            .map(|issue| IssueData {
                id: issue.id.0,
                title: text(issue.title),
                description: text(issue.description),
                by: text(issue.by),
            })
            .collect(),
        members: team
            .members
            .iter()
            .map(|member| MemberData { person: member.person.0, name: text(member.name), role: member.role })
            .collect(),
        unnamed: team.unnamed,
    }
}

/// All teams.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Teams")]
pub struct TeamsData {
    /// In the order in which they were made.
    teams: Vec<TeamData>,
}

/// `GET /api/{forum}/teams`
pub struct Teams;

impl Data for Teams {
    type Query = Nothing;
    type Answer = TeamsData;
    const ABOUT: &'static str = "The teams that grew from issues, each as far as you may see it.";

    fn answer(ask: &Ask, _: Nothing) -> Result<TeamsData, Problem> {
        Ok(TeamsData { teams: teams(ask.forum(), ask.viewer()).iter().map(data).collect() })
    }
}

/// `GET /api/{forum}/teams/{cluster}`
pub struct OneTeam;

impl Data for OneTeam {
    type Query = Nothing;
    type Answer = TeamData;
    const ABOUT: &'static str = "A team: its issues, who is in it as far as you may know, and its plan.";

    fn answer(ask: &Ask, _: Nothing) -> Result<TeamData, Problem> {
        let id: ClusterId = ask.exact("cluster")?;
        team(ask.forum(), ask.viewer(), id).as_ref().map(data).ok_or(Problem::NotFound)
    }
}
