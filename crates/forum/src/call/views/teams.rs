//! Teams as somebody may see them: what they are about is public, who is in them as far as they agreed to that.

use super::{chosen, text, title};
use crate::call::{Call, Cluster, Proposal, Stage, TeamRole};
use crate::{ClusterId, Forum, PersonId, ProposalId, Viewer};

/// A team as somebody may see it.
pub struct TeamView<'a> {
    /// The cluster that it grew from.
    pub cluster: &'a Cluster,
    /// The call.
    pub call: &'a Call,
    /// Its issues, in the order in which they were submitted.
    pub issues: Vec<IssueView<'a>>,
    /// Who is in it and may be named to the viewer, focal points first.
    pub members: Vec<Member<'a>>,
    /// How many are in it besides.
    pub unnamed: usize,
    /// Whether the viewer belongs to it, or runs the forum: they write its plan.
    pub inside: bool,
    /// Whether the viewer answers for it, or runs the forum: they have its addresses.
    pub leads: bool,
}

/// An issue of a team.
pub struct IssueView<'a> {
    /// Its id.
    pub id: ProposalId,
    /// Its title.
    pub title: Option<&'a str>,
    /// What it says.
    pub description: Option<&'a str>,
    /// Who submitted it, if they agreed to be named.
    pub by: Option<&'a str>,
}

/// Somebody in a team.
pub struct Member<'a> {
    /// Who.
    pub person: PersonId,
    /// Their name; nothing, if it was erased.
    pub name: Option<&'a str>,
    /// As what.
    pub role: TeamRole,
    /// Their address for mail; for those who lead the team.
    pub email: Option<&'a str>,
}

/// The teams of all calls, as far as a viewer may see them.
pub fn teams(forum: &Forum, viewer: Viewer) -> Vec<TeamView<'_>> {
    forum.call.clusters.keys().filter_map(|id| team(forum, viewer, *id)).collect()
}

/// A team, as far as a viewer may see it.
pub fn team(forum: &Forum, viewer: Viewer, id: ClusterId) -> Option<TeamView<'_>> {
    let cluster: &Cluster = forum.call.clusters.get(&id)?;
    let call: &Call = forum.call.calls.get(&cluster.call)?;
    if !cluster.formed || !(call.announced || viewer.runs(forum)) {
        return None;
    }
    let own = match viewer {
        Viewer::Person(person) => cluster.team.get(&person).copied(),
        _ => None,
    };
    let runs = viewer.runs(forum);
    let (inside, leads) = (runs || own.is_some(), runs || own == Some(TeamRole::FocalPoint));
    let issues: Vec<&Proposal> = forum
        .call
        .proposals
        .values()
        .map(AsRef::as_ref)
        .filter(|issue| issue.cluster == Some(id) && issue.stage == Stage::Submitted)
        .collect();
    let member = |(person, role): (&PersonId, &TeamRole)| {
        let known = forum.people.persons.get(person)?;
        let email = known.email.as_ref().and_then(|email| email.text()).filter(|_| leads);
        (inside || agrees(&issues, *person)).then(|| Member {
            person: *person,
            name: known.name.text(),
            role: *role,
            email,
        })
    };
    let mut members: Vec<Member<'_>> = cluster.team.iter().filter_map(member).collect();
    members.sort_by_key(|member| (member.role, member.person));
    let unnamed = cluster.team.len() - members.len();
    let issue = |issue: &&'_ Proposal| (issue.number, issue.id);
    let mut sorted = issues;
    sorted.sort_by_key(issue);
    let issues = sorted.into_iter().map(|issue| issue_view(forum, issue, inside)).collect();
    Some(TeamView { cluster, call, issues, members, unnamed, inside, leads })
}

/// Whether somebody may be named: whoever joined by themselves may, and whoever said so when they submitted.
fn agrees(issues: &[&Proposal], person: PersonId) -> bool {
    issues.iter().filter(|issue| issue.by == person).all(|issue| says_yes(issue))
}

fn says_yes(issue: &Proposal) -> bool {
    chosen(issue, "publish").iter().any(|answer| answer == "yes")
}

fn issue_view<'a>(forum: &'a Forum, issue: &'a Proposal, inside: bool) -> IssueView<'a> {
    let by = forum.people.persons.get(&issue.by).and_then(|person| person.name.text());
    IssueView {
        id: issue.id,
        title: title(issue),
        description: text(issue, "description"),
        by: by.filter(|_| inside || says_yes(issue)),
    }
}
