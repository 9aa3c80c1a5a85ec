//! Who proposes, and who stands in a proposal: within the rules of the call, except where one is to be broken.

use std::collections::{BTreeMap, BTreeSet};

use forum::people::{Attendance, Role};
use forum::reference::session_types::SessionType;

use super::{Fate, Member, Panel, Proposal, WORKSHOPS};
use crate::scenario::dice::Dice;
use crate::scenario::kyoto::{Kyoto, Session};

/// Most sessions of one person, proposals of one person, and workshops of one organisation: the rules of the call.
const MOST: usize = 3;
/// Fewest speakers of a workshop.
const SPEAKERS: usize = 3;
/// Fewest stakeholder groups among them.
const GROUPS: usize = 3;
/// Fewest speakers on site.
const ON_SITE: usize = 2;

/// Everybody who may propose or take part, and what they have taken on.
pub(super) struct Crew<'a> {
    kyoto: &'a Kyoto,
    /// Colleagues of a reviewer who shall find a conflict there, by proposals reviewed.
    colleagues: BTreeMap<usize, Vec<usize>>,
    pool: Vec<usize>,
    next: usize,
    parts: Vec<usize>,
    proposed: [BTreeMap<usize, usize>; 2],
    houses: BTreeMap<usize, usize>,
    dice: Dice,
}

impl<'a> Crew<'a> {
    pub(super) fn new(kyoto: &'a Kyoto, panel: &Panel, dice: &Dice) -> Self {
        let mut dice = dice.for_purpose("crew");
        let mut parts = vec![0; kyoto.persons.len()];
        for session in &kyoto.sessions {
            let people: BTreeSet<usize> = session.roles.iter().map(|(person, _)| *person).collect();
            people.into_iter().for_each(|person| parts[person] += 1);
        }
        let house = |person: usize| kyoto.persons[person].organisation;
        let reviewers: BTreeSet<usize> = panel.reviewers.iter().map(|reviewer| reviewer.person).collect();
        let closed: BTreeSet<usize> = reviewers.iter().filter_map(|person| house(*person)).collect();
        let free = |person: &usize| {
            !reviewers.contains(person) && house(*person).is_none_or(|house| !closed.contains(&house))
        };
        let mut pool: Vec<usize> = (0..kyoto.persons.len()).filter(free).collect();
        dice.shuffle(&mut pool);
        let mut colleagues: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (proposal, reviewer) in &panel.found {
            let reviewer = panel.reviewers[*reviewer].person;
            let of_house = (0..kyoto.persons.len())
                .filter(|person| !reviewers.contains(person) && house(*person) == house(reviewer));
            colleagues.entry(*proposal).or_default().extend(of_house);
        }
        let proposed = [BTreeMap::new(), BTreeMap::new()];
        Self { kyoto, colleagues, pool, next: 0, parts, proposed, houses: BTreeMap::new(), dice }
    }

    /// The people of the session that the proposal became. Some who were proposed as speakers did not come.
    pub(super) fn of_session(&mut self, proposal: &mut Proposal, session: &Session) {
        let people: Vec<usize> = session.roles.iter().map(|(person, _)| *person).collect();
        let by = people.iter().copied().find(|person| self.may_propose(proposal.call, *person));
        let by = by.or_else(|| self.find(|crew, person| crew.may_propose(proposal.call, person)));
        proposal.by = by.or(people.first().copied()).unwrap_or_default();
        self.note_proposer(proposal.call, proposal.by);
        let roles = session.roles.iter().filter(|(_, role)| *role != Role::Organiser);
        proposal.team = roles.map(|(person, role)| self.member(*person, *role)).collect();
        if proposal.kind == SessionType::Workshop {
            self.speakers(&mut proposal.team, SPEAKERS, None);
            on_site(&mut proposal.team);
        }
        // Everybody who stands on the programme has said yes.
        let on_programme = |member: &Member| people.contains(&member.person);
        proposal.team.iter_mut().filter(|member| on_programme(member)).for_each(|member| {
            member.asked = Some(Some(true));
        });
    }

    /// A team that stands on no programme.
    pub(super) fn anew(&mut self, proposal: &mut Proposal) {
        let suits =
            |crew: &Crew<'_>, person| crew.is_free(&[], person) && crew.may_propose(proposal.call, person);
        proposal.by = self.find(suits).unwrap_or(self.pool[0]);
        if proposal.fate == Fate::Unfinished {
            if self.dice.percent(50) {
                proposal.team.extend(self.somebody(&[], Role::Speaker));
            }
            return;
        }
        if proposal.fate.is_submitted() {
            self.note_proposer(proposal.call, proposal.by);
        }
        self.parts[proposal.by] += 1;
        proposal.team.push(self.member(proposal.by, Role::Moderator));
        let wanted = match proposal.kind {
            SessionType::Workshop => SPEAKERS + self.dice.below(3),
            _ => 1 + self.dice.below(3),
        };
        let colleagues = proposal.reviewed.and_then(|at| self.colleagues.remove(&at)).unwrap_or_default();
        let first = colleagues.into_iter().find(|person| self.parts[*person] < MOST);
        match (proposal.kind, proposal.fate) {
            // Three speakers are the least; this one has two.
            (SessionType::Workshop, Fate::Breaking) => self.speakers(&mut proposal.team, 2, first),
            (SessionType::Workshop, _) => self.speakers(&mut proposal.team, wanted, first),
            _ => (0..wanted).for_each(|_| proposal.team.extend(self.somebody(&proposal.team, Role::Speaker))),
        }
        let others = [Role::OnlineModerator, Role::Rapporteur];
        for role in others.into_iter().take(if proposal.call == WORKSHOPS { 2 } else { 1 }) {
            proposal.team.extend(self.somebody(&proposal.team, role));
        }
        on_site(&mut proposal.team);
    }

