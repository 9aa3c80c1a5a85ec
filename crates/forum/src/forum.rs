//! The forum: the state of all stages, and the two functions that everything goes through.

use crate::act::STEPS_MAX;
use crate::{
    Act, CallId, Command, Context, MeetingId, PersonId, ProposalId, Refusal, Seq, Stamp, call, people,
    permits, programme, review, series, settings,
};
use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The state of a forum after some number of acts. Cloning is cheap: collections are shared until they change.
#[derive(Clone, Default, Serialize)]
pub struct Forum {
    seq: Seq,
    /// The last act by which something changed that others build on: all but what people choose and write for themselves.
    #[serde(skip)]
    built: Seq,
    /// Series and meetings.
    pub series: series::State,
    /// Persons and organisations.
    pub people: people::State,
    /// Calls, and what is proposed.
    #[serde(skip_serializing_if = "call::State::is_empty")]
    pub call: call::State,
    /// What is thought of proposals, and what becomes of them.
    #[serde(skip_serializing_if = "review::State::is_empty")]
    pub review: review::State,
    /// Programmes of all meetings.
    pub programme: programme::State,
    /// What the forum chose about itself.
    #[serde(skip_serializing_if = "settings::State::is_empty")]
    pub settings: settings::State,
}

impl Forum {
    /// The number of the last act applied; 0 before the first.
    pub fn seq(&self) -> Seq {
        self.seq
    }

    /// Decides what a command does, without doing it.
    ///
    /// # Errors
    /// The [`Refusal`] that says why not; nothing has happened then.
    pub fn decide(&self, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
        permits(self, context.actor, command)?;
        settings::admits(self, context.actor, command)?;
        let mut acts = self.decide_in_stage(command, context)?;
        acts.iter_mut().for_each(|act| self.review.erases_too(act, &self.call));
        Ok(acts)
    }

    fn decide_in_stage(&self, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
        match command {
            Command::Series(command) => {
                let act = series::decide(self, command)?;
                programme::keeps_places(self, &act)?;
                Ok(vec![act.into()])
            }
            Command::People(command) => Ok(vec![people::decide(self, command, context)?.into()]),
            Command::Call(command) => {
                Ok(call::decide(self, command, context)?.into_iter().map(Act::from).collect())
            }
            Command::Review(command) => review::decide(self, command, context),
            Command::Programme(command) => {
                Ok(programme::decide(self, command, context)?.into_iter().map(Act::from).collect())
            }
            Command::Settings(command) => Ok(vec![settings::decide(self, command, context)?.into()]),
            Command::Together { since, steps } => self.decide_together(*since, steps, context),
        }
    }

    fn decide_together(
        &self,
        since: Option<Seq>,
        steps: &[Command],
        context: &Context,
    ) -> Result<Vec<Act>, Refusal> {
        // What people choose for their own programmes comes in all day and changes nothing that a step may rest on.
        if let Some(since) = since
            && !(self.built..=self.seq).contains(&since)
        {
            return Err(Refusal::MovedOn { since, now: self.seq });
        }
        if steps.len() > STEPS_MAX {
            return Err(Refusal::TooManySteps { have: steps.len(), max: STEPS_MAX });
        }
        let mut ahead = self.clone();
        let mut acts = Vec::with_capacity(steps.len());
        for (n, step) in (0u64..).zip(steps) {
            // A step that is itself a bundle would let one command nest without bound.
            if matches!(step, Command::Together { .. }) {
                return Err(Refusal::StepsWithinSteps);
            }
            let decided = ahead.decide(step, &context.step(n));
            for act in decided.map_err(|why| Refusal::AtStep { step: n + 1, why: why.into() })? {
                let stamp = Stamp { seq: ahead.seq + 1, at: context.now, by: context.actor };
                ahead.apply(&stamp, &act);
                acts.push(act);
            }
        }
        Ok(acts)
    }

