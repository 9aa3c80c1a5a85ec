//! What a token may: its scopes.

use forum::Command;

/// One thing that a token may be made for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Read what its owner may read.
    Read,
    /// Change the programme.
    Programme,
    /// Change persons, organisations and registrations.
    People,
    /// Change series and meetings.
    Settings,
}

impl Scope {
    /// All of them.
    pub const ALL: [Scope; 4] = [Scope::Read, Scope::Programme, Scope::People, Scope::Settings];

    /// Its name in forms and in the log.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Programme => "programme",
            Scope::People => "people",
            Scope::Settings => "settings",
        }
    }

    /// The scope with this name.
    #[must_use]
    pub fn of(key: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.key() == key)
    }
}

/// A set of scopes. It never gives a right: it is what a token keeps of the rights of its owner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scopes(u8);

impl Scopes {
    /// All rights of whoever asks: they are there themselves.
    pub const ALL: Scopes = Scopes(u8::MAX);

    /// The scopes of these names; a name that no release knows any more counts for nothing.
    #[must_use]
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a str>) -> Scopes {
        Scopes(keys.into_iter().filter_map(Scope::of).fold(0, |bits, scope| bits | 1 << scope as u8))
    }

    /// Whether a scope is among them.
    #[must_use]
    pub fn contain(self, scope: Scope) -> bool {
        self.0 & 1 << scope as u8 != 0
    }

    /// Whether they are enough for a command and for each of its steps.
    #[must_use]
    pub fn allow(self, command: &Command) -> bool {
        match command {
            Command::Series(_) => self.contain(Scope::Settings),
            Command::People(_) => self.contain(Scope::People),
            Command::Programme(_) => self.contain(Scope::Programme),
            Command::Together { steps, .. } => steps.iter().all(|step| self.allow(step)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::{PersonId, people, series};

    #[test]
    fn a_token_does_what_its_scopes_say_and_nothing_else() {
        let people: Command = people::Command::ErasePerson { person: PersonId(1) }.into();
        let found = series::Command::FoundSeries { slug: "igf".into(), name: "IGF".into() };
        let settings: Command = found.into();
        let both = Command::Together { since: None, steps: vec![people.clone(), settings.clone()] };
        let scopes = Scopes::of(["read", "people", "fly"]);
        assert!(scopes.contain(Scope::Read) && !scopes.contain(Scope::Programme));
        assert!(scopes.allow(&people) && !scopes.allow(&settings) && !scopes.allow(&both));
        assert!(Scopes::of(["people", "settings"]).allow(&both) && Scopes::ALL.allow(&both));
        assert!(Scope::ALL.iter().all(|scope| Scope::of(scope.key()) == Some(*scope)));
        assert!(!Scopes::of([]).contain(Scope::Read));
    }
}
