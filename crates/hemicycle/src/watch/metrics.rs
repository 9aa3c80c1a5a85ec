//! All figures of a server, as one page.

use super::health::{Health, health};
use super::process;
use super::requests::KINDS;
use super::text::Page;
use crate::app::App;
use platform::writer::Figures;
use std::sync::atomic::Ordering;

/// The page for whoever collects figures.
pub(super) fn page(app: &App) -> String {
    let mut page = Page::default();
    page.about("hemicycle_build_info", "gauge", "The version of the program, as a label.");
    page.value("hemicycle_build_info", &[("version", env!("CARGO_PKG_VERSION"))], 1.0);
    page.one(
        "hemicycle_healthy",
        "gauge",
        "1: all logs are read and can be written to, and the server does not end.",
        f64::from(u8::from(health(app) == Health::Well)),
    );
    page.one(
        "hemicycle_logs_in_trouble",
        "gauge",
        "Logs that lie there and cannot be opened.",
        app.troubles().len() as f64,
    );
    of_requests(&mut page, app);
    of_logs(&mut page, app);
    of_process(&mut page);
    page.into_text()
}

fn of_requests(page: &mut Page, app: &App) {
    let watch = app.watch();
    page.about(
        "hemicycle_requests_total",
        "counter",
        "Requests by the pattern of their address and the class of the answer.",
    );
    for (method, route, class, count) in watch.requests.answers() {
        let class = format!("{class}xx");
        let labels = [("method", method), ("route", route.as_str()), ("status", class.as_str())];
        page.value("hemicycle_requests_total", &labels, count as f64);
    }
    page.about(
        "hemicycle_request_seconds",
        "histogram",
        "How long it took until an answer was made, by the kind of answer.",
    );
    for ((kind, _), seconds) in KINDS.iter().zip(&watch.requests.seconds) {
        page.histogram("hemicycle_request_seconds", &[("kind", kind)], &seconds.read());
    }
    let in_flight = watch.requests.in_flight.load(Ordering::Relaxed);
    page.one("hemicycle_requests_in_flight", "gauge", "Requests that are being answered.", in_flight as f64);
    let open = watch.connections.open.load(Ordering::Relaxed);
    page.one("hemicycle_connections", "gauge", "Connections that are open.", open as f64);
    let refused = watch.connections.refused.load(Ordering::Relaxed);
    page.one(
        "hemicycle_connections_refused_total",
        "counter",
        "Connections refused because too many were open.",
        refused as f64,
    );
}

/// A figure of every log: its name, its type, what it says, and what it is.
type OfLog = (&'static str, &'static str, &'static str, fn(&Figures) -> f64);

const OF_LOGS: [OfLog; 4] = [
    ("hemicycle_commands_waiting", "gauge", "Commands that wait for the writer.", |figures| {
        figures.waiting as f64
    }),
    ("hemicycle_commands_total", "counter", "Commands that the writer took.", |figures| {
        figures.commands as f64
    }),
    (
        "hemicycle_commands_refused_total",
        "counter",
        "Commands refused because too many were waiting.",
        |figures| figures.busy as f64,
    ),
    (
        "hemicycle_log_failing",
        "gauge",
        "1: the log could not be written to in the last seconds.",
        |figures| f64::from(u8::from(figures.failing)),
    ),
];

fn of_logs(page: &mut Page, app: &App) {
    let writers: Vec<_> = app
        .names()
        .into_iter()
        .filter_map(|name| app.writer(&name).ok().map(|writer| (name, writer)))
        .collect();
    page.about("hemicycle_acts", "gauge", "Acts in the log of a forum.");
    for (forum, writer) in &writers {
        page.value("hemicycle_acts", &[("forum", forum)], writer.state().seq as f64);
    }
    let figures: Vec<_> = writers.iter().map(|(forum, writer)| (forum, writer.figures())).collect();
    for (name, kind, help, of) in OF_LOGS {
        page.about(name, kind, help);
        for (forum, figures) in &figures {
            page.value(name, &[("forum", forum)], of(figures));
        }
    }
    page.about(
        "hemicycle_batch_seconds",
        "histogram",
        "How long it took to decide a batch of commands and make it durable.",
    );
    for (forum, figures) in &figures {
        page.histogram("hemicycle_batch_seconds", &[("forum", forum)], &figures.batches);
    }
}

fn of_process(page: &mut Page) {
    let known = [
        ("process_resident_memory_bytes", "Memory that is really there.", process::resident_bytes()),
        ("process_open_fds", "Files and connections that are open.", process::open_files()),
        ("process_max_fds", "How many may be open.", process::open_files_max()),
    ];
    for (name, help, value) in known {
        if let Some(value) = value {
            page.one(name, "gauge", help, value);
        }
    }
}
