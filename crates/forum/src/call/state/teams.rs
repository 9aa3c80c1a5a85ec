//! Clusters of issues, and the teams that they become.

use super::{Cluster, Proposal, Saved, Stage, State, TeamRole};
use crate::call::Act;
use crate::call::views::chosen;
use crate::{ClusterId, PersonId, ProposalId, Seq, Stamp, Words};
use imbl::{OrdMap, Vector};
use std::sync::Arc;

/// How many earlier plans are kept.
const EARLIER_MAX: usize = 3;

impl State {
    pub(super) fn apply_to_cluster(&mut self, stamp: &Stamp, act: &Act) {
        match act.clone() {
            Act::ClusterAdded { id, call, title } => {
                let (team, words_in) = (OrdMap::new(), Vector::new());
                let cluster = Cluster { id, call, title, formed: false, team, plan: None, words_in };
                self.clusters.insert(id, Arc::new(cluster));
                self.last_cluster = Some(id);
            }
            Act::ClusterRenamed { cluster, title } => {
                self.change_cluster(cluster, |cluster| cluster.title = title)
            }
            Act::IssuePut { proposal, cluster } => self.put(proposal, cluster),
            Act::ClusterDropped { cluster } => {
                self.clusters.remove(&cluster);
                for issue in self.issues_of(cluster) {
                    self.change(issue, |issue| issue.cluster = None);
                }
            }
            Act::TeamFormed { cluster } => {
                self.change_cluster(cluster, |cluster| cluster.formed = true);
                for issue in self.issues_of(cluster) {
                    self.put(issue, Some(cluster));
                }
            }
            Act::TeamJoined { cluster, person, role } => {
                self.change_cluster(cluster, |cluster| {
                    cluster.team.insert(person, role);
                });
            }
            Act::TeamLeft { cluster, person } => {
                self.change_cluster(cluster, |cluster| {
                    cluster.team.remove(&person);
                });
            }
            Act::TeamPlanned { cluster, plan, replaces } => {
                self.change_cluster(cluster, |cluster| planned(cluster, stamp, plan, &replaces));
            }
            _ => {}
        }
    }

    /// The issues in a cluster.
    pub fn issues_of(&self, cluster: ClusterId) -> Vec<ProposalId> {
        let all = self.proposals.values().filter(|proposal| proposal.cluster == Some(cluster));
        all.map(|proposal| proposal.id).collect()
    }

    /// Puts an issue into a cluster; if that is a team, whoever submitted it belongs to it from now on, if they wish.
    fn put(&mut self, issue: ProposalId, cluster: Option<ClusterId>) {
        self.change(issue, |issue| issue.cluster = cluster);
        let joins = |issue: &Proposal| {
            let wish = chosen(issue, "join-team");
            issue.stage == Stage::Submitted && (wish.is_empty() || wish.iter().any(|answer| answer == "yes"))
        };
        let by = self.proposals.get(&issue).filter(|issue| joins(issue)).map(|issue| issue.by);
        if let (Some(cluster), Some(by)) = (cluster, by)
            && self.clusters.get(&cluster).is_some_and(|known| known.formed && !known.team.contains_key(&by))
        {
            self.change_cluster(cluster, |known| {
                known.team.insert(by, TeamRole::Organiser);
            });
        }
    }

    fn change_cluster(&mut self, cluster: ClusterId, how: impl FnOnce(&mut Cluster)) {
        if let Some(cluster) = self.clusters.get_mut(&cluster) {
            how(Arc::make_mut(cluster));
        }
    }

    pub(super) fn forget_in_teams(&mut self, person: PersonId, acts: &[Seq]) {
        let ids: Vec<_> = self.clusters.keys().copied().collect();
        for id in ids {
            let wrote = |cluster: &Arc<Cluster>| cluster.words_in.iter().any(|(seq, _)| acts.contains(seq));
            let touched = |cluster: &&Arc<Cluster>| cluster.team.contains_key(&person) || wrote(cluster);
            if self.clusters.get(&id).is_some_and(|cluster| touched(&cluster)) {
                self.change_cluster(id, |cluster| forget(cluster, person, acts));
            }
        }
    }
}

fn planned(cluster: &mut Cluster, stamp: &Stamp, plan: Words, replaces: &[Seq]) {
    cluster.words_in.retain(|(seq, _)| !replaces.contains(seq));
    cluster.words_in.push_back((stamp.seq, stamp.by));
    let mut earlier = Vector::new();
    if let Some(before) = cluster.plan.take() {
        earlier = before.earlier;
        if !replaces.contains(&before.seq) {
            earlier.push_front((before.seq, before.now));
        }
        earlier.truncate(EARLIER_MAX.min(earlier.len()));
    }
    cluster.plan = Some(Saved { now: Some(plan), seq: stamp.seq, at: stamp.at, by: stamp.by, earlier });
}

fn forget(cluster: &mut Cluster, person: PersonId, acts: &[Seq]) {
    cluster.team.remove(&person);
    cluster.words_in.retain(|(seq, _)| !acts.contains(seq));
    let Some(plan) = &mut cluster.plan else { return };
    for (seq, words) in &mut plan.earlier {
        if let Some(words) = words.as_mut().filter(|_| acts.contains(seq)) {
            words.erase();
        }
    }
    if let Some(words) = plan.now.as_mut().filter(|_| acts.contains(&plan.seq)) {
        words.erase();
    }
}
