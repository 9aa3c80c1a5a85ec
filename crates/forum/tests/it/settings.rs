//! What a forum chooses about itself.

use crate::testing::Bench;
use forum::people::{Command as People, Office};
use forum::settings::{Command, Key};
use forum::{Actor, PersonId};

fn set(setting: Key, value: &str) -> Command {
    Command::ChangeSetting { setting, value: value.into() }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, forum::Refusal>) -> String {
    result.unwrap_err().key().to_owned()
}

#[test]
fn a_setting_holds_what_its_kind_allows_and_nothing_else() {
    let mut bench = Bench::kyoto();
    assert!(bench.forum.settings.is_on(Key::SignUp), "on, as long as nobody says otherwise");
    for (key, value, refused) in [
        (Key::Name, "National forum", ""),
        (Key::Name, " National  forum ", "nothing-changed"),
        (Key::Name, "a\u{202E}b", "bidi-override"),
        (Key::Contact, "desk@forum.example", ""),
        (Key::Contact, "nowhere", "not-an-email"),
        (Key::Contact, "", ""),
        (Key::Language, "french", "not-a-language"),
        (Key::Language, "FR", ""),
        (Key::Notice, "Two\n\nparagraphs", ""),
        (Key::SignUp, "yes", "nothing-changed"),
        (Key::SignUp, "no", ""),
    ] {
        match bench.give(set(key, value)) {
            Ok(_) => assert_eq!(refused, "", "{key:?} {value}"),
            Err(why) => assert_eq!(why.key(), refused, "{key:?} {value}"),
        }
    }
    let settings = &bench.forum.settings;
    assert_eq!(settings.text(Key::Name), Some("National forum"));
    assert_eq!((settings.text(Key::Contact), settings.text(Key::Language)), (None, Some("fr")));
    assert!(!settings.is_on(Key::SignUp));
}

#[test]
fn nobody_enters_themselves_where_that_is_closed() {
    let mut bench = Bench::kyoto();
    let enter = |name: &str| People::Enter { name: name.into(), email: format!("{name}@mail.example") };
    bench.give_as(Actor::Newcomer, enter("first")).unwrap();
    bench.give(set(Key::SignUp, "no")).unwrap();
    assert_eq!(refusal(bench.give_as(Actor::Newcomer, enter("second"))), "sign-up-closed");
    bench.give(set(Key::SignUp, "yes")).unwrap();
    bench.give_as(Actor::Newcomer, enter("second")).unwrap();
}

#[test]
fn settings_are_changed_by_those_whom_they_name() {
    let mut bench = Bench::kyoto();
    let (desk, house, nobody) = (PersonId(1), PersonId(2), PersonId(3));
    bench
        .give(People::AddPerson(forum::people::NewPerson { name: "Eve".into(), ..Default::default() }))
        .unwrap();
    bench.give(People::GrantOffice { person: desk, office: Office::Secretariat }).unwrap();
    bench.give(People::GrantOffice { person: house, office: Office::Admin }).unwrap();
    for (key, who, may) in [
        (Key::Notice, desk, true),
        (Key::Notice, house, false),
        (Key::SignUp, house, true),
        (Key::SignUp, nobody, false),
    ] {
        let given = bench.clone().give_as(Actor::Person(who), set(key, "no"));
        assert_eq!(given.is_ok(), may, "{key:?} {who}: {given:?}");
    }
}
