//! From what a form says to the command that does it. What may be done is the core's business; here is only read.

use std::collections::BTreeMap;
use std::sync::Arc;

use forum::people::{Command as People, NewPerson, Office};
use forum::programme::{Command as Step, NewSession, Programme, Role, SessionEdit};
use forum::reference::session_types::SessionType;
use forum::series::{Command as Series, Meeting, MeetingEdit};
use forum::settings::{Command as Settings, SETTINGS};
use forum::{Command, MeetingId, PersonId, Refusal, RoomId, SessionId, SlotId, TrackId, fold, slug_of};
use jiff::Timestamp;

use super::answer::Order;
use super::fill::fill;
use super::form::{Form, No, Unread};
use super::when;
use crate::site::Visit;

/// The meeting that an address is about, and its draft.
fn place(visit: &Visit) -> Result<(Arc<Meeting>, Programme), No> {
    let meeting = visit.meeting(visit.part("meeting")).map_err(|_| No::NotFound)?;
    let draft = visit.forum().programme.meetings.get(&meeting.id).cloned().unwrap_or_default();
    Ok((Arc::clone(meeting), draft))
}

/// Several steps as one command, for the state on which they were counted.
fn together(visit: &Visit, steps: Vec<Command>) -> Order {
    Command::Together { since: Some(visit.forum().seq()), steps }.into()
}

/// Forms about the programme of a meeting: what is placed where, and what is placed at all.
pub(super) fn programme(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, draft) = place(visit)?;
    // A session of another meeting is not on this page, and would be placed by the clock of the wrong venue.
    let session = || {
        let id = form.needed::<u32>("session").map(SessionId)?;
        if draft.sessions.contains_key(&id) { Ok(id) } else { Err(No::NotFound) }
    };
    Ok(match form.get("do") {
        "place" => {
            let (room, start) = spot(&meeting, form)?;
            Command::from(Step::PlaceSession { session: session()?, room, start }).into()
        }
        "unplace" => Command::from(Step::UnplaceSession { session: session()? }).into(),
        "fill" => {
            let place = |(session, room, start)| Step::PlaceSession { session, room, start }.into();
            let steps: Vec<Command> = fill(&draft).into_iter().map(place).collect();
            if steps.is_empty() {
                return Err(Refusal::NothingChanged.into());
            }
            together(visit, steps)
        }
        "undo" => Command::from(Step::Undo { meeting: meeting.id, act: form.needed("act")? }).into(),
        "add" => add(visit, &meeting, &draft, form)?,
        "list" => list(visit, &meeting, &draft, form)?,
        _ => return Err(No::NotFound),
    })
}

/// Where and when: as a cell of the grid, `7@2023-10-08T01:00:00Z`, or as a room, a day and a time.
fn spot(meeting: &Meeting, form: &Form) -> Result<(RoomId, Timestamp), No> {
    if let Some((room, at)) = form.get("at").split_once('@') {
        let room = room.parse().map_err(|_| No::unread("room", Unread::Number))?;
        let at = at.parse().map_err(|_| No::unread("time", Unread::Time))?;
        return Ok((RoomId(room), at));
    }
    let start = when::typed(form, meeting, "day", "time")?;
    Ok((RoomId(form.needed("room")?), start))
}

/// A code that no session of the draft has: the prefix of its type, and a number.
struct Codes<'a> {
    draft: &'a Programme,
    last: u32,
}

impl Codes<'_> {
    fn of(draft: &Programme) -> Codes<'_> {
        Codes { draft, last: 0 }
    }

    fn next(&mut self, kind: &str) -> String {
        let prefix = SessionType::from_key(kind).map_or("S", |kind| kind.facts().code);
        loop {
            self.last += 1;
            let code = match prefix.ends_with('#') {
                true => format!("{prefix}{}", self.last),
                false => format!("{prefix} {}", self.last),
            };
            if self.draft.by_slug(&slug_of(&code, "")).is_none() {
                return code;
            }
        }
    }
}

fn new_session(meeting: MeetingId, code: String, form: &Form, title: &str) -> Result<NewSession, No> {
    Ok(NewSession {
        meeting,
        code,
        kind: form.get("kind").to_owned(),
        title: title.to_owned(),
        summary: form.get("abstract").to_owned(),
        language: form.get("language").to_owned(),
        format: String::new(),
        track: form.number("track")?.map(TrackId),
        minutes: form.needed("minutes")?,
        organisers: Vec::new(),
        origin: None,
    })
}

