//! Nobody sees an act outside its audience, and what is erased is gone.

use crate::testing::{Bench, new_session};
use forum::people::{Command, NewPerson, Office, Origin, views};
use forum::programme::{Command as Programme, NewSession, Role, SessionEdit};
use forum::{Act, Audience, MeetingId, OrganisationId, PersonId, Refusal, SessionId, Viewer, audience};

#[test]
fn a_draft_is_for_its_makers_until_it_is_published() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.speaks(1, session);
    bench.place(session, 1, 0).unwrap();
    let (stamp, act) = bench.log.last().cloned().unwrap();
    assert_eq!(audience(&bench.forum, &stamp, &act), Audience::Secretariat);
    assert!(views::person(&bench.forum, PersonId(1), Viewer::Public).is_none());
    bench.publish().unwrap();
    assert_eq!(audience(&bench.forum, &stamp, &act), Audience::Public);
    assert!(views::person(&bench.forum, PersonId(1), Viewer::Public).is_some());
    assert!(views::person(&bench.forum, PersonId(2), Viewer::Public).is_none(), "not on the programme");
    bench.place(session, 2, 0).unwrap();
    let (stamp, act) = bench.log.last().cloned().unwrap();
    assert_eq!(
        audience(&bench.forum, &stamp, &act),
        Audience::Secretariat,
        "the next draft is a draft again"
    );
}

