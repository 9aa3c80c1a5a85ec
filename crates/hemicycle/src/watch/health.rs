//! Whether the server is well, for whatever sends readers to it or starts it again.

use crate::app::App;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Response, StatusCode, header};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// How the server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Health {
    /// All logs are read and can be written to.
    Well,
    /// It was asked to end: send nobody any more.
    Ending,
    /// Something is wrong with these logs, each with what.
    Trouble(Vec<String>),
}

/// How the server is now.
pub(crate) fn health(app: &App) -> Health {
    if app.watch().ending.load(Ordering::Relaxed) {
        return Health::Ending;
    }
    let mut troubles: Vec<String> =
        app.troubles().into_iter().map(|(name, _)| format!("{name}: the log cannot be opened")).collect();
    troubles.extend(app.gate().troubles().into_iter().map(|(name, what)| format!("{name}: {what}")));
    for name in app.names() {
        let Ok(writer) = app.writer(&name) else { continue };
        let figures = writer.figures();
        if figures.stopped {
            troubles.push(format!("{name}: the writer has ended"));
        } else if figures.failing {
            troubles.push(format!("{name}: the log cannot be written to"));
        }
    }
    if troubles.is_empty() { Health::Well } else { Health::Trouble(troubles) }
}

/// `GET /healthz` of the site.
pub(crate) async fn asked(State(app): State<Arc<App>>) -> Response<Body> {
    health(&app).answer(false)
}

impl Health {
    /// The answer to whoever asks. Strangers hear whether, and only those who keep the server hear what.
    pub(crate) fn answer(&self, to_keeper: bool) -> Response<Body> {
        let (status, said) = match self {
            Health::Well => (StatusCode::OK, "ok\n".to_owned()),
            Health::Ending => (StatusCode::SERVICE_UNAVAILABLE, "ending\n".to_owned()),
            Health::Trouble(why) if to_keeper => (StatusCode::SERVICE_UNAVAILABLE, why.join("\n") + "\n"),
            Health::Trouble(_) => (StatusCode::SERVICE_UNAVAILABLE, "in trouble\n".to_owned()),
        };
        let builder = Response::builder().status(status).header(header::CACHE_CONTROL, "no-store");
        let builder = builder.header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
        builder.body(Body::from(said)).expect("the headers are plain")
    }
}
