//! Who sees what of a proposal: canaries in every field and part, and everybody who might look.

use super::{CALL, about, draft, open_call, part, save, submit};
use crate::testing::Bench;
use forum::call::views::{self, Sight};
use forum::call::{Act, Answer, Command as Call, FIELDS, Mode, PartTyped, Seen};
use forum::people::{Attendance, Command as People, NewPerson, Office, Role};
use forum::reference::groups::StakeholderGroup::Media;
use forum::review::{Command as Review, Settings, Verdict};
use forum::{Act as Any, Actor, Audience, Forum, PartId, PersonId, ProposalId, Refusal, Viewer, audience};
use std::collections::BTreeSet;

const ID: ProposalId = ProposalId(1);
/// Organises; is asked to organise and agrees; is asked to speak; reviews; runs the forum; is somebody else.
const AMINA: Viewer = Viewer::Person(PersonId(1));
const LIN: Viewer = Viewer::Person(PersonId(3));
const OKORO: Viewer = Viewer::Person(PersonId(4));
const REVIEWER: Viewer = Viewer::Person(PersonId(5));
const DESK: Viewer = Viewer::Person(PersonId(6));
const STRANGER: Viewer = Viewer::Person(PersonId(2));

/// One field of each kind of reader, by the name of its canary.
const FIELDS_SEEN: [(&str, &str, Seen); 4] = [
    ("outcomes", "C-PUBLIC", Seen::Public),
    ("format-reason", "C-REVIEWERS", Seen::Reviewers),
    ("earlier-session", "C-IDENTITY", Seen::Identity),
    ("notes", "C-SECRETARIAT", Seen::Secretariat),
];

/// A draft with a canary in every place.
fn canaries() -> Bench {
    let mut bench = open_call(Mode::Sessions);
    for (name, office) in [("Rev", Office::Reviewer), ("Sec", Office::Secretariat)] {
        bench.give(People::AddPerson(NewPerson { name: name.into(), ..NewPerson::default() })).unwrap();
        let person = *bench.forum.people.persons.keys().next_back().unwrap();
        bench.give(People::GrantOffice { person, office }).unwrap();
    }
    draft(&mut bench, 1, "open-forum");
    save(&mut bench, 1, ID, "title", &["C-TITLE"]).unwrap();
    save(&mut bench, 1, ID, "earlier", &["yes"]).unwrap();
    for (field, canary, seen) in FIELDS_SEEN {
        assert!(FIELDS.iter().any(|known| known.key == field && known.field().seen == seen));
        save(&mut bench, 1, ID, field, &[canary]).unwrap();
    }
    for (name, role, email) in [
        ("C-AGREED", Role::Organiser, "lin@forum.example"),
        ("C-ASKED", Role::Speaker, "okoro@forum.example"),
        ("C-NAMED", Role::Speaker, ""),
        ("C-DECLINED", Role::Moderator, "declined@forum.example"),
    ] {
        let entry = PartTyped { email: email.into(), ..part(name, role, Media, "FJ") };
        bench.give(Call::SavePart { proposal: ID, part: None, on: 0, entry }).unwrap();
    }
    for (n, agrees) in [(1, Some(true)), (2, None), (4, Some(false))] {
        bench.give(Call::InvitePart { proposal: ID, part: PartId(n) }).unwrap();
        let answer = |agrees| Call::AnswerPart { proposal: ID, part: PartId(n), agrees };
        agrees.map(|agrees| bench.give(answer(agrees)).unwrap());
    }
    bench
}

/// Everything that a viewer reads of the proposal, by both doors.
fn read(forum: &Forum, viewer: Viewer) -> BTreeSet<String> {
    let one = views::proposal(forum, viewer, ID);
    let listed = views::proposals(forum, viewer, CALL);
    assert_eq!(one.is_some(), listed.iter().any(|view| view.id == ID), "both doors let the same through");
    let mut texts = BTreeSet::new();
    for view in one.into_iter().chain(listed) {
        texts.extend(view.title.map(str::to_owned));
        texts.extend(view.by.map(|(_, name)| name.to_owned()));
        for (_, answer) in &view.fields {
            if let Some(Answer::Text(words)) = answer {
                texts.extend(words.text().map(str::to_owned));
            }
        }
        for part in &view.parts {
            texts.extend([part.name, part.email, part.organisation].into_iter().flatten().map(str::to_owned));
            texts.extend(part.country.map(|code| code.to_string()));
            texts.extend(part.person.map(|person| format!("person {person}")));
        }
    }
    texts
}

