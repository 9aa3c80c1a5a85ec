//! Signing in at the real binary: by invitation, and without a trace in what it logs.

use crate::support::{Place, Server, run};
use std::process::Stdio;

/// The first line of what was said that is an address.
fn address_in(said: &str) -> String {
    said.lines().find(|line| line.starts_with("http")).unwrap().to_owned()
}

fn form(agent: &ureq::Agent, address: &str, cookie: &str, body: &str) -> (u16, String, String) {
    let request = agent.post(address).header("Content-Type", "application/x-www-form-urlencoded");
    let request = request.header("Sec-Fetch-Site", "same-origin").header("Cookie", cookie);
    let mut response = request.send(body).unwrap();
    let cookie = response.headers().get("set-cookie").map_or("", |value| value.to_str().unwrap());
    let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
    (response.status().as_u16(), cookie, response.body_mut().read_to_string().unwrap())
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

#[test]
fn an_invitation_makes_somebody_known_grants_an_office_and_signs_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    run(&place, &["begin", "igf"]);
    let invite = |more: &[&str]| {
        let arguments = [&["admin", "invite", "desk@example.org", "--forum", "igf"], more].concat();
        run(&place, &arguments)
    };
    let (done, said) = invite(&["--office", "secretariat"]);
    assert!(!done && said.contains("--name"), "{said}");
    let (done, said) = invite(&["--office", "king"]);
    assert!(!done && said.contains("secretariat, admin, chair or reviewer"), "{said}");
    let (done, said) = invite(&["--office", "secretariat", "--name", "The Desk", "--language", "fr"]);
    assert!(done && said.contains("The letter lies in the outbox."), "{said}");
    let first = address_in(&said);
    let letter = std::fs::read_dir(folder.path().join("outbox/igf")).unwrap().next().unwrap().unwrap();
    let letter = std::fs::read_to_string(letter.path()).unwrap();
    assert!(letter.contains(&first) && letter.contains("Vous êtes invité"), "{letter}");

    let server = Server::start(&place);
    let here = |address: &str| format!("{}/{}", server.url, address.splitn(4, '/').nth(3).unwrap());
    // A second invitation, beside the running server, ends the first.
    let (_, said) = invite(&["--office", "secretariat"]);
    let second = address_in(&said);
    let agent = agent();
    let (status, cookie) = loop {
        let (status, cookie, _) = form(&agent, &here(&second), "", "");
        // The server hears of it within moments.
        if status != 404 {
            break (status, cookie);
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    };
    assert_eq!(status, 303);
    assert_eq!(form(&agent, &here(&first), "", "").0, 404, "the first has ended");
    let get = |path: &str| {
        agent.get(format!("{}{path}", server.url)).header("Cookie", &cookie).call().unwrap().status().as_u16()
    };
    assert_eq!((get("/igf/me"), get("/igf/desk"), get("/igf/desk/outbox")), (200, 200, 200));
}

#[test]
fn no_secret_and_no_address_is_in_what_the_server_logs() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    run(&place, &["begin", "igf"]);
    let log = folder.path().join("log.txt");
    let file = std::fs::File::create(&log).unwrap();
    let mut server = Server::start_with(&place, |command| {
        command.env("HEMICYCLE_LOG", "trace").stderr(Stdio::from(file));
    });
    let agent = agent();
    let sign_in = format!("{}/igf/sign-in", server.url);
    assert_eq!(form(&agent, &sign_in, "", "email=canary%40example.org&next=%2Figf%2Fpeople").0, 200);
    let letter = loop {
        let files = std::fs::read_dir(folder.path().join("outbox/igf")).into_iter().flatten().flatten();
        match files.map(|file| file.path()).find(|path| path.extension().is_some_and(|e| e == "eml")) {
            Some(path) => break std::fs::read_to_string(path).unwrap(),
            None => std::thread::sleep(std::time::Duration::from_millis(5)),
        }
    };
    let link = letter.lines().find(|line| line.starts_with("http")).unwrap().to_owned();
    let (status, cookie, _) = form(&agent, &link, "", "name=Canary+Bird");
    assert_eq!(status, 303);
    let tokens = format!("{}/igf/me/tokens", server.url);
    let (status, _, page) = form(&agent, &tokens, &cookie, "name=yellow&days=30&scope=read");
    assert_eq!(status, 200);
    let token = page.split("hc_").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let bearer = format!("Bearer hc_{token}");
    let api = agent.get(format!("{}/api/igf", server.url)).header("Authorization", &bearer).call().unwrap();
    assert_eq!(api.status().as_u16(), 200);
    form(&agent, &sign_in, "", "email=canary%40example.org%0D%0A");
    form(&agent, &format!("{}/igf/me/sessions", server.url), &cookie, "");
    server.terminate();
    server.ended();
    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(logged.contains("TRACE") || logged.contains("DEBUG"), "everything is logged: {logged}");
    let secret = link.split("sign-in/").nth(1).unwrap()[..32].to_owned();
    let session = cookie.split('=').nth(1).unwrap();
    for canary in [&secret, session, &token, "canary", "Canary", "yellow"] {
        assert!(!logged.contains(canary), "{canary} is in the log");
    }
}
