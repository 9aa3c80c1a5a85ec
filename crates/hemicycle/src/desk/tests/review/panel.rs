//! The pages of those who settle, assign and decide.

use super::*;
use forum::review::{DecisionState, Verdict};

#[test]
fn settings_are_read_as_they_were_typed_and_words_of_other_languages_stay() {
    let house = House::new();
    let base = "do=settings&id=0&low=2&each=2&places=5&accept=3,75&decline=2.5&most=&opens-day=2026-11-01&opens-time=9:00&closes-day=2027-01-31&closes-time=18:00&appeals-day=&appeals-time=&quota-media=1&blind=yes";
    let criteria =
        "c0-key=relevance&c0-weight=3&c0-title=&c0-help=&c1-key=policy-questions&c1-weight=1&c1-help=";
    let reasons = "r0-key=off-topic&r0-on=yes&r0-said=&r1-key=other&r1-said=";
    let new = "r2-key=&r2-said=Too%20late";
    for (tag, title, new) in
        [("en", "Questions", new), ("fr", "Enjeux", "r2-key=too-late&r2-on=yes&r2-said=Trop%20tard")]
    {
        let fields = format!("{base}&tag={tag}&{criteria}&c1-title={title}&{reasons}&{new}");
        assert_eq!(house.post("review", &fields), StatusCode::SEE_OTHER, "{tag}");
    }
    house.forum(|forum| {
        let settings = &forum.review.settings[&CallId(1)];
        let title = &settings.criteria[1].title;
        assert_eq!((title["en"].as_str(), title["fr"].as_str()), ("Questions", "Enjeux"));
        assert_eq!((settings.accept, settings.decline, settings.criteria[0].weight), (375, 250, 3));
        assert_eq!(settings.quotas, BTreeMap::from([(StakeholderGroup::Media, 1)]));
        let keys: Vec<&str> = settings.reasons.iter().map(|reason| reason.key.as_str()).collect();
        assert_eq!(keys[..2], ["off-topic", "too-late"]);
        assert!(settings.blind && !settings.screens && settings.appeals.is_none());
    });
    assert_eq!(house.post("review", &base.replace("3,75", "much")), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(house.page("review?words=fr").contains("Enjeux"));
}

const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

impl House {
    /// Reviews that count: the first reviewer is lenient, the second harsh.
    fn scored(&self) {
        for (nth, reviewer) in self.reviewers.into_iter().enumerate() {
            for id in 1..=4u8 {
                let score = if nth == 0 { (6 - id).clamp(3, 5) } else { (5 - id).clamp(1, 4) };
                let scores = ["relevance", "policy-questions"].map(|key| (key.to_owned(), score));
                let command = Review::SaveReview {
                    proposal: ProposalId(id.into()),
                    reviewer,
                    scores: scores.into(),
                    reasons: vec!["off-topic".into()],
                    to_chair: format!("Quiet word {nth}"),
                    to_proposer: String::new(),
                    merge: None,
                    submit: true,
                    on: 0,
                };
                self.give_as(Actor::Person(reviewer), command.into());
            }
        }
    }

    /// A reviewer is entered into a proposal as somebody who takes part.
    fn amina_joins(&self) {
        let proposal = ProposalId(1);
        let entry = PartTyped {
            role: Role::Moderator,
            name: "Amina D.".into(),
            email: "amina@forum.example".into(),
            organisation: String::new(),
            group: None,
            country: String::new(),
            region: None,
            gender: Gender::NotSaid,
            attendance: None,
            confirmed: false,
        };
        let by = Actor::Person(self.proposer);
        let until = Some("2098-01-01T00:00:00Z".parse().unwrap());
        self.give(Call::Reopen { proposal, until }.into());
        self.give_as(by, Call::SavePart { proposal, part: None, on: 0, entry }.into());
        self.give_as(by, Call::Submit { proposal }.into());
    }

    /// One of the reviewers is a chair as well, and has an interest in the fourth proposal.
    fn chair(&self) -> PersonId {
        let chair = self.reviewers[0];
        self.give(People::GrantOffice { person: chair, office: Office::Chair }.into());
        let (proposal, reviewer) = (ProposalId(4), chair);
        self.give_as(Actor::Person(chair), Review::DeclareConflict { proposal, reviewer }.into());
        chair
    }

    /// Releases what the page shows as pending.
    fn release(&self) -> StatusCode {
        let page = self.page("decisions");
        self.post("decisions", &format!("do=release&id=0&digest={}", hidden(&page, "digest")))
    }

    fn decided(&self, id: u32) -> Option<(Verdict, DecisionState)> {
        self.forum(|forum| {
            let decision = forum.review.decisions.get(&ProposalId(id))?;
            Some((decision.verdict, decision.state))
        })
    }
}

/// What stands in a hidden field of a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field =
        page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {page}"));
    field.split('"').next().unwrap()
}

