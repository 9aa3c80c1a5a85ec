//! Who organises, moderates, speaks and reports, without anyone in two places at once.
//!
//! The rules of the call: at least three people, most of the time of three stakeholder groups and of more than one
//! gender; somebody on site to moderate; nobody in more than three sessions.

use std::collections::{BTreeMap, BTreeSet};

use forum::programme::Role;
use forum::reference::session_types::{Applicant, SessionType};
use jiff::ToSpan;
use jiff::civil::DateTime;

use super::agenda::Draft;
use super::crowd::{Crowd, is_female, origins};
use super::{Person, Placement};
use crate::scenario::dice::Dice;

/// Most sessions of one person, in whatever roles.
pub(super) const SESSIONS_MAX: usize = 3;

/// Most people of one real organisation on the programme: enough for what it is known to hold, and not much more.
const REAL_MAX: usize = 10;

/// The people of one session.
#[derive(Clone, Default)]
pub(super) struct Part {
    pub(super) roles: Vec<(usize, Role)>,
    /// The organisation that holds it, where that was fixed.
    fixed_organiser: Option<usize>,
    /// Whether a second organisation holds it too.
    shared: bool,
}

impl Part {
    /// The organisations that hold the session: that of the organiser first.
    pub(super) fn organisers(&self, crowd: &Crowd) -> Vec<usize> {
        if let Some(fixed) = self.fixed_organiser {
            return vec![fixed];
        }
        let mut organisers: Vec<usize> = Vec::new();
        let wanted = if self.shared { 2 } else { 1 };
        for organisation in self.roles.iter().filter_map(|(person, _)| crowd.persons[*person].organisation) {
            let invented = crowd.organisations[organisation].key.is_none();
            if organisers.len() < wanted && !organisers.contains(&organisation) && invented {
                organisers.push(organisation);
            }
        }
        organisers
    }
}

/// Deals people to all sessions, in the order of time.
pub(super) fn deal(drafts: &[Draft], placements: &[Placement], crowd: &Crowd, dice: &Dice) -> Vec<Part> {
    let mut stage = Stage::new(drafts.len(), crowd, dice);
    let mut parts = vec![Part::default(); drafts.len()];
    for placement in placements {
        let draft = &drafts[placement.session];
        let time = (placement.start, placement.start + i64::from(draft.minutes).minutes());
        parts[placement.session] = stage.cast(draft, time);
    }
    parts
}

/// From when until when.
type Time = (DateTime, DateTime);

/// Everybody who may stand on the programme, and when they are busy.
struct Stage<'a> {
    crowd: &'a Crowd,
    pool: Vec<usize>,
    next: usize,
    busy: Vec<Vec<Time>>,
    languages: Vec<Option<&'static str>>,
    dice: Dice,
}

impl<'a> Stage<'a> {
    fn new(sessions: usize, crowd: &'a Crowd, dice: &Dice) -> Self {
        let mut dice = dice.for_purpose("cast");
        let came = |at: &usize| crowd.participants[*at].badge || crowd.participants[*at].online;
        let mut pool: Vec<usize> = (0..crowd.persons.len()).filter(came).collect();
        dice.shuffle(&mut pool);
        let is_real = |at: &usize| {
            let organisation = crowd.persons[*at].organisation;
            organisation.is_some_and(|organisation| crowd.organisations[organisation].key.is_some())
        };
        // A few people of each real organisation, who hold the fixed sessions, and then as many as it takes.
        let mut of_real: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        pool.retain(|at| {
            let members = of_real.entry(crowd.persons[*at].organisation).or_default();
            *members += usize::from(is_real(at));
            *members <= REAL_MAX
        });
        pool.sort_by_key(|at| !is_real(at));
        pool.truncate((sessions * 3).max(crowd.persons.len() / 4));
        dice.shuffle(&mut pool);
        let origins = origins();
        let language = |person: &Person| origins.iter().find(|o| o.code == person.country)?.language;
        let languages = crowd.persons.iter().map(language).collect();
        Self { crowd, pool, next: 0, busy: vec![Vec::new(); crowd.persons.len()], languages, dice }
    }

    /// The people of one session.
    fn cast(&mut self, draft: &Draft, time: Time) -> Part {
        let roles = roles(draft, &mut self.dice);
        let known = |key| self.crowd.organisations.iter().position(|o| o.key == Some(key));
        let fixed = draft.wish.organiser.and_then(known);
        // What nobody applies for is set up by the secretariat.
        let invited = draft.kind.facts().applicant == Applicant::ByInvitation;
        let holder = fixed.or_else(|| known("igf-secretariat").filter(|_| invited));
        let mut people: Vec<usize> = Vec::new();
        for (at, role) in roles.iter().enumerate() {
            let wish = Need { draft, role: *role, host: at == 0, organisation: fixed };
            let Some(person) = self.find(&wish, &people, time) else { break };
            self.busy[person].push(time);
            people.push(person);
        }
        let host = people.first().map(|host| (*host, Role::Organiser));
        let roles = host.into_iter().chain(people.iter().copied().zip(roles)).collect();
        Part { roles, fixed_organiser: holder, shared: self.dice.percent(30) }
    }

