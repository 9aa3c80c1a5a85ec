//! No refusal is left without words, in any language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use forum::{
    Actor, Command, Forum, MeetingId, OrganisationId, PersonId, RoomId, SeriesId, SessionId, SlotId, Slug,
    Stamp, TrackId, VariantId, Viewer, people, programme, series,
};
use jiff::civil::date;
use platform::languages::audit;

use super::*;
use crate::languages::{LANGUAGES, languages};

fn at(time: &str) -> Timestamp {
    time.parse().expect("a time")
}

/// Those that are about a field of a command.
fn of_fields() -> Vec<Refusal> {
    let value = || "Kyōto 2023".to_owned();
    vec![
        Refusal::Empty { field: "title".into() },
        Refusal::TooLong { field: "title".into(), have: 1_301, max: 300 },
        Refusal::ControlCharacter { field: "name".into(), code: "U+0000".into() },
        Refusal::BidiOverride { field: "name".into(), code: "U+202E".into() },
        Refusal::NotASlug { field: "slug".into(), value: value() },
        Refusal::SlugTaken { field: "slug".into(), value: "kyoto-2023".into() },
        Refusal::NotALanguage { field: "language".into(), value: value() },
        Refusal::NotAnEmail { field: "email".into() },
        Refusal::NotALink { field: "url".into(), value: value() },
        Refusal::UnknownCountry { field: "country".into(), value: "UK".into() },
        Refusal::NotAZone { field: "zone".into(), value: value() },
        Refusal::OutOfBounds { field: "seats".into(), have: 0, min: 1, max: 100_000 },
        Refusal::SignUpClosed,
    ]
}

/// One of each refusal, in the order of their declaration.
fn one_of_each() -> Vec<Refusal> {
    let (start, end) = (at("2023-10-08T01:30:00Z"), at("2023-10-08T03:00:00Z"));
    let (first, last) = (date(2023, 10, 8), date(2023, 10, 12));
    let (person, session) = (PersonId(4711), SessionId(1024));
    let before = vec![
        Refusal::MovedOn { since: 12_340, now: 12_345 },
        Refusal::NotAllowed,
        Refusal::TooManySteps { have: 60_000, max: 50_000 },
        Refusal::StepsWithinSteps,
        Refusal::AtStep { step: 3, why: Refusal::Empty { field: "title".into() }.into() },
    ];
    let then = vec![
        Refusal::NoSuchSeries { series: SeriesId(3) },
        Refusal::NoSuchMeeting { meeting: MeetingId(18) },
        Refusal::MeetingDays { first: last, last: first, max: 31 },
        Refusal::NoSuchPerson { person },
        Refusal::PersonErased { person },
        Refusal::OriginTells { field: "origin".into() },
        Refusal::NoSuchOrganisation { organisation: OrganisationId(5) },
        Refusal::AlreadyRegistered { person },
        Refusal::NotRegistered { person },
        Refusal::AlreadyRecorded { person },
        Refusal::OfficeHeld { person },
        Refusal::OfficeMissing { person },
        Refusal::SecondPerson { person },
        Refusal::SecondToEnd { person },
        Refusal::LastOffice { person },
        Refusal::OfficeFirst { person },
        Refusal::MailboxTaken { person },
        Refusal::NoSuchRoom { room: RoomId(6) },
        Refusal::RoomInUse { room: RoomId(6), code: "WS 307".into() },
        Refusal::NoSuchSlot { slot: SlotId(8) },
        Refusal::NoSuchTrack { track: TrackId(7) },
        Refusal::TrackInUse { track: TrackId(7), code: "WS 307".into() },
        Refusal::NoSuchSession { session },
        Refusal::SessionWithdrawn { session },
        Refusal::NotWithdrawn { session },
        Refusal::SessionOutside { code: "WS 307".into(), start, first, last },
        Refusal::CodeTaken { code: "WS 307".into() },
        Refusal::SlotBackwards { start: end, end: start },
        Refusal::OutsideMeeting { start, first, last },
        Refusal::RoomTaken { room: RoomId(6), code: "WS 307".into(), from: start, until: end },
        Refusal::AlreadyPlaced { session },
        Refusal::TooManyChoices { max: 2_000 },
        Refusal::NotPlaced { session },
        Refusal::RoleTaken { person },
        Refusal::RoleMissing { person },
        Refusal::NothingChanged,
        Refusal::NothingToUndo { act: 1234 },
        Refusal::ChangedSince { act: 1234, later: 1240 },
        Refusal::NoSuchVariant { variant: VariantId(4) },
        Refusal::TooManyVariants { max: 20 },
        Refusal::PersonTwice { person, one: "WS 307".into(), other: "OF 12".into(), at: start },
        Refusal::NothingToPublish { version: "2.1".into() },
        Refusal::EmptyProgramme,
    ];
    [before, of_fields(), then, of_demands(), of_calls(), of_proposals(), of_reviews()].concat()
}

