//! Conflicts of interest: found where they are, not where they are not, and never scoring.

use super::stage::*;
use crate::testing::Bench;
use forum::call::{Command as Call, PartTyped};
use forum::people::{Command as People, Role};
use forum::review::{Command, Conflict, views};
use forum::{OrganisationId, PartId, ProposalId, Refusal};

/// A call in which Rin belongs to an organisation and has an address.
fn known() -> Bench {
    let mut bench = announced();
    let organisation = People::AddOrganisation {
        name: "Réseau Ouvert".into(),
        group: None,
        country: String::new(),
        url: String::new(),
    };
    bench.give(organisation).unwrap();
    let belongs = |person| People::AmendPerson {
        person,
        name: None,
        biography: None,
        organisation: Some(OrganisationId(1)),
    };
    bench.give(belongs(RIN)).unwrap();
    bench
}

fn settle(bench: &mut Bench) {
    let settings = forum::review::Settings { screens: false, ..settings() };
    bench.give(Command::SetReview { call: CALL, settings }).unwrap();
}

/// Somebody of a proposal is asked and agrees.
fn agrees(bench: &mut Bench, proposal: ProposalId, by: forum::PersonId, who: forum::PersonId) {
    let part = PartId(1);
    bench.give_as(as_person(by), Call::InvitePart { proposal, part }).unwrap();
    bench.give_as(as_person(who), Call::AnswerPart { proposal, part, agrees: true }).unwrap();
}

#[test]
fn a_conflict_is_found_where_there_is_one_and_nowhere_else() {
    // Rin is the first whose address is numbered.
    let speaker = |name: &str, email: &str, of: &str| part(Role::Speaker, name, email, of);
    let cases: Vec<(&str, PartTyped, Option<Conflict>)> = vec![
        ("stands in it by mailbox", speaker("R. S.", "P0@Forum.example", ""), Some(Conflict::TakesPart)),
        ("by name, where nothing else is known", speaker("rin sato", "", ""), Some(Conflict::TakesPart)),
        ("the same name with another mailbox", speaker("Rin Sato", "rin@else.example", ""), None),
        ("a colleague", speaker("X", "", "RESEAU OUVERT"), Some(Conflict::SameOrganisation)),
        ("of another organisation", speaker("X", "", "Réseau Fermé"), None),
        ("somebody else", speaker("Y", "y@else.example", ""), None),
    ];
    for (name, entry, conflict) in cases {
        let mut bench = known();
        let proposal = propose(&mut bench, AMINA, "Community networks", vec![entry]);
        settle(&mut bench);
        assert_eq!(views::conflict(&bench.forum, proposal, RIN), conflict, "{name}");
        let found = views::found(&bench.forum, CALL);
        assert_eq!(found.get(&(proposal, RIN)).copied(), conflict, "{name}");
        assert!(found.keys().all(|(_, who)| *who == RIN), "{name}: {found:?}");
        let assign = Command::Assign { call: CALL, assigned: [(proposal, vec![OTIENO, RIN])].into() };
        let refusal = conflict.map(|_| Refusal::InConflict { person: RIN, proposal });
        assert_eq!(bench.give(assign).err(), refusal, "{name}");
    }
}

#[test]
fn whoever_proposed_something_together_does_not_review_the_other() {
    let mut bench = known();
    let joint = draft(&mut bench, AMINA, "Ours");
    let entry = part(Role::Speaker, "Rin Sato", "p0@forum.example", "");
    let save = Call::SavePart { proposal: joint, part: None, on: 0, entry };
    bench.give_as(as_person(AMINA), save).unwrap();
    let own = propose(&mut bench, AMINA, "Hers alone", vec![]);
    settle(&mut bench);
    let conflict = |bench: &Bench, proposal| views::conflict(&bench.forum, proposal, RIN);
    assert_eq!(conflict(&bench, own), None, "to be entered by others into a draft is no conflict");
    bench.give_as(as_person(AMINA), Call::Submit { proposal: joint }).unwrap();
    assert_eq!(conflict(&bench, own), None, "nor is it to be proposed without having agreed");
    agrees(&mut bench, joint, AMINA, RIN);
    assert_eq!(conflict(&bench, own), Some(Conflict::ProposedTogether));
    assert_eq!(conflict(&bench, joint), Some(Conflict::TakesPart));
    bench.give(Command::ClearConflict { proposal: own, reviewer: RIN }).unwrap();
    assert_eq!(conflict(&bench, own), None, "cleared by the desk");
    let assign = Command::Assign { call: CALL, assigned: [(own, vec![RIN])].into() };
    bench.give(assign).unwrap();
}

#[test]
fn whoever_declined_to_take_part_has_no_conflict() {
    let mut bench = known();
    let entry = part(Role::Speaker, "Rin Sato", "p0@forum.example", "");
    let proposal = propose(&mut bench, AMINA, "Community networks", vec![entry]);
    settle(&mut bench);
    assert_eq!(views::conflict(&bench.forum, proposal, RIN), Some(Conflict::TakesPart));
    let part = PartId(1);
    bench.give_as(as_person(AMINA), Call::InvitePart { proposal, part }).unwrap();
    bench.give_as(as_person(RIN), Call::AnswerPart { proposal, part, agrees: false }).unwrap();
    assert_eq!(views::conflict(&bench.forum, proposal, RIN), None);
}