    /// Adds speakers until there are so many, and until they are as mixed as the rules of workshops ask for.
    fn speakers(&mut self, team: &mut Vec<Member>, wanted: usize, mut first: Option<usize>) {
        for _ in 0..8 {
            let mix = Mix::of(self.kyoto, team);
            let groups = GROUPS.min(wanted);
            if mix.speakers >= wanted
                && mix.groups.len() >= groups
                && mix.regions > 1
                && mix.genders.len() > 1
            {
                return;
            }
            let helps = |crew: &Crew<'_>, person: usize| {
                let one = &crew.kyoto.persons[person];
                let group = mix.groups.len() >= groups || !mix.groups.contains(one.group.key());
                let gender = mix.speakers == 0 || mix.genders.len() > 1 || !mix.genders.contains(&one.gender);
                let region =
                    mix.speakers == 0 || mix.regions > 1 || mix.region != Some(one.counted_in().key());
                group && gender && region && crew.is_free(team, person)
            };
            let found = first.take().or_else(|| self.find(helps));
            let Some(person) = found.or_else(|| self.find(|crew, person| crew.is_free(team, person))) else {
                return;
            };
            self.parts[person] += 1;
            team.push(self.member(person, Role::Speaker));
        }
    }

    fn somebody(&mut self, team: &[Member], role: Role) -> Option<Member> {
        let person = self.find(|crew, person| crew.is_free(team, person))?;
        self.parts[person] += 1;
        Some(self.member(person, role))
    }

    fn member(&mut self, person: usize, role: Role) -> Member {
        let attendance = match role {
            // Who leads the session is there, and who leads those online may be with them.
            Role::Moderator => Attendance::OnSite,
            _ => self.kyoto.participants[person].attendance,
        };
        let asked = match self.dice.below(10) {
            0..=5 => Some(Some(true)),
            6 | 7 => Some(None),
            8 if role == Role::OnlineModerator => Some(Some(false)),
            _ => None,
        };
        Member { person, role, attendance, asked }
    }

    fn is_free(&self, team: &[Member], person: usize) -> bool {
        self.parts[person] < MOST && team.iter().all(|member| member.person != person)
    }

    fn may_propose(&self, call: usize, person: usize) -> bool {
        let proposed = self.proposed[call].get(&person).copied().unwrap_or_default();
        let house = self.kyoto.persons[person].organisation;
        let of_house = house.and_then(|house| self.houses.get(&house)).copied().unwrap_or_default();
        proposed < MOST && (call != WORKSHOPS || of_house < MOST)
    }

    fn note_proposer(&mut self, call: usize, person: usize) {
        *self.proposed[call].entry(person).or_default() += 1;
        if let Some(house) = self.kyoto.persons[person].organisation.filter(|_| call == WORKSHOPS) {
            *self.houses.entry(house).or_default() += 1;
        }
    }

    /// The next in the pool who suits; the search goes on behind, so that everybody gets a turn.
    fn find(&mut self, suits: impl Fn(&Crew<'_>, usize) -> bool) -> Option<usize> {
        let length = self.pool.len();
        let at =
            (0..length).map(|step| (self.next + step) % length).find(|at| suits(self, self.pool[*at]))?;
        self.next = (at + 1) % length;
        Some(self.pool[at])
    }
}

/// How mixed the speakers of a team are.
struct Mix {
    speakers: usize,
    groups: BTreeSet<&'static str>,
    genders: BTreeSet<forum::reference::groups::Gender>,
    regions: usize,
    region: Option<&'static str>,
}

impl Mix {
    fn of(kyoto: &Kyoto, team: &[Member]) -> Mix {
        let speakers = || team.iter().filter(|member| member.role == Role::Speaker);
        let persons = || speakers().map(|member| &kyoto.persons[member.person]);
        let regions: BTreeSet<&'static str> = persons().map(|person| person.counted_in().key()).collect();
        Mix {
            speakers: speakers().count(),
            groups: persons().map(|person| person.group.key()).collect(),
            genders: persons().map(|person| person.gender).collect(),
            regions: regions.len(),
            region: regions.first().copied(),
        }
    }
}

/// Lets two speakers come: it is what the team says in May, whatever becomes of it in October.
fn on_site(team: &mut [Member]) {
    let speakers = team.iter_mut().filter(|member| member.role == Role::Speaker);
    speakers.take(ON_SITE).for_each(|member| member.attendance = Attendance::OnSite);
    // Nobody who was asked and speaks has said no: there would be too few.
    let speakers = team.iter_mut().filter(|member| member.role == Role::Speaker);
    speakers.filter(|member| member.asked == Some(Some(false))).for_each(|member| member.asked = Some(None));
}
