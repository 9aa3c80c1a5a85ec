//! The connections of the server: how many there may be, how long each may keep it waiting, and how they end.

use crate::sign_in::peer::Peer;
use crate::watch::Watch;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;

/// What the server grants to those who ask it. Each limit is there because somebody may stop half-way, by mistake or on
/// purpose, and must not keep the others waiting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Most connections at a time; whoever comes then is told at once to come again.
    pub(crate) connections: usize,
    /// Longest time until the head of a request is complete, from the beginning of the connection or from the answer
    /// before it.
    pub(crate) head: Duration,
    /// Longest time to finish what was begun once the server shall end.
    pub(crate) ending: Duration,
}

impl Limits {
    /// For whoever says nothing else.
    pub(crate) const DEFAULT: Limits =
        Limits { connections: 4_000, head: Duration::from_secs(15), ending: Duration::from_secs(5) };
}

/// Pause after the system had no connection to give, such as when all files are in use.
const AFTER_TROUBLE: Duration = Duration::from_millis(200);

/// How long to look, at the end, for connections that the system has taken and we have not.
const LAST_CALL: Duration = Duration::from_millis(50);

/// How long to wait, at the end, for the first word on a connection that has said nothing yet.
const FIRST_WORD: Duration = Duration::from_millis(300);

/// Most connections at a time beyond the limit, each open only until it has heard its refusal; who comes then waits for
/// one of them to end, in the system's own line. They add to the files in use.
pub(crate) const REFUSALS_MAX: usize = 200;

/// Longest time for somebody to hear a refusal.
const REFUSAL: Duration = Duration::from_millis(250);

/// What one hears for whom there is no connection, whatever the request: to look into it would cost what is to be saved.
const REFUSED: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nCache-Control: no-store\r\n\
    Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\
    Content-Length: 61\r\n\r\nToo many people are here at once. Come back in two seconds.\r\n";

/// Answers whoever connects until `end`; then takes no more connections and finishes what was begun, within a limit.
pub(crate) async fn serve<S>(
    listener: TcpListener,
    site: S,
    limits: Limits,
    watch: Arc<Watch>,
    end: impl Future<Output = ()>,
) where
    S: Service<Request<Incoming>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    let places = Arc::new(Semaphore::new(limits.connections));
    let refusals = Arc::new(Semaphore::new(REFUSALS_MAX));
    let (ends, ending) = watch::channel(());
    let mut open = JoinSet::new();
    let mut end = pin!(end);
    loop {
        tokio::select! {
            () = &mut end => break,
            stream = next(&listener) => {
                if let Ok(place) = Arc::clone(&places).try_acquire_owned() {
                    let answering = answer(stream, site.clone(), limits.head, ending.clone());
                    let watch = Arc::clone(&watch);
                    open.spawn(async move {
                        let counted = watch.connections.open();
                        answering.await;
                        drop((counted, place));
                    });
                    continue;
                }
                watch.connections.refuse();
                // Nobody is closed on without a word: each is done with after `REFUSAL` at the latest.
                let Ok(refusal) = Arc::clone(&refusals).acquire_owned().await else { continue };
                open.spawn(async move {
                    let _ = tokio::time::timeout(REFUSAL, turn_away(stream)).await;
                    drop(refusal);
                });
            }
            Some(_) = open.join_next() => {}
        }
    }
    // Whoever has been let in by the system already is heard, too.
    let last = tokio::time::Instant::now() + LAST_CALL;
    while let Ok(stream) = tokio::time::timeout_at(last, next(&listener)).await {
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { break };
        let answering = answer(stream, site.clone(), limits.head, ending.clone());
        open.spawn(async move {
            answering.await;
            drop(place);
        });
    }
    drop((listener, ends));
    let all_ended = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(limits.ending, all_ended).await.is_err() {
        tracing::info!("Some who asked had not finished asking, and are cut off.");
        open.shutdown().await;
    }
}

/// The next connection.
async fn next(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(trouble) => {
                tracing::warn!("Cannot take a connection: {trouble}");
                tokio::time::sleep(AFTER_TROUBLE).await;
            }
        }
    }
}

/// Says no at once, and then hears the request out: whoever closes on unread bytes may destroy what was said.
async fn turn_away(mut stream: TcpStream) -> std::io::Result<()> {
    stream.write_all(REFUSED).await?;
    stream.shutdown().await?;
    while stream.read(&mut [0; 4 * 1024]).await? > 0 {}
    Ok(())
}

/// Answers the requests of one connection, one after the other; at the end of the server, the present one is the last.
async fn answer<S>(stream: TcpStream, site: S, head: Duration, mut ending: watch::Receiver<()>)
where
    S: Service<Request<Incoming>, Response = Response<Body>, Error = Infallible>,
{
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(head);
    // Whoever has hung up already does not ask.
    let Ok(peer) = stream.peer_addr().map(|address| Peer(address.ip())) else { return };
    let begun = Arc::new(Notify::new());
    let service = Answering { peer, site, begun: Arc::clone(&begun) };
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    // How a connection breaks is the business of whoever is at its other end.
    tokio::select! {
        _ = connection.as_mut() => {}
        // The sender is dropped: nothing is ever sent.
        _ = ending.changed() => {
            // A request on a new connection may be on its way: it is heard. (The notice is kept if it came before.)
            tokio::select! {
                _ = connection.as_mut() => return,
                () = begun.notified() => {}
                () = tokio::time::sleep(FIRST_WORD) => {}
            }
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// The site for one connection: every request knows who is at the other end.
struct Answering<S> {
    peer: Peer,
    site: S,
    /// Told with every request.
    begun: Arc<Notify>,
}

impl<S: Service<Request<Incoming>>> Service<Request<Incoming>> for Answering<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        request.extensions_mut().insert(self.peer);
        self.begun.notify_one();
        self.site.call(request)
    }
}

#[cfg(test)]
mod tests;