#[test]
fn a_conflict_takes_the_assignment_away_and_what_was_scored_does_not_count() {
    let mut bench = assigned();
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (4, 4)).unwrap();
    }
    bench.give_as(as_person(RIN), Command::DeclareConflict { proposal: ONE, reviewer: RIN }).unwrap();
    assert_eq!(bench.forum.review.assigned[&ONE], [OTIENO, MAJA]);
    assert_eq!(bench.forum.review.conflicts[&ONE][&RIN], Conflict::Declared);
    let counted: Vec<_> = views::counted_of(&bench.forum, ONE).into_iter().map(|(who, _)| who).collect();
    assert_eq!(counted, [OTIENO]);
    assert!(bench.forum.review.reviews[&ONE].contains_key(&RIN), "that it was written stays on record");
    assert_eq!(submit(&mut bench, ONE, RIN, (5, 5)), Err(Refusal::NotAssigned { proposal: ONE }));
    let list = views::my_list(&bench.forum, RIN);
    let states: Vec<_> = list.iter().map(|task| (task.proposal, task.state)).collect();
    let open = views::TaskState::Open;
    assert_eq!(states, [(ONE, views::TaskState::Conflict), (TWO, open), (THREE, open)]);
    let progress = views::progress(&bench.forum, CALL);
    let rin = views::Progress { assigned: 2, conflicts: 1, ..views::Progress::default() };
    assert_eq!((progress[&RIN], progress[&OTIENO].submitted), (rin, 1));
    bench.give(Command::ClearConflict { proposal: ONE, reviewer: RIN }).unwrap();
    assert_eq!(views::counted_of(&bench.forum, ONE).len(), 1, "cleared, but assigned anew by nobody yet");
}

/// Rin is of the organisation "Réseau Ouvert".
#[test]
fn a_conflict_that_is_found_later_strikes_out_no_score_until_it_is_noted() {
    let colleague = |bench: &mut Bench| {
        // Whoever was asked corrects what is said of them at any time.
        let known = bench.forum.call.proposals[&ONE].parts[&PartId(1)].seq;
        let entry = part(Role::Speaker, "Noa Bar", "p6@forum.example", "Réseau Ouvert");
        let save = Call::SavePart { proposal: ONE, part: Some(PartId(1)), on: known, entry };
        bench.give_as(as_person(NOBODY), save).unwrap();
    };
    let why = Conflict::SameOrganisation;
    let mut bench = known();
    let speaker = part(Role::Speaker, "Noa Bar", "p6@forum.example", "Lakes");
    propose(&mut bench, AMINA, "Community networks", vec![speaker]);
    bench.give_as(as_person(AMINA), Call::InvitePart { proposal: ONE, part: PartId(1) }).unwrap();
    bench.give(Command::SetReview { call: CALL, settings: settings() }).unwrap();
    bench.give(passed(ONE)).unwrap();
    let assigned =
        |all: &[forum::PersonId]| Command::Assign { call: CALL, assigned: [(ONE, all.to_vec())].into() };
    bench.give(assigned(&[RIN, OTIENO])).unwrap();
    submit(&mut bench, ONE, RIN, (1, 1)).unwrap();
    colleague(&mut bench);
    assert_eq!(views::found(&bench.forum, CALL).get(&(ONE, RIN)), Some(&why), "the desk is shown");
    let counted = |bench: &Bench| views::counted(&bench.forum, CALL)[&ONE].len();
    assert_eq!((counted(&bench), views::counted_of(&bench.forum, ONE).len()), (1, 1), "{why:?}");
    assert_eq!(views::progress(&bench.forum, CALL)[&RIN].submitted, 1);
    assert_eq!(submit(&mut bench, ONE, RIN, (2, 2)), Err(Refusal::NotAssigned { proposal: ONE }));
    bench.give(assigned(&[RIN, OTIENO, MAJA])).unwrap();
    assert_eq!(counted(&bench), 1, "whoever is assigned besides takes nobody's place");
    bench.give(Command::DeclareConflict { proposal: ONE, reviewer: RIN }).unwrap();
    assert_eq!(bench.forum.review.conflicts[&ONE][&RIN], why);
    assert_eq!(counted(&bench), 0, "noted by the desk");
}

#[test]
fn a_conflict_that_comes_with_another_text_counts_from_then_on() {
    let mut bench = assigned();
    for reviewer in [RIN, OTIENO] {
        submit(&mut bench, ONE, reviewer, (4, 4)).unwrap();
    }
    // The secretariat sends the proposal back, and its organisers enter a reviewer.
    let until = Some(at("2023-08-01T00:00:00Z"));
    bench.give(Call::Reopen { proposal: ONE, until }).unwrap();
    let entry = part(Role::Speaker, "Rin Sato", "p0@forum.example", "");
    bench.give_as(as_person(AMINA), Call::SavePart { proposal: ONE, part: None, on: 0, entry }).unwrap();
    bench.give_as(as_person(AMINA), Call::Submit { proposal: ONE }).unwrap();
    assert!(!views::counted(&bench.forum, CALL).contains_key(&ONE), "to be screened anew first");
    bench.give(passed(ONE)).unwrap();
    assert!(views::counted_of(&bench.forum, ONE).is_empty(), "what was reviewed is another text");
    submit(&mut bench, ONE, OTIENO, (4, 4)).unwrap();
    assert_eq!(submit(&mut bench, ONE, RIN, (4, 4)), Err(Refusal::NotAssigned { proposal: ONE }));
    let counted: Vec<_> = views::counted_of(&bench.forum, ONE).into_iter().map(|(who, _)| who).collect();
    assert_eq!(counted, [OTIENO]);
    assert!(views::my_list(&bench.forum, RIN).iter().all(|task| task.proposal != ONE));
}
