//! The forms: that whatever is typed is kept, and that nobody else sees it.

use super::{AMINA, BRUNO, CARLA, House, hidden};
use axum::http::{Request, StatusCode, header};
use forum::call::{Command as Call, PartTyped};
use forum::people::Role;
use forum::{Actor, PartId, PersonId, ProposalId};

/// Sends a step with what its page says and these fields filled in.
fn send(house: &House, person: u32, step: &str, page: &str, filled: &[(&str, &str)]) -> super::Got {
    let kept = hidden(page);
    let mut fields: Vec<(&str, &str)> =
        kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend(filled);
    house.post(Some(person), step, &fields)
}

fn organises_too(house: &House, person: u32) {
    let proposal = ProposalId(1);
    let name = ["", "Amina", "Bruno", "Carla"][person as usize];
    let entry = PartTyped {
        role: Role::Organiser,
        name: name.into(),
        email: format!("{}@forum.example", name.to_lowercase()),
        ..super::super::people::nobody()
    };
    let amina = Actor::Person(PersonId(AMINA));
    house.give_as(amina, Call::SavePart { proposal, part: None, on: 0, entry });
    house.give_as(amina, Call::InvitePart { proposal, part: PartId(1) });
    house.give_as(
        Actor::Person(PersonId(person)),
        Call::AnswerPart { proposal, part: PartId(1), agrees: true },
    );
}

#[test]
fn every_step_keeps_all_that_was_typed_with_one_button_right_or_wrong() {
    let house = House::new();
    let draft = house.workshop();
    let far_too_long = "word ".repeat(400);
    let steps: [(&str, &[(&str, &str)]); 3] = [
        (
            "1",
            &[
                ("f.title", "Rivers & lakes"),
                ("f.description", &far_too_long),
                ("f.theme", "ai"),
                ("do", "next"),
            ],
        ),
        (
            "2",
            &[
                ("f.format", "panel"),
                ("f.background-paper", "not an address"),
                ("f.duration", "90"),
                ("do", "save"),
            ],
        ),
        ("5", &[("f.goals", "4"), ("f.goals", "13"), ("f.earlier", "no"), ("do", "save")]),
    ];
    for (step, filled) in steps {
        let address = format!("{draft}/{step}");
        let page = house.get(Some(AMINA), &address);
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let got = send(&house, AMINA, &address, &page.body, filled);
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{step}: {}", got.body);
        let next = if filled.last() == Some(&("do", "next")) { "2" } else { step };
        assert!(got.leads_to().starts_with(&format!("{draft}/{next}")), "{}", got.leads_to());
        // A browser that goes back and sends the same again changes nothing.
        let acts = house.with(forum::Forum::seq);
        assert_eq!(send(&house, AMINA, &address, &page.body, filled).status, StatusCode::SEE_OTHER);
        assert_eq!(house.with(forum::Forum::seq), acts);
    }
    assert_eq!(house.answer("title"), ["Rivers & lakes"]);
    assert_eq!(house.answer("description"), [far_too_long.trim()]);
    assert_eq!(house.answer("background-paper"), ["not an address"]);
    assert_eq!(
        house.answer("goals").into_iter().collect::<std::collections::BTreeSet<_>>(),
        ["4".to_owned(), "13".to_owned()].into()
    );
    let page = house.get(Some(AMINA), &format!("{draft}/1")).body;
    assert!(page.contains("Rivers &amp; lakes") && page.contains("400"), "{page}");
}

