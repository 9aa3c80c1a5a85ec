//! What somebody wrote in calls and reviews.

use std::collections::BTreeMap;

use forum::call::{Answer, Proposal, Stage, TeamRole, views};
use forum::people::Role;
use forum::{ClusterId, Forum, PartId, PersonId, ProposalId, Words};
use serde::Serialize;

/// A proposal that they organise.
#[derive(Serialize)]
pub(super) struct Proposed<'a> {
    proposal: ProposalId,
    code: Option<String>,
    stage: Stage,
    answers: BTreeMap<&'a str, Vec<&'a str>>,
}

/// A proposal in which they were asked to take part.
#[derive(Serialize)]
pub(super) struct Asked<'a> {
    proposal: ProposalId,
    title: Option<&'a str>,
    part: PartId,
    role: Role,
    name: Option<&'a str>,
    organisation: Option<&'a str>,
    agrees: Option<bool>,
}

/// A team to which they belong.
#[derive(Serialize)]
pub(super) struct Member<'a> {
    cluster: ClusterId,
    title: &'a str,
    role: TeamRole,
}

/// A review that they wrote.
#[derive(Serialize)]
pub(super) struct Reviewed<'a> {
    proposal: ProposalId,
    scores: &'a BTreeMap<String, u8>,
    to_chair: Option<&'a str>,
    to_proposer: Option<&'a str>,
    submitted: bool,
}

pub(super) fn proposed(forum: &Forum, id: PersonId) -> Vec<Proposed<'_>> {
    let all = views::mine(forum, id).into_iter();
    all.map(|proposal| Proposed {
        proposal: proposal.id,
        code: views::code(proposal),
        stage: proposal.stage,
        answers: answers(proposal),
    })
    .collect()
}

fn answers(proposal: &Proposal) -> BTreeMap<&str, Vec<&str>> {
    let given = proposal.answers.iter().filter_map(|(field, saved)| {
        let values = match saved.now.as_ref()? {
            Answer::Text(words) => words.text().into_iter().collect(),
            Answer::Chosen(keys) => keys.iter().map(String::as_str).collect(),
        };
        Some((field.as_str(), values))
    });
    given.collect()
}

pub(super) fn asked(forum: &Forum, id: PersonId) -> Vec<Asked<'_>> {
    let one = |(proposal, part)| {
        let of = forum.call.proposals.get(&proposal)?;
        let known = of.parts.get(&part)?;
        Some(Asked {
            proposal,
            title: views::title(of),
            part,
            role: known.role,
            name: known.name.text(),
            organisation: text(known.organisation.as_ref()),
            agrees: known.agrees,
        })
    };
    views::asked_of(forum, id).into_iter().filter_map(one).collect()
}

pub(super) fn teams(forum: &Forum, id: PersonId) -> Vec<Member<'_>> {
    let all = forum.call.clusters.values().filter_map(|cluster| {
        let role = *cluster.team.get(&id)?;
        Some(Member { cluster: cluster.id, title: &cluster.title, role })
    });
    all.collect()
}

pub(super) fn reviewed(forum: &Forum, id: PersonId) -> Vec<Reviewed<'_>> {
    let all = forum.review.reviews.iter().filter_map(|(proposal, of)| {
        let review = of.get(&id)?;
        Some(Reviewed {
            proposal: *proposal,
            scores: &review.scores,
            to_chair: text(review.to_chair.as_ref()),
            to_proposer: text(review.to_proposer.as_ref()),
            submitted: review.submitted,
        })
    });
    all.collect()
}

fn text(words: Option<&Words>) -> Option<&str> {
    words.and_then(Words::text)
}
