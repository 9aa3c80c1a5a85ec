//! What a dealt forum promises.

use std::collections::{BTreeMap, BTreeSet};

use forum::reference::session_types::SessionType;
use jiff::ToSpan;
use jiff::civil::DateTime;
use sha2::{Digest as _, Sha256};

use super::cast::SESSIONS_MAX;
use super::*;

/// Sizes from a village forum to three times the sessions of Kyoto.
const SIZES: [(usize, usize); 4] = [(300, 20), (2_000, 120), (PEOPLE, SESSIONS), (4_000, 900)];

fn digest(kyoto: &Kyoto) -> String {
    Sha256::digest(format!("{kyoto:?}")).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn time(kyoto: &Kyoto, placement: &Placement) -> (DateTime, DateTime) {
    let minutes = i64::from(kyoto.sessions[placement.session].minutes);
    (placement.start, placement.start + minutes.minutes())
}

/// Pairs of placements that overlap in time.
fn overlapping(kyoto: &Kyoto) -> Vec<(&Placement, &Placement)> {
    let mut sorted: Vec<&Placement> = kyoto.placements.iter().collect();
    sorted.sort_by_key(|placement| placement.start);
    let mut pairs = Vec::new();
    for (at, one) in sorted.iter().enumerate() {
        let end = time(kyoto, one).1;
        pairs.extend(
            sorted[at + 1..].iter().take_while(|other| other.start < end).map(|other| (*one, *other)),
        );
    }
    pairs
}

/// How far a share is from what was published, in people: rounding may cost one.
fn assert_share<T: Ord + std::fmt::Debug>(published: &[(T, u64)], dealt: impl Iterator<Item = T>) {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    dealt.for_each(|value| *counts.entry(value).or_default() += 1);
    let total: usize = counts.values().sum();
    let weights: u64 = published.iter().map(|(_, weight)| weight).sum();
    for (value, weight) in published {
        let exact = *weight as f64 * total as f64 / weights as f64;
        let dealt = counts.get(value).copied().unwrap_or_default() as f64;
        assert!((dealt - exact).abs() <= 1.0, "{value:?}: {dealt} of {total} instead of {exact}");
    }
}

#[test]
fn the_same_seed_deals_the_same_forum_and_another_seed_another() {
    let one = digest(&plan(SEED, 600, 80));
    assert_eq!(one, digest(&plan(SEED, 600, 80)));
    assert_ne!(one, digest(&plan(SEED + 1, 600, 80)));
}

#[test]
fn published_shares_are_met_to_within_one_person_at_every_size() {
    for (people, sessions) in SIZES {
        let kyoto = plan(SEED, people, sessions);
        assert_eq!(kyoto.persons.len(), kyoto.participants.len());
        assert_share(&figures::GROUPS, kyoto.persons.iter().map(|person| person.group));
        assert_share(&figures::GENDERS, kyoto.persons.iter().map(|person| person.gender));
        assert_share(&figures::REGIONS, kyoto.persons.iter().map(Person::counted_in));
        assert_share(&figures::FIRST_TIMERS, kyoto.participants.iter().map(|p| p.first_time));
    }
}

#[test]
fn kyoto_itself_has_the_published_counts() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let count = |which: fn(&Participant) -> bool| kyoto.participants.iter().filter(|p| which(p)).count();
    assert_eq!(kyoto.persons.len(), 11_145);
    assert_eq!(count(|p| p.badge), 6_279);
    assert_eq!(count(|p| p.online), 3_000);
    assert_eq!(count(|p| p.badge && p.online), 0);
    assert_eq!(kyoto.rooms.len(), 12, "the venue is large enough");
    assert_eq!(kyoto.tracks.len(), 8);
    assert_eq!(kyoto.sessions.len(), 302);
}

#[test]
fn every_session_has_a_place_within_its_slot_and_rooms_never_clash() {
    for (people, sessions) in SIZES {
        let kyoto = plan(SEED, people, sessions);
        let placed: BTreeSet<usize> = kyoto.placements.iter().map(|placement| placement.session).collect();
        assert_eq!(placed.len(), sessions);
        for placement in &kyoto.placements {
            let (start, end) = time(&kyoto, placement);
            let holds = |slot: &&Slot| slot.start <= start && end <= slot.end;
            let slot = kyoto.slots.iter().find(holds).expect("a session lies within one slot");
            assert!(!matches!(slot.use_for, SlotUse::Pause(_)));
        }
        for (one, other) in overlapping(&kyoto) {
            assert_ne!(one.room, other.room);
        }
    }
}

#[test]
fn nothing_runs_beside_a_plenary() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let plenary = |placement: &Placement| {
        let slot = kyoto.slots.iter().find(|slot| slot.start == placement.start);
        slot.is_some_and(|slot| slot.use_for == SlotUse::Plenary)
    };
    assert_eq!(kyoto.placements.iter().filter(|placement| plenary(placement)).count(), 4);
    for (one, other) in overlapping(&kyoto) {
        assert!(!plenary(one) && !plenary(other));
    }
}

