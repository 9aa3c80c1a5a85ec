//! Who may give which command, and how somebody comes to an office.

use crate::testing::{Bench, after_noon};
use forum::access::{Access, AccessSet, access};
use forum::people::{Attendance, Command, NewPerson, Office};
use forum::programme::{Command as Programme, Role};
use forum::series::Command as Series;
use forum::{Act, Actor, MeetingId, PersonId, Refusal, RoomId, SessionId, Viewer, permits};

const AMINA: Actor = Actor::Person(PersonId(1));
const TOMAS: Actor = Actor::Person(PersonId(2));

fn grant(person: u32, office: Office) -> forum::Command {
    Command::GrantOffice { person: PersonId(person), office }.into()
}

/// One of each kind; those of one row of the permission table are alike.
fn commands(of: u32) -> Vec<(forum::Command, AccessSet)> {
    let person = PersonId(of);
    let desk = AccessSet::of(&[Access::Secretariat]);
    let meeting = MeetingId(1);
    vec![
        (Series::FoundSeries { slug: "x".into(), name: "X".into() }.into(), desk),
        (Programme::OpenRoom { meeting, name: "B".into(), seats: None, origin: None }.into(), desk),
        (
            Programme::PlaceSession { session: SessionId(1), room: RoomId(1), start: after_noon(0) }.into(),
            desk,
        ),
        (
            Programme::KeepVariant { meeting, name: "A".into(), note: String::new(), places: None }.into(),
            desk,
        ),
        (
            Programme::Demand(forum::programme::demands::Command::LockSession { session: SessionId(1) })
                .into(),
            desk,
        ),
        (Programme::DropVariant { meeting, variant: forum::VariantId(1) }.into(), desk),
        (Programme::PublishProgramme { meeting, label: String::new(), note: String::new() }.into(), desk),
        (Command::AddPerson(NewPerson { name: "Eve".into(), ..NewPerson::default() }).into(), desk),
        (Command::CollectBadge { meeting, person }.into(), desk),
        (
            Command::AmendPerson { person, name: Some("E".into()), biography: None, organisation: None }
                .into(),
            desk,
        ),
        (Command::ErasePerson { person }.into(), desk),
        (
            Command::Register { meeting, person, attendance: Attendance::Online, first_time: true }.into(),
            desk,
        ),
        (grant(of, Office::Reviewer), AccessSet::of(&[Access::Chair, Access::Secretariat, Access::Admin])),
        (grant(of, Office::Chair), AccessSet::of(&[Access::Secretariat, Access::Admin])),
        (grant(of, Office::Admin), AccessSet::of(&[Access::Secretariat, Access::Admin])),
    ]
}

/// A forum in which the first person stands in just one way, and the second is somebody else.
fn standing(one: Access) -> Bench {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    let mut give = |command: forum::Command| bench.give(command).map(drop).unwrap();
    let mut role = |role| give(Programme::GiveRole { session, person: PersonId(1), role }.into());
    match one {
        Access::Public | Access::Participant => {}
        Access::Organiser => role(Role::Organiser),
        Access::Speaker => role(Role::Speaker),
        Access::Moderator => role(Role::OnlineModerator),
        Access::Rapporteur => role(Role::Rapporteur),
        Access::Reviewer => give(grant(1, Office::Reviewer)),
        Access::Chair => give(grant(1, Office::Chair)),
        Access::Secretariat => give(grant(1, Office::Secretariat)),
        Access::Admin => give(grant(1, Office::Admin)),
    }
    bench
}

#[test]
fn each_command_is_for_those_whom_its_row_names_and_for_nobody_else() {
    for one in Access::ALL.into_iter().skip(1) {
        let bench = standing(one);
        assert!(access(&bench.forum, Some(AMINA)).contains(one), "{one:?}");
        for (command, row) in commands(2) {
            let allowed = permits(&bench.forum, AMINA, &command).is_ok();
            assert_eq!(allowed, row.contains(one), "{one:?}: {command:?}");
        }
    }
}

#[test]
fn whoever_runs_a_forum_is_its_secretariat_and_nobody_else() {
    for one in Access::ALL {
        let bench = standing(one);
        for viewer in
            [Viewer::Public, Viewer::Person(PersonId(1)), Viewer::Person(PersonId(9)), Viewer::Secretariat]
        {
            let secretariat = viewer.access(&bench.forum).contains(Access::Secretariat);
            assert_eq!(viewer.runs(&bench.forum), secretariat, "{one:?}: {viewer:?}");
        }
    }
}

#[test]
fn what_is_ones_own_one_may_change_and_register_and_end() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Reviewer)).unwrap();
    let person = PersonId(1);
    for command in [
        Command::AmendPerson { person, name: Some("A. Diallo".into()), biography: None, organisation: None },
        Command::Register {
            meeting: MeetingId(1),
            person,
            attendance: Attendance::OnSite,
            first_time: false,
        },
        Command::EndOffice { person, office: Office::Reviewer },
        Command::ErasePerson { person },
    ] {
        bench.give_as(AMINA, command).unwrap();
    }
    assert_eq!(access(&bench.forum, Some(AMINA)), access(&bench.forum, None), "an erased person is nobody");
}