/// A session with the people who speak in it, by their names.
fn add(visit: &Visit, meeting: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let code = match form.get("code").trim() {
        "" => Codes::of(draft).next(form.get("kind")),
        code => code.to_owned(),
    };
    let mut steps = vec![Step::AddSession(new_session(meeting.id, code, form, form.get("title"))?).into()];
    let session = next_session(visit);
    let mut people = Names::of(visit);
    for name in form.lines("people") {
        let person = people.person(name, &mut steps)?;
        steps.push(Step::GiveRole { session, person, role: Role::Speaker }.into());
    }
    Ok(together(visit, steps))
}

/// The number that the next session gets.
fn next_session(visit: &Visit) -> SessionId {
    let programmes = visit.forum().programme.meetings.values();
    let last = programmes.filter_map(|programme| programme.sessions.keys().next_back()).max();
    SessionId(last.map_or(1, |last| last.0 + 1))
}

/// A session for each line: its title.
fn list(visit: &Visit, meeting: &Meeting, draft: &Programme, form: &Form) -> Result<Order, No> {
    let mut codes = Codes::of(draft);
    let entered = form.lines("titles").map(|title| {
        let code = codes.next(form.get("kind"));
        Ok(Step::AddSession(new_session(meeting.id, code, form, title)?).into())
    });
    let steps = entered.collect::<Result<Vec<Command>, No>>()?;
    match steps.is_empty() {
        true => Err(Refusal::Empty { field: "title".into() }.into()),
        false => Ok(together(visit, steps)),
    }
}

/// People by their names: those that the forum knows, and those that it will know by this command.
struct Names {
    known: BTreeMap<String, Vec<u32>>,
    last: u32,
}

impl Names {
    fn of(visit: &Visit) -> Names {
        let persons = &visit.forum().people.persons;
        let mut known: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (id, person) in persons {
            if let Some(name) = person.name.text() {
                known.entry(fold(name)).or_default().push(id.0);
            }
        }
        Names { known, last: persons.keys().next_back().map_or(0, |id| id.0) }
    }

    /// A person by name, or by name and number where several have it; entered, if nobody has.
    fn person(&mut self, typed: &str, steps: &mut Vec<Command>) -> Result<PersonId, No> {
        let (name, number) = match typed.rsplit_once('#') {
            Some((name, number)) => (name.trim(), number.trim().parse::<u32>().ok()),
            None => (typed, None),
        };
        let folded = fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
        let found = self.known.get(&folded).map(Vec::as_slice).unwrap_or_default();
        match (found, number) {
            (_, Some(number)) if found.contains(&number) => Ok(PersonId(number)),
            (_, Some(number)) => Err(Refusal::NoSuchPerson { person: PersonId(number) }.into()),
            ([only], None) => Ok(PersonId(*only)),
            ([], None) => {
                self.last += 1;
                self.known.insert(folded, vec![self.last]);
                let person = NewPerson { name: name.to_owned(), ..NewPerson::default() };
                steps.push(People::AddPerson(person).into());
                Ok(PersonId(self.last))
            }
            (several, None) => Err(No::SeveralPeople(name.to_owned(), several.to_vec())),
        }
    }
}

/// Forms about one session.
pub(super) fn session(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, draft) = place(visit)?;
    let known = draft.by_slug(visit.part("session")).ok_or(No::NotFound)?;
    let session = known.id;
    Ok(match form.get("do") {
        "edit" => {
            let written = |name: &str| Some(form.get(name).to_owned());
            let track = form.number("track")?.map(TrackId);
            let edit = SessionEdit {
                title: written("title"),
                summary: written("abstract"),
                kind: written("kind"),
                language: written("language"),
                format: written("format"),
                track,
                no_track: track.is_none(),
                minutes: Some(form.needed("minutes")?),
                organisers: None,
            };
            Command::from(Step::AmendSession { session, edit }).into()
        }
        "place" => {
            let (room, start) = spot(&meeting, form)?;
            Command::from(Step::PlaceSession { session, room, start }).into()
        }
        "unplace" => Command::from(Step::UnplaceSession { session }).into(),
        "withdraw" => Command::from(Step::WithdrawSession { session }).into(),
        "reinstate" => Command::from(Step::ReinstateSession { session }).into(),
        "give-role" => {
            let mut steps = Vec::new();
            let name = form.get("people").trim();
            if name.is_empty() {
                return Err(Refusal::Empty { field: "name".into() }.into());
            }
            let person = Names::of(visit).person(name, &mut steps)?;
            steps.push(Step::GiveRole { session, person, role: role(form)? }.into());
            together(visit, steps)
        }
        "take-role" => {
            let (person, role) = (PersonId(form.needed("person")?), role(form)?);
            Command::from(Step::TakeRole { session, person, role }).into()
        }
        _ => return Err(No::NotFound),
    })
}