#[test]
fn who_takes_part_and_who_they_are_is_for_themselves_and_whoever_runs_the_forum() {
    let mut bench = Bench::kyoto();
    let (own, other) = (PersonId(1), PersonId(2));
    bench.register(1).unwrap();
    for office in Office::ALL {
        bench.give(Command::GrantOffice { person: own, office }).unwrap();
        bench.give(Command::EndOffice { person: own, office }).unwrap();
    }
    let about = |act: &Act| serde_json::to_string(act).unwrap().contains(r#""person":1,"#);
    let acts: Vec<_> =
        bench.log.iter().filter(|(_, act)| matches!(act, Act::People(_)) && about(act)).collect();
    assert_eq!(acts.len(), 1 + 2 * Office::ALL.len());
    for office in [None, Some(Office::Admin), Some(Office::Chair), Some(Office::Secretariat)] {
        let mut forum = bench.clone();
        if let Some(office) = office {
            forum.give(Command::GrantOffice { person: other, office }).unwrap();
        }
        let sees = |stamp, act, viewer| audience(&forum.forum, stamp, act).includes(&forum.forum, viewer);
        for (stamp, act) in &acts {
            assert!(!sees(stamp, act, Viewer::Public), "{act:?}");
            assert!(sees(stamp, act, Viewer::Person(own)), "{act:?}");
            let runs = office == Some(Office::Secretariat);
            assert_eq!(sees(stamp, act, Viewer::Person(other)), runs, "{office:?}: {act:?}");
        }
    }
}

#[test]
fn an_erased_person_leaves_a_number_and_the_log_names_every_act_with_their_words() {
    let mut bench = Bench::kyoto();
    let amend = Command::AmendPerson {
        person: PersonId(1),
        name: None,
        biography: Some("Works on access.".into()),
        organisation: None,
    };
    bench.give(amend).unwrap();
    let amended = bench.forum.seq();
    bench.give(Command::ErasePerson { person: PersonId(1) }).unwrap();
    let person = &bench.forum.people.persons[&PersonId(1)];
    assert!(person.name.is_erased() && person.biography.as_ref().unwrap().is_erased());
    let (_, act) = bench.log.last().unwrap();
    let blanked = forum::Forum::erased_by(act);
    let with_words = bench.log.iter().filter(|(_, act)| {
        let json = serde_json::to_string(act).unwrap();
        json.contains(r#""PersonAdded":{"id":1,"#) || json.contains(r#""PersonAmended":{"person":1,"#)
    });
    assert_eq!(blanked, with_words.map(|(stamp, _)| stamp.seq).collect::<Vec<_>>());
    assert!(blanked.contains(&amended));
}

/// Titles, roles and places that were tried and never published.
#[test]
fn publishing_shows_what_a_version_shows_and_nothing_of_how_it_came_about() {
    let mut bench = Bench::kyoto();
    let (shown, hidden) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    let retitle = |title: &str| {
        let edit = SessionEdit { title: Some(title.into()), ..SessionEdit::default() };
        Programme::AmendSession { session: shown, edit }
    };
    bench.give(retitle("Thought better of")).unwrap();
    bench.give(retitle("Published")).unwrap();
    bench.place(shown, 2, 0).unwrap();
    bench.place(shown, 1, 0).unwrap();
    bench.speaks(1, shown);
    bench.give(Programme::TakeRole { session: shown, person: PersonId(1), role: Role::Speaker }).unwrap();
    bench.speaks(2, shown);
    bench.speaks(1, hidden);
    let first = bench.log.iter().position(|(_, act)| matches!(act, Act::Programme(_))).unwrap();
    bench.publish().unwrap();
    let public: Vec<String> = bench.log[first..]
        .iter()
        .filter(|(stamp, act)| audience(&bench.forum, stamp, act) == Audience::Public)
        .map(|(_, act)| {
            let json = serde_json::to_value(act).unwrap();
            let (name, facts) = json["programme"].as_object().unwrap().iter().next().unwrap();
            format!(
                "{name} {}",
                [&facts["room"], &facts["person"]].into_iter().filter_map(|v| v.as_u64()).sum::<u64>()
            )
        })
        .collect();
    let expected = ["RoomOpened 0", "RoomOpened 0", "SessionAmended 0", "SessionPlaced 1", "RoleGiven 2"];
    assert_eq!(public, [&expected[..], &["ProgrammePublished 0"]].concat());
}

#[test]
fn an_organisation_is_public_when_it_stands_on_a_published_programme() {
    let mut bench = Bench::kyoto();
    for name in ["Registry", "Observer", "University"] {
        let add = Command::AddOrganisation {
            name: name.into(),
            group: None,
            country: String::new(),
            url: String::new(),
        };
        bench.give(add).unwrap();
    }
    let session = NewSession { organisers: vec![OrganisationId(1); 3], ..new_session("WS 1", 60) };
    bench.give(Programme::AddSession(session)).unwrap();
    bench.place(SessionId(1), 1, 0).unwrap();
    let (person, organisation) = (PersonId(1), Some(OrganisationId(3)));
    bench.give(Command::AmendPerson { person, name: None, biography: None, organisation }).unwrap();
    bench.speaks(1, SessionId(1));
    let seen = |bench: &Bench| {
        let ids = (1..=3).map(OrganisationId);
        let one_by_one: Vec<_> =
            ids.filter(|id| views::organisation(&bench.forum, *id, Viewer::Public).is_some()).collect();
        let together = forum::programme::views::organisations(&bench.forum);
        assert_eq!(one_by_one, together.into_iter().map(|(id, _)| id).collect::<Vec<_>>());
        one_by_one
    };
    assert_eq!(seen(&bench), []);
    bench.publish().unwrap();
    assert_eq!(seen(&bench), [OrganisationId(1), OrganisationId(3)], "who holds it, and who sends a speaker");
    let held = &bench.forum.programme.session(SessionId(1)).unwrap().1.organisers;
    assert_eq!(held.len(), 1, "named three times, it holds the session once");
}

#[test]
fn a_person_who_asked_to_be_forgotten_gets_no_words_and_no_part_again() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.give(Command::ErasePerson { person: PersonId(1) }).unwrap();
    let (person, role) = (PersonId(1), Role::Speaker);
    let amend =
        Command::AmendPerson { person, name: Some("Back Again".into()), biography: None, organisation: None };
    let refused =
        |refusal: Result<usize, Refusal>| assert_eq!(refusal, Err(Refusal::PersonErased { person }));
    refused(bench.give(amend));
    refused(bench.give(Command::ErasePerson { person }));
    refused(bench.give(Programme::GiveRole { session, person, role }));
    refused(bench.register(1));
}

#[test]
fn an_erased_session_reads_as_erased_in_every_version() {
    let mut bench = Bench::kyoto();
    let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    bench.place(first, 1, 0).unwrap();
    bench.place(second, 2, 0).unwrap();
    bench.publish().unwrap();
    let edit = SessionEdit { title: Some("Another".into()), ..SessionEdit::default() };
    bench.give(Programme::AmendSession { session: first, edit }).unwrap();
    bench.publish().unwrap();
    bench.give(Programme::EraseSession { session: first }).unwrap();
    let programme = &bench.forum.programme.meetings[&MeetingId(1)];
    for version in &programme.versions {
        assert!(version.sessions[&first].title.is_erased());
        assert!(!version.sessions[&second].title.is_erased(), "and nobody else's");
    }
    let blanked = forum::Forum::erased_by(&bench.log.last().unwrap().1);
    assert_eq!(blanked.len(), 2, "the first title and the second");
    assert!(
        bench.give(Programme::EraseSession { session: first }).is_err(),
        "there is nothing left to erase"
    );
}

#[test]
fn an_act_never_holds_the_name_or_address_of_a_person() {
    let mut bench = Bench::kyoto();
    for id in ["amina@forum.example", "Amina Diallo", "", &"7".repeat(1_000)] {
        let origin = Some(Origin { system: "pretalx".into(), id: id.into() });
        let add = Command::AddPerson(NewPerson { name: "Amina".into(), origin, ..NewPerson::default() });
        assert!(bench.give(add).is_err(), "{id:?}");
    }
}

#[test]
fn how_a_session_was_first_entered_is_public_only_if_a_version_shows_it_so() {
    for amended in [false, true] {
        let mut bench = Bench::kyoto();
        let session = bench.session("WS 1", 60);
        let (stamp, act) = bench.log.last().cloned().unwrap();
        if amended {
            let edit = SessionEdit { minutes: Some(30), ..SessionEdit::default() };
            bench.give(Programme::AmendSession { session, edit }).unwrap();
        }
        bench.place(session, 1, 0).unwrap();
        bench.publish().unwrap();
        let expected = if amended { Audience::Secretariat } else { Audience::Public };
        assert_eq!(audience(&bench.forum, &stamp, &act), expected, "amended: {amended}");
    }
}
