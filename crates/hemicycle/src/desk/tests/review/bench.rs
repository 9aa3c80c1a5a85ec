//! The workbench.

use super::*;
use forum::review::{Bid, Conflict};

const SEEN: StatusCode = StatusCode::OK;
const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// A review with both scores.
fn scores(first: u8, second: u8, then: &str, on: u64) -> String {
    format!(
        "do=review&score-relevance={first}&score-policy-questions={second}&to_proposer=More%20depth&to_chair=Quiet%20word&merge=&then={then}&on={on}"
    )
}

#[test]
fn a_review_is_saved_submitted_and_leads_to_the_next_one_of_the_theme() {
    let house = House::new();
    let me = house.reviewers[0];
    let review = |id| house.forum(|forum| forum.review.reviews.get(&ProposalId(id))?.get(&me).cloned());
    let half = "do=review&score-relevance=4&score-policy-questions=&to_proposer=&to_chair=&merge=&then=save&on=0&id=1";
    assert_eq!(house.ask(me, "/igf/review/1", Some(half)), (DONE, "/igf/review/1".into()));
    assert_eq!(review(1).map(|review| (review.scores.len(), review.submitted)), Some((1, false)));
    let on = review(1).unwrap().seq;
    let (status, to) = house.ask(me, "/igf/review/1", Some(&scores(4, 5, "submit-next", on)));
    assert_eq!((status, to.as_str()), (DONE, "/igf/review/2"), "the other one about data");
    let done = review(1).unwrap();
    assert!(done.submitted && done.to_chair.as_ref().unwrap().text() == Some("Quiet word"));
    let (_, list) = house.ask(me, "/igf/review", None);
    assert!(list.contains("1 of 4 submitted") && list.contains("4.50"), "{list}");
    // The same once more is done already, and no error.
    assert_eq!(house.ask(me, "/igf/review/1", Some(&scores(4, 5, "submit", done.seq))).0, DONE);
    assert_eq!(review(1).unwrap().seq, done.seq);
}

#[test]
fn what_is_refused_stays_on_the_page_with_the_reason() {
    let house = House::new();
    let me = house.reviewers[0];
    for (fields, why) in [
        (scores(1, 4, "submit", 0), "cannot be said without a reason"),
        ("do=review&score-relevance=4&score-policy-questions=&to_proposer=More%20depth&to_chair=&merge=&then=submit&on=0".to_owned(), "no score yet"),
        (scores(4, 4, "submit", 0).replace("merge=", "merge=WS%20%2399"), "This is no number"),
    ] {
        let (status, page) = house.ask(me, "/igf/review/2", Some(&format!("{fields}&id=2")));
        assert_eq!(status, REFUSED, "{fields}");
        assert!(page.contains(why) && page.contains("More depth"), "{why}: {page}");
    }
    let (_, to) =
        house.ask(me, "/igf/review/2", Some(&scores(4, 4, "save", 0).replace("merge=", "merge=WS%20%231")));
    assert_eq!(to, "/igf/review/2");
    assert_eq!(house.forum(|forum| forum.review.reviews[&ProposalId(2)][&me].merge), Some(ProposalId(1)));
    // Somebody wrote in another tab meanwhile.
    let (status, page) = house.ask(me, "/igf/review/2", Some(&scores(5, 5, "save", 0)));
    assert_eq!(status, REFUSED, "{page}");
    assert!(page.contains("More depth"));
}

#[test]
fn what_comes_after_the_gate_is_shown_to_be_copied() {
    let house = House::new();
    let me = house.reviewers[0];
    let kept = format!("data-person=\"igf/{me}\"");
    let (_, page) = house.ask(me, "/igf/review/2", None);
    assert!(page.contains("<form class=\"scores\"") && page.matches(&kept).count() == 1, "{page}");
    house.settle(|settings| settings.gate.closes = Timestamp::now() - 1.minutes());
    let (status, page) = house.ask(me, "/igf/review/2", Some(&format!("{}&id=2", scores(4, 5, "submit", 0))));
    assert_eq!(status, REFUSED, "{page}");
    for said in ["More depth", "Quiet word", ": 5", "has not been taken", "readonly", &kept] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("<form class=\"scores\""), "{page}");
    // What a browser kept of it has its place on the page as well, and only there.
    let (_, page) = house.ask(me, "/igf/review/2", None);
    assert!(page.contains(&kept) && !page.contains("More depth"), "{page}");
}

#[test]
fn bids_expertise_and_conflicts_are_ones_own_and_a_conflict_leaves_the_list() {
    let house = House::new();
    let me = house.reviewers[0];
    let form =
        |address: &str, fields: &str| assert_eq!(house.ask(me, address, Some(fields)).0, DONE, "{fields}");
    form("/igf/review", "do=expertise&id=1&themes=data&themes=rights");
    form("/igf/review/bids?call=1&theme=data", "do=bids&id=1&b1=eager&b2=none");
    form("/igf/review/3", "do=bid&id=3&bid=reluctant");
    form("/igf/review/4", "do=conflict&id=4");
    house.forum(|forum| {
        assert_eq!(forum.review.expertise[&CallId(1)][&me], ["data", "rights"]);
        assert_eq!(forum.review.bids[&ProposalId(1)][&me], Bid::Eager);
        assert_eq!(forum.review.bids[&ProposalId(3)][&me], Bid::Reluctant);
        assert_eq!(forum.review.conflicts[&ProposalId(4)][&me], Conflict::Declared);
    });
    let (status, page) = house.ask(me, "/igf/review/4", None);
    assert!(status == SEEN && !page.contains("Proposal about rights 4"), "{page}");
    let (_, list) = house.ask(me, "/igf/review", None);
    assert!(list.contains("0 of 3 submitted") && !list.contains("Proposal about rights 4"), "{list}");
    assert_eq!(
        house.ask(me, "/igf/review/4", Some(&scores(3, 3, "save", 0))).0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[test]
fn no_page_of_a_reviewer_says_who_stands_behind_a_proposal_of_a_blind_call() {
    let house = House::new();
    let pages = ["review", "review/bids", "review/1", "review/2", "review/3", "review/4"];
    let pages: Vec<String> =
        pages.iter().flat_map(|page| [format!("/igf/{page}"), format!("/api/igf/{page}")]).collect();
    let told = |me| {
        let found = pages.iter().filter(|page| {
            let (_, body) = house.ask(me, page, None);
            CANARIES.iter().any(|name| body.contains(name))
        });
        found.cloned().collect::<Vec<_>>()
    };
    let refused = house.ask(house.reviewers[0], "/igf/review/1", Some(&scores(1, 1, "submit", 0))).1;
    assert!(CANARIES.iter().all(|name| !refused.contains(name)), "{refused}");
    assert_eq!(told(house.reviewers[0]), Vec::<String>::new());
    house.settle(|settings| settings.blind = false);
    assert!(
        told(house.reviewers[0]).contains(&"/igf/review/1".to_owned()),
        "the canaries sing where they may"
    );
}
