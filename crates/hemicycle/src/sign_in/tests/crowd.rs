//! The first morning at a venue.

use super::*;
use std::path::Path;

#[test]
fn five_thousand_people_behind_one_address_sign_in_one_morning() {
    let site = Site::new();
    let crowd = |from: usize| (from..from + 500).map(|n| format!("person{n}@example.org"));
    site.runtime.block_on(async {
        for from in (0..5_000).step_by(500) {
            let mut all = tokio::task::JoinSet::new();
            for email in crowd(from) {
                let router = site.router.clone();
                let fields = format!("email={}", email.replace('@', "%40"));
                all.spawn(
                    async move { ask(router, Method::POST, "/igf/sign-in", &[], &fields).await.status },
                );
            }
            while let Some(done) = all.join_next().await {
                assert_eq!(done.unwrap(), StatusCode::OK);
            }
        }
    });
    let door = site.app.gate().there("igf").unwrap();
    assert_eq!(door.state().seq, 5_000, "each asked once, and none was lost");
    while count(&site.folder.path().join("outbox/igf")) < 5_000 {
        std::thread::sleep(Duration::from_millis(20));
    }
    let links: Vec<String> = site.letters("igf").iter().map(|letter| link_in(&letter.text)).collect();
    site.runtime.block_on(async {
        for links in links.chunks(500) {
            let mut all = tokio::task::JoinSet::new();
            for link in Vec::from(links) {
                let router = site.router.clone();
                all.spawn(async move { ask(router, Method::POST, &link, &[], "name=Somebody").await.status });
            }
            while let Some(done) = all.join_next().await {
                assert_eq!(done.unwrap(), StatusCode::SEE_OTHER);
            }
        }
    });
    assert_eq!(door.state().state.members().count(), 5_000);
}

fn count(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.filter(|file| file.path().extension().is_some_and(|ending| ending == "eml")).count()
}
