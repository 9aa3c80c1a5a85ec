//! Which sessions there are: type, track, language, length, title and code.

use std::collections::BTreeMap;

use forum::reference::session_types::{Applicant, SessionType};
use jiff::civil::DateTime;

use super::banks::FIXED;
use super::cast::Part;
use super::crowd::Crowd;
use super::titles::{Titles, track_shares};
use super::{Session, Track, abstracts, figures, venue};
use crate::scenario::dice::Dice;
use crate::scenario::quota::{largest_remainder, spread};

/// A session before it has a place and people.
pub(super) struct Draft {
    pub(super) kind: SessionType,
    pub(super) track: usize,
    pub(super) minutes: u16,
    pub(super) language: &'static str,
    pub(super) title: String,
    pub(super) wish: Wish,
}

/// What is fixed about a session from the outset.
#[derive(Clone, Default)]
pub(super) struct Wish {
    pub(super) day: Option<u8>,
    pub(super) start: Option<DateTime>,
    pub(super) room: Option<&'static str>,
    /// The key of a real organisation that holds it.
    pub(super) organiser: Option<&'static str>,
}

/// Deals `count` sessions: first those that reports name, then by the shares of types, tracks and languages.
pub(super) fn deal(count: usize, tracks: &[Track], dice: &Dice) -> Vec<Draft> {
    let mut titles = Titles::new(dice);
    let mut drafts: Vec<Draft> = fixed(tracks).into_iter().take(count).collect();
    drafts.iter().for_each(|draft| titles.reserve(&draft.title));
    let mut chance = dice.for_purpose("agenda");
    let kinds = open_kinds(count, &drafts, &mut chance);
    let topics = spread(kinds.len(), &track_shares(), &mut chance);
    let languages = languages(count, &kinds, &mut chance);
    for ((kind, track), language) in kinds.into_iter().zip(topics).zip(languages) {
        let (title, key) = titles.next(kind, tracks[track].key, language);
        let track =
            tracks.iter().position(|track| track.key == key).expect("titles name tracks by their keys");
        let minutes = minutes(kind, &mut chance);
        drafts.push(Draft { kind, track, minutes, language, title, wish: Wish::default() });
    }
    drafts
}

/// The sessions that reports name.
fn fixed(tracks: &[Track]) -> Vec<Draft> {
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    let draft =
        |[kind, track, minutes, day, start, room, organiser, _alone, title]: [&'static str; 9]| Draft {
            kind: SessionType::from_key(kind).expect("fixed.txt names types by their keys"),
            track: tracks.iter().position(|t| t.key == track).expect("fixed.txt names tracks by their keys"),
            minutes: minutes.parse().expect("fixed.txt has minutes as numbers"),
            language: "en",
            title: title.to_owned(),
            wish: Wish {
                day: some(day).map(|day| day.parse().expect("fixed.txt has days as numbers")),
                start: some(start).map(|start| venue::moment(day, start)),
                room: some(room),
                organiser: some(organiser).filter(|key| *key != "invented"),
            },
        };
    FIXED.rows("sessions").into_iter().map(draft).collect()
}

/// The types of the sessions that are still open, in random order.
fn open_kinds(count: usize, fixed: &[Draft], dice: &mut Dice) -> Vec<SessionType> {
    let weights = figures::TYPES.map(|(_, weight)| weight);
    let wanted = largest_remainder(count, &weights);
    let mut kinds = Vec::new();
    for ((kind, _), wanted) in figures::TYPES.iter().zip(wanted) {
        let there = fixed.iter().filter(|draft| draft.kind == *kind).count();
        // However large the forum, it opens and closes once.
        let once = matches!(kind, SessionType::Ceremony | SessionType::OpenMicrophone);
        let more = if once { 0 } else { wanted.saturating_sub(there) };
        kinds.extend(std::iter::repeat_n(*kind, more));
    }
    dice.shuffle(&mut kinds);
    kinds.resize(count - fixed.len(), SessionType::Workshop);
    kinds
}

/// A language for each open session; only some types are held in other languages than English.
fn languages(count: usize, kinds: &[SessionType], dice: &mut Dice) -> Vec<&'static str> {
    let weights = figures::LANGUAGES.map(|(_, weight)| weight);
    let mut others: Vec<&str> = figures::LANGUAGES
        .iter()
        .zip(largest_remainder(count, &weights))
        .skip(1)
        .flat_map(|((tag, _), wanted)| std::iter::repeat_n(*tag, wanted))
        .collect();
    dice.shuffle(&mut others);
    kinds
        .iter()
        .map(|kind| match kind {
            SessionType::OpenForum
            | SessionType::TownHall
            | SessionType::LaunchAward
            | SessionType::LightningTalk
            | SessionType::DayZero
                if dice.percent(40) =>
            {
                others.pop().unwrap_or("en")
            }
            _ => "en",
        })
        .collect()
}

/// A length that the type allows. Where no length is published, 60 or 90 minutes as programmes show them.
fn minutes(kind: SessionType, dice: &mut Dice) -> u16 {
    match kind {
        SessionType::Workshop => dice.pick(&[30, 60, 60, 60, 60, 90, 90, 90, 90]),
        SessionType::BestPracticeForum | SessionType::PolicyNetwork | SessionType::Parliamentary => 90,
        SessionType::DynamicCoalition | SessionType::NationalRegional | SessionType::DayZero => {
            dice.pick(&[60, 60, 90])
        }
        _ => match kind.facts().minutes {
            [] => 60,
            allowed => dice.pick(allowed),
        },
    }
}

/// Turns drafts into sessions: who takes part is known now, so abstracts, formats and codes are dealt last.
pub(super) fn finish(
    drafts: Vec<Draft>,
    cast: Vec<Part>,
    crowd: &Crowd,
    tracks: &[Track],
    dice: &Dice,
) -> Vec<Session> {
    let mut chance = dice.for_purpose("abstracts");
    let codes = codes(&drafts, &mut dice.for_purpose("codes"));
    let parts = drafts.into_iter().zip(cast).zip(codes);
    parts
        .map(|((draft, part), code)| Session {
            code,
            kind: draft.kind,
            summary: abstracts::write(&draft.title, draft.language, tracks[draft.track].key, &mut chance),
            format: format(draft.kind, &mut chance),
            title: draft.title,
            language: draft.language,
            track: draft.track,
            minutes: draft.minutes,
            organisers: part.organisers(crowd),
            roles: part.roles,
        })
        .collect()
}

/// A format for the types that state one in their proposal (formats of the calls of 2018 and 2025).
fn format(kind: SessionType, dice: &mut Dice) -> Option<&'static str> {
    let formats =
        ["Roundtable", "Panel", "Debate", "Break-out groups", "Birds of a feather", "Classroom", "Theatre"];
    matches!(kind, SessionType::Workshop | SessionType::OpenForum | SessionType::TownHall)
        .then(|| dice.pick(&formats))
}

/// Public codes. Numbers were given to proposals, so those of the sessions that remain have gaps; what nobody had to
/// propose is counted through.
fn codes(drafts: &[Draft], dice: &mut Dice) -> Vec<String> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    dice.shuffle(&mut order);
    let mut last: BTreeMap<SessionType, usize> = BTreeMap::new();
    let mut codes = vec![String::new(); drafts.len()];
    for at in order {
        let kind = drafts[at].kind;
        let gap = if kind.facts().applicant == Applicant::ByInvitation { 1 } else { 1 + dice.below(7) };
        let number = last.entry(kind).and_modify(|number| *number += gap).or_insert(gap);
        codes[at] = format!("{} #{number}", kind.facts().code);
    }
    codes
}