#[test]
fn nobody_is_in_two_places_at_once_or_in_more_than_three_sessions() {
    for (people, sessions) in SIZES {
        let kyoto = plan(SEED, people, sessions);
        let in_session = |placement: &Placement| -> BTreeSet<usize> {
            kyoto.sessions[placement.session].roles.iter().map(|(person, _)| *person).collect()
        };
        for (one, other) in overlapping(&kyoto) {
            assert!(in_session(one).is_disjoint(&in_session(other)));
        }
        let mut appearances: BTreeMap<usize, usize> = BTreeMap::new();
        kyoto.placements.iter().flat_map(in_session).for_each(|p| *appearances.entry(p).or_default() += 1);
        assert!(appearances.values().all(|count| *count <= SESSIONS_MAX));
    }
}

#[test]
fn a_session_has_three_to_six_people_and_mostly_three_groups() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let mut mixed = 0;
    for session in &kyoto.sessions {
        let people: BTreeSet<usize> = session.roles.iter().map(|(person, _)| *person).collect();
        assert!((3..=6).contains(&people.len()), "{} has {} people", session.code, people.len());
        let role = |wanted| session.roles.iter().filter(|(_, role)| *role == wanted).count();
        assert_eq!((role(Role::Organiser), role(Role::Moderator)), (1, 1), "{}", session.code);
        assert!(role(Role::Speaker) >= 2, "{}", session.code);
        let moderator =
            session.roles.iter().find(|(_, role)| *role == Role::Moderator).expect("counted above");
        assert!(kyoto.participants[moderator.0].badge, "the moderator of {} is on site", session.code);
        assert!(kyoto.persons[moderator.0].biography.is_some());
        let groups: BTreeSet<_> = people.iter().map(|person| kyoto.persons[*person].group).collect();
        mixed += usize::from(groups.len() >= 3);
    }
    assert!(mixed * 100 >= kyoto.sessions.len() * 95, "{mixed} of {} are mixed", kyoto.sessions.len());
}

#[test]
fn titles_are_distinct_and_short_enough_for_a_page_even_when_the_banks_are_used_up() {
    for sessions in [SESSIONS, 3_000, 6_000] {
        let drafts = agenda::deal(sessions, &titles::tracks(), &Dice::new(SEED));
        let distinct: BTreeSet<_> = drafts.iter().map(|draft| &draft.title).collect();
        assert_eq!(distinct.len(), sessions);
        for draft in &drafts {
            assert!(draft.title.chars().count() <= 120, "{}", draft.title);
        }
    }
}

#[test]
fn codes_are_distinct_and_those_of_proposals_have_gaps() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let codes: BTreeSet<_> = kyoto.sessions.iter().map(|session| &session.code).collect();
    assert_eq!(codes.len(), SESSIONS);
    let number = |code: &str| code.strip_prefix("WS #").and_then(|number| number.parse::<usize>().ok());
    let workshops: Vec<_> = codes.iter().filter_map(|code| number(code)).collect();
    assert!(workshops.iter().max() > Some(&(2 * workshops.len())), "most proposals did not become sessions");
}

#[test]
fn abstracts_read_like_abstracts_and_are_not_all_alike() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let distinct: BTreeSet<_> = kyoto.sessions.iter().map(|session| &session.summary).collect();
    assert_eq!(distinct.len(), kyoto.sessions.len());
    for session in &kyoto.sessions {
        let (length, bounds) = match session.language {
            "ja" | "zh" => (session.summary.chars().count(), 120..=600),
            _ => (session.summary.split_whitespace().count(), 60..=160),
        };
        assert!(bounds.contains(&length), "{length}: {}", session.summary);
    }
}

#[test]
fn sessions_are_held_in_seven_languages_by_people_who_speak_them() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    kyoto.sessions.iter().for_each(|session| *languages.entry(session.language).or_default() += 1);
    for (tag, share) in figures::LANGUAGES {
        let exact = share as f64 * 302.0 / 1_000.0;
        assert!((languages[tag] as f64 - exact).abs() <= 1.0, "{tag}: {}", languages[tag]);
    }
    for session in kyoto.sessions.iter().filter(|session| session.language == "ja") {
        let (moderator, _) = session.roles[0];
        assert_eq!(kyoto.persons[moderator].country.as_str(), "JP", "{}", session.title);
    }
}

#[test]
fn what_reports_name_is_on_the_programme() {
    let kyoto = plan(SEED, PEOPLE, SESSIONS);
    let ministry = kyoto.organisations.iter().position(|o| o.key == Some("mic")).expect("the host");
    let held = kyoto.sessions.iter().filter(|session| session.organisers.contains(&ministry));
    assert_eq!(held.count(), 11, "ten sessions of the ministry, and the special session on AI");
    let place = |title: &str| {
        let at = kyoto.sessions.iter().position(|session| session.title == title).expect(title);
        kyoto.placements.iter().find(|placement| placement.session == at).expect(title)
    };
    assert_eq!(place("Opening Ceremony").start, date(2023, 10, 9).at(10, 30, 0, 0));
    assert_eq!(place("Closing Ceremony").start, date(2023, 10, 12).at(17, 30, 0, 0));
    let cybercrime = "Bridging the Gap Between International Negotiations and Practical Experience in Responding to Cybercrime";
    assert_eq!(place(cybercrime).start.date(), date(2023, 10, 10));
    let ceremonies = kyoto.sessions.iter().filter(|session| session.kind == SessionType::Ceremony);
    assert_eq!(ceremonies.count(), 2);
}