#[test]
fn of_two_who_write_in_one_field_both_texts_are_shown_and_the_rest_is_saved() {
    let house = House::new();
    let draft = house.workshop();
    organises_too(&house, BRUNO);
    let step = format!("{draft}/1");
    let seen = house.get(Some(AMINA), &step).body;
    let bruno = house.get(Some(BRUNO), &step);
    assert_eq!(bruno.status, StatusCode::OK, "he agreed to organise");
    let theirs = [("f.title", "Bruno’s title"), ("f.description", "Of Bruno"), ("do", "save")];
    assert_eq!(send(&house, BRUNO, &step, &bruno.body, &theirs).status, StatusCode::SEE_OTHER);
    let mine = [("f.title", "Amina’s title"), ("f.outcomes", "Of Amina"), ("do", "next")];
    let got = send(&house, AMINA, &step, &seen, &mine);
    assert_eq!(got.status, StatusCode::CONFLICT);
    assert!(got.body.contains("Amina’s title") && got.body.contains("Bruno’s title"), "{}", got.body);
    assert_eq!(house.answer("title"), ["Bruno’s title"], "nobody overwrites what they have not seen");
    assert_eq!(house.answer("description"), ["Of Bruno"], "she has not touched it");
    assert_eq!(house.answer("outcomes"), ["Of Amina"]);
    // Now she has seen it, and means hers.
    let again = send(
        &house,
        AMINA,
        &step,
        &got.body,
        &[("f.title", "Amina’s title"), ("f.description", "Of Bruno"), ("f.outcomes", "Of Amina")],
    );
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
    assert_eq!(house.answer("title"), ["Amina’s title"]);
    // And what stood there can be brought back.
    let page = house.get(Some(AMINA), &step).body;
    let back = page
        .split("value=\"back.title.")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the earlier text");
    let wish = format!("back.title.{back}");
    let kept = [
        ("f.title", "Amina’s title"),
        ("f.description", "Of Bruno"),
        ("f.outcomes", "Of Amina"),
        ("do", wish.as_str()),
    ];
    assert_eq!(send(&house, AMINA, &step, &page, &kept).status, StatusCode::SEE_OTHER);
    assert_eq!(house.answer("title"), ["Bruno’s title"]);
}

