//! Proposals over HTTP: whatever is pressed how often, one draft is one proposal.

use crate::support::{Place, Server};
use serde_json::json;
use std::sync::{Arc, Barrier};

/// A draft of the small forum of the demo, whose call is open: the first after the 83 issues that were submitted.
const DRAFT: u64 = 84;

#[test]
fn two_hundred_parallel_submissions_of_one_draft_make_one_proposal() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let small = ["demo", "--listen", "127.0.0.1:0", "--people", "300", "--sessions", "3"];
    let server = Server::start_as(&place, &small, |_| {});
    let client = server.client();
    let answers = [
        ("title", "Who shares the cable"),
        ("category", "technical"),
        ("description", "Three islands, one cable, and nobody who answers for it."),
        ("join-team", "yes"),
        ("publish", "yes"),
    ];
    for (field, value) in answers {
        let save = json!({"save_answer": {"proposal": DRAFT, "field": field, "values": [value], "on": 0}});
        // What the draft has already is left as it is.
        client.give("inland-sea", &format!("save-{field}"), &json!({"call": save})).unwrap();
    }
    let all_ready = Arc::new(Barrier::new(200));
    let clients: Vec<_> = (0..200)
        .map(|nth| {
            let (client, all_ready) = (server.client(), Arc::clone(&all_ready));
            std::thread::spawn(move || {
                all_ready.wait();
                // Each of them means it anew: it is not the key that makes them one.
                let submit = json!({"call": {"submit": {"proposal": DRAFT}}});
                let answer = client.give("inland-sea", &format!("submit-{nth}"), &submit).unwrap();
                (answer.status, answer.json)
            })
        })
        .collect();
    let answers: Vec<_> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    let done = answers.iter().filter(|(status, _)| *status == 200).count();
    assert_eq!(done, 1, "{:?}", answers.iter().find(|(status, _)| *status != 200));
    for (status, said) in answers.iter().filter(|(status, _)| *status != 200) {
        assert!((400..500).contains(status), "{status}");
        assert!(said.to_string().contains("Issue #84"), "everybody is told which it is: {said}");
    }
    assert_eq!(submissions(&client), 1, "one act in the log");
}

/// How many acts of the log say that the draft was submitted.
fn submissions(client: &crate::support::Client) -> usize {
    let mut count = 0;
    let mut address = "/api/inland-sea/acts?limit=500".to_owned();
    loop {
        let page = client.get(&address).unwrap().json;
        let acts = page["acts"].as_array().unwrap_or_else(|| panic!("no acts: {page}"));
        let says = |act: &serde_json::Value| {
            let act = act.to_string();
            act.contains("ProposalSubmitted") && act.contains(&format!("\"proposal\":{DRAFT}"))
        };
        count += acts.iter().filter(|act| says(act)).count();
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut address),
            None => return count,
        }
    }
}
