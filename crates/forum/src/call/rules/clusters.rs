//! Issues that belong together, and the teams that make sessions of them. Nothing is rejected.

use super::{at_most, call, changed, person, proposal, runs, seen, still_types};
use crate::call::{Act, Call, Cluster, Command, Mode, Stage, TeamRole};
use crate::context::Scribe;
use crate::text::{TITLE_MAX, line, optional_prose};
use crate::{Actor, CallId, ClusterId, Context, Forum, PersonId, ProposalId, Refusal, Seq};

/// Most clusters of a call.
const CLUSTERS_MAX: usize = 2_000;
/// Most people in a team.
const TEAM_MAX: usize = 2_000;

pub(super) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    match command {
        Command::AddCluster { call, title } => add(forum, *call, title),
        Command::RenameCluster { cluster: id, title } => {
            let title = changed(Some(&cluster(forum, *id)?.title), line("title", title, TITLE_MAX)?)?;
            Ok(Act::ClusterRenamed { cluster: *id, title })
        }
        Command::PutIssue { proposal, cluster } => put(forum, *proposal, *cluster),
        Command::DropCluster { cluster: id } => match cluster(forum, *id)?.formed {
            true => Err(Refusal::TeamStands { cluster: *id }),
            false => Ok(Act::ClusterDropped { cluster: *id }),
        },
        Command::FormTeam { cluster } => form(forum, *cluster),
        Command::JoinTeam { cluster, person, role } => join(forum, *cluster, *person, *role, context),
        Command::LeaveTeam { cluster: id, person } => match team(forum, *id)?.team.contains_key(person) {
            true => Ok(Act::TeamLeft { cluster: *id, person: *person }),
            false => Err(Refusal::NotInTeam { person: *person }),
        },
        Command::PlanTeam { cluster, plan, on } => write(forum, *cluster, plan, *on, context),
        _ => Err(Refusal::NothingChanged),
    }
}

fn cluster(forum: &Forum, id: ClusterId) -> Result<&Cluster, Refusal> {
    forum.call.clusters.get(&id).map(|known| &**known).ok_or(Refusal::NoSuchCluster { cluster: id })
}

/// A cluster that is a team.
fn team(forum: &Forum, id: ClusterId) -> Result<&Cluster, Refusal> {
    cluster(forum, id).and_then(|known| match known.formed {
        true => Ok(known),
        false => Err(Refusal::NoSuchCluster { cluster: id }),
    })
}

/// A call that gathers issues.
fn of_issues(known: &Call) -> Result<(), Refusal> {
    if known.mode == Mode::Issues { Ok(()) } else { Err(Refusal::NoIssuesHere { call: known.id }) }
}

fn add(forum: &Forum, id: CallId, title: &str) -> Result<Act, Refusal> {
    of_issues(call(forum, id)?)?;
    let others = forum.call.clusters.values().filter(|known| known.call == id);
    at_most("cluster", others.count() + 1, CLUSTERS_MAX)?;
    let title = line("title", title, TITLE_MAX)?;
    Ok(Act::ClusterAdded { id: ClusterId::after(forum.call.last_cluster().as_ref()), call: id, title })
}

fn put(forum: &Forum, id: ProposalId, into: Option<ClusterId>) -> Result<Act, Refusal> {
    let (call, known) = proposal(forum, id)?;
    of_issues(call)?;
    if known.stage != Stage::Submitted {
        return Err(Refusal::NotSubmitted { proposal: id });
    }
    if let Some(into) = into
        && cluster(forum, into)?.call != call.id
    {
        return Err(Refusal::NoSuchCluster { cluster: into });
    }
    Ok(Act::IssuePut { proposal: id, cluster: changed(Some(&known.cluster), into)? })
}

fn form(forum: &Forum, id: ClusterId) -> Result<Act, Refusal> {
    if cluster(forum, id)?.formed {
        return Err(Refusal::NothingChanged);
    }
    match forum.call.issues_of(id).is_empty() {
        true => Err(Refusal::ClusterEmpty { cluster: id }),
        false => Ok(Act::TeamFormed { cluster: id }),
    }
}

/// Anybody may join, in any role but that of the focal point: that one the secretariat or a focal point gives. Nobody is
/// brought in by somebody else, whoever that is: to be in a team is to be named on its page, and to be written to.
fn join(
    forum: &Forum,
    id: ClusterId,
    who: PersonId,
    role: TeamRole,
    context: &Context,
) -> Result<Act, Refusal> {
    let known = team(forum, id)?;
    let before = known.team.get(&who);
    if before.is_none() && context.actor != Actor::Person(who) {
        return Err(Refusal::NotInTeam { person: who });
    }
    forum.people.living(who)?;
    let leads = |by| known.team.get(&by) == Some(&TeamRole::FocalPoint);
    let names = runs(forum, context.actor) || person(context.actor).is_ok_and(leads);
    if role == TeamRole::FocalPoint && !names {
        return Err(Refusal::NotAllowed);
    }
    at_most("team", known.team.len() + usize::from(before.is_none()), TEAM_MAX)?;
    Ok(Act::TeamJoined { cluster: id, person: who, role: changed(before, role)? })
}

fn write(forum: &Forum, id: ClusterId, plan: &str, on: Seq, context: &Context) -> Result<Act, Refusal> {
    let known = team(forum, id)?;
    let plan = optional_prose("plan", plan)?.ok_or(Refusal::Empty { field: "plan".into() })?;
    let saved = known.plan.as_ref();
    if saved.and_then(|saved| saved.now.as_ref()?.text()) == Some(&plan) {
        return Err(Refusal::NothingChanged);
    }
    seen(on, saved.map_or(0, |saved| saved.seq))?;
    let replaces = saved.filter(|saved| still_types(saved, context)).map(|saved| saved.seq);
    let plan = Scribe::new(context).words(plan);
    Ok(Act::TeamPlanned { cluster: id, plan, replaces: replaces.into_iter().collect() })
}