    /// Adds one act to the state. Total: an act that came from the log has happened.
    pub fn apply(&mut self, stamp: &Stamp, act: &Act) {
        self.seq = stamp.seq;
        if !act.is_a_choice() {
            self.built = stamp.seq;
        }
        match act {
            Act::Series(act) => self.series.apply(act),
            Act::People(act) => {
                self.people.apply(stamp, act);
                if let people::Act::PersonErased { person, acts } = act {
                    self.call.forget(*person, acts);
                }
                self.programme.hear(act);
            }
            Act::Call(act) => self.call.apply(stamp, act),
            Act::Review(act) => self.review.apply(stamp, act),
            Act::Programme(act) => self.programme.apply(stamp, act),
            Act::Settings(act) => self.settings.apply(act),
        }
        self.review.hear(act, &self.call);
    }

    /// The acts whose words an act erases; the log blanks their side texts when it stores it.
    pub fn erased_by(act: &Act) -> &[Seq] {
        match act {
            Act::People(people::Act::PersonErased { acts, .. }) => acts,
            Act::Programme(
                programme::Act::SessionErased { acts, .. } | programme::Act::VariantDropped { acts, .. },
            ) => acts,
            Act::Call(
                call::Act::AnswerSaved { replaces: acts, .. }
                | call::Act::PartSaved { replaces: acts, .. }
                | call::Act::TeamPlanned { replaces: acts, .. }
                | call::Act::PartRemoved { acts, .. }
                | call::Act::PartAnswered { acts, .. }
                | call::Act::ProposalErased { acts, .. },
            ) => acts,
            Act::Review(review::Act::ReviewSaved { replaces, .. }) => replaces,
            _ => &[],
        }
    }

    /// The acts outside the list of persons whose words are a person's own, or tell of them.
    pub fn words_of(&self, person: PersonId) -> Vec<Seq> {
        self.call
            .words_of(person, |part| part.person == Some(person) || call::views::is_asked(self, part, person))
    }

    /// Whether the reviewers of a call do not see who stands behind what they review. As long as nobody has said how a
    /// call of sessions is reviewed they see nothing of it: what was read once cannot be made unread.
    pub fn blind(&self, call: CallId) -> bool {
        match self.review.settings.get(&call) {
            Some(settings) => settings.blind,
            // Nobody scores issues.
            None => self.call.calls.get(&call).is_none_or(|known| known.mode == call::Mode::Sessions),
        }
    }

    /// Whether a conflict of interest keeps a person from reading a proposal as a reviewer.
    pub fn barred(&self, person: PersonId, proposal: ProposalId) -> bool {
        self.review.conflicts.get(&proposal).is_some_and(|noted| noted.contains_key(&person))
    }

    /// What becomes of a proposal, once that is released.
    pub fn released(&self, proposal: ProposalId) -> Option<review::Verdict> {
        self.review.decisions.get(&proposal)?.released().map(|decision| decision.verdict)
    }

    /// Whether something was decided about a proposal, whoever knows of it.
    pub fn is_decided(&self, proposal: ProposalId) -> bool {
        self.review.decisions.contains_key(&proposal)
    }

    /// Whether a proposal is being reviewed, so that its organisers can change it no longer by themselves.
    pub fn is_under_review(&self, proposal: ProposalId, now: Timestamp) -> bool {
        let known = self.call.proposals.get(&proposal);
        known.is_some_and(|known| review::views::is_under_review(self, known, now))
    }

    /// Whether a proposal becomes a session, and everybody knows.
    pub fn is_accepted(&self, proposal: ProposalId) -> bool {
        self.released(proposal) == Some(review::Verdict::Accepted)
    }

    /// In how many sessions of a meeting a person must be there, as its makers see it now.
    pub fn sessions_of(&self, meeting: MeetingId, person: PersonId) -> usize {
        let Some(programme) = self.programme.meetings.get(&meeting) else { return 0 };
        let present = |session: &programme::Session| {
            session.roles.iter().any(|(role, who)| *who == person && role.is_present())
        };
        programme.sessions.values().filter(|session| !session.withdrawn && present(session)).count()
    }

    /// SHA-256 of the whole state: the same log gives the same digest, on any machine.
    pub fn digest(&self) -> [u8; 32] {
        let state =
            serde_json::to_vec(self).expect("the state consists of maps with plain keys, lists and texts");
        Sha256::digest(state).into()
    }
}