fn role(form: &Form) -> Result<Role, No> {
    Role::ALL.into_iter().find(|role| role.key() == form.get("role")).ok_or(No::NotFound)
}

/// Forms about what sessions stand in: rooms, the grid of slots, tracks.
pub(super) fn frame(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (place, draft) = place(visit)?;
    let meeting = place.id;
    let name = || form.get("name").to_owned();
    let id = || form.needed::<u32>("id");
    let command: Command = match form.get("do") {
        "open-room" => {
            Step::OpenRoom { meeting, name: name(), seats: form.number("seats")?, origin: None }.into()
        }
        "rooms" => return rooms(visit, meeting, form),
        "room" => {
            let seats = form.number("seats")?;
            Step::AmendRoom { meeting, room: RoomId(id()?), name: name(), seats }.into()
        }
        "close-room" => Step::CloseRoom { meeting, room: RoomId(id()?) }.into(),
        "reopen-room" => Step::ReopenRoom { meeting, room: RoomId(id()?) }.into(),
        "grid" => return grid(visit, &place, form),
        "slot" => {
            let (start, end) =
                (when::typed(form, &place, "day", "from")?, when::typed(form, &place, "day", "until")?);
            let pause = form.get("pause").to_owned();
            Step::AmendSlot { meeting, slot: SlotId(id()?), start, end, pause }.into()
        }
        "remove-slot" => Step::RemoveSlot { meeting, slot: SlotId(id()?) }.into(),
        "add-track" => Step::AddTrack { meeting, name: name() }.into(),
        "track" => Step::RenameTrack { meeting, track: TrackId(id()?), name: name() }.into(),
        "remove-track" => return remove_track(visit, meeting, &draft, TrackId(id()?)),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// A room for each line: its name, and after a comma its seats.
fn rooms(visit: &Visit, meeting: MeetingId, form: &Form) -> Result<Order, No> {
    let steps = form.lines("rooms").map(|line| {
        let seats = line.rsplit_once([',', ';', '\t', '，', '،']);
        let (name, seats) = match seats.map(|(name, seats)| (name, seats.trim().parse::<u32>())) {
            Some((name, Ok(seats))) => (name, Some(seats)),
            _ => (line, None),
        };
        Step::OpenRoom { meeting, name: name.trim().to_owned(), seats, origin: None }.into()
    });
    let steps: Vec<Command> = steps.collect();
    match steps.is_empty() {
        true => Err(Refusal::Empty { field: "name".into() }.into()),
        false => Ok(together(visit, steps)),
    }
}

/// The same slots on each of the days that are ticked.
fn grid(visit: &Visit, meeting: &Meeting, form: &Form) -> Result<Order, No> {
    let daily = when::slots(form, "slots")?;
    let days = form.all("days").map(|day| day.parse().map_err(|_| No::unread("days", Unread::Day)));
    let mut steps: Vec<Command> = Vec::new();
    for day in days.collect::<Result<Vec<_>, No>>()? {
        for (from, until, pause) in &daily {
            let (start, end) = (when::moment(meeting, day, *from), when::moment(meeting, day, *until));
            steps.push(Step::AddSlot { meeting: meeting.id, start, end, pause: pause.clone() }.into());
        }
    }
    match steps.is_empty() {
        true => Err(No::unread("slots", Unread::Slot)),
        false => Ok(together(visit, steps)),
    }
}

/// Sessions under a track that is given up stand under none.
fn remove_track(visit: &Visit, meeting: MeetingId, draft: &Programme, track: TrackId) -> Result<Order, No> {
    let under = draft.sessions.values().filter(|session| !session.withdrawn && session.track == Some(track));
    let edit = SessionEdit { no_track: true, ..SessionEdit::default() };
    let free = |session: SessionId| Step::AmendSession { session, edit: edit.clone() }.into();
    let mut steps: Vec<Command> = under.map(|session| free(session.id)).collect();
    steps.push(Step::RemoveTrack { meeting, track }.into());
    Ok(together(visit, steps))
}

/// The form that publishes what its page has shown, and nothing that came since.
pub(super) fn publish(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, _) = place(visit)?;
    let (label, note) = (form.get("label").to_owned(), form.get("note").to_owned());
    let publish = Step::PublishProgramme { meeting: meeting.id, label, note };
    let command = Command::Together { since: Some(form.needed("since")?), steps: vec![publish.into()] };
    let to = visit.to(format!("desk/meetings/{}/programme?done=published", meeting.slug));
    Ok(Order { command, to: Some(to) })
}

/// The form for what is said of a meeting.
pub(super) fn meeting(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (meeting, _) = place(visit)?;
    let written = |name: &str| Some(form.get(name).to_owned());
    let edit = MeetingEdit {
        number: Some(form.number("number")?.unwrap_or(0)),
        title: written("title"),
        city: written("city"),
        country: written("country"),
        first_day: Some(when::day(form, "first_day")?),
        last_day: Some(when::day(form, "last_day")?),
        zone: written("zone"),
        online: Some(form.get("online") == "yes"),
    };
    Ok(Command::from(Series::AmendMeeting { meeting: meeting.id, edit }).into())
}

/// Forms of a forum that has no meeting yet: its series, and its first meeting.
pub(super) fn first(visit: &Visit, form: &Form) -> Result<Order, No> {
    let series = &visit.forum().series;
    let command: Command = match form.get("do") {
        "found" => {
            let slug = slug_of(form.get("name"), "series");
            Series::FoundSeries { slug, name: form.get("name").to_owned() }.into()
        }
        "series" => {
            let known = forum::SeriesId(form.needed("id")?);
            Series::RenameSeries { series: known, name: form.get("name").to_owned() }.into()
        }
        "announce" => {
            let title = form.get("title");
            let base = slug_of(title, "meeting");
            let free = |slug: &String| series.meeting_by_slug(slug).is_none();
            let numbered = (2..100).map(|n| format!("{base}-{n}"));
            let slug = std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base.clone());
            let only = series.series.keys().next_back().copied();
            let of = form.number("series")?.map(forum::SeriesId).or(only).ok_or(No::NotFound)?;
            Series::AnnounceMeeting {
                series: of,
                slug,
                number: form.number("number")?,
                title: title.to_owned(),
                city: form.get("city").to_owned(),
                country: form.get("country").to_owned(),
                first_day: when::day(form, "first_day")?,
                last_day: when::day(form, "last_day")?,
                zone: form.get("zone").to_owned(),
                online: form.get("online") == "yes",
            }
            .into()
        }
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// Forms about settings and offices.
pub(super) fn settings(visit: &Visit, form: &Form) -> Result<Order, No> {
    let office =
        || Office::ALL.into_iter().find(|office| office.key() == form.get("office")).ok_or(No::NotFound);
    let person = || form.needed::<u32>("person").map(PersonId);
    let command: Command = match form.get("do") {
        "setting" => {
            let setting = SETTINGS.iter().find(|setting| setting.key.name() == form.get("setting"));
            let setting = setting.ok_or(No::NotFound)?;
            let value = form.get(super::settings::field(setting.kind)).to_owned();
            Settings::ChangeSetting { setting: setting.key, value }.into()
        }
        "grant" => return grant(visit, form, office()?),
        "confirm" => People::GrantOffice { person: person()?, office: office()? }.into(),
        "end-office" => People::EndOffice { person: person()?, office: office()? }.into(),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// An office for somebody: by their address, by their name, or for a person whom the forum does not know yet.
fn grant(visit: &Visit, form: &Form, office: Office) -> Result<Order, No> {
    let (name, email) = (form.get("people").trim(), form.get("email").trim());
    let forum = visit.forum();
    let mut steps = Vec::new();
    let person = match forum.people.by_email(email).filter(|_| !email.is_empty()) {
        Some(known) => known,
        None if email.is_empty() => {
            let person = Names::of(visit).person(name, &mut steps)?;
            // Somebody new needs an address, or could never sign in.
            if !steps.is_empty() {
                return Err(Refusal::Empty { field: "email".into() }.into());
            }
            person
        }
        None => {
            let new = NewPerson { name: name.to_owned(), email: email.to_owned(), ..NewPerson::default() };
            steps.push(People::AddPerson(new).into());
            PersonId(forum.people.persons.keys().next_back().map_or(1, |last| last.0 + 1))
        }
    };
    steps.push(People::GrantOffice { person, office }.into());
    Ok(together(visit, steps))
}