fn of_demands() -> Vec<Refusal> {
    let resource = forum::ResourceId(3);
    vec![
        Refusal::SessionLocked { session: SessionId(1024) },
        Refusal::OrderCircle { one: "WS 307".into(), other: "WS 308".into() },
        Refusal::NoSuchResource { resource },
        Refusal::ResourceInUse { resource, code: "WS 307".into() },
    ]
}

/// Those about calls and what is typed there.
fn of_calls() -> Vec<Refusal> {
    let (opens, closes) = (at("2023-04-24T00:00:00Z"), at("2023-05-24T23:59:00Z"));
    vec![
        Refusal::TooMany { field: "options".into(), have: 301, max: 300 },
        Refusal::UnknownChoice { field: "format".into(), value: "seance".into() },
        Refusal::TimePast { field: "until".into(), at: opens },
        Refusal::GateBackwards { opens: closes, closes: opens },
        Refusal::SavedMeanwhile { seq: 12_340 },
        Refusal::NoSuchCall { call: forum::CallId(3) },
        Refusal::NoSuchProposal { proposal: forum::ProposalId(434) },
        Refusal::NoSuchPart { part: forum::PartId(5) },
        Refusal::NoSuchCluster { cluster: forum::ClusterId(12) },
        Refusal::KindNotOffered { kind: "banquet".into() },
        Refusal::NoSuchField { field: "sponsor".into() },
        Refusal::FieldInUse { field: "title".into() },
        Refusal::NoSuchRule { rule: "at-most-per-star-sign".into() },
        Refusal::NotOpenYet { opens },
        Refusal::CallClosed { closes },
    ]
}

/// Those about what was proposed.
fn of_proposals() -> Vec<Refusal> {
    let (proposal, part, cluster) = (forum::ProposalId(434), forum::PartId(5), forum::ClusterId(12));
    let rule = forum::BrokenRule { key: "at-least-speakers".into(), count: 3 };
    vec![
        Refusal::StillMissing { field: "title".into(), have: 7 },
        Refusal::RuleBroken { rule, have: 2 },
        Refusal::AlreadySubmitted { code: "WS #12".into() },
        Refusal::ReopenFirst { code: "WS #12".into() },
        Refusal::WithdrawFirst { code: "WS #12".into() },
        Refusal::NotSubmitted { proposal },
        Refusal::ProposalWithdrawn { proposal },
        Refusal::NoMailbox { part },
        Refusal::InvitedAlready { at: at("2023-05-24T23:59:00Z") },
        Refusal::NotInvited { part },
        Refusal::NoIssuesHere { call: forum::CallId(3) },
        Refusal::ClusterEmpty { cluster },
        Refusal::TeamStands { cluster },
        Refusal::NotInTeam { person: PersonId(4711) },
    ]
}