/// Which of the canaries a viewer reads: the letters T title, P public, R reviewers, I identity, S secretariat, then the
/// parts A agreed, Q asked, N named, D declined, and O the name of who organises.
fn seen(forum: &Forum, viewer: Viewer) -> String {
    let texts = read(forum, viewer).into_iter().collect::<Vec<_>>().join("|");
    let canaries = [
        ('T', "C-TITLE"),
        ('P', "C-PUBLIC"),
        ('R', "C-REVIEWERS"),
        ('I', "C-IDENTITY"),
        ('S', "C-SECRETARIAT"),
        ('A', "C-AGREED"),
        ('Q', "C-ASKED"),
        ('N', "C-NAMED"),
        ('D', "C-DECLINED"),
        ('O', "Amina Diallo"),
        ('@', "@forum.example"),
    ];
    canaries.iter().filter(|(_, canary)| texts.contains(canary)).map(|(letter, _)| letter).collect()
}

fn all(bench: &Bench) -> [String; 7] {
    let viewers = [AMINA, LIN, OKORO, REVIEWER, DESK, STRANGER, Viewer::Public];
    viewers.map(|viewer| seen(&bench.forum, viewer))
}

fn review(bench: &mut Bench, blind: bool) {
    let gate = about(30).gate;
    let settings = Settings { blind, screens: false, ..Settings::usual(gate) };
    bench.give(Review::SetReview { call: CALL, settings }).unwrap();
}

/// Makes the draft complete, and submits it.
fn submitted(bench: &mut Bench) {
    for (field, values) in [
        ("theme", &["ai"][..]),
        ("policy-questions", &["Who?"]),
        ("description", &["What?"]),
        ("activities", &["Much."]),
        ("format", &["debate"]),
        ("layout", &["theatre"]),
        ("duration", &["60"]),
        ("diversity", &["Yes."]),
        ("first-time", &["no"]),
        ("hybrid", &["Yes."]),
        ("interaction", &["Yes."]),
        ("goals", &["16"]),
        ("earlier-report", &["https://forum.example/report"]),
    ] {
        save(bench, 1, ID, field, values).unwrap();
    }
    submit(bench, 1, ID).unwrap();
}

fn release(bench: &mut Bench, verdict: Verdict) {
    let note = "Because.".to_owned();
    bench.give(Review::Decide { proposal: ID, verdict, reasons: Vec::new(), note }).unwrap();
    bench.give(Review::Ready { proposals: vec![ID] }).unwrap();
    bench.give(Review::Release { call: CALL }).unwrap();
}

/// All of it but whoever declined, of whom nothing is left.
const TEAM: &str = "TPRISAQNO@";

#[test]
fn every_viewer_reads_what_is_meant_for_them_and_not_a_word_more() {
    let mut bench = canaries();
    // A draft: its organisers, the desk, and whoever was asked, who reads of what, and of themselves.
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "", TEAM, "", ""]);
    submitted(&mut bench);
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "TPR", TEAM, "", ""], "nobody said how it is reviewed");
    review(&mut bench, false);
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "TPRIAQNO", TEAM, "", ""]);
    review(&mut bench, true);
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "TPR", TEAM, "", ""], "blind");
    release(&mut bench, Verdict::Accepted);
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "TPRIAQNO", TEAM, "TPAO", "TPAO"], "accepted");
    let reopened = bench.give_as(Actor::Person(PersonId(1)), Call::Reopen { proposal: ID, until: None });
    assert_eq!(reopened, Err(Refusal::DecisionStands { proposal: ID }));
    bench.give(Call::Withdraw { proposal: ID }).unwrap();
    assert_eq!(all(&bench), [TEAM, TEAM, "", "", TEAM, "", ""], "withdrawn");
}

#[test]
fn what_was_declined_stays_as_it_was() {
    let mut bench = canaries();
    submitted(&mut bench);
    review(&mut bench, true);
    release(&mut bench, Verdict::Declined);
    assert_eq!(all(&bench), [TEAM, TEAM, "TPAQO@", "TPR", TEAM, "", ""]);
}

