//! Commands full of hostile texts, given through the API as anybody's program would.

use super::payloads;
use super::shape::{Shape, commands};
use crate::support::{Answer, Client};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Clients that give commands at the same time, so that the log writes many at once.
const CLIENTS: usize = 12;

/// For each text field of each command, the texts that it takes.
pub(super) type Taken = BTreeMap<String, Vec<String>>;

/// A forum that is attacked.
pub(super) struct Attack<'a> {
    pub(super) client: &'a Client,
    pub(super) forum: &'a str,
}

impl Attack<'_> {
    pub(super) fn give(&self, command: &Value) -> Answer {
        static KEY: AtomicUsize = AtomicUsize::new(0);
        let key = format!("attack-{}", KEY.fetch_add(1, Ordering::Relaxed));
        self.client.give(self.forum, &key, command).unwrap()
    }

    /// Gives a command that nobody has a reason to refuse.
    pub(super) fn must(&self, command: &Value) {
        let answer = self.give(command);
        assert_eq!(answer.status, 200, "{command} is answered with {}", answer.json);
    }

    /// One of everything that other commands name, so that they find it.
    pub(super) fn found(&self) {
        for command in [
            json!({"series": {"found_series": {"slug": "first", "name": "First"}}}),
            json!({"series": {"announce_meeting": {"series": 1, "slug": "first-1", "title": "First", "zone": "Africa/Nairobi",
                "first_day": "2026-03-02", "last_day": "2026-03-06"}}}),
            json!({"people": {"add_organisation": {"name": "First"}}}),
            json!({"people": {"add_person": {"name": "First"}}}),
            json!({"programme": {"open_room": {"meeting": 1, "name": "First"}}}),
            json!({"programme": {"add_track": {"meeting": 1, "name": "First"}}}),
            json!({"programme": {"add_slot": {"meeting": 1, "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T10:00:00Z",
                "pause": "First"}}}),
            json!({"programme": {"add_session": {"meeting": 1, "code": "First", "kind": "workshop", "title": "First",
                "language": "en", "minutes": 60}}}),
            json!({"programme": {"place_session": {"session": 1, "room": 1, "start": "2026-03-02T06:00:00Z"}}}),
        ] {
            self.must(&command);
        }
    }

    /// Puts every hostile text into every text field of every command, one at a time, and says what was taken. What is
    /// not taken must be refused in the way of refusals.
    pub(super) fn everywhere(&self) -> Taken {
        let payloads = payloads::all();
        let shapes = commands();
        let fields: Vec<(&Shape, String)> = shapes
            .iter()
            .flat_map(|shape| shape.texts().into_iter().map(move |path| (shape, path)))
            .collect();
        for (number, (shape, path)) in fields.iter().enumerate() {
            let harmless = self.give(&wish(shape, 1_000_000 + number, &|_| None));
            assert_eq!(
                harmless.status, 200,
                "no example of a command with {path} is accepted, teach `sample` one: {}",
                harmless.json
            );
        }
        let next = AtomicUsize::new(0);
        let taken: Mutex<Taken> = Mutex::default();
        std::thread::scope(|scope| {
            for _ in 0..CLIENTS {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let Some((shape, path)) = fields.get(number / payloads.len()) else { return };
                        let text = &payloads[number % payloads.len()];
                        let hostile = |at: &str| (at == path).then(|| text.clone());
                        let answer = self.give(&wish(shape, number, &hostile));
                        if answer.status == 200 {
                            let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
                            taken.entry(path.clone()).or_default().push(text.clone());
                            continue;
                        }
                        let is_refusal = answer.status == 422 && answer.json["detail"].is_string();
                        assert!(is_refusal, "{path} with {text:?} is answered with {answer:?}");
                    }
                });
            }
        });
        taken.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Fills the forum with what was taken, as few things as can hold it all.
    pub(super) fn fill(&self, taken: &Taken) {
        // Codes and the like take no spaces, and are shown as they are nowhere: some of them will do.
        let bunches: BTreeMap<&str, Vec<String>> = taken
            .iter()
            .filter(|(_, texts)| texts.iter().any(|text| text.trim().contains(' ')))
            .map(|(path, texts)| (path.as_str(), bunched(texts, most(path))))
            .collect();
        for shape in commands() {
            let texts = shape.texts();
            let count = texts.iter().filter_map(|path| bunches.get(path.as_str())).map(Vec::len).max();
            let fill = |number: usize| {
                let hostile = |path: &str| {
                    let bunch = bunches.get(path)?;
                    let text = bunch.get(number % bunch.len())?;
                    // Again, but not the same.
                    Some(if number < bunch.len() { text.clone() } else { format!("{text} {number}") })
                };
                // Some must differ from all before in a way that only the forum knows: then they are left out.
                self.give(&wish(&shape, number, &hostile));
            };
            let next = AtomicUsize::new(0);
            std::thread::scope(|scope| {
                for _ in 0..CLIENTS {
                    scope.spawn(|| {
                        while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed))
                            .filter(|number| *number < count.unwrap_or_default())
                        {
                            fill(number);
                        }
                    });
                }
            });
        }
    }
}

/// Most characters of a bunch for a field: what the narrowest field of this name takes.
fn most(path: &str) -> usize {
    match path.rsplit('.').next().unwrap_or_default() {
        "abstract" | "biography" | "note" => 1_500,
        "title" | "source" => 250,
        "code" => 50,
        "label" => 30,
        _ => 100,
    }
}

/// Texts put together as long as they stay short enough; each is in some bunch.
fn bunched(texts: &[String], most: usize) -> Vec<String> {
    let mut bunches: Vec<String> = Vec::new();
    for text in texts {
        match bunches.last_mut() {
            Some(last) if last.chars().count() + text.chars().count() < most => {
                last.push(' ');
                last.push_str(text);
            }
            _ => bunches.push(text.clone()),
        }
    }
    bunches
}

/// A command of a shape: with hostile texts where there are some, and else with what fits.
fn wish(shape: &Shape, number: usize, hostile: &dyn Fn(&str) -> Option<String>) -> Value {
    let command = shape.filled(&mut |path, shape| {
        let field = path.rsplit('.').next().unwrap_or_default();
        match shape {
            Shape::Text => hostile(path).unwrap_or_else(|| sample(field, number)).into(),
            Shape::Time if field == "end" => "2026-03-03T12:00:00Z".into(),
            Shape::Time => "2026-03-03T11:00:00Z".into(),
            Shape::Day if field == "last_day" => "2026-03-06".into(),
            Shape::Day => "2026-03-02".into(),
            Shape::Number => match field {
                "minutes" => 60.into(),
                "seats" | "count" | "number" => (number % 1_000 + 1).into(),
                // Everything named is the first of its kind.
                _ => 1.into(),
            },
            _ => false.into(),
        }
    });
    // There is only something to publish after something has changed.
    if command["programme"]["publish_programme"].is_object() {
        let change = json!({"programme": {"amend_session": {"session": 1, "edit": {"title": format!("First {number}")}}}});
        return json!({"together": {"steps": [change, command]}});
    }
    command
}

/// A text that a field of this name takes, different for every number.
fn sample(field: &str, number: usize) -> String {
    match field {
        // What another system calls it must say nothing of a person.
        "slug" | "system" | "id" => format!("fine-{number}"),
        "country" => "KE".into(),
        "zone" => "Africa/Nairobi".into(),
        "language" => "en".into(),
        "kind" => "workshop".into(),
        "url" => format!("https://fine.example/{number}"),
        "email" => format!("fine-{number}@fine.example"),
        _ => format!("Fine {number}"),
    }
}
