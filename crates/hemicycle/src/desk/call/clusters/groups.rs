//! Groups of issues about the same, by the words that few of them share.
//!
//! At first every issue stands alone. The two groups whose issues are on average the most similar become one, again and
//! again, until nothing is similar enough: so that a group holds together as a whole, and not by a chain from one to the
//! next. What stands alone then is proposed to nobody.

use forum::call::{Proposal, Stage, views};
use forum::{CallId, Forum, Pieces, ProposalId, similar_texts};

/// Pairs that are less similar do not count.
const PAIR: f64 = 0.08;
/// From here on, on average, issues belong together.
const TOGETHER: f64 = 0.16;
/// Most issues that are compared: the earliest. What is put into clusters makes room for the rest.
const COMPARED: usize = 400;
/// How much more a word of the title counts.
const TITLE: f64 = 2.0;

/// Issues about the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The title of the one that is most similar to all others.
    pub title: String,
    /// The issues, the earliest first.
    pub issues: Vec<ProposalId>,
    /// How similar they are on average.
    pub likeness: f64,
}

/// The groups among the issues of a call that are in no cluster, the most similar first.
#[must_use]
pub fn proposed(forum: &Forum, call: CallId) -> Vec<Group> {
    let all = crate::desk::call::proposals(forum, call).map(AsRef::as_ref);
    let loose = all.filter(|issue: &&Proposal| issue.stage == Stage::Submitted && issue.cluster.is_none());
    let issues: Vec<&Proposal> = loose.take(COMPARED).collect();
    let texts: Vec<Pieces<'_>> = issues.iter().map(|issue| pieces(issue)).collect();
    let mut like = vec![vec![0.0; issues.len()]; issues.len()];
    for (one, other, likeness) in similar_texts(&texts, PAIR) {
        like[one][other] = likeness;
        like[other][one] = likeness;
    }
    let mut groups: Vec<Group> = grouped(&like)
        .into_iter()
        .map(|(members, likeness)| {
            let middle = members
                .iter()
                .copied()
                .max_by(|a, b| closeness(&like, &members, *a).total_cmp(&closeness(&like, &members, *b)));
            let title = middle.and_then(|at| views::title(issues[at])).unwrap_or_default().to_owned();
            Group { title, issues: members.iter().map(|at| issues[*at].id).collect(), likeness }
        })
        .collect();
    groups.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.issues.cmp(&b.issues)));
    groups
}

fn pieces(issue: &Proposal) -> Pieces<'_> {
    let said = |field| views::text(issue, field).unwrap_or_default();
    vec![(said("title"), TITLE), (said("description"), 1.0)]
}

/// How similar one is to all others of a group together.
fn closeness(like: &[Vec<f64>], members: &[usize], at: usize) -> f64 {
    members.iter().map(|other| like[at][*other]).sum()
}

/// The groups of more than one, each with the average likeness of its pairs.
fn grouped(like: &[Vec<f64>]) -> Vec<(Vec<usize>, f64)> {
    let mut groups: Vec<Vec<usize>> = (0..like.len()).map(|at| vec![at]).collect();
    // The average likeness between two groups; kept up to date as they become one.
    let mut between: Vec<Vec<f64>> = like.to_vec();
    while let Some((one, other)) = nearest(&between) {
        let (a, b) = (groups[one].len() as f64, groups[other].len() as f64);
        let mut gone = between.swap_remove(other);
        for row in between.iter_mut().chain(std::iter::once(&mut gone)) {
            row.swap_remove(other);
        }
        for at in 0..between.len() {
            if at != one {
                let joined = (between[one][at] * a + gone[at] * b) / (a + b);
                between[one][at] = joined;
                between[at][one] = joined;
            }
        }
        let joins = groups.swap_remove(other);
        groups[one].extend(joins);
    }
    let whole = |mut members: Vec<usize>| {
        members.sort_unstable();
        let pairs = (members.len() * (members.len() - 1)) as f64;
        let sum: f64 = members.iter().map(|at| closeness(like, &members, *at)).sum();
        (members, sum / pairs)
    };
    groups.into_iter().filter(|members| members.len() > 1).map(whole).collect()
}

/// The two groups that are most similar, if they are similar enough; the earlier place first.
fn nearest(between: &[Vec<f64>]) -> Option<(usize, usize)> {
    let pairs = between.iter().enumerate().flat_map(|(one, row)| {
        row.iter().enumerate().skip(one + 1).map(move |(other, likeness)| (one, other, *likeness))
    });
    let best = pairs.max_by(|a, b| a.2.total_cmp(&b.2).then((b.0, b.1).cmp(&(a.0, a.1))));
    best.filter(|(.., likeness)| *likeness >= TOGETHER).map(|(one, other, _)| (one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_holds_together_as_a_whole_and_not_by_a_chain() {
        // 0–1–2 are alike; 3 is like 2 alone, and 4 like nobody.
        let mut like = vec![vec![0.0; 5]; 5];
        for (one, other, likeness) in [(0, 1, 0.6), (1, 2, 0.5), (0, 2, 0.4), (2, 3, 0.3)] {
            like[one][other] = likeness;
            like[other][one] = likeness;
        }
        let found = grouped(&like);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, [0, 1, 2]);
        assert!((found[0].1 - 0.5).abs() < 1e-9, "{}", found[0].1);
    }

    #[test]
    fn texts_of_many_languages_stand_side_by_side() {
        let texts = [
            "Children online and their safety",
            "Safety of children in online games",
            "Безопасность детей в интернете",
            "Дети и безопасность интернета",
            "أمن الأطفال على الإنترنت",
            "الأطفال وأمن الإنترنت",
            "儿童网络安全",
            "网络上的儿童安全",
            "Undersea cables",
            "",
        ];
        let pieces: Vec<Pieces<'_>> = texts.iter().map(|text| vec![(*text, 1.0)]).collect();
        let mut like = vec![vec![0.0; texts.len()]; texts.len()];
        for (one, other, likeness) in similar_texts(&pieces, PAIR) {
            like[one][other] = likeness;
            like[other][one] = likeness;
        }
        let mut found: Vec<Vec<usize>> = grouped(&like).into_iter().map(|(members, _)| members).collect();
        found.sort();
        assert_eq!(found, [vec![0, 1], vec![2, 3], vec![4, 5], vec![6, 7]]);
    }
}
