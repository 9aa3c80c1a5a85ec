//! Places that are kept beside a draft, and how they are adopted.

use crate::testing::{Bench, after_noon, noon};
use forum::programme::{Command as Programme, Place, Placed, Places, arranged};
use forum::words::encode;
use forum::{Act, Actor, Command, MeetingId, Refusal, RoomId, SessionId, VariantId, Viewer, audience};

const MEETING: MeetingId = MeetingId(1);

fn keep(name: &str, places: Option<Vec<Placed>>) -> Programme {
    Programme::KeepVariant { meeting: MEETING, name: name.into(), note: String::new(), places }
}

fn at(session: SessionId, room: u32, minutes: i64) -> Placed {
    Placed { session, place: Some(Place { room: RoomId(room), start: after_noon(minutes) }) }
}

fn draft(bench: &Bench) -> &forum::programme::Programme {
    &bench.forum.programme.meetings[&MEETING]
}

/// Adopts places as the organisers' page does: as one command.
fn adopt(bench: &mut Bench, places: &Places) -> Result<usize, Refusal> {
    let steps = draft(bench).steps_to(&arranged(&bench.forum, MEETING, places));
    bench.give(Command::Together { since: None, steps: steps.into_iter().map(Command::from).collect() })
}

/// Three sessions: two in the hall, one after the other, and one in no room.
fn with_sessions() -> (Bench, [SessionId; 3]) {
    let mut bench = Bench::kyoto();
    let sessions = ["A", "B", "C"].map(|code| bench.session(code, 60));
    bench.place(sessions[0], 1, 0).unwrap();
    bench.place(sessions[1], 1, 60).unwrap();
    (bench, sessions)
}

#[test]
fn what_is_kept_stays_as_it_was_and_changes_no_draft() {
    let (mut bench, [one, ..]) = with_sessions();
    let before = (draft(&bench).changed, draft(&bench).places());
    bench.give(keep("As it is", None)).unwrap();
    assert_eq!((draft(&bench).changed, draft(&bench).places()), before);
    assert_eq!(draft(&bench).history.latest().next().map(|change| change.act), Some(before.0));
    bench.place(one, 2, 0).unwrap();
    let kept = &draft(&bench).variants[&VariantId(1)];
    assert_eq!((kept.name.text(), &kept.places), (Some("As it is"), &before.1));
}

#[test]
fn adopting_is_one_change_that_one_undo_takes_back_even_where_sessions_change_places() {
    let (mut bench, [one, two, three]) = with_sessions();
    let before = draft(&bench).places();
    // The two exchange their places, and the third comes after them.
    bench.give(keep("Turned round", Some(vec![at(one, 1, 60), at(two, 1, 0), at(three, 1, 120)]))).unwrap();
    let places = draft(&bench).variants[&VariantId(1)].places.clone();
    let acts = adopt(&mut bench, &places).unwrap();
    assert_eq!(acts, 4, "only one of the two that change places has to stand aside");
    assert_eq!(draft(&bench).places(), places);
    let act = draft(&bench).history.to_undo(Actor::Secretariat).unwrap().act;
    bench.give(Programme::Undo { meeting: MEETING, act }).unwrap();
    assert_eq!(draft(&bench).places(), before, "all is back");
}

#[test]
fn what_is_adopted_is_what_can_be_there_today() {
    let (mut bench, [one, two, three]) = with_sessions();
    let places = vec![at(one, 2, 0), at(two, 2, 60), Placed { session: three, place: None }];
    bench.give(keep("In the other room", Some(places))).unwrap();
    let places = draft(&bench).variants[&VariantId(1)].places.clone();
    // Since then one session got longer, one was withdrawn, and one came to stand where another would have been.
    let edit = forum::programme::SessionEdit { minutes: Some(90), ..Default::default() };
    bench.place(one, 1, 120).unwrap();
    bench.give(Programme::AmendSession { session: one, edit }).unwrap();
    let new = bench.session("D", 60);
    bench.place(new, 2, 0).unwrap();
    bench.give(Programme::WithdrawSession { session: three }).unwrap();
    adopt(&mut bench, &places).unwrap();
    let now = draft(&bench).places();
    let there = |room: u32, start| Some(Place { room: RoomId(room), start });
    assert_eq!(now.get(&one), Some(&there(2, noon())));
    assert_eq!(now.get(&two), Some(&None), "the first lasts longer now");
    assert_eq!(now.get(&new), Some(&None), "it gave way to what the variant names");
    bench.give(Programme::UnplaceSession { session: one }).unwrap();
    bench.give(Programme::CloseRoom { meeting: MEETING, room: RoomId(2) }).unwrap();
    let closed = arranged(&bench.forum, MEETING, &places);
    assert!(closed.places().values().all(Option::is_none), "a closed room takes nobody in");
}

#[test]
fn only_so_many_are_kept_and_only_of_what_is_there() {
    let (mut bench, [one, ..]) = with_sessions();
    let unknown = SessionId(99);
    let far =
        Placed { place: Some(Place { room: RoomId(1), start: after_noon(60 * 24 * 30) }), session: one };
    for (placed, refusal) in
        [(at(unknown, 1, 0), "no-such-session"), (at(one, 9, 0), "no-such-room"), (far, "outside-meeting")]
    {
        let refused = bench.give(keep("Wrong", Some(vec![placed]))).unwrap_err();
        assert_eq!(refused.key(), refusal);
    }
    assert!(matches!(bench.give(keep(" ", None)), Err(Refusal::Empty { .. })));
    for n in 0..20 {
        bench.give(keep(&format!("No. {n}"), None)).unwrap();
    }
    assert_eq!(bench.give(keep("One more", None)), Err(Refusal::TooManyVariants { max: 20 }));
    let give_up = Programme::DropVariant { meeting: MEETING, variant: VariantId(3) };
    bench.give(give_up.clone()).unwrap();
    assert_eq!(bench.give(give_up), Err(Refusal::NoSuchVariant { variant: VariantId(3) }));
    bench.give(keep("One more", None)).unwrap();
    assert_eq!(draft(&bench).variants.keys().next_back(), Some(&VariantId(21)), "no number comes twice");
}

#[test]
fn a_variant_is_the_makers_own_and_is_erased_when_it_is_given_up() {
    let (mut bench, _) = with_sessions();
    bench.give(keep("Amina's idea", None)).unwrap();
    bench.publish().unwrap();
    bench.give(Programme::DropVariant { meeting: MEETING, variant: VariantId(1) }).unwrap();
    let about = |act: &Act| matches!(act, Act::Programme(act) if format!("{act:?}").starts_with("Variant"));
    let acts: Vec<_> = bench.log.iter().filter(|(_, act)| about(act)).collect();
    assert_eq!(acts.len(), 2);
    for (stamp, act) in &acts {
        assert!(!audience(&bench.forum, stamp, act).includes(&bench.forum, Viewer::Public));
        assert!(!String::from_utf8(encode(act).unwrap().0).unwrap().contains("idea"));
    }
    let erased = forum::Forum::erased_by(&acts[1].1);
    assert_eq!(erased, [acts[0].0.seq]);
}
