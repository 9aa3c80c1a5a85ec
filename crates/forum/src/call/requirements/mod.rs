//! Rules for what is submitted: data with a reason, each a file with its check and a line in [`REQUIREMENTS`].
//!
//! A check says what is wrong, with figures and names, or nothing. What a rule is called, why there is one and what its
//! breach says are messages: `rule-KEY`, `rule-KEY-reason`, `rule-KEY-breach`.

mod confirmed_speakers;
mod diversity;
mod most_of_one;
mod on_site;
mod others;
mod report;
mod reviewers;
mod speaker_elsewhere;
mod speakers;

use self::others::Others;
use super::{Call, Mode, Proposal, Said, Stage};
use crate::{Forum, ProposalId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A rule for what is submitted, as a call has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its name: one of [`REQUIREMENTS`].
    pub key: String,
    /// Its figure: at most or at least so many.
    pub count: u32,
    /// Why there is this rule; an empty one says what the catalogue of messages has for its name.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub reason: Said,
    /// The types of session for which it holds; without any, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
}

/// What a proposal breaks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Breach {
    /// The rule.
    pub key: &'static str,
    /// Its figure.
    pub count: u32,
    /// What the proposal has instead.
    pub have: u32,
    /// Whom or what it is about, by name.
    pub about: Vec<String>,
}

/// What a check is about.
struct Ground<'a> {
    forum: &'a Forum,
    call: &'a Call,
    proposal: &'a Proposal,
    others: &'a Others,
}

/// What a check finds: how many there are, and whom it is about.
struct Found {
    have: usize,
    about: Vec<String>,
}

/// A kind of rule.
pub struct Rule {
    /// Its name.
    pub key: &'static str,
    /// The figure that it has in a new call; 0, if it takes none.
    pub count: u32,
    /// The types of session for which it holds in a new call; without any, all.
    pub only: &'static [&'static str],
    /// The modes of calls that begin with it.
    pub modes: &'static [Mode],
    check: fn(&Ground<'_>, u32) -> Option<Found>,
}

/// All kinds of rules. A new one is a file and a line here, and its messages.
pub const REQUIREMENTS: &[Rule] = &[
    most_of_one::PERSON,
    most_of_one::ORGANISATION,
    speakers::RULE,
    confirmed_speakers::RULE,
    diversity::GROUPS,
    diversity::REGIONS,
    diversity::GENDERS,
    on_site::SPEAKERS,
    on_site::MODERATOR,
    speaker_elsewhere::RULE,
    reviewers::RULE,
    report::RULE,
];

const SESSIONS: &[Mode] = &[Mode::Sessions];
const BOTH: &[Mode] = &[Mode::Sessions, Mode::Issues];

impl Rule {
    /// The rule with a name.
    pub fn find(key: &str) -> Option<&'static Rule> {
        REQUIREMENTS.iter().find(|rule| rule.key == key)
    }

    /// The rule as a new call has it.
    pub fn requirement(&self) -> Requirement {
        let only = self.only.iter().map(|kind| (*kind).to_owned()).collect();
        Requirement { key: self.key.to_owned(), count: self.count, reason: Said::new(), only }
    }

    fn breach(&self, ground: &Ground<'_>, count: u32) -> Option<Breach> {
        let Found { have, about } = (self.check)(ground, count)?;
        let have = u32::try_from(have).unwrap_or(u32::MAX);
        Some(Breach { key: self.key, count, have, about })
    }
}

/// What a proposal breaks as it stands, in the order of the call's rules.
pub fn breaches(forum: &Forum, call: &Call, proposal: &Proposal) -> Vec<Breach> {
    broken(&Ground { forum, call, proposal, others: &Others::of(forum, call) })
}

/// What each proposal of a call that was submitted breaks as it stands; those that keep all rules are not there.
pub fn breaches_of_all(forum: &Forum, call: &Call) -> BTreeMap<ProposalId, Vec<Breach>> {
    let others = Others::of(forum, call);
    let all = forum.call.proposals.values().filter(|known| known.call == call.id);
    let submitted = all.filter(|known| known.stage == Stage::Submitted);
    let found =
        submitted.map(|known| (known.id, broken(&Ground { forum, call, proposal: known, others: &others })));
    found.filter(|(_, broken)| !broken.is_empty()).collect()
}

fn broken(ground: &Ground<'_>) -> Vec<Breach> {
    let Ground { call, proposal, .. } = ground;
    let holds = |rule: &&Requirement| rule.only.is_empty() || rule.only.contains(&proposal.kind);
    let of_call = call
        .requirements
        .iter()
        .filter(holds)
        .filter_map(|requirement| Rule::find(&requirement.key)?.breach(ground, requirement.count));
    let most = call.offers.iter().find(|offer| offer.kind == proposal.kind).and_then(|offer| offer.most);
    let of_kind = most.and_then(|count| {
        let have = u32::try_from(ground.others.of_kind(proposal)).unwrap_or(u32::MAX);
        (have > count).then(|| Breach { key: most_of_one::PERSON.key, count, have, about: Vec::new() })
    });
    of_call.chain(of_kind).collect()
}

/// Too few of something.
fn at_least(have: usize, count: u32) -> Option<Found> {
    (have < count as usize).then_some(Found { have, about: Vec::new() })
}
