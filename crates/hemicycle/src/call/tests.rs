//! The pages of proposers, as a browser without scripts uses them, and what a script sends.

use crate::app::{App, forum_in};
use crate::clock::Clock;
use crate::config::Config;
use crate::router::router;
use crate::sign_in::carried;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use forum::call::{About, Command as Call, Gate, Mode};
use forum::people::{Command as People, NewPerson};
use forum::series::Command as Series;
use forum::{Actor, CallId, Command, MeetingId, PersonId, ProposalId, SeriesId};
use platform::sign_in::{By, Command as Door, Secret};
use platform::writer::Key;
use std::collections::BTreeMap;
use std::sync::Arc;
use tower::ServiceExt as _;

mod forms;

/// A forum with a call for sessions and one for issues, both open, and three people with mailboxes.
pub(crate) struct House {
    pub(crate) app: Arc<App>,
    pub(crate) router: Router,
    pub(crate) runtime: tokio::runtime::Runtime,
    folder: tempfile::TempDir,
}

/// What a browser got.
pub(crate) struct Got {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Got {
    pub(crate) fn leads_to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap())
    }
}

pub(crate) const AMINA: u32 = 1;
pub(crate) const BRUNO: u32 = 2;
pub(crate) const CARLA: u32 = 3;

impl House {
    fn open(folder: tempfile::TempDir, clock: &Clock) -> House {
        let mut config = Config::defaults();
        config.data = folder.path().to_owned();
        let app = Arc::new(App::with_clock(config, clock).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        House { router: router(Arc::clone(&app)), app, runtime, folder }
    }

    /// The same after the server has ended and begun again.
    pub(crate) fn again(self) -> House {
        self.app.stop();
        let House { folder, .. } = self;
        House::open(folder, &Clock::default())
    }

    pub(crate) fn new() -> House {
        House::by(&Clock::default())
    }

    /// The same, in the time of a clock.
    pub(crate) fn by(clock: &Clock) -> House {
        let house = House::open(tempfile::tempdir().unwrap(), clock);
        house.app.begin("igf").unwrap();
        house.give(Series::FoundSeries { slug: "forum".into(), name: "Forum".into() });
        house.give(Series::AnnounceMeeting {
            series: SeriesId(1),
            slug: "autumn".into(),
            number: None,
            title: "Autumn".into(),
            city: String::new(),
            country: String::new(),
            first_day: "2098-10-24".parse().unwrap(),
            last_day: "2098-10-28".parse().unwrap(),
            zone: "Europe/Rome".into(),
            online: false,
        });
        for name in ["Amina", "Bruno", "Carla"] {
            let email = format!("{}@forum.example", name.to_lowercase());
            house.give(People::AddPerson(NewPerson { name: name.into(), email, ..NewPerson::default() }));
        }
        let gate = Gate {
            opens: "2020-01-01T00:00:00Z".parse().unwrap(),
            closes: "2098-01-01T00:00:00Z".parse().unwrap(),
        };
        for (nth, mode) in [(1, Mode::Sessions), (2, Mode::Issues)] {
            let title = BTreeMap::from([("en".to_owned(), format!("Call {nth}"))]);
            let about = About {
                title,
                introduction: BTreeMap::new(),
                how_decided: BTreeMap::new(),
                gate,
                told_by: None,
                open: false,
            };
            house.give(Call::AddCall { meeting: MeetingId(1), mode, about });
            house.give(Call::AnnounceCall { call: CallId(nth) });
        }
        house
    }

    pub(crate) fn give(&self, command: impl Into<Command>) {
        self.give_as(Actor::Secretariat, command);
    }

    pub(crate) fn give_as(&self, actor: Actor, command: impl Into<Command>) {
        let key = Key::new(&platform::random_token()).unwrap();
        self.runtime.block_on(self.app.give_as("igf", actor, key, command.into())).unwrap();
    }

    /// A session of somebody, as the value of its cookie.
    pub(crate) fn cookie(&self, person: u32) -> String {
        let (link, session) = (Secret::random(), Secret::random());
        let lasts = jiff::SignedDuration::from_hours(1);
        let known = self.with(|forum| {
            forum.people.persons[&PersonId(person)].email.as_ref().unwrap().or_empty().to_owned()
        });
        let ask = Door::AskLink { link: link.digest(), address: known, member: None, lasts };
        let (device, member) = ("a test".to_owned(), u64::from(person));
        let open =
            Door::OpenSession { link: link.digest(), session: session.digest(), member, device, lasts };
        for command in [ask, open] {
            self.runtime.block_on(self.app.gate().give("igf", By::Anyone, command)).unwrap().unwrap();
        }
        let cookie = carried::begin("igf", false, &session).unwrap();
        cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// An issue of Amina's that was submitted.
    pub(crate) fn issue(&self) -> ProposalId {
        let (amina, proposal) = (Actor::Person(PersonId(AMINA)), ProposalId(1));
        self.give_as(amina, Call::Begin { call: CallId(2), kind: "issue".into() });
        let answers = [
            ("title", "Access"),
            ("category", "ecosystem"),
            ("description", "Why it matters"),
            ("country", "Kenya"),
            ("join-team", "yes"),
            ("publish", "yes"),
        ];
        for (field, value) in answers {
            self.give_as(
                amina,
                Call::SaveAnswer { proposal, field: field.into(), values: vec![value.into()], on: 0 },
            );
        }
        self.give_as(amina, Call::Submit { proposal });
        proposal
    }

    /// To whom letters lie in the outbox, the oldest first, and what they say.
    pub(crate) fn letters(&self) -> Vec<(String, String)> {
        let kept = platform::mail::outbox::list(self.app.gate().outbox().unwrap(), "igf", 100).unwrap();
        kept.into_iter().rev().map(|kept| (kept.to, kept.text)).collect()
    }

    pub(crate) fn get(&self, person: Option<u32>, address: &str) -> Got {
        self.ask(Request::get(address), person, "")
    }

    pub(crate) fn post(&self, person: Option<u32>, address: &str, fields: &[(&str, &str)]) -> Got {
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let request =
            Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, person, &fields.join("&"))
    }

    pub(crate) fn ask(
        &self,
        mut request: axum::http::request::Builder,
        person: Option<u32>,
        body: &str,
    ) -> Got {
        if let Some(person) = person {
            request = request.header("cookie", self.cookie(person));
        }
        let request =
            request.header("sec-fetch-site", "same-origin").body(Body::from(body.to_owned())).unwrap();
        self.runtime.block_on(async {
            let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Got {
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8_lossy(&bytes).into_owned(),
            }
        })
    }

    pub(crate) fn with<T>(&self, read: impl FnOnce(&forum::Forum) -> T) -> T {
        read(forum_in(&self.app.state("igf").unwrap()))
    }

    /// Begins a workshop of Amina's, and gives the address of its overview.
    pub(crate) fn workshop(&self) -> String {
        let got = self.post(Some(AMINA), "/igf/calls/1", &[("key", "begin"), ("kind", "workshop")]);
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
        got.leads_to().strip_suffix("/1").unwrap().to_owned()
    }

    /// What was answered to a field of the first proposal.
    pub(crate) fn answer(&self, field: &str) -> Vec<String> {
        self.with(|forum| {
            let answers = &forum.call.proposals[&ProposalId(1)].answers;
            super::draft::values(answers.get(field).and_then(|saved| saved.now.as_ref()))
        })
    }
}

fn encoded(text: &str) -> String {
    crate::site::reader::encode(text).replace('/', "%2F")
}

/// What stands in the hidden fields of a page that say on what its answers rest, as a browser sends them back.
pub(crate) fn hidden(page: &str) -> Vec<(String, String)> {
    let inputs = page.split("<input ").skip(1).filter_map(|rest| rest.split('>').next());
    let value = |tag: &str, name: &str| {
        tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    inputs
        .filter(|tag| tag.contains("type=\"hidden\""))
        .filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?)))
        .collect()
}
