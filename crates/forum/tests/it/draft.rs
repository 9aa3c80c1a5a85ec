//! What the makers of a programme are told about their draft.

use crate::testing::{Bench, after_noon};
use forum::programme::views::changes;
use forum::programme::{Command, Programme, Warning, concerned, warnings};
use forum::{MeetingId, PersonId};

const MEETING: MeetingId = MeetingId(1);

fn draft(bench: &Bench) -> &Programme {
    &bench.forum.programme.meetings[&MEETING]
}

#[test]
fn a_draft_says_what_is_not_right_yet() {
    let mut bench = Bench::kyoto();
    for (from, to, pause) in [(0, 60, ""), (60, 90, "Tea")] {
        let (start, end) = (after_noon(from), after_noon(to));
        bench.give(Command::AddSlot { meeting: MEETING, start, end, pause: pause.into() }).unwrap();
    }
    // (begins, lasts, with a speaker, what is told)
    let cases = [
        (0, 60, true, ""),
        (0, 60, false, "nobody"),
        (0, 61, true, "pause"),
        (-30, 20, true, ""),
        (70, 20, false, "pause nobody"),
        (90, 60, true, ""),
    ];
    for (begins, minutes, speaker, told) in cases {
        let mut bench = bench.clone();
        let session = bench.session("WS 1", minutes);
        bench.place(session, 1, begins).unwrap();
        if speaker {
            bench.speaks(1, session);
        }
        let said: Vec<_> = warnings(draft(&bench)).iter().map(name).collect();
        assert_eq!(said.join(" "), told, "{begins} {minutes}");
    }
    bench.give(Command::RemoveSlot { meeting: MEETING, slot: forum::SlotId(2) }).unwrap();
    let (one, other) = (bench.session("WS 1", 90), bench.session("WS 2", 60));
    bench.place(one, 1, 0).unwrap();
    bench.place(other, 2, 30).unwrap();
    bench.speaks(1, one);
    bench.speaks(1, other);
    let said: Vec<_> = warnings(draft(&bench)).iter().map(name).collect();
    assert_eq!(said, ["twice", "longer", "longer"]);
    assert_eq!(warnings(draft(&bench))[0].sessions().len(), 2);
}

fn name(warning: &Warning) -> &'static str {
    match warning {
        Warning::PersonTwice(_) => "twice",
        Warning::InPause { .. } => "pause",
        Warning::LongerThanSlot { .. } => "longer",
        Warning::Nobody { .. } => "nobody",
    }
}

#[test]
fn the_draft_becomes_the_version_that_it_showed_and_tells_whom_its_changes_concern() {
    let mut bench = Bench::kyoto();
    let (one, other) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    bench.place(one, 1, 0).unwrap();
    bench.place(other, 1, 60).unwrap();
    bench.speaks(1, one);
    bench.publish().unwrap();
    bench.speaks(2, other);
    bench.place(one, 2, 0).unwrap();
    let before = draft(&bench).as_version();
    let changed = changes(draft(&bench).latest().unwrap(), &before);
    let whom: Vec<_> = concerned(&changed).into_iter().map(|(who, what)| (who, what.len())).collect();
    assert_eq!(whom, [(PersonId(1), 1), (PersonId(2), 1)]);
    bench.publish().unwrap();
    let published = draft(&bench).latest().unwrap();
    assert!(changes(&before, published).is_empty() && before.number == published.number);
}
