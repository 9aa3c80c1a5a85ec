//! `hemicycle serve`: all forums of a folder or database, over HTTP.

use super::{open_files, say};
use crate::admission::{Admission, LINE_MAX};
use crate::app::App;
use crate::config::Config;
use crate::connections::{self, Limits};
use crate::router::router;
use crate::watch::Door;
use anyhow::Context as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let app = Arc::new(App::with(args.config.clone())?);
    let names = app.names();
    serve(app, |address| {
        let forums =
            if names.is_empty() { "No forum yet: begin or import one".to_owned() } else { names.join(", ") };
        say(&format!("{forums}\nServing at http://{address}/ (Ctrl-C ends)"));
    })
}

/// Serves until the process is asked to end, then finishes what was begun. `ready` hears the address, whose port the
/// system may have chosen.
pub(super) fn serve(app: Arc<App>, ready: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let listen = app.config().listen;
    let limits = Limits { connections: open_files::connections(app.config().connections), ..Limits::DEFAULT };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // Who makes pages, apart from who reads from connections and refuses what is too much.
    let workers = tokio::runtime::Builder::new_multi_thread().enable_all().thread_name("page").build()?;
    runtime.block_on(async {
        let listener = listening(listen).with_context(|| {
            format!("cannot listen on {listen}: another program may be there; choose another with --listen")
        })?;
        app.listens_at(listener.local_addr()?);
        ready(listener.local_addr()?);
        tokio::spawn(keep_looking(Arc::clone(&app)));
        crate::letters::resume(&app);
        let site = router(Arc::clone(&app));
        let door = Admission::new(Arc::clone(&app), site, workers.handle().clone(), LINE_MAX);
        let watched = watched(&app).await?;
        let ending = async {
            asked_to_end().await;
            // Whoever sends readers here is told first, and has time to send them elsewhere.
            app.watch().ends();
            app.runs().end();
            tokio::time::sleep(Duration::from_secs(app.config().drain)).await;
        };
        connections::serve(listener, door, limits, Arc::clone(app.watch()), ending).await;
        drop(watched);
        anyhow::Ok(())
    })?;
    // What still looks for forums or reads a log is not waited for either.
    workers.shutdown_timeout(Limits::DEFAULT.ending);
    runtime.shutdown_timeout(Limits::DEFAULT.ending);
    app.stop();
    Ok(())
}

/// Serves figures and health on an address of their own, if there is one, as long as the server lives.
async fn watched(app: &Arc<App>) -> anyhow::Result<Option<JoinHandle<()>>> {
    let Some(address) = app.config().metrics_listen else { return Ok(None) };
    let listener = listening(address)
        .with_context(|| format!("cannot listen on {address}: choose another with --metrics-listen"))?;
    tracing::info!("Figures are at http://{}/metrics", listener.local_addr()?);
    let limits = Limits { connections: METRICS_CONNECTIONS, ..Limits::DEFAULT };
    let door = Door(Arc::clone(app));
    let serving = connections::serve(listener, door, limits, Arc::default(), std::future::pending());
    Ok(Some(tokio::spawn(serving)))
}

/// Connections of those who keep the server.
const METRICS_CONNECTIONS: usize = 16;

/// Connections that the system holds until we take them. With the usual 128, a crowd that comes at once waits a second
/// until it may knock again.
const WAITING_MAX: u32 = 2_048;

fn listening(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // The address of a server that has just ended can be taken again at once.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING_MAX)
}

/// Looks every few seconds for forums that others have begun: on one database there may be other nodes.
async fn keep_looking(app: Arc<App>) {
    let mut pause = tokio::time::interval(std::time::Duration::from_secs(3));
    loop {
        pause.tick().await;
        let app = Arc::clone(&app);
        // Reads a folder or asks a database, and reads a whole log when there is a new one.
        let looking = tokio::task::spawn_blocking(move || app.refresh());
        if looking.await.is_err() {
            return;
        }
    }
}

/// Waits for Ctrl-C or, where there are signals, SIGTERM.
pub(super) async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    // If even this cannot be listened for, the process serves until it is killed.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