    /// Somebody free who suits; if nobody suits in every respect, somebody who suits in the first ones.
    fn find(&mut self, need: &Need<'_>, so_far: &[usize], time: Time) -> Option<usize> {
        let strictness = [Fit::WellMixed, Fit::Suited, Fit::Present];
        strictness.into_iter().find_map(|fit| self.find_with(fit, need, so_far, time))
    }

    fn find_with(&mut self, fit: Fit, need: &Need<'_>, so_far: &[usize], time: Time) -> Option<usize> {
        let length = self.pool.len();
        let at = (0..length).map(|step| (self.next + step) % length).find(|at| {
            let person = self.pool[*at];
            self.is_free(person, time) && !so_far.contains(&person) && self.suits(fit, need, so_far, person)
        })?;
        // The next search begins behind, so that everybody gets a turn.
        self.next = (at + 1) % length;
        Some(self.pool[at])
    }

    fn is_free(&self, person: usize, (start, end): Time) -> bool {
        let busy = &self.busy[person];
        busy.len() < SESSIONS_MAX && busy.iter().all(|(from, until)| *until <= start || end <= *from)
    }

    fn suits(&self, fit: Fit, need: &Need<'_>, so_far: &[usize], person: usize) -> bool {
        let participant = &self.crowd.participants[person];
        let present = participant.badge || !matches!(need.role, Role::Moderator | Role::Rapporteur);
        let suited = || !need.host || self.may_host(need, person);
        match fit {
            Fit::Present => present,
            Fit::Suited => present && suited(),
            Fit::WellMixed => present && suited() && self.mixes(so_far, person),
        }
    }

    /// Whether this person may hold the session: of the organisation that does, of a group that may apply, and at
    /// home in its language.
    fn may_host(&self, need: &Need<'_>, person: usize) -> bool {
        use forum::reference::groups::StakeholderGroup::{Government, IntergovernmentalOrganisation};
        let person_is = &self.crowd.persons[person];
        if let Some(organisation) = need.organisation {
            return person_is.organisation == Some(organisation);
        }
        // Nothing but what is known is put on the account of a real organisation.
        let is_real = |at: usize| self.crowd.organisations[at].key.is_some();
        if person_is.organisation.is_some_and(is_real) {
            return false;
        }
        let speaks = need.draft.language == "en" || self.languages[person] == Some(need.draft.language);
        let may_apply = match need.draft.kind {
            SessionType::OpenForum => {
                matches!(person_is.group, Government | IntergovernmentalOrganisation)
            }
            _ => true,
        };
        speaks && may_apply
    }

    /// Whether this person makes the session more mixed, as long as it is not mixed enough.
    fn mixes(&self, so_far: &[usize], person: usize) -> bool {
        let persons = || so_far.iter().map(|at| &self.crowd.persons[*at]);
        let new = &self.crowd.persons[person];
        let groups: BTreeSet<_> = persons().map(|p| p.group).collect();
        let group_helps = groups.len() >= 3 || !groups.contains(&new.group);
        let women = persons().filter(|p| is_female(p)).count();
        let gender_helps =
            so_far.is_empty() || (0 < women && women < so_far.len()) || is_female(new) == (women == 0);
        let one_region = so_far.len() >= 2 && {
            let regions: BTreeSet<_> = persons().map(Person::counted_in).collect();
            regions.len() == 1 && regions.contains(&new.counted_in())
        };
        group_helps && gender_helps && !one_region
    }
}

/// Who is looked for.
struct Need<'a> {
    draft: &'a Draft,
    role: Role,
    /// Whether this person holds the session.
    host: bool,
    organisation: Option<usize>,
}

/// How much is asked of a person.
#[derive(Clone, Copy)]
enum Fit {
    /// Suited, and of a group, gender or region that is missing.
    WellMixed,
    /// May do it.
    Suited,
    /// Is where the role is done.
    Present,
}

/// The roles of a session: three to six people, more in longer ones. The first is the organiser too.
fn roles(draft: &Draft, dice: &mut Dice) -> Vec<Role> {
    use Role::{Moderator, OnlineModerator, Rapporteur, Speaker};
    let small = matches!(draft.kind, SessionType::LightningTalk | SessionType::LaunchAward);
    let people = match draft.minutes {
        _ if small => 3,
        0..=45 => 3 + dice.below(2),
        46..=60 => 4 + dice.below(3),
        _ => 5 + dice.below(2),
    };
    let all = [Moderator, Speaker, Speaker, OnlineModerator, Speaker, Rapporteur];
    all[..people].to_vec()
}