/// Those about what is thought of proposals and what becomes of them.
fn of_reviews() -> Vec<Refusal> {
    let (opens, closes) = (at("2023-06-01T00:00:00Z"), at("2023-06-17T00:00:00Z"));
    let (person, proposal) = (PersonId(4711), forum::ProposalId(17));
    vec![
        Refusal::NoReview,
        Refusal::IssuesUnreviewed,
        Refusal::CriteriaInUse,
        Refusal::KeyTwice { field: "criteria".into(), value: "relevance".into() },
        Refusal::NotAReviewer { person },
        Refusal::NotScreened { proposal },
        Refusal::ReasonNeeded,
        Refusal::NotAssigned { proposal },
        Refusal::InConflict { person, proposal },
        Refusal::ReviewClosed { opens, closes },
        Refusal::ScoreMissing { criterion: "relevance".into() },
        Refusal::NotDecided { proposal },
        Refusal::DecidedAlready { proposal },
        Refusal::UnderReview { code: "WS #12".into() },
        Refusal::DecisionStands { proposal },
        Refusal::NothingToRelease,
        Refusal::NoSuchMerge,
        Refusal::MergeSettled,
        Refusal::MergeUnfit { proposal },
        Refusal::NotAgreed { proposal },
        Refusal::JoinsNothing { proposal, into: forum::ProposalId(18) },
        Refusal::AppealsClosed,
        Refusal::AppealMade { proposal },
        Refusal::NoAppeal { proposal },
    ]
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy_in_every_language() {
    let refusals = one_of_each();
    assert_eq!(refusals.iter().map(Refusal::key).collect::<Vec<_>>(), Refusal::KEYS);
    for locale in languages().all() {
        for refusal in &refusals {
            for message in messages(refusal.key()) {
                assert!(locale.has(&message), "{}: {message} is missing", locale.tag());
            }
            let Sentence { what, remedy, field } = sentence(locale, refusal);
            for text in [&what, &remedy] {
                let whole = text.ends_with(['.', '?', '。']) && !text.contains(['{', '$']);
                assert!(whole, "{}: {} is no whole sentence: {text}", locale.tag(), refusal.key());
            }
            assert_ne!(what, remedy);
            assert_eq!(field, refusal.field());
        }
    }
}

#[test]
fn a_sentence_mentions_every_fact_of_its_refusal_and_no_other() {
    for language in LANGUAGES {
        let messages_of_language = audit::messages(language);
        for refusal in one_of_each() {
            let offered: BTreeSet<String> =
                refusal.args().into_iter().map(|(name, _)| name.to_owned()).collect();
            let mentioned: BTreeSet<String> =
                messages(refusal.key()).iter().flat_map(|key| messages_of_language[key].clone()).collect();
            assert_eq!(mentioned, offered, "{}: {}", language.tag, refusal.key());
        }
    }
}

#[test]
fn a_refusal_names_its_field_and_says_what_to_do() {
    let say = |tag: &str, refusal: Refusal| {
        let locale = languages().all().find(|locale| locale.tag() == tag).expect("a language");
        let Sentence { what, remedy, .. } = sentence(locale, &refusal);
        format!("{what} {remedy}")
    };
    let long = Refusal::TooLong { field: "title".into(), have: 1_301, max: 300 };
    let taken = Refusal::RoomTaken {
        room: RoomId(1_006),
        code: "WS 307".into(),
        from: at("2023-10-08T01:30:00Z"),
        until: at("2023-10-08T03:00:00Z"),
    };
    let third = Refusal::AtStep { step: 3, why: Refusal::Empty { field: "title".into() }.into() };
    let cases = [
        (
            "en",
            &third,
            "Step 3: The title is empty. Please fill it in. None of the steps was done; please send them all again when this one is right.",
        ),
        ("en", &long, "The title has 1,301 characters; there is room for 300. Please shorten it a little."),
        (
            "fr",
            &long,
            "Le champ « titre » compte 1\u{202f}301 caractères ; il y a de la place pour 300. Merci de le raccourcir un peu.",
        ),
        (
            "en",
            &taken,
            "There is another session in room 1006: WS 307, from Sunday, 8 October 2023, 01:30, UTC to 03:00. Please choose another room or another time, or move WS 307 first.",
        ),
    ];
    for (tag, refusal, expected) in cases {
        assert_eq!(say(tag, refusal.clone()), expected);
    }
}

#[test]
fn times_can_be_told_in_the_zone_of_the_meeting() {
    let tokyo = TimeZone::get("Asia/Tokyo").expect("the zone database is built in");
    let english = languages().all().next().expect("a language");
    let refusal =
        Refusal::SlotBackwards { start: at("2023-10-08T03:00:00Z"), end: at("2023-10-07T23:30:00Z") };
    let in_utc = "The end of a slot must come after its beginning; this one goes from Sunday, 8 October 2023, 03:00, UTC to Saturday, 7 October 2023, 23:30, UTC.";
    let in_tokyo = "The end of a slot must come after its beginning; this one goes from Sunday, 8 October 2023, 12:00, Japan Standard Time (UTC+9) to 08:30.";
    assert_eq!(sentence(english, &refusal).what, in_utc);
    assert_eq!(sentence_in(english, &refusal, &tokyo).what, in_tokyo);
}

#[test]
fn a_field_without_a_name_is_called_as_the_interface_calls_it() {
    let english = languages().all().next().expect("a language");
    assert_eq!(field_name(english, "minutes"), "length in minutes");
    assert_eq!(field_name(english, "sponsor"), "sponsor");
}

#[test]
fn every_field_that_the_forum_checks_has_a_name() {
    let mut checked = BTreeMap::new();
    fields_checked_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../forum/src"), &mut checked);
    // These the server checks: to let the machine plan is no command.
    checked
        .extend(["seconds", "threads"].map(|field| (field.to_owned(), "desk/solver/wishes.rs".to_owned())));
    let named: BTreeSet<String> = FIELDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let unnamed: Vec<_> = checked.iter().filter(|(field, _)| !named.contains(*field)).collect();
    assert!(unnamed.is_empty(), "fields without an entry in FIELDS: {unnamed:?}");
    let left_over: Vec<_> = named.iter().filter(|field| !checked.contains_key(*field)).collect();
    assert!(left_over.is_empty(), "entries of FIELDS that no rule checks: {left_over:?}");
}

/// The fields that the rules of the stages hand to the checks of texts and numbers, each with a file that does.
fn fields_checked_in(folder: &Path, fields: &mut BTreeMap<String, String>) {
    const CHECKS: &[&str] = &[
        "line",
        "prose",
        "language",
        "email",
        "link",
        "zone",
        "country",
        "bounded",
        "at_most",
        "ahead",
        "origin",
        "origin_of_person",
        "Slug::new",
    ];
    for entry in fs::read_dir(folder).expect("the forum's sources are beside ours") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            fields_checked_in(&path, fields);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("text.rs") {
            let source = fs::read_to_string(&path).expect("sources are UTF-8");
            for (position, _) in source.match_indices("(\"") {
                if CHECKS.iter().any(|check| source[..position].ends_with(check)) {
                    let field = source[position + 2..].split('"').next().unwrap_or_default();
                    fields.insert(field.to_owned(), path.display().to_string());
                }
            }
        }
    }
}