#[test]
fn what_the_machine_proposes_is_adopted_as_it_was_shown_and_as_one_act() {
    let house = House::new();
    house.settle(|settings| settings.each = 1);
    let page = house.page("assignment?propose=anew");
    assert!(page.contains("It is the best there is"), "{page}");
    let digest = hidden(&page, "digest").to_owned();
    let before = house.desk.acts();
    assert_eq!(house.post("assignment", "do=adopt&id=1&propose=anew&digest=0000"), DONE);
    assert_eq!(house.desk.acts(), before, "what was not shown is not adopted");
    assert_eq!(house.post("assignment", &format!("do=adopt&id=1&propose=anew&digest={digest}")), DONE);
    assert_eq!(house.desk.acts(), before + 1);
    let loads =
        |who| house.forum(|forum| forum.review.assigned.values().filter(|all| all.contains(&who)).count());
    assert_eq!(house.reviewers.map(loads), [2, 2], "shared evenly");
    // By hand, for one proposal.
    let [one, other] = house.reviewers;
    assert_eq!(
        house.post("assignment?proposal=1", &format!("do=assign&id=1&reviewers={one}&reviewers={other}")),
        DONE
    );
    assert_eq!(house.forum(|forum| forum.review.assigned[&ProposalId(1)].len()), 2);
    assert!(house.page("assignment?proposal=1").contains("of 10 points"));
}