#[test]
fn whether_a_thing_exists_makes_no_difference_to_whoever_may_not_touch_it() {
    let mut bench = Bench::kyoto();
    let there = bench.session("WS 1", 60);
    for session in [there, SessionId(99)] {
        let withdraw = Programme::WithdrawSession { session };
        assert_eq!(bench.give_as(AMINA, withdraw), Err(Refusal::NotAllowed));
    }
    for person in [PersonId(2), PersonId(99)] {
        assert_eq!(bench.give_as(AMINA, Command::ErasePerson { person }), Err(Refusal::NotAllowed));
    }
}

#[test]
fn a_bundle_gives_no_right_that_its_steps_do_not_have() {
    let mut bench = Bench::kyoto();
    let steps = vec![grant(1, Office::Admin)];
    let together = forum::Command::Together { since: None, steps };
    let refused = bench.give_as(AMINA, together).unwrap_err();
    assert_eq!(refused.reason(), &Refusal::NotAllowed);
}

#[test]
fn an_office_that_names_others_takes_two_and_neither_is_the_one_who_gets_it() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Secretariat)).unwrap();
    let third = Command::AddPerson(NewPerson { name: "Lin".into(), ..NewPerson::default() });
    bench.give(third).unwrap();
    let lin = Actor::Person(PersonId(3));

    bench.give_as(AMINA, grant(2, Office::Chair)).unwrap();
    assert!(matches!(bench.log.last(), Some((_, Act::People(forum::people::Act::OfficeProposed { .. })))));
    assert!(!bench.forum.people.holds(PersonId(2), Office::Chair));
    let twice = bench.give_as(AMINA, grant(2, Office::Chair));
    assert_eq!(twice, Err(Refusal::SecondPerson { person: PersonId(2) }));
    assert_eq!(bench.give_as(TOMAS, grant(2, Office::Chair)), Err(Refusal::NotAllowed));

    bench.give(grant(3, Office::Admin)).unwrap();
    bench.give_as(lin, grant(2, Office::Chair)).unwrap();
    assert!(bench.forum.people.holds(PersonId(2), Office::Chair));

    bench.give_as(AMINA, grant(3, Office::Secretariat)).unwrap();
    let own = bench.give_as(lin, grant(3, Office::Secretariat));
    assert_eq!(own, Err(Refusal::SecondPerson { person: PersonId(3) }), "not by the one who gets it");
}

#[test]
fn the_word_of_whoever_has_lost_the_office_since_is_not_one_of_the_two() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Secretariat)).unwrap();
    bench.give(grant(2, Office::Admin)).unwrap();
    let third = Command::AddPerson(NewPerson { name: "Lin".into(), ..NewPerson::default() });
    bench.give(third).unwrap();

    bench.give_as(AMINA, grant(3, Office::Chair)).unwrap();
    bench.give(Command::EndOffice { person: PersonId(1), office: Office::Secretariat }).unwrap();
    bench.give_as(TOMAS, grant(3, Office::Chair)).unwrap();
    assert!(!bench.forum.people.holds(PersonId(3), Office::Chair), "that was the first word again");

    bench.give(grant(1, Office::Secretariat)).unwrap();
    bench.give_as(AMINA, grant(3, Office::Chair)).unwrap();
    assert!(bench.forum.people.holds(PersonId(3), Office::Chair));
}

#[test]
fn a_proposal_can_be_taken_back_and_an_office_ended_once() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Secretariat)).unwrap();
    bench.give_as(AMINA, grant(2, Office::Admin)).unwrap();
    let end = Command::EndOffice { person: PersonId(2), office: Office::Admin };
    bench.give_as(AMINA, end.clone()).unwrap();
    assert_eq!(bench.give_as(AMINA, end), Err(Refusal::OfficeMissing { person: PersonId(2) }));
    assert!(bench.forum.people.proposed.is_empty());
    let again = bench.give(grant(1, Office::Secretariat));
    assert_eq!(again, Err(Refusal::OfficeHeld { person: PersonId(1) }));
}