#[test]
fn a_script_saves_a_field_once_and_hears_what_the_page_would_say() {
    let house = House::new();
    let draft = house.workshop();
    let save = |person, on: &str, key: &str, title: &str| {
        let body = format!("field=title&values={title}&on={on}&key={key}");
        let request = Request::post(format!("{draft}/answers"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json");
        let got = house.ask(request, Some(person), &body);
        let heard: serde_json::Value = serde_json::from_str(&got.body).unwrap_or_default();
        (got.status, heard)
    };
    let (status, first) = save(AMINA, "0", "a", "Rivers");
    assert_eq!(status, StatusCode::OK, "{first}");
    assert!(
        first["missing"]
            .as_array()
            .unwrap()
            .iter()
            .any(|want| want["to"] == format!("{draft}/1#f-description"))
    );
    assert!(!first["breaches"].as_array().unwrap().is_empty());
    let acts = house.with(forum::Forum::seq);
    // The answer was lost on the way, and the script sends the same again.
    assert_eq!(save(AMINA, "0", "a", "Rivers"), (StatusCode::OK, first.clone()));
    assert_eq!(house.with(forum::Forum::seq), acts);
    organises_too(&house, BRUNO);
    assert_eq!(save(BRUNO, &first["seq"].to_string(), "b", "Lakes").0, StatusCode::OK);
    let (status, heard) = save(AMINA, &first["seq"].to_string(), "c", "Seas");
    assert_eq!((status, &heard["theirs"]["shown"]), (StatusCode::CONFLICT, &"Lakes".into()), "{heard}");
    assert_eq!(house.answer("title"), ["Lakes"]);
    assert_eq!(save(CARLA, "0", "d", "Mine").0, StatusCode::NOT_FOUND);
}

#[test]
fn a_script_hears_whom_it_added_also_when_it_asks_again_and_others_came_since() {
    let house = House::new();
    let draft = house.workshop();
    let add = |part: &str, on: &str, key: &str, name: &str| {
        let body = format!("part={part}&role=speaker&name={name}&on={on}&key={key}");
        let request = Request::post(format!("{draft}/answers"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json");
        let got = house.ask(request, Some(AMINA), &body);
        let heard: serde_json::Value = serde_json::from_str(&got.body).unwrap_or_default();
        assert_eq!(got.status, StatusCode::OK, "{heard}");
        (heard["part"].clone(), heard["seq"].to_string())
    };
    let bob = add("new", "0", "a", "Bob");
    assert_eq!(bob.0, 1);
    assert_eq!(add("new", "0", "b", "Cid").0, 2);
    // The answer was lost on the way: the script asks again, and goes on with what it hears.
    assert_eq!(add("new", "0", "a", "Bob"), bob);
    assert_eq!(add("1", &bob.1, "c", "Bobby").0, 1);
    assert_eq!(add("new", "0", "a", "Bob"), bob, "and as the act says, also when they were saved again");
    assert_eq!(house.with(|forum| forum.call.proposals[&ProposalId(1)].parts.len()), 2);
}

#[test]
fn to_a_stranger_a_draft_does_not_exist() {
    let house = House::new();
    let draft = house.workshop();
    let title = [("f.title", "Zanzibar"), ("on.title", "0"), ("was.title", ""), ("key", "k")];
    assert_eq!(house.post(Some(AMINA), &format!("{draft}/1"), &title).status, StatusCode::SEE_OTHER);
    for rest in ["", "/1", "/3", "/person-new", "/person-1"] {
        let [there, nowhere] = [format!("{draft}{rest}"), format!("/igf/proposals/99{rest}")]
            .map(|to| house.get(Some(CARLA), &to));
        assert_eq!((there.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{rest}");
        assert_eq!(there.body.replace(&draft, ""), nowhere.body.replace("/igf/proposals/99", ""), "{rest}");
        let sent = house.post(Some(CARLA), &format!("{draft}{rest}"), &title);
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{rest}");
        assert!(house.get(None, &format!("{draft}{rest}")).leads_to().starts_with("/igf/sign-in"), "{rest}");
    }
    for address in [
        "/igf",
        "/igf/calls",
        "/igf/calls/1",
        "/igf/proposals",
        "/igf/search?q=Zanzibar",
        "/api/igf/calls/1",
        "/api/igf/proposals",
        "/api/igf/acts",
    ] {
        for person in [Some(CARLA), None] {
            let got = house.get(person, address);
            assert!(
                !got.body.replace("q=Zanzibar", "").contains("Zanzibar") || address.contains("search"),
                "{address}"
            );
        }
    }
    assert_eq!(house.get(Some(CARLA), "/api/igf/proposals/1").status, StatusCode::NOT_FOUND);
    assert_eq!(house.get(Some(AMINA), "/api/igf/proposals/1").status, StatusCode::OK);
}

#[test]
fn a_button_that_is_pressed_twice_begins_one_draft_and_a_draft_is_submitted_once_it_is_whole() {
    let house = House::new();
    for _ in 0..2 {
        let got = house.post(Some(AMINA), "/igf/calls/2", &[("key", "twice"), ("kind", "issue")]);
        assert_eq!(got.leads_to(), "/igf/proposals/1/1");
    }
    let submit = [("do", "submit"), ("id", "0"), ("key", "s1")];
    let got = house.post(Some(AMINA), "/igf/proposals/1", &submit);
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = house.get(Some(AMINA), "/igf/proposals/1").body;
    assert!(page.contains("/igf/proposals/1/1#f-description"), "what is missing leads to its field: {page}");
    let step = house.get(Some(AMINA), "/igf/proposals/1/1").body;
    let filled = [
        ("f.title", "Access"),
        ("f.category", "ecosystem"),
        ("f.description", "Why it matters"),
        ("f.country", "Kenya"),
        ("f.join-team", "yes"),
        ("f.publish", "yes"),
        ("do", "next"),
    ];
    let got = send(&house, AMINA, "/igf/proposals/1/1", &step, &filled);
    assert_eq!(got.leads_to(), "/igf/proposals/1", "the last step leads to the overview");
    let got = house.post(Some(AMINA), "/igf/proposals/1", &[("do", "submit"), ("id", "0"), ("key", "s2")]);
    assert_eq!(got.leads_to(), "/igf/proposals/1?done=submitted", "{}", got.body);
    let page = house.get(Some(AMINA), got.leads_to()).body;
    assert!(page.contains("Why it matters") && page.contains("#1"), "{page}");
    // It is counted, and nobody is named.
    let public = house.get(None, "/igf/calls/2").body;
    assert!(
        public.contains("One was submitted.") && !public.contains("Amina") && !public.contains("Access"),
        "{public}"
    );
}