#[test]
fn a_shortage_says_what_is_missing_and_what_would_help() {
    let house = House::new();
    house.settle(|settings| settings.quotas = BTreeMap::from([(StakeholderGroup::Government, 1)]));
    let page = house.page("assignment?propose=anew");
    for said in ["There is no such assignment", "Government", "more reviewers"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[test]
fn a_conflict_that_was_found_is_confirmed_or_cleared() {
    let house = House::new();
    house.amina_joins();
    let page = house.page("assignment");
    assert!(page.contains("takes part in it"), "{page}");
    let me = house.reviewers[0];
    assert_eq!(house.post("assignment", &format!("do=clear&id=1&reviewer={me}")), DONE);
    assert!(house.forum(|forum| forum.review.cleared.contains(&(ProposalId(1), me))));
    assert_eq!(house.post("assignment", &format!("do=confirm&id=1&reviewer={me}")), DONE);
    assert!(house.forum(|forum| forum.review.conflicts[&ProposalId(1)].contains_key(&me)));
}

#[test]
fn results_say_what_cannot_be_told_apart_and_the_spreadsheet_says_the_same() {
    let house = House::new();
    house.scored();
    let page = house.page("results");
    for said in [
        "cannot be told apart",
        "4 of 4 proposals are scored",
        "Harsh and lenient reviewers",
        "Here 2 places end",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("style="), "no inline styles");
    assert!(house.page("results?view=groups").contains("Civil society"));
    assert!(!house.page("results?theme=rights").contains("Proposal about data"));
    let csv = house.page("results.csv");
    assert_eq!(csv.lines().count(), 5, "{csv}");
    assert!(csv.contains("\"Proposal about data 1\""), "{csv}");
}

#[test]
fn a_set_is_looked_at_balanced_and_decided_each_with_its_reason() {
    let house = House::new();
    house.scored();
    let look = |fields: &str| house.ask_desk("selection", fields);
    let (status, to) = look("do=decide&id=0&ask=look&in=1&in=3&least-theme-rights=1");
    assert_eq!((status, to.as_str()), (DONE, "/igf/desk/calls/1/selection?set=1.3&wish=theme-rights%3A1-"));
    let page = house.page(to.split("calls/1/").nth(1).unwrap());
    assert!(
        page.matches("name=\"in\" value").count() == 4 && page.matches(" checked data-traits").count() == 2,
        "{page}"
    );
    let best = house.page("selection?set=1&wish=theme-rights:2-&best=yes");
    assert!(best.contains("The best balanced set") && best.contains("What each wish costs"), "{best}");
    let rest = "do=decide&id=0&in=1&in=2&accepted_note=Strong&rest=declined";
    assert_eq!(house.post("selection", rest), REFUSED, "without a reason");
    assert_eq!(house.decided(1), None, "and then nothing is decided");
    assert_eq!(house.post("selection", &format!("{rest}&reasons=no-place-left")), DONE);
    let all = [1, 2, 3, 4].map(|id| house.decided(id).map(|decided| decided.0));
    let (yes, no) = (Some(Verdict::Accepted), Some(Verdict::Declined));
    assert_eq!(all, [yes, yes, no, no]);
}

#[test]
fn a_chair_decides_about_all_but_what_they_have_an_interest_in() {
    let house = House::new();
    house.scored();
    let chair = house.chair();
    let (status, page) = house.ask(chair, "/igf/desk/calls/1/selection", None);
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("Proposal about rights 4"), "{page}");
    let fields = "do=decide&id=0&in=1&in=2&rest=declined&reasons=no-place-left&shown=";
    let (status, page) = house.ask(chair, "/igf/desk/calls/1/selection", Some(fields));
    assert_eq!(status, DONE, "{page}");
    let all = [1, 2, 3, 4].map(|id| house.decided(id).map(|decided| decided.0));
    let (yes, no) = (Some(Verdict::Accepted), Some(Verdict::Declined));
    assert_eq!(all, [yes, yes, no, None]);
    // The whole of a proposal is the desk's: a chair is not sent where they are not let in.
    let (_, page) = house.ask(chair, "/igf/desk/calls/1/decisions?proposal=1", None);
    assert!(page.contains("Proposal about data 1") && !page.contains("/igf/desk/proposals/1"), "{page}");
    assert!(house.page("decisions?proposal=1").contains("/igf/desk/proposals/1"));
}

#[test]
fn what_others_decided_since_the_page_was_made_is_said_and_not_overwritten() {
    let house = House::new();
    house.scored();
    let chair = house.chair();
    let address = "/igf/desk/calls/1/selection";
    let page = house.page("selection");
    let before = format!("do=decide&id=0&in=1&in=2&rest=leave&shown={}", hidden(&page, "shown"));
    let accept = "do=decide&id=3&verdict=accepted&reasons=&note=";
    assert_eq!(house.post("decisions?proposal=3", &accept.replace("&reasons=", "")), DONE);
    let (status, page) = house.ask(chair, address, Some(&before));
    assert_eq!(status, REFUSED, "{page}");
    assert!(page.contains("Others have decided since") && page.contains("#3"), "{page}");
    assert_eq!(
        (house.decided(1), house.decided(3).is_some()),
        (None, true),
        "nothing is decided, nothing lost"
    );
    for (id, ticked) in [(1, true), (2, true), (3, true)] {
        let found = page.contains(&format!("name=\"in\" value=\"{id}\" checked"));
        assert_eq!(found, ticked, "as it was ticked, and what others did as they did it: {id}");
    }
    // Who has seen it may decide otherwise.
    let after = format!("do=decide&id=0&in=1&in=2&rest=leave&shown={}", hidden(&page, "shown"));
    assert_eq!(house.ask(chair, address, Some(&after)).0, DONE);
    assert_eq!((house.decided(1).is_some(), house.decided(3)), (true, None));
    // A decision that went on is not turned back by whoever saw it as taken only.
    let page = house.page("selection");
    let before = format!("do=decide&id=0&in=2&rest=leave&shown={}", hidden(&page, "shown"));
    assert_eq!(house.post("decisions", "do=ready&id=0&proposals=1"), DONE);
    assert_eq!(house.post("selection", &before), REFUSED);
    assert_eq!(house.decided(1), Some((Verdict::Accepted, DecisionState::Pending)));
}

#[test]
fn results_are_made_anew_when_a_review_no_longer_counts() {
    let house = House::new();
    house.scored();
    let count = || {
        let state = house.desk.app.state("igf").unwrap();
        let results = house.desk.app.computed().results("igf", forum_in(&state), CallId(1)).unwrap();
        results.rows.iter().find(|row| row.proposal == ProposalId(1)).map_or(0, |row| row.n)
    };
    assert_eq!(count(), 2);
    let (proposal, reviewer) = (ProposalId(1), house.reviewers[0]);
    house.give(Review::DeclareConflict { proposal, reviewer }.into());
    assert_eq!(count(), 1, "a conflict was noted");
    house.amina_joins();
    assert_eq!(count(), 0, "another text was submitted");
}

#[test]
fn decisions_are_taken_made_ready_and_released_and_then_everybody_sees_how_many() {
    let house = House::new();
    house.scored();
    let public = || house.desk.get("/igf/calls/1/decided");
    for (id, verdict) in [(1, "accepted"), (2, "declined"), (3, "declined")] {
        let fields = format!("do=decide&id={id}&verdict={verdict}&reasons=other&note=So");
        assert_eq!(house.post(&format!("decisions?proposal={id}"), &fields), DONE);
    }
    assert_eq!(house.post("decisions?proposal=3", "do=undecide&id=3"), DONE);
    assert_eq!(house.decided(3), None);
    assert_eq!(public().0, StatusCode::NOT_FOUND, "nothing is public before it is released");
    assert_eq!(house.post("decisions", "do=ready&id=0&proposals=1&proposals=2"), DONE);
    assert_eq!(house.decided(2), Some((Verdict::Declined, DecisionState::Pending)));
    let page = house.page("decisions?proposal=2&history=yes");
    assert!(page.contains("Quiet word 1") && page.contains("decided: Not accepted"), "{page}");
    // One is taken back and another made ready: as many as before, and not what the page has shown.
    let page = house.page("decisions");
    let shown = format!("do=release&id=0&digest={}", hidden(&page, "digest"));
    assert_eq!(house.post("decisions?proposal=1", "do=undecide&id=1"), DONE);
    let fields = "do=decide&id=3&verdict=declined&reasons=other&note=So";
    assert_eq!(house.post("decisions?proposal=3", fields), DONE);
    assert_eq!(house.post("decisions", "do=ready&id=0&proposals=3"), DONE);
    assert_eq!(house.post("decisions", &shown), DONE);
    assert_eq!(house.decided(2), Some((Verdict::Declined, DecisionState::Pending)), "not what was shown");
    assert_eq!(house.release(), DONE);
    assert_eq!(house.decided(2), Some((Verdict::Declined, DecisionState::Released)));
    let (status, page) = public();
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("4 proposals were submitted") && page.contains("not shown"), "{page}");
    for secret in ["Quiet word", "Amina", "Proposal about", CANARIES[0]] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
}

