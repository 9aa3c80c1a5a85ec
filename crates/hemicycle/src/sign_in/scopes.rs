//! What a token may be used for. Whoever makes one says so, and a program that only reads cannot be made to write.

use forum::Command;
use forum::people::Command as People;

/// One kind of use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Reads what its holder may read.
    Read,
    /// Changes programmes.
    Programme,
    /// Changes what is known of persons and organisations.
    People,
    /// Changes series, meetings and offices.
    Settings,
}

impl Scope {
    /// All of them, the most harmless first.
    pub const ALL: [Scope; 4] = [Scope::Read, Scope::Programme, Scope::People, Scope::Settings];

    /// Its name in tokens and in the description of the API.
    pub const fn key(self) -> &'static str {
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

    /// What it allows, for the description of the API.
    pub const fn about(self) -> &'static str {
        match self {
            Scope::Read => "read whatever the token's holder may read",
            Scope::Programme => "give commands about programmes",
            Scope::People => "give commands about persons and organisations",
            Scope::Settings => "give commands about series, meetings and offices",
        }
    }
}

/// Several of them. They never give a right: they are what a token keeps of the rights of its holder.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Scopes(u8);

impl Scopes {
    /// None.
    pub const NONE: Scopes = Scopes(0);
    /// All rights of whoever asks: they are there themselves, and not with a token.
    pub const ALL: Scopes = Scopes(u8::MAX);

    /// These.
    pub const fn these(list: &[Scope]) -> Scopes {
        let mut bits = 0;
        let mut n = 0;
        while n < list.len() {
            bits |= 1 << list[n] as u8;
            n += 1;
        }
        Scopes(bits)
    }

    /// The scopes of these names, as a token keeps them; a name that no release knows any more counts for nothing.
    #[must_use]
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a str>) -> Scopes {
        keys.into_iter().filter_map(Scope::of).fold(Scopes::NONE, |all, one| all.and(Scopes::these(&[one])))
    }

    /// Whether a scope is among them.
    #[must_use]
    pub fn contain(self, scope: Scope) -> bool {
        self.0 & 1 << scope as u8 != 0
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, more: Scopes) -> Scopes {
        Scopes(self.0 | more.0)
    }

    /// The first that these lack of what is needed.
    pub fn lacks(self, needed: Scopes) -> Option<Scope> {
        needed.iter().find(|scope| !self.contain(*scope))
    }

    /// Each of them, the most harmless first.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.contain(*scope))
    }
}

/// What a token must allow for a command to be given with it.
pub fn needed(command: &Command) -> Scopes {
    match command {
        Command::Series(_) | Command::Settings(_) => Scopes::these(&[Scope::Settings]),
        Command::People(command) => Scopes::these(&[of_people(command)]),
        Command::Programme(_) | Command::Call(_) | Command::Review(_) => Scopes::these(&[Scope::Programme]),
        Command::Together { steps, .. } => {
            steps.iter().map(needed).fold(Scopes::NONE, |all, more| all.and(more))
        }
    }
}

fn of_people(command: &People) -> Scope {
    match command {
        People::GrantOffice { .. } | People::EndOffice { .. } => Scope::Settings,
        People::AddOrganisation { .. }
        | People::AddPerson(_)
        | People::Enter { .. }
        | People::AmendPerson { .. }
        | People::ErasePerson { .. }
        | People::ChangeMailbox { .. }
        | People::Register { .. }
        | People::CollectBadge { .. }
        | People::JoinOnline { .. } => Scope::People,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_by_name_and_an_unknown_name_allows_nothing() {
        for scope in Scope::ALL {
            assert_eq!(Scopes::of([scope.key()]), Scopes::these(&[scope]));
        }
        assert_eq!(Scopes::of(["all", "", "READ"]), Scopes::NONE);
        let names: Vec<_> = Scopes::ALL.iter().map(Scope::key).collect();
        assert_eq!(Scopes::of(names), Scopes::these(&Scope::ALL));
    }

    #[test]
    fn a_bundle_of_commands_needs_whatever_its_steps_need() {
        let of = |json: serde_json::Value| needed(&serde_json::from_value(json).unwrap());
        let person = serde_json::json!({"people": {"erase_person": {"person": 1}}});
        let publish = serde_json::json!({"programme": {"unplace_session": {"session": 1}}});
        let office = serde_json::json!({"people": {"end_office": {"person": 1, "office": "chair"}}});
        assert_eq!(of(office), Scopes::these(&[Scope::Settings]));
        let both =
            of(serde_json::json!({"together": {"steps": [person, {"together": {"steps": [publish]}}]}}));
        assert_eq!(both, Scopes::these(&[Scope::People, Scope::Programme]));
        assert_eq!(Scopes::these(&[Scope::Read, Scope::People]).lacks(both), Some(Scope::Programme));
        assert_eq!(Scopes::ALL.lacks(both), None);
        assert_eq!(of(serde_json::json!({"together": {"steps": []}})), Scopes::NONE);
    }
}
