//! A forum in which every text that people can write is one that would like to be something else.

use forum::people::NewPerson;
use forum::programme::{Command as Step, NewSession, Role};
use forum::{MeetingId, OrganisationId, PersonId, RoomId, SeriesId, SessionId, TrackId, people, series};
use jiff::Timestamp;
use jiff::civil::date;

use super::bench::Bench;

/// The address of the meeting's files.
pub(super) const MEETING: &str = "/igf/meetings/lake-2026";

/// What people may write into one line.
pub(super) const LINES: &[&str] = &[
    "=HYPERLINK(\"http://evil.example\",\"win\")",
    "+1-202-555-0100",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "'=already guarded",
    "''@twice",
    "＝1＋1",
    "a;b,c:d\\n\\e\\;",
    "END:VEVENT END:VCALENDAR",
    "\"quoted\" 'it''s' `tick`",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> <!-- --> <?xml?> &amp; &#x0; &lt;",
    "{{7*7}} ${7*7} %s %0D%0A",
    "_x0041_ and _x000D_",
    "خالد غانم; نقاش حول «الإنترنت»",
    "𠮷野家 👩\u{200D}🔬 e\u{301}\u{302}",
    "x y z\u{2028}after a line separator",
    "Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé Ünïcödé",
];

/// What people may write into a longer text.
pub(super) const PROSE: &str =
    "First line\nBEGIN:VEVENT\nUID:evil@evil.example\nATTENDEE:mailto:x\n\n\t=1+1\n\n</script>]]>\\";

/// The forum: a session for each line, held on the days on which clocks go back in Lisbon.
pub(super) fn forum() -> Bench {
    let bench = Bench::empty();
    let meeting = MeetingId(1);
    bench.give(series::Command::FoundSeries { slug: "lake".into(), name: LINES[10].into() });
    bench.give(series::Command::AnnounceMeeting {
        series: SeriesId(1),
        slug: "lake-2026".into(),
        number: None,
        title: LINES[7].into(),
        city: LINES[11].into(),
        country: "PT".into(),
        first_day: date(2026, 10, 24),
        last_day: date(2026, 10, 26),
        zone: "Europe/Lisbon".into(),
        online: false,
    });
    for (id, line) in (1..).zip(LINES) {
        let text = || (*line).to_owned();
        bench.give(people::Command::AddOrganisation {
            name: text(),
            group: None,
            country: String::new(),
            url: String::new(),
        });
        bench.give(people::Command::AddPerson(NewPerson {
            name: text(),
            email: format!("secret{id}@mail.example"),
            biography: PROSE.into(),
            organisation: Some(OrganisationId(id)),
            ..NewPerson::default()
        }));
        bench.give(Step::OpenRoom { meeting, name: text(), seats: Some(id), origin: None });
        bench.give(Step::AddTrack { meeting, name: text() });
        bench.give(Step::AddSession(session(meeting, id, line)));
        bench.give(Step::GiveRole {
            session: SessionId(id),
            person: PersonId(id),
            role: Role::ALL[id as usize % 6],
        });
        let start: Timestamp = "2026-10-24T23:30:00Z".parse().unwrap();
        bench.give(Step::PlaceSession { session: SessionId(id), room: RoomId(id), start });
    }
    let note = PROSE.to_owned();
    bench.give(Step::PublishProgramme { meeting, label: LINES[0].into(), note });
    bench
}

fn session(meeting: MeetingId, id: u32, line: &str) -> NewSession {
    NewSession {
        meeting,
        code: format!("X {id} {}", line.chars().take(40).collect::<String>()),
        kind: line.into(),
        title: line.into(),
        summary: PROSE.into(),
        language: "pt-BR".into(),
        format: line.into(),
        track: Some(TrackId(id)),
        minutes: 90,
        organisers: vec![OrganisationId(id)],
        origin: None,
    }
}

/// What became of the lines when they were entered: the forum puts them into one form of Unicode.
pub(super) fn titles(bench: &Bench) -> Vec<String> {
    let forum = bench.forum();
    let version = forum.programme.meetings[&MeetingId(1)].latest().unwrap().clone();
    version.sessions.values().map(|session| session.title.or_empty().to_owned()).collect()
}