#[test]
fn an_appeal_is_answered_once_for_good() {
    let house = House::new();
    house.scored();
    house.settle(|settings| settings.appeals = Some(Timestamp::now() + 1.hours()));
    assert_eq!(
        house.post("decisions?proposal=1", "do=decide&id=1&verdict=declined&reasons=other&note="),
        DONE
    );
    assert_eq!(house.post("decisions", "do=ready&id=0&proposals=1"), DONE);
    assert_eq!(house.release(), DONE);
    let form = |page: &str| page.contains("name=\"verdict\"");
    assert!(!form(&house.page("decisions?proposal=1")), "what was released stands");
    let text = "Nobody read page two".to_owned();
    house.give_as(Actor::Person(house.proposer), Review::Appeal { proposal: ProposalId(1), text }.into());
    assert!(house.page("appeals").contains("Nobody read page two"));
    assert_eq!(house.post("appeals", "do=answer&id=1&upheld=yes&text="), REFUSED);
    assert_eq!(house.post("appeals", "do=answer&id=1&upheld=yes&text=True"), DONE);
    assert!(house.page("appeals").contains("It was right"));
    assert_eq!(house.post("appeals", "do=answer&id=1&upheld=no&text=No"), REFUSED);
    let page = house.page("decisions?proposal=1");
    assert!(
        form(&page) && !page.contains("value=\"undecide\""),
        "it is decided anew, not taken back: {page}"
    );
    let anew = "do=decide&id=1&verdict=accepted&note=Page%20two%20was%20read";
    assert_eq!(house.post("decisions?proposal=1", anew), DONE);
    assert_eq!(house.decided(1), Some((Verdict::Accepted, DecisionState::Taken)));
}

#[test]
fn a_letter_says_what_the_forum_wrote_and_takes_no_name_that_nothing_is_filled_in_for() {
    let house = House::new();
    assert!(house.page("decisions?letters=fr").contains("{title}"), "the built-in words");
    let own = "do=letter&id=1&language=en&subject=About%20%7Btitle%7D&text=Dear%20%7Bname%7D,%20it%20is%20%7Bverdict%7D";
    assert_eq!(house.post("decisions?letters=en", own), DONE);
    assert_eq!(house.post("decisions?proposal=1", "do=decide&id=1&verdict=accepted&note="), DONE);
    let page = house.page("decisions?proposal=1");
    for said in
        ["About Proposal about data 1", "Dear Zebulon Canary", "zebulon@forum.example", "Not sent yet"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(house.post("decisions?letters=en", &own.replace("verdict", "secret")), REFUSED);
    assert_eq!(house.post("decisions?letters=en", "do=letter-back&id=1&language=en"), DONE);
    assert!(house.forum(|forum| forum.review.letters[&CallId(1)][&Verdict::Accepted].is_empty()));
}
