//! Minimum-cost flow by the primal-dual method: shortest paths by reduced cost (Dijkstra), then as much flow as fits
//! along all of them at once (Dinic's blocking flow). With small whole costs there are few different distances, and so
//! few rounds. Source: Ahuja, Magnanti and Orlin, *Network Flows* (1993), chapters 7.3 and 9.8.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A network of nodes and arcs, with the flow that is in it.
pub(crate) struct Network {
    /// Arcs by the node that they leave, as indices of `arcs`.
    leaving: Vec<Vec<usize>>,
    /// Each arc is followed by the one that takes its flow back.
    arcs: Vec<Arc>,
    /// Prices of the nodes: no arc with room left has a negative reduced cost.
    prices: Vec<i64>,
}

struct Arc {
    to: usize,
    room: i64,
    cost: i64,
}

/// An arc of the network, as [`Network::arc`] named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcId(usize);

const FAR: i64 = i64::MAX;

impl Network {
    /// A network of so many nodes without arcs.
    pub(crate) fn new(nodes: usize) -> Self {
        Self { leaving: vec![vec![]; nodes], arcs: vec![], prices: vec![0; nodes] }
    }

    /// Adds an arc with room for so much flow, each unit at this cost, which must not be negative.
    pub(crate) fn arc(&mut self, from: usize, to: usize, room: i64, cost: i64) -> ArcId {
        debug_assert!(cost >= 0, "reduced costs begin as costs");
        let id = self.arcs.len();
        self.leaving[from].push(id);
        self.leaving[to].push(id + 1);
        self.arcs.push(Arc { to, room, cost });
        self.arcs.push(Arc { to: from, room: 0, cost: -cost });
        ArcId(id)
    }

    /// How much flows along an arc.
    pub(crate) fn along(&self, arc: ArcId) -> i64 {
        self.arcs[arc.0 + 1].room
    }

    /// What one unit more along an arc would cost in the whole network, beyond what it may save elsewhere: never negative
    /// for an arc that is not full once the flow is the cheapest.
    pub(crate) fn reduced_cost(&self, arc: ArcId) -> i64 {
        let Arc { to, cost, .. } = self.arcs[arc.0];
        let from = self.arcs[arc.0 + 1].to;
        cost + self.prices[from] - self.prices[to]
    }

    /// What the flow costs.
    pub(crate) fn cost(&self) -> i64 {
        self.forward().map(|(_, arc, back)| arc.cost * back.room).sum()
    }

    /// The least that any flow of this amount costs, by the prices (the value of the dual problem): equal to
    /// [`Network::cost`] if and only if the flow is the cheapest.
    pub(crate) fn bound(&self, source: usize, sink: usize, amount: i64) -> i64 {
        let saved = self.forward().map(|(id, arc, back)| {
            let whole = arc.room + back.room;
            whole * self.reduced_cost(ArcId(id)).min(0)
        });
        amount * (self.prices[sink] - self.prices[source]) + saved.sum::<i64>()
    }

    /// The arcs as they were added, each with the one that takes its flow back.
    fn forward(&self) -> impl Iterator<Item = (usize, &Arc, &Arc)> {
        self.arcs.chunks_exact(2).enumerate().map(|(pair, arcs)| (2 * pair, &arcs[0], &arcs[1]))
    }

    /// Sends as much as fits from source to sink, as cheaply as possible, and says how much that is.
    pub(crate) fn send(&mut self, source: usize, sink: usize) -> i64 {
        let mut sent = 0;
        while let Some(distances) = self.distances(source, sink) {
            // Nodes farther than the sink are as far as the sink is: prices stay valid, and nothing is lost.
            let limit = distances[sink];
            for (price, distance) in self.prices.iter_mut().zip(&distances) {
                *price += (*distance).min(limit);
            }
            sent += self.block(source, sink);
        }
        sent
    }

    /// The nodes that the source still reaches when no more flow fits: one side of a smallest cut.
    pub(crate) fn reached(&self, source: usize) -> Vec<bool> {
        let mut reached = vec![false; self.leaving.len()];
        let mut open = vec![source];
        reached[source] = true;
        while let Some(node) = open.pop() {
            for &id in &self.leaving[node] {
                let arc = &self.arcs[id];
                if arc.room > 0 && !reached[arc.to] {
                    reached[arc.to] = true;
                    open.push(arc.to);
                }
            }
        }
        reached
    }

