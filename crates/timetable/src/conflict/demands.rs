use std::collections::BTreeSet;

use crate::model::{Brief, Placement};

/// Something that is demanded of a programme, and could be given up. Indices are those of the instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields are what the variants name")]
pub enum Demand {
    /// The session takes place.
    Placed { session: usize },
    /// The session stays where it is fixed.
    Fixed { session: usize },
    /// Its room has what it needs.
    Features { session: usize },
    /// Nothing is held beside it.
    Plenary { session: usize },
    /// A person is not asked for when away.
    Available { person: usize },
    /// A person is not in two places.
    OnePlace { person: usize },
    /// No more of a resource is used than there is.
    Resource { resource: usize },
    /// A room is not used when it is blocked.
    Blocked { room: usize },
    /// One session comes before another, as listed in the instance.
    Precedence { index: usize },
}

/// The room of a placement that only says when.
pub(super) const ANYWHERE: usize = usize::MAX;

/// A set of demands on an instance.
#[derive(Clone)]
pub(super) struct Demands<'a> {
    pub(super) brief: &'a Brief<'a>,
    active: BTreeSet<Demand>,
}

impl<'a> Demands<'a> {
    /// Everything that an instance demands.
    pub(super) fn all(brief: &'a Brief<'a>) -> Self {
        let sessions: Vec<usize> = (0..brief.instance.sessions.len()).collect();
        let empty = Self { brief, active: BTreeSet::new() };
        empty.only(&sessions)
    }

    /// Everything that concerns only these sessions.
    pub(super) fn only(&self, sessions: &[usize]) -> Self {
        let instance = self.brief.instance;
        let mut active = BTreeSet::new();
        for &session in sessions {
            let own = &instance.sessions[session];
            active.insert(Demand::Placed { session });
            if own.fixed.is_some() {
                active.insert(Demand::Fixed { session });
            }
            if !own.features.is_empty() {
                active.insert(Demand::Features { session });
            }
            if own.plenary {
                active.insert(Demand::Plenary { session });
            }
            for &person in &self.brief.people_of[session] {
                active.insert(Demand::OnePlace { person });
                if !instance.people[person].away.is_empty() {
                    active.insert(Demand::Available { person });
                }
            }
            active.extend(own.resources.iter().map(|&resource| Demand::Resource { resource }));
        }
        let blocked = (0..instance.rooms.len()).filter(|&room| !instance.rooms[room].blocked.is_empty());
        active.extend(blocked.map(|room| Demand::Blocked { room }));
        for (index, precedence) in instance.precedences.iter().enumerate() {
            if sessions.contains(&precedence.before) && sessions.contains(&precedence.after) {
                active.insert(Demand::Precedence { index });
            }
        }
        Self { brief: self.brief, active }
    }

    /// The same set less one; a session that need not take place takes its own demands with it.
    pub(super) fn without(&self, demand: Demand) -> Self {
        let mut active = self.active.clone();
        active.remove(&demand);
        if let Demand::Placed { session } = demand {
            for own in [Demand::Fixed { session }, Demand::Features { session }, Demand::Plenary { session }]
            {
                active.remove(&own);
            }
        }
        Self { brief: self.brief, active }
    }

    pub(super) fn list(&self) -> Vec<Demand> {
        self.active.iter().copied().collect()
    }

    pub(super) fn holds(&self, demand: Demand) -> bool {
        self.active.contains(&demand)
    }

    /// The sessions that must take place.
    pub(super) fn sessions(&self) -> Vec<usize> {
        let placed = self.active.iter().filter_map(|demand| match demand {
            Demand::Placed { session } => Some(*session),
            _ => None,
        });
        placed.collect()
    }

    /// Where a session could be if it were alone.
    pub(super) fn places(&self, session: usize) -> Vec<Placement> {
        let (brief, instance) = (self.brief, self.brief.instance);
        let own = &instance.sessions[session];
        if let Some(fixed) = own.fixed.filter(|_| self.holds(Demand::Fixed { session })) {
            return Some(fixed).filter(|&fixed| self.suits(session, fixed)).into_iter().collect();
        }
        let asked =
            |start: &usize| own.starts.as_ref().is_none_or(|asked| asked.binary_search(start).is_ok());
        let starts = (0..instance.times.len()).filter(asked).filter(|&start| brief.fits_day(session, start));
        let places =
            starts.flat_map(|start| (0..instance.rooms.len()).map(move |room| Placement { start, room }));
        places.filter(|&place| self.suits(session, place)).collect()
    }

    fn suits(&self, session: usize, place: Placement) -> bool {
        let brief = self.brief;
        let featured = !self.holds(Demand::Features { session }) || brief.has_features(session, place.room);
        let free = !self.holds(Demand::Blocked { room: place.room }) || !brief.is_blocked(session, place);
        let away = |&&person: &&usize| {
            self.holds(Demand::Available { person }) && brief.is_away(person, session, place.start)
        };
        featured
            && free
            && brief.fits_day(session, place.start)
            && brief.people_of[session].iter().find(away).is_none()
    }

    /// Whether two sessions can be in these two places.
    pub(super) fn agree(&self, a: (usize, Placement), b: (usize, Placement)) -> bool {
        let (brief, instance) = (self.brief, self.brief.instance);
        let ((one, here), (other, there)) = (a, b);
        let (own, others) = (brief.span(one, here.start), brief.span(other, there.start));
        let meets = own.meets(others);
        let alone = |session: usize| self.holds(Demand::Plenary { session });
        let same_room = here.room == there.room && here.room != ANYWHERE;
        if meets && (same_room || alone(one) || alone(other)) {
            return false;
        }
        let between = (others.start - own.end).max(own.start - others.end);
        if between < 0 || between < brief.walk(here.room, there.room) {
            let people = brief.people_of[one].iter();
            if people
                .filter(|person| brief.people_of[other].contains(person))
                .any(|&person| self.holds(Demand::OnePlace { person }))
            {
                return false;
            }
        }
        brief.after[one].is_empty() && brief.before[one].is_empty()
            || instance.precedences.iter().enumerate().all(|(index, precedence)| {
                let broken = (precedence.before, precedence.after) == (one, other) && others.start < own.end
                    || (precedence.before, precedence.after) == (other, one) && own.start < others.end;
                !broken || !self.holds(Demand::Precedence { index })
            })
    }
}
