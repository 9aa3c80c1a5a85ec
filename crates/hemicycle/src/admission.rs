//! Between the connections and the site: what is kept is given at once, what is work waits in a short line, and who
//! comes when the line is full is told so at once.
//!
//! Pages are made by workers of their own. The threads that read from connections never do what takes long, and so can
//! always say no in time: under ten times the load that a machine can bear, it still does as much as it can, and the
//! rest hears within milliseconds when to come again.

mod crowd;

use self::crowd::Refusals;
use crate::app::App;
use crate::guard::noted;
use crate::kept::{Kept, Question};
use crate::routes::ROUTES;
use crate::watch::{HEALTH, Underway, health};
use axum::Router;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::http::{Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse as _;
use hyper::body::Incoming;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::task::{JoinError, JoinHandle};

/// Most requests for reading that may be worked on or wait for it. Commands do not stand in this line: they have the
/// writer's own. At a millisecond for a page and two cores, the last in the line waits for a sixteenth of a second.
pub(crate) const LINE_MAX: usize = 128;

/// The way in.
#[derive(Clone)]
pub(crate) struct Admission {
    app: Arc<App>,
    site: TowerToHyperService<Router>,
    workers: Handle,
    line: Arc<Semaphore>,
    kept: Arc<Kept>,
    refusals: Arc<Refusals>,
}

impl Admission {
    /// A way into the site, whose pages are made by these workers.
    pub(crate) fn new(app: Arc<App>, site: Router, workers: Handle, line: usize) -> Admission {
        let (site, line) = (TowerToHyperService::new(site), Arc::new(Semaphore::new(line)));
        Admission { app, site, workers, line, kept: Arc::default(), refusals: Arc::new(Refusals::new()) }
    }

    /// What must be told however many others wait: whether the server is well.
    fn told_at_once(&self, request: &Request<Incoming>) -> Option<Response<Body>> {
        let asks = request.method() == Method::GET && request.uri().path() == HEALTH;
        let route = ROUTES.iter().find(|route| asks && route.path == HEALTH)?;
        Some(noted(route, health(&self.app).answer(false)))
    }

    async fn work(self, request: Request<Incoming>, question: Option<Question>) -> Response<Body> {
        let reads = [Method::GET, Method::HEAD].contains(request.method());
        let place = match reads.then(|| Arc::clone(&self.line).try_acquire_owned()).transpose() {
            Ok(place) => place,
            Err(_) => return self.refusals.answer(&request),
        };
        let (site, kept) = (self.site, self.kept);
        let work = self.workers.spawn(async move {
            let is_head = request.method() == Method::HEAD;
            let Ok(response) = site.call(request).await;
            // A body without an end, or one that is made as it goes, is sent as it comes.
            let response = if is_head { response } else { whole(response, question, &kept).await };
            drop(place);
            response
        });
        Work(work).await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }
}

impl Service<Request<Incoming>> for Admission {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let underway = Underway::begin(self.app.watch());
        if let Some(response) = self.told_at_once(&request) {
            return Box::pin(std::future::ready(Ok(underway.end(response))));
        }
        let question = Question::of(&request, &self.app);
        let kept = question.as_ref().and_then(|question| self.kept.find(question, request.headers()));
        if let Some(response) = kept {
            return Box::pin(std::future::ready(Ok(underway.end(response))));
        }
        let this = self.clone();
        Box::pin(async move { Ok(underway.end(this.work(request, question).await)) })
    }
}

/// Work that is given up when nobody waits for it any more.
struct Work(JoinHandle<Response<Body>>);

impl Future for Work {
    type Output = Result<Response<Body>, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The response with its body made, which for a compressed one is most of the work; and kept, if that helps others.
async fn whole(response: Response<Body>, question: Option<Question>, kept: &Kept) -> Response<Body> {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let streams =
        kind.is_some_and(|kind| kind.starts_with("text/event-stream") || kind.ends_with("/octet-stream"));
    let ends = response.body().size_hint().exact().is_some()
        || response.headers().contains_key(header::CONTENT_ENCODING);
    if streams || !ends {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let head = Response::from_parts(parts, ());
    if let Some(question) = question {
        kept.keep(question, &head, &bytes);
    }
    head.map(|()| Body::from(bytes))
}

#[cfg(test)]
mod tests;