#[test]
fn the_length_that_the_remedy_for_a_short_name_promises_is_the_real_one() {
    assert!(Slug::new("slug", &"a".repeat(60)).is_ok());
    assert!(Slug::new("slug", &"a".repeat(61)).is_err());
}

/// A forum with a meeting in Tokyo's zone, a room, a session and a person.
fn small_forum() -> Forum {
    let commands: Vec<Command> = vec![
        series::Command::FoundSeries { slug: "igf".into(), name: "Annual forum".into() }.into(),
        series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: "kyoto".into(),
            number: None,
            title: "Kyoto".into(),
            city: String::new(),
            country: String::new(),
            first_day: date(2023, 10, 8),
            last_day: date(2023, 10, 12),
            zone: "Asia/Tokyo".into(),
            online: false,
        }
        .into(),
        people::Command::AddPerson(people::NewPerson { name: "Amina Diallo".into(), ..Default::default() })
            .into(),
        programme::Command::OpenRoom {
            meeting: MeetingId(1),
            name: "Main Hall".into(),
            seats: None,
            origin: None,
        }
        .into(),
    ];
    commands.iter().fold(Forum::default(), after)
}

fn after(mut forum: Forum, command: &Command) -> Forum {
    let context =
        forum::Context { now: at("2023-09-01T00:00:00Z"), actor: Actor::Secretariat, seed: [7; 32] };
    for act in forum.decide(command, &context).expect("a plain command") {
        let stamp = Stamp { seq: forum.seq() + 1, at: context.now, by: context.actor };
        forum.apply(&stamp, &act);
    }
    forum
}

#[test]
fn a_refusal_calls_things_by_their_names_for_those_who_may_know_them() {
    let english = languages().default_locale();
    let forum = small_forum();
    let say = |forum: &Forum, viewer, refusal: &Refusal| {
        sentence_with_names(english, refusal, Names { forum, viewer }).what
    };
    let registered = Refusal::AlreadyRegistered { person: PersonId(1) };
    let taken = Refusal::RoomTaken {
        room: RoomId(1),
        code: "WS 307".into(),
        from: at("2023-10-08T01:30:00Z"),
        until: at("2023-10-08T03:00:00Z"),
    };
    let (secretariat, public) = (Viewer::Secretariat, Viewer::Public);
    assert_eq!(
        say(&forum, secretariat, &registered),
        "This meeting already has a registration of Amina Diallo."
    );
    assert_eq!(say(&forum, public, &registered), "This meeting already has a registration of person 1.");
    assert_eq!(
        say(&forum, secretariat, &taken),
        "There is another session in Main Hall: WS 307, from Sunday, 8 October 2023, 10:30, Japan Standard Time (UTC+9) to 12:00."
    );
    assert!(say(&forum, public, &taken).starts_with("There is another session in room 1: "));
    assert_eq!(
        say(&forum, secretariat, &Refusal::NoSuchPerson { person: PersonId(2) }),
        "The forum knows no person 2."
    );

    let erased = after(forum, &people::Command::ErasePerson { person: PersonId(1) }.into());
    assert_eq!(
        say(&erased, secretariat, &registered),
        "This meeting already has a registration of person 1."
    );
}