#[test]
fn somebody_elses_office_takes_two_to_end_as_it_took_two_to_grant() {
    let mut bench = Bench::kyoto();
    let third = Command::AddPerson(NewPerson { name: "Lin".into(), ..NewPerson::default() });
    bench.give(third).unwrap();
    let lin = Actor::Person(PersonId(3));
    let end = |person, office| Command::EndOffice { person: PersonId(person), office };
    for person in 1..=3 {
        bench.give(grant(person, Office::Secretariat)).unwrap();
    }
    bench.give_as(AMINA, end(2, Office::Secretariat)).unwrap();
    assert!(bench.forum.people.holds(PersonId(2), Office::Secretariat), "one alone only proposes it");
    let twice = bench.give_as(AMINA, end(2, Office::Secretariat));
    assert_eq!(twice, Err(Refusal::SecondToEnd { person: PersonId(2) }));
    let erased = bench.give_as(AMINA, Command::ErasePerson { person: PersonId(2) });
    assert_eq!(erased, Err(Refusal::OfficeFirst { person: PersonId(2) }), "nor is there a way around it");
    // Only whoever proposed it takes it back.
    assert_eq!(
        bench.give_as(TOMAS, grant(2, Office::Secretariat)),
        Err(Refusal::OfficeHeld { person: PersonId(2) })
    );
    bench.give_as(AMINA, grant(2, Office::Secretariat)).unwrap();
    assert!(bench.forum.people.ending.is_empty());
    bench.give_as(AMINA, end(2, Office::Secretariat)).unwrap();
    bench.give_as(lin, end(2, Office::Secretariat)).unwrap();
    assert!(
        !bench.forum.people.holds(PersonId(2), Office::Secretariat) && bench.forum.people.ending.is_empty()
    );
    bench.give_as(AMINA, Command::ErasePerson { person: PersonId(2) }).unwrap();
    // One's own ends at once; that of a reviewer takes one.
    bench.give_as(lin, end(3, Office::Secretariat)).unwrap();
    bench.give(grant(3, Office::Reviewer)).unwrap();
    bench.give_as(AMINA, end(3, Office::Reviewer)).unwrap();
}

#[test]
fn the_last_who_runs_a_forum_stays_until_another_does() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Secretariat)).unwrap();
    let (person, office) = (PersonId(1), Office::Secretariat);
    for command in [Command::EndOffice { person, office }, Command::ErasePerson { person }] {
        assert_eq!(bench.give_as(AMINA, command), Err(Refusal::LastOffice { person }));
    }
    bench.give(grant(2, Office::Secretariat)).unwrap();
    bench.give_as(AMINA, Command::EndOffice { person, office }).unwrap();
    bench.give(Command::EndOffice { person: PersonId(2), office }).unwrap();
    assert!(bench.forum.people.offices.is_empty(), "whoever sits at the server could write the log itself");
}

#[test]
fn a_mailbox_is_one_persons_and_changes_only_when_it_was_shown_to_be_theirs() {
    let mut bench = Bench::kyoto();
    let entered = |name: &str, email: &str| {
        Command::AddPerson(NewPerson { name: name.into(), email: email.into(), ..NewPerson::default() })
    };
    bench.give(entered("Lin", "lin@example.org")).unwrap();
    let taken = Err(Refusal::MailboxTaken { person: PersonId(3) });
    assert_eq!(bench.give(entered("Another", "LIN@example.org ")), taken);
    let change =
        |person, email: &str| Command::ChangeMailbox { person: PersonId(person), email: email.into() };
    let lin = Actor::Person(PersonId(3));
    bench.give(grant(1, Office::Secretariat)).unwrap();
    for by in [AMINA, lin] {
        assert_eq!(bench.give_as(by, change(3, "new@example.org")), Err(Refusal::NotAllowed), "{by:?}");
    }
    assert_eq!(bench.give_as(Actor::Newcomer, change(1, "lin@example.org")), taken);
    let off = forum::settings::Command::ChangeSetting {
        setting: forum::settings::Key::SignUp,
        value: String::new(),
    };
    bench.give(off).unwrap();
    bench.give_as(Actor::Newcomer, change(3, "new@example.org")).unwrap();
    assert_eq!(bench.forum.people.by_email("lin@example.org"), None);
    assert_eq!(bench.forum.people.by_email("new@example.org"), Some(PersonId(3)));
    assert_eq!(bench.give_as(Actor::Newcomer, change(3, "new@example.org")), Err(Refusal::NothingChanged));
    assert!(bench.give_as(Actor::Newcomer, change(3, "")).is_err());
    bench.give(entered("Another", "lin@example.org")).unwrap();
    bench.give(Command::ErasePerson { person: PersonId(3) }).unwrap();
    assert_eq!(bench.forum.people.by_email("new@example.org"), None);
    let (_, last) = bench.log.last().unwrap();
    assert_eq!(forum::Forum::erased_by(last).len(), 2, "what was entered, and what was changed");
}

#[test]
fn whoever_is_forgotten_holds_no_office_and_is_proposed_for_none() {
    let mut bench = Bench::kyoto();
    bench.give(grant(1, Office::Secretariat)).unwrap();
    bench.give(grant(2, Office::Reviewer)).unwrap();
    bench.give_as(AMINA, grant(2, Office::Chair)).unwrap();
    bench.give(Command::ErasePerson { person: PersonId(2) }).unwrap();
    assert!(!bench.forum.people.offices.contains_key(&PersonId(2)));
    assert!(bench.forum.people.proposed.is_empty());
}

#[test]
fn a_role_in_a_withdrawn_session_gives_no_access() {
    let mut bench = standing(Access::Speaker);
    bench.give(Programme::WithdrawSession { session: SessionId(1) }).unwrap();
    assert!(!access(&bench.forum, Some(AMINA)).contains(Access::Speaker));
}
