//! A site to ask for exports, with a forum on it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use forum::{Actor, Command, Forum};
use platform::writer::Key;
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::app::{App, Where, forum_in};
use crate::router::router;
use crate::scenario::kyoto;

/// A site with one forum.
pub(super) struct Bench {
    app: Arc<App>,
    runtime: tokio::runtime::Runtime,
    given: std::cell::Cell<u32>,
    _folder: TempDir,
}

/// What a client got.
pub(super) struct Got {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
}

impl Got {
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Bench {
    /// A forum without acts.
    pub(super) fn empty() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let place = Where { data: folder.path().to_owned(), database: None };
        let app = App::open(&place).unwrap();
        app.begin("igf").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Bench { app: Arc::new(app), runtime, given: 0.into(), _folder: folder }
    }

    /// A Kyoto of some size.
    pub(super) fn kyoto(people: usize, sessions: usize) -> Bench {
        let bench = Bench::empty();
        let name = kyoto::Name { seed: kyoto::SEED, people, sessions };
        let plan = kyoto::plan(kyoto::SEED, people, sessions);
        kyoto::build(&plan, name, &bench.app.writer("igf").unwrap(), |_, _| {}).unwrap();
        bench
    }

    /// The forum as it stands.
    pub(super) fn forum(&self) -> Forum {
        forum_in(&self.app.state("igf").unwrap()).clone()
    }

    /// Gives a command that must be done.
    pub(super) fn give(&self, command: impl Into<Command>) {
        self.given.set(self.given.get() + 1);
        let key = Key::new(&format!("test-{}", self.given.get())).unwrap();
        self.runtime.block_on(self.app.give_as("igf", Actor::Secretariat, key, command.into())).unwrap();
    }

    /// A session's code in addresses.
    pub(super) fn slug(&self, session: forum::SessionId) -> String {
        self.forum().programme.session(session).unwrap().1.slug.to_string()
    }

    pub(super) fn get(&self, address: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::get(address).header("host", "forum.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let answer = router(Arc::clone(&self.app)).oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Got { status: parts.status, headers: parts.headers, bytes }
        })
    }
}
