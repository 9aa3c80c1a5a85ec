//! Issues that belong together: those in no cluster on one side, with the groups that their words propose; the clusters
//! on the other. Nothing is rejected.

pub mod groups;
mod order;

use std::sync::Arc;

use forum::ProposalId;
use forum::call::{Cluster, Mode, Proposal, Stage, views};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;

use super::OneCall;
use super::proposals::title;
use crate::api::data::{Ask, Data, Nothing};
use crate::desk::form::{Sheet, Typed};
use crate::desk::told;
use crate::problem::Problem;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};
use groups::Group;

pub(in crate::desk) use order::read;

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = OneCall::of(visit)?;
    if of.call.mode != Mode::Issues {
        return Err(NotFound);
    }
    let sheet = Sheet::new(visit, typed);
    let loose: Vec<&Arc<Proposal>> = loose(&of).collect();
    let groups = groups::proposed(visit.forum(), of.call.id);
    let clusters: Vec<&Arc<Cluster>> = clusters(&of).collect();
    let title = lang.text("calls-clusters");
    let add = sheet.act("add", 0);
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text("calls-clusters-lead")) }
        div.halves {
            div {
                @if !groups.is_empty() {
                    section { h2 { (lang.text("calls-groups")) } p.soft { (lang.text("calls-groups-hint")) }
                        @for (nth, group) in (1..).zip(&groups) { (proposed(&of, &sheet, nth, group)) } }
                }
                section {
                    h2 { (lang.text_with("calls-loose", [("count", loose.len().into())])) }
                    @if loose.is_empty() { p.soft { (lang.text("calls-loose-none")) } }
                    ul.rows { @for issue in &loose { li { (line(&of, &sheet, issue, &clusters)) } } }
                }
            }
            section {
                h2 { (lang.text_with("calls-clusters-count", [("count", clusters.len().into())])) }
                (add.form("line", &html! {
                    (add.line("text", "title", &lang.text("calls-cluster-title"), "")) (add.send(&lang.text("calls-cluster-add")))
                }))
                @for cluster in &clusters { (one(&of, &sheet, cluster, &clusters)) }
            }
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// The issues in no cluster.
fn loose<'a>(of: &OneCall<'a>) -> impl Iterator<Item = &'a Arc<Proposal>> {
    of.proposals().filter(|issue| issue.stage == Stage::Submitted && issue.cluster.is_none())
}

fn clusters<'a>(of: &OneCall<'a>) -> impl Iterator<Item = &'a Arc<Cluster>> {
    let call = of.call.id;
    of.visit.forum().call.clusters.values().filter(move |cluster| cluster.call == call)
}

/// A group that the words of its issues propose: taken with one click.
fn proposed(of: &OneCall<'_>, sheet: &Sheet<'_>, nth: u32, group: &Group) -> Markup {
    let lang = of.visit.lang();
    let percent = (group.likeness * 100.0).round() as i64;
    let act = sheet.act("take", nth);
    let issues = &of.visit.forum().call.proposals;
    html! {
        div.group {
            ul { @for id in &group.issues { @if let Some(issue) = issues.get(id) { li { (title(issue, lang)) } } } }
            p.soft { (lang.text_with("similar-likeness", [("percent", percent.into())])) }
            (act.form("line", &html! {
                @for id in &group.issues { input type="hidden" name="issues" value=(id); }
                (act.line("text", "title", &lang.text("calls-cluster-title"), &group.title))
                (act.send(&lang.text("calls-group-take")))
            }))
        }
    }
}

/// An issue, and where it goes.
fn line(of: &OneCall<'_>, sheet: &Sheet<'_>, issue: &Proposal, clusters: &[&Arc<Cluster>]) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let ProposalId(id) = issue.id;
    let act = sheet.act("put", id);
    let none = (String::new(), lang.text("calls-cluster-none"));
    let all = clusters.iter().map(|cluster| (cluster.id.to_string(), cluster.title.clone()));
    let all: Vec<_> = std::iter::once(none).chain(all).collect();
    let here = issue.cluster.map(|cluster| cluster.to_string()).unwrap_or_default();
    let label = lang.text_with("calls-cluster-of", [("title", views::title(issue).unwrap_or("—").into())]);
    html! {
        span {
            a href=(visit.to(format!("desk/proposals/{id}"))) { (title(issue, lang)) }
            " " small { (name(&told::person_name(visit, issue.by), lang)) }
        }
        @if !clusters.is_empty() {
            (act.form("line named", &html! {
                (act.choice("cluster", &label, &here, &all))
                button.quiet { (lang.text("calls-cluster-put")) }
            }))
        }
    }
}

