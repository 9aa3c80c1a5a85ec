//! What people choose for their own programmes: their own business, counted for those who plan rooms.

use crate::testing::Bench;
use forum::people::{self, Office};
use forum::programme::Command as Programme;
use forum::programme::views::expected;
use forum::{Actor, Audience, MeetingId, PersonId, Refusal, SessionId, Viewer, audience};

const AMINA: PersonId = PersonId(1);
const TOMAS: PersonId = PersonId(2);

fn choose(session: SessionId, person: PersonId) -> Programme {
    Programme::Choose { session, person }
}

/// A published session, and one of the draft.
fn published() -> (Bench, SessionId, SessionId) {
    let mut bench = Bench::kyoto();
    let (shown, hidden) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    bench.place(shown, 1, 0).unwrap();
    bench.publish().unwrap();
    (bench, shown, hidden)
}

#[test]
fn a_published_session_is_chosen_once_and_the_choice_can_be_taken_back() {
    let (mut bench, session, hidden) = published();
    let as_amina = |bench: &mut Bench, command| bench.give_as(Actor::Person(AMINA), command);
    as_amina(&mut bench, choose(session, AMINA)).unwrap();
    assert_eq!(as_amina(&mut bench, choose(session, AMINA)), Err(Refusal::NothingChanged));
    bench.give_as(Actor::Person(TOMAS), choose(session, TOMAS)).unwrap();
    assert_eq!(expected(&bench.forum, session), 2);
    assert_eq!(bench.forum.programme.choices_of(AMINA).map(|(id, _)| id).collect::<Vec<_>>(), [session]);
    let back = Programme::Unchoose { session, person: AMINA };
    as_amina(&mut bench, back.clone()).unwrap();
    assert_eq!(as_amina(&mut bench, back), Err(Refusal::NothingChanged));
    assert_eq!(expected(&bench.forum, session), 1);
    for none in [hidden, SessionId(99)] {
        let refused = Err(Refusal::NoSuchSession { session: none });
        assert_eq!(as_amina(&mut bench, choose(none, AMINA)), refused, "a draft is as good as nothing");
    }
}

#[test]
fn nobody_chooses_for_somebody_else_and_only_they_see_what_they_chose() {
    let (mut bench, session, _) = published();
    bench.give(people::Command::GrantOffice { person: TOMAS, office: Office::Secretariat }).unwrap();
    let not_theirs = bench.give_as(Actor::Person(TOMAS), choose(session, AMINA));
    assert_eq!(not_theirs, Err(Refusal::NotAllowed));
    bench.give_as(Actor::Person(AMINA), choose(session, AMINA)).unwrap();
    let (stamp, act) = bench.log.last().unwrap();
    let audience = audience(&bench.forum, stamp, act);
    assert_eq!(audience, Audience::Alone(AMINA));
    for (viewer, sees) in [
        (Viewer::Person(AMINA), true),
        (Viewer::Person(TOMAS), false),
        (Viewer::Secretariat, false),
        (Viewer::Public, false),
    ] {
        assert_eq!(audience.includes(&bench.forum, viewer), sees, "{viewer:?}");
    }
}

#[test]
fn a_choice_changes_no_draft_and_stands_in_no_organisers_history() {
    let (mut bench, session, _) = published();
    let changes = |bench: &Bench| bench.forum.programme.meetings[&MeetingId(1)].history.latest().count();
    let before = changes(&bench);
    bench.give_as(Actor::Person(AMINA), choose(session, AMINA)).unwrap();
    assert_eq!(changes(&bench), before);
    assert!(matches!(bench.publish(), Err(Refusal::NothingToPublish { .. })));
}

#[test]
fn whoever_is_erased_is_expected_nowhere() {
    let (mut bench, session, _) = published();
    bench.give_as(Actor::Person(AMINA), choose(session, AMINA)).unwrap();
    bench.give_as(Actor::Person(TOMAS), choose(session, TOMAS)).unwrap();
    bench.give_as(Actor::Person(AMINA), people::Command::ErasePerson { person: AMINA }).unwrap();
    assert_eq!((expected(&bench.forum, session), bench.forum.programme.choices_of(AMINA).count()), (1, 0));
    assert_eq!(bench.give(choose(session, AMINA)), Err(Refusal::PersonErased { person: AMINA }));
}
