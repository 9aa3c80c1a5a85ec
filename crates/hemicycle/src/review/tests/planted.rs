//! A call with as many proposals and reviewers as one likes, whose true order is known.

use forum::call::{self, Answer};
use forum::people::{self, Office};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{self, Settings};
use forum::{Act, Actor, CallId, Forum, MeetingId, PersonId, ProposalId, Stamp, Words};
use jiff::Timestamp;
use std::collections::BTreeMap;

pub(super) const CALL: CallId = CallId(1);

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        self.below(1 << 53) as f64 / (1_u64 << 53) as f64
    }

    /// A normal deviation, near enough: the sum of twelve even ones (the central limit).
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// A forum, act by act: the tests of the bridge are about large states, which commands would be slow to make.
pub(super) struct Made {
    pub(super) forum: Forum,
}

impl Made {
    pub(super) fn add(&mut self, act: impl Into<Act>) {
        let at: Timestamp = "2023-06-01T00:00:00Z".parse().expect("a time");
        let stamp = Stamp { seq: self.forum.seq() + 1, at, by: Actor::Secretariat };
        self.forum.apply(&stamp, &act.into());
    }

    /// A call with so many reviewers, of the first four groups in turn, and so many proposals of eight themes.
    pub(super) fn of(reviewers: u32, proposals: u32, how: impl Fn(&mut Settings)) -> Made {
        let mut made = Made { forum: Forum::default() };
        let mode = call::Mode::Sessions;
        let opens: Timestamp = "2023-05-01T00:00:00Z".parse().expect("a time");
        let gate = call::Gate { opens, closes: "2023-09-01T00:00:00Z".parse().expect("a time") };
        let said = call::Said::new;
        let (introduction, how_decided) = (said(), said());
        let about =
            call::About { title: said(), introduction, how_decided, gate, told_by: None, open: false };
        made.add(call::Act::CallAdded { id: CALL, meeting: MeetingId(1), mode, about });
        let mut settings = Settings { screens: false, ..Settings::usual(gate) };
        settings.criteria.truncate(1);
        how(&mut settings);
        made.add(review::Act::ReviewSet { call: CALL, settings });
        for number in 1..=reviewers + proposals {
            made.person(number);
            if number <= reviewers {
                made.add(people::Act::OfficeGranted { person: PersonId(number), office: Office::Reviewer });
            }
        }
        for number in 1..=proposals {
            made.proposal(number, PersonId(reviewers + number));
        }
        made
    }

    fn person(&mut self, number: u32) {
        let group = StakeholderGroup::ALL[number as usize % 4];
        self.add(people::Act::PersonAdded {
            id: PersonId(number),
            name: words(&format!("Person {number}")),
            email: None,
            biography: None,
            organisation: None,
            group: Some(group),
            country: None,
            region: None,
            gender: if number.is_multiple_of(3) { Gender::Female } else { Gender::Male },
            origin: None,
        });
    }

    fn proposal(&mut self, number: u32, by: PersonId) {
        let proposal = ProposalId(number);
        let kind = if number.is_multiple_of(5) { "open-forum" } else { "workshop" };
        self.add(call::Act::ProposalBegun { id: proposal, call: CALL, kind: kind.into(), by });
        let themes =
            ["ai", "fragmentation", "cybersecurity", "data", "divides", "governance", "rights", "green"];
        let theme = themes[number as usize % themes.len()];
        for (field, chosen) in
            [("theme", theme), ("first-time", if number.is_multiple_of(4) { "yes" } else { "no" })]
        {
            let (field, answer) = (field.to_owned(), Some(Answer::Chosen(vec![chosen.to_owned()])));
            self.add(call::Act::AnswerSaved { proposal, field, answer, replaces: vec![] });
        }
        self.add(call::Act::ProposalSubmitted { proposal, number });
    }

    pub(super) fn assign(&mut self, proposal: u32, reviewers: &[u32]) {
        let reviewers = reviewers.iter().map(|number| PersonId(*number)).collect();
        let assigned = BTreeMap::from([(ProposalId(proposal), reviewers)]);
        self.add(review::Act::ReviewersAssigned { call: CALL, assigned });
    }

    pub(super) fn score(&mut self, proposal: u32, reviewer: u32, score: u8) {
        self.add(review::Act::ReviewSaved {
            proposal: ProposalId(proposal),
            reviewer: PersonId(reviewer),
            scores: BTreeMap::from([("relevance".to_owned(), score)]),
            reasons: vec![],
            to_chair: None,
            to_proposer: None,
            merge: None,
            submitted: true,
            replaces: vec![],
        });
    }
}

fn words(text: &str) -> Words {
    Words::new(text, [7; 16])
}

/// Proposals with a true worth, scored by reviewers of whom some are harsh and some lenient.
pub(super) fn planted(seed: u64, proposals: u32, reviewers: u32, each: usize) -> (Made, Vec<f64>) {
    let mut made = Made::of(reviewers, proposals, |_| {});
    let mut dice = Dice(seed);
    let worths: Vec<f64> = (0..proposals).map(|_| 3.0 + 0.6 * dice.normal()).collect();
    let lenient: Vec<f64> = (0..reviewers).map(|_| 0.7 * dice.normal()).collect();
    for (proposal, worth) in (1..).zip(&worths) {
        let mut all: Vec<u32> = (1..=reviewers).collect();
        let chosen: Vec<u32> = (0..each).map(|_| all.swap_remove(dice.below(all.len()))).collect();
        made.assign(proposal, &chosen);
        for reviewer in chosen {
            let score = worth + lenient[reviewer as usize - 1] + 0.5 * dice.normal();
            made.score(proposal, reviewer, score.round().clamp(1.0, 5.0) as u8);
        }
    }
    (made, worths)
}
