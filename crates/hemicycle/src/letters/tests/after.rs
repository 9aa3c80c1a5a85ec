//! Letters after acts of the call: each once, whatever happens to the server.

use super::super::{How, after, work};
use crate::call::tests::{AMINA, House};
use crate::clock::Clock;
use axum::http::StatusCode;
use forum::call::{Command as Call, PartTyped};
use forum::people::{Command as People, Role};
use forum::{Actor, CallId, PartId, PersonId, ProposalId};
use jiff::{SignedDuration, Timestamp};

const ZOE: &str = "zoe@elsewhere.example";

#[test]
fn a_receipt_holds_all_that_was_submitted_and_comes_once_however_often_a_server_starts() {
    let house = House::new();
    after::take_up(&house.app, "igf");
    house.issue();
    assert!(work(&house.app, "igf") && work(&house.app, "igf"));
    let letters = house.letters();
    assert_eq!(letters.len(), 1);
    let (to, text) = &letters[0];
    assert_eq!(to, "amina@forum.example");
    for part in ["Issue #1", "Access", "Why it matters", "Kenya", "/igf/proposals/1"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let house = house.again();
    after::take_up(&house.app, "igf");
    work(&house.app, "igf");
    assert_eq!(house.letters().len(), 1);
}

#[test]
fn what_was_done_before_a_server_was_killed_gets_its_letter_after_and_what_is_older_gets_none() {
    let house = House::new();
    house.issue();
    // The journal begins: what happened before owes nothing.
    let house = house.again();
    after::take_up(&house.app, "igf");
    work(&house.app, "igf");
    assert_eq!(house.letters().len(), 0);
    let amina = Actor::Person(PersonId(AMINA));
    house.give_as(amina, Call::Reopen { proposal: ProposalId(1), until: None });
    house.give_as(amina, Call::Submit { proposal: ProposalId(1) });
    // It is killed before the letter: nobody has called `work`.
    let house = house.again();
    after::take_up(&house.app, "igf");
    work(&house.app, "igf");
    assert_eq!(house.letters().len(), 1, "{:?}", house.letters());
}

#[test]
fn a_letter_is_as_old_as_its_act_and_too_old_is_not_sent() {
    for (days, sent, how) in [(13, 1, How::Sent), (15, 0, How::Late)] {
        let clock = Clock::default();
        clock.set(Timestamp::now().checked_sub(SignedDuration::from_hours(days * 24)).unwrap());
        let house = House::by(&clock);
        after::take_up(&house.app, "igf");
        house.issue();
        assert!(work(&house.app, "igf"), "nothing is to be tried again");
        assert_eq!(house.letters().len(), sent, "after {days} days");
        let told = house.app.letters().told("igf").unwrap();
        assert_eq!(told.written.into_values().collect::<Vec<_>>(), [how], "after {days} days");
    }
}

/// Zoe, whom the forum does not know, is asked to speak in a workshop of Amina's; the link of her letter, and where it leads.
fn asked(house: &House) -> (String, String) {
    let (amina, proposal) = (Actor::Person(PersonId(AMINA)), ProposalId(1));
    house.give_as(amina, Call::Begin { call: CallId(1), kind: "workshop".into() });
    let entry =
        PartTyped { role: Role::Speaker, name: "Zoe".into(), email: ZOE.into(), ..crate::call::nobody() };
    house.give_as(amina, Call::SavePart { proposal, part: None, on: 0, entry });
    house.give_as(amina, Call::InvitePart { proposal, part: PartId(1) });
    work(&house.app, "igf");
    let letters = house.letters();
    let (to, text) = letters.last().expect("a letter");
    assert_eq!(to, ZOE);
    let link = text.lines().find(|line| line.contains("/igf/sign-in/")).expect("a link");
    let at = link.find("/igf/sign-in/").unwrap();
    let secret = link[at..].trim_start_matches("/igf/sign-in/").split('?').next().unwrap();
    (link[at..].to_owned(), secret.to_owned())
}

#[test]
fn whoever_was_asked_says_no_with_the_link_of_the_letter_and_without_an_account() {
    let house = House::new();
    after::take_up(&house.app, "igf");
    let (link, secret) = asked(&house);
    let page = house.get(None, &link);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Amina") && page.body.contains("/igf/invitations/1/1"), "{}", page.body);
    let people = house.with(|forum| forum.people.persons.len());
    let forged = house.post(None, "/igf/invitations/1/1", &[("link", &"0".repeat(secret.len()))]);
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    let got = house.post(None, "/igf/invitations/1/1", &[("link", &secret)]);
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    let agrees = house.with(|forum| forum.call.proposals[&ProposalId(1)].parts[&PartId(1)].agrees);
    assert_eq!(agrees, Some(false));
    assert_eq!(house.with(|forum| forum.people.persons.len()), people, "nobody was entered");
    assert_eq!(house.get(None, &link).status, StatusCode::NOT_FOUND, "the link opens nothing any more");
}

#[test]
fn whoever_signs_in_with_the_mailbox_that_was_asked_agrees_and_corrects_what_is_kept_about_them() {
    let house = House::new();
    after::take_up(&house.app, "igf");
    asked(&house);
    house.give(People::AddPerson(forum::people::NewPerson {
        name: "Zoe".into(),
        email: ZOE.into(),
        ..Default::default()
    }));
    let zoe = Some(4);
    let page = house.get(zoe, "/igf/invitations/1/1");
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(
        house.get(Some(AMINA), "/igf/invitations/1/1").status,
        StatusCode::NOT_FOUND,
        "she was not asked"
    );
    let got = house.post(zoe, "/igf/invitations/1/1", &[("do", "yes"), ("key", "a")]);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let fields = [
        ("do", "correct"),
        ("key", "b"),
        ("name", "Zoe Adler"),
        ("organisation", "Lakes"),
        ("country", "AT"),
    ];
    let got = house.post(zoe, "/igf/invitations/1/1", &fields);
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    house.with(|forum| {
        let part = &forum.call.proposals[&ProposalId(1)].parts[&PartId(1)];
        assert_eq!(
            (part.agrees, part.name.text(), part.role),
            (Some(true), Some("Zoe Adler"), Role::Speaker)
        );
        assert_eq!(part.email.as_ref().and_then(|email| email.text()), Some(ZOE));
    });
    // She speaks, and so does not write in the proposal.
    assert_eq!(house.get(zoe, "/igf/proposals/1").status, StatusCode::NOT_FOUND);
}
