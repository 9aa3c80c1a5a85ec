//! What is exported and imported into an empty forum is the same programme, as far as the format can carry it.

use std::collections::BTreeSet;

use forum::programme::Role;
use forum::{Forum, MeetingId};

use super::bench::Bench;
use super::{MEETING, hostile};
use crate::programme::import::{Options, Plan, Reading, plan, read};
use crate::scenario::kyoto;

/// A session in what every format carries. Ids differ from forum to forum; names and codes do not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Outline {
    code: String,
    slug: String,
    title: String,
    kind: String,
    language: String,
    summary: String,
    start: jiff::Timestamp,
    minutes: u32,
    room: String,
    track: Option<String>,
    people: BTreeSet<(Role, String)>,
}

fn outline(forum: &Forum, meeting: MeetingId) -> Vec<Outline> {
    let version = forum.programme.meetings[&meeting].latest().unwrap();
    let mut outlines: Vec<Outline> = version
        .sessions
        .values()
        .map(|session| {
            let (room, start, _) = session.placed().unwrap();
            let name = |id| forum.people.persons[id].name.or_empty().to_owned();
            Outline {
                code: session.code.clone(),
                slug: session.slug.to_string(),
                title: session.title.or_empty().to_owned(),
                kind: session.kind.clone(),
                language: session.language.clone(),
                summary: session
                    .summary
                    .as_ref()
                    .map(|words| words.or_empty().to_owned())
                    .unwrap_or_default(),
                start,
                minutes: session.minutes,
                room: version.rooms[&room].name.clone(),
                track: session.track.map(|track| version.tracks[&track].name.clone()),
                people: session.roles.iter().map(|(role, id)| (*role, name(id))).collect(),
            }
        })
        .collect();
    outlines.sort();
    outlines
}

/// The plan to import a file into an empty forum. A table knows nothing of the meeting, so whoever imports says it.
fn imported(bytes: &[u8], is_table: bool) -> Plan {
    let meeting = is_table.then(|| "again".to_owned());
    let zone = is_table.then(|| "Asia/Tokyo".to_owned());
    let options = Options { publish: true, title: meeting.clone(), meeting, zone, ..Options::default() };
    let limits = interchange::Limits::default();
    let programme = match read(bytes, None, &limits).unwrap() {
        Reading::Programme(programme) => programme,
        Reading::Columns { proposed, .. } => match read(bytes, Some(&proposed.to_string()), &limits).unwrap()
        {
            Reading::Programme(programme) => programme,
            Reading::Columns { .. } => panic!("the columns were agreed to"),
        },
    };
    plan(&Forum::default(), &programme, &options).unwrap()
}

fn goes_round(
    bench: &Bench,
    from: MeetingId,
    address: &str,
    ending: &str,
    carried: impl Fn(Outline) -> Outline,
) -> Plan {
    let got = bench.get(&format!("{address}/programme.{ending}"), &[]);
    let plan = imported(&got.bytes, ending == "csv");
    let expected: Vec<Outline> = outline(&bench.forum(), from).into_iter().map(carried).collect();
    let found = outline(&plan.ahead, plan.meeting);
    assert_eq!(found.len(), expected.len(), "{ending}: {:?}", plan.remarks);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{ending}");
    }
    plan
}

/// Schedule XML names who takes part and has no place for what they do: everybody speaks.
fn without_roles(outline: Outline) -> Outline {
    let people = outline.people.into_iter().map(|(_, name)| (Role::Speaker, name)).collect();
    Outline { people, ..outline }
}

#[test]
fn schedule_json_gives_the_same_programme_with_roles_biographies_tracks_and_seats() {
    let bench = Bench::kyoto(3_000, 302);
    let plan = goes_round(&bench, kyoto::MEETING, MEETING, "json", |outline| outline);
    let (here, there) = (bench.forum(), &plan.ahead);
    let (here_meeting, there_meeting) =
        (&here.series.meetings[&kyoto::MEETING], &there.series.meetings[&plan.meeting]);
    assert_eq!(
        (
            &here_meeting.slug,
            &here_meeting.title,
            here_meeting.first_day,
            here_meeting.last_day,
            &here_meeting.zone
        ),
        (
            &there_meeting.slug,
            &there_meeting.title,
            there_meeting.first_day,
            there_meeting.last_day,
            &there_meeting.zone
        ),
    );
    let rooms = |forum: &Forum, meeting| -> Vec<_> {
        forum.programme.meetings[&meeting]
            .rooms
            .values()
            .map(|room| (room.name.clone(), room.seats))
            .collect()
    };
    assert_eq!(rooms(&here, kyoto::MEETING), rooms(there, plan.meeting));
    let tracks = |forum: &Forum, meeting| -> Vec<_> {
        forum.programme.meetings[&meeting].tracks.values().map(|track| track.name.clone()).collect()
    };
    assert_eq!(tracks(&here, kyoto::MEETING), tracks(there, plan.meeting));
    let lives = |forum: &Forum, meeting: MeetingId| -> BTreeSet<(String, String)> {
        let people = &forum.programme.meetings[&meeting].latest().unwrap().people;
        let person = |id| &forum.people.persons[id];
        let life = |id| {
            (
                person(id).name.or_empty().to_owned(),
                person(id).biography.as_ref().map(|words| words.or_empty().to_owned()).unwrap_or_default(),
            )
        };
        people.iter().map(life).collect()
    };
    assert_eq!(lives(&here, kyoto::MEETING), lives(there, plan.meeting));
}

#[test]
fn schedule_xml_gives_the_same_programme_but_for_roles_and_seats() {
    let bench = Bench::kyoto(3_000, 302);
    goes_round(&bench, kyoto::MEETING, MEETING, "xml", without_roles);
}

#[test]
fn a_table_gives_the_same_programme_when_its_reader_says_which_meeting_it_is() {
    // Two people of one name are one to a table: this Kyoto has none on its programme.
    let bench = Bench::kyoto(600, 60);
    goes_round(&bench, kyoto::MEETING, MEETING, "csv", |outline| outline);
}

#[test]
fn hostile_texts_come_back_as_they_were_written() {
    let bench = hostile::forum();
    // A reader of files takes white space of any kind in a line for a space.
    let spaced = |text: String| text.replace('\u{2028}', " ");
    let lines = |outline: Outline| Outline {
        title: spaced(outline.title),
        room: spaced(outline.room),
        kind: spaced(outline.kind),
        track: outline.track.map(spaced),
        code: spaced(outline.code),
        people: outline.people.into_iter().map(|(role, name)| (role, spaced(name))).collect(),
        ..outline
    };
    goes_round(&bench, MeetingId(1), hostile::MEETING, "json", lines);
    goes_round(&bench, MeetingId(1), hostile::MEETING, "xml", |outline| without_roles(lines(outline)));
    goes_round(&bench, MeetingId(1), hostile::MEETING, "csv", lines);
}