#[test]
fn an_open_call_shows_titles_and_organisers_but_no_name_that_a_blind_review_hides() {
    let mut bench = canaries();
    submitted(&mut bench);
    let open = forum::call::About { open: true, ..about(1) };
    bench.give(Call::AmendCall { call: CALL, about: open }).unwrap();
    assert_eq!(seen(&bench.forum, Viewer::Public), "T", "the review may become blind");
    review(&mut bench, false);
    assert_eq!(seen(&bench.forum, Viewer::Public), "TAO");
    review(&mut bench, true);
    assert_eq!(seen(&bench.forum, Viewer::Public), "T");
    assert_eq!(seen(&bench.forum, REVIEWER), "TPR");
}

#[test]
fn a_reviewer_with_a_conflict_is_nobody_in_particular() {
    let mut bench = canaries();
    submitted(&mut bench);
    review(&mut bench, false);
    bench.give(Review::DeclareConflict { proposal: ID, reviewer: PersonId(5) }).unwrap();
    assert_eq!(seen(&bench.forum, REVIEWER), "");
    assert_eq!(views::sight(&bench.forum, REVIEWER, &bench.forum.call.proposals[&ID]), None);
}

#[test]
fn a_blind_reviewer_still_sees_how_diverse_it_is() {
    let mut bench = canaries();
    submitted(&mut bench);
    review(&mut bench, true);
    let view = views::proposal(&bench.forum, REVIEWER, ID).unwrap();
    assert_eq!(view.sight, Sight::Blind);
    assert_eq!(view.parts.len(), 3, "whoever declined is not there");
    for part in &view.parts {
        assert_eq!((part.group, part.attendance), (Some(Media), Some(Attendance::OnSite)));
        assert!(part.region.is_some() && part.name.is_none() && part.country.is_none());
    }
}

#[test]
fn acts_about_proposals_are_their_organisers_own_and_those_about_a_call_public_once_it_is() {
    let mut bench = canaries();
    submitted(&mut bench);
    let late = Call::AllowLate { call: CALL, person: PersonId(2), until: about(5).gate.closes };
    bench.give(late).unwrap();
    for (stamp, act) in &bench.log {
        let Any::Call(of) = act else { continue };
        let expected = match of {
            Act::LateAllowed { .. } => Audience::Person(PersonId(2)),
            of if is_of_a_proposal(of) => Audience::Team(ID),
            _ => Audience::Public,
        };
        let found = audience(&bench.forum, stamp, act);
        assert_eq!(found, expected, "{act:?}");
        for viewer in [OKORO, REVIEWER, STRANGER, Viewer::Public] {
            let mayhap =
                found == Audience::Public || (viewer == STRANGER && matches!(found, Audience::Person(_)));
            assert_eq!(found.includes(&bench.forum, viewer), mayhap, "{viewer:?}: {act:?}");
        }
        for viewer in [AMINA, LIN, DESK] {
            let own = matches!(found, Audience::Team(_) | Audience::Public) || viewer == DESK;
            assert_eq!(found.includes(&bench.forum, viewer), own, "{viewer:?}: {act:?}");
        }
    }
}

fn is_of_a_proposal(act: &Act) -> bool {
    let json = serde_json::to_value(act).unwrap();
    let (name, facts) = json.as_object().unwrap().iter().next().unwrap();
    facts["proposal"].is_u64() || name == "ProposalBegun"
}

#[test]
fn a_call_is_its_makers_until_it_is_announced() {
    let mut bench = Bench::kyoto();
    bench
        .give(Call::AddCall { meeting: forum::MeetingId(1), mode: Mode::Sessions, about: about(1) })
        .unwrap();
    let acts = bench.log.clone();
    let public = |bench: &Bench| {
        let of_calls = acts.iter().filter(|(_, act)| matches!(act, Any::Call(_)));
        let found: BTreeSet<bool> =
            of_calls.map(|(stamp, act)| audience(&bench.forum, stamp, act) == Audience::Public).collect();
        found.into_iter().collect::<Vec<_>>()
    };
    assert_eq!((public(&bench), views::calls(&bench.forum, Viewer::Public).len()), (vec![false], 0));
    bench.give(Call::AnnounceCall { call: CALL }).unwrap();
    assert_eq!((public(&bench), views::calls(&bench.forum, Viewer::Public).len()), (vec![true], 1));
    assert!(bench.give_as(Actor::Person(PersonId(1)), Call::AnnounceCall { call: CALL }).is_err());
}
