//! The pages of those who settle, assign and decide.

use super::*;

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