fn one(of: &OneCall<'_>, sheet: &Sheet<'_>, cluster: &Cluster, clusters: &[&Arc<Cluster>]) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let issues: Vec<_> = of.proposals().filter(|issue| issue.cluster == Some(cluster.id)).collect();
    let forum::ClusterId(id) = cluster.id;
    let rename = sheet.act("rename", id);
    html! {
        div.group #{ "cluster-" (id) } {
            h3 {
                @if cluster.formed { a href=(visit.to(format!("teams/{id}"))) { (name(&cluster.title, lang)) } } @else { (name(&cluster.title, lang)) }
                " " small { @if cluster.formed { (lang.text_with("calls-team-count", [("count", cluster.team.len().into())])) } }
            }
            ul.rows { @for issue in &issues { li { (line(of, sheet, issue, clusters)) } } }
            div.tools {
                @if !cluster.formed && !issues.is_empty() { (sheet.act("form-team", id).button("", &lang.text("calls-team-form"))) }
                @if cluster.formed && cluster.plan.is_some() {
                    form.bare method="post" action=(of.to("sessions")) { (sheet.act("make-team", id).hidden()) button { (lang.text("calls-team-session")) } }
                }
                details open[rename.was_refused()] { summary { (lang.text("desk-change")) }
                    (rename.form("line", &html! { (rename.line("text", "title", &lang.text("calls-cluster-title"), &cluster.title)) (rename.send(&lang.text("desk-save"))) }))
                    @if !cluster.formed { (sheet.act("drop", id).button("quiet", &lang.text("calls-cluster-drop"))) }
                }
            }
        }
    }
}

/// A cluster.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IssueCluster")]
struct ClusterData {
    /// Its id.
    id: u32,
    /// What it is about.
    title: String,
    /// Whether it is a team.
    formed: bool,
    /// Ids of its issues.
    issues: Vec<u32>,
}

/// A group that the words of its issues propose.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ProposedGroup")]
struct GroupData {
    /// The title of the issue in its middle.
    title: String,
    /// Ids of its issues.
    issues: Vec<u32>,
    /// How similar they are on average, from 0 to 1.
    likeness: f64,
}

/// The clusters of a call, what is in none, and what might become one.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IssueClusters")]
pub struct ClustersData {
    /// The clusters.
    clusters: Vec<ClusterData>,
    /// Ids of the issues in none.
    loose: Vec<u32>,
    /// Groups that the words of those issues propose.
    groups: Vec<GroupData>,
}

/// `GET /api/{forum}/desk/calls/{call}/clusters`
pub struct Clusters;

impl Data for Clusters {
    type Query = Nothing;
    type Answer = ClustersData;
    const ABOUT: &'static str =
        "The clusters of a call for issues, and the groups that similar words propose.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ClustersData, Problem> {
        let (forum, call) = (ask.forum(), super::api::call(ask)?);
        if call.mode != Mode::Issues {
            return Err(Problem::NotFound);
        }
        let ids = |issues: &[ProposalId]| issues.iter().map(|id| id.0).collect::<Vec<_>>();
        let cluster = |cluster: &Arc<Cluster>| ClusterData {
            id: cluster.id.0,
            title: cluster.title.clone(),
            formed: cluster.formed,
            issues: ids(&forum.call.issues_of(cluster.id)),
        };
        let group = |group: Group| GroupData {
            issues: ids(&group.issues),
            title: group.title,
            likeness: (group.likeness * 1000.0).round() / 1000.0,
        };
        let all = super::proposals(forum, call.id);
        let loose = all.filter(|issue| issue.stage == Stage::Submitted && issue.cluster.is_none());
        Ok(ClustersData {
            clusters: forum.call.clusters.values().filter(|one| one.call == call.id).map(cluster).collect(),
            loose: loose.map(|issue| issue.id.0).collect(),
            groups: groups::proposed(forum, call.id).into_iter().map(group).collect(),
        })
    }
}