    /// Shortest distances by reduced cost, as far as the sink; `None` if it cannot be reached any more.
    fn distances(&self, source: usize, sink: usize) -> Option<Vec<i64>> {
        let mut distances = vec![FAR; self.leaving.len()];
        let mut open = BinaryHeap::from([Reverse((0, source))]);
        distances[source] = 0;
        while let Some(Reverse((distance, node))) = open.pop() {
            if distance > distances[node] {
                continue;
            }
            if node == sink {
                return Some(distances);
            }
            for &id in &self.leaving[node] {
                let arc = &self.arcs[id];
                if arc.room == 0 {
                    continue;
                }
                let there = distance + arc.cost + self.prices[node] - self.prices[arc.to];
                if there < distances[arc.to] {
                    distances[arc.to] = there;
                    open.push(Reverse((there, arc.to)));
                }
            }
        }
        None
    }

    /// Fills the arcs without reduced cost until no path of them leads to the sink.
    fn block(&mut self, source: usize, sink: usize) -> i64 {
        let mut sent = 0;
        while let Some(levels) = self.levels(source, sink) {
            let mut next = vec![0; self.leaving.len()];
            loop {
                let more = self.push(source, sink, FAR, &levels, &mut next);
                if more == 0 {
                    break;
                }
                sent += more;
            }
        }
        sent
    }

    fn is_free(&self, from: usize, arc: &Arc) -> bool {
        arc.room > 0 && arc.cost + self.prices[from] == self.prices[arc.to]
    }

    /// How many free arcs lie between the source and each node.
    fn levels(&self, source: usize, sink: usize) -> Option<Vec<usize>> {
        let mut levels = vec![usize::MAX; self.leaving.len()];
        levels[source] = 0;
        let mut row = vec![source];
        while !row.is_empty() && levels[sink] == usize::MAX {
            let mut further = vec![];
            for &node in &row {
                for &id in &self.leaving[node] {
                    let arc = &self.arcs[id];
                    if levels[arc.to] == usize::MAX && self.is_free(node, arc) {
                        levels[arc.to] = levels[node] + 1;
                        further.push(arc.to);
                    }
                }
            }
            row = further;
        }
        (levels[sink] != usize::MAX).then_some(levels)
    }

    /// Sends flow along one path of free arcs that leads a level further each time. As deep as there are levels: source,
    /// proposal, group, reviewer, sink, and back and forth between the last two kinds.
    fn push(&mut self, node: usize, sink: usize, most: i64, levels: &[usize], next: &mut [usize]) -> i64 {
        if node == sink {
            return most;
        }
        while let Some(&id) = self.leaving[node].get(next[node]) {
            let to = self.arcs[id].to;
            if levels[to] == levels[node] + 1 && self.is_free(node, &self.arcs[id]) {
                let sent = self.push(to, sink, most.min(self.arcs[id].room), levels, next);
                if sent > 0 {
                    self.arcs[id].room -= sent;
                    self.arcs[id ^ 1].room += sent;
                    return sent;
                }
            }
            next[node] += 1;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_way_is_filled_before_the_dear_one_and_flow_is_taken_back_where_that_is_cheaper() {
        // 0 → 1 → 3 and 0 → 2 → 3, with a bridge from 1 to 2 that is cheap at first and must be given up for the second unit.
        let mut network = Network::new(4);
        let arcs = [(0, 1, 1, 1), (0, 2, 1, 5), (1, 2, 1, 0), (1, 3, 1, 6), (2, 3, 1, 1)]
            .map(|(from, to, room, cost)| network.arc(from, to, room, cost));
        assert_eq!(network.send(0, 3), 2);
        assert_eq!(arcs.map(|arc| network.along(arc)), [1, 1, 0, 1, 1]);
        assert!(arcs.iter().all(|arc| network.along(*arc) == 1 || network.reduced_cost(*arc) >= 0));
    }

    #[test]
    fn what_the_source_still_reaches_shows_the_narrow_place() {
        let mut network = Network::new(4);
        for (from, to, room) in [(0, 1, 5), (1, 2, 2), (2, 3, 9)] {
            network.arc(from, to, room, 1);
        }
        assert_eq!(network.send(0, 3), 2);
        assert_eq!(network.reached(0), [true, true, false, false]);
    }
}
